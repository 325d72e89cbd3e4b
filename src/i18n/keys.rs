//! What each deed is called: in the palette, in the help and on the footer.

use super::{Lang, sentences};
use crate::tui::model::action::Action;
use crate::tui::model::bindings::Scope;

impl Lang {
    /// The deed by name, as the help and the palette call it.
    pub fn action(self, action: Action) -> &'static str {
        let (vi, en) = names(action);
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }

    /// The deed in a word or two, for the footer.
    pub fn action_short(self, action: Action) -> &'static str {
        match short_names(action) {
            Some((vi, _)) if self == Self::Vi => vi,
            Some((_, en)) => en,
            None => self.action(action),
        }
    }

    /// The heading of a scope in the help.
    pub fn scope(self, scope: Scope) -> &'static str {
        match scope {
            Scope::Everywhere => self.scope_everywhere(),
            Scope::Start => self.scope_start(),
            Scope::Desk => self.scope_desk(),
            Scope::Replay => self.scope_replay(),
            Scope::Reading => self.scope_reading(),
            Scope::Notes => self.scope_notes(),
            Scope::Form => self.scope_form(),
            Scope::Pick => self.scope_pick(),
            Scope::List => self.scope_list(),
            Scope::Dialog => self.scope_dialog(),
            Scope::Help => self.scope_help(),
            Scope::Closing => self.scope_closing(),
        }
    }
}

sentences! {
    scope_everywhere: vi "Ở mọi nơi", en "Everywhere";
    scope_start: vi "Màn hình đầu", en "Start screen";
    scope_desk: vi "Bàn điều hành", en "Desk";
    scope_replay: vi "Xem lại", en "Replay";
    scope_reading: vi "Khi đọc bảng trong lúc xem lại", en "Reading over the replay";
    scope_notes: vi "Ghi chú của người xem lại", en "The reviewer's notes";
    scope_form: vi "Khi điền biểu mẫu", en "In a form";
    scope_pick: vi "Khi chọn trong biểu mẫu", en "Choosing in a form";
    scope_list: vi "Tìm kiếm và danh sách lệnh", en "Search and commands";
    scope_dialog: vi "Khi được hỏi", en "When asked";
    scope_help: vi "Trợ giúp", en "Help";
    scope_closing: vi "Khi kết thúc phiên", en "Closing";
}

