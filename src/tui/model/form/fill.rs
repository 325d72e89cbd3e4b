//! Opening a form with what is already known, and keeping or restoring what was typed into it.

mod correction;

pub(super) use correction::point;

use crate::session::number::{QuestionNo, ResponderId};
use crate::session::payload::{
    AuthorityLevel, Channel, Progress, Quality, QuestionKind, ResponderKind,
};
use crate::session::question::{Question, Status};
use crate::session::state::State;
use crate::tui::model::desk::QuestionDefaults;
use crate::tui::model::draft::{Draft, FieldValue};
use crate::tui::model::edit::{LineField, TextField};

use super::field::{Choice, ChoiceOption, FieldContent, FormField, Label};
use super::pick::{PeoplePick, QuestionPick, ResponderPick};
use super::value_line::{KnownValues, ValueLine};
use super::{Agreed, Form, FormKind, FormSubject};

impl Form {
    /// A fresh form, focused on the first field to fill.
    pub fn open(
        kind: FormKind,
        about: FormSubject,
        state: &State,
        habits: &QuestionDefaults,
    ) -> Self {
        let question = about.question.and_then(|number| state.question(number));
        let fields = FieldBuilder { state, about: &about, question, habits }.fields(kind);
        let focus = first_to_fill(kind, &fields);
        Self::of(kind, about, fields, focus)
    }

    /// A fresh form about several questions at once.
    pub fn open_for(
        kind: FormKind,
        several: Vec<QuestionNo>,
        state: &State,
        habits: &QuestionDefaults,
    ) -> Self {
        let mut form = Self::open(kind, FormSubject::default(), state, habits);
        let lowest = several.iter().min().copied();
        if let Some(FieldContent::Question(pick)) = form.field_mut(Label::Into) {
            pick.chosen = lowest;
        }
        if kind == FormKind::Defer {
            form.focus_on(Label::Due);
        }
        Self { several, ..form }
    }

    /// A fresh form of the same kind about the same.
    fn fresh(&self, state: &State, habits: &QuestionDefaults) -> Self {
        let fresh = match self.several.is_empty() {
            true => Self::open(self.kind, self.about.clone(), state, habits),
            false => Self::open_for(self.kind, self.several.clone(), state, habits),
        };
        fresh.split_into(self.found_parts.clone())
    }

    /// The same with the parts that were found for its question, if there are any.
    #[must_use]
    pub fn split_into(mut self, parts: Vec<String>) -> Self {
        if !parts.is_empty()
            && let Some(FieldContent::Text(text)) = self.field_mut(Label::Text)
        {
            *text = TextField::new(&parts.join("\n\n"));
        }
        self.found_parts = parts;
        self
    }

    /// A form for a new session; `rosters` are the folder's roster files by name.
    pub fn new_session(rosters: &[String]) -> Self {
        let mut options = vec![ChoiceOption::NoRoster];
        options.extend(rosters.iter().cloned().map(ChoiceOption::Roster));
        let first = options.get(1).cloned().unwrap_or(ChoiceOption::NoRoster);
        let mut fields: Vec<FormField> = [
            Label::Title,
            Label::Number,
            Label::Place,
            Label::Chair,
            Label::Secretary,
            Label::Attendance,
        ]
        .map(|label| line(label, ""))
        .into();
        fields.push(choice(Label::Roster, options, &first));
        Self::of(FormKind::NewSession, FormSubject::default(), fields, 0)
    }

    fn of(kind: FormKind, about: FormSubject, fields: Vec<FormField>, focus: usize) -> Self {
        Self {
            kind,
            about,
            fields,
            focus,
            problem: None,
            from_draft: false,
            several: Vec::new(),
            found_parts: Vec::new(),
            agreed: Agreed::default(),
            then_route: false,
            waiting_field: None,
        }
    }

    /// What was typed, word for word.
    pub fn draft(&self) -> Draft {
        let fields = self.fields.iter().map(|labelled| (labelled.label, value(&labelled.field)));
        Draft {
            kind: self.kind,
            about: self.about.clone(),
            several: self.several.clone(),
            fields: fields.collect(),
            focus: self.focus,
        }
    }

