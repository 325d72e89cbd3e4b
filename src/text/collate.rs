//! The order of Vietnamese dictionaries; people by their given names.

use std::cmp::Ordering;
use std::sync::LazyLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

/// `None` if the data compiled in had no Vietnamese, which a test rules out.
static VIETNAMESE: LazyLock<Option<CollatorBorrowed<'static>>> =
    LazyLock::new(|| Collator::try_new(locale!("vi").into(), CollatorOptions::default()).ok());

/// Letters before tones, tones in their order: a, ă, â; ngang, huyền, hỏi, ngã, sắc, nặng.
#[must_use]
pub fn in_order(one: &str, other: &str) -> Ordering {
    match &*VIETNAMESE {
        Some(collator) => collator.compare(one, other).then_with(|| one.cmp(other)),
        None => one.cmp(other),
    }
}

/// By the given name, which comes last, then by the rest.
#[must_use]
pub fn people_in_order(one: &str, other: &str) -> Ordering {
    let key = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().collect();
        (words.last().map(|given| (*given).to_owned()).unwrap_or_default(), words.join(" "))
    };
    let (one, other) = (key(one), key(other));
    in_order(&one.0, &other.0).then_with(|| in_order(&one.1, &other.1))
}

#[cfg(test)]
mod tests {
    use super::{VIETNAMESE, in_order, people_in_order};

    #[test]
    fn words_stand_as_in_a_vietnamese_dictionary() {
        assert!(VIETNAMESE.is_some());
        let sorted = [
            "ba", "bà", "bả", "bã", "bá", "bạ", "băn", "bân", "da", "đa", "ea", "êa", "ơi", "ua",
            "ưa",
        ];
        let mut words = sorted;
        words.reverse();
        words.sort_by(|one, other| in_order(one, other));
        assert_eq!(words, sorted);
    }

    #[test]
    fn people_stand_by_their_given_names_then_by_the_rest() {
        let sorted =
            ["Nguyễn Văn An", "Trần Thị  An", "Lê Ánh", "Đỗ Bình", "Ðinh Ðức", "Mai", "Y Ƀŏ Niê"];
        let mut names = sorted;
        names.reverse();
        names.sort_by(|one, other| people_in_order(one, other));
        assert_eq!(names, sorted);
    }
}
