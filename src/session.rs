//! Events, their fold, commands and refusals. Pure: no file, no key, no clock.

pub mod batch;
pub mod command;
pub mod correction;
pub mod event;
pub mod event_field;
pub mod limits;
pub mod load;
pub mod number;
pub mod outcome;
pub mod payload;
pub mod pending_batch;
pub mod question;
pub mod queue;
pub mod refusal;
pub mod revision;
pub mod role;
pub mod state;
pub mod time;
pub mod touched;

mod admit;
mod batches;
mod checkpoints;
mod correct;
mod counted;
mod decide;
mod fold;
mod group;
mod made;
mod milestones;
mod numbers;
mod order;
mod people;
mod salts;
mod stale;
mod standing;
mod tidied;
mod unchanged;
mod undo;
mod visits;
mod withheld;

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
pub(crate) use visits::visits;

use std::sync::Arc;

use imbl::OrdMap;

use event::{Event, Recorded};
use number::{QuestionNo, Seq};
use refusal::Refusal;
use state::State;
use time::Timestamp;

use batches::Batches;
use checkpoints::Checkpoints;
use milestones::Milestones;
use numbers::Numbers;
use standing::Standing;

/// A dialogue: the log of what happened and the state it folds to.
///
/// `decide` permits, `apply` interprets; what `decide` allows, `apply` accepts. Nothing in the log is
/// ever removed: an undo is an event that makes an earlier one stand no longer, and the state is the
/// fold of the events that stand.
///
/// A clone costs next to nothing: the log is shared until one of the two goes on, and so are the parts
/// of the state.
#[derive(Clone, Debug, Default)]
pub struct Session {
    /// The first `length` events are this session's; one that looks back shares the log of the whole.
    log: Arc<Vec<Recorded>>,
    length: usize,
    fold: Fold,
    milestones: Arc<Milestones>,
}

/// What a log folds to up to one of its events.
#[derive(Clone, Debug, Default)]
struct Fold {
    state: State,
    /// Each event that no longer stands, with the standing `undone` that took it back.
    undone: OrdMap<Seq, Seq>,
    numbers: Numbers,
    batches: Batches,
    standing: Standing,
    last_at: Option<Timestamp>,
    /// Events folded again for undos so far, as [`limits::REFOLDED`] counts them.
    refolded: u64,
    checkpoints: Checkpoints,
}

