//! Undoing and redoing from the desk.

use crate::session::Session;
use crate::session::batch::BatchSpan;
use crate::session::command::Command;
use crate::session::number::{QuestionNo, Seq};
use crate::session::question::Question;
use crate::session::refusal::Refusal;
use crate::tui::model::Effect;
use crate::tui::model::action::Action;

use super::{Desk, Notice};

/// What an undo would take back now, where that is nothing of the chosen question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UndoElsewhere {
    pub event: Seq,
    /// The question it is about, if it is about one.
    pub question: Option<QuestionNo>,
}

impl Desk {
    /// What `u` would take back, when the person who looks at the chosen question may not expect it.
    pub fn undo_elsewhere(&self, session: &Session) -> Option<UndoElsewhere> {
        if session.state().is_closed() || self.applies(Action::Undo, session).is_err() {
            return None;
        }
        let event = session.latest_undoable()?;
        let last = session.batch_of(event).map_or(event, BatchSpan::last);
        let here = self.chosen_question(session).is_some_and(|chosen| {
            chosen.trail.iter().rev().any(|seq| (event..=last).contains(seq))
        });
        let question = || session.event(last).and_then(|recorded| recorded.event.question());
        (!here).then(|| UndoElsewhere { event, question: question() })
    }

    pub(super) fn undo_here(&mut self, question: &Question) -> Vec<Effect> {
        self.take_back(question.trail.last().copied())
    }

    /// Takes back the latest step: a question together with the delegate whom asking it added.
    pub(super) fn undo(&mut self, session: &Session) -> Vec<Effect> {
        let mut effects = self.take_back(None);
        let asked = session.latest_undoable();
        if let Some(delegate) = asked.and_then(|asked| session.delegate_added_with(asked)) {
            effects.extend(self.take_back(Some(delegate)));
        }
        effects
    }

    pub(super) fn redo(&mut self, session: &Session) -> Vec<Effect> {
        let Some(latest) = session.latest_redoable() else {
            self.notice = Some(Notice::Refused(Refusal::NothingToRedo));
            return Vec::new();
        };
        let mut effects = self.take_back(Some(latest));
        if let Some(asked) = session.question_undone_with(latest) {
            effects.extend(self.take_back(Some(asked)));
        }
        effects
    }

    fn take_back(&mut self, undoes: Option<Seq>) -> Vec<Effect> {
        self.submit(Command::Undo { undoes, why: None }, None)
    }
}
