//! From a form that corrects something to the command: only what is different is given.

use crate::session::command::{Asker, Command, DelegateCorrection, NewAmendment};
use crate::session::correction::{
    AskerNaming, ConclusionCorrection, FieldChange, Reclassification, ResponderCorrection,
    ResponderRevision, SessionCorrection, StatementCorrection, TaskCorrection,
};
use crate::session::payload::{Edit, Person, Spokesperson};
use crate::session::state::State;
use crate::session::time::{Date, UtcOffset};
use crate::tui::model::due::{self, Due};
use crate::tui::model::form::field::{ChoiceOption, Label};
use crate::tui::model::form::{Form, Problem};

impl Form {
    /// Text, channel, site, kind and theme of a question: up to two commands, recorded as one batch.
    pub(super) fn edit(&self, state: &State) -> Result<Command, Problem> {
        let number = self.question()?;
        let known = state.question(number).ok_or(Problem::NoQuestionChosen)?;
        let (text, why) = (self.words(Label::Text), self.optional(Label::Why));
        let mut commands = Vec::new();
        if text.trim() != known.text.trim() {
            let edit = Edit { question: number, text: text.into(), why: why.clone() };
            commands.push(Command::EditQuestion(edit));
        }
        let changed = Reclassification {
            channel: replaced(self.channel(), &known.channel),
            point: change(self.optional(Label::Point), known.point.as_deref()),
            kind: replaced(self.question_kind(), &known.kind),
            theme: change(self.optional(Label::Theme), known.theme.as_deref()),
            ..Reclassification::of(number)
        };
        if changed != Reclassification::of(number) {
            commands.push(Command::ReclassifyQuestion(Reclassification { why, ..changed }));
        }
        match commands.len() {
            0 | 1 => commands.pop().ok_or(Problem::Unchanged),
            _ => Ok(Command::Several(commands)),
        }
    }

    /// Who asked. Other words for a person who is named correct that person everywhere, unless they are those of
    /// somebody else, or somebody else is meant.
    pub(super) fn name_asker(&self, state: &State) -> Result<Command, Problem> {
        let number = self.question()?;
        let question = state.question(number).ok_or(Problem::NoQuestionChosen)?;
        let naming = AskerNaming { question: number, delegate: None, why: None };
        let typed = self.asker()?;
        let (Some(typed), Some(known)) = (&typed, state.asker(question)) else {
            return match (typed, question.delegate) {
                (None, None) => Err(Problem::Unchanged),
                (asker, _) => Ok(Command::NameAsker { naming, asker }),
            };
        };
        let person = Person {
            delegate: known.delegate,
            name: typed.name.clone(),
            unit: typed.unit.clone(),
            seat: typed.seat.clone(),
            salt: String::new(),
        };
        let is_other = self.choice(Label::Person) == Some(&ChoiceOption::OtherPerson);
        match state.delegate_like(&person) {
            Some(same) if same == known.delegate => return Err(Problem::Unchanged),
            None if !is_other => {}
            _ => return Ok(Command::NameAsker { naming, asker: Some(typed.clone()) }),
        }
        Ok(Command::CorrectDelegate(DelegateCorrection {
            delegate: known.delegate,
            name: replaced(typed.name.clone(), &known.name),
            unit: change(typed.unit.clone(), known.unit.as_deref()),
            seat: change(typed.seat.clone(), known.seat.as_deref()),
            salt: None,
        }))
    }

    /// The asker as typed; nobody when the name is blank.
    pub(super) fn asker(&self) -> Result<Option<Asker>, Problem> {
        let (unit, seat) = (self.optional(Label::Unit), self.optional(Label::Seat));
        match self.optional(Label::Asker) {
            Some(name) => Ok(Some(Asker { name, unit, seat, salt: None })),
            None if unit.is_some() || seat.is_some() => Err(Problem::NameMissing),
            None => Ok(None),
        }
    }

    pub(super) fn amendment(&self, state: &State) -> Result<Command, Problem> {
        let number = self.question()?;
        let question = state.question(number).ok_or(Problem::NoQuestionChosen)?;
        let seq = self.about.event.ok_or(Problem::Unchanged)?;
        let known = question.answer(seq).ok_or(Problem::Unchanged)?;
        let amendment = NewAmendment {
            question: number,
            answer: Some(seq),
            text: change(self.optional(Label::Text), known.text.as_deref()),
            by_responder: replaced(self.chosen(Label::Responder)?, &known.by),
            spoken_by: change_to(self.spokesperson()?, known.spoken_by.as_ref()),
            quality: match self.quality() {
                Some(quality) if quality != known.quality => FieldChange::Set(quality),
                _ => FieldChange::Keep,
            },
            why: self.words(Label::Why),
        };
        let NewAmendment { text, by_responder, spoken_by, quality, .. } = &amendment;
        let is_same = (text, spoken_by) == (&FieldChange::Keep, &FieldChange::Keep)
            && by_responder.is_none()
            && *quality == FieldChange::Keep;
        if is_same { Err(Problem::Unchanged) } else { Ok(Command::AmendAnswer(amendment)) }
    }

