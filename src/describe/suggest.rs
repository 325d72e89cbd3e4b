//! How sure a suggestion is, as a word.

use crate::i18n::Lang;
use crate::search::suggest::Confidence;

pub fn confidence(lang: Lang, confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Clear => lang.sure_clear(),
        Confidence::Possible => lang.sure_possible(),
        Confidence::Unsure => lang.sure_unsure(),
    }
}
