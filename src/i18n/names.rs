//! The glossary: what each thing of the dialogue is called, lower case, in both languages.

use super::{Lang, counted, sentences};
use crate::session::event_field::EventField;
use crate::session::outcome::Outcome;
use crate::session::payload::{
    AuthorityLevel, Channel, Progress, Quality, QuestionKind, ResponderKind,
};
use crate::session::question::{Question, Status};
use crate::session::queue::Group;
use crate::session::role::Role;
use crate::session::state::Phase;

sentences! {
    role_moderator: vi "người điều hành", en "moderator";
    role_note_taker: vi "người ghi chép", en "note-taker";
    role_intake: vi "bàn tiếp nhận câu hỏi", en "intake";
    role_reviewer: vi "người rà soát", en "reviewer";
    channel_floor: vi "trực tiếp", en "in the hall";
    channel_slip: vi "phiếu", en "slip";
    channel_online: vi "trực tuyến", en "online";
    channel_bridge: vi "điểm cầu", en "remote site";

    question_kind_question: vi "câu hỏi", en "question";
    question_kind_opinion: vi "ý kiến", en "opinion";
    question_kind_proposal: vi "kiến nghị", en "proposal";

    status_queued: vi "đang chờ", en "waiting";
    status_called: vi "đang phát biểu", en "on the floor";
    status_answering: vi "đang trả lời", en "being answered";
    status_answered: vi "đã trả lời", en "answered";
    status_deferred: vi "hẹn trả lời bằng văn bản", en "written answer due";
    status_referred: vi "chuyển cơ quan có thẩm quyền", en "referred to the competent authority";
    status_declined: vi "không tiếp nhận", en "declined";
    status_withdrawn: vi "đại biểu rút", en "withdrawn";
    status_merged: vi "đã gộp", en "merged";
    status_split: vi "đã tách", en "split";

    partly_answered: vi "trả lời một phần", en "partly answered";

    group_on_the_floor: vi "đang phát biểu", en "on the floor";
    group_ready: vi "chờ mời", en "ready";
    group_unrouted: vi "chưa phân công", en "not routed";
    group_deferred: vi "hẹn trả lời", en "written answer due";
    group_answered: vi "đã trả lời", en "answered";
    group_settled: vi "đã xử lý xong", en "settled";

    progress_not_started: vi "chưa thực hiện", en "not started";
    progress_in_progress: vi "đang thực hiện", en "in progress";
    progress_partly: vi "thực hiện một phần", en "partly done";
    progress_done: vi "hoàn thành", en "done";
    progress_broken: vi "không thực hiện", en "not carried out";

    quality_full: vi "đầy đủ", en "full";
    quality_partial: vi "một phần", en "partial";
    quality_explained: vi "giải trình, cung cấp thông tin", en "explained";
    level_commune: vi "cấp xã", en "commune level";
    level_province: vi "cấp tỉnh", en "province level";
    level_central: vi "Trung ương", en "central level";

    phase_not_opened: vi "chưa khai mạc", en "not opened";
    phase_running: vi "đang diễn ra", en "in progress";
    phase_paused: vi "tạm dừng", en "paused";
    phase_closed: vi "đã kết thúc", en "closed";

    responder_kind_leader: vi "lãnh đạo", en "leader";
    responder_kind_agency: vi "cơ quan", en "agency";

    field_title: vi "tên phiên đối thoại", en "the title";
    field_place: vi "địa điểm", en "the place";
    field_chair: vi "chủ tọa", en "the chair";
    field_secretary: vi "thư ký", en "the secretary";
    field_attendance: vi "thành phần tham dự", en "the attendance";
    field_source: vi "nguồn lập lại", en "the source";
    field_subject: vi "chủ đề", en "the subject";
    field_plan: vi "kế hoạch", en "the plan";
    field_post: vi "chức vụ người phát biểu", en "the speaker's post";
    field_point: vi "tên điểm cầu", en "the remote site";
    field_level: vi "cấp có thẩm quyền", en "the level";
    field_link: vi "liên kết", en "the link";
    field_reviewed_by: vi "người xác nhận", en "the reviewer's name";
    field_by: vi "người ghi", en "the “recorded by” name";
    field_name: vi "tên", en "the name";
    field_short: vi "tên tắt", en "the short name";
    field_office: vi "chức vụ", en "the office held";
    field_alias: vi "tên gọi khác", en "another name";
    field_remit: vi "lĩnh vực phụ trách", en "the remit";
    field_unit: vi "đơn vị", en "the unit";
    field_seat: vi "ghế", en "the seat";
    field_salt: vi "chuỗi ngẫu nhiên", en "the salt";
    field_theme: vi "nhóm vấn đề", en "the theme";
    field_text: vi "nội dung", en "the text";
    field_why: vi "lý do", en "the reason";
    field_to: vi "nơi chuyển đến", en "the authority it is referred to";
    field_due: vi "thời hạn ghi bằng chữ", en "the due date in words";
    field_document: vi "số văn bản", en "the document number";
    field_support: vi "danh sách phối hợp", en "the list of supporting responders";
    field_parts: vi "danh sách phần tách", en "the list of parts";
    field_questions: vi "danh sách câu liên quan", en "the list of questions";    moderator: vi "người điều hành", en "moderator";
}

