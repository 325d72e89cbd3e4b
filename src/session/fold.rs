//! What an event makes of the state: the one interpretation of the log.

use std::sync::Arc;

use imbl::Vector;

use super::event::{Asked, Assigned, Event, Given, Recorded};
use super::group::Group;
use super::load::LoadShare;
use super::number::{QuestionNo, ResponderId, Seq, TaskNo};
use super::payload::{Move, Part, Person, Progress, Progression, Responder};
use super::question::{Answer, Question, Route, Status};
use super::state::{Conclusion, Phase, State, Statement, Task};
use super::time::Timestamp;

impl State {
    /// Folds one admitted event. An event that was not admitted changes nothing it does not find.
    pub(super) fn fold(&mut self, recorded: &Recorded) {
        let (seq, at) = (recorded.seq, recorded.happened_at());
        if self.withholds() {
            self.enter_withheld(&recorded.event, at);
        }
        match &recorded.event {
            Event::Opened(opening) => {
                self.opening = Some(Arc::clone(opening));
                self.opened_at = Some(at);
                self.phase = Phase::Running;
            }
            Event::SessionCorrected(correction) => self.correct_opening(correction),
            Event::ResponderCorrected(correction) => self.correct_responder(&correction.responder),
            Event::AskerNamed(naming) => {
                self.touch(naming.question, seq, |question| question.delegate = naming.delegate);
            }
            Event::QuestionReclassified(it) => {
                self.touch(it.question, seq, |question| it.apply(question));
            }
            Event::AnswerAmended(amendment) => self.amend_answer(amendment, seq),
            Event::StatementCorrected(correction) => self.correct_statement(correction, seq),
            Event::ConclusionCorrected(correction) => self.correct_conclusion(correction, seq),
            Event::TaskCorrected(correction) => self.correct_task(correction, seq),
            Event::ResponderAdded { responder } => self.fold_responder(responder),
            Event::DelegateAdded(person) | Event::DelegateCorrected(person) => {
                self.fold_delegate(person);
            }
            Event::QuestionAsked(asked) => self.fold_asked(asked, seq, at),
            Event::QuestionRouted(routing) => self.touch(routing.question, seq, |question| {
                let support = routing.support.clone();
                question.route = Some(Route { lead: routing.lead.clone(), support });
            }),
            Event::QuestionEdited(edit) => {
                self.touch(edit.question, seq, |question| question.text.clone_from(&edit.text));
            }
            Event::QuestionMoved(moved) => self.fold_move(*moved),
            Event::QuestionCalled(on) => {
                self.set_status(on.question, seq, Status::Called { since: at });
            }
            Event::AnswerStarted { question, by_responder } => {
                self.fold_start(*question, by_responder, seq, at);
            }
            Event::AnswerGiven(given) => self.fold_answer(given, seq, at),
            Event::QuestionDeferred(deferral) => {
                self.set_status(deferral.question, seq, Status::Deferred(deferral.clone()));
            }
            Event::QuestionReferred(disposal) => {
                self.set_status(disposal.question, seq, Status::Referred(disposal.clone()));
            }
            Event::QuestionDeclined(disposal) => {
                let status = Status::Declined { disposal: disposal.clone(), event: seq };
                self.set_status(disposal.question, seq, status);
            }
            Event::QuestionWithdrawn(disposal) => {
                let status = Status::Withdrawn { disposal: disposal.clone(), event: seq };
                self.set_status(disposal.question, seq, status);
            }
            Event::QuestionMerged(merger) => {
                self.touch(merger.question, seq, |question| {
                    let before = Box::new(question.status.clone());
                    question.status = Status::Merged { into: merger.into, event: seq, before };
                });
                self.touch(merger.into, seq, |_| {});
            }
            Event::QuestionUnmerged(merger) => {
                self.touch(merger.question, seq, |question| {
                    if let Status::Merged { before, .. } = &question.status {
                        question.status = (**before).clone();
                    }
                });
                self.touch(merger.into, seq, |_| {});
            }
            Event::QuestionSplit { question, parts } => self.fold_split(*question, parts, seq, at),
            Event::StatementMade(statement) => self.statements.push_back(Arc::new(Statement {
                seq,
                at,
                by: statement.by_responder.clone(),
                spoken_by: statement.spoken_by.clone(),
                text: statement.text.clone(),
                corrected: None,
            })),
            Event::ConclusionRecorded(conclusion) => {
                self.conclusions.push_back(Arc::new(Conclusion {
                    seq,
                    at,
                    text: conclusion.text.clone(),
                    questions: conclusion.questions.clone(),
                    corrected: None,
                }));
            }
            Event::TaskAssigned(task) => self.fold_task(task, seq, at),
            Event::TaskProgressed(progression) => self.fold_progress(progression, seq),
            Event::Undone { .. } | Event::Recovered(_) | Event::FailedOver(_) => {}
            Event::Withheld(withheld) => self.fold_withheld(withheld.kind, at),
            Event::Paused(_) => self.phase = Phase::Paused { since: at },
            Event::Resumed(_) => self.phase = Phase::Running,
            Event::Reopened(_) => self.fold_reopening(at),
            Event::Closed(_) => self.phase = Phase::Closed { at },
        }
    }

    pub(super) fn fold_reopening(&mut self, at: Timestamp) {
        if let Phase::Closed { at: since } = self.phase {
            self.closed_millis += at.millis_since(since).max(0);
        }
        self.phase = Phase::Running;
    }

