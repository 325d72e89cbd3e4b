//! Any bytes as a roster; the property is that of `tests/properties/untrusted`.
#![no_main]

#[path = "../../tests/properties/untrusted/roster.rs"]
mod roster;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| roster::survives(bytes));
