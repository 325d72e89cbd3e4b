//! `doithoai`: runs a live public dialogue, keeps its record, and writes its papers.
//!
//! > What happened is a list of events. The state is their fold. The screen is a drawing of the state.
//!
//! # Dependencies
//!
//! Each module with those it may name; `tests/architecture.rs` reads this table. All of them but `session`,
//! `i18n`, `text` and `main` may also name those three.
//!
//! ```text
//! main         → cli
//! cli          → tui::runtime, export, describe, workspace, nats, live, paper, import, review, search, store, record
//! tui::runtime → tui::view, tui::model, export, describe, workspace, nats, live, paper, import, review, search, store, record
//! tui::view    → tui::model, export, describe, workspace, live, review, search, store, record
//! tui::model   → export, paper, workspace, nats, live, import, review, search, store, record
//! export       → paper, describe, workspace, review, store
//! paper        → describe, review, record
//! describe     → workspace, nats, live, import, review, search, store, record
//! workspace    → nats, live, review, store, record
//! nats         → live, store, record
//! live         → store, record
//! import       → search, store, record
//! review       → search, record
//! search       → –
//! store        → record
//! record       → –
//! i18n         → session, text
//! session      → text
//! text         → –
//! ```
//!
//! # Modules
//!
//! - [`session`]: events, commands, `decide`, `apply`, the state and its refusals. Pure.
//! - [`record`]: the file format, pure over bytes: header, lines, hash chain, scanning.
//! - [`store`]: the disk: a list of replicas, lock, open, recover, fail-over, following, atomic writes.
//! - [`live`]: one open session and the only way to write: requests in, updates out; the log behind it is a trait.
//! - `nats`: the log that is a stream of NATS `JetStream`, with the feature `nats`: several desks, one session.
//! - [`search`]: finding people, responders and questions without regard to case or diacritics; who should
//!   answer, and what was asked before. Pure.
//! - [`review`]: timeline, what was said, what changed, statistics, reviewers' notes. Pure.
//! - [`paper`]: documents as blocks, the formats they are written in, statistics, the state as JSON. Pure.
//! - [`export`]: documents made from a session and written where they are wanted, with what the office adds.
//! - [`import`]: the way in for what was prepared elsewhere: tables, rosters, and commands as JSON lines.
//! - [`workspace`]: the folder of sessions, the files beside a session, settings, clock and random numbers.
//! - [`tui::model`]: screens, forms, drafts, the key table; `update(input) → effects`. Pure.
//! - [`tui::view`]: `draw(frame, &model, &session)`.
//! - [`tui::runtime`]: the event loop, terminal input, signals, background threads.
//! - [`cli`]: the commands, one a file.
//! - [`describe`]: what a module answers with data, as a sentence; for commands, papers and screens.
//! - [`i18n`]: every sentence a person reads, in both languages; one that is missing does not compile.
//! - [`text`]: untrusted text made safe for cells, papers, JSON and CSV; folding for comparison.
//!
//! # Laws
//!
//! Each has a test (`tests/properties/`, `tests/store/`, `tests/faults/`, `tests/tui/`).
//!
//! 1. Fold: replaying the log gives the session that recorded it.
//! 2. Admission: what `decide` allows, `apply` accepts.
//! 3. Durable before shown: an event is on disk and synced before any screen shows it as saved.
//! 4. Prefix: every prefix of a good log is a good log.
//! 5. Round trip: decoding and encoding again gives the same bytes.
//! 6. Nothing is erased: an undo, a merge, a correction is a new event.
//! 7. Nothing typed is lost: a refusal leaves the form as it was; drafts survive `kill -9`.
//! 8. No clock, no disk, no terminal in the core.
//!
//! # Deliberately absent
//!
//! No database, no configuration file; without the feature `nats` no network. No state that can be folded from the log. No second
//! way to write: whatever records an event goes through `decide`. No `unsafe`.
//!
//! # The screen, and who draws it
//!
//! ```text
//!  title  ● phase clock            counts   record      tui::view::floor
//!  ● ON THE FLOOR  who, for how long                    tui::view::floor
//! ╭ queue ───────────────────╮╭ question ────────────╮
//! │ GROUP · n                ││ the whole text       │  tui::view::queue, tui::view::question
//! │▌17 first words  lead 3:12││ route, answers, trail│  (tui::model::desk::rows, session::queue)
//! │ 18 …                     ││ ── or the open form ─│  tui::view::form (tui::model::form)
//! │                          │├ responders · tasks ──┤
//! │                          ││ who waits for whom   │  tui::view::side
//! ╰──────────────────────────╯╰──────────────────────╯
//!  what happened last                                   i18n::notice
//!  the keys that apply now                              tui::view::footer (tui::model::bindings)
//! ```

pub mod cli;
pub mod describe;
pub mod export;
pub mod i18n;
pub mod import;
pub mod live;
#[cfg(feature = "nats")]
pub mod nats;
pub mod paper;
pub mod record;
pub mod review;
pub mod search;
pub mod session;
pub mod store;
pub mod text;
pub mod tui;
pub mod workspace;
