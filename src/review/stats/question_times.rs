//! When each question waited, was called and was answered, read off the events that stand.

use std::collections::HashMap;

use crate::review::course::CourseStep;
use crate::session::Session;
use crate::session::event::{Event, Given, Recorded};
use crate::session::number::{QuestionNo, ResponderId, Seq};
use crate::session::payload::{Part, Routing};
use crate::session::state::State;

use super::Times;
use super::distribution::Distribution;
use super::queue::QueueSteps;
use super::session_clock::SessionClock;
use super::speaking::SpeakingFloor;

/// What the log holds and the state does not, with the state it led to.
pub(super) struct QuestionTimes<'a> {
    state: &'a State,
    pub(super) corrections: usize,
    pub(super) undone: usize,
    pub(super) reroutings: usize,
    clock: SessionClock,
    floor: SpeakingFloor<'a>,
    steps: QueueSteps,
    questions: HashMap<QuestionNo, QuestionTime<'a>>,
    waiting: usize,
    waits: Vec<i64>,
    answers: Vec<i64>,
    unmeasured_answers: usize,
}

struct QuestionTime<'a> {
    /// By the session's clock, as all times here.
    asked: i64,
    was_called: bool,
    lead: Option<&'a ResponderId>,
    stage: Stage<'a>,
    /// Its stage when it was merged.
    before: Stage<'a>,
}

/// How far a question has come.
#[derive(Clone, Copy)]
enum Stage<'a> {
    Waiting,
    /// With how long delegates had spoken until then.
    Called {
        since: i64,
        delegates: i64,
    },
    Answering {
        by: &'a ResponderId,
        since: i64,
        began: Seq,
    },
    Settled,
}

impl<'a> QuestionTimes<'a> {
    pub(super) fn of(session: &'a Session) -> Self {
        let mut times = Self {
            state: session.state(),
            corrections: 0,
            undone: 0,
            reroutings: 0,
            clock: SessionClock::default(),
            floor: SpeakingFloor::default(),
            steps: QueueSteps::default(),
            questions: HashMap::new(),
            waiting: 0,
            waits: Vec::new(),
            answers: Vec::new(),
            unmeasured_answers: 0,
        };
        for recorded in session.history() {
            if session.undone_by(recorded.seq).is_none() {
                times.follow(recorded);
            } else if !matches!(recorded.event, Event::Undone { .. }) {
                times.undone += 1;
            }
        }
        times
    }

    pub(super) fn times(self) -> Times {
        let never_called = self.questions.values().filter(|times| !times.was_called).count();
        Times {
            waiting: Distribution::of(self.waits, never_called),
            answering: Distribution::of(self.answers, self.unmeasured_answers),
            queue: self.steps.finished(),
            talking: self.floor.talking(self.state),
        }
    }

    fn follow(&mut self, recorded: &'a Recorded) {
        let event = &recorded.event;
        if matches!(event, Event::Undone { .. }) {
            return;
        }
        let step = CourseStep::of(event);
        let passed = self.clock.advance(recorded.happened_at(), step);
        self.floor.pass(passed);
        self.take(recorded.seq, step);
        self.steps.note(recorded.happened_at(), self.waiting);
    }

    fn take(&mut self, seq: Seq, step: CourseStep<'a>) {
        let now = self.clock.millis();
        match step {
            CourseStep::Asked(asked) => self.enter(asked.question, now),
            CourseStep::Split { question, parts } => self.split(question, parts),
            CourseStep::Routed(routing) => self.route(routing),
            CourseStep::Called(question) => {
                self.end_waiting(question);
                self.enter_stage(question, self.called(now));
            }
            CourseStep::AnswerStarted { question, by } => {
                self.end_waiting(question);
                self.lead_if_nobody_does(question, by);
                self.enter_stage(question, Stage::Answering { by, since: now, began: seq });
            }
            CourseStep::Answered(given) => self.answer(given, seq),
            CourseStep::Settled(question, _) => self.enter_stage(question, Stage::Settled),
            CourseStep::Merged(merger) => {
                if let Some(times) = self.questions.get_mut(&merger.question) {
                    times.before = times.stage;
                }
                self.enter_stage(merger.question, Stage::Settled);
            }
            CourseStep::Unmerged(merger) => self.restore(merger.question),
            CourseStep::Corrected => self.corrections += 1,
            CourseStep::Running
            | CourseStep::Reopened
            | CourseStep::Paused
            | CourseStep::Closed
            | CourseStep::None => {}
        }
    }

