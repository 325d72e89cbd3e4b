//! The forms of what was undone: each can be opened again as it was filled, put right, and recorded anew.

use crate::session::Session;
use crate::tui::model::draft::undone::form_of;
use crate::tui::model::form::Form;

use super::{Desk, Notice};

/// Undone forms kept; older ones are found in the record.
const MOST_UNDONE: usize = 20;

impl Desk {
    /// Keeps the form of what was taken back, and forgets that of what was brought back.
    pub(super) fn note_undone(&mut self, session: &Session) {
        let (seq, is_taken) = match self.notice {
            Some(Notice::TakenBack(seq)) => (seq, true),
            Some(Notice::BroughtBack(seq)) => (seq, false),
            _ => return,
        };
        self.undone.retain(|(undone, _)| *undone != seq);
        let Some(form) = form_of(session, seq).filter(|_| is_taken) else { return };
        if self.undone.len() == MOST_UNDONE {
            self.undone.remove(0);
        }
        self.undone.push((seq, form));
        self.notice = Some(Notice::FormTakenBack(seq));
    }

    /// Opens the form of what was undone last.
    pub(super) fn reopen_undone(&mut self, session: &Session) {
        let Some((_, draft)) = self.undone.pop() else {
            self.notice = Some(Notice::NoDraft);
            return;
        };
        self.notice = None;
        self.forms.push(Form::restored(&draft, session.state(), &self.habits));
    }
}
