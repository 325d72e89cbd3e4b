//! Any hand at the film; the property is that of `tests/strangers`.
#![no_main]

#[path = "../../tests/strangers/film.rs"]
mod film;
#[path = "../../tests/hand/mod.rs"]
mod hand;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| film::survives(&bytes[..bytes.len().min(400)]));
