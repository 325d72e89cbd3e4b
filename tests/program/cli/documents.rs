//! `export`: which documents are written in which formats, read back by readers that did not write them.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

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

/// A dialogue with an agency, two askers, a task with its written reply, and hostile words.
fn follow_up() -> Runner {
    let runner = Runner::with_a_dialogue();
    let more = r#"
{"command":"ask_question","asker":{"name":"Lê Văn Bình","unit":"=HYPERLINK(1)"},"text":"=1+1\"],[\n<b>Nhà trọ</b>"}
{"command":"defer_question","question":2,"by_responder":"so-khcn","due":"2099-04-10"}
{"command":"assign_task","text":"Rà soát","lead":"so-khcn","due":"2099-12-31","questions":[1]}
{"command":"progress_task","task":1,"progress":"partly","document":"12/SKHCN","text":"đã họp"}
"#;
    runner.run_with(&["apply", "phien.json"], more).done();
    runner
}

#[test]
fn a_pair_that_makes_no_sense_is_refused_with_those_that_do() {
    let runner = Runner::with_a_dialogue();
    for (wrong, said) in [
        (
            &["--document", "register", "--format", "text"][..],
            "register: csv, xlsx, html, docx, json",
        ),
        (
            &["--document", "transcript", "-o", "a.csv"],
            "transcript: text, markdown, html, docx, json",
        ),
        (&["--document", "agency"], "--agency ID|all"),
        (&["--document", "register", "--agency", "so-khcn"], "agency"),
        (&["--document", "asker", "--delegate", "all"], "-o"),
        (&["--delegate", "0"], "đại biểu"),
    ] {
        let run = export(&runner, wrong);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{wrong:?}");
        assert!(run.err.contains(said), "{wrong:?}: {}", run.err);
    }
    assert!(!runner.file("a.csv").exists());
}

#[test]
fn the_register_in_csv_has_a_row_for_everything_and_no_formula() {
    let runner = follow_up();
    let csv = export(&runner, &["--document", "register"]).done().out;
    assert!(csv.starts_with('\u{feff}'), "{csv}");
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[1].get(2), Some("'=1+1\"],[\n<b>Nhà trọ</b>"));
    assert_eq!(rows[1].get(3), Some("Lê Văn Bình, =HYPERLINK(1)"));
    assert_eq!(rows[1].get(7), Some("2099-04-10"));
    assert_eq!(rows[2].get(9), Some("12/SKHCN"));
    for cell in rows.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell:?}");
    }
}

#[test]
fn the_register_in_a_workbook_has_dates_and_numbers_that_are_such() {
    let runner = follow_up();
    export(&runner, &["--document", "register", "-o", "so.xlsx"]).done();
    let bytes = std::fs::read(runner.file("so.xlsx")).expect("written");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).expect("a workbook");
    assert_eq!(book.sheet_names(), ["Sổ theo dõi", "Số liệu", "Về văn bản này"]);
    let rows = book.worksheet_range("Sổ theo dõi").expect("a sheet");
    assert_eq!(rows.height(), 4);
    assert_eq!(rows.get((2, 1)), Some(&Data::Float(2.0)));
    assert_eq!(rows.get((2, 2)), Some(&Data::String("=1+1\"],[\n<b>Nhà trọ</b>".to_owned())));
    let due = rows.get((2, 7)).and_then(|cell| match cell {
        Data::DateTime(day) => day.as_datetime(),
        _ => None,
    });
    assert_eq!(due.map(|day| day.date().to_string()).as_deref(), Some("2099-04-10"));
    assert!(book.worksheet_formula("Sổ theo dõi").expect("a sheet").is_empty());
    export(&runner, &["--document", "register", "-o", "so.xlsx"]).done();
    assert!(std::fs::read(runner.file("so.xlsx")).expect("written") == bytes);
}

#[test]
fn the_register_in_html_and_json_holds_every_row() {
    let runner = follow_up();
    let html = export(&runner, &["--document", "register", "--format", "html"]).done().out;
    assert!(!html.contains("<b>Nhà trọ"), "{html}");
    let words = words_of(&html);
    for told in ["<b>Nhà trọ</b>", "10/04/2099", "12/SKHCN", "Rà soát"] {
        assert!(words.contains(told), "{told}: {words}");
    }
    let json = export(&runner, &["--document", "register", "--format", "json"]).done().out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let blocks = json["blocks"].as_array().expect("blocks");
    let table = blocks.iter().find(|block| block["name"] == "register").expect("a table");
    assert_eq!(table["rows"][1]["due"], "2099-04-10");
    assert_eq!(table["rows"][2]["document"], "12/SKHCN");
}

#[test]
fn the_index_of_the_askers_stands_by_their_given_names() {
    let runner = follow_up();
    let late = r#"{"command":"ask_question","asker":{"name":"Trần Thị An"},"text":"Còn em?"}"#;
    runner.run_with(&["apply", "phien.json"], late).done();
    export(&runner, &["--delegate", "all", "-o", "gui"]).done();
    let index = runner.text("gui/index.txt");
    let places = ["Trần Thị An", "Nguyễn Thị Ánh", "Lê Văn Bình"].map(|name| index.find(name));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{index}");
}

