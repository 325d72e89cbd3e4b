//! What is wrong with JSON that a person or a script wrote.

mod kind;

use super::{Lang, sentences};
use crate::text::json::fault::{JsonFault, JsonProblem, JsonStep};
use crate::text::safe;
use kind::shortened;

sentences! {
    json_broken: vi "không phải JSON hợp lệ", en "not valid JSON";
    json_unfinished: vi "JSON bị cụt, thiếu phần cuối", en "the JSON ends too early";
    json_missing(field: &str): vi "thiếu trường {field}", en "the field {field} is missing";
    json_unknown(field: &str, known: &str): vi "không có trường {field} ở đây; các trường dùng được: {known}",
        en "there is no field {field} here; the fields are: {known}";
    json_unknown_of_none(field: &str): vi "không có trường {field} ở đây", en "there is no field {field} here";
    json_not_one_of(word: &str, known: &str): vi "không nhận {word}; chỉ nhận: {known}",
        en "{word} is not accepted; accepted are: {known}";
    json_twice(field: &str): vi "trường {field} được ghi hai lần", en "the field {field} is given twice";
    json_kind(found: &str, expected: &str): vi "giá trị sai kiểu: gặp {found}, cần {expected}",
        en "a value of the wrong kind: found {found}, needed {expected}";
    json_other: vi "giá trị không hợp lệ", en "not a valid value";
    json_in_field(field: &str, fault: &str): vi "trường {field}: {fault}", en "the field {field}: {fault}";
    json_in_item(number: &str, fault: &str): vi "mục {number}: {fault}", en "item {number}: {fault}";
    json_not_an_object: vi "mỗi dòng phải là một đối tượng JSON {…}", en "each line must be one JSON object {…}";
    json_not_utf8: vi "không phải văn bản UTF-8", en "not UTF-8 text";
    json_too_long: vi "dòng dài quá 256 KiB", en "the line is longer than 256 KiB";
    json_bad_time(found: &str): vi "{found} không phải thời điểm RFC 3339, như 2024-03-22T08:00:00+07:00",
        en "{found} is not an RFC 3339 time such as 2024-03-22T08:00:00+07:00";
    json_bad_date(found: &str): vi "{found} không phải ngày dạng YYYY-MM-DD",
        en "{found} is not a date YYYY-MM-DD";
    json_bad_offset(found: &str): vi "{found} không phải độ lệch giờ dạng +07:00",
        en "{found} is not an offset such as +07:00";
    json_date_out_of_range(found: &str): vi "ngày {found} nằm ngoài các năm 1000–9999",
        en "the date {found} is outside the years 1000–9999";
    json_bad_fingerprint: vi "không phải mã đối chiếu dạng N:64 chữ số hex",
        en "not a fingerprint N:64 hex digits";
    json_too_deep: vi "ngoặc lồng nhau quá sâu", en "the brackets are nested too deep";
    at_line(fault: &str, line: usize, column: usize): vi "{fault} (dòng {line}, cột {column})",
        en "{fault} (line {line}, column {column})";
    at_column(fault: &str, column: usize): vi "{fault} (cột {column})", en "{fault} (column {column})";
}

impl Lang {
    /// The fault in a file, to stand after a colon; safe to show.
    pub fn json_fault(self, fault: &JsonFault) -> String {
        let said = self.fault(fault);
        match fault.place {
            Some(place) => self.at_line(&said, place.line, place.column),
            None => said,
        }
    }

    /// The fault in a document of one line, whose number is given elsewhere.
    pub fn json_fault_in_line(self, fault: &JsonFault) -> String {
        let said = self.fault(fault);
        match fault.place {
            Some(place) => self.at_column(&said, place.column),
            None => said,
        }
    }

    fn fault(self, fault: &JsonFault) -> String {
        let mut said = self.json_problem(&fault.problem);
        for step in fault.path.iter().rev() {
            said = match step {
                JsonStep::Field(field) => self.json_in_field(&shortened(field), &said),
                JsonStep::Item(place) => self.json_in_item(&self.number(place + 1), &said),
            };
        }
        safe::line(&said).into_owned()
    }

    fn json_problem(self, problem: &JsonProblem) -> String {
        match problem {
            JsonProblem::Broken => self.json_broken().to_owned(),
            JsonProblem::Unfinished => self.json_unfinished().to_owned(),
            JsonProblem::TooDeep => self.json_too_deep().to_owned(),
            JsonProblem::KeyTwice(key) => self.json_twice(&shortened(key)),
            JsonProblem::MissingField(field) => self.json_missing(field),
            JsonProblem::UnknownField { field, known: [] } => {
                self.json_unknown_of_none(&shortened(field))
            }
            JsonProblem::UnknownField { field, known } => {
                self.json_unknown(&shortened(field), &known.join(", "))
            }
            JsonProblem::UnknownWord { word, known } => {
                self.json_not_one_of(&shortened(word), &known.join(", "))
            }
            JsonProblem::WrongKind { found, needed } => {
                self.json_kind(&self.found_kind(found), &self.needed_kind(*needed))
            }
            JsonProblem::NotATime(found) => self.json_bad_time(&quoted(found)),
            JsonProblem::NotADate(found) => self.json_bad_date(&quoted(found)),
            JsonProblem::NotAnOffset(found) => self.json_bad_offset(&quoted(found)),
            JsonProblem::DateOutOfRange(found) => self.json_date_out_of_range(&quoted(found)),
            JsonProblem::NotAFingerprint => self.json_bad_fingerprint().to_owned(),
            JsonProblem::NotTaken => self.json_other().to_owned(),
        }
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", shortened(text))
}

#[cfg(test)]
mod tests {
    use crate::i18n::Lang;
    use crate::import::command::{CommandFault, read_line};
    use crate::text::json::fault::JsonFault;
    use crate::text::json::read::check;

