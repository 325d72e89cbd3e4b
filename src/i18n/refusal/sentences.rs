//! The sentences of the refusals.

use crate::i18n::sentences;
use crate::session::number::{DelegateNo, QuestionNo, Seq, TaskNo};

sentences! {
    refused_not_opened:
        vi "phiên chưa khai mạc; hãy khai mạc trước",
        en "the session has not been opened; open it first";
    refused_already_opened: vi "phiên đã khai mạc rồi", en "the session was opened already";
    refused_closed:
        vi "phiên đã kết thúc; muốn ghi tiếp, hãy mở lại phiên",
        en "the session is closed; reopen it to record more";
    refused_not_closed:
        vi "phiên chưa kết thúc nên không cần mở lại",
        en "the session is not closed, so there is nothing to reopen";
    refused_not_in_this_role(role: &str): vi "bàn này vào phiên với vai {role}, vai này không ghi bước đó",
        en "this desk has joined as {role}, which does not record this";
    refused_already_paused: vi "phiên đang tạm dừng rồi", en "the session is paused already";
    refused_not_paused:
        vi "phiên không tạm dừng nên không có gì để tiếp tục",
        en "the session is not paused, so there is nothing to resume";
    refused_no_such_question(question: QuestionNo):
        vi "không có câu {question}", en "there is no question {question}";
    refused_no_such_delegate(delegate: DelegateNo):
        vi "không có đại biểu {delegate}; hãy thêm đại biểu trước",
        en "there is no delegate {delegate}; add the delegate first";
    refused_no_such_responder(id: &str):
        vi "không có ai mang mã “{id}” trong danh sách đơn vị trả lời; hãy thêm vào trước",
        en "nobody on the roster has the id “{id}”; add them first";
    refused_no_such_task(task: TaskNo):
        vi "không có nhiệm vụ {task}", en "there is no task {task}";
    refused_no_such_event(event: Seq):
        vi "không có bước {event}", en "there is no event {event}";
    refused_no_such_answer(question: QuestionNo, answer: Seq):
        vi "bước {answer} không phải là câu trả lời còn hiệu lực của câu {question}",
        en "event {answer} is not a standing answer to question {question}";
    refused_no_answer_yet(question: QuestionNo):
        vi "câu {question} chưa có câu trả lời nào để đính chính",
        en "question {question} has no answer to amend yet";
    refused_question_taken(question: QuestionNo):
        vi "số câu {question} đã dùng rồi; hãy để trống cho chương trình tự đánh số",
        en "question number {question} was given before; leave it out and one is given";
    refused_delegate_taken(delegate: DelegateNo):
        vi "số đại biểu {delegate} đã dùng rồi; hãy để trống cho chương trình tự đánh số",
        en "delegate number {delegate} was given before; leave it out and one is given";
    refused_task_taken(task: TaskNo):
        vi "số nhiệm vụ {task} đã dùng rồi; hãy để trống cho chương trình tự đánh số",
        en "task number {task} was given before; leave it out and one is given";
    refused_number_out_of_range(highest: &str):
        vi "số thứ tự phải từ 1 đến {highest}", en "numbers run from 1 to {highest}";
    refused_id_taken(id: &str, name: &str):
        vi "mã “{id}” đã là của {name}; hãy chọn mã khác",
        en "the id “{id}” belongs to {name}; choose another";
    refused_bad_id:
        vi "mã không hợp lệ: chỉ chữ không dấu, chữ số, - _ . và tối đa 64 ký tự",
        en "not a valid id: plain letters, digits, - _ . and at most 64 characters";
    refused_blank(field: &str): vi "{field} còn trống", en "{field} is blank";
    refused_line_end(field: &str):
        vi "{field} có xuống dòng; hãy viết trên một dòng",
        en "{field} has a line end in it; write it on one line";
    refused_too_long(field: &str, length: &str, limit: &str):
        vi "{field} dài {length} ký tự, nhiều nhất là {limit}; hãy rút gọn hoặc tách ra",
        en "{field} has {length} characters, {limit} at most; shorten or divide it";
    refused_too_many(field: &str, limit: &str):
        vi "{field} có nhiều nhất {limit} mục", en "{field} takes at most {limit} entries";
    refused_too_much_text(length: &str, limit: &str):
        vi "một lần ghi có {length} ký tự, nhiều nhất là {limit}; hãy ghi làm nhiều lần",
        en "one entry has {length} characters, {limit} at most; record it in several";
    refused_no_lead(question: QuestionNo):
        vi "câu {question} chưa có đơn vị chủ trì; hãy phân công, hoặc chọn người trả lời",
        en "question {question} has no lead; route it, or choose who answers";
    refused_lead_supports(name: &str):
        vi "{name} đã chủ trì nên không cùng lúc phối hợp",
        en "{name} leads already and cannot support as well";
    refused_named_twice(name: &str):
        vi "{name} được nêu hai lần; hãy bỏ một", en "{name} is named twice; leave one out";
    refused_question_twice(question: QuestionNo):
        vi "câu {question} được nêu hai lần; hãy bỏ một",
        en "question {question} is named twice; leave one out";
    refused_merged_away(question: QuestionNo, into: QuestionNo, event: Seq):
        vi "câu {question} đã gộp vào câu {into}: làm trên câu {into}, hoặc hoàn tác bước {event}",
        en "question {question} was merged into {into}: work on {into}, or undo event {event}";
    refused_split_up(question: QuestionNo, parts: &str, event: Seq):
        vi "câu {question} đã tách thành câu {parts}; hãy làm trên từng phần, hoặc hoàn tác bước {event}",
        en "question {question} was split into {parts}; work on the parts, or undo event {event}";
    refused_declined(question: QuestionNo, event: Seq):
        vi "câu {question} đã ghi không tiếp nhận; hoàn tác bước {event} nếu muốn xét lại",
        en "question {question} was declined; undo event {event} to take it up again";
    refused_withdrawn(question: QuestionNo, event: Seq):
        vi "đại biểu đã rút câu {question}; hoàn tác bước {event} nếu đại biểu muốn nêu lại",
        en "question {question} was withdrawn; undo event {event} if the asker wants it back";
    refused_in_this_status(question: QuestionNo, status: &str):
        vi "câu {question} ở trạng thái “{status}”, không làm được bước này", en "question {question} is {status}: this cannot be done";
    refused_on_the_floor(question: QuestionNo):
        vi "câu {question} đang được mời phát biểu rồi", en "question {question} is on the floor already";
    refused_already_answering(question: QuestionNo, by: &str):
        vi "{by} đang trả lời câu {question} rồi",
        en "{by} is answering question {question} already";
    refused_into_itself(question: QuestionNo):
        vi "không gộp được câu {question} vào chính nó; hãy chọn câu khác",
        en "question {question} cannot be merged into itself; choose another";
    refused_before_itself(question: QuestionNo):
        vi "không xếp được câu {question} trước chính nó",
        en "question {question} cannot stand before itself";
    refused_not_merged(question: QuestionNo):
        vi "câu {question} không gộp vào câu nào", en "question {question} is not merged";
    refused_merged_elsewhere(question: QuestionNo, into: QuestionNo):
        vi "câu {question} gộp vào câu {into}, không phải câu được nêu",
        en "question {question} is merged into {into}, not into the one named";
    refused_asker_twice:
        vi "người nêu được ghi cả bằng số đại biểu lẫn bằng tên; hãy chỉ dùng một cách",
        en "the asker is given both by number and by name; use one of them";
    refused_too_few_parts:
        vi "tách một câu cần ít nhất hai phần", en "a split needs at least two parts";
    refused_answer_without_words:
        vi "câu trả lời còn trống; hãy ghi nội dung trả lời",
        en "the answer is blank; record what was said";
    refused_follows_too_deep(question: QuestionNo, limit: &str):
        vi "câu {question} đã là câu hỏi tiếp thứ {limit} nối nhau; hãy ghi câu mới mà không nối tiếp",
        en "question {question} is the last of {limit} follow-ups in a row; record the new one without following it";
    refused_time_out_of_range(given: &str):
        vi "thời điểm {given} nằm ngoài các năm 1970–9999",
        en "the time {given} is outside the years 1970–9999";
    refused_time_runs_back(given: &str, last: &str):
        vi "thời điểm {given} sớm hơn bước trước đó ({last})",
        en "the time {given} is earlier than the event before it ({last})";
    refused_out_of_sequence(expected: Seq, found: Seq):
        vi "đáng lẽ đến bước {expected} nhưng lại gặp bước {found}",
        en "event {expected} should come here, but event {found} does";
    refused_misplaced_batch(event: Seq):
        vi "bước {event} không khớp với nhóm bước được ghi cùng một lúc",
        en "event {event} does not fit the group of events recorded together";
    refused_not_together:
        vi "không ghi được các bước này cùng một lúc",
        en "these steps cannot be recorded together";
    refused_inside_batch(event: Seq, first: Seq):
        vi "bước {event} được ghi cùng lúc với bước {first}; hãy hoàn tác bước {first}",
        en "event {event} was recorded together with event {first}; undo event {first}";
    refused_undone_too_often(target: Seq, limit: &str):
        vi "không hoàn tác được bước {target}: đã hoàn tác chồng lên nhau quá {limit} lần; hãy hoàn tác chính bước ban đầu",
        en "event {target} cannot be undone: more than {limit} undos stand on one another; undo the event itself";
    refused_too_much_refolded(limit: &str):
        vi "không hoàn tác được nữa: các lần hoàn tác trong phiên này đã phải tính lại quá {limit} bước; hãy ghi thêm bước mới để sửa",
        en "nothing more can be undone: the undos of this session recomputed more than {limit} events; record a correction instead";
    refused_only_read(event: Seq):
        vi "sự kiện {event} là dòng đã được giữ kín: chỉ đọc, không ghi lại được",
        en "event {event} is a withheld line: it is read, and cannot be written";
    refused_writing_ended:
        vi "phiên này không ghi được nữa vì một bước đã ghi không áp dụng được; hãy đóng chương trình rồi mở lại tệp",
        en "nothing more is written to this session as a recorded event could not be applied; quit and open the file again";
    refused_opening_stands:
        vi "không hoàn tác được việc khai mạc", en "the opening cannot be undone";
    refused_already_undone(target: Seq, by: Seq):
        vi "bước {target} đã được hoàn tác; hoàn tác bước {by} nếu muốn làm lại",
        en "event {target} is undone already; undo event {by} to bring it back";
    refused_in_the_way(target: Seq, blocker: Seq):
        vi "chưa hoàn tác được bước {target}; hãy hoàn tác trước: bước {blocker}",
        en "event {target} cannot be undone; first undo event {blocker}";
    refused_nothing_to_undo: vi "không còn gì để hoàn tác", en "there is nothing to undo";
    refused_nothing_to_redo: vi "không có gì để làm lại", en "there is nothing to redo";
    refused_nothing_changes: vi "không có gì thay đổi", en "nothing changes";
    refused_not_of_this_kind(field: &str):
        vi "{field} không dùng cho bước này; hãy bỏ đi",
        en "{field} does not belong here; leave it out";
    refused_not_yet_happened(happened_at: &str, at: &str):
        vi "thời điểm diễn ra {happened_at} muộn hơn lúc ghi {at}",
        en "it cannot have happened at {happened_at}, after it is recorded at {at}";
    refused_stale(seen: Seq, event: Seq):
        vi "bước {event} đã thay đổi nội dung này sau bước {seen} mà người ghi đã xem; hãy xem lại rồi ghi",
        en "event {event} changed the same after event {seen}, the last one seen; look again, then record";
    refused_no_such_statement(event: Seq):
        vi "bước {event} không phải là phát biểu còn hiệu lực",
        en "event {event} is not a standing statement";
    refused_no_such_conclusion(event: Seq):
        vi "bước {event} không phải là kết luận còn hiệu lực",
        en "event {event} is not a standing conclusion";
}