impl Session {
    /// A session to which nothing has happened yet, not even its opening.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Folds `history` from its beginning.
    ///
    /// # Errors
    /// The first event that could not have happened, with the reason.
    pub fn replayed<'a>(
        history: impl IntoIterator<Item = &'a Recorded>,
    ) -> Result<Self, (Seq, Refusal)> {
        let mut session = Self::new();
        for recorded in history {
            session.apply(recorded.clone()).map_err(|refusal| (recorded.seq, refusal))?;
        }
        Ok(session)
    }

    /// Takes one event into the log and folds it.
    ///
    /// # Errors
    /// The event could not have happened here; the session is as it was.
    pub fn apply(&mut self, recorded: Recorded) -> Result<(), Refusal> {
        if recorded.seq.0 != self.last_seq().0 + 1 {
            let expected = Seq(self.last_seq().0 + 1);
            return Err(Refusal::OutOfSequence { expected, found: recorded.seq });
        }
        let last = self.last_at().filter(|last| recorded.at.is_in_range() && recorded.at < *last);
        if let Some(last) = last {
            return Err(Refusal::TimeRunsBack { given: recorded.at, last });
        }
        batches::admit(self.history(), &recorded)?;
        let folded = self.fold_next(&recorded)?;
        self.push(recorded);
        Arc::make_mut(&mut self.milestones).note(self.length, folded, &self.fold);
        Ok(())
    }

    /// Folds the event that comes next; how many events that took.
    fn fold_next(&mut self, recorded: &Recorded) -> Result<usize, Refusal> {
        let mut folded = 1;
        if let Event::Undone { undoes, .. } = recorded.event {
            self.fold.state.admit(&recorded.event)?;
            folded += self.apply_undo(undoes, recorded.seq)?;
        } else {
            self.admit_on(self.state(), &recorded.event)?;
            self.fold.state.fold(recorded);
            self.fold.numbers.give(&recorded.event);
            self.fold.standing.note(recorded.seq, &recorded.event);
        }
        self.fold.batches.note(recorded);
        if recorded.at.is_in_range() {
            self.fold.last_at = Some(recorded.at);
        }
        self.fold.checkpoints.note(self.length + 1, &self.fold.state);
        Ok(folded)
    }

    /// A session that looks back shares the log of the whole; going on, it needs a log of its own.
    fn push(&mut self, mut recorded: Recorded) {
        if let Some(last) = self.history().last().filter(|last| last.by == recorded.by) {
            recorded.by = Arc::clone(&last.by);
        }
        if self.length < self.log.len() {
            self.log = Arc::new(self.history().to_vec());
            self.milestones = Arc::new(self.milestones.until(self.length));
        }
        Arc::make_mut(&mut self.log).push(recorded);
        self.length += 1;
    }

    /// The session as it was after its first `events` events; as it is when it has no more.
    ///
    /// The cost does not grow with the log: a state along the way is near, and the rest is folded from
    /// there.
    #[must_use]
    pub fn as_of(&self, events: usize) -> Self {
        if events >= self.length {
            return self.clone();
        }
        let (length, fold) = self.milestones.nearest(events);
        let mut then = Self {
            log: Arc::clone(&self.log),
            length,
            fold,
            milestones: Arc::clone(&self.milestones),
        };
        while then.length < events {
            let folded = then.fold_next(&self.log[then.length]);
            debug_assert!(folded.is_ok(), "every prefix of a good log is a good log");
            then.length += 1;
        }
        then
    }

    /// Leaves the memory of this session to the end of the process: giving back its millions of small parts one
    /// by one takes about as long as reading them did.
    pub fn keep_until_the_process_ends(&self) {
        std::mem::forget(self.clone());
    }

    /// Whether `event` may happen to this log with `state` as its fold.
    fn admit_on(&self, state: &State, event: &Event) -> Result<(), Refusal> {
        state.admit(event)?;
        self.fold.numbers.admit(event)?;
        match event {
            Event::Undone { undoes, .. } => self.refolded_without(*undoes).map(drop),
            _ => Ok(()),
        }
    }

    #[must_use]
    pub fn state(&self) -> &State {
        &self.fold.state
    }

    /// Everything that happened, oldest first.
    #[must_use]
    pub fn history(&self) -> &[Recorded] {
        &self.log[..self.length]
    }

    /// The event at `seq`, if it happened.
    #[must_use]
    pub fn event(&self, seq: Seq) -> Option<&Recorded> {
        let place = usize::try_from(seq.0.checked_sub(1)?).ok()?;
        self.history().get(place)
    }

    /// The standing `undone` that took back the event at `seq`, if one did.
    #[must_use]
    pub fn undone_by(&self, seq: Seq) -> Option<Seq> {
        self.fold.undone.get(&seq).copied()
    }

    /// `Seq(0)` before anything happened.
    #[must_use]
    pub fn last_seq(&self) -> Seq {
        Seq(self.length as u64)
    }

    /// The number that the next question is given.
    #[must_use]
    pub fn next_question(&self) -> QuestionNo {
        QuestionNo(self.fold.numbers.highest_question().saturating_add(1))
    }

    /// The time of the last event. Events that a wild clock placed outside the years in which times are
    /// recorded are passed over.
    #[must_use]
    pub fn last_at(&self) -> Option<Timestamp> {
        self.fold.last_at
    }

    /// Whether a line was taken out of the log, whether what it held still stands or not.
    #[must_use]
    pub fn has_withheld_lines(&self) -> bool {
        self.history().iter().any(|recorded| matches!(recorded.event, Event::Withheld(_)))
    }

    /// The events whose times are outside the years in which times are recorded.
    pub fn wild_times(&self) -> impl Iterator<Item = &Recorded> {
        self.history().iter().filter(|recorded| !recorded.at.is_in_range())
    }
}
