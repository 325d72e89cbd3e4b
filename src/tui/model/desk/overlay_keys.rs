//! Keys while something stands over the desk.

use std::path::PathBuf;

use crate::i18n::Lang;
use crate::session::Session;
use crate::session::command::Command;
use crate::session::payload::Reason;
use crate::text::fold::fold;
use crate::tui::model::Effect;
use crate::tui::model::action::Action;
use crate::tui::model::bindings::Scope;
use crate::tui::model::draft::Draft;
use crate::tui::model::edit::LineField;
use crate::tui::model::form::{Form, Kind};
use crate::tui::model::start::scrolled;

use super::keys::{Around, commands_named};
use super::overlay::{Closing, Overlay};
use super::{Desk, Notice, Saved};

/// Rows a page key moves in a list.
pub const LIST_PAGE: usize = 10;

impl Desk {
    pub(super) fn open_palette(&mut self, lang: Lang) {
        let matches = commands_named("", Scope::Desk, lang);
        self.overlay = Some(Overlay::Palette { filter: LineField::new(""), matches, finger: 0 });
    }

    pub(super) fn open_search(&mut self) {
        self.overlay =
            Some(Overlay::Search { query: LineField::new(""), matches: Vec::new(), finger: 0 });
    }

    pub(super) fn act_in_list(&mut self, action: Action, around: &mut Around) -> Vec<Effect> {
        if matches!(self.overlay, Some(Overlay::Elsewhere { .. })) {
            return self.act_elsewhere(action, around.lang);
        }
        let last = self.list_length().saturating_sub(1);
        let Some(Overlay::Palette { finger, .. } | Overlay::Search { finger, .. }) =
            &mut self.overlay
        else {
            return Vec::new();
        };
        match action {
            Action::Up => *finger = finger.saturating_sub(1),
            Action::Down => *finger = (*finger + 1).min(last),
            Action::PageUp => *finger = finger.saturating_sub(LIST_PAGE),
            Action::PageDown => *finger = (*finger + LIST_PAGE).min(last),
            Action::Back => self.overlay = None,
            Action::Enter => {
                let place = *finger;
                return self.take_match(place, around);
            }
            _ => {}
        }
        Vec::new()
    }

    /// The word that leaves, only while nothing is saved any more; anything else names a folder.
    fn act_elsewhere(&mut self, action: Action, lang: Lang) -> Vec<Effect> {
        let Some(Overlay::Elsewhere { line }) = &self.overlay else { return Vec::new() };
        let said = line.text().trim().to_owned();
        match action {
            Action::Enter if said.is_empty() => return Vec::new(),
            Action::Enter | Action::Back => self.overlay = None,
            _ => return Vec::new(),
        }
        let leaves = fold(&said) == fold(lang.leaving_word());
        match action {
            Action::Enter if leaves && matches!(self.saved, Saved::Trouble(_)) => {
                vec![Effect::LeaveAnyway]
            }
            Action::Enter => vec![Effect::MoveTo(PathBuf::from(said))],
            _ => Vec::new(),
        }
    }

    fn list_length(&self) -> usize {
        match &self.overlay {
            Some(Overlay::Palette { matches, .. }) => matches.len(),
            Some(Overlay::Search { matches, .. }) => matches.len(),
            _ => 0,
        }
    }

    /// Takes the row of a list: runs the command, goes to the question, chooses the match of a field.
    pub(super) fn take_match(&mut self, place: usize, around: &mut Around) -> Vec<Effect> {
        let interrupted = self.is_interrupted();
        if let Some(form) = self.forms.last_mut().filter(|_| !interrupted) {
            form.take_match(place, around.session.state());
            return Vec::new();
        }
        match self.overlay.take() {
            Some(Overlay::Palette { matches, .. }) => match matches.get(place) {
                Some(action) => self.act_at_desk(*action, around),
                None => Vec::new(),
            },
            Some(Overlay::Search { matches, .. }) => {
                if let Some(number) = matches.get(place) {
                    self.choose(*number);
                }
                Vec::new()
            }
            other => {
                self.overlay = other;
                Vec::new()
            }
        }
    }

