//! `doithoai`: a live public dialogue, its record and its papers.

pub mod app;
pub mod assist;
pub mod cli;
pub mod export;
pub mod import;
pub mod journal;
pub mod safe_text;
pub mod session;
pub mod shell;
pub mod view;
pub mod words;
