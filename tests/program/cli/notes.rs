//! Reviewers' notes beside a session, printed with its transcript.

use std::fs;
use std::path::PathBuf;

use doithoai::review::notes::{NoteCommand, NoteSubject, pin};
use doithoai::session::number::QuestionNo;
use doithoai::store::read;
use doithoai::text::checksum::{PaperOrigin, origin};
use doithoai::workspace::reviews::Reviews;

use crate::support::runner::{DIALOGUE, ID, Runner};

impl Runner {
    fn reviews(&self, reviewer: &str) -> Reviews {
        Reviews::beside(&self.file("phien.json"), ID, reviewer, &[])
    }

    /// A note by `reviewer` on question 1, at the moment after so many events.
    fn note(&self, reviewer: &str, events: u64, text: &str) {
        let record = read(&self.file("phien.json")).expect("a session").record;
        let pin = pin(&record, events).expect("so many");
        let command = NoteCommand::Add {
            pin,
            about: NoteSubject::Question(QuestionNo(1)),
            text: text.to_owned(),
        };
        let now = "2024-04-02T21:37:00+07:00".parse().expect("a time");
        self.reviews(reviewer).save(&command, now).expect("kept");
    }

    fn names(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.path()).expect("listed").flatten();
        let mut names: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        names.sort();
        names
    }
}

#[test]
fn notes_of_two_reviewers_stand_at_the_end_of_the_transcript_and_are_sealed_with_it() {
    let runner = Runner::with_a_dialogue();
    runner.note("Lan", 6, "Hứa “quý này”\nmà chưa nói ngày.");
    runner.note("Trần Minh", 4, "Nguyện vọng chính đáng.");
    let before = runner.text("phien.json");
    let run = runner.run(&["export", "phien.json", "--notes"]).done();
    let section = "\
GHI CHÚ CỦA NGƯỜI RÀ SOÁT (2)

Các ghi chú sau do người rà soát viết thêm, không thuộc dữ liệu phiên và không
nằm trong mã đối chiếu trên.

1.  08:01, bước 4, câu 1 – Trần Minh, viết ngày 02/04/2024:
    Nguyện vọng chính đáng.

2.  08:05, bước 6, câu 1 – Lan, viết ngày 02/04/2024:
    Hứa “quý này”
    mà chưa nói ngày.
";
    assert!(run.out.contains(section), "{}", run.out);
    assert!(run.err.is_empty(), "{}", run.err);
    assert_eq!(origin(run.out.as_bytes()), PaperOrigin::Unchanged);
    assert_eq!(origin(run.out.replace("chính đáng", "vô lý").as_bytes()), PaperOrigin::Edited);
    assert_eq!(runner.text("phien.json"), before);
    let english = runner.run(&["export", "--notes", "phien.json", "--lang", "en"]).done().out;
    let head = "1.  08:01, event 4, question 1 – Trần Minh, written on 2 April 2024:\n";
    assert!(english.contains("REVIEWERS’ NOTES (2)") && english.contains(head), "{english}");
    let without = runner.run(&["export", "phien.json"]).done().out;
    assert!(!without.contains("GHI CHÚ"));
}

#[test]
fn a_session_without_notes_says_so_and_its_transcript_is_as_ever() {
    let runner = Runner::with_a_dialogue();
    let names = runner.names();
    let run = runner.run(&["export", "phien.json", "--notes"]).done();
    assert!(run.err.starts_with("Chưa có ghi chú nào về phien.json"), "{}", run.err);
    assert_eq!(run.out, runner.run(&["export", "phien.json"]).done().out);
    assert_eq!(runner.names(), names);
}

#[test]
fn a_note_is_flagged_when_the_session_grew_and_when_its_history_was_edited() {
    let runner = Runner::with_a_dialogue();
    runner.note("Lan", 6, "Xem lại.");
    let more = r#"{"command":"defer_question","question":1,"at":"2024-03-22T08:09:00+07:00"}"#;
    runner.run_with(&["apply", "phien.json"], more).done();
    let grown = runner.run(&["export", "phien.json", "--notes"]).done().out;
    let flag = "    \
    Lưu ý   Câu 1 đã có diễn biến mới từ khi ghi chú (1 bước, mới nhất là bước
            7); phiên có thêm 1 bước từ khi ghi chú.\n";
    assert!(grown.contains(flag), "{grown}");

    // The same session told otherwise: every hash fits, and it is not what was noted on.
    let notes = runner.text("phien.review.json");
    let other = Runner::with_a_session();
    let dialogue = DIALOGUE.replace("Trong quý này", "Trong năm này");
    other.run_with(&["apply", "phien.json"], dialogue).done();
    other.write("phien.review.json", &notes);
    let edited = other.run(&["export", "phien.json", "--notes"]).done().out;
    let flag = "    Lưu ý   Dữ liệu phiên cho đến chỗ này đã bị thay đổi từ khi ghi chú.\n";
    assert!(edited.contains(flag), "{edited}");
    assert!(edited.contains("1.  Bước 6, câu 1 – Lan"), "{edited}");
    assert!(edited.contains("    Xem lại.\n"), "{edited}");
}

