//! The sentences of the papers: headings, labels and connecting text.

use super::{counted, sentences};
use crate::session::number::{QuestionNo, TaskNo};

sentences! {
    paper_transcript: vi "BẢN GHI PHIÊN ĐỐI THOẠI", en "TRANSCRIPT OF THE DIALOGUE";
    paper_no_title: vi "(phiên chưa khai mạc, chưa có gì được ghi)",
        en "(not opened yet, nothing recorded)";
    paper_nth_time(number: u32): vi "Lần thứ {number}", en "No. {number}";
    paper_in_progress: vi "Bản chưa hoàn chỉnh",
        en "Incomplete transcript";
    paper_so_far(marked: &str, clock: &str): vi "{marked}, ghi đến {clock}",
        en "{marked}, recorded up to {clock}";
    paper_rebuilt(source: &str): vi "Bản ghi này không ghi tại hội trường mà được lập lại theo {source}",
        en "Not recorded in the hall but rebuilt from {source}";
    paper_damaged(damage: &str): vi "Dữ liệu phiên bị hỏng, bản ghi này chỉ gồm phần đọc được: {damage}",
        en "The record is damaged; this transcript holds only what could be read: {damage}";

    paper_place: vi "Địa điểm", en "Place";
    paper_time: vi "Thời gian", en "Time";
    paper_chair: vi "Chủ tọa", en "Chair";
    paper_secretary: vi "Thư ký", en "Secretary";
    paper_attendance: vi "Thành phần", en "Attendance";
    paper_leaders: vi "Lãnh đạo", en "Leaders";
    paper_agencies: vi "Đơn vị", en "Agencies";
    paper_not_recorded: vi "chưa ghi", en "not recorded";
    paper_not_reported: vi "không được tường thuật", en "not reported";
    paper_day_rebuilt(day: &str): vi "{day} (ngày dùng để lập lại; giờ giấc không được tường thuật)",
        en "{day} (the day used for rebuilding; no times were reported)";
    paper_opened_at(moment: &str): vi "Khai mạc lúc {moment}", en "Opened at {moment}";
    paper_from_to(from: &str, to: &str): vi "Từ {from} đến {to}", en "From {from} to {to}";

    paper_roster: vi "NGƯỜI, ĐƠN VỊ TRẢ LỜI", en "RESPONDERS";
    paper_proceedings: vi "DIỄN BIẾN", en "PROCEEDINGS";
    paper_outcomes(count: &str): vi "KẾT QUẢ XỬ LÝ TỪNG CÂU HỎI, Ý KIẾN ({count})", en "OUTCOME OF EACH QUESTION ({count})";
    paper_tasks(count: usize): vi "NHIỆM VỤ ĐƯỢC GIAO ({count})", en "ASSIGNED TASKS ({count})";
    paper_conclusions(count: usize): vi "KẾT LUẬN, NỘI DUNG THỐNG NHẤT ({count})",
        en "CONCLUSIONS AND COMMON POSITIONS ({count})";
    paper_counts: vi "SỐ LIỆU", en "COUNTS";
    paper_open: vi "NỘI DUNG CÒN PHẢI GIẢI QUYẾT", en "OPEN ITEMS";
    paper_corrections: vi "CÁC BƯỚC GHI ĐÃ HỦY", en "UNDONE STEPS";
    paper_fingerprint: vi "MÃ ĐỐI CHIẾU", en "FINGERPRINT OF THE RECORD";

    paper_opening: vi "Khai mạc phiên.", en "The session opens.";
    paper_task(task: TaskNo): vi "Nhiệm vụ {task}", en "Task {task}";
    paper_asked(question: QuestionNo, kind_and_channel: &str, asker: &str):
        vi "Câu {question} ({kind_and_channel}) – {asker}:",
        en "Question {question} ({kind_and_channel}) – {asker}:";
    paper_asker_unnamed: vi "không nêu tên", en "not named";
    paper_asker_unreported: vi "người nêu không được tường thuật", en "the asker was not reported";
    paper_theme(theme: &str): vi "Nhóm vấn đề: {theme}", en "Theme: {theme}";
    paper_follows(question: QuestionNo): vi "Hỏi thêm câu {question}", en "Follows up question {question}";
    paper_answered(question: QuestionNo, by: &str): vi "{by} trả lời câu {question}:",
        en "{by} answers question {question}:";
    paper_answered_partly(question: QuestionNo, by: &str): vi "{by} trả lời một phần câu {question}:",
        en "{by} partly answers question {question}:";
    paper_words_unreported: vi "(Nội dung trả lời không được tường thuật.)",
        en "(The text of the answer was not reported.)";
    paper_amended_later: vi "(Nội dung đã được đính chính.)", en "(As amended.)";
    paper_explained(question: QuestionNo, by: &str):
        vi "{by} giải trình, cung cấp thông tin về câu {question}:",
        en "{by} explains on question {question}:";
    paper_explained_by(by: &str): vi "{by} giải trình, cung cấp thông tin", en "{by}, explaining";
    paper_corrected(thing: &str): vi "Sửa {thing}:", en "Corrected: {thing}:";
    paper_subject: vi "Chủ đề", en "Subject";
    paper_plan: vi "Kế hoạch", en "Plan";
    paper_amended(question: QuestionNo, by: &str): vi "Đính chính câu trả lời của {by} cho câu {question}:",
        en "The answer of {by} to question {question} is amended:";
    paper_edited(question: QuestionNo): vi "Sửa nội dung câu {question}:",
        en "The text of question {question} is edited:";
    paper_before: vi "Trước đó", en "Before";
    paper_now: vi "Nay là", en "Now";
    paper_why: vi "Lý do", en "Reason";
    paper_split(question: QuestionNo): vi "Câu {question} gồm nhiều vấn đề, được tách thành:",
        en "Question {question} holds several issues and is split into:";
    paper_statement(by: &str): vi "{by} phát biểu:", en "{by} makes a statement:";
    paper_concluded: vi "Kết luận:", en "Conclusion:";
    paper_assigned(task: TaskNo, by: &str): vi "{by} giao nhiệm vụ {task}:", en "{by} assigns task {task}:";
    paper_task_recorded(task: TaskNo): vi "Nhiệm vụ {task}:", en "Task {task}:";

    paper_answered_fully: vi "Đã trả lời", en "Answered";
    paper_answered_in_part: vi "Trả lời một phần", en "Partly answered";
    paper_written_due: vi "Hẹn trả lời bằng văn bản", en "Written answer due";
    paper_referred: vi "Chuyển cơ quan có thẩm quyền", en "Referred to the competent authority";
    paper_declined: vi "Không tiếp nhận", en "Declined";
    paper_withdrawn: vi "Đại biểu rút", en "Withdrawn";
    paper_merged: vi "Gộp vào câu khác", en "Merged into another question";
    paper_split_up: vi "Tách thành nhiều câu", en "Split into several questions";
    paper_no_outcome: vi "Chưa có kết quả", en "No outcome yet";
    paper_answer_by(by: &str): vi "{by} trả lời", en "{by}";
    paper_answer_partly_by(by: &str): vi "{by} trả lời một phần", en "{by}, partly";
    paper_at_clock(told: &str, clock: &str): vi "{told} lúc {clock}", en "{told}, at {clock}";
    paper_with_amendment(told: &str): vi "{told} (có đính chính)", en "{told} (amended)";
    paper_owes(by: &str, due: &str): vi "{by} hẹn trả lời bằng văn bản; {due}",
        en "{by} to answer in writing; {due}";
    paper_somebody_owes(due: &str): vi "chưa xác định đơn vị trả lời; {due}",
        en "no responder named; {due}";
    paper_merged_on(into: QuestionNo):
        vi "câu này gộp tiếp vào câu {into}", en "itself merged into question {into}";
    paper_into(question: QuestionNo, outcome: &str): vi "gộp vào câu {question} ({outcome})",
        en "merged into question {question} ({outcome})";
    paper_parts(parts: &str): vi "xem câu {parts}", en "see questions {parts}";
    paper_part_of(question: QuestionNo): vi "tách từ câu {question}", en "part of question {question}";

    paper_task_news(task: TaskNo, news: &str): vi "Nhiệm vụ {task}: {news}.", en "Task {task}: {news}.";
    paper_paused: vi "Phiên tạm dừng", en "The session is paused";
    paper_resumed: vi "Phiên tiếp tục", en "The session resumes";
    paper_closed: vi "Phiên kết thúc", en "The session closes";
    paper_reopened: vi "Phiên được mở lại", en "The session is reopened";

    paper_charged(lead: &str, text: &str): vi "Giao {lead} chủ trì: {text}", en "{lead} to lead: {text}";
    paper_charged_with(lead: &str, support: &str, text: &str):
        vi "Giao {lead} chủ trì, phối hợp với {support}: {text}", en "{lead} to lead, with {support}: {text}";
    paper_charged_support(support: &str, text: &str):
        vi "Giao {support} phối hợp: {text}", en "{support} to support: {text}";
    paper_due_by(day: &str): vi "hoàn thành chậm nhất ngày {day}", en "due by {day}";
    paper_assigner: vi "Người giao", en "Assigned by";
    paper_about: vi "Liên quan", en "Concerns";
    paper_progress: vi "Tiến độ", en "Progress";
    paper_about_questions(numbers: &str): vi "câu {numbers}", en "questions {numbers}";

    paper_count_asked: vi "Câu hỏi, ý kiến tiếp nhận", en "Questions received";
    paper_count_after_splitting: vi "Sau khi tách", en "After splitting";
    paper_count_channels: vi "Hình thức", en "Channels";
    paper_count_levels: vi "Chuyển theo cấp", en "Referred by level";
    paper_count_outcomes: vi "Kết quả", en "Outcomes";
    paper_count_themes: vi "Nhóm vấn đề", en "Themes";
    paper_count_unnamed(count: &str, unnamed: usize): vi "{count} (và {unnamed} câu không rõ người nêu)",
        en ({
            let unnamed = counted(unnamed, "question", "questions");
            format!("{count} (and {unnamed} without a name)")
        });
    paper_count_delegates: vi "Đại biểu nêu câu hỏi", en "Delegates who asked";
    paper_count_tasks: vi "Nhiệm vụ", en "Tasks";
    paper_count_statements: vi "Phát biểu", en "Statements";
    paper_count_conclusions: vi "Kết luận", en "Conclusions";
    paper_without_lead(count: usize): vi "{count} chưa giao đơn vị chủ trì", en "{count} with no lead assigned";
    paper_without_date(count: usize): vi "{count} chưa có thời hạn", en "{count} with no due date";
    paper_none: vi "không có", en "none";
    paper_nothing_open: vi "Không còn nội dung nào.", en "None.";
    paper_nothing_happened: vi "Chưa có gì diễn ra.", en "Nothing has happened yet.";
    paper_open_no_outcome: vi "chưa có kết quả", en "no outcome yet";
    paper_open_partly: vi "trả lời một phần", en "partly answered";
    paper_taken_back(recorded: &str, taken_back: &str): vi "(ghi lúc {recorded}, hủy lúc {taken_back})",
        en "(recorded at {recorded}, undone at {taken_back})";
    paper_locked(events: &str):
        vi "Mã đối chiếu trên được tính từ toàn bộ {events} bước đã ghi: sửa một chữ trong dữ liệu phiên, mã sẽ khác. Mã cho biết dữ liệu có bị sửa sau đó hay không, không bảo đảm rằng điều được ghi là đúng. Lệnh “doithoai verify” đối chiếu mã này với tệp phiên.",
        en "This fingerprint is computed from all {events} recorded events: any change to the record changes it. It shows whether the record was altered afterwards, not whether what was recorded is true. The command “doithoai verify” compares it with the session file.";
    paper_footer(kind: &str, id: &str, checksum: &str): vi "{kind} · {id} · {checksum}",
        en "{kind} · {id} · {checksum}";
    paper_name_transcript: vi "bản ghi", en "transcript";

    paper_ended: vi "Phiên đối thoại đã kết thúc./.", en "The session is closed.";
    paper_ended_at(moment: &str): vi "Phiên đối thoại kết thúc vào {moment}./.",
        en "The session closed at {moment}.";
    paper_signature_of_secretary: vi "THƯ KÝ", en "SECRETARY";
    paper_signature_of_chair: vi "CHỦ TỌA", en "CHAIR";
    paper_how_to_sign: vi "(Ký, ghi rõ họ tên)", en "(Signature, full name)";
}
