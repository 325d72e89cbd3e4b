//! Words that mean the same matter: "nhà trẻ" and "gửi con".

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words::{TextWord, Words};

/// One line a matter, its words separated by `|`; a line that begins with `#` is a remark.
const LINES: &str = include_str!("knowledge/same-meaning.txt");

/// The place of a line in the list.
pub(super) type MatterNo = u16;

static MATTERS: LazyLock<Matters> = LazyLock::new(|| Matters::of(LINES));

struct Matters {
    /// By the folded words: each writing of them, with the matter it means.
    by_words: HashMap<String, Vec<(Vec<TextWord>, MatterNo)>>,
    /// The most words that one writing has.
    longest: usize,
}

impl Matters {
    fn of(lines: &str) -> Self {
        let mut matters = Self { by_words: HashMap::new(), longest: 0 };
        let lines = lines.lines().filter(|line| !line.starts_with('#'));
        for (number, line) in (0..).zip(lines) {
            for writing in line.split('|') {
                let words = Words::of(writing);
                matters.longest = matters.longest.max(words.list.len());
                if let Some(folded) = words.folded(0..words.list.len()) {
                    matters.by_words.entry(folded).or_default().push((words.list, number));
                }
            }
        }
        matters
    }
}

/// The matters that a text names, each with its first word and the number of its words. A longer writing
/// comes before the shorter ones inside it. In a text with diacritics they count.
pub(super) fn matters(words: &Words) -> Vec<(MatterNo, usize, usize)> {
    let mut found = Vec::new();
    let mut taken = vec![false; words.list.len()];
    for length in (1..=MATTERS.longest.min(words.list.len())).rev() {
        for start in 0..=words.list.len() - length {
            let place = start..start + length;
            if taken.get(place.clone()).is_none_or(|taken| taken.iter().all(|taken| *taken)) {
                continue;
            }
            let Some(written) = words.list.get(place.clone()) else { continue };
            let key = words.folded(place.clone()).unwrap_or_default();
            let known = MATTERS.by_words.get(&key).map(Vec::as_slice).unwrap_or_default();
            let meant =
                known.iter().filter(|(writing, _)| !words.is_marked || same(writing, written));
            let before = found.len();
            found.extend(meant.map(|(_, matter)| (*matter, start, length)));
            if found.len() > before {
                taken.iter_mut().skip(start).take(length).for_each(|taken| *taken = true);
            }
        }
    }
    found
}

fn same(one: &[TextWord], other: &[TextWord]) -> bool {
    one.iter().zip(other).all(|(one, other)| one.written() == other.written())
}

#[cfg(test)]
mod tests {
    use super::{Words, matters};

    fn of(text: &str) -> Vec<u16> {
        let mut found: Vec<u16> =
            matters(&Words::of(text)).into_iter().map(|(no, ..)| no).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    #[test]
    fn two_writings_of_one_matter_are_one() {
        assert_eq!(of("gửi con"), of("nhà trẻ"));
        assert_eq!(of("gui con"), of("nhà trẻ"));
        assert!(!of("nhà trẻ").is_empty());
    }

    #[test]
    fn diacritics_count_where_the_text_has_them() {
        assert!(of("sóng yếu quá").iter().any(|matter| of("mất sóng").contains(matter)));
        assert!(of("cuộc sống tốt").is_empty());
    }
}
