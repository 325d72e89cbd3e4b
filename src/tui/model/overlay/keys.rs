//! Keys, pastes and the mouse while an overlay is open: moving, typing and closing are the same in all of them.

use crate::i18n::Lang;
use crate::search::find;
use crate::session::Session;
use crate::tui::model::action::Action;
use crate::tui::model::bindings::{BINDINGS, Scope};
use crate::tui::model::edit::Used;
use crate::tui::model::key::{Code, Key};
use crate::tui::model::replay::filter_option;
use crate::tui::model::replay::note_form::NoteChange;
use crate::tui::model::{Effect, Model, Screen};

use super::{Confirmation, Counts, FilteredList, Overlay};

impl Model {
    /// Opens the list of the screen's commands.
    pub(in crate::tui::model) fn open_palette(&mut self) {
        let commands = commands_named("", self.screen.scope(), self.lang);
        self.overlays.open(Overlay::Palette(FilteredList::new(commands)));
    }

    /// Carries out an action on the overlay on top.
    pub(in crate::tui::model) fn act_on_overlay(
        &mut self,
        action: Action,
        session: Option<&Session>,
    ) -> Vec<Effect> {
        if self.moves_in_overlay(action) {
            return Vec::new();
        }
        match (self.overlays.top(), action) {
            (Some(Overlay::Palette(list)), Action::Enter) => {
                let command = list.matches.get(list.selected).copied();
                self.overlays.close();
                let enter = Key::plain(Code::Enter);
                command.map(|command| self.act(command, enter, session)).unwrap_or_default()
            }
            (Some(Overlay::Confirm(_)), Action::Yes | Action::No) => {
                self.answer(action == Action::Yes, session)
            }
            (Some(Overlay::Help { .. } | Overlay::Item { .. }), _)
            | (Some(Overlay::Palette(_)), Action::Back) => {
                self.overlays.close();
                Vec::new()
            }
            (Some(Overlay::Palette(_) | Overlay::Confirm(_)) | None, _) => Vec::new(),
            (Some(Overlay::Export(_)), _) => self.act_on_export(action),
            (
                Some(
                    Overlay::Search(_)
                    | Overlay::Similar(_)
                    | Overlay::Themes(_)
                    | Overlay::Said(_)
                    | Overlay::Filter { .. }
                    | Overlay::Drafts { .. }
                    | Overlay::Closing(_)
                    | Overlay::Notes { .. }
                    | Overlay::Corrections { .. }
                    | Overlay::Changes(_)
                    | Overlay::Event { .. }
                    | Overlay::Charts(_)
                    | Overlay::GoTo { .. }
                    | Overlay::MoveRecord { .. }
                    | Overlay::AddCopy { .. }
                    | Overlay::Import(_)
                    | Overlay::Note(_)
                    | Overlay::Closed { .. },
                ),
                _,
            ) => match self.parts(session) {
                Some((Screen::Desk(desk), mut env)) => desk.act_on_overlay(action, &mut env),
                Some((Screen::Replay(replay), mut env)) => replay.act_on_overlay(action, &mut env),
                Some((Screen::Start(_), _)) | None => Vec::new(),
            },
        }
    }

    fn moves_in_overlay(&mut self, action: Action) -> bool {
        let (counts, range) = (self.counts(), self.metrics.overlay);
        let Some(top) = self.overlays.top_mut() else { return false };
        let Some((at, range)) = top.moving(range, counts) else { return false };
        let Some(to) = range.after(*at, action) else { return false };
        *at = to;
        true
    }

    fn counts(&self) -> Counts {
        match &self.screen {
            Screen::Start(_) => Counts::default(),
            Screen::Desk(desk) => Counts { drafts: desk.drafts.len(), notes: 0 },
            Screen::Replay(replay) => Counts { drafts: 0, notes: replay.notes.len() },
        }
    }

    /// The answer to the question on top; a no changes nothing.
    fn answer(&mut self, yes: bool, session: Option<&Session>) -> Vec<Effect> {
        let Some(Overlay::Confirm(asked)) = self.overlays.close() else { return Vec::new() };
        if matches!(asked, Confirmation::AskOffered) {
            self.answer_offer(yes, session);
            return Vec::new();
        }
        match (&asked, &mut self.screen) {
            (Confirmation::Watch(held), _) if yes => vec![Effect::Watch(held.path.clone())],
            (Confirmation::Open(request), _) if yes => {
                let consent = request.given.and_to(&request.error);
                vec![Effect::OpenAsAgreed(request.path.clone(), consent)]
            }
            (Confirmation::Watch(_) | Confirmation::Open(_), Screen::Start(start))
                if start.alone =>
            {
                vec![Effect::Quit]
            }
            (Confirmation::LeaveUnsaved, _) if yes => vec![Effect::LeaveAnyway],
            (Confirmation::LeaveReplay, _) if yes => vec![Effect::LeaveAnyway],
            (Confirmation::DiscardForm, Screen::Desk(desk)) if yes => {
                desk.discard_form();
                Vec::new()
            }
            (Confirmation::Reopen, Screen::Desk(desk)) if yes => desk.reopen(),
            (Confirmation::PastDue(_) | Confirmation::Several, _) if yes => {
                self.confirm_agreed(&asked, session)
            }
            (Confirmation::SetThemes { .. }, _) if yes => match self.parts(session) {
                Some((Screen::Desk(desk), mut env)) => desk.set_themes(&mut env),
                Some((Screen::Start(_) | Screen::Replay(_), _)) | None => Vec::new(),
            },
            (Confirmation::RemoveNote(was), _) if yes => {
                vec![Effect::Note(NoteChange::Remove { was: (**was).clone() })]
            }
            (Confirmation::DiscardNote, _) if yes => {
                self.overlays.close();
                Vec::new()
            }
            (
                Confirmation::Watch(_)
                | Confirmation::Open(_)
                | Confirmation::LeaveUnsaved
                | Confirmation::LeaveReplay
                | Confirmation::DiscardForm
                | Confirmation::Reopen
                | Confirmation::RemoveNote(_)
                | Confirmation::DiscardNote
                | Confirmation::AskOffered
                | Confirmation::PastDue(_)
                | Confirmation::Several
                | Confirmation::SetThemes { .. },
                _,
            ) => Vec::new(),
        }
    }

