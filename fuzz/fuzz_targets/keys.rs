//! Any hand at the desk; the property is that of `tests/strangers`.
#![no_main]

#[path = "../../tests/hand/mod.rs"]
mod hand;
#[path = "../../tests/strangers/keys.rs"]
mod keys;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| keys::survives(&bytes[..bytes.len().min(400)]));
