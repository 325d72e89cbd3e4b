//! The terminal program at work: the event loop, terminal input, signals, the clock, background jobs.

pub mod clock;
pub mod drafts;
pub mod input;
pub mod job;
pub mod job_result;
pub mod loop_event;
pub mod open_mode;
pub mod open_session;
pub mod paper_job;

mod advising;
mod backend;
mod draft_sync;
mod effects;
mod event_loop;
mod opening;
mod replay;
#[cfg(feature = "nats")]
mod server_session;
mod sessions;
mod terminal;
mod transitions;
mod typed;

pub use event_loop::{desk, replay, start_screen};
