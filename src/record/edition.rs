//! An edition of a session file in which lines are withheld: their texts are gone, the chain stays whole.

use crate::session::number::Seq;

use crate::record::bytes::is_void;
use crate::record::line::{Line, SEAL_BEFORE};
use crate::record::lines::{Lines, TRAILER};

/// The file with the lines withheld that `is_withheld` names; without a reserve, as nothing is added to it.
///
/// `None`: `bytes` are not a whole session file.
#[must_use]
pub fn with_lines_withheld(bytes: &[u8], is_withheld: impl Fn(Seq) -> bool) -> Option<Vec<u8>> {
    let end = bytes.iter().rposition(|byte| !is_void(*byte)).map_or(0, |last| last + 1);
    let end = end.checked_sub("]}".len()).filter(|end| &bytes[*end..end + 2] == b"]}")?;
    let lines = Lines::of(bytes.to_vec(), end);
    let mut edition = Vec::with_capacity(bytes.len());
    for (place, line) in lines.each().enumerate() {
        edition.extend_from_slice(if place > 1 { b"," } else { b"" });
        match place {
            0 => edition.extend_from_slice(line),
            _ => {
                let parsed = Line::parse(line)?;
                match is_withheld(parsed.seq) && !parsed.is_withheld() {
                    true => edition.extend_from_slice(parsed.withheld_line()?.as_bytes()),
                    false => edition.extend_from_slice(line),
                }
            }
        }
        edition.push(b'\n');
    }
    edition.extend_from_slice(TRAILER.as_bytes());
    Some(edition)
}

impl Line<'_> {
    /// What stands in the place of the line when it is withheld; `None` when it carries no hash.
    pub(crate) fn withheld_line(&self) -> Option<String> {
        let (seq, kind, digest) = (self.seq, &self.kind, self.digest());
        let hash = self.hash()?;
        let before = std::str::from_utf8(SEAL_BEFORE).ok()?;
        Some(format!(
            "{{\"seq\":{seq},\"withheld\":\"{kind}\",\"digest\":\"{digest}\"{before}{hash}\"}}"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::with_lines_withheld;
    use crate::record::fixtures::fixtures;
    use crate::record::scan::{Tail, scan};
    use crate::session::event::Event;
    use crate::session::number::Seq;

    #[test]
    fn whichever_lines_are_withheld_the_file_is_whole_with_the_same_fingerprint() {
        for (name, bytes, fingerprint) in fixtures() {
            let whole = scan(bytes).expect("a session");
            let count = whole.record.session().last_seq().0;
            let mut choices: Vec<Box<dyn Fn(Seq) -> bool>> = Vec::new();
            for place in 0..=count {
                choices.push(Box::new(move |seq| seq.0 > place));
                choices.push(Box::new(move |seq| seq.0 <= place));
                choices.push(Box::new(move |seq| seq.0 == place));
                choices.push(Box::new(move |seq| seq.0 % 3 == place % 3));
            }
            for is_withheld in &choices {
                let edition = with_lines_withheld(bytes, is_withheld).expect("an edition");
                let read = scan(&edition).expect("a session");
                assert_eq!(read.tail, Tail::Clean, "{name}");
                assert_eq!(read.record.fingerprint().to_string(), fingerprint, "{name}");
                for event in read.record.session().history() {
                    let is_gone = matches!(event.event, Event::Withheld(_));
                    assert!(is_gone || !is_withheld(event.seq), "{name}");
                }
                assert_eq!(with_lines_withheld(&edition, is_withheld), Some(edition), "{name}");
            }
        }
    }

    #[test]
    fn what_is_not_whole_has_no_edition() {
        for (_, bytes, _) in fixtures() {
            let document = bytes.iter().rposition(|byte| *byte == b']').expect("a trailer");
            for cut in [0, 1, document] {
                assert_eq!(with_lines_withheld(&bytes[..cut], |_| true), None);
            }
        }
    }
}