    fn enter(&mut self, question: QuestionNo, asked: i64) {
        let (stage, before) = (Stage::Waiting, Stage::Waiting);
        let times = QuestionTime { asked, was_called: false, lead: None, stage, before };
        self.questions.insert(question, times);
        self.waiting += 1;
    }

    fn split(&mut self, whole: QuestionNo, parts: &[Part]) {
        let Some(times) = self.questions.get_mut(&whole) else { return };
        // Its waiting, if it is not over, continues in its parts.
        times.was_called = true;
        let asked = times.asked;
        self.enter_stage(whole, Stage::Settled);
        for part in parts {
            self.enter(part.question, asked);
        }
    }

    fn route(&mut self, routing: &'a Routing) {
        if let Some(times) = self.questions.get_mut(&routing.question) {
            let other = times.lead.replace(&routing.lead).is_some_and(|lead| *lead != routing.lead);
            self.reroutings += usize::from(other);
        }
    }

    fn lead_if_nobody_does(&mut self, question: QuestionNo, by: &'a ResponderId) {
        if let Some(times) = self.questions.get_mut(&question) {
            times.lead.get_or_insert(by);
        }
    }

    /// Measures the waiting, the first time only.
    fn end_waiting(&mut self, question: QuestionNo) {
        let now = self.clock.millis();
        if let Some(times) = self.questions.get_mut(&question).filter(|times| !times.was_called) {
            times.was_called = true;
            self.waits.push(now - times.asked);
        }
    }

    /// The answer that the event at `seq` gave. Its speaking time is the responder's to whom it was corrected
    /// since.
    fn answer(&mut self, given: &'a Given, seq: Seq) {
        let (now, by) = (self.clock.millis(), &given.by_responder);
        self.lead_if_nobody_does(given.question, by);
        let question = self.state.question(given.question);
        let answer = question.and_then(|question| question.answers.iter().find(|a| a.seq == seq));
        let spoke = answer.map_or(by, |answer| &answer.by);
        let began = match self.questions.get(&given.question).map(|times| times.stage) {
            Some(Stage::Answering { by: beginner, since, began }) if beginner == by => {
                self.floor.end(began, Some(spoke));
                Some(since)
            }
            Some(Stage::Called { since, delegates }) => {
                self.floor.give_since(delegates, spoke);
                Some(since)
            }
            _ => None,
        };
        match began {
            Some(since) => self.answers.push(now - since),
            None => self.unmeasured_answers += 1,
        }
        self.enter_stage(given.question, Stage::Settled);
    }

    /// Moves a question to another stage: off or onto the floor, out of or into the queue.
    fn enter_stage(&mut self, question: QuestionNo, stage: Stage<'a>) {
        let Some(times) = self.questions.get_mut(&question) else { return };
        match times.stage {
            Stage::Waiting => self.waiting -= 1,
            Stage::Called { .. } => self.floor.leave(),
            Stage::Answering { began, .. } => self.floor.end(began, None),
            Stage::Settled => {}
        }
        times.stage = stage;
        match stage {
            Stage::Waiting => self.waiting += 1,
            Stage::Called { .. } => self.floor.call(),
            Stage::Answering { by, began, .. } => self.floor.begin(by, began),
            Stage::Settled => {}
        }
    }

    fn called(&self, since: i64) -> Stage<'a> {
        Stage::Called { since, delegates: self.floor.delegates() }
    }

    /// Back to its stage when it was merged.
    fn restore(&mut self, question: QuestionNo) {
        match self.questions.get(&question).map(|times| times.before) {
            Some(Stage::Called { since, .. }) => self.enter_stage(question, self.called(since)),
            Some(before) => self.enter_stage(question, before),
            None => {}
        }
    }
}
