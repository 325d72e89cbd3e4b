//! Keys at the desk: looked up in the table, else typed into what has the cursor.

use crate::i18n::Lang;
use crate::search::find;
use crate::session::Session;
use crate::session::time::Timestamp;
use crate::tui::model::action::Action;
use crate::tui::model::bindings::{BINDINGS, Scope, lookup};
use crate::tui::model::edit::{LineField, Telex, Used};
use crate::tui::model::form::field::FieldContent;
use crate::tui::model::key::{Code, Key};
use crate::tui::model::{Effect, Target};

use super::overlay::Overlay;
use super::rows::responder_order;
use super::{Desk, DeskMode, Notice, Pane, SaveState};

/// What an action at the desk may read besides the desk.
pub struct Env<'a> {
    pub session: &'a Session,
    pub now: Timestamp,
    pub lang: Lang,
    pub telex: &'a mut Telex,
}

/// Lines the question pane moves at a page key.
const PAGE_OF_LINES: isize = 10;

impl Desk {
    /// Where a key would be looked up now.
    pub fn scope(&self) -> Scope {
        if let Some(form) = self.form().filter(|_| !self.is_interrupted()) {
            let picks = form.focused().is_some_and(|labelled| {
                matches!(
                    labelled.field,
                    FieldContent::Responders(_)
                        | FieldContent::Question(_)
                        | FieldContent::Person(_)
                )
            });
            return if picks { Scope::Pick } else { Scope::Form };
        }
        match &self.overlay {
            None => Scope::Desk,
            Some(Overlay::Help { .. }) => Scope::Help,
            Some(Overlay::Palette { .. } | Overlay::Search { .. } | Overlay::MoveRecord { .. }) => {
                Scope::List
            }
            Some(
                Overlay::OfferDraft { .. }
                | Overlay::LeaveUnsaved
                | Overlay::Discard
                | Overlay::Reopen
                | Overlay::Closed { .. },
            ) => Scope::Dialog,
            Some(Overlay::Closing(_)) => Scope::Closing,
        }
    }

    /// Whether something over the desk has the keys, even before an open form. The closing list waits
    /// behind the forms that are opened from it.
    pub fn is_interrupted(&self) -> bool {
        self.overlay.as_ref().is_some_and(|overlay| !matches!(overlay, Overlay::Closing(_)))
    }

    pub fn key(&mut self, key: Key, env: &mut Env) -> Vec<Effect> {
        self.just_sent = None;
        let scope = self.scope();
        if scope == Scope::Desk && self.awaits_routing() {
            self.waiting_keys.push(key);
            return Vec::new();
        }
        match lookup(scope, key) {
            Some(action) => self.act(action, key, env),
            None => {
                self.type_key(key, env);
                Vec::new()
            }
        }
    }

    /// Whether a question was confirmed to be routed next, and is not recorded yet: the next keys
    /// are meant for the routing.
    fn awaits_routing(&self) -> bool {
        self.sent.iter().any(|sent| sent.form.as_ref().is_some_and(|form| form.then_route))
    }

    /// The keys that waited, in the order they came.
    pub fn release_waiting_keys(&mut self, env: &mut Env) -> Vec<Effect> {
        if self.awaits_routing() {
            return Vec::new();
        }
        let held = std::mem::take(&mut self.waiting_keys);
        held.into_iter().flat_map(|key| self.key(key, env)).collect()
    }

    pub fn paste(&mut self, pasted: &str, env: &Env) {
        let interrupted = self.is_interrupted();
        if let Some(form) = self.forms.last_mut().filter(|_| !interrupted) {
            form.paste(pasted, env.session.state());
        } else if let Some(
            Overlay::Palette { filter: line, .. }
            | Overlay::Search { query: line, .. }
            | Overlay::MoveRecord { line },
        ) = &mut self.overlay
            && line.paste(pasted) == Used::Used
        {
            self.look_up(env);
        }
    }

