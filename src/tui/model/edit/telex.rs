//! Vietnamese letters from a plain keyboard: Telex or VNI, for a machine without an input method.

use bamboo_core::{Config, Engine, InputMethod, W2uMode};

use super::highland;
use super::method::{Composes, Method};
use crate::text::fold::fold;

/// Letters and marks of the longest word that is still composed; beyond it, keys are typed as they are.
const LONGEST_WORD: usize = 12;

/// No Vietnamese syllable begins with these.
const FOREIGN: [char; 8] = ['f', 'j', 'w', 'z', 'F', 'J', 'W', 'Z'];

/// The built-in input method with the word being composed.
///
/// It goes by the letters that stand before the cursor: when they are not what it put there itself, it
/// takes them as the word begun, so moving about and deleting need not be told to it. A word that turns
/// out not to be Vietnamese gets its keys back as they were typed.
#[derive(Debug, Default)]
pub struct Telex {
    method: Method,
    /// Made when first needed; it remembers nothing from key to key.
    engine: Option<Box<Engine>>,
    word: Word,
    composes: Composes,
}

impl Clone for Telex {
    fn clone(&self) -> Self {
        let Self { method, word, composes, .. } = self;
        Self { method: *method, engine: None, word: word.clone(), composes: *composes }
    }
}

/// What a key does: `put` takes the place of the last `take` bytes before the cursor.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) take: usize,
    pub(super) put: String,
}

impl Typed {
    fn plainly(letter: char) -> Self {
        Self { take: 0, put: letter.to_string() }
    }
}

#[derive(Clone, Debug, Default)]
struct Word {
    /// The word as typed: what stood there when composing began, with the keys typed since.
    raw: String,
    /// How much of `raw` stood there.
    begun: usize,
    /// The word as it stands before the cursor.
    shown: String,
    /// A mark was taken off by typing its key again: `TWW` is meant to be `TW`.
    taken_off: bool,
    /// A letter and an apostrophe stand before it: `H'đing`.
    prefixed: bool,
}

impl Telex {
    #[must_use]
    pub fn new(method: Method) -> Self {
        Self { method, ..Self::default() }
    }

    #[must_use]
    pub fn method(&self) -> Method {
        self.method
    }

    /// Turns to the next method.
    pub fn switch(&mut self) {
        *self = Self::new(self.method.next());
    }

    /// Does what types into a field that composes no more than this.
    pub(super) fn within<T>(
        &mut self,
        composes: Composes,
        types: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let before = std::mem::replace(&mut self.composes, composes);
        let done = types(self);
        self.composes = before;
        done
    }

    /// What typing `letter` after the text `before` the cursor comes to.
    pub(super) fn typed(&mut self, letter: char, before: &str) -> Typed {
        if self.method == Method::Off {
            return Typed::plainly(letter);
        }
        if !letter.is_ascii() {
            // Such a letter comes from an input method outside: two at once would spoil every word.
            *self = Self::default();
            return Typed::plainly(letter);
        }
        if self.composes == Composes::Nothing {
            return Typed::plainly(letter);
        }
        self.resume(before);
        let composes = letter.is_ascii_alphabetic()
            || (self.method == Method::Vni && letter.is_ascii_digit() && !self.word.raw.is_empty());
        match composes {
            true => self.compose(letter),
            false => self.end_word(letter),
        }
    }

    /// Goes on with the word before the cursor, whoever put it there.
    fn resume(&mut self, before: &str) {
        let digits = self.method == Method::Vni;
        let in_word = |c: char| c.is_alphabetic() || (digits && c.is_ascii_digit());
        let start = before.trim_end_matches(in_word).len();
        let word = before[start..].trim_start_matches(|c: char| c.is_ascii_digit());
        if word != self.word.shown {
            let (raw, shown) = (word.to_owned(), word.to_owned());
            self.word = Word { begun: raw.len(), raw, shown, ..Word::default() };
        }
        self.word.prefixed = ends_in_prefix(&before[..before.len() - word.len()]);
    }

    fn compose(&mut self, letter: char) -> Typed {
        let doubled = self.word.raw.ends_with(|last: char| last.eq_ignore_ascii_case(&letter));
        let marked = self.word.shown != self.word.raw;
        self.word.raw.push(letter);
        let (composed, fits) = self.spelled(Engine::is_valid_prefix);
        let kept = self.kept_as_it_is().filter(|_| !fits);
        self.word.taken_off = doubled && marked && composed.is_ascii() && kept.is_none();
        let shown = match (kept, fits || self.word.taken_off) {
            (Some(kept), _) => kept,
            (None, true) => composed,
            (None, false) => self.word.raw.clone(),
        };
        let take = self.word.shown.len();
        self.word.shown.clone_from(&shown);
        Typed { take, put: shown }
    }

