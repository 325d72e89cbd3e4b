//! What can be counted and timed in a session.
