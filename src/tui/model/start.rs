//! The start screen: the sessions of a folder, and the ways into them.

use std::cmp::Ordering;
use std::path::PathBuf;

use crate::session::time::Timestamp;

use crate::session::event_field::EventField;
use crate::session::refusal::Refusal;
use crate::session::state::State;

use super::action::Action;
use super::bindings::Scope;
use super::draft::Draft;
use super::edit::Telex;
use super::form::field::Label;
use super::form::{Form, Problem};
use super::key::Key;
use super::trouble::Trouble;
use super::{Effect, Target, Theme};

/// One file of the folder.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionEntry {
    pub path: PathBuf,
    /// The file's name, for people.
    pub name: String,
    pub condition: Condition,
}

/// What the start screen can say of a session file.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// It is still being read.
    NotRead,
    Whole(SessionSummary),
    /// Whole up to a torn end: the next opening mends it.
    Torn(SessionSummary),
    /// Damaged from this event on; `SessionSummary` is what precedes the damage.
    Damaged {
        from: u64,
        summary: SessionSummary,
    },
    /// It cannot be read.
    Unreadable(Trouble),
}

/// What a file is beside others that hold the same session, as a synchroniser or a person has left them.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionCopy {
    /// It holds the most events.
    Newest,
    /// The file of this name holds more.
    OlderThan(String),
    /// The file of this name holds as many.
    SameAs(String),
}

impl SessionEntry {
    pub fn summary(&self) -> Option<&SessionSummary> {
        match &self.condition {
            Condition::Whole(summary)
            | Condition::Torn(summary)
            | Condition::Damaged { summary, .. } => Some(summary),
            Condition::NotRead | Condition::Unreadable(_) => None,
        }
    }

    fn opened(&self) -> Option<Timestamp> {
        self.summary().and_then(|summary| summary.opened)
    }
}

/// Marks the files that hold the same session, by its id.
fn mark_copies(entries: &mut [SessionEntry]) {
    let known: Vec<(String, u64, String)> = entries
        .iter()
        .filter_map(|entry| {
            let summary = entry.summary().filter(|summary| !summary.id.is_empty())?;
            Some((summary.id.clone(), summary.events, entry.name.clone()))
        })
        .collect();
    for entry in entries {
        let name = entry.name.clone();
        let (Condition::Whole(summary)
        | Condition::Torn(summary)
        | Condition::Damaged { summary, .. }) = &mut entry.condition
        else {
            continue;
        };
        let others = known.iter().filter(|(id, _, other)| *id == summary.id && *other != name);
        summary.copy = others.max_by_key(|(_, events, _)| *events).map(|(_, events, other)| {
            match events.cmp(&summary.events) {
                Ordering::Greater => SessionCopy::OlderThan(other.clone()),
                Ordering::Equal => SessionCopy::SameAs(other.clone()),
                Ordering::Less => SessionCopy::Newest,
            }
        });
    }
}

/// A session in one line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SessionSummary {
    /// The session's id; empty when its first line is broken.
    pub id: String,
    pub events: u64,
    /// What it is beside other files of the same session.
    pub copy: Option<SessionCopy>,
    pub title: String,
    pub opened: Option<Timestamp>,
    pub questions: usize,
    pub tasks: usize,
    pub closed: bool,
    /// Rebuilt from a source: its times are nominal.
    pub rebuilt: bool,
    /// The process that has it open for writing.
    pub held_by: Option<u32>,
}

/// Who has chosen the row that is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChosenBy {
    #[default]
    Program,
    Person,
}

/// What the start screen has to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartNotice {
    /// The colours of the screen were changed to these.
    ThemeIs(Theme),
    /// Text came where nothing can be recorded.
    TextDropped,
}

