//! Questions with who should answer them, and a session in which they were asked and routed. Our own words.

use std::fs;
use std::path::Path;

use doithoai::import::command::read_line;
use doithoai::session::Session;
use doithoai::session::command::{Moment, Occasion};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
pub(crate) struct Example {
    pub(crate) text: String,
    pub(crate) lead: String,
    #[serde(default)]
    pub(crate) support: Vec<String>,
    #[serde(default)]
    pub(crate) traits: Vec<String>,
}

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(path).expect("read")
}

pub(crate) fn examples() -> Vec<Example> {
    let lines = read("benches/suggest/questions.jsonl");
    lines.lines().map(|line| serde_json::from_str(line).expect("an example")).collect()
}

/// A question asked again in other words, and one that only sounds like it.
#[derive(Deserialize)]
pub(crate) struct Pair {
    pub(crate) earlier: String,
    pub(crate) later: String,
    pub(crate) near_miss: Option<String>,
}

pub(crate) fn pairs() -> Vec<Pair> {
    let lines = read("benches/suggest/similar.jsonl");
    lines.lines().map(|line| serde_json::from_str(line).expect("a pair")).collect()
}

impl Example {
    pub(crate) fn has(&self, name: &str) -> bool {
        self.traits.iter().any(|it| it == name)
    }
}

/// A session with the shipped roster in which these were asked and not routed.
pub(crate) fn asked_in<'a>(texts: impl Iterator<Item = &'a str>) -> Session {
    let mut session = with_roster();
    for (number, text) in (1..).zip(texts) {
        ask(&mut session, number, text);
    }
    session
}

/// A session with the shipped roster in which these were asked and routed.
pub(crate) fn session_of<'a>(examples: impl Iterator<Item = &'a Example>) -> Session {
    let mut session = with_roster();
    for (number, example) in (1..).zip(examples) {
        ask(&mut session, number, &example.text);
        let Example { lead, support, .. } = example;
        let routed = json!({"command": "route_question", "question": number, "lead": lead, "support": support});
        record(&mut session, &routed);
    }
    session
}

fn ask(session: &mut Session, number: u32, text: &str) {
    record(session, &json!({"command": "ask_question", "question": number, "text": text}));
}

fn with_roster() -> Session {
    let mut session = Session::new();
    record(&mut session, &json!({"command": "open", "title": "Đối thoại"}));
    let roster: Vec<Value> =
        serde_json::from_str(&read("sessions/can-tho.roster.json")).expect("a roster");
    for mut responder in roster {
        let fields = responder.as_object_mut().expect("an object");
        for knowledge in ["keywords", "not_mine", "supports"] {
            fields.remove(knowledge);
        }
        record(&mut session, &json!({"command": "add_responder", "responder": responder}));
    }
    session
}

fn record(session: &mut Session, command: &Value) {
    let at = "2024-03-22T08:00:00+07:00".parse().expect("a time");
    let occasion = Occasion::new(Moment::Given(at), "thư ký", "00");
    let command = read_line(command.to_string().as_bytes()).expect("a command").command;
    for recorded in session.decide(command, &occasion).expect("permitted") {
        session.apply(recorded).expect("admitted");
    }
}
