//! How sure a suggestion is, and what was found, as words.

use crate::i18n::Lang;
use crate::search::said::SaidKind;
use crate::search::suggest::Confidence;

pub fn confidence(lang: Lang, confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Clear => lang.sure_clear(),
        Confidence::Possible => lang.sure_possible(),
        Confidence::Unsure => lang.sure_unsure(),
    }
}

pub fn said(lang: Lang, kind: SaidKind) -> &'static str {
    match kind {
        SaidKind::Question => lang.text_question(),
        SaidKind::Answer => lang.text_answer(),
        SaidKind::Statement => lang.text_statement(),
        SaidKind::Conclusion => lang.text_conclusion(),
        SaidKind::Task => lang.text_task(),
    }
}