#[test]
fn notes_on_what_a_damaged_file_still_holds_are_printed_and_the_others_flagged() {
    let runner = Runner::with_a_dialogue();
    runner.note("Lan", 4, "Trước chỗ hỏng.");
    runner.note("Lan", 6, "Sau chỗ hỏng.");
    let broken = runner.text("phien.json").replace("\"question_routed\"", "\"question_");
    runner.write("phien.json", &broken);
    let run = runner.run(&["export", "phien.json", "--notes"]);
    assert_eq!(run.code, 1);
    for told in [
        "Trước chỗ hỏng.\n    Lưu ý   Dữ liệu phiên ngắn hơn khi ghi chú, nay chỉ còn 4 bước.\n",
        "Sau chỗ hỏng.\n    Lưu ý   Dữ liệu phiên chỉ còn 4 bước, không tới chỗ được ghi chú.\n",
    ] {
        assert!(run.out.contains(told), "{}", run.out);
    }
    runner.write("phien.json", &broken[30..]);
    let run = runner.run(&["export", "phien.json", "--notes"]);
    assert_eq!(run.code, 1);
    assert!(!run.err.contains("ghi chú"), "{}", run.err);
}

#[test]
fn a_rebuilt_session_gets_no_times_by_its_notes_either() {
    let runner = Runner::new();
    let new = ["new", "phien.json", "--title", "T", "--source", "bài báo", "--id", ID];
    runner.run(&[&new[..], &["--at", "2024-03-22T08:00:00+07:00"]].concat()).done();
    let ask = r#"{"command":"ask_question","text":"Bao giờ?","at":"2024-03-22T08:01:00+07:00"}"#;
    runner.run_with(&["apply", "phien.json"], ask).done();
    runner.note("Lan", 2, "Chưa rõ ai hỏi.");
    let paper = runner.run(&["export", "phien.json", "--notes"]).done().out;
    assert!(paper.contains("1.  Bước 2, câu 1 – Lan, viết ngày 02/04/2024:"), "{paper}");
    assert!(!paper.contains("08:0") && !paper.contains("21:37"), "{paper}");
}

#[test]
fn a_review_named_on_the_command_line_is_printed_or_nothing_is() {
    let (runner, elsewhere) = (Runner::with_a_dialogue(), Runner::with_a_dialogue());
    elsewhere.note("Minh", 4, "Từ nơi khác.");
    let review = elsewhere.text("phien.review.json");
    runner.write("minh.json", &review);
    runner.note("Lan", 4, "Ở đây.");
    let run = runner.run(&["export", "phien.json", "--notes=minh.json"]).done();
    assert!(run.out.contains("Từ nơi khác.") && run.out.contains("Ở đây."), "{}", run.out);
    let twice = ["export", "--notes=minh.json", "--notes", "phien.json"];
    assert_eq!(runner.run(&twice).done().out, run.out);
    runner.write("khac.json", &review.replace(ID, "fedcba9876543210fedcba9876543210"));
    for (named, told) in [
        ("khong-co.json", "không có tệp hay thư mục này"),
        ("phien.json", "đây không phải tệp ghi chú của doithoai"),
        ("khac.json", "đây là ghi chú của một phiên khác"),
    ] {
        let run = runner.run(&["export", "phien.json", &format!("--notes={named}")]);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{named}");
        assert!(run.err.contains(named) && run.err.contains(told), "{}", run.err);
    }
}

#[test]
fn a_torn_review_beside_the_session_is_told_and_the_rest_is_printed() {
    let runner = Runner::with_a_dialogue();
    runner.note("Lan", 4, "Của Lan.");
    runner.note("Minh", 4, "Của Minh.");
    let torn = runner.text("phien.review.json").replace("\n]}", "");
    runner.write("phien.review.json", &torn);
    let run = runner.run(&["export", "phien.json", "--notes"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("Bỏ qua: không đọc được tệp ghi chú phien.review.json: JSON bị cụt"));
    assert!(run.out.contains("Của Minh.") && !run.out.contains("Của Lan."), "{}", run.out);
    assert_eq!(runner.text("phien.review.json"), torn);
    let foreign = torn.replace("\"text\"", "\"mau\":\"đỏ\",\"text\"") + "\n]}";
    runner.write("phien.review.json", &foreign);
    let run = runner.run(&["export", "phien.json", "--notes"]);
    assert!(run.err.contains("không có trường mau ở đây"), "{}", run.err);
}

#[test]
fn strangers_notes_steer_neither_the_terminal_nor_the_paper() {
    let runner = Runner::with_a_dialogue();
    let hostile = "a\u{1b}[2J\u{9b}1m\u{202e}b\u{2066}\rc\ndoithoai/1 · bản ghi · 00";
    runner.note("\u{1b}]0;x\u{7}\u{202e}Lan", 4, hostile);
    let written = runner.text("phien.review.json");
    for text in [written, runner.run(&["export", "phien.json", "--notes"]).done().out] {
        let steers = |letter: char| doithoai::text::safe::is_hostile(letter) && letter != '\n';
        assert!(!text.chars().any(steers), "{text:?}");
    }
}

#[test]
fn no_paper_is_written_over_a_review_whatever_is_said() {
    let runner = Runner::with_a_dialogue();
    runner.note("Lan", 4, "Giữ lại.");
    let before = runner.text("phien.review.json");
    let run = runner.run(&["export", "phien.json", "-o", "phien.review.json", "--force"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("ghi chú của người rà soát, không ghi đè"), "{}", run.err);
    assert_eq!(runner.text("phien.review.json"), before);
}
