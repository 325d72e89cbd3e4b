//! Every text of `hostile.txt` in every place that takes text.

use std::fs;

use doithoai::i18n::Lang;
use doithoai::import::command::{CommandLine, read_line};
use doithoai::session::command::{Moment, Occasion};
use doithoai::text::safe::is_hostile;
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;

use crate::hostile::scene::{assert_harmless, runner_with_a_session};
use crate::support::runner::{Run, Runner};
use crate::support::sequences;
use crate::support::session::{SessionBuilder, at};
use crate::support::stage::{desk_of, shown};

fn hostile_texts() -> Vec<String> {
    let mut list: Vec<String> = include_str!("hostile.txt")
        .lines()
        .map(|line| serde_json::from_str(line).expect("a JSON text"))
        .collect();
    list.push("Ơi".repeat(5000));
    list.push("\u{1b}[31m".repeat(2000));
    list.push("👩‍👩‍👧".repeat(500));
    list.push(format!("a{}", "\u{301}".repeat(5000)));
    list
}

/// The words in every place, as commands; what is refused is passed over by those who take them.
fn commands(words: &str, number: usize) -> Vec<Value> {
    let id = format!("don-vi-{number}");
    let responder = json!({"id": id, "name": words, "short": words, "kind": "agency", "title": words,
        "aliases": [words], "remit": [words]});
    let asker = json!({"name": words, "unit": words, "seat": words});
    vec![
        json!({"command": "add_responder", "responder": responder}),
        json!({"command": "add_responder", "responder": {"id": words, "name": "Sở", "kind": "agency"}}),
        json!({"command": "ask_question", "text": words}),
        json!({"command": "ask_question", "text": "Tên?", "asker": asker, "theme": words}),
        json!({"command": "ask_question", "text": "Ai ghi?", "by": words}),
        json!({"command": "route_question", "question": 1, "lead": id, "why": words}),
        json!({"command": "give_answer", "question": 1, "by_responder": id, "text": words}),
        json!({"command": "make_statement", "by_responder": id, "text": words}),
        json!({"command": "record_conclusion", "text": words, "questions": [1]}),
        json!({"command": "assign_task", "text": words, "lead": id, "due_text": words}),
        json!({"command": "undo", "why": words}),
        json!({"command": "pause", "why": words}),
        json!({"command": "resume", "why": words}),
    ]
}

/// A session with all of it.
fn runner_with_all_of_it() -> Runner {
    let (runner, _) = runner_with_a_session();
    let list = hostile_texts();
    let all = list.iter().enumerate().flat_map(|(number, words)| commands(words, number));
    let input: String = all.map(|command| command.to_string() + "\n").collect();
    let Run { code, out: printed, err: said } = runner.run_with(&["apply", "phien.json"], input);
    assert_eq!(code, 1, "some are refused: {said}");
    let hostile = |c: char| c != '\n' && is_hostile(c);
    assert_eq!(said.chars().find(|c| hostile(*c)), None, "{said}");
    assert_no_control(&printed);
    // What was recorded is what was given, but for its letters' composition and line ends.
    let kept: Vec<Value> =
        printed.lines().map(|line| serde_json::from_str(line).expect("an event")).collect();
    for words in list.iter().filter(|words| words.trim() == words.as_str()) {
        let given: String = words.replace("\r\n", "\n").replace('\r', "\n").nfc().collect();
        let there = kept.iter().any(|event| event["text"] == given);
        let seen = !words.chars().all(|c| is_hostile(c) || c.is_whitespace());
        assert!(there || !seen, "{words:?} is not in the record");
    }
    runner
}

/// JSON and files may hold what is merely invisible; what steers a terminal or turns text round is escaped.
#[track_caller]
fn assert_no_control(text: &str) {
    let turns = |c: char| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let found = text.chars().find(|c| *c != '\n' && (c.is_control() || turns(*c)));
    assert_eq!(found, None);
}

/// Every cell in quotes, and none of them anything a spreadsheet would calculate.
#[track_caller]
fn assert_no_formula(table: &str) {
    let table = table.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let cells = table.lines().flat_map(|row| row.split("\",\"")).map(|cell| cell.trim_matches('"'));
    let counts =
        |cell: &str| cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    assert_eq!(cells.clone().find(|cell| counts(cell)), None);
    assert!(cells.clone().any(|cell| cell.starts_with("'=")), "there are formulae in it");
}

