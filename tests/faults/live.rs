//! F10: what others do while a session is live: nothing that was printed is lost, and the person is told.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use crate::program::{printed, script};
use crate::support::runner::{Runner, Running, output_of};

/// What is done between two events, and whether the person must hear of it.
type Scenario = (&'static str, fn(&Runner), Told);

#[derive(Clone, Copy, PartialEq)]
enum Told {
    Yes,
    /// Nothing is amiss.
    NoNeed,
}
use Told::{NoNeed, Yes};

const SCENARIOS: [Scenario; 20] = [
    ("an editor saves what it read, by rename", |runner| saved(runner, |bytes| bytes), NoNeed),
    ("an editor saves an older state, by rename", |runner| saved(runner, older), Yes),
    ("an editor saves without the reserve", |runner| saved(runner, |bytes| bare(&bytes)), Yes),
    ("another document is saved in its place", |runner| saved(runner, |_| b"{}".to_vec()), Yes),
    ("the file is emptied", |runner| cut(&runner.session(), 0), Yes),
    ("the file is cut in a line", |runner| cut(&runner.session(), 300), Yes),
    ("the file loses its last blank", |runner| shorten(&runner.session()), Yes),
    ("something is appended", |runner| append(&runner.session(), b"\nnote to myself"), Yes),
    ("a byte is changed in its last line", |runner| spoil(&runner.session()), Yes),
    ("the file is removed", |runner| remove(&runner.session()), Yes),
    ("a folder stands in its place", folder_in_its_place, Yes),
    ("a link to a copy stands in its place", |runner| linked(runner, "ban-sao.json"), NoNeed),
    ("a link to nowhere stands in its place", |runner| linked(runner, "khong-co/x.json"), Yes),
    ("its folder is moved away", |runner| moved(runner, "hoi-truong", "noi-khac"), Yes),
    ("nobody may read the file", |runner| forbid(&runner.session()), NoNeed),
    ("the black box is removed", |runner| remove(&runner.black_box()), NoNeed),
    ("the black box is emptied", |runner| cut(&runner.black_box(), 0), NoNeed),
    ("something is appended to the black box", |runner| append(&runner.black_box(), b"x"), NoNeed),
    ("the state folder is removed", |runner| remove_all(&runner.state()), NoNeed),
    ("both copies are removed", both_removed, Yes),
];

fn saved(runner: &Runner, change: impl Fn(Vec<u8>) -> Vec<u8>) {
    let beside = runner.file("saved");
    fs::write(&beside, change(fs::read(runner.session()).expect("read"))).expect("written");
    fs::rename(beside, runner.session()).expect("renamed");
}

fn older(bytes: Vec<u8>) -> Vec<u8> {
    let text = String::from_utf8(bytes).expect("UTF-8");
    let lines: Vec<&str> = text.lines().take(3).collect();
    format!("{}\n]}}\n", lines.join("\n")).into_bytes()
}

fn bare(bytes: &[u8]) -> Vec<u8> {
    bytes.trim_ascii_end().to_vec()
}

fn cut(path: &Path, length: u64) {
    let file = OpenOptions::new().write(true).open(path).expect("opened");
    file.set_len(length).expect("cut");
}

fn shorten(path: &Path) {
    cut(path, fs::metadata(path).expect("there").len() - 1);
}

fn append(path: &Path, bytes: &[u8]) {
    let mut file = OpenOptions::new().append(true).open(path).expect("opened");
    file.write_all(bytes).expect("appended");
}

fn spoil(path: &Path) {
    let mut bytes = fs::read(path).expect("read");
    let end = bytes.iter().rposition(|byte| *byte == b'}').expect("a trailer");
    bytes[end - 20] ^= 1;
    fs::write(path, bytes).expect("written");
}

fn remove(path: &Path) {
    fs::remove_file(path).expect("removed");
}

fn remove_all(path: &Path) {
    fs::remove_dir_all(path).expect("removed");
}

fn both_removed(runner: &Runner) {
    remove(&runner.session());
    remove(&runner.black_box());
}

fn folder_in_its_place(runner: &Runner) {
    remove(&runner.session());
    fs::create_dir(runner.session()).expect("a folder");
}

fn linked(runner: &Runner, to: &str) {
    let to = runner.session().with_file_name(to);
    if to.parent().is_some_and(Path::exists) {
        fs::copy(runner.session(), &to).expect("copied");
    }
    remove(&runner.session());
    symlink(to, runner.session()).expect("linked");
}

fn moved(runner: &Runner, from: &str, to: &str) {
    fs::rename(runner.file(from), runner.file(to)).expect("moved");
}

fn forbid(path: &Path) {
    fs::set_permissions(path, fs::Permissions::from_mode(0o000)).expect("forbidden");
}

/// What a person does who finds the file's name taken by something else, or its folder gone.
fn put_in_order(runner: &Runner) {
    let folder = runner.file("hoi-truong");
    if !folder.exists() {
        moved(runner, "noi-khac", "hoi-truong");
    }
    if fs::metadata(runner.session()).is_ok_and(|there| there.is_file()) {
        let _ = fs::set_permissions(runner.session(), fs::Permissions::from_mode(0o600));
    }
}

#[test]
fn whatever_is_done_to_the_files_of_a_live_session_every_printed_event_is_found_again() {
    for (name, harm, told) in SCENARIOS {
        let runner = Runner::with_a_session_in_a_folder();
        let mut running = Running::start(runner.apply(&runner.session()));
        let lines = script(6);
        for line in &lines[..3] {
            running.say(line);
            assert!(running.hears(), "{name}");
        }
        harm(&runner);
        lines[3..].iter().for_each(|line| running.say(line));
        let ended = running.end();
        let (printed, said, code) = (ended.printed(), ended.err, ended.code);
        assert!(printed.len() >= 6, "{name}: {} printed, {said}", printed.len());
        assert_eq!(code, 0, "{name}: {said}");
        assert!(told == NoNeed || !said.trim().is_empty(), "{name}: nothing was said");
        put_in_order(&runner);
        if let Err(why) = runner.finds(&printed) {
            panic!("{name}: {why}\nsaid while live: {said}");
        }
    }
}

#[test]
fn a_second_program_is_refused_by_whichever_path_it_comes() {
    let runner = Runner::with_a_session_in_a_folder();
    let (hard, soft) = (runner.file("hard.json"), runner.file("soft.json"));
    fs::hard_link(runner.session(), &hard).expect("linked");
    symlink(runner.session(), &soft).expect("linked");
    let mut running = Running::start(runner.apply(&runner.session()));
    let lines = script(4);
    running.say(&lines[0]);
    assert!(running.hears());
    for path in [runner.session(), hard, soft] {
        let second = output_of(&mut runner.apply(&path), &lines[3]);
        assert_eq!(second.status.code(), Some(1), "{}", path.display());
        assert!(second.stdout.is_empty() && !second.stderr.is_empty());
    }
    running.say(&lines[1]);
    let ended = running.end();
    let (printed, code) = (ended.printed(), ended.code);
    assert_eq!((printed.len(), code), (2, 0));
    runner.finds(&printed).expect("found");
}

#[test]
fn where_another_machine_went_on_the_first_program_stops_and_nothing_is_lost() {
    let runner = Runner::with_a_session_in_a_folder();
    let mut running = Running::start(runner.apply(&runner.session()));
    let lines = script(4);
    running.say(&lines[0]);
    assert!(running.hears());
    let mut elsewhere = runner.apply(&runner.session());
    elsewhere.env("XDG_STATE_HOME", runner.file("elsewhere"));
    let other = output_of(&mut elsewhere, &lines[1]);
    assert!(other.status.success());
    running.say(&lines[2]);
    let ended = running.end();
    let (mut told, said, code) = (ended.printed(), ended.err, ended.code);
    assert_eq!((told.len(), code), (1, 1), "{said}");
    assert!(!said.is_empty());
    told.extend(printed(&other));
    runner.finds(&told).expect("found");
}

/// Two accounts have two state folders: neither sees the other's lock.
#[test]
fn two_accounts_that_start_together_print_nothing_that_is_not_in_the_file() {
    let mut refused = 0;
    for round in 0..80 {
        let runner = Runner::with_a_session_in_a_folder();
        let lines = script(4).concat();
        let outputs: Vec<_> = ["one", "other"]
            .map(|account| {
                let mut apply = runner.apply(&runner.session());
                apply.env("XDG_STATE_HOME", runner.file(account));
                let lines = lines.clone();
                std::thread::spawn(move || output_of(&mut apply, &lines))
            })
            .map(|running| running.join().expect("ended"))
            .into();
        let file = fs::read_to_string(runner.session()).expect("read");
        for output in &outputs {
            for line in printed(output) {
                assert!(file.contains(&line), "round {round}: {line}");
            }
            refused += usize::from(!output.status.success());
        }
        let verified = runner.run(&[Path::new("verify"), &runner.session()]);
        assert!(verified.code == 0, "round {round}");
    }
    println!("{refused} of 160 were told that the other writes");
}

#[test]
fn recover_names_the_events_that_only_the_other_account_has_and_keeps_them() {
    let runner = Runner::with_a_session_in_a_folder();
    let lines = script(4);
    assert!(output_of(&mut runner.apply(&runner.session()), &lines[0]).status.success());
    let before = fs::read(runner.session()).expect("read");
    assert!(output_of(&mut runner.apply(&runner.session()), &lines[1]).status.success());
    // The other account's line is in the file, ours only in our black box.
    fs::write(runner.session(), before).expect("put back");
    let mut elsewhere = runner.apply(&runner.session());
    elsewhere.env("XDG_STATE_HOME", runner.file("elsewhere"));
    assert!(output_of(&mut elsewhere, &lines[2]).status.success());
    let recovered = runner.run(&[Path::new("recover"), &runner.session()]);
    let said = recovered.done().err;
    assert!(said.contains("bước riêng sau bước"), "{said}");
    let kept = runner.session().with_file_name("phien.fork-1.json");
    let verified = runner.run(&[Path::new("verify"), &kept]);
    assert!(verified.code == 0);
    assert!(output_of(&mut runner.apply(&runner.session()), &lines[3]).status.success());
}

#[test]
fn a_clock_that_jumps_never_breaks_the_order() {
    let runner = Runner::with_a_session_in_a_folder();
    let at = |time: &str| format!("{{\"command\":\"pause\",\"at\":\"{time}\"}}\n");
    let input = [
        "{\"command\":\"pause\"}\n",
        // A year on, and back: the clock's time is raised to it, a given one is refused.
        "{\"command\":\"resume\",\"at\":\"2099-03-22T08:00:00+07:00\"}\n",
        "{\"command\":\"pause\"}\n",
        "{\"command\":\"resume\"}\n",
        &at("2099-03-22T07:00:00+07:00"),
        "{\"command\":\"close\"}\n",
    ];
    let output = output_of(&mut runner.apply(&runner.session()), input.concat());
    let printed = printed(&output);
    assert_eq!((printed.len(), output.status.code()), (5, Some(1)));
    assert!(printed[2..].iter().all(|line| line.contains("\"at\":\"2099-03-22T")), "{printed:?}");
    let verified = runner.run(&[Path::new("verify"), &runner.session()]);
    assert!(verified.code == 0);
    runner.finds(&printed).expect("found");
}

#[test]
fn signals_end_or_stop_apply_and_take_nothing() {
    for name in ["HUP", "TERM", "INT", "STOP"] {
        let runner = Runner::with_a_session_in_a_folder();
        let mut running = Running::start(runner.apply(&runner.session()));
        let lines = script(4);
        for line in &lines[..2] {
            running.say(line);
            assert!(running.hears());
        }
        running.signal(name);
        if name == "STOP" {
            running.say(&lines[2]);
            running.signal("CONT");
            assert!(running.hears(), "it goes on");
        }
        let ended = running.end();
        let (printed, code) = (ended.printed(), ended.code);
        assert_eq!(code >= 0, name == "STOP", "{name}");
        runner.finds(&printed).unwrap_or_else(|why| panic!("{name}: {why}"));
    }
}

#[test]
fn signals_at_the_desk_keep_the_draft_and_free_the_lock() {
    for (name, code) in [("HUP", 129), ("TERM", 143)] {
        let runner = Runner::new();
        let path = runner.file("hop.json").to_string_lossy().into_owned();
        runner.run(&["new", &path, "--title", "Đối thoại thử"]).done();
        let mut desk = runner.start(&["open", &path], 120, 36);
        desk.until("ĐANG DIỄN RA")
            .type_in("n")
            .until("Ctrl+S")
            .type_in("Câu dang")
            .until("Câu dang");
        desk.signal("STOP");
        desk.signal("CONT");
        desk.type_in(" dở").until("Câu dang dở");
        desk.signal(name);
        assert_eq!(desk.end(), code, "{name}");
        assert!(!desk.is_full_screen(), "{name}: the terminal is given back");
        let mut again = runner.start(&["open", &path], 120, 36);
        again.until("ĐANG DIỄN RA").type_in("D").until("Câu dang dở");
    }
}

#[test]
fn the_desk_tells_of_a_file_taken_away_and_goes_on() {
    let runner = Runner::new();
    let path = runner.file("hop.json").to_string_lossy().into_owned();
    runner.run(&["new", &path, "--title", "Đối thoại thử"]).done();
    let mut desk = runner.start(&["open", &path], 120, 36);
    desk.until("ĐANG DIỄN RA");
    fs::write(&path, "một văn bản khác").expect("overwritten");
    desk.type_in("n").until("Ctrl+S").type_in("Câu sau sự cố").until("sự cố").type_in("\x13");
    desk.until("hop.2.json").until("2/2");
    desk.type_in("q");
    assert_eq!(desk.end(), 0);
    let shown = runner.run(&["show", &path.replace("hop.json", "hop.2.json")]);
    assert!(shown.code == 0 && shown.out.contains("Câu sau sự cố"), "{shown:?}");
    assert_eq!(fs::read(&path).expect("read"), "một văn bản khác".as_bytes());
}
