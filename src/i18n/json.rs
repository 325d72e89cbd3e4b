//! What is wrong with JSON that a person or a script wrote.

mod kind;

use serde_json::error::Category;

use super::{Lang, sentences};
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
    json_not_an_object: vi "mỗi dòng phải là một đối tượng JSON {…}", en "each line must be one JSON object {…}";
    json_not_utf8: vi "không phải văn bản UTF-8", en "not UTF-8 text";
    json_too_long: vi "dòng dài quá 256 KiB", en "the line is longer than 256 KiB";
    json_bad_time(found: &str): vi "{found} không phải thời điểm RFC 3339, như 2024-03-22T08:00:00+07:00",
        en "{found} is not an RFC 3339 time such as 2024-03-22T08:00:00+07:00";
    json_bad_date(found: &str): vi "{found} không phải ngày dạng YYYY-MM-DD",
        en "{found} is not a date YYYY-MM-DD";
    json_date_out_of_range(found: &str): vi "ngày {found} nằm ngoài các năm 1000–9999",
        en "the date {found} is outside the years 1000–9999";
    json_bad_fingerprint: vi "không phải dấu vân tay dạng N:64 chữ số hex",
        en "not a fingerprint N:64 hex digits";
    json_too_deep: vi "ngoặc lồng nhau quá sâu", en "the brackets are nested too deep";
    at_line(fault: &str, line: usize, column: usize): vi "{fault} (dòng {line}, cột {column})",
        en "{fault} (line {line}, column {column})";
    at_column(fault: &str, column: usize): vi "{fault} (cột {column})", en "{fault} (column {column})";
}

impl Lang {
    /// The fault in a file, to stand after a colon; safe to show. `text` is the line it is in.
    pub fn json_fault(self, error: &serde_json::Error, text: &str) -> String {
        let fault = self.fault(error);
        match error.line() {
            0 => fault,
            line => self.at_line(&fault, line, column(error, text)),
        }
    }

    /// The fault in a document of one line, whose number is given elsewhere.
    pub fn json_fault_in_line(self, error: &serde_json::Error, text: &str) -> String {
        let fault = self.fault(error);
        match error.line() {
            0 => fault,
            _ => self.at_column(&fault, column(error, text)),
        }
    }

    fn fault(self, error: &serde_json::Error) -> String {
        let said = error.to_string();
        let said = match (error.line(), said.rsplit_once(" at line ")) {
            (1.., Some((fault, _))) => fault,
            _ => &said,
        };
        let fault = match error.classify() {
            Category::Eof => self.json_unfinished().to_owned(),
            Category::Syntax | Category::Io => self.json_broken().to_owned(),
            Category::Data => self.told(said),
        };
        safe::line(&fault).into_owned()
    }

    /// serde's English message in the person's language.
    fn told(self, said: &str) -> String {
        if let Some(field) = said.strip_prefix("missing field ") {
            return self.json_missing(&bare(field));
        }
        if let Some((field, known)) = said.strip_prefix("unknown field ").map(parted) {
            return match known.is_empty() {
                true => self.json_unknown_of_none(&field),
                false => self.json_unknown(&field, &known),
            };
        }
        if let Some((word, known)) = said.strip_prefix("unknown variant ").map(parted) {
            return self.json_not_one_of(&word, &known);
        }
        if let Some(key) =
            said.strip_prefix("the key ").and_then(|rest| rest.strip_suffix(" is given twice"))
        {
            return self.json_twice(&shortened(key.trim_matches('"')));
        }
        if let Some(field) = said.strip_prefix("duplicate field ") {
            return self.json_twice(&bare(field));
        }
        if said == "not a fingerprint" {
            return self.json_bad_fingerprint().to_owned();
        }
        if let Some(found) = said.strip_prefix("not an RFC 3339 time: ") {
            return self.json_bad_time(&shortened(found));
        }
        if let Some(found) = said.strip_prefix("not a date YYYY-MM-DD: ") {
            return self.json_bad_date(&shortened(found));
        }
        if let Some(found) = said.strip_prefix("a date out of range: ") {
            return self.json_date_out_of_range(&shortened(found));
        }
        if said.ends_with("brackets deep") {
            return self.json_too_deep().to_owned();
        }
        self.told_of_kinds(said).unwrap_or_else(|| self.json_other().to_owned())
    }

