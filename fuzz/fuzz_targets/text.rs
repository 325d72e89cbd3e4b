//! Any text, shown and written; the property is that of `tests/properties/untrusted`.
#![no_main]

#[path = "../../tests/properties/untrusted/text.rs"]
mod text;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| text::survives(bytes));
