//! The queue in rows: groups with something in them, and their questions.

use std::cmp::Reverse;

use crate::session::Session;
use crate::session::number::{QuestionNo, ResponderId};
use crate::session::queue::Group;
use crate::session::state::State;

use super::{AfterRouting, Desk};

/// A row of the queue pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueueRow {
    Heading { group: Group, count: usize },
    Question(QuestionNo),
}

impl QueueRow {
    pub fn question(self) -> Option<QuestionNo> {
        match self {
            Self::Question(number) => Some(number),
            Self::Heading { .. } => None,
        }
    }
}

/// The responders as the desk lists them: who has most before them first, then as the roster has them.
pub fn responder_order(state: &State) -> Vec<ResponderId> {
    let loads = state.loads();
    let mut order: Vec<&ResponderId> = state.responders().map(|responder| &responder.id).collect();
    order.sort_by_key(|id| {
        let load = loads.get(id).copied().unwrap_or_default();
        Reverse((load.waiting, load.deferred, load.answered))
    });
    order.into_iter().cloned().collect()
}

impl Desk {
    /// Takes in what the session has become. The choice stays on the same question, wherever it went.
    pub fn refresh(&mut self, session: &Session) {
        self.rows.clear();
        for (group, numbers) in session.state().queue() {
            self.rows.push(QueueRow::Heading { group, count: numbers.len() });
            self.rows.extend(numbers.into_iter().map(QueueRow::Question));
        }
        let still_there = |number: QuestionNo| session.state().question(number).is_some();
        if !self.chosen.is_some_and(still_there) {
            self.chosen = self.rows.iter().find_map(|row| row.question());
        }
        let state = session.state();
        self.keep_living_marks(state);
        if self.chosen_task.is_none_or(|task| state.task(task).is_none()) {
            self.chosen_task = state.tasks().next().map(|task| task.number);
        }
        self.keep_chosen_statement(state);
        self.chosen_responder.take_if(|id| state.responder(id).is_none());
    }

    /// The questions on the floor.
    pub fn on_the_floor(&self) -> impl Iterator<Item = QuestionNo> {
        self.in_group(Group::OnTheFloor)
    }

    /// The questions of a group, in the order of the queue.
    pub fn in_group(&self, wanted: Group) -> impl Iterator<Item = QuestionNo> {
        let is_heading = move |row: &QueueRow| matches!(row, QueueRow::Heading { group, .. } if *group == wanted);
        let rows = self.rows.iter().skip_while(move |row| !is_heading(row)).skip(1);
        rows.map_while(|row| row.question())
    }

    /// The row of the chosen question.
    pub fn chosen_row(&self) -> Option<usize> {
        let chosen = self.chosen?;
        self.rows.iter().position(|row| row.question() == Some(chosen))
    }

    /// Chooses the question `step` questions away; headings are passed over.
    pub fn choose_by(&mut self, step: isize) {
        let questions: Vec<QuestionNo> =
            self.rows.iter().filter_map(|row| row.question()).collect();
        let Some(last) = questions.len().checked_sub(1) else { return };
        let place = questions.iter().position(|number| Some(*number) == self.chosen).unwrap_or(0);
        self.choose(questions[place.saturating_add_signed(step).min(last)]);
    }

    pub fn choose(&mut self, number: QuestionNo) {
        if self.chosen != Some(number) {
            self.chosen = Some(number);
            self.scroll = 0;
        }
    }

    /// The next unrouted question, where the chosen one was routed just now.
    pub fn next_to_route(&self, session: &Session) -> Option<QuestionNo> {
        let AfterRouting { routed, next } = self.after_routing?;
        let still_unrouted = session.state().question(next).map(Group::of) == Some(Group::Unrouted);
        (self.chosen == Some(routed) && still_unrouted).then_some(next)
    }

    /// The next question that needs doing after the chosen one, from the end back to the beginning: on the floor,
    /// ready, not routed; right after a routing the next one to be routed.
    pub fn choose_next_to_do(&mut self, session: &Session) {
        if let Some(next) = self.next_to_route(session) {
            self.choose(next);
            return;
        }
        let open = |number: &QuestionNo| {
            session
                .state()
                .question(*number)
                .is_some_and(crate::session::question::Question::is_open)
        };
        let all: Vec<QuestionNo> = self.rows.iter().filter_map(|row| row.question()).collect();
        let place =
            all.iter().position(|number| Some(*number) == self.chosen).map_or(0, |at| at + 1);
        let (before, after) = all.split_at(place.min(all.len()));
        if let Some(next) = after.iter().chain(before).copied().find(open) {
            self.choose(next);
        }
    }
}