    fn broken(text: &str) -> JsonFault {
        check(text).expect_err("a fault")
    }

    fn told(text: &str, lang: Lang) -> String {
        match read_line(text.as_bytes()) {
            Err(CommandFault::Json(fault)) => lang.json_fault(&fault),
            other => panic!("{other:?}"),
        }
    }

    fn fault(text: &str) -> String {
        told(text, Lang::Vi)
    }

    #[test]
    fn each_fault_of_a_command_is_in_the_persons_language() {
        assert!(fault(r#"{"command":"close","mood":1}"#).starts_with("không có trường mood ở đây"));
        assert!(fault(r#"{"command":"call_question"}"#).starts_with("thiếu trường question"));
        assert!(fault(r#"{"command":"#).starts_with("JSON bị cụt"));
        assert!(fault(r#"{"command":,}"#).starts_with("không phải JSON hợp lệ (dòng 1, cột 12)"));
    }

    #[test]
    fn an_unknown_command_is_offered_those_that_are_taken() {
        let told = fault(r#"{"command":"sing"}"#);
        assert!(
            told.starts_with("trường command: không nhận sing; chỉ nhận: add_responder, "),
            "{told}"
        );
        let told = fault(r#"{"command":"a, expected b"}"#);
        assert!(
            told.starts_with("trường command: không nhận a, expected b; chỉ nhận: add_responder, "),
            "{told}"
        );
    }

    #[test]
    fn kinds_of_values_are_named_without_serdes_english() {
        for (wrong, vi, en) in [
            (
                r#""call_question","question":"một""#,
                "gặp chuỗi chữ “một”, cần số nguyên từ 0 đến 4.294.967.295",
                "found the text “một”, needed a whole number from 0 to 4,294,967,295",
            ),
            (
                r#""call_question","question":-1"#,
                "gặp số -1, cần số nguyên",
                "found the number -1, needed a whole",
            ),
            (
                r#""call_question","question":1.5"#,
                "gặp số 1.5, cần số nguyên",
                "found the number 1.5, needed a whole",
            ),
            (
                r#""call_question","question":null"#,
                "gặp null, cần số nguyên",
                "found null, needed a whole",
            ),
            (
                r#""call_question","question":true"#,
                "gặp true, cần số nguyên",
                "found true, needed a whole",
            ),
            (
                r#""ask_question","text":5"#,
                "gặp số 5, cần chuỗi chữ trong ngoặc kép",
                "found the number 5, needed a text in quotes",
            ),
            (
                r#""ask_question","text":["a"]"#,
                "gặp một danh sách […], cần chuỗi",
                "found a list […], needed a text",
            ),
            (
                r#""ask_question","text":{}"#,
                "gặp một đối tượng {…}, cần chuỗi",
                "found an object {…}, needed a text",
            ),
            (
                r#""ask_question","text":"a","kind":5"#,
                "gặp số 5, cần một trong các từ",
                "found the number 5, needed one of the words",
            ),
            (
                r#""ask_question","text":"a","asker":3"#,
                "gặp số 3, cần một đối tượng {…}",
                "found the number 3, needed an object {…}",
            ),
            (
                r#""ask_question","text":"a","asker":[]"#,
                "gặp một danh sách […], cần một đối tượng {…}",
                "found a list […], needed an object {…}",
            ),
            (
                r#""split_question","question":1,"parts":{}"#,
                "gặp một đối tượng {…}, cần một danh sách […]",
                "found an object {…}, needed a list […]",
            ),
            ("7", "gặp số 7, cần một trong các từ", "found the number 7, needed one of the words"),
        ] {
            let text = format!("{{\"command\":{wrong}}}");
            assert!(fault(&text).contains(vi), "{}", fault(&text));
            assert!(told(&text, Lang::En).contains(en), "{}", told(&text, Lang::En));
        }
    }

    #[test]
    fn the_value_that_is_wrong_is_named_by_its_way_and_its_place() {
        assert_eq!(
            told(
                r#"{"command":"split_question","question":1,"parts":[{"text":"a"},{"text":5}]}"#,
                Lang::En
            ),
            "the field parts: item 2: the field text: a value of the wrong kind: found the number 5, needed a \
             text in quotes (line 1, column 72)"
        );
        assert_eq!(
            told(r#"{"command":"defer_question","question":1,"due":"31/12"}"#, Lang::Vi),
            "trường due: \"31/12\" không phải ngày dạng YYYY-MM-DD (dòng 1, cột 48)"
        );
        assert!(
            fault(r#"{"command":"close","at":"hôm qua"}"#)
                .starts_with("trường at: \"hôm qua\" không phải thời điểm")
        );
    }

    #[test]
    fn columns_are_counted_in_letters_from_1() {
        let fault = broken("{\"Đường\" 1}");
        assert_eq!(Lang::En.json_fault_in_line(&fault), "not valid JSON (column 10)");
    }

    #[test]
    fn a_long_unknown_word_is_cut() {
        let told = fault(&format!(r#"{{"command":"{}"}}"#, "x".repeat(5000)));
        assert!(told.len() < 1000, "{told}");
    }
}
