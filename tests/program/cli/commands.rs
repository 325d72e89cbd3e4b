//! Making sessions, looking at them, and being told what went wrong.

use crate::support::runner::{PROGRAM, Run, Runner};

#[test]
fn the_same_arguments_make_the_same_bytes() {
    let runner = Runner::with_a_session();
    runner.make("again.json").done();
    assert_eq!(runner.text("phien.json"), runner.text("again.json"));
    let verdict = runner.run(&["verify", "phien.json", "again.json"]).done();
    assert_eq!(verdict.out.lines().count(), 2);
}

#[test]
fn new_refuses_a_file_that_exists_and_leaves_it_alone() {
    let runner = Runner::with_a_session();
    let before = runner.text("phien.json");
    let run = runner.make("phien.json");
    assert_eq!((run.code, run.err.as_str()), (1, "Đã có phien.json. Hãy chọn tên khác.\n"));
    assert_eq!(runner.text("phien.json"), before);
}

#[test]
fn a_bad_roster_is_told_by_line_and_column_and_nothing_is_made() {
    let runner = Runner::new();
    for (roster, told) in [
        ("[\n{\"name\":\"A\",\"kind\":\"agency\",\"mandate\":\"x\"}]", "trường mandate"),
        ("[\n{\"name\":\"A\",\"kind\":\"agency\",\"name\":\"B\"}]", "được ghi hai lần (dòng 2"),
        ("[\n{\"name\":\"A\",\"kind\":\"bureau\"}]", "chỉ nhận: leader, agency (dòng 2, cột "),
        (
            "[{\"id\":\"a\",\"name\":\"A\",\"kind\":\"agency\"},{\"id\":\"a\",\"name\":\"B\",\"kind\":\"agency\"}]",
            "mục 2",
        ),
        ("{}", "sai kiểu"),
        ("[", "cụt"),
    ] {
        runner.write("don-vi.roster.json", roster);
        let run = runner.make("phien.json");
        assert_eq!(run.code, 1);
        assert!(run.err.contains(told), "{}", run.err);
        assert!(!runner.file("phien.json").exists());
    }
}

#[test]
fn show_folds_the_session_now_or_at_an_earlier_moment() {
    let runner = Runner::with_a_dialogue();
    let now = runner.run(&["show", "phien.json"]).done().json();
    assert_eq!(now["questions"][0]["status"], "answered");
    for (moment, events) in [("3", 3), ("08:02", 5), ("2024-03-22T08:01:30+07:00", 4)] {
        let then = runner.run(&["show", "phien.json", "--at", moment]).done().json();
        assert_eq!(then["events"], events);
        assert_eq!(then["questions"][0]["answers"].as_array().map_or(0, Vec::len), 0);
    }
    assert_eq!(runner.run(&["show", "phien.json", "--at", "7"]).code, 1);
}

#[test]
fn log_tells_each_event_in_the_persons_language() {
    let runner = Runner::with_a_dialogue();
    let log = runner.run(&["log", "phien.json"]).done().out;
    assert_eq!(log.lines().count(), 6);
    assert!(log.contains("thư ký: ") && log.contains("Nguyễn Thị Ánh"));
    let english = runner.run(&["log", "phien.json", "--lang", "en"]).done().out;
    assert_ne!(log, english);
}

#[test]
fn a_locale_changes_the_words_and_no_byte_of_a_paper() {
    let runner = Runner::with_a_dialogue();
    let english = |arguments: &[&str]| -> Run {
        let mut program = runner.command(arguments);
        program.env("LC_ALL", "en_US.UTF-8").output().expect("ran").into()
    };
    assert_eq!(english(&["export", "phien.json"]).out, runner.run(&["export", "phien.json"]).out);
    assert_ne!(english(&["log", "phien.json"]).out, runner.run(&["log", "phien.json"]).out);
    assert_eq!(english(&["sing"]).err.lines().next(), Some("There is no command “sing”."));
    assert!(english(&["--help"]).out.contains("Usage: doithoai [OPTIONS] [COMMAND]"));
    let asked = runner.run(&["export", "phien.json", "--lang", "en"]).done().out;
    assert_ne!(asked, runner.run(&["export", "phien.json"]).out);
}

#[test]
fn wrong_usage_is_told_apart_from_bad_input() {
    let runner = Runner::new();
    for wrong in [
        &["sing"][..],
        &["new"],
        &["show"],
        &["new", "x.json", "--title"],
        &["--lang", "fr"],
        &["show", "x.json", "--at", "sáng nay"],
        &["export", "x.json", "--format", "papyrus"],
        &["new", "x.json", "--title", "t", "--id", "XYZ"],
        &["new", "x.json", "--title", "t", "--number", "0"],
    ] {
        let run = runner.run(wrong);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{wrong:?}");
        assert!(run.err.ends_with("Xem cách dùng: doithoai --help\n"), "{}", run.err);
    }
    assert_eq!(runner.run(&["show", "khong-co.json"]).code, 1);
}