    /// The form as it was left.
    pub fn restored(draft: &Draft, state: &State, habits: &QuestionDefaults) -> Self {
        let fresh = match draft.several.is_empty() {
            true => Self::open(draft.kind, draft.about.clone(), state, habits),
            false => Self::open_for(draft.kind, draft.several.clone(), state, habits),
        };
        fresh.with(draft, state)
    }

    /// A fresh form with what a draft held.
    #[must_use]
    pub fn with(mut self, draft: &Draft, state: &State) -> Self {
        for (label, value) in &draft.fields {
            if *label == Label::Point {
                self.offer_point();
            }
            if let Some(field) = self.field_mut(*label) {
                restore(field, value, state);
            }
        }
        self.follow_channel();
        self.focus = draft.focus.min(self.fields.len().saturating_sub(1));
        self.from_draft = true;
        self
    }

    /// Whether anything was typed or chosen that a fresh form would not hold.
    pub fn is_touched(&self, state: &State, habits: &QuestionDefaults) -> bool {
        let fresh = self.fresh(state, habits);
        fresh.draft().fields != self.draft().fields
    }
}

fn first_to_fill(kind: FormKind, fields: &[FormField]) -> usize {
    let place = |label: Label| fields.iter().position(|labelled| labelled.label == label);
    let nobody_yet = |labelled: &FormField| matches!(&labelled.field, FieldContent::Responders(pick) if pick.lead.is_none());
    match kind {
        FormKind::NewQuestion | FormKind::AmendAnswer => place(Label::Text),
        FormKind::Answer | FormKind::Defer => {
            let responder = place(Label::Responder);
            let text = place(Label::Text).or_else(|| place(Label::Due));
            match responder.and_then(|at| fields.get(at)).is_some_and(nobody_yet) {
                true => responder,
                false => text,
            }
        }
        _ => None,
    }
    .unwrap_or(0)
}

struct FieldBuilder<'a> {
    state: &'a State,
    about: &'a FormSubject,
    question: Option<&'a Question>,
    habits: &'a QuestionDefaults,
}

