//! Text of strangers made safe for a cell, a paper, JSON and CSV; and the folding by which text is compared.

pub mod csv;
pub mod fold;
pub mod json;
pub mod safe;
