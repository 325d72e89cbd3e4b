//! How much of anything the record takes. Beyond a limit there is a refusal, never a cut.

use std::ops::Deref;

use super::event::Event;
use super::number::ResponderId;
use super::payload::{Opening, Person, Responder};
use super::refusal::Refusal;

/// Characters in a text: a question, an answer, a reason.
pub const TEXT: usize = 20_000;
/// Characters in a name: of a person, a unit, a theme, an office.
pub const NAME: usize = 200;
/// Entries in a list: supporting agencies, aliases, parts, questions.
pub const LIST: usize = 200;
/// Characters in all the words of one event together, so that its line fits 256 KiB however it is escaped.
pub const EVENT: usize = 40_000;
/// The highest number a question, delegate, task or dialogue can have.
pub const HIGHEST_NUMBER: u32 = 9_999_999;

/// Undos of undos that stand on one another. A desk needs two: an undo and its redo.
pub const UNDO_DEPTH: usize = 64;
/// Follow-ups that follow one another: a question in the hall is followed once or twice.
pub const FOLLOW_DEPTH: usize = 200;
/// Events that all undos of a session together may fold again, besides [`REFOLDED_PER_EVENT`].
///
/// An undo folds again what stands from the undone event on. A session of 500 events with 100 undos that
/// each reach 50 events back folds 5,000 again; two hundred corrections of the morning, made at the end of
/// a day of 3,000 events, fold 600,000. Reading a file is thus linear in its length whatever it undoes.
pub const REFOLDED: u64 = 1_000_000;
/// The further allowance for each event of the log.
pub const REFOLDED_PER_EVENT: u64 = 16;

/// A place where words stand, to be named in a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Title,
    Place,
    Chair,
    Secretary,
    Attendance,
    Source,
    By,
    Name,
    Short,
    Office,
    Alias,
    Remit,
    Unit,
    Seat,
    Salt,
    Theme,
    Text,
    Why,
    To,
    Due,
    Document,
    Support,
    Parts,
    Questions,
}

impl Field {
    fn limit(self) -> usize {
        match self {
            Self::Title
            | Self::Place
            | Self::Attendance
            | Self::Source
            | Self::Text
            | Self::Why
            | Self::To
            | Self::Remit => TEXT,
            _ => NAME,
        }
    }

    /// Whether it is read out, listed and compared as one line.
    fn is_name(self) -> bool {
        matches!(
            self,
            Self::By
                | Self::Name
                | Self::Short
                | Self::Office
                | Self::Alias
                | Self::Unit
                | Self::Seat
                | Self::Theme
        )
    }
}

/// Refuses an event whose words are blank where they are needed, or more than the record takes.
///
/// # Errors
/// Names the field, its length and its limit.
pub(super) fn check(event: &Event) -> Result<(), Refusal> {
    let mut gauge = Gauge { total: 0 };
    gauge.event(event)?;
    if gauge.total > EVENT {
        return Err(Refusal::TooMuchText { length: gauge.total, limit: EVENT });
    }
    Ok(())
}

struct Gauge {
    total: usize,
}

impl Gauge {
    fn event(&mut self, event: &Event) -> Result<(), Refusal> {
        match event {
            Event::Opened(opening) => self.opening(opening),
            Event::ResponderAdded { responder } => self.responder(responder),
            Event::DelegateAdded(person) | Event::DelegateCorrected(person) => self.person(person),
            Event::QuestionAsked(asked) => {
                self.optional(Field::Theme, asked.theme.as_ref())?;
                self.needed(Field::Text, &asked.text)
            }
            Event::QuestionRouted(routing) => {
                self.support(&routing.support)?;
                self.optional(Field::Why, routing.why.as_ref())
            }
            Event::QuestionEdited(edit) => {
                self.needed(Field::Text, &edit.text)?;
                self.optional(Field::Why, edit.why.as_ref())
            }
            Event::AnswerGiven(given) => self.optional(Field::Text, given.text.as_ref()),
            Event::AnswerAmended(amendment) => {
                self.needed(Field::Text, &amendment.text)?;
                self.needed(Field::Why, &amendment.why)
            }
            Event::QuestionDeferred(deferral) => {
                self.optional(Field::Due, deferral.due_text.as_ref())?;
                self.optional(Field::Why, deferral.why.as_ref())
            }
            Event::QuestionReferred(disposal)
            | Event::QuestionDeclined(disposal)
            | Event::QuestionWithdrawn(disposal) => {
                self.needed(Field::Why, &disposal.why)?;
                self.optional(Field::To, disposal.to.as_ref())
            }
            Event::QuestionSplit { parts, .. } => {
                fits(Field::Parts, parts.len())?;
                parts.iter().try_for_each(|part| self.needed(Field::Text, &part.text))
            }
            Event::StatementMade(statement) => self.needed(Field::Text, &statement.text),
            Event::ConclusionRecorded(conclusion) => {
                fits(Field::Questions, conclusion.questions.len())?;
                self.needed(Field::Text, &conclusion.text)
            }
            Event::TaskAssigned(task) => {
                self.support(&task.support)?;
                fits(Field::Questions, task.questions.len())?;
                self.needed(Field::Text, &task.text)?;
                self.optional(Field::Due, task.due_text.as_ref())
            }
            Event::TaskProgressed(progression) => {
                self.optional(Field::Text, progression.text.as_ref())?;
                self.optional(Field::Document, progression.document.as_ref())
            }
            Event::Undone { why, .. } => self.optional(Field::Why, why.as_ref()),
            Event::Paused(reason)
            | Event::Resumed(reason)
            | Event::Closed(reason)
            | Event::Reopened(reason) => self.optional(Field::Why, reason.why.as_ref()),
            Event::Recovered(recovery) => self.optional(Field::Document, recovery.kept.as_ref()),
            Event::FailedOver(failover) => {
                self.needed(Field::Source, &failover.from)?;
                self.needed(Field::To, &failover.to)?;
                self.needed(Field::Why, &failover.why)
            }
            Event::Withheld(_) => Ok(()),
            Event::QuestionMoved(_)
            | Event::QuestionCalled(_)
            | Event::AnswerStarted { .. }
            | Event::QuestionMerged(_)
            | Event::QuestionUnmerged(_) => Ok(()),
        }
    }

