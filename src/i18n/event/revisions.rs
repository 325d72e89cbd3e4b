//! Corrections, field by field: what it was, what it is.

use crate::i18n::{Lang, sentences};
use crate::session::number::{QuestionNo, ResponderId, Seq, TaskNo};
use crate::session::payload::Spokesperson;
use crate::session::revision::{RevisedField, RevisedThing, RevisedValue, Revision};
use crate::session::state::State;
use crate::text::safe;

use super::people::joined;

sentences! {
    revised_session: vi "thông tin phiên", en "session details";
    revised_responder(name: &str): vi "thông tin đơn vị trả lời {name}", en "details of {name}";
    revised_question(question: QuestionNo):
        vi "thông tin câu {question}", en "details of question {question}";
    revised_answer(question: QuestionNo, answer: Seq):
        vi "câu trả lời cho câu {question} (bước {answer})",
        en "answer to question {question} (event {answer})";
    revised_statement(statement: Seq):
        vi "phát biểu (bước {statement})", en "statement (event {statement})";
    revised_conclusion(conclusion: Seq):
        vi "kết luận (bước {conclusion})", en "conclusion (event {conclusion})";
    revised_task(task: TaskNo): vi "nhiệm vụ {task}", en "task {task}";
    corrected_thing(thing: &str): vi "sửa {thing}", en "{thing} corrected";
    amended_thing(thing: &str): vi "đính chính {thing}", en "{thing} amended";
    revised_from_to(field: &str, was: &str, now: &str):
        vi "{field}: {was} → {now}", en "{field}: {was} → {now}";
    revised_nothing: vi "(không có)", en "(none)";
    revised_title: vi "tiêu đề", en "title";
    revised_place: vi "địa điểm", en "place";
    revised_number: vi "lần thứ", en "number";
    revised_chair: vi "chủ tọa", en "chair";
    revised_secretary: vi "thư ký", en "secretary";
    revised_attendance: vi "thành phần tham dự", en "attendance";
    revised_subject: vi "chủ đề", en "subject";
    revised_plan: vi "kế hoạch", en "plan";
    revised_offset: vi "múi giờ", en "offset from UTC";
    revised_name: vi "tên", en "name";
    revised_short: vi "tên tắt", en "short name";
    revised_kind: vi "loại", en "kind";
    revised_office: vi "chức vụ", en "office";
    revised_aliases: vi "tên gọi khác", en "other names";
    revised_remit: vi "lĩnh vực phụ trách", en "remit";
    revised_asker: vi "người nêu", en "asker";
    revised_channel: vi "hình thức", en "channel";
    revised_point: vi "tên điểm cầu", en "remote site";
    revised_theme: vi "nhóm vấn đề", en "theme";
    revised_text: vi "nội dung", en "text";
    revised_by: vi "đơn vị trả lời", en "responder";
    revised_spoken_by: vi "người phát biểu", en "speaker";
    revised_quality: vi "mức độ trả lời", en "quality";
    revised_questions: vi "câu liên quan", en "questions";
    revised_lead: vi "chủ trì", en "lead";
    revised_support: vi "phối hợp", en "supporting";
    revised_due: vi "thời hạn", en "due";
    revised_due_text: vi "thời hạn ghi bằng chữ", en "due date in words";
    revised_assigned_by: vi "người giao", en "assigned by";
}

impl Lang {
    /// What was corrected, by name.
    pub fn revised_thing(self, thing: &RevisedThing, state: &State) -> String {
        match thing {
            RevisedThing::Session => self.revised_session().to_owned(),
            RevisedThing::Responder(id) => self.revised_responder(state.full_name(id)),
            RevisedThing::Question(question) => self.revised_question(*question),
            RevisedThing::Answer(question, answer) => self.revised_answer(*question, *answer),
            RevisedThing::Statement(statement) => self.revised_statement(*statement),
            RevisedThing::Conclusion(conclusion) => self.revised_conclusion(*conclusion),
            RevisedThing::Task(task) => self.revised_task(*task),
        }
    }

    /// Everything that is different, as one clause for each field.
    pub fn revisions(self, revisions: &[Revision], state: &State) -> String {
        let told = revisions.iter().map(|revision| {
            let field = self.revised_field(revision.field);
            let [was, now] =
                [&revision.was, &revision.now].map(|value| self.given(value.as_ref(), state));
            self.revised_from_to(field, &was, &now)
        });
        told.collect::<Vec<_>>().join("; ")
    }

