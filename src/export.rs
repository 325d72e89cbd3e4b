//! The papers: what is printed from a session.
