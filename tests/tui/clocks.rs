//! Clocks that are set, that change their offset, that sleep: the order holds and stopwatches run on.

use crate::support::session::{SessionBuilder, morning};
use crate::support::stage::{desk_of, shown};
use chrono::TimeDelta;
use doithoai::i18n::Lang;
use doithoai::session::Session;
use doithoai::session::command::{Command, Moment, Occasion};
use doithoai::session::number::QuestionNo;
use doithoai::session::payload::{On, Reason};
use doithoai::session::time::Timestamp;
use doithoai::tui::model::stopwatch::SteadyTime;
use doithoai::tui::model::{Model, Screen};

const HOUR: i64 = 3600;

/// A desk whose wall clock and steady clock go as the test says.
struct Clocked {
    built: SessionBuilder,
    app: Model,
    wall: Timestamp,
    steady: i64,
}

impl Clocked {
    /// Question 2 has been answered for three minutes and twelve seconds.
    fn opened() -> Self {
        let built = morning();
        let app = desk_of(&built, Lang::Vi);
        let wall = app.now;
        let mut clocked = Self { built, app, wall, steady: 77_777_123 };
        clocked.look();
        clocked
    }

    /// Both clocks go on by so many seconds.
    fn pass(&mut self, seconds: i64) -> &mut Self {
        self.steady += seconds * 1000;
        self.set_wall(seconds)
    }

    /// Somebody, or the network, sets the clock on the wall by so many seconds.
    fn set_wall(&mut self, seconds: i64) -> &mut Self {
        self.wall = Timestamp::new(self.wall.moment() + TimeDelta::seconds(seconds));
        self.look();
        self
    }

    fn does(&mut self, command: Command) {
        let occasion = Occasion::new(Moment::Clock(self.wall), "mc", "00");
        for event in self.built.session.decide(command, &occasion).expect("permitted") {
            self.built.session.apply(event).expect("applied");
        }
        if let Screen::Desk(desk) = &mut self.app.screen {
            desk.refresh(&self.built.session);
        }
        self.look();
    }

    /// As the loop does before each frame.
    fn look(&mut self) {
        self.app.now = self.wall;
        self.app.stopwatches.tell(SteadyTime(self.steady));
        self.app.start_stopwatches(Some(&self.built.session));
    }

    /// The session's clock, and the one on the floor.
    #[track_caller]
    fn assert_shows(&self, session: &str, floor: &str) {
        let text = shown(&self.app, Some(&self.built.session), 120, 36).text;
        let mut lines = text.lines();
        let header = lines.next().expect("the header");
        assert!(header.contains(&format!("ĐANG DIỄN RA {session} ")), "{session}: {header}");
        let line = lines.next().expect("the floor");
        assert!(line.trim_end().ends_with(&format!("  {floor}")), "{floor}: {line}");
    }
}

fn assert_in_order(session: &Session) {
    let times: Vec<Timestamp> = session.history().iter().map(|recorded| recorded.at).collect();
    assert!(times.is_sorted(), "{times:?}");
    assert!(Session::replayed(session.history()).is_ok());
}

#[test]
fn a_stopwatch_starts_from_the_events_time_when_a_session_is_opened() {
    let mut desk = Clocked::opened();
    desk.assert_shows("31:12", "3:12");
    desk.pass(48).assert_shows("32:00", "4:00");
}

#[test]
fn setting_the_clock_on_the_wall_moves_no_running_stopwatch() {
    let mut desk = Clocked::opened();
    desk.set_wall(HOUR).assert_shows("31:12", "3:12");
    desk.pass(1).assert_shows("31:13", "3:13");
    desk.set_wall(-2 * HOUR).assert_shows("31:13", "3:13");
    desk.pass(59).assert_shows("32:12", "4:12");
}

