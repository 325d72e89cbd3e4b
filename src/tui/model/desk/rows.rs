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

/// The responders as the desk lists them: who has most before them first, then as the roster has them.
pub fn responder_order(state: &State) -> Vec<ResponderId> {
    let mut order: Vec<&ResponderId> = state.responders().map(|responder| &responder.id).collect();
    order.sort_by_cached_key(|id| {
        let load = state.load(id);
        Reverse((load.waiting, load.deferred, load.answered))
    });
    order.into_iter().cloned().collect()
}

impl Desk {
    /// Takes in what the session has become. The choice stays on the same question, wherever it went.
    pub fn refresh(&mut self, session: &Session) {
        let state = session.state();
        self.queue = state.queue().clone();
        if self.chosen.is_none_or(|number| state.question(number).is_none()) {
            self.chosen = self.question_at(0);
        }
        self.keep_living_marks(state);
        if self.chosen_task.is_none_or(|task| state.task(task).is_none()) {
            self.chosen_task = state.tasks().next().map(|task| task.number);
        }
        self.keep_chosen_statement(state);
        self.chosen_responder.take_if(|id| state.responder(id).is_none());
    }

    /// How many rows the queue has, with the headings of the groups.
    pub fn row_count(&self) -> usize {
        let headings = Group::ALL.into_iter().filter(|group| self.queue.count(*group) > 0);
        self.queue.len() + headings.count()
    }

    /// The row at a place.
    pub fn row(&self, mut place: usize) -> Option<QueueRow> {
        for group in Group::ALL {
            match (self.queue.count(group), place.checked_sub(1)) {
                (0, _) => {}
                (count, None) => return Some(QueueRow::Heading { group, count }),
                (count, Some(behind)) if behind < count => {
                    return self.queue.at(group, behind).map(QueueRow::Question);
                }
                (count, Some(behind)) => place = behind - count,
            }
        }
        None
    }

    /// The row of the chosen question.
    pub fn chosen_row(&self) -> Option<usize> {
        let (group, place) = self.queue.place(self.chosen?)?;
        let above = Group::ALL.into_iter().take_while(|other| *other != group);
        let above = above.map(|other| self.queue.count(other)).filter(|count| *count > 0);
        Some(above.map(|count| count + 1).sum::<usize>() + 1 + place)
    }

    /// The place of a question among all, headings not counted.
    pub(super) fn place_of(&self, number: QuestionNo) -> Option<usize> {
        let (group, place) = self.queue.place(number)?;
        let above = Group::ALL.into_iter().take_while(|other| *other != group);
        Some(above.map(|other| self.queue.count(other)).sum::<usize>() + place)
    }

    /// The question at a place among all, headings not counted.
    pub(super) fn question_at(&self, mut place: usize) -> Option<QuestionNo> {
        for group in Group::ALL {
            let count = self.queue.count(group);
            match place.checked_sub(count) {
                None => return self.queue.at(group, place),
                Some(behind) => place = behind,
            }
        }
        None
    }

    /// Chooses the question `step` questions away; headings are passed over.
    pub fn choose_by(&mut self, step: isize) {
        let Some(last) = self.queue.len().checked_sub(1) else { return };
        let place = self.chosen.and_then(|chosen| self.place_of(chosen)).unwrap_or(0);
        if let Some(number) = self.question_at(place.saturating_add_signed(step).min(last)) {
            self.choose(number);
        }
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
        let to_do: usize = Group::TO_DO.into_iter().map(|group| self.queue.count(group)).sum();
        let after = self.chosen.and_then(|chosen| self.place_of(chosen)).map_or(0, |at| at + 1);
        if let Some(next) =
            self.question_at(if after < to_do { after } else { 0 }).filter(|_| to_do > 0)
        {
            self.choose(next);
        }
    }
}