    fn told_of_kinds(self, said: &str) -> Option<String> {
        let (found, needed) = said.rsplit_once(", expected ")?;
        let needed = self.needed_kind(needed);
        if let Some(length) = found.strip_prefix("invalid length ") {
            return Some(self.json_kind(&self.kind_list_of(length), &needed));
        }
        let found =
            found.strip_prefix("invalid type: ").or(found.strip_prefix("invalid value: "))?;
        Some(self.json_kind(&self.found_kind(found), &needed))
    }
}

fn bare(text: &str) -> String {
    shortened(&text.replace('`', ""))
}

/// The given word, and the words that are accepted.
fn parted(rest: &str) -> (String, String) {
    let (word, known) = rest.rsplit_once("`, expected ").unwrap_or_else(|| {
        (rest.rsplit_once("`, there are no ").map_or(rest, |(word, _)| word), "")
    });
    let known = known.trim_start_matches("one of ").replace('`', "").replace(" or ", ", ");
    // The opening is `new`'s: every file has one, so no command of that name is ever accepted.
    let known = known.strip_prefix("open, ").unwrap_or(&known).to_owned();
    (bare(word), known)
}

/// Counted in characters from 1, as editors do; serde counts bytes.
fn column(error: &serde_json::Error, text: &str) -> usize {
    let read = text.bytes().take(error.column());
    read.filter(|byte| byte & 0xc0 != 0x80).count().max(1)
}

#[cfg(test)]
mod tests {
    use crate::i18n::Lang;
    use crate::session::command::Command;

    fn told(text: &str, lang: Lang) -> String {
        let error = serde_json::from_str::<Command>(text).expect_err("a fault");
        lang.json_fault(&error, text.lines().nth(error.line().saturating_sub(1)).unwrap_or(""))
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
        assert!(told.starts_with("không nhận sing; chỉ nhận: add_responder, "), "{told}");
        let told = fault(r#"{"command":"a, expected b"}"#);
        assert!(told.starts_with("không nhận a, expected b; chỉ nhận: add_responder, "), "{told}");
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
                "gặp số 5, cần một trong các từ được phép",
                "found the number 5, needed one of the words allowed",
            ),
            (
                r#""ask_question","text":"a","asker":3"#,
                "gặp số 3, cần một đối tượng {…}",
                "found the number 3, needed an object {…}",
            ),
            (
                r#""ask_question","text":"a","asker":[]"#,
                "gặp một danh sách 0 mục, cần một đối tượng {…}",
                "found a list of 0, needed an object {…}",
            ),
            (
                r#""split_question","question":1,"parts":{}"#,
                "gặp một đối tượng {…}, cần một danh sách […]",
                "found an object {…}, needed a list […]",
            ),
            (
                "7",
                "gặp số 7, cần một trong các từ được phép",
                "found the number 7, needed one of the words allowed",
            ),
        ] {
            let text = format!("{{\"command\":{wrong}}}");
            assert!(fault(&text).contains(vi), "{}", fault(&text));
            assert!(told(&text, Lang::En).contains(en), "{}", told(&text, Lang::En));
        }
        assert!(
            fault("5").contains("gặp số 5, cần một đối tượng {…} (dòng 1, cột 1)"),
            "{}",
            fault("5")
        );
    }

    #[test]
    fn columns_are_counted_in_letters_from_1() {
        let error = serde_json::from_str::<Vec<u8>>("{}").expect_err("a fault");
        assert!(
            Lang::Vi.json_fault(&error, "{}").ends_with("cần một danh sách […] (dòng 1, cột 1)")
        );
        let text = "{\"Đường\" 1}";
        let error = serde_json::from_str::<serde_json::Value>(text).expect_err("a fault");
        assert_eq!(Lang::En.json_fault_in_line(&error, text), "not valid JSON (column 10)");
    }

    #[test]
    fn a_long_unknown_word_is_cut() {
        let told = fault(&format!(r#"{{"command":"{}"}}"#, "x".repeat(5000)));
        assert!(told.len() < 1000, "{told}");
    }
}
