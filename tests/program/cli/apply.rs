//! Commands in, events out.

use std::io::Write;

use serde_json::Value;

use crate::support::runner::{DIALOGUE, Run, Runner};

#[test]
fn apply_prints_the_lines_of_the_file_without_their_commas() {
    let runner = Runner::with_a_session();
    let run = runner.run_with(&["apply", "phien.json"], DIALOGUE).done();
    assert_eq!(run.out.lines().count(), 4);
    let file = runner.text("phien.json");
    assert!(run.out.lines().all(|line| file.contains(&format!("\n,{line}\n"))));
    assert!(run.out.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()));
    assert!(run.out.contains("\"by\":\"thư ký\""));
    assert_eq!(run.err, "");
}

#[test]
fn a_refused_command_is_one_line_and_the_rest_goes_on() {
    let runner = Runner::with_a_session();
    let input = "\u{feff}{\"command\":\"resume\"}\nnonsense\n\n[1]\n{\"command\":\"pause\",\"x\":1}\n\
                 {\"command\":\"pause\",\"command\":\"close\"}\n{\"command\":\"pause\"}";
    let run = runner.run_with(&["apply", "phien.json"], input);
    assert_eq!(run.code, 1);
    assert_eq!(run.out.lines().count(), 1);
    let refused: Vec<Value> =
        run.err.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let lines: Vec<_> = refused.iter().filter_map(|refusal| refusal["line"].as_u64()).collect();
    assert_eq!(lines, [1, 2, 4, 5, 6]);
    assert!(refused.iter().all(|refusal| refusal["refused"].is_string()));
}

#[test]
fn a_line_without_end_is_refused_and_costs_no_memory() {
    let runner = Runner::with_a_session();
    let mut input = vec![b'x'; 3 * 1024 * 1024];
    input.extend_from_slice(b"\n\xff\xfe\n{\"command\":\"pause\"}\n");
    let run = runner.run_with(&["apply", "phien.json"], input);
    assert_eq!(run.code, 1);
    assert_eq!((run.out.lines().count(), run.err.lines().count()), (1, 2));
    assert!(run.err.starts_with("{\"line\":1,"));
}

#[test]
fn an_empty_stream_is_no_error() {
    let runner = Runner::with_a_session();
    let run = runner.run(&["apply", "phien.json"]).done();
    assert_eq!((run.out.as_str(), run.err.as_str()), ("", ""));
}

#[test]
fn an_event_is_printed_as_soon_as_it_is_durable() {
    let runner = Runner::with_a_session();
    let mut apply = runner.feed(&["apply", "phien.json"]);
    for command in ["pause", "resume", "close"] {
        let line = apply.record(&format!("{{\"command\":\"{command}\"}}\n"));
        assert!(runner.text("phien.json").contains(&line));
    }
    let second = runner.run_with(&["apply", "phien.json"], DIALOGUE);
    assert_eq!(second.code, 1);
    assert!(second.err.contains("đang được") && second.err.contains(&apply.child.id().to_string()));
    apply.end().done();
    assert!(runner.text("phien.json").ends_with("\n]}\n"), "closed, so left tidy");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error_and_the_commands_are_still_recorded() {
    let runner = Runner::with_a_session();
    let mut child = runner.command(&["apply", "phien.json"]).spawn().expect("started");
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(DIALOGUE.as_bytes()).expect("written");
    drop(stdin);
    assert_eq!(Run::from(child.wait_with_output().expect("ended")).done().err, "");
    assert_eq!(runner.run(&["show", "phien.json"]).done().json()["events"], 6);
}

#[test]
fn words_that_nobody_would_see_are_refused_and_names_of_two_lines_are_made_one() {
    let runner = Runner::with_a_session();
    let input = concat!(
        r#"{"command":"ask_question","text":"\u200b\u202e \ufeff"}"#,
        "\n",
        r#"{"command":"ask_question","text":"Sao?","asker":{"name":"An\nBình"}}"#,
        "\n",
        r#"{"command":"ask_question","text":"Sao?","asker":{"name":"An","unit":"a\r\nb"}}"#,
        "\n",
        r#"{"command":"ask_question","text":"Sao?\nNữa?","theme":"a\u2028b"}"#,
        "\n",
        r#"{"command":"add_responder","responder":{"name":"Sở B","kind":"agency","aliases":["x\ny"]}}"#,
        "\n",
        r#"{"command":"ask_question","text":"Sao?\nNữa?","by":"thư\nký"}"#,
        "\n",
        r#"{"command":"ask_question","text":"Sao?\nNữa?","theme":"\u200b"}"#,
    );
    let run = runner.run_with(&["apply", "phien.json"], input);
    let refused: Vec<Value> =
        run.err.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let told: Vec<_> = refused.iter().filter_map(|refusal| refusal["refused"].as_str()).collect();
    assert_eq!(
        told,
        [
            "nội dung còn trống",
            "nhóm vấn đề có xuống dòng; hãy viết trên một dòng",
            "người ghi có xuống dòng; hãy viết trên một dòng",
        ]
    );
    assert!(!run.out.contains("theme"), "{}", run.out);
    for made_one in [r#""name":"An Bình""#, r#""unit":"a b""#, r#""aliases":["x y"]"#] {
        assert!(run.out.contains(made_one), "{}", run.out);
    }
}

#[test]
fn a_batch_is_recorded_whole_as_one_group_and_one_undo_takes_it_back() {
    let runner = Runner::with_a_session();
    let run = runner.run_with(&["apply", "phien.json", "--batch"], DIALOGUE).done();
    let events: Vec<Value> =
        run.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(events.len(), 4);
    assert!(events.iter().all(|event| event["batch"] == events[0]["batch"]));
    assert_eq!((&events[0]["batch"]["count"], &events[3]["by"]), (&4.into(), &"thư ký".into()));
    runner.run_with(&["apply", "phien.json"], "{\"command\":\"undo\"}").done();
    let shown = runner.run(&["show", "phien.json"]).done().json();
    assert_eq!(shown["questions"].as_array().map(Vec::len), Some(0));
}

#[test]
fn one_refused_line_refuses_the_batch_and_all_such_lines_are_told() {
    let runner = Runner::with_a_session();
    let before = runner.text("phien.json");
    for (input, expected) in [
        ("{\"command\":\"pause\"}\nnonsense\n\n[1]\n", vec![2, 4]),
        (
            "{\"command\":\"pause\"}\n{\"command\":\"pause\"}\n{\"command\":\"call_question\",\"question\":9}\n",
            vec![2, 3],
        ),
        ("{\"command\":\"pause\"}\n{\"command\":\"undo\"}\n", vec![2]),
        ("{\"command\":\"undo\"}\n{\"command\":\"pause\"}\n", vec![2]),
    ] {
        let run = runner.run_with(&["apply", "phien.json", "--batch"], input);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{input}");
        let refused: Vec<Value> =
            run.err.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        let lines: Vec<_> = refused.iter().filter_map(|line| line["line"].as_u64()).collect();
        assert_eq!(lines, expected, "{input}");
    }
    assert_eq!(runner.text("phien.json").trim_end(), before.trim_end());
    assert_eq!(runner.run_with(&["apply", "phien.json", "--batch"], "").done().out, "");
}
