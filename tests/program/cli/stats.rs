//! The numbers of a session on the command line: as a page, as JSON and as a table.

use crate::support::runner::{Run, Runner};

const DIALOGUE: &str = include_str!("../../figures/dialogue.jsonl");
const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/sessions/can-tho-thanh-nien-11.json");

/// A runner with the dialogue whose numbers were worked out on paper (`tests/properties/stats.rs`).
fn runner() -> Runner {
    let runner = Runner::new();
    let opening = ["--title", "Đối thoại thử", "--at", "2024-03-22T08:00:00+07:00"];
    runner.run(&[&["new", "phien.json"][..], &opening].concat()).done();
    runner.run_with(&["apply", "phien.json"], DIALOGUE).done();
    runner
}

#[track_caller]
fn assert_page(run: &Run, page: &str) {
    assert!(run.out == page, "the page is:\n{}", run.out);
}

#[test]
fn the_page_says_everything_in_eighty_columns() {
    let runner = runner();
    assert_page(
        &runner.run(&["stats", "phien.json"]).done(),
        include_str!("../../figures/page.vi.txt"),
    );
}

#[test]
fn the_page_is_written_in_english_for_who_reads_that() {
    let runner = runner();
    assert_page(
        &runner.run(&["stats", "phien.json", "--lang", "en"]).done(),
        include_str!("../../figures/page.en.txt"),
    );
}

#[test]
fn the_shipped_session_says_that_nobody_wrote_down_the_hours() {
    assert_page(
        &Runner::new().run(&["stats", SHIPPED]).done(),
        include_str!("../../figures/shipped.vi.txt"),
    );
    let document = Runner::new().run(&["stats", SHIPPED, "--format", "json"]).done().json();
    for unknown in ["waiting", "answering", "talking", "queue"] {
        assert!(document[unknown].is_null(), "{unknown}");
    }
    assert_eq!((&document["rebuilt"], &document["questions"]["total"]), (&true.into(), &4.into()));
    let table = Runner::new().run(&["stats", SHIPPED, "--format", "csv"]).done().out;
    assert!(table.contains("\"waiting\",\"\",\"median_ms\",\"\"\n"));
}

#[test]
fn the_document_has_milliseconds_and_words_that_stay() {
    let document = runner().run(&["stats", "phien.json", "--format", "json"]).done().json();
    for (path, expected) in [
        ("/rebuilt", false.into()),
        ("/damage", serde_json::Value::Null),
        ("/questions/put_forward", 4.into()),
        ("/outcomes/partly", 1.into()),
        ("/outcomes/referred", 0.into()),
        ("/channels/slip", 1.into()),
        ("/themes/0/theme", "nhà ở".into()),
        ("/themes/0/questions", 3.into()),
        ("/units/2/anonymous", true.into()),
        ("/responders/0/id", "so-xd".into()),
        ("/tasks/progress/partly", 1.into()),
        ("/record/undone", 1.into()),
        ("/waiting/median_ms", 600_000.into()),
        ("/waiting/histogram/6/from_ms", 2_400_000.into()),
        ("/waiting/histogram/6/to_ms", serde_json::Value::Null),
        ("/answering/unmeasured", 1.into()),
        ("/talking/responders/0/talking_ms", 420_000.into()),
        ("/queue/peak", 4.into()),
        ("/queue/opened", "2024-03-22T08:00:00.000+07:00".into()),
    ] {
        assert_eq!(document.pointer(path), Some(&expected), "{path}");
    }
}

#[test]
fn the_table_is_quoted_and_calculates_nothing() {
    let runner = runner();
    let reopen = r#"{"command":"reopen","at":"2024-03-22T08:50:00+07:00"}"#;
    let asked = r#"{"command":"ask_question","at":"2024-03-22T08:50:00+07:00","theme":"=HYPERLINK(\"x\")","text":"?"}"#;
    runner.run_with(&["apply", "phien.json"], format!("{reopen}\n{asked}\n")).done();
    let table = runner.run(&["stats", "phien.json", "--format", "csv"]).done().out;
    assert!(table.starts_with("\u{feff}\"section\",\"key\",\"measure\",\"value\"\n"));
    for row in [
        "\"themes\",\"'=HYPERLINK(\"\"x\"\")\",\"questions\",\"1\"\n",
        "\"outcomes\",\"open\",\"questions\",\"2\"\n",
        "\"units\",\"Đại học Cần Thơ\",\"questions\",\"2\"\n",
        "\"waiting\",\"\",\"median_ms\",\"600000\"\n",
        "\"waiting\",\"2-5 min\",\"count\",\"1\"\n",
        "\"talking\",\"so-xd\",\"talking_ms\",\"420000\"\n",
        "\"queue\",\"120000\",\"waiting\",\"4\"\n",
    ] {
        assert!(table.contains(row), "{row} is not in\n{table}");
    }
}

#[test]
fn a_damaged_file_has_the_numbers_of_what_precedes_the_damage() {
    let runner = runner();
    let broken = runner.text("phien.json").replace("\"paused\"", "\"pau");
    runner.write("phien.json", &broken);
    for format in ["text", "json", "csv"] {
        let run = runner.run(&["stats", "phien.json", "--format", format]);
        assert_eq!(run.code, 1);
        assert!(run.err.contains("hỏng ngay sau bước"), "{}", run.err);
        assert!(run.out.contains("Đại học Cần Thơ"), "{}", run.out);
    }
    let document = runner.run(&["stats", "phien.json", "--format", "json"]).json();
    assert!(document["damage"].is_string());
    assert_eq!(document["waiting"]["measured"], 1);
    assert_eq!(runner.text("phien.json"), broken);
    assert_eq!(runner.run(&["stats", "phien.json", "--format", "xlsx"]).code, 2);
}

#[test]
fn untrusted_texts_neither_steer_the_terminal_nor_break_the_columns() {
    let runner = runner();
    let hostile = "\\u001b[2J\\u202e".to_owned() + &"日本語のとても長い主題".repeat(9);
    let reopen = r#"{"command":"reopen","at":"2024-03-22T08:50:00+07:00"}"#;
    let asked = format!(
        r#"{{"command":"ask_question","at":"2024-03-22T08:50:00+07:00","theme":"{hostile}","text":"?"}}"#
    );
    runner.run_with(&["apply", "phien.json"], format!("{reopen}\n{asked}\n")).done();
    for format in ["text", "json", "csv"] {
        let out = runner.run(&["stats", "phien.json", "--format", format]).done().out;
        assert!(!out.contains(['\u{1b}', '\u{202e}']), "{out}");
    }
    let page = runner.run(&["stats", "phien.json"]).done().out;
    for line in page.lines() {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{line}");
    }
}
