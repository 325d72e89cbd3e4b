//! Text that came where letters are commands: a new question with it is offered, or it is dropped with a notice.

use crate::session::Session;

use super::bindings::Scope;
use super::desk::{Desk, DeskMode, Notice};
use super::edit::LONGEST;
use super::form::field::FieldContent;
use super::form::{Form, FormKind, FormSubject};
use super::key::{Code, Key};
use super::overlay::{Confirmation, Overlay};
use super::replay::ReplayNotice;
use super::start::StartNotice;
use super::{Message, Model, Screen};

impl Model {
    /// Whether letters are commands now, and not typed into something: a choice of a form is turned by keys too.
    pub fn takes_commands(&self) -> bool {
        let covered = self.overlays.cover_forms();
        let focused = self.screen.form().filter(|_| !covered).and_then(Form::focused);
        let on_a_choice =
            focused.is_some_and(|focused| matches!(focused.field, FieldContent::Choice(_)));
        on_a_choice || !self.scope().takes_letters()
    }

    /// Whether letters are typed into a line that Enter carries out or takes something from.
    pub fn takes_by_enter(&self) -> bool {
        matches!(self.scope(), Scope::List | Scope::Search | Scope::Pick)
    }

    /// Takes text that came where letters are commands, and whatever comes after it until 300 ms of silence;
    /// gives back everything else.
    pub(super) fn take_stray(
        &mut self,
        session: Option<&Session>,
        message: Message,
    ) -> Option<Message> {
        match message {
            Message::Silence => self.awaits_silence = false,
            Message::Stray(text) => self.offer(session, &text),
            Message::Paste(text) if self.awaits_silence || self.takes_commands() => {
                self.offer(session, &text);
            }
            Message::Key(key) if self.awaits_silence => {
                if let Some(letter) = character(key) {
                    self.offer(session, letter.encode_utf8(&mut [0; 4]));
                }
            }
            Message::Click(_) | Message::Drag(_) if self.awaits_silence => {}
            other => return Some(other),
        }
        None
    }

    fn offer(&mut self, session: Option<&Session>, text: &str) {
        if text.trim().is_empty() && !self.awaits_silence {
            return;
        }
        self.awaits_silence = true;
        match (&mut self.screen, session) {
            (Screen::Desk(desk), Some(session)) => {
                if desk.keep_offered(text, session) {
                    self.overlays.open(Overlay::Confirm(Confirmation::AskOffered));
                }
            }
            (Screen::Desk(_), None) => {}
            (Screen::Start(start), _) => start.notice = Some(StartNotice::TextDropped),
            (Screen::Replay(replay), _) => replay.notice = Some(ReplayNotice::TextDropped),
        }
    }

    /// Opens the new question, or drops the text: the person said which. A question about the form that was
    /// open before is put away, so that its answer does not meet the new one.
    pub(super) fn answer_offer(&mut self, yes: bool, session: Option<&Session>) {
        let Screen::Desk(desk) = &mut self.screen else { return };
        let form = session.and_then(|session| desk.offered_question(session)).filter(|_| yes);
        desk.offered = None;
        let Some(form) = form else {
            desk.notice = Some(Notice::TextDropped);
            return;
        };
        desk.notice = None;
        desk.forms.push(form);
        while self.overlays.cover_forms() {
            self.overlays.close();
        }
    }
}

/// The character a key puts into a text.
fn character(key: Key) -> Option<char> {
    match key.code {
        Code::Enter if key == Key::plain(Code::Enter) => Some('\n'),
        Code::Tab if key == Key::plain(Code::Tab) => Some('\t'),
        _ => key.typed(),
    }
}

impl Desk {
    /// Keeps the text, after the one that is offered already; true when an offer begins. Where nothing can be
    /// recorded it is dropped with a notice.
    fn keep_offered(&mut self, text: &str, session: &Session) -> bool {
        if self.mode == DeskMode::Watching || session.state().is_closed() {
            self.notice = Some(Notice::TextDropped);
            return false;
        }
        let begins = self.offered.is_none();
        let offered = self.offered.get_or_insert_default();
        let left = LONGEST.saturating_sub(offered.len());
        offered.push_str(&text[..text.floor_char_boundary(left)]);
        begins
    }

    /// The question that is offered, as a form.
    pub(super) fn offered_question(&self, session: &Session) -> Option<Form> {
        let text = self.offered.as_ref()?;
        let state = session.state();
        let mut form =
            Form::open(FormKind::NewQuestion, FormSubject::default(), state, &self.habits);
        form.paste(text, state);
        Some(form)
    }
}