    fn fold_responder(&mut self, responder: &Arc<Responder>) {
        self.roster.places.insert(responder.id.clone(), self.roster.responders.len());
        self.roster.responders.push_back(Arc::clone(responder));
    }

    fn fold_delegate(&mut self, person: &Arc<Person>) {
        if let Some(was) = self.delegates.insert(person.delegate, Arc::clone(person)) {
            self.people.remove(&was);
        }
        self.people.add(person);
    }

    fn fold_asked(&mut self, asked: &Asked, seq: Seq, at: Timestamp) {
        let question = Question {
            number: asked.question,
            delegate: asked.delegate,
            channel: asked.channel,
            point: asked.point.clone(),
            kind: asked.kind,
            theme: asked.theme.clone(),
            text: asked.text.clone(),
            follows: asked.follows,
            part_of: None,
            route: None,
            status: Status::Queued,
            answers: Vector::new(),
            asked_at: at,
            trail: Vector::unit(seq),
            is_withheld: false,
        };
        self.queue.push_back(question.number, question.follows, Group::of(&question));
        self.enter(question);
    }

    fn fold_move(&mut self, moved: Move) {
        let before = moved.before.map(|before| self.landing(moved.question, before));
        self.queue.move_before(moved.question, before);
    }

    fn fold_start(&mut self, number: QuestionNo, by: &ResponderId, seq: Seq, at: Timestamp) {
        self.touch(number, seq, |question| {
            route_if_nobody_leads(question, by);
            question.status = Status::Answering { by: by.clone(), since: at };
        });
    }

    fn fold_answer(&mut self, given: &Given, seq: Seq, at: Timestamp) {
        self.touch(given.question, seq, |question| {
            route_if_nobody_leads(question, &given.by_responder);
            let started = match &question.status {
                Status::Answering { by, since } if *by == given.by_responder => Some(*since),
                _ => None,
            };
            question.answers.push_back(Arc::new(Answer {
                seq,
                by: given.by_responder.clone(),
                spoken_by: given.spoken_by.clone(),
                text: given.text.clone(),
                quality: given.quality.unwrap_or_default(),
                at,
                started,
                amended: None,
            }));
            question.status = Status::Answered;
        });
    }

    fn fold_split(&mut self, number: QuestionNo, parts: &[Part], seq: Seq, at: Timestamp) {
        let Some(whole) = self.question(number).cloned() else { return };
        let mut after = number;
        for part in parts {
            let question = Question {
                number: part.question,
                text: part.text.as_str().into(),
                part_of: Some(number),
                route: None,
                status: Status::Queued,
                answers: Vector::new(),
                asked_at: at,
                trail: Vector::unit(seq),
                is_withheld: false,
                ..whole.clone()
            };
            self.queue.insert_after(after, part.question, Group::of(&question));
            self.enter(question);
            after = part.question;
        }
        let parts = parts.iter().map(|part| part.question).collect();
        self.set_status(number, seq, Status::Split { parts, event: seq });
    }

    fn fold_task(&mut self, task: &Assigned, seq: Seq, at: Timestamp) {
        let folded = Task {
            number: task.task,
            text: task.text.clone(),
            lead: task.lead.clone(),
            support: task.support.clone(),
            due: task.due,
            due_text: task.due_text.clone(),
            questions: task.questions.clone(),
            by: task.by_responder.clone(),
            progress: Progress::NotStarted,
            remark: None,
            document: None,
            link: None,
            reviewed_by: None,
            corrected: None,
            assigned_at: at,
            trail: Vector::unit(seq),
            is_withheld: false,
        };
        self.tasks.insert(task.task, Arc::new(folded));
        for question in &task.questions {
            self.touch(*question, seq, |_| {});
        }
    }

    fn fold_progress(&mut self, news: &Progression, seq: Seq) {
        self.touch_task(news.task, seq, |task| {
            task.progress = news.progress;
            if news.text.is_some() {
                task.remark.clone_from(&news.text);
            }
            if news.document.is_some() {
                task.document.clone_from(&news.document);
            }
            if news.link.is_some() {
                task.link.clone_from(&news.link);
            }
            task.reviewed_by.clone_from(&news.reviewed_by);
        });
    }

    fn set_status(&mut self, number: QuestionNo, seq: Seq, status: Status) {
        self.touch(number, seq, |question| question.status = status);
    }

    pub(super) fn enter(&mut self, question: Question) {
        self.loads.add(LoadShare::of(&question));
        self.questions.insert(question.number, Arc::new(question));
    }

    pub(super) fn touch(
        &mut self,
        number: QuestionNo,
        seq: Seq,
        change: impl FnOnce(&mut Question),
    ) {
        let Some(question) = self.questions.get_mut(&number).map(Arc::make_mut) else { return };
        question.trail.push_back(seq);
        let was = LoadShare::of(question);
        change(question);
        let is = LoadShare::of(question);
        self.queue.set_group(number, Group::of(question));
        if was != is {
            self.loads.take(&was);
            self.loads.add(is);
        }
    }

    pub(super) fn touch_task(&mut self, number: TaskNo, seq: Seq, change: impl FnOnce(&mut Task)) {
        if let Some(shared) = self.tasks.get_mut(&number) {
            let task = Arc::make_mut(shared);
            task.trail.push_back(seq);
            change(task);
        }
    }
}

/// Who answers an unrouted question leads on it: the chair may call on them without routing first.
fn route_if_nobody_leads(question: &mut Question, by: &ResponderId) {
    if question.route.is_none() {
        question.route = Some(Route { lead: by.clone(), support: Vec::new() });
    }
}
