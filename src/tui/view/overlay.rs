//! What stands over the desk for a moment.

mod asked;
mod closed;
mod closing;
mod elsewhere;
mod help;
pub(super) mod list;

use ratatui::layout::Rect;

use crate::session::Session;
use crate::tui::model::App;
use crate::tui::model::bindings::Scope;
use crate::tui::model::desk::overlay::Overlay;
use crate::tui::model::desk::{Desk, Saved};

use super::pen::Pen;

pub(super) use asked::draw as ask;
pub(super) use help::draw as help;

/// Draws what stands over the desk. The lines above and the keys below stay in sight.
pub(super) fn draw(pen: &mut Pen, area: Rect, app: &App, desk: &Desk, session: &Session) {
    let Some(overlay) = &desk.overlay else { return };
    // A form opened from the closing list stands before it until it is done.
    if matches!(overlay, Overlay::Closing(_)) && desk.form().is_some() {
        return;
    }
    let room = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..area };
    pen.tint(room, pen.palette.quiet);
    // Letters typed now do not go into the form under it.
    pen.cursor = None;
    match overlay {
        Overlay::Help { scroll } => help::draw(pen, room, *scroll, Scope::Desk),
        Overlay::Palette { filter, matches, finger } => {
            list::palette(pen, room, Scope::Desk, filter, (matches, *finger));
        }
        Overlay::Search { query, matches, finger } => {
            list::search(pen, room, query, matches, *finger, session.state());
        }
        Overlay::OfferDraft { finger } => asked::drafts(pen, room, &desk.drafts, *finger),
        Overlay::Elsewhere { line } => elsewhere::draw(pen, room, desk, line),
        Overlay::LeaveUnsaved => {
            let why = match &desk.saved {
                Saved::Trouble(why) => why.as_str(),
                _ => "",
            };
            asked::draw(pen, room, pen.lang.not_all_saved(), why, pen.lang.leave_anyway());
        }
        Overlay::Discard => {
            asked::draw(pen, room, pen.lang.discard_title(), "", pen.lang.discard_asked());
        }
        Overlay::Reopen => {
            let words = pen.lang.reopen_words();
            asked::draw(pen, room, pen.lang.reopen_title(), words, pen.lang.reopen_asked());
        }
        Overlay::Closing(closing) => closing::draw(pen, room, closing, session.state()),
        Overlay::Closed { transcript } => {
            closed::draw(pen, room, app, desk, transcript.as_deref());
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
