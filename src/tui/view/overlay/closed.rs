//! The end of a session: its fingerprint, large enough to photograph, and where the papers are.

use ratatui::layout::Rect;

use crate::tui::model::App;
use crate::tui::model::desk::Desk;
use crate::tui::view::leaf::Leaf;
use crate::tui::view::pen::{Pen, below, indented, narrow, upper};

use super::middle;

/// Cells of the box.
const WIDTH: u16 = 92;
/// Letters of the fingerprint read together.
const GROUP: usize = 4;
/// The prints, from the largest to the smallest.
const PRINTS: [Print; 4] = [
    Print { groups: 4, gap: 4, airy: true },
    Print { groups: 4, gap: 4, airy: false },
    Print { groups: 8, gap: 1, airy: false },
    Print { groups: 16, gap: 1, airy: false },
];

/// How large the fingerprint is printed.
#[derive(Clone, Copy)]
struct Print {
    /// Groups on a line, and the cells between them.
    groups: usize,
    gap: usize,
    /// Whether empty lines stand between the lines.
    airy: bool,
}

/// Draws the fingerprint of a closed session. What does not fit is left out, the fingerprint last.
pub(super) fn draw(pen: &mut Pen, room: Rect, app: &App, desk: &Desk, transcript: Option<&str>) {
    let cells = WIDTH.min(room.width);
    let inner = cells.saturating_sub(4);
    let rows = room.height.saturating_sub(2);
    let foot = question(pen, inner, transcript);
    let question_rows = narrow(foot.len());
    let body = best_body(pen, app, desk, (inner, rows.saturating_sub(question_rows)));
    let area = middle(room, cells, narrow(body.len() + foot.len()).saturating_add(2));
    pen.clear(area);
    let border = pen.palette.border_here;
    let inside = indented(pen.pane(area, app.lang.is_closed_title(), border));
    let above = upper(inside, inside.height.saturating_sub(question_rows));
    body.draw(pen, above, 0);
    if body.scroll_limit(above.height) > 0 {
        pen.more_below(area, border);
    }
    foot.draw(pen, below(inside, above.height), 0);
}

/// What a yes or no answers, always in sight.
fn question(pen: &Pen, cells: u16, transcript: Option<&str>) -> Leaf {
    let mut leaf = Leaf::new(cells);
    let question = match transcript {
        Some(file) => pen.lang.transcript_is_written(file),
        None => pen.lang.write_transcript_now().to_owned(),
    };
    leaf.wrapped(0, &question, pen.palette.strong);
    leaf
}

/// The largest print that fits; where none does, the fingerprint alone in the smallest.
fn best_body(pen: &Pen, app: &App, desk: &Desk, (cells, rows): (u16, u16)) -> Leaf {
    let leaves = PRINTS.into_iter().flat_map(|print| {
        [true, false].map(|told| {
            let mut leaf = Leaf::new(cells);
            if told {
                leaf.wrapped(0, app.lang.fingerprint_means(), pen.palette.text);
                leaf.gap();
            }
            fingerprint(pen, &mut leaf, &desk.fingerprint, print, cells);
            if told {
                papers(pen, &mut leaf, desk);
            }
            (leaf, print.fits(cells))
        })
    });
    let fitting = |(leaf, fits): &(Leaf, bool)| *fits && leaf.len() <= usize::from(rows);
    leaves.into_iter().find(fitting).map_or_else(
        || {
            let mut leaf = Leaf::new(cells);
            leaf.wrapped(0, &desk.fingerprint, pen.palette.strong);
            leaf
        },
        |(leaf, _)| leaf,
    )
}

impl Print {
    fn fits(self, cells: u16) -> bool {
        self.groups * (GROUP + self.gap) <= usize::from(cells)
    }
}

fn fingerprint(pen: &Pen, leaf: &mut Leaf, fingerprint: &str, print: Print, cells: u16) {
    let style = pen.palette.strong;
    let indent = if print.airy && cells >= 60 { 4 } else { 0 };
    let (events, digits) = fingerprint.split_once(':').unwrap_or(("", fingerprint));
    let events = (!events.is_empty()).then(|| format!("{events}:"));
    for line in events.into_iter().chain(grouped(digits, print)) {
        leaf.wrapped(indent, &line, style);
        if print.airy {
            leaf.gap();
        }
    }
    if !print.airy {
        leaf.gap();
    }
}

fn papers(pen: &Pen, leaf: &mut Leaf, desk: &Desk) {
    let (lang, palette) = (pen.lang, pen.palette);
    leaf.labelled(12, (lang.label_file(), palette.quiet), (&desk.file, palette.text));
    leaf.gap();
}

/// Digits in groups set apart, a few groups a line.
fn grouped(digits: &str, print: Print) -> Vec<String> {
    let letters: Vec<char> = digits.chars().collect();
    let groups: Vec<String> = letters.chunks(GROUP).map(|group| group.iter().collect()).collect();
    let gap = " ".repeat(print.gap);
    groups.chunks(print.groups).map(|groups| groups.join(&gap)).collect()
}
