//! A reviewer's notes: pinned to a moment or a question, kept beside the session and never in it.
