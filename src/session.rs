//! The truth: events, their fold, commands and refusals. Pure: no file, no key, no clock.

pub mod command;
pub mod event;
pub mod limits;
pub mod number;
pub mod payload;
pub mod question;
pub mod queue;
pub mod refusal;
pub mod state;
pub mod text;
pub mod time;

mod admit;
mod decide;
mod fold;
mod numbers;
mod undo;

use std::collections::BTreeMap;

use event::{Event, Recorded};
use number::Seq;
use refusal::Refusal;
use state::State;
use time::Timestamp;

use numbers::Numbers;
use undo::Checkpoints;

/// A dialogue: the log of what happened and the state it folds to.
///
/// `decide` permits, `apply` interprets; what `decide` allows, `apply` accepts. Nothing in the log is
/// ever removed: an undo is an event that makes an earlier one stand no longer, and the state is the
/// fold of the events that stand.
#[derive(Clone, Debug, Default)]
pub struct Session {
    history: Vec<Recorded>,
    /// Each event that no longer stands, with the standing `undone` that took it back.
    undone: BTreeMap<Seq, Seq>,
    state: State,
    numbers: Numbers,
    checkpoints: Checkpoints,
}

impl Session {
    /// A session to which nothing has happened yet, not even its opening.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Lives through `history` again.
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
        if let Some(last) = self.last_at().filter(|last| recorded.at < *last) {
            return Err(Refusal::TimeRunsBack { given: recorded.at, last });
        }
        if let Event::Undone { undoes, .. } = recorded.event {
            self.state.admit(&recorded.event)?;
            self.apply_undo(undoes, recorded.seq)?;
        } else {
            self.admit_on(&self.state, &recorded.event)?;
            self.state.fold(&recorded);
            self.numbers.give(&recorded.event);
        }
        self.history.push(recorded);
        self.checkpoints.note(self.history.len(), &self.state);
        Ok(())
    }

    /// Whether `event` may happen to this log with `state` as its fold.
    fn admit_on(&self, state: &State, event: &Event) -> Result<(), Refusal> {
        state.admit(event)?;
        self.numbers.admit(event)?;
        match event {
            Event::Undone { undoes, .. } => self.refolded_without(*undoes).map(drop),
            _ => Ok(()),
        }
    }

    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Everything that happened, oldest first.
    #[must_use]
    pub fn history(&self) -> &[Recorded] {
        &self.history
    }

    /// The event at `seq`, if it happened.
    #[must_use]
    pub fn event(&self, seq: Seq) -> Option<&Recorded> {
        let place = usize::try_from(seq.0.checked_sub(1)?).ok()?;
        self.history.get(place)
    }

    /// The standing `undone` that took back the event at `seq`, if one did.
    #[must_use]
    pub fn undone_by(&self, seq: Seq) -> Option<Seq> {
        self.undone.get(&seq).copied()
    }

    /// `Seq(0)` before anything happened.
    #[must_use]
    pub fn last_seq(&self) -> Seq {
        Seq(self.history.len() as u64)
    }

    #[must_use]
    pub fn last_at(&self) -> Option<Timestamp> {
        self.history.last().map(|recorded| recorded.at)
    }
}
