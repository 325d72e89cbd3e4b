//! The disk: a list of replicas of the record, the lock, opening, recovery, fail-over, following.
//!
//! A [`Replica`] is one durable copy: the public file, the black box, further ones. An event is acknowledged when
//! one of them holds it, and then written to the others. Reading never writes ([`read()`]); opening for writing
//! takes the lock and mends a torn tail at most; all other damage is left to [`recover()`].

pub mod atomic;
pub mod lock;
pub mod regular;
pub mod replica;
pub mod storage;

mod black_box;
mod create;
mod disk;
mod follow;
mod follower;
mod from_state;
mod kept;
mod locked;
mod merge;
mod open;
mod opened;
mod places;
mod public_file;
mod read;
mod recover;
mod replicas;
mod replication;
mod state_folder;
mod tidy;
mod watch;
mod writer;

pub use create::{CreateError, create, create_on};
pub use disk::Disk;
pub use from_state::{StateSession, rebuild, sessions_in_state};
pub use lock::Holder;
pub use open::open;
pub use opened::{Consent, Mended, Merged, OpenError, OpenRequest, Opened};
pub use read::{ReadError, Reading, bytes_of, read, read_on, spot_in};
pub use recover::{Branch, RecoverError, Recovered, Salvaged, recover, recover_on};
pub use replica::{Replica, StoreError};
pub use replication::{Relocation, ReplicaKind, ReplicaStatus, Replication};
pub use state_folder::{StateFolder, StateTrouble};
pub use watch::{FileChange, Watcher};
pub use writer::Writer;