    /// The word is over: what is no Vietnamese syllable gets its keys back.
    fn end_word(&mut self, letter: char) -> Typed {
        let (_, fits) = self.spelled(Engine::is_valid_word);
        let kept = self.kept_as_it_is();
        let Word { raw, shown, taken_off, .. } = std::mem::take(&mut self.word);
        let meant = match kept {
            _ if fits || taken_off => shown.clone(),
            Some(kept) => kept,
            None => raw,
        };
        match meant == shown {
            true => Typed::plainly(letter),
            false => Typed { take: shown.len(), put: format!("{meant}{letter}") },
        }
    }

    /// The word with its marks, when it is none of Vietnamese and keeps them all the same.
    fn kept_as_it_is(&self) -> Option<String> {
        let Word { raw, prefixed, .. } = &self.word;
        abbreviation(raw, self.method).or_else(|| {
            let words = self.composes == Composes::Words;
            words.then(|| highland::name(raw, self.method, *prefixed)).flatten()
        })
    }

    /// What the engine makes of the word's keys, and whether that passes `test`.
    fn spelled(&mut self, test: fn(&Engine) -> bool) -> (String, bool) {
        let Word { raw, begun, .. } = &self.word;
        let method = self.method;
        if self.composes == Composes::Abbreviations {
            return (raw.clone(), false);
        }
        if raw.chars().count() > LONGEST_WORD {
            return (raw.clone(), true);
        }
        let engine = self.engine.get_or_insert_with(|| Box::new(engine(method)));
        engine.reset();
        engine.rebuild_from_text(&raw[..*begun]);
        let keys = tone_after_qu(raw, *begun, method);
        engine.process_str(&keys, bamboo_core::Mode::Vietnamese);
        let fits = test(engine) && !raw.starts_with(FOREIGN);
        (engine.output().into_owned(), fits)
    }
}

fn engine(method: Method) -> Engine {
    let keys = match method {
        Method::Vni => InputMethod::vni(),
        Method::Off | Method::Telex => InputMethod::telex(),
    };
    Engine::with_config(keys, Config::builder().w2u_mode(W2uMode::NonStart).build())
}

/// The keys of a word from `begun` on. The engine takes the `u` of `qu` for a vowel that may carry the tone, so that
/// `qusa` would be no word: a tone key that comes right after `qu` is moved to the end.
fn tone_after_qu(raw: &str, begun: usize, method: Method) -> String {
    let keys = &raw[begun..];
    let is_tone = |key: char| match method {
        Method::Vni => matches!(key, '1'..='5'),
        Method::Off | Method::Telex => "sfrxj".contains(key.to_ascii_lowercase()),
    };
    let begins = raw.get(..2).is_some_and(|begins| begins.eq_ignore_ascii_case("qu"));
    let (before, rest) = keys.split_at(2_usize.saturating_sub(begun).min(keys.len()));
    match rest.chars().next().filter(|tone| begins && begun <= 2 && is_tone(*tone)) {
        Some(tone) => format!("{before}{}{tone}", &rest[1..]),
        None => keys.to_owned(),
    }
}

/// Whether a letter of its own and an apostrophe stand at the end.
fn ends_in_prefix(before: &str) -> bool {
    let Some(before) = before.strip_suffix(['\'', '’']) else { return false };
    let mut letters = before.chars().rev();
    letters.next().is_some_and(char::is_alphabetic)
        && !letters.next().is_some_and(char::is_alphabetic)
}

/// An abbreviation such as `HĐND` or `đ/c`: without a vowel no syllable, yet meant to have its đ.
fn abbreviation(raw: &str, method: Method) -> Option<String> {
    let vowel = |c: char| "aeiouyw".contains(c);
    if fold(raw).contains(vowel) {
        return None;
    }
    let mut put = String::with_capacity(raw.len());
    for letter in raw.chars() {
        let crosses = match method {
            Method::Vni => letter == '9',
            Method::Off | Method::Telex => matches!(letter, 'd' | 'D'),
        };
        // Crossed once and then not, the letter stays uncrossed however often its key comes.
        let before = fold(&put);
        let doubled = before.ends_with("dd") || before.ends_with("d9");
        match put.chars().last().filter(|last| crosses && (!doubled || "đĐ".contains(*last))) {
            Some('d') => replace_last(&mut put, "đ"),
            Some('D') => replace_last(&mut put, "Đ"),
            Some('đ') => replace_last(&mut put, &format!("d{letter}")),
            Some('Đ') => replace_last(&mut put, &format!("D{letter}")),
            _ => put.push(letter),
        }
    }
    Some(put)
}

fn replace_last(text: &mut String, put: &str) {
    text.pop();
    text.push_str(put);
}

#[cfg(test)]
mod tests {
    use super::{Method, Telex, Typed};

    fn typed_with(method: Method, keys: &str) -> String {
        let mut telex = Telex::new(method);
        let mut text = String::new();
        for key in keys.chars() {
            let Typed { take, put } = telex.typed(key, &text);
            text.truncate(text.len() - take);
            text.push_str(&put);
        }
        text
    }

