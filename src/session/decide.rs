//! From a command to events: the program gives the numbers, fills the defaults, and asks `admit`.

use std::borrow::Cow;
use std::sync::Arc;

use super::Session;
use super::admit::latest_answer;
use super::batch::BatchSpan;
use super::batches;
use super::command::{
    Ask, Asker, Command, DelegateCorrection, Moment, NewDelegate, NewPart, NewResponder, NewTask,
    Occasion,
};
use super::event::{Asked, Assigned, Envelope, Event, Given, Recorded};
use super::limits;
use super::number::{DelegateNo, QuestionNo, ResponderId, Seq, TaskNo};
use super::payload::{
    Amendment, Deferral, Disposal, Merger, Opening, Part, Person, Reason, Responder,
};
use super::question::Status;
use super::refusal::Refusal;
use super::time::Timestamp;
use crate::text::fold::{normalised, recorded_name, recorded_text, slug};

/// Responders of one name among whom the lowest free number is looked for one by one.
const NAMESAKES: u32 = 16;

impl Session {
    /// The events a command would add now, not yet applied. Pure: the same session, command and occasion give the same events.
    ///
    /// # Errors
    /// A refusal that names the reason; nothing has changed.
    pub fn decide(&self, command: Command, occasion: &Occasion) -> Result<Vec<Recorded>, Refusal> {
        let at = self.moment(occasion.at)?;
        limits::check_author(&occasion.by)?;
        let events = self.events(command, &occasion.salt)?;
        if batches::incomplete(self.history()).is_some() {
            return Err(Refusal::MisplacedBatch(Seq(self.last_seq().0 + 1)));
        }
        let by: Arc<str> = normalised(&occasion.by).into();
        let envelope = Envelope { batch: self.batch_to_be(events.len()) };
        let mut recorded: Vec<Recorded> = Vec::with_capacity(events.len());
        let mut ahead = Cow::Borrowed(self.state());
        for event in events {
            if let Some(before) = recorded.last() {
                ahead.to_mut().fold(before);
            }
            self.admit_on(&ahead, &event)?;
            let seq = Seq(self.last_seq().0 + 1 + recorded.len() as u64);
            recorded.push(Recorded { seq, at, by: Arc::clone(&by), envelope, event });
        }
        Ok(recorded)
    }

    /// The batch of so many events to come; an event that comes alone has none.
    fn batch_to_be(&self, events: usize) -> Option<BatchSpan> {
        let count = u32::try_from(events).ok().filter(|count| *count > 1)?;
        Some(BatchSpan { first: Seq(self.last_seq().0 + 1), count })
    }

    fn moment(&self, moment: Moment) -> Result<Timestamp, Refusal> {
        match (moment, self.last_at()) {
            (Moment::Given(given), _) if !given.is_in_range() => {
                Err(Refusal::TimeOutOfRange(given))
            }
            (Moment::Given(given), Some(last)) if given < last => {
                Err(Refusal::TimeRunsBack { given, last })
            }
            (Moment::Given(given), _) => Ok(given),
            (Moment::Clock(now), Some(last)) => Ok(now.clamped().max(last)),
            (Moment::Clock(now), None) => Ok(now.clamped()),
        }
    }