    fn confirm_agreed(&mut self, asked: &Confirmation, session: Option<&Session>) -> Vec<Effect> {
        match self.parts(session) {
            Some((Screen::Desk(desk), mut env)) => desk.confirm_agreed(asked, &mut env),
            Some((Screen::Start(_) | Screen::Replay(_), _)) | None => Vec::new(),
        }
    }

    /// Types a key into the line or the note of the overlay on top.
    pub(in crate::tui::model) fn type_in_overlay(&mut self, key: Key, session: Option<&Session>) {
        let used = match self.overlays.top_mut() {
            Some(Overlay::Note(note)) => {
                note.type_key(key, &mut self.telex);
                return;
            }
            Some(overlay) => {
                let composes = overlay.composes();
                overlay.line().map(|line| line.key_within(key, &mut self.telex, composes))
            }
            None => None,
        };
        if used == Some(Used::Used) {
            self.look_up(session);
        }
    }

    pub(in crate::tui::model) fn paste_in_overlay(
        &mut self,
        pasted: &str,
        session: Option<&Session>,
    ) {
        let used = match self.overlays.top_mut() {
            Some(Overlay::Note(note)) => return note.paste(pasted),
            Some(overlay) => overlay.line().map(|line| line.paste(pasted)),
            None => None,
        };
        if used == Some(Used::Used) {
            self.look_up(session);
        }
    }

    /// Finds what the changed letters of the overlay on top ask for.
    fn look_up(&mut self, session: Option<&Session>) {
        let (scope, lang) = (self.screen.scope(), self.lang);
        match (self.overlays.top_mut(), &mut self.screen, session) {
            (Some(Overlay::Palette(list)), _, _) => {
                list.found(commands_named(&list.typed(), scope, lang));
            }
            (Some(Overlay::Search(list)), Screen::Desk(desk), Some(session)) => {
                desk.search(list, session.state());
            }
            (Some(Overlay::Said(list)), Screen::Replay(replay), Some(whole)) => {
                replay.search_said(list, whole);
            }
            (Some(Overlay::Filter { all, list }), _, Some(whole)) => {
                list.found(filter_option::named(all, &list.typed(), whole, lang));
            }
            (Some(Overlay::GoTo { wrong, .. }), _, _) => *wrong = false,
            _ => {}
        }
    }

    /// A row of the list on top was clicked: it is selected, and taken where a click means that.
    pub(in crate::tui::model) fn click_row(
        &mut self,
        row: usize,
        session: Option<&Session>,
    ) -> Vec<Effect> {
        let (counts, range) = (self.counts(), self.metrics.overlay);
        let Some(top) = self.overlays.top_mut() else { return Vec::new() };
        if let Some((at, range)) = top.moving(range, counts) {
            *at = row.min(range.limit);
        }
        let taken = match top.scope() {
            Scope::List | Scope::Search | Scope::Similar => Action::Enter,
            Scope::Reading | Scope::Notes => Action::GoThere,
            _ => return Vec::new(),
        };
        self.act_on_overlay(taken, session)
    }

    /// The wheel turned while an overlay is open.
    pub(in crate::tui::model) fn scroll_overlay(&mut self, lines: isize) {
        let (counts, range) = (self.counts(), self.metrics.overlay);
        let Some(top) = self.overlays.top_mut() else { return };
        if let Some((at, range)) = top.moving(range, counts) {
            *at = at.saturating_add_signed(lines).min(range.limit);
        }
    }

    /// Keeps selected rows and scrolled lines inside what there is.
    pub(in crate::tui::model) fn keep_overlay_in_range(&mut self) {
        let (counts, range) = (self.counts(), self.metrics.overlay);
        if let Some((at, range)) = self.overlays.top_mut().and_then(|top| top.moving(range, counts))
        {
            *at = (*at).min(range.limit);
        }
    }
}

/// The commands of a scope whose names contain every word typed, the best match first.
fn commands_named(typed: &str, scope: Scope, lang: Lang) -> Vec<Action> {
    let mut known: Vec<Action> = Vec::new();
    let rows = BINDINGS.iter().filter(|row| scope.chain().contains(&row.scope));
    for row in rows.filter(|row| row.action != Action::Palette) {
        if !known.contains(&row.action) {
            known.push(row.action);
        }
    }
    match typed.trim().is_empty() {
        true => known,
        false => find::matches(typed, known.into_iter().map(|action| (action, action.name(lang)))),
    }
}
