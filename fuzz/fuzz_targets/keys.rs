//! Any input at the desk; the property is that of `tests/properties/untrusted`.
#![no_main]

#[path = "../../tests/support/memory.rs"]
mod support;
#[path = "../../tests/properties/untrusted/keys.rs"]
mod keys;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| keys::survives(&bytes[..bytes.len().min(400)]));
