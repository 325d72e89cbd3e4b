//! How alike a word typed and a word of a text are.

/// A word that begins as typed, and one with a letter wrong.
const BEGINS: f32 = 0.8;
const MISSPELT: f32 = 0.5;
/// Shorter words are not taken for misspelt: most syllables differ from some other by one letter.
const SHORT: usize = 4;

/// 1 for the same word; `None` for another one.
pub(super) fn likeness(typed: &str, word: &str) -> Option<f32> {
    if typed == word {
        Some(1.0)
    } else if word.starts_with(typed) {
        Some(BEGINS)
    } else {
        is_misspelt(typed, word).then_some(MISSPELT)
    }
}

/// Whether one letter was left out, added, changed, or changed places with its neighbour. A number with another
/// digit is another number.
fn is_misspelt(typed: &str, word: &str) -> bool {
    // Folded words hold hardly anything but ASCII, so this decides nearly always.
    if typed.len() < SHORT || word.len() < SHORT || typed.len().abs_diff(word.len()) > 4 {
        return false;
    }
    let (typed, word): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
    if typed.len() < SHORT || word.len() < SHORT || typed.len().abs_diff(word.len()) > 1 {
        return false;
    }
    if typed.iter().chain(&word).any(char::is_ascii_digit) {
        return false;
    }
    let same = typed.iter().zip(&word).take_while(|(one, other)| one == other).count();
    let rest = |letters: &[char], skipped: usize| -> Vec<char> {
        letters.iter().skip(same + skipped).copied().collect()
    };
    let swapped = || {
        let mut swapped = rest(&typed, 0);
        if swapped.len() > 1 {
            swapped.swap(0, 1);
        }
        swapped == rest(&word, 0)
    };
    rest(&typed, 1) == rest(&word, 1)
        || rest(&typed, 1) == rest(&word, 0)
        || rest(&typed, 0) == rest(&word, 1)
        || swapped()
}
