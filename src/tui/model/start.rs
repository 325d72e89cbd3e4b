//! The start screen: the sessions of a folder, and the ways into them.

use std::path::PathBuf;

use crate::session::time::Timestamp;

use crate::session::limits;
use crate::session::refusal::Refusal;
use crate::session::state::State;

use super::action::Action;
use super::bindings::{Scope, lookup};
use super::draft::Draft;
use super::edit::Telex;
use super::form::field::Label;
use super::form::{Form, Problem};
use super::key::Key;
use super::{Effect, Message, ScrollRange, Target};

/// One file of the folder, as the shell read it.
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
    Whole(SessionSummary),
    /// Whole up to a torn end: the next opening mends it.
    Torn(SessionSummary),
    /// Damaged from this event on; `SessionSummary` is what precedes the damage.
    Damaged {
        from: u64,
        summary: SessionSummary,
    },
    /// It cannot be read; the sentence says why.
    Unreadable(String),
}

/// A session in one line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SessionSummary {
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

/// The start screen.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The folder, for people.
    pub folder: String,
    pub entries: Vec<SessionEntry>,
    /// The chosen file, which stays chosen whatever the list does.
    pub chosen: Option<PathBuf>,
    /// Roster files of the folder, by name.
    pub rosters: Vec<String>,
    /// The form of a new session, when it is open.
    pub form: Option<Form>,
    /// What was typed into it before it was put aside, or before a crash.
    pub draft: Option<Draft>,
    /// A session somebody else holds: watching it is offered.
    pub held: Option<HeldSession>,
    /// A session whose copies differ: a person must say what is to be done.
    pub asked: Option<ConsentRequest>,
    /// How far the help is scrolled, when it is open.
    pub help: Option<usize>,
    pub help_pages: ScrollRange,
    /// Something was asked for that a later edition will bring.
    pub coming: bool,
    /// Only one session was asked for: turning down the offer to watch it ends the program.
    pub alone: bool,
    /// The session that is being opened.
    pub opening: Option<String>,
    /// Whether the folder is being read.
    pub reading: bool,
    /// A sentence about the last thing that went wrong.
    pub trouble: Option<String>,
    /// First row shown.
    pub top: usize,
    /// Rows that fit.
    pub page: usize,
}

/// Who holds a session that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldSession {
    pub path: PathBuf,
    pub pid: u32,
    pub user: String,
    pub host: String,
}

/// What a person must decide before a session can be opened.
#[derive(Clone, Debug, PartialEq)]
pub struct ConsentRequest {
    pub path: PathBuf,
    /// How the copies differ; a sentence.
    pub why: String,
    /// What a yes would do; a question.
    pub question: String,
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

    pub fn choose_by(&mut self, step: isize) {
        let last = self.entries.len().saturating_sub(1);
        let place = self.chosen_place().saturating_add_signed(step).min(last);
        self.chosen = self.entries.get(place).map(|entry| entry.path.clone());
    }
}

impl Start {
    /// Where a key would be looked up now.
    pub fn scope(&self) -> Scope {
        match (&self.form, &self.held) {
            _ if self.help.is_some() => Scope::Help,
            (Some(_), _) => Scope::Form,
            (None, Some(_)) => Scope::Dialog,
            (None, None) if self.asked.is_some() => Scope::Dialog,
            (None, None) => Scope::Start,
        }
    }

    pub fn update(&mut self, input: Message, telex: &mut Telex) -> Vec<Effect> {
        match input {
            Message::Key(key) => match lookup(self.scope(), key) {
                Some(action) => return self.act(action),
                None => self.type_key(key, telex),
            },
            Message::Paste(pasted) => {
                if let Some(form) = &mut self.form {
                    form.paste(&pasted, &State::default());
                }
            }
            Message::Click(Target::SessionRow(place)) => return self.click_entry(place),
            Message::Click(Target::Field(place)) => {
                if let Some(form) = &mut self.form {
                    form.focus = place.min(form.fields.len().saturating_sub(1));
                }
            }
            Message::Click(Target::Button(action)) => return self.act(action),
            Message::Scroll { lines, .. } if self.form.is_none() => self.choose_by(lines.signum()),
            Message::Held(held) => self.held = Some(held),
            Message::Asked(asked) => self.asked = Some(asked),
            Message::Trouble(why) => self.trouble = Some(why),
            _ => {}
        }
        Vec::new()
    }

    fn type_key(&mut self, key: Key, telex: &mut Telex) {
        if let Some(form) = &mut self.form {
            form.type_key(key, telex, &State::default());
        }
    }

