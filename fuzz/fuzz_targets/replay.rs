//! Any hand at the replay; the property is that of `tests/strangers`.
#![no_main]

#[path = "../../tests/strangers/replay.rs"]
mod replay;
#[path = "../../tests/hand/mod.rs"]
mod hand;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| replay::survives(&bytes[..bytes.len().min(400)]));
