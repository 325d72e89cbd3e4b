//! What a reviewer of a session reads: the timeline, what changed and what was corrected.

use super::{Lang, sentences};
use crate::session::number::{QuestionNo, Seq, TaskNo};

sentences! {
    text_opening: vi "khai mạc", en "opening";
    text_roster: vi "danh sách đơn vị trả lời", en "roster";
    text_delegate: vi "đại biểu", en "delegate";
    text_asker: vi "người nêu", en "asker";
    text_theme: vi "nhóm vấn đề", en "theme";
    text_question: vi "câu hỏi", en "question";
    text_edit: vi "sửa câu hỏi", en "edit";
    text_answer: vi "trả lời", en "answer";
    text_amendment: vi "đính chính", en "amendment";
    text_statement: vi "phát biểu", en "statement";
    text_conclusion: vi "kết luận", en "conclusion";
    text_task: vi "nhiệm vụ", en "task";
    text_progress: vi "tiến độ", en "progress";
    text_due: vi "thời hạn", en "due";
    text_recipient: vi "chuyển đến", en "referred to";
    text_document: vi "văn bản", en "document";
    text_reason: vi "lý do", en "reason";

    bar_damaged: vi "hỏng từ đây", en "damaged from here";
    bar_live: vi "đang ghi", en "being recorded";

    change_phase: vi "phiên", en "session";
    question_no(question: QuestionNo): vi "câu {question}", en "question {question}";
    change_text(question: QuestionNo): vi "nội dung câu {question}", en "text of question {question}";
    change_place(question: QuestionNo):
        vi "vị trí của câu {question} trong hàng đợi", en "place of question {question} in the queue";
    change_route(question: QuestionNo):
        vi "đơn vị trả lời câu {question}", en "route of question {question}";
    change_answer(question: QuestionNo, by: &str):
        vi "{by} trả lời câu {question}", en "answer of {by} to question {question}";
    task_no(task: TaskNo): vi "nhiệm vụ {task}", en "task {task}";
    change_statement(event: Seq): vi "phát biểu (bước {event})", en "statement (event {event})";
    change_conclusion(event: Seq): vi "kết luận (bước {event})", en "conclusion (event {event})";
    change_responder: vi "đơn vị trả lời", en "responder";
    place_in_queue(place: usize): vi "thứ {place}", en "no. {place}";
    words_unreported: vi "nội dung không được tường thuật", en "text not reported";
    change_from_to(what: &str, before: &str, after: &str):
        vi "{what}: {before} → {after}", en "{what}: {before} → {after}";
    change_to(what: &str, after: &str): vi "{what}, mới: {after}", en "{what}, new: {after}";
    change_gone(what: &str, before: &str):
        vi "{what}, không còn: {before}", en "{what}, gone: {before}";

    corrected_undone(event: Seq): vi "hoàn tác bước {event}", en "event {event} undone";
    corrected_redone(event: Seq): vi "làm lại bước {event}", en "event {event} redone";
    corrected_answer(text: &str): vi "câu trả lời cho {text}", en "answer to {text}";
    signed_by(when: &str, by: &str): vi "{when}, người ghi: {by}", en "{when}, recorded by {by}";
}

impl Lang {
    /// The letter by which the timeline marks a conclusion.
    pub fn conclusion_letter(self) -> char {
        match self {
            Self::Vi => 'K',
            Self::En => 'C',
        }
    }
}