    fn type_key(&mut self, key: Key, env: &mut Env) {
        let interrupted = self.is_interrupted();
        if let Some(form) = self.forms.last_mut().filter(|_| !interrupted) {
            self.notice = None;
            form.type_key(key, env.telex, env.session.state());
        } else if let Some(
            Overlay::Palette { filter: line, .. }
            | Overlay::Search { query: line, .. }
            | Overlay::MoveRecord { line },
        ) = &mut self.overlay
            && line.key(key, env.telex) == Used::Used
        {
            self.look_up(env);
        }
    }

    /// Looks up what the letters over a list find.
    pub(super) fn look_up(&mut self, env: &Env) {
        match &mut self.overlay {
            Some(Overlay::Palette { filter, matches, selected }) => {
                *matches = commands_named(&filter.text(), Scope::Desk, env.lang);
                *selected = 0;
            }
            Some(Overlay::Search { query, matches, selected }) => {
                *matches = find::questions(env.session.state(), &query.text());
                *selected = 0;
            }
            _ => {}
        }
    }

    /// Carries out an action where it was asked; `key` is typed if the action has no meaning there.
    fn act(&mut self, action: Action, key: Key, env: &mut Env) -> Vec<Effect> {
        match self.scope() {
            Scope::Form | Scope::Pick => self.act_in_form(action, key, env),
            Scope::List => self.act_in_list(action, env),
            Scope::Dialog => self.act_in_dialog(action, env),
            Scope::Help => {
                self.act_in_help(action);
                Vec::new()
            }
            Scope::Closing => self.act_in_closing(action, env),
            _ => self.act_at_desk(action, env),
        }
    }

    /// Moves about without doing anything; whether the action asked for that.
    pub fn navigate(&mut self, action: Action, session: &Session) -> bool {
        match action {
            Action::Up => self.move_by(-1, session),
            Action::Down => self.move_by(1, session),
            Action::PageUp => self.move_by(-self.page_step(), session),
            Action::PageDown => self.move_by(self.page_step(), session),
            Action::First => self.move_by(isize::MIN / 2, session),
            Action::Last => self.move_by(isize::MAX / 2, session),
            Action::NextPane => self.next_pane(1, session),
            Action::PreviousPane => self.next_pane(-1, session),
            Action::Enter => self.open_pane(),
            Action::Back => self.step_back(),
            _ => return false,
        }
        true
    }

