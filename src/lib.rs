//! `doithoai`: a live public dialogue, its record and its papers.
//!
//! > What happened is a list of events. What is, is their fold. What is shown, is a drawing of the fold.
//!
//! # The map
//!
//! ```text
//!  main → cli → shell → view ──→ app ─┐
//!           │     │                   ├→ session
//!           │     └──→ journal ───────┘
//!           └──→ export, import, assist
//! ```
//!
//! - [`session`]: the truth. Events, their fold, commands, refusals. Pure; it knows nobody.
//! - [`journal`]: the ink. Text to events and back, append and sync, lock, hash chain, recovery; two copies
//!   of every record (the file and the black box), merged at open, gone on with in a new file when one fails.
//! - [`assist`]: the memory. Finding people, responders and questions without case or diacritics.
//! - [`export`]: the papers. The transcript, and the state as JSON.
//! - [`import`]: the way in for what was prepared elsewhere; rosters so far.
//! - [`review`]: the reviewer's questions to a record: its timeline, what was said, what changed, counts, notes.
//! - [`app`]: the desk's mind. What a key means now, what is chosen, what is being typed.
//! - [`view`]: the glass. `draw(frame, &App, &Session)`, nouns only.
//! - [`shell`]: the only loop. The terminal, the clock, the ink's thread, the files of the folder.
//! - [`cli`]: the commands, one verb a file.
//! - [`words`]: every sentence a person reads, in both languages; one that is missing does not compile.
//! - [`safe_text`], [`safe_json`], [`safe_csv`]: strangers' text made safe to show; nothing else may reach a
//!   cell, a page or a file.
//!
//! # One keypress
//!
//! `shell::keys` makes a [`app::key::Key`] of the terminal's event; [`app::bindings::lookup`] makes an
//! action of it; [`app::App::update`] makes effects of that. An [`app::Effect::Submit`] goes to
//! [`session::Session::decide`], its events are encoded, written and synced by the pen's thread, and only
//! then folded by [`session::Session::apply`]. [`app::Input::Settled`] tells the desk, the form is gone
//! for good, and one frame is drawn for all that waited. [`app::Input::Copies`] tells in how many copies it is.
//!
//! # Laws
//!
//! Each has a test (`tests/laws.rs`, `tests/journal/`, `tests/desk.rs`).
//!
//! 1. Fold: replaying the log gives the session that lived through it.
//! 2. Admission: what `decide` allows, `apply` accepts.
//! 3. Ink before belief: an event is on disk and synced before any screen shows it as saved.
//! 4. Prefix: every prefix of a good log is a good log.
//! 5. Round trip: decoding and encoding again gives the same bytes.
//! 6. Nothing is erased: an undo, a merge, a correction is a new event.
//! 7. Nothing typed is lost: a refusal leaves the form as it was; drafts survive `kill -9`.
//! 8. No clock, no disk, no terminal in the core.
//!
//! # Deliberately absent
//!
//! No database, no network, no configuration file. No state that can be folded from the log. No second
//! way to write: whatever records an event goes through `decide`. No `unsafe`.
//!
//! # The screen, and who draws it
//!
//! ```text
//!  title  ● phase clock            counts   record      view::floor
//!  ● ON THE FLOOR  who, for how long                    view::floor
//! ╭ queue ───────────────────╮╭ question ────────────╮
//! │ GROUP · n                ││ the whole text       │  view::queue, view::question
//! │▌17 first words  lead 3:12││ route, answers, trail│  (app::desk::rows, session::queue)
//! │ 18 …                     ││ ── or the open form ─│  view::form (app::form)
//! │                          │├ responders · tasks ──┤
//! │                          ││ who waits for whom   │  view::side
//! ╰──────────────────────────╯╰──────────────────────╯
//!  what happened last                                   words::notice
//!  the keys that apply now                              view::footer (app::bindings)
//! ```

pub mod app;
pub mod assist;
pub mod cli;
pub mod export;
pub mod import;
pub mod journal;
pub mod review;
pub mod safe_csv;
pub mod safe_json;
pub mod safe_text;
pub mod session;
pub mod shell;
pub mod view;
pub mod words;