#[expect(clippy::too_many_lines, reason = "one table: a deed without a name does not compile")]
fn names(action: Action) -> (&'static str, &'static str) {
    match action {
        Action::Up => ("lên một dòng", "up a line"),
        Action::Down => ("xuống một dòng", "down a line"),
        Action::PageUp => ("lên một trang", "up a page"),
        Action::PageDown => ("xuống một trang", "down a page"),
        Action::First => ("về đầu", "to the first"),
        Action::Last => ("về cuối", "to the last"),
        Action::NextPane => ("ô kế tiếp", "next pane"),
        Action::PreviousPane => ("ô trước", "previous pane"),
        Action::Enter => ("mở", "open"),
        Action::Back => ("quay lại", "back"),
        Action::NextToDo => {
            ("đến câu cần xử lý tiếp theo", "choose the next question to be dealt with")
        }
        Action::NaturalStep => (
            "bước tiếp theo của câu đang chọn: chuyển → mời → trả lời → xem",
            "the natural next step of the chosen question: route → call → answer → show",
        ),
        Action::NewQuestion => ("câu hỏi mới", "new question"),
        Action::FollowUp => {
            ("câu hỏi thêm cho câu đang chọn", "new question following up the chosen one")
        }
        Action::Route => ("chuyển đơn vị trả lời", "route to a responder"),
        Action::Call => ("mời phát biểu", "call to the floor"),
        Action::Answer => ("ghi câu trả lời", "log an answer"),
        Action::Defer => ("hẹn trả lời bằng văn bản", "written answer later"),
        Action::Refer => ("chuyển cơ quan có thẩm quyền", "refer to the competent body"),
        Action::Decline => ("không tiếp nhận", "decline"),
        Action::Withdraw => ("đại biểu rút câu hỏi", "withdraw: the delegate takes it back"),
        Action::Merge => ("gộp vào câu khác", "merge into another question"),
        Action::Unmerge => ("thôi gộp", "unmerge"),
        Action::Split => ("tách thành nhiều câu", "split into several questions"),
        Action::EditQuestion => ("sửa lời câu hỏi", "edit the question"),
        Action::AmendAnswer => ("đính chính câu trả lời", "amend the answer"),
        Action::CorrectDelegate => {
            ("sửa tên, đơn vị của đại biểu", "correct the delegate's name or unit")
        }
        Action::AddResponder => ("thêm người hoặc đơn vị trả lời", "add a responder"),
        Action::Statement => ("ghi phát biểu", "log a statement"),
        Action::Conclusion => ("ghi kết luận", "log a conclusion"),
        Action::Task => ("giao nhiệm vụ", "assign a task"),
        Action::ProgressTask => ("cập nhật tiến độ nhiệm vụ", "update a task's progress"),
        Action::MoveUp => ("đưa câu lên một bậc", "move the question up"),
        Action::MoveDown => ("đưa câu xuống một bậc", "move the question down"),
        Action::MoveToTop => ("đưa câu lên đầu nhóm", "move the question to the top"),
        Action::Undo => ("hoàn tác bước vừa ghi", "undo the latest step"),
        Action::UndoHere => {
            ("hoàn tác bước cuối của câu đang chọn", "undo the chosen question's latest step")
        }
        Action::Redo => ("làm lại bước vừa hoàn tác", "redo what was undone"),
        Action::PauseOrResume => ("tạm dừng hoặc tiếp tục phiên", "pause or resume the session"),
        Action::CloseOrReopen => ("kết thúc hoặc mở lại phiên", "close or reopen the session"),
        Action::WriteTranscript => {
            ("in bản ghi ra tệp cạnh phiên", "write the transcript beside the session")
        }
        Action::MoveRecord => {
            ("ghi tiếp ở thư mục khác (ổ USB)", "go on recording in another folder (a USB stick)")
        }
        Action::Drafts => ("mở lại bản nháp gõ dở", "take up a draft again"),
        Action::Play => ("phát hoặc tạm dừng", "play or pause"),
        Action::Faster => ("phát nhanh hơn", "play faster"),
        Action::Slower => ("phát chậm hơn", "play slower"),
        Action::LongerIdle => ("để khoảng lặng dài hơn", "leave lulls longer"),
        Action::ShorterIdle => ("rút ngắn khoảng lặng", "make lulls shorter"),
        Action::StepBack => ("lùi một sự kiện", "back one event"),
        Action::StepOn => ("tới một sự kiện", "on one event"),
        Action::PreviousQuestion => ("về câu hỏi trước", "to the previous question"),
        Action::NextQuestion => ("đến câu hỏi sau", "to the next question"),
        Action::PreviousAnswer => ("về lần trả lời trước", "to the previous answer"),
        Action::NextAnswer => ("đến lần trả lời sau", "to the next answer"),
        Action::PreviousDeferral => ("về lần hẹn trả lời trước", "to the previous promise"),
        Action::NextDeferral => ("đến lần hẹn trả lời sau", "to the next promise"),
        Action::PreviousTask => ("về nhiệm vụ trước", "to the previous task"),
        Action::NextTask => ("đến nhiệm vụ sau", "to the next task"),
        Action::FirstMoment => ("về đầu phiên", "to the beginning"),
        Action::LastMoment => ("đến cuối phiên, theo dõi tiếp", "to the end, following on"),
        Action::GoTo => (
            "đến giờ, sự kiện hoặc câu hỏi: 8:42, +15p, 63, c17",
            "go to a time, an event or a question: 8:42, +15m, 63, c17",
        ),
        Action::GoThere => ("đến đúng lúc đó", "go to that moment"),
        Action::MarkA => ("đánh dấu thời điểm A", "mark moment A"),
        Action::MarkB => ("đánh dấu thời điểm B", "mark moment B"),
        Action::Compare => ("so A với B: điều gì đã khác", "what changed between A and B"),
        Action::Corrections => ("những chỗ đã sửa hoặc hoàn tác", "what was corrected or undone"),
        Action::Charts => ("biểu đồ", "charts"),
        Action::Filter => {
            ("chỉ xem một đơn vị, nhóm vấn đề, kết quả…", "only one responder, theme, outcome…")
        }
        Action::WriteNote => ("ghi chú vào thời điểm này", "write a note on this moment"),
        Action::EditNote => ("sửa ghi chú", "edit the note"),
        Action::Notes => ("các ghi chú", "the notes"),
        Action::Search => ("tìm", "search"),
        Action::Palette => ("mọi lệnh theo tên", "every command by name"),
        Action::Help => ("trợ giúp", "help"),
        Action::Telex => {
            ("đổi kiểu gõ: Telex → VNI → gõ thẳng", "typing: Telex → VNI → as the keys are")
        }
        Action::Language => ("English", "tiếng Việt"),
        Action::Redraw => ("vẽ lại màn hình", "draw the screen again"),
        Action::Theme => ("đổi màu: tối, sáng, không màu", "theme: dark, light, no colour"),
        Action::Suspend => {
            ("tạm ra dấu nhắc lệnh (fg để quay lại)", "suspend to the shell (fg to come back)")
        }
        Action::Quit => ("thoát", "leave"),
        Action::NextField => ("ô kế tiếp", "next field"),
        Action::PreviousField => ("ô trước", "previous field"),
        Action::Confirm => ("ghi", "confirm"),
        Action::ConfirmAndRoute => ("ghi rồi chuyển đơn vị", "confirm, then route"),
        Action::PutAside => ("cất bản nháp", "put aside; the draft is kept"),
        Action::Discard => ("bỏ bản nháp", "discard the draft"),
        Action::PickLead => ("chọn (chủ trì)", "choose (as lead)"),
        Action::PickSupport => ("thêm phối hợp", "add as supporting"),
        Action::Yes => ("có", "yes"),
        Action::No => ("không", "no"),
        Action::NewSession => ("phiên mới", "new session"),
        Action::OpenSession => ("mở phiên", "open the session"),
        Action::ReplaySession => ("xem lại", "replay"),
        Action::FollowUpTasks => ("việc đã hẹn còn chưa xong", "promises to follow up"),
        Action::WatchSession => ("chỉ xem, không ghi", "watch without writing"),
        Action::Refresh => ("đọc lại thư mục", "read the folder again"),
    }
}

