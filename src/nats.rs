//! The log that is a stream of NATS `JetStream`: several desks write one session, in one order.
//!
//! A stream per session, named by the session's id; its subjects are `ID.ROLE`. The first message is the header's
//! line, each later one the lines of a group of events in exactly the bytes of the file. A message is published
//! with the last sequence its desk has read, so that the server refuses it when another came between.
//! Which messages count is decided by the stream alone (`shared_record`): every desk's file has the same bytes.
//!
//! The client works on a thread of its own with a runtime of its own; nothing above this module waits for it but
//! the thread of the log.

mod address;
mod client;
mod desk;
mod login;
mod nats_log;
mod outgoing;
mod reading;
mod server_error;
mod share;
mod shared_record;

pub use address::{AddressFault, ServerAddress};
pub use desk::{DeskRequest, JoinedDesk};
pub use login::Login;
pub use nats_log::NatsLog;
pub use reading::read_shared;
pub use server_error::{Divergence, ServerError};
pub use share::{Sharing, share};
