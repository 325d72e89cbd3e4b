//! What stands over the film for a moment.

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::bindings::Scope;
use crate::app::edit::LineField;
use crate::app::replay::Replay;
use crate::app::replay::sheet::Sheet;
use crate::session::Session;
use crate::view::form::line_area;
use crate::view::overlay::{help, list, middle};
use crate::view::pen::{Pen, after, indented, row};

/// Cells and rows of the line that asks where to.
const GO_TO: (u16, u16) = (64, 5);

/// Draws what stands over the film. The line above and the lines below stay in sight.
pub(super) fn draw(pen: &mut Pen, area: Rect, _app: &App, film: &Replay, _whole: &Session) {
    let Some(sheet) = &film.sheet else { return };
    let room = Rect { y: area.y + 2, height: area.height.saturating_sub(5), ..area };
    pen.tint(room, pen.palette.quiet);
    pen.cursor = None;
    match sheet {
        Sheet::Help { scroll } => help(pen, room, *scroll, Scope::Replay),
        Sheet::Palette { filter, matches, finger } => {
            list::palette(pen, room, Scope::Replay, filter, (matches, *finger));
        }
        Sheet::GoTo { line, wrong } => go_to(pen, room, line, *wrong),
    }
}

fn go_to(pen: &mut Pen, room: Rect, letters: &LineField, wrong: bool) {
    let area = middle(room, GO_TO.0, GO_TO.1);
    pen.clear(area);
    let inside = indented(pen.pane(area, pen.lang.film_go_to(), pen.palette.border_here));
    let line = row(inside, 0);
    let used = pen.text(line, "> ", pen.palette.key);
    line_area(pen, after(line, used), letters, true);
    pen.text(row(inside, 1), pen.lang.film_go_to_hint(), pen.palette.quiet);
    if wrong {
        pen.text(row(inside, 2), pen.lang.film_no_such_moment(), pen.palette.trouble);
    }
}
