//! Keys, pastes and the mouse: to the overlay on top, else to the open form, else to the screen.

use crate::session::Session;

use super::action::Action;
use super::bindings::{Scope, lookup};
use super::desk::Notice;
use super::edit::Method;
use super::key::{Code, Key};
use super::overlay::Overlay;
use super::paper_export::PaperExport;
use super::replay::ReplayNotice;
use super::start::StartNotice;
use super::{Effect, Model, Screen, Target};

impl Model {
    pub(super) fn key(&mut self, key: Key, session: Option<&Session>) -> Vec<Effect> {
        let scope = self.scope();
        let action = lookup(scope, key);
        if let Some(done) = action.and_then(|action| self.act_everywhere(action)) {
            return done;
        }
        match &mut self.screen {
            Screen::Start(_) => {}
            Screen::Desk(desk) => {
                desk.just_sent = None;
                if scope == Scope::Desk && desk.awaits_routing() {
                    desk.waiting_keys.push(key);
                    return Vec::new();
                }
            }
            Screen::Replay(replay) => replay.notice = None,
        }
        match action {
            Some(action) => self.act(action, key, session),
            None => {
                self.type_key(key, session);
                Vec::new()
            }
        }
    }

    /// What a key does on every screen, under any overlay; `None` for other actions.
    fn act_everywhere(&mut self, action: Action) -> Option<Vec<Effect>> {
        match action {
            Action::Redraw => return Some(vec![Effect::Redraw]),
            Action::Language => self.lang = self.lang.next(),
            Action::Theme => self.change_theme(),
            Action::Telex => {
                self.telex.switch();
                if let Screen::Desk(desk) = &mut self.screen {
                    desk.notice = Some(Notice::Typing(self.telex.method()));
                }
            }
            _ => return None,
        }
        Some(Vec::new())
    }

    fn change_theme(&mut self) {
        self.theme = self.theme.next();
        match &mut self.screen {
            Screen::Start(start) => start.notice = Some(StartNotice::ThemeIs(self.theme)),
            Screen::Desk(desk) => desk.notice = Some(Notice::ThemeIs(self.theme)),
            Screen::Replay(replay) => replay.notice = Some(ReplayNotice::ThemeIs(self.theme)),
        }
    }

    /// Carries out an action where it was asked for; `key` is typed if the action has no meaning there.
    pub(super) fn act(
        &mut self,
        action: Action,
        key: Key,
        session: Option<&Session>,
    ) -> Vec<Effect> {
        if let Some(done) = self.act_everywhere(action) {
            return done;
        }
        let helped = matches!(self.overlays.top(), Some(Overlay::Help { .. }));
        match action {
            Action::Help if !helped => {
                self.overlays.open(Overlay::Help { scroll: 0 });
                return Vec::new();
            }
            Action::Palette => {
                self.open_palette();
                return Vec::new();
            }
            Action::Suspend => return vec![Effect::Suspend],
            _ => {}
        }
        let in_overlay = !self.overlays.is_empty()
            && (self.overlays.cover_forms() || self.screen.form().is_none());
        if in_overlay {
            return self.act_on_overlay(action, session);
        }
        let page = self.metrics.page;
        if let Screen::Start(start) = &mut self.screen {
            if action == Action::Export
                && start.form.is_none()
                && let Some(entry) = start.chosen_entry()
            {
                let export = PaperExport::new(entry.path.clone(), [], self.lang);
                self.overlays.open(Overlay::Export(Box::new(export)));
                return Vec::new();
            }
            return start.act(action, page);
        }
        match self.parts(session) {
            Some((Screen::Desk(desk), mut env)) => desk.act(action, key, &mut env),
            Some((Screen::Replay(replay), mut env)) => replay.act(action, &mut env),
            Some((Screen::Start(_), _)) | None => Vec::new(),
        }
    }

    fn type_key(&mut self, key: Key, session: Option<&Session>) {
        let method = self.telex.method();
        if self.overlays.cover_forms() {
            self.type_in_overlay(key, session);
        } else if let Screen::Start(start) = &mut self.screen {
            start.type_key(key, &mut self.telex);
        } else if let Some((Screen::Desk(desk), mut env)) = self.parts(session) {
            desk.type_key(key, &mut env);
        }
        if let Screen::Desk(desk) = &mut self.screen
            && method != Method::Off
            && self.telex.method() == Method::Off
        {
            desk.notice = Some(Notice::TelexYielded);
        }
    }

    pub(super) fn paste(&mut self, pasted: &str, session: Option<&Session>) {
        if self.overlays.cover_forms() {
            self.paste_in_overlay(pasted, session);
        } else if let Screen::Start(start) = &mut self.screen {
            start.paste(pasted);
        } else if let Some((Screen::Desk(desk), env)) = self.parts(session) {
            desk.paste(pasted, &env);
        }
    }

    pub(super) fn click(&mut self, target: &Target, session: Option<&Session>) -> Vec<Effect> {
        if let Screen::Replay(replay) = &mut self.screen {
            replay.notice = None;
        }
        let enter = Key::plain(Code::Enter);
        match target {
            Target::Button(action) => return self.act(*action, enter, session),
            Target::Match(row) if self.overlays.cover_forms() || self.screen.form().is_none() => {
                return self.click_row(*row, session);
            }
            Target::Bar { .. } => {}
            _ if self.overlays.cover_forms() => return Vec::new(),
            _ => {}
        }
        let page = self.metrics.page;
        if let Screen::Start(start) = &mut self.screen {
            return start.click(target, page);
        }
        match self.parts(session) {
            Some((Screen::Desk(desk), env)) => desk.click(target, &env),
            Some((Screen::Replay(replay), mut env)) => replay.click(target, &mut env),
            Some((Screen::Start(_), _)) | None => {}
        }
        Vec::new()
    }

    pub(super) fn scroll(&mut self, over: &Target, lines: isize, session: Option<&Session>) {
        let on_bar = matches!(over, Target::Bar { .. });
        if self.overlays.cover_forms() && !on_bar {
            self.scroll_overlay(lines);
            return;
        }
        match (&mut self.screen, session) {
            (Screen::Start(start), _) => start.wheel(lines),
            (Screen::Desk(desk), Some(session)) => desk.wheel(over, lines, session),
            (Screen::Replay(replay), Some(whole)) => {
                replay.notice = None;
                replay.wheel(over, lines, whole);
            }
            (Screen::Desk(_) | Screen::Replay(_), None) => {}
        }
    }

    /// The keys that waited for the routing form, in the order they came.
    pub(super) fn release_waiting_keys(&mut self, session: Option<&Session>) -> Vec<Effect> {
        let Screen::Desk(desk) = &mut self.screen else { return Vec::new() };
        if desk.awaits_routing() {
            return Vec::new();
        }
        let waiting = std::mem::take(&mut desk.waiting_keys);
        waiting.into_iter().flat_map(|key| self.key(key, session)).collect()
    }
}
