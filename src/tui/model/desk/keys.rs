//! Keys and the mouse at the desk: moving about, and what opens an overlay.

use crate::search::item::statements_and_conclusions;
use crate::session::Session;
use crate::session::limits::HIGHEST_NUMBER;
use crate::session::number::{QuestionNo, TaskNo};
use crate::session::refusal::Refusal;
use crate::session::state::State;
use crate::tui::model::action::Action;
use crate::tui::model::edit::LineField;
use crate::tui::model::key::Key;
use crate::tui::model::overlay::{FilteredList, Overlay};
use crate::tui::model::{Effect, Env, Target};

use super::rows::responder_order;
use super::{Desk, DeskMode, Notice, Pane};

/// Lines the question pane moves at a page key.
const PAGE_OF_LINES: isize = 10;

impl Desk {
    /// Whether a question was confirmed to be routed next, and is not recorded yet: the next keys are meant
    /// for the routing.
    pub(in crate::tui::model) fn awaits_routing(&self) -> bool {
        self.sent.iter().any(|sent| sent.form.as_ref().is_some_and(|form| form.then_route))
    }

    pub(in crate::tui::model) fn paste(&mut self, pasted: &str, env: &Env) {
        if let Some(form) = self.forms.last_mut() {
            form.paste(pasted, env.session.state());
        }
    }

    /// Types a key that is not bound into the open form.
    pub(in crate::tui::model) fn type_key(&mut self, key: Key, env: &mut Env) {
        if let Some(form) = self.forms.last_mut() {
            self.notice = None;
            form.type_key(key, env.telex, env.session.state());
        }
    }

    /// Carries out an action; `key` is typed if the action has no meaning in the open form.
    pub(in crate::tui::model) fn act(
        &mut self,
        action: Action,
        key: Key,
        env: &mut Env,
    ) -> Vec<Effect> {
        if self.form().is_some() {
            return self.act_in_form(action, key, env);
        }
        if let Some(Notice::NumberTyped(number)) = self.notice {
            self.notice = None;
            match action {
                Action::TypeNumber => {}
                Action::NaturalStep => {
                    self.go_to_number(number, env.session);
                    return Vec::new();
                }
                Action::Back => return Vec::new(),
                _ => return self.act(action, key, env),
            }
            self.type_number(number, key);
            return Vec::new();
        }
        if action == Action::Back && self.pane == Pane::Queue && !self.marked.is_empty() {
            self.clear_marks();
            return Vec::new();
        }
        if action == Action::Enter
            && let Some(item) = self.chosen_item()
        {
            env.overlays.open(Overlay::Item { item, scroll: 0 });
            return Vec::new();
        }
        if self.navigate(action, env) {
            return Vec::new();
        }
        match action {
            Action::NextToDo => self.choose_next_to_do(env.session),
            Action::TypeNumber => self.type_number(0, key),
            Action::Mark | Action::MarkRange | Action::MarkAll => {
                self.act_on_marks(action, env.session);
            }
            Action::Search => {
                env.overlays.open(Overlay::Search(FilteredList::new(Vec::new())));
            }
            Action::Similar if self.mode == DeskMode::Writing => self.open_similar(env),
            Action::SuggestThemes if self.mode == DeskMode::Writing => {
                return Self::suggest_themes(env);
            }
            Action::Quit => return self.leave(env),
            Action::WriteTranscript => return self.write_transcript(),
            Action::Export => self.choose_document(env),
            Action::MoveRecord => self.ask_where(env),
            Action::AddCopy if self.mode == DeskMode::Writing => {
                env.overlays.open(Overlay::AddCopy { line: LineField::default() });
            }
            Action::Import if self.mode == DeskMode::Writing => {
                env.overlays.open(Overlay::Import(Box::default()));
            }
            Action::ContinueDraft => self.reopen_undone(env.session),
            Action::Drafts if self.drafts.is_empty() => self.notice = Some(Notice::NoDraft),
            Action::Drafts => env.overlays.open(Overlay::Drafts { selected: 0 }),
            _ => return self.perform(action, env),
        }
        Vec::new()
    }

    /// Adds a figure to the number typed so far; one that no question can have begins anew.
    fn type_number(&mut self, so_far: u32, key: Key) {
        let Some(digit) = key.typed().and_then(|digit| digit.to_digit(10)) else { return };
        let number = so_far.saturating_mul(10).saturating_add(digit);
        let number = if number > HIGHEST_NUMBER { digit } else { number };
        self.notice = (number > 0).then_some(Notice::NumberTyped(number));
    }

    fn go_to_number(&mut self, number: u32, session: &Session) {
        let number = QuestionNo(number);
        match session.state().question(number) {
            Some(_) => {
                self.choose(number);
                self.pane = Pane::Queue;
            }
            None => self.notice = Some(Notice::Refused(Refusal::NoSuchQuestion(number))),
        }
    }

    /// Moves about without recording anything; whether the action asked for that.
    pub(in crate::tui::model) fn navigate(&mut self, action: Action, env: &Env) -> bool {
        let (session, page) = (env.session, self.page_step(env));
        match action {
            Action::Up => self.move_by(-1, session),
            Action::Down => self.move_by(1, session),
            Action::PageUp => self.move_by(-page, session),
            Action::PageDown => self.move_by(page, session),
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

    fn page_step(&self, env: &Env) -> isize {
        match self.pane {
            Pane::Question => PAGE_OF_LINES,
            _ => isize::try_from(env.metrics.page).unwrap_or(PAGE_OF_LINES).max(1),
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
                self.chosen_task = self.task_by(step, session.state());
            }
            Pane::Statements => {
                let all = statements_and_conclusions(session.state());
                self.chosen_statement =
                    stepped(all.iter(), self.chosen_statement.as_ref(), step).copied();
            }
        }
    }

    /// The task `step` tasks away from the chosen one.
    fn task_by(&self, step: isize, state: &State) -> Option<TaskNo> {
        let from = self.chosen_task.or(state.tasks().next().map(|task| task.number))?;
        let most = step.unsigned_abs();
        let task = match (step < 0, most < state.task_count()) {
            (true, true) => state.tasks_back_from(from).take(most + 1).last(),
            (false, true) => state.tasks_from(from).take(most + 1).last(),
            (true, false) => state.tasks().next(),
            (false, false) => state.tasks().next_back(),
        };
        task.map(|task| task.number)
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

    /// A click on something of the desk itself.
    pub(in crate::tui::model) fn click(&mut self, target: &Target, env: &Env) {
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
            Target::Statement(item) => self.chosen_statement = Some(*item),
            Target::Field(place) => {
                if let Some(form) = self.forms.last_mut() {
                    form.focus = (*place).min(form.fields.len().saturating_sub(1));
                }
            }
            Target::Match(place) => {
                if let Some(form) = self.forms.last_mut() {
                    form.take_match(*place, env.session.state());
                }
            }
            Target::Pane(_)
            | Target::Question(_)
            | Target::SessionRow(_)
            | Target::Button(_)
            | Target::Bar { .. } => {}
        }
    }

    pub(in crate::tui::model) fn wheel(&mut self, over: &Target, lines: isize, session: &Session) {
        match over {
            Target::Pane(Pane::Question) => {
                self.scroll = self.scroll.saturating_add_signed(lines);
            }
            Target::Pane(pane) if self.forms.is_empty() => {
                let before = std::mem::replace(&mut self.pane, *pane);
                self.move_by(lines.signum(), session);
                self.pane = before;
            }
            Target::Question(_) if self.forms.is_empty() => self.choose_by(lines.signum()),
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
