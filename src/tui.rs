//! The terminal program: its model, the drawing of it, and the loop that joins both to the world.

pub mod model;
pub mod runtime;
pub mod view;
