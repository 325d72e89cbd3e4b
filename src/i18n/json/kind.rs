//! The kinds of JSON values, named for a person.

use crate::i18n::{Lang, sentences};
use crate::text::json::fault::{FoundValue, NeededValue};

/// Characters of a given word that are repeated in a message.
const SHOWN: usize = 60;

sentences! {
    kind_text: vi "chuỗi chữ trong ngoặc kép", en "a text in quotes";
    kind_this_text(text: &str): vi "chuỗi chữ “{text}”", en "the text “{text}”";
    kind_this_number(number: &str): vi "số {number}", en "the number {number}";
    kind_whole_number(most: &str): vi "số nguyên từ 0 đến {most}", en "a whole number from 0 to {most}";
    kind_counting_number: vi "số nguyên không âm", en "a whole number, 0 or more";
    kind_list: vi "một danh sách […]", en "a list […]";
    kind_object: vi "một đối tượng {…}", en "an object {…}";
    kind_truth: vi "true hoặc false", en "true or false";
    kind_nothing: vi "null", en "null";
    kind_listed_word(words: &str): vi "một trong các từ: {words}", en "one of the words: {words}";
}

impl Lang {
    pub(super) fn found_kind(self, found: &FoundValue) -> String {
        match found {
            FoundValue::Null => self.kind_nothing().to_owned(),
            FoundValue::Bool(value) => value.to_string(),
            FoundValue::Number(number) => self.kind_this_number(&shortened(number)),
            FoundValue::Text(text) => self.kind_this_text(&shortened(text)),
            FoundValue::List => self.kind_list().to_owned(),
            FoundValue::Object => self.kind_object().to_owned(),
        }
    }

    pub(super) fn needed_kind(self, needed: NeededValue) -> String {
        match needed {
            NeededValue::Text => self.kind_text().to_owned(),
            NeededValue::WholeNumber { most } => match u32::try_from(most) {
                Ok(most) => self.kind_whole_number(&self.number(most as usize)),
                Err(_) => self.kind_counting_number().to_owned(),
            },
            NeededValue::Bool => self.kind_truth().to_owned(),
            NeededValue::List => self.kind_list().to_owned(),
            NeededValue::Object => self.kind_object().to_owned(),
            NeededValue::Word(words) => self.kind_listed_word(&words.join(", ")),
        }
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
