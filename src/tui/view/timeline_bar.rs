//! The whole session on two lines: above what happened, below who was on the floor and for how long.
//!
//! ```text
//!  8:00 S     17    18+2   16    ‖   ›   21      T  ×3  C ■ 10:12
//!       ──────✓▒▒▒──½▒▒▲▒▒─✓▒▒───────────¶▒▒▒▒──────────────
//! ```
//!
//! In a low window the lower line is left out, and each question carries the sign of its outcome.

mod floor_line;
mod layer;
mod legend;
mod sign_line;
mod spans;

use std::ops::Range;

use ratatui::layout::Rect;

use crate::review::filter::holds;
use crate::review::timeline::Timeline;
use crate::tui::model::Target;

use super::canvas::{Canvas, narrow, row};
use super::theme::sign;
use floor_line::FloorLine;
use layer::BarCell;
use sign_line::SignLine;

pub(crate) use legend::legend;

/// Below this width the clocks at both ends are left out.
const ROOM_FOR_ENDS: u16 = 30;
/// From this width on the end is described in words.
const ROOM_FOR_WORDS: u16 = 70;

/// What is drawn on the bar besides the session itself.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TimelineBar<'a> {
    /// The moment looked at.
    pub(crate) position: usize,
    /// The two moments that are compared.
    pub(crate) a: Option<usize>,
    pub(crate) b: Option<usize>,
    /// The moments a filter leaves; `None` without a filter.
    pub(crate) stretches: Option<&'a [Range<usize>]>,
    /// The record is damaged behind the last event that can be shown.
    pub(crate) damaged: bool,
    /// The session is still going on.
    pub(crate) live: bool,
}

impl TimelineBar<'_> {
    /// Whether a moment is one that the filter leaves.
    fn leaves(&self, moment: usize) -> bool {
        self.stretches.is_none_or(|stretches| holds(stretches, moment))
    }
}

/// Draws the bar into the first one or two rows of an area. Its cells are noted for the mouse.
pub(crate) fn draw(canvas: &mut Canvas, area: Rect, timeline: &Timeline, bar: &TimelineBar) {
    let area = area.intersection(canvas.buffer.area);
    let area = Rect { height: area.height.min(2), ..area };
    let place = ends(canvas, row(area, 0), timeline, bar);
    if place.is_empty() {
        return;
    }
    let both = Rect { height: area.height, ..place };
    let has_floor = both.height > 1;
    let signs = SignLine { timeline, bar, cells: place.width, lang: canvas.lang, has_floor };
    cells(canvas, place, &signs.laid_out());
    let position = place.x + timeline.cell_of(bar.position, place.width);
    if has_floor {
        let floor = FloorLine { timeline, bar, cells: place.width };
        cells(canvas, row(both, 1), &floor.laid_out());
        canvas.sign(position, place.y + 1, sign::POSITION, canvas.palette.strong);
    }
    for (letter, moment) in [('A', bar.a), ('B', bar.b)] {
        if let Some(moment) = moment {
            let cell = timeline.cell_of(moment, place.width);
            canvas.sign(place.x + cell, both.bottom() - 1, letter, canvas.palette.selected);
        }
    }
    canvas.tint(Rect { x: position, width: 1, ..both }, canvas.palette.selected);
    for (cell, x) in (place.left()..place.right()).enumerate() {
        let over = Rect { x, width: 1, ..both };
        canvas.region(over, Target::Bar { cell: narrow(cell), of: place.width });
    }
}

fn cells(canvas: &mut Canvas, line: Rect, cells: &[BarCell]) {
    for (cell, x) in cells.iter().zip(line.left()..line.right()) {
        let style = cell.style(&canvas.palette);
        canvas.sign(x, line.y, cell.letter, style);
    }
}

/// Draws when the session began and ended, or why its end is not final; returns the cells between.
fn ends(canvas: &mut Canvas, line: Rect, timeline: &Timeline, bar: &TimelineBar) -> Rect {
    if line.width < ROOM_FOR_ENDS || timeline.moments() == 0 {
        return line;
    }
    let (quiet, in_words) = (canvas.palette.quiet, line.width >= ROOM_FOR_WORDS);
    let (begin, end) = clocks(canvas, timeline);
    let (matter, style) = match (bar.damaged, bar.live) {
        (true, _) if in_words => {
            (format!("{} {}", sign::DAMAGED, canvas.lang.bar_damaged()), canvas.palette.trouble)
        }
        (true, _) => (sign::DAMAGED.to_owned(), canvas.palette.trouble),
        (_, true) if in_words => {
            (format!("{} {}", sign::FLOOR, canvas.lang.bar_live()), canvas.palette.floor)
        }
        (_, true) => (sign::FLOOR.to_owned(), canvas.palette.floor),
        _ => (String::new(), quiet),
    };
    let left = canvas.texts(line, &[(&begin, quiet), (" ", quiet)]);
    let gap = u16::from(!matter.is_empty());
    let left = canvas.text_right(left, &matter, style);
    let left = Rect { width: left.width.saturating_sub(gap), ..left };
    let left = canvas.text_right(left, &end, quiet);
    Rect { width: left.width.saturating_sub(1), ..left }
}

/// The clock at both ends, with the day where it was another one; event numbers where no clock ran.
fn clocks(canvas: &Canvas, timeline: &Timeline) -> (String, String) {
    let (Some(begun), Some(last)) = (timeline.begun(), timeline.last()) else {
        return (String::new(), String::new());
    };
    if timeline.is_rebuilt() {
        return ("1".to_owned(), timeline.moments().to_string());
    }
    let end = canvas.lang.clock(last);
    match begun.date() == last.date() {
        true => (canvas.lang.clock(begun), end),
        false => {
            (canvas.lang.clock(begun), format!("{end} {}", canvas.lang.short_day(last.date())))
        }
    }
}

#[cfg(test)]
mod tests;
