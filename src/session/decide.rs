//! From a command to events: the program gives the numbers, fills the defaults, and asks `admit`.

use std::borrow::Cow;
use std::sync::Arc;

use super::Session;
use super::admit::latest_answer;
use super::batch::BatchSpan;
use super::batches;
use super::command::{
    Ask, Asker, Command, DelegateCorrection, LineSalt, Moment, NewAmendment, NewDelegate, NewPart,
    NewResponder, NewTask, Occasion,
};
use super::correction::{Amendment, AskerNaming};
use super::event::{Asked, Assigned, Envelope, Event, Given, Recorded};
use super::limits;
use super::number::{DelegateNo, QuestionNo, ResponderId, Seq, TaskNo};
use super::payload::{Merger, Part, Person, Responder};
use super::question::Status;
use super::refusal::Refusal;
use super::salts::Salts;
use super::tidied::{
    self, optional_name, optional_text, recorded_deferral, recorded_disposal, recorded_opening,
    recorded_reason,
};
use super::time::Timestamp;
use crate::text::fold::{normalised, recorded_name, recorded_text, slug};

/// Responders of one name among whom the lowest free number is looked for one by one.
const NAMESAKES: u32 = 16;

impl Session {
    /// The events a command would add now, not yet applied; of several, without those that would change
    /// nothing. Pure: the same session, command and occasion give the same events.
    ///
    /// # Errors
    /// A refusal that names the reason; nothing has changed.
    pub fn decide(&self, command: Command, occasion: &Occasion) -> Result<Vec<Recorded>, Refusal> {
        let at = self.moment(occasion.at)?;
        limits::check_author(&occasion.by)?;
        if let LineSalt::Given(salt) = &occasion.particulars.salt {
            limits::check_salt(salt)?;
        }
        let happened_at = occasion.particulars.happened_at;
        if let Some(happened_at) = happened_at.filter(|happened_at| *happened_at > at) {
            return Err(Refusal::NotYetHappened { happened_at, at });
        }
        let events = self.events(command)?;
        if batches::incomplete(self.history()).is_some() {
            return Err(Refusal::MisplacedBatch(Seq(self.last_seq().0 + 1)));
        }
        if let Some(seen) = occasion.particulars.seen {
            self.refuse_stale(seen, &events)?;
        }
        let salts = Salts::of(occasion, events.len());
        let by: Arc<str> = normalised(&occasion.by).into();
        let mut recorded: Vec<Recorded> = Vec::with_capacity(events.len());
        let mut ahead = Cow::Borrowed(self.state());
        for mut event in events {
            if let Some(before) = recorded.last() {
                ahead.to_mut().fold(before);
            }
            let seq = Seq(self.last_seq().0 + 1 + recorded.len() as u64);
            salts.salt_delegate(&mut event, seq);
            self.admit_on(&ahead, &event)?;
            if ahead.is_unchanged_by(&event) {
                continue;
            }
            let envelope = Envelope { batch: None, happened_at, salt: salts.line(&event, seq) };
            recorded.push(Recorded { seq, at, by: Arc::clone(&by), envelope, event });
        }
        let batch = self.batch_to_be(recorded.len());
        for event in &mut recorded {
            event.envelope.batch = batch;
        }
        if recorded.is_empty() { Err(Refusal::NothingChanges) } else { Ok(recorded) }
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
            (Moment::Clock(now), last) => {
                let now = last.map_or(now.clamped(), |last| now.clamped().max(last));
                let offset = self.state().opening().and_then(|opening| opening.utc_offset);
                Ok(offset.map_or(now, |offset| now.at_offset(offset).clamped()))
            }
        }
    }

    fn events(&self, command: Command) -> Result<Vec<Event>, Refusal> {
        let event = match command {
            Command::Open(opening) => Event::Opened(recorded_opening(opening).into()),
            Command::CorrectSession(correction) => {
                Event::SessionCorrected(tidied::session(correction).into())
            }
            Command::AddResponder { responder } => {
                Event::ResponderAdded { responder: self.responder_to_be(responder).into() }
            }
            Command::CorrectResponder(correction) => {
                Event::ResponderCorrected(tidied::responder(correction).into())
            }
            Command::AddDelegate(delegate) => {
                Event::DelegateAdded(self.delegate_to_be(delegate).into())
            }
            Command::CorrectDelegate(correction) => {
                Event::DelegateCorrected(self.corrected(correction)?.into())
            }
            Command::AskQuestion(ask) => return self.asked(ask),
            Command::NameAsker { naming, asker } => return self.named(naming, asker),
            Command::ReclassifyQuestion(it) => {
                Event::QuestionReclassified(tidied::reclassification(it).into())
            }
            Command::EditQuestion(edit) => Event::QuestionEdited(tidied::edit(edit)),
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
            Command::GiveAnswer { question, by_responder, spoken_by, mut text, quality } => {
                let by_responder = by_responder.map_or_else(|| self.answerer_of(question), Ok)?;
                optional_text(&mut text);
                let text = text.map(Into::into);
                let spoken_by = tidied::spoken_by(spoken_by);
                let given = Given { question, by_responder, spoken_by, text, quality };
                Event::AnswerGiven(given.into())
            }
            Command::AmendAnswer(new) => Event::AnswerAmended(self.amendment_to_be(new)?.into()),
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
            Command::MakeStatement(made) => Event::StatementMade(tidied::made(made).into()),
            Command::CorrectStatement(correction) => {
                Event::StatementCorrected(tidied::statement(correction).into())
            }
            Command::RecordConclusion(mut conclusion) => {
                conclusion.text = recorded_text(&conclusion.text);
                Event::ConclusionRecorded(conclusion)
            }
            Command::CorrectConclusion(correction) => {
                Event::ConclusionCorrected(tidied::conclusion(correction).into())
            }
            Command::AssignTask(task) => Event::TaskAssigned(self.task_to_be(task).into()),
            Command::CorrectTask(correction) => {
                Event::TaskCorrected(tidied::task(correction).into())
            }
            Command::ProgressTask(news) => Event::TaskProgressed(tidied::news(news).into()),
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
            Command::Several(commands) => return self.events_of_all(commands),
            Command::Recover(recovery) => Event::Recovered(recovery),
            Command::FailOver(failover) => Event::FailedOver(failover),
        };
        Ok(vec![event])
    }

    /// The events of several commands, in the order in which they were given.
    fn events_of_all(&self, commands: Vec<Command>) -> Result<Vec<Event>, Refusal> {
        if commands.is_empty() || !commands.iter().all(Command::names_everything) {
            return Err(Refusal::NotTogether);
        }
        let each = commands.into_iter().map(|command| self.events(command));
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

    fn delegate_to_be(&self, new: NewDelegate) -> Person {
        let asker = Asker { name: new.name, unit: new.unit, seat: new.seat, salt: new.salt };
        Self::person(
            new.delegate.unwrap_or(DelegateNo(self.fold.numbers.highest_delegate() + 1)),
            asker,
        )
    }

    /// One without a salt of their own is salted once it is known how many events there are.
    fn person(delegate: DelegateNo, mut asker: Asker) -> Person {
        optional_name(&mut asker.unit);
        optional_name(&mut asker.seat);
        optional_text(&mut asker.salt);
        Person {
            delegate,
            name: recorded_name(&asker.name),
            unit: asker.unit,
            seat: asker.seat,
            salt: asker.salt.unwrap_or_default(),
        }
    }

    fn corrected(&self, new: DelegateCorrection) -> Result<Person, Refusal> {
        let known =
            self.state().delegate(new.delegate).ok_or(Refusal::NoSuchDelegate(new.delegate))?;
        let mut asker = Asker {
            name: new.name.unwrap_or_else(|| known.name.clone()),
            unit: known.unit.clone(),
            seat: known.seat.clone(),
            salt: new.salt,
        };
        new.unit.apply(&mut asker.unit);
        new.seat.apply(&mut asker.seat);
        Ok(Self::person(new.delegate, asker))
    }

    fn asked(&self, mut ask: Ask) -> Result<Vec<Event>, Refusal> {
        optional_text(&mut ask.theme);
        optional_name(&mut ask.point);
        let mut events = Vec::with_capacity(2);
        ask.delegate = self.asker_to_be(ask.delegate, ask.asker, &mut events)?;
        let asked = Asked {
            question: ask.question.unwrap_or(QuestionNo(self.fold.numbers.highest_question() + 1)),
            delegate: ask.delegate,
            channel: ask.channel,
            point: ask.point,
            kind: ask.kind,
            theme: ask.theme,
            text: recorded_text(&ask.text).into(),
            follows: ask.follows,
        };
        events.push(Event::QuestionAsked(asked.into()));
        Ok(events)
    }

    fn named(&self, mut naming: AskerNaming, asker: Option<Asker>) -> Result<Vec<Event>, Refusal> {
        optional_text(&mut naming.why);
        let mut events = Vec::with_capacity(2);
        naming.delegate = self.asker_to_be(naming.delegate, asker, &mut events)?;
        events.push(Event::AskerNamed(naming));
        Ok(events)
    }

    /// Who asks: the delegate named, or the one who is this person; a new one is added first.
    fn asker_to_be(
        &self,
        delegate: Option<DelegateNo>,
        asker: Option<Asker>,
        events: &mut Vec<Event>,
    ) -> Result<Option<DelegateNo>, Refusal> {
        let Some(asker) = asker else { return Ok(delegate) };
        if delegate.is_some() {
            return Err(Refusal::AskerTwice);
        }
        let person = Self::person(DelegateNo(self.fold.numbers.highest_delegate() + 1), asker);
        let known = self.state().delegate_like(&person);
        let number = known.unwrap_or(person.delegate);
        if known.is_none() {
            events.push(Event::DelegateAdded(person.into()));
        }
        Ok(Some(number))
    }

    fn amendment_to_be(&self, new: NewAmendment) -> Result<Amendment, Refusal> {
        let question = new.question;
        let answer = match (new.answer, self.state().question(question)) {
            (Some(answer), _) => answer,
            (None, Some(question)) => latest_answer(question)?,
            (None, None) => return Err(Refusal::NoSuchQuestion(question)),
        };
        Ok(tidied::amendment(new, answer))
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
