//! The replay screen: the desk at the position, the moment in words, the bar, the keys.

mod moment;

use ratatui::layout::Rect;

use crate::session::Session;
use crate::tui::model::Model;
use crate::tui::model::overlay::Overlay;
use crate::tui::model::replay::Replay;
use crate::tui::model::stopwatch::ScreenClock;

use super::canvas::{Canvas, below, row, upper, width};
use super::timeline_bar::{self, TimelineBar};
use super::{desk, floor, footer, sentences};

/// Rows from which the time on the floor and the current question have a line each.
const ROWS_FOR_FLOOR: u16 = 16;
const ROWS_FOR_QUESTION: u16 = 20;
/// Rows kept for the moment in words, and from which two are, so that the panes stay where they are.
const WORDS: u16 = 2;
const ROWS_FOR_TWO: u16 = 24;

/// Cells of a title that say which session it is.
const SOME_TITLE: usize = 12;
/// Cells of the phase with its clock, and of the gaps around it.
const ROOM_FOR_PHASE: usize = 25;

/// Draws the replay.
pub(crate) fn draw(
    canvas: &mut Canvas,
    area: Rect,
    model: &Model,
    replay: &Replay,
    whole: &Session,
) -> Option<Rect> {
    let clock = ScreenClock { wall: replay.wall().unwrap_or(model.now), stopwatches: None };
    let [told, without_idle, briefly] = moment::player(canvas.lang, replay, whole);
    let title = whole.state().opening().map_or(0, |opening| width(&opening.title));
    let fits = |cells: usize| cells + ROOM_FOR_PHASE <= usize::from(area.width);
    // A reviewer looks for the moment: beside some of the title where both fit, else in full as long as the phase
    // stands beside it.
    let some_title = title.min(SOME_TITLE);
    let choices = [(&told, some_title), (&without_idle, some_title), (&told, 0)];
    let fitting = choices.into_iter().find(|(said, title)| fits(width(said) + title));
    let briefly = fitting.map_or(&briefly, |(said, _)| said);
    let said = (told.as_str(), briefly.as_str(), canvas.palette.strong);
    if area.width < desk::SMALLEST.0 || area.height < desk::SMALLEST.1 {
        canvas.text(row(area, 0), canvas.lang.window_too_small(), canvas.palette.strong);
        canvas.text(row(area, 1), &told, canvas.palette.text);
        floor::line(canvas, row(area, 2), clock, &replay.desk, &replay.then);
        return None;
    }
    floor::header_with(canvas, row(area, 0), clock, (&replay.desk, replay.then.state()), said);
    floor::line(canvas, row(area, 1), clock, &replay.desk, &replay.then);
    let under = match &replay.damage {
        Some(why) => {
            let why =
                canvas.lang.replay_damaged(&sentences::trouble(canvas.lang, why, whole.state()));
            desk::trouble(canvas, below(area, 2), &why, canvas.palette.trouble_bar)
        }
        None => below(area, 2),
    };
    let rows = |from: u16| u16::from(area.height >= from);
    let bar_rows = 1 + rows(ROWS_FOR_FLOOR);
    let reserved = if area.height >= ROWS_FOR_TWO { WORDS } else { 1 };
    let below_words = rows(ROWS_FOR_QUESTION) + 1;
    let body = upper(under, under.height.saturating_sub(bar_rows + reserved + below_words));
    desk::panes(canvas, body, clock, &replay.desk, &replay.then);
    // Longer words cover the lower rows of the panes; the bar stays where it is.
    let covers = match model.overlays.top() {
        None => body.height,
        // The page of charts needs every row, whatever the moment says.
        Some(Overlay::Charts(_)) => 0,
        Some(_) => body.height / 4,
    };
    let size = (area.width, reserved + covers);
    let words = moment::MomentText::of(canvas, replay, whole, size);
    let covered = words.rows().saturating_sub(reserved).min(body.height);
    let lines = below(under, body.height - covered);
    canvas.clear(upper(lines, covered));
    words.draw(canvas, lines);
    let lines = below(under, body.height + reserved);
    timeline_bar::draw(canvas, upper(lines, bar_rows), &replay.timeline, &on_bar(replay));
    let lines = below(lines, bar_rows);
    if rows(ROWS_FOR_QUESTION) > 0 {
        moment::current_question_line(canvas, row(lines, 0), clock, replay, whole);
    }
    footer::keys(canvas, row(lines, usize::from(rows(ROWS_FOR_QUESTION))), model, Some(whole));
    let between = (under.y + body.height - covered).saturating_sub(area.y + 2);
    Some(upper(below(area, 2), between))
}

fn on_bar(replay: &Replay) -> TimelineBar<'_> {
    TimelineBar {
        position: replay.position,
        a: replay.a,
        b: replay.b,
        stretches: replay.stretches.as_deref(),
        damaged: replay.damage.is_some(),
        live: replay.live,
    }
}
