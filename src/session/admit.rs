//! What may happen next, given what is: the preconditions of every event.

use std::collections::BTreeSet;

use super::correction::{Amendment, FieldChange, TaskCorrection};
use super::event::{Assigned, Event, Given};
use super::limits::{self, FOLLOW_DEPTH, HIGHEST_NUMBER};
use super::number::{DelegateNo, QuestionNo, ResponderId, Seq, TaskNo};
use super::payload::{Merger, Move, Part, Responder, Routing};
use super::question::{Question, Status};
use super::refusal::Refusal;
use super::state::{Phase, State};

impl State {
    /// Whether `event` may happen now. `Undone` is judged by the session, which alone knows the log.
    ///
    /// # Errors
    /// The first reason why not.
    pub(super) fn admit(&self, event: &Event) -> Result<(), Refusal> {
        limits::check(event)?;
        self.admit_here(event)
    }

    /// As [`State::admit`], for an event whose texts were checked before.
    ///
    /// Where lines are withheld, what an event needs may stand in one of them.
    pub(super) fn admit_here(&self, event: &Event) -> Result<(), Refusal> {
        match self.admit_known(event) {
            Err(refusal) if self.withholds() && refusal.may_be_for_a_withheld_line() => Ok(()),
            verdict => verdict,
        }
    }

    fn admit_known(&self, event: &Event) -> Result<(), Refusal> {
        self.admit_phase(event)?;
        match event {
            Event::Opened(_)
            | Event::SessionCorrected(_)
            | Event::Undone { .. }
            | Event::Paused(_)
            | Event::Resumed(_)
            | Event::Closed(_)
            | Event::Reopened(_)
            | Event::Recovered(_)
            | Event::FailedOver(_)
            | Event::Withheld(_) => Ok(()),
            Event::ResponderAdded { responder } => self.admit_responder(responder),
            Event::ResponderCorrected(correction) => self.known_responder(&correction.responder.id),
            Event::DelegateAdded(person) => {
                in_range(person.delegate.0)?;
                match self.delegate(person.delegate) {
                    Some(_) => Err(Refusal::DelegateNumberTaken(person.delegate)),
                    None => Ok(()),
                }
            }
            Event::DelegateCorrected(person) => self.known_delegate(person.delegate),
            Event::QuestionAsked(asked) => {
                self.fresh_question(asked.question)?;
                if let Some(delegate) = asked.delegate {
                    self.known_delegate(delegate)?;
                }
                asked.follows.map_or(Ok(()), |first| self.admit_following(first))
            }
            Event::AskerNamed(naming) => {
                self.known_question(naming.question)?;
                naming.delegate.map_or(Ok(()), |delegate| self.known_delegate(delegate))
            }
            Event::QuestionReclassified(it) => self.known_question(it.question).map(drop),
            Event::QuestionRouted(routing) => self.admit_routing(routing),
            Event::QuestionEdited(edit) => self.known_question(edit.question).map(drop),
            Event::QuestionMoved(moved) => self.admit_move(*moved),
            Event::QuestionCalled(on) => match self.living_question(on.question)?.is_on_the_floor()
            {
                true => Err(Refusal::AlreadyOnTheFloor(on.question)),
                false => Ok(()),
            },
            Event::AnswerStarted { question, by_responder } => {
                self.admit_start(*question, by_responder)
            }
            Event::AnswerGiven(given) => self.admit_answer(given),
            Event::AnswerAmended(amendment) => self.admit_amendment(amendment),
            Event::QuestionDeferred(deferral) => {
                self.living_question(deferral.question)?;
                self.known_if_given(deferral.by_responder.as_ref())
            }
            Event::QuestionReferred(disposal)
            | Event::QuestionDeclined(disposal)
            | Event::QuestionWithdrawn(disposal) => {
                self.living_question(disposal.question).map(drop)
            }
            Event::QuestionMerged(merger) => self.admit_merger(*merger),
            Event::QuestionUnmerged(merger) => self.admit_unmerging(*merger),
            Event::QuestionSplit { question, parts } => self.admit_split(*question, parts),
            Event::StatementMade(statement) => self.known_responder(&statement.by_responder),
            Event::StatementCorrected(correction) => {
                let statement = correction.statement;
                self.statement(statement).ok_or(Refusal::NoSuchStatement(statement))?;
                self.known_if_given(correction.by_responder.as_ref())
            }
            Event::ConclusionRecorded(conclusion) => self.known_questions(&conclusion.questions),
            Event::ConclusionCorrected(correction) => {
                let conclusion = correction.conclusion;
                self.conclusion(conclusion).ok_or(Refusal::NoSuchConclusion(conclusion))?;
                self.known_questions(correction.questions.as_deref().unwrap_or_default())
            }
            Event::TaskAssigned(task) => self.admit_task(task),
            Event::TaskCorrected(correction) => self.admit_task_correction(correction),
            Event::TaskProgressed(progression) => {
                self.task(progression.task).map(drop).ok_or(Refusal::NoSuchTask(progression.task))
            }
        }
    }

