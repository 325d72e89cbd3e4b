//! The way to the end of a session: drafts, questions without an outcome, questions answered in part.

use crate::session::Session;
use crate::session::command::Command;
use crate::session::number::QuestionNo;
use crate::session::payload::{Quality, Reason};
use crate::session::question::Status;
use crate::tui::model::action::Action;
use crate::tui::model::overlay::{ClosingList, ClosingRow, Overlay};
use crate::tui::model::{Effect, Env};

use super::{Desk, Notice};

impl Desk {
    /// Opens the list of what is unfinished.
    pub(super) fn begin_closing(&self, env: &mut Env) {
        let list = self.unfinished(env.session);
        env.overlays.open(Overlay::Closing(list));
    }

    fn unfinished(&self, session: &Session) -> ClosingList {
        let state = session.state();
        let in_part = state.questions().filter(|question| {
            let last = question.answers.last();
            question.status == Status::Answered
                && last.is_some_and(|answer| answer.quality == Quality::Partial)
        });
        ClosingList {
            drafts: self.drafts.len(),
            open: state.without_outcome(),
            partly: in_part.map(|question| question.number).collect(),
            selected: 0,
        }
    }

    /// Updates the list when the session or the drafts have changed.
    pub(super) fn refresh_closing(&self, env: &mut Env) {
        for overlay in env.overlays.iter_mut() {
            if let Overlay::Closing(list) = overlay {
                let unfinished = self.unfinished(env.session);
                let selected = list.selected.min(unfinished.len().saturating_sub(1));
                *list = ClosingList { selected, ..unfinished };
            }
        }
    }

    pub(super) fn act_on_closing(
        &mut self,
        action: Action,
        list: &ClosingList,
        env: &mut Env,
    ) -> Vec<Effect> {
        match (action, list.selected_row()) {
            (Action::Back, _) => {
                env.overlays.close();
            }
            (Action::Confirm, _) => {
                let why = (!list.open.is_empty()).then(|| env.lang.closed_with_open(&list.open));
                return self.submit(Command::Close(Reason { why }), None);
            }
            (Action::Undo, _) => return self.perform(Action::Undo, env),
            (Action::Enter, Some(ClosingRow::Draft(place))) => {
                self.reopen_draft(place, env.session);
                self.refresh_closing(env);
            }
            (Action::Enter, Some(ClosingRow::Question(number))) => {
                env.overlays.close();
                self.choose(number);
            }
            (Action::Discard, Some(ClosingRow::Draft(place))) => {
                self.drafts.remove(place);
                self.notice = Some(Notice::DraftDiscarded);
                self.refresh_closing(env);
            }
            (Action::Mark, Some(ClosingRow::Question(number))) => {
                self.toggle_mark(number, env.session.state());
            }
            (Action::MarkAll, _) => {
                let shown: Vec<QuestionNo> = list.questions().collect();
                self.mark_all(shown, env.session.state());
            }
            (action, row) if action.takes_several() => {
                if let Some(ClosingRow::Question(number)) = row {
                    self.choose(number);
                } else if self.marked.is_empty() {
                    return Vec::new();
                }
                return self.perform(action, env);
            }
            _ => {}
        }
        Vec::new()
    }
}
