//! Undo and redo: the state is folded again without an event, or with it, as far as later events allow.

use super::Session;
use super::batch::BatchSpan;
use super::checkpoints::Checkpoints;
use super::event::Event;
use super::limits::{REFOLDED, REFOLDED_PER_EVENT, UNDO_DEPTH};
use super::made::Made;
use super::number::Seq;
use super::refusal::Refusal;
use super::state::State;

/// What one `undone` changes.
struct UndoEffect {
    /// The events at the end of the chain of undos.
    events: BatchSpan,
    /// Whether they stand afterwards.
    stand: bool,
}

/// A state folded again.
pub(super) struct Refolded {
    state: State,
    checkpoints: Checkpoints,
    /// What it counts against the limit: the standing events from the toggled ones on.
    cost: u64,
    /// How many events were folded, those between the checkpoint and the toggled ones included.
    folded: usize,
}

impl Session {
    /// The event that a bare undo takes back: the latest that stands, the first of its batch; never the
    /// opening, and no undo.
    #[must_use]
    pub fn latest_undoable(&self) -> Option<Seq> {
        let latest = self.fold.standing.latest_event()?;
        let is_opening = matches!(self.event(latest)?.event, Event::Opened(_));
        (!is_opening).then(|| self.undone_as(latest))
    }

    /// The undo that a redo would take back: the latest standing one with nothing new recorded since.
    #[must_use]
    pub fn latest_redoable(&self) -> Option<Seq> {
        self.fold.standing.latest_undo()
    }

    /// The batch that the event belongs to, if it was recorded with others.
    #[must_use]
    pub fn batch_of(&self, seq: Seq) -> Option<BatchSpan> {
        self.event(seq)?.envelope.batch.or_else(|| self.fold.batches.of(seq))
    }

    /// What `undoes` names to undo the event: the first of its batch.
    #[must_use]
    pub fn undone_as(&self, seq: Seq) -> Seq {
        self.batch_of(seq).map_or(seq, |batch| batch.first)
    }