    pub(super) fn act_in_dialog(&mut self, action: Action, around: &mut Around) -> Vec<Effect> {
        if !matches!(action, Action::Yes | Action::No) {
            self.act_on_drafts(action);
            return Vec::new();
        }
        let yes = action == Action::Yes;
        match self.overlay.take() {
            Some(Overlay::OfferDraft { finger }) if yes => {
                self.take_up_draft(finger, around.session);
            }
            Some(Overlay::OfferDraft { .. }) => self.notice = Some(Notice::DraftKept),
            Some(Overlay::LeaveUnsaved) if yes => return vec![Effect::LeaveAnyway],
            Some(Overlay::Discard) if yes => {
                self.forms.pop();
                self.notice = Some(Notice::DraftDiscarded);
            }
            Some(Overlay::Reopen) if yes => {
                return self.submit(Command::Reopen(Reason::default()), None);
            }
            Some(Overlay::Closed { transcript: None }) if yes => {
                self.overlay = Some(Overlay::Closed { transcript: None });
                return vec![Effect::WriteTranscript];
            }
            _ => {}
        }
        Vec::new()
    }

    pub(super) fn act_in_help(&mut self, action: Action) {
        let Some(Overlay::Help { scroll }) = &mut self.overlay else { return };
        match scrolled(*scroll, action, self.help_pages) {
            Some(further) => *scroll = further,
            None => self.overlay = None,
        }
    }

    /// Opens the list of what has no outcome yet.
    pub(super) fn begin_closing(&mut self, session: &Session) {
        let open = session.state().without_outcome();
        self.overlay = Some(Overlay::Closing(Closing { open, finger: 0 }));
    }

    pub(super) fn act_in_closing(&mut self, action: Action, around: &mut Around) -> Vec<Effect> {
        let Some(Overlay::Closing(closing)) = &mut self.overlay else { return Vec::new() };
        let about = closing.open.get(closing.finger).copied();
        match action {
            Action::Up => closing.finger = closing.finger.saturating_sub(1),
            Action::Down => {
                closing.finger = (closing.finger + 1).min(closing.open.len().saturating_sub(1));
            }
            Action::Back => self.overlay = None,
            Action::Confirm => {
                let why =
                    (!closing.open.is_empty()).then(|| around.lang.closed_with_open(&closing.open));
                return self.submit(Command::Close(Reason { why }), None);
            }
            Action::Undo => return self.deed(Action::Undo, around),
            Action::Defer | Action::Refer | Action::Decline | Action::Withdraw => {
                if let Some(number) = about {
                    self.choose(number);
                    return self.deed(action, around);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// Offers to take up what an earlier run left unfinished.
    pub fn offer_drafts(&mut self, left: Vec<Draft>) {
        if !left.is_empty() {
            self.overlay = Some(Overlay::OfferDraft { finger: 0 });
        }
        self.drafts = left;
    }

    /// Moves over the drafts that are offered; one that nobody needs any more can be thrown away.
    fn act_on_drafts(&mut self, action: Action) {
        let Some(Overlay::OfferDraft { finger }) = &mut self.overlay else { return };
        match action {
            Action::Up => *finger = finger.saturating_sub(1),
            Action::Down => *finger = (*finger + 1).min(self.drafts.len().saturating_sub(1)),
            Action::Discard => {
                if let Some(place) = self.drafts.len().checked_sub(*finger + 1) {
                    self.drafts.remove(place);
                }
                *finger = (*finger).min(self.drafts.len().saturating_sub(1));
                if self.drafts.is_empty() {
                    self.overlay = None;
                }
                self.notice = Some(Notice::DraftDiscarded);
            }
            _ => {}
        }
    }

    /// Opens the draft under the finger, counted from the newest.
    fn take_up_draft(&mut self, finger: usize, session: &Session) {
        let Some(place) = self.drafts.len().checked_sub(finger + 1) else { return };
        let draft = self.drafts.remove(place);
        self.forms.push(Form::restored(&draft, session.state(), &self.habits));
    }

    /// Keeps the closing list true while the session changes under it.
    pub(super) fn refresh_closing(&mut self, session: &Session) {
        if let Some(Overlay::Closing(closing)) = &mut self.overlay {
            closing.open = session.state().without_outcome();
            closing.finger = closing.finger.min(closing.open.len().saturating_sub(1));
        }
    }

    /// Whether a form of this kind acts on a question that must still be alive.
    pub(super) fn needs_living_question(kind: Kind) -> bool {
        matches!(
            kind,
            Kind::Route
                | Kind::Answer
                | Kind::Defer
                | Kind::Refer
                | Kind::Decline
                | Kind::Withdraw
                | Kind::Merge
                | Kind::Split
        )
    }
}
