//! Untrusted files, rosters and texts: read, refused or recorded, and nothing worse.

mod json;
mod json_table;
mod paths;
mod scene;
mod sizes;
mod words;
