//! The words of the forms: titles, labels, options, and what is wrong with what was filled in.

use std::borrow::Cow;

use super::notice::sentence;
use super::{Lang, sentences};
use crate::session::state::State;
use crate::tui::model::form::field::{ChoiceOption, Label};
use crate::tui::model::form::{FormKind, FormSubject, Problem};

impl Lang {
    /// The heading of a form, with the number of what it is about.
    pub fn form_title(self, kind: FormKind, about: FormSubject) -> String {
        let deed = self.form_deed(kind);
        if let Some(task) = about.task {
            return self.about_task(deed, task.0);
        }
        match about.question {
            Some(number) => self.about_question(deed, number.0),
            None => deed.to_owned(),
        }
    }

    fn form_deed(self, kind: FormKind) -> &'static str {
        match kind {
            FormKind::NewQuestion => self.pick("Câu hỏi mới", "New question"),
            FormKind::EditQuestion => self.pick("Sửa lời", "Edit"),
            FormKind::Route => self.pick("Chuyển", "Route"),
            FormKind::Answer => self.pick("Trả lời", "Answer"),
            FormKind::AmendAnswer => self.pick("Đính chính câu trả lời", "Amend the answer"),
            FormKind::Defer => self.pick("Hẹn trả lời bằng văn bản", "Written answer later"),
            FormKind::Refer => self.pick("Chuyển cơ quan có thẩm quyền", "Refer"),
            FormKind::Decline => self.pick("Không tiếp nhận", "Decline"),
            FormKind::Withdraw => self.pick("Đại biểu rút", "Withdraw"),
            FormKind::Merge => self.pick("Gộp", "Merge"),
            FormKind::Split => self.pick("Tách", "Split"),
            FormKind::Task => self.pick("Giao nhiệm vụ", "Assign a task"),
            FormKind::ProgressTask => self.pick("Tiến độ", "Progress"),
            FormKind::Statement => self.pick("Phát biểu", "Statement"),
            FormKind::Conclusion => self.pick("Kết luận", "Conclusion"),
            FormKind::AddResponder => self.pick("Thêm người trả lời", "Add a responder"),
            FormKind::CorrectDelegate => self.pick("Đính chính đại biểu", "Correct the delegate"),
            FormKind::NewSession => self.pick("Phiên mới", "New session"),
        }
    }

    /// What a field asks for.
    pub fn label(self, label: Label) -> &'static str {
        match label {
            Label::Text => self.pick("nội dung", "text"),
            Label::Asker => self.pick("người nêu", "asked by"),
            Label::Unit => self.pick("đơn vị", "unit"),
            Label::Seat => self.pick("ghế", "seat"),
            Label::Channel => self.pick("hình thức", "channel"),
            Label::Kind => self.pick("loại", "kind"),
            Label::Theme => self.pick("nhóm vấn đề", "theme"),
            Label::Responders => self.pick("đơn vị", "responders"),
            Label::Responder => self.pick("người, đơn vị", "responder"),
            Label::AssignedBy => self.pick("người giao", "assigned by"),
            Label::Answer => self.pick("câu trả lời của", "answer by"),
            Label::Quality => self.pick("mức độ", "quality"),
            Label::Why => self.pick("lý do", "reason"),
            Label::Due => self.pick("thời hạn", "due"),
            Label::Questions => self.pick("về các câu", "questions"),
            Label::Into => self.pick("gộp vào", "into"),
            Label::To => self.pick("nơi nhận", "to"),
            Label::Progress => self.pick("tiến độ", "progress"),
            Label::Document => self.pick("số văn bản", "document no."),
            Label::Name => self.pick("tên", "name"),
            Label::Short => self.pick("tên tắt", "short name"),
            Label::ResponderKind => self.pick("là", "is a"),
            Label::Office => self.pick("chức vụ", "office"),
            Label::Remit => self.pick("lĩnh vực", "remit"),
            Label::Title => self.pick("tên phiên", "title"),
            Label::Number => self.pick("lần thứ", "number"),
            Label::Place => self.pick("địa điểm", "place"),
            Label::Chair => self.pick("chủ trì phiên", "chair"),
            Label::Secretary => self.pick("thư ký", "secretary"),
            Label::Attendance => self.pick("thành phần dự", "attendance"),
            Label::Roster => self.pick("danh sách đơn vị", "roster"),
        }
    }

    /// An option of a choice.
    pub fn choice(self, option: &ChoiceOption) -> Cow<'_, str> {
        match option {
            ChoiceOption::Channel(channel) => self.channel(*channel).into(),
            ChoiceOption::Kind(kind) => self.question_kind(*kind).into(),
            ChoiceOption::Quality(quality) => self.quality(*quality).into(),
            ChoiceOption::Progress(progress) => self.progress(*progress).into(),
            ChoiceOption::ResponderKind(kind) => self.responder_kind(*kind).into(),
            ChoiceOption::NoRoster => self.no_roster().into(),
            ChoiceOption::Roster(name) | ChoiceOption::Answer(_, name) => name.into(),
        }
    }

    /// Why a form could not be recorded, and what to do about it.
    pub fn problem(self, problem: &Problem, state: &State) -> String {
        match problem {
            Problem::Refused(refusal) => sentence(&self.refusal(refusal, state)),
            Problem::NotSaved(why) => self.said_not_saved(why),
            Problem::NobodyChosen(label) => self.nobody_chosen(self.label(*label)),
            Problem::StillTyping(label) => self.still_typing(self.label(*label)),
            Problem::AlreadyListed(name) => self.already_listed(&crate::text::safe::line(name)),
            Problem::NameMissing => self.name_missing().to_owned(),
            Problem::FieldFull => self.field_full().to_owned(),
            Problem::NoQuestionChosen => self.no_question_chosen().to_owned(),
            Problem::NotAQuestionNumber(typed) => self.not_a_question_number(typed),
            Problem::NotANumber(label) => self.not_a_number(self.label(*label)),
            Problem::NeedsTwoParts => self.needs_two_parts().to_owned(),
            Problem::Unchanged => self.nothing_changed().to_owned(),
        }
    }
}

