//! The numbers of a session as a page, as one JSON document and as a table.

pub mod csv;
pub mod json;
pub mod text;

mod bars;
