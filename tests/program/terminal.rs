//! The real program in a pseudo-terminal, as a moderator meets it.

use crate::support::runner::{PROGRAM, Run, Runner};
use crate::support::sequences;
use crate::support::terminal::Terminal;

const CTRL_S: &str = "\x13";
const ESC: &str = "\x1b";
const ENTER: &str = "\r";
const DOWN: &str = "\x1b[B";

const ROSTER: &str = r#"[
 {"id":"so-khcn","name":"Sở Khoa học và Công nghệ","short":"Sở KH&CN","kind":"agency","aliases":[],"remit":["quỹ nghiên cứu"]},
 {"id":"so-xd","name":"Sở Xây dựng","short":"SXD","kind":"agency","aliases":["Sở Giao thông"],"remit":["nhà ở","nhà trọ"]},
 {"id":"thanh-doan","name":"Thành Đoàn","kind":"agency","aliases":[],"remit":["cán bộ Đoàn"]}
]"#;

fn runner_with_roster() -> Runner {
    let runner = Runner::new();
    std::fs::create_dir_all(runner.sessions()).expect("a folder");
    std::fs::write(runner.sessions().join("thanh-pho.roster.json"), ROSTER).expect("a roster");
    runner
}

fn only_session(runner: &Runner) -> std::path::PathBuf {
    let files = std::fs::read_dir(runner.sessions()).expect("the folder");
    let mut paths = files.map(|file| file.expect("a file").path());
    paths
        .find(|path| {
            let name = path.to_string_lossy();
            name.ends_with(".json") && !name.ends_with(".roster.json")
        })
        .expect("a session")
}

/// The document a JSON tool sees at this moment.
fn json(path: &std::path::Path) -> serde_json::Value {
    let text = std::fs::read_to_string(path).expect("the session file");
    serde_json::from_str(&text).expect("valid JSON at every moment")
}

/// Asks a question; it is recorded as the event with this number.
fn ask(terminal: &mut Terminal, text: &str, event: usize) {
    terminal.type_in("n").until("Ctrl+S").type_in(text).until(text).type_in(CTRL_S);
    terminal.until(&format!("đã lưu 2/2 · bước {event}"));
}

#[test]
fn a_whole_session_from_the_start_screen_to_the_printed_transcript() {
    let runner = runner_with_roster();
    let mut desk = runner.start(&[], 120, 36);
    desk.until("phiên mới").type_in("n").until("thanh-pho.roster.json");
    desk.type_in("Đối thoại thử").until("Đối thoại thử").type_in(CTRL_S).until("ĐANG DIỄN RA");
    let path = only_session(&runner);
    for (place, text) in
        ["Nhà trọ quá đắt", "Quỹ nghiên cứu ở đâu", "Cán bộ Đoàn hết tuổi", "Xe buýt", "Sân chơi"]
            .iter()
            .enumerate()
    {
        ask(&mut desk, text, 5 + place);
        assert_eq!(json(&path)["events"].as_array().map(Vec::len), Some(5 + place));
    }
    desk.type_in("\x1b[H").type_in(ENTER).until("Phân công · câu 1").type_in("nha tro");
    desk.until("nha tro").type_in(ENTER).until("chủ trì").type_in(CTRL_S).until("CHỜ MỜI");
    desk.type_in(ENTER).until("ĐANG PHÁT BIỂU").type_in(ENTER).until("Ctrl+S");
    desk.type_in("Thành phố đang quy hoạch ba khu.").type_in(CTRL_S).until("ĐÃ TRẢ LỜI");
    desk.type_in("t").until("Ctrl+S").type_in("Rà soát giá nhà trọ").type_in(CTRL_S).gone("Ctrl+S");
    desk.until("bước 14");
    desk.type_in("u").until("bước 15").type_in("U").until("bước 16");
    desk.type_in("C")
        .until("những câu chưa có kết quả")
        .type_in("x")
        .until("Không tiếp nhận · câu");
    desk.type_in("Hỏi trùng nội dung đã trả lời").type_in(CTRL_S).until("bước 17");
    desk.type_in(CTRL_S).until("Xuất bản ghi ra tệp").type_in(ENTER).until("Đã xuất bản ghi");
    desk.until("╭ Phiên đã kết thúc").type_in(ESC).gone("╭ Phiên đã kết thúc");
    desk.type_in("q").until("đã kết thúc").until("phiên mới").type_in("q");
    assert_eq!(desk.end(), 0);
    assert!(!desk.is_full_screen(), "the terminal is given back");

    let name = path.to_string_lossy().into_owned();
    let Run { code, out: printed, err: said } = runner.run(&["verify", &name]);
    assert_eq!(code, 0, "{printed}{said}");
    let Run { code, out: transcript, .. } = runner.run(&["export", &name]);
    assert_eq!(code, 0);
    assert!(transcript.contains("Thành phố đang quy hoạch ba khu."), "{transcript}");
    let beside = std::fs::read_to_string(path.with_extension("txt")).expect("the transcript");
    assert_eq!(beside, transcript, "the desk and the command write the same paper");
    let text = std::fs::read_to_string(&path).expect("the file");
    assert!(!text.contains("   "), "a closed session is left tidy");
}

