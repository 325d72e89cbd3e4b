//! Any bytes as a reviewer's notes; the property is that of `tests/properties/untrusted`.
#![no_main]

#[path = "../../tests/properties/untrusted/review.rs"]
mod review;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| review::survives(bytes));
