//! From a filled form to the command it asks for.

mod correction;

use crate::session::command::{Ask, Command, NewPart, NewResponder, NewTask};
use crate::session::number::{QuestionNo, ResponderId};
use crate::session::payload::{Channel, QuestionKind};
use crate::session::payload::{
    Deferral, Disposal, Merger, NewConclusion, NewStatement, Opening, Progress, Progression,
    Quality, ResponderKind, Routing,
};
use crate::session::question::Question;
use crate::session::state::State;
use crate::session::time::Date;
use crate::text::fold::fold;
use crate::tui::model::desk::QuestionDefaults;
use crate::tui::model::due::{self, Due};

use super::field::{ChoiceOption, FieldContent, Label};
use super::pick::ResponderPick;
use super::{Form, FormKind, Problem};

impl Form {
    /// The command the form asks for.
    ///
    /// # Errors
    /// What is still missing or cannot be understood. What the session would refuse is not judged here.
    pub fn command(&self, state: &State, today: Date) -> Result<Command, Problem> {
        if !self.several.is_empty() {
            return self.several_commands(state, today);
        }
        match self.kind {
            FormKind::NewQuestion => self.ask(),
            FormKind::Route => {
                let pick = self.pick(Label::Responders);
                let lead = self.chosen(Label::Responders)?;
                let support = pick.map(|pick| pick.support.clone()).unwrap_or_default();
                Ok(Command::RouteQuestion(Routing {
                    question: self.question()?,
                    lead,
                    support,
                    why: self.optional(Label::Why),
                }))
            }
            FormKind::EditQuestion => self.edit(state),
            FormKind::Answer => Ok(Command::GiveAnswer {
                question: self.question()?,
                by_responder: Some(self.chosen(Label::Responder)?),
                spoken_by: self.spokesperson()?,
                text: self.optional(Label::Text),
                quality: self.quality(),
            }),
            FormKind::AmendAnswer => self.amendment(state),
            FormKind::NameAsker => self.name_asker(state),
            FormKind::CorrectStatement => self.statement_correction(state),
            FormKind::CorrectConclusion => self.conclusion_correction(state),
            FormKind::CorrectTask => self.task_correction(state, today),
            FormKind::CorrectResponder => self.responder_correction(state),
            FormKind::CorrectSession => self.session_correction(state),
            FormKind::Defer => {
                let Due { date, words } = self.due(today)?;
                Ok(Command::DeferQuestion(Deferral {
                    question: self.question()?,
                    by_responder: self.maybe_chosen(Label::Responder)?,
                    due: date,
                    due_text: words,
                    why: self.optional(Label::Why),
                }))
            }
            FormKind::Refer => self.disposal().map(Command::ReferQuestion),
            FormKind::Decline => self.disposal().map(Command::DeclineQuestion),
            FormKind::Withdraw => self.disposal().map(Command::WithdrawQuestion),
            FormKind::Merge => {
                let into = match self.field(Label::Into) {
                    Some(FieldContent::Question(pick)) => {
                        pick.chosen.or_else(|| pick.highlighted())
                    }
                    _ => None,
                };
                let into = into.ok_or(Problem::NoQuestionChosen)?;
                Ok(Command::MergeQuestion(Merger { question: self.question()?, into }))
            }
            FormKind::Split => self.split(),
            FormKind::Task => self.task(today),
            FormKind::ProgressTask => self.progress(),
            FormKind::Statement => Ok(Command::MakeStatement(NewStatement {
                by_responder: self.chosen(Label::Responder)?,
                spoken_by: self.spokesperson()?,
                text: self.words(Label::Text),
            })),
            FormKind::Conclusion => Ok(Command::RecordConclusion(NewConclusion {
                text: self.words(Label::Text),
                questions: self.numbers()?,
            })),
            FormKind::AddResponder => self.responder(state),
            FormKind::NewSession => self.opening().map(|(opening, _)| Command::Open(opening)),
        }
    }

    /// The same for each of several questions; none is merged into itself, and each is owed by its own lead
    /// unless somebody else is chosen.
    fn several_commands(&self, state: &State, today: Date) -> Result<Command, Problem> {
        let mut one = Self { several: Vec::new(), ..self.clone() };
        let mut commands = Vec::with_capacity(self.several.len());
        for number in &self.several {
            one.about.question = Some(*number);
            match one.command(state, today)? {
                Command::MergeQuestion(merger) if merger.into == merger.question => {}
                Command::DeferQuestion(mut deferral) => {
                    let lead = || state.question(*number).and_then(Question::lead).cloned();
                    deferral.by_responder = deferral.by_responder.or_else(lead);
                    commands.push(Command::DeferQuestion(deferral));
                }
                command => commands.push(command),
            }
        }
        match commands.is_empty() {
            true => Err(Problem::NoQuestionChosen),
            false => Ok(Command::Several(commands)),
        }
    }

