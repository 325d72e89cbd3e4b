//! F1: the power fails at any moment of a session, and what was being written is torn in any way.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use doithoai::record::Fingerprint;

use crate::disk::{DiskContents, DiskOperation, SimDisk};
use crate::parallel::share;
use crate::script::{Locks, Step, TracedSession, Way, created, open, survives, traced_dialogue};
use crate::states::{Moment, Random, Tear, tears};
use crate::support::scale::sample_or_all;

const SEED: u64 = 20_240_322;

/// A way for the power to fail: after these operations, with these tears.
#[derive(Clone)]
struct Cut<'a> {
    step: &'a Step,
    moment: &'a Moment,
    names: usize,
    tears: BTreeMap<u64, Vec<Tear>>,
}

impl fmt::Display for Cut<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "  {} events acknowledged, then: {}", self.step.known, self.step.what)?;
        for (path, file) in &self.moment.durable.names {
            let unsynced = self.moment.unsynced.get(file).into_iter().flatten();
            let tears = self.tears.get(file).into_iter().flatten();
            for (unsynced, tear) in unsynced.zip(tears) {
                let (length, offset) = (unsynced.bytes.len(), unsynced.offset);
                writeln!(f, "  {}: {length} bytes at {offset}: {tear:?}", path.display())?;
            }
        }
        let names = &self.moment.names;
        write!(f, "  names: {} of {names:?}", self.names)
    }
}

/// The moments in which the power can fail within a step.
fn moments(traced: &TracedSession, step: &Step) -> Vec<Moment> {
    let before = Moment::of(traced.base.clone()).after(&traced.operations[..step.from]);
    let operations = &traced.operations[step.from..step.to];
    (0..=operations.len()).map(|done| before.clone().after(&operations[..done])).collect()
}

/// Every tear of each unsynced write, with tears drawn by lot for all others; each number of names.
fn cuts<'a>(step: &'a Step, moment: &'a Moment, random: &mut Random) -> Vec<Cut<'a>> {
    let mut cuts = Vec::new();
    let lots: BTreeMap<u64, Vec<Vec<Tear>>> = moment
        .unsynced
        .iter()
        .map(|(file, unsynced)| {
            (*file, unsynced.iter().map(|unsynced| tears(unsynced, random)).collect())
        })
        .collect();
    for names in 0..=moment.names.len() {
        let cut = |tears| Cut { step, moment, names, tears };
        if lots.is_empty() {
            cuts.push(cut(BTreeMap::new()));
        }
        for (file, writes) in &lots {
            for (place, ways) in writes.iter().enumerate() {
                for way in ways {
                    let mut tears = drawn(&lots, random);
                    if let Some(tears) = tears.get_mut(file) {
                        tears[place] = *way;
                    }
                    cuts.push(cut(tears));
                }
            }
        }
    }
    cuts
}

fn drawn(lots: &BTreeMap<u64, Vec<Vec<Tear>>>, random: &mut Random) -> BTreeMap<u64, Vec<Tear>> {
    let mut draw = |ways: &Vec<Tear>| match random.below(4) {
        0 => Tear::NONE,
        1 => Tear::WHOLE,
        _ => ways[random.below(ways.len())],
    };
    lots.iter().map(|(file, writes)| (*file, writes.iter().map(&mut draw).collect())).collect()
}

/// What was tried and what came of it.
#[derive(Default)]
struct Tally {
    states: AtomicUsize,
    in_repair: AtomicUsize,
    recovered: AtomicUsize,
    failures: Mutex<Vec<String>>,
}

impl Tally {
    fn note(&self, outcome: Result<Way, String>, told: impl Fn() -> String) {
        match outcome {
            Ok(Way::Opened) => {}
            Ok(Way::Recovered) => drop(self.recovered.fetch_add(1, Ordering::Relaxed)),
            Err(why) => {
                let told = format!("{why}\n{}", told());
                self.failures.lock().expect("no panic").push(told);
            }
        }
    }

    fn conclude(self, least: usize) {
        let (states, in_repair) = (self.states.into_inner(), self.in_repair.into_inner());
        let recovered = self.recovered.into_inner();
        let failures = self.failures.into_inner().expect("no panic");
        println!(
            "seed {SEED}: {states} states, {in_repair} of them in a repair, {recovered} by `recover`"
        );
        let shortest: Vec<&String> = failures.iter().take(3).collect();
        assert!(failures.is_empty(), "{} of {states} fail, such as: {shortest:#?}", failures.len());
        assert!(states >= least, "only {states} states");
    }
}

