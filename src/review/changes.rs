//! What changed between two moments of one session.
