//! `export`: which documents are written in which formats, read back by readers that did not write them.

use crate::support::runner::{Run, Runner};

fn export(runner: &Runner, more: &[&str]) -> Run {
    runner.run(&[&["export", "phien.json"], more].concat())
}

/// The words of an HTML page as a browser would show them.
fn words_of(html: &str) -> String {
    let dom = tl::parse(html, tl::ParserOptions::default()).expect("HTML");
    let body = dom.query_selector("main").and_then(|mut found| found.next()).expect("a body");
    let text = body.get(dom.parser()).expect("there").inner_text(dom.parser());
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[test]
fn the_ending_of_the_file_decides_the_format_and_the_format_named_decides_over_it() {
    let runner = Runner::with_a_dialogue();
    for (name, begins) in
        [("a.txt", " "), ("a.md", "# "), ("a.html", "<!DOCTYPE html>"), ("a.json", "{\"document\"")]
    {
        export(&runner, &["-o", name]).done();
        assert!(runner.text(name).starts_with(begins), "{}", runner.text(name));
    }
    export(&runner, &["-o", "b.txt", "--format", "html"]).done();
    assert_eq!(runner.text("b.txt"), runner.text("a.html"));
    export(&runner, &["-o", "khong-duoi"]).done();
    assert_eq!(runner.text("khong-duoi"), runner.text("a.txt"));
}

#[test]
fn the_same_session_gives_the_same_bytes_in_every_format() {
    let runner = Runner::with_a_dialogue();
    for format in ["text", "markdown", "html", "json"] {
        let first = export(&runner, &["--format", format]).done().out;
        assert_eq!(export(&runner, &["--format", format]).done().out, first);
    }
}

#[test]
fn a_document_is_written_again_over_itself_and_not_over_one_that_was_edited() {
    let runner = Runner::with_a_dialogue();
    for name in ["a.txt", "a.md", "a.html", "a.json"] {
        export(&runner, &["-o", name]).done();
        export(&runner, &["-o", name]).done();
        runner.write(name, &runner.text(name).replacen("Đối thoại", "Hội thoại", 1));
        let run = export(&runner, &["-o", name]);
        assert_eq!(run.code, 1, "{name}");
        assert!(run.err.contains("đã được sửa tay"), "{}", run.err);
    }
}

#[test]
fn the_html_transcript_holds_what_the_text_holds_and_no_markup_of_strangers() {
    let runner = Runner::with_a_dialogue();
    let hostile =
        r#"{"command":"ask_question","text":"</p><script>alert(1)</script> ]]> & \"x\""}"#;
    runner.run_with(&["apply", "phien.json"], format!("{hostile}\n")).done();
    let html = export(&runner, &["--format", "html"]).done().out;
    assert!(!html.contains("<script"), "{html}");
    let words = words_of(&html);
    assert!(words.contains("</p><script>alert(1)</script> ]]> & \"x\""), "{words}");
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let (text, words) = (export(&runner, &[]).done().out, squeezed(&words));
    for line in text.lines().filter(|line| !line.starts_with("doithoai/1")) {
        for part in line.split("  ").filter(|part| !part.trim().is_empty() && !part.contains('…'))
        {
            assert!(words.contains(&squeezed(part)), "{part:?} is not in the page");
        }
    }
}

#[test]
fn the_json_transcript_is_json_that_names_the_session_and_ends_with_its_checksum() {
    let runner = Runner::with_a_dialogue();
    let json = export(&runner, &["--format", "json"]).done().out;
    let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(value["document"], "transcript");
    let blocks = value["blocks"].as_array().expect("blocks");
    assert!(blocks.iter().any(|block| block["block"] == "fingerprint"));
    assert!(value["written_by"].as_str().expect("a mark").starts_with("doithoai/1"));
}
