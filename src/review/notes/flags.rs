//! What flags a note: whether the record it was written on is still the one that is there.

use super::{Note, NoteSubject, Pin};
use crate::record::{Fingerprint, Record};
use crate::session::Session;
use crate::session::event::{Event, Recorded};
use crate::session::number::{QuestionNo, Seq};
use crate::session::time::Timestamp;
use crate::session::touched::touched;

/// Something a reader must know before relying on a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteFlag {
    /// The record ends before the note's moment.
    MomentGone { events: u64 },
    /// The record up to the note's moment is not what it was.
    Rewritten,
    /// The record is as it was at the note's moment, but shorter than the reviewer had it.
    Shortened { events: u64 },
    /// The record is as it was at the note's moment, and changed after it.
    RewrittenLater,
    /// There is no such question or task.
    NoSubject(NoteSubject),
    /// The event at the note's moment was taken back since.
    Undone { by: Seq },
    /// So many things happened to its question or its task since; the last of them.
    WentOn { about: NoteSubject, count: usize, last: Seq },
    /// So many events more than the reviewer had.
    Grown { by: u64 },
}

impl NoteFlag {
    /// Whether the record is not the one that was noted on; mere growth leaves every note true.
    pub fn is_grave(self) -> bool {
        !matches!(self, Self::Grown { .. } | Self::WentOn { .. } | Self::Undone { .. })
    }
}

/// Where a note of the moment after `events` events is pinned; `None` when there were never so many.
#[must_use]
pub fn pin(record: &Record, events: u64) -> Option<Pin> {
    Some(Pin { at: record.fingerprint_after(events)?, seen: record.fingerprint() })
}

/// What flags the note, the gravest first.
#[must_use]
pub fn flags(record: &Record, note: &Note) -> Vec<NoteFlag> {
    let session = record.session();
    let mut flags: Vec<NoteFlag> = changed(record, &note.pin).into_iter().collect();
    if !has(session, note.about) {
        flags.push(NoteFlag::NoSubject(note.about));
    }
    // In a record that is another one, what came later is not later than the note.
    if !flags.iter().any(|flag| flag.is_grave()) {
        let since = since(session, note.pin.seen);
        flags.extend(undone(session, &note.pin));
        flags.extend(went_on(session, note.about, since));
        if !since.is_empty() {
            flags.push(NoteFlag::Grown { by: since.len() as u64 });
        }
    }
    flags
}

/// When the note's moment was, where that is known.
pub(super) fn time(record: &Record, note: &Note, flags: &[NoteFlag]) -> Option<Timestamp> {
    let session = record.session();
    let opening = session.state().opening();
    let is_rebuilt = opening.is_some_and(|opening| opening.source.is_some());
    let is_known = !is_rebuilt && !flags.iter().any(|flag| flag.is_grave());
    let event = session.event(Seq(note.pin.at.events)).filter(|_| is_known);
    event.map(|recorded| recorded.at)
}

/// How the record differs from the one that was noted on; mere growth is no difference.
fn changed(record: &Record, pin: &Pin) -> Option<NoteFlag> {
    let events = record.session().last_seq().0;
    let differs = |then: Fingerprint| record.fingerprint_after(then.events) != Some(then);
    if pin.at.events > events {
        return Some(NoteFlag::MomentGone { events });
    }
    if differs(pin.at) {
        return Some(NoteFlag::Rewritten);
    }
    if pin.seen.events > events {
        return Some(NoteFlag::Shortened { events });
    }
    differs(pin.seen).then_some(NoteFlag::RewrittenLater)
}

fn has(session: &Session, about: NoteSubject) -> bool {
    let state = session.state();
    match about {
        NoteSubject::Moment => true,
        NoteSubject::Question(number) => state.question(number).is_some(),
        NoteSubject::Task(number) => state.task(number).is_some(),
    }
}

fn since(session: &Session, seen: Fingerprint) -> &[Recorded] {
    let from = usize::try_from(seen.events).unwrap_or(usize::MAX);
    session.history().get(from..).unwrap_or_default()
}

fn undone(session: &Session, pin: &Pin) -> Option<NoteFlag> {
    let by = session.undone_by(Seq(pin.at.events))?;
    (by.0 > pin.seen.events).then_some(NoteFlag::Undone { by })
}

fn went_on(session: &Session, about: NoteSubject, since: &[Recorded]) -> Option<NoteFlag> {
    let mut touching = since.iter().filter(|recorded| touches(session, &recorded.event, about));
    let last = touching.next_back()?.seq;
    Some(NoteFlag::WentOn { about, count: touching.count() + 1, last })
}

/// Whether the event happens to it, or takes back or brings back what did.
fn touches(session: &Session, event: &Event, about: NoteSubject) -> bool {
    let mut event = event;
    // An event undoes only earlier ones, so this ends.
    while let Event::Undone { undoes, .. } = event {
        let Some(undone) = session.event(*undoes) else { return false };
        event = &undone.event;
    }
    match about {
        NoteSubject::Moment => false,
        NoteSubject::Question(number) => touches_question(event, number),
        NoteSubject::Task(number) => touched(event).task == Some(number),
    }
}

fn touches_question(event: &Event, number: QuestionNo) -> bool {
    let follows = matches!(event, Event::QuestionAsked(asked) if asked.follows == Some(number));
    follows || touched(event).questions.contains(&number)
}
