//! What a search through everything said has found.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::review::said::{Excerpt, Found, Hit};
use crate::session::Session;
use crate::tui::model::edit::LineField;
use crate::tui::model::replay::Replay;
use crate::tui::view::overlay::list;
use crate::tui::view::pen::{Pen, after, excerpt};
use crate::tui::view::theme::sign;

/// Cells of a speaker's name.
const NAME: usize = 18;

/// Draws the letters sought and the hits: when, who, and the words around what was found.
pub(super) fn draw(
    pen: &mut Pen,
    room: Rect,
    query: &LineField,
    (found, finger): (&[Found], usize),
    film: &Replay,
    whole: &Session,
) {
    let typed = query.text();
    let title = match typed.trim().is_empty() {
        true => pen.lang.film_search().to_owned(),
        false => format!(
            "{}{}{}",
            pen.lang.film_search(),
            sign::BETWEEN,
            pen.lang.film_hits(found.len())
        ),
    };
    let under = list::open_wide(pen, room, &title, query);
    if found.is_empty() {
        let words = if typed.trim().is_empty() {
            pen.lang.film_search_hint()
        } else {
            pen.lang.film_no_hit()
        };
        pen.text(after(under, 2), words, pen.palette.quiet);
    }
    let Some(said) = &film.said else { return };
    list::rows(pen, under, found.len(), finger, |pen, line, place| {
        let hit = found.get(place).and_then(|found| said.hit(whole, *found, &typed));
        if let Some(hit) = hit {
            one(pen, line, &hit, film, whole);
        }
    });
}

fn one(pen: &mut Pen, line: Rect, hit: &Hit, film: &Replay, whole: &Session) {
    let (text, quiet) = (pen.palette.text, pen.palette.quiet);
    let when = match film.timeline.is_rebuilt() {
        true => format!("{:>5} ", hit.seq.0),
        false => format!("{:>5} ", pen.lang.clock(hit.at)),
    };
    let question =
        hit.question.map_or(String::new(), |number| format!("{number:>3} ", number = number.0));
    let who = pen.lang.speaker(&hit.who, whole.state());
    let left = pen.texts(
        line,
        &[(&when, quiet), (&question, text), (&excerpt(&who, NAME), quiet), (": ", quiet)],
    );
    let left = match hit.undone {
        true => pen.text_right(left, &format!(" {}", pen.lang.film_undone()), quiet),
        false => left,
    };
    words(pen, left, &hit.excerpt, (text, pen.palette.strong));
}

/// The words, those sought among them set off.
fn words(pen: &mut Pen, line: Rect, excerpt: &Excerpt, (text, found): (Style, Style)) {
    let mut left = line;
    let mut at = 0;
    for place in &excerpt.found {
        let (Some(before), Some(hit)) =
            (excerpt.text.get(at..place.start), excerpt.text.get(place.clone()))
        else {
            break;
        };
        left = pen.texts(left, &[(before, text), (hit, found)]);
        at = place.end;
    }
    pen.text(left, excerpt.text.get(at..).unwrap_or_default(), text);
}
