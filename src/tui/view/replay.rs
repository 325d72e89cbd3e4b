//! The film: the desk as it stood, and below it the whole session on one line, the moment in words, the keys.

mod hits;
mod moment;
mod notes;
mod reading;
mod sheets;

use ratatui::layout::Rect;

use crate::session::Session;
use crate::tui::model::App;
use crate::tui::model::replay::Replay;
use crate::tui::model::stopwatch::Clock;

use super::bar::{self, Bar};
use super::pen::{Pen, below, row, upper};
use super::{desk, floor, footer};

/// Rows from which the question in hand has a line of its own.
const ROOM_FOR_HOLDER: u16 = 20;

/// Draws the film.
pub(crate) fn draw(pen: &mut Pen, area: Rect, app: &App, film: &Replay, whole: &Session) {
    let clock = Clock { wall: film.wall().unwrap_or(app.now), stopwatches: None };
    let (told, briefly) = moment::player(pen.lang, film, whole);
    let said = (told.as_str(), briefly.as_str(), pen.palette.strong);
    if area.width < desk::SMALLEST.0 || area.height < desk::SMALLEST.1 {
        pen.text(row(area, 0), pen.lang.window_too_small(), pen.palette.strong);
        pen.text(row(area, 1), &told, pen.palette.text);
        floor::line(pen, row(area, 2), clock, &film.desk, &film.then);
        return;
    }
    floor::header_with(pen, row(area, 0), clock, (&film.desk, film.then.state()), said);
    floor::line(pen, row(area, 1), clock, &film.desk, &film.then);
    let under = match &film.damage {
        Some(why) => {
            let why = pen.lang.film_damaged(why);
            desk::trouble(pen, below(area, 2), &why, pen.palette.trouble_bar)
        }
        None => below(area, 2),
    };
    let holder = u16::from(area.height >= ROOM_FOR_HOLDER);
    let body = upper(under, under.height.saturating_sub(3 + holder));
    desk::panes(pen, body, clock, &film.desk, &film.then);
    let lines = below(under, body.height);
    let finger = bar::draw(pen, upper(lines, 2), &film.timeline, &on_bar(film));
    moment::words(pen, row(lines, 1), finger, film, whole);
    if holder > 0 {
        moment::holder(pen, row(lines, 2), clock, film, whole);
    }
    footer::keys(pen, row(lines, usize::from(2 + holder)), app, Some(whole));
    let between = lines.y.saturating_sub(area.y + 2);
    sheets::draw(pen, upper(below(area, 2), between), app, film, whole);
}

fn on_bar(film: &Replay) -> Bar<'_> {
    Bar {
        finger: film.finger,
        a: film.a,
        b: film.b,
        stretches: film.stretches.as_deref(),
        damaged: film.damage.is_some(),
        live: film.live,
    }
}
