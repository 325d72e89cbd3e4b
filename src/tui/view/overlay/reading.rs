//! Two moments side by side, and what was corrected.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::describe;
use crate::describe::change::ChangeText;
use crate::review::changes::Correction;
use crate::session::Session;
use crate::tui::model::overlay::Comparison;
use crate::tui::model::replay::Replay;
use crate::tui::model::{ScrollRange, Target};
use crate::tui::view::canvas::{Canvas, after, below, indented, narrow, row, upper};
use crate::tui::view::text_block::TextBlock;
use crate::tui::view::theme::sign;

use super::middle;

/// Cells from which the two moments stand side by side.
const WIDE: u16 = 90;
/// Cells between two columns.
const GAP: u16 = 2;

/// A box over nearly the whole area; returns the area inside.
fn open(canvas: &mut Canvas, outer: Rect, title: &str) -> Rect {
    let area = box_in(outer);
    canvas.clear(area);
    indented(canvas.pane(area, title, canvas.palette.border_active))
}

fn box_in(outer: Rect) -> Rect {
    middle(outer, outer.width.saturating_sub(4), outer.height.saturating_sub(1))
}

/// Draws what changed between two moments.
pub(super) fn changes(canvas: &mut Canvas, outer: Rect, compared: &Comparison, replay: &Replay) {
    let inside = open(canvas, outer, canvas.lang.replay_changes());
    let (a, b) = (moment(canvas, replay, &compared.a), moment(canvas, replay, &compared.b));
    let lang = canvas.lang;
    let told: Vec<ChangeText> = compared
        .changes
        .iter()
        .map(|change| {
            describe::change::change(lang, change, compared.a.state(), compared.b.state())
        })
        .collect();
    if told.is_empty() {
        canvas.text(row(inside, 0), &lang.replay_no_change(&a, &b), canvas.palette.quiet);
        return;
    }
    let under = below(inside, 2);
    let columns = match inside.width >= WIDE {
        true => side_by_side(canvas, inside, (&a, &b), &told),
        false => {
            canvas.text(row(inside, 0), &lang.replay_between(&a, &b), canvas.palette.strong);
            vec![(under, one_below_another(canvas, under.width, &told))]
        }
    };
    let limit = columns.first().map_or(0, |(place, block)| block.scroll_limit(place.height));
    for (place, block) in &columns {
        block.draw(canvas, *place, compared.scroll.min(limit));
    }
    canvas.metrics.overlay = ScrollRange { step: 1, page: usize::from(under.height).max(1), limit };
}

/// "A 8:44 · bước 63".
fn moment(canvas: &Canvas, replay: &Replay, session: &Session) -> String {
    let place = canvas.lang.event_numbered(session.last_seq());
    match session.last_at().filter(|_| !replay.timeline.is_rebuilt()) {
        Some(at) => format!("{}{}{place}", canvas.lang.clock(at), sign::BETWEEN),
        None => place,
    }
}

/// Three columns with aligned rows: what it is about, how it was at A, how it is at B.
fn side_by_side(
    canvas: &mut Canvas,
    inside: Rect,
    (a, b): (&str, &str),
    told: &[ChangeText],
) -> Vec<(Rect, TextBlock)> {
    let what = inside.width / 4;
    let each = (inside.width - what).saturating_sub(2 * GAP) / 2;
    let starts = [0, what + GAP, what + each + 2 * GAP];
    let widths = [what, each, each];
    let heads = [String::new(), format!("A{}{a}", sign::BETWEEN), format!("B{}{b}", sign::BETWEEN)];
    let mut columns: Vec<(Rect, TextBlock)> = Vec::new();
    for ((start, width), head) in starts.into_iter().zip(widths).zip(&heads) {
        let column = Rect { width, ..after(inside, start) };
        canvas.text(row(column, 0), head, canvas.palette.strong);
        columns.push((below(column, 2), TextBlock::new(width)));
    }
    canvas.rule(row(inside, 1));
    for one in told {
        let cells = [Some(one.what.as_str()), one.before.as_deref(), one.after.as_deref()];
        let styles = [canvas.palette.strong, canvas.palette.quiet, canvas.palette.text];
        for (((_, block), cell), style) in columns.iter_mut().zip(cells).zip(styles) {
            block.wrapped(0, cell.unwrap_or(sign::NOTHING), style);
        }
        let tallest = columns.iter().map(|(_, block)| block.len()).max().unwrap_or(0);
        for (_, block) in &mut columns {
            while block.len() < tallest + 1 {
                block.gap();
            }
        }
    }
    columns
}

fn one_below_another(canvas: &Canvas, width: u16, told: &[ChangeText]) -> TextBlock {
    let mut block = TextBlock::new(width);
    for one in told {
        block.wrapped(0, &one.what, canvas.palette.strong);
        before_and_after(canvas, &mut block, one);
        block.gap();
    }
    block
}

