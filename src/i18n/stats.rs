//! The sentences of counts and durations, in tables and in charts.

use super::{Lang, counted, sentences};

sentences! {
    stats_questions: vi "Câu hỏi", en "Questions";
    stats_split_in(parts: &str, put_forward: &str):
        vi "đại biểu nêu {put_forward}, tách thêm {parts}",
        en "{put_forward} put forward, {parts} more by splitting";
    stats_no_questions: vi "Chưa có câu hỏi nào.", en "There are no questions yet.";
    stats_kinds: vi "Loại", en "Kinds";
    stats_channels: vi "Hình thức nêu", en "Channels";
    stats_units: vi "Đơn vị của người nêu", en "Askers' units";
    stats_no_theme: vi "(chưa xếp nhóm)", en "(no theme)";
    stats_no_unit: vi "(không rõ đơn vị)", en "(unit not given)";
    stats_anonymous: vi "(không rõ người nêu)", en "(asker not named)";
    stats_no_lead: vi "(chưa có chủ trì)", en "(no lead)";
    stats_lead: vi "chủ trì", en "lead";
    stats_support: vi "phối hợp", en "supporting";
    stats_answers: vi "trả lời", en "answers";
    stats_delegates: vi "đại biểu", en "delegates";
    stats_others(count: &str): vi "({count} mục khác)", en "({count} others)";
    stats_tasks: vi "Nhiệm vụ", en "Tasks";
    stats_record: vi "Dữ liệu phiên", en "The record";
    stats_statements: vi "phát biểu", en "statements";
    stats_conclusions: vi "kết luận", en "conclusions";
    stats_corrections: vi "lần đính chính", en "corrections";
    stats_undone: vi "bước đã hoàn tác", en "events undone";
    stats_reroutings: vi "lần phân công lại", en "reroutes";

    stats_rebuilt:
        vi "Phiên được lập lại theo nguồn khác, không ai ghi giờ tại chỗ: không tính được thời gian chờ, thời gian trả lời, thời gian phát biểu và độ dài hàng chờ.",
        en "The session was rebuilt from a source and nobody wrote down the times: waiting, answering and speaking time and the length of the queue are not known.";
    stats_waiting_from: vi "từ lúc nêu đến lúc được mời; không tính lúc tạm dừng",
        en "from the asking to the call; pauses not counted";
    stats_answering_from:
        vi "từ lúc bắt đầu trả lời, không rõ thì từ lúc được mời, đến lúc trả lời xong; không tính lúc tạm dừng",
        en "from the beginning of the answer, or the call where none was noted, to its end; pauses not counted";
    stats_waited(count: usize): vi "đo được {count} câu", en ({
        let questions = counted(count, "question", "questions");
        format!("{questions} measured")
    });
    stats_never_up(count: usize): vi "{count} câu chưa được mời lần nào", en "{count} never called";
    stats_answered(count: usize): vi "đo được {count} lượt trả lời", en ({
        let answers = counted(count, "answer", "answers");
        format!("{answers} measured")
    });
    stats_unmeasured(count: usize): vi "{count} lượt không rõ lúc bắt đầu", en "{count} with no beginning noted";
    stats_min: vi "ngắn nhất", en "shortest";
    stats_lower_quartile: vi "25% không quá", en "25% within";
    stats_median: vi "trung vị", en "median";
    stats_upper_quartile: vi "75% không quá", en "75% within";
    stats_ninetieth: vi "90% không quá", en "90% within";
    stats_max: vi "dài nhất", en "longest";
    stats_mean: vi "trung bình", en "mean";
    stats_minutes: vi "phút", en "min";
    stats_queue_is: vi "câu đã nêu, chưa được mời và chưa có kết quả",
        en "questions asked, neither called nor settled";
    stats_peak(count: &str, clock: &str): vi "nhiều nhất {count} câu, lúc {clock}", en "at most {count}, at {clock}";
    stats_waiting_now(count: &str): vi "cuối cùng còn {count} câu", en "{count} at the end";
    stats_never_waited: vi "không câu nào phải chờ", en "nobody had to wait";
    stats_talked(total: &str): vi "cả thảy {total}; không tính lúc tạm dừng", en "{total} in all; pauses not counted";
    stats_from_the_call(time: &str):
        vi "trong đó {time} của người trả lời gồm cả phần đại biểu phát biểu: không ghi lúc bắt đầu trả lời",
        en "{time} of the responders' time includes the delegate's speaking: no beginning of the answer was noted";
    stats_nobody_spoke: vi "Chưa có lượt phát biểu nào được ghi giờ.", en "No speaking time has been recorded yet.";
    stats_nothing_measured: vi "Chưa đo được lần nào.", en "Nothing to measure yet.";
    stats_legend_questions: vi "vạch: số câu", en "bars: questions";
    stats_legend_responders: vi "số câu chủ trì / phối hợp / số lượt trả lời; vạch: số câu chủ trì",
        en "questions led / supported / answers given; bars: questions led";
    stats_legend_waiting: vi "cột: số câu; trục ngang: số phút chờ, không tính lúc tạm dừng",
        en "bars: questions; x axis: minutes waited, pauses not counted";
    stats_legend_answering: vi "cột: số lượt trả lời; trục ngang: số phút, không tính lúc tạm dừng",
        en "bars: answers; x axis: minutes, pauses not counted";
    stats_legend_queue: vi "trục đứng: số câu đã nêu, chưa được mời và chưa có kết quả; trục ngang: giờ",
        en "y axis: questions asked, neither called nor settled; x axis: time of day";
    stats_legend_talking: vi "thời gian phát biểu (phút:giây), tỷ lệ; vạch: thời gian phát biểu",
        en "speaking time (minutes:seconds), share; bars: speaking time";

    stats_brief_responders: vi "câu chủ trì", en "questions led";
    stats_brief_minutes(measured: &str): vi "{measured} theo phút", en "{measured} by minutes";
    stats_turns(count: usize): vi "{count} lượt", en (counted(count, "answer", "answers"));

    chart_outcomes: vi "Kết quả", en "Outcomes";
    chart_themes: vi "Nhóm vấn đề", en "Themes";
    chart_responders: vi "Đơn vị trả lời", en "Responders";
    chart_waiting: vi "Thời gian chờ", en "Waiting time";
    chart_answering: vi "Thời gian trả lời", en "Answering time";
    chart_queue: vi "Hàng chờ", en "The queue";
    chart_speaking: vi "Thời gian phát biểu", en "Speaking time";
}

impl Lang {
    /// A share of a whole, rounded: "78%".
    pub fn stats_percent(self, part: i64, whole: i64) -> String {
        format!("{}%", (part.saturating_mul(200) / whole.max(1) + 1) / 2)
    }

    /// A span as a stopwatch shows it: `3:05`, or `1:02:03` from an hour on.
    pub fn stopwatch(self, millis: i64) -> String {
        let seconds = millis.max(0) / 1000;
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        match hours {
            0 => format!("{minutes}:{seconds:02}"),
            _ => format!("{hours}:{minutes:02}:{seconds:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn a_stopwatch_shows_hours_only_when_there_are_some() {
        assert_eq!(Lang::Vi.stopwatch(185_900), "3:05");
        assert_eq!(Lang::Vi.stopwatch(3_723_000), "1:02:03");
        assert_eq!(Lang::En.stopwatch(0), "0:00");
    }
}
