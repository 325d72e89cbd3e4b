//! F1: the power fails at any moment of a session, and what was being written is torn in any way.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use doithoai::record::Fingerprint;

use crate::disk::{Deed, SimDisk, World};
use crate::parallel::share;
use crate::script::{Life, Locks, Step, Way, birth, dialogue_lived, open, survives};
use crate::states::{Dice, Moment, Tear, tears};

const SEED: u64 = 20_240_322;

/// A way for the power to fail: after these deeds, with these tears.
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
            let loose = self.moment.loose.get(file).into_iter().flatten();
            let tears = self.tears.get(file).into_iter().flatten();
            for (loose, tear) in loose.zip(tears) {
                let (length, offset) = (loose.bytes.len(), loose.offset);
                writeln!(f, "  {}: {length} bytes at {offset}: {tear:?}", path.display())?;
            }
        }
        let names = &self.moment.names;
        write!(f, "  names: {} of {names:?}", self.names)
    }
}

/// The moments in which the power can fail within a step.
fn moments(life: &Life, step: &Step) -> Vec<Moment> {
    let before = Moment::of(life.base.clone()).after(&life.deeds[..step.from]);
    let deeds = &life.deeds[step.from..step.to];
    (0..=deeds.len()).map(|done| before.clone().after(&deeds[..done])).collect()
}

/// Every tear of each loose write, with tears drawn by lot for all others; each number of names.
fn cuts<'a>(step: &'a Step, moment: &'a Moment, dice: &mut Dice) -> Vec<Cut<'a>> {
    let mut cuts = Vec::new();
    let lots: BTreeMap<u64, Vec<Vec<Tear>>> = moment
        .loose
        .iter()
        .map(|(file, loose)| (*file, loose.iter().map(|loose| tears(loose, dice)).collect()))
        .collect();
    for names in 0..=moment.names.len() {
        let cut = |tears| Cut { step, moment, names, tears };
        if lots.is_empty() {
            cuts.push(cut(BTreeMap::new()));
        }
        for (file, writes) in &lots {
            for (place, ways) in writes.iter().enumerate() {
                for way in ways {
                    let mut tears = drawn(&lots, dice);
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

fn drawn(lots: &BTreeMap<u64, Vec<Vec<Tear>>>, dice: &mut Dice) -> BTreeMap<u64, Vec<Tear>> {
    let mut draw = |ways: &Vec<Tear>| match dice.below(4) {
        0 => Tear::NONE,
        1 => Tear::WHOLE,
        _ => ways[dice.below(ways.len())],
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

/// Tries one in `every` of the states of a life; after one in `deeper` of those, the repair is cut too.
fn torture(life: &Life, every: usize, deeper: usize, tally: &Tally) {
    share(&life.steps, |step, locks| torture_step(life, step, locks, (every, deeper), tally));
}

fn torture_step(
    life: &Life,
    step: &Step,
    locks: &Locks,
    (every, deeper): (usize, usize),
    tally: &Tally,
) {
    let mut dice = Dice(SEED ^ step.from as u64);
    for moment in moments(life, step) {
        for cut in cuts(step, &moment, &mut dice) {
            if dice.below(every) > 0 {
                continue;
            }
            let world = moment.cut(cut.names, &cut.tears);
            let disk = locks.disk(world.clone());
            tally.states.fetch_add(1, Ordering::Relaxed);
            let outcome = awakened(&disk, locks, step, &life.chain);
            let survived = outcome.is_ok();
            tally.note(outcome, || cut.to_string());
            if survived && dice.below(deeper) == 0 {
                let repair = (world, disk.deeds());
                cut_in_repair(&repair, &cut, locks, &life.chain, &mut dice, tally);
            }
        }
    }
}

/// The power fails again while the next opening mends; then a third opening.
fn cut_in_repair(
    (world, deeds): &(World, Vec<Deed>),
    first: &Cut<'_>,
    locks: &Locks,
    chain: &[Fingerprint],
    dice: &mut Dice,
    tally: &Tally,
) {
    let step = Step { what: format!("mending after\n{first}"), ..first.step.clone() };
    for done in 0..=deeds.len() {
        let moment = Moment::of(world.clone()).after(&deeds[..done]);
        let cuts = cuts(&step, &moment, dice);
        for cut in [&cuts[dice.below(cuts.len())], &cuts[dice.below(cuts.len())]] {
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
    let there = disk.world().bytes(crate::script::FILE.as_ref()).is_some();
    if step.known == 0 && !there {
        return Ok(Way::Opened);
    }
    survives(disk, locks, step.known, chain)
}

fn both_lives(every: usize, deeper: usize, least: usize) {
    let tally = Tally::default();
    torture(&birth(), every.div_ceil(8), deeper, &tally);
    torture(&dialogue_lived(&Locks::new()), every, deeper, &tally);
    tally.conclude(least);
}

#[test]
fn after_any_torn_write_and_any_torn_repair_every_acknowledged_event_is_there() {
    both_lives(12, 60, 4000);
}

#[test]
#[ignore = "minutes: run by hand with --release"]
fn after_every_torn_write_and_many_torn_repairs_every_acknowledged_event_is_there() {
    both_lives(1, 40, 100_000);
}

/// The unit in which a kernel writes.
const PAGE: usize = 4096;

#[test]
fn no_two_copies_are_ever_being_written_at_the_same_time() {
    let life = dialogue_lived(&Locks::new());
    for step in &life.steps {
        for moment in moments(&life, step) {
            assert!(moment.loose.len() <= 1, "{}: {:?}", step.what, moment.loose.keys());
        }
    }
}

/// A sector that goes bad while its page is written takes the whole page, earlier lines with it.
#[test]
fn garbage_in_the_page_being_written_loses_no_acknowledged_event() {
    let life = dialogue_lived(&Locks::new());
    let tally = Tally::default();
    share(&life.steps[1..life.steps.len() - 1], |step, locks| {
        // As after any opening, the lock says where the file stands.
        drop(open(&locks.disk(life.base.clone()), locks));
        for moment in moments(&life, step) {
            for (file, loose) in &moment.loose {
                let mut world = moment.durable.clone();
                for write in loose {
                    let end = write.offset + write.bytes.len();
                    let pages = write.offset / PAGE * PAGE..end.div_ceil(PAGE) * PAGE;
                    let left = world.files[file].len().max(end).min(pages.end) - pages.start;
                    world.write(*file, pages.start, &vec![0xa5; left]);
                }
                let disk = locks.disk(world);
                tally.states.fetch_add(1, Ordering::Relaxed);
                let outcome = survives(&disk, locks, step.known, &life.chain);
                tally.note(outcome, || format!("{}: file {file}", step.what));
            }
        }
    });
    tally.conclude(20);
}