/// Tries one in `every` of the states of a traced session; after one in `deeper` of those, the repair is cut too.
fn torture(traced: &TracedSession, every: usize, deeper: usize, tally: &Tally) {
    share(&traced.steps, |step, locks| torture_step(traced, step, locks, (every, deeper), tally));
}

fn torture_step(
    traced: &TracedSession,
    step: &Step,
    locks: &Locks,
    (every, deeper): (usize, usize),
    tally: &Tally,
) {
    let mut random = Random(SEED ^ step.from as u64);
    for moment in moments(traced, step) {
        for cut in cuts(step, &moment, &mut random) {
            if random.below(every) > 0 {
                continue;
            }
            let contents = moment.cut(cut.names, &cut.tears);
            let disk = locks.disk(contents.clone());
            tally.states.fetch_add(1, Ordering::Relaxed);
            let outcome = awakened(&disk, locks, step, &traced.chain);
            let survived = outcome.is_ok();
            tally.note(outcome, || cut.to_string());
            if survived && random.below(deeper) == 0 {
                let repair = (contents, disk.operations());
                cut_in_repair(&repair, &cut, locks, &traced.chain, &mut random, tally);
            }
        }
    }
}

/// The power fails again while the next opening mends; then a third opening.
fn cut_in_repair(
    (contents, operations): &(DiskContents, Vec<DiskOperation>),
    first: &Cut<'_>,
    locks: &Locks,
    chain: &[Fingerprint],
    random: &mut Random,
    tally: &Tally,
) {
    let step = Step { what: format!("mending after\n{first}"), ..first.step.clone() };
    for done in 0..=operations.len() {
        let moment = Moment::of(contents.clone()).after(&operations[..done]);
        let cuts = cuts(&step, &moment, random);
        for cut in [&cuts[random.below(cuts.len())], &cuts[random.below(cuts.len())]] {
            let disk = locks.disk(moment.cut(cut.names, &cut.tears));
            tally.states.fetch_add(1, Ordering::Relaxed);
            tally.in_repair.fetch_add(1, Ordering::Relaxed);
            tally.note(awakened(&disk, locks, first.step, chain), || cut.to_string());
        }
    }
}

/// A file that nobody was told of may be missing; else everything that was acknowledged is there.
fn awakened(
    disk: &SimDisk,
    locks: &Locks,
    step: &Step,
    chain: &[Fingerprint],
) -> Result<Way, String> {
    let there = disk.contents().bytes(crate::script::FILE.as_ref()).is_some();
    if step.known == 0 && !there {
        return Ok(Way::Opened);
    }
    survives(disk, locks, step.known, chain)
}

#[test]
fn after_any_torn_write_and_any_torn_repair_every_acknowledged_event_is_there() {
    let (every, deeper, least) = sample_or_all((12_usize, 60, 4000), (1, 40, 60_000));
    let tally = Tally::default();
    torture(&created(), every.div_ceil(8), deeper, &tally);
    torture(&traced_dialogue(&Locks::new()), every, deeper, &tally);
    tally.conclude(least);
}

/// The unit in which a kernel writes.
const PAGE: usize = 4096;

#[test]
fn no_two_copies_are_ever_being_written_at_the_same_time() {
    let traced = traced_dialogue(&Locks::new());
    for step in &traced.steps {
        for moment in moments(&traced, step) {
            assert!(moment.unsynced.len() <= 1, "{}: {:?}", step.what, moment.unsynced.keys());
        }
    }
}

/// A sector that goes bad while its page is written takes the whole page, earlier lines with it.
#[test]
fn garbage_in_the_page_being_written_loses_no_acknowledged_event() {
    let traced = traced_dialogue(&Locks::new());
    let tally = Tally::default();
    share(&traced.steps[1..traced.steps.len() - 1], |step, locks| {
        // As after any opening, the lock says where the file stands.
        drop(open(&locks.disk(traced.base.clone()), locks));
        for moment in moments(&traced, step) {
            for (file, unsynced) in &moment.unsynced {
                let mut contents = moment.durable.clone();
                for write in unsynced {
                    let end = write.offset + write.bytes.len();
                    let pages = write.offset / PAGE * PAGE..end.div_ceil(PAGE) * PAGE;
                    let left = contents.files[file].len().max(end).min(pages.end) - pages.start;
                    contents.write(*file, pages.start, &vec![0xa5; left]);
                }
                let disk = locks.disk(contents);
                tally.states.fetch_add(1, Ordering::Relaxed);
                let outcome = survives(&disk, locks, step.known, &traced.chain);
                tally.note(outcome, || format!("{}: file {file}", step.what));
            }
        }
    });
    tally.conclude(20);
}
