//! The batches of a log, and where the next event may begin, continue or end one.

use imbl::OrdMap;

use super::batch::BatchSpan;
use super::event::{Event, Recorded};
use super::number::Seq;
use super::refusal::Refusal;

/// Every batch of a log by its first event.
#[derive(Clone, Debug, Default)]
pub(super) struct Batches {
    counts: OrdMap<Seq, u32>,
}

impl Batches {
    pub(super) fn note(&mut self, recorded: &Recorded) {
        if let Some(batch) = recorded.envelope.batch.filter(|batch| batch.last() == recorded.seq) {
            self.counts.insert(batch.first, batch.count);
        }
    }

    pub(super) fn of(&self, seq: Seq) -> Option<BatchSpan> {
        let (first, count) = self.counts.get_prev(&seq)?;
        Some(BatchSpan { first: *first, count: *count }).filter(|batch| batch.contains(seq))
    }
}

impl Recorded {
    /// The batch of which events are still to come after this one.
    #[must_use]
    pub fn incomplete_batch(&self) -> Option<BatchSpan> {
        self.envelope.batch.filter(|batch| self.seq < batch.last())
    }
}

/// The batch that is not complete after `history`.
pub(super) fn incomplete(history: &[Recorded]) -> Option<BatchSpan> {
    history.last()?.incomplete_batch()
}

/// Whether the batch on `next`, or none on it, fits behind `history`.
///
/// A withheld line keeps no envelope, so a batch may begin with lines that say nothing of it.
///
/// # Errors
/// The event begins, goes on with or breaks off a batch where none can begin, go on or break off.
pub(super) fn admit(history: &[Recorded], next: &Recorded) -> Result<(), Refusal> {
    let fits = match (incomplete(history), next.envelope.batch) {
        (None, None) => true,
        (Some(_), None) => false,
        (Some(open), Some(batch)) => open == batch && may_be_batched(&next.event),
        (None, Some(batch)) => {
            batch.count >= 2
                && batch.contains(next.seq)
                && may_be_batched(&next.event)
                && begins_withheld(history, batch, next.seq)
        }
    };
    if fits { Ok(()) } else { Err(Refusal::MisplacedBatch(next.seq)) }
}

/// Whether every event of the batch before `next` was withheld; true when `next` is its first.
fn begins_withheld(history: &[Recorded], batch: BatchSpan, next: Seq) -> bool {
    let before = usize::try_from(next.0.saturating_sub(batch.first.0)).unwrap_or(usize::MAX);
    before <= history.len()
        && history.iter().rev().take(before).all(|recorded| {
            matches!(recorded.event, Event::Withheld(_)) && recorded.envelope.batch.is_none()
        })
}

/// The opening cannot be undone, an undo stands for itself, and what the program records by itself belongs
/// to no command.
pub(super) fn may_be_batched(event: &Event) -> bool {
    let alone = matches!(event, Event::Opened(_) | Event::Undone { .. });
    !alone && !event.is_about_the_record()
}
