//! Several desks at one session, over servers that the tests start: the real program, real faults.

#[path = "../support/support.rs"]
mod support;

mod cluster;
mod desk;
mod failing;
mod race;
mod random;
mod refused;
mod roles;
mod server;
mod shared;
