//! What a state knows of a question or a task whose own line is withheld: that there is one, since when it is heard of.

use std::sync::Arc;

use imbl::Vector;

use super::event::Event;
use super::group::Group;
use super::number::{QuestionNo, TaskNo};
use super::payload::{Channel, Progress, QuestionKind};
use super::question::{Question, Status, WITHHELD_TEXT};
use super::state::{Phase, State, Task};
use super::time::Timestamp;
use super::touched::touched;

impl State {
    /// What the kind of a withheld line says by itself: how the session goes on.
    pub(super) fn fold_withheld(&mut self, kind: &str, at: Timestamp) {
        self.withheld += 1;
        match kind {
            "paused" => self.phase = Phase::Paused { since: at },
            "closed" => self.phase = Phase::Closed { at },
            "reopened" => self.fold_reopening(at),
            "resumed" => self.phase = Phase::Running,
            // The first line is always the opening.
            _ if self.phase == Phase::NotOpened => self.phase = Phase::Running,
            _ => {}
        }
    }

    /// Enters what the event is about and no line before it told of.
    pub(super) fn enter_withheld(&mut self, event: &Event, at: Timestamp) {
        let made = |number: QuestionNo| match event {
            Event::QuestionAsked(asked) => asked.question == number,
            Event::QuestionSplit { parts, .. } => parts.iter().any(|part| part.question == number),
            _ => false,
        };
        let about = touched(event);
        for number in about.questions {
            if !made(number) && self.question(number).is_none() {
                self.enter_withheld_question(number, at);
            }
        }
        let is_assigned = matches!(event, Event::TaskAssigned(_));
        if let Some(number) =
            about.task.filter(|number| !is_assigned && self.task(*number).is_none())
        {
            self.tasks.insert(number, Arc::new(withheld_task(number, at)));
        }
    }

    fn enter_withheld_question(&mut self, number: QuestionNo, at: Timestamp) {
        let question = Question {
            number,
            delegate: None,
            channel: Channel::default(),
            point: None,
            kind: QuestionKind::default(),
            theme: None,
            text: WITHHELD_TEXT.into(),
            follows: None,
            part_of: None,
            route: None,
            status: Status::Queued,
            answers: Vector::new(),
            asked_at: at,
            trail: Vector::new(),
            is_withheld: true,
        };
        self.queue.push_back(number, None, Group::of(&question));
        self.enter(question);
    }
}

fn withheld_task(number: TaskNo, at: Timestamp) -> Task {
    Task {
        number,
        text: WITHHELD_TEXT.to_owned(),
        lead: None,
        support: Vec::new(),
        due: None,
        due_text: None,
        questions: Vec::new(),
        by: None,
        progress: Progress::NotStarted,
        remark: None,
        document: None,
        link: None,
        reviewed_by: None,
        corrected: None,
        assigned_at: at,
        trail: Vector::new(),
        is_withheld: true,
    }
}