    pub(super) fn act_at_desk(&mut self, action: Action, env: &mut Env) -> Vec<Effect> {
        if self.navigate(action, env.session) {
            return Vec::new();
        }
        match action {
            Action::NextToDo => self.choose_next_to_do(env.session),
            Action::Help => self.overlay = Some(Overlay::Help { scroll: 0 }),
            Action::Palette => self.open_palette(env.lang),
            Action::Search => self.open_search(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return self.leave(),
            Action::WriteTranscript => return vec![Effect::WriteTranscript],
            Action::MoveRecord => self.ask_where(),
            Action::Drafts if self.drafts.is_empty() => self.notice = Some(Notice::NoDraft),
            Action::Drafts => self.overlay = Some(Overlay::OfferDraft { selected: 0 }),
            _ => return self.perform(action, env),
        }
        Vec::new()
    }

    fn page_step(&self) -> isize {
        match self.pane {
            Pane::Question => PAGE_OF_LINES,
            _ => isize::try_from(self.page).unwrap_or(PAGE_OF_LINES).max(1),
        }
    }

    fn move_by(&mut self, step: isize, session: &Session) {
        match self.pane {
            Pane::Queue => self.choose_by(step),
            Pane::Question => self.scroll = self.scroll.saturating_add_signed(step),
            Pane::Responders => {
                let order = responder_order(session.state());
                self.chosen_responder =
                    stepped(order.iter(), self.chosen_responder.as_ref(), step).cloned();
            }
            Pane::Tasks => {
                let numbers = session.state().tasks().map(|task| &task.number);
                self.chosen_task = stepped(numbers, self.chosen_task.as_ref(), step).copied();
            }
        }
    }

    fn next_pane(&mut self, step: isize, session: &Session) {
        let count = Pane::ALL.len();
        let place = Pane::ALL.iter().position(|pane| *pane == self.pane).unwrap_or(0);
        self.pane = Pane::ALL[(place + count).saturating_add_signed(step) % count];
        self.opened = self.pane == Pane::Question;
        if self.pane == Pane::Responders && self.chosen_responder.is_none() {
            self.chosen_responder = responder_order(session.state()).into_iter().next();
        }
    }

    pub(super) fn open_pane(&mut self) {
        self.pane = Pane::Question;
        self.opened = true;
    }

    fn step_back(&mut self) {
        self.pane = Pane::Queue;
        self.opened = false;
        self.notice = None;
    }

    fn leave(&mut self) -> Vec<Effect> {
        let trouble = matches!(self.saved, SaveState::Trouble(_)) && self.mode == DeskMode::Writing;
        if trouble {
            self.ask_where();
            return Vec::new();
        }
        if self.sent.is_empty() {
            return vec![Effect::Leave];
        }
        self.overlay = Some(Overlay::LeaveUnsaved);
        Vec::new()
    }

    /// Asks where the record is to go on, when it has lost a copy.
    fn ask_where(&mut self) {
        if self.one_copy.is_none() && !matches!(self.saved, SaveState::Trouble(_)) {
            self.notice = Some(Notice::BothCopiesHold);
            return;
        }
        self.overlay = Some(Overlay::MoveRecord { line: LineField::new("") });
    }

    pub fn click(&mut self, target: &Target, env: &mut Env) -> Vec<Effect> {
        match target {
            Target::Pane(pane) if self.forms.is_empty() => self.pane = *pane,
            Target::Question(number) if self.forms.is_empty() => {
                if self.chosen == Some(*number) && self.pane == Pane::Queue {
                    self.open_pane();
                } else {
                    self.choose(*number);
                    self.pane = Pane::Queue;
                }
            }
            Target::Responder(id) => self.chosen_responder = Some(id.clone()),
            Target::Task(number) => self.chosen_task = Some(*number),
            Target::Field(place) => {
                if let Some(form) = self.forms.last_mut() {
                    form.focus = (*place).min(form.fields.len().saturating_sub(1));
                }
            }
            Target::Match(place) => return self.take_match(*place, env),
            Target::Button(action) => {
                return self.act(*action, Key::plain(Code::Enter), env);
            }
            _ => {}
        }
        Vec::new()
    }

    pub fn wheel(&mut self, over: &Target, lines: isize, session: &Session) {
        match (over, &mut self.overlay) {
            (_, Some(Overlay::Help { scroll })) => *scroll = scroll.saturating_add_signed(lines),
            (Target::Pane(Pane::Question), _) => {
                self.scroll = self.scroll.saturating_add_signed(lines);
            }
            (Target::Pane(pane), None) if self.forms.is_empty() => {
                let before = std::mem::replace(&mut self.pane, *pane);
                self.move_by(lines.signum(), session);
                self.pane = before;
            }
            (Target::Question(_), None) if self.forms.is_empty() => self.choose_by(lines.signum()),
            _ => {}
        }
    }
}

/// The item `step` places away from `chosen`.
fn stepped<'a, T: PartialEq + 'a>(
    items: impl Iterator<Item = &'a T>,
    chosen: Option<&T>,
    step: isize,
) -> Option<&'a T> {
    let items: Vec<&T> = items.collect();
    let place = items.iter().position(|item| Some(*item) == chosen).unwrap_or(0);
    items.get(place.saturating_add_signed(step).min(items.len().checked_sub(1)?)).copied()
}

/// The commands of a scope whose names hold every word typed, the best match first.
pub fn commands_named(typed: &str, scope: Scope, lang: Lang) -> Vec<Action> {
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
