//! What is wrong with JSON that a person or a script wrote.

use serde_json::error::Category;

use super::{Lang, words};
use crate::safe_text;

words! {
    json_broken(line: usize, column: usize):
        vi "không phải JSON hợp lệ (dòng {line}, cột {column})",
        en "not valid JSON (line {line}, column {column})";
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
    json_not_an_object: vi "mỗi dòng phải là một đối tượng JSON {{…}}", en "each line must be one JSON object {{…}}";
    json_not_utf8: vi "không phải văn bản UTF-8", en "not UTF-8 text";
    json_too_long: vi "dòng dài quá 256 KiB", en "the line is longer than 256 KiB";
    json_place(fault: &str, line: usize, column: usize): vi "{fault} (dòng {line}, cột {column})",
        en "{fault} (line {line}, column {column})";
}

impl Lang {
    /// The fault in words, to stand after a colon; safe to show.
    pub fn json_fault(self, error: &serde_json::Error) -> String {
        let fault = match error.classify() {
            Category::Eof => self.json_unfinished().to_owned(),
            Category::Syntax | Category::Io => self.json_broken(error.line(), error.column()),
            Category::Data => self.misfit(error),
        };
        safe_text::line(&fault).into_owned()
    }

    fn misfit(self, error: &serde_json::Error) -> String {
        let said = error.to_string();
        let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(fault, _)| fault);
        let fault = self.told(said);
        match (error.line(), error.column()) {
            (0, _) => fault,
            (line, column) => self.json_place(&fault, line, column),
        }
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
            (quoted(word), quoted(known))
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
        assert!(fault(r#"{"command":,}"#).starts_with("không phải JSON hợp lệ (dòng 1, cột "));
        assert!(
            fault(r#"{"command":"call_question","question":"một"}"#)
                .starts_with("giá trị sai kiểu")
        );
    }
}
