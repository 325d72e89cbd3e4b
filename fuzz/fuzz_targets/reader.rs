//! Any bytes as a session file; the property is that of `tests/properties/untrusted`.
#![no_main]

#[path = "../../tests/properties/untrusted/session_file.rs"]
mod session_file;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| session_file::survives(bytes));
