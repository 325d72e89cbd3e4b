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
    asked_before_heading: vi "đã hỏi trước?", en "asked before?";
    not_asked_before: vi "chưa thấy câu tương tự", en "no similar question found";
    similar_awaited: vi "đang tìm…", en "searching…";
    read_or_merge: vi "đọc, gộp, hỏi thêm", en "read, merge, follow up";
    question_of(file: &str, number: QuestionNo):
        vi "{file}, câu {number}", en "{file}, question {number}";
    holds_several(count: usize):
        vi "có thể gồm {count} nội dung", en "may hold {count} matters";
    notice_of_another_session:
        vi "Câu ấy thuộc phiên khác: chỉ đọc được, không gộp hay hỏi thêm được.",
        en "That question is of another session: it can be read, not merged into or followed up.";
    suggested_themes: vi "Nhóm vấn đề gợi ý", en "Suggested themes";
    themes_and_questions(themes: usize, questions: usize):
        vi "{themes} nhóm, {questions} câu",
        en ({
            let themes = super::counted(themes, "theme", "themes");
            format!("{themes}, {}", super::counted(questions, "question", "questions"))
        });
    question_count(count: usize):
        vi "{count} câu", en (super::counted(count, "question", "questions"));
    no_theme_suggested:
        vi "Không thấy nhóm nào trong các câu chưa có nhóm vấn đề.",
        en "No group was found among the questions without a theme.";
    set_themes_asked(themes: usize, questions: usize):
        vi "Ghi {themes} nhóm vấn đề cho {questions} câu?",
        en ({
            let themes = super::counted(themes, "theme", "themes");
            let questions = super::counted(questions, "question", "questions");
            format!("Record {themes} for {questions}?")
        });
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
