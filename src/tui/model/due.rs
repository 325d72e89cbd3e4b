//! Deadlines as they are typed: a date, a number of days from today, or words.

use std::ops::RangeInclusive;

use chrono::Datelike;

use crate::session::time::Date;

/// Years that are written with four digits.
const YEARS: RangeInclusive<u32> = 1000..=9999;

/// A deadline; both may be absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Due {
    pub date: Option<Date>,
    pub words: Option<String>,
}

/// A date as it was typed that no calendar has, and the real day nearest to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSuchDay {
    pub typed: String,
    pub nearest: Date,
}

/// Reads `10/12`, `10/12/2026`, `2026-12-10`, `+10d` (days; also `n`gày, `w`eeks and `t`uần), or any
/// words. A date followed by words keeps both. A day and month without a year is the next such day.
///
/// # Errors
/// It is written like a date and is none, as 31/2 is.
pub fn read(typed: &str, today: Date) -> Result<Due, NoSuchDay> {
    let typed = typed.trim();
    let (first, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
    match date(first, today)? {
        Some(date) => Ok(Due { date: Some(date), words: words(rest) }),
        None => Ok(Due { date: None, words: words(typed) }),
    }
}

/// A deadline as [`read`] takes it: the date with its year, then the words.
#[must_use]
pub fn written(date: Option<Date>, words: Option<&str>) -> String {
    let date = date.map(|date| date.day().format("%d/%m/%Y").to_string());
    let parts = date.into_iter().chain(words.map(str::to_owned));
    parts.collect::<Vec<_>>().join(" ")
}

fn words(typed: &str) -> Option<String> {
    let typed = typed.trim();
    (!typed.is_empty()).then(|| typed.to_owned())
}

fn date(typed: &str, today: Date) -> Result<Option<Date>, NoSuchDay> {
    if let Some(ahead) = typed.strip_prefix('+') {
        return Ok(days_ahead(ahead).and_then(|days| today.plus_days(days)));
    }
    let numbers: Option<Vec<u32>> = typed.split(['/', '-', '.']).map(number).collect();
    let (day, month, year) = match numbers.unwrap_or_default().as_slice() {
        [day, month] => (*day, *month, None),
        [year, month, day] | [day, month, year] if YEARS.contains(year) => {
            (*day, *month, i32::try_from(*year).ok())
        }
        _ => return Ok(None),
    };
    let such_day = |day: u32| match year {
        Some(year) => Date::from_ymd(year, month, day),
        None => next_such_day(day, month, today),
    };
    let is_written_like_one = (1..=99).contains(&day);
    let nearest = || (1..=day.min(31)).rev().find_map(such_day).filter(|_| is_written_like_one);
    match such_day(day) {
        Some(date) => Ok(Some(date)),
        // A month that is none, as in 12/2026, is no mistaken day: it stays words.
        None => match nearest() {
            Some(nearest) => Err(NoSuchDay { typed: typed.to_owned(), nearest }),
            None => Ok(None),
        },
    }
}

fn next_such_day(day: u32, month: u32, today: Date) -> Option<Date> {
    let year = today.day().year();
    let this_year = Date::from_ymd(year, month, day).filter(|date| *date >= today);
    this_year.or_else(|| Date::from_ymd(year + 1, month, day))
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

#[cfg(test)]
mod tests {
    use super::read;
    use crate::session::time::Date;

    fn due(typed: &str) -> (Option<String>, Option<String>) {
        let today = Date::from_ymd(2026, 11, 23).expect("a day");
        let due = read(typed, today).expect("a day or words");
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
        for typed in
            ["10/12/26", "12/2026", "10/13", "0/5", "0.5", "+99999d", "+10ngày", "1/2/3/4", "/"]
        {
            assert_eq!(due(typed), (None, Some(typed.into())), "{typed}");
        }
        assert_eq!(due("  "), (None, None));
    }

    #[test]
    fn a_date_that_no_calendar_has_is_refused_with_the_nearest_real_day() {
        let today = Date::from_ymd(2026, 11, 23).expect("a day");
        let nearest = |typed: &str| read(typed, today).err().map(|none| none.nearest.to_string());
        for (typed, day) in [
            ("31/2", "2027-02-28"),
            ("31/2/2026", "2026-02-28"),
            ("30/2/2028 nếu kịp", "2028-02-29"),
            ("2026-02-31", "2026-02-28"),
            ("31-4-2027", "2027-04-30"),
            ("45/5/2027", "2027-05-31"),
        ] {
            assert_eq!(nearest(typed).as_deref(), Some(day), "{typed}");
        }
        assert_eq!(nearest("29/2"), Some("2027-02-28".to_owned()), "next year has none");
    }
}
