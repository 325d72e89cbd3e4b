//! Files, lists and words from strangers: read, refused or recorded, and nothing worse.
#![cfg(unix)]

#[path = "../pty/mod.rs"]
mod pty;
#[path = "../stage/mod.rs"]
mod stage;

mod json;
mod json_table;
mod paths;
mod scene;
mod sizes;
mod words;
