//! Any bytes as a command; the property is that of `tests/properties/untrusted`.
#![no_main]

#[path = "../../tests/properties/untrusted/command.rs"]
mod command;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| command::survives(bytes));
