//! How much of anything the record takes. Beyond a limit there is a refusal, never a cut.

use std::ops::Deref;

use super::correction::{Amendment, ResponderRevision, SessionCorrection, TaskCorrection};
use super::event::Event;
use super::event_field::EventField;
use super::number::ResponderId;
use super::payload::{Disposal, Opening, Person, Responder, Spokesperson};
use super::refusal::Refusal;
use crate::text::fold::shows_nothing;

pub use super::event_field::{NAME, TEXT};

/// Entries in a list: supporting agencies, aliases, parts, questions.
pub const LIST: usize = 200;
/// Characters in all texts of one event together, so that its line fits 256 KiB however it is escaped.
pub const EVENT: usize = 40_000;
/// The highest number a question, delegate, task or dialogue can have.
pub const HIGHEST_NUMBER: u32 = 9_999_999;

/// Undos of undos that stand on one another. A desk needs two: an undo and its redo.
pub const UNDO_DEPTH: usize = 64;
/// Follow-ups that follow one another: a question is followed once or twice.
pub const FOLLOW_DEPTH: usize = 200;
/// Events that all undos of a session together may fold again, besides [`REFOLDED_PER_EVENT`].
///
/// An undo folds again what stands from the undone event on. A session of 500 events with 100 undos that
/// each reach 50 events back folds 5,000 again; two hundred corrections of the morning, made at the end of
/// a day of 3,000 events, fold 600,000. Reading a file is thus linear in its length whatever it undoes.
pub const REFOLDED: u64 = 1_000_000;
/// The further allowance for each event of the log.
pub const REFOLDED_PER_EVENT: u64 = 16;

/// Refuses an event whose texts are blank where they are needed, or more than the record takes.
///
/// # Errors
/// Names the field, its length and its limit.
pub(super) fn check(event: &Event) -> Result<(), Refusal> {
    let mut check = LengthCheck::default();
    check.event(event)?;
    if check.total > EVENT {
        return Err(Refusal::TooMuchText { length: check.total, limit: EVENT });
    }
    Ok(())
}

/// Whether the event holds text that a person typed.
pub(super) fn holds_text(event: &Event) -> bool {
    let mut check = LengthCheck::default();
    check.event(event).is_ok() && check.has_text && !event.is_about_the_record()
}

/// Checks the texts of one event, and counts their characters.
#[derive(Default)]
struct LengthCheck {
    total: usize,
    has_text: bool,
}

