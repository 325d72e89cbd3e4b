//! Personal data in a text: numbers of telephones, identity cards and accounts, and addresses of electronic mail.

use std::ops::Range;

/// Digits of the shortest of them that is not named: an identity card has 9 of old, 12 today.
const SHORTEST_NUMBER: usize = 9;
/// Groups of digits in one telephone's number: single digits, set apart, with +84.
const MOST_GROUPS: usize = 12;
/// Digits of an account that is named as one.
const SHORTEST_ACCOUNT: usize = 6;
/// Characters between two digits of one number: "(0292) 3 823 456", "0901 - 234 - 567".
const BETWEEN_DIGITS: usize = 3;
/// Bytes before a number in which a word may say what it is.
const WORD_BEFORE: usize = 48;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PersonalKind {
    Telephone,
    IdentityCard,
    Account,
    Mail,
}

/// The words before a number of an account, folded.
const ACCOUNT_WORDS: [&str; 6] = ["stk", "so tai khoan", "tai khoan", "so tk", "tk:", "account"];
/// The words before a number of an identity card, folded.
const CARD_WORDS: [&str; 6] = ["cccd", "cmnd", "can cuoc", "chung minh", "dinh danh", "ho chieu"];
/// What is counted by large numbers, folded: behind these a long number is nobody's.
const COUNTED: [&str; 16] = [
    "dong", "vnd", "d", "usd", "trieu", "ty", "ti", "nghin", "nguoi", "luot", "ho", "m2", "m3",
    "ha", "km", "kg",
];

