//! A desk without a terminal or a disk: keys go in, the session and the screen come out.

use doithoai::i18n::Lang;
use doithoai::session::Session;
use doithoai::session::command::{Command, Moment, Occasion};
use doithoai::session::number::QuestionNo;
use doithoai::session::question::Question;
use doithoai::session::time::Timestamp;
use doithoai::tui::model::desk::{Desk, DeskMode};
use doithoai::tui::model::draft::Draft;
use doithoai::tui::model::{Effect, Message, Model, Screen, ScreenMetrics, ScrollRange, Target};
use doithoai::tui::view::{DrawnFrame, draw};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// A desk over a session in memory; time moves by a second at every key.
#[derive(Clone)]
pub struct Stage {
    pub app: Model,
    pub session: Session,
    /// What the desk asked of the shell besides recording.
    pub asked: Vec<Effect>,
    /// While true, commands wait instead of being recorded.
    pub slow: bool,
    waiting: Vec<(u64, Command)>,
    millis: i64,
    hurried: bool,
    /// The window is too small to show anything.
    pub blind: bool,
}

impl Stage {
    /// A running session with three responders and no question yet.
    pub fn new() -> Self {
        Self::with(&[])
    }

    /// The same, after these commands (JSON, as `apply` takes them).
    pub fn with(commands: &[&str]) -> Self {
        let mut stage = Self::bare(Session::new());
        stage.run(r#"{"command":"open","title":"Đối thoại thử","number":11}"#);
        for (id, name, short, remit) in [
            ("so-khcn", "Sở Khoa học và Công nghệ", "Sở KHCN", "quỹ nghiên cứu"),
            ("so-xd", "Sở Xây dựng", "SXD", "nhà ở, nhà trọ"),
            ("thanh-doan", "Thành đoàn", "TĐ", "cán bộ Đoàn"),
        ] {
            stage.run(&format!(
                r#"{{"command":"add_responder","responder":{{"id":"{id}","name":"{name}","short":"{short}","kind":"agency","remit":["{remit}"]}}}}"#
            ));
        }
        for command in commands {
            stage.run(command);
        }
        stage.app.screen =
            Screen::Desk(Box::new(Desk::new(&stage.session, DeskMode::Writing, Vec::new())));
        stage
    }

    fn bare(session: Session) -> Self {
        let desk = Desk::new(&session, DeskMode::Writing, Vec::new());
        let app = Model::new(Lang::Vi, moment(0), Screen::Desk(Box::new(desk)));
        Self {
            app,
            session,
            asked: Vec::new(),
            slow: false,
            waiting: Vec::new(),
            millis: 0,
            hurried: false,
            blind: false,
        }
    }

    /// The program after a crash: the same session, a new desk, and the drafts that were kept.
    pub fn restarted(self) -> Self {
        let drafts = self.kept();
        let mut stage = Self::bare(self.session);
        let desk = Desk::new(&stage.session, DeskMode::Writing, Vec::new());
        stage.app.show(Screen::Desk(Box::new(desk)));
        stage.app.offer_drafts(drafts);
        stage
    }

    /// The drafts as the state folder would hold them, through their file's form and back.
    pub fn kept(&self) -> Vec<Draft> {
        let text = serde_json::to_string(&self.desk().unrecorded(&self.session)).expect("drafts");
        serde_json::from_str(&text).expect("drafts again")
    }

    /// Keys come faster than frames are drawn, from now on or no longer.
    pub fn hurried(&mut self, hurried: bool) -> &mut Self {
        self.hurried = hurried;
        self
    }

    pub fn desk(&self) -> &Desk {
        match &self.app.screen {
            Screen::Desk(desk) => desk,
            other => panic!("no desk is up: {other:?}"),
        }
    }

    /// Types: letters as they are, other keys as `<Enter>`, `<Ctrl+S>`.
    pub fn keys(&mut self, typed: &str) -> &mut Self {
        for key in super::keys::typed(typed) {
            self.input(Message::Key(key));
        }
        self
    }

    pub fn paste(&mut self, pasted: &str) -> &mut Self {
        self.input(Message::Paste(pasted.to_owned()));
        self
    }

    pub fn input(&mut self, input: Message) {
        self.millis += 1000;
        self.app.now = moment(self.millis);
        for effect in self.app.update(Some(&self.session), input) {
            match effect {
                Effect::Submit { ticket, command } if self.slow => {
                    self.waiting.push((ticket, command));
                }
                Effect::Submit { ticket, command } => self.submit(ticket, command),
                other => self.asked.push(other),
            }
        }
        if !self.hurried {
            self.app.was_drawn(ScreenMetrics {
                top: 0,
                page: 20,
                scroll_limit: 100,
                overlay: ScrollRange { limit: 100, ..ScrollRange::default() },
                field: None,
                too_small: false,
            });
        }
    }

    /// The disk catches up.
    pub fn caught_up(&mut self) {
        self.slow = false;
        for (ticket, command) in std::mem::take(&mut self.waiting) {
            self.submit(ticket, command);
        }
    }

    fn submit(&mut self, ticket: u64, command: Command) {
        let answer = match self.session.decide(command, &self.occasion()) {
            Err(refusal) => Message::Refused { ticket, refusal },
            Ok(events) => {
                for event in &events {
                    self.session.apply(event.clone()).expect("what is decided is accepted");
                }
                Message::Settled { ticket, events, fingerprint: String::new() }
            }
        };
        let more = self.app.update(Some(&self.session), answer);
        for effect in more {
            match effect {
                Effect::Submit { ticket, command } => self.submit(ticket, command),
                other => self.asked.push(other),
            }
        }
    }

    /// What a terminal of this size shows now; the desk is told what was seen, as by the shell.
    pub fn screen(&mut self, columns: u16, rows: u16) -> String {
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a terminal");
        let mut drawn = DrawnFrame::default();
        let (app, session) = (&self.app, &self.session);
        terminal.draw(|frame| drawn = draw(frame, app, Some(session))).expect("drawn");
        self.app.was_drawn(drawn.metrics);
        terminal.backend().to_string()
    }

    /// What is under the mouse in a window of this size.
    pub fn under(&mut self, columns: u16, rows: u16, column: u16, row: u16) -> Option<Target> {
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a terminal");
        let mut drawn = DrawnFrame::default();
        let (app, session) = (&self.app, &self.session);
        terminal.draw(|frame| drawn = draw(frame, app, Some(session))).expect("drawn");
        drawn.hit_map.at(column, row).cloned()
    }

    /// Records a command behind the desk's back.
    pub fn run(&mut self, command: &str) {
        self.millis += 1000;
        let command: Command = serde_json::from_str(command).expect("a command");
        let events = self.session.decide(command, &self.occasion()).expect("permitted");
        for event in events {
            self.session.apply(event).expect("accepted");
        }
    }

    fn occasion(&self) -> Occasion {
        let salt = "00112233445566778899aabbccddeeff".to_owned();
        Occasion { at: Moment::Clock(moment(self.millis)), by: "moderator".to_owned(), salt }
    }

    pub fn question(&self, number: u32) -> &Question {
        self.session.state().question(QuestionNo(number)).expect("the question")
    }

    pub fn status(&self, number: u32) -> &'static str {
        self.question(number).status.name()
    }

    pub fn last_event(&self) -> &'static str {
        self.session.history().last().expect("an event").event.name()
    }
}

/// 8:00 in the morning and so many milliseconds.
pub fn moment(millis: i64) -> Timestamp {
    let start: Timestamp = "2024-03-22T08:00:00+07:00".parse().expect("a time");
    Timestamp::new(start.moment() + chrono::TimeDelta::milliseconds(millis))
}
