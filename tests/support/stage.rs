//! From stage to screen without a terminal or a disk: keys go in, the session and the screen come out.

use chrono::TimeDelta;
use doithoai::i18n::Lang;
use doithoai::import::command::read_line;
use doithoai::import::planned::TimedCommand;
use doithoai::search::advice::{AdviceRequest, Adviser};
use doithoai::search::known::Known;
use doithoai::search::past::PastSession;
use doithoai::session::Session;
use doithoai::session::command::{Command, Moment, Occasion};
use doithoai::session::event::Recorded;
use doithoai::session::number::QuestionNo;
use doithoai::session::pending_batch::PendingBatch;
use doithoai::session::question::Question;
use doithoai::session::refusal::Refusal;
use doithoai::session::time::Timestamp;
use doithoai::tui::model::desk::{Desk, DeskMode};
use doithoai::tui::model::draft::{Draft, KeptDraft};
use doithoai::tui::model::{Effect, Message, Model, Screen, ScreenMetrics, ScrollRange, Target};
use doithoai::tui::view::{DrawnFrame, draw};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Position;

use super::session::{SessionBuilder, at};

/// A model over a session in memory, as a terminal shows it.
#[derive(Clone)]
pub struct Stage {
    pub model: Model,
    pub session: Session,
    /// What the screen asked of the event loop besides recording.
    pub asked: Vec<Effect>,
    /// While true, commands wait instead of being recorded.
    pub slow: bool,
    waiting: Vec<(u64, Command)>,
    now: Timestamp,
    /// How far the clock goes at every message.
    step: TimeDelta,
    /// Whether a frame is drawn after every message.
    is_drawn: bool,
    /// The window is too small to show anything.
    pub too_small: bool,
    /// What is known to who judges the questions; nobody does unless a test wants it.
    known: Option<Known>,
    /// Who does, and how many events they know.
    adviser: Option<(Adviser, usize)>,
    judged: Option<AdviceRequest>,
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
        stage.model.screen =
            Screen::Desk(Box::new(Desk::new(&stage.session, DeskMode::Writing, Vec::new())));
        stage
    }

    fn bare(session: Session) -> Self {
        let desk = Desk::new(&session, DeskMode::Writing, Vec::new());
        let model = Model::new(Lang::Vi, at("08:00:00"), Screen::Desk(Box::new(desk)));
        Self { step: TimeDelta::seconds(1), is_drawn: true, ..Self::of(model, session) }
    }

    /// Any screen over a session: its clock stands, and it is drawn when it is asked for.
    pub fn of(model: Model, session: Session) -> Self {
        Self {
            now: model.now,
            model,
            session,
            asked: Vec::new(),
            slow: false,
            waiting: Vec::new(),
            step: TimeDelta::zero(),
            is_drawn: false,
            too_small: false,
            known: None,
            adviser: None,
            judged: None,
        }
    }

    /// From now on questions are judged at once, by this session and what else is known.
    #[must_use]
    pub fn advised_by(mut self, known: Known) -> Self {
        self.known = Some(known);
        self
    }

    /// What the thread that judges does: answers, unless nothing else is asked.
    fn judge(&mut self) {
        let Some(known) = &self.known else { return };
        let wanted = self.model.wanted_advice(&self.session);
        if wanted == self.judged {
            return;
        }
        self.judged.clone_from(&wanted);
        let Some(request) = wanted else { return };
        let events = self.session.history().len();
        let learned = self.adviser.take().filter(|(_, learned)| *learned == events);
        let (adviser, _) = learned.unwrap_or_else(|| {
            let past = PastSession::of(&self.session);
            (Adviser::of(known.clone(), past, events), events)
        });
        let told = Message::Advised(Box::new(adviser.advise(request)));
        self.adviser = Some((adviser, events));
        self.model.update(Some(&self.session), told);
    }

    /// The program after a crash: the same session, a new desk, and the drafts that were kept.
    pub fn restarted(self) -> Self {
        let drafts = self.kept();
        let mut stage = Self::bare(self.session);
        let desk = Desk::new(&stage.session, DeskMode::Writing, Vec::new());
        stage.model.show(Screen::Desk(Box::new(desk)));
        stage.model.offer_drafts(drafts);
        stage
    }

    /// The drafts as the state folder would hold them, through their file's form and back.
    pub fn kept(&self) -> Vec<Draft> {
        let file = Draft::encoded(&self.desk().unrecorded(&self.session));
        Draft::decoded(&file).expect("drafts again")
    }

    /// Keys come faster than frames are drawn, from now on or no longer.
    pub fn hurried(&mut self, hurried: bool) -> &mut Self {
        self.is_drawn = !hurried;
        self
    }

    pub fn desk(&self) -> &Desk {
        match &self.model.screen {
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

    pub fn input(&mut self, input: Message) -> &mut Self {
        self.pass_a_step();
        self.model.now = self.now;
        for effect in self.model.update(Some(&self.session), input) {
            match effect {
                Effect::Submit { ticket, command } if self.slow => {
                    self.waiting.push((ticket, command));
                }
                Effect::Submit { ticket, command } => self.submit(ticket, command),
                Effect::SubmitTogether { ticket, commands } => {
                    self.submit_together(ticket, commands);
                }
                other => self.asked.push(other),
            }
        }
        self.judge();
        if self.is_drawn {
            self.model.was_drawn(ScreenMetrics {
                top: 0,
                page: 20,
                scroll_limit: 100,
                overlay: ScrollRange { limit: 100, ..ScrollRange::default() },
                field: None,
                too_small: self.too_small,
            });
        }
        self
    }

    fn pass_a_step(&mut self) {
        self.now = Timestamp::new(self.now.moment() + self.step);
    }

    /// The disk catches up.
    pub fn caught_up(&mut self) {
        self.slow = false;
        for (ticket, command) in std::mem::take(&mut self.waiting) {
            self.submit(ticket, command);
        }
    }

    fn submit_together(&mut self, ticket: u64, commands: Vec<TimedCommand>) {
        let mut pending = PendingBatch::on(&self.session);
        let occasion = self.occasion();
        for timed in commands {
            // A refusal is told by the batch as a whole.
            let _ = pending.add(timed.command, &occasion);
        }
        self.settle(ticket, pending.into_events());
    }

    fn submit(&mut self, ticket: u64, command: Command) {
        let decided = self.session.decide(command, &self.occasion());
        self.settle(ticket, decided);
    }

    fn settle(&mut self, ticket: u64, decided: Result<Vec<Recorded>, Refusal>) {
        let answer = match decided {
            Err(refusal) => Message::Refused { ticket, refusal },
            Ok(events) => {
                for event in &events {
                    self.session.apply(event.clone()).expect("what is decided is accepted");
                }
                Message::Settled { ticket, events, fingerprint: String::new() }
            }
        };
        let more = self.model.update(Some(&self.session), answer);
        for effect in more {
            match effect {
                Effect::Submit { ticket, command } => self.submit(ticket, command),
                other => self.asked.push(other),
            }
        }
    }

    /// What a terminal of this size shows now; the model is told what was seen, as by the event loop.
    pub fn screen(&mut self, columns: u16, rows: u16) -> String {
        self.shown(columns, rows).text
    }

    /// What is under the mouse in a window of this size.
    pub fn under(&mut self, columns: u16, rows: u16, column: u16, row: u16) -> Option<Target> {
        self.shown(columns, rows).frame.hit_map.at(column, row).cloned()
    }

    fn shown(&mut self, columns: u16, rows: u16) -> Shown {
        let shown = shown(&self.model, Some(&self.session), columns, rows);
        self.model.was_drawn(shown.frame.metrics);
        shown
    }

    /// Records a command that the desk did not send.
    pub fn run(&mut self, command: &str) {
        self.pass_a_step();
        let command = read_line(command.as_bytes()).expect("a command").command;
        let events = self.session.decide(command, &self.occasion()).expect("permitted");
        for event in events {
            self.session.apply(event).expect("accepted");
        }
    }

    fn occasion(&self) -> Occasion {
        let salt = "00112233445566778899aabbccddeeff".to_owned();
        Occasion::new(Moment::Clock(self.now), "moderator", salt)
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

/// The desk three minutes and twelve seconds into the answer.
pub fn desk_of(built: &SessionBuilder, lang: Lang) -> Model {
    let mut now = built.session.last_at().expect("something happened");
    now = Timestamp::new(now.moment() + TimeDelta::seconds(192));
    let desk = Desk::new(&built.session, DeskMode::Writing, Vec::new());
    model(lang, now, Screen::Desk(Box::new(desk)))
}

/// A screen to which a person came from the start screen.
pub fn model(lang: Lang, now: Timestamp, screen: Screen) -> Model {
    Model { came_from_start: true, ..Model::new(lang, now, screen) }
}

/// What a frame looks like.
pub struct Shown {
    pub text: String,
    pub frame: DrawnFrame,
    pub cursor: Option<Position>,
    pub coloured: bool,
}

/// What a terminal of this size would show.
pub fn shown(model: &Model, session: Option<&Session>, width: u16, height: u16) -> Shown {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
    let mut drawn = DrawnFrame::default();
    let mut cursor = None;
    terminal
        .draw(|frame| {
            drawn = draw(frame, model, session);
        })
        .expect("drawn");
    let backend = terminal.backend();
    if backend.cursor_visible() {
        cursor = Some(backend.cursor_position());
    }
    let buffer = backend.buffer();
    let mut text = String::new();
    for y in 0..height {
        let mut line = String::new();
        let mut hidden = 0;
        for x in 0..width {
            if hidden > 0 {
                hidden -= 1;
                continue;
            }
            let symbol = buffer[(x, y)].symbol();
            hidden = unicode_width::UnicodeWidthStr::width(symbol).saturating_sub(1);
            line.push_str(symbol);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    let coloured = buffer.content.iter().any(|cell| {
        cell.fg != ratatui::style::Color::Reset || cell.bg != ratatui::style::Color::Reset
    });
    Shown { text, frame: drawn, cursor, coloured }
}
