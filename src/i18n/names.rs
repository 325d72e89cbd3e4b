//! The glossary: what each thing of the dialogue is called, lower case, in both languages.

use super::Lang;
use crate::session::limits::Field;
use crate::session::outcome::Outcome;
use crate::session::payload::{Channel, Progress, Quality, QuestionKind, ResponderKind};
use crate::session::question::{Question, Status};
use crate::session::queue::Group;
use crate::session::state::Phase;

impl Lang {
    /// How a question arrived.
    pub fn channel(self, channel: Channel) -> &'static str {
        match channel {
            Channel::Floor => self.pick("trực tiếp", "floor"),
            Channel::Slip => self.pick("phiếu", "slip"),
            Channel::Online => self.pick("trực tuyến", "online"),
            Channel::Bridge => self.pick("điểm cầu", "bridging point"),
        }
    }

    /// What a delegate put forward.
    pub fn question_kind(self, kind: QuestionKind) -> &'static str {
        match kind {
            QuestionKind::Question => self.pick("câu hỏi", "question"),
            QuestionKind::Opinion => self.pick("ý kiến", "opinion"),
            QuestionKind::Proposal => self.pick("kiến nghị", "proposal"),
        }
    }

    /// What has become of a question.
    pub fn status(self, status: &Status) -> &'static str {
        match status {
            Status::Queued => self.pick("đang chờ", "waiting"),
            Status::Called { .. } => self.pick("được mời phát biểu", "called"),
            Status::Answering { .. } => self.pick("đang trả lời", "being answered"),
            Status::Answered => self.pick("đã trả lời", "answered"),
            Status::Deferred(_) => self.pick("trả lời bằng văn bản sau", "written answer due"),
            Status::Referred(_) => {
                self.pick("chuyển cơ quan có thẩm quyền", "referred to the competent body")
            }
            Status::Declined { .. } => self.pick("không tiếp nhận", "declined"),
            Status::Withdrawn { .. } => self.pick("đã rút", "withdrawn"),
            Status::Merged { .. } => self.pick("đã gộp", "merged"),
            Status::Split { .. } => self.pick("đã tách", "split"),
        }
    }

    /// How a question stands: what has become of it, and whether only in part.
    pub fn standing(self, question: &Question) -> &'static str {
        let in_part =
            question.answers.last().is_some_and(|answer| answer.quality == Quality::Partial);
        match question.status {
            Status::Queued | Status::Answered if in_part => {
                self.pick("đã trả lời một phần", "partly answered")
            }
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
            Group::OnTheFloor => self.pick("trên sàn", "on the floor"),
            Group::Ready => self.pick("sẵn sàng", "ready"),
            Group::Unrouted => self.pick("chưa chuyển", "not routed"),
            Group::Deferred => self.pick("hẹn trả lời", "written answer due"),
            Group::Answered => self.pick("đã trả lời", "answered"),
            Group::Settled => self.pick("đã khép lại", "settled"),
        }
    }

    /// How far a task has come.
    pub fn progress(self, progress: Progress) -> &'static str {
        match progress {
            Progress::NotStarted => self.pick("chưa làm", "not started"),
            Progress::InProgress => self.pick("đang làm", "in progress"),
            Progress::Partly => self.pick("một phần", "partly done"),
            Progress::Done => self.pick("hoàn thành", "done"),
            Progress::Broken => self.pick("không thực hiện", "broken"),
        }
    }

    /// Whether an answer met the question.
    pub fn quality(self, quality: Quality) -> &'static str {
        match quality {
            Quality::Full => self.pick("đầy đủ", "full"),
            Quality::Partial => self.pick("một phần", "partial"),
        }
    }

    /// Whether the dialogue is going on.
    pub fn phase(self, phase: Phase) -> &'static str {
        match phase {
            Phase::NotOpened => self.pick("chưa khai mạc", "not opened"),
            Phase::Running => self.pick("đang diễn ra", "in progress"),
            Phase::Paused { .. } => self.pick("tạm dừng", "paused"),
            Phase::Closed { .. } => self.pick("đã kết thúc", "closed"),
        }
    }

    /// A person or a body.
    pub fn responder_kind(self, kind: ResponderKind) -> &'static str {
        match kind {
            ResponderKind::Leader => self.pick("lãnh đạo", "leader"),
            ResponderKind::Agency => self.pick("cơ quan", "agency"),
        }
    }

    /// The place where words stand, as a form labels it.
    pub fn field(self, field: Field) -> &'static str {
        match field {
            Field::Title => self.pick("tên phiên đối thoại", "the title"),
            Field::Place => self.pick("địa điểm", "the place"),
            Field::Chair => self.pick("người chủ trì phiên", "the chair"),
            Field::Secretary => self.pick("thư ký", "the secretary"),
            Field::Attendance => self.pick("thành phần dự", "the attendance"),
            Field::Source => self.pick("nguồn dựng lại", "the source"),
            Field::By => self.pick("người ghi", "the name of whoever records"),
            Field::Name => self.pick("tên", "the name"),
            Field::Short => self.pick("tên tắt", "the short name"),
            Field::Office => self.pick("chức vụ", "the office held"),
            Field::Alias => self.pick("tên gọi khác", "another name"),
            Field::Remit => self.pick("lĩnh vực phụ trách", "the remit"),
            Field::Unit => self.pick("đơn vị", "the unit"),
            Field::Seat => self.pick("ghế", "the seat"),
            Field::Salt => self.pick("chuỗi ngẫu nhiên của đại biểu", "the delegate's salt"),
            Field::Theme => self.pick("nhóm vấn đề", "the theme"),
            Field::Text => self.pick("nội dung", "the text"),
            Field::Why => self.pick("lý do", "the reason"),
            Field::To => self.pick("nơi nhận", "the body it goes to"),
            Field::Due => self.pick("thời hạn bằng lời", "the deadline in words"),
            Field::Document => self.pick("số văn bản", "the document number"),
            Field::Support => self.pick("danh sách phối hợp", "the list of supporting units"),
            Field::Parts => self.pick("danh sách phần tách", "the list of parts"),
            Field::Questions => self.pick("danh sách câu liên quan", "the list of questions"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Channel, Group, Lang, QuestionKind};

    #[test]
    fn the_glossary_is_the_one_the_hall_speaks() {
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