    fn typed(keys: &str) -> String {
        typed_with(Method::Telex, keys)
    }

    #[test]
    fn telex_keys_make_vietnamese_words() {
        let words = "ddoongf đồng|truwowngf trường|nguyeenx nguyễn|toans toán|thuees thuế|\
            quyeets quyết|hoaf hòa|nguwowif người|nguoiwf người|ddwocj được|giuwax giữa|\
            Ddaji Đại|DDAIJ ĐẠI|hoir hỏi|khoer khỏe|thuowr thuở|muownj mượn|lawms lắm|nhuwngx những|\
            nghieeng nghiêng|huyeenj huyện|xaay xây|gif gì|quas quá|tieesng tiếng|Uyr Ủy|\
            Caanf Cần|Thow Thơ|xax xã|phuwowngf phường|TUW TƯ|yeeu yêu|xooong xoong";
        for word in words.split('|') {
            let (keys, meant) = word.trim().split_once(' ').expect("keys and word");
            assert_eq!(typed(&format!("{keys} ")), format!("{meant} "), "{keys}");
        }
    }

    #[test]
    fn vni_keys_make_vietnamese_words_and_leave_numbers_alone() {
        assert_eq!(typed_with(Method::Vni, "d9o62ng tru7o72ng "), "đồng trường ");
        assert_eq!(typed_with(Method::Vni, "nguye64n, 12 ngay2 20/11"), "nguyễn, 12 ngày 20/11");
        assert_eq!(typed_with(Method::Vni, "HD9ND add K59 "), "HĐND add K59 ");
    }

    #[test]
    fn words_that_are_not_vietnamese_stay_as_typed() {
        let english = "windows facebook google class office issue error address website zalo user \
            youtube email good internet web wifi password download Zoom offline startup livestream ";
        assert_eq!(typed(english), english);
    }

    #[test]
    fn a_mark_is_taken_off_by_typing_its_key_again() {
        assert_eq!(typed("TWW aaa ass dddd off "), "TW aa as ddd of ");
    }

    #[test]
    fn a_tone_typed_before_the_vowel_that_carries_it_goes_there() {
        assert_eq!(
            typed("qusa Qusy qusaan qufen gisa husy khosa "),
            "quá Quý quấn quèn giá húy khóa "
        );
        assert_eq!(typed_with(Method::Vni, "qu1a QU1Y qu1a6n gi1a "), "quá QUÝ quấn giá ");
        let mut telex = Telex::new(Method::Telex);
        assert_eq!(telex.typed('s', "qu"), Typed { take: 2, put: "qus".to_owned() });
        assert_eq!(telex.typed('a', "qus"), Typed { take: 3, put: "quá".to_owned() });
    }

    #[test]
    fn highland_names_keep_their_marks_and_english_has_none() {
        let names = "Knoo Yook Proong, Bhiawt: M'ddrawsk H'dding. Y Mloo Niee ";
        assert_eq!(typed(names), "Knô Yôk Prông, Bhiăt: M'đrắk H'đing. Y Mlô Niê ");
        assert_eq!(typed_with(Method::Vni, "Kno6 Bhia8t M'd9ra81k "), "Knô Bhiăt M'đrắk ");
        assert_eq!(typed("good office class Green Know "), "good office class Green Know ");
        assert_eq!(typed("Knooo Knoo"), "Knoo Knô");
    }

    #[test]
    fn an_abbreviation_keeps_its_crossed_letter() {
        assert_eq!(
            typed("HDDND LDDLDD 5.000dd dd/c QDD-UBND SDDT, "),
            "HĐND LĐLĐ 5.000đ đ/c QĐ-UBND SĐT, "
        );
    }

    #[test]
    fn a_word_that_stands_there_already_takes_a_mark() {
        let mut telex = Telex::new(Method::Telex);
        let dấu = telex.typed('f', "Thưa hoa");
        assert_eq!(dấu, Typed { take: "hoa".len(), put: "hòa".to_owned() });
        let shortened = telex.typed('g', "tiến");
        assert_eq!(shortened, Typed { take: "tiến".len(), put: "tiếng".to_owned() });
    }

    #[test]
    fn an_input_method_outside_turns_it_off() {
        let mut telex = Telex::new(Method::Telex);
        assert_eq!(telex.typed('ê', "ti"), Typed { take: 0, put: "ê".to_owned() });
        assert_eq!(telex.method(), Method::Off);
        assert_eq!(telex.typed('e', "e"), Typed { take: 0, put: "e".to_owned() });
    }

    #[test]
    fn the_switch_goes_round() {
        let mut telex = Telex::default();
        let mut seen = vec![telex.method()];
        for _ in 0..3 {
            telex.switch();
            seen.push(telex.method());
        }
        assert_eq!(seen, [Method::Off, Method::Telex, Method::Vni, Method::Off]);
    }
}
