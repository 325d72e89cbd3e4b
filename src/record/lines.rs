//! Every line of the record as it is on the disk, kept in memory: what a new copy is written from.

use crate::record::bytes::{is_blank, trimmed};
use crate::record::log::Batch;

/// What ends the document.
pub(crate) const TRAILER: &str = "]}\n";
/// Blanks behind the document of a live session, in bytes.
pub(crate) const RESERVE: usize = 256 * 1024;

/// The header's line and the events' lines, each in the bytes its hash was made of.
#[derive(Clone, Debug)]
pub(crate) struct Lines {
    /// As the public file has them, up to where its trailer stands.
    text: Vec<u8>,
}

impl Lines {
    /// What a public file holds before its trailer at `end`.
    pub(crate) fn of(mut bytes: Vec<u8>, end: usize) -> Self {
        bytes.truncate(end);
        if bytes.last().is_some_and(|last| *last != b'\n') {
            bytes.push(b'\n');
        }
        Self { text: bytes }
    }

    /// Of a header's line and events' lines, each without what stands around it.
    pub(crate) fn made_of(header: &str, events: &[String]) -> Self {
        let mut text = format!("{header}\n");
        for (place, line) in events.iter().enumerate() {
            text.push_str(if place == 0 { "" } else { "," });
            text.push_str(line);
            text.push('\n');
        }
        Self { text: text.into_bytes() }
    }

    /// How much there is, for [`Lines::shorten`].
    pub(crate) fn length(&self) -> usize {
        self.text.len()
    }

    pub(crate) fn push(&mut self, entry: &Batch) {
        self.text.extend_from_slice(entry.document().as_bytes());
    }

    /// What was pushed since the length was taken, as the public file has it.
    pub(crate) fn behind(&self, length: usize) -> &[u8] {
        self.text.get(length..).unwrap_or_default()
    }

    /// What there was when the length was taken.
    pub(crate) fn up_to(&self, length: usize) -> Self {
        Self { text: self.text.get(..length).unwrap_or(&self.text).to_vec() }
    }

    /// Adds lines that are already as the public file has them.
    pub(crate) fn append(&mut self, lines: &[u8]) {
        self.text.extend_from_slice(lines);
    }

    /// Whether both are the same, byte for byte.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.text == other.text
    }

    /// Forgets what was pushed since the length was taken.
    pub(crate) fn shorten(&mut self, length: usize) {
        self.text.truncate(length);
    }

    /// The header's line first, then each event's, without what stands around them.
    pub(crate) fn each(&self) -> impl Iterator<Item = &[u8]> {
        let lines = self.text.split(|byte| *byte == b'\n').map(|line| trimmed(line, is_blank));
        let lines = lines.filter(|line| !line.is_empty());
        lines.map(|line| trimmed(line.strip_prefix(b",").unwrap_or(line), is_blank))
    }

    pub(crate) fn header(&self) -> Option<&[u8]> {
        self.each().next()
    }

    /// A whole public file: document and reserve.
    pub(crate) fn public(&self) -> Vec<u8> {
        let mut document = Vec::with_capacity(self.text.len() + RESERVE + 64);
        self.write_public(0, &mut document);
        document.extend_from_slice(TRAILER.as_bytes());
        document.resize(document.len() + RESERVE, b' ');
        document
    }

    /// The events behind the first `events`, as a public file has them.
    pub(crate) fn public_after(&self, events: u64) -> Vec<u8> {
        let mut document = Vec::new();
        self.write_public(
            usize::try_from(events).map_or(usize::MAX, |events| events + 1),
            &mut document,
        );
        document
    }

    fn write_public(&self, skipped: usize, document: &mut Vec<u8>) {
        for (place, line) in self.each().enumerate().skip(skipped) {
            if place > 1 {
                document.push(b',');
            }
            document.extend_from_slice(line);
            document.push(b'\n');
        }
    }

    /// A whole black box: JSON Lines, the header completed so that it is one too.
    pub(crate) fn boxed(&self) -> Vec<u8> {
        let mut document = Vec::with_capacity(self.text.len() + 64);
        for (place, line) in self.each().enumerate() {
            document.extend_from_slice(line);
            document.extend_from_slice(if place == 0 { b"]}\n" } else { b"\n" });
        }
        document
    }

    /// Whether everything in `other` stands here too, at the same places.
    pub(crate) fn begin_with(&self, other: &Self) -> bool {
        let mut ours = self.each();
        other.each().all(|line| ours.next() == Some(line))
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn both_copies_are_made_of_the_same_lines_whatever_stands_around_them() {
        let text = b"{\"h\":[\r\n{\"a\":1}\r\n , {\"b\":2} \n\n,{\"c\":3}\n]}\n   ".to_vec();
        let end = text.windows(2).position(|pair| pair == b"]}").expect("a trailer");
        let lines = Lines::of(text, end);
        assert_eq!(lines.boxed(), b"{\"h\":[]}\n{\"a\":1}\n{\"b\":2}\n{\"c\":3}\n");
        assert!(lines.public().starts_with(b"{\"h\":[\n{\"a\":1}\n,{\"b\":2}\n,{\"c\":3}\n]}\n "));
        assert_eq!(lines.public_after(2), b",{\"c\":3}\n");
        assert_eq!(lines.public_after(0), b"{\"a\":1}\n,{\"b\":2}\n,{\"c\":3}\n");
        assert!(lines.public_after(9).is_empty());
    }

    #[test]
    fn a_beginning_is_known_by_its_lines() {
        let lines = |text: &str| Lines::of(text.as_bytes().to_vec(), text.len());
        let whole = lines("{\"h\":[\n{\"a\":1}\n,{\"b\":2}\n");
        assert!(whole.begin_with(&lines("{\"h\":[\n{\"a\":1}")));
        assert!(whole.begin_with(&whole));
        assert!(!whole.begin_with(&lines("{\"h\":[\n{\"a\":2}\n")));
        assert!(!lines("{\"h\":[\n").begin_with(&whole));
    }
}