sentences! {
    about_question(deed: &str, number: u32): vi "{deed} · câu {number}", en "{deed} · question {number}";
    about_task(deed: &str, number: u32): vi "{deed} · nhiệm vụ {number}", en "{deed} · task {number}";
    ways_to_write_due: vi "10/12 · +10d · hoặc lời", en "10/12 · +10d · or words";
    due_will_be(date: &str): vi "ghi: {date}", en "recorded as: {date}";
    due_will_be_words(words: &str): vi "ghi bằng chữ: {words}", en "recorded in words: {words}";
    known_person_is_taken:
        vi "↓ rồi Enter: chọn người đã gặp", en "↓ then Enter: somebody seen before";
    parts_stand_apart:
        vi "mỗi phần cách nhau một dòng trống", en "an empty line between the parts";
    no_roster: vi "không có", en "none";
    already_listed(name: &str): vi "Danh sách đã có {name}; hãy chọn trong danh sách.",
        en "{name} is on the list already; choose it there.";
    name_missing: vi "Có đơn vị hoặc ghế mà chưa có tên người nêu; hãy ghi tên, hoặc ghi đơn vị vào ô tên.",
        en "A unit or a seat without a name; type the name, or the unit in its place.";
    nobody_chosen(label: &str):
        vi "Chưa chọn ai ở ô “{label}”: gõ vài chữ rồi Enter.",
        en "Nobody is chosen in “{label}”: type a few letters, then Enter.";
    still_typing(label: &str):
        vi "Ô “{label}” còn chữ đang gõ dở: Enter để chọn, hoặc xóa chữ.",
        en "“{label}” still holds letters: Enter chooses, or erase them.";
    field_full: vi "Ô này đã đầy; hãy bớt chữ.", en "This field is full; shorten it.";
    no_question_chosen:
        vi "Chưa chọn câu nào: gõ số hoặc vài chữ rồi Enter.",
        en "No question is chosen: type its number or a few letters, then Enter.";
    not_a_question_number(typed: &str):
        vi "“{typed}” không phải số câu hỏi; hãy viết như 3, 7, 12.",
        en "“{typed}” is no question number; write them like 3, 7, 12.";
    not_a_number(label: &str):
        vi "Ô “{label}” cần một số.", en "“{label}” must be a number.";
    needs_two_parts:
        vi "Cần ít nhất hai phần, cách nhau một dòng trống.",
        en "At least two parts are needed, an empty line between them.";
    nothing_changed: vi "Chưa sửa gì nên không có gì để ghi.", en "Nothing is changed, so there is nothing to record.";
}
