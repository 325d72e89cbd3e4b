//! Where to go in a session, as it is typed: an event's number, a time, a span from here, or a question.

use std::str::FromStr;

use chrono::{NaiveTime, TimeDelta};

use super::timeline::moment_of;
use crate::session::Session;
use crate::session::event::Recorded;
use crate::session::number::QuestionNo;
use crate::session::time::Timestamp;
use crate::text::fold::fold;

/// `12`, `2024-03-22T08:42:00+07:00`, `8:42` by the session's own offset, `+15m` from here, `c17`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeekTarget {
    Event(usize),
    Time(Timestamp),
    TimeOfDay(NaiveTime),
    /// A span after or before the moment one is at.
    Relative(TimeDelta),
    Question(QuestionNo),
}

impl FromStr for SeekTarget {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let text = text.trim();
        if text.starts_with(['+', '-']) {
            return relative(text).map(Self::Relative).ok_or(());
        }
        if let Ok(event) = text.parse() {
            return Ok(Self::Event(event));
        }
        if let Ok(time) = text.parse() {
            return Ok(Self::Time(time));
        }
        if let Some(number) = question(text) {
            return Ok(Self::Question(number));
        }
        let time = NaiveTime::parse_from_str(text, "%H:%M:%S");
        time.or_else(|_| NaiveTime::parse_from_str(text, "%H:%M"))
            .map(Self::TimeOfDay)
            .map_err(|_| ())
    }
}

/// "c17", "q 17", "#17", "câu 17", "question 17".
fn question(text: &str) -> Option<QuestionNo> {
    let folded = fold(text);
    let number = ["cau", "question", "c", "q", "#"]
        .iter()
        .find_map(|word| folded.strip_prefix(word))?
        .trim_start();
    number.parse().ok().map(QuestionNo)
}

/// "+15m", "-90s", "+1h30m", "+2:30"; "giờ" and "phút" too.
fn relative(text: &str) -> Option<TimeDelta> {
    let (sign, rest) = match text.split_at_checked(1)? {
        ("-", rest) => (-1, rest),
        (_, rest) => (1, rest),
    };
    let seconds = match rest.split_once(':') {
        Some((minutes, seconds)) => {
            let seconds: i64 = seconds.parse().ok().filter(|seconds| (0..60).contains(seconds))?;
            number(minutes)?.checked_mul(60)?.checked_add(seconds)?
        }
        None => in_units(rest)?,
    };
    TimeDelta::try_seconds(seconds * sign)
}

fn in_units(text: &str) -> Option<i64> {
    let mut seconds: i64 = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
        let (digits, after) = rest.split_at(end);
        let unit = after.chars().next();
        let one = match unit {
            Some('h' | 'g') => 3600,
            Some('m' | 'p') => 60,
            Some('s') => 1,
            Some(_) | None => return None,
        };
        seconds = seconds.checked_add(number(digits)?.checked_mul(one)?)?;
        rest = unit.map_or("", |unit| &after[unit.len_utf8()..]);
    }
    (!text.is_empty()).then_some(seconds)
}

fn number(digits: &str) -> Option<i64> {
    let plain = !digits.is_empty()
        && digits.len() < 7
        && digits.bytes().all(|digit| digit.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

impl SeekTarget {
    /// How many events had happened then, counted from the moment `here`; `None` when there were never so
    /// many, or there is no such question.
    ///
    /// A time of day is one of the day of the opening. A question is found where it was first called,
    /// else where it was asked.
    pub fn resolve(self, session: &Session, here: usize) -> Option<usize> {
        let history = session.history();
        match self {
            Self::Event(event) => (event <= history.len()).then_some(event),
            Self::Time(time) => Some(until(history, |recorded| recorded.at <= time)),
            Self::TimeOfDay(time) => {
                let moment = history.first()?.at.date().day().and_time(time);
                Some(until(history, |recorded| recorded.at.moment().naive_local() <= moment))
            }
            Self::Relative(span) => {
                let from = history.get(here.max(1) - 1)?.at.moment();
                let moment = from.checked_add_signed(span)?;
                Some(until(history, |recorded| recorded.at.moment() <= moment))
            }
            Self::Question(number) => moment_of(session, number),
        }
    }
}

/// Times never decrease in a log.
fn until(history: &[Recorded], has_passed: impl Fn(&Recorded) -> bool) -> usize {
    history.partition_point(has_passed)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::SeekTarget;
    use crate::session::number::QuestionNo;

    #[test]
    fn a_target_is_a_number_a_time_a_time_of_day_a_span_or_a_question() {
        assert_eq!("12".parse(), Ok(SeekTarget::Event(12)));
        assert!(matches!("2024-03-22T08:42:00+07:00".parse(), Ok(SeekTarget::Time(_))));
        assert!(matches!("8:42".parse(), Ok(SeekTarget::TimeOfDay(_))));
        assert!(matches!("08:42:10".parse(), Ok(SeekTarget::TimeOfDay(_))));
        for typed in ["c17", "Câu 17", "#17", "question 17", "q17"] {
            assert_eq!(typed.parse(), Ok(SeekTarget::Question(QuestionNo(17))), "{typed}");
        }
        for (typed, seconds) in
            [("+15m", 900), ("-90s", -90), ("+1h30m", 5400), ("+2:30", 150), ("+5p", 300)]
        {
            assert_eq!(
                typed.parse(),
                Ok(SeekTarget::Relative(TimeDelta::seconds(seconds))),
                "{typed}"
            );
        }
        for wrong in
            ["", "+", "-", "-1", "+5", "+5x", "+1:75", "sáng", "25:00", "c", "câu", "+99999999999m"]
        {
            assert!(wrong.parse::<SeekTarget>().is_err(), "{wrong}");
        }
    }
}