    fn events(&self, command: Command, salt: &str) -> Result<Vec<Event>, Refusal> {
        let event = match command {
            Command::Open(opening) => Event::Opened(recorded_opening(opening).into()),
            Command::AddResponder { responder } => {
                Event::ResponderAdded { responder: self.responder_to_be(responder).into() }
            }
            Command::AddDelegate(delegate) => {
                Event::DelegateAdded(self.delegate_to_be(delegate, salt).into())
            }
            Command::CorrectDelegate(correction) => {
                Event::DelegateCorrected(self.corrected(correction, salt)?.into())
            }
            Command::AskQuestion(ask) => return self.asked(ask, salt),
            Command::EditQuestion(mut edit) => {
                edit.text = recorded_text(&edit.text).into();
                optional_text(&mut edit.why);
                Event::QuestionEdited(edit)
            }
            Command::MoveQuestion(moved) => Event::QuestionMoved(moved),
            Command::RouteQuestion(mut routing) => {
                optional_text(&mut routing.why);
                Event::QuestionRouted(routing)
            }
            Command::CallQuestion(on) => Event::QuestionCalled(on),
            Command::StartAnswer { question, by_responder } => {
                let by_responder = by_responder.map_or_else(|| self.lead_of(question), Ok)?;
                Event::AnswerStarted { question, by_responder }
            }
            Command::GiveAnswer { question, by_responder, mut text, quality } => {
                let by_responder = by_responder.map_or_else(|| self.answerer_of(question), Ok)?;
                optional_text(&mut text);
                let text = text.map(Into::into);
                Event::AnswerGiven(Given { question, by_responder, text, quality })
            }
            Command::AmendAnswer { question, answer, text, why } => {
                let answer = match (answer, self.state().question(question)) {
                    (Some(answer), _) => answer,
                    (None, Some(question)) => latest_answer(question)?,
                    (None, None) => return Err(Refusal::NoSuchQuestion(question)),
                };
                Event::AnswerAmended(Amendment {
                    question,
                    answer,
                    text: recorded_text(&text).into(),
                    why: recorded_text(&why),
                })
            }
            Command::DeferQuestion(deferral) => {
                Event::QuestionDeferred(recorded_deferral(deferral))
            }
            Command::ReferQuestion(disposal) => {
                Event::QuestionReferred(recorded_disposal(disposal))
            }
            Command::DeclineQuestion(disposal) => {
                Event::QuestionDeclined(recorded_disposal(disposal))
            }
            Command::WithdrawQuestion(disposal) => {
                Event::QuestionWithdrawn(recorded_disposal(disposal))
            }
            Command::MergeQuestion(merger) => Event::QuestionMerged(merger),
            Command::UnmergeQuestion { question, into } => {
                let into = into.map_or_else(|| self.merged_into(question), Ok)?;
                Event::QuestionUnmerged(Merger { question, into })
            }
            Command::SplitQuestion { question, parts } => {
                Event::QuestionSplit { question, parts: self.parts_to_be(parts) }
            }
            Command::MakeStatement(mut statement) => {
                statement.text = recorded_text(&statement.text);
                Event::StatementMade(statement)
            }
            Command::RecordConclusion(mut conclusion) => {
                conclusion.text = recorded_text(&conclusion.text);
                Event::ConclusionRecorded(conclusion)
            }
            Command::AssignTask(task) => Event::TaskAssigned(self.task_to_be(task).into()),
            Command::ProgressTask(mut news) => {
                optional_text(&mut news.text);
                optional_text(&mut news.document);
                Event::TaskProgressed(news)
            }
            Command::Undo { undoes, mut why } => {
                optional_text(&mut why);
                let undoes =
                    undoes.or_else(|| self.latest_undoable()).ok_or(Refusal::NothingToUndo)?;
                Event::Undone { undoes: self.undone_as(undoes), why }
            }
            Command::Pause(reason) => Event::Paused(recorded_reason(reason)),
            Command::Resume(reason) => Event::Resumed(recorded_reason(reason)),
            Command::Close(reason) => Event::Closed(recorded_reason(reason)),
            Command::Reopen(reason) => Event::Reopened(recorded_reason(reason)),
            Command::Several(commands) => return self.events_of_all(commands, salt),
            Command::Recover(recovery) => Event::Recovered(recovery),
            Command::FailOver(failover) => Event::FailedOver(failover),
        };
        Ok(vec![event])
    }

