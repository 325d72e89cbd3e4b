//! The desk: mode, selection, forms and drafts.

pub mod edit;
pub mod key;