impl Lang {
    pub fn role_name(self, role: Role) -> &'static str {
        match role {
            Role::Moderator => self.role_moderator(),
            Role::NoteTaker => self.role_note_taker(),
            Role::Intake => self.role_intake(),
            Role::Reviewer => self.role_reviewer(),
        }
    }

    /// How a question arrived.
    pub fn channel(self, channel: Channel) -> &'static str {
        match channel {
            Channel::Floor => self.channel_floor(),
            Channel::Slip => self.channel_slip(),
            Channel::Online => self.channel_online(),
            Channel::Bridge => self.channel_bridge(),
        }
    }

    /// What a delegate put forward.
    pub fn question_kind(self, kind: QuestionKind) -> &'static str {
        match kind {
            QuestionKind::Question => self.question_kind_question(),
            QuestionKind::Opinion => self.question_kind_opinion(),
            QuestionKind::Proposal => self.question_kind_proposal(),
        }
    }

    /// "3 câu hỏi", "3 questions".
    pub fn questions_of_kind(self, kind: QuestionKind, count: usize) -> String {
        match (self, kind) {
            (Self::Vi, _) => format!("{count} {}", self.question_kind(kind)),
            (Self::En, QuestionKind::Question) => counted(count, "question", "questions"),
            (Self::En, QuestionKind::Opinion) => counted(count, "opinion", "opinions"),
            (Self::En, QuestionKind::Proposal) => counted(count, "proposal", "proposals"),
        }
    }

    /// How a question arrived, and what it is unless it is a question: "kiến nghị, phiếu", "phiếu".
    pub fn kind_and_channel(self, kind: QuestionKind, channel: Channel) -> String {
        let channel = self.channel(channel);
        match kind {
            QuestionKind::Question => channel.to_owned(),
            QuestionKind::Opinion | QuestionKind::Proposal => {
                format!("{}, {channel}", self.question_kind(kind))
            }
        }
    }

    /// The same, with the remote site by its name where it has one.
    pub fn classified(self, kind: QuestionKind, channel: Channel, point: Option<&str>) -> String {
        match point {
            Some(point) if kind == QuestionKind::Question => self.at_point(point),
            Some(point) => format!("{}, {}", self.question_kind(kind), self.at_point(point)),
            None => self.kind_and_channel(kind, channel),
        }
    }

    /// Who recorded an event: the name in the file, which is "moderator" unless `--by` gives another.
    pub fn recorder(self, by: &str) -> &str {
        match by {
            "moderator" => self.moderator(),
            name => name,
        }
    }

    /// What has become of a question.
    pub fn status(self, status: &Status) -> &'static str {
        match status {
            Status::Queued => self.status_queued(),
            Status::Called { .. } => self.status_called(),
            Status::Answering { .. } => self.status_answering(),
            Status::Answered => self.status_answered(),
            Status::Deferred(_) => self.status_deferred(),
            Status::Referred(_) => self.status_referred(),
            Status::Declined { .. } => self.status_declined(),
            Status::Withdrawn { .. } => self.status_withdrawn(),
            Status::Merged { .. } => self.status_merged(),
            Status::Split { .. } => self.status_split(),
        }
    }

    /// The status of a question, and whether it is answered only in part.
    pub fn standing(self, question: &Question) -> &'static str {
        let in_part =
            question.answers.last().is_some_and(|answer| answer.quality == Quality::Partial);
        match question.status {
            Status::Queued | Status::Answered if in_part => self.partly_answered(),
            _ => self.status(&question.status),
        }
    }

    /// What became of a question, as a heading.
    pub fn outcome(self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Answered => self.paper_answered_fully(),
            Outcome::Partly => self.paper_answered_in_part(),
            Outcome::Deferred => self.paper_written_due(),
            Outcome::Referred => self.paper_referred(),
            Outcome::Declined => self.paper_declined(),
            Outcome::Withdrawn => self.paper_withdrawn(),
            Outcome::Merged => self.paper_merged(),
            Outcome::Split => self.paper_split_up(),
            Outcome::Open => self.paper_no_outcome(),
        }
    }

    /// What a question needs, as the heading of its part of the queue.
    pub fn group(self, group: Group) -> &'static str {
        match group {
            Group::OnTheFloor => self.group_on_the_floor(),
            Group::Ready => self.group_ready(),
            Group::Unrouted => self.group_unrouted(),
            Group::Deferred => self.group_deferred(),
            Group::Answered => self.group_answered(),
            Group::Settled => self.group_settled(),
        }
    }

    /// How far a task has come.
    pub fn progress(self, progress: Progress) -> &'static str {
        match progress {
            Progress::NotStarted => self.progress_not_started(),
            Progress::InProgress => self.progress_in_progress(),
            Progress::Partly => self.progress_partly(),
            Progress::Done => self.progress_done(),
            Progress::Broken => self.progress_broken(),
        }
    }

    /// Whether an answer met the question.
    pub fn quality(self, quality: Quality) -> &'static str {
        match quality {
            Quality::Full => self.quality_full(),
            Quality::Partial => self.quality_partial(),
            Quality::Explained => self.quality_explained(),
        }
    }

    /// The level of the authority to which a question is referred.
    pub fn authority_level(self, level: AuthorityLevel) -> &'static str {
        match level {
            AuthorityLevel::Commune => self.level_commune(),
            AuthorityLevel::Province => self.level_province(),
            AuthorityLevel::Central => self.level_central(),
        }
    }

    /// Whether the dialogue is going on.
    pub fn phase(self, phase: Phase) -> &'static str {
        match phase {
            Phase::NotOpened => self.phase_not_opened(),
            Phase::Running => self.phase_running(),
            Phase::Paused { .. } => self.phase_paused(),
            Phase::Closed { .. } => self.phase_closed(),
        }
    }

    /// A person or a body.
    pub fn responder_kind(self, kind: ResponderKind) -> &'static str {
        match kind {
            ResponderKind::Leader => self.responder_kind_leader(),
            ResponderKind::Agency => self.responder_kind_agency(),
        }
    }

    /// A field of an event, as a form labels it.
    pub fn field(self, field: EventField) -> &'static str {
        match field {
            EventField::Title => self.field_title(),
            EventField::Place => self.field_place(),
            EventField::Chair => self.field_chair(),
            EventField::Secretary => self.field_secretary(),
            EventField::Attendance => self.field_attendance(),
            EventField::Source => self.field_source(),
            EventField::Subject => self.field_subject(),
            EventField::Plan => self.field_plan(),
            EventField::Post => self.field_post(),
            EventField::Point => self.field_point(),
            EventField::Level => self.field_level(),
            EventField::Link => self.field_link(),
            EventField::ReviewedBy => self.field_reviewed_by(),
            EventField::By => self.field_by(),
            EventField::Name => self.field_name(),
            EventField::Short => self.field_short(),
            EventField::Office => self.field_office(),
            EventField::Alias => self.field_alias(),
            EventField::Remit => self.field_remit(),
            EventField::Unit => self.field_unit(),
            EventField::Seat => self.field_seat(),
            EventField::Salt => self.field_salt(),
            EventField::Theme => self.field_theme(),
            EventField::Text => self.field_text(),
            EventField::Why => self.field_why(),
            EventField::To => self.field_to(),
            EventField::Due => self.field_due(),
            EventField::Document => self.field_document(),
            EventField::Support => self.field_support(),
            EventField::Parts => self.field_parts(),
            EventField::Questions => self.field_questions(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Channel, Group, Lang, QuestionKind};

    #[test]
    fn the_glossary_uses_the_terms_of_the_hall() {
        assert_eq!(Lang::Vi.channel(Channel::Bridge), "điểm cầu");
        assert_eq!(Lang::En.question_kind(QuestionKind::Proposal), "proposal");
    }

    #[test]
    fn no_two_groups_of_the_queue_share_a_heading() {
        for lang in [Lang::Vi, Lang::En] {
            let mut headings: Vec<_> = Group::ALL.iter().map(|group| lang.group(*group)).collect();
            headings.sort_unstable();
            headings.dedup();
            assert_eq!(headings.len(), Group::ALL.len());
        }
    }
}
