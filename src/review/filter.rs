//! Filtering a session by its questions: which moments remain.

mod choices;

pub use choices::FilterChoices;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::session::Session;
use crate::session::batch::BatchSpan;
use crate::session::event::Event;
use crate::session::number::{QuestionNo, ResponderId, Seq};
use crate::session::payload::Channel;
use crate::session::question::{Question, Status};
use crate::session::state::State;
use crate::text::fold::fold;

use super::timeline::{Timeline, moment};
use crate::search::ranges::merged;
use crate::session::outcome::Outcome;
use crate::session::touched::touched;

/// Which questions are of interest: those to which everything given here applies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Who leads, supports, answered or owes the answer.
    pub responder: Option<ResponderId>,
    /// Compared without case or diacritics, like the unit.
    pub theme: Option<String>,
    pub outcome: Option<Outcome>,
    pub channel: Option<Channel>,
    /// The asker's unit.
    pub unit: Option<String>,
}

impl Filter {
    /// Whether it keeps everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The questions it keeps, as they stand at the end.
    #[must_use]
    pub fn questions(&self, state: &State) -> BTreeSet<QuestionNo> {
        let (theme, unit) =
            (self.theme.as_deref().map(comparable), self.unit.as_deref().map(comparable));
        let fits = |question: &&Question| {
            let asked_by = || state.asker(question).and_then(|person| person.unit.as_deref());
            self.channel.is_none_or(|channel| channel == question.channel)
                && self.outcome.is_none_or(|outcome| outcome == Outcome::of(question))
                && self.responder.as_ref().is_none_or(|id| involved(question).any(|one| one == id))
                && theme.as_ref().is_none_or(|theme| is_same(question.theme.as_deref(), theme))
                && unit.as_ref().is_none_or(|unit| is_same(asked_by(), unit))
        };
        state.questions().filter(fits).map(|question| question.number).collect()
    }

    /// The moments in which the questions it keeps are being dealt with: every event that touches them,
    /// and all that happens while they are on the floor. Sorted, none touching another.
    #[must_use]
    pub fn stretches(&self, session: &Session, timeline: &Timeline) -> Vec<Range<usize>> {
        let questions = self.questions(session.state());
        let mut moments: Vec<Range<usize>> = timeline
            .turns()
            .filter(|turn| questions.contains(&turn.question))
            .map(|turn| turn.from..turn.to + 1)
            .collect();
        for recorded in session.history() {
            if touches(session, &recorded.event, &questions) {
                let at = moment(recorded.seq);
                moments.push(began(session, recorded.seq)..at + 1);
            }
        }
        merged(moments)
    }
}

/// Whether a moment lies within the stretches, which are in the order of time.
#[must_use]
pub fn holds(stretches: &[Range<usize>], moment: usize) -> bool {
    let place = stretches.partition_point(|stretch| stretch.end <= moment);
    stretches.get(place).is_some_and(|stretch| stretch.contains(&moment))
}

/// The next moment after `moment` within the stretches.
#[must_use]
pub fn next_in(stretches: &[Range<usize>], moment: usize) -> Option<usize> {
    let after = moment + 1;
    let place = stretches.partition_point(|stretch| stretch.end <= after);
    stretches.get(place).map(|stretch| stretch.start.max(after))
}

/// The last moment before `moment` within the stretches.
#[must_use]
pub fn previous_in(stretches: &[Range<usize>], moment: usize) -> Option<usize> {
    let place = stretches.partition_point(|stretch| stretch.start < moment);
    let stretch = stretches.get(place.checked_sub(1)?)?;
    Some(stretch.end.min(moment).saturating_sub(1))
}

/// The moment at which what leads to an event begins: a delegate added with the question belongs to it, what
/// happened to other questions by the same command does not.
fn began(session: &Session, seq: Seq) -> usize {
    let first = session.recorded_since(seq);
    let before = (first.0..seq.0).rev().map(Seq);
    let of_no_question = |at: &Seq| {
        session.event(*at).is_some_and(|recorded| touched(&recorded.event).questions.is_empty())
    };
    moment(before.take_while(of_no_question).last().unwrap_or(seq))
}

/// Whether an event happens to one of the questions, or to one together with others.
fn touches(session: &Session, event: &Event, questions: &BTreeSet<QuestionNo>) -> bool {
    let any = |numbers: &[QuestionNo]| numbers.iter().any(|number| questions.contains(number));
    match event {
        Event::TaskProgressed(news) => {
            let task = session.state().task(news.task);
            task.is_some_and(|task| any(&task.questions))
        }
        Event::Undone { undoes, .. } => {
            undone(session, *undoes).any(|event| touches(session, event, questions))
        }
        event => any(&touched(event).questions),
    }
}

/// The ordinary events at the end of a chain of undos: one, or all that one command recorded together.
fn undone(session: &Session, undoes: Seq) -> impl Iterator<Item = &Event> {
    let mut seq = undoes;
    while let Some(Event::Undone { undoes, .. }) = session.event(seq).map(|known| &known.event) {
        seq = *undoes;
    }
    let last = session.batch_of(seq).map_or(seq, BatchSpan::last);
    (seq.0..=last.0).filter_map(|seq| session.event(Seq(seq))).map(|recorded| &recorded.event)
}

/// Everybody who leads on a question, supports, answers, answered or owes the answer.
fn involved(question: &Question) -> impl Iterator<Item = &ResponderId> {
    let owes = match &question.status {
        Status::Deferred(deferral) => deferral.by_responder.as_ref(),
        Status::Answering { by, .. } => Some(by),
        _ => None,
    };
    let answered = question.answers.iter().map(|answer| &answer.by);
    question.lead().into_iter().chain(question.support()).chain(answered).chain(owes)
}

/// A text as it is compared: two spellings of one thing are equal.
fn comparable(words: &str) -> String {
    fold(words.trim())
}

fn is_same(words: Option<&str>, folded: &str) -> bool {
    words.is_some_and(|words| comparable(words) == folded)
}

#[cfg(test)]
mod tests;