    fn admit_phase(&self, event: &Event) -> Result<(), Refusal> {
        match (self.phase, event) {
            (_, Event::Withheld(_)) => Ok(()),
            (Phase::NotOpened, Event::Opened(_)) => Ok(()),
            (Phase::NotOpened, _) => Err(Refusal::NotOpened),
            (_, Event::Opened(_)) => Err(Refusal::AlreadyOpened),
            (Phase::Closed { .. }, event) if is_taken_after_closing(event) => Ok(()),
            (Phase::Closed { .. }, _) => Err(Refusal::Closed),
            (_, Event::Reopened(_)) => Err(Refusal::NotClosed),
            (Phase::Paused { .. }, Event::Paused(_)) => Err(Refusal::AlreadyPaused),
            (Phase::Running, Event::Resumed(_)) => Err(Refusal::NotPaused),
            _ => Ok(()),
        }
    }

    fn admit_responder(&self, responder: &Responder) -> Result<(), Refusal> {
        if !responder.id.is_valid() {
            return Err(Refusal::BadResponderId(responder.id.0.clone()));
        }
        match self.responder(&responder.id) {
            Some(_) => Err(Refusal::ResponderIdTaken(responder.id.clone())),
            None => Ok(()),
        }
    }

    fn admit_following(&self, first: QuestionNo) -> Result<(), Refusal> {
        self.known_question(first)?;
        match self.queue.depth(first) < FOLLOW_DEPTH {
            true => Ok(()),
            false => Err(Refusal::FollowsTooDeep { question: first, limit: FOLLOW_DEPTH }),
        }
    }

    fn admit_routing(&self, routing: &Routing) -> Result<(), Refusal> {
        self.living_question(routing.question)?;
        self.known_responder(&routing.lead)?;
        self.known_support(Some(&routing.lead), &routing.support)
    }

    fn admit_move(&self, moved: Move) -> Result<(), Refusal> {
        self.known_question(moved.question)?;
        let Some(before) = moved.before else { return Ok(()) };
        self.known_question(before)?;
        match self.landing(moved.question, before) == moved.question {
            true => Err(Refusal::BeforeItself(moved.question)),
            false => Ok(()),
        }
    }

    fn admit_start(&self, number: QuestionNo, by: &ResponderId) -> Result<(), Refusal> {
        let question = self.living_question(number)?;
        self.known_responder(by)?;
        match &question.status {
            Status::Answering { by: current, .. } if current == by => {
                Err(Refusal::AlreadyAnswering { question: number, by: by.clone() })
            }
            _ => Ok(()),
        }
    }

    fn admit_answer(&self, given: &Given) -> Result<(), Refusal> {
        self.living_question(given.question)?;
        self.known_responder(&given.by_responder)?;
        if given.text.is_none() && !self.is_rebuilt() {
            Err(Refusal::AnswerWithoutWords)
        } else {
            Ok(())
        }
    }

    fn is_rebuilt(&self) -> bool {
        self.opening().is_some_and(|opening| opening.source.is_some())
    }

    fn admit_amendment(&self, amendment: &Amendment) -> Result<(), Refusal> {
        let question = self.known_question(amendment.question)?;
        if question.answer(amendment.answer).is_none() {
            let (question, answer) = (amendment.question, amendment.answer);
            return Err(Refusal::NoSuchAnswer { question, answer });
        }
        if amendment.text == FieldChange::Remove && !self.is_rebuilt() {
            return Err(Refusal::AnswerWithoutWords);
        }
        self.known_if_given(amendment.by_responder.as_ref())
    }

    fn admit_merger(&self, merger: Merger) -> Result<(), Refusal> {
        self.living_question(merger.question)?;
        if merger.question == merger.into {
            return Err(Refusal::IntoItself(merger.question));
        }
        self.living_question(merger.into).map(drop)
    }

    fn admit_unmerging(&self, merger: Merger) -> Result<(), Refusal> {
        match &self.known_question(merger.question)?.status {
            Status::Merged { into, .. } if *into == merger.into => Ok(()),
            Status::Merged { into, .. } => {
                Err(Refusal::MergedElsewhere { question: merger.question, into: *into })
            }
            _ => Err(Refusal::NotMerged(merger.question)),
        }
    }

    fn admit_split(&self, number: QuestionNo, parts: &[Part]) -> Result<(), Refusal> {
        self.living_question(number)?;
        if parts.len() < 2 {
            return Err(Refusal::TooFewParts);
        }
        let mut seen = BTreeSet::new();
        for part in parts {
            self.fresh_question(part.question)?;
            if !seen.insert(part.question) {
                return Err(Refusal::QuestionNumberTaken(part.question));
            }
        }
        Ok(())
    }

    fn admit_task(&self, task: &Assigned) -> Result<(), Refusal> {
        self.fresh_task(task.task)?;
        self.known_if_given(task.lead.as_ref())?;
        self.known_support(task.lead.as_ref(), &task.support)?;
        self.known_questions(&task.questions)?;
        self.known_if_given(task.by_responder.as_ref())
    }

