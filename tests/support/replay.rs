//! A reviewer's seat without a terminal or a disk: keys and time go in, the moment and the screen come out.

use doithoai::i18n::Lang;
use doithoai::review::notes::{ListedNote, Note, NoteFlag, NoteId, NoteSubject, Pin};
use doithoai::session::Session;
use doithoai::session::command::{Command, Moment, Occasion};
use doithoai::session::number::QuestionNo;
use doithoai::session::payload::{Edit, Quality};
use doithoai::session::time::Timestamp;
use doithoai::tui::model::replay::Replay;
use doithoai::tui::model::{Effect, Message, Model, Screen, Target};
use doithoai::tui::view::{DrawnFrame, draw};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::session::{Stage, app, at, morning};

/// A replay in somebody's hands.
pub struct Seat {
    pub app: Model,
    pub whole: Session,
    /// What the replay asked of the shell.
    pub asked: Vec<Effect>,
    now: Timestamp,
}

/// The morning on, with an answer put right, a question said anew and a route taken back.
pub fn whole_morning() -> Stage {
    let mut stage = morning();
    stage
        .answers(2, "Thành ủy sẽ rà soát từng đồng chí trong tháng 7.", Quality::Full)
        .does(Command::AmendAnswer {
            question: QuestionNo(2),
            answer: None,
            text: "Thành ủy sẽ rà soát từng đồng chí trong tháng 8.".into(),
            why: "nói nhầm tháng".into(),
        })
        .does(Command::EditQuestion(Edit {
            question: QuestionNo(6),
            text: "Xin đặt đèn giao thông trước cổng trường.".into(),
            why: Some("ghi lại có dấu".into()),
        }))
        .routes(6, "so-xd", &[])
        .does(Command::Undo { undoes: None, why: Some("bấm nhầm".into()) })
        .calls(3)
        .begins(3)
        .answers(3, "Thành phố lập quỹ nghiên cứu từ năm tới.", Quality::Partial);
    stage
}

impl Seat {
    /// Before the first event of the whole morning.
    pub fn new() -> Self {
        Self::before(&whole_morning().session, false)
    }

    /// Before a session; `live` while somebody still writes it.
    pub fn before(whole: &Session, live: bool) -> Self {
        let replay = Replay::new(whole, "sessions/lan-11.json".to_owned(), live);
        let now = at("21:00:00");
        let app = app(Lang::Vi, now, Screen::Replay(Box::new(replay)));
        Self { app, whole: whole.clone(), asked: Vec::new(), now }
    }

    pub fn replay(&self) -> &Replay {
        match &self.app.screen {
            Screen::Replay(replay) => replay,
            other => panic!("no film is up: {other:?}"),
        }
    }

    pub fn replay_mut(&mut self) -> &mut Replay {
        match &mut self.app.screen {
            Screen::Replay(replay) => replay,
            other => panic!("no film is up: {other:?}"),
        }
    }

    pub fn position(&self) -> usize {
        self.replay().position
    }

    /// The name of the event under the selected.
    pub fn event(&self) -> &'static str {
        self.replay().then.history().last().map_or("", |last| last.event.name())
    }

    /// The moment right after the `place`th event of a name, from 1.
    pub fn moment_of(&self, name: &str, place: usize) -> usize {
        let named = self.whole.history().iter().filter(|recorded| recorded.event.name() == name);
        let found = named.clone().nth(place - 1);
        usize::try_from(found.unwrap_or_else(|| panic!("no {name} {place}")).seq.0).expect("small")
    }

    /// Types: letters as they are, other keys as `<Enter>`, `<Ctrl+S>`.
    pub fn keys(&mut self, typed: &str) -> &mut Self {
        for key in super::keys::typed(typed) {
            self.input(Message::Key(key));
        }
        self
    }

    pub fn passes(&mut self, millis: u32) -> &mut Self {
        self.input(Message::Passed { millis });
        self
    }

    pub fn input(&mut self, input: Message) -> &mut Self {
        self.app.now = self.now;
        let asked = self.app.update(Some(&self.whole), input);
        self.asked.extend(asked);
        self
    }

    /// The moderator goes on while the replay is looked at.
    pub fn goes_on(&mut self, command: Command) -> &mut Self {
        let at = self.whole.last_at().expect("it has begun");
        let occasion = Occasion { at: Moment::Given(at), by: "mc".into(), salt: "00".into() };
        for event in self.whole.decide(command, &occasion).expect("permitted") {
            self.whole.apply(event).expect("accepted");
        }
        self.input(Message::Changed { fingerprint: String::new() })
    }

    fn drawn(&mut self, columns: u16, rows: u16) -> (Terminal<TestBackend>, DrawnFrame) {
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a terminal");
        let mut drawn = DrawnFrame::default();
        let (app, whole) = (&self.app, &self.whole);
        terminal.draw(|frame| drawn = draw(frame, app, Some(whole))).expect("drawn");
        self.app.was_drawn(drawn.metrics);
        (terminal, drawn)
    }

    pub fn screen(&mut self, columns: u16, rows: u16) -> String {
        self.drawn(columns, rows).0.backend().to_string()
    }

    /// What the whole screen shows, where nothing is cut.
    pub fn wide(&mut self) -> String {
        self.screen(160, 40)
    }

    pub fn under(&mut self, columns: u16, rows: u16, column: u16, row: u16) -> Option<Target> {
        self.drawn(columns, rows).1.hit_map.at(column, row).cloned()
    }

    #[track_caller]
    pub fn shows(&mut self, words: &str) -> &mut Self {
        let screen = self.wide();
        assert!(screen.contains(words), "no {words:?} in\n{screen}");
        self
    }

    #[track_caller]
    pub fn hides(&mut self, words: &str) -> &mut Self {
        let screen = self.wide();
        assert!(!screen.contains(words), "{words:?} in\n{screen}");
        self
    }

    /// A note on a moment, as the shell lists it; its record was written anew since.
    pub fn note(&self, moment: usize, text: &str, is_own: bool) -> ListedNote {
        let mark = |events: u64| format!("{events}:{}", "0".repeat(64)).parse().expect("a mark");
        let pin = Pin { at: mark(moment as u64), seen: mark(self.whole.history().len() as u64) };
        let note = Note {
            id: NoteId(1),
            pin,
            about: NoteSubject::Moment,
            text: text.to_owned(),
            written: at("21:00:00"),
            edited: None,
        };
        let reviewer = if is_own { "Lan" } else { "Minh" }.to_owned();
        ListedNote {
            note,
            reviewer,
            is_own,
            at: Some(at("08:10:00")),
            flags: vec![NoteFlag::Rewritten],
        }
    }
}