#[test]
fn every_agency_and_every_asker_gets_a_file_and_the_index_names_it() {
    let runner = follow_up();
    for (option, file, told) in [
        ("--agency", "agency-so-khcn.txt", "Trong quý này."),
        ("--delegate", "delegate-2.txt", "Lê Văn Bình"),
    ] {
        export(&runner, &[option, "all", "-o", "gui"]).done();
        let text = runner.text(&format!("gui/{file}"));
        assert!(text.contains(told), "{text}");
        assert!(runner.text("gui/index.txt").contains(file));
        // Written again over themselves.
        export(&runner, &[option, "all", "-o", "gui"]).done();
    }
    let of_one = export(&runner, &["--delegate", "2"]).done().out;
    assert_eq!(of_one, runner.text("gui/delegate-2.txt"));
    assert!(!of_one.contains("Nguyễn Thị Ánh"), "{of_one}");
    let unknown = export(&runner, &["--agency", "so-la"]);
    assert_eq!(unknown.code, 1);
    assert!(unknown.err.contains("so-khcn"), "{}", unknown.err);
}

#[cfg(unix)]
#[test]
fn every_document_is_readable_by_its_account_alone() {
    use std::os::unix::fs::PermissionsExt;
    let runner = follow_up();
    export(&runner, &["--document", "register", "-o", "so.csv"]).done();
    export(&runner, &["--agency", "all", "-o", "gui"]).done();
    for name in ["so.csv", "gui/index.txt", "gui/agency-so-khcn.txt"] {
        let mode = std::fs::metadata(runner.file(name)).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

/// The words of a word processor's document, each run on a line.
fn words_of_docx(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let part = archive.by_name("word/document.xml").expect("there");
    let xml = std::io::read_to_string(part).expect("UTF-8");
    let dom = roxmltree::Document::parse(&xml).expect("well-formed");
    dom.descendants()
        .filter_map(|node| node.text())
        .fold(String::new(), |all, text| all + text + "\n")
}

#[test]
fn minutes_and_conclusion_hold_the_same_in_text_html_and_docx() {
    let runner = follow_up();
    runner.run_with(&["apply", "phien.json"], "{\"command\":\"close\"}\n").done();
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    for document in ["minutes", "conclusion", "transcript"] {
        let text = export(&runner, &["--document", document, "--format", "text"]).done().out;
        let html = export(&runner, &["--document", document, "--format", "html"]).done().out;
        let name = format!("{document}.docx");
        export(&runner, &["--document", document, "-o", &name]).done();
        let docx = std::fs::read(runner.file(&name)).expect("written");
        let pages = [squeezed(&words_of(&html)), squeezed(&words_of_docx(&docx))];
        let lines = text.lines().filter(|line| !line.contains("doithoai/1"));
        for part in lines.flat_map(|line| line.split("  ")).map(squeezed) {
            for words in &pages {
                assert!(words.contains(&part) || part.contains('…'), "{document}: {part}");
            }
        }
    }
}

#[test]
fn what_the_office_adds_is_merged_from_its_files_and_named_on_stderr() {
    let runner = Runner::with_a_dialogue();
    let blank = export(&runner, &["--document", "minutes"]).done();
    assert!(blank.err.contains("papers-template"), "{}", blank.err);
    assert!(blank.out.contains("/BB-…"), "{}", blank.out);
    std::fs::create_dir_all(runner.sessions()).expect("a folder");
    std::fs::write(runner.sessions().join("papers.toml"), "body = \"Sở A\"\nsymbol = \"SA\"\n")
        .expect("written");
    runner.write("phien.papers.toml", "body = \"Thành\u{202e} Đoàn\"\nminutes_number = \"7\"\n");
    let run = export(&runner, &["--document", "minutes"]).done();
    assert!(run.out.contains("Số: 7/BB-SA"), "{}", run.out);
    assert!(run.out.contains("ĐOÀN") && !run.out.contains('\u{202e}'), "{}", run.out);
    assert!(run.err.contains("phien.papers.toml"), "{}", run.err);
    runner.write("phien.papers.toml", "body = \"a\"\nnumbr = 1\n");
    let run = export(&runner, &["--document", "minutes"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    for told in ["phien.papers.toml", "dòng 2", "numbr"] {
        assert!(run.err.contains(told), "{}", run.err);
    }
    let template = runner.run(&["papers-template"]).done().out;
    assert!(template.contains("#body = "), "{template}");
}

#[cfg(unix)]
#[test]
fn an_offices_file_that_is_a_link_or_a_pipe_is_refused_and_not_waited_for() {
    let runner = Runner::with_a_dialogue();
    let file = runner.file("phien.papers.toml");
    std::os::unix::fs::symlink("/dev/zero", &file).expect("a link");
    assert_eq!(export(&runner, &["--document", "minutes"]).code, 1);
    std::fs::remove_file(&file).expect("removed");
    let made = std::process::Command::new("mkfifo").arg(&file).status().expect("mkfifo");
    assert!(made.success());
    assert_eq!(export(&runner, &["--document", "minutes"]).code, 1);
}
