//! The forms that correct what was recorded, filled with it.

use std::sync::Arc;

use crate::session::payload::{Channel, Quality, QuestionKind, Responder, Spokesperson};
use crate::session::question::Answer;
use crate::tui::model::due;
use crate::tui::model::form::field::{ChoiceOption, FieldContent, FormField, Label};
use crate::tui::model::form::pick::{PeoplePick, ResponderPick};
use crate::tui::model::form::value_line::{KnownValues, ValueLine};

use super::{FieldBuilder, choice, labelled, line, responders, text};

impl FieldBuilder<'_> {
    /// Everything of a question but who asked it.
    pub(super) fn question(&self) -> Vec<FormField> {
        let Some(question) = self.question else { return Vec::new() };
        let mut fields = vec![
            text(Label::Text, &question.text),
            line(Label::Why, ""),
            choice(
                Label::Channel,
                Channel::ALL.map(ChoiceOption::Channel).into(),
                &ChoiceOption::Channel(question.channel),
            ),
        ];
        if question.channel == Channel::Bridge {
            fields.push(point(question.point.as_deref().unwrap_or_default()));
        }
        fields.extend([
            choice(
                Label::Kind,
                QuestionKind::ALL.map(ChoiceOption::Kind).into(),
                &ChoiceOption::Kind(question.kind),
            ),
            value(KnownValues::Themes, Label::Theme, question.theme.as_deref()),
        ]);
        fields
    }

    /// Who asked; where somebody is named already, whether they are corrected or somebody else asked.
    pub(super) fn asker(&self) -> Vec<FormField> {
        let person = self.question.and_then(|question| self.state.asker(question));
        let name = person.map_or("", |person| &person.name);
        let unit = person.and_then(|person| person.unit.as_deref());
        let seat = person.and_then(|person| person.seat.as_deref()).unwrap_or_default();
        let mut fields = vec![
            labelled(Label::Asker, FieldContent::Person(PeoplePick::new(name))),
            value(KnownValues::Units, Label::Unit, unit),
            line(Label::Seat, seat),
        ];
        if person.is_some() {
            let options = [ChoiceOption::SamePerson, ChoiceOption::OtherPerson];
            fields.push(choice(Label::Person, options.into(), &ChoiceOption::SamePerson));
        }
        fields
    }

    /// The chosen answer; where several were given, which one it is.
    pub(super) fn amendment(&self) -> Vec<FormField> {
        let Some(answers) = self.question.map(|question| &question.answers) else {
            return Vec::new();
        };
        let option = |answer: &Arc<Answer>| {
            ChoiceOption::Answer(answer.seq, self.state.short_name(&answer.by).to_owned())
        };
        let Some(chosen) = answers.iter().find(|answer| Some(answer.seq) == self.about.event)
        else {
            return Vec::new();
        };
        let mut fields = Vec::new();
        if answers.len() > 1 {
            let options = answers.iter().map(option).collect();
            fields.push(choice(Label::Answer, options, &option(chosen)));
        }
        fields.push(text(Label::Text, chosen.text.as_deref().unwrap_or_default()));
        fields.push(line(Label::Why, ""));
        let pick = ResponderPick::new(false, Some(chosen.by.clone()), Vec::new(), self.state);
        fields.push(responders(Label::Responder, pick));
        fields.extend(spokesperson(chosen.spoken_by.as_ref()));
        fields.push(qualities(chosen.quality));
        fields
    }

    pub(super) fn statement(&self) -> Vec<FormField> {
        let Some(known) = self.about.event.and_then(|seq| self.state.statement(seq)) else {
            return Vec::new();
        };
        let pick = ResponderPick::new(false, Some(known.by.clone()), Vec::new(), self.state);
        let mut fields = vec![text(Label::Text, &known.text), responders(Label::Responder, pick)];
        fields.extend(spokesperson(known.spoken_by.as_ref()));
        fields.push(line(Label::Why, ""));
        fields
    }

    pub(super) fn conclusion(&self) -> Vec<FormField> {
        let Some(known) = self.about.event.and_then(|seq| self.state.conclusion(seq)) else {
            return Vec::new();
        };
        let numbers: Vec<String> = known.questions.iter().map(ToString::to_string).collect();
        vec![
            text(Label::Text, &known.text),
            line(Label::Questions, &numbers.join(", ")),
            line(Label::Why, ""),
        ]
    }

    pub(super) fn assigned_task(&self) -> Vec<FormField> {
        let Some(task) = self.about.task.and_then(|number| self.state.task(number)) else {
            return Vec::new();
        };
        let charged = ResponderPick::new(true, task.lead.clone(), task.support.clone(), self.state);
        let by = ResponderPick::new(false, task.by.clone(), Vec::new(), self.state);
        let numbers: Vec<String> = task.questions.iter().map(ToString::to_string).collect();
        vec![
            text(Label::Text, &task.text),
            responders(Label::Charged, charged),
            line(Label::Due, &due::written(task.due, task.due_text.as_deref())),
            line(Label::Questions, &numbers.join(", ")),
            responders(Label::AssignedBy, by),
            line(Label::Why, ""),
        ]
    }

    pub(super) fn listed_responder(&self) -> Vec<FormField> {
        let listed = self.about.responder.as_ref().and_then(|id| self.state.responder(id));
        let Some(known) = listed else { return Vec::new() };
        let Responder { name, short, kind, title, aliases, remit, .. } = known;
        vec![
            line(Label::Name, name),
            line(Label::Short, short.as_deref().unwrap_or_default()),
            super::responder_kind(*kind),
            line(Label::Office, title.as_deref().unwrap_or_default()),
            line(Label::Aliases, &aliases.join("; ")),
            line(Label::Remit, &remit.join("; ")),
            line(Label::Why, ""),
        ]
    }

    pub(super) fn opening(&self) -> Vec<FormField> {
        let Some(opening) = self.state.opening() else { return Vec::new() };
        let number = opening.number.map(|number| number.to_string());
        let offset = opening.utc_offset.map(|offset| offset.to_string());
        let rows = [
            (Label::Title, Some(&opening.title)),
            (Label::Number, number.as_ref()),
            (Label::Place, opening.place.as_ref()),
            (Label::Chair, opening.chair.as_ref()),
            (Label::Secretary, opening.secretary.as_ref()),
            (Label::Attendance, opening.attendance.as_ref()),
            (Label::Subject, opening.subject.as_ref()),
            (Label::Plan, opening.plan.as_ref()),
            (Label::UtcOffset, offset.as_ref()),
            (Label::Why, None),
        ];
        rows.map(|(label, words)| line(label, words.map_or("", String::as_str))).into()
    }
}

/// The remote site from which a question comes.
pub(in crate::tui::model::form) fn point(words: &str) -> FormField {
    value(KnownValues::Points, Label::Point, Some(words))
}

/// How far an answer meets the question.
pub(super) fn qualities(chosen: Quality) -> FormField {
    let all = Quality::ALL.map(ChoiceOption::Quality);
    choice(Label::Quality, all.into(), &ChoiceOption::Quality(chosen))
}

/// The person who speaks for a responder.
pub(super) fn spokesperson(known: Option<&Spokesperson>) -> [FormField; 2] {
    let name = known.map_or("", |person| &person.name);
    let post = known.and_then(|person| person.post.as_deref()).unwrap_or_default();
    [line(Label::SpokenBy, name), line(Label::Post, post)]
}

fn value(known: KnownValues, label: Label, words: Option<&str>) -> FormField {
    let words = words.unwrap_or_default();
    labelled(label, FieldContent::Value(ValueLine::carried(known, words)))
}
