//! Normalising text on its way in, and the folding by which texts are compared.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Input as the record keeps it: NFC, lines ended by LF. Nothing else is changed.
#[must_use]
pub fn normalised(input: &str) -> String {
    let mut kept = String::with_capacity(input.len());
    let composed = composed(input);
    let mut chars = composed.chars().peekable();
    while let Some(letter) = chars.next() {
        if letter == '\r' {
            chars.next_if_eq(&'\n');
            kept.push('\n');
        } else {
            kept.push(letter);
        }
    }
    kept
}

/// In NFC. What is already, as nearly everything typed is, is found to be so in less time than composing it takes.
fn composed(input: &str) -> Cow<'_, str> {
    match is_nfc_quick(input.chars()) {
        IsNormalized::Yes => input.into(),
        IsNormalized::No | IsNormalized::Maybe => input.nfc().collect(),
    }
}

/// A text as it is recorded from now on: normalised, without blanks at either end; empty when it shows nothing.
#[must_use]
pub fn recorded_text(input: &str) -> String {
    if input.chars().all(|letter| shows_nothing(letter) || is_blank(letter)) {
        return String::new();
    }
    normalised(input.trim_matches(|letter| is_blank(letter) || is_dropped_from_names(letter)))
}

/// A name as it is recorded from now on, and by which persons are compared: NFC, without characters that
/// have no width, runs of blanks made one space, none at either end; empty when it shows nothing.
#[must_use]
pub fn recorded_name(input: &str) -> String {
    let mut name = String::with_capacity(input.len());
    let mut blank_before = true;
    let shown: Cow<str> = match input.contains(is_dropped_from_names) {
        true => input.replace(is_dropped_from_names, "").into(),
        false => input.into(),
    };
    for letter in composed(&shown).chars() {
        if !is_blank(letter) {
            name.push(letter);
        } else if !blank_before {
            name.push(' ');
        }
        blank_before = is_blank(letter);
    }
    name.truncate(name.trim_end_matches(' ').len());
    if name.chars().all(shows_nothing) { String::new() } else { name }
}

/// `White_Space`, and two fillers that look like it.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{2800}' | '\u{3164}')
}

/// Zero-width characters, the byte order mark and the soft hyphen.
fn is_dropped_from_names(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Whether the character cannot be seen: a blank, a control character or an invisible one.
#[must_use]
pub fn shows_nothing(letter: char) -> bool {
    letter.is_whitespace() || letter.is_control() || is_unseen(letter)
}

fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Letters without case or diacritics: `Đại biểu` and `dai bieu` fold alike.
///
/// NFD, marks stripped, lower case, đ → d and the like.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .map(plain)
        .collect()
}

/// The letter without the stroke, hook or bar that Unicode does not take apart. Highland names have them.
fn plain(letter: char) -> char {
    match letter {
        'đ' | 'ð' | 'ɖ' | 'ɗ' => 'd',
        'ƀ' | 'ɓ' => 'b',
        'ħ' => 'h',
        'ɨ' | 'ı' => 'i',
        'ł' | 'ƚ' => 'l',
        'ŋ' => 'n',
        'ø' | 'ɵ' => 'o',
        'ŧ' => 't',
        'ʉ' => 'u',
        other => other,
    }
}

/// A slug for a name: folded ASCII letters and digits, joined by hyphens, at most 48 bytes; `x` when nothing is left.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for word in fold(name)
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        if slug.len() + word.len() >= 48 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    if slug.is_empty() { "x".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::{fold, normalised, recorded_name, recorded_text, slug};

    #[test]
    fn a_name_has_one_space_between_its_words_and_nothing_without_width() {
        for spelling in [
            "Nguyễn Thị Mai",
            "  Nguyễn   Thị\tMai \n",
            "Nguye\u{302}\u{303}n Thi\u{323} Mai",
            "Nguyễn\u{a0}Thị\u{3000}Mai",
            "\u{feff}Nguyễn Thị\u{2800}Mai\u{3164}",
            "Ngu\u{200b}yễn Thị M\u{ad}ai\u{200d}",
            "Nguye\u{2060}\u{302}\u{303}n \u{200c} Thị Mai",
        ] {
            assert_eq!(recorded_name(spelling), "Nguyễn Thị Mai", "{spelling:?}");
            assert_eq!(recorded_name(&recorded_name(spelling)), "Nguyễn Thị Mai");
        }
        for nothing in ["", " \u{2800}\u{200b}", "\u{200f}"] {
            assert_eq!(recorded_name(nothing), "");
        }
    }

    #[test]
    fn letters_that_unicode_does_not_take_apart_fold_too() {
        assert_eq!(fold("Ðinh Văn Ðức"), "dinh van duc");
        assert_eq!(fold("Y Ƀŏ Niê, Đ, Ɖ, Ɓ, Ɗ"), "y bo nie, d, d, b, d");
    }

    #[test]
    fn a_text_keeps_what_is_inside_it_and_no_blank_around_it() {
        let text = "\u{feff} \n Kính thưa,\r\n  em\u{200d} hỏi\u{3000}\u{2800}";
        assert_eq!(recorded_text(text), "Kính thưa,\n  em\u{200d} hỏi");
        for nothing in [" \t\n", "\u{2800}\u{34f}\u{3164}", "\u{200b}\u{200f}\u{1b}"] {
            assert_eq!(recorded_text(nothing), "", "{nothing:?}");
        }
    }

    #[test]
    fn decomposed_letters_are_composed_and_every_line_end_becomes_one_lf() {
        assert_eq!(normalised("Ca\u{302}\u{300}n Tho\u{31b}\r\na\rb\n\nc"), "Cần Thơ\na\nb\n\nc");
    }

    #[test]
    fn folding_forgets_case_and_marks_composed_or_not() {
        assert_eq!(fold("ĐƯỜNG Nguyễn"), "duong nguyen");
        assert_eq!(fold("nguye\u{302}\u{303}n"), "nguyen");
    }

    #[test]
    fn a_slug_is_short_plain_ascii_whatever_the_name() {
        assert_eq!(slug("Sở Khoa học & Công nghệ"), "so-khoa-hoc-cong-nghe");
        assert_eq!(slug("../../../etc"), "etc");
        assert_eq!(slug("中文"), "x");
        assert!(slug(&"dài ".repeat(100)).len() < 50);
    }
}
