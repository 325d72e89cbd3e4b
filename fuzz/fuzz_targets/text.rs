//! Any text, shown and written; the property is that of `tests/strangers`.
#![no_main]

#[path = "../../tests/strangers/text.rs"]
mod text;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| text::survives(bytes));
