//! A form: labelled fields, one of them focused, that become one command.

pub mod field;
pub mod fill;
pub mod keys;
pub mod named_leader;
pub mod pick;
pub mod read;
pub mod value_line;

use crate::session::number::{QuestionNo, ResponderId, Seq, TaskNo};
use crate::session::refusal::Refusal;

use super::bindings::Scope;
use super::due::NoSuchDay;
use super::trouble::Trouble;
use field::{FieldContent, FormField, Label};

/// Which form it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormKind {
    NewQuestion,
    EditQuestion,
    Route,
    Answer,
    AmendAnswer,
    Defer,
    Refer,
    Decline,
    Withdraw,
    Merge,
    Split,
    Task,
    ProgressTask,
    Statement,
    Conclusion,
    AddResponder,
    #[serde(alias = "correct_delegate")]
    NameAsker,
    CorrectStatement,
    CorrectConclusion,
    CorrectTask,
    CorrectResponder,
    CorrectSession,
    NewSession,
}

/// What the form is about; at most one of these for each kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FormSubject {
    pub question: Option<QuestionNo>,
    /// The event that recorded what is corrected: an answer, a statement, a conclusion.
    pub event: Option<Seq>,
    pub task: Option<TaskNo>,
    pub responder: Option<ResponderId>,
}

/// Why a form could not be turned into a command, as data; `view::sentences` says it.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The session refused the command.
    Refused(Refusal),
    /// The record could not be written.
    NotSaved(Trouble),
    NobodyChosen(Label),
    /// A unit or a seat without the name they belong to.
    NameMissing,
    /// A post without the name of who holds it.
    SpeakerMissing,
    /// Not an offset such as +07:00.
    NotAnOffset(String),
    /// Letters were typed to find a responder, and none was chosen.
    StillTyping(Label),
    /// A responder of that name is on the list already.
    AlreadyListed(String),
    NoQuestionChosen,
    NotAQuestionNumber(String),
    NotANumber(Label),
    NeedsTwoParts,
    /// The field takes no more.
    FieldFull,
    /// Nothing was changed, so there is nothing to record.
    Unchanged,
    /// A deadline on a day that no calendar has.
    NoSuchDay(NoSuchDay),
}

/// A field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingField {
    pub kind: FormKind,
    pub about: FormSubject,
    pub label: Label,
}

/// What was asked about a form and answered with a yes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreed {
    /// A deadline that has gone by is meant.
    pub past_due: bool,
    /// All of the several questions are meant.
    pub several: bool,
}

/// A form being filled.
#[derive(Clone, Debug)]
pub struct Form {
    pub kind: FormKind,
    pub about: FormSubject,
    pub fields: Vec<FormField>,
    pub focus: usize,
    pub problem: Option<Problem>,
    /// It was restored from a draft.
    pub from_draft: bool,
    /// The questions it is about, where those are several.
    pub several: Vec<QuestionNo>,
    pub agreed: Agreed,
    /// The parts that were found for a question to be split into; the form opens with them.
    pub found_parts: Vec<String>,
    /// Whether routing opens once the question is recorded.
    pub then_route: bool,
    /// The field of another form that is waiting for the responder this one adds.
    pub waiting_field: Option<WaitingField>,
}

impl Form {
    /// Where a key is looked up while this form is filled.
    pub fn scope(&self) -> Scope {
        match self.focused().map(|field| &field.field) {
            Some(
                FieldContent::Responders(_)
                | FieldContent::Question(_)
                | FieldContent::Person(_)
                | FieldContent::Value(_),
            ) => Scope::Pick,
            Some(FieldContent::Text(_) | FieldContent::Line(_) | FieldContent::Choice(_))
            | None => Scope::Form,
        }
    }

    pub fn focused(&self) -> Option<&FormField> {
        self.fields.get(self.focus)
    }

    pub fn focused_mut(&mut self) -> Option<&mut FormField> {
        self.fields.get_mut(self.focus)
    }

    pub fn field(&self, label: Label) -> Option<&FieldContent> {
        self.fields.iter().find(|labelled| labelled.label == label).map(|labelled| &labelled.field)
    }

    pub fn field_mut(&mut self, label: Label) -> Option<&mut FieldContent> {
        let labelled = self.fields.iter_mut().find(|labelled| labelled.label == label);
        labelled.map(|labelled| &mut labelled.field)
    }

    /// Whether `Enter` in the focused field records the form: what it finds is chosen, and nothing else is typed.
    pub fn enter_records(&self) -> bool {
        match self.focused().map(|field| &field.field) {
            Some(FieldContent::Responders(pick)) => {
                let is_done = pick.lead.is_some() && pick.filter.is_blank();
                self.kind == FormKind::Route && is_done && pick.selected.is_none()
            }
            Some(FieldContent::Question(pick)) => {
                pick.chosen.is_some() && pick.filter.is_blank() && pick.selected.is_none()
            }
            _ => false,
        }
    }

    /// Moves the focus round, forwards or backwards.
    pub fn focus_by(&mut self, step: isize) {
        let count = self.fields.len().max(1);
        self.focus = (self.focus + count).saturating_add_signed(step) % count;
    }

    /// Moves the focus after a choice: to the field typed next, else to the next one.
    pub fn go_on(&mut self) {
        match self.kind {
            FormKind::Answer | FormKind::Statement => self.focus_on(Label::Text),
            FormKind::Defer => self.focus_on(Label::Due),
            _ => self.focus_by(1),
        }
    }

    pub fn focus_on(&mut self, label: Label) {
        if let Some(place) = self.fields.iter().position(|labelled| labelled.label == label) {
            self.focus = place;
        }
    }
}
