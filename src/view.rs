//! The glass: the session and the desk drawn.