    /// In files written before there were batches: the event that added the delegate together with the
    /// question asked at `asked`, known by standing right before it with the same time.
    #[must_use]
    pub fn delegate_added_with(&self, asked: Seq) -> Option<Seq> {
        let question = self.event(asked).filter(|question| question.envelope.batch.is_none())?;
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

    /// The first of the events that were recorded together with this one, up to it.
    #[must_use]
    pub fn recorded_since(&self, seq: Seq) -> Seq {
        let batch = self.batch_of(seq).map(|batch| batch.first);
        batch.or_else(|| self.delegate_added_with(seq)).unwrap_or(seq)
    }

    /// When `undo` took back a delegate added together with a question: the undo of that question.
    #[must_use]
    pub fn question_undone_with(&self, undo: Seq) -> Option<Seq> {
        let asked = Seq(self.target_of(undo)?.0 + 1);
        self.delegate_added_with(asked).and_then(|_| self.undone_by(asked))
    }

    /// Undoes `target`; how many events were folded again for it.
    pub(super) fn apply_undo(&mut self, target: Seq, by: Seq) -> Result<usize, Refusal> {
        let Refolded { state, checkpoints, cost, folded } = self.refolded_without(target)?;
        self.fold.state = state;
        self.fold.checkpoints = checkpoints;
        self.fold.refolded += cost;
        self.note_undone(target, Some(by));
        if self.target_of(target).is_none() {
            self.fold.standing.set_undo(by, true);
        }
        let mut fell = target;
        while let Some(rose) = self.target_of(fell) {
            self.note_undone(rose, None);
            let Some(next) = self.target_of(rose) else { break };
            self.note_undone(next, Some(rose));
            fell = next;
        }
        Ok(folded)
    }

    /// Notes that the events undone as `seq` were undone by an event, or stand again.
    fn note_undone(&mut self, seq: Seq, by: Option<Seq>) {
        let events = self.batch_of(seq).unwrap_or(BatchSpan::alone(seq));
        for member in events.members() {
            match by {
                Some(by) => self.fold.undone.insert(member, by),
                None => self.fold.undone.remove(&member),
            };
        }
        match self.target_of(seq) {
            None => self.fold.standing.set_events(events, by.is_none()),
            Some(target) if self.target_of(target).is_none() => {
                self.fold.standing.set_undo(seq, by.is_none());
            }
            Some(_) => {}
        }
    }

    /// The state as it would be had `target` not happened.
    ///
    /// # Errors
    /// Names the later event that could not have happened then, or the limit that is reached.
    pub(super) fn refolded_without(&self, target: Seq) -> Result<Refolded, Refusal> {
        let UndoEffect { events, stand } = self.effect_of_undoing(target)?;
        // What a log with withheld lines holds has happened: what it needs may stand in one of them.
        let withholds = self.state().withholds();
        if !stand
            && !withholds
            && let Some((blocker, cause)) = self.built_on(events)
        {
            return Err(Refusal::InTheWay { target, blocker, cause: Box::new(cause) });
        }
        let fold = &self.fold;
        let after = Seq(events.last().0 + 1);
        let cost = self.refolding_cost(events, after)?;
        let mut checkpoints = fold.checkpoints.clone();
        checkpoints.forget_from(events.first);
        let (start, mut state) = checkpoints.last();
        let before = fold.standing.events_between(Seq(start as u64 + 1), events.first);
        let toggled = stand.then(|| events.members()).into_iter().flatten();
        let mut folded = 0;
        for seq in before.chain(toggled).chain(fold.standing.events_from(after)) {
            let Some(recorded) = self.event(seq) else { continue };
            checkpoints.note_before(seq, &state);
            match state.admit_here(&recorded.event) {
                Err(cause) if withholds && cause.may_be_for_a_withheld_line() => {}
                Err(cause) if events.contains(seq) => return Err(cause),
                Err(cause) => {
                    let cause = Box::new(cause);
                    return Err(Refusal::InTheWay { target, blocker: seq, cause });
                }
                Ok(()) => {}
            }
            state.fold(recorded);
            folded += 1;
        }
        Ok(Refolded { state, checkpoints, cost, folded })
    }

    /// The first standing event that names what these events brought about, and why it could not have
    /// happened without them. Looking at a later event costs far less than folding it, so that many undos
    /// that are refused cost little. Where none is found, folding again may still find one.
    fn built_on(&self, events: BatchSpan) -> Option<(Seq, Refusal)> {
        let made = Made::by(events.members().filter_map(|member| self.event(member)));
        if made.is_nothing() {
            return None;
        }
        let mut later = self.fold.standing.events_from(Seq(events.last().0 + 1));
        let missed = |seq| Some((seq, made.missed_by(&self.event(seq)?.event, self.state())?));
        later.find_map(missed)
    }

    /// What folding again from `events` on counts against the limit; it depends on the log alone, not on
    /// where checkpoints happen to be.
    fn refolding_cost(&self, events: BatchSpan, after: Seq) -> Result<u64, Refusal> {
        let limit = REFOLDED + REFOLDED_PER_EVENT * self.last_seq().0;
        let left = limit.saturating_sub(self.fold.refolded);
        let most = usize::try_from(left).unwrap_or(usize::MAX).saturating_add(1);
        let later = self.fold.standing.events_from(after).take(most).count() as u64;
        let cost = later.saturating_add(u64::from(events.count));
        if cost > left { Err(Refusal::TooMuchRefolded { limit }) } else { Ok(cost) }
    }

    fn effect_of_undoing(&self, target: Seq) -> Result<UndoEffect, Refusal> {
        let recorded = self.event(target).ok_or(Refusal::NoSuchEvent(target))?;
        if matches!(recorded.event, Event::Opened(_)) {
            return Err(Refusal::OpeningStands);
        }
        let first = self.undone_as(target);
        if first != target {
            return Err(Refusal::InsideBatch { event: target, first });
        }
        if let Some(by) = self.undone_by(target) {
            return Err(Refusal::AlreadyUndone { target, by });
        }
        let (mut event, mut stand, mut depth) = (target, false, 0);
        while let Some(next) = self.target_of(event) {
            (event, stand, depth) = (next, !stand, depth + 1);
            if depth > UNDO_DEPTH {
                return Err(Refusal::UndoneTooOften { target, limit: UNDO_DEPTH });
            }
            // An undo that stands again finds its event undone by a later one already: one at a time.
            if let Some(by) = self.undone_by(next).filter(|_| !stand) {
                return Err(Refusal::AlreadyUndone { target: next, by });
            }
        }
        let events = self.batch_of(event).unwrap_or(BatchSpan::alone(event));
        Ok(UndoEffect { events, stand })
    }

    fn target_of(&self, seq: Seq) -> Option<Seq> {
        match self.event(seq)?.event {
            Event::Undone { undoes, .. } => Some(undoes),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
