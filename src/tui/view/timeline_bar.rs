//! The whole session on one line: each turn on the floor a span lettered by its outcome, marks between them.
//!
//! ```text
//!  8:00 ──S──┤17✓▒▒├──┤18½▒▒▒├─┤16✓▒├──‖──┤21¶▒▒├─T─T──C─■ 10:12
//!            ▲ the position, where there is a second row
//! ```

mod cells;
mod layer;
mod legend;
mod spans;

use std::ops::Range;

use ratatui::layout::Rect;

use crate::review::timeline::Timeline;
use crate::tui::model::Target;

use super::canvas::{Canvas, narrow, row};
use super::theme::sign;
use cells::BarCells;

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

/// Draws the line in the first row, and the position in the second or, without one, on the line itself; the
/// column of the position. Its cells are noted for the mouse.
pub(crate) fn draw(
    canvas: &mut Canvas,
    line: Rect,
    timeline: &Timeline,
    bar: &TimelineBar,
) -> Option<u16> {
    let line = line.intersection(canvas.buffer.area);
    let place = ends(canvas, row(line, 0), timeline, bar);
    if place.is_empty() {
        return None;
    }
    let cells = BarCells::of(timeline, bar, place.width, canvas.lang);
    for (cell, x) in (place.left()..place.right()).enumerate() {
        let (letter, style) = cells.cell(cell, &canvas.palette);
        canvas.sign(x, place.y, letter, style);
        let over = Rect { x, width: 1, height: line.height.min(2), ..place };
        canvas.region(over, Target::Bar { cell: narrow(cell), of: place.width });
    }
    let position = place.x + timeline.cell_of(bar.position, place.width);
    if line.height > 1 {
        canvas.sign(position, place.y + 1, sign::POSITION, canvas.palette.strong);
    } else {
        canvas.tint(Rect { x: position, width: 1, ..place }, canvas.palette.selected);
    }
    Some(position)
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
