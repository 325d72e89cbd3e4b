//! The way in for what was prepared elsewhere: rosters, commands, and opinions from tables.

pub mod command;
pub mod decode;
pub mod encoding;
pub mod field;
pub mod headers;
pub mod legacy;
pub mod moment;
pub mod person_name;
pub mod plan;
pub mod planned;
pub mod roster;
pub mod source;
pub mod source_fault;
pub mod table;
pub mod values;

mod csv_table;
mod json_table;
mod workbook;
