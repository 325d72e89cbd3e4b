//! The sentences of the screen: headings, labels and what an empty pane says.

use super::{counted, sentences};
use crate::session::number::{QuestionNo, Seq, TaskNo};
use crate::session::time::Date;

sentences! {
    program_title: vi "Đối thoại", en "Dialogue";
    window_too_small: vi "cửa sổ quá nhỏ", en "window too small";

    is_saved(held: usize, wanted: usize, seq: Seq):
        vi "đã lưu {held}/{wanted} · bước {seq}", en "saved {held}/{wanted} · event {seq}";
    saved_in(held: usize, wanted: usize):
        vi "đã lưu {held}/{wanted}", en "saved {held}/{wanted}";
    is_watched_briefly: vi "chỉ xem", en "view only";
    is_being_saved: vi "đang lưu…", en "saving…";
    is_not_saved(wanted: usize): vi "CHƯA LƯU 0/{wanted}", en "NOT SAVED 0/{wanted}";
    is_not_followed: vi "NGỪNG CẬP NHẬT", en "NOT UPDATING";
    is_watched(seq: Seq): vi "chỉ xem · bước {seq}", en "view only · event {seq}";
    queue_counts(waiting: usize, done: usize, deferred: usize):
        vi "{waiting} chờ · {done} xong · {deferred} hẹn",
        en "{waiting} waiting · {done} answered · {deferred} due";

    on_the_floor: vi "ĐANG PHÁT BIỂU", en "ON THE FLOOR";
    floor_is_empty: vi "Không có ai đang phát biểu", en "No question called";
    publish_by(day: &str): vi "công khai kết luận chậm nhất ngày {day}", en "conclusion to be public by {day}";
    label_publish: vi "kết luận", en "conclusion";
    publish_term(day: &str):
        vi "công khai và gửi các cơ quan chậm nhất ngày {day} (Luật Thanh niên, Điều 10)",
        en "to be public, and sent to the bodies concerned, by {day} (Youth Law, article 10)";
    session_is_over: vi "Phiên đã kết thúc", en "The session is closed";
    coming_next: vi "tiếp theo", en "next";
    is_answering(name: &str): vi "{name} đang trả lời", en "{name} answering";
    is_asking(name: &str): vi "{name} đang nêu", en "{name} speaking";

    queue: vi "Hàng đợi", en "Queue";
    no_question_yet: vi "Chưa có câu hỏi nào. Bấm n để ghi.",
        en "No question yet. Press n to add one.";
    nothing_asked_yet: vi "Chưa có câu hỏi nào.", en "No question yet.";
    nothing_chosen: vi "Câu hỏi", en "Question";
    question_numbered(number: QuestionNo): vi "Câu {number}", en "Question {number}";
    more_below: vi "còn nữa ↓", en "more ↓";
    more_above: vi "còn nữa ↑", en "more ↑";
    promised: vi "hẹn", en "due";
    label_lead: vi "chủ trì", en "lead";
    label_support: vi "phối hợp", en "supporting";
    not_routed_yet: vi "chưa phân công", en "not routed yet";
    label_due: vi "thời hạn", en "due";
    label_owed_by: vi "đơn vị", en "answer by";
    label_why: vi "lý do", en "reason";
    label_to: vi "chuyển đến", en "to";
    label_follows: vi "hỏi thêm", en "follows";
    label_part_of: vi "tách từ", en "part of";
    label_into: vi "gộp vào", en "into";
    merged_here: vi "gộp vào đây", en "merged into this";
    label_parts: vi "gồm", en "parts";
    was_amended: vi "đã đính chính", en "amended";
    words_not_reported: vi "(nguồn không tường thuật nội dung trả lời)",
        en "(the source does not report the text)";

    responders: vi "Đơn vị trả lời", en "Responders";
    short_name: vi "tên", en "name";
    waiting_short: vi "chờ", en "waiting";
    done_short: vi "xong", en "done";
    tasks_counted(count: usize): vi "{count} nhiệm vụ", en (counted(count, "task", "tasks"));
    task_numbered(number: TaskNo): vi "nhiệm vụ {number}", en "task {number}";
    statements_counted(count: usize):
        vi "{count} phát biểu, kết luận", en (counted(count, "statement or conclusion", "statements, conclusions"));
    about_numbers(numbers: &str): vi "câu {numbers}", en "on {numbers}";
    no_statement_yet: vi "Chưa có phát biểu hay kết luận nào. Bấm s hoặc k để ghi.",
        en "No statement or conclusion yet. Press s or k to add one.";
    nothing_stated_yet: vi "Chưa có phát biểu hay kết luận nào.", en "No statement or conclusion yet.";
    no_task_yet: vi "Chưa giao nhiệm vụ nào. Bấm t để giao.", en "No task yet. Press t to add one.";
    nothing_assigned_yet: vi "Chưa giao nhiệm vụ nào.", en "No task yet.";
    no_unit: vi "chưa giao chủ trì", en "no lead";

    adds_responder: vi "thêm người này", en "add them";
    later: vi "để sau", en "later";
    cancel_export: vi "hủy xuất", en "cancel";
    close_box: vi "đóng hộp", en "close";
    stop_playing: vi "dừng", en "pause";
    other_responder: vi "người khác", en "other responder";
    to_question: vi "đến câu", en "to it";
    clear_marks: vi "bỏ chọn", en "clear marks";
    marked_counted(count: usize): vi "{count} câu đã chọn", en (counted(count, "question marked", "questions marked"));
    next_to_route: vi "câu chưa phân công", en "next unrouted";
    to_their_question: vi "đến câu đang chờ", en "to their question";
    as_lead: vi "chủ trì", en "lead";
    as_support: vi "phối hợp", en "supporting";
    drafts_counted(count: usize): vi "{count} bản nháp", en (counted(count, "draft", "drafts"));
    undoes_of_question(number: QuestionNo): vi "hoàn tác (câu {number})", en "undo (question {number})";
    undoes_event(event: Seq): vi "hoàn tác (bước {event})", en "undo (event {event})";
    would_undo(key: &str, event: &str): vi "{key} sẽ hoàn tác: {event}", en "{key} would undo: {event}";
    reopen: vi "mở lại", en "reopen";
    is_a_draft: vi "bản nháp", en "draft";
    enter_adds_responder(typed: &str):
        vi "Enter: thêm “{typed}” vào danh sách", en "Enter: add “{typed}” to the roster";
    goes_to_as_typed(typed: &str):
        vi "ghi nguyên “{typed}”; Enter: thêm vào danh sách",
        en "kept as “{typed}”; Enter adds it to the roster";
    nobody_on_the_roster: vi "Danh sách còn trống: gõ tên rồi Enter.",
        en "The roster is empty: type a name, then Enter.";
    no_question_found: vi "Không thấy câu nào.", en "No question found.";
    nothing_in_session: vi "Không tìm thấy.", en "No matches.";
    nothing_found: vi "Không thấy lệnh nào.", en "No command found.";

    commands: vi "Danh sách lệnh", en "All commands";
    search: vi "Tìm trong phiên", en "Search the session";
    drafts_left(count: usize):
        vi "Còn {count} bản nháp", en (counted(count, "unfinished draft", "unfinished drafts"));
    more_drafts(count: usize): vi "và {count} bản nháp nữa", en "and {count} more";
    take_draft_up: vi "Mở bản nháp ▸?", en "Open the draft ▸?";
    not_all_saved: vi "Chưa lưu được hết", en "Not everything is saved";
    is_being_read: vi "đang đọc…", en "reading…";
    copy_mark_newest: vi "bản mới nhất", en "newest copy";
    copy_mark_older: vi "bản cũ hơn", en "older copy";
    copy_mark_same: vi "bản trùng", en "equal copy";
    copy_is_newest(name: &str): vi "{name} là bản mới nhất trong các tệp của phiên này.",
        en "{name} is the newest of the files that hold this session.";
    copy_is_older(name: &str, other: &str):
        vi "{name} là bản sao cũ hơn của cùng phiên; bản mới hơn là {other}.",
        en "{name} is an older copy of the same session; {other} is newer.";
    copy_is_same(name: &str, other: &str): vi "{name} và {other} là hai bản sao giống nhau của cùng phiên.",
        en "{name} and {other} are equal copies of the same session.";
    one_more_copy: vi "Thêm một bản sao", en "One more copy";
    name_a_copys_folder:
        vi "Gõ thư mục để giữ thêm một bản sao, ví dụ của ổ USB hay ổ mạng, rồi Enter. Rút ổ ra thì việc ghi vẫn tiếp tục; cắm lại là tự chép bù.",
        en "Type a folder to keep one more copy in, such as that of a USB stick or a network drive, then Enter. Recording continues when it is pulled out, and the copy catches up when it is back.";
    name_a_folder:
        vi "Gõ thư mục để ghi tiếp, ví dụ của ổ USB, rồi Enter.",
        en "Type a folder to continue in, such as that of a USB stick, then Enter.";
    or_leave(word: &str):
        vi "Hoặc gõ chữ “{word}” để thoát khi chưa lưu.",
        en "Or type the word “{word}” to quit without saving.";
    leaving_word: vi "thoát", en "quit";
    offered_title: vi "Vừa nhận một đoạn văn bản", en "A text came in";
    offered_comes: vi "Đang nhận…", en "Receiving…";
    offered_asked: vi "Câu mới với đoạn này?", en "A new question with this text?";
    discard_title: vi "Bỏ bản nháp", en "Discard the draft";
    discard_asked: vi "Bỏ hẳn những gì đang gõ?", en "Discard what is being typed?";
    reopen_title: vi "Mở lại phiên đã kết thúc", en "Reopen the closed session";
    reopen_words: vi "Mã đã công bố chỉ còn đúng với phần ghi trước khi mở lại.",
        en "The published fingerprint will cover only what came before.";
    reopen_asked: vi "Mở lại phiên?", en "Reopen it?";
    leave_anyway: vi "Vẫn thoát?", en "Quit anyway?";

    closing_title: vi "Kết thúc phiên: những câu chưa có kết quả",
        en "Closing: questions without an outcome";
    all_have_outcomes: vi "Mọi câu đều đã có kết quả.", en "Every question has an outcome.";
    some_have_no_outcome(count: usize):
        vi "Còn {count} câu chưa có kết quả. Nếu kết thúc bây giờ, sẽ ghi rõ là chưa có kết quả.",
        en ({
            let questions = counted(count, "question has", "questions have");
            format!("{questions} no outcome. If you close now, they are recorded as such.")
        });
    some_drafts_are_left(count: usize):
        vi "Còn {count} bản nháp chưa ghi: Enter viết tiếp, Ctrl+D bỏ.",
        en ({
            let drafts = counted(count, "draft is", "drafts are");
            format!("{drafts} not recorded: Enter continues, Ctrl+D discards.")
        });
    some_are_answered_in_part(count: usize):
        vi "{count} câu mới trả lời một phần.",
        en ({ format!("{} partly answered.", counted(count, "question is", "questions are")) });
    drafts_stay(count: usize):
        vi "Còn {count} bản nháp chưa ghi vào phiên (D để xem).",
        en ({
            let drafts = counted(count, "draft was", "drafts were");
            format!("{drafts} not recorded (D shows them).")
        });
    means_marked: vi "đã chọn, để làm chung nhiều câu", en "marked, to deal with several at once";
    closing_confirms: vi "Ctrl+S kết thúc phiên.", en "Ctrl+S closes the session.";
    is_closed_title: vi "Phiên đã kết thúc", en "The session is closed";
    fingerprint_means:
        vi "Mã đối chiếu của phiên: hãy chép vào biên bản. Sửa một chữ trong dữ liệu, mã sẽ khác.",
        en "Copy this fingerprint into the minutes. Any change to the record changes it.";
    label_file: vi "tệp phiên", en "session";
    write_transcript_now:
        vi "Xuất bản ghi ra tệp ngay bây giờ? (y xuất, n để sau)",
        en "Export the transcript now? (y exports it, n leaves it for later)";
    transcript_is_written(file: &str):
        vi "Đã xuất bản ghi ra {file}; Enter đóng hộp này.",
        en "The transcript is exported to {file}; Enter closes this box.";

    signs: vi "Các dấu", en "Signs";
    means_chosen: vi "dòng đang chọn", en "the chosen row";
    means_floor: vi "đang phát biểu; trong biểu mẫu: chủ trì (○ phối hợp)",
        en "on the floor; in a form: lead (○ supporting)";
    means_clock: vi "đã phát biểu bao lâu (phút:giây)",
        en "how long it has been on the floor (minutes:seconds)";
    means_support: vi "số đơn vị phối hợp", en "so many supporting responders";
    means_follows: vi "hỏi thêm cho câu ở trên", en "follows up the question above";
    means_answered: vi "đã trả lời", en "answered";
    means_partly: vi "trả lời một phần", en "partly answered";
    means_promised: vi "hẹn trả lời bằng văn bản; có thời hạn thì ghi ngày/tháng",
        en "written answer due, with its day where there is one";
    means_referred: vi "chuyển cơ quan có thẩm quyền", en "referred to the competent authority";
    means_declined: vi "không tiếp nhận", en "declined";
    means_withdrawn: vi "đại biểu rút", en "withdrawn";
    means_merged: vi "gộp vào câu có số đứng sau dấu", en "merged into the question numbered";
    means_split: vi "đã tách thành nhiều câu", en "split into several questions";
    means_nothing: vi "không có, chưa có", en "none, not yet";

    today: vi "hôm nay", en "today";
    whole_day(day: Date):
        vi ({ day.day().format("%d/%m/%Y").to_string() }),
        en ({ day.day().format("%Y-%m-%d").to_string() });
    short_day(day: Date):
        vi ({ day.day().format("%d/%m").to_string() }),
        en ({ day.day().format("%-d %b").to_string() });
    is_being_opened(name: &str): vi "Đang mở {name}…", en "Opening {name}…";
    folder_is_being_read: vi "Đang đọc thư mục…", en "Reading the folder…";
    folder_is_empty:
        vi "Chưa có phiên nào trong thư mục này. Bấm n để bắt đầu phiên đầu tiên: chỉ cần một cái tên.",
        en "No session in this folder yet. Press n to begin the first one: a title is enough.";
    is_open_in(pid: u32):
        vi "đang mở ở máy này (tiến trình {pid})", en "open on this machine (process {pid})";
    was_closed: vi "đã kết thúc", en "closed";
    was_rebuilt: vi "lập lại theo nguồn", en "rebuilt from a source";
    is_unfinished: vi "chưa kết thúc", en "not closed";
    is_torn: vi "ghi dở ở cuối: mở sẽ tự sửa", en "incomplete end: opening repairs it";
    is_damaged(from: u64):
        vi "hỏng từ bước {from}: chỉ xem (w)", en "damaged from event {from}: view only (w)";
    damaged_can_be(file: &str, from: u64, path: &str):
        vi "{file} hỏng từ bước {from}: chỉ xem phần còn nguyên vẹn (w), hoặc phục hồi bằng lệnh “doithoai recover {path}”.",
        en "{file} is damaged from event {from}: view the intact part (w), or recover it with “doithoai recover {path}”.";
    cannot_be_read(file: &str, why: &str): vi "{file}: {why}", en "{file}: {why}";
    is_held(pid: u32, user: &str, host: &str):
        vi "{user} đang mở phiên này trên {host} (tiến trình {pid}).",
        en "{user} has this session open on {host} (process {pid}).";
    held_title: vi "Phiên đang được ghi ở nơi khác", en "The session is being written elsewhere";
    is_shared_title: vi "Phiên dùng chung trên máy chủ", en "A session shared on a server";
    copies_differ_title: vi "Hai bản không khớp nhau", en "The copies differ";
    watching_is_possible:
        vi "Mở để chỉ xem? y để xem, n để thôi.",
        en "Open it view only? y opens it, n does not.";
    continue_there: vi "ghi tiếp", en "continue";
}
