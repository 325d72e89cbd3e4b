//! What a session file of format 1 holds, as it is written: apart from the events of the session.
//!
//! Adding a field: here and in the session, and its name in the list behind the struct. Adding a kind of
//! event: its struct here, and its line in [`event`].

pub(crate) mod convert;
pub(crate) mod correction;
pub(crate) mod payload;
pub(crate) mod word;

mod event;
mod text;

pub(crate) use event::{BatchV1, EventV1, LineV1, kind_named};
pub(crate) use text::TextV1;
