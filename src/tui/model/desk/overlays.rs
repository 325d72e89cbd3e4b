//! What the desk does with its overlays: drafts, search, the closing list, the folder to move the record to.

use std::path::PathBuf;

use crate::export::PaperRequest;
use crate::paper::kind::Format;
use crate::search::item::Found;
use crate::session::Session;
use crate::session::command::Command;
use crate::session::payload::Reason;
use crate::session::question::Question;
use crate::text::fold::fold;
use crate::tui::model::action::Action;
use crate::tui::model::draft::Draft;
use crate::tui::model::edit::LineField;
use crate::tui::model::form::Form;
use crate::tui::model::overlay::{Confirmation, Overlay};
use crate::tui::model::paper_export::{PaperExport, PaperOrder};
use crate::tui::model::{Effect, Env};

use super::{Desk, DeskMode, Notice, Pane, SaveState};

impl Desk {
    /// Carries out an action on the overlay on top; moving and typing are done already.
    pub(in crate::tui::model) fn act_on_overlay(
        &mut self,
        action: Action,
        env: &mut Env,
    ) -> Vec<Effect> {
        match (env.overlays.top(), action) {
            (Some(Overlay::Search(list)), Action::Enter) => {
                let found = list.matches.get(list.selected).copied();
                env.overlays.close();
                match found {
                    Some(Found::Question(number)) => self.choose(number),
                    Some(Found::Item(item)) => self.show_item(item, env.overlays),
                    None => {}
                }
            }
            (Some(Overlay::Search(list)), Action::MarkAll) => {
                let questions = list.matches.iter().filter_map(|found| match found {
                    Found::Question(number) => Some(*number),
                    Found::Item(_) => None,
                });
                self.mark_all(questions.collect(), env.session.state());
                env.overlays.close();
            }
            (Some(Overlay::Similar(list)), action) => {
                let list = list.clone();
                return self.act_on_similar(action, &list, env);
            }
            (Some(Overlay::Themes(_)), action) => Self::act_on_themes(action, env),
            (Some(Overlay::Drafts { selected }), action) => {
                let selected = *selected;
                self.act_on_drafts(action, selected, env);
            }
            (Some(Overlay::Closing(list)), action) => {
                let list = list.clone();
                return self.act_on_closing(action, &list, env);
            }
            (Some(Overlay::MoveRecord { .. }), action) => return self.move_record(action, env),
            (Some(Overlay::AddCopy { .. }), action) => return Self::add_copy(action, env),
            (Some(Overlay::Import(_)), action) => return self.act_on_import(action, env),
            (Some(Overlay::Closed { transcript: None }), Action::Yes) => {
                return self.write_transcript();
            }
            (Some(Overlay::Closed { .. }), Action::Yes | Action::No)
            | (Some(Overlay::Search(_)), Action::Back) => {
                env.overlays.close();
            }
            _ => {}
        }
        Vec::new()
    }

    /// The transcript, beside the session.
    pub(super) fn write_transcript(&self) -> Vec<Effect> {
        let session = PathBuf::from(&self.file);
        let (request, format) = (PaperRequest::Transcript, Format::Text);
        vec![Effect::WritePaper(PaperOrder {
            session,
            request,
            format,
            place: None,
            is_public: false,
        })]
    }

    /// The choice among the documents: those of the session, and of whom the chosen row is about.
    pub(super) fn choose_document(&self, env: &mut Env) {
        let question = self.chosen_question(env.session);
        let lead = question.and_then(Question::lead);
        let agency = self.chosen_responder.as_ref().filter(|_| self.pane == Pane::Responders);
        let agency = agency.or(lead);
        let asker = question.and_then(|question| question.delegate);
        let about = agency
            .cloned()
            .map(PaperRequest::Agency)
            .into_iter()
            .chain(asker.map(PaperRequest::Asker));
        let export = PaperExport::new(PathBuf::from(&self.file), about, env.lang);
        env.overlays.open(Overlay::Export(Box::new(export)));
    }

    /// The word that leaves counts only while no copy takes anything; anything else names a folder.
    fn move_record(&mut self, action: Action, env: &mut Env) -> Vec<Effect> {
        let Some(Overlay::MoveRecord { line }) = env.overlays.top() else { return Vec::new() };
        let typed = line.text().trim().to_owned();
        match action {
            Action::Enter if typed.is_empty() => return Vec::new(),
            Action::Enter | Action::Back => env.overlays.close(),
            _ => return Vec::new(),
        };
        let leaves = fold(&typed) == fold(env.lang.leaving_word());
        match action {
            Action::Enter if leaves && matches!(self.saved, SaveState::Trouble(_)) => {
                vec![Effect::LeaveAnyway]
            }
            Action::Enter => vec![Effect::MoveTo(PathBuf::from(typed))],
            _ => Vec::new(),
        }
    }

    /// Keeps one more copy in the folder that was typed.
    fn add_copy(action: Action, env: &mut Env) -> Vec<Effect> {
        let Some(Overlay::AddCopy { line }) = env.overlays.top() else { return Vec::new() };
        let typed = line.text().trim().to_owned();
        match action {
            Action::Enter if typed.is_empty() => Vec::new(),
            Action::Enter => {
                env.overlays.close();
                vec![Effect::AddCopy(PathBuf::from(typed))]
            }
            Action::Back => {
                env.overlays.close();
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    pub(in crate::tui::model) fn reopen(&mut self) -> Vec<Effect> {
        self.submit(Command::Reopen(Reason::default()), None)
    }

    /// Discards the form being filled.
    pub(in crate::tui::model) fn discard_form(&mut self) {
        self.forms.pop();
        self.notice = Some(Notice::DraftDiscarded);
    }

    /// Reopens or discards the selected draft; any other answer keeps all of them.
    fn act_on_drafts(&mut self, action: Action, selected: usize, env: &mut Env) {
        match action {
            Action::Yes => {
                env.overlays.close();
                if let Some(place) = self.drafts.len().checked_sub(selected + 1) {
                    self.reopen_draft(place, env.session);
                }
            }
            Action::No => {
                env.overlays.close();
                self.notice = Some(Notice::DraftKept);
            }
            Action::Discard => {
                if let Some(place) = self.drafts.len().checked_sub(selected + 1) {
                    self.drafts.remove(place);
                }
                if self.drafts.is_empty() {
                    env.overlays.close();
                }
                self.notice = Some(Notice::DraftDiscarded);
            }
            _ => {}
        }
    }

    /// Opens the draft at a place.
    pub(super) fn reopen_draft(&mut self, place: usize, session: &Session) {
        if place >= self.drafts.len() {
            return;
        }
        let draft: Draft = self.drafts.remove(place);
        self.forms.push(Form::restored(&draft, session.state(), &self.habits));
    }

    /// Asks where the record is to go on, when it has lost a copy.
    pub(super) fn ask_where(&mut self, env: &mut Env) {
        if self.one_copy.is_none() && !matches!(self.saved, SaveState::Trouble(_)) {
            self.notice = Some(Notice::BothCopiesHold);
            return;
        }
        env.overlays.open(Overlay::MoveRecord { line: LineField::default() });
    }

    pub(super) fn leave(&mut self, env: &mut Env) -> Vec<Effect> {
        let trouble = matches!(self.saved, SaveState::Trouble(_));
        if trouble && self.mode == DeskMode::Writing {
            self.ask_where(env);
            return Vec::new();
        }
        if self.sent.is_empty() {
            return vec![Effect::Leave];
        }
        env.overlays.open(Overlay::Confirm(Confirmation::LeaveUnsaved));
        Vec::new()
    }
}