/// The start screen.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The folder, for people.
    pub folder: String,
    pub entries: Vec<SessionEntry>,
    /// The chosen file; it stays chosen when the list changes.
    pub chosen: Option<PathBuf>,
    /// Until the person moves the choice it stays on the newest.
    pub chosen_by: ChosenBy,
    /// Roster files of the folder, by name.
    pub rosters: Vec<String>,
    /// The form of a new session, when it is open.
    pub form: Option<Form>,
    /// What was typed into it before it was closed, or before a crash; the newest last.
    pub drafts: Vec<Draft>,
    /// What the screen has to say, until the next action.
    pub notice: Option<StartNotice>,
    /// A table is to be imported once the session is open.
    pub then_import: bool,
    /// Only one session was asked for: turning down the offer to watch it ends the program.
    pub alone: bool,
    /// The session that is being opened.
    pub opening: Option<String>,
    /// Whether the folder is being read.
    pub reading: bool,
    /// The last thing that went wrong.
    pub trouble: Option<Trouble>,
}

impl Start {
    pub fn chosen_entry(&self) -> Option<&SessionEntry> {
        let chosen = self.chosen.as_ref()?;
        self.entries.iter().find(|entry| entry.path == *chosen)
    }

    pub fn chosen_place(&self) -> usize {
        let is_chosen = |entry: &SessionEntry| self.chosen.as_ref() == Some(&entry.path);
        self.entries.iter().position(is_chosen).unwrap_or(0)
    }

    /// A fresh reading of the folder; the choice stays on the same file where it is still there.
    pub fn refresh(&mut self, entries: Vec<SessionEntry>, rosters: Vec<String>) {
        self.entries = entries;
        self.rosters = rosters;
        if self.chosen_entry().is_none() {
            self.chosen = self.entries.first().map(|entry| entry.path.clone());
        }
    }

    /// One of the files was read: it takes its place, newest first, and copies of one session are marked.
    pub fn take_entry(&mut self, entry: SessionEntry) {
        let Some(known) = self.entries.iter_mut().find(|known| known.path == entry.path) else {
            return;
        };
        *known = entry;
        mark_copies(&mut self.entries);
        self.entries.sort_by(|one, other| {
            other.opened().cmp(&one.opened()).then(one.name.cmp(&other.name))
        });
        if self.chosen_by == ChosenBy::Program {
            self.chosen = self.entries.first().map(|entry| entry.path.clone());
        }
    }

    pub fn choose_by(&mut self, step: isize) {
        let last = self.entries.len().saturating_sub(1);
        let place = self.chosen_place().saturating_add_signed(step).min(last);
        self.chosen_by = ChosenBy::Person;
        self.chosen = self.entries.get(place).map(|entry| entry.path.clone());
    }
}

impl Start {
    /// Where a key would be looked up now, but for overlays.
    pub fn scope(&self) -> Scope {
        self.form.as_ref().map_or(Scope::Start, Form::scope)
    }

    pub(super) fn paste(&mut self, pasted: &str) {
        if let Some(form) = &mut self.form {
            form.paste(pasted, &State::default());
        }
    }

    pub(super) fn type_key(&mut self, key: Key, telex: &mut Telex) {
        if let Some(form) = &mut self.form {
            form.type_key(key, telex, &State::default());
        }
    }

    pub(super) fn click(&mut self, target: &Target, page: usize) -> Vec<Effect> {
        match target {
            Target::SessionRow(row) => return self.click_session(*row, page),
            Target::Field(place) => {
                if let Some(form) = &mut self.form {
                    form.focus = (*place).min(form.fields.len().saturating_sub(1));
                }
            }
            Target::Pane(_)
            | Target::Question(_)
            | Target::Responder(_)
            | Target::Task(_)
            | Target::Statement(_)
            | Target::Match(_)
            | Target::Button(_)
            | Target::Bar { .. } => {}
        }
        Vec::new()
    }

    pub(super) fn wheel(&mut self, lines: isize) {
        if self.form.is_none() {
            self.choose_by(lines.signum());
        }
    }

