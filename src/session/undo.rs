//! Taking back and bringing back: the state refolded without an event, as far as later ones allow.

use super::Session;
use super::event::{Event, Recorded};
use super::number::Seq;
use super::refusal::Refusal;
use super::state::State;

/// States along the way, so that undoing a recent event does not refold the whole log.
#[derive(Clone, Debug, Default)]
pub(super) struct Checkpoints {
    /// The number of events folded, with the state they fold to.
    kept: Vec<(usize, State)>,
}

/// Events between two checkpoints of a short log.
const SPACING: usize = 256;
/// When there are more, every second one is dropped.
const MOST: usize = 64;

impl Checkpoints {
    pub(super) fn note(&mut self, folded: usize, state: &State) {
        let last = self.kept.last().map_or(0, |(count, _)| *count);
        let spacing = match self.kept.as_slice() {
            [(first, _), (second, _), ..] => second - first,
            _ => SPACING,
        };
        if folded >= last + spacing {
            self.kept.push((folded, state.clone()));
        }
        if self.kept.len() > MOST {
            let mut place = 0;
            self.kept.retain(|_| {
                place += 1;
                place % 2 == 0
            });
        }
    }

    /// The furthest state that does not yet contain the event at `seq`.
    fn before(&self, seq: Seq) -> (usize, State) {
        let contains = |folded: usize| folded as u64 >= seq.0;
        self.kept.iter().rev().find(|(folded, _)| !contains(*folded)).cloned().unwrap_or_default()
    }

    fn forget_from(&mut self, seq: Seq) {
        self.kept.retain(|(folded, _)| (*folded as u64) < seq.0);
    }
}

/// What one `undone` changes: a single ordinary event falls, or rises again.
pub(super) struct Toggle {
    /// The ordinary event at the end of the chain of undoings.
    event: Seq,
    stands: bool,
}

impl Session {
    /// The latest event that a bare undo takes back: it stands, and is neither an undo nor the opening.
    #[must_use]
    pub fn latest_undoable(&self) -> Option<Seq> {
        let standing = |recorded: &&Recorded| {
            is_ordinary(&recorded.event)
                && !matches!(recorded.event, Event::Opened(_))
                && !self.undone.contains_key(&recorded.seq)
        };
        self.history.iter().rev().find(standing).map(|recorded| recorded.seq)
    }

    /// The undo that a redo would take back: the latest standing one with nothing new recorded since.
    #[must_use]
    pub fn latest_redoable(&self) -> Option<Seq> {
        let since = self.history.iter().rev().take_while(|recorded| !is_ordinary(&recorded.event));
        since
            .filter(|recorded| !self.undone.contains_key(&recorded.seq))
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

    pub(super) fn apply_undo(&mut self, target: Seq, by: Seq) -> Result<(), Refusal> {
        let (state, toggle) = self.refolded_without(target)?;
        self.state = state;
        self.checkpoints.forget_from(toggle.event);
        self.undone.insert(target, by);
        let mut fell = target;
        while let Some(risen) = self.target_of(fell) {
            self.undone.remove(&risen);
            let Some(fallen) = self.target_of(risen) else { break };
            self.undone.insert(fallen, risen);
            fell = fallen;
        }
        Ok(())
    }

    /// The state as it would be had `target` not happened, and what that changes.
    ///
    /// # Errors
    /// Names the later event that could not have happened then.
    pub(super) fn refolded_without(&self, target: Seq) -> Result<(State, Toggle), Refusal> {
        let toggle = self.toggled_by_undoing(target)?;
        let (folded, mut state) = self.checkpoints.before(toggle.event);
        for recorded in
            self.history.iter().skip(folded).filter(|recorded| is_ordinary(&recorded.event))
        {
            let stands = match recorded.seq == toggle.event {
                true => toggle.stands,
                false => !self.undone.contains_key(&recorded.seq),
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
        Ok((state, toggle))
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
