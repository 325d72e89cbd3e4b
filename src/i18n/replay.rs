//! The sentences of the replay: its speed, its position, its notices.

use super::{counted, sentences};
use crate::session::number::Seq;

sentences! {
    replay_damaged(why: &str): vi "Chỉ xem được dữ liệu phiên đến đây: {why}",
        en "The record can be seen up to here: {why}";
    replay_speed(times: f64): vi (format!("×{times}").replace('.', ",")), en "×{times}";
    replay_idle(most: &str): vi "trống ≤ {most}", en "idle ≤ {most}";
    replay_idle_whole: vi "đúng giờ thật", en "real time";
    replay_place(moment: usize, of: usize): vi "bước {moment}/{of}", en "event {moment}/{of}";
    replay_is_live: vi "đang cập nhật", en "live";
    replay_nothing_yet: vi "Chưa có bước nào.", en "Nothing has happened yet.";
    replay_undone_at(by: Seq): vi "đã hoàn tác ở bước {by}", en "undone at event {by}";
    replay_asked_before(while_: &str): vi "nêu {while_} trước", en "asked {while_} ago";
    replay_just_asked: vi "vừa nêu", en "just asked";
    replay_read_question: vi "nội dung", en "text";
    charts_whole: vi "cả phiên", en "whole session";
    charts_moment: vi "đến lúc này", en "this moment";
    charts_all: vi "tất cả", en "all charts";
    charts_up_to(moment: &str): vi "đến {moment}", en "up to {moment}";
    next_chart: vi "biểu đồ sau", en "next chart";
    previous_chart: vi "biểu đồ trước", en "previous chart";
    replay_no_such_value: vi "Không tìm thấy.", en "No matches.";
    replay_held_by(name: &str): vi "{name} chủ trì", en "{name} leads";
    replay_asked_by(name: &str, unit: &str): vi (asker(name, unit)), en (asker(name, unit));

    bar_signs: vi "Thanh thời gian", en "Timeline";
    bar_question: vi "câu 17 được mời", en "question 17 is called";
    bar_question_and_more: vi "câu 17 và hai dấu nữa quá sát để tách",
        en "question 17, and two more signs too near to part";
    bar_counted: vi "ba dấu quá sát để tách", en "three signs too near to part";
    bar_turn: vi "một lượt phát biểu: từ lúc mời đến khi có kết quả, dài ngắn theo thời gian",
        en "one turn, from its call to its outcome, as long as it took";
    bar_several: vi "số lượt phát biểu trong một ô; + là từ mười lượt",
        en "turns within one cell; + means ten or more";
    bar_compared: vi "hai thời điểm đem so", en "the two moments that are compared";
    bar_left_out: vi "ngoài bộ lọc", en "left out by the filter";
    bar_position: vi "thời điểm đang xem", en "the moment looked at";
    bar_closed: vi "kết thúc", en "closed";
    bar_paused: vi "tạm dừng", en "paused";
    bar_resumed: vi "tiếp tục", en "resumed";
    bar_reopened: vi "mở lại", en "reopened";
    bar_conclusion: vi "kết luận", en "conclusion";
    bar_task: vi "giao nhiệm vụ", en "task assigned";
    bar_progress: vi "tiến độ nhiệm vụ", en "task progress";
    bar_statement: vi "phát biểu", en "statement";
    bar_break: vi "gián đoạn lâu", en "long gap";
    bar_undo: vi "hoàn tác", en "undo";
    bar_correction: vi "sửa, đính chính", en "correction";
    bar_taken_back: vi "về sau đã hoàn tác", en "undone later";

    replay_go_to: vi "Chuyển đến", en "Go to";
    replay_go_to_hint: vi "8:42 · +15p · -2:30 · 63 (bước) · c17 (câu hỏi)",
        en "8:42 · +15m · -2:30 · 63 (event) · c17 (question)";
    replay_no_such_moment: vi "Phiên này không có thời điểm đó.",
        en "This session has no such moment.";
    replay_notes_left(count: usize):
        vi "Còn {count} ghi chú viết dở; bấm i để viết tiếp.",
        en ({
            let notes = counted(count, "note is", "notes are");
            format!("{notes} unfinished; press i to continue.")
        });
    replay_note_aside: vi "Ghi chú đang gõ dở đã lưu nháp; bấm i để gõ tiếp.",
        en "The unfinished note is kept as a draft; i opens it.";
    replay_not_your_note(reviewer: &str): vi "Ghi chú này của {reviewer}; chỉ người viết sửa được.",
        en "This note is {reviewer}'s; only they change it.";
    replay_note: vi "Ghi chú", en "Note";
    replay_notes: vi "Ghi chú của người rà soát", en "Reviewers' notes";
    replay_no_note_yet: vi "Chưa có ghi chú nào. Bấm i để ghi.", en "No note yet. Press i to add one.";
    replay_note_subject: vi "Tab: gắn vào thời điểm, câu hỏi hoặc nhiệm vụ",
        en "Tab: pin to the moment, the question or the task";
    replay_note_by(reviewer: &str): vi "{reviewer} ghi", en "by {reviewer}";
    replay_remove_title: vi "Xóa ghi chú", en "Remove the note";
    replay_remove_asked: vi "Xóa hẳn ghi chú này?", en "Remove this note for good?";
    replay_leave_title: vi "Còn ghi chú gõ dở", en "A note is unfinished";
    replay_leave_asked: vi "Thoát và bỏ ghi chú đang gõ dở?", en "Quit and lose the unfinished note?";
    replay_undone: vi "(đã hoàn tác)", en "(undone)";
    replay_changes: vi "Điều gì đã khác giữa A và B", en "What changed between A and B";
    replay_between(a: &str, b: &str): vi "A {a}  →  B {b}", en "A {a}  →  B {b}";
    replay_no_change(a: &str, b: &str): vi "Không có gì khác giữa {a} và {b}.",
        en "Nothing changed between {a} and {b}.";
    replay_corrections: vi "Những chỗ đã sửa hoặc hoàn tác", en "What was corrected or undone";
    replay_no_correction: vi "Không có gì được sửa hay hoàn tác.", en "Nothing was corrected or undone.";
    replay_event: vi "Bước đang xem", en "The event";
    replay_charts: vi "Biểu đồ", en "Charts";
    replay_filter: vi "Lọc câu hỏi", en "Filter";
    replay_filtered: vi "lọc", en "filter";
    replay_everything: vi "Tất cả (bỏ lọc)", en "Everything (no filter)";
    replay_by_responder: vi "đơn vị trả lời", en "responder";
    replay_by_theme: vi "nhóm vấn đề", en "theme";
    replay_by_outcome: vi "kết quả", en "outcome";
    replay_by_channel: vi "hình thức nêu", en "channel";
    replay_by_unit: vi "đơn vị của người nêu", en "asker's unit";
    replay_search: vi "Tìm trong toàn bộ nội dung", en "Search all texts";
    search_hint:
        vi "Gõ vài chữ, không cần dấu · “đúng cụm từ” · agency: unit: theme: is: by:",
        en "Letters, without marks too · “exact phrase” · agency: unit: theme: is: by:";
    replay_no_hit: vi "Không tìm thấy.", en "No matches.";
    replay_searched(hundredths: usize): vi "đã tìm {hundredths}%", en "{hundredths}% searched";
    replay_hits(count: usize): vi "{count} chỗ", en (super::counted(count, "place", "places"));
    replay_no_more: vi "Không còn nữa theo hướng này.", en "No more in this direction.";
    replay_nothing_left: vi "Không câu hỏi nào thỏa mọi điều kiện đang lọc.",
        en "No question meets every condition of the filter.";
    replay_marked(letter: char, moment: usize): vi "Đã đánh dấu {letter} tại bước {moment}.",
        en "Marked {letter} at event {moment}.";
    replay_marks_missing: vi "Hãy đánh dấu một thời điểm trước: a là A, b là B.",
        en "Mark a moment first: a marks A, b marks B.";

    /// "3 s", "2 min": how long a pause of the session may last in a replay.
    short_while(seconds: u32):
        vi (match seconds {
            ..60 => format!("{seconds} giây"),
            _ => format!("{} phút", seconds / 60),
        }),
        en (match seconds {
            ..60 => format!("{seconds} s"),
            _ => format!("{} min", seconds / 60),
        });
    /// A span in the largest unit that is precise enough: "40 giây", "13 phút", "2 giờ 5 phút", "3 ngày".
    a_while(millis: i64):
        vi (match Parts::of(millis) {
            Parts { days: days @ 1.., .. } => format!("{days} ngày"),
            Parts { hours: hours @ 1.., minutes: 0, .. } => format!("{hours} giờ"),
            Parts { hours: hours @ 1.., minutes, .. } => format!("{hours} giờ {minutes} phút"),
            Parts { minutes: minutes @ 1.., .. } => format!("{minutes} phút"),
            Parts { seconds, .. } => format!("{seconds} giây"),
        }),
        en (match Parts::of(millis) {
            Parts { days: 1, .. } => "1 day".to_owned(),
            Parts { days: days @ 1.., .. } => format!("{days} days"),
            Parts { hours: hours @ 1.., minutes: 0, .. } => format!("{hours} h"),
            Parts { hours: hours @ 1.., minutes, .. } => format!("{hours} h {minutes} min"),
            Parts { minutes: minutes @ 1.., .. } => format!("{minutes} min"),
            Parts { seconds, .. } => format!("{seconds} s"),
        });
}

fn asker(name: &str, unit: &str) -> String {
    if unit.is_empty() { name.to_owned() } else { format!("{name}, {unit}") }
}

/// A span in days, hours of a day, minutes of an hour and seconds of a minute.
struct Parts {
    days: i64,
    hours: i64,
    minutes: i64,
    seconds: i64,
}

impl Parts {
    fn of(millis: i64) -> Self {
        let seconds = millis.max(0) / 1000;
        let (minutes, hours) = (seconds / 60, seconds / 3600);
        Self { days: hours / 24, hours: hours % 24, minutes: minutes % 60, seconds: seconds % 60 }
    }
}

#[cfg(test)]
mod tests {
    use crate::i18n::Lang;

    #[test]
    fn a_while_is_told_in_the_largest_unit_that_says_enough() {
        let told = [900, 45_000, 780_000, 7_200_000, 7_500_000, 200_000_000]
            .map(|millis| Lang::Vi.a_while(millis));
        assert_eq!(told, ["0 giây", "45 giây", "13 phút", "2 giờ", "2 giờ 5 phút", "2 ngày"]);
        assert_eq!(Lang::En.a_while(100_000_000), "1 day");
    }
}
