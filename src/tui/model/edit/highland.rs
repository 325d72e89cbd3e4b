//! Names of the Highland peoples (`Krông Knô`, `Buôn Yôk`, `M'đrắk`), which Vietnamese spelling does not know.
//!
//! The input method gives a word that is no Vietnamese syllable its keys back, so that English can be typed. A
//! Highland name would lose its marks by that. So a word keeps them where all of this holds:
//!
//! - it begins with a capital, or follows a letter and an apostrophe (`H'đing`);
//! - it is one syllable, which begins with consonants that no Vietnamese syllable begins with (`Kn`, `Bh`, `Pr`),
//!   or with `Y`; after the apostrophe anything may;
//! - its keys give a letter of its own (â ă đ ê ô ơ ư), not only a tone: a tone key is a letter of most languages;
//! - it is none of the English words of that shape, which are few: [`ENGLISH`] lists them.
//!
//! A key typed once more takes its mark back, here too: `Knooo` is `Knoo`, `Kbuoorr` is `Kbuôr`.

use unicode_normalization::UnicodeNormalization;

use super::method::Method;

/// What more than one consonant a syllable begins with in Vietnamese, or in English but in no Highland name.
const OTHER_ONSETS: [&str; 8] = ["gh", "gn", "kh", "ng", "ngh", "nh", "ph", "psh"];
/// Letters that the consonants of Highland names begin with, and those that follow.
const FIRST_LETTERS: &str = "bdđghjklmnpry";
const ONSET_LETTERS: &str = "bdđghjklmnprstw";
/// How many letters they are begun with at most.
const LONGEST_ONSET: usize = 3;
const FINALS: [&str; 13] = ["", "c", "ch", "h", "k", "l", "m", "n", "ng", "nh", "p", "r", "t"];
const LONGEST_NUCLEUS: usize = 3;
/// Vowels that end no English word, and go on in Vietnamese where a Highland name may end.
const OWN_VOWELS: [&str; 6] = ["iê", "yê", "uô", "ươ", "iă", "yă"];

/// English words, without an ending `s`, that the rule would take for names.
const ENGLISH: [&str; 57] = [
    "abloom", "aglow", "agree", "bleep", "bloom", "blow", "blown", "brawl", "brawn", "breech",
    "brooch", "brook", "broom", "brow", "brown", "draw", "drawl", "drawn", "drool", "droop",
    "drown", "eerie", "eerier", "eeriest", "eery", "gawk", "glee", "gloom", "glow", "greek",
    "green", "greer", "greet", "groom", "grow", "growl", "grown", "hawk", "klee", "knee", "kneel",
    "know", "known", "kook", "plow", "pooh", "prawn", "preen", "proof", "prow", "prowl", "squawk",
    "whoosh", "yaw", "yawl", "yawn", "yowl",
];

/// A tone, as the mark that follows its vowel.
type Tone = char;

/// The name that the keys come to; `None` when they are none. `prefixed`: a letter and an apostrophe stand before.
pub(super) fn name(keys: &str, method: Method, prefixed: bool) -> Option<String> {
    let capital = keys.chars().next().is_some_and(char::is_uppercase);
    let stem = keys.to_lowercase();
    let english = ENGLISH.contains(&stem.as_str())
        || stem.strip_suffix('s').is_some_and(|stem| ENGLISH.contains(&stem));
    if !(capital || prefixed) || english {
        return None;
    }
    let syllable = Syllable::read(keys, method).filter(|read| read.is_highland(prefixed));
    match syllable {
        Some(syllable) => Some(syllable.spelled()),
        None => with_a_vowel_before(keys, method),
    }
}

/// A name such as `Êban` or `Adrơng`: a vowel, and a syllable.
fn with_a_vowel_before(keys: &str, method: Method) -> Option<String> {
    let roof = if method == Method::Vni { '6' } else { 'e' };
    let mut letters = keys.chars();
    let first = letters.next()?;
    let rest = Syllable::read(letters.as_str(), method);
    if matches!(first, 'A' | 'a') {
        let rest = rest.filter(|rest| rest.is_highland(false) && rest.begins_with_two())?;
        return Some(format!("{first}{}", rest.spelled()));
    }
    let roofed = change(first, &ROOFED[1..2], |pair| pair)?;
    letters.next().filter(|next| lower(*next) == roof)?;
    let rest = Syllable::read(letters.as_str(), method)?;
    let whole = !rest.onset.is_empty() && !rest.nucleus.is_empty() && rest.ends();
    whole.then(|| format!("{roofed}{}", rest.spelled()))
}

