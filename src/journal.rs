//! The ink: text to events and back, the session file on disk, its lock and its hash chain.
