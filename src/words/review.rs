//! What a reviewer of a session reads: the bar, what was said, what changed and what was put right.

mod change;
mod correction;

use super::{Lang, words};
use crate::review::said::{Field, Speaker};
use crate::review::timeline::{MarkKind, Stop};
use crate::session::state::State;

words! {
    bar_damaged: vi "hỏng từ đây", en "damaged from here";
    bar_live: vi "đang ghi", en "being recorded";
}

impl Lang {
    /// The letter by which the bar marks a conclusion.
    pub fn conclusion_letter(self) -> char {
        self.pick('K', 'C')
    }

    /// What a mark on the bar stands for.
    pub fn mark_kind(self, kind: MarkKind) -> &'static str {
        match kind {
            MarkKind::Closed => self.pick("phiên kết thúc", "closed"),
            MarkKind::Paused => self.pick("tạm dừng", "paused"),
            MarkKind::Conclusion => self.pick("kết luận", "conclusion"),
            MarkKind::Task => self.pick("giao nhiệm vụ", "task assigned"),
            MarkKind::Statement => self.pick("phát biểu", "statement"),
            MarkKind::Reopened => self.pick("mở lại", "reopened"),
            MarkKind::Resumed => self.pick("tiếp tục", "resumed"),
            MarkKind::Break => self.pick("khoảng lặng dài", "a long break"),
            MarkKind::Undo => self.pick("hoàn tác", "undo"),
            MarkKind::Correction => self.pick("đính chính, sửa lời", "correction"),
            MarkKind::News => self.pick("tin về nhiệm vụ", "news of a task"),
            MarkKind::TakenBack => self.pick("về sau bị hoàn tác", "undone later"),
        }
    }

    /// What a reviewer jumps to.
    pub fn stop(self, stop: Stop) -> &'static str {
        match stop {
            Stop::Answer => self.pick("câu trả lời", "answer"),
            Stop::Deferral => self.pick("lời hẹn trả lời", "promise of a written answer"),
            Stop::Task => self.pick("nhiệm vụ", "task"),
            Stop::Question => self.pick("câu hỏi", "question"),
        }
    }

    /// What words are in which something was found.
    pub fn said_in(self, field: Field) -> &'static str {
        match field {
            Field::Opening => self.pick("khai mạc", "opening"),
            Field::Responder => self.pick("danh sách trả lời", "roster"),
            Field::Delegate => self.pick("đại biểu", "delegate"),
            Field::Asker => self.pick("người nêu câu hỏi", "asker"),
            Field::Theme => self.pick("nhóm vấn đề", "theme"),
            Field::Question => self.pick("câu hỏi", "question"),
            Field::Edit => self.pick("lời sửa", "edit"),
            Field::Answer => self.pick("trả lời", "answer"),
            Field::Amendment => self.pick("đính chính", "amendment"),
            Field::Statement => self.pick("phát biểu", "statement"),
            Field::Conclusion => self.pick("kết luận", "conclusion"),
            Field::Task => self.pick("nhiệm vụ", "task"),
            Field::News => self.pick("tin về nhiệm vụ", "news of a task"),
            Field::Due => self.pick("thời hạn", "deadline"),
            Field::Recipient => self.pick("nơi nhận", "recipient"),
            Field::Document => self.pick("số văn bản", "document number"),
            Field::Reason => self.pick("lý do", "reason"),
        }
    }

    /// Whose words they are, as a list shows it; not yet safe to show.
    pub fn speaker(self, speaker: &Speaker, state: &State) -> String {
        match speaker {
            Speaker::Delegate(number) => match state.delegate(*number) {
                Some(person) => person.name.clone(),
                None => self.delegate_numbered(*number),
            },
            Speaker::Unnamed => self.anonymous().to_owned(),
            Speaker::Responder(id) => state.short_name(id).to_owned(),
            Speaker::Hand(name) => name.clone(),
        }
    }
}
