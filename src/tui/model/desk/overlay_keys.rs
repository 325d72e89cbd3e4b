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
use crate::tui::model::form::{Form, FormKind};
use crate::tui::model::start::scrolled;

use super::keys::{Env, commands_named};
use super::overlay::{ClosingList, Overlay};
use super::{Desk, Notice, SaveState};

/// Rows a page key moves in a list.
pub const LIST_PAGE: usize = 10;

impl Desk {
    pub(super) fn open_palette(&mut self, lang: Lang) {
        let matches = commands_named("", Scope::Desk, lang);
        self.overlay = Some(Overlay::Palette { filter: LineField::new(""), matches, selected: 0 });
    }

    pub(super) fn open_search(&mut self) {
        self.overlay =
            Some(Overlay::Search { query: LineField::new(""), matches: Vec::new(), selected: 0 });
    }

    pub(super) fn act_in_list(&mut self, action: Action, env: &mut Env) -> Vec<Effect> {
        if matches!(self.overlay, Some(Overlay::MoveRecord { .. })) {
            return self.act_elsewhere(action, env.lang);
        }
        let last = self.list_length().saturating_sub(1);
        let Some(Overlay::Palette { selected, .. } | Overlay::Search { selected, .. }) =
            &mut self.overlay
        else {
            return Vec::new();
        };
        match action {
            Action::Up => *selected = selected.saturating_sub(1),
            Action::Down => *selected = (*selected + 1).min(last),
            Action::PageUp => *selected = selected.saturating_sub(LIST_PAGE),
            Action::PageDown => *selected = (*selected + LIST_PAGE).min(last),
            Action::Back => self.overlay = None,
            Action::Enter => {
                let place = *selected;
                return self.take_match(place, env);
            }
            _ => {}
        }
        Vec::new()
    }

    /// The word that leaves, only while nothing is saved any more; anything else names a folder.
    fn act_elsewhere(&mut self, action: Action, lang: Lang) -> Vec<Effect> {
        let Some(Overlay::MoveRecord { line }) = &self.overlay else { return Vec::new() };
        let said = line.text().trim().to_owned();
        match action {
            Action::Enter if said.is_empty() => return Vec::new(),
            Action::Enter | Action::Back => self.overlay = None,
            _ => return Vec::new(),
        }
        let leaves = fold(&said) == fold(lang.leaving_word());
        match action {
            Action::Enter if leaves && matches!(self.saved, SaveState::Trouble(_)) => {
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
    pub(super) fn take_match(&mut self, place: usize, env: &mut Env) -> Vec<Effect> {
        let interrupted = self.is_interrupted();
        if let Some(form) = self.forms.last_mut().filter(|_| !interrupted) {
            form.take_match(place, env.session.state());
            return Vec::new();
        }
        match self.overlay.take() {
            Some(Overlay::Palette { matches, .. }) => match matches.get(place) {
                Some(action) => self.act_at_desk(*action, env),
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

    pub(super) fn act_in_dialog(&mut self, action: Action, env: &mut Env) -> Vec<Effect> {
        if !matches!(action, Action::Yes | Action::No) {
            self.act_on_drafts(action);
            return Vec::new();
        }
        let yes = action == Action::Yes;
        match self.overlay.take() {
            Some(Overlay::OfferDraft { selected }) if yes => {
                self.take_up_draft(selected, env.session);
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
        self.overlay = Some(Overlay::Closing(ClosingList { open, selected: 0 }));
    }

    pub(super) fn act_in_closing(&mut self, action: Action, env: &mut Env) -> Vec<Effect> {
        let Some(Overlay::Closing(closing)) = &mut self.overlay else { return Vec::new() };
        let about = closing.open.get(closing.selected).copied();
        match action {
            Action::Up => closing.selected = closing.selected.saturating_sub(1),
            Action::Down => {
                closing.selected = (closing.selected + 1).min(closing.open.len().saturating_sub(1));
            }
            Action::Back => self.overlay = None,
            Action::Confirm => {
                let why =
                    (!closing.open.is_empty()).then(|| env.lang.closed_with_open(&closing.open));
                return self.submit(Command::Close(Reason { why }), None);
            }
            Action::Undo => return self.perform(Action::Undo, env),
            Action::Defer | Action::Refer | Action::Decline | Action::Withdraw => {
                if let Some(number) = about {
                    self.choose(number);
                    return self.perform(action, env);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// Offers to take up what an earlier run left unfinished.
    pub fn offer_drafts(&mut self, left: Vec<Draft>) {
        if !left.is_empty() {
            self.overlay = Some(Overlay::OfferDraft { selected: 0 });
        }
        self.drafts = left;
    }

    /// Moves over the drafts that are offered; one that nobody needs any more can be thrown away.
    fn act_on_drafts(&mut self, action: Action) {
        let Some(Overlay::OfferDraft { selected }) = &mut self.overlay else { return };
        match action {
            Action::Up => *selected = selected.saturating_sub(1),
            Action::Down => *selected = (*selected + 1).min(self.drafts.len().saturating_sub(1)),
            Action::Discard => {
                if let Some(place) = self.drafts.len().checked_sub(*selected + 1) {
                    self.drafts.remove(place);
                }
                *selected = (*selected).min(self.drafts.len().saturating_sub(1));
                if self.drafts.is_empty() {
                    self.overlay = None;
                }
                self.notice = Some(Notice::DraftDiscarded);
            }
            _ => {}
        }
    }

    /// Opens the selected draft, counted from the newest.
    fn take_up_draft(&mut self, selected: usize, session: &Session) {
        let Some(place) = self.drafts.len().checked_sub(selected + 1) else { return };
        let draft = self.drafts.remove(place);
        self.forms.push(Form::restored(&draft, session.state(), &self.habits));
    }

    /// Keeps the closing list true while the session changes under it.
    pub(super) fn refresh_closing(&mut self, session: &Session) {
        if let Some(Overlay::Closing(closing)) = &mut self.overlay {
            closing.open = session.state().without_outcome();
            closing.selected = closing.selected.min(closing.open.len().saturating_sub(1));
        }
    }

    /// Whether a form of this kind acts on a question that must still be alive.
    pub(super) fn needs_living_question(kind: FormKind) -> bool {
        matches!(
            kind,
            FormKind::Route
                | FormKind::Answer
                | FormKind::Defer
                | FormKind::Refer
                | FormKind::Decline
                | FormKind::Withdraw
                | FormKind::Merge
                | FormKind::Split
        )
    }
}