fn short_names(action: Action) -> Option<(&'static str, &'static str)> {
    Some(match action {
        Action::Play => ("phát", "play"),
        Action::Faster => ("nhanh hơn", "faster"),
        Action::Slower => ("chậm hơn", "slower"),
        Action::StepOn => ("sự kiện", "event"),
        Action::NextQuestion => ("câu hỏi", "question"),
        Action::NextAnswer => ("trả lời", "answer"),
        Action::GoTo => ("đến", "go to"),
        Action::Compare => ("so A với B", "compare"),
        Action::Corrections => ("chỗ đã sửa", "corrections"),
        Action::Filter => ("lọc", "filter"),
        Action::WriteNote => ("ghi chú", "note"),
        Action::EditNote => ("sửa", "edit"),
        Action::LastMoment => ("cuối phiên", "end"),
        Action::GoThere => ("đến đó", "go there"),
        Action::NewQuestion => ("câu mới", "new"),
        Action::FollowUp => ("hỏi thêm", "follow-up"),
        Action::Route => ("chuyển", "route"),
        Action::Call => ("mời", "call"),
        Action::Answer => ("trả lời", "answer"),
        Action::Defer => ("hẹn văn bản", "defer"),
        Action::Refer => ("chuyển nơi khác", "refer"),
        Action::Decline => ("không nhận", "decline"),
        Action::Withdraw => ("rút", "withdraw"),
        Action::Undo => ("hoàn tác", "undo"),
        Action::Redo => ("làm lại", "redo"),
        Action::Statement => ("phát biểu", "statement"),
        Action::Task => ("giao việc", "task"),
        Action::Search => ("tìm", "search"),
        Action::Palette => ("lệnh", "commands"),
        Action::NaturalStep => ("bước tiếp", "next step"),
        Action::NextToDo => ("câu kế", "next"),
        Action::PickLead => ("chọn", "choose"),
        Action::PickSupport => ("phối hợp", "supporting"),
        Action::PutAside => ("cất", "put aside"),
        Action::ConfirmAndRoute => ("ghi + chuyển", "confirm + route"),
        Action::Discard => ("bỏ", "discard"),
        Action::WatchSession => ("chỉ xem", "watch"),
        Action::Telex => ("kiểu gõ", "typing"),
        Action::Theme => ("màu", "theme"),
        Action::CloseOrReopen => ("kết thúc", "close"),
        Action::ProgressTask => ("tiến độ", "progress"),
        Action::AmendAnswer => ("đính chính", "amend"),
        Action::MoveToTop => ("lên đầu", "to the top"),
        Action::Merge => ("gộp", "merge"),
        Action::UndoHere => ("hoàn tác câu này", "undo here"),
        Action::WriteTranscript => ("in bản ghi", "transcript"),
        Action::Down => ("xuống", "down"),
        Action::PageDown => ("trang sau", "page down"),
        Action::NextField => ("ô kế", "next field"),
        Action::OpenSession => ("mở", "open"),
        Action::FollowUpTasks => ("việc còn lại", "follow-up"),
        Action::Refresh => ("đọc lại", "read again"),
        _ => return None,
    })
}
