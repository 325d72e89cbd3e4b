//! F9: the disk is full, or the file may not grow: `new` refuses cleanly, and what was printed stays.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::parallel::share;
use crate::program::{printed, script, text};
use crate::support::runner::{PROGRAM, Runner, output_of};
use crate::support::scale::sample_or_all;
use crate::support::skipped::skipped;

const KIB: usize = 1024;

/// The program with this file-size limit, in KiB.
fn limited(runner: &Runner, kib: usize, verb: &str) -> Command {
    let mut shell = runner.command_of("sh");
    // POSIX counts in blocks of 512 bytes.
    let script = format!("ulimit -f {} && exec \"$0\" \"$@\"", kib * 2);
    shell.args(["-c", &script, PROGRAM, verb]).arg(runner.session());
    shell
}

fn under_a_limit(kib: usize) {
    let runner = Runner::in_memory();
    fs::create_dir_all(runner.file("hoi-truong")).expect("a folder");
    let made = output_of(limited(&runner, kib, "new").args(["--title", "Đối thoại"]), "");
    if !made.status.success() {
        assert!(kib < 260, "{kib} KiB are enough: {}", text(&made.stderr));
        assert_eq!(made.status.code(), Some(1), "{kib} KiB");
        assert!(!made.stderr.is_empty(), "{kib} KiB: nothing is said");
        let left = fs::read_dir(runner.file("hoi-truong")).expect("a folder").count();
        assert_eq!(left, 0, "{kib} KiB: something is left behind");
        return;
    }
    let runner = Runner::with_a_session_in_a_folder();
    let output = output_of(&mut limited(&runner, kib, "apply"), script(kib.div_ceil(2)).concat());
    let found = runner.finds(&printed(&output));
    assert!(found.is_ok(), "{kib} KiB: {found:?}\n{}", text(&output.stderr));
    let ended_well = output.status.success();
    assert!(ended_well || !output.stderr.is_empty(), "{kib} KiB: nothing is said");
}

#[test]
fn a_file_that_may_not_grow_keeps_what_was_printed() {
    let all = (272..=2048).step_by(8).chain((16..272).step_by(16)).collect();
    let sizes: Vec<usize> = sample_or_all(vec![64, 256, 300, 420], all);
    share(&sizes, |kib, _| under_a_limit(*kib));
    println!("{} file-size limits", sizes.len());
}

/// Mounts or unmounts; only root may.
fn done(program: &str, arguments: &[&str], folder: &Path) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).arg(folder).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

#[test]
fn on_a_disk_of_any_size_what_was_printed_stays() {
    let own = tempfile::tempdir().expect("a folder");
    for kib in (272..=2048).step_by(sample_or_all(480, 48)) {
        let size = format!("size={}", kib * KIB);
        if !done("mount", &["-t", "tmpfs", "-o", &size, "tmpfs"], own.path()) {
            skipped("only root may mount small disks");
            return;
        }
        let runner = Runner::at(own.path());
        let made = output_of(&mut runner.create(PROGRAM), "");
        let outcome = if made.status.success() {
            let output = output_of(&mut runner.apply(&runner.session()), script(kib / 2).concat());
            // The next day there is room again.
            done("mount", &["-o", "remount,size=16m"], own.path());
            runner.finds(&printed(&output)).map(drop)
        } else {
            let left = fs::read_dir(own.path().join("hoi-truong")).expect("a folder").count();
            if left == 0 { Ok(()) } else { Err("`new` left something behind".to_owned()) }
        };
        assert!(done("umount", &[], own.path()), "unmounted");
        assert!(outcome.is_ok(), "{kib} KiB: {outcome:?}");
    }
}
