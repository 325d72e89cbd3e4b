//! The sentences of the papers: headings, labels and connecting text.

use super::{Lang, counted, sentences};
use crate::session::number::{QuestionNo, TaskNo};
use crate::session::payload::Progress;

sentences! {
    paper_transcript: vi "BẢN GHI PHIÊN ĐỐI THOẠI", en "TRANSCRIPT OF THE DIALOGUE";
    paper_no_title: vi "(phiên chưa khai mạc, chưa có gì được ghi)",
        en "(not opened yet, nothing recorded)";
    paper_nth_time(number: u32): vi "lần thứ {number}", en "No. {number}";
    paper_in_progress: vi "đang diễn ra – bản chưa hoàn chỉnh",
        en "in progress – this transcript is not complete";
    paper_so_far(marked: &str, clock: &str): vi "{marked}, ghi đến {clock}",
        en "{marked}, recorded up to {clock}";
    paper_rebuilt(source: &str): vi "Bản này không ghi tại hội trường mà được dựng lại từ {source}",
        en "Not recorded in the hall but rebuilt from {source}";
    paper_damaged(damage: &str): vi "Tệp ghi bị hỏng, bản này chỉ gồm phần đọc được: {damage}",
        en "The record is damaged and this paper holds only what could be read: {damage}";

    paper_place: vi "Địa điểm", en "Place";
    paper_time: vi "Thời gian", en "Time";
    paper_chair: vi "Chủ tọa", en "Chair";
    paper_secretary: vi "Thư ký", en "Secretary";
    paper_attendance: vi "Thành phần", en "Attendance";
    paper_leaders: vi "Lãnh đạo", en "Leaders";
    paper_agencies: vi "Cơ quan", en "Agencies";
    paper_not_recorded: vi "chưa ghi", en "not recorded";
    paper_not_reported: vi "không được tường thuật", en "not reported";
    paper_day_rebuilt(day: &str): vi "{day} (ngày dùng để dựng lại; giờ giấc không được tường thuật)",
        en "{day} (the day used for rebuilding; no times were reported)";
    paper_opened_at(day: &str, clock: &str): vi "{day}, khai mạc lúc {clock}",
        en "{day}, opened at {clock}";
    paper_from_to(day: &str, from: &str, to: &str): vi "{day}, từ {from} đến {to}",
        en "{day}, from {from} to {to}";
    paper_day(day: &str): vi "Ngày {day}", en "{day}";

    paper_roster: vi "NGƯỜI VÀ ĐƠN VỊ TRẢ LỜI", en "RESPONDERS";
    paper_proceedings: vi "DIỄN BIẾN", en "PROCEEDINGS";
    paper_outcomes(count: &str): vi "KẾT QUẢ TỪNG CÂU ({count})", en "WHAT BECAME OF EVERY QUESTION ({count})";
    paper_tasks(count: usize): vi "NHIỆM VỤ ĐƯỢC GIAO ({count})", en "ASSIGNED TASKS ({count})";
    paper_conclusions(count: usize): vi "KẾT LUẬN, NỘI DUNG THỐNG NHẤT ({count})",
        en "CONCLUSIONS AND COMMON POSITIONS ({count})";
    paper_counts: vi "SỐ LIỆU", en "COUNTS";
    paper_open: vi "VIỆC CÒN LẠI", en "WHAT REMAINS OPEN";
    paper_corrections: vi "CÁC BƯỚC ĐÃ HOÀN TÁC", en "STEPS TAKEN BACK";
    paper_fingerprint: vi "DẤU VÂN TAY CỦA BẢN GHI", en "FINGERPRINT OF THE RECORD";

    paper_opening: vi "Khai mạc phiên.", en "The session opens.";
    paper_task(task: TaskNo): vi "Nhiệm vụ {task}", en "Task {task}";
    paper_asked(question: QuestionNo, kind: &str, channel: &str, asker: &str):
        vi "Câu {question} ({kind}, {channel}) – {asker}:",
        en "Question {question} ({kind}, {channel}) – {asker}:";
    paper_asker_unnamed: vi "không nêu tên", en "not named";
    paper_asker_unreported: vi "người hỏi không được tường thuật", en "the asker was not reported";
    paper_theme(theme: &str): vi "Nhóm vấn đề: {theme}", en "Theme: {theme}";
    paper_follows(question: QuestionNo): vi "Hỏi thêm câu {question}", en "Follows up question {question}";
    paper_answered(question: QuestionNo, by: &str): vi "{by} trả lời câu {question}:",
        en "{by} answers question {question}:";
    paper_answered_partly(question: QuestionNo, by: &str): vi "{by} trả lời một phần câu {question}:",
        en "{by} answers question {question} in part:";
    paper_words_unreported: vi "(Lời trả lời không được tường thuật.)",
        en "(The words of the answer were not reported.)";
    paper_amended_later: vi "(Lời này về sau được đính chính.)", en "(These words were amended later.)";
    paper_amended(question: QuestionNo, by: &str): vi "Đính chính câu trả lời của {by} cho câu {question}:",
        en "The answer of {by} to question {question} is amended:";
    paper_edited(question: QuestionNo): vi "Sửa lời câu {question}:",
        en "The words of question {question} are changed:";
    paper_before: vi "Trước đó", en "Before";
    paper_now: vi "Nay là", en "Now";
    paper_why: vi "Lý do", en "Reason";
    paper_split(question: QuestionNo): vi "Câu {question} gồm nhiều vấn đề, được tách thành:",
        en "Question {question} holds several issues and is split into:";
    paper_statement(by: &str): vi "{by} phát biểu:", en "{by} makes a statement:";
    paper_concluded: vi "Kết luận:", en "Conclusion:";
    paper_assigned(task: TaskNo, by: &str): vi "{by} giao nhiệm vụ {task}:", en "{by} assigns task {task}:";
    paper_task_recorded(task: TaskNo): vi "Ghi nhận nhiệm vụ {task}:", en "Task {task} is recorded:";

    paper_answered_fully: vi "Đã trả lời", en "Answered";
    paper_answered_in_part: vi "Mới trả lời một phần", en "Answered in part";
    paper_written_due: vi "Hẹn trả lời bằng văn bản", en "Written answer due";
    paper_referred: vi "Chuyển cơ quan có thẩm quyền", en "Referred to the competent body";
    paper_declined: vi "Không tiếp nhận", en "Declined";
    paper_withdrawn: vi "Người hỏi rút", en "Withdrawn";
    paper_merged: vi "Gộp vào câu khác", en "Merged into another question";
    paper_split_up: vi "Tách thành nhiều câu", en "Split into several questions";
    paper_no_outcome: vi "Chưa có kết quả", en "No outcome yet";
    paper_answer_by(by: &str): vi "{by} trả lời", en "{by}";
    paper_answer_partly_by(by: &str): vi "{by} trả lời một phần", en "{by}, in part";
    paper_at_clock(told: &str, clock: &str): vi "{told} lúc {clock}", en "{told}, at {clock}";
    paper_with_amendment(told: &str): vi "{told} (có đính chính)", en "{told} (amended)";
    paper_owes(by: &str, due: &str): vi "{by} sẽ trả lời bằng văn bản; {due}",
        en "{by} to answer in writing; {due}";
    paper_somebody_owes(due: &str): vi "chưa rõ đơn vị nào trả lời; {due}",
        en "nobody named to answer; {due}";
    paper_into(question: QuestionNo, outcome: &str): vi "gộp vào câu {question} ({outcome})",
        en "merged into question {question} ({outcome})";
    paper_parts(parts: &str): vi "xem câu {parts}", en "see questions {parts}";
    paper_part_of(question: QuestionNo): vi "phần của câu {question}", en "part of question {question}";

    paper_task_news(task: TaskNo, news: &str): vi "Nhiệm vụ {task}: {news}.", en "Task {task}: {news}.";
    paper_not_started: vi "chưa thực hiện", en "not started";
    paper_under_way: vi "đang thực hiện", en "under way";
    paper_partly_done: vi "đã thực hiện một phần", en "partly done";
    paper_done: vi "hoàn thành", en "done";
    paper_not_done: vi "không thực hiện", en "not carried out";
    paper_paused: vi "Phiên tạm dừng", en "The session is paused";
    paper_resumed: vi "Phiên tiếp tục", en "The session goes on";
    paper_closed: vi "Phiên bế mạc", en "The session closes";
    paper_reopened: vi "Phiên được mở lại", en "The session is opened again";
    paper_not_named: vi "chưa có", en "not named";
    paper_not_set: vi "chưa có", en "not set";

    paper_lead: vi "Chủ trì", en "Lead";
    paper_support: vi "Phối hợp", en "Supporting";
    paper_due: vi "Thời hạn", en "Due";
    paper_assigner: vi "Người giao", en "Assigned by";
    paper_about: vi "Liên quan", en "Concerns";
    paper_progress: vi "Tiến độ", en "Progress";
    paper_about_questions(numbers: &str): vi "câu {numbers}", en "questions {numbers}";

    paper_count_asked: vi "Câu hỏi, ý kiến đã nêu", en "Questions";
    paper_count_parts(asked: &str, parts: usize): vi "{asked}; tách thêm {parts}",
        en "{asked}; {parts} more by splitting";
    paper_count_channels: vi "Hình thức", en "Channels";
    paper_count_outcomes: vi "Kết quả", en "Outcomes";
    paper_count_themes: vi "Nhóm vấn đề", en "Themes";
    paper_count_unnamed(count: &str, unnamed: usize): vi "{count} (và {unnamed} câu không nêu tên người hỏi)",
        en ({
            let unnamed = counted(unnamed, "question", "questions");
            format!("{count} (and {unnamed} without a name)")
        });
    paper_count_delegates: vi "Đại biểu nêu câu hỏi", en "Delegates who asked";
    paper_count_tasks: vi "Nhiệm vụ", en "Tasks";
    paper_count_statements: vi "Phát biểu", en "Statements";
    paper_count_conclusions: vi "Kết luận", en "Conclusions";
    paper_without_lead(count: usize): vi "{count} chưa có đơn vị chủ trì", en "{count} with no lead named";
    paper_without_date(count: usize): vi "{count} chưa có thời hạn", en "{count} with no deadline";
    paper_none: vi "không có", en "none";
    paper_nothing_open: vi "Không còn việc nào để ngỏ.", en "Nothing.";
    paper_nothing_happened: vi "Chưa có gì diễn ra.", en "Nothing has happened yet.";
    paper_open_no_outcome: vi "chưa có kết quả", en "no outcome yet";
    paper_open_partly: vi "mới trả lời một phần", en "answered only in part";
    paper_taken_back(recorded: &str, taken_back: &str): vi "(ghi lúc {recorded}, hoàn tác lúc {taken_back})",
        en "(recorded at {recorded}, taken back at {taken_back})";
    paper_locked(events: &str):
        vi "Dấu vân tay trên được tính từ toàn bộ {events} sự kiện đã ghi: chỉ cần đổi một chữ trong bản ghi, dấu vân tay sẽ khác. Nó cho biết bản ghi có bị sửa sau đó hay không, không bảo đảm rằng điều được ghi là đúng. Lệnh “doithoai verify” đối chiếu dấu vân tay này với bản ghi.",
        en "This fingerprint is computed from all {events} recorded events: change one letter of the record and it differs. It shows whether the record was altered afterwards, not whether what was recorded is true. The command “doithoai verify” compares it with the record.";
    paper_footer(id: &str, checksum: &str): vi "doithoai/1 · bản ghi · phiên {id} · {checksum}",
        en "doithoai/1 · transcript · {id} · {checksum}";
}

impl Lang {
    /// How far a task has come, as a paper says it.
    pub fn paper_progress_made(self, progress: Progress) -> &'static str {
        match progress {
            Progress::NotStarted => self.paper_not_started(),
            Progress::InProgress => self.paper_under_way(),
            Progress::Partly => self.paper_partly_done(),
            Progress::Done => self.paper_done(),
            Progress::Broken => self.paper_not_done(),
        }
    }
}
