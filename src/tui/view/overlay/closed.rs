//! The end of a session: its fingerprint, large enough to photograph, and where the papers are.

use ratatui::layout::Rect;

use crate::session::state::State;
use crate::tui::model::desk::Desk;
use crate::tui::view::canvas::{Canvas, below, indented, narrow, upper};
use crate::tui::view::floor;
use crate::tui::view::text_block::TextBlock;

use super::middle;

/// Cells of the box.
const WIDTH: u16 = 92;
/// Letters of the fingerprint read together.
const GROUP: usize = 4;
/// The prints, from the largest to the smallest.
const FINGERPRINT_LAYOUTS: [FingerprintLayout; 4] = [
    FingerprintLayout { groups: 4, gap: 4, airy: true },
    FingerprintLayout { groups: 4, gap: 4, airy: false },
    FingerprintLayout { groups: 8, gap: 1, airy: false },
    FingerprintLayout { groups: 16, gap: 1, airy: false },
];

/// How large the fingerprint is printed.
#[derive(Clone, Copy)]
struct FingerprintLayout {
    /// Groups on a line, and the cells between them.
    groups: usize,
    gap: usize,
    /// Whether empty lines stand between the lines.
    airy: bool,
}

/// Draws the fingerprint of a closed session. What does not fit is left out, the fingerprint last.
pub(super) fn draw(
    canvas: &mut Canvas,
    outer: Rect,
    (desk, state): (&Desk, &State),
    transcript: Option<&str>,
) {
    let cells = WIDTH.min(outer.width);
    let inner = cells.saturating_sub(4);
    let rows = outer.height.saturating_sub(2);
    let mut foot = TextBlock::new(inner);
    if !desk.drafts.is_empty() {
        foot.wrapped(0, &canvas.lang.drafts_stay(desk.drafts.len()), canvas.palette.owed);
    }
    if let Some(day) = floor::publication_day(desk, state) {
        let term = canvas.lang.publish_term(&canvas.lang.day(day));
        let label = (canvas.lang.label_publish(), canvas.palette.quiet);
        foot.labelled(12, label, (&term, canvas.palette.owed));
    }
    question(canvas, &mut foot, transcript);
    let question_rows = narrow(foot.len());
    let body = best_body(canvas, desk, (inner, rows.saturating_sub(question_rows)));
    let area = middle(outer, cells, narrow(body.len() + foot.len()).saturating_add(2));
    canvas.clear(area);
    let border = canvas.palette.border_active;
    let inside = indented(canvas.pane(area, canvas.lang.is_closed_title(), border));
    let above = upper(inside, inside.height.saturating_sub(question_rows));
    body.draw(canvas, above, 0);
    if body.scroll_limit(above.height) > 0 {
        canvas.more_below(area, border);
    }
    foot.draw(canvas, below(inside, above.height), 0);
}

/// What a yes or no answers, always in sight.
fn question(canvas: &Canvas, block: &mut TextBlock, transcript: Option<&str>) {
    let question = match transcript {
        Some(file) => canvas.lang.transcript_is_written(file),
        None => canvas.lang.write_transcript_now().to_owned(),
    };
    block.wrapped(0, &question, canvas.palette.strong);
}

/// The largest print that fits; where none does, the fingerprint alone in the smallest.
fn best_body(canvas: &Canvas, desk: &Desk, (cells, rows): (u16, u16)) -> TextBlock {
    let blocks = FINGERPRINT_LAYOUTS.into_iter().flat_map(|print| {
        [true, false].map(|told| {
            let mut block = TextBlock::new(cells);
            if told {
                block.wrapped(0, canvas.lang.fingerprint_means(), canvas.palette.text);
                block.gap();
            }
            fingerprint(canvas, &mut block, &desk.fingerprint, print, cells);
            if told {
                papers(canvas, &mut block, desk);
            }
            (block, print.fits(cells))
        })
    });
    let fitting = |(block, fits): &(TextBlock, bool)| *fits && block.len() <= usize::from(rows);
    blocks.into_iter().find(fitting).map_or_else(
        || {
            let mut block = TextBlock::new(cells);
            block.wrapped(0, &desk.fingerprint, canvas.palette.strong);
            block
        },
        |(block, _)| block,
    )
}

impl FingerprintLayout {
    fn fits(self, cells: u16) -> bool {
        self.groups * (GROUP + self.gap) <= usize::from(cells)
    }
}

fn fingerprint(
    canvas: &Canvas,
    block: &mut TextBlock,
    fingerprint: &str,
    print: FingerprintLayout,
    cells: u16,
) {
    let style = canvas.palette.strong;
    let indent = if print.airy && cells >= 60 { 4 } else { 0 };
    let (events, digits) = fingerprint.split_once(':').unwrap_or(("", fingerprint));
    let events = (!events.is_empty()).then(|| format!("{events}:"));
    for line in events.into_iter().chain(grouped(digits, print)) {
        block.wrapped(indent, &line, style);
        if print.airy {
            block.gap();
        }
    }
    if !print.airy {
        block.gap();
    }
}

fn papers(canvas: &Canvas, block: &mut TextBlock, desk: &Desk) {
    let (lang, palette) = (canvas.lang, canvas.palette);
    block.labelled(12, (lang.label_file(), palette.quiet), (&desk.file, palette.text));
    block.gap();
}

/// Digits in groups set apart, a few groups a line.
fn grouped(digits: &str, print: FingerprintLayout) -> Vec<String> {
    let filter: Vec<char> = digits.chars().collect();
    let groups: Vec<String> = filter.chunks(GROUP).map(|group| group.iter().collect()).collect();
    let gap = " ".repeat(print.gap);
    groups.chunks(print.groups).map(|groups| groups.join(&gap)).collect()
}
