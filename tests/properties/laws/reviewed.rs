//! What a reviewer is shown of sessions made of random commands.

use std::collections::BTreeSet;

use doithoai::review::changes::{QuestionChange, StateChange, changes, corrections};
use doithoai::review::filter::{Filter, next_in, previous_in};
use doithoai::review::timeline::{Axis, JumpTarget, Timeline, Turn, moment, moment_of};
use doithoai::search::index::TextIndex;
use doithoai::session::Session;
use doithoai::session::event::Event;
use doithoai::session::number::{QuestionNo, Seq};
use doithoai::session::outcome::Outcome;
use doithoai::session::payload::Channel;
use doithoai::session::revision::revised_thing;
use doithoai::session::state::{Phase, State};
use doithoai::text::fold::fold;
use proptest::prelude::*;

use crate::laws::commands::{RandomCommand, random_commands};
use crate::laws::{live, settings};

/// The session after these commands.
pub(super) fn recorded_from(commands: Vec<RandomCommand>) -> Result<Session, TestCaseError> {
    live(commands, |_, _, _| Ok(()))
}

fn assert_same_timeline(one: &Timeline, other: &Timeline) -> Result<(), TestCaseError> {
    prop_assert_eq!(one.turns().collect::<Vec<_>>(), other.turns().collect::<Vec<_>>());
    prop_assert_eq!(one.marks(), other.marks());
    prop_assert_eq!(one.axis().length(), other.axis().length());
    for stop in [JumpTarget::Answer, JumpTarget::Deferral, JumpTarget::Task, JumpTarget::Question] {
        for at in 0..=one.moments() {
            prop_assert_eq!(one.next(stop, at), other.next(stop, at));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn the_axis_rises_and_every_position_leads_back_to_its_moment(
        commands in random_commands(0..60), cap in 0..20_000_000_u64,
    ) {
        let session = recorded_from(commands)?;
        let mut axis = Axis::capped(cap);
        for recorded in session.history() {
            axis.push(recorded.at);
        }
        prop_assert_eq!(axis.moments(), session.history().len());
        for moment in 0..=axis.moments() {
            prop_assert_eq!(axis.event_at(axis.position(moment)), moment);
            let gap = axis.position(moment + 1) - axis.position(moment);
            prop_assert!(gap <= cap.max(1), "a gap of {} under a cap of {}", gap, cap);
        }
    }

    #[test]
    fn the_turns_lie_within_the_session_and_those_going_on_are_the_questions_on_the_floor(
        commands in random_commands(0..80),
    ) {
        let session = recorded_from(commands)?;
        let timeline = Timeline::of(&session);
        for span in timeline.turns() {
            prop_assert!(span.from <= span.to && 1 <= span.from);
            prop_assert!(span.to <= timeline.moments());
            prop_assert!(session.state().question(span.question).is_some(), "{:?}", span);
        }
        let on_the_floor: BTreeSet<QuestionNo> = session
            .state()
            .questions()
            .filter(|question| question.is_on_the_floor())
            .map(|question| question.number)
            .collect();
        let closed = match session.state().phase() {
            Phase::Closed { .. } => last_close(&session),
            _ => None,
        };
        let last = closed.unwrap_or(timeline.moments());
        let going_on = |span: &Turn| span.outcome == Outcome::Open && span.to == last;
        let open: BTreeSet<QuestionNo> =
            timeline.turns().filter(going_on).map(|span| span.question).collect();
        prop_assert_eq!(open, on_the_floor);
    }

    #[test]
    fn every_standing_answer_ends_one_turn(commands in random_commands(0..80)) {
        let session = recorded_from(commands)?;
        let answers: Vec<usize> = session
            .history()
            .iter()
            .filter(|recorded| matches!(recorded.event, Event::AnswerGiven(_)))
            .filter(|recorded| session.undone_by(recorded.seq).is_none())
            .map(|recorded| moment(recorded.seq))
            .collect();
        let timeline = Timeline::of(&session);
        let given = |span: &Turn| matches!(span.outcome, Outcome::Answered | Outcome::Partly);
        let ends: Vec<usize> = timeline.turns().filter(given).map(|span| span.to).collect();
        prop_assert_eq!(&ends, &answers);
        let mut stops = Vec::new();
        let mut at = 0;
        while let Some(next) = timeline.next(JumpTarget::Answer, at) {
            prop_assert_eq!(timeline.previous(JumpTarget::Answer, next), stops.last().copied());
            stops.push(next);
            at = next;
        }
        prop_assert_eq!(stops, answers);
    }

    #[test]
    fn a_timeline_that_grew_with_the_session_is_the_one_laid_out_at_its_end(
        commands in random_commands(0..50),
    ) {
        let mut grown = Timeline::default();
        let session = live(commands, |_, _, session| {
            grown.extend(session);
            Ok(())
        })?;
        grown.extend(&session);
        assert_same_timeline(&grown, &Timeline::of(&session))?;
    }

    #[test]
    fn a_question_is_found_where_it_came_to_the_floor_or_was_asked(commands in random_commands(0..60)) {
        let session = recorded_from(commands)?;
        for question in session.state().questions() {
            let at = moment_of(&session, question.number).expect("it stands");
            let event = &session.history()[at - 1].event;
            let came = matches!(
                event,
                Event::QuestionCalled(_)
                    | Event::AnswerStarted { .. }
                    | Event::QuestionAsked(_)
                    | Event::QuestionSplit { .. }
            );
            prop_assert!(came, "{:?}", event);
        }
    }
}

/// Words that are typed, some of them only begun.
fn typed() -> impl Strategy<Value = String> {
    let word =
        prop::sample::select(vec!["LỜI", "loi", "số", "s", "vi", "1", "23", "ý", "đại biểu"]);
    prop::collection::vec(word, 1..4).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn every_hit_shows_each_word_looked_for_and_marks_nothing_else(
        commands in random_commands(0..60), typed in typed(),
    ) {
        let session = recorded_from(commands)?;
        let said = TextIndex::of(&session);
        let words: Vec<String> = fold(&typed).split_whitespace().map(str::to_owned).collect();
        let mut last = Seq(0);
        for found in said.search(&session, &typed) {
            let hit = said.hit(&session, found, &typed).expect("it was found here");
            prop_assert!(last <= hit.seq);
            last = hit.seq;
            let shown = fold(&hit.excerpt.text);
            prop_assert!(words.iter().all(|word| shown.contains(word)), "{typed}: {hit:?}");
            for range in &hit.excerpt.found {
                let marked = hit.excerpt.text.get(range.clone()).expect("whole letters");
                prop_assert!(words.contains(&fold(marked)), "{typed}: {hit:?}");
            }
            prop_assert_eq!(hit.undone, session.undone_by(hit.seq).is_some());
        }
    }

    #[test]
    fn every_question_asked_is_found_by_its_own_words(commands in random_commands(0..60)) {
        let session = recorded_from(commands)?;
        let said = TextIndex::of(&session);
        for recorded in session.history() {
            if let Event::QuestionAsked(asked) = &recorded.event {
                let found = said.search(&session, &asked.text);
                prop_assert!(found.iter().any(|found| found.seq == recorded.seq));
            }
        }
    }

    #[test]
    fn a_filter_leaves_all_that_touches_its_questions_and_no_question_else(
        commands in random_commands(0..80), channel in prop::sample::select(Channel::ALL.to_vec()),
    ) {
        let session = recorded_from(commands)?;
        let timeline = Timeline::of(&session);
        let filter = Filter { channel: Some(channel), ..Filter::default() };
        let questions = filter.questions(session.state());
        let stretches = filter.stretches(&session, &timeline);
        prop_assert!(stretches.windows(2).all(|pair| pair[0].end < pair[1].start));
        let held = |moment: usize| stretches.iter().any(|stretch| stretch.contains(&moment));
        let on_the_floor = |moment: usize| {
            timeline.turns().any(|span| {
                questions.contains(&span.question) && (span.from..=span.to).contains(&moment)
            })
        };
        for question in session.state().questions() {
            let of_it = questions.contains(&question.number);
            prop_assert_eq!(of_it, question.channel == channel);
            for seq in question.trail.iter().filter(|_| of_it) {
                prop_assert!(held(moment(*seq)), "{seq} of question {}", question.number);
            }
        }
        for recorded in session.history() {
            let at = moment(recorded.seq);
            if let (true, Event::QuestionRouted(routing)) = (held(at), &recorded.event) {
                prop_assert!(questions.contains(&routing.question) || on_the_floor(at));
            }
        }
        let mut shown = Vec::new();
        let mut at = 0;
        while let Some(next) = next_in(&stretches, at) {
            prop_assert_eq!(previous_in(&stretches, next), shown.last().copied());
            shown.push(next);
            at = next;
        }
        let all: Vec<usize> = stretches.iter().cloned().flatten().collect();
        prop_assert_eq!(shown, all);
    }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn nothing_changed_between_a_moment_and_itself(commands in random_commands(0..60)) {
        let session = recorded_from(commands)?;
        prop_assert_eq!(changes(session.state(), session.state()), []);
    }

    #[test]
    fn what_is_new_from_one_side_is_gone_from_the_other_and_what_is_not_told_is_the_same(
        commands in random_commands(0..60), pick in any::<prop::sample::Index>(),
    ) {
        let later = recorded_from(commands)?;
        let cut = pick.index(later.history().len() + 1);
        let earlier = Session::replayed(&later.history()[..cut]).expect("every prefix is good");
        let (a, b) = (earlier.state(), later.state());
        let forward = changes(a, b);
        let new: Vec<QuestionNo> = asked(&forward, &QuestionChange::New);
        prop_assert_eq!(&new, &asked(&changes(b, a), &QuestionChange::Gone));
        for question in b.questions().filter(|question| !new.contains(&question.number)) {
            let was = a.question(question.number).expect("it is not new");
            if !forward.iter().any(|change| change.question() == Some(question.number)) {
                prop_assert_eq!(&was.text, &question.text);
                prop_assert_eq!(&was.route, &question.route);
                prop_assert_eq!(&was.status, &question.status);
                prop_assert_eq!(&was.answers, &question.answers);
            }
        }
        prop_assert_eq!(unmoved(&forward, a, b), unmoved(&forward, b, a));
    }

    #[test]
    fn every_undoing_and_every_standing_correction_is_told_once(commands in random_commands(0..80)) {
        let session = recorded_from(commands)?;
        let told: Vec<Seq> = corrections(&session).iter().map(|found| found.seq).collect();
        let expected = session.history().iter().filter(|recorded| match &recorded.event {
            Event::Undone { .. } => true,
            Event::QuestionEdited(_) | Event::DelegateCorrected(_) => {
                session.undone_by(recorded.seq).is_none()
            }
            event => revised_thing(event).is_some() && session.undone_by(recorded.seq).is_none(),
        });
        let rerouted = |seq: &&Seq| {
            let event = session.event(**seq).map(|recorded| &recorded.event);
            matches!(event, Some(Event::QuestionRouted(_)))
        };
        let others: Vec<Seq> = told.iter().filter(|seq| !rerouted(seq)).copied().collect();
        prop_assert_eq!(others, expected.map(|recorded| recorded.seq).collect::<Vec<_>>());
        prop_assert!(told.is_sorted());
    }
}

/// The questions of which this is said.
fn asked(changes: &[StateChange], what: &QuestionChange) -> Vec<QuestionNo> {
    let of = |change: &StateChange| match change {
        StateChange::Question { question, change } if change == what => Some(*question),
        _ => None,
    };
    changes.iter().filter_map(of).collect()
}

/// The queue of `a` without what is not in `b` and what is said to have moved.
fn unmoved(changes: &[StateChange], a: &State, b: &State) -> Vec<QuestionNo> {
    let moved = |number: QuestionNo| {
        changes.iter().any(|change| {
            let moved = matches!(
                change,
                StateChange::Question { change: QuestionChange::Moved { .. }, .. }
            );
            moved && change.question() == Some(number)
        })
    };
    let mut order = a.order();
    order.retain(|number| b.question(*number).is_some() && !moved(*number));
    order
}

fn last_close(session: &Session) -> Option<usize> {
    let close = session.history().iter().rev().find(|recorded| {
        matches!(recorded.event, Event::Closed(_)) && session.undone_by(recorded.seq).is_none()
    });
    close.map(|recorded| moment(recorded.seq))
}
