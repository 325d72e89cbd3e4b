//! What stands over the desk for a moment.

mod closed;
mod closing;
mod help;
mod list;

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::bindings::Scope;
use crate::app::desk::overlay::Overlay;
use crate::app::desk::{Desk, Saved};
use crate::app::draft::{Draft, Value};
use crate::session::Session;

use super::leaf::Leaf;
use super::pen::{Pen, excerpt, indented, narrow};

pub(super) use help::draw as help;

/// Cells of a box that asks something.
const BOX: u16 = 64;

/// Draws what stands over the desk. The lines above and the keys below stay in sight.
pub(super) fn draw(pen: &mut Pen, area: Rect, app: &App, desk: &Desk, session: &Session) {
    let Some(overlay) = &desk.overlay else { return };
    // A form opened from the closing list stands before it until it is done.
    if matches!(overlay, Overlay::Closing(_)) && desk.form().is_some() {
        return;
    }
    let room = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..area };
    pen.tint(room, pen.palette.quiet);
    match overlay {
        Overlay::Help { scroll } => help::draw(pen, room, *scroll, Scope::Desk),
        Overlay::Palette { filter, matches, finger } => {
            list::palette(pen, room, filter, matches, *finger);
        }
        Overlay::Search { query, matches, finger } => {
            list::search(pen, room, query, matches, *finger, session.state());
        }
        Overlay::OfferDraft => {
            let offer = desk.drafts.last().map(|draft| offered(pen, draft));
            let title = pen.lang.draft_left();
            asked(pen, room, title, &offer.unwrap_or_default(), pen.lang.take_draft_up());
        }
        Overlay::LeaveUnsaved => {
            let why = match &desk.saved {
                Saved::Trouble(why) => why.as_str(),
                _ => "",
            };
            asked(pen, room, pen.lang.not_all_saved(), why, pen.lang.leave_anyway());
        }
        Overlay::Discard => {
            asked(pen, room, pen.lang.discard_title(), "", pen.lang.discard_asked());
        }
        Overlay::Reopen => {
            let words = pen.lang.reopen_words();
            asked(pen, room, pen.lang.reopen_title(), words, pen.lang.reopen_asked());
        }
        Overlay::Closing(closing) => closing::draw(pen, room, closing, session.state()),
        Overlay::Closed { transcript } => {
            closed::draw(pen, room, app, desk, transcript.as_deref());
        }
    }
}

/// A yes-or-no question in the middle.
fn asked(pen: &mut Pen, room: Rect, title: &str, words: &str, question: &str) {
    let cells = BOX.min(room.width);
    let mut leaf = Leaf::new(cells.saturating_sub(4));
    leaf.wrapped(0, words, pen.palette.text);
    leaf.gap();
    leaf.wrapped(0, question, pen.palette.strong);
    sheet(pen, room, title, cells, &leaf);
}

/// A box in the middle as high as its lines need.
fn sheet(pen: &mut Pen, room: Rect, title: &str, cells: u16, leaf: &Leaf) {
    let area = middle(room, cells, narrow(leaf.len()).saturating_add(2));
    pen.clear(area);
    let inside = pen.pane(area, title, pen.palette.border_here);
    leaf.draw(pen, indented(inside), 0);
}

/// An area of a size in the middle of another.
fn middle(room: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(room.width), height.min(room.height));
    Rect {
        x: room.x + (room.width - width) / 2,
        y: room.y + (room.height - height) / 2,
        width,
        height,
    }
}

/// The form a draft belongs to and how it begins.
fn offered(pen: &Pen, draft: &Draft) -> String {
    let title = pen.lang.form_title(draft.kind, draft.about);
    let words = draft.fields.iter().find_map(|(_, value)| match value {
        Value::Words(words) if !words.trim().is_empty() => Some(excerpt(words, 120)),
        _ => None,
    });
    match words {
        Some(words) => format!("{title}: “{words}”"),
        None => title,
    }
}