impl LengthCheck {
    fn event(&mut self, event: &Event) -> Result<(), Refusal> {
        match event {
            Event::Opened(opening) => self.opening(opening),
            Event::SessionCorrected(correction) => self.session_correction(correction),
            Event::ResponderAdded { responder } => self.responder(responder),
            Event::ResponderCorrected(correction) => {
                self.revision(&correction.responder)?;
                self.optional(EventField::Why, correction.why.as_ref())
            }
            Event::DelegateAdded(person) | Event::DelegateCorrected(person) => self.person(person),
            Event::QuestionAsked(asked) => {
                self.optional(EventField::Theme, asked.theme.as_ref())?;
                self.optional(EventField::Point, asked.point.as_ref())?;
                self.needed(EventField::Text, &asked.text)
            }
            Event::AskerNamed(naming) => self.optional(EventField::Why, naming.why.as_ref()),
            Event::QuestionReclassified(it) => {
                self.optional(EventField::Point, it.point.set())?;
                self.optional(EventField::Theme, it.theme.set())?;
                self.optional(EventField::Why, it.why.as_ref())
            }
            Event::QuestionRouted(routing) => {
                self.support(&routing.support)?;
                self.optional(EventField::Why, routing.why.as_ref())
            }
            Event::QuestionEdited(edit) => {
                self.needed(EventField::Text, &edit.text)?;
                self.optional(EventField::Why, edit.why.as_ref())
            }
            Event::AnswerGiven(given) => {
                self.spokesperson(given.spoken_by.as_ref())?;
                self.optional(EventField::Text, given.text.as_ref())
            }
            Event::AnswerAmended(amendment) => self.amendment(amendment),
            Event::QuestionDeferred(deferral) => {
                self.optional(EventField::Due, deferral.due_text.as_ref())?;
                self.optional(EventField::Why, deferral.why.as_ref())
            }
            Event::QuestionReferred(disposal) => self.referred(disposal),
            Event::QuestionDeclined(disposal) => match disposal.why {
                Some(_) => self.ended(disposal),
                None => Err(Refusal::Blank(EventField::Why)),
            },
            Event::QuestionWithdrawn(disposal) => self.ended(disposal),
            Event::QuestionSplit { parts, .. } => {
                fits(EventField::Parts, parts.len())?;
                parts.iter().try_for_each(|part| self.needed(EventField::Text, &part.text))
            }
            Event::StatementMade(statement) => {
                self.spokesperson(statement.spoken_by.as_ref())?;
                self.needed(EventField::Text, &statement.text)
            }
            Event::StatementCorrected(correction) => {
                self.spokesperson(correction.spoken_by.set())?;
                self.optional(EventField::Text, correction.text.as_ref())?;
                self.optional(EventField::Why, correction.why.as_ref())
            }
            Event::ConclusionRecorded(conclusion) => {
                fits(EventField::Questions, conclusion.questions.len())?;
                self.needed(EventField::Text, &conclusion.text)
            }
            Event::ConclusionCorrected(correction) => {
                fits(EventField::Questions, correction.questions.as_ref().map_or(0, Vec::len))?;
                self.optional(EventField::Text, correction.text.as_ref())?;
                self.optional(EventField::Why, correction.why.as_ref())
            }
            Event::TaskCorrected(correction) => self.task_correction(correction),
            Event::TaskAssigned(task) => {
                self.support(&task.support)?;
                fits(EventField::Questions, task.questions.len())?;
                self.needed(EventField::Text, &task.text)?;
                self.optional(EventField::Due, task.due_text.as_ref())
            }
            Event::TaskProgressed(progression) => {
                self.optional(EventField::Text, progression.text.as_ref())?;
                self.optional(EventField::Document, progression.document.as_ref())?;
                self.optional(EventField::Link, progression.link.as_ref())?;
                self.optional(EventField::ReviewedBy, progression.reviewed_by.as_ref())
            }
            Event::Undone { why, .. } => self.optional(EventField::Why, why.as_ref()),
            Event::Paused(reason)
            | Event::Resumed(reason)
            | Event::Closed(reason)
            | Event::Reopened(reason) => self.optional(EventField::Why, reason.why.as_ref()),
            Event::Recovered(recovery) => {
                self.optional(EventField::Document, recovery.kept.as_ref())
            }
            Event::FailedOver(failover) => {
                self.needed(EventField::Source, &failover.from)?;
                self.needed(EventField::To, &failover.to)?;
                self.needed(EventField::Why, &failover.why)
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
        dialogue_number(opening.number)?;
        self.needed(EventField::Title, &opening.title)?;
        self.optional(EventField::Place, opening.place.as_ref())?;
        self.optional(EventField::Chair, opening.chair.as_ref())?;
        self.optional(EventField::Secretary, opening.secretary.as_ref())?;
        self.optional(EventField::Attendance, opening.attendance.as_ref())?;
        self.optional(EventField::Source, opening.source.as_ref())?;
        self.optional(EventField::Subject, opening.subject.as_ref())?;
        self.optional(EventField::Plan, opening.plan.as_ref())
    }

    fn session_correction(&mut self, correction: &SessionCorrection) -> Result<(), Refusal> {
        dialogue_number(correction.number.set().copied())?;
        self.optional(EventField::Title, correction.title.as_ref())?;
        for (field, change) in [
            (EventField::Place, &correction.place),
            (EventField::Chair, &correction.chair),
            (EventField::Secretary, &correction.secretary),
            (EventField::Attendance, &correction.attendance),
            (EventField::Subject, &correction.subject),
            (EventField::Plan, &correction.plan),
        ] {
            self.optional(field, change.set())?;
        }
        self.optional(EventField::Why, correction.why.as_ref())
    }

    fn revision(&mut self, revision: &ResponderRevision) -> Result<(), Refusal> {
        self.optional(EventField::Name, revision.name.as_ref())?;
        self.optional(EventField::Short, revision.short.set())?;
        self.optional(EventField::Office, revision.title.set())?;
        self.list(EventField::Alias, revision.aliases.as_deref().unwrap_or_default())?;
        self.list(EventField::Remit, revision.remit.as_deref().unwrap_or_default())
    }

    fn amendment(&mut self, amendment: &Amendment) -> Result<(), Refusal> {
        self.optional(EventField::Text, amendment.text.set())?;
        self.spokesperson(amendment.spoken_by.set())?;
        self.needed(EventField::Why, &amendment.why)
    }

    fn task_correction(&mut self, correction: &TaskCorrection) -> Result<(), Refusal> {
        self.support(correction.support.as_deref().unwrap_or_default())?;
        fits(EventField::Questions, correction.questions.as_ref().map_or(0, Vec::len))?;
        self.optional(EventField::Text, correction.text.as_ref())?;
        self.optional(EventField::Due, correction.due_text.set())?;
        self.optional(EventField::Why, correction.why.as_ref())
    }

    fn spokesperson(&mut self, who: Option<&Spokesperson>) -> Result<(), Refusal> {
        let Some(who) = who else { return Ok(()) };
        self.needed(EventField::Name, &who.name)?;
        self.optional(EventField::Post, who.post.as_ref())
    }

    /// What declines or withdraws a question refers it to no authority of any level.
    fn ended(&mut self, disposal: &Disposal) -> Result<(), Refusal> {
        match disposal.level {
            Some(_) => Err(Refusal::NotOfThisKind(EventField::Level)),
            None => {
                self.optional(EventField::Why, disposal.why.as_ref())?;
                self.optional(EventField::To, disposal.to.as_ref())
            }
        }
    }

    fn referred(&mut self, disposal: &Disposal) -> Result<(), Refusal> {
        self.given(EventField::Why, disposal.why.as_ref())?;
        self.optional(EventField::To, disposal.to.as_ref())
    }

    fn responder(&mut self, responder: &Responder) -> Result<(), Refusal> {
        self.needed(EventField::Name, &responder.name)?;
        self.optional(EventField::Short, responder.short.as_ref())?;
        self.optional(EventField::Office, responder.title.as_ref())?;
        self.list(EventField::Alias, &responder.aliases)?;
        self.list(EventField::Remit, &responder.remit)
    }

    fn list(&mut self, field: EventField, texts: &[String]) -> Result<(), Refusal> {
        fits(field, texts.len())?;
        texts.iter().try_for_each(|text| self.needed(field, text))
    }

    fn given(&mut self, field: EventField, words: Option<&String>) -> Result<(), Refusal> {
        self.needed(field, words.ok_or(Refusal::Blank(field))?)
    }

    fn person(&mut self, person: &Person) -> Result<(), Refusal> {
        self.needed(EventField::Name, &person.name)?;
        self.optional(EventField::Unit, person.unit.as_ref())?;
        self.optional(EventField::Seat, person.seat.as_ref())?;
        self.needed(EventField::Salt, &person.salt)
    }

    fn support(&mut self, support: &[ResponderId]) -> Result<(), Refusal> {
        self.total += support.iter().map(|id| id.0.len()).sum::<usize>();
        fits(EventField::Support, support.len())
    }

    fn optional(
        &mut self,
        field: EventField,
        words: Option<&impl Deref<Target = str>>,
    ) -> Result<(), Refusal> {
        words.map_or(Ok(()), |words| self.needed(field, words))
    }

    fn needed(&mut self, field: EventField, words: &str) -> Result<(), Refusal> {
        if is_blank(words) {
            return Err(Refusal::Blank(field));
        }
        if field.is_name() && words.chars().any(ends_a_line) {
            return Err(Refusal::LineEnd(field));
        }
        let length = words.chars().count();
        self.total += length;
        self.has_text = true;
        let limit = field.limit();
        if length > limit { Err(Refusal::TooLong { field, length, limit }) } else { Ok(()) }
    }
}

/// Whether a text shows nothing. Files hold texts of fillers that [`crate::text::fold::recorded_text`] takes
/// for blanks today; they stay readable.
fn is_blank(text: &str) -> bool {
    text.chars().all(shows_nothing)
}

fn dialogue_number(number: Option<u32>) -> Result<(), Refusal> {
    match number.is_some_and(|number| !(1..=HIGHEST_NUMBER).contains(&number)) {
        true => Err(Refusal::NumberOutOfRange),
        false => Ok(()),
    }
}

fn ends_a_line(letter: char) -> bool {
    matches!(letter, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Refuses an author whose name is blank, too long or more than one line.
pub(super) fn check_author(by: &str) -> Result<(), Refusal> {
    LengthCheck::default().needed(EventField::By, by)
}

/// Refuses a salt that is blank or too long.
pub(super) fn check_salt(salt: &str) -> Result<(), Refusal> {
    LengthCheck::default().needed(EventField::Salt, salt)
}

fn fits(field: EventField, length: usize) -> Result<(), Refusal> {
    if length > LIST { Err(Refusal::TooMany { field, limit: LIST }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::{
        Event, EventField, HIGHEST_NUMBER, Opening, Refusal, check, check_author, is_blank,
    };

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
            assert_eq!(check_author(two), Err(Refusal::LineEnd(EventField::By)), "{two:?}");
        }
        assert_eq!(check_author("thư ký\tPhòng 2"), Ok(()));
    }
}
