//! Who should answer, and what was asked before.

use crate::i18n::{Lang, sentences};
use crate::session::number::{QuestionNo, Seq};

sentences! {
    sure_clear: vi "rõ", en "clear";
    sure_possible: vi "có thể", en "possible";
    sure_unsure: vi "chưa rõ", en "unsure";
    suggestions: vi "gợi ý", en "suggestions";
    suggestions_awaited: vi "gợi ý: đang tìm…", en "suggestions: searching…";
    nobody_suggested: vi "gợi ý: chưa có", en "suggestions: none";
    found_at(seq: Seq, what: &str, question: Option<QuestionNo>):
        vi (match question {
            Some(question) => format!("bước {seq}, {what} · câu {question}"),
            None => format!("bước {seq}, {what}"),
        }),
        en (match question {
            Some(question) => format!("event {seq}, {what} · question {question}"),
            None => format!("event {seq}, {what}"),
        });
    asked_before(file: &str, number: QuestionNo, standing: &str):
        vi "{file}, câu {number} ({standing}):", en "{file}, question {number} ({standing}):";
}

impl Lang {
    /// A suggestion on one line: who, how surely, and the words that matched.
    pub fn suggestion(self, name: &str, sure: &str, words: &[String]) -> String {
        match words {
            [] => format!("{name} ({sure})"),
            words => format!("{name} ({sure}): {}", words.join(", ")),
        }
    }
}