#[test]
fn strangers_names_do_not_steer_the_terminal() {
    let runner = Runner::new();
    for arguments in [["show", "a\u{1b}[2J\u{202e}.json"], ["a\u{1b}[2J\u{202e}", "b"]] {
        let run = runner.run(&arguments);
        assert!(!run.err.contains('\u{1b}') && !run.err.contains('\u{202e}'), "{}", run.err);
    }
}

#[test]
fn help_completions_and_manual_are_printed_to_stdout() {
    let runner = Runner::new();
    for arguments in [&["--help"][..], &["new", "--help"], &["completions", "bash"], &["man"]] {
        let run = runner.run(arguments).done();
        assert!(run.out.contains("doithoai") && run.err.is_empty());
    }
    assert!(runner.run(&["--version"]).done().out.starts_with("doithoai "));
}

#[test]
fn the_manual_describes_each_subcommand_with_its_options_and_says_what_replay_writes() {
    let runner = Runner::new();
    let page = |command| runner.run(&["man", command, "--lang", "en"]).done().out;
    let replay = page("replay");
    for told in ["doithoai replay", "\\-\\-speed", "\\-\\-lang", "NAME.review.json"] {
        assert!(replay.contains(told), "{told}: {replay}");
    }
    assert!(page("export").contains("\\-\\-document"));
    let unknown = runner.run(&["man", "nope"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (2, ""));
    let help = runner.run(&["replay", "--help", "--lang", "en"]).done().out;
    assert!(help.contains("NAME.review.json"), "{help}");
}

#[test]
fn a_bad_value_is_told_with_the_forms_that_are_accepted() {
    let runner = Runner::new();
    for (wrong, form) in [
        (&["new", "x.json", "--title", "t", "--number", "-1"][..], "số nguyên từ 1"),
        (&["new", "x.json", "--title", "t", "--number", "0"], "số nguyên từ 1"),
        (&["new", "x.json", "--title", "t", "--at", "-1"], "RFC 3339"),
        (&["new", "x.json", "--title", "t", "--at", "8:00"], "2024-03-22T08:00:00+07:00"),
        (&["show", "x.json", "--at", "-1"], "số của một bước (12)"),
        (&["show", "x.json", "--at", "sáng"], "8:42"),
        (&["new", "x.json", "--title", "t", "--id", "XYZ"], "32 chữ số"),
        (&["verify", "x.json", "--fingerprint", "5"], "64 chữ số"),
    ] {
        let run = runner.run(wrong);
        assert_eq!(run.code, 2, "{wrong:?}");
        assert!(run.err.contains("không hợp lệ cho “--") && run.err.contains(form), "{}", run.err);
        assert!(!runner.file("x.json").exists());
    }
}

#[test]
fn a_session_without_a_title_is_not_made() {
    let runner = Runner::new();
    for title in ["", "  ", "\u{200b}\u{feff}"] {
        let run = runner.run(&["new", "x.json", "--title", title]);
        assert_eq!(run.code, 1);
        assert_eq!(run.err, "Không lập được phiên: tên phiên đối thoại còn trống.\n");
        assert!(!runner.file("x.json").exists());
    }
}

#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_session_is_left_as_it_was() {
    let runner = Runner::new();
    for limit in ["0", "1", "100", "255"] {
        let mut shell = runner.command_of("sh");
        let script = format!("ulimit -f {limit}; exec \"$0\" new x.json --title t");
        shell.args(["-c", &script, PROGRAM]);
        let run: Run = shell.output().expect("ran").into();
        assert_eq!(run.code, 1, "{run:?}");
        assert_eq!(run.err, "Không tạo được x.json: vượt quá cỡ tệp cho phép.\n");
        let left = std::fs::read_dir(runner.path()).expect("read").flatten();
        let names: Vec<_> = left.map(|entry| entry.file_name()).collect();
        assert!(names.iter().all(|name| name == "state"), "{names:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_terminal_one_clean_sentence_says_so() {
    let runner = Runner::new();
    for (locale, said) in [
        ("vi_VN.UTF-8", "Không mở được màn hình: hãy chạy chương trình trong cửa sổ dòng lệnh.\n"),
        ("en_US.UTF-8", "No screen to draw on: run the program in a terminal window.\n"),
    ] {
        let mut alone = runner.command_of("setsid");
        alone.args(["--wait", PROGRAM]).env("LC_ALL", locale);
        let run: Run = alone.stdin(std::process::Stdio::null()).output().expect("ran").into();
        assert_eq!((run.code, run.err.as_str()), (1, said));
    }
}
