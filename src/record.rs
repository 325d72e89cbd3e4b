//! The file format, pure over bytes: header, lines, hash chain, and what of them a file still holds.

pub mod chain;
pub mod edition;
pub mod header;
pub mod line;
pub mod retold;
pub mod scan;

pub(crate) mod bytes;
#[cfg(feature = "nats")]
pub(crate) mod continuation;
pub(crate) mod lines;
pub(crate) mod log;
pub(crate) mod salvage;
pub(crate) mod spot;
pub(crate) mod v1;
pub(crate) mod walk;

mod ahead;
mod encode;
#[cfg(test)]
mod fixtures;
mod tail;

pub use chain::{Fingerprint, Hash};
pub use header::{Header, SessionId};
pub use log::{Batch, Record};
pub use scan::{Foreign, Scan, Tail};
pub use spot::Spot;
