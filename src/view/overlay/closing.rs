//! The end of a session: what has no outcome yet, then the fingerprint and where the papers are.

use ratatui::layout::Rect;

use crate::app::desk::Desk;
use crate::app::desk::overlay::Closing;
use crate::app::{App, Target};
use crate::session::state::State;
use crate::view::leaf::Leaf;
use crate::view::pen::{Pen, after, below, excerpt, indented, narrow, row, upper};
use crate::view::theme::sign;

use super::{middle, sheet};

/// Cells of the boxes.
const WIDTH: u16 = 92;
/// Letters of the fingerprint read together, and such groups on a line.
const GROUP: usize = 4;
const GROUPS: usize = 4;

/// Draws the questions without an outcome, oldest first.
pub(super) fn draw(pen: &mut Pen, room: Rect, closing: &Closing, state: &State) {
    let count = closing.open.len();
    let cells = WIDTH.min(room.width);
    let mut foot = Leaf::new(cells.saturating_sub(4));
    foot.rule();
    let sentence = match count {
        0 => pen.lang.all_have_outcomes().to_owned(),
        _ => pen.lang.some_have_no_outcome(count),
    };
    foot.wrapped(0, &sentence, pen.palette.text);
    foot.wrapped(0, pen.lang.closing_confirms(), pen.palette.strong);
    let rows = narrow(count.max(1) + foot.len() + 2);
    let area = middle(room, cells, rows);
    pen.clear(area);
    let inside = pen.pane(area, pen.lang.closing_title(), pen.palette.border_here);
    let list = upper(inside, inside.height.saturating_sub(narrow(foot.len())));
    let foot_at = indented(below(inside, list.height));
    questions(pen, list, closing, state);
    foot.draw(pen, foot_at, 0);
}

fn questions(pen: &mut Pen, list: Rect, closing: &Closing, state: &State) {
    let page = usize::from(list.height);
    let top = (closing.finger + 1).saturating_sub(page);
    let shown = closing.open.iter().enumerate().skip(top).take(page);
    for (at, (place, number)) in shown.enumerate() {
        let line = row(list, at);
        let Some(question) = state.question(*number) else { continue };
        pen.region(line, Target::Match(place));
        if place == closing.finger {
            pen.tint(line, pen.palette.chosen);
            pen.text(line, sign::CHOSEN, pen.palette.strong);
        }
        let lead = question.lead().map_or(sign::NOTHING, |lead| state.short_name(lead));
        let lead = format!("  {} ", excerpt(lead, 24));
        let left = pen.text_right(after(line, 1), &lead, pen.palette.quiet);
        let words = format!("{number:>3}  {}", excerpt(&question.text, usize::from(left.width)));
        pen.text(left, &words, pen.palette.text);
    }
}

/// Draws the fingerprint of a closed session large enough to photograph.
pub(super) fn closed(pen: &mut Pen, room: Rect, app: &App, desk: &Desk, transcript: Option<&str>) {
    let (lang, palette) = (app.lang, pen.palette);
    let cells = WIDTH.min(room.width);
    let mut leaf = Leaf::new(cells.saturating_sub(4));
    leaf.wrapped(0, lang.fingerprint_means(), palette.text);
    leaf.gap();
    let (events, digits) = desk.fingerprint.split_once(':').unwrap_or(("", &desk.fingerprint));
    if !events.is_empty() {
        leaf.wrapped(4, &format!("{events}:"), palette.strong);
        leaf.gap();
    }
    for line in grouped(digits) {
        leaf.wrapped(4, &line, palette.strong);
        leaf.gap();
    }
    leaf.labelled(12, (lang.label_file(), palette.quiet), (&desk.file, palette.text));
    let paper = transcript.unwrap_or(lang.transcript_not_written());
    leaf.labelled(12, (lang.label_transcript(), palette.quiet), (paper, palette.text));
    sheet(pen, room, lang.is_closed_title(), cells, &leaf);
}

/// Digits in groups set well apart, a few groups a line.
fn grouped(digits: &str) -> Vec<String> {
    let letters: Vec<char> = digits.chars().collect();
    let groups: Vec<String> = letters.chunks(GROUP).map(|group| group.iter().collect()).collect();
    groups.chunks(GROUPS).map(|groups| groups.join("    ")).collect()
}
