//! Any input at the replay; the property is that of `tests/properties/untrusted`.
#![no_main]

#[path = "../../tests/properties/untrusted/replay.rs"]
mod replay;
#[path = "../../tests/support/memory.rs"]
mod support;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| replay::survives(&bytes[..bytes.len().min(400)]));
