//! Why a server, or a session on it, cannot be used.

use std::io;
use std::path::PathBuf;

use crate::record::Fingerprint;
use crate::store::{OpenError, StoreError};

/// Why a shared session cannot be read or written.
#[derive(Debug)]
pub enum ServerError {
    /// Nothing answers at the address.
    Unreachable,
    /// The server did not answer in time.
    Silent,
    /// The server does not let this desk in.
    NotLetIn,
    /// TLS did not come about.
    Tls,
    /// A server elsewhere, and no login.
    Insecure,
    /// A file with a secret cannot be read.
    Login(PathBuf, io::Error),
    /// It keeps no streams: `JetStream` is not switched on.
    NoStreams,
    /// It holds no such session.
    NoSuchSession,
    /// The address names no session.
    NoSessionNamed,
    /// What is under that id is no session of this program.
    NotASession,
    /// A line of a kind, or with a field, that this program does not know.
    Newer { kind: String },
    /// The file has gone another way than the log on the server, or further.
    Diverged(Box<Divergence>),
    /// What the server says, in its own words.
    Said(String),
    /// The client's own thread cannot be started.
    NoClient(io::Error),
    /// This desk's own file cannot be opened.
    Open(PathBuf, Box<OpenError>),
    /// This desk's own file cannot be made.
    Create(PathBuf, io::Error),
    /// This desk's own file does not take what the log holds.
    Store(PathBuf, StoreError),
}

/// Where a file and a log stand that do not agree.
#[derive(Debug)]
pub struct Divergence {
    pub file: Fingerprint,
    pub log: Fingerprint,
}

impl ServerError {
    pub(crate) fn diverged(file: Fingerprint, log: Fingerprint) -> Self {
        Self::Diverged(Box::new(Divergence { file, log }))
    }
}