/// A syllable in the making.
#[derive(Debug, Default)]
struct Syllable {
    onset: String,
    nucleus: Vec<char>,
    ending: String,
    tone: Option<Tone>,
    /// A mark was taken back by its own key.
    taken_back: bool,
}

impl Syllable {
    fn read(keys: &str, method: Method) -> Option<Self> {
        let mut syllable = Self::default();
        keys.chars().all(|key| syllable.take(key, method)).then_some(syllable)
    }

    /// Takes a key; false when no syllable goes on so.
    fn take(&mut self, key: char, method: Method) -> bool {
        let lower = lower(key);
        if self.nucleus.is_empty() {
            return self.take_before_vowel(key, lower, method);
        }
        match method {
            Method::Vni if key.is_ascii_digit() => self.take_digit(key),
            Method::Vni => self.take_letter(key, lower),
            Method::Off | Method::Telex => match lower {
                's' | 'f' | 'r' | 'x' | 'j' => {
                    self.tone(key, telex_tone(lower));
                    true
                }
                'w' if self.ending.is_empty() => self.mark(key, &HORNED),
                'a' | 'e' | 'o' if self.repeats(lower) => self.mark(key, &ROOFED),
                _ => self.take_letter(key, lower),
            },
        }
    }

    fn take_before_vowel(&mut self, key: char, lower: char, method: Method) -> bool {
        let crossed = match method {
            Method::Vni => lower == '9',
            Method::Off | Method::Telex => lower == 'd',
        };
        match self.onset.pop() {
            Some('d') if crossed => self.onset.push('đ'),
            Some('D') if crossed => self.onset.push('Đ'),
            before => {
                self.onset.extend(before);
                // `Y` begins a syllable only before a vowel.
                if is_vowel(lower) && !(lower == 'y' && self.onset.is_empty()) {
                    self.nucleus.push(key);
                } else {
                    self.onset.push(key);
                }
            }
        }
        self.onset.chars().count() <= LONGEST_ONSET
    }

    fn take_letter(&mut self, key: char, lower: char) -> bool {
        if is_vowel(lower) && self.ending.is_empty() {
            self.nucleus.push(key);
            let closes = "iouy".contains(lower) || self.is_plain();
            return self.tone.is_none() && closes && self.nucleus.len() <= LONGEST_NUCLEUS;
        }
        self.ending.push(key);
        !is_vowel(lower)
    }

    fn take_digit(&mut self, digit: char) -> bool {
        match digit {
            '6' => self.mark(digit, &ROOFED),
            '7' => self.mark(digit, &HORNED[1..]),
            '8' => self.mark(digit, &HORNED[..1]),
            '1'..='5' => {
                self.tone(digit, vni_tone(digit));
                true
            }
            _ => false,
        }
    }

    /// Whether the last vowel is this one, marked by its own key or not.
    fn repeats(&self, lower: char) -> bool {
        let open = self.ending.is_empty() && self.tone.is_none();
        let last = self.nucleus.last().filter(|_| open).and_then(|last| last.to_lowercase().next());
        last.is_some_and(|last| ROOFED.contains(&(lower, last)) || last == lower)
    }

