//! A long file is read by two hands: the second parses later lines while the first believes earlier ones.

use std::iter::Peekable;
use std::thread::{Scope, ScopedJoinHandle};
use std::vec::IntoIter;

use super::line::Line;
use super::scan::{is_blank, line_at, trimmed};

/// Below so many bytes a second hand costs more than it brings.
const LONG: usize = 64 * 1024;

/// Lines that are parsed before they are asked for.
pub(super) struct Ahead<'scope, 'a> {
    /// Where the second hand began.
    from: usize,
    parsing: Option<ScopedJoinHandle<'scope, Parsed<'a>>>,
    parsed: Peekable<IntoIter<(usize, Line<'a>)>>,
}

/// Lines by where they begin.
type Parsed<'a> = Vec<(usize, Line<'a>)>;

impl<'scope, 'a: 'scope> Ahead<'scope, 'a> {
    /// Sets the second hand to work if there is enough to do.
    pub(super) fn of(bytes: &'a [u8], start: usize, scope: &'scope Scope<'scope, '_>) -> Self {
        let from = share(bytes, start).unwrap_or(bytes.len());
        let parsing = (from < bytes.len()).then(|| scope.spawn(move || parsed_from(bytes, from)));
        Self { from, parsing, parsed: Vec::new().into_iter().peekable() }
    }

    /// The line that begins at `place`, if the second hand parsed it.
    pub(super) fn line_at(&mut self, place: usize) -> Option<Line<'a>> {
        if place < self.from {
            return None;
        }
        if let Some(parsed) = self.parsing.take().and_then(|parsing| parsing.join().ok()) {
            self.parsed = parsed.into_iter().peekable();
        }
        while self.parsed.next_if(|(begins, _)| *begins < place).is_some() {}
        self.parsed.next_if(|(begins, _)| *begins == place).map(|(_, line)| line)
    }
}

/// Where the second hand begins: the first, which also believes what both have parsed, takes two parts of five.
fn share(bytes: &[u8], start: usize) -> Option<usize> {
    let written = start + without_reserve(&bytes[start..]).len();
    let part = start + (written - start) / 5 * 2;
    (written - start > LONG).then(|| line_at(bytes, part).1)
}

fn parsed_from(bytes: &[u8], start: usize) -> Parsed<'_> {
    let mut parsed = Vec::new();
    let mut at = start;
    while at < bytes.len() {
        let (raw, next) = line_at(bytes, at);
        let line = trimmed(raw, is_blank).strip_prefix(b",").map(|line| trimmed(line, is_blank));
        // Up to the first that is no line: the trailer, or damage that the first hand will name.
        let Some(line) = line.and_then(Line::parse) else { break };
        parsed.push((at, line));
        at = next;
    }
    parsed
}

fn without_reserve(bytes: &[u8]) -> &[u8] {
    let mut left = bytes;
    while let Some((before, last)) = left.split_last_chunk::<4096>() {
        if !last.iter().fold(true, |blank, byte| blank & is_blank(*byte)) {
            break;
        }
        left = before;
    }
    left
}

#[cfg(test)]
mod tests {
    use crate::journal::header::Header;
    use crate::journal::record::Record;
    use crate::journal::scan::{Tail, scan};
    use crate::session::command::{Command, Moment, Occasion};
    use crate::session::payload::{Opening, Reason};

    /// A file long enough for two hands, and where its lines begin.
    fn long() -> (Vec<u8>, Vec<usize>) {
        let title = "Đối thoại ".repeat(20);
        let mut commands = vec![Command::Open(Opening { title, ..Opening::default() })];
        for _ in 0..400 {
            commands
                .extend([Command::Pause(Reason::default()), Command::Resume(Reason::default())]);
        }
        let at = Moment::Given(Header::unknown().created);
        let occasion = Occasion { at, by: "moderator".to_owned(), salt: String::new() };
        let (_, entry) = Record::founded(Header::unknown(), commands, &occasion).expect("allowed");
        let mut text = format!("{}\n{}", Header::unknown().line(), entry.document());
        let starts = text.match_indices('\n').map(|(end, _)| end + 1).collect();
        text += "]}\n";
        text += &" ".repeat(10_000);
        (text.into_bytes(), starts)
    }

    #[test]
    fn two_hands_read_what_one_would_and_stop_where_one_would() {
        let (whole, starts) = long();
        assert!(whole.len() > super::LONG * 2);
        let found = scan(&whole).expect("a session");
        assert_eq!((found.tail, found.record.fingerprint().events), (Tail::Clean, 801));
        for place in [10, 300, 330, 500, 799] {
            let mut edited = whole.clone();
            edited[starts[place] + 30] ^= 1;
            let found = scan(&edited).expect("a session");
            assert_eq!(found.record.fingerprint().events, place as u64, "{:?}", found.tail);
            assert_ne!(found.tail, Tail::Clean);
            let cut = scan(&whole[..starts[place] + 30]).expect("a session");
            assert_eq!(cut.record.fingerprint().events, place as u64);
            assert!(matches!(cut.tail, Tail::Torn { .. }), "{:?}", cut.tail);
        }
    }
}
