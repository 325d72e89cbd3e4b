//! Faults at random moments from printed seeds: what a desk printed is in the log, and once.

use std::collections::BTreeSet;
use std::sync::Barrier;
use std::thread;

use crate::server::{Desk, Server, count_in, programs, questions, share_a_session};
use crate::support::scale::sample_or_all;
use crate::support::skipped::skipped;

/// Commands of each desk in a round.
const EACH: usize = 12;

/// Numbers that follow from a seed.
struct Seeded(u64);

impl Seeded {
    /// A number below `limit`.
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }
}

/// Kills the server, or the desk itself, once it has printed so many lines; nothing at the end of the round.
#[derive(Clone, Copy, Debug)]
enum Fault {
    None,
    Server(usize),
    Desk(usize),
}

fn fault(random: &mut Seeded) -> Fault {
    match random.below(3) {
        0 => Fault::None,
        1 => Fault::Server(random.below(EACH)),
        _ => Fault::Desk(random.below(EACH)),
    }
}

/// One desk's part of a round; what it printed.
fn run(
    desk: &Desk,
    session: &str,
    (fault, joined): (Fault, &Barrier),
    restart: impl Fn(),
) -> Vec<String> {
    let mut apply = desk.runner.feed(&desk.apply(session));
    apply.say(&questions(desk.name, EACH));
    let hears = |apply: &mut crate::support::runner::Running, count| {
        while apply.printed.len() < count {
            assert!(apply.hears(), "{} ended by itself", desk.name);
        }
    };
    // A desk cannot join while there is no server.
    hears(&mut apply, 1);
    joined.wait();
    match fault {
        Fault::None => {}
        Fault::Server(count) => {
            hears(&mut apply, count);
            restart();
        }
        Fault::Desk(count) => {
            hears(&mut apply, count);
            apply.child.kill().expect("killed");
        }
    }
    let ended = apply.end();
    assert!(matches!(fault, Fault::Desk(_)) || ended.code == 0, "{fault:?}: {}", ended.err);
    ended.printed()
}

fn rounds(seeds: std::ops::RangeInclusive<u64>) {
    let programs = programs();
    if programs.is_empty() {
        skipped("no nats-server on this machine: no fault was tried");
    }
    for program in programs {
        let server = Server::start(&program, "");
        share_a_session(&server);
        let session = server.session();
        let desks = [Desk::new("bàn một"), Desk::new("bàn hai")];
        let mut printed = Vec::new();
        for seed in seeds.clone() {
            let mut random = Seeded(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            let mut faults = [fault(&mut random), fault(&mut random)];
            if matches!(faults, [Fault::Server(_), Fault::Server(_)]) {
                faults[1] = Fault::None;
            }
            println!("seed {seed}: {faults:?}");
            let joined = Barrier::new(2);
            let (calls, called) = std::sync::mpsc::channel();
            thread::scope(|scope| {
                let runs = [0, 1].map(|place| {
                    let (desk, session, calls) = (&desks[place], &session, calls.clone());
                    let part = (faults[place], &joined);
                    scope.spawn(move || run(desk, session, part, || calls.send(()).expect("heard")))
                });
                drop(calls);
                for () in called {
                    server.kill();
                    server.run();
                }
                for run in runs {
                    printed.extend(run.join().expect("no panic"));
                }
            });
        }
        let files = desks.each_ref().map(|desk| desk.file(&session));
        assert!(files[0] == files[1], "the files differ");
        let once: BTreeSet<&String> = printed.iter().collect();
        assert_eq!(once.len(), printed.len(), "an event was printed twice");
        for line in &printed {
            assert_eq!(count_in(&files[0], line), 1, "{line}");
        }
        let events = count_in(&files[0], "{\"seq\":");
        println!("{} printed, {events} events in the log", printed.len());
    }
}

#[test]
fn nothing_that_was_printed_is_lost_or_doubled_whatever_is_killed() {
    rounds(1..=sample_or_all(6, 200));
}