fn new_session(runner: &Runner) -> String {
    let path = runner.file("hop.json").to_string_lossy().into_owned();
    let roster = runner.sessions().join("thanh-pho.roster.json").to_string_lossy().into_owned();
    let Run { code, err: said, .. } =
        runner.run(&["new", &path, "--title", "Đối thoại thử", "--roster", &roster]);
    assert_eq!(code, 0, "{said}");
    path
}

#[test]
fn killed_in_the_middle_of_typing_the_program_offers_every_word_again() {
    let runner = runner_with_roster();
    let path = new_session(&runner);
    let mut desk = runner.start(&["open", &path], 120, 36);
    desk.until("ĐANG DIỄN RA");
    ask(&mut desk, "Câu đã ghi", 5);
    desk.type_in("n").until("Ctrl+S").type_in("Em xin hỏi một câu còn dang dở").until("dang dở");
    desk.signal("KILL");
    desk.end();
    let Run { code, out: printed, .. } = runner.run(&["verify", &path]);
    assert_eq!(code, 0, "{printed}");
    let mut again = runner.start(&["open", &path], 120, 36);
    again
        .until("Câu đã ghi")
        .type_in(ENTER)
        .until("Em xin hỏi một câu còn dang dở")
        .type_in(CTRL_S);
    again.until("bước 6").type_in("q");
    assert_eq!(again.end(), 0);
    let Run { out: shown, .. } = runner.run(&["show", &path]);
    assert!(shown.contains("Em xin hỏi một câu còn dang dở"));
}

#[test]
fn a_second_program_is_told_who_writes_and_may_watch_what_happens_live() {
    let runner = runner_with_roster();
    let path = new_session(&runner);
    let mut desk = runner.start(&["open", &path], 100, 30);
    desk.until("ĐANG DIỄN RA");
    let mut second = runner.start(&["open", &path], 100, 30);
    second.until(&desk.pid().to_string()).type_in("y").until("chỉ xem");
    ask(&mut desk, "Câu hỏi vừa đến", 5);
    second.until("Câu hỏi vừa đến").type_in("n").until("Chỉ xem: từ đây");
    second.type_in("q");
    assert_eq!(second.end(), 0);
    let Run { code, err: said, .. } =
        runner.run_with(&["apply", &path], "{\"command\":\"pause\"}\n");
    assert_eq!(code, 1);
    assert!(said.contains(&desk.pid().to_string()), "{said}");
    desk.type_in("q");
    assert_eq!(desk.end(), 0);
}

