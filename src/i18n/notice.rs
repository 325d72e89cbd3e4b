//! The notices of the desk: one sentence each.

use super::sentences;
use crate::session::number::{QuestionNo, Seq};

/// A sentence in lower case, with a capital and a full stop.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).chain(std::iter::once('.')).collect()
}

sentences! {
    event_numbered(seq: Seq): vi "bước {seq}", en "event {seq}";
    notice_recorded(event: &str, seq: Seq):
        vi "Đã ghi: {event} · bước {seq}", en "Recorded: {event} · event {seq}";
    notice_taken_back(event: &str):
        vi "Đã hoàn tác: {event} · U làm lại", en "Undone: {event} · U redoes";
    notice_form_taken_back(event: &str):
        vi "Đã hoàn tác: {event} · Ctrl+O sửa rồi ghi lại · U làm lại",
        en "Undone: {event} · Ctrl+O puts it right · U redoes";
    notice_brought_back(event: &str): vi "Đã làm lại: {event}", en "Redone: {event}";
    notice_in_the_way(target: &str, blocker: &str):
        vi "Chưa hoàn tác được {target}; hãy hoàn tác trước: {blocker}",
        en "Cannot undo {target}; first undo: {blocker}";
    notice_undo_first(blocker: &str):
        vi "Chưa hoàn tác được, hãy hoàn tác trước: {blocker}",
        en "Cannot undo yet, first undo: {blocker}";
    notice_not_saved(why: &str):
        vi "Chưa ghi được, bản nháp còn nguyên: {why}", en "Not recorded, the draft is kept: {why}";
    notice_no_question_chosen: vi "Hãy chọn một câu hỏi trước.", en "Choose a question first.";
    notice_no_statement_chosen: vi "Chưa có phát biểu, kết luận nào để sửa.",
        en "There is no statement or conclusion to correct.";
    notice_clock_offset(offset: &str):
        vi "Đồng hồ máy lệch UTC {offset}, không phải +07:00: các bước ghi theo giờ của máy (I: sửa múi giờ của phiên).",
        en "This machine's clock is at {offset}, not +07:00: events carry its time (I corrects the session's offset).";
    notice_no_responder_chosen: vi "Hãy Tab sang khung đơn vị trả lời và chọn một đơn vị trước.",
        en "Tab to the responders and choose one first.";
    notice_no_task_chosen: vi "Hãy chọn một nhiệm vụ trước.", en "Choose a task first.";
    notice_cannot_be_marked(number: QuestionNo):
        vi "Câu {number} đã xử lý xong, không chọn chung được.",
        en "Question {number} has ended and cannot be marked.";
    notice_first_already(question: QuestionNo):
        vi "Câu {question} đã ở đầu nhóm; không có gì thay đổi.",
        en "Question {question} is first in its group already; nothing changed.";
    notice_last_already(question: QuestionNo):
        vi "Câu {question} đã ở cuối nhóm; không có gì thay đổi.",
        en "Question {question} is last in its group already; nothing changed.";
    notice_follows_its_first(question: QuestionNo, first: QuestionNo):
        vi "Câu {question} hỏi thêm cho câu {first} nên luôn đi sau câu đó.",
        en "Question {question} follows up question {first}, so it stays behind it.";
    notice_returned(why: &str): vi "{why} Bản nháp còn nguyên: D để mở lại.",
        en "{why} The draft is kept: D opens it.";
    notice_still_saving: vi "Đang lưu; bấm lại khi đã lưu xong.",
        en "Still saving; press again once it is saved.";
    notice_no_draft: vi "Không có bản nháp nào.", en "There is no draft.";
    notice_both_hold: vi "Cả hai bản đều giữ đủ; không cần ghi sang nơi khác.",
        en "Both copies have everything; nothing needs to be moved.";
    notice_draft_kept:
        vi "Đã lưu nháp: D để mở lại, hoặc Ctrl+O trong biểu mẫu đó.",
        en "The draft is kept: D reopens it, or Ctrl+O in the same form.";
    notice_draft_discarded: vi "Đã bỏ bản nháp.", en "The draft is discarded.";
    notice_watching:
        vi "Chỉ xem: từ đây không ghi gì vào phiên.",
        en "View only: nothing can be recorded from here.";
    notice_number_typed(number: u32):
        vi "Đến câu {number}: Enter · Esc thôi", en "Go to question {number}: Enter · Esc leaves it";
    notice_theme(name: &str): vi "Màu: {name} (F4 đổi).", en "Theme: {name} (F4 changes it).";
    theme_dark: vi "nền tối", en "dark ground";
    theme_light: vi "nền sáng", en "light ground";
    theme_no_colour: vi "không màu", en "no colour";
    theme_ascii: vi "không màu, dấu ASCII", en "no colour, ASCII signs";
    notice_no_task_of(number: QuestionNo):
        vi "Câu {number} chưa có nhiệm vụ nào; Tab sang khung nhiệm vụ để chọn.",
        en "No task comes from question {number}; Tab to the tasks to choose one.";
    notice_telex_on: vi "Gõ Telex (F2: đổi sang VNI).", en "Typing Telex (F2 changes to VNI).";
    notice_vni_on: vi "Gõ VNI (F2: tắt).", en "Typing VNI (F2 turns it off).";
    notice_telex_off: vi "Đã tắt kiểu gõ có sẵn (F2: Telex).", en "Built-in typing is off (F2 turns Telex on).";
    notice_telex_yielded:
        vi "Telex tự tắt: bộ gõ của máy đang gõ tiếng Việt.",
        en "Telex turned itself off: the system's own input method is typing.";
    notice_text_dropped:
        vi "Đã bỏ qua đoạn văn bản vừa nhận: không ghi vào phiên.",
        en "The text that came was dropped: it is not recorded.";
}
