//! The kinds of JSON values, named for a person.

use crate::i18n::{Lang, sentences};

/// Characters of a given word that are repeated in a message.
const SHOWN: usize = 60;

sentences! {
    kind_text: vi "chuỗi chữ trong ngoặc kép", en "a text in quotes";
    kind_this_text(text: &str): vi "chuỗi chữ “{text}”", en "the text “{text}”";
    kind_number: vi "một số", en "a number";
    kind_this_number(number: &str): vi "số {number}", en "the number {number}";
    kind_whole_number(most: &str): vi "số nguyên từ 0 đến {most}", en "a whole number from 0 to {most}";
    kind_counting_number: vi "số nguyên không âm", en "a whole number, 0 or more";
    kind_list: vi "một danh sách […]", en "a list […]";
    kind_list_of(length: &str): vi "một danh sách {length} mục", en "a list of {length}";
    kind_object: vi "một đối tượng {…}", en "an object {…}";
    kind_truth: vi "true hoặc false", en "true or false";
    kind_nothing: vi "null", en "null";
    kind_listed_word: vi "một trong các từ được phép ở đây", en "one of the words allowed here";
    kind_other: vi "giá trị khác", en "another value";
}

impl Lang {
    /// What was found, from serde's English such as "integer `5`" or "map".
    pub(super) fn found_kind(self, said: &str) -> String {
        let told = |kind: &str| said.strip_prefix(kind).map(|value| value.trim_matches([' ', '`']));
        if let Some(text) = told("string ").or_else(|| told("character ")) {
            return self.kind_this_text(&shortened(text.trim_matches('"')));
        }
        if let Some(number) = told("integer ").or_else(|| told("floating point ")) {
            return self.kind_this_number(number);
        }
        if let Some(value) = told("boolean ") {
            return value.to_owned();
        }
        match said {
            "null" | "unit value" | "Option value" => self.kind_nothing().to_owned(),
            "sequence" | "byte array" => self.kind_list().to_owned(),
            "map" | "enum" => self.kind_object().to_owned(),
            _ => self.kind_other().to_owned(),
        }
    }

    /// What was needed, from serde's English such as "a string" or "struct Responder".
    pub(super) fn needed_kind(self, said: &str) -> String {
        match said {
            "a string" | "a borrowed string" | "string" => self.kind_text().to_owned(),
            "u8" => self.whole_number(u8::MAX.into()),
            "u16" => self.whole_number(u16::MAX.into()),
            "u32" => self.whole_number(u32::MAX as usize),
            "u64" | "usize" => self.kind_counting_number().to_owned(),
            "i8" | "i16" | "i32" | "i64" | "f32" | "f64" => self.kind_number().to_owned(),
            "a boolean" => self.kind_truth().to_owned(),
            "unit" | "null" | "nothing" => self.kind_nothing().to_owned(),
            "a sequence" => self.kind_list().to_owned(),
            "variant identifier"
            | "field identifier"
            | "string or map"
            | "unit variant"
            | "map with a single key" => self.kind_listed_word().to_owned(),
            _ if ["a map", "struct ", "internally tagged enum ", "tuple struct "]
                .iter()
                .any(|kind| said.starts_with(kind)) =>
            {
                self.kind_object().to_owned()
            }
            _ if said.starts_with("enum ") => self.kind_listed_word().to_owned(),
            _ => self.kind_other().to_owned(),
        }
    }

    fn whole_number(self, most: usize) -> String {
        self.kind_whole_number(&self.number(most))
    }
}

/// A given word, cut where it is too long to be repeated.
pub(super) fn shortened(word: &str) -> String {
    let mut letters = word.chars();
    let mut shown: String = letters.by_ref().take(SHOWN).collect();
    if letters.next().is_some() {
        shown.push('…');
    }
    shown
}
