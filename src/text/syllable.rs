//! Whether a word can be a Vietnamese syllable: its consonant, its rhyme and its tone.

use unicode_normalization::UnicodeNormalization;

const ONSETS: &str = " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x";

const RHYMES: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êng i ia ich im in inh ip it iu \
    iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt \
    oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut \
    uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu \
    y yêm yên yêng yêt yêu";

/// Whether the word, a run of letters in any case, is spelt as a Vietnamese syllable is.
pub fn is_syllable(word: &str) -> bool {
    let mut tones = word.nfd().filter(|letter| is_tone(*letter));
    let (tone, another) = (tones.next(), tones.next());
    let plain: String = word.nfd().filter(|letter| !is_tone(*letter)).nfc().collect();
    // A capital stands at the beginning or everywhere: "tÕ" is what an old font left of "tế".
    let small = plain.find(char::is_lowercase).unwrap_or(plain.len());
    let has_late_capital = plain[small..].contains(char::is_uppercase);
    let plain = plain.to_lowercase();
    let fits = |onset: &str| plain.strip_prefix(onset).is_some_and(|rest| is_rhyme(rest, tone));
    another.is_none() && !has_late_capital && ONSETS.split(' ').any(fits)
}

/// Stopped rhymes are spoken in two tones only.
fn is_rhyme(letters: &str, tone: Option<char>) -> bool {
    let is_stopped = letters.ends_with(['c', 'p', 't']) || letters.ends_with("ch");
    let tone_fits = !is_stopped || matches!(tone, Some('\u{301}' | '\u{323}'));
    tone_fits && RHYMES.split_whitespace().any(|rhyme| rhyme == letters)
}

fn is_tone(letter: char) -> bool {
    matches!(letter, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

#[cfg(test)]
mod tests {
    use super::is_syllable;

    #[test]
    fn vietnamese_words_are_syllables_and_others_are_not() {
        for word in "Sở Y tế Nguyễn QUYẾT nghiệp giếng gì quốc khuỷu ươm thuở ướt lịch ô".split(' ')
        {
            assert!(is_syllable(word), "{word}");
        }
        for word in
            ["Së", "tÕ", "teá", "Nguyeãn", "Krông", "café", "nuớcc", "b", "", "òà", "học̉", "sỞ"]
        {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
