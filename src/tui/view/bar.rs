//! The whole session on one line: each turn on the floor a span lettered by its outcome, marks between them.
//!
//! ```text
//!  8:00 ──S──┤17✓▒▒├──┤18½▒▒▒├─┤16✓▒├──‖──┤21¶▒▒├─T─T──C─■ 10:12
//!            ▲ the finger, where there is a second row
//! ```

mod layer;
mod legend;
mod spans;
mod strip;

use std::ops::Range;

use ratatui::layout::Rect;

use crate::review::timeline::Timeline;
use crate::tui::model::Target;

use super::pen::{Pen, narrow, row};
use super::theme::sign;
use strip::Strip;

pub(crate) use legend::legend;

/// Where the ends of the session are not told any more: every cell goes to the line itself.
const ROOM_FOR_ENDS: u16 = 30;
/// Where the ends are told in words.
const ROOM_FOR_WORDS: u16 = 70;

/// What stands on the line besides the session itself.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Bar<'a> {
    /// The moment looked at.
    pub(crate) finger: usize,
    /// The two moments that are compared.
    pub(crate) a: Option<usize>,
    pub(crate) b: Option<usize>,
    /// The moments a filter leaves; `None` without a filter.
    pub(crate) stretches: Option<&'a [Range<usize>]>,
    /// The record goes on, and cannot be believed there.
    pub(crate) damaged: bool,
    /// The session is still going on.
    pub(crate) live: bool,
}

/// Draws the line in the first row, and the finger in the second or, without one, on the line itself; the
/// column of the finger. Its cells are noted for the mouse.
pub(crate) fn draw(pen: &mut Pen, line: Rect, timeline: &Timeline, bar: &Bar) -> Option<u16> {
    let line = line.intersection(pen.buffer.area);
    let place = ends(pen, row(line, 0), timeline, bar);
    if place.is_empty() {
        return None;
    }
    let strip = Strip::of(timeline, bar, place.width, pen.lang);
    for (cell, x) in (place.left()..place.right()).enumerate() {
        let (letter, style) = strip.cell(cell, &pen.palette);
        pen.sign(x, place.y, letter, style);
        let over = Rect { x, width: 1, height: line.height.min(2), ..place };
        pen.region(over, Target::Bar { cell: narrow(cell), of: place.width });
    }
    let finger = place.x + timeline.cell_of(bar.finger, place.width);
    if line.height > 1 {
        pen.sign(finger, place.y + 1, sign::FINGER, pen.palette.strong);
    } else {
        pen.tint(Rect { x: finger, width: 1, ..place }, pen.palette.selected);
    }
    Some(finger)
}

/// Tells when the session began and ended, or what is the matter with its end; the cells between.
fn ends(pen: &mut Pen, line: Rect, timeline: &Timeline, bar: &Bar) -> Rect {
    if line.width < ROOM_FOR_ENDS || timeline.moments() == 0 {
        return line;
    }
    let (quiet, in_words) = (pen.palette.quiet, line.width >= ROOM_FOR_WORDS);
    let (begin, end) = clocks(pen, timeline);
    let (matter, style) = match (bar.damaged, bar.live) {
        (true, _) if in_words => {
            (format!("{} {}", sign::DAMAGED, pen.lang.bar_damaged()), pen.palette.trouble)
        }
        (true, _) => (sign::DAMAGED.to_owned(), pen.palette.trouble),
        (_, true) if in_words => {
            (format!("{} {}", sign::FLOOR, pen.lang.bar_live()), pen.palette.floor)
        }
        (_, true) => (sign::FLOOR.to_owned(), pen.palette.floor),
        _ => (String::new(), quiet),
    };
    let left = pen.texts(line, &[(&begin, quiet), (" ", quiet)]);
    let gap = u16::from(!matter.is_empty());
    let left = pen.text_right(left, &matter, style);
    let left = Rect { width: left.width.saturating_sub(gap), ..left };
    let left = pen.text_right(left, &end, quiet);
    Rect { width: left.width.saturating_sub(1), ..left }
}

/// The clock at both ends, with the day where it was another one; event numbers where no clock ran.
fn clocks(pen: &Pen, timeline: &Timeline) -> (String, String) {
    let (Some(begun), Some(last)) = (timeline.begun(), timeline.last()) else {
        return (String::new(), String::new());
    };
    if timeline.is_rebuilt() {
        return ("1".to_owned(), timeline.moments().to_string());
    }
    let end = pen.lang.clock(last);
    match begun.date() == last.date() {
        true => (pen.lang.clock(begun), end),
        false => (pen.lang.clock(begun), format!("{end} {}", pen.lang.short_day(last.date()))),
    }
}

#[cfg(test)]
mod tests;