    fn click_entry(&mut self, place: usize) -> Vec<Effect> {
        let Some(entry) = self.entries.get(place) else { return Vec::new() };
        if self.chosen.as_ref() == Some(&entry.path) {
            return self.act(Action::OpenSession);
        }
        self.chosen = Some(entry.path.clone());
        Vec::new()
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        if let Some(scroll) = self.help {
            self.help = scrolled(scroll, action, self.help_pages);
            return Vec::new();
        }
        if self.form.is_some() {
            return self.act_in_form(action);
        }
        if let Some(held) = self.held.take() {
            return match action {
                Action::Yes => vec![Effect::Watch(held.path)],
                _ if self.alone => vec![Effect::Quit],
                _ => Vec::new(),
            };
        }
        if let Some(asked) = self.asked.take() {
            return match action {
                Action::Yes => vec![Effect::OpenAsAgreed(asked.path)],
                _ if self.alone => vec![Effect::Quit],
                _ => Vec::new(),
            };
        }
        let said_something = self.trouble.take().is_some() || std::mem::take(&mut self.coming);
        if said_something && action == Action::Quit && !self.alone {
            return Vec::new();
        }
        self.act_on_list(action)
    }

    fn act_on_list(&mut self, action: Action) -> Vec<Effect> {
        let page = isize::try_from(self.page).unwrap_or(10).max(1);
        let chosen = self.chosen_entry().map(|entry| entry.path.clone());
        match (action, chosen) {
            (Action::Up, _) => self.choose_by(-1),
            (Action::Down, _) => self.choose_by(1),
            (Action::PageUp, _) => self.choose_by(-page),
            (Action::PageDown, _) => self.choose_by(page),
            (Action::First, _) => self.choose_by(isize::MIN / 2),
            (Action::Last, _) => self.choose_by(isize::MAX / 2),
            (Action::NewSession, _) => self.open_form(),
            (Action::OpenSession, None) => self.open_form(),
            (Action::OpenSession, Some(path)) => return vec![Effect::Open(path)],
            (Action::WatchSession, Some(path)) => return vec![Effect::Watch(path)],
            (Action::ReplaySession, Some(path)) => return vec![Effect::Replay(path)],
            (Action::FollowUpTasks, _) => self.coming = true,
            (Action::Refresh, _) => return vec![Effect::Refresh],
            (Action::Help, _) => self.help = Some(0),
            (Action::Suspend, _) => return vec![Effect::Suspend],
            (Action::Quit, _) => return vec![Effect::Quit],
            _ => {}
        }
        Vec::new()
    }

    fn open_form(&mut self) {
        let fresh = Form::new_session(&self.rosters);
        self.form = Some(match self.draft.take() {
            Some(draft) => fresh.with(&draft, &State::default()),
            None => fresh,
        });
    }

    /// The session could not be made: the form says why and keeps what was typed.
    pub fn not_created(&mut self, why: String) {
        match &mut self.form {
            Some(form) => form.problem = Some(Problem::NotSaved(why)),
            None => self.trouble = Some(why),
        }
    }

    /// What is typed and not yet a session, for keeping outside the program.
    pub fn unrecorded(&self) -> Vec<Draft> {
        let open = self.form.as_ref().map(Form::draft);
        open.or_else(|| self.draft.clone()).into_iter().filter(|draft| !draft.is_blank()).collect()
    }

    fn act_in_form(&mut self, action: Action) -> Vec<Effect> {
        let Some(form) = &mut self.form else { return Vec::new() };
        match action {
            Action::NextField => form.focus_by(1),
            Action::PreviousField => form.focus_by(-1),
            Action::PutAside => self.draft = self.form.take().map(|form| form.draft()),
            Action::Discard => self.form = None,
            Action::Help => self.help = Some(0),
            Action::Confirm => match form.opening() {
                Ok((opening, _)) if opening.title.trim().is_empty() => {
                    form.problem = Some(Problem::Refused(Refusal::Blank(limits::Field::Title)));
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

/// The help's scroll after a key; `None` closes it.
pub(super) fn scrolled(scroll: usize, action: Action, pages: ScrollRange) -> Option<usize> {
    let further = match action {
        Action::Up => scroll.saturating_sub(pages.step),
        Action::Down => scroll + pages.step,
        Action::PageUp => scroll.saturating_sub(pages.page),
        Action::PageDown => scroll + pages.page,
        Action::First => 0,
        Action::Last => pages.limit,
        _ => return None,
    };
    Some(further.min(pages.limit))
}