#[test]
fn the_terminal_is_given_back_when_the_program_is_told_to_end_or_its_window_goes() {
    for (signal, code) in [("TERM", 143), ("HUP", 129)] {
        let runner = runner_with_roster();
        let path = new_session(&runner);
        let mut desk = runner.start(&["open", &path], 80, 24);
        desk.until("ĐANG DIỄN RA").type_in("n").until("Ctrl+S").type_in("dở dang").until("dở dang");
        desk.signal(signal);
        assert_eq!(desk.end(), code);
        assert!(!desk.is_full_screen());
        let mut again = runner.start(&["open", &path], 80, 24);
        again.until("ĐANG DIỄN RA").type_in(ENTER).until("dở dang");
    }
}

#[test]
fn ctrl_z_gives_the_shell_back_and_fg_the_desk() {
    let runner = runner_with_roster();
    let path = new_session(&runner);
    let mut command = runner.in_a_terminal("sh");
    command.arg("-i");
    command.env("PS1", "prompt> ");
    let mut shell = Terminal::start(command, 100, 30);
    shell.until("prompt> ");
    let program = env!("CARGO_BIN_EXE_doithoai");
    shell.type_in(&format!("{program} open {path}\n")).until("ĐANG DIỄN RA");
    shell.type_in("\x1a").until("Stopped");
    assert!(!shell.is_full_screen());
    shell.type_in("fg\n").until("ĐANG DIỄN RA").type_in("q").until("prompt> ");
    shell.type_in("exit\n");
}

#[test]
fn no_window_is_too_small_and_none_breaks_the_desk() {
    let runner = runner_with_roster();
    let path = new_session(&runner);
    let mut desk = runner.start(&["open", &path], 120, 36);
    desk.until("ĐANG DIỄN RA");
    ask(&mut desk, "Câu hỏi", 5);
    let sizes = [
        (80, 24, "Hàng đợi"),
        (20, 5, "cửa sổ quá nhỏ"),
        (1, 1, ""),
        (200, 60, "Hàng đợi"),
        (39, 9, "cửa sổ quá nhỏ"),
        (120, 36, "Hàng đợi"),
    ];
    for (columns, rows, words) in sizes {
        desk.resize(columns, rows);
        desk.type_in(DOWN).type_in("?q").type_in(DOWN).until(words);
    }
    desk.until("Hàng đợi").type_in("q");
    assert_eq!(desk.end(), 0);
}

#[test]
fn strangers_text_sends_no_sequence_of_its_own_to_the_terminal() {
    let runner = runner_with_roster();
    let path = new_session(&runner);
    let hostile = r#"{"command":"ask_question","asker":{"name":"\u001b]0;bẫy\u0007"},"text":"\u001b[31mđỏ\u001b]8;;http://x\u001b\\ \u009b2J \u202eđảo\u202c \u0000","theme":"\u001bP1;2q"}"#;
    let Run { code, err: said, .. } = runner.run_with(&["apply", &path], format!("{hostile}\n"));
    assert_eq!(code, 0, "{said}");
    let mut desk = runner.start(&["open", &path], 120, 36);
    desk.until("␛[31mđỏ").type_in(ENTER).until("Phân công · câu 1").until("Ctrl+S");
    desk.type_in(ESC).gone("Ctrl+S").type_in("e").until("Ctrl+S").type_in(ESC).gone("Ctrl+S");
    desk.type_in("/do")
        .until("Tìm trong phiên")
        .type_in(ENTER)
        .gone("Tìm trong phiên")
        .type_in("q");
    assert_eq!(desk.end(), 0);
    for command in [&["show"][..], &["log"], &["export"]] {
        let arguments: Vec<&str> = command.iter().copied().chain([path.as_str()]).collect();
        let Run { code, out: printed, err: said } = runner.run(&arguments);
        assert_eq!(code, 0);
        let bad = |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
        assert!(!printed.chars().any(bad) && !said.chars().any(bad), "{command:?}: {printed:?}");
    }
    let foreign = sequences::foreign(&desk.bytes());
    assert!(foreign.is_empty(), "{foreign:?}");
}

