//! Text as it is edited: the part of a field that its area shows, its selection, its cursor.

use ratatui::layout::{Position, Rect};

use crate::tui::model::edit::{FieldGeometry, LineField, Page, TextField};
use crate::tui::view::canvas::{Canvas, after, excerpt, row};
use crate::tui::view::theme::sign;

/// A text of many lines, scrolled to its cursor.
pub(crate) fn text_area(canvas: &mut Canvas, area: Rect, text: &TextField, focused: bool) {
    if focused {
        canvas.tint(area, canvas.palette.typing);
    }
    let page = text.page(area.width, area.height);
    page_at(canvas, area, &page, focused);
    let hidden = page.before > 0 || page.after > 0;
    if hidden && area.height > 0 {
        let edge = Rect { x: area.right(), width: 1, ..area };
        if page.before > 0 {
            canvas.text(row(edge, 0), "↑", canvas.palette.quiet);
        }
        if page.after > 0 {
            canvas.text(row(edge, usize::from(area.height - 1)), "↓", canvas.palette.quiet);
        }
    }
}

/// A line being written, or what stands in it.
pub(crate) fn line_area(canvas: &mut Canvas, line: Rect, field: &LineField, focused: bool) {
    if focused {
        canvas.tint(line, canvas.palette.typing);
    }
    if !focused {
        // Where it is not written now, it is read from its beginning.
        let text = field.text();
        canvas.text(line, &excerpt(&text, usize::from(line.width)), canvas.palette.text);
        return;
    }
    let page = field.page(line.width);
    page_at(canvas, line, &page, true);
    let last = line.width.saturating_sub(1);
    if page.before > 0 && page.cursor.0 > 0 {
        canvas.text(Rect { width: 1.min(line.width), ..line }, sign::MORE, canvas.palette.quiet);
    }
    if page.after > 0 && page.cursor.0 < last {
        canvas.text(after(line, last), sign::MORE, canvas.palette.quiet);
    }
}

fn page_at(canvas: &mut Canvas, area: Rect, page: &Page, focused: bool) {
    for (place, pieces) in page.rows.iter().enumerate() {
        pieces.iter().fold(row(area, place), |left, piece| {
            let style = if piece.selected { canvas.palette.selected } else { canvas.palette.text };
            let used = canvas.text(left, &piece.text, style);
            after(left, used)
        });
    }
    let (column, below) = page.cursor;
    if focused && !area.is_empty() {
        let Rect { width, height, .. } = area;
        canvas.metrics.field = Some(FieldGeometry { width, height, before: page.before });
        canvas.cursor = Some(Position {
            x: area.x.saturating_add(column.min(area.width - 1)),
            y: area.y.saturating_add(below.min(area.height - 1)),
        });
    }
}