    fn opening(&mut self, opening: &Opening) -> Result<(), Refusal> {
        if opening.number.is_some_and(|number| !(1..=HIGHEST_NUMBER).contains(&number)) {
            return Err(Refusal::NumberOutOfRange);
        }
        self.needed(Field::Title, &opening.title)?;
        self.optional(Field::Place, opening.place.as_ref())?;
        self.optional(Field::Chair, opening.chair.as_ref())?;
        self.optional(Field::Secretary, opening.secretary.as_ref())?;
        self.optional(Field::Attendance, opening.attendance.as_ref())?;
        self.optional(Field::Source, opening.source.as_ref())
    }

    fn responder(&mut self, responder: &Responder) -> Result<(), Refusal> {
        self.needed(Field::Name, &responder.name)?;
        self.optional(Field::Short, responder.short.as_ref())?;
        self.optional(Field::Office, responder.title.as_ref())?;
        fits(Field::Alias, responder.aliases.len())?;
        fits(Field::Remit, responder.remit.len())?;
        responder.aliases.iter().try_for_each(|alias| self.needed(Field::Alias, alias))?;
        responder.remit.iter().try_for_each(|matter| self.needed(Field::Remit, matter))
    }

    fn person(&mut self, person: &Person) -> Result<(), Refusal> {
        self.needed(Field::Name, &person.name)?;
        self.optional(Field::Unit, person.unit.as_ref())?;
        self.optional(Field::Seat, person.seat.as_ref())?;
        self.needed(Field::Salt, &person.salt)
    }

    fn support(&mut self, support: &[ResponderId]) -> Result<(), Refusal> {
        self.total += support.iter().map(|id| id.0.len()).sum::<usize>();
        fits(Field::Support, support.len())
    }

    fn optional(
        &mut self,
        field: Field,
        words: Option<&impl Deref<Target = str>>,
    ) -> Result<(), Refusal> {
        words.map_or(Ok(()), |words| self.needed(field, words))
    }

    fn needed(&mut self, field: Field, words: &str) -> Result<(), Refusal> {
        if is_blank(words) {
            return Err(Refusal::Blank(field));
        }
        if field.is_name() && words.chars().any(ends_a_line) {
            return Err(Refusal::LineEnd(field));
        }
        let length = words.chars().count();
        self.total += length;
        let limit = field.limit();
        if length > limit { Err(Refusal::TooLong { field, length, limit }) } else { Ok(()) }
    }
}

/// Whether nobody would see a thing: blanks, control characters and invisible ones say nothing.
pub(super) fn is_blank(words: &str) -> bool {
    words.chars().all(|letter| letter.is_whitespace() || letter.is_control() || is_unseen(letter))
}

fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}'
    )
}

fn ends_a_line(letter: char) -> bool {
    matches!(letter, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Refuses a hand whose name is blank, too long or more than one line.
pub(super) fn check_hand(by: &str) -> Result<(), Refusal> {
    Gauge { total: 0 }.needed(Field::By, by)
}

fn fits(field: Field, length: usize) -> Result<(), Refusal> {
    if length > LIST { Err(Refusal::TooMany { field, limit: LIST }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::{Event, Field, HIGHEST_NUMBER, Opening, Refusal, check, check_hand, is_blank};

    #[test]
    fn dialogues_are_counted_from_1() {
        for (number, refused) in [(0, true), (1, false), (HIGHEST_NUMBER + 1, true)] {
            let opening = Opening { title: "T".into(), number: Some(number), ..Opening::default() };
            let verdict = check(&Event::Opened(opening.into()));
            assert_eq!(verdict == Err(Refusal::NumberOutOfRange), refused, "{number}");
        }
    }

    #[test]
    fn what_nobody_would_see_is_blank() {
        for blank in
            ["", " \t\n", "\u{200b}\u{200f} \u{202e}", "\u{2060}\u{feff}\u{ad}", "\u{1b}\u{9b}\0"]
        {
            assert!(is_blank(blank), "{blank:?}");
        }
        for seen in ["a", "\u{200b}ắ", "?", "。"] {
            assert!(!is_blank(seen), "{seen:?}");
        }
    }

    #[test]
    fn a_name_is_one_line() {
        for two in ["thư ký\n", "a\nb", "a\rb", "a\u{2028}b", "a\u{85}b"] {
            assert_eq!(check_hand(two), Err(Refusal::LineEnd(Field::By)), "{two:?}");
        }
        assert_eq!(check_hand("thư ký\tPhòng 2"), Ok(()));
    }
}
