//! Taking back and bringing back: the state refolded without an event, as far as later ones allow.

use super::Session;
use super::event::{Event, Recorded};
use super::number::Seq;
use super::refusal::Refusal;
use super::state::State;

/// What one `undone` changes: a single ordinary event falls, or rises again.
pub(super) struct Toggle {
    /// The ordinary event at the end of the chain of undoings.
    event: Seq,
    stands: bool,
}

/// A state folded again.
pub(super) struct Refolded {
    state: State,
    toggle: Toggle,
    /// How many events that took.
    folded: usize,
}

impl Session {
    /// The latest event that a bare undo takes back: it stands, and is neither an undo nor the opening.
    #[must_use]
    pub fn latest_undoable(&self) -> Option<Seq> {
        let standing = |recorded: &&Recorded| {
            is_ordinary(&recorded.event)
                && !matches!(recorded.event, Event::Opened(_))
                && !self.meaning.undone.contains_key(&recorded.seq)
        };
        self.history().iter().rev().find(standing).map(|recorded| recorded.seq)
    }

    /// The undo that a redo would take back: the latest standing one with nothing new recorded since.
    #[must_use]
    pub fn latest_redoable(&self) -> Option<Seq> {
        let since =
            self.history().iter().rev().take_while(|recorded| !is_ordinary(&recorded.event));
        since
            .filter(|recorded| !self.meaning.undone.contains_key(&recorded.seq))
            .find(|recorded| {
                self.target_of(recorded.seq).is_some_and(|target| self.target_of(target).is_none())
            })
            .map(|recorded| recorded.seq)
    }

    /// The event that added the delegate together with the question asked at `asked`, in one append.
    #[must_use]
    pub fn delegate_added_with(&self, asked: Seq) -> Option<Seq> {
        let question = self.event(asked)?;
        let before = self.event(Seq(asked.0.checked_sub(1)?))?;
        match (&before.event, &question.event) {
            (Event::DelegateAdded(person), Event::QuestionAsked(asked))
                if asked.delegate == Some(person.delegate) && before.at == question.at =>
            {
                Some(before.seq)
            }
            _ => None,
        }
    }

    /// When `undo` took back a delegate added together with a question: the undo of that question.
    #[must_use]
    pub fn question_undone_with(&self, undo: Seq) -> Option<Seq> {
        let asked = Seq(self.target_of(undo)?.0 + 1);
        self.delegate_added_with(asked).and_then(|_| self.undone_by(asked))
    }

    /// Takes `target` back; how many events were folded again for it.
    pub(super) fn apply_undo(&mut self, target: Seq, by: Seq) -> Result<usize, Refusal> {
        let Refolded { state, toggle, folded } = self.refolded_without(target)?;
        self.meaning.state = state;
        self.meaning.checkpoints.forget_from(toggle.event);
        self.meaning.undone.insert(target, by);
        let mut fell = target;
        while let Some(risen) = self.target_of(fell) {
            self.meaning.undone.remove(&risen);
            let Some(fallen) = self.target_of(risen) else { break };
            self.meaning.undone.insert(fallen, risen);
            fell = fallen;
        }
        Ok(folded)
    }

    /// The state as it would be had `target` not happened, and what that changes.
    ///
    /// # Errors
    /// Names the later event that could not have happened then.
    pub(super) fn refolded_without(&self, target: Seq) -> Result<Refolded, Refusal> {
        let toggle = self.toggled_by_undoing(target)?;
        let (start, mut state) = self.meaning.checkpoints.before(toggle.event);
        let again = &self.history()[start..];
        for recorded in again.iter().filter(|recorded| is_ordinary(&recorded.event)) {
            let stands = match recorded.seq == toggle.event {
                true => toggle.stands,
                false => !self.meaning.undone.contains_key(&recorded.seq),
            };
            if !stands {
                continue;
            }
            state.admit(&recorded.event).map_err(|cause| match recorded.seq == toggle.event {
                true => cause,
                false => {
                    Refusal::InTheWay { target, blocker: recorded.seq, cause: Box::new(cause) }
                }
            })?;
            state.fold(recorded);
        }
        Ok(Refolded { state, toggle, folded: again.len() })
    }

    fn toggled_by_undoing(&self, target: Seq) -> Result<Toggle, Refusal> {
        let recorded = self.event(target).ok_or(Refusal::NoSuchEvent(target))?;
        if matches!(recorded.event, Event::Opened(_)) {
            return Err(Refusal::OpeningStands);
        }
        if let Some(by) = self.undone_by(target) {
            return Err(Refusal::AlreadyUndone { target, by });
        }
        let mut toggle = Toggle { event: target, stands: false };
        while let Some(next) = self.target_of(toggle.event) {
            toggle = Toggle { event: next, stands: !toggle.stands };
            // An undo that rises again finds its event already fallen to a later one: one at a time.
            if let Some(by) = self.undone_by(next).filter(|_| !toggle.stands) {
                return Err(Refusal::AlreadyUndone { target: next, by });
            }
        }
        Ok(toggle)
    }

    fn target_of(&self, seq: Seq) -> Option<Seq> {
        match self.event(seq)?.event {
            Event::Undone { undoes, .. } => Some(undoes),
            _ => None,
        }
    }
}

fn is_ordinary(event: &Event) -> bool {
    !matches!(event, Event::Undone { .. }) && !event.is_about_the_record()
}
