//! Lines and blanks in the bytes of a file.

use std::io::BufRead;

/// The disk's unit: it is written whole or not at all.
const SECTOR: usize = 512;
/// Bytes of nothing that are taken for a part of a write that never arrived. Not all devices write whole
/// sectors; a name has no such run of blanks.
const GAP: usize = 32;

/// The line that begins at `start`, without its newline, and where the next one begins.
pub(crate) fn line_at(bytes: &[u8], start: usize) -> (&[u8], usize) {
    let rest = &bytes[start..];
    let mut behind = rest;
    let length = behind.skip_until(b'\n').unwrap_or(rest.len());
    let raw = &rest[..length];
    (raw.strip_suffix(b"\n").unwrap_or(raw), start + length)
}

pub(crate) fn trimmed(bytes: &[u8], drop: fn(u8) -> bool) -> &[u8] {
    let start = bytes.iter().position(|byte| !drop(*byte)).unwrap_or(bytes.len());
    let end = bytes.iter().rposition(|byte| !drop(*byte)).map_or(start, |last| last + 1);
    &bytes[start..end]
}

/// What JSON allows between its parts.
pub(crate) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

/// Blanks, and what file systems put where nothing was written.
pub(crate) fn is_void(byte: u8) -> bool {
    byte == 0 || is_blank(byte)
}

/// Whether nothing but blanks stands here. The reserve is long: looked at many bytes at a time.
pub(crate) fn are_blanks(bytes: &[u8]) -> bool {
    let whole = |chunk: &[u8]| chunk.iter().fold(true, |good, byte| good & is_blank(*byte));
    bytes.chunks(4096).all(whole)
}

/// The bytes up to the last block that holds more than blanks.
pub(crate) fn without_reserve(bytes: &[u8]) -> &[u8] {
    let mut left = bytes;
    while let Some((before, last)) = left.split_last_chunk::<4096>() {
        if !last.iter().fold(true, |blank, byte| blank & is_blank(*byte)) {
            break;
        }
        left = before;
    }
    left
}

/// Whether so long a run of nothing stands in the bytes that no line has it within.
pub(crate) fn has_gap(bytes: &[u8]) -> bool {
    bytes.split(|byte| !is_void(*byte)).any(|run| run.len() >= GAP)
}

/// Whether a sector of a write that began at `from` never arrived: a whole sector before `to` holds
/// nothing, or the first one holds no more than the trailer that stood there before.
pub(crate) fn has_unwritten_sector(bytes: &[u8], from: usize, to: usize) -> bool {
    let boundary = from.next_multiple_of(SECTOR);
    let is_unwritten = |sector: &[u8]| sector.iter().all(|byte| is_void(*byte));
    let first = bytes.get(from..boundary.min(to)).unwrap_or_default();
    let first = trimmed(first, is_void).strip_prefix(b"]}").unwrap_or(first);
    let first_is_unwritten = boundary > from && boundary < to && is_unwritten(first);
    let inside = bytes.get(boundary..to).unwrap_or_default();
    first_is_unwritten || inside.chunks_exact(SECTOR).any(is_unwritten)
}
