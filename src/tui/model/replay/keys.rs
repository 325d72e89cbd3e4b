//! Keys over the film: looked up in the table, else typed into the line that is open.

use crate::review::timeline::Stop;
use crate::session::Session;
use crate::tui::model::action::Action;
use crate::tui::model::bindings::{Scope, lookup};
use crate::tui::model::desk::keys::{Around, commands_named};
use crate::tui::model::desk::overlay_keys::LIST_PAGE;
use crate::tui::model::edit::{LineField, Used};
use crate::tui::model::key::Key;
use crate::tui::model::start::scrolled;
use crate::tui::model::{Effect, Input, Target};

use super::sheet::Sheet;
use super::{Notice, Replay};

impl Replay {
    /// Where a key would be looked up now.
    pub fn scope(&self) -> Scope {
        match &self.sheet {
            None => Scope::Replay,
            Some(Sheet::Help { .. }) => Scope::Help,
            Some(
                Sheet::Palette { .. }
                | Sheet::GoTo { .. }
                | Sheet::Search { .. }
                | Sheet::Filter { .. },
            ) => Scope::List,
            Some(Sheet::Changes(_) | Sheet::Corrections { .. } | Sheet::Charts { .. }) => {
                Scope::Reading
            }
            Some(Sheet::Notes { .. }) => Scope::Notes,
            Some(Sheet::Note(_)) => Scope::Form,
            Some(Sheet::Asked(_)) => Scope::Dialog,
        }
    }

    /// Takes in what happened; `around.session` is the whole film.
    pub fn update(&mut self, input: Input, around: &mut Around) -> Vec<Effect> {
        let whole = around.session;
        if matches!(input, Input::Key(_) | Input::Click(_) | Input::Scroll { .. }) {
            self.notice = None;
        }
        match input {
            Input::Key(key) => return self.key(key, around),
            Input::Paste(pasted) => {
                if let Some(Sheet::Note(note)) = &mut self.sheet {
                    let _ = note.field.paste(&pasted);
                } else if let Some(line) = self.line()
                    && line.paste(&pasted) == Used::Used
                {
                    self.look_up(around);
                }
            }
            Input::Click(target) => return self.click(&target, around),
            Input::Drag(Target::Bar { cell, of }) => self.scrub(cell, of, around),
            Input::Scroll { over, lines } => match over {
                Target::Bar { .. } if lines > 0 => self.step_on(whole),
                Target::Bar { .. } => self.step_back(whole),
                _ => self.wheel(&over, lines),
            },
            Input::Passed { millis } => self.pass(millis, whole),
            Input::Live(live) => self.live = live,
            Input::Changed { .. } => self.grown(whole),
            Input::Notes(notes) => self.take_notes(notes),
            Input::Noted(told) => self.noted(told),
            Input::Unfollowed(why) if self.damage.is_none() => self.damage = Some(why),
            Input::Trouble(why) => self.notice = Some(Notice::Trouble(why)),
            _ => {}
        }
        Vec::new()
    }

    fn key(&mut self, key: Key, around: &mut Around) -> Vec<Effect> {
        if let Some(action) = lookup(self.scope(), key) {
            return self.act(action, around);
        }
        if let Some(Sheet::Note(note)) = &mut self.sheet {
            let _ = note.field.key(key, around.telex);
        } else if let Some(line) = self.line()
            && line.key(key, around.telex) == Used::Used
        {
            self.look_up(around);
        }
        Vec::new()
    }

    /// The line that letters are typed into.
    fn line(&mut self) -> Option<&mut LineField> {
        match &mut self.sheet {
            Some(
                Sheet::Palette { filter: line, .. }
                | Sheet::GoTo { line, .. }
                | Sheet::Search { query: line, .. }
                | Sheet::Filter { letters: line, .. },
            ) => Some(line),
            _ => None,
        }
    }

