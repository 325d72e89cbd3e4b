//! The overlay that has the keys, drawn over a screen.

mod closed;
mod closing;
mod confirm;
mod export;
mod help;
mod item;
mod list;
mod move_record;
mod notes;
mod reading;
mod replay_lists;
mod said;
mod similar;
mod table;
mod themes;

use ratatui::layout::Rect;

use crate::session::Session;
use crate::tui::model::overlay::Overlay;
use crate::tui::model::{Model, Screen};

use super::canvas::Canvas;

pub(super) use confirm::several_rows;

/// Draws the overlay on top into an area that leaves the lines above and the keys below in sight.
pub(super) fn draw(canvas: &mut Canvas, outer: Rect, model: &Model, session: Option<&Session>) {
    let Some(overlay) = model.overlays.top() else { return };
    // A form opened from the closing list hides the list until it is done.
    if !model.overlays.cover_forms() && model.screen.form().is_some() {
        return;
    }
    canvas.tint(outer, canvas.palette.quiet);
    // Letters typed now do not go into the form under it.
    canvas.cursor = None;
    canvas.metrics.field = None;
    match (overlay, &model.screen, session) {
        (Overlay::Help { scroll }, screen, _) => help::draw(canvas, outer, *scroll, screen.scope()),
        (Overlay::Palette(list), ..) => list::palette(canvas, outer, list, (model, session)),
        (Overlay::Confirm(confirmation), ..) => {
            confirm::draw(canvas, outer, confirmation, (model, session));
        }
        (Overlay::Search(list), Screen::Desk(desk), Some(session)) => {
            list::found(canvas, outer, list, (desk, session.state()));
        }
        (Overlay::Themes(list), _, Some(session)) => {
            themes::draw(canvas, outer, list, session.state());
        }
        (Overlay::Similar(list), _, Some(session)) => {
            similar::draw(canvas, outer, list, session.state());
        }
        (Overlay::Item { item, scroll }, _, Some(session)) => {
            item::draw(canvas, outer, *item, *scroll, session);
        }
        (Overlay::Drafts { selected }, Screen::Desk(desk), _) => {
            confirm::drafts(canvas, outer, &desk.drafts, *selected);
        }
        (Overlay::Closing(list), Screen::Desk(desk), Some(session)) => {
            closing::draw(canvas, outer, list, (desk, session.state()));
        }
        (Overlay::MoveRecord { line }, Screen::Desk(desk), Some(session)) => {
            move_record::draw(canvas, outer, desk, line, session.state());
        }
        (Overlay::AddCopy { line }, ..) => move_record::add_copy(canvas, outer, line),
        (Overlay::Import(import), _, Some(session)) => {
            table::draw(canvas, outer, import, session.state());
        }
        (Overlay::Export(export), ..) => export::draw(canvas, outer, export, session),
        (Overlay::Closed { transcript }, Screen::Desk(desk), Some(session)) => {
            closed::draw(canvas, outer, (desk, session.state()), transcript.as_deref());
        }
        (Overlay::Said(list), Screen::Replay(replay), Some(whole)) => {
            said::draw(canvas, outer, list, replay, whole);
        }
        (Overlay::Filter { all, list }, Screen::Replay(replay), Some(whole)) => {
            replay_lists::filters(canvas, outer, (all, list), replay, whole);
        }
        (Overlay::GoTo { line, wrong }, ..) => replay_lists::go_to(canvas, outer, line, *wrong),
        (Overlay::Charts(view), Screen::Replay(replay), _) => {
            replay_lists::charts(canvas, outer, view, replay);
        }
        (Overlay::Changes(compared), Screen::Replay(replay), _) => {
            reading::changes(canvas, outer, compared, replay);
        }
        (Overlay::Corrections { corrections, selected }, Screen::Replay(replay), Some(whole)) => {
            reading::corrections(canvas, outer, (corrections, *selected), replay, whole);
        }
        (Overlay::Event { scroll }, Screen::Replay(replay), Some(whole)) => {
            reading::event(canvas, outer, *scroll, replay, whole);
        }
        (Overlay::Notes { selected }, Screen::Replay(replay), _) => {
            notes::listed(canvas, outer, &replay.notes, *selected);
        }
        (Overlay::Note(note), ..) => notes::written(canvas, outer, note, model.telex.method()),
        (
            Overlay::Search(_)
            | Overlay::Similar(_)
            | Overlay::Themes(_)
            | Overlay::Drafts { .. }
            | Overlay::Closing(_)
            | Overlay::MoveRecord { .. }
            | Overlay::Import(_)
            | Overlay::Closed { .. }
            | Overlay::Said(_)
            | Overlay::Filter { .. }
            | Overlay::Changes(_)
            | Overlay::Event { .. }
            | Overlay::Item { .. }
            | Overlay::Charts(_)
            | Overlay::Corrections { .. }
            | Overlay::Notes { .. },
            _,
            _,
        ) => {}
    }
}

/// An area of a size in the middle of another.
pub(super) fn middle(outer: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(outer.width), height.min(outer.height));
    Rect {
        x: outer.x + (outer.width - width) / 2,
        y: outer.y + (outer.height - height) / 2,
        width,
        height,
    }
}
