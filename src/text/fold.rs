//! Normalising text on its way in, and the folding by which texts are compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Input as the record keeps it: NFC, lines ended by LF. Nothing else is changed.
#[must_use]
pub fn normalised(input: &str) -> String {
    let mut kept = String::with_capacity(input.len());
    let mut chars = input.nfc().peekable();
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

/// Letters without case or diacritics: `Đại biểu` and `dai bieu` fold alike.
///
/// NFD, marks stripped, đ → d, lower case.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .map(plain_d)
        .collect()
}

fn plain_d(letter: char) -> char {
    if letter == 'đ' { 'd' } else { letter }
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
    use super::{fold, normalised, slug};

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
