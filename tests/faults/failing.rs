//! F3: the disk fails any of its calls in any way, once or for ever; then the power goes, or the program is
//! killed.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use doithoai::session::command::Command;
use doithoai::session::payload::Failover;

use crate::disk::{DiskContents, Fault, Plan, STATE, SimDisk};
use crate::parallel::share;
use crate::script::{
    FILE, FOLDER, Locks, commands, created_with_little_reserve, document_in, lines_in, open,
};
use crate::states::{Moment, Random};
use crate::support::scale::sample_or_all;
use crate::support::stored::occasion;

const SEED: u64 = 91_2025;

const EINTR: i32 = 4;
/// EIO, ENOSPC, EDQUOT, EROFS, EFBIG, EINTR, and half of what was asked for.
const FAULTS: [Fault; 7] = [
    Fault::Error(5),
    Fault::Error(28),
    Fault::Error(122),
    Fault::Error(30),
    Fault::Error(27),
    Fault::Error(EINTR),
    Fault::Short,
];

/// What a session on a failing disk left.
struct Lived {
    disk: SimDisk,
    acknowledged: Vec<String>,
    /// Fail-overs whose new file did not hold everything.
    unverified: Vec<String>,
    moves: usize,
}

/// Opens, gives every command as `apply` would, and leaves.
fn live(base: &DiskContents, locks: &Locks, plan: Option<Plan>) -> Lived {
    let disk = locks.disk(base.clone());
    if let Some(plan) = plan {
        disk.fail(plan);
    }
    let acknowledged = lines_in(base.bytes(Path::new(FILE)));
    let mut lived = Lived { disk, acknowledged, unverified: Vec::new(), moves: 0 };
    let Ok(opened) = open(&lived.disk, locks) else { return lived };
    let recovery = opened.recovery();
    let mut stored = opened.stored;
    for command in recovery.map(Command::Recover).into_iter().chain(commands()) {
        if let Ok(lines) = stored.submit(command, &occasion()) {
            lived.acknowledged.extend(lines);
        }
        while let Some(moved) = stored.take_relocation() {
            lived.moves += 1;
            let held = document_in(lived.disk.contents().bytes(&lived.disk.named(&moved.to)));
            if held != Some(stored.record.fingerprint().events) {
                lived.unverified.push(format!("{} holds {held:?}", moved.to.display()));
            }
            let (from, to) = moved.names();
            let failover = Failover { from, to, why: "thử".to_owned() };
            if let Ok(lines) = stored.submit(Command::FailOver(failover), &occasion()) {
                lived.acknowledged.extend(lines);
            }
        }
    }
    // A file that cannot be tidied is as safe as before.
    let _ = stored.leave();
    lived
}

impl Lived {
    /// What is not as promised, for each way the session may end.
    fn faults(&self, base: &DiskContents, locks: &Locks) -> Vec<String> {
        let mut faults = self.disk.broken_rules();
        faults.extend(self.unverified.iter().cloned());
        let moment = Moment::of(base.clone()).after(&self.disk.operations());
        let nothing_loose = |names| moment.cut(names, &std::collections::BTreeMap::new());
        for (end, contents) in [
            ("killed", moment.all()),
            ("power cut", nothing_loose(0)),
            ("power cut, names kept", nothing_loose(moment.names.len())),
        ] {
            if let Err(fault) = self.is_found_again(contents, locks) {
                faults.push(format!("{end}: {fault}"));
            }
        }
        faults
    }

    fn is_found_again(&self, contents: DiskContents, locks: &Locks) -> Result<(), String> {
        let disk = locks.disk(contents);
        let opened = open(&disk, locks).map_err(|error| format!("open refuses: {error:?}"))?;
        let after = disk.contents();
        let bytes = after.bytes(&disk.named(&opened.path));
        document_in(bytes).ok_or("no JSON after the opening")?;
        let held = lines_in(bytes);
        let lost =
            self.acknowledged.iter().zip(held.iter().map(Some).chain(std::iter::repeat(None)));
        match lost.clone().find(|(known, held)| Some(*known) != *held) {
            None => Ok(()),
            Some((lost, held)) => {
                let (known, there) = (self.acknowledged.len(), lines_in(bytes).len());
                Err(format!("{known} acknowledged, {there} there; lost {lost} (there: {held:?})"))
            }
        }
    }
}

/// One in `every` of all calls that can fail, in every way; how many runs that were, and moves.
fn every_call_fails(every: usize, least: usize) {
    let base = created_with_little_reserve();
    let runs = AtomicUsize::new(0);
    let moves = AtomicUsize::new(0);
    let failures = Mutex::new(Vec::new());
    let mut random = Random(SEED);
    let mut plans = plans(&base, &Locks::new());
    plans.retain(|_| random.below(every) == 0);
    share(&plans, |plan, locks| {
        let lived = live(&base, locks, Some(plan.clone()));
        runs.fetch_add(1, Ordering::Relaxed);
        moves.fetch_add(lived.moves, Ordering::Relaxed);
        for fault in lived.faults(&base, locks) {
            failures.lock().expect("no panic").push(format!("{plan:?}: {fault}"));
        }
    });
    let (runs, moves) = (runs.into_inner(), moves.into_inner());
    let failures = failures.into_inner().expect("no panic");
    println!("seed {SEED}: {runs} runs, {moves} fail-overs");
    let some: Vec<&String> = failures.iter().take(8).collect();
    assert!(failures.is_empty(), "{} faults in {runs} runs, such as: {some:#?}", failures.len());
    assert!(runs >= least && moves > 0, "only {runs} runs");
}

fn plans(base: &DiskContents, locks: &Locks) -> Vec<Plan> {
    let mut plans = Vec::new();
    for under in [PathBuf::from("/"), PathBuf::from(FOLDER), PathBuf::from(STATE)] {
        let counted = Plan { from: usize::MAX, fault: Fault::Short, under, times: 0 };
        let calls = live(base, locks, Some(counted.clone())).disk.calls();
        for from in 0..calls {
            for fault in FAULTS {
                // No system interrupts for ever.
                let long = if fault == Fault::Error(EINTR) { 40 } else { usize::MAX };
                for times in [1, long] {
                    plans.push(Plan { from, fault, times, ..counted.clone() });
                }
            }
        }
    }
    plans
}

#[test]
fn whatever_call_fails_what_was_acknowledged_is_found_again() {
    let (every, least) = sample_or_all((24, 200), (1, 2000));
    every_call_fails(every, least);
}