#[test]
fn what_comes_to_the_floor_after_the_clock_was_set_starts_from_nothing_and_in_order() {
    for set in [HOUR, -HOUR] {
        let mut desk = Clocked::opened();
        desk.set_wall(set);
        desk.does(Command::GiveAnswer {
            question: QuestionNo(2),
            by_responder: None,
            spoken_by: None,
            text: Some("Xong.".into()),
            quality: None,
        });
        desk.pass(5);
        desk.does(Command::CallQuestion(On { question: QuestionNo(3) }));
        desk.assert_shows("31:17", "0:00");
        desk.pass(70).assert_shows("32:27", "1:10");
        desk.set_wall(-set).assert_shows("32:27", "1:10");
        desk.does(Command::Undo { undoes: None, why: None });
        desk.does(Command::Undo { undoes: None, why: None });
        // The first one is back on the floor, as if it had never left it.
        desk.assert_shows("32:27", "4:27");
        assert_in_order(&desk.built.session);
    }
}

#[test]
fn a_time_earlier_than_the_last_event_is_raised_to_it() {
    let mut desk = Clocked::opened();
    let last = desk.built.session.last_at().expect("an event");
    desk.set_wall(-HOUR);
    desk.does(Command::Pause(Reason::default()));
    assert_eq!(desk.built.session.last_at(), Some(last));
    desk.pass(2 * HOUR);
    desk.does(Command::Resume(Reason::default()));
    assert!(desk.built.session.last_at() > Some(last));
    assert_in_order(&desk.built.session);
}

#[test]
fn daylight_saving_changes_what_the_clock_says_and_not_the_order() {
    let mut desk = Clocked::opened();
    // Summer time ends: the clock says an hour less, with another offset.
    let winter = chrono::FixedOffset::east_opt(6 * 3600).expect("an offset");
    desk.wall = Timestamp::new(desk.wall.moment().with_timezone(&winter));
    desk.pass(60);
    desk.assert_shows("32:12", "4:12");
    desk.does(Command::Pause(Reason::default()));
    assert_eq!(desk.built.session.last_at(), Some(desk.wall), "it is recorded as the wall says");
    assert_in_order(&desk.built.session);
}

#[test]
fn a_machine_that_slept_for_the_night_shows_the_night() {
    let mut desk = Clocked::opened();
    desk.pass(10 * HOUR).assert_shows("10:31:12", "10:03:12");
    let mut reopened = Clocked::opened();
    (reopened.wall, reopened.steady) = (desk.wall, 5);
    reopened.app.stopwatches.clear();
    reopened.look();
    reopened.assert_shows("10:31:12", "10:03:12");
}

#[test]
fn the_steady_clock_never_runs_back() {
    let readings: Vec<SteadyTime> =
        (0..1000).map(|_| doithoai::tui::runtime::clock::steady()).collect();
    assert!(readings.is_sorted());
}

#[test]
fn the_clock_of_a_reopened_session_does_not_count_the_time_it_was_closed() {
    let mut desk = Clocked::opened();
    desk.does(Command::Close(Reason::default()));
    desk.pass(2 * HOUR);
    desk.does(Command::Reopen(Reason::default()));
    let header = |desk: &Clocked| {
        let text = shown(&desk.app, Some(&desk.built.session), 120, 36).text;
        text.lines().next().unwrap_or_default().to_owned()
    };
    assert!(header(&desk).contains("ĐANG DIỄN RA 31:12 "), "{}", header(&desk));
    desk.pass(48);
    assert!(header(&desk).contains("ĐANG DIỄN RA 32:00 "), "{}", header(&desk));
    desk.does(Command::Close(Reason::default()));
    desk.pass(HOUR);
    assert!(header(&desk).contains(" 32:00 "), "{}", header(&desk));
    let mut again = Clocked::opened();
    again.built = desk.built;
    (again.wall, again.steady) = (desk.wall, 5);
    again.app.stopwatches.clear();
    again.does(Command::Reopen(Reason::default()));
    assert!(header(&again).contains("ĐANG DIỄN RA 32:00 "), "{}", header(&again));
}
