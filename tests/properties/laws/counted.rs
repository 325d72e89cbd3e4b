//! What is counted agrees with the state, and what is timed with the clock, at every moment of a session.

use doithoai::review::stats::{Outcome, Stats};
use doithoai::session::Session;
use doithoai::session::question::{Question, Status};
use proptest::prelude::*;

use crate::laws::commands::random_commands;
use crate::laws::{live, settings};

/// Every sum comes out, and no more time is counted than has passed.
fn numbers_agree(session: &Session) -> Result<(), TestCaseError> {
    let (stats, fold) = (Stats::of(session), session.state());
    let outcomes: usize = stats.outcomes.iter().map(|row| row.count).sum();
    prop_assert_eq!(outcomes, fold.question_count());
    let themes: usize = stats.themes.iter().map(|row| row.count).sum();
    let led: usize = stats.responders.iter().map(|row| row.lead).sum();
    prop_assert_eq!(themes, stats.issues());
    prop_assert_eq!(led + stats.without_lead, stats.issues());
    let units: usize = stats.units.iter().map(|row| row.count).sum();
    let channels: usize = stats.channels.iter().map(|row| row.count).sum();
    let kinds: usize = stats.kinds.iter().map(|row| row.count).sum();
    prop_assert_eq!([units, channels, kinds], [stats.put_forward(); 3]);
    let open = fold.questions().filter(|question| question.is_open()).count();
    prop_assert_eq!(stats.came_to(Outcome::Open), open);
    let standing = session.history().iter().filter(|it| session.undone_by(it.seq).is_none());
    let undos = |it: &&doithoai::session::event::Recorded| it.event.name() != "undone";
    let ordinary = session.history().iter().filter(undos).count();
    prop_assert_eq!(stats.undone, ordinary - standing.filter(undos).count());
    times_agree(session, &stats)
}

fn times_agree(session: &Session, stats: &Stats) -> Result<(), TestCaseError> {
    let Some(times) = &stats.times else { return Err(TestCaseError::fail("no times")) };
    let fold = session.state();
    let waiting = |question: &&Question| question.status == Status::Queued;
    prop_assert_eq!(times.queue.now(), fold.questions().filter(waiting).count());
    prop_assert!(times.queue.steps.is_sorted_by_key(|step| step.after));
    let highest = times.queue.highest(7).into_iter().max();
    prop_assert_eq!(highest, Some(times.queue.peak.waiting));
    let answers: usize = fold.questions().map(|question| question.answers.len()).sum();
    prop_assert_eq!(times.answering.measured() + times.answering.unmeasured, answers);
    let given: usize = stats.responders.iter().map(|row| row.answers).sum();
    prop_assert_eq!(given, answers);
    prop_assert!(times.waiting.measured() + times.waiting.unmeasured <= stats.questions);
    let first = session.history().first().map(|recorded| recorded.at);
    let passed = session.last_at().zip(first).map_or(0, |(last, first)| last.millis_since(first));
    prop_assert!(times.queue.millis <= passed);
    prop_assert!(times.talking.delegates >= 0 && times.talking.from_the_call >= 0);
    prop_assert!(times.talking.total() <= passed, "more was said than time passed");
    for spread in [&times.waiting, &times.answering] {
        prop_assert_eq!(spread.bins.iter().sum::<usize>(), spread.measured());
        if let Some(it) = spread.summary {
            let rising = [it.min, it.lower_quartile, it.median, it.upper_quartile, it.ninetieth];
            prop_assert!(0 <= it.min && rising.is_sorted() && it.ninetieth <= it.max);
            prop_assert!(it.max <= passed && it.min <= it.mean && it.mean <= it.max);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn at_every_moment_the_numbers_agree_with_what_is(commands in random_commands(0..90)) {
        live(commands, |_, _, after| numbers_agree(after))?;
    }

    #[test]
    fn a_prefix_of_the_log_has_the_numbers_of_the_session_as_it_was(commands in random_commands(0..40)) {
        live(commands, |before, _, after| {
            let prefix = &after.history()[..before.history().len()];
            let then = Session::replayed(prefix)
                .map_err(|refused| TestCaseError::fail(format!("{refused:?}")))?;
            prop_assert_eq!(Stats::of(&then), Stats::of(before));
            prop_assert_eq!(Stats::of(&after.as_of(prefix.len())), Stats::of(before));
            Ok(())
        })?;
    }
}
