//! `schema` holds what is taken and what is written, and nothing else.

use serde_json::{Value, json};

use crate::support::runner::{DIALOGUE, Runner};

/// Checks the few words of JSON Schema that `schema` prints; any other word fails the test.
fn fits(value: &Value, schema: &Value, root: &Value) -> bool {
    let words = schema.as_object().expect("a schema");
    words.iter().all(|(word, rule)| match (word.as_str(), rule) {
        ("$schema" | "title" | "$defs", _) => true,
        ("$ref", Value::String(to)) => {
            let to = root.pointer(to.trim_start_matches('#')).expect("a definition");
            fits(value, to, root)
        }
        ("anyOf", Value::Array(rules)) => rules.iter().any(|rule| fits(value, rule, root)),
        ("oneOf", Value::Array(rules)) => {
            rules.iter().filter(|rule| fits(value, rule, root)).count() == 1
        }
        ("const", rule) => value == rule,
        ("enum", Value::Array(words)) => words.contains(value),
        ("type", Value::Array(kinds)) => kinds.iter().any(|kind| is_a(value, kind)),
        ("type", kind) => is_a(value, kind),
        ("minimum", _) => value.is_u64(),
        ("pattern", _) => value.as_str().is_some_and(|text| text.len() == 64),
        ("items", rule) => {
            value.as_array().is_none_or(|it| it.iter().all(|it| fits(it, rule, root)))
        }
        ("required", Value::Array(names)) => {
            names.iter().all(|name| value.get(name.as_str().expect("a name")).is_some())
        }
        ("properties", Value::Object(rules)) => {
            rules.iter().all(|(name, rule)| value.get(name).is_none_or(|it| fits(it, rule, root)))
        }
        ("additionalProperties", Value::Bool(false)) => {
            let known = schema["properties"].as_object().expect("properties");
            value.as_object().is_some_and(|it| it.keys().all(|name| known.contains_key(name)))
        }
        (word, _) => panic!("{word} is not checked"),
    })
}

fn is_a(value: &Value, kind: &Value) -> bool {
    match kind.as_str().expect("a kind") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64(),
        "null" => value.is_null(),
        kind => panic!("{kind} is not checked"),
    }
}

fn schema() -> Value {
    let printed = Runner::new().run(&["schema"]).done();
    serde_json::from_str(&printed.out).expect("JSON")
}

fn events_of(text: &str) -> Vec<Value> {
    let document: Value = serde_json::from_str(text).expect("a session file");
    let events = document["events"].as_array().expect("events").clone();
    events.into_iter().filter(|event| event.get("withheld").is_none()).collect()
}

#[test]
fn every_event_of_the_kept_files_and_every_command_of_the_tests_fits() {
    let schema = schema();
    let shipped = include_str!("../../../sessions/can-tho-thanh-nien-11.json");
    let kept = [
        include_str!("../../fixtures/v1/corrections.json"),
        include_str!("../../fixtures/v1/every_kind.json"),
        include_str!("../../fixtures/v1/withheld.json"),
    ];
    let events = kept.into_iter().chain([shipped]).flat_map(events_of);
    let commands = include_str!("../../../sessions/can-tho-thanh-nien-11.commands.jsonl");
    let corrected = super::corrections::commands();
    let commands = commands.lines().chain(DIALOGUE.lines()).map(str::to_owned).chain(corrected);
    let commands = commands.filter(|line| !line.is_empty());
    let commands = commands.map(|line| serde_json::from_str(&line).expect("JSON"));
    let mut checked = 0;
    for value in events.chain(commands) {
        assert!(fits(&value, &schema, &schema), "{value}");
        let mut more: Value = value;
        more["mood"] = json!(1);
        assert!(!fits(&more, &schema, &schema), "{more}");
        checked += 1;
    }
    assert!(checked > 100, "{checked}");
}

#[test]
fn a_field_that_is_needed_is_missed_and_one_that_is_not_is_not() {
    let schema = schema();
    for (value, fitting) in [
        (json!({"command": "call_question", "question": 1}), true),
        (json!({"command": "call_question"}), false),
        (json!({"command": "call_question", "question": "1"}), false),
        (json!({"command": "ask_question", "text": "a"}), true),
        (json!({"command": "ask_question", "text": "a", "channel": "phone"}), false),
        (json!({"command": "ask_question", "text": "a", "asker": {"unit": "b"}}), false),
        (json!({"command": "correct_task", "task": 1, "lead": null}), true),
        (json!({"command": "correct_task", "task": 1, "text": null}), false),
        (json!({"command": "add_delegate", "name": "An", "salt": "00"}), true),
        (json!({"command": "open", "title": "a"}), false),
    ] {
        assert_eq!(fits(&value, &schema, &schema), fitting, "{value}");
    }
}

#[test]
fn the_readme_has_one_line_of_each_command_and_every_line_fits() {
    let schema = schema();
    let readme = include_str!("../../../README.md");
    let lines = readme.lines().skip_while(|line| *line != "## Commands for scripts");
    let lines =
        lines.skip_while(|line| !line.starts_with('{')).take_while(|line| line.starts_with('{'));
    let commands: Vec<Value> =
        lines.map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert!(commands.iter().all(|command| fits(command, &schema, &schema)));
    let known = schema["$defs"]["command"]["oneOf"].as_array().expect("commands").iter();
    for name in known.map(|rule| &rule["properties"]["command"]["const"]) {
        let times = commands.iter().filter(|command| command["command"] == *name).count();
        assert_eq!(times, 1, "{name}");
    }
}
