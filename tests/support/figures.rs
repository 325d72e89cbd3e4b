//! A dialogue whose numbers were worked out on paper, with a pause, an undo, a split and a withdrawal in it.

/// Commands as `apply` takes them, each with its time.
pub const DIALOGUE: &str = include_str!("../figures/dialogue.jsonl");
