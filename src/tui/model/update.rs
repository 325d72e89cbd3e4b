//! One input in, the effects it asks for out.

use crate::session::Session;

use super::action::Action;
use super::bindings::{Scope, lookup};
use super::desk::keys::Env;
use super::desk::overlay::Overlay;
use super::desk::{Desk, Notice, SaveState};
use super::edit::Method;
use super::key::Key;
use super::replay::overlay::ReplayOverlay;
use super::stopwatch::ScreenClock;
use super::{Effect, Message, Model, Screen, ScreenMetrics, Theme};

impl Model {
    /// Takes in what happened. `session` is the one the desk is about; the start screen has none.
    pub fn update(&mut self, session: Option<&Session>, input: Message) -> Vec<Effect> {
        if let Message::Key(key) = input
            && let Some(done) = self.key_of_everywhere(key)
        {
            return done;
        }
        match (&mut self.screen, session) {
            (Screen::Start(start), _) => start.update(input, &mut self.telex),
            (Screen::Desk(desk), Some(session)) => {
                let method = self.telex.method();
                let mut env =
                    Env { session, now: self.now, lang: self.lang, telex: &mut self.telex };
                let effects = update_desk(desk, input, &mut env);
                if method != Method::Off && self.telex.method() == Method::Off {
                    desk.notice = Some(Notice::TelexYielded);
                }
                effects
            }
            (Screen::Replay(replay), Some(whole)) => {
                let (now, lang) = (self.now, self.lang);
                let mut env = Env { session: whole, now, lang, telex: &mut self.telex };
                replay.update(input, &mut env)
            }
            (Screen::Desk(_) | Screen::Replay(_), None) => Vec::new(),
        }
    }

    /// What the desk is timed by.
    pub fn clock(&self) -> ScreenClock<'_> {
        ScreenClock { wall: self.now, stopwatches: Some(&self.stopwatches) }
    }

    /// Starts the stopwatches of what has come to the floor.
    pub fn start_stopwatches(&mut self, session: Option<&Session>) {
        if let (Screen::Desk(desk), Some(session)) = (&self.screen, session) {
            let state = session.state();
            let on_the_floor = desk.on_the_floor().filter_map(|number| state.question(number));
            self.stopwatches.start(state, on_the_floor, self.now);
        }
    }

    /// Takes in what the last frame showed.
    pub fn seen(&mut self, seen: ScreenMetrics) {
        match &mut self.screen {
            Screen::Start(start) => {
                (start.top, start.page) = (seen.top, seen.page);
                start.help_pages = seen.help;
                start.help = start.help.map(|scroll| scroll.min(seen.help.limit));
            }
            Screen::Desk(desk) => {
                desk.seen(seen);
                if let Some(Overlay::Help { scroll }) = &mut desk.overlay {
                    *scroll = (*scroll).min(seen.help.limit);
                }
            }
            Screen::Replay(replay) => {
                replay.desk.seen(seen);
                match &mut replay.overlay {
                    Some(ReplayOverlay::Help { scroll }) => {
                        *scroll = (*scroll).min(seen.help.limit);
                    }
                    Some(ReplayOverlay::Changes(compared)) => {
                        compared.scroll = compared.scroll.min(seen.help.limit);
                    }
                    _ => {}
                }
            }
        }
    }

    fn scope(&self) -> Scope {
        match &self.screen {
            Screen::Start(start) => start.scope(),
            Screen::Desk(desk) => desk.scope(),
            Screen::Replay(replay) => replay.scope(),
        }
    }

    fn key_of_everywhere(&mut self, key: Key) -> Option<Vec<Effect>> {
        match lookup(self.scope(), key)? {
            Action::Redraw => return Some(vec![Effect::Redraw]),
            Action::Language => self.lang = self.lang.other(),
            Action::Theme => self.theme = self.theme.next(),
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
}

impl Theme {
    fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::Plain,
            Self::Plain => Self::Dark,
        }
    }
}

fn update_desk(desk: &mut Desk, input: Message, env: &mut Env) -> Vec<Effect> {
    match input {
        Message::Key(key) => return desk.key(key, env),
        Message::Paste(pasted) => desk.paste(&pasted, env),
        Message::Click(target) => return desk.click(&target, env),
        Message::Scroll { over, lines } => desk.wheel(&over, lines, env.session),
        Message::Settled { ticket, events, fingerprint } => {
            desk.fingerprint = fingerprint;
            let mut effects = desk.settled(ticket, &events, env.session);
            effects.extend(desk.release_waiting_keys(env));
            return effects;
        }
        Message::Refused { ticket, refusal } => {
            desk.refused(ticket, refusal);
            return desk.release_waiting_keys(env);
        }
        Message::Failed { ticket, why } => {
            desk.failed(ticket, &why);
            return desk.release_waiting_keys(env);
        }
        Message::Copies { held, wanted, why } => desk.told_copies((held, wanted), why),
        Message::Moved { file, why } => {
            desk.file = file;
            desk.notice = Some(Notice::Trouble(why));
        }
        Message::RecordedItself { fingerprint } => {
            desk.fingerprint = fingerprint;
            desk.refresh(env.session);
        }
        Message::Unfollowed(why) => desk.saved = SaveState::Trouble(why),
        Message::Changed { fingerprint } => {
            desk.saved = SaveState::Watching;
            desk.fingerprint = fingerprint;
            desk.refresh(env.session);
        }
        Message::Transcript(Ok(file)) => {
            if let Some(Overlay::Closed { transcript }) = &mut desk.overlay {
                *transcript = Some(file.clone());
            }
            desk.notice = Some(Notice::TranscriptWritten(file));
        }
        Message::Transcript(Err(why)) | Message::Trouble(why) => {
            desk.notice = Some(Notice::Trouble(why));
        }
        Message::Held(_)
        | Message::Asked(_)
        | Message::Drag(_)
        | Message::Passed { .. }
        | Message::Live(_)
        | Message::Notes(_)
        | Message::Noted(_) => {}
    }
    Vec::new()
}
