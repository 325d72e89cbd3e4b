//! Keys over the replay: looked up in the table, else typed into the line that is open.

use crate::review::timeline::JumpTarget;
use crate::session::Session;
use crate::tui::model::action::Action;
use crate::tui::model::bindings::{Scope, lookup};
use crate::tui::model::desk::keys::{Env, commands_named};
use crate::tui::model::desk::overlay_keys::LIST_PAGE;
use crate::tui::model::edit::{LineField, Used};
use crate::tui::model::key::Key;
use crate::tui::model::start::scrolled;
use crate::tui::model::{Effect, Message, Target};

use super::overlay::ReplayOverlay;
use super::{Replay, ReplayNotice};

impl Replay {
    /// Where a key would be looked up now.
    pub fn scope(&self) -> Scope {
        match &self.overlay {
            None => Scope::Replay,
            Some(ReplayOverlay::Help { .. }) => Scope::Help,
            Some(
                ReplayOverlay::Palette { .. }
                | ReplayOverlay::GoTo { .. }
                | ReplayOverlay::Search { .. }
                | ReplayOverlay::Filter { .. },
            ) => Scope::List,
            Some(
                ReplayOverlay::Changes(_)
                | ReplayOverlay::Corrections { .. }
                | ReplayOverlay::Charts { .. },
            ) => Scope::Reading,
            Some(ReplayOverlay::Notes { .. }) => Scope::Notes,
            Some(ReplayOverlay::Note(_)) => Scope::Form,
            Some(ReplayOverlay::Confirmation(_)) => Scope::Dialog,
        }
    }

    /// Takes in what happened; `env.session` is the whole replay.
    pub fn update(&mut self, input: Message, env: &mut Env) -> Vec<Effect> {
        let whole = env.session;
        if matches!(input, Message::Key(_) | Message::Click(_) | Message::Scroll { .. }) {
            self.notice = None;
        }
        match input {
            Message::Key(key) => return self.key(key, env),
            Message::Paste(pasted) => {
                if let Some(ReplayOverlay::Note(note)) = &mut self.overlay {
                    let _ = note.field.paste(&pasted);
                } else if let Some(line) = self.line()
                    && line.paste(&pasted) == Used::Used
                {
                    self.look_up(env);
                }
            }
            Message::Click(target) => return self.click(&target, env),
            Message::Drag(Target::Bar { cell, of }) => self.scrub(cell, of, env),
            Message::Scroll { over, lines } => match over {
                Target::Bar { .. } if lines > 0 => self.step_on(whole),
                Target::Bar { .. } => self.step_back(whole),
                _ => self.wheel(&over, lines),
            },
            Message::Passed { millis } => self.pass(millis, whole),
            Message::Live(live) => self.live = live,
            Message::Changed { .. } => self.grown(whole),
            Message::Notes(notes) => self.take_notes(notes),
            Message::Noted(told) => self.noted(told),
            Message::Unfollowed(why) if self.damage.is_none() => self.damage = Some(why),
            Message::Trouble(why) => self.notice = Some(ReplayNotice::Trouble(why)),
            _ => {}
        }
        Vec::new()
    }

    fn key(&mut self, key: Key, env: &mut Env) -> Vec<Effect> {
        if let Some(action) = lookup(self.scope(), key) {
            return self.act(action, env);
        }
        if let Some(ReplayOverlay::Note(note)) = &mut self.overlay {
            let _ = note.field.key(key, env.telex);
        } else if let Some(line) = self.line()
            && line.key(key, env.telex) == Used::Used
        {
            self.look_up(env);
        }
        Vec::new()
    }

    /// The line that letters are typed into.
    fn line(&mut self) -> Option<&mut LineField> {
        match &mut self.overlay {
            Some(
                ReplayOverlay::Palette { filter: line, .. }
                | ReplayOverlay::GoTo { line, .. }
                | ReplayOverlay::Search { query: line, .. }
                | ReplayOverlay::Filter { filter: line, .. },
            ) => Some(line),
            _ => None,
        }
    }

