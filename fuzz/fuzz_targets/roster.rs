//! Any bytes as a roster; the property is that of `tests/strangers`.
#![no_main]

#[path = "../../tests/strangers/roster.rs"]
mod roster;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| roster::survives(bytes));
