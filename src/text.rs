//! Text made safe for a cell, a paper, JSON and CSV; wrapped to a width; folded for comparing; put in order.

pub mod checksum;
pub mod collate;
pub mod csv;
pub mod fold;
pub mod json;
pub mod safe;
pub mod syllable;
pub mod wrap;