    /// What a new session opens with, and the roster file chosen for it.
    ///
    /// # Errors
    /// The number is not one.
    pub fn opening(&self) -> Result<(Opening, Option<String>), Problem> {
        let number = self.session_number()?;
        let roster = match self.choice(Label::Roster) {
            Some(ChoiceOption::Roster(name)) => Some(name.clone()),
            _ => None,
        };
        let opening = Opening {
            title: self.words(Label::Title).trim().to_owned(),
            place: self.optional(Label::Place),
            number,
            chair: self.optional(Label::Chair),
            secretary: self.optional(Label::Secretary),
            attendance: self.optional(Label::Attendance),
            ..Opening::default()
        };
        Ok((opening, roster))
    }

    /// The parts of a contribution: what blank lines keep apart.
    pub fn parts(&self) -> Vec<String> {
        let text = self.words(Label::Text);
        let mut parts = vec![String::new()];
        for line in text.lines() {
            match parts.last_mut() {
                Some(part) if !line.trim().is_empty() => {
                    if !part.is_empty() {
                        part.push('\n');
                    }
                    part.push_str(line);
                }
                Some(part) if !part.is_empty() => parts.push(String::new()),
                _ => {}
            }
        }
        parts.retain(|part| !part.is_empty());
        parts
    }

    fn ask(&self) -> Result<Command, Problem> {
        Ok(Command::AskQuestion(Ask {
            question: None,
            delegate: None,
            asker: self.asker()?,
            channel: self.channel(),
            point: self.optional(Label::Point),
            kind: self.question_kind(),
            theme: self.optional(Label::Theme),
            text: self.words(Label::Text),
            follows: self.about.question,
        }))
    }

    fn disposal(&self) -> Result<Disposal, Problem> {
        let to = match self.pick(Label::To) {
            Some(pick) if pick.lead.is_none() && pick.highlighted().is_none() => {
                Some(pick.filter.text()).filter(|typed| !typed.trim().is_empty())
            }
            _ => self.maybe_chosen(Label::To)?.map(|id| id.0),
        };
        let why = Some(self.words(Label::Why));
        let level = match self.choice(Label::Level) {
            Some(ChoiceOption::Level(level)) => *level,
            _ => None,
        };
        Ok(Disposal { question: self.question()?, why, to, level })
    }

    fn split(&self) -> Result<Command, Problem> {
        let parts: Vec<NewPart> =
            self.parts().into_iter().map(|text| NewPart { question: None, text }).collect();
        if parts.len() < 2 {
            return Err(Problem::NeedsTwoParts);
        }
        Ok(Command::SplitQuestion { question: self.question()?, parts })
    }

    fn task(&self, today: Date) -> Result<Command, Problem> {
        let Due { date, words } = self.due(today)?;
        let pick = self.pick(Label::Charged);
        Ok(Command::AssignTask(NewTask {
            task: None,
            text: self.words(Label::Text),
            lead: self.maybe_chosen(Label::Charged)?,
            support: pick.map(|pick| pick.support.clone()).unwrap_or_default(),
            due: date,
            due_text: words,
            questions: self.numbers()?,
            by_responder: self.maybe_chosen(Label::AssignedBy)?,
        }))
    }

    fn progress(&self) -> Result<Command, Problem> {
        let progress = match self.choice(Label::Progress) {
            Some(ChoiceOption::Progress(progress)) => *progress,
            _ => Progress::NotStarted,
        };
        Ok(Command::ProgressTask(Progression {
            task: self.about.task.ok_or(Problem::Unchanged)?,
            progress,
            text: self.optional(Label::Text),
            document: self.optional(Label::Document),
            link: self.optional(Label::Link),
            reviewed_by: self.optional(Label::ReviewedBy),
        }))
    }

    fn responder(&self, state: &State) -> Result<Command, Problem> {
        let name = self.words(Label::Name);
        let wanted = fold(name.trim());
        if let Some(known) = state.responders().find(|known| fold(&known.name) == wanted) {
            return Err(Problem::AlreadyListed(known.name.clone()));
        }
        Ok(Command::AddResponder {
            responder: NewResponder {
                id: None,
                name: name.trim().to_owned(),
                short: self.optional(Label::Short),
                kind: self.responder_kind(),
                title: self.optional(Label::Office),
                aliases: Vec::new(),
                remit: self.list(Label::Remit, &[',', ';']),
            },
        })
    }