    /// Puts a mark on the vowel nearest the end that takes it, and on both of `uo`; a key that comes again takes
    /// it back.
    fn mark(&mut self, key: char, marks: &[(char, char)]) -> bool {
        let marked = |vowel: &char| change(*vowel, marks, |(from, to)| (from, to));
        if let Some(place) = self.nucleus.iter().rposition(|vowel| marked(vowel).is_some()) {
            let pair = self.nucleus[..place]
                .last()
                .copied()
                .filter(|_| self.nucleus[place].eq_ignore_ascii_case(&'o'));
            if let Some(vowel) = marked(&self.nucleus[place]) {
                self.nucleus[place] = vowel;
            }
            let horned =
                pair.filter(|vowel| vowel.eq_ignore_ascii_case(&'u')).and_then(|u| marked(&u));
            if let Some(horned) = horned {
                self.nucleus[place - 1] = horned;
            }
            return true;
        }
        let plain = |vowel: &char| change(*vowel, marks, |(from, to)| (to, from));
        let Some(place) = self.nucleus.iter().rposition(|vowel| plain(vowel).is_some()) else {
            return false;
        };
        for vowel in &mut self.nucleus[..=place] {
            *vowel = plain(vowel).unwrap_or(*vowel);
        }
        self.taken_back = true;
        match is_vowel(key) {
            true => self.nucleus.push(key),
            false => self.ending.push(key),
        }
        true
    }

    fn tone(&mut self, key: char, tone: Tone) {
        match self.tone == Some(tone) {
            true => {
                self.tone = None;
                self.ending.push(key);
            }
            false => self.tone = Some(tone),
        }
    }

    /// Whether no vowel has a mark yet.
    fn is_plain(&self) -> bool {
        self.nucleus.iter().all(char::is_ascii)
    }

    fn is_highland(&self, prefixed: bool) -> bool {
        let has_mark = self.onset.to_lowercase().contains('đ') || !self.is_plain();
        let own = prefixed || self.has_own_onset() || self.has_own_rime();
        !self.nucleus.is_empty() && own && (self.taken_back || (has_mark && self.ends()))
    }

    fn has_own_onset(&self) -> bool {
        let onset = self.onset.to_lowercase();
        let mut letters = onset.chars();
        let first = letters.next();
        match onset.as_str() {
            "y" | "đ" => true,
            // Before the other vowels Vietnamese writes it with c.
            "k" => !self.nucleus.first().is_some_and(|vowel| "eêiy".contains(lower(*vowel))),
            onset if OTHER_ONSETS.contains(&onset) || onset.len() < 2 => false,
            _ => {
                first.is_some_and(|first| FIRST_LETTERS.contains(first))
                    && letters.all(|letter| ONSET_LETTERS.contains(letter))
            }
        }
    }

    /// Whether it begins with two letters that differ, neither of which is marked.
    fn begins_with_two(&self) -> bool {
        let mut letters = self.onset.chars().map(lower);
        let (first, second) = (letters.next(), letters.next());
        second.is_some() && first != second && self.onset.is_ascii()
    }

    /// Whether the vowels and what follows them are of no Vietnamese syllable, and of no English word.
    fn has_own_rime(&self) -> bool {
        let nucleus: String = self.nucleus.iter().copied().map(lower).collect();
        let ending = self.ending.to_lowercase();
        let horned = nucleus.contains(['ă', 'ơ', 'ư']);
        OWN_VOWELS.contains(&nucleus.as_str())
            || (ending == "h" && !self.is_plain())
            || (horned && ending == "k")
    }

    /// Whether a syllable may end here. A vowel after the marked one ends it.
    fn ends(&self) -> bool {
        let is_open = self.nucleus.last().is_some_and(char::is_ascii) && !self.is_plain();
        match is_open {
            true => self.ending.is_empty(),
            false => FINALS.contains(&self.ending.to_lowercase().as_str()),
        }
    }

    fn spelled(&self) -> String {
        let place = self.toned_vowel();
        let mut spelled = self.onset.clone();
        for (at, vowel) in self.nucleus.iter().enumerate() {
            spelled.push(*vowel);
            spelled.extend(self.tone.filter(|_| at == place));
        }
        spelled.push_str(&self.ending);
        spelled.nfc().collect()
    }

    /// The vowel that carries the tone: the last with a mark of its own, else the one before the last, unless
    /// consonants follow.
    fn toned_vowel(&self) -> usize {
        let last = self.nucleus.len() - 1;
        let own = self.nucleus.iter().rposition(|vowel| !vowel.is_ascii());
        own.unwrap_or(if self.ending.is_empty() { last.saturating_sub(1) } else { last })
    }
}