    /// The task as it would be is one that could have been assigned.
    fn admit_task_correction(&self, correction: &TaskCorrection) -> Result<(), Refusal> {
        let number = correction.task;
        let mut task = self.task(number).ok_or(Refusal::NoSuchTask(number))?.clone();
        correction.apply(&mut task);
        self.known_if_given(task.lead.as_ref())?;
        self.known_support(task.lead.as_ref(), &task.support)?;
        self.known_questions(&task.questions)?;
        self.known_if_given(task.by.as_ref())
    }

    fn known_if_given(&self, id: Option<&ResponderId>) -> Result<(), Refusal> {
        id.map_or(Ok(()), |id| self.known_responder(id))
    }

    fn fresh_question(&self, number: QuestionNo) -> Result<(), Refusal> {
        in_range(number.0)?;
        match self.question(number) {
            Some(_) => Err(Refusal::QuestionNumberTaken(number)),
            None => Ok(()),
        }
    }

    fn fresh_task(&self, number: TaskNo) -> Result<(), Refusal> {
        in_range(number.0)?;
        match self.task(number) {
            Some(_) => Err(Refusal::TaskNumberTaken(number)),
            None => Ok(()),
        }
    }

    fn known_delegate(&self, number: DelegateNo) -> Result<(), Refusal> {
        self.delegate(number).map(drop).ok_or(Refusal::NoSuchDelegate(number))
    }

    fn known_question(&self, number: QuestionNo) -> Result<&Question, Refusal> {
        self.question(number).ok_or(Refusal::NoSuchQuestion(number))
    }

    /// A question that did not end without an answer.
    fn living_question(&self, number: QuestionNo) -> Result<&Question, Refusal> {
        let question = self.known_question(number)?;
        match question.status.ended_by() {
            Some(_) => Err(Refusal::Ended { question: number, status: question.status.clone() }),
            None => Ok(question),
        }
    }

    fn known_questions(&self, numbers: &[QuestionNo]) -> Result<(), Refusal> {
        let mut seen = BTreeSet::new();
        for number in numbers {
            self.known_question(*number)?;
            if !seen.insert(number) {
                return Err(Refusal::QuestionNamedTwice(*number));
            }
        }
        Ok(())
    }

    fn known_responder(&self, id: &ResponderId) -> Result<(), Refusal> {
        self.responder(id).map(drop).ok_or_else(|| Refusal::NoSuchResponder(id.clone()))
    }

    fn known_support(
        &self,
        lead: Option<&ResponderId>,
        support: &[ResponderId],
    ) -> Result<(), Refusal> {
        let mut seen = BTreeSet::new();
        for id in support {
            self.known_responder(id)?;
            if lead == Some(id) {
                return Err(Refusal::LeadAlsoSupports(id.clone()));
            }
            if !seen.insert(id) {
                return Err(Refusal::NamedTwice(id.clone()));
            }
        }
        Ok(())
    }
}

fn is_taken_after_closing(event: &Event) -> bool {
    match event {
        Event::Reopened(_)
        | Event::Undone { .. }
        | Event::TaskProgressed(_)
        | Event::Recovered(_)
        | Event::FailedOver(_) => true,
        Event::Opened(_)
        | Event::SessionCorrected(_)
        | Event::ResponderAdded { .. }
        | Event::ResponderCorrected(_)
        | Event::DelegateAdded(_)
        | Event::DelegateCorrected(_)
        | Event::QuestionAsked(_)
        | Event::AskerNamed(_)
        | Event::QuestionReclassified(_)
        | Event::QuestionRouted(_)
        | Event::QuestionEdited(_)
        | Event::QuestionMoved(_)
        | Event::QuestionCalled(_)
        | Event::AnswerStarted { .. }
        | Event::AnswerGiven(_)
        | Event::AnswerAmended(_)
        | Event::QuestionDeferred(_)
        | Event::QuestionReferred(_)
        | Event::QuestionDeclined(_)
        | Event::QuestionWithdrawn(_)
        | Event::QuestionMerged(_)
        | Event::QuestionUnmerged(_)
        | Event::QuestionSplit { .. }
        | Event::StatementMade(_)
        | Event::StatementCorrected(_)
        | Event::ConclusionRecorded(_)
        | Event::ConclusionCorrected(_)
        | Event::TaskAssigned(_)
        | Event::TaskCorrected(_)
        | Event::Paused(_)
        | Event::Resumed(_)
        | Event::Closed(_)
        | Event::Withheld(_) => false,
    }
}

fn in_range(number: u32) -> Result<(), Refusal> {
    if (1..=HIGHEST_NUMBER).contains(&number) { Ok(()) } else { Err(Refusal::NumberOutOfRange) }
}

/// The latest answer to a question, for a correction that does not say which.
pub(super) fn latest_answer(question: &Question) -> Result<Seq, Refusal> {
    question.answers.last().map(|answer| answer.seq).ok_or(Refusal::NoAnswerYet(question.number))
}