impl FieldBuilder<'_> {
    fn fields(&self, kind: FormKind) -> Vec<FormField> {
        match kind {
            FormKind::NewQuestion => self.new_question(),
            FormKind::EditQuestion => self.question(),
            FormKind::NameAsker => self.asker(),
            FormKind::CorrectStatement => self.statement(),
            FormKind::CorrectConclusion => self.conclusion(),
            FormKind::CorrectTask => self.assigned_task(),
            FormKind::CorrectResponder => self.listed_responder(),
            FormKind::CorrectSession => self.opening(),
            FormKind::Route => vec![self.judged_route(), line(Label::Why, "")],
            FormKind::Answer => {
                let mut fields = vec![self.answerer(), self.quality(), text(Label::Text, "")];
                fields.extend(correction::spokesperson(None));
                fields
            }
            FormKind::AmendAnswer => self.amendment(),
            FormKind::Defer => {
                vec![self.lead(Label::Responder), line(Label::Due, ""), line(Label::Why, "")]
            }
            FormKind::Refer => vec![self.unchosen(Label::To), line(Label::Why, ""), level()],
            FormKind::Decline => vec![line(Label::Why, ""), self.unchosen(Label::To)],
            FormKind::Withdraw => vec![line(Label::Why, "")],
            FormKind::Merge => vec![labelled(
                Label::Into,
                FieldContent::Question(QuestionPick::new(self.about.question, None, self.state)),
            )],
            FormKind::Split => vec![text(Label::Text, self.question_text())],
            FormKind::Task => self.task(),
            FormKind::ProgressTask => self.progress(),
            FormKind::Statement => {
                let mut fields = vec![self.speaker(Label::Responder), text(Label::Text, "")];
                fields.extend(correction::spokesperson(None));
                fields
            }
            FormKind::Conclusion => vec![text(Label::Text, ""), line(Label::Questions, "")],
            FormKind::AddResponder => vec![
                line(Label::Name, ""),
                line(Label::Short, ""),
                responder_kind(ResponderKind::Agency),
                line(Label::Office, ""),
                line(Label::Remit, ""),
            ],
            FormKind::NewSession => Form::new_session(&[]).fields,
        }
    }

    fn new_question(&self) -> Vec<FormField> {
        let asker = self.question.and_then(|first| self.state.asker(first));
        let name = asker.map_or("", |person| &person.name);
        let unit = asker.and_then(|person| person.unit.as_deref()).unwrap_or("");
        let seat = asker.and_then(|person| person.seat.as_deref()).unwrap_or("");
        vec![
            labelled(Label::Asker, FieldContent::Person(PeoplePick::carried(name))),
            labelled(
                Label::Unit,
                FieldContent::Value(ValueLine::carried(KnownValues::Units, unit)),
            ),
            labelled(Label::Seat, FieldContent::Line(LineField::carried(seat))),
            choice(
                Label::Channel,
                Channel::ALL.map(ChoiceOption::Channel).into(),
                &ChoiceOption::Channel(self.habits.channel),
            ),
            choice(
                Label::Kind,
                QuestionKind::ALL.map(ChoiceOption::Kind).into(),
                &ChoiceOption::Kind(self.habits.kind),
            ),
            labelled(
                Label::Theme,
                FieldContent::Value(ValueLine::carried(KnownValues::Themes, &self.habits.theme)),
            ),
            text(Label::Text, ""),
        ]
    }

    fn route(&self) -> FormField {
        let lead = self.question.and_then(Question::lead).cloned();
        let support = self.question.map(|question| question.support().to_vec()).unwrap_or_default();
        let pick = ResponderPick::new(true, lead, support, self.state);
        responders(Label::Responders, pick.with_first(self.lead_before(), self.state))
    }

    /// The same with suggestions, where it is about one question.
    fn judged_route(&self) -> FormField {
        let mut field = self.route();
        if let (FieldContent::Responders(pick), Some(_)) = (&mut field.field, self.question) {
            *pick = pick.clone().awaiting_suggestions(self.state);
        }
        field
    }

    /// Those a task is given to; at first those who have the question.
    fn charged(&self) -> FormField {
        FormField { label: Label::Charged, ..self.route() }
    }

    /// Who is answering; the lead while they have not answered; else nobody, since the chair may add.
    fn answerer(&self) -> FormField {
        let preset = self.question.and_then(|question| match &question.status {
            Status::Answering { by, .. } => Some(by.clone()),
            _ => question.lead().cloned(),
        });
        let pick = ResponderPick::new(false, preset, Vec::new(), self.state);
        responders(Label::Responder, pick.of_speakers(self.state))
    }

    /// One who speaks or assigns.
    fn speaker(&self, label: Label) -> FormField {
        let pick = ResponderPick::new(false, None, Vec::new(), self.state);
        responders(label, pick.of_speakers(self.state))
    }

    /// Who leads on the question that this one follows.
    fn lead_before(&self) -> Vec<ResponderId> {
        let first = self.question.and_then(|question| question.follows);
        let lead = first.and_then(|first| self.state.question(first)).and_then(Question::lead);
        lead.into_iter().cloned().collect()
    }

    fn lead(&self, label: Label) -> FormField {
        let lead = self.question.and_then(Question::lead).cloned();
        responders(label, ResponderPick::new(false, lead, Vec::new(), self.state))
    }

    fn unchosen(&self, label: Label) -> FormField {
        responders(label, ResponderPick::new(false, None, Vec::new(), self.state))
    }

    fn task(&self) -> Vec<FormField> {
        vec![
            text(Label::Text, ""),
            self.charged(),
            line(Label::Due, ""),
            line(Label::Questions, &self.number()),
            self.speaker(Label::AssignedBy),
        ]
    }

    fn progress(&self) -> Vec<FormField> {
        let task = self.about.task.and_then(|number| self.state.task(number));
        let now = task.map(|task| task.progress).unwrap_or_default();
        let all = [
            Progress::NotStarted,
            Progress::InProgress,
            Progress::Partly,
            Progress::Done,
            Progress::Broken,
        ];
        vec![
            choice(
                Label::Progress,
                all.map(ChoiceOption::Progress).into(),
                &ChoiceOption::Progress(now),
            ),
            line(Label::Document, task.and_then(|task| task.document.as_deref()).unwrap_or("")),
            text(Label::Text, ""),
            line(Label::Link, task.and_then(|task| task.link.as_deref()).unwrap_or("")),
            line(Label::ReviewedBy, ""),
        ]
    }

    /// As the last answer was, so that an addition does not make a half-met question whole unsaid.
    fn quality(&self) -> FormField {
        let last = self.question.and_then(|question| question.answers.last());
        correction::qualities(last.map_or(Quality::Full, |answer| answer.quality))
    }

    fn question_text(&self) -> &str {
        self.question.map_or("", |question| &question.text)
    }

    /// The number of the question, set apart from one that is typed after it.
    fn number(&self) -> String {
        self.about.question.map(|number| format!("{number}, ")).unwrap_or_default()
    }
}