    /// Looks up the letters of the open line.
    fn look_up(&mut self, env: &Env) {
        match &mut self.overlay {
            Some(ReplayOverlay::Palette { filter, matches, selected }) => {
                *matches = commands_named(&filter.text(), Scope::Replay, env.lang);
                *selected = 0;
            }
            Some(ReplayOverlay::GoTo { wrong, .. }) => *wrong = false,
            Some(ReplayOverlay::Search { .. }) => self.look_up_said(env.session),
            Some(ReplayOverlay::Filter { .. }) => self.look_up_offers(env.session, env.lang),
            _ => {}
        }
    }

    fn act(&mut self, action: Action, env: &mut Env) -> Vec<Effect> {
        match self.scope() {
            Scope::Help => self.act_in_help(action),
            Scope::List => return self.act_in_list(action, env),
            Scope::Reading => self.act_in_reading(action, env.session),
            Scope::Notes => return self.act_in_notes(action, env.session),
            Scope::Form => return self.act_in_note(action),
            Scope::Dialog => return self.act_in_confirmation(action),
            _ => return self.act_on_replay(action, env),
        }
        Vec::new()
    }

    fn act_on_replay(&mut self, action: Action, env: &mut Env) -> Vec<Effect> {
        let whole = env.session;
        if action != Action::Back && self.desk.navigate(action, &self.then) {
            return Vec::new();
        }
        match action {
            Action::Play => self.play_or_pause(whole),
            Action::Faster => self.player.faster(),
            Action::Slower => self.player.slower(),
            Action::LongerIdle => self.player.longer_idle(),
            Action::ShorterIdle => self.player.shorter_idle(),
            Action::StepOn => self.step_on(whole),
            Action::StepBack => self.step_back(whole),
            Action::NextQuestion => self.go_to_next(whole, JumpTarget::Question),
            Action::PreviousQuestion => self.go_to_previous(whole, JumpTarget::Question),
            Action::NextAnswer => self.go_to_next(whole, JumpTarget::Answer),
            Action::PreviousAnswer => self.go_to_previous(whole, JumpTarget::Answer),
            Action::NextDeferral => self.go_to_next(whole, JumpTarget::Deferral),
            Action::PreviousDeferral => self.go_to_previous(whole, JumpTarget::Deferral),
            Action::NextTask => self.go_to_next(whole, JumpTarget::Task),
            Action::PreviousTask => self.go_to_previous(whole, JumpTarget::Task),
            Action::FirstMoment => self.go(whole, 1),
            Action::LastMoment => self.go(whole, usize::MAX),
            Action::GoTo => {
                self.overlay = Some(ReplayOverlay::GoTo { line: LineField::new(""), wrong: false });
            }
            Action::GoThere => self.go_to_the_chosen(whole),
            Action::MarkA => self.mark('A'),
            Action::MarkB => self.mark('B'),
            Action::Back => {
                self.desk.navigate(action, &self.then);
            }
            Action::Search => self.open_search(env),
            Action::Filter => self.open_filter(env),
            Action::Compare => self.compare(whole),
            Action::Corrections => self.open_corrections(whole),
            Action::Charts => self.open_charts(),
            Action::WriteNote => self.write_note(),
            Action::Notes => self.overlay = Some(ReplayOverlay::Notes { selected: 0 }),
            Action::Palette => self.open_palette(env),
            Action::Help => self.overlay = Some(ReplayOverlay::Help { scroll: 0 }),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return self.leave(),
            _ => {}
        }
        Vec::new()
    }

    fn mark(&mut self, letter: char) {
        let mark = if letter == 'A' { &mut self.a } else { &mut self.b };
        *mark = Some(self.position);
        self.notice = Some(ReplayNotice::Marked { letter, moment: self.position });
    }

    fn open_palette(&mut self, env: &Env) {
        let matches = commands_named("", Scope::Replay, env.lang);
        self.overlay =
            Some(ReplayOverlay::Palette { filter: LineField::new(""), matches, selected: 0 });
    }

    fn act_in_help(&mut self, action: Action) {
        let Some(ReplayOverlay::Help { scroll }) = &mut self.overlay else { return };
        match scrolled(*scroll, action, self.desk.help_pages) {
            Some(further) => *scroll = further,
            None => self.overlay = None,
        }
    }