#[test]
fn untrusted_text_is_recorded_as_given_and_steers_no_reader() {
    let runner = runner_with_all_of_it();
    assert_no_control(&fs::read_to_string(runner.file("phien.json")).expect("the session"));
    for verb in ["log", "export", "verify"] {
        for lang in ["vi", "en"] {
            let run = runner.run(&[verb, "phien.json", "--lang", lang]);
            assert_eq!(run.code, 0, "{verb}: {}", run.err);
            assert_harmless(&run, verb);
        }
    }
    for format in ["text", "json"] {
        let run = runner.run(&["stats", "phien.json", "--format", format]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        assert_no_control(&run.out);
    }
    let Run { code, out: table, err: said } =
        runner.run(&["stats", "phien.json", "--format", "csv"]);
    assert_eq!((code, said.as_str()), (0, ""));
    assert_no_formula(&table);
    let Run { code, out: shown, err: said } = runner.run(&["show", "phien.json"]);
    assert_eq!((code, said.as_str()), (0, ""));
    assert_no_control(&shown);
}

#[test]
fn a_title_a_place_and_a_person_of_the_opening_steer_no_reader() {
    let runner = Runner::new();
    let mut made = 0;
    for (number, words) in
        hostile_texts().iter().enumerate().filter(|(_, words)| !words.contains('\0'))
    {
        let file = format!("{number}.json");
        let mut arguments = vec!["new".to_owned(), file.clone()];
        for name in ["title", "place", "chair", "secretary", "attendance"] {
            arguments.push(format!("--{name}={words}"));
        }
        let run = runner.run(&arguments);
        assert_harmless(&run, words);
        if run.code == 0 {
            made += 1;
            let verb = ["log", "export"][made % 2];
            let run = runner.run(&[verb, &file]);
            assert_eq!(run.code, 0, "{words:?}: {}", run.err);
            assert_harmless(&run, words);
        }
    }
    assert!(made > 40, "{made}");
}

#[test]
fn on_the_command_line_a_wrong_word_is_repeated_safely() {
    let runner = Runner::new();
    for words in hostile_texts().iter().filter(|words| !words.contains('\0') && words.len() < 5000)
    {
        for arguments in [
            vec![words.as_str()],
            vec!["show", "phien.json", words],
            vec!["show", "phien.json", "--at", words],
            vec!["new", "phien.json", "--title=x", "--number", words],
            vec!["export", "phien.json", "--format", words],
            vec!["--lang", words, "log", words],
        ] {
            let run = runner.run(&arguments);
            assert_harmless(&run, words);
            assert_ne!(run.code, 0, "{arguments:?}");
        }
    }
}

#[test]
fn at_the_desk_no_sequence_but_the_programs_own_reaches_the_terminal() {
    let runner = runner_with_all_of_it();
    let mut desk = runner.start(&["open", "phien.json"], 120, 36);
    desk.until("ĐANG DIỄN RA");
    for step in
        ["\x1b[H", "\x1b[6~", "\r", "\x1b[6~", "\x1b[6~", "\x1b", "\x1b[6~", "\x1b[6~", "\x1b[F"]
    {
        desk.type_in(step);
    }
    // Through the panes, the forms with their lists, the search and the commands.
    desk.type_in("\t\t\t\t").type_in("e").until("Ctrl+S").type_in("\x1b").gone("Ctrl+S");
    desk.type_in("r").until("Ctrl+S").type_in("\x1b[B\x1b[B\x1b[B").type_in("\x1b").gone("Ctrl+S");
    desk.type_in("/a").until("Tìm trong phiên").type_in("\x1b").gone("Tìm trong phiên");
    desk.type_in("n").until("Ctrl+S");
    for words in
        hostile_texts().iter().filter(|words| !words.contains("\x1b[201~") && words.len() < 500)
    {
        desk.type_in(&format!("\x1b[200~{words}\x1b[201~"));
    }
    desk.type_in("cuối cùng").until("cuối cùng").type_in("\x1b").gone("Ctrl+S").type_in("q");
    assert_eq!(desk.end(), 0);
    let foreign = sequences::foreign(&desk.bytes());
    assert!(foreign.is_empty(), "{foreign:?}");
}

#[test]
fn no_cell_of_the_screen_holds_anything_hostile_or_a_stack_of_marks() {
    for words in hostile_texts() {
        let mut built = SessionBuilder::opened("Thử");
        for (number, command) in commands(&words, 1).into_iter().enumerate() {
            let line = without_recorder(command).to_string();
            let Ok(CommandLine { command, .. }) = read_line(line.as_bytes()) else {
                panic!("{number} is no command")
            };
            let occasion = Occasion::new(Moment::Clock(at("12:00:00")), "mc", "00");
            for event in built.session.decide(command, &occasion).unwrap_or_default() {
                built.session.apply(event).expect("what is decided is accepted");
            }
        }
        let app = desk_of(&built, Lang::Vi);
        for (width, height) in [(120, 36), (80, 24), (45, 12)] {
            let text = shown(&app, Some(&built.session), width, height).text;
            assert_eq!(text.chars().find(|c| *c != '\n' && is_hostile(*c)), None, "{words:?}");
            let letters = text.chars().count();
            assert!(letters < usize::from(width) * usize::from(height) * 4, "{words:?}: {letters}");
        }
    }
}

fn without_recorder(mut command: Value) -> Value {
    if let Some(fields) = command.as_object_mut() {
        fields.remove("by");
    }
    command
}
