//! Looking back: any moment is the fold of what came before it, from whichever side it is sought.

use doithoai::i18n::Lang;
use doithoai::session::Session;
use doithoai::tui::model::replay::Replay;
use doithoai::tui::model::{Model, Screen, Theme};
use doithoai::tui::view::draw;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::commands::{RandomCommand, random_commands};
use super::{assert_same, replayed};

/// A session long enough to have saved states along the way.
fn long_session(commands: &[RandomCommand], events: usize) -> Result<Session, TestCaseError> {
    let mut session = super::opened();
    let mut minutes = 0;
    for random in commands.iter().cycle().take(events * 10) {
        if session.history().len() >= events {
            break;
        }
        let occasion = random.occasion(&mut minutes);
        let decided = session.decide(random.command(&session), &occasion).unwrap_or_default();
        for recorded in decided {
            session
                .apply(recorded)
                .map_err(|refusal| TestCaseError::fail(format!("refused: {refusal:?}")))?;
        }
    }
    prop_assert!(session.history().len() >= events, "nearly all were refused");
    Ok(session)
}

fn is_the_fold_of_the_first(events: usize, whole: &Session) -> Result<(), TestCaseError> {
    let then = whole.as_of(events);
    let lived = Session::replayed(&whole.history()[..events])
        .map_err(|refused| TestCaseError::fail(format!("the log is refused: {refused:?}")))?;
    assert_same(&then, &lived)
}

/// What the reviewer sees of a replay.
fn seen(replay: Replay, whole: &Session) -> String {
    let now = whole.last_at().expect("it has begun");
    let screen = Screen::Replay(Box::new(replay));
    let app = Model { theme: Theme::Ascii, ..Model::new(Lang::Vi, now, screen) };
    let mut terminal = Terminal::new(TestBackend::new(120, 36)).expect("a terminal");
    terminal.draw(|frame| drop(draw(frame, &app, Some(whole)))).expect("drawn");
    terminal.backend().to_string()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..super::settings() })]

    #[test]
    fn a_replay_shows_the_same_from_whichever_side_its_moment_was_sought(
        commands in random_commands(60..120),
        moments in proptest::collection::vec(1_usize..=400, 1..12),
    ) {
        let whole = long_session(&commands, 400)?;
        let fresh = |moment| {
            let mut replay = Replay::new(&whole, String::new(), false);
            replay.seek(&whole, moment);
            replay
        };
        let mut sought = Replay::new(&whole, String::new(), false);
        for moment in moments {
            sought.seek(&whole, moment);
            assert_same(&sought.then, &Session::replayed(&whole.history()[..sought.position]).expect("the log"))?;
            // What is chosen stays chosen where the moment itself is about nothing.
            let mut alike = fresh(moment);
            (alike.desk.chosen, alike.desk.chosen_task) = (sought.desk.chosen, sought.desk.chosen_task);
            prop_assert_eq!(seen(alike, &whole), seen(sought.clone(), &whole), "at {}", moment);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, ..super::settings() })]

    #[test]
    fn any_moment_is_the_fold_of_what_came_before_it_from_whichever_side_it_is_sought(
        commands in random_commands(150..220),
        moments in proptest::collection::vec(0_usize..=2_600, 8),
    ) {
        let whole = long_session(&commands, 2_600)?;
        let mut from = whole.clone();
        for moment in moments {
            let moment = moment.min(whole.history().len());
            is_the_fold_of_the_first(moment, &whole)?;
            // A session that looks back can be looked back from, and the whole is as it was.
            let earlier = moment.min(from.history().len());
            from = from.as_of(earlier);
            assert_same(&from, &whole.as_of(earlier))?;
        }
        assert_same(&whole, &replayed(&whole)?)?;
    }

    #[test]
    fn a_session_that_looks_back_can_go_another_way_and_leaves_the_whole_as_it_was(
        commands in random_commands(120..160),
        moment in 0_usize..1_500,
    ) {
        let whole = long_session(&commands, 1_500)?;
        let before = replayed(&whole)?;
        let mut other = whole.as_of(moment.max(1));
        let mut minutes = 1_000_000;
        for random in commands.iter().rev().take(40) {
            let occasion = random.occasion(&mut minutes);
            for recorded in other.decide(random.command(&other), &occasion).unwrap_or_default() {
                other.apply(recorded).map_err(|refusal| TestCaseError::fail(format!("{refusal:?}")))?;
            }
        }
        assert_same(&other, &replayed(&other)?)?;
        for moment in [0, moment, other.history().len()] {
            is_the_fold_of_the_first(moment.min(other.history().len()), &other)?;
        }
        assert_same(&whole, &before)?;
    }
}
