//! The pages in `docs/` agree with the program: its keys, its file format, the commands they show.

#[path = "documents/file_format.rs"]
mod file_format;
#[path = "documents/keys.rs"]
mod keys;
#[path = "documents/readme.rs"]
mod readme;
#[path = "support/support.rs"]
mod support;
