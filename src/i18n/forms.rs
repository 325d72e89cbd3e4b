//! The sentences of the forms: titles, labels, options, and what is wrong with what was filled in.

use super::{counted, sentences};

sentences! {
    about_question(action: &str, number: u32): vi "{action} · câu {number}", en "{action} · question {number}";
    about_questions(action: &str, count: usize):
        vi "{action} · {count} câu",
        en ({ format!("{action} · {}", counted(count, "question", "questions")) });
    about_task(action: &str, number: u32): vi "{action} · nhiệm vụ {number}", en "{action} · task {number}";
    codes_stay_as_typed: vi "ô này gõ thẳng", en "typed as is here";
    ways_to_write_due: vi "10/12 · +10n · hoặc ghi bằng chữ", en "10/12 (day/month) · +10d · or words";
    due_will_be(date: &str): vi "ghi: {date}", en "recorded as: {date}";
    due_will_be_words(words: &str): vi "ghi bằng chữ: {words}", en "recorded in words: {words}";
    known_person_is_taken:
        vi "↓ rồi Enter: chọn người đã có trong phiên", en "↓ then Enter: a known delegate";
    earlier_value_is_taken:
        vi "↓ rồi Enter: chọn giá trị đã dùng", en "↓ then Enter: one used before";
    named_at_the_opening: vi "nêu khi khai mạc", en "named at the opening";
    enter_records_route: vi "Enter: ghi phân công này", en "Enter records this routing";
    enter_records_merger: vi "Enter: ghi việc gộp", en "Enter records the merger";
    arrows_choose: vi "← → để chọn", en "← → choose";
    draft_kept(count: usize):
        vi ({ if count > 1 { format!("{count} bản nháp, gần nhất: ") } else { "bản nháp: ".to_owned() } }),
        en ({ if count > 1 { format!("{count} drafts, newest: ") } else { "draft: ".to_owned() } });
    no_such_day(typed: &str, nearest: &str):
        vi "Không có ngày {typed}; ngày gần nhất: {nearest}.",
        en "There is no {typed}; the nearest day is {nearest}.";
    several_title: vi "Nhiều câu cùng lúc", en "Several questions";
    several_asked: vi "Ghi cho tất cả những câu này?", en "Record this for all of them?";
    more_questions(count: usize): vi "và {count} câu nữa", en "and {count} more";
    each_by_its_lead: vi "mỗi câu theo đơn vị chủ trì của câu đó", en "each by the lead of its own";
    past_due_title: vi "Thời hạn đã qua", en "The deadline has passed";
    past_due_words(day: &str):
        vi "Thời hạn là {day}, trước ngày hôm nay.", en "The deadline is {day}, before today.";
    past_due_asked: vi "Vẫn ghi thời hạn này?", en "Record it all the same?";
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
        en "“{typed}” is not a question number; write them like 3, 7, 12.";
    not_a_number(label: &str):
        vi "Ô “{label}” cần một số.", en "“{label}” must be a number.";
    needs_two_parts:
        vi "Cần ít nhất hai phần, cách nhau một dòng trống.",
        en "At least two parts are needed, an empty line between them.";
    nothing_changed: vi "Chưa sửa gì nên không có gì để ghi.", en "Nothing is changed, so there is nothing to record.";

    form_new_question: vi "Câu hỏi mới", en "New question";
    form_edit_question: vi "Sửa câu hỏi", en "Edit";
    form_route: vi "Phân công", en "Route";
    form_answer: vi "Trả lời", en "Answer";
    form_amend_answer: vi "Đính chính câu trả lời", en "Amend the answer";
    form_defer: vi "Hẹn trả lời bằng văn bản", en "Written answer due";
    form_refer: vi "Chuyển cơ quan có thẩm quyền", en "Refer";
    form_decline: vi "Không tiếp nhận", en "Decline";
    form_withdraw: vi "Đại biểu rút", en "Withdraw";
    form_merge: vi "Gộp", en "Merge";
    form_split: vi "Tách", en "Split";
    form_task: vi "Giao nhiệm vụ", en "Assign a task";
    form_progress_task: vi "Tiến độ", en "Progress";
    form_statement: vi "Phát biểu", en "Statement";
    form_conclusion: vi "Kết luận", en "Conclusion";
    form_add_responder: vi "Thêm đơn vị trả lời", en "Add a responder";
    form_name_asker: vi "Người nêu", en "Asked by";
    form_correct_statement: vi "Sửa phát biểu", en "Correct the statement";
    form_correct_conclusion: vi "Sửa kết luận", en "Correct the conclusion";
    form_correct_task: vi "Sửa nhiệm vụ", en "Correct the task";
    form_correct_responder: vi "Sửa đơn vị trả lời", en "Correct the responder";
    form_correct_session: vi "Sửa thông tin phiên", en "Correct the session";
    form_new_session: vi "Phiên mới", en "New session";

    label_of_text: vi "nội dung", en "text";
    label_of_asker: vi "người nêu", en "asked by";
    label_of_unit: vi "đơn vị", en "unit";
    label_of_seat: vi "ghế", en "seat";
    label_of_channel: vi "hình thức", en "channel";
    label_of_point: vi "điểm cầu", en "remote site";
    label_of_person: vi "sửa", en "correct";
    same_person: vi "thông tin của người này, ở mọi câu", en "this person's details, in every question";
    other_person: vi "người khác đã nêu câu này", en "somebody else asked this question";
    label_of_spoken_by: vi "người phát biểu", en "spoken by";
    label_of_post: vi "chức vụ", en "post";
    label_of_level: vi "cấp", en "level";
    not_said: vi "không nêu", en "not said";
    label_of_link: vi "liên kết", en "link";
    label_of_reviewed_by: vi "người xác nhận", en "confirmed by";
    label_of_aliases: vi "tên gọi khác", en "other names";
    label_of_subject: vi "chủ đề", en "subject";
    label_of_plan: vi "số, ngày kế hoạch", en "plan no., date";
    label_of_utc_offset: vi "múi giờ", en "UTC offset";
    speaker_missing: vi "Có chức vụ mà chưa có tên người phát biểu.", en "A post without the name of who spoke.";
    not_an_offset(typed: &str): vi "“{typed}” không phải múi giờ; hãy viết như +07:00.",
        en "“{typed}” is no offset; write it like +07:00.";
    label_of_kind: vi "loại", en "kind";
    label_of_theme: vi "nhóm vấn đề", en "theme";
    label_of_responders: vi "đơn vị trả lời", en "responders";
    label_of_responder: vi "đơn vị trả lời", en "responder";
    label_of_assigned_by: vi "người giao", en "assigned by";
    label_of_answer: vi "câu trả lời của", en "answer by";
    label_of_quality: vi "mức độ", en "quality";
    label_of_why: vi "lý do", en "reason";
    label_of_due: vi "thời hạn", en "due";
    label_of_questions: vi "về các câu", en "questions";
    label_of_into: vi "gộp vào", en "into";
    label_of_to: vi "chuyển đến", en "to";
    label_of_progress: vi "tiến độ", en "progress";
    label_of_document: vi "số văn bản", en "document no.";
    label_of_name: vi "tên", en "name";
    label_of_short: vi "tên tắt", en "short name";
    label_of_responder_kind: vi "là", en "is a";
    label_of_office: vi "chức vụ", en "office";
    label_of_remit: vi "lĩnh vực", en "remit";
    label_of_title: vi "tên phiên", en "title";
    label_of_number: vi "lần thứ", en "number";
    label_of_place: vi "địa điểm", en "place";
    label_of_chair: vi "chủ tọa", en "chair";
    label_of_secretary: vi "thư ký", en "secretary";
    label_of_attendance: vi "thành phần tham dự", en "attendance";
    label_of_roster: vi "đơn vị trả lời", en "roster";
    label_of_charged: vi "đơn vị thực hiện", en "responders";
}
