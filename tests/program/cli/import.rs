//! Tables in, one group of events out.

use std::fs;

use crate::support::runner::Runner;

const TABLE: &str = "STT;Họ và tên;Đơn vị;Nội dung câu hỏi;Thời gian;Đơn vị trả lời\n\
    1;Nguyễn Thị Mai;ĐH Cần Thơ;\"Bao giờ có hỗ trợ\nkhởi nghiệp?\";5/3/2024;Sở Khoa học\n\
    ;;;;;\n\
    2;;THPT Châu Văn Liêm;Trường em thiếu phòng máy;05-03-2024 14:30;\n";

fn runner_with(name: &str, bytes: impl AsRef<[u8]>) -> Runner {
    let runner = Runner::with_a_session();
    fs::write(runner.file(name), bytes).expect("written");
    runner
}

fn encoded(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn a_table_is_added_in_one_group_and_one_undo_takes_it_back() {
    let runner = runner_with("cau-hoi.csv", TABLE);
    let run = runner.run(&["import", "phien.json", "cau-hoi.csv"]).done();
    assert!(run.err.contains("Đã thêm: 2 câu, 2 đại biểu"), "{}", run.err);
    assert!(run.err.contains("lấy tên đơn vị"), "{}", run.err);
    let shown = runner.run(&["show", "phien.json"]).done().json();
    assert_eq!(shown["questions"][0]["text"], "Bao giờ có hỗ trợ\nkhởi nghiệp?");
    assert_eq!(shown["questions"][0]["lead"], "so-khcn");
    assert_eq!(shown["delegates"][1]["name"], "THPT Châu Văn Liêm");
    runner.run_with(&["apply", "phien.json"], "{\"command\":\"undo\"}\n").done();
    let shown = runner.run(&["show", "phien.json"]).done().json();
    assert_eq!(shown["questions"].as_array().map(Vec::len), Some(0));
    assert_eq!(shown["delegates"].as_array().map(Vec::len), Some(0));
}

#[test]
fn the_same_table_again_adds_nothing() {
    let runner = runner_with("cau-hoi.csv", TABLE);
    runner.run(&["import", "phien.json", "cau-hoi.csv"]).done();
    let before = runner.text("phien.json");
    let run = runner.run(&["import", "phien.json", "cau-hoi.csv"]).done();
    assert!(run.err.contains("Bỏ qua 2 dòng đã có"), "{}", run.err);
    assert_eq!(runner.text("phien.json").trim_end(), before.trim_end());
}

#[test]
fn a_faulty_row_refuses_the_table_and_every_fault_is_told() {
    let faulty = TABLE.replace("5/3/2024;", "hôm qua;").replace("Trường em thiếu phòng máy", "");
    let runner = runner_with("cau-hoi.csv", faulty);
    let before = runner.text("phien.json");
    let run = runner.run(&["import", "phien.json", "cau-hoi.csv"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(run.err.contains("dòng 2, cột E “Thời gian”"), "{}", run.err);
    assert!(run.err.contains("dòng 4, cột D “Nội dung câu hỏi”: thiếu nội dung"), "{}", run.err);
    assert_eq!(runner.text("phien.json").trim_end(), before.trim_end());
    let dry = runner.run(&["import", "phien.json", "cau-hoi.csv", "--dry-run"]);
    assert_eq!(dry.code, 1);
    assert!(run.err.lines().take(2).all(|fault| dry.out.contains(fault)), "{}", dry.out);
}

#[test]
fn a_dry_run_says_what_would_be_added_and_records_nothing() {
    let runner = runner_with("cau-hoi.csv", TABLE);
    let before = runner.text("phien.json");
    let run =
        runner.run(&["import", "phien.json", "cau-hoi.csv", "--dry-run", "--lang", "en"]).done();
    assert!(run.out.contains("row 2 → question 1: Nguyễn Thị Mai (ĐH Cần Thơ)"), "{}", run.out);
    assert!(run.out.contains("Would add: 2 questions, 2 delegates"), "{}", run.out);
    assert_eq!(runner.text("phien.json"), before);
}

#[test]
fn a_table_is_read_in_the_encoding_that_its_bytes_tell_or_a_person_names() {
    let utf16: [fn(u16) -> [u8; 2]; 2] = [u16::to_le_bytes, u16::to_be_bytes];
    let marked = format!("\u{feff}{TABLE}");
    for bytes in utf16.map(|bytes| encoded(&marked, bytes)) {
        let runner = runner_with("cau-hoi.csv", bytes);
        let run = runner.run(&["import", "phien.json", "cau-hoi.csv"]).done();
        assert!(run.err.contains("2 câu"), "{}", run.err);
    }
    for (encoding, bytes, name) in [
        ("tcvn3", &b"noi dung,ten\nx,S\xeb Y t\xd5\n"[..], "Sở Y tế"),
        ("vni", b"noi dung,ten\nx,S\xf4\xfb Y te\xe1\n", "Sở Y tế"),
        ("windows-1258", b"noi dung,ten\nx,Ba\xf2n g\xe3\xf2p\n", "Bạn gặp"),
    ] {
        let runner = runner_with("cau-hoi.csv", bytes);
        let refused = runner.run(&["import", "phien.json", "cau-hoi.csv"]);
        assert_eq!(refused.code, 1);
        assert!(refused.err.contains(&format!("--encoding {encoding}")), "{}", refused.err);
        runner.run(&["import", "phien.json", "cau-hoi.csv", "--encoding", encoding]).done();
        let shown = runner.run(&["show", "phien.json"]).done().json();
        assert_eq!(shown["delegates"][0]["name"], name);
    }
    let runner = runner_with("cau-hoi.csv", "noi dung,ten\nx,Së Y tÕ\n");
    let refused = runner.run(&["import", "phien.json", "cau-hoi.csv"]);
    assert_eq!(refused.code, 1);
    assert!(
        refused.err.contains("dòng 2, cột B") && refused.err.contains("tcvn3"),
        "{}",
        refused.err
    );
    runner.write("cu.roster.json", r#"[{"name":"Së Y tÕ","kind":"agency"}]"#);
    let refused = runner.run(&["new", "moi.json", "--title", "T", "--roster", "cu.roster.json"]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("tcvn3"), "{}", refused.err);
}

#[test]
fn columns_are_named_by_a_person_where_their_headers_say_nothing() {
    let runner = runner_with("cau-hoi.csv", "A1,B1\nMột,Mai\n");
    let refused = runner.run(&["import", "phien.json", "cau-hoi.csv"]);
    assert!(refused.code == 1 && refused.err.contains("--map"), "{}", refused.err);
    let mapped = ["import", "phien.json", "cau-hoi.csv", "--map", "text=A1", "--map", "name=B"];
    runner.run(&mapped).done();
    let shown = runner.run(&["show", "phien.json"]).done().json();
    assert_eq!(
        (&shown["questions"][0]["text"], &shown["delegates"][0]["name"]),
        (&"Một".into(), &"Mai".into())
    );
    for wrong in ["text", "tuoi=A1", "text="] {
        let run = runner.run(&["import", "phien.json", "cau-hoi.csv", "--map", wrong]);
        assert_eq!(run.code, 2, "{wrong}: {}", run.err);
    }
    assert_eq!(
        runner.run(&["import", "phien.json", "cau-hoi.csv", "--encoding", "latin1"]).code,
        2
    );
    assert_eq!(runner.run(&["import", "phien.json", "cau-hoi.csv", "--as", "tasks"]).code, 2);
}

#[test]
fn rosters_and_delegates_come_from_tables_and_from_json() {
    let runner = runner_with("ds.csv", "Tên\tViết tắt\tLoại\nSở Y tế\tSYT\tcơ quan\n");
    runner.run(&["import", "phien.json", "ds.csv", "--as", "responders"]).done();
    let delegates = r#"[{"name":"Mai","unit":"A"},{"name":"Lan","seat":12}]"#;
    runner.write("db.json", delegates);
    runner.run(&["import", "phien.json", "db.json", "--as", "delegates"]).done();
    let shown = runner.run(&["show", "phien.json"]).done().json();
    assert_eq!(shown["responders"][1]["short"], "SYT");
    assert_eq!(shown["delegates"][1]["seat"], "12");
}

#[test]
fn what_is_no_table_is_refused_in_words_and_nothing_steers_the_terminal() {
    for (name, bytes) in [
        ("a.docx", &b"x"[..]),
        ("a.xlsx", b"PK\x03\x04"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("a.json", b"{]"),
        ("a.json", b"[1]"),
        ("a.csv", b""),
        ("a.csv", b"noi dung\n\"x\n"),
        ("a.csv", b"noi dung,thoi gian\nx,\x1b[31mhom qua\xe2\x80\xae\n"),
    ] {
        let runner = runner_with(name, bytes);
        for more in [&[][..], &["--dry-run"]] {
            let arguments = [&["import", "phien.json", name], more].concat();
            let run = runner.run(&arguments);
            assert_eq!(run.code, 1, "{name} {bytes:?}: {}", run.err);
            let said = format!("{}{}", run.out, run.err);
            assert!(!said.trim().is_empty());
            assert!(!said.contains('\u{1b}') && !said.contains('\u{202e}'), "{said:?}");
        }
    }
    assert_eq!(Runner::with_a_session().run(&["import", "phien.json", "khong-co.csv"]).code, 1);
}