    /// One side of what is different: `field: value` for each field.
    pub fn revised_side(
        self,
        revisions: &[Revision],
        side: fn(&Revision) -> &Option<RevisedValue>,
        state: &State,
    ) -> String {
        let told = revisions.iter().map(|revision| {
            let value = self.given(side(revision).as_ref(), state);
            format!("{}: {value}", self.revised_field(revision.field))
        });
        told.collect::<Vec<_>>().join("; ")
    }

    fn given(self, value: Option<&RevisedValue>, state: &State) -> String {
        let nothing = || self.revised_nothing().to_owned();
        value.map_or_else(nothing, |value| self.revised_value(value, state))
    }

    /// What stands in a field.
    pub fn revised_value(self, value: &RevisedValue, state: &State) -> String {
        match value {
            RevisedValue::Text(text) => format!("“{text}”"),
            RevisedValue::Texts(texts) => joined(texts),
            RevisedValue::Number(number) => number.to_string(),
            RevisedValue::Offset(offset) => offset.to_string(),
            RevisedValue::Date(date) => self.day(*date),
            RevisedValue::Channel(channel) => self.channel(*channel).to_owned(),
            RevisedValue::QuestionKind(kind) => self.question_kind(*kind).to_owned(),
            RevisedValue::ResponderKind(kind) => self.responder_kind(*kind).to_owned(),
            RevisedValue::Quality(quality) => self.quality(*quality).to_owned(),
            RevisedValue::Delegate(number) => match state.delegate(*number) {
                Some(person) => self.person(person),
                None if state.withholds() => self.delegate_withheld(*number),
                None => self.delegate_numbered(*number),
            },
            RevisedValue::Responder(id) => state.full_name(id).to_owned(),
            RevisedValue::Responders(ids) => {
                let names: Vec<&str> =
                    ids.iter().map(|id: &ResponderId| state.full_name(id)).collect();
                joined(&names)
            }
            RevisedValue::Questions(questions) => self.questions_numbered(&joined(questions)),
            RevisedValue::Spokesperson(who) => self.spokesperson(who),
        }
    }

    /// Who speaks, with the post held: "Nguyễn Văn A, Phó Giám đốc".
    pub fn spokesperson(self, who: &Spokesperson) -> String {
        let named = match &who.post {
            Some(post) => format!("{}, {post}", who.name),
            None => who.name.clone(),
        };
        safe::line(&named).into_owned()
    }

    /// A responder, and who speaks for it.
    pub fn speaking_for(self, responder: &str, who: Option<&Spokesperson>) -> String {
        match who {
            Some(who) => format!("{responder} ({})", self.spokesperson(who)),
            None => responder.to_owned(),
        }
    }

    /// A field that corrections change.
    pub fn revised_field(self, field: RevisedField) -> &'static str {
        match field {
            RevisedField::Title => self.revised_title(),
            RevisedField::Place => self.revised_place(),
            RevisedField::Number => self.revised_number(),
            RevisedField::Chair => self.revised_chair(),
            RevisedField::Secretary => self.revised_secretary(),
            RevisedField::Attendance => self.revised_attendance(),
            RevisedField::Subject => self.revised_subject(),
            RevisedField::Plan => self.revised_plan(),
            RevisedField::UtcOffset => self.revised_offset(),
            RevisedField::Name => self.revised_name(),
            RevisedField::Short => self.revised_short(),
            RevisedField::Kind | RevisedField::QuestionKind => self.revised_kind(),
            RevisedField::Office => self.revised_office(),
            RevisedField::Aliases => self.revised_aliases(),
            RevisedField::Remit => self.revised_remit(),
            RevisedField::Asker => self.revised_asker(),
            RevisedField::Channel => self.revised_channel(),
            RevisedField::Point => self.revised_point(),
            RevisedField::Theme => self.revised_theme(),
            RevisedField::Text => self.revised_text(),
            RevisedField::Responder => self.revised_by(),
            RevisedField::SpokenBy => self.revised_spoken_by(),
            RevisedField::Quality => self.revised_quality(),
            RevisedField::Questions => self.revised_questions(),
            RevisedField::Lead => self.revised_lead(),
            RevisedField::Support => self.revised_support(),
            RevisedField::Due => self.revised_due(),
            RevisedField::DueText => self.revised_due_text(),
            RevisedField::AssignedBy => self.revised_assigned_by(),
        }
    }
}
