//! `export --public`: no document, in no format, and no session file of the public edition holds what is a
//! person's own.

use std::io::{Cursor, Read};

use serde_json::Value;

use crate::support::runner::{Run, Runner};

const SECRETS: [&str; 13] = [
    "Mai",
    "MAI",
    "nguyen thi bich",
    "Bình",
    "0901",
    "ctu.edu",
    "B12",
    "092123",
    "Lê Hoa",
    "lê hoa",
    "LêHoa",
    "thư kỳ",
    "Thư Kỳ",
];

const SPOKEN: &str = r#"
{"command":"ask_question","text":"Em là Nguyễn Thị Bích Mai, 0901 234 567, thư mai@ctu.edu.vn, ghế B12, ở số 12 đường 3/2","theme":"Nhà ở của Nguyễn Thị Bích Mai","asker":{"name":"Nguyễn Thị Bích Mai","unit":"Đại học Cần Thơ","seat":"B12"}}
{"command":"ask_question","text":"Như bạn nguyen thi bich mai đã nói","asker":{"name":"Lê Văn Bình","unit":"Phường Cái Khế"}}
{"command":"ask_question","text":"Em lê hoa, nhà em có tôn nữ hoàng thị ngọc lan anh thư kỳ và LêHoa","asker":{"name":"Lê Hoa","unit":"Lê Hoa"}}
{"command":"add_delegate","name":"Tôn Nữ Hoàng Thị Ngọc Lan Anh Thư Kỳ","seat":"C 7"}
{"command":"correct_delegate","delegate":2,"name":"Lê Văn An Bình"}
{"command":"edit_question","question":2,"text":"Như chị Mai","why":"Lê Văn Bình xin sửa"}
{"command":"route_question","question":1,"lead":"so-khcn","why":"NGUYỄN THỊ BÍCH MAI hỏi"}
{"command":"give_answer","question":1,"text":"Mời bạn Mai gọi 0901.234.567, CCCD 092123456789"}
{"command":"merge_question","question":2,"into":1}
{"command":"make_statement","by_responder":"so-khcn","text":"Cảm ơn Lê Văn An Bình"}
{"command":"record_conclusion","text":"Gửi Nguyễn Thị Bích Mai","questions":[1]}
{"command":"assign_task","text":"Trả lời Nguyễn Thị Bích Mai","lead":"so-khcn","questions":[1]}
{"command":"progress_task","task":1,"progress":"partly","text":"đã gọi 0901234567","reviewed_by":"Lê Văn An Bình"}
{"command":"undo","why":"Lê Văn Bình"}
{"command":"close","why":"Nguyễn Thị Bích Mai về"}
"#;

/// What tells of one delegate tells of delegate 1, and of one agency of this one.
const DOCUMENTS: [(&str, &[&str], &[&str]); 6] = [
    ("transcript", &[], &["text", "markdown", "html", "docx", "json"]),
    ("minutes", &[], &["text", "html", "docx"]),
    ("conclusion", &[], &["text", "html", "docx"]),
    ("register", &[], &["csv", "xlsx", "html", "docx", "json"]),
    ("agency", &["--agency", "so-khcn"], &["text", "html", "docx", "xlsx"]),
    ("asker", &["--delegate", "1"], &["text", "html", "docx"]),
];

fn spoken() -> Runner {
    let runner = Runner::with_a_session();
    runner.run_with(&["apply", "phien.json"], SPOKEN).done();
    runner
}

fn public(runner: &Runner, more: &[&str]) -> Run {
    runner.run(&[&["export", "phien.json", "--public"], more].concat())
}

/// Every text in a file, unpacked if it is packed; without the addresses of cells.
fn texts(bytes: &[u8]) -> String {
    let Ok(mut packed) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return String::from_utf8_lossy(bytes).into_owned();
    };
    let mut texts = String::new();
    for place in 0..packed.len() {
        let mut file = packed.by_index(place).expect("a part");
        let mut part = String::new();
        file.read_to_string(&mut part).expect("text");
        texts.push_str(file.name());
        let document = roxmltree::Document::parse(&part).expect("XML");
        for node in document.descendants() {
            texts.push_str(node.text().unwrap_or_default());
            let values = node.attributes().filter(|it| !matches!(it.name(), "r" | "ref"));
            values.for_each(|it| texts.push_str(it.value()));
        }
    }
    texts
}

#[test]
fn no_document_of_the_public_edition_holds_what_is_a_persons_own() {
    let runner = spoken();
    for (names, units) in [("numbers", "keep"), ("initials", "drop")] {
        for (document, about, formats) in DOCUMENTS {
            for format in formats {
                let out = format!("{document}.{format}");
                let mut more =
                    vec!["--document", document, "--format", format, "--force", "-o", &out];
                more.extend(["--names", names, "--units", units]);
                more.extend(about);
                public(&runner, &more).done();
                let texts = texts(&std::fs::read(runner.file(&out)).expect("a document"));
                for secret in SECRETS {
                    assert!(!texts.contains(secret), "{secret} in {out}:\n{texts}");
                }
                if document != "asker" && document != "conclusion" {
                    assert_eq!(
                        texts.contains("Đại học Cần Thơ"),
                        units == "keep",
                        "{out}:\n{texts}"
                    );
                }
                if *format != "csv" {
                    assert!(texts.contains("THÔNG TIN ĐÃ ẨN"), "{out}:\n{texts}");
                }
            }
        }
    }
}

