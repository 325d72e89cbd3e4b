//! What is read over the film: two moments side by side, and what was put right.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::review::changes::{Correction, Told};
use crate::session::Session;
use crate::tui::model::replay::Replay;
use crate::tui::model::replay::sheet::Compared;
use crate::tui::model::{HelpPages, Target};
use crate::tui::view::leaf::Leaf;
use crate::tui::view::overlay::middle;
use crate::tui::view::pen::{Pen, after, below, indented, narrow, row, upper};
use crate::tui::view::theme::sign;

/// Cells from which the two moments stand side by side.
const WIDE: u16 = 90;
/// Cells between two columns.
const GAP: u16 = 2;

/// The box over nearly the whole room; the area inside.
fn open(pen: &mut Pen, room: Rect, title: &str) -> Rect {
    let area = middle(room, room.width.saturating_sub(4), room.height.saturating_sub(1));
    pen.clear(area);
    indented(pen.pane(area, title, pen.palette.border_here))
}

/// Draws what changed between two moments.
pub(super) fn changes(pen: &mut Pen, room: Rect, compared: &Compared, film: &Replay) {
    let inside = open(pen, room, pen.lang.film_changes());
    let (a, b) = (moment(pen, film, &compared.a), moment(pen, film, &compared.b));
    let lang = pen.lang;
    let told: Vec<Told> = compared
        .changes
        .iter()
        .map(|change| lang.change(change, compared.a.state(), compared.b.state()))
        .collect();
    if told.is_empty() {
        pen.text(row(inside, 0), &lang.film_no_change(&a, &b), pen.palette.quiet);
        return;
    }
    let under = below(inside, 2);
    let columns = match inside.width >= WIDE {
        true => side_by_side(pen, inside, (&a, &b), &told),
        false => {
            pen.text(row(inside, 0), &lang.film_between(&a, &b), pen.palette.strong);
            vec![(under, one_below_another(pen, under.width, &told))]
        }
    };
    let limit = columns.first().map_or(0, |(place, leaf)| leaf.scroll_limit(place.height));
    for (place, leaf) in &columns {
        leaf.draw(pen, *place, compared.scroll.min(limit));
    }
    pen.glass.seen.help = HelpPages { step: 1, page: usize::from(under.height).max(1), limit };
}

/// "A 8:44 · sự kiện 63".
fn moment(pen: &Pen, film: &Replay, session: &Session) -> String {
    let place = pen.lang.event_numbered(session.last_seq());
    match session.last_at().filter(|_| !film.timeline.is_rebuilt()) {
        Some(at) => format!("{}{}{place}", pen.lang.clock(at), sign::BETWEEN),
        None => place,
    }
}

/// Three columns whose rows keep level: what it is about, how it was at A, how it is at B.
fn side_by_side(
    pen: &mut Pen,
    inside: Rect,
    (a, b): (&str, &str),
    told: &[Told],
) -> Vec<(Rect, Leaf)> {
    let what = inside.width / 4;
    let each = (inside.width - what).saturating_sub(2 * GAP) / 2;
    let starts = [0, what + GAP, what + each + 2 * GAP];
    let widths = [what, each, each];
    let heads = [String::new(), format!("A{}{a}", sign::BETWEEN), format!("B{}{b}", sign::BETWEEN)];
    let mut columns: Vec<(Rect, Leaf)> = Vec::new();
    for ((start, width), head) in starts.into_iter().zip(widths).zip(&heads) {
        let column = Rect { width, ..after(inside, start) };
        pen.text(row(column, 0), head, pen.palette.strong);
        columns.push((below(column, 2), Leaf::new(width)));
    }
    pen.rule(row(inside, 1));
    for one in told {
        let cells = [Some(one.what.as_str()), one.before.as_deref(), one.after.as_deref()];
        let styles = [pen.palette.strong, pen.palette.quiet, pen.palette.text];
        for (((_, leaf), cell), style) in columns.iter_mut().zip(cells).zip(styles) {
            leaf.wrapped(0, cell.unwrap_or(sign::NOTHING), style);
        }
        let tallest = columns.iter().map(|(_, leaf)| leaf.len()).max().unwrap_or(0);
        for (_, leaf) in &mut columns {
            while leaf.len() < tallest + 1 {
                leaf.gap();
            }
        }
    }
    columns
}

fn one_below_another(pen: &Pen, width: u16, told: &[Told]) -> Leaf {
    let mut leaf = Leaf::new(width);
    for one in told {
        leaf.wrapped(0, &one.what, pen.palette.strong);
        before_and_after(pen, &mut leaf, one);
        leaf.gap();
    }
    leaf
}

fn before_and_after(pen: &Pen, leaf: &mut Leaf, told: &Told) {
    let line = |leaf: &mut Leaf, mark: &str, words: &Option<String>, style: Style| {
        let words = words.as_deref().unwrap_or(sign::NOTHING);
        leaf.labelled(3, (mark, style), (words, style));
    };
    line(leaf, sign::WITHDRAWN, &told.before, pen.palette.quiet);
    line(leaf, "+", &told.after, pen.palette.text);
}

/// Draws what was first said and later put otherwise; the one under the finger stands whole below.
pub(super) fn corrections(
    pen: &mut Pen,
    room: Rect,
    (corrections, finger): (&[Correction], usize),
    film: &Replay,
    whole: &Session,
) {
    let lang = pen.lang;
    let inside = open(pen, room, lang.film_corrections());
    let Some(here) = corrections.get(finger) else {
        pen.text(row(inside, 0), lang.film_no_correction(), pen.palette.quiet);
        return;
    };
    let list = upper(inside, narrow(corrections.len()).min(inside.height / 2).max(1));
    let page = usize::from(list.height).max(1);
    let top = (finger + 1).saturating_sub(page);
    for (shown, (place, correction)) in
        corrections.iter().enumerate().skip(top).take(page).enumerate()
    {
        let line = row(list, shown);
        pen.region(line, Target::Match(place));
        if place == finger {
            pen.tint(line, pen.palette.chosen);
            pen.text(line, sign::CHOSEN, pen.palette.strong);
        }
        let when = match film.timeline.is_rebuilt() {
            true => correction.seq.0.to_string(),
            false => lang.clock(correction.at),
        };
        let told = lang.correction(correction, whole);
        let what = lang.correction_sentence(&told);
        let (quiet, text) = (pen.palette.quiet, pen.palette.text);
        pen.texts(after(line, 1), &[(&format!("{when:>6}  "), quiet), (&what, text)]);
    }
    let under = below(inside, list.height);
    pen.rule(row(under, 0));
    let mut leaf = Leaf::new(under.width);
    let told = lang.correction(here, whole);
    leaf.wrapped(0, &told.what, pen.palette.strong);
    before_and_after(pen, &mut leaf, &told);
    leaf.wrapped(0, &lang.correction_signed(here), pen.palette.quiet);
    leaf.draw(pen, below(under, 1), 0);
    pen.glass.seen.help = HelpPages { step: 1, page, limit: 0 };
}
