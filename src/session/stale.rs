//! Whether what a command is about was touched after its author had last looked.

use super::Session;
use super::event::{Event, Recorded};
use super::number::Seq;
use super::refusal::Refusal;
use super::touched::touched;

impl Session {
    /// # Errors
    /// Names the first later event that touched what these events touch.
    pub(super) fn refuse_stale(&self, seen: Seq, events: &[Event]) -> Result<(), Refusal> {
        let about: Vec<_> = events.iter().map(|event| touched(self.undoing(event))).collect();
        let later = usize::try_from(seen.0).unwrap_or(usize::MAX);
        let later = self.history().get(later..).unwrap_or_default();
        let touches = |recorded: &&Recorded| {
            let batch = self.batch_undone_by(&recorded.event);
            batch.iter().any(|event| about.iter().any(|it| it.overlaps(&touched(event))))
        };
        match later.iter().find(touches) {
            Some(recorded) => Err(Refusal::Stale { seen, event: recorded.seq }),
            None => Ok(()),
        }
    }

    /// The events that an undo takes back or brings back; any other event alone.
    fn batch_undone_by<'a>(&'a self, event: &'a Event) -> Vec<&'a Event> {
        let Event::Undone { .. } = event else { return vec![event] };
        let mut target = event;
        let mut seq = Seq(0);
        while let Event::Undone { undoes, .. } = target {
            let Some(recorded) = self.event(*undoes) else { break };
            (target, seq) = (&recorded.event, *undoes);
        }
        match self.batch_of(seq) {
            Some(batch) => {
                let members = batch.members().filter_map(|member| self.event(member));
                members.map(|recorded| &recorded.event).collect()
            }
            None => vec![target],
        }
    }

    /// The event that an undo takes back or brings back; any other event itself.
    fn undoing<'a>(&'a self, event: &'a Event) -> &'a Event {
        self.batch_undone_by(event).into_iter().next_back().unwrap_or(event)
    }
}
