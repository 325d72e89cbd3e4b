//! Any bytes as a command; the property is that of `tests/strangers`.
#![no_main]

#[path = "../../tests/strangers/command.rs"]
mod command;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| command::survives(bytes));