#[test]
fn what_is_typed_while_the_session_is_still_being_opened_is_typed_at_the_desk() {
    let runner = runner_with_roster();
    let path = new_session(&runner);
    let mut desk = runner.start(&["open", &path], 100, 30);
    // Before the program takes the terminal, the terminal keeps what is typed, and gives it in one read: more
    // than three letters are a text then, and offered as a question.
    desk.type_in("Nhà trọ quá đắt").until("Câu mới với đoạn này?").type_in("y");
    desk.until("Câu hỏi mới").until("Nhà trọ quá đắt");
    desk.type_in(CTRL_S).until("bước 5");
    desk.type_in("q");
    assert_eq!(desk.end(), 0);
}

#[test]
fn a_session_that_cannot_be_opened_leaves_the_screen_and_says_why() {
    let runner = runner_with_roster();
    let mut desk = runner.start(&["open", "khong-co.json"], 100, 30);
    assert_eq!(desk.end(), 1);
    desk.until("khong-co.json");
    assert!(!desk.is_full_screen(), "the terminal is given back");
}

#[test]
fn a_clock_that_is_not_at_the_halls_offset_is_told_when_the_desk_opens() {
    let runner = Runner::new();
    runner.run(&["new", "hop.json", "--title", "Đối thoại thử"]).done();
    let open = |zone: &str| {
        let mut command = runner.in_a_terminal(PROGRAM);
        command.args(["open", "hop.json"]);
        command.env("TZ", zone);
        Terminal::start(command, 200, 30)
    };
    let mut desk = open("UTC0");
    desk.until("Đồng hồ máy lệch UTC +00:00").type_in("q");
    assert_eq!(desk.end(), 0);
    runner
        .run_with(
            &["apply", "hop.json"],
            "{\"command\":\"correct_session\",\"utc_offset\":\"+07:00\"}\n",
        )
        .done();
    let mut desk = open("UTC0");
    desk.until("đã lưu 2/2").type_in("?").until("╭ Trợ giúp").type_in("\x1b").gone("╭ Trợ giúp");
    assert!(!desk.screen().contains("Đồng hồ máy"), "{}", desk.screen());
}

#[test]
fn documents_are_exported_from_the_desk_and_from_the_start_screen_for_this_account_alone() {
    let runner = Runner::with_a_dialogue();
    let file = runner.file("phien.json");
    let mut desk = runner.start(&["open", &file.display().to_string()], 120, 36);
    desk.until("đã lưu 2/2").type_in("\x1b[20~").until("Xuất văn bản");
    desk.type_in(DOWN).until("phien.bien-ban.txt").type_in("\t\t").until("phien.bien-ban.docx");
    desk.type_in(ENTER).until("Đã xuất").type_in(ENTER).gone("Đã xuất");
    desk.type_in("q").end();
    let minutes = runner.file("phien.bien-ban.docx");
    let bytes = std::fs::read(&minutes).expect("the minutes");
    assert_eq!(bytes.get(..2), Some(&b"PK"[..]));
    let folder = runner.path().display().to_string();
    let mut start = runner.start(&["--dir", &folder, "--lang", "en"], 80, 24);
    start.until("phien.json").type_in("x").until("Export a document");
    start.type_in(DOWN).type_in(DOWN).type_in(DOWN).until("phien.register.csv");
    start.type_in(ENTER).until("Exported").type_in(ENTER).gone("Exported").type_in("q").end();
    let register = runner.file("phien.register.csv");
    assert!(
        std::fs::read_to_string(&register).expect("the register").contains("Bao giờ có hỗ trợ?")
    );
    #[cfg(unix)]
    for paper in [minutes, register] {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&paper).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", paper.display());
    }
}