    /// What the letters of the open line find.
    fn look_up(&mut self, around: &Around) {
        match &mut self.sheet {
            Some(Sheet::Palette { filter, matches, finger }) => {
                *matches = commands_named(&filter.text(), Scope::Replay, around.lang);
                *finger = 0;
            }
            Some(Sheet::GoTo { wrong, .. }) => *wrong = false,
            Some(Sheet::Search { .. }) => self.look_up_said(around.session),
            Some(Sheet::Filter { .. }) => self.look_up_offers(around.session, around.lang),
            _ => {}
        }
    }

    fn act(&mut self, action: Action, around: &mut Around) -> Vec<Effect> {
        match self.scope() {
            Scope::Help => self.act_in_help(action),
            Scope::List => return self.act_in_list(action, around),
            Scope::Reading => self.act_in_reading(action, around.session),
            Scope::Notes => return self.act_in_notes(action, around.session),
            Scope::Form => return self.act_in_note(action),
            Scope::Dialog => return self.act_when_asked(action),
            _ => return self.act_on_film(action, around),
        }
        Vec::new()
    }

    fn act_on_film(&mut self, action: Action, around: &mut Around) -> Vec<Effect> {
        let whole = around.session;
        if action != Action::Back && self.desk.look_about(action, &self.then) {
            return Vec::new();
        }
        match action {
            Action::Play => self.play_or_pause(whole),
            Action::Faster => self.player.faster(),
            Action::Slower => self.player.slower(),
            Action::LongerLulls => self.player.longer_lulls(),
            Action::ShorterLulls => self.player.shorter_lulls(),
            Action::StepOn => self.step_on(whole),
            Action::StepBack => self.step_back(whole),
            Action::NextQuestion => self.go_to_next(whole, Stop::Question),
            Action::PreviousQuestion => self.go_to_previous(whole, Stop::Question),
            Action::NextAnswer => self.go_to_next(whole, Stop::Answer),
            Action::PreviousAnswer => self.go_to_previous(whole, Stop::Answer),
            Action::NextDeferral => self.go_to_next(whole, Stop::Deferral),
            Action::PreviousDeferral => self.go_to_previous(whole, Stop::Deferral),
            Action::NextTask => self.go_to_next(whole, Stop::Task),
            Action::PreviousTask => self.go_to_previous(whole, Stop::Task),
            Action::FilmStart => self.go(whole, 1),
            Action::FilmEnd => self.go(whole, usize::MAX),
            Action::GoTo => {
                self.sheet = Some(Sheet::GoTo { line: LineField::new(""), wrong: false });
            }
            Action::GoThere => self.go_to_the_chosen(whole),
            Action::MarkA => self.mark('A'),
            Action::MarkB => self.mark('B'),
            Action::Back => {
                self.desk.look_about(action, &self.then);
            }
            Action::Search => self.open_search(around),
            Action::Filter => self.open_filter(around),
            Action::Compare => self.compare(whole),
            Action::Corrections => self.open_corrections(whole),
            Action::Charts => self.open_charts(),
            Action::WriteNote => self.write_note(),
            Action::Notes => self.sheet = Some(Sheet::Notes { finger: 0 }),
            Action::Palette => self.open_palette(around),
            Action::Help => self.sheet = Some(Sheet::Help { scroll: 0 }),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return self.leave(),
            _ => {}
        }
        Vec::new()
    }

    fn mark(&mut self, letter: char) {
        let mark = if letter == 'A' { &mut self.a } else { &mut self.b };
        *mark = Some(self.finger);
        self.notice = Some(Notice::Marked { letter, moment: self.finger });
    }

    fn open_palette(&mut self, around: &Around) {
        let matches = commands_named("", Scope::Replay, around.lang);
        self.sheet = Some(Sheet::Palette { filter: LineField::new(""), matches, finger: 0 });
    }

    fn act_in_help(&mut self, action: Action) {
        let Some(Sheet::Help { scroll }) = &mut self.sheet else { return };
        match scrolled(*scroll, action, self.desk.help_pages) {
            Some(further) => *scroll = further,
            None => self.sheet = None,
        }
    }

