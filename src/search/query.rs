//! A query: words in any order, without case or diacritics.

use super::folded::fold_onto;

/// The folded words of what was typed. No words match everything.
pub(crate) struct Query {
    words: Vec<String>,
}

/// How well a text answers a query. The better fit is the smaller.
///
/// Vietnamese is written in syllables: "nha" inside "nhan" is a coincidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    /// Some word of the query stands only inside a word of the text.
    pub(super) inside: bool,
    /// How many words of the query are not whole words of the text.
    pub(super) unfinished: usize,
    /// The text does not begin with the query's first word.
    pub(super) later: bool,
}

impl Query {
    pub(crate) fn of(typed: &str) -> Self {
        let mut folded = String::new();
        fold_onto(&mut folded, typed);
        Self { words: folded.split_whitespace().map(str::to_owned).collect() }
    }

    /// How a text that is folded already answers; `None` when a word does not occur in it.
    pub(super) fn against(&self, folded: &str) -> Option<Fit> {
        let later = self.words.first().is_some_and(|first| !folded.starts_with(first.as_str()));
        let mut fit = Fit { later, ..Fit::default() };
        for word in &self.words {
            match found(word, folded)? {
                WordMatch::Whole => {}
                WordMatch::Begins => fit.unfinished += 1,
                WordMatch::Inside => fit.inside = true,
            }
        }
        Some(fit)
    }

    /// Whether every word begins a word of a folded text: inside a syllable it would be a coincidence.
    pub(crate) fn begins_in(&self, folded: &str) -> bool {
        self.words.iter().all(|word| beginnings(word, folded).next().is_some())
    }

    /// How many words begin a word of a folded text.
    pub(super) fn count_beginning_in(&self, folded: &str) -> usize {
        self.words.iter().filter(|word| beginnings(word, folded).next().is_some()).count()
    }

    /// Whether the query begins the last word of a folded name.
    pub(super) fn names(&self, folded: &str) -> bool {
        let last = folded.split_whitespace().next_back().unwrap_or_default();
        self.words.first().is_some_and(|first| last.starts_with(first.as_str()))
    }

    /// The words that occur in a folded text.
    pub(super) fn words_in<'a>(&'a self, folded: &str) -> impl Iterator<Item = &'a str> {
        self.words.iter().map(String::as_str).filter(move |word| folded.contains(word))
    }

    pub(crate) fn words(&self) -> &[String] {
        &self.words
    }

    /// The number of a question when one is asked for: "17", "#17", "câu 17", "question 17".
    pub(super) fn number(&self) -> Option<u32> {
        match self.words.as_slice() {
            [number] => number.trim_start_matches('#').parse().ok(),
            [what, number] if matches!(what.as_str(), "cau" | "question") => number.parse().ok(),
            _ => None,
        }
    }
}

/// Where in a folded text a word of the text begins with `word`.
pub(crate) fn beginnings<'a>(word: &'a str, folded: &'a str) -> impl Iterator<Item = usize> + 'a {
    let places = folded.match_indices(word).map(|(at, _)| at);
    places.filter(|at| is_edge(folded.get(..*at).and_then(|text| text.chars().next_back())))
}

fn is_edge(letter: Option<char>) -> bool {
    letter.is_none_or(|letter| !letter.is_alphanumeric())
}

/// Where a word of the query stands in a word of the text, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum WordMatch {
    Whole,
    Begins,
    Inside,
}

fn found(word: &str, folded: &str) -> Option<WordMatch> {
    let place = |at: usize| {
        let before = folded.get(..at).and_then(|text| text.chars().next_back());
        let after = folded.get(at + word.len()..).and_then(|text| text.chars().next());
        match (is_edge(before), is_edge(after)) {
            (true, true) => WordMatch::Whole,
            (true, false) => WordMatch::Begins,
            _ => WordMatch::Inside,
        }
    };
    let mut best = None;
    for (at, _) in folded.match_indices(word) {
        let here = place(at);
        if here == WordMatch::Whole {
            return Some(here);
        }
        best = Some(best.map_or(here, |best: WordMatch| best.min(here)));
    }
    best
}

#[cfg(test)]
mod tests {
    use super::{Fit, Query};

    fn judged(query: &str, folded: &str) -> Option<Fit> {
        Query::of(query).against(folded)
    }

    #[test]
    fn every_word_must_occur_in_whatever_order_and_marks_do_not_matter() {
        let later = Fit { later: true, ..Fit::default() };
        assert_eq!(judged("nghệ khoa", "so khoa hoc va cong nghe"), Some(later));
        assert_eq!(judged("so NGHỆ", "so khoa hoc va cong nghe"), Some(Fit::default()));
        assert_eq!(judged("khoa y", "so khoa hoc va cong nghe"), None);
    }

    #[test]
    fn a_whole_word_fits_better_than_its_beginning_and_that_better_than_its_middle() {
        let fits = ["nha o", "nhan", "o nha", "tonha"].map(|text| judged("nha", text));
        let [whole, begins, whole_later, inside] = fits;
        assert!(whole < whole_later && whole_later < begins && begins < inside);
    }

    #[test]
    fn nothing_typed_fits_everything_alike() {
        assert_eq!(judged("  ", "a"), Some(Fit::default()));
        assert_eq!(judged("", ""), Some(Fit::default()));
    }

    #[test]
    fn a_number_is_read_as_people_say_it() {
        for typed in ["17", "#17", "Câu 17", "question 17"] {
            assert_eq!(Query::of(typed).number(), Some(17), "{typed}");
        }
        assert_eq!(Query::of("17 nhà").number(), None);
    }
}
