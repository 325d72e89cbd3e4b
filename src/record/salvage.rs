//! Whole lines behind damage: each can be read by itself though the chain before it is broken.

use crate::record::bytes::{is_blank, line_at, trimmed};
use crate::record::line::{Line, SEAL, SEAL_BEFORE};

/// The header's line and every line of an event in `bytes`, without what stands around them.
pub(crate) fn lines_of(bytes: &[u8]) -> (String, Vec<String>) {
    let header = trimmed(line_at(bytes, 0).0, is_blank);
    (String::from_utf8_lossy(header).into_owned(), salvage(bytes))
}

pub(crate) fn salvage(bytes: &[u8]) -> Vec<String> {
    salvage_until(bytes).0
}

/// The whole lines, and where the last text line that holds one ends.
pub(crate) fn salvage_until(bytes: &[u8]) -> (Vec<String>, usize) {
    let (mut kept, mut end) = (Vec::new(), 0);
    let mut at = 0;
    while at < bytes.len() {
        let (raw, next) = line_at(bytes, at);
        for line in whole_lines_within(raw) {
            end = next;
            kept.extend(String::from_utf8(line.to_vec()));
        }
        at = next;
    }
    (kept, end)
}

/// What may be a whole line inside `raw`, whatever stands around it.
pub(crate) fn whole_line_within(raw: &[u8]) -> Option<&[u8]> {
    let start = raw.iter().position(|byte| *byte == b'{')?;
    let seal = raw.windows(SEAL_BEFORE.len()).rposition(|bytes| bytes == SEAL_BEFORE)?;
    raw.get(start..seal + SEAL)
}

/// Every line that is whole inside `raw`, where the newlines between them may be lost.
pub(crate) fn whole_lines_within(raw: &[u8]) -> Vec<&[u8]> {
    let is_whole = |line: &&[u8]| Line::parse(line).is_some();
    if let Some(line) = whole_line_within(raw).filter(is_whole) {
        return vec![line];
    }
    let seals = raw.windows(SEAL_BEFORE.len()).enumerate();
    let seals = seals.filter(|(_, bytes)| *bytes == SEAL_BEFORE).map(|(at, _)| at + SEAL);
    let mut start = 0;
    let pieces = seals.filter_map(|end| raw.get(std::mem::replace(&mut start, end)..end));
    pieces.filter_map(whole_line_within).filter(is_whole).collect()
}

#[cfg(test)]
mod tests {
    use super::{whole_line_within, whole_lines_within};
    use crate::record::chain::Hash;

    #[test]
    fn a_whole_line_is_found_between_garbage() {
        let body = r#"{"seq":3,"event":"paused""#;
        let hash = Hash::NONE.seal("paused", body.as_bytes());
        let line = format!("{body},\"hash\":\"{hash}\"}}");
        let raw = format!("\0x{line}J]}}");
        assert_eq!(whole_line_within(raw.as_bytes()), Some(line.as_bytes()));
        assert_eq!(whole_line_within(b"{\"seq\":1"), None);
        let joined = format!("{line}\u{b},{line}");
        assert_eq!(whole_lines_within(joined.as_bytes()), [line.as_bytes(); 2]);
    }
}
