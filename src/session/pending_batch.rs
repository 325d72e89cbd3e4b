//! Commands decided together, each on top of those before it, as one batch that is not applied yet.

use super::Session;
use super::batch::BatchSpan;
use super::batches::may_be_batched;
use super::command::{Command, Occasion};
use super::event::Recorded;
use super::number::Seq;
use super::refusal::Refusal;

/// The events that some commands would add to a session.
///
/// Making one copies the log once: it is for tables and scripts, not for keys.
pub struct PendingBatch {
    first: Seq,
    /// The session with everything decided so far.
    ahead: Session,
    events: Vec<Recorded>,
    refused: Option<Refusal>,
}

impl PendingBatch {
    /// A batch behind everything that happened so far.
    #[must_use]
    pub fn on(session: &Session) -> Self {
        let first = Seq(session.last_seq().0 + 1);
        Self { first, ahead: session.clone(), events: Vec::new(), refused: None }
    }

    /// Decides one more command; the events that it adds.
    ///
    /// # Errors
    /// The reason why the session refuses it, [`Refusal::NotTogether`] for one that stands for itself alone.
    /// Further commands may be tried, to learn which of them would be refused as well; the batch as a whole
    /// is refused.
    pub fn add(&mut self, command: Command, occasion: &Occasion) -> Result<&[Recorded], Refusal> {
        let before = self.events.len();
        match self.decided(command, occasion) {
            Ok(()) => Ok(&self.events[before..]),
            Err(refusal) => {
                self.refused.get_or_insert_with(|| refusal.clone());
                Err(refusal)
            }
        }
    }

    fn decided(&mut self, command: Command, occasion: &Occasion) -> Result<(), Refusal> {
        let decided = self.ahead.decide(command, occasion)?;
        let are_alone = self.events.is_empty() && decided.len() == 1;
        let mut together = self.events.last().into_iter().chain(&decided);
        if !are_alone && !together.all(|recorded| may_be_batched(&recorded.event)) {
            return Err(Refusal::NotTogether);
        }
        for recorded in decided {
            self.ahead.apply(recorded.clone())?;
            self.events.push(recorded);
        }
        Ok(())
    }

    /// The events of all commands; a batch when they are more than one.
    ///
    /// # Errors
    /// The first refusal of a command.
    pub fn into_events(self) -> Result<Vec<Recorded>, Refusal> {
        let Self { first, mut events, refused, .. } = self;
        refused.map_or(Ok(()), Err)?;
        let count = u32::try_from(events.len()).map_err(|_| Refusal::NotTogether)?;
        let batch = Some(BatchSpan { first, count }).filter(|_| count > 1);
        for recorded in &mut events {
            recorded.envelope.batch = batch;
        }
        Ok(events)
    }
}
