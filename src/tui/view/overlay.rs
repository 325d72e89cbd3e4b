//! What stands over the desk for a moment.

mod closed;
mod closing;
mod confirm;
mod help;
pub(super) mod list;
mod move_record;

use ratatui::layout::Rect;

use crate::session::Session;
use crate::tui::model::Model;
use crate::tui::model::bindings::Scope;
use crate::tui::model::desk::overlay::Overlay;
use crate::tui::model::desk::{Desk, SaveState};

use super::canvas::Canvas;

pub(super) use confirm::draw as ask;
pub(super) use help::draw as help;

/// Draws what stands over the desk. The lines above and the keys below stay in sight.
pub(super) fn draw(canvas: &mut Canvas, area: Rect, app: &Model, desk: &Desk, session: &Session) {
    let Some(overlay) = &desk.overlay else { return };
    // A form opened from the closing list stands before it until it is done.
    if matches!(overlay, Overlay::Closing(_)) && desk.form().is_some() {
        return;
    }
    let room = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..area };
    canvas.tint(room, canvas.palette.quiet);
    // Letters typed now do not go into the form under it.
    canvas.cursor = None;
    match overlay {
        Overlay::Help { scroll } => help::draw(canvas, room, *scroll, Scope::Desk),
        Overlay::Palette { filter, matches, selected } => {
            list::palette(canvas, room, Scope::Desk, filter, (matches, *selected));
        }
        Overlay::Search { query, matches, selected } => {
            list::search(canvas, room, query, matches, *selected, session.state());
        }
        Overlay::OfferDraft { selected } => confirm::drafts(canvas, room, &desk.drafts, *selected),
        Overlay::MoveRecord { line } => move_record::draw(canvas, room, desk, line),
        Overlay::LeaveUnsaved => {
            let why = match &desk.saved {
                SaveState::Trouble(why) => why.as_str(),
                _ => "",
            };
            confirm::draw(
                canvas,
                room,
                canvas.lang.not_all_saved(),
                why,
                canvas.lang.leave_anyway(),
            );
        }
        Overlay::Discard => {
            confirm::draw(
                canvas,
                room,
                canvas.lang.discard_title(),
                "",
                canvas.lang.discard_asked(),
            );
        }
        Overlay::Reopen => {
            let words = canvas.lang.reopen_words();
            confirm::draw(
                canvas,
                room,
                canvas.lang.reopen_title(),
                words,
                canvas.lang.reopen_asked(),
            );
        }
        Overlay::Closing(closing) => closing::draw(canvas, room, closing, session.state()),
        Overlay::Closed { transcript } => {
            closed::draw(canvas, room, app, desk, transcript.as_deref());
        }
    }
}

/// An area of a size in the middle of another.
pub(super) fn middle(room: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(room.width), height.min(room.height));
    Rect {
        x: room.x + (room.width - width) / 2,
        y: room.y + (room.height - height) / 2,
        width,
        height,
    }
}
