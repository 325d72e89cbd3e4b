//! The sentences of a reviewer's notes: where they stand, what flags them, whether they were kept.

use super::{counted, sentences};
use crate::session::number::Seq;

sentences! {
    note_before_all: vi "trước khai mạc", en "before the opening";

    flag_moment_gone(events: u64):
        vi "dữ liệu phiên chỉ còn {events} bước, không tới chỗ được ghi chú",
        en ({
            let events = events_counted(events);
            format!("the record has only {events} and ends before the noted moment")
        });
    flag_rewritten: vi "dữ liệu phiên cho đến chỗ này đã bị thay đổi từ khi ghi chú",
        en "the record up to this moment was changed since the note";
    flag_shortened(events: u64): vi "dữ liệu phiên ngắn hơn khi ghi chú, nay chỉ còn {events} bước",
        en ({
            let events = events_counted(events);
            format!("the record is shorter than when the note was written: {events} now")
        });
    flag_rewritten_later: vi "dữ liệu phiên sau chỗ này đã bị thay đổi từ khi ghi chú",
        en "the record after this moment was changed since the note";
    flag_no_subject(about: &str): vi "phiên không có {about}", en "the session has no {about}";
    flag_undone(by: Seq): vi "bước này đã được hoàn tác (bước {by})",
        en "this event was undone (event {by})";
    flag_went_on(about: &str, count: usize, last: Seq):
        vi "{about} đã có diễn biến mới từ khi ghi chú ({count} bước, mới nhất là bước {last})",
        en ({
            let count = counted(count, "event", "events");
            format!("{about} has {count} since the note (the latest is event {last})")
        });
    flag_grown(by: u64): vi "phiên có thêm {by} bước từ khi ghi chú",
        en ({
            let by = events_counted(by);
            format!("the session has {by} more since the note")
        });

    note_added(id: u32): vi "Đã lưu ghi chú {id}.", en "Note {id} is saved.";
    note_edited(id: u32): vi "Đã sửa ghi chú {id}.", en "Note {id} is changed.";
    note_unchanged: vi "Ghi chú không có gì thay đổi.", en "The note is unchanged.";
    note_kept_beside(id: u32):
        vi "Ghi chú đã đổi ở cửa sổ khác; nội dung vừa gõ lưu thành ghi chú {id}.",
        en "The note changed in another window; your text is saved as note {id}.";
    note_removed(id: u32): vi "Đã xóa ghi chú {id}.", en "Note {id} is removed.";
    note_gone_already(id: u32): vi "Ghi chú {id} đã được xóa từ trước.", en "Note {id} was removed already.";

    notes_cannot_be_kept(why: &str): vi "Không lưu được ghi chú: {why}.", en "Notes cannot be saved: {why}.";
    note_blank: vi "ghi chú còn trống", en "the note is empty";
    note_too_long(length: &str, limit: &str):
        vi "ghi chú có {length} ký tự, nhiều nhất là {limit}",
        en "the note has {length} characters, the most is {limit}";
    note_changed_elsewhere(id: u32):
        vi "ghi chú {id} vừa được sửa ở cửa sổ khác; hãy xem lại rồi hãy xóa",
        en "note {id} was changed in another window; look at it before removing it";
    note_no_number_left: vi "tệp ghi chú không còn số nào để đánh", en "the file has no number left for a note";
    note_file_left_alone(unread: &str):
        vi "{unread}; tệp được giữ nguyên, hãy sửa lại hoặc dời đi chỗ khác",
        en "{unread}; the file is left as it is: repair it, or move it away";
    note_file_taken(path: &str): vi "{path} nay là ghi chú của người khác hoặc của phiên khác",
        en "{path} now holds the notes of somebody else or of another session";
    note_file_read_only(path: &str): vi "{path} chỉ cho đọc", en "{path} is read-only";
    note_too_much(limit: u64): vi "tất cả ghi chú cộng lại vượt quá {limit} MiB",
        en "all notes together would be more than {limit} MiB";
    note_file_busy(path: &str): vi "{path} đang được nơi khác ghi; hãy thử lại",
        en "{path} is being written elsewhere; try again";
    note_file_failed(path: &str, trouble: &str): vi "không ghi được {path}: {trouble}",
        en "{path} cannot be written: {trouble}";

    notes_unread(path: &str, why: &str): vi "không đọc được tệp ghi chú {path}: {why}",
        en "the notes in {path} cannot be read: {why}";
    notes_too_large(limit: u64): vi "tệp lớn quá {limit} MiB", en "the file is larger than {limit} MiB";
    notes_not_a_review: vi "đây không phải tệp ghi chú của doithoai", en "this is not a file of notes of doithoai";
    notes_other_format(format: &str):
        vi "tệp có định dạng {format}, cần phiên bản doithoai mới hơn",
        en "it has the format {format} and needs a newer doithoai";
    notes_id_twice(id: u32): vi "có hai ghi chú cùng mang số {id}", en "two notes have the number {id}";
    notes_two_subjects(id: u32): vi "ghi chú {id} vừa nêu câu hỏi vừa nêu nhiệm vụ",
        en "note {id} names both a question and a task";
    notes_of_another_session: vi "đây là ghi chú của một phiên khác", en "they are of another session";

    paper_notes(count: usize): vi "GHI CHÚ CỦA NGƯỜI RÀ SOÁT ({count})", en "REVIEWERS’ NOTES ({count})";
    paper_notes_apart:
        vi "Các ghi chú sau do người rà soát viết thêm, không thuộc dữ liệu phiên và không nằm trong mã đối chiếu trên.",
        en "These notes were added by those who reviewed the record; they are no part of it, and the fingerprint above does not cover them.";
    paper_note_head(place: &str, reviewer: &str, day: &str): vi "{place} – {reviewer}, {day}:",
        en "{place} – {reviewer}, {day}:";
    paper_note_day(day: &str): vi "viết ngày {day}", en "written on {day}";
    paper_note_day_edited(day: &str, edited: &str): vi "viết ngày {day}, sửa ngày {edited}",
        en "written on {day}, changed on {edited}";
    paper_note_flag: vi "Lưu ý", en "Caution";
    output_is_a_review(path: &str): vi "{path} là tệp ghi chú của người rà soát, không ghi đè.",
        en "{path} holds a reviewer’s notes and is not overwritten.";
    cli_no_notes(path: &str): vi "Chưa có ghi chú nào về {path}; bản ghi được xuất không kèm ghi chú.",
        en "There are no notes on {path}; the transcript is exported without any.";
    cli_notes_left_out(unread: &str): vi "Bỏ qua: {unread}.", en "Left out: {unread}.";
    cli_notes_refused(unread: &str): vi "Không xuất: {unread}.", en "Not exported: {unread}.";
}

fn events_counted(events: u64) -> String {
    counted(usize::try_from(events).unwrap_or(usize::MAX), "event", "events")
}
