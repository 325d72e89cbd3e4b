//! A replay at which a test types and lets time pass.

use doithoai::i18n::Lang;
use doithoai::review::notes::{ListedNote, Note, NoteFlag, NoteId, NoteSubject, Pin};
use doithoai::session::Session;
use doithoai::session::command::{Command, Moment, Occasion};
use doithoai::tui::model::replay::Replay;
use doithoai::tui::model::{Message, Screen};

use super::session::{at, whole_morning};
use super::stage::{Stage, model};

/// A screen on which a session is replayed.
impl Stage {
    /// Before the first event of the whole morning.
    pub fn replay_of_the_morning() -> Self {
        Self::replay_of(&whole_morning().session, false)
    }

    /// Before a session; `live` while it is still recorded.
    pub fn replay_of(whole: &Session, live: bool) -> Self {
        let replay = Replay::new(whole, "sessions/lan-11.json".to_owned(), live);
        let screen = Screen::Replay(Box::new(replay));
        Self::of(model(Lang::Vi, at("21:00:00"), screen), whole.clone())
    }

    pub fn replay(&self) -> &Replay {
        match &self.model.screen {
            Screen::Replay(replay) => replay,
            other => panic!("no replay is up: {other:?}"),
        }
    }

    pub fn replay_mut(&mut self) -> &mut Replay {
        match &mut self.model.screen {
            Screen::Replay(replay) => replay,
            other => panic!("no replay is up: {other:?}"),
        }
    }

    pub fn position(&self) -> usize {
        self.replay().position
    }

    /// The name of the last event that happened at the moment looked at.
    pub fn event(&self) -> &'static str {
        self.replay().then.history().last().map_or("", |last| last.event.name())
    }

    /// The moment right after the `place`th event of a name, from 1.
    pub fn moment_of(&self, name: &str, place: usize) -> usize {
        let named = self.session.history().iter().filter(|recorded| recorded.event.name() == name);
        let found = named.clone().nth(place - 1);
        usize::try_from(found.unwrap_or_else(|| panic!("no {name} {place}")).seq.0).expect("small")
    }

    pub fn passes(&mut self, millis: u32) -> &mut Self {
        self.input(Message::Passed { millis });
        self
    }

    /// The moderator goes on while the replay is looked at.
    pub fn goes_on(&mut self, command: Command) -> &mut Self {
        let at = self.session.last_at().expect("it has begun");
        let occasion = Occasion::new(Moment::Given(at), "mc", "00");
        for event in self.session.decide(command, &occasion).expect("permitted") {
            self.session.apply(event).expect("accepted");
        }
        self.input(Message::Changed { fingerprint: String::new() })
    }

    /// What the whole screen shows, where nothing is cut.
    pub fn wide(&mut self) -> String {
        self.screen(160, 40)
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

    /// A note on a moment, as it is listed; the record was rewritten since.
    pub fn note(&self, moment: usize, text: &str, is_own: bool) -> ListedNote {
        let mark = |events: u64| format!("{events}:{}", "0".repeat(64)).parse().expect("a mark");
        let pin = Pin { at: mark(moment as u64), seen: mark(self.session.history().len() as u64) };
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