    fn click_session(&mut self, row: usize, page: usize) -> Vec<Effect> {
        let Some(entry) = self.entries.get(row) else { return Vec::new() };
        if self.chosen.as_ref() == Some(&entry.path) {
            return self.act(Action::OpenSession, page);
        }
        self.chosen = Some(entry.path.clone());
        self.chosen_by = ChosenBy::Person;
        Vec::new()
    }

    /// Carries out an action; `page` is the rows that fit.
    pub(super) fn act(&mut self, action: Action, page: usize) -> Vec<Effect> {
        if self.form.is_some() {
            return self.act_in_form(action);
        }
        let had_message = self.trouble.take().is_some() || self.notice.take().is_some();
        if had_message && action == Action::Quit && !self.alone {
            return Vec::new();
        }
        self.act_on_list(action, page)
    }

    fn act_on_list(&mut self, action: Action, page: usize) -> Vec<Effect> {
        let page = isize::try_from(page).unwrap_or(10).max(1);
        let chosen = self.chosen_entry().map(|entry| entry.path.clone());
        self.then_import = action == Action::Import;
        match (action, chosen) {
            (Action::Up, _) => self.choose_by(-1),
            (Action::Down, _) => self.choose_by(1),
            (Action::PageUp, _) => self.choose_by(-page),
            (Action::PageDown, _) => self.choose_by(page),
            (Action::First, _) => self.choose_by(isize::MIN / 2),
            (Action::Last, _) => self.choose_by(isize::MAX / 2),
            (Action::NewSession, _) => self.open_form(),
            (Action::OpenSession, None) => self.open_form(),
            (Action::OpenSession | Action::Import, Some(path)) => return vec![Effect::Open(path)],
            (Action::WatchSession, Some(path)) => return vec![Effect::Watch(path)],
            (Action::ReplaySession, Some(path)) => return vec![Effect::Replay(path)],
            (Action::Refresh, _) => return vec![Effect::Refresh],
            (Action::Quit, _) => return vec![Effect::Quit],
            _ => {}
        }
        Vec::new()
    }

    fn open_form(&mut self) {
        self.form = Some(Form::new_session(&self.rosters));
    }

    /// Takes the newest draft into the form; what was typed so far becomes the oldest.
    fn continue_draft(&mut self) {
        let (Some(draft), Some(form)) = (self.drafts.pop(), self.form.take()) else { return };
        let typed = form.draft();
        if !typed.is_blank() {
            self.drafts.insert(0, typed);
        }
        self.form = Some(Form::new_session(&self.rosters).with(&draft, &State::default()));
    }

    /// The session could not be created: the form shows why and keeps what was typed.
    pub fn not_created(&mut self, why: Trouble) {
        match &mut self.form {
            Some(form) => form.problem = Some(Problem::NotSaved(why)),
            None => self.trouble = Some(why),
        }
    }

    /// What is typed and not yet a session, for keeping outside the program.
    pub fn unrecorded(&self) -> Vec<Draft> {
        let open = self.form.as_ref().map(Form::draft);
        let drafts = self.drafts.iter().cloned().chain(open);
        drafts.filter(|draft| !draft.is_blank()).collect()
    }

    fn act_in_form(&mut self, action: Action) -> Vec<Effect> {
        let Some(form) = &mut self.form else { return Vec::new() };
        match action {
            Action::NextField => form.focus_by(1),
            Action::PreviousField => form.focus_by(-1),
            Action::PutAside => {
                let typed = self.form.take().map(|form| form.draft());
                self.drafts.extend(typed.filter(|typed| !typed.is_blank()));
            }
            Action::ContinueDraft => self.continue_draft(),
            Action::Discard => self.form = None,
            Action::Confirm => match form.opening() {
                Ok((opening, _)) if opening.title.trim().is_empty() => {
                    form.problem = Some(Problem::Refused(Refusal::Blank(EventField::Title)));
                    form.focus_on(Label::Title);
                }
                Ok((opening, roster)) => return vec![Effect::Create { opening, roster }],
                Err(problem) => form.problem = Some(problem),
            },
            _ => {}
        }
        Vec::new()
    }
}