#[test]
fn both_editions_have_the_same_fingerprint_and_the_public_one_says_what_it_withholds() {
    let runner = spoken();
    let fingerprint = runner.run(&["show", "phien.json"]).json()["fingerprint"]
        .as_str()
        .expect("a fingerprint")
        .to_owned();
    let run = public(&runner, &[]).done();
    assert!(run.out.contains(&fingerprint), "{}", run.out);
    assert!(run.out.contains("đại biểu 1") && run.out.contains("[số điện thoại]"), "{}", run.out);
    assert!(run.err.contains("số ghế: 3"), "{}", run.err);
    assert!(run.err.contains("có thể có địa chỉ, hãy xem lại: số 12 đường 3/2"), "{}", run.err);
}

#[test]
fn a_dry_run_lists_every_place_and_writes_nothing() {
    let runner = spoken();
    let run = public(&runner, &["--dry-run", "-o", "a.txt"]).done();
    for place in ["tên đại biểu: Nguyễn Thị Bích Mai", "số ghế: B12", "số điện thoại: 0901.234.567"]
    {
        assert!(run.out.contains(place), "{place} in\n{}", run.out);
    }
    assert!(!runner.file("a.txt").exists());
}

#[test]
fn many_documents_have_no_name_of_a_person_in_their_file_names_or_their_index() {
    let runner = spoken();
    public(&runner, &["--delegate", "all", "-o", "giay"]).done();
    let mut names: Vec<String> = std::fs::read_dir(runner.file("giay"))
        .expect("a folder")
        .map(|file| file.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["delegate-1.txt", "delegate-2.txt", "delegate-3.txt", "index.txt"]);
    for name in names {
        let text = runner.text(&format!("giay/{name}"));
        assert!(SECRETS.iter().all(|secret| !text.contains(secret)), "{name}:\n{text}");
    }
}

#[test]
fn the_public_session_file_verifies_is_read_and_takes_nothing() {
    let runner = spoken();
    let before = runner.run(&["show", "phien.json"]).json();
    let run = public(&runner, &["--document", "session", "-o", "cong-khai.json"]).done();
    assert!(run.err.contains("mã đối chiếu không đổi"), "{}", run.err);
    let text = runner.text("cong-khai.json");
    assert!(SECRETS.iter().all(|secret| !text.contains(secret)), "{text}");
    serde_json::from_str::<Value>(&text).expect("valid JSON");
    let verified = runner.run(&["verify", "cong-khai.json"]).done();
    assert!(verified.out.contains("dòng đã ẩn"), "{}", verified.out);
    let shown = runner.run(&["show", "cong-khai.json"]).done().out;
    let shown: Value = serde_json::from_str(&shown).expect("JSON");
    assert_eq!(shown["fingerprint"], before["fingerprint"]);
    let (question, was) = (&shown["questions"][0], &before["questions"][0]);
    assert_eq!(question["id"], was["id"]);
    for unknown in ["text", "delegate", "channel", "kind", "theme"] {
        assert_eq!(question[unknown], Value::Null, "{unknown}");
    }
    assert_eq!(shown["questions"][1]["merged_into"], 1);
    assert_eq!(shown["session"]["phase"], before["session"]["phase"]);
    let refused = runner.run_with(&["apply", "cong-khai.json"], "{\"command\":\"reopen\"}\n");
    assert_eq!(refused.code, 1);
    assert_eq!(runner.text("cong-khai.json"), text, "and it is as it was");
    for command in ["log", "stats", "export"] {
        runner.run(&[command, "cong-khai.json"]).done();
    }
}

#[test]
fn lines_without_a_salt_can_be_guessed_and_need_a_word() {
    let runner = Runner::with_a_session();
    let asked = r#"{"command":"ask_question","text":"gọi 0901234567","salt":null}"#;
    runner.run_with(&["apply", "phien.json"], asked).done();
    let refused = public(&runner, &["--document", "session", "-o", "a.json"]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("--yes"), "{}", refused.err);
    assert!(!runner.file("a.json").exists());
    public(&runner, &["--document", "session", "-o", "a.json", "--yes"]).done();
}

#[test]
fn what_does_not_go_together_is_wrong_usage() {
    let runner = spoken();
    for wrong in [
        &["export", "phien.json", "--document", "session"][..],
        &["export", "phien.json", "--names", "initials"],
        &["export", "phien.json", "--dry-run"],
        &["export", "phien.json", "--public", "--notes"],
        &["export", "phien.json", "--public", "--document", "session", "--format", "text"],
    ] {
        assert_eq!(runner.run(wrong).code, 2, "{wrong:?}");
    }
}

#[test]
fn the_paper_of_an_asker_names_nobody_else_in_the_texts_of_others() {
    let runner = spoken();
    let run = runner.run(&["export", "phien.json", "--delegate", "2"]).done();
    assert!(run.out.contains("Lê Văn An Bình"), "{}", run.out);
    assert!(!run.out.contains("Mai"), "{}", run.out);
    assert!(!run.out.contains("THÔNG TIN ĐÃ ẨN"), "it is no public edition");
}