fn before_and_after(canvas: &Canvas, block: &mut TextBlock, told: &ChangeText) {
    let line = |block: &mut TextBlock, mark: &str, words: &Option<String>, style: Style| {
        let words = words.as_deref().unwrap_or(sign::NOTHING);
        block.labelled(3, (mark, style), (words, style));
    };
    line(block, sign::WITHDRAWN, &told.before, canvas.palette.quiet);
    line(block, "+", &told.after, canvas.palette.text);
}

/// Draws the event of the moment whole: when and by whom it was recorded, and its sentence or, of a
/// correction, what it was and what it is.
pub(super) fn event(
    canvas: &mut Canvas,
    outer: Rect,
    scroll: usize,
    replay: &Replay,
    whole: &Session,
) {
    let lang = canvas.lang;
    let inside = open(canvas, outer, lang.replay_event());
    let block = event_text(canvas, replay, whole, inside.width);
    let limit = block.scroll_limit(inside.height);
    block.draw(canvas, inside, scroll.min(limit));
    if scroll < limit {
        let border = canvas.palette.border_active;
        canvas.more_below(box_in(outer), border);
    }
    let page = usize::from(inside.height).max(1);
    canvas.metrics.overlay = ScrollRange { step: 1, page, limit };
}

fn event_text(canvas: &Canvas, replay: &Replay, whole: &Session, cells: u16) -> TextBlock {
    let (lang, palette) = (canvas.lang, canvas.palette);
    let mut block = TextBlock::new(cells);
    let Some(last) = replay.then.history().last() else {
        block.wrapped(0, lang.replay_nothing_yet(), palette.quiet);
        return block;
    };
    let numbered = lang.event_numbered(last.seq);
    let when = match replay.timeline.is_rebuilt() {
        true => lang.signed_by(&numbered, &last.by),
        false => lang
            .signed_by(&format!("{numbered}{}{}", sign::BETWEEN, lang.moment(last.at)), &last.by),
    };
    block.wrapped(0, &when, palette.quiet);
    if let Some(by) = whole.undone_by(last.seq) {
        block.wrapped(0, &lang.replay_undone_at(by), palette.owed);
    }
    block.gap();
    match &replay.correction {
        Some(correction) => correction_text(canvas, &mut block, correction, whole),
        None => block.wrapped(0, &lang.event_sentence(last, whole), palette.text),
    }
    block
}

/// What was corrected, how it was and how it is, and who corrected it, when and why.
fn correction_text(
    canvas: &Canvas,
    block: &mut TextBlock,
    correction: &Correction,
    whole: &Session,
) {
    let (lang, palette) = (canvas.lang, canvas.palette);
    let told = describe::correction::correction(lang, correction, whole);
    block.wrapped(0, &told.what, palette.strong);
    before_and_after(canvas, block, &told);
    block.wrapped(0, &describe::correction::correction_signed(lang, correction), palette.quiet);
}

/// Draws what was corrected or undone; the selected one is shown whole below.
pub(super) fn corrections(
    canvas: &mut Canvas,
    outer: Rect,
    (corrections, selected): (&[Correction], usize),
    replay: &Replay,
    whole: &Session,
) {
    let lang = canvas.lang;
    let inside = open(canvas, outer, lang.replay_corrections());
    let Some(here) = corrections.get(selected) else {
        canvas.text(row(inside, 0), lang.replay_no_correction(), canvas.palette.quiet);
        return;
    };
    let list = upper(inside, narrow(corrections.len()).min(inside.height / 2).max(1));
    let page = usize::from(list.height).max(1);
    let top = (selected + 1).saturating_sub(page);
    for (shown, (place, correction)) in
        corrections.iter().enumerate().skip(top).take(page).enumerate()
    {
        let line = row(list, shown);
        canvas.region(line, Target::Match(place));
        if place == selected {
            canvas.tint(line, canvas.palette.chosen);
            canvas.text(line, sign::CHOSEN, canvas.palette.strong);
        }
        let when = match replay.timeline.is_rebuilt() {
            true => correction.seq.0.to_string(),
            false => lang.clock(correction.at),
        };
        let told = describe::correction::correction(lang, correction, whole);
        let what = describe::correction::correction_sentence(lang, &told);
        let (quiet, text) = (canvas.palette.quiet, canvas.palette.text);
        canvas.texts(after(line, 1), &[(&format!("{when:>6}  "), quiet), (&what, text)]);
    }
    let under = below(inside, list.height);
    canvas.rule(row(under, 0));
    let mut block = TextBlock::new(under.width);
    correction_text(canvas, &mut block, here, whole);
    block.draw(canvas, below(under, 1), 0);
    canvas.metrics.overlay = ScrollRange { step: 1, page, limit: 0 };
}
