//! The desk: mode, selection, forms and drafts.