const ROOFED: [(char, char); 3] = [('a', 'â'), ('e', 'ê'), ('o', 'ô')];
const HORNED: [(char, char); 3] = [('a', 'ă'), ('o', 'ơ'), ('u', 'ư')];

/// The vowel that the first fitting pair makes of this one, in the same case.
fn change(
    vowel: char,
    marks: &[(char, char)],
    order: fn((char, char)) -> (char, char),
) -> Option<char> {
    let lower = vowel.to_lowercase().next()?;
    let (_, to) = marks.iter().map(|pair| order(*pair)).find(|(from, _)| *from == lower)?;
    if vowel.is_uppercase() { to.to_uppercase().next() } else { Some(to) }
}

fn is_vowel(letter: char) -> bool {
    "aeiouyâăêôơư".contains(lower(letter))
}

fn lower(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

fn telex_tone(lower: char) -> Tone {
    match lower {
        's' => '\u{301}',
        'f' => '\u{300}',
        'r' => '\u{309}',
        'x' => '\u{303}',
        _ => '\u{323}',
    }
}

fn vni_tone(digit: char) -> Tone {
    match digit {
        '1' => '\u{301}',
        '2' => '\u{300}',
        '3' => '\u{309}',
        '4' => '\u{303}',
        _ => '\u{323}',
    }
}

#[cfg(test)]
mod tests {
    use super::{ENGLISH, name};
    use crate::tui::model::edit::method::Method;

    fn typed(keys: &str, method: Method) -> String {
        let name = |word: &str| {
            let (before, rest) = word.split_once('\'').unwrap_or(("", word));
            let name = name(rest, method, !before.is_empty())?;
            Some(if before.is_empty() { name } else { format!("{before}'{name}") })
        };
        let names = keys.split(' ').map(|word| name(word).unwrap_or_else(|| word.to_owned()));
        names.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn highland_names_keep_their_marks() {
        for (keys, meant) in [
            ("Knoo Yook Proong Bhiawt M'ddrawsk H'dding", "Knô Yôk Prông Bhiăt M'đrắk H'đing"),
            ("Niee Kddawm Mloo Eenuool Eeban Byaw Hddowk", "Niê Kđăm Mlô Ênuôl Êban Byă Hđơk"),
            ("Kbuoorr Bkroong Adrowng Kpaw Braau Plowi", "Kbuôr Bkrông Adrơng Kpă Brâu Plơi"),
            ("Puwh Pawh Koong Mnoong Stieeng Ddaak", "Pưh Păh Kông Mnông Stiêng Đâk"),
            ("KNOO YOOK H'DDING", "KNÔ YÔK H'ĐING"),
        ] {
            assert_eq!(typed(keys, Method::Telex), meant);
        }
        for (keys, meant) in [
            ("Kno6 Bhia8t Yo6k Pro6ng M'd9ra81k H'd9ing", "Knô Bhiăt Yôk Prông M'đrắk H'đing"),
            ("Nie6 Kd9a8m E6ban Hd9o7k Bhia8t1", "Niê Kđăm Êban Hđơk Bhiắt"),
        ] {
            assert_eq!(typed(keys, Method::Vni), meant);
        }
    }

    #[test]
    fn english_words_are_no_names() {
        let english = "good office class Brown Green Greens Drawing Growth Knee Know Known Browser \
            Proof Bloomberg Google Facebook Zoom Yahoo Press Progress Process Breeze Blood Knew \
            Threes Sheet Street Speech Agree Adding Allow Whereas Show McGee O'Toole I'd Brooklyn";
        assert_eq!(typed(english, Method::Telex), english);
        assert!(ENGLISH.is_sorted());
    }

    #[test]
    fn a_key_that_comes_again_takes_its_mark_back() {
        assert_eq!(typed("Knooo Kpaww Kbuoorr", Method::Telex), "Knoo Kpaw Kbuôr");
        assert_eq!(typed("Kno66 Kpa88", Method::Vni), "Kno6 Kpa8");
    }

    #[test]
    fn small_letters_and_words_with_a_tone_alone_are_no_names() {
        assert_eq!(typed("knoo bhiawt Busk Yes Task", Method::Telex), "knoo bhiawt Busk Yes Task");
    }
}
