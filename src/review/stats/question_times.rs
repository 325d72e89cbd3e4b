//! The lives of the questions, followed through the events that stand: when each waited, and for what.

use std::collections::HashMap;

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

/// What the log tells that the state has forgotten.
#[derive(Default)]
pub(super) struct QuestionTimes<'a> {
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
    /// On the clock, as all that follows.
    asked: i64,
    has_been_up: bool,
    lead: Option<&'a ResponderId>,
    place: Stage<'a>,
    /// Where it stood when it was merged.
    before: Stage<'a>,
}

/// Where a question stands.
#[derive(Clone, Copy)]
enum Stage<'a> {
    Waiting,
    /// With what the delegates had been heard until then.
    Called {
        since: i64,
        heard: i64,
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
        let mut lives = Self::default();
        for recorded in session.history() {
            if session.undone_by(recorded.seq).is_none() {
                lives.live(recorded);
            } else if !matches!(recorded.event, Event::Undone { .. }) {
                lives.undone += 1;
            }
        }
        lives
    }

    pub(super) fn times(self, state: &State) -> Times {
        let never_up = self.questions.values().filter(|life| !life.has_been_up).count();
        Times {
            waiting: Distribution::of(self.waits, never_up),
            answering: Distribution::of(self.answers, self.unmeasured_answers),
            queue: self.steps.finished(),
            talking: self.floor.talking(state),
        }
    }

    fn live(&mut self, recorded: &'a Recorded) {
        let event = &recorded.event;
        if matches!(event, Event::Undone { .. }) {
            return;
        }
        let passed = self.clock.go_on(recorded.at, event);
        self.floor.pass(passed);
        self.fold(recorded.seq, event);
        self.steps.note(recorded.at, self.waiting);
    }

    fn fold(&mut self, seq: Seq, event: &'a Event) {
        let now = self.clock.millis();
        match event {
            Event::QuestionAsked(asked) => self.enter(asked.question, now),
            Event::QuestionSplit { question, parts } => self.split(*question, parts),
            Event::QuestionRouted(routing) => self.route(routing),
            Event::QuestionCalled(on) => {
                self.come_up(on.question);
                self.stand(on.question, self.called(now));
            }
            Event::AnswerStarted { question, by_responder } => {
                self.come_up(*question);
                self.lead_if_nobody_does(*question, by_responder);
                let place = Stage::Answering { by: by_responder, since: now, began: seq };
                self.stand(*question, place);
            }
            Event::AnswerGiven(given) => self.answer(given),
            Event::QuestionDeferred(deferral) => self.stand(deferral.question, Stage::Settled),
            Event::QuestionReferred(disposal)
            | Event::QuestionDeclined(disposal)
            | Event::QuestionWithdrawn(disposal) => self.stand(disposal.question, Stage::Settled),
            Event::QuestionMerged(merger) => {
                if let Some(life) = self.questions.get_mut(&merger.question) {
                    life.before = life.place;
                }
                self.stand(merger.question, Stage::Settled);
            }
            Event::QuestionUnmerged(merger) => {
                self.come_back(merger.question);
            }
            Event::QuestionEdited(_) | Event::AnswerAmended(_) | Event::DelegateCorrected(_) => {
                self.corrections += 1;
            }
            _ => {}
        }
    }

    fn enter(&mut self, question: QuestionNo, asked: i64) {
        let (place, before) = (Stage::Waiting, Stage::Waiting);
        let life = QuestionTime { asked, has_been_up: false, lead: None, place, before };
        self.questions.insert(question, life);
        self.waiting += 1;
    }

    fn split(&mut self, whole: QuestionNo, parts: &[Part]) {
        let Some(life) = self.questions.get_mut(&whole) else { return };
        // Its waiting, when it is not over, goes on in its parts.
        life.has_been_up = true;
        let asked = life.asked;
        self.stand(whole, Stage::Settled);
        for part in parts {
            self.enter(part.question, asked);
        }
    }

    fn route(&mut self, routing: &'a Routing) {
        if let Some(life) = self.questions.get_mut(&routing.question) {
            let other = life.lead.replace(&routing.lead).is_some_and(|lead| *lead != routing.lead);
            self.reroutings += usize::from(other);
        }
    }

    fn lead_if_nobody_does(&mut self, question: QuestionNo, by: &'a ResponderId) {
        if let Some(life) = self.questions.get_mut(&question) {
            life.lead.get_or_insert(by);
        }
    }

    /// The waiting is over, the first time.
    fn come_up(&mut self, question: QuestionNo) {
        let now = self.clock.millis();
        if let Some(life) = self.questions.get_mut(&question).filter(|life| !life.has_been_up) {
            life.has_been_up = true;
            self.waits.push(now - life.asked);
        }
    }

    fn answer(&mut self, given: &'a Given) {
        let (now, by) = (self.clock.millis(), &given.by_responder);
        self.lead_if_nobody_does(given.question, by);
        let began = match self.questions.get(&given.question).map(|life| life.place) {
            Some(Stage::Answering { by: beginner, since, .. }) if beginner == by => Some(since),
            Some(Stage::Called { since, heard }) => {
                self.floor.give_since(heard, by);
                Some(since)
            }
            _ => None,
        };
        match began {
            Some(since) => self.answers.push(now - since),
            None => self.unmeasured_answers += 1,
        }
        self.stand(given.question, Stage::Settled);
    }

    /// Moves a question, off the floor and onto it, out of the queue and into it.
    fn stand(&mut self, question: QuestionNo, place: Stage<'a>) {
        let Some(life) = self.questions.get_mut(&question) else { return };
        match life.place {
            Stage::Waiting => self.waiting -= 1,
            Stage::Called { .. } => self.floor.leave(),
            Stage::Answering { began, .. } => self.floor.end(began),
            Stage::Settled => {}
        }
        life.place = place;
        match place {
            Stage::Waiting => self.waiting += 1,
            Stage::Called { .. } => self.floor.call(),
            Stage::Answering { by, began, .. } => self.floor.begin(by, began),
            Stage::Settled => {}
        }
    }

    fn called(&self, since: i64) -> Stage<'a> {
        Stage::Called { since, heard: self.floor.heard() }
    }

    /// To where it stood when it was merged.
    fn come_back(&mut self, question: QuestionNo) {
        match self.questions.get(&question).map(|life| life.before) {
            Some(Stage::Called { since, .. }) => self.stand(question, self.called(since)),
            Some(before) => self.stand(question, before),
            None => {}
        }
    }
}
