//! Text of the old Vietnamese fonts that was read as something else: "Së Y tÕ" for "Sở Y tế".

use crate::import::encoding::TextEncoding;
use crate::text::syllable::is_syllable;

/// The encoding of which the text looks, if reading it so gives Vietnamese words where there are none now.
#[must_use]
pub fn looks_like(text: &str) -> Option<TextEncoding> {
    // The fonts used one byte a letter: a letter beyond those is no font's.
    if text.is_ascii() || text.chars().any(|letter| letter.is_alphabetic() && !is_single(letter)) {
        return None;
    }
    instead_of(text, text)
}

/// The encoding in which `shown` gives the Vietnamese words that `read` lacks.
pub(super) fn instead_of(read: &str, shown: &str) -> Option<TextEncoding> {
    let before = LegacyWords::in_text(read);
    if before.wrong == 0 {
        return None;
    }
    let meant = |font: TextEncoding| {
        let after = LegacyWords::in_text(&font.meant_by(shown)?);
        after.are_what_was_meant(before).then_some((after.share(), font))
    };
    let fonts = [TextEncoding::Tcvn3, TextEncoding::Vni].into_iter().filter_map(meant);
    fonts.max_by_key(|(share, _)| *share).map(|(_, font)| font)
}

/// Whether windows-1252 has the letter.
fn is_single(letter: char) -> bool {
    letter <= '\u{ff}' || matches!(letter, 'Œ' | 'œ' | 'Š' | 'š' | 'Ž' | 'ž' | 'Ÿ' | 'ƒ' | 'ˆ')
}

/// The words with letters beyond ASCII: how many are Vietnamese syllables, how many are not.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct LegacyWords {
    right: usize,
    wrong: usize,
}

impl LegacyWords {
    pub(super) fn in_text(text: &str) -> Self {
        let mut words = Self::default();
        let between = |letter: char| {
            letter.is_whitespace() || (letter.is_ascii() && !letter.is_ascii_alphabetic())
        };
        for word in text.split(between) {
            let word = word.trim_matches(|letter: char| !letter.is_alphabetic());
            match word.is_ascii() {
                true => {}
                false if is_syllable(word) => words.right += 1,
                false => words.wrong += 1,
            }
        }
        words
    }

    /// The right ones in a hundred.
    pub(super) fn share(self) -> usize {
        self.right * 100 / (self.right + self.wrong).max(1)
    }

    fn are_what_was_meant(self, before: Self) -> bool {
        let all = self.right > before.right && self.wrong == 0;
        let nearly =
            self.right >= 3 && self.wrong * 4 <= before.wrong && self.right > before.right * 2;
        all || nearly
    }
}

#[cfg(test)]
mod tests {
    use bamboo_core::{Charset, encode_charset};

    use super::looks_like;
    use crate::import::encoding::TextEncoding;

    #[test]
    fn what_an_old_font_wrote_is_known() {
        for (shown, font) in [
            ("Së Y tÕ", TextEncoding::Tcvn3),
            ("Nguyễn Thị Mai", TextEncoding::Tcvn3),
            ("Cần Thơ", TextEncoding::Vni),
            ("Sở Y tế", TextEncoding::Vni),
            ("Bao giờ đường Nguyễn Văn Cừ được sửa chữa, nâng cấp?", TextEncoding::Tcvn3),
            ("Bao giờ đường Nguyễn Văn Cừ được sửa chữa, nâng cấp?", TextEncoding::Vni),
        ] {
            let charset = match font {
                TextEncoding::Vni => Charset::VniWindows,
                _ => Charset::Tcvn3,
            };
            let shown = encode_charset(charset, shown);
            assert_eq!(looks_like(&shown), Some(font), "{shown}");
        }
    }

    #[test]
    fn names_of_all_peoples_and_plain_mistakes_are_taken() {
        for text in [
            "Sở Y tế",
            "Ông Hà",
            "Krông Ana",
            "Y Ƀŏ Niê",
            "café René Müller",
            "Bà Trà",
            "H’Bé Êban",
            "Buôn Mê Thuột",
            "Krông Búk",
            "PM 2,5 ở mức 35 µg/m³",
            "Hòang Văn Húê",
            "Panasonic®",
            "· Hà",
            "A Lăng Bé",
            "Zoë Noël",
            "Rơ Châm Bê",
            "naïve à la carte",
            "Brûlé",
        ] {
            assert_eq!(looks_like(text), None, "{text}");
        }
    }
}
