//! Delegates' names in a text, in any spelling.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::session::number::DelegateNo;
use crate::session::state::State;
use crate::text::fold::{fold, shows_nothing};

/// Words of the longest name that is looked for.
const MOST_WORDS: usize = 8;
/// Characters between two words of one name: a blank, a dot, an apostrophe.
const BETWEEN_WORDS: usize = 3;
/// Words before a given name that say that a person is meant, folded.
const ADDRESSED: [&str; 16] = [
    "ban", "em", "anh", "chi", "co", "chu", "bac", "ong", "ba", "dieu", "bieu", "vien", "sinh",
    "doan", "nu", "nam",
];

/// A delegate's name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedDelegate {
    pub(super) range: Range<usize>,
    /// `None`: several have that name.
    pub(super) delegate: Option<DelegateNo>,
}

/// The names of a session's delegates, for finding them.
#[derive(Debug, Default)]
pub(super) struct DelegateNames {
    /// By the folded words of the whole name.
    whole: HashMap<Vec<String>, Option<DelegateNo>>,
    /// Names of one word, as they are spelled but for case.
    single: HashMap<String, Option<DelegateNo>>,
    /// The last word of longer names, as it is spelled but for case.
    given: HashMap<String, Option<DelegateNo>>,
    longest: usize,
}

impl DelegateNames {
    /// Names that are also those of a unit or of a responder are of no person, and left out.
    pub(super) fn of<'a>(
        people: impl Iterator<Item = (DelegateNo, &'a str)>,
        state: &State,
    ) -> Self {
        let mut bodies: HashSet<Vec<String>> = HashSet::new();
        bodies.extend(state.delegates().filter_map(|it| it.unit.as_deref()).map(folded_words));
        for responder in state.responders() {
            let short = responder.short.as_deref();
            let names = [responder.name.as_str()].into_iter().chain(short);
            bodies.extend(
                names.chain(responder.aliases.iter().map(String::as_str)).map(folded_words),
            );
        }
        let mut names = Self::default();
        for (number, name) in people {
            let folded = folded_words(name);
            if folded.is_empty() || folded.len() > MOST_WORDS || bodies.contains(&folded) {
                continue;
            }
            let last = words(name).last().map(|word| spelled(&name[word.clone()]));
            names.longest = names.longest.max(folded.len());
            match (folded.len(), last) {
                (1, Some(last)) => note(&mut names.single, last, number),
                (_, Some(last)) => {
                    note(&mut names.given, last, number);
                    note(&mut names.whole, folded, number);
                }
                (_, None) => {}
            }
        }
        names
    }

    /// Each name in `text`, by place; none overlap, and a longer name goes before a shorter one in it.
    pub(super) fn found(&self, text: &str) -> Vec<NamedDelegate> {
        let words = words(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match self.name_at(text, &words, at) {
                Some((count, delegate)) => {
                    let range = words[at].start..words[at + count - 1].end;
                    found.push(NamedDelegate { range, delegate });
                    at += count;
                }
                None => at += 1,
            }
        }
        found
    }

    /// How many words from this one on are a name, and whose.
    fn name_at(
        &self,
        text: &str,
        words: &[Range<usize>],
        at: usize,
    ) -> Option<(usize, Option<DelegateNo>)> {
        let capital =
            |word: &Range<usize>| text[word.clone()].chars().next().is_some_and(char::is_uppercase);
        for count in (2..=self.longest.min(words.len() - at)).rev() {
            let those = &words[at..at + count];
            if !those.windows(2).all(|pair| is_one_name(&text[pair[0].end..pair[1].start])) {
                continue;
            }
            let folded: Vec<String> =
                those.iter().map(|word| fold_word(&text[word.clone()])).collect();
            let Some(delegate) = self.whole.get(&folded) else { continue };
            // Two words may well be no name ("hòa bình"); three hardly.
            if count > 2 || those.iter().all(capital) {
                return Some((count, *delegate));
            }
        }
        let word = &words[at];
        if !capital(word) {
            return None;
        }
        let spelling = spelled(&text[word.clone()]);
        if let Some(delegate) = self.single.get(&spelling) {
            return Some((1, *delegate));
        }
        let before = at.checked_sub(1).map(|before| fold_word(&text[words[before].clone()]))?;
        let delegate = self.given.get(&spelling)?;
        ADDRESSED.contains(&&*before).then_some((1, *delegate))
    }
}

fn note<K: std::hash::Hash + Eq>(
    names: &mut HashMap<K, Option<DelegateNo>>,
    name: K,
    number: DelegateNo,
) {
    names
        .entry(name)
        .and_modify(|known| *known = known.filter(|one| *one == number))
        .or_insert(Some(number));
}

