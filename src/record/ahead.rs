//! A long file is read by two threads: one parses later lines while the other checks and applies earlier ones.
//!
//! They go through it window by window, so that only the lines of one window are held parsed.

use std::iter::Peekable;
use std::thread::{Scope, ScopedJoinHandle};
use std::vec::IntoIter;

use crate::record::bytes::{is_blank, line_at, trimmed, without_reserve};
use crate::record::line::Line;

/// Below so many bytes a second thread costs more time than it saves.
const LONG: usize = 64 * 1024;
/// Bytes of a window.
const WINDOW: usize = 4 * 1024 * 1024;

/// Lines that are parsed before they are asked for.
pub(crate) struct Ahead<'scope, 'env, 'a> {
    /// What is written, without the blanks behind it.
    written: &'a [u8],
    scope: &'scope Scope<'scope, 'env>,
    /// Where the second thread began, and the end of its window.
    from: usize,
    until: usize,
    parsing: Option<ScopedJoinHandle<'scope, Parsed<'a>>>,
    parsed: Peekable<IntoIter<(usize, Line<'a>)>>,
}

/// Lines by where they begin.
type Parsed<'a> = Vec<(usize, Line<'a>)>;

impl<'scope, 'env, 'a: 'scope> Ahead<'scope, 'env, 'a> {
    /// Two threads for the lines from `start` on.
    pub(crate) fn of(bytes: &'a [u8], start: usize, scope: &'scope Scope<'scope, 'env>) -> Self {
        let written = &bytes[..start + without_reserve(&bytes[start..]).len()];
        let parsed = Vec::new().into_iter().peekable();
        Self { written, scope, from: start, until: start, parsing: None, parsed }
    }

    /// The line that begins at `place`, if the second thread parsed it.
    pub(crate) fn line_at(&mut self, place: usize) -> Option<Line<'a>> {
        if place >= self.until {
            self.open_window(place);
        }
        if place < self.from {
            return None;
        }
        if let Some(parsed) = self.parsing.take().and_then(|parsing| parsing.join().ok()) {
            self.parsed = parsed.into_iter().peekable();
        }
        while self.parsed.next_if(|(begins, _)| *begins < place).is_some() {}
        self.parsed.next_if(|(begins, _)| *begins == place).map(|(_, line)| line)
    }

    /// Starts the second thread on the next window if it is long enough. The first thread, which also applies
    /// what both have parsed, takes two fifths of it.
    fn open_window(&mut self, start: usize) {
        let left = self.written.len().saturating_sub(start);
        if left <= LONG {
            (self.from, self.until) = (usize::MAX, usize::MAX);
            return;
        }
        let length = if left < 2 * WINDOW { left } else { WINDOW };
        let from = line_at(self.written, start + length / 5 * 2).1;
        let (written, until) = (self.written, start + length);
        (self.from, self.until) = (from, until.max(from));
        self.parsing = Some(self.scope.spawn(move || parsed_between(written, from, until)));
    }
}

fn parsed_between(bytes: &[u8], start: usize, until: usize) -> Parsed<'_> {
    let mut parsed = Vec::new();
    let mut at = start;
    while at < until {
        let (raw, next) = line_at(bytes, at);
        let line = trimmed(raw, is_blank).strip_prefix(b",").map(|line| trimmed(line, is_blank));
        // Up to the first that is no line: the trailer, or damage that the first thread will report.
        let Some(line) = line.and_then(Line::parse) else { break };
        parsed.push((at, line));
        at = next;
    }
    parsed
}

#[cfg(test)]
mod tests {
    use crate::record::header::Header;
    use crate::record::log::Record;
    use crate::record::scan::{Tail, scan};
    use crate::session::command::{Command, Moment, Occasion};
    use crate::session::payload::{Opening, Reason};

    /// A file of so many pauses with their ends, each for this reason, and where its lines begin.
    fn long(pauses: usize, why: &str) -> (Vec<u8>, Vec<usize>) {
        let title = "Đối thoại ".repeat(20);
        let mut commands = vec![Command::Open(Opening { title, ..Opening::default() })];
        for _ in 0..pauses {
            let why = || Reason { why: Some(why.to_owned()) };
            commands.extend([Command::Pause(why()), Command::Resume(why())]);
        }
        let at = Moment::Given(Header::unknown().created);
        let occasion = Occasion::new(at, "moderator", String::new());
        let (_, entry) = Record::founded(Header::unknown(), commands, &occasion).expect("allowed");
        let mut text = format!("{}\n{}", Header::unknown().line(), entry.document());
        let starts = text.match_indices('\n').map(|(end, _)| end + 1).collect();
        text += "]}\n";
        text += &" ".repeat(10_000);
        (text.into_bytes(), starts)
    }

    #[test]
    fn window_after_window_is_read_and_damage_in_any_of_them_is_found() {
        let (whole, starts) = long(1_200, &"giải lao ".repeat(400));
        assert!(whole.len() > super::WINDOW * 2);
        let found = scan(&whole).expect("a session");
        assert_eq!((found.tail, found.record.fingerprint().events), (Tail::Clean, 2_401));
        for place in [700, 1_500, 2_300] {
            let mut edited = whole.clone();
            edited[starts[place] + 30] ^= 1;
            let found = scan(&edited).expect("a session");
            assert_eq!(found.record.fingerprint().events, place as u64, "{:?}", found.tail);
        }
    }

    #[test]
    fn two_threads_read_what_one_would_and_stop_where_one_would() {
        let (whole, starts) = long(400, "giải lao");
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
