//! One message in, the effects it asks for out.

use crate::search::advice::AdviceRequest;
use crate::session::Session;
use crate::session::queue::Group;

use super::bindings::Scope;
use super::desk::{Desk, DeskMode, Notice, SaveState};
use super::draft::Draft;
use super::edit::FieldGeometry;
use super::form::Form;
use super::overlay::{Confirmation, Overlay};
use super::replay::{Replay, ReplayNotice};
use super::start::Start;
use super::stopwatch::ScreenClock;
use super::trouble::Trouble;
use super::{Effect, Env, Message, Model, Screen, ScreenMetrics, Target, Theme};

impl Model {
    /// Takes in what happened. `session` is the one the screen is about; the start screen has none.
    pub fn update(&mut self, session: Option<&Session>, message: Message) -> Vec<Effect> {
        let effects = self.take_message(session, message);
        if let (Screen::Replay(replay), Some(whole)) = (&self.screen, session) {
            replay.refresh_charts(whole, &mut self.overlays);
        }
        if let (Screen::Desk(desk), Some(session)) = (&mut self.screen, session) {
            desk.offer_suggestions(session);
        }
        effects
    }

    /// What is to be judged in the background now.
    pub fn wanted_advice(&self, session: &Session) -> Option<AdviceRequest> {
        match &self.screen {
            Screen::Desk(desk) if desk.mode == DeskMode::Writing => desk.wanted_advice(session),
            Screen::Start(_) | Screen::Desk(_) | Screen::Replay(_) => None,
        }
    }

    fn take_message(&mut self, session: Option<&Session>, message: Message) -> Vec<Effect> {
        let Some(message) = self.take_stray(session, message) else { return Vec::new() };
        match message {
            Message::Key(key) => return self.key(key, session),
            Message::Paste(pasted) => self.paste(&pasted, session),
            Message::Click(target) => return self.click(&target, session),
            Message::Drag(Target::Bar { cell, of }) => {
                if let (Screen::Replay(replay), Some(whole)) = (&mut self.screen, session) {
                    replay.scrub(cell, of, whole);
                }
            }
            Message::Drag(_) => {}
            Message::Scroll { over, lines } => self.scroll(&over, lines, session),
            Message::Held(held) => {
                self.overlays.open(Overlay::Confirm(Confirmation::Watch(held)));
            }
            Message::Asked(request) => {
                self.overlays.open(Overlay::Confirm(Confirmation::Open(request)));
            }
            Message::PaperProgressed { kib } => self.paper_progressed(kib),
            Message::PaperWritten { order, done } => self.paper_written(&order, done),
            other => return self.take_result(other, session),
        }
        Vec::new()
    }

    /// Takes in what came of something that was asked of the program, or what others did.
    fn take_result(&mut self, message: Message, session: Option<&Session>) -> Vec<Effect> {
        let mut effects = match self.parts(session) {
            None => match (&mut self.screen, message) {
                (Screen::Start(start), message) => {
                    update_start(start, message);
                    Vec::new()
                }
                (Screen::Desk(_) | Screen::Replay(_), _) => Vec::new(),
            },
            Some((Screen::Start(start), _)) => {
                update_start(start, message);
                Vec::new()
            }
            Some((Screen::Desk(desk), mut env)) => update_desk(desk, message, &mut env),
            Some((Screen::Replay(replay), mut env)) => {
                update_replay(replay, message, &mut env);
                Vec::new()
            }
        };
        effects.extend(self.release_waiting_keys(session));
        effects
    }

    /// The screen, and what its actions may read; `None` without a session.
    pub(super) fn parts<'a>(
        &'a mut self,
        session: Option<&'a Session>,
    ) -> Option<(&'a mut Screen, Env<'a>)> {
        let Self { lang, telex, now, screen, overlays, metrics, .. } = self;
        let (lang, now, metrics) = (*lang, *now, *metrics);
        Some((screen, Env { session: session?, now, lang, telex, overlays, metrics }))
    }

    /// Shows another screen; overlays are closed.
    pub fn show(&mut self, screen: Screen) {
        self.screen = screen;
        self.overlays.close_all();
        self.metrics = ScreenMetrics::default();
    }

    /// Offers to reopen what an earlier run left unfinished.
    pub fn offer_drafts(&mut self, drafts: Vec<Draft>) {
        let Screen::Desk(desk) = &mut self.screen else { return };
        if !drafts.is_empty() {
            self.overlays.open(Overlay::Drafts { selected: 0 });
        }
        desk.drafts = drafts;
    }

    /// What the desk is timed by.
    pub fn clock(&self) -> ScreenClock<'_> {
        ScreenClock { wall: self.now, stopwatches: Some(&self.stopwatches) }
    }

    /// Starts the stopwatches of what has come to the floor.
    pub fn start_stopwatches(&mut self, session: Option<&Session>) {
        if let (Screen::Desk(desk), Some(session)) = (&self.screen, session) {
            let state = session.state();
            let on_the_floor = desk.queue.in_group(Group::OnTheFloor);
            let on_the_floor = on_the_floor.filter_map(|number| state.question(number));
            self.stopwatches.start(state, on_the_floor, self.now);
        }
    }

    /// Takes in what the last frame showed.
    pub fn was_drawn(&mut self, metrics: ScreenMetrics) {
        self.metrics = metrics;
        self.keep_overlay_in_range();
        if let Some(geometry) = metrics.field {
            self.field_was_drawn(geometry);
        }
        match &mut self.screen {
            Screen::Start(_) => {}
            Screen::Desk(desk) => desk.was_drawn(metrics.scroll_limit),
            Screen::Replay(replay) => replay.desk.was_drawn(metrics.scroll_limit),
        }
    }

    fn field_was_drawn(&mut self, geometry: FieldGeometry) {
        if self.overlays.cover_forms() {
            if let Some(overlay) = self.overlays.top_mut() {
                overlay.field_was_drawn(geometry);
            }
            return;
        }
        let form = match &mut self.screen {
            Screen::Start(start) => start.form.as_mut(),
            Screen::Desk(desk) => desk.forms.last_mut(),
            Screen::Replay(_) => None,
        };
        if let Some(field) = form.and_then(Form::focused_mut) {
            field.field.was_drawn(geometry);
        }
    }

    /// Where a key is looked up now.
    pub fn scope(&self) -> Scope {
        let form = self.screen.form();
        match (self.overlays.top(), form) {
            (Some(overlay), _) if self.overlays.cover_forms() => overlay.scope(),
            (_, Some(form)) => form.scope(),
            (Some(overlay), None) => overlay.scope(),
            (None, None) => self.screen.scope(),
        }
    }
}

