//! The whole session at a glance: spans of questions, marks of everything else, on one axis.
