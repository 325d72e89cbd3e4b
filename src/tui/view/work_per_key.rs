//! What a key or a frame does does not grow with the session: questions looked at are counted, not time.

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::i18n::Lang;
use crate::session::command::{Moment, Occasion};
use crate::session::fixture::session_of;
use crate::session::number::QuestionNo;
use crate::session::{Session, visits};
use crate::tui::model::action::Action;
use crate::tui::model::bindings::{BINDINGS, Scope};
use crate::tui::model::desk::{Desk, DeskMode, Pane};
use crate::tui::model::key::Key;
use crate::tui::model::{Effect, Message, Model, Screen};

/// Closing lists all that is unfinished, marking all marks a whole group, and taking an early step back folds
/// again what came after it: as much as they list, mark or fold.
const EXCEPT: [Action; 3] = [Action::CloseOrReopen, Action::MarkAll, Action::UndoHere];
/// A hundred times as many questions double the logarithm; going through them would take a hundred times as long.
const MOST: usize = 3;

/// Questions of every group; every eighth follows the one before it.
fn hall(questions: usize) -> Session {
    let mut lines = String::from(
        "8:00 {\"command\":\"open\",\"title\":\"Đối thoại\"}\n\
         8:00 {\"command\":\"add_responder\",\"responder\":{\"id\":\"a\",\"name\":\"Sở A\",\"kind\":\"agency\"}}\n",
    );
    let mut add = |command: &str, more: &str| {
        lines.extend(["8:01 {\"command\":\"", command, "\",", more, "}\n"]);
    };
    for number in 1..=questions {
        let question = format!("\"question\":{number}");
        let asked = match number % 8 {
            0 => format!("\"text\":\"Bao giờ?\",\"follows\":{}", number - 1),
            _ => "\"text\":\"Bao giờ?\"".to_owned(),
        };
        add("ask_question", &asked);
        if !number.is_multiple_of(3) {
            add("route_question", &format!("{question},\"lead\":\"a\""));
        }
        match number % 5 {
            0 => add("give_answer", &format!("{question},\"by_responder\":\"a\",\"text\":\"Rõ.\"")),
            1 => add("defer_question", &format!("{question},\"due_text\":\"sau\"")),
            2 => add("assign_task", &format!("\"text\":\"Làm\",\"questions\":[{number}]")),
            _ => {}
        }
    }
    session_of(&lines)
}

/// Questions looked at by a key, by the event it records if it does, and by the frame after it.
fn visits_of(key: Key, pane: Pane, session: &Session) -> usize {
    let mut session = session.clone();
    let mut desk = Desk::new(&session, DeskMode::Writing, Vec::new());
    let middle = u32::try_from(session.state().question_count() / 2).unwrap_or(1);
    desk.choose(QuestionNo(middle));
    desk.pane = pane;
    let now = session.last_at().expect("something happened");
    let mut model = Model::new(Lang::Vi, now, Screen::Desk(Box::new(desk)));
    let mut terminal = Terminal::new(TestBackend::new(120, 36)).expect("a terminal");
    let mut frame = |model: &mut Model, session: &Session| {
        let mut drawn = super::DrawnFrame::default();
        terminal.draw(|frame| drawn = super::draw(frame, model, Some(session))).expect("drawn");
        model.was_drawn(drawn.metrics);
    };
    frame(&mut model, &session);
    visits();
    let effects = model.update(Some(&session), Message::Key(key));
    for effect in effects {
        let Effect::Submit { ticket, command } = effect else { continue };
        let occasion = Occasion::new(Moment::Clock(now), "thư ký", "00");
        let message = match session.decide(command, &occasion) {
            Err(refusal) => Message::Refused { ticket, refusal },
            Ok(events) => {
                for event in &events {
                    session.apply(event.clone()).expect("admitted");
                }
                Message::Settled { ticket, events, fingerprint: String::new() }
            }
        };
        model.update(Some(&session), message);
    }
    frame(&mut model, &session);
    visits()
}

#[test]
fn no_key_of_the_desk_looks_at_more_questions_because_there_are_more() {
    let [few, many] = [100, 10_000].map(hall);
    let mut grown = Vec::new();
    for pane in Pane::ALL {
        for binding in BINDINGS.iter().filter(|row| Scope::Desk.chain().contains(&row.scope)) {
            let Some(key) = Key::parse(binding.keys[0]) else { continue };
            if EXCEPT.contains(&binding.action) {
                continue;
            }
            let [before, after] = [&few, &many].map(|session| visits_of(key, pane, session));
            if after > before * MOST {
                grown.push(format!(
                    "{:?} in {pane:?}: {before} at 100, {after} at 10,000",
                    binding.action
                ));
            }
        }
    }
    assert!(grown.is_empty(), "{}", grown.join("\n"));
}