    fn act_in_list(&mut self, action: Action, around: &mut Around) -> Vec<Effect> {
        let last = self.list_length().saturating_sub(1);
        if action == Action::Back {
            self.sheet = None;
            return Vec::new();
        }
        let Some(
            Sheet::Palette { finger, .. }
            | Sheet::Search { finger, .. }
            | Sheet::Filter { finger, .. },
        ) = &mut self.sheet
        else {
            if action == Action::Enter {
                self.go_where_typed(around.session);
            }
            return Vec::new();
        };
        match action {
            Action::Up => *finger = finger.saturating_sub(1),
            Action::Down => *finger = (*finger + 1).min(last),
            Action::PageUp => *finger = finger.saturating_sub(LIST_PAGE),
            Action::PageDown => *finger = (*finger + LIST_PAGE).min(last),
            Action::Enter => {
                let place = *finger;
                return self.take_match(place, around);
            }
            _ => {}
        }
        Vec::new()
    }

    fn list_length(&self) -> usize {
        match &self.sheet {
            Some(Sheet::Palette { matches, .. }) => matches.len(),
            Some(Sheet::Search { found, .. }) => found.len(),
            Some(Sheet::Filter { matches, .. }) => matches.len(),
            Some(Sheet::Notes { .. }) => self.notes.len(),
            Some(Sheet::Corrections { corrections, .. }) => corrections.len(),
            _ => 0,
        }
    }

    fn go_where_typed(&mut self, whole: &Session) {
        let Some(Sheet::GoTo { line, .. }) = &self.sheet else { return };
        let typed = line.text();
        if self.go_to(whole, &typed) {
            self.sheet = None;
        } else if let Some(Sheet::GoTo { wrong, .. }) = &mut self.sheet {
            *wrong = true;
        }
    }

    /// Takes the row of a list.
    fn take_match(&mut self, place: usize, around: &mut Around) -> Vec<Effect> {
        match &mut self.sheet {
            Some(Sheet::Palette { matches, .. }) => {
                let action = matches.get(place).copied();
                self.sheet = None;
                if let Some(action) = action {
                    return self.act_on_film(action, around);
                }
            }
            Some(Sheet::Search { .. }) => self.take_hit(place, around.session),
            Some(Sheet::Filter { finger, .. }) => {
                *finger = place;
                self.take_offer(place, around.session);
            }
            Some(Sheet::Corrections { .. }) => self.go_to_correction(place, around.session),
            Some(Sheet::Notes { finger }) => {
                *finger = place;
                return self.act_in_notes(Action::GoThere, around.session);
            }
            _ => {}
        }
        Vec::new()
    }

    fn click(&mut self, target: &Target, around: &mut Around) -> Vec<Effect> {
        match target {
            Target::Bar { cell, of } => self.scrub(*cell, *of, around),
            Target::Match(place) => return self.take_match(*place, around),
            Target::Button(action) => return self.act(*action, around),
            _ if self.sheet.is_some() => {}
            target => {
                let mut around = Around {
                    session: &self.then,
                    now: around.now,
                    lang: around.lang,
                    telex: &mut *around.telex,
                };
                return self.desk.click(target, &mut around);
            }
        }
        Vec::new()
    }

    fn scrub(&mut self, cell: u16, of: u16, around: &Around) {
        let moment = self.timeline.moment_at_cell(cell, of).max(1);
        self.go(around.session, moment);
    }

    fn wheel(&mut self, over: &Target, lines: isize) {
        let last = self.list_length().saturating_sub(1);
        match &mut self.sheet {
            Some(Sheet::Help { scroll }) => *scroll = scroll.saturating_add_signed(lines),
            Some(Sheet::Changes(compared)) => {
                compared.scroll = compared.scroll.saturating_add_signed(lines);
            }
            Some(Sheet::Charts { .. } | Sheet::Note(_) | Sheet::GoTo { .. } | Sheet::Asked(_)) => {}
            Some(
                Sheet::Palette { finger, .. }
                | Sheet::Search { finger, .. }
                | Sheet::Filter { finger, .. }
                | Sheet::Corrections { finger, .. }
                | Sheet::Notes { finger },
            ) => *finger = finger.saturating_add_signed(lines).min(last),
            None => self.desk.wheel(over, lines, &self.then),
        }
    }
}