/// The words of a text, by place: letters and figures, with whatever has no width among them.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut is_in_word = false;
    for (at, letter) in text.char_indices() {
        let is_letter = letter.is_alphanumeric();
        let joins = is_in_word && (is_mark(letter) || is_unseen(letter));
        match words.last_mut() {
            Some(word) if is_in_word && (is_letter || joins) => word.end = at + letter.len_utf8(),
            _ if is_letter => words.push(at..at + letter.len_utf8()),
            _ => {}
        }
        is_in_word = is_letter || joins;
    }
    words
}

fn is_mark(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter)
}

fn is_unseen(letter: char) -> bool {
    shows_nothing(letter) && !letter.is_whitespace() && !letter.is_control()
}

fn is_one_name(between: &str) -> bool {
    between.chars().filter(|letter| !is_unseen(*letter)).count() <= BETWEEN_WORDS
        && between.chars().all(|it| {
            it.is_whitespace() || is_unseen(it) || matches!(it, '.' | '\'' | '’' | '-' | '_')
        })
}

fn folded_words(name: &str) -> Vec<String> {
    words(name).into_iter().map(|word| fold_word(&name[word])).collect()
}

fn fold_word(word: &str) -> String {
    fold(&word.chars().filter(|letter| !is_unseen(*letter)).collect::<String>())
}

/// As it is spelled but for case.
fn spelled(word: &str) -> String {
    let shown = word.chars().filter(|letter| !is_unseen(*letter));
    shown.nfc().flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::DelegateNames;
    use crate::session::fixture::session_of;

    fn names() -> DelegateNames {
        let session = session_of(
            r#"
            8:00 {"command": "open", "title": "Đối thoại"}
            8:00 {"command": "add_responder", "responder": {"id": "a", "name": "Thành Đoàn", "kind": "agency"}}
            8:01 {"command": "add_delegate", "name": "Nguyễn Thị Bích Mai", "unit": "Đại học Cần Thơ"}
            8:01 {"command": "add_delegate", "name": "Hòa Bình"}
            8:01 {"command": "add_delegate", "name": "Lan"}
            8:01 {"command": "add_delegate", "name": "Trần Lan"}
            8:01 {"command": "add_delegate", "name": "Đại học Cần Thơ"}
            8:01 {"command": "add_delegate", "name": "Thành Đoàn"}
            8:01 {"command": "add_delegate", "name": "H'Hen Niê"}
            "#,
        );
        let people = session.state().delegates().map(|it| (it.delegate, it.name.as_str()));
        DelegateNames::of(people, session.state())
    }

    fn found(text: &str) -> Vec<(&str, Option<u32>)> {
        let found = names().found(text);
        found.into_iter().map(|it| (&text[it.range], it.delegate.map(|number| number.0))).collect()
    }

    #[test]
    fn a_name_is_found_in_any_spelling() {
        for spelling in [
            "Nguyễn Thị Bích Mai",
            "NGUYỄN THỊ BÍCH MAI",
            "nguyen thi bich mai",
            "Nguye\u{302}\u{303}n Thi\u{323} Bi\u{301}ch Mai",
            "Nguyễn  Thị\u{a0}Bích\tMai",
            "Ngu\u{200b}yễn Thị Bích M\u{ad}ai",
            "Nguyễn.Thị.Bích.Mai",
        ] {
            let text = format!("như {spelling} đã nói");
            assert_eq!(found(&text), [(spelling, Some(1))], "{spelling}");
        }
        assert_eq!(found("chị H'Hen Niê"), [("H'Hen Niê", Some(7))]);
        assert_eq!(found("bạn Mai nêu"), [("Mai", Some(1))]);
    }

    #[test]
    fn words_that_are_no_name_and_names_of_bodies_stay() {
        for text in [
            "giữ gìn hòa bình",
            "ngày mai",
            "phường Mai Dịch",
            "Đại học Cần Thơ và Thành Đoàn",
            "Nguyễn Thị Minh Mai Anh",
            "lan tỏa phong trào",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
        assert_eq!(found("anh Hòa Bình"), [("Hòa Bình", Some(2))]);
    }

    #[test]
    fn a_name_of_several_is_found_and_belongs_to_none() {
        assert_eq!(found("Lan hỏi"), [("Lan", Some(3))]);
        assert_eq!(found("chị Lan"), [("Lan", Some(3))]);
        assert_eq!(found("Trần Lan"), [("Trần Lan", Some(4))]);
    }
}
