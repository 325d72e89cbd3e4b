//! The import of a table: the file asked for, the reading, what would be added.

use ratatui::layout::Rect;

use crate::describe::table;
use crate::session::state::State;
use crate::text::safe;
use crate::tui::model::ScrollRange;
use crate::tui::model::table_import::TableImport;
use crate::tui::view::canvas::{Canvas, below, indented, narrow, row, upper};
use crate::tui::view::sentences;
use crate::tui::view::text_block::TextBlock;

use super::{middle, move_record};

/// Cells of the box that asks, and of the bar.
const WIDTH: u16 = 72;
const BAR: usize = 40;
/// Lines of the box that shows how far the reading is.
const READING: u16 = 4;

pub(super) fn draw(canvas: &mut Canvas, outer: Rect, import: &TableImport, state: &State) {
    match import {
        TableImport::File { line, kind, wrong } => {
            let mut words = TextBlock::new(WIDTH.min(outer.width).saturating_sub(4));
            if let Some(why) = wrong {
                let why = sentences::trouble(canvas.lang, why, state);
                words.wrapped(0, &why, canvas.palette.trouble);
                words.gap();
            }
            let rows = table::rows_name(canvas.lang, *kind);
            words.wrapped(0, &canvas.lang.import_name_a_file(rows), canvas.palette.strong);
            let title = canvas.lang.import_title();
            move_record::asked(canvas, outer, (title, &words), line);
        }
        TableImport::Reading { path, rows, expected, .. } => {
            let area = middle(outer, WIDTH, READING);
            canvas.clear(area);
            let title = canvas.lang.import_title();
            let inside = indented(canvas.pane(area, title, canvas.palette.border_active));
            canvas.text(row(inside, 0), &safe::path(path), canvas.palette.text);
            let filled = (rows * BAR / (*expected).max(1)).min(BAR);
            let bar = format!("{}{}", "#".repeat(filled), "-".repeat(BAR - filled));
            let progress = canvas.lang.import_progress(&bar, *rows);
            canvas.text(row(inside, 1), &progress, canvas.palette.text);
        }
        TableImport::Preview { path, plan, .. } => {
            let area = middle(outer, outer.width.saturating_sub(4), outer.height.saturating_sub(1));
            canvas.clear(area);
            let title = canvas.lang.import_title();
            let inside = indented(canvas.pane(area, title, canvas.palette.border_active));
            let mut words = TextBlock::new(inside.width);
            for line in table::prospect(canvas.lang, plan) {
                words.wrapped(0, &line, canvas.palette.strong);
            }
            for line in table::reading(canvas.lang, path, plan) {
                words.wrapped(0, &line, canvas.palette.quiet);
            }
            words.gap();
            let above = narrow(words.len()).min(inside.height / 2);
            words.draw(canvas, upper(inside, above), 0);
            preview(canvas, below(inside, above), import, state);
        }
    }
}

/// Only the rows in sight are put into words.
fn preview(canvas: &mut Canvas, area: Rect, import: &TableImport, state: &State) {
    let TableImport::Preview { plan, scroll, .. } = import else { return };
    let page = usize::from(area.height);
    let limit = table::listed_count(plan).saturating_sub(page);
    let first = (*scroll).min(limit);
    for (line, place) in (0..page).zip(first..) {
        let Some((words, is_fault)) = table::listed(canvas.lang, plan, place, state) else { break };
        let style = if is_fault { canvas.palette.trouble } else { canvas.palette.text };
        canvas.text(row(area, line), &words, style);
    }
    canvas.metrics.overlay = ScrollRange { step: 1, page: page.max(1), limit };
}