    /// The events of several commands, in the order in which they were given.
    fn events_of_all(&self, commands: Vec<Command>, salt: &str) -> Result<Vec<Event>, Refusal> {
        if commands.is_empty() || !commands.iter().all(Command::names_everything) {
            return Err(Refusal::NotTogether);
        }
        let each = commands.into_iter().map(|command| self.events(command, salt));
        Ok(each.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
    }

    fn parts_to_be(&self, parts: Vec<NewPart>) -> Vec<Part> {
        let mut highest = self.fold.numbers.highest_question();
        let numbered = parts.into_iter().map(|part| {
            let question = part.question.unwrap_or(QuestionNo(highest.saturating_add(1)));
            highest = highest.max(question.0);
            Part { question, text: recorded_text(&part.text) }
        });
        numbered.collect()
    }

    fn responder_to_be(&self, mut new: NewResponder) -> Responder {
        new.name = recorded_name(&new.name);
        optional_name(&mut new.short);
        optional_name(&mut new.title);
        let id = new.id.unwrap_or_else(|| self.free_slug(&new.name));
        let aliases = new.aliases.iter().map(|alias| recorded_name(alias)).collect();
        let remit = new.remit.iter().map(|matter| recorded_text(matter)).collect();
        Responder {
            id,
            name: new.name,
            short: new.short,
            kind: new.kind,
            title: new.title,
            aliases,
            remit,
        }
    }

    fn free_slug(&self, name: &str) -> ResponderId {
        let stem = slug(name);
        let id = |number: u32| match number {
            1 => ResponderId(stem.clone()),
            _ => ResponderId(format!("{stem}-{number}")),
        };
        let is_free = |number: &u32| self.state().responder(&id(*number)).is_none();
        if let Some(free) = (1..NAMESAKES).find(is_free) {
            return id(free);
        }
        // Of more namesakes than that, each look doubles the number, then halves the gap.
        let mut free = NAMESAKES;
        while !is_free(&free) {
            free = free.saturating_mul(2);
        }
        let mut taken = free / 2;
        while free - taken > 1 {
            let middle = taken.midpoint(free);
            if is_free(&middle) { free = middle } else { taken = middle }
        }
        id(free)
    }

    fn delegate_to_be(&self, new: NewDelegate, salt: &str) -> Person {
        let asker = Asker { name: new.name, unit: new.unit, seat: new.seat, salt: new.salt };
        Self::person(
            new.delegate.unwrap_or(DelegateNo(self.fold.numbers.highest_delegate() + 1)),
            asker,
            salt,
        )
    }

    fn person(delegate: DelegateNo, mut asker: Asker, salt: &str) -> Person {
        optional_name(&mut asker.unit);
        optional_name(&mut asker.seat);
        optional_text(&mut asker.salt);
        Person {
            delegate,
            name: recorded_name(&asker.name),
            unit: asker.unit,
            seat: asker.seat,
            salt: asker.salt.unwrap_or_else(|| salt.to_owned()),
        }
    }

    fn corrected(&self, new: DelegateCorrection, salt: &str) -> Result<Person, Refusal> {
        let known =
            self.state().delegate(new.delegate).ok_or(Refusal::NoSuchDelegate(new.delegate))?;
        let asker = Asker {
            name: new.name.unwrap_or_else(|| known.name.clone()),
            unit: new.unit.or_else(|| known.unit.clone()),
            seat: new.seat.or_else(|| known.seat.clone()),
            salt: new.salt,
        };
        Ok(Self::person(new.delegate, asker, salt))
    }

    fn asked(&self, mut ask: Ask, salt: &str) -> Result<Vec<Event>, Refusal> {
        optional_text(&mut ask.theme);
        let mut events = Vec::with_capacity(2);
        if let Some(asker) = ask.asker {
            if ask.delegate.is_some() {
                return Err(Refusal::AskerTwice);
            }
            let person =
                Self::person(DelegateNo(self.fold.numbers.highest_delegate() + 1), asker, salt);
            let known = self.state().delegate_like(&person);
            ask.delegate = known.or(Some(person.delegate));
            if known.is_none() {
                events.push(Event::DelegateAdded(person.into()));
            }
        }
        events.push(Event::QuestionAsked(Asked {
            question: ask.question.unwrap_or(QuestionNo(self.fold.numbers.highest_question() + 1)),
            delegate: ask.delegate,
            channel: ask.channel,
            kind: ask.kind,
            theme: ask.theme,
            text: recorded_text(&ask.text).into(),
            follows: ask.follows,
        }));
        Ok(events)
    }

    fn task_to_be(&self, mut new: NewTask) -> Assigned {
        optional_text(&mut new.due_text);
        Assigned {
            task: new.task.unwrap_or(TaskNo(self.fold.numbers.highest_task() + 1)),
            text: recorded_text(&new.text),
            lead: new.lead,
            support: new.support,
            due: new.due,
            due_text: new.due_text,
            questions: new.questions,
            by_responder: new.by_responder,
        }
    }

    fn lead_of(&self, number: QuestionNo) -> Result<ResponderId, Refusal> {
        let question = self.state().question(number).ok_or(Refusal::NoSuchQuestion(number))?;
        question.lead().cloned().ok_or(Refusal::NoLead(number))
    }

    fn answerer_of(&self, number: QuestionNo) -> Result<ResponderId, Refusal> {
        match self.state().question(number).map(|question| &question.status) {
            Some(Status::Answering { by, .. }) => Ok(by.clone()),
            _ => self.lead_of(number),
        }
    }

    fn merged_into(&self, number: QuestionNo) -> Result<QuestionNo, Refusal> {
        let question = self.state().question(number).ok_or(Refusal::NoSuchQuestion(number))?;
        match question.status {
            Status::Merged { into, .. } => Ok(into),
            _ => Err(Refusal::NotMerged(number)),
        }
    }
}

/// A text as it is recorded, absent when it shows nothing: a blank field of a form says nothing.
fn optional_text(text: &mut Option<String>) {
    *text = text.take().map(|text| recorded_text(&text)).filter(|text| !text.is_empty());
}

fn optional_name(name: &mut Option<String>) {
    *name = name.take().map(|name| recorded_name(&name)).filter(|name| !name.is_empty());
}

fn recorded_deferral(mut deferral: Deferral) -> Deferral {
    optional_text(&mut deferral.due_text);
    optional_text(&mut deferral.why);
    deferral
}

fn recorded_reason(mut reason: Reason) -> Reason {
    optional_text(&mut reason.why);
    reason
}

fn recorded_opening(mut opening: Opening) -> Opening {
    opening.title = recorded_text(&opening.title);
    optional_text(&mut opening.place);
    optional_text(&mut opening.chair);
    optional_text(&mut opening.secretary);
    optional_text(&mut opening.attendance);
    optional_text(&mut opening.source);
    opening
}

fn recorded_disposal(mut disposal: Disposal) -> Disposal {
    disposal.why = recorded_text(&disposal.why);
    optional_text(&mut disposal.to);
    disposal
}
