//! What is wrong with JSON that a person or a script wrote.

use serde_json::error::Category;

use super::{Lang, words};
use crate::safe_text;

words! {
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
    json_other(fault: &str): vi "giá trị không hợp lệ: {fault}", en "not a valid value: {fault}";
    json_not_an_object: vi "mỗi dòng phải là một đối tượng JSON {…}", en "each line must be one JSON object {…}";
    json_not_utf8: vi "không phải văn bản UTF-8", en "not UTF-8 text";
    json_too_long: vi "dòng dài quá 256 KiB", en "the line is longer than 256 KiB";
    json_bad_time(found: &str): vi "{found} không phải thời điểm RFC 3339, như 2024-03-22T08:00:00+07:00",
        en "{found} is not an RFC 3339 time such as 2024-03-22T08:00:00+07:00";
    json_bad_date(found: &str): vi "{found} không phải ngày dạng YYYY-MM-DD",
        en "{found} is not a date YYYY-MM-DD";
    json_too_deep: vi "ngoặc lồng nhau quá sâu", en "the brackets are nested too deep";
    at_line(fault: &str, line: usize, column: usize): vi "{fault} (dòng {line}, cột {column})",
        en "{fault} (line {line}, column {column})";
    at_column(fault: &str, column: usize): vi "{fault} (cột {column})", en "{fault} (column {column})";
}

impl Lang {
    /// The fault in a file, to stand after a colon; safe to show.
    pub fn json_fault(self, error: &serde_json::Error) -> String {
        let fault = self.fault(error);
        match error.line() {
            0 => fault,
            line => self.at_line(&fault, line, error.column()),
        }
    }

    /// The fault in a document of one line, whose number is said elsewhere.
    pub fn json_fault_in_line(self, error: &serde_json::Error) -> String {
        let fault = self.fault(error);
        match error.line() {
            0 => fault,
            _ => self.at_column(&fault, error.column()),
        }
    }

    fn fault(self, error: &serde_json::Error) -> String {
        let said = error.to_string();
        let fault = match error.classify() {
            Category::Eof => self.json_unfinished().to_owned(),
            Category::Syntax | Category::Io => self.json_broken().to_owned(),
            Category::Data => {
                self.told(said.rsplit_once(" at line ").map_or(&said, |(fault, _)| fault))
            }
        };
        safe_text::line(&fault).into_owned()
    }

    /// What serde says in English, said again in the person's language.
    fn told(self, said: &str) -> String {
        let quoted = |text: &str| text.replace('`', "");
        if let Some(field) = said.strip_prefix("missing field ") {
            return self.json_missing(&quoted(field));
        }
        let split = |rest: &str| {
            let (word, known) = rest.split_once(", ").unwrap_or((rest, ""));
            let known =
                known.trim_start_matches("expected one of ").trim_start_matches("expected ");
            (quoted(word), quoted(known).replace(" or ", ", "))
        };
        if let Some((field, known)) = said.strip_prefix("unknown field ").map(split) {
            return match known.is_empty() || known == "there are no fields" {
                true => self.json_unknown_of_none(&field),
                false => self.json_unknown(&field, &known),
            };
        }
        if let Some((word, known)) = said.strip_prefix("unknown variant ").map(split) {
            return self.json_not_one_of(&word, &known);
        }
        if let Some(key) =
            said.strip_prefix("the key ").and_then(|rest| rest.strip_suffix(" is given twice"))
        {
            return self.json_twice(key);
        }
        if let Some(found) = said.strip_prefix("not an RFC 3339 time: ") {
            return self.json_bad_time(found);
        }
        if let Some(found) = said.strip_prefix("not a date YYYY-MM-DD: ") {
            return self.json_bad_date(found);
        }
        if said.ends_with("brackets deep") {
            return self.json_too_deep().to_owned();
        }
        let kind = said.strip_prefix("invalid type: ").or(said.strip_prefix("invalid value: "));
        match kind.and_then(|rest| rest.split_once(", expected ")) {
            Some((found, expected)) => self.json_kind(&quoted(found), &quoted(expected)),
            None => self.json_other(&quoted(said)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::session::command::Command;
    use crate::words::Lang;

    fn fault(text: &str) -> String {
        let error = serde_json::from_str::<Command>(text).expect_err("a fault");
        Lang::Vi.json_fault(&error)
    }

    #[test]
    fn each_fault_of_a_command_is_told_in_the_persons_language() {
        assert!(fault(r#"{"command":"close","mood":1}"#).starts_with("không có trường mood ở đây"));
        assert!(fault(r#"{"command":"call_question"}"#).starts_with("thiếu trường question"));
        assert!(fault(r#"{"command":"sing"}"#).starts_with("không nhận sing; chỉ nhận: open, "));
        assert!(fault(r#"{"command":"#).starts_with("JSON bị cụt"));
        assert!(fault(r#"{"command":,}"#).starts_with("không phải JSON hợp lệ (dòng 1, cột 12)"));
        assert!(
            fault(r#"{"command":"call_question","question":"một"}"#)
                .starts_with("giá trị sai kiểu")
        );
    }
}
