//! The sentences of the events.

use crate::i18n::{counted, sentences};
use crate::session::number::{DelegateNo, QuestionNo, Seq, TaskNo};

sentences! {
    event_opened(title: &str): vi "khai mạc: {title}", en "opened: {title}";
    nth_time(number: u32): vi "lần thứ {number}", en "no. {number}";
    rebuilt_from(source: &str): vi "lập lại theo {source}", en "rebuilt from {source}";
    event_responder_added(name: &str):
        vi "thêm {name} vào danh sách đơn vị trả lời", en "{name} added to the roster";
    event_delegate_added(number: u32, person: &str):
        vi "đại biểu {number}: {person}", en "delegate {number}: {person}";
    event_delegate_corrected(number: u32, person: &str):
        vi "sửa thông tin đại biểu {number}: {person}", en "details of delegate {number} edited: {person}";
    delegate_numbered(number: DelegateNo): vi "đại biểu {number}", en "delegate {number}";
    seat_named(seat: &str): vi "ghế {seat}", en "seat {seat}";
    anonymous: vi "người không nêu tên", en "an unnamed asker";
    event_asked(question: QuestionNo, kind_and_channel: &str, asker: &str, text: &str):
        vi "câu {question} ({kind_and_channel}) của {asker}: “{text}”",
        en "question {question} ({kind_and_channel}) from {asker}: “{text}”";
    follows(first: QuestionNo): vi "hỏi thêm câu {first}", en "follows up question {first}";
    event_routed(question: QuestionNo, lead: &str):
        vi "phân công {lead} chủ trì trả lời câu {question}", en "question {question} routed to {lead}";
    event_rerouted(question: QuestionNo, lead: &str):
        vi "phân công lại: {lead} chủ trì trả lời câu {question}",
        en "question {question} rerouted to {lead}";
    supporting(names: &str): vi "phối hợp: {names}", en "supporting: {names}";
    leading(name: &str): vi "chủ trì: {name}", en "lead: {name}";
    because(why: &str): vi "lý do: {why}", en "reason: {why}";
    event_edited(question: QuestionNo, text: &str):
        vi "sửa nội dung câu {question} thành “{text}”", en "question {question} now reads “{text}”";
    event_moved_before(question: QuestionNo, before: QuestionNo):
        vi "câu {question} xếp lên trước câu {before}",
        en "question {question} moved before question {before}";
    event_moved_last(question: QuestionNo):
        vi "câu {question} xếp xuống cuối hàng đợi",
        en "question {question} moved to the end of the queue";
    event_called(question: QuestionNo):
        vi "câu {question} được mời phát biểu", en "question {question} called";
    event_answer_started(question: QuestionNo, by: &str):
        vi "{by} bắt đầu trả lời câu {question}", en "{by} begins to answer question {question}";
    event_answered(question: QuestionNo, by: &str, text: &str):
        vi "{by} trả lời câu {question}: “{text}”", en "{by} answers question {question}: “{text}”";
    event_answered_partly(question: QuestionNo, by: &str, text: &str):
        vi "{by} trả lời một phần câu {question}: “{text}”",
        en "{by} partly answers question {question}: “{text}”";
    event_answered_unreported(question: QuestionNo, by: &str):
        vi "{by} trả lời câu {question}, nội dung không được tường thuật",
        en "{by} answers question {question}, the text not reported";
    event_answered_explaining(question: QuestionNo, by: &str, text: &str):
        vi "{by} giải trình, cung cấp thông tin về câu {question}: “{text}”",
        en "{by} explains on question {question}: “{text}”";
    link_named(link: &str): vi "liên kết: {link}", en "link: {link}";
    reviewed_by(name: &str): vi "người xác nhận: {name}", en "confirmed by {name}";
    at_point(point: &str): vi "điểm cầu {point}", en "remote site {point}";
    event_deferred_by(question: QuestionNo, by: &str, due: &str):
        vi "{by} hẹn trả lời câu {question} bằng văn bản; {due}",
        en "{by} to answer question {question} in writing; {due}";
    event_deferred(question: QuestionNo, due: &str):
        vi "hẹn trả lời câu {question} bằng văn bản; {due}",
        en "question {question} to be answered in writing; {due}";
    event_referred(question: QuestionNo):
        vi "câu {question} chuyển cơ quan có thẩm quyền",
        en "question {question} referred to the competent authority";
    event_declined(question: QuestionNo):
        vi "không tiếp nhận câu {question}", en "question {question} declined";
    event_withdrawn(question: QuestionNo):
        vi "đại biểu rút câu {question}", en "question {question} withdrawn";
    belongs_to(name: &str): vi "chuyển đến: {name}", en "to: {name}";
    event_merged(question: QuestionNo, into: QuestionNo):
        vi "câu {question} gộp vào câu {into}", en "question {question} merged into {into}";
    event_unmerged(question: QuestionNo, into: QuestionNo):
        vi "bỏ gộp câu {question} khỏi câu {into}",
        en "question {question} unmerged from {into}";
    event_split(question: QuestionNo, parts: &str):
        vi "câu {question} tách thành câu {parts}", en "question {question} split into {parts}";
    event_statement(by: &str, text: &str):
        vi "{by} phát biểu: “{text}”", en "{by} makes a statement: “{text}”";
    event_conclusion(text: &str): vi "kết luận: “{text}”", en "conclusion: “{text}”";
    questions_numbered(numbers: &str): vi "câu {numbers}", en "questions: {numbers}";
    event_assigned_by(task: TaskNo, by: &str, text: &str):
        vi "{by} giao nhiệm vụ {task}: “{text}”", en "{by} assigns task {task}: “{text}”";
    event_assigned(task: TaskNo, text: &str):
        vi "nhiệm vụ {task}: “{text}”", en "task {task}: “{text}”";
    event_progressed(task: TaskNo, progress: &str):
        vi "nhiệm vụ {task}: {progress}", en "task {task}: {progress}";
    document_numbered(number: &str): vi "văn bản số {number}", en "document no. {number}";
    event_and_more(what: &str, more: usize):
        vi "{what} và {more} bước ghi cùng lúc",
        en ({ format!("{what} and {}", super::super::counted(more, "step more", "steps more")) });
    event_undone(event: Seq, what: &str):
        vi "hoàn tác bước {event}: {what}", en "event {event} undone: {what}";
    event_redone(event: Seq, what: &str):
        vi "làm lại bước {event}: {what}", en "event {event} redone: {what}";
    event_paused: vi "phiên tạm dừng", en "paused";
    event_resumed: vi "phiên tiếp tục", en "resumed";
    event_closed: vi "phiên kết thúc", en "closed";
    event_reopened: vi "phiên được mở lại", en "reopened";
    event_mended: vi "dữ liệu phiên được phục hồi: đã sửa phần cuối ghi dở",
        en "record recovered: its incomplete end was repaired";
    event_recovered_from_box(events: usize):
        vi "dữ liệu phiên được phục hồi: {events} bước lấy lại từ bản sao thứ hai",
        en ({
            let events = counted(events, "event", "events");
            format!("record recovered: {events} restored from the second copy")
        });
    event_recovered_from_file(events: usize):
        vi "dữ liệu phiên được phục hồi: {events} bước được chép bù vào bản sao thứ hai",
        en ({
            let events = counted(events, "event", "events");
            format!("record recovered: {events} added to the second copy, which lacked them")
        });
    event_kept(file: &str): vi "phần hỏng giữ ở {file}", en "the damaged bytes are kept in {file}";
    event_failed_over(from: &str, to: &str, why: &str):
        vi "ghi tiếp vào {to} thay cho {from} (lý do: {why})",
        en "recording continues in {to} instead of {from} (reason: {why})";
    event_withheld_added: vi "thêm một đại biểu (đã ẩn)", en "a delegate added (withheld)";
    event_withheld_corrected:
        vi "sửa thông tin một đại biểu (đã ẩn)", en "a delegate's details edited (withheld)";
    event_withheld(kind: &str):
        vi "một bước đã ẩn nội dung ({kind})", en "an event withheld ({kind})";
    delegate_withheld(number: DelegateNo):
        vi "đại biểu {number} (đã ẩn)", en "delegate {number} (withheld)";
}