    /// The deadline as typed.
    fn due(&self, today: Date) -> Result<Due, Problem> {
        due::read(&self.words(Label::Due), today).map_err(Problem::NoSuchDay)
    }

    /// A deadline that has gone by, while nobody has said that it is meant.
    pub fn past_due(&self, today: Date) -> Option<Date> {
        let due = self.due(today).ok()?.date?;
        (due < today && !self.agreed.past_due).then_some(due)
    }

    /// The number of the dialogue.
    fn session_number(&self) -> Result<Option<u32>, Problem> {
        let number =
            |digits: String| digits.trim().parse().map_err(|_| Problem::NotANumber(Label::Number));
        self.optional(Label::Number).map(number).transpose()
    }

    fn responder_kind(&self) -> ResponderKind {
        match self.choice(Label::ResponderKind) {
            Some(ChoiceOption::ResponderKind(kind)) => *kind,
            _ => ResponderKind::Agency,
        }
    }

    /// What stands in a line between these letters, without blanks around it.
    fn list(&self, label: Label, between: &[char]) -> Vec<String> {
        let words = self.words(label);
        let items = words.split(between).map(str::trim).filter(|item| !item.is_empty());
        items.map(str::to_owned).collect()
    }

    fn question(&self) -> Result<QuestionNo, Problem> {
        self.about.question.ok_or(Problem::NoQuestionChosen)
    }

    fn words(&self, label: Label) -> String {
        match self.field(label) {
            Some(FieldContent::Text(text)) => text.text(),
            Some(FieldContent::Line(line)) => line.text(),
            Some(FieldContent::Person(person)) => person.name.text(),
            Some(FieldContent::Value(value)) => value.line.text(),
            _ => String::new(),
        }
    }

    fn optional(&self, label: Label) -> Option<String> {
        let words = self.words(label);
        let kept = match self.field(label) {
            Some(FieldContent::Text(_)) => words.as_str(),
            _ => words.trim(),
        };
        (!kept.trim().is_empty()).then(|| kept.to_owned())
    }

    fn pick(&self, label: Label) -> Option<&ResponderPick> {
        match self.field(label) {
            Some(FieldContent::Responders(pick)) => Some(pick),
            _ => None,
        }
    }

    fn chosen(&self, label: Label) -> Result<ResponderId, Problem> {
        self.maybe_chosen(label)?.ok_or(Problem::NobodyChosen(label))
    }

    /// Letters left in a filter mean the highlighted match while nobody is chosen;
    /// beside a choice they could mean anything, so the person is asked.
    fn maybe_chosen(&self, label: Label) -> Result<Option<ResponderId>, Problem> {
        let Some(pick) = self.pick(label) else { return Ok(None) };
        match (&pick.lead, pick.filter.is_blank()) {
            (lead, true) => Ok(lead.clone()),
            (None, false) => {
                pick.highlighted().cloned().map(Some).ok_or(Problem::StillTyping(label))
            }
            (Some(_), false) => Err(Problem::StillTyping(label)),
        }
    }

    fn choice(&self, label: Label) -> Option<&ChoiceOption> {
        match self.field(label) {
            Some(FieldContent::Choice(choice)) => choice.value(),
            _ => None,
        }
    }

    /// What was used for a new question, to begin the next one with.
    pub(crate) fn habits(&self) -> QuestionDefaults {
        QuestionDefaults {
            channel: self.channel(),
            kind: self.question_kind(),
            theme: self.words(Label::Theme).trim().to_owned(),
        }
    }

    fn channel(&self) -> Channel {
        match self.choice(Label::Channel) {
            Some(ChoiceOption::Channel(channel)) => *channel,
            _ => Channel::default(),
        }
    }

    fn question_kind(&self) -> QuestionKind {
        match self.choice(Label::Kind) {
            Some(ChoiceOption::Kind(kind)) => *kind,
            _ => QuestionKind::default(),
        }
    }

    fn quality(&self) -> Option<Quality> {
        match self.choice(Label::Quality) {
            Some(ChoiceOption::Quality(quality)) => Some(*quality),
            _ => None,
        }
    }

    fn numbers(&self) -> Result<Vec<QuestionNo>, Problem> {
        let typed = self.words(Label::Questions);
        let words =
            typed.split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ';'));
        let number = |word: &str| {
            word.parse().map(QuestionNo).map_err(|_| Problem::NotAQuestionNumber(word.to_owned()))
        };
        words.filter(|word| !word.is_empty()).map(number).collect()
    }
}
