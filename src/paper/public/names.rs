//! Delegates' names in a text, in any spelling, and their seats.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::Hash;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::session::number::DelegateNo;
use crate::session::payload::{Person, Responder};
use crate::text::fold::{fold, shows_nothing};

/// Characters between two words of one name: a blank, a dot, an apostrophe.
const BETWEEN_WORDS: usize = 3;
/// Words of the longest seat: "B - 12".
const SEAT_WORDS: usize = 3;
/// Words before a seat, folded.
const SEATED: [&str; 2] = ["ghe", "seat"];
/// Family names with which nearly every Vietnamese name begins, folded. Two words of which the first is none of
/// them may well be no name: "hòa bình".
const FAMILY_NAMES: [&str; 42] = [
    "au", "bach", "banh", "bui", "cao", "chau", "chu", "danh", "dang", "dao", "dinh", "do", "doan",
    "duong", "giang", "ha", "ho", "hoang", "huynh", "kieu", "kim", "la", "lam", "le", "luong",
    "luu", "ly", "mac", "mai", "ngo", "nguyen", "nong", "pham", "phan", "phung", "quach", "ta",
    "thach", "ton", "tran", "truong", "vu",
];
/// Words before a given name that say that a person is meant, folded.
const ADDRESSED: [&str; 16] = [
    "ban", "em", "anh", "chi", "co", "chu", "bac", "ong", "ba", "dieu", "bieu", "vien", "sinh",
    "doan", "nu", "nam",
];

/// A delegate's name in a text, or a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedDelegate {
    pub(super) range: Range<usize>,
    /// `None`: several have that name, or it is a seat.
    pub(super) delegate: Option<DelegateNo>,
    pub(super) is_seat: bool,
}

/// The names and seats of a session's delegates, for finding them.
#[derive(Debug, Default)]
pub(super) struct DelegateNames {
    /// By the folded words of the whole name.
    whole: HashMap<Vec<String>, Option<DelegateNo>>,
    /// How many words the names have that begin with this one.
    lengths: HashMap<String, BTreeSet<usize>>,
    /// Whole names of several words written as one.
    joined: HashMap<String, Option<DelegateNo>>,
    /// Names of one word, as they are spelled but for case.
    single: HashMap<String, Option<DelegateNo>>,
    /// The last word of longer names, as it is spelled but for case.
    given: HashMap<String, Option<DelegateNo>>,
    /// Folded, without what stands between their letters and figures.
    seats: HashSet<String>,
}

impl DelegateNames {
    /// A name that is also a responder's is of no person, and left out; so is one that is the unit of somebody else,
    /// unless it reads like a person's.
    pub(super) fn of<'a>(
        people: impl Iterator<Item = &'a Person> + Clone,
        responders: impl Iterator<Item = &'a Responder>,
    ) -> Self {
        let mut bodies: HashSet<Vec<String>> = HashSet::new();
        for responder in responders {
            let names = [&responder.name].into_iter().chain(&responder.short);
            bodies.extend(names.chain(&responder.aliases).map(|name| folded_words(name)));
        }
        let mut units: HashMap<Vec<String>, Option<DelegateNo>> = HashMap::new();
        for person in people.clone() {
            if let Some(unit) = &person.unit {
                note(&mut units, folded_words(unit), person.delegate);
            }
        }
        let mut names = Self::default();
        for person in people {
            names.seats.extend(person.seat.as_deref().map(|seat| folded_words(seat).concat()));
            let folded = folded_words(&person.name);
            let is_unit = units.get(&folded).is_some_and(|of| *of != Some(person.delegate));
            if !bodies.contains(&folded) && (begins_as_a_persons(&folded) || !is_unit) {
                names.add(person, folded);
            }
        }
        names
    }

    fn add(&mut self, person: &Person, folded: Vec<String>) {
        let number = person.delegate;
        let Some(last) = words(&person.name).pop() else { return };
        let last = spelled(&person.name[last]);
        let Some(first) = folded.first().filter(|_| folded.len() > 1) else {
            return note(&mut self.single, last, number);
        };
        self.lengths.entry(first.clone()).or_default().insert(folded.len());
        note(&mut self.given, last, number);
        note(&mut self.joined, folded.concat(), number);
        note(&mut self.whole, folded, number);
    }

    /// Each name and each seat in `text`, by place; none overlap, and a longer name goes before a shorter one in it.
    pub(super) fn found(&self, text: &str) -> Vec<NamedDelegate> {
        let told = ToldWords { text, words: words(text) };
        let mut found = Vec::new();
        let mut at = 0;
        while at < told.words.len() {
            let name = self.name_at(&told, at).map(|(count, delegate)| (count, delegate, false));
            let named = name.or_else(|| Some((self.seat_at(&told, at)?, None, true)));
            let Some((count, delegate, is_seat)) = named else {
                at += 1;
                continue;
            };
            let range = told.words[at].start..told.words[at + count - 1].end;
            found.push(NamedDelegate { range, delegate, is_seat });
            at += count;
        }
        found
    }

    /// How many words from this one on are a name, and whose.
    fn name_at(&self, told: &ToldWords<'_>, at: usize) -> Option<(usize, Option<DelegateNo>)> {
        let first = told.folded(at);
        let before = at.checked_sub(1).map(|before| told.folded(before));
        let is_addressed = before.is_some_and(|before| ADDRESSED.contains(&&*before));
        for count in self.lengths.get(&first).into_iter().flatten().rev().copied() {
            let Some(folded) = told.folded_as_one_name(at, count) else { continue };
            let Some(delegate) = self.whole.get(&folded) else { continue };
            // Two words may well be no name; three hardly.
            let is_name = count > 2 || is_addressed || begins_as_a_persons(&folded);
            if is_name || (at..at + count).all(|at| told.is_capital(at)) {
                return Some((count, *delegate));
            }
        }
        if let Some(delegate) = self.joined.get(&first) {
            return Some((1, *delegate));
        }
        if !told.is_capital(at) {
            return None;
        }
        let spelling = spelled(told.word(at));
        let given = || self.given.get(&spelling).filter(|_| is_addressed);
        self.single.get(&spelling).or_else(given).map(|delegate| (1, *delegate))
    }

    /// How many words from this one on are a seat that is named as one: "ghế B12", "ghế số B12".
    fn seat_at(&self, told: &ToldWords<'_>, at: usize) -> Option<usize> {
        let before = told.folded(at.checked_sub(1)?);
        let named = match (before.as_str(), at.checked_sub(2)) {
            ("so" | "no", Some(at)) => told.folded(at),
            _ => before,
        };
        let is_seat = |count: &usize| {
            let seat = told.folded_as_one_name(at, *count);
            seat.is_some_and(|seat| self.seats.contains(&seat.concat()))
        };
        SEATED.contains(&&*named).then(|| (1..=SEAT_WORDS).rev().find(is_seat)).flatten()
    }
}

