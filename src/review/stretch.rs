//! The stretches of a film that a filter leaves.
