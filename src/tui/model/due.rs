//! Deadlines as they are typed: a date, a number of days from today, or words.

use crate::session::time::Date;
use chrono::Datelike;

/// A deadline; both may be absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Due {
    pub date: Option<Date>,
    pub words: Option<String>,
}

/// Reads `10/12`, `10/12/2026`, `2026-12-10`, `+10d` (days; also `n`gày, `w`eeks and `t`uần), or any
/// words. A date followed by words keeps both. A day and month without a year is the next such day.
pub fn read(typed: &str, today: Date) -> Due {
    let typed = typed.trim();
    let (first, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
    match date(first, today) {
        Some(date) => Due { date: Some(date), words: words(rest) },
        None => Due { date: None, words: words(typed) },
    }
}

fn words(typed: &str) -> Option<String> {
    let typed = typed.trim();
    (!typed.is_empty()).then(|| typed.to_owned())
}

fn date(typed: &str, today: Date) -> Option<Date> {
    if let Some(ahead) = typed.strip_prefix('+') {
        return days_ahead(ahead).and_then(|days| today.plus_days(days));
    }
    if let Ok(date) = typed.parse() {
        return Some(date);
    }
    let numbers: Option<Vec<u32>> = typed.split(['/', '-', '.']).map(number).collect();
    match numbers?.as_slice() {
        [day, month] => next_such_day(*day, *month, today),
        [day, month, year] if (1000..=9999).contains(year) => {
            Date::from_ymd(i32::try_from(*year).ok()?, *month, *day)
        }
        _ => None,
    }
}

fn number(digits: &str) -> Option<u32> {
    let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

fn days_ahead(typed: &str) -> Option<u32> {
    let digits = typed.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let days = number(digits)?;
    match &typed[digits.len()..] {
        "" | "d" | "n" => Some(days),
        "w" | "t" => days.checked_mul(7),
        _ => None,
    }
}

fn next_such_day(day: u32, month: u32, today: Date) -> Option<Date> {
    let year = today.day().year();
    let this_year = Date::from_ymd(year, month, day).filter(|date| *date >= today);
    this_year.or_else(|| Date::from_ymd(year + 1, month, day))
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::session::time::Date;

    fn due(typed: &str) -> (Option<String>, Option<String>) {
        let today = Date::from_ymd(2026, 11, 23).expect("a day");
        let due = read(typed, today);
        (due.date.map(|date| date.to_string()), due.words)
    }

    #[test]
    fn a_date_is_read_in_the_ways_people_write_one() {
        for typed in ["10/12", "10/12/2026", "10-12-2026", "2026-12-10", "+17d", "+17", " 10.12 "] {
            assert_eq!(due(typed), (Some("2026-12-10".into()), None), "{typed}");
        }
        assert_eq!(due("+2w").0, Some("2026-12-07".into()));
        assert_eq!(due("1/2").0, Some("2027-02-01".into()), "a day gone by is next year's");
    }

    #[test]
    fn words_are_kept_as_words_alone_or_behind_a_date() {
        assert_eq!(due("trong tháng 8"), (None, Some("trong tháng 8".into())));
        assert_eq!(
            due("10/12 nếu đủ hồ sơ"),
            (Some("2026-12-10".into()), Some("nếu đủ hồ sơ".into()))
        );
        for typed in ["31/2/2026", "10/12/26", "+99999d", "+10ngày", "1/2/3/4", "/"] {
            assert_eq!(due(typed), (None, Some(typed.into())), "{typed}");
        }
        assert_eq!(due("  "), (None, None));
    }
}