/// A text with the places of its words.
struct ToldWords<'a> {
    text: &'a str,
    words: Vec<Range<usize>>,
}

impl ToldWords<'_> {
    fn word(&self, at: usize) -> &str {
        &self.text[self.words[at].clone()]
    }

    fn folded(&self, at: usize) -> String {
        fold_word(self.word(at))
    }

    fn is_capital(&self, at: usize) -> bool {
        self.word(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// So many words from this one on, folded; `None` where they end before, or more stands between them than in
    /// one name.
    fn folded_as_one_name(&self, at: usize, count: usize) -> Option<Vec<String>> {
        let those = self.words.get(at..at + count)?;
        let joins = |pair: &[Range<usize>]| is_one_name(&self.text[pair[0].end..pair[1].start]);
        those.windows(2).all(joins).then(|| (at..at + count).map(|at| self.folded(at)).collect())
    }
}

fn begins_as_a_persons(folded: &[String]) -> bool {
    folded.first().is_some_and(|first| FAMILY_NAMES.contains(&&**first))
}

fn note<K: Hash + Eq>(names: &mut HashMap<K, Option<DelegateNo>>, name: K, number: DelegateNo) {
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
            8:01 {"command": "add_delegate", "name": "Lê Hoa", "seat": "B12"}
            8:01 {"command": "add_delegate", "name": "Nguyễn Thị Minh Khai", "unit": "Nguyễn Thị Minh Khai"}
            8:01 {"command": "add_delegate", "name": "Tôn Nữ Hoàng Thị Ngọc Lan Anh Thư Kỳ", "seat": "C 3"}
            "#,
        );
        let people: Vec<_> = session.state().delegates().collect();
        DelegateNames::of(people.into_iter(), session.state().responders())
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
        let text = "bạn lê hoa và le hoa, LêHoa";
        assert_eq!(found(text), [("lê hoa", Some(8)), ("le hoa", Some(8)), ("LêHoa", Some(8))]);
        assert_eq!(found("anh hòa bình"), [("hòa bình", Some(2))]);
        let long = "Tôn Nữ Hoàng Thị Ngọc Lan Anh Thư Kỳ";
        assert_eq!(found(&format!("theo {long} thì")), [(long, Some(10))]);
        let khai = "Nguyễn Thị Minh Khai";
        assert_eq!(found(khai), [(khai, Some(9))], "whose unit was typed like the name");
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

    #[test]
    fn a_seat_is_found_where_it_is_named_as_one() {
        let text = "ghế B12, ghế số B-12, seat c3, tổ B12";
        assert_eq!(found(text), [("B12", None), ("B-12", None), ("c3", None)]);
        assert!(names().found(text).iter().all(|named| named.is_seat));
    }
}
