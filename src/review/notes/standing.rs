//! How a note stands to the record: whether what it was written of is still what is there.

use super::{About, Mark, Note, Pin};
use crate::session::Session;
use crate::session::event::{Event, Recorded};
use crate::session::number::{QuestionNo, Seq, TaskNo};
use crate::session::time::Timestamp;

/// The record that notes are held against, as far as this room may know it.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// All of it, not a moment of it.
    pub session: &'a Session,
    /// The hash the record had after so many events, if it ever had so many.
    pub head_after: &'a dyn Fn(u64) -> Option<String>,
}

/// Something a reader must know before relying on a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// The record ends before the note's moment.
    MomentGone { events: u64 },
    /// The record up to the note's moment is not what it was.
    Rewritten,
    /// The record is as it was at the note's moment, but shorter than the reviewer had it.
    Shortened { events: u64 },
    /// The record is as it was at the note's moment, and changed after it.
    RewrittenLater,
    /// There is no such question or task.
    NoSubject(About),
    /// The event at the note's moment was taken back since.
    Undone { by: Seq },
    /// So many things happened to its question or its task since; the last of them.
    WentOn { about: About, count: usize, last: Seq },
    /// So many events more than the reviewer had.
    Grown { by: u64 },
}

impl Flag {
    /// Whether the record is not the one that was noted on; mere growth leaves every note true.
    pub fn is_grave(self) -> bool {
        !matches!(self, Self::Grown { .. } | Self::WentOn { .. } | Self::Undone { .. })
    }
}

impl Ground<'_> {
    /// Where a note of the moment after `events` events is pinned; `None` when there were never so many.
    #[must_use]
    pub fn pin(&self, events: u64) -> Option<Pin> {
        Some(Pin { at: self.mark(events)?, seen: self.mark(self.session.last_seq().0)? })
    }

    fn mark(&self, events: u64) -> Option<Mark> {
        Some(Mark { events, head: (self.head_after)(events)? })
    }

    /// What flags the note, the gravest first.
    #[must_use]
    pub fn flags(&self, note: &Note) -> Vec<Flag> {
        let mut flags: Vec<Flag> = self.of_record(&note.pin).into_iter().collect();
        if !self.has(note.about) {
            flags.push(Flag::NoSubject(note.about));
        }
        // In a record that is another one, what came later is not later than the note.
        if !flags.iter().any(|flag| flag.is_grave()) {
            let since = self.since(&note.pin.seen);
            flags.extend(self.undone(&note.pin));
            flags.extend(self.went_on(note.about, since));
            if !since.is_empty() {
                flags.push(Flag::Grown { by: since.len() as u64 });
            }
        }
        flags
    }

    /// When the note's moment was, where that is known.
    pub(super) fn time(&self, note: &Note, flags: &[Flag]) -> Option<Timestamp> {
        let opening = self.session.state().opening();
        let is_rebuilt = opening.is_some_and(|opening| opening.source.is_some());
        let is_known = !is_rebuilt && !flags.iter().any(|flag| flag.is_grave());
        let event = self.session.event(Seq(note.pin.at.events)).filter(|_| is_known);
        event.map(|recorded| recorded.at)
    }

    fn of_record(&self, pin: &Pin) -> Option<Flag> {
        let events = self.session.last_seq().0;
        let differs = |mark: &Mark| self.mark(mark.events).is_none_or(|there| there != *mark);
        if pin.at.events > events {
            return Some(Flag::MomentGone { events });
        }
        if differs(&pin.at) {
            return Some(Flag::Rewritten);
        }
        if pin.seen.events > events {
            return Some(Flag::Shortened { events });
        }
        differs(&pin.seen).then_some(Flag::RewrittenLater)
    }

    fn has(&self, about: About) -> bool {
        let state = self.session.state();
        match about {
            About::Moment => true,
            About::Question(number) => state.question(number).is_some(),
            About::Task(number) => state.task(number).is_some(),
        }
    }

    fn since(&self, seen: &Mark) -> &[Recorded] {
        let from = usize::try_from(seen.events).unwrap_or(usize::MAX);
        self.session.history().get(from..).unwrap_or_default()
    }

    fn undone(&self, pin: &Pin) -> Option<Flag> {
        let by = self.session.undone_by(Seq(pin.at.events))?;
        (by.0 > pin.seen.events).then_some(Flag::Undone { by })
    }

    fn went_on(&self, about: About, since: &[Recorded]) -> Option<Flag> {
        let mut touching = since.iter().filter(|recorded| self.touches(&recorded.event, about));
        let last = touching.next_back()?.seq;
        Some(Flag::WentOn { about, count: touching.count() + 1, last })
    }

    /// Whether the event happens to it, or takes back or brings back what did.
    fn touches(&self, event: &Event, about: About) -> bool {
        let mut event = event;
        // An event undoes only earlier ones, so this ends.
        while let Event::Undone { undoes, .. } = event {
            let Some(undone) = self.session.event(*undoes) else { return false };
            event = &undone.event;
        }
        match about {
            About::Moment => false,
            About::Question(number) => touches_question(event, number),
            About::Task(number) => touches_task(event, number),
        }
    }
}

fn touches_question(event: &Event, number: QuestionNo) -> bool {
    event.question() == Some(number)
        || match event {
            Event::QuestionMerged(merger) | Event::QuestionUnmerged(merger) => {
                merger.into == number
            }
            Event::QuestionAsked(asked) => asked.follows == Some(number),
            Event::TaskAssigned(task) => task.questions.contains(&number),
            Event::ConclusionRecorded(conclusion) => conclusion.questions.contains(&number),
            _ => false,
        }
}

fn touches_task(event: &Event, number: TaskNo) -> bool {
    match event {
        Event::TaskAssigned(task) => task.task == number,
        Event::TaskProgressed(news) => news.task == number,
        _ => false,
    }
}