    fn act_in_list(&mut self, action: Action, env: &mut Env) -> Vec<Effect> {
        let last = self.list_length().saturating_sub(1);
        if action == Action::Back {
            self.overlay = None;
            return Vec::new();
        }
        let Some(
            ReplayOverlay::Palette { selected, .. }
            | ReplayOverlay::Search { selected, .. }
            | ReplayOverlay::Filter { selected, .. },
        ) = &mut self.overlay
        else {
            if action == Action::Enter {
                self.go_where_typed(env.session);
            }
            return Vec::new();
        };
        match action {
            Action::Up => *selected = selected.saturating_sub(1),
            Action::Down => *selected = (*selected + 1).min(last),
            Action::PageUp => *selected = selected.saturating_sub(LIST_PAGE),
            Action::PageDown => *selected = (*selected + LIST_PAGE).min(last),
            Action::Enter => {
                let place = *selected;
                return self.take_match(place, env);
            }
            _ => {}
        }
        Vec::new()
    }

    fn list_length(&self) -> usize {
        match &self.overlay {
            Some(ReplayOverlay::Palette { matches, .. }) => matches.len(),
            Some(ReplayOverlay::Search { found, .. }) => found.len(),
            Some(ReplayOverlay::Filter { matches, .. }) => matches.len(),
            Some(ReplayOverlay::Notes { .. }) => self.notes.len(),
            Some(ReplayOverlay::Corrections { corrections, .. }) => corrections.len(),
            _ => 0,
        }
    }

    fn go_where_typed(&mut self, whole: &Session) {
        let Some(ReplayOverlay::GoTo { line, .. }) = &self.overlay else { return };
        let typed = line.text();
        if self.go_to(whole, &typed) {
            self.overlay = None;
        } else if let Some(ReplayOverlay::GoTo { wrong, .. }) = &mut self.overlay {
            *wrong = true;
        }
    }

    /// Takes the row of a list.
    fn take_match(&mut self, place: usize, env: &mut Env) -> Vec<Effect> {
        match &mut self.overlay {
            Some(ReplayOverlay::Palette { matches, .. }) => {
                let action = matches.get(place).copied();
                self.overlay = None;
                if let Some(action) = action {
                    return self.act_on_replay(action, env);
                }
            }
            Some(ReplayOverlay::Search { .. }) => self.take_hit(place, env.session),
            Some(ReplayOverlay::Filter { selected, .. }) => {
                *selected = place;
                self.take_offer(place, env.session);
            }
            Some(ReplayOverlay::Corrections { .. }) => self.go_to_correction(place, env.session),
            Some(ReplayOverlay::Notes { selected }) => {
                *selected = place;
                return self.act_in_notes(Action::GoThere, env.session);
            }
            _ => {}
        }
        Vec::new()
    }

    fn click(&mut self, target: &Target, env: &mut Env) -> Vec<Effect> {
        match target {
            Target::Bar { cell, of } => self.scrub(*cell, *of, env),
            Target::Match(place) => return self.take_match(*place, env),
            Target::Button(action) => return self.act(*action, env),
            _ if self.overlay.is_some() => {}
            target => {
                let mut env = Env {
                    session: &self.then,
                    now: env.now,
                    lang: env.lang,
                    telex: &mut *env.telex,
                };
                return self.desk.click(target, &mut env);
            }
        }
        Vec::new()
    }

    fn scrub(&mut self, cell: u16, of: u16, env: &Env) {
        let moment = self.timeline.moment_at_cell(cell, of).max(1);
        self.go(env.session, moment);
    }

    fn wheel(&mut self, over: &Target, lines: isize) {
        let last = self.list_length().saturating_sub(1);
        match &mut self.overlay {
            Some(ReplayOverlay::Help { scroll }) => *scroll = scroll.saturating_add_signed(lines),
            Some(ReplayOverlay::Changes(compared)) => {
                compared.scroll = compared.scroll.saturating_add_signed(lines);
            }
            Some(
                ReplayOverlay::Charts { .. }
                | ReplayOverlay::Note(_)
                | ReplayOverlay::GoTo { .. }
                | ReplayOverlay::Confirmation(_),
            ) => {}
            Some(
                ReplayOverlay::Palette { selected, .. }
                | ReplayOverlay::Search { selected, .. }
                | ReplayOverlay::Filter { selected, .. }
                | ReplayOverlay::Corrections { selected, .. }
                | ReplayOverlay::Notes { selected },
            ) => *selected = selected.saturating_add_signed(lines).min(last),
            None => self.desk.wheel(over, lines, &self.then),
        }
    }
}
