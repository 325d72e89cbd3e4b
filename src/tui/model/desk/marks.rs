//! Marks: questions to be dealt with together.

use crate::session::Session;
use crate::session::number::QuestionNo;
use crate::session::queue::Group;
use crate::session::state::State;
use crate::tui::model::action::Action;

use super::{Desk, DeskMode, Notice};

impl Desk {
    /// Whether an action is done to all that is marked.
    pub fn deals_with_marked(&self, action: Action) -> bool {
        !self.marked.is_empty() && action.takes_several()
    }

    pub(super) fn act_on_marks(&mut self, action: Action, session: &Session) {
        if self.mode == DeskMode::Watching {
            self.notice = Some(Notice::Watching);
            return;
        }
        let Some(chosen) = self.chosen else {
            self.notice = Some(Notice::NoQuestionChosen);
            return;
        };
        match action {
            Action::Mark => self.toggle_mark(chosen, session.state()),
            Action::MarkRange => self.mark_range(chosen, session.state()),
            _ => {
                let group = session.state().question(chosen).map(Group::of);
                let shown: Vec<QuestionNo> =
                    group.into_iter().flat_map(|group| self.queue.in_group(group)).collect();
                self.mark_all(shown, session.state());
            }
        }
    }

    /// Marks a question, or takes its mark away; one that has ended cannot be dealt with.
    pub(super) fn toggle_mark(&mut self, number: QuestionNo, state: &State) {
        if self.marked.remove(&number) {
            self.marked_last = self.marked_last.filter(|last| *last != number);
        } else {
            self.mark(number, state);
        }
    }

    fn mark(&mut self, number: QuestionNo, state: &State) {
        if is_living(number, state) {
            self.marked.insert(number);
            self.marked_last = Some(number);
        } else {
            self.notice = Some(Notice::CannotBeMarked(number));
        }
    }

    /// Marks what stands in the queue from the question marked last to this one.
    fn mark_range(&mut self, to: QuestionNo, state: &State) {
        let from = self.marked_last.unwrap_or(to);
        let (Some(one), Some(other)) = (self.place_of(from), self.place_of(to)) else { return };
        let range = (one.min(other)..=one.max(other)).filter_map(|place| self.question_at(place));
        let living: Vec<QuestionNo> = range.filter(|number| is_living(*number, state)).collect();
        self.marked.extend(living);
        self.marked_last = Some(to);
    }

    /// Marks all of these; when they all are marked, takes their marks away.
    pub(super) fn mark_all(&mut self, shown: Vec<QuestionNo>, state: &State) {
        let living: Vec<QuestionNo> =
            shown.into_iter().filter(|number| is_living(*number, state)).collect();
        if living.iter().all(|number| self.marked.contains(number)) {
            for number in &living {
                self.marked.remove(number);
            }
        } else {
            self.marked_last = living.last().copied();
            self.marked.extend(living);
        }
    }

    pub(super) fn clear_marks(&mut self) {
        self.marked.clear();
        self.marked_last = None;
    }

    /// Takes away the marks of questions that have ended meanwhile.
    pub(super) fn keep_living_marks(&mut self, state: &State) {
        self.marked.retain(|number| is_living(*number, state));
        self.marked_last = self.marked_last.filter(|last| self.marked.contains(last));
    }
}

fn is_living(number: QuestionNo, state: &State) -> bool {
    state.question(number).is_some_and(|question| question.status.ended_by().is_none())
}
