//! F5: the program is killed at any moment; every event it had printed is there, and every word typed.

use std::path::Path;
use std::thread;
use std::time::Duration;

use crate::parallel::share;
use crate::program::{printed, script, text};
use crate::states::Random;
use crate::strace;
use crate::support::runner::{Runner, Running, output_of};
use crate::support::scale::sample_or_all;

const SEED: u64 = 5;

/// Kills `apply` once it has printed so many events, and so many microseconds later.
fn killed_after(events: usize, micros: u64) -> Result<(), String> {
    let runner = Runner::with_a_session_in_a_folder();
    let mut running = Running::start(runner.apply(&runner.session()));
    running.say(&script(50).concat());
    for _ in 0..events {
        assert!(running.hears(), "it ended by itself");
    }
    thread::sleep(Duration::from_micros(micros));
    running.child.kill().expect("killed");
    let printed = running.end().printed();
    runner.finds(&printed).map(drop)
}

fn kills(cases: &[(usize, u64)]) {
    share(cases, |(events, micros), _| {
        if let Err(why) = killed_after(*events, *micros) {
            panic!("killed {micros} µs after event {events} of 50: {why}");
        }
    });
    println!("{} kills", cases.len());
}

#[test]
fn killed_after_any_printed_event_and_at_any_time_apply_has_all_on_the_disk() {
    let mut random = Random(SEED);
    let (sample, all) = (vec![0, 1, 2, 17, 36, 49, 50], (0..=50).collect());
    let printed = sample_or_all(sample, all).into_iter().map(|events| (events, 0));
    let drawn = 0..sample_or_all(5, 150);
    let drawn: Vec<_> = drawn.map(|_| (random.below(50), random.next() % 3000)).collect();
    println!("seed {SEED}");
    kills(&printed.chain(drawn).collect::<Vec<_>>());
}

#[test]
fn killed_at_each_call_to_the_disk_apply_has_what_it_printed() {
    if !strace::is_here() {
        return;
    }
    let calls = ["openat", "pwrite64", "fdatasync", "fsync", "write", "ftruncate", "renameat2"];
    let cases = calls.iter().flat_map(|call| (1..=60).map(move |number| (*call, number)));
    let cases: Vec<_> = cases.step_by(sample_or_all(29, 1)).collect();
    share(&cases, |(call, number), _| {
        let runner = Runner::with_a_session_in_a_folder();
        let mut traced = strace::injected(&runner, call, "signal=SIGKILL", &number.to_string());
        let output = output_of(&mut traced, script(50).concat());
        if let Err(why) = runner.finds(&printed(&output)) {
            panic!("killed at {call} number {number}: {why} {}", text(&output.stderr));
        }
    });
    println!("{} kills at a call", cases.len());
}

/// Types at the desk until it is killed in the middle of a sentence.
fn desk_killed(recorded: usize, words: &str) {
    let runner = Runner::new();
    let path = runner.file("hop.json").to_string_lossy().into_owned();
    runner.run(&["new", &path, "--title", "Đối thoại thử"]).done();
    let mut desk = runner.start(&["open", &path], 120, 36);
    desk.until("ĐANG DIỄN RA");
    for number in 0..recorded {
        let question = format!("Câu số {number}");
        desk.type_in("n").until("Ctrl+S").type_in(&question).until(&question).type_in("\x13");
        desk.until(&format!("đã lưu 2/2 · bước {}", number + 2));
    }
    desk.type_in("n").until("Ctrl+S").type_in(words).until(words);
    desk.signal("KILL");
    desk.end();
    runner.run(&["verify", &path]).done();
    let shown = runner.run(&["show", &path]).out;
    assert!((0..recorded).all(|number| shown.contains(&format!("Câu số {number}"))), "{shown}");
    let mut again = runner.start(&["open", &path], 120, 36);
    again.until("ĐANG DIỄN RA").type_in("D").until(words);
    assert!(Path::new(&path).exists());
}

#[test]
fn killed_at_the_desk_after_any_letter_every_saved_event_and_every_word_is_there() {
    let words: Vec<char> = "Em xin hỏi: bao giờ có nhà ở?".chars().collect();
    for letters in (4..words.len()).step_by(sample_or_all(11, 1)) {
        let typed: String = words[..letters].iter().collect();
        desk_killed(letters % 4, typed.trim_end());
    }
}
