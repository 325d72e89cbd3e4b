//! Editing fields: what is typed, pasted and taken back, under every form of the desk.
//!
//! A field keeps the text and the place in it; it has no colours and no area of its own. The view
//! asks it for a [`Page`] of a size and draws that; the page says where the terminal's own cursor goes.

mod boundary;
mod buffer;
mod highland;
mod keys;
mod line_field;
mod method;
mod page;
mod telex;
mod text_field;

pub use line_field::LineField;
pub use method::{Composes, Method};
pub use page::{FieldGeometry, Page, Piece, Row};
pub use telex::Telex;
pub use text_field::TextField;

/// What became of a key or a paste.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Used {
    /// The field did with it what there was to do.
    Used,
    /// The key means nothing to a field; it is the desk's.
    Unused,
    /// The field would hold more than [`LONGEST`]; nothing was changed.
    Full,
}

/// Bytes a field holds: far more than the record takes, so that a text too long can be cut by hand.
pub const LONGEST: usize = 256 * 1024;