/// Everything in `text` that is somebody's, by place; none overlap.
pub fn found(text: &str) -> Vec<(Range<usize>, PersonalKind)> {
    let mut found = mails(text);
    for number in numbers(text) {
        let taken = |(range, _): &(Range<usize>, PersonalKind)| {
            range.start < number.range.end && number.range.start < range.end
        };
        if let Some(kind) = number.kind(text).filter(|_| !found.iter().any(taken)) {
            found.push((number.range, kind));
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Digits that belong together, with what stands between them.
struct LongNumber {
    range: Range<usize>,
    digits: String,
    /// Whether a "+" stands before it.
    is_international: bool,
    /// Whether it is years alone, or numbers of one or two digits: "2021-2025", "1 2 3 4 5 6 7 8 9".
    is_listed: bool,
}

impl LongNumber {
    fn kind(&self, text: &str) -> Option<PersonalKind> {
        let before = word_before(text, self.range.start);
        let named = |words: &[&str]| words.iter().any(|word| before.contains(word));
        let count = self.digits.len();
        if self.is_telephone() {
            return Some(PersonalKind::Telephone);
        }
        if named(&ACCOUNT_WORDS) && count >= SHORTEST_ACCOUNT {
            return Some(PersonalKind::Account);
        }
        if named(&CARD_WORDS) && count >= SHORTEST_ACCOUNT {
            return Some(PersonalKind::IdentityCard);
        }
        let counts = COUNTED.contains(&&*word_after(text, self.range.end));
        if count < SHORTEST_NUMBER || self.is_listed || counts {
            return None;
        }
        Some(match count {
            9 | 12 => PersonalKind::IdentityCard,
            _ => PersonalKind::Account,
        })
    }

    /// In Viet Nam 0 and nine digits of a mobile telephone, ten of another; +84 stands for the 0, and abroad for
    /// another country's number.
    fn is_telephone(&self) -> bool {
        let count = self.digits.len();
        match self.digits.as_bytes() {
            _ if self.is_international => (8..=15).contains(&count),
            [b'0', b'2', ..] => count == 10 || count == 11,
            [b'0', b'1'..=b'9', ..] => count == 10,
            [b'8', b'4', ..] => count == 11 || count == 12,
            _ => false,
        }
    }
}

/// The numbers of a text that are long enough to be somebody's.
fn numbers(text: &str) -> Vec<LongNumber> {
    let mut numbers = Vec::new();
    let mut groups: Vec<(Range<usize>, String)> = Vec::new();
    let mut at = 0;
    let mut letter_before = false;
    while let Some(letter) = text[at..].chars().next() {
        let Some(first) = digit(letter) else {
            letter_before = letter.is_alphabetic();
            at += letter.len_utf8();
            continue;
        };
        let start = at;
        let mut digits = String::from(first);
        at += letter.len_utf8();
        while let Some(next) = text[at..].chars().next() {
            match digit(next) {
                Some(next_digit) => digits.push(next_digit),
                None if is_unseen(next) => {}
                None => break,
            }
            at += next.len_utf8();
        }
        let joins = groups.last().is_some_and(|(last, _)| joined(&text[last.end..start]));
        if !joins || letter_before {
            numbers.extend(taken(text, &mut groups));
        }
        letter_before = false;
        groups.push((start..at, digits));
    }
    numbers.extend(taken(text, &mut groups));
    numbers
}

/// The numbers that these groups are: each telephone, and what stands between them.
fn taken(text: &str, groups: &mut Vec<(Range<usize>, String)>) -> Vec<LongNumber> {
    let groups = std::mem::take(groups);
    let mut numbers = Vec::new();
    let (mut before, mut at) = (0, 0);
    while at < groups.len() {
        let telephone = (at + 1..=groups.len().min(at + MOST_GROUPS))
            .rev()
            .filter_map(|end| Some((end, number_of(text, &groups[at..end])?)))
            .find(|(_, number)| number.is_telephone());
        match telephone {
            Some((end, number)) => {
                numbers.extend(number_of(text, &groups[before..at]));
                numbers.push(number);
                (before, at) = (end, end);
            }
            None => at += 1,
        }
    }
    numbers.extend(number_of(text, &groups[before..]));
    numbers
}

fn number_of(text: &str, groups: &[(Range<usize>, String)]) -> Option<LongNumber> {
    let (first, last) = (groups.first()?, groups.last()?);
    let is_year = |digits: &str| digits.len() == 4 && matches!(&digits[..2], "19" | "20");
    let is_short = |digits: &str| digits.len() <= 2;
    let start = first.0.start;
    let opened = text[..start].trim_end_matches([' ', '(']);
    let is_international = opened.ends_with('+');
    let from = if is_international { opened.len() - 1 } else { start };
    let from = if text[..from].ends_with('(') { from - 1 } else { from };
    Some(LongNumber {
        range: from..last.0.end,
        digits: groups.iter().map(|(_, digits)| digits.as_str()).collect(),
        is_international,
        is_listed: groups.iter().all(|(_, digits)| is_year(digits))
            || groups.iter().all(|(_, digits)| is_short(digits)),
    })
}

/// Whether what stands between two groups of digits lets them be one number.
fn joined(between: &str) -> bool {
    let shown = between.chars().filter(|letter| !is_unseen(*letter));
    between.chars().count() <= BETWEEN_DIGITS * 2
        && shown.clone().count() <= BETWEEN_DIGITS
        && shown
            .clone()
            .all(|letter| matches!(letter, ' ' | '\u{a0}' | '.' | '-' | '–' | '(' | ')'))
}

fn is_unseen(letter: char) -> bool {
    !letter.is_whitespace() && crate::text::fold::shows_nothing(letter)
}

/// An ASCII digit, or one of the full width that some input methods type.
fn digit(letter: char) -> Option<char> {
    match letter {
        '0'..='9' => Some(letter),
        '\u{ff10}'..='\u{ff19}' => char::from_digit(u32::from(letter) - 0xff10, 10),
        _ => None,
    }
}

/// What stands before a number, folded, as far as a word that names it may stand.
fn word_before(text: &str, at: usize) -> String {
    let from = (at.saturating_sub(WORD_BEFORE)..=at).find(|from| text.is_char_boundary(*from));
    crate::text::fold::fold(&text[from.unwrap_or(at)..at])
}

/// The word behind a number, folded.
fn word_after(text: &str, at: usize) -> String {
    let word: String = text[at..]
        .trim_start_matches([' ', '\u{a0}'])
        .chars()
        .take_while(|letter| letter.is_alphanumeric())
        .take(8)
        .collect();
    crate::text::fold::fold(&word)
}

/// Addresses of electronic mail, also with blanks around the sign, or the sign spelled out.
fn mails(text: &str) -> Vec<(Range<usize>, PersonalKind)> {
    let mut found: Vec<(Range<usize>, PersonalKind)> = Vec::new();
    let signs = ["@", "＠", "(at)", "[at]"].into_iter().flat_map(|sign| text.match_indices(sign));
    let mut signs: Vec<(usize, &str)> = signs.collect();
    signs.sort_unstable();
    for (at, sign) in signs {
        let before = text[..at].trim_end_matches(' ');
        let name = before.chars().rev().take_while(|it| is_of_mail(*it));
        let start = before.len() - name.map(char::len_utf8).sum::<usize>();
        let after = text[at + sign.len()..].trim_start_matches(' ');
        let domain: String = after.chars().take_while(|it| is_of_mail(*it)).collect();
        let domain = domain.trim_end_matches(['.', '-']);
        let end = text.len() - after.len() + domain.len();
        let is_whole = start < before.len() && domain.contains('.');
        if is_whole && found.last().is_none_or(|(last, _)| last.end <= start) {
            found.push((start..end, PersonalKind::Mail));
        }
    }
    found
}

fn is_of_mail(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '.' | '_' | '-' | '+' | '%')
}

#[cfg(test)]
mod tests {
    use super::{PersonalKind, found};

    fn kinds(text: &str) -> Vec<(&str, PersonalKind)> {
        found(text).into_iter().map(|(range, kind)| (&text[range], kind)).collect()
    }

    #[test]
    fn telephones_are_found_however_they_are_written() {
        for number in [
            "0901234567",
            "0901 234 567",
            "0901.234.567",
            "0901-234-567",
            "0901 - 234 - 567",
            "+84901234567",
            "+84 901 234 567",
            "(+84) 901 234 567",
            "84901234567",
            "0292 3823456",
            "(0292) 3 823 456",
            "0292.3.823.456",
            "０９０１２３４５６７",
            "0901\u{200b}234\u{200b}567",
            "0901\u{a0}234\u{a0}567",
            "+1 415 555 2671",
            "09 01 23 45 67",
            "0 9 0 1 2 3 4 5 6 7",
        ] {
            let text = format!("em xin gọi lại số {number}, cảm ơn");
            let found = kinds(&text);
            assert_eq!(found.len(), 1, "{number}: {found:?}");
            assert_eq!(found[0].1, PersonalKind::Telephone, "{number}: {found:?}");
            let left = text.replace(found[0].0, "");
            assert!(!left.chars().any(char::is_numeric), "{number} leaves {left}");
        }
        let year = kinds("năm 2024. 0901234567");
        assert_eq!(year, [("0901234567", PersonalKind::Telephone)]);
        let two = kinds("gọi 0901 234 567 - 0912 345 678 hay 0292 3823456");
        assert_eq!(two.len(), 3, "{two:?}");
    }

    #[test]
    fn cards_accounts_and_mails_are_found() {
        for (text, kind) in [
            ("CCCD 092 123 456 789", PersonalKind::IdentityCard),
            ("CMND: 361.234.567", PersonalKind::IdentityCard),
            ("số 361234567", PersonalKind::IdentityCard),
            ("hộ chiếu 1234567", PersonalKind::IdentityCard),
            ("STK 123456", PersonalKind::Account),
            ("số tài khoản Vietcombank 1012 345 678", PersonalKind::Account),
            ("chuyển vào 10123456781", PersonalKind::Account),
            ("thư: mai.nguyen@ctu.edu.vn.", PersonalKind::Mail),
            ("mai @ gmail.com", PersonalKind::Mail),
            ("mai(at)ctu.edu.vn", PersonalKind::Mail),
        ] {
            let found = kinds(text);
            assert_eq!(found.iter().map(|it| it.1).collect::<Vec<_>>(), [kind], "{text}");
        }
    }

    #[test]
    fn money_years_dates_and_counts_are_nobodys() {
        for text in [
            "hỗ trợ 500.000.000 đồng",
            "1.234.567.890 VNĐ",
            "đại diện 314.200 đoàn viên",
            "giai đoạn 2021-2025 và 2026-2030",
            "giai đoạn 2021-2025, 2026-2030",
            "ngày 22/03/2024 lúc 08:30",
            "Nghị định 13/2021/NĐ-CP",
            "dân số 100.000.000 người",
            "điều 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11",
            "các câu 1 2 3 4 5 6 7 8 9 10 11 12",
            "@phường, a@b",
            "",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }
}