    pub(super) fn statement_correction(&self, state: &State) -> Result<Command, Problem> {
        let seq = self.about.event.ok_or(Problem::Unchanged)?;
        let known = state.statement(seq).ok_or(Problem::Unchanged)?;
        Ok(Command::CorrectStatement(StatementCorrection {
            statement: seq,
            by_responder: replaced(self.chosen(Label::Responder)?, &known.by),
            spoken_by: change_to(self.spokesperson()?, known.spoken_by.as_ref()),
            text: replaced(self.words(Label::Text), &known.text),
            why: self.optional(Label::Why),
        }))
    }

    pub(super) fn conclusion_correction(&self, state: &State) -> Result<Command, Problem> {
        let seq = self.about.event.ok_or(Problem::Unchanged)?;
        let known = state.conclusion(seq).ok_or(Problem::Unchanged)?;
        Ok(Command::CorrectConclusion(ConclusionCorrection {
            conclusion: seq,
            text: replaced(self.words(Label::Text), &known.text),
            questions: replaced(self.numbers()?, &known.questions),
            why: self.optional(Label::Why),
        }))
    }

    pub(super) fn task_correction(&self, state: &State, today: Date) -> Result<Command, Problem> {
        let number = self.about.task.ok_or(Problem::Unchanged)?;
        let known = state.task(number).ok_or(Problem::Unchanged)?;
        let support = self.pick(Label::Charged).map(|pick| pick.support.clone());
        let before = due::written(known.due, known.due_text.as_deref());
        let (due, due_text) = match self.words(Label::Due).trim() == before {
            true => (FieldChange::Keep, FieldChange::Keep),
            false => {
                let Due { date, words } = self.due(today)?;
                (change_to(date, known.due.as_ref()), change(words, known.due_text.as_deref()))
            }
        };
        Ok(Command::CorrectTask(TaskCorrection {
            text: replaced(self.words(Label::Text), &known.text),
            lead: change_to(self.maybe_chosen(Label::Charged)?, known.lead.as_ref()),
            support: replaced(support.unwrap_or_default(), &known.support),
            due,
            due_text,
            questions: replaced(self.numbers()?, &known.questions),
            by_responder: change_to(self.maybe_chosen(Label::AssignedBy)?, known.by.as_ref()),
            why: self.optional(Label::Why),
            ..TaskCorrection::of(number)
        }))
    }

    pub(super) fn responder_correction(&self, state: &State) -> Result<Command, Problem> {
        let id = self.about.responder.clone().ok_or(Problem::Unchanged)?;
        let known = state.responder(&id).ok_or(Problem::Unchanged)?;
        let revision = ResponderRevision {
            name: replaced(self.words(Label::Name), &known.name),
            short: change(self.optional(Label::Short), known.short.as_deref()),
            kind: replaced(self.responder_kind(), &known.kind),
            title: change(self.optional(Label::Office), known.title.as_deref()),
            aliases: replaced(self.list(Label::Aliases, &[';']), &known.aliases),
            remit: replaced(self.list(Label::Remit, &[';']), &known.remit),
            ..ResponderRevision::of(id)
        };
        let why = self.optional(Label::Why);
        Ok(Command::CorrectResponder(ResponderCorrection { responder: revision, why }))
    }

    pub(super) fn session_correction(&self, state: &State) -> Result<Command, Problem> {
        let known = state.opening().ok_or(Problem::Unchanged)?;
        let offset = match self.optional(Label::UtcOffset) {
            Some(typed) => {
                Some(typed.parse::<UtcOffset>().map_err(|()| Problem::NotAnOffset(typed))?)
            }
            None => None,
        };
        let text = |label, known: &Option<String>| change(self.optional(label), known.as_deref());
        Ok(Command::CorrectSession(SessionCorrection {
            title: replaced(self.words(Label::Title), &known.title),
            place: text(Label::Place, &known.place),
            number: change_to(self.session_number()?, known.number.as_ref()),
            chair: text(Label::Chair, &known.chair),
            secretary: text(Label::Secretary, &known.secretary),
            attendance: text(Label::Attendance, &known.attendance),
            subject: text(Label::Subject, &known.subject),
            plan: text(Label::Plan, &known.plan),
            utc_offset: change_to(offset, known.utc_offset.as_ref()),
            why: self.optional(Label::Why),
        }))
    }

    /// Who speaks for a responder; nobody when the name is blank.
    pub(super) fn spokesperson(&self) -> Result<Option<Spokesperson>, Problem> {
        let post = self.optional(Label::Post);
        match self.optional(Label::SpokenBy) {
            Some(name) => Ok(Some(Spokesperson { name, post })),
            None if post.is_some() => Err(Problem::SpeakerMissing),
            None => Ok(None),
        }
    }
}

/// The value typed, where it is another one.
fn replaced<T: PartialEq>(typed: T, known: &T) -> Option<T> {
    (typed != *known).then_some(typed)
}

fn change(typed: Option<String>, known: Option<&str>) -> FieldChange<String> {
    match typed {
        Some(typed) if Some(typed.as_str()) != known => FieldChange::Set(typed),
        None if known.is_some() => FieldChange::Remove,
        _ => FieldChange::Keep,
    }
}

fn change_to<T: PartialEq>(typed: Option<T>, known: Option<&T>) -> FieldChange<T> {
    match typed {
        Some(typed) if Some(&typed) != known => FieldChange::Set(typed),
        None if known.is_some() => FieldChange::Remove,
        _ => FieldChange::Keep,
    }
}