impl Screen {
    /// Where its keys are looked up while no form and no overlay is open.
    pub fn scope(&self) -> Scope {
        match self {
            Self::Start(_) => Scope::Start,
            Self::Desk(_) => Scope::Desk,
            Self::Replay(_) => Scope::Replay,
        }
    }

    /// The form being filled.
    pub fn form(&self) -> Option<&Form> {
        match self {
            Self::Start(start) => start.form.as_ref(),
            Self::Desk(desk) => desk.form(),
            Self::Replay(_) => None,
        }
    }

    /// The drafts kept of the form being filled, the one that would be continued first.
    pub fn drafts_of_form(&self) -> impl Iterator<Item = &Draft> {
        let drafts: &[Draft] = match self {
            Self::Start(start) => &start.drafts,
            Self::Desk(desk) => &desk.drafts,
            Self::Replay(_) => &[],
        };
        let form = self.form();
        drafts.iter().rev().filter(move |draft| form.is_some_and(|form| draft.is_of(form)))
    }
}

impl Theme {
    pub(super) fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::NoColour,
            Self::NoColour => Self::Ascii,
            Self::Ascii => Self::Dark,
        }
    }
}

fn update_start(start: &mut Start, message: Message) {
    if let Message::Trouble(why) = message {
        start.trouble = Some(why);
    }
}

fn update_replay(replay: &mut Replay, message: Message, env: &mut Env) {
    let whole = env.session;
    match message {
        Message::Passed { millis } => replay.pass(millis, whole),
        Message::SearchOn => replay.search_on(whole, env.overlays),
        Message::Live(live) => replay.live = live,
        Message::Changed { .. } => replay.grown(whole, env.overlays),
        Message::Notes(notes) => replay.notes = notes,
        Message::Noted(told) => replay.noted(told, env.overlays),
        Message::Unfollowed(why) if replay.damage.is_none() => replay.damage = Some(why),
        Message::Trouble(why) => replay.notice = Some(ReplayNotice::Trouble(why)),
        // A replay submits nothing, and its keys are taken before.
        Message::Key(_)
        | Message::Paste(_)
        | Message::Stray(_)
        | Message::Silence
        | Message::Click(_)
        | Message::Drag(_)
        | Message::Scroll { .. }
        | Message::Settled { .. }
        | Message::Refused { .. }
        | Message::Failed { .. }
        | Message::Copies { .. }
        | Message::Moved(_)
        | Message::RecordedItself { .. }
        | Message::Unfollowed(_)
        | Message::PaperProgressed { .. }
        | Message::PaperWritten { .. }
        | Message::TableProgressed { .. }
        | Message::TablePlanned { .. }
        | Message::Advised(_)
        | Message::ThemesGrouped(_)
        | Message::Held(_)
        | Message::Asked(_) => {}
    }
}

fn update_desk(desk: &mut Desk, message: Message, env: &mut Env) -> Vec<Effect> {
    match message {
        Message::Settled { ticket, events, fingerprint } => {
            desk.fingerprint = fingerprint;
            return desk.settled(ticket, &events, env);
        }
        Message::Refused { ticket, refusal } => desk.refused(ticket, refusal),
        Message::Failed { ticket, why } => desk.failed(ticket, &why),
        Message::Copies { held, wanted, why } => {
            desk.replication_changed((held, wanted), why, env);
        }
        Message::Moved(relocation) => {
            desk.file = relocation.to.display().to_string();
            desk.notice = Some(Notice::Trouble(Trouble::Relocated(relocation)));
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
        Message::TableProgressed { rows, expected } => {
            Desk::table_progressed(rows, expected, env);
        }
        Message::TablePlanned { path, planned } => Desk::table_planned(&path, planned, env),
        Message::Advised(advice) => desk.advised(*advice, env),
        Message::ThemesGrouped(groups) => Desk::themes_grouped(groups, env),
        Message::SearchOn => desk.search_on(env.session.state(), env.overlays),
        Message::Trouble(why) => desk.notice = Some(Notice::Trouble(why)),
        Message::Key(_)
        | Message::Paste(_)
        | Message::Stray(_)
        | Message::Silence
        | Message::Click(_)
        | Message::Scroll { .. }
        | Message::Held(_)
        | Message::Asked(_)
        | Message::PaperProgressed { .. }
        | Message::PaperWritten { .. }
        | Message::Drag(_)
        | Message::Passed { .. }
        | Message::Live(_)
        | Message::Notes(_)
        | Message::Noted(_) => {}
    }
    Vec::new()
}
