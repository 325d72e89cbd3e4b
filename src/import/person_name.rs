//! Forms of address and degrees before a name: they make nobody another person.

use crate::text::fold::recorded_name;

/// Folded, without full stops.
const BEFORE_NAMES: [&str; 35] = [
    "anh",
    "chi",
    "ong",
    "ba",
    "co",
    "chu",
    "bac",
    "em",
    "ban",
    "thay",
    "dong chi",
    "dc",
    "d c",
    "quy ong",
    "quy ba",
    "ts",
    "tien si",
    "ths",
    "thac si",
    "gs",
    "giao su",
    "pgs",
    "pho giao su",
    "bs",
    "bac si",
    "ks",
    "ky su",
    "ls",
    "luat su",
    "cn",
    "cu nhan",
    "mr",
    "mrs",
    "ms",
    "dr",
];
/// Words that one form of address has at most.
const MOST_WORDS: usize = 3;

/// The name without what stands before it; as it is when nothing would be left.
#[must_use]
pub fn bare(name: &str) -> String {
    let name = recorded_name(name);
    // "PGS.TS. Nguyễn Văn A", "TS.Trần B", "Đ/c Lê C".
    let spaced = name.replace('.', ". ").replace(',', ", ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut left = words.as_slice();
    while let Some(count) = (1..=MOST_WORDS.min(left.len().saturating_sub(1))).rev().find(|count| {
        let plain = crate::import::field::plain_words(&left[..*count].join(" "));
        BEFORE_NAMES.contains(&plain.as_str())
    }) {
        left = &left[count..];
    }
    match left.len() == words.len() {
        true => name,
        false => left.join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn what_stands_before_a_name_makes_nobody_another_person() {
        for name in [
            "Nguyễn Thị Mai",
            "Chị Nguyễn Thị Mai",
            "chị  Nguyễn Thị Mai",
            "Đ/c Nguyễn Thị Mai",
            "đ.c Nguyễn Thị Mai",
            "Đồng chí Nguyễn Thị Mai",
            "TS. Nguyễn Thị Mai",
            "TS.Nguyễn Thị Mai",
            "PGS.TS. Nguyễn Thị Mai",
            "PGS, TS Nguyễn Thị Mai",
            "Đ/c ThS. Nguyễn Thị Mai",
            "Bà Nguyễn Thị Mai",
        ] {
            assert_eq!(bare(name), "Nguyễn Thị Mai", "{name}");
        }
    }

    #[test]
    fn a_name_of_nothing_else_stays() {
        for name in ["Anh", "Y Ban", "Trần Anh", "Anh."] {
            assert_eq!(bare(name), name);
        }
        assert_eq!(bare("Anh Đức"), "Đức");
    }
}