fn labelled(label: Label, field: FieldContent) -> FormField {
    FormField { label, field }
}

fn line(label: Label, words: &str) -> FormField {
    labelled(label, FieldContent::Line(LineField::new(words)))
}

fn text(label: Label, words: &str) -> FormField {
    labelled(label, FieldContent::Text(TextField::new(words)))
}

fn choice(label: Label, options: Vec<ChoiceOption>, chosen: &ChoiceOption) -> FormField {
    labelled(label, FieldContent::Choice(Choice::new(options, chosen)))
}

fn responder_kind(chosen: ResponderKind) -> FormField {
    let both = [ResponderKind::Agency, ResponderKind::Leader].map(ChoiceOption::ResponderKind);
    choice(Label::ResponderKind, both.into(), &ChoiceOption::ResponderKind(chosen))
}

/// The level of an authority; not said at first.
fn level() -> FormField {
    let levels = AuthorityLevel::ALL.into_iter().map(Some);
    let options = std::iter::once(None).chain(levels).map(ChoiceOption::Level).collect();
    choice(Label::Level, options, &ChoiceOption::Level(None))
}

fn responders(label: Label, pick: ResponderPick) -> FormField {
    labelled(label, FieldContent::Responders(pick))
}

fn value(field: &FieldContent) -> FieldValue {
    match field {
        FieldContent::Text(text) => FieldValue::Words(text.text()),
        FieldContent::Line(line) => FieldValue::Words(line.text()),
        FieldContent::Person(person) => FieldValue::Words(person.name.text()),
        FieldContent::Value(value) => FieldValue::Words(value.line.text()),
        FieldContent::Choice(choice) => FieldValue::Chosen(choice.chosen),
        FieldContent::Responders(pick) => FieldValue::Responders {
            typed: pick.filter.text(),
            lead: pick.lead.clone(),
            support: pick.support.clone(),
        },
        FieldContent::Question(pick) => {
            FieldValue::Question { typed: pick.filter.text(), chosen: pick.chosen }
        }
    }
}

fn restore(field: &mut FieldContent, value: &FieldValue, state: &State) {
    match (field, value) {
        (FieldContent::Text(text), FieldValue::Words(words)) => *text = TextField::new(words),
        (FieldContent::Line(line), FieldValue::Words(words)) => *line = LineField::new(words),
        (FieldContent::Person(person), FieldValue::Words(words)) => {
            *person = PeoplePick::new(words);
        }
        (FieldContent::Value(value), FieldValue::Words(words)) => value.restore(words),
        (FieldContent::Choice(choice), FieldValue::Chosen(chosen))
            if *chosen < choice.options.len() =>
        {
            choice.chosen = *chosen;
        }
        (FieldContent::Responders(pick), FieldValue::Responders { typed, lead, support }) => {
            pick.lead = lead.clone().filter(|id| state.responder(id).is_some());
            pick.support =
                support.iter().filter(|id| state.responder(id).is_some()).cloned().collect();
            pick.filter = LineField::new(typed);
            pick.refilter(state);
        }
        (FieldContent::Question(pick), FieldValue::Question { typed, chosen }) => {
            pick.chosen = chosen.filter(|number| state.question(*number).is_some());
            pick.filter = LineField::new(typed);
            pick.refilter(state);
        }
        _ => {}
    }
}
