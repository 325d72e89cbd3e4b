//! Moments and dates as the record writes them.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat, SubsecRound, TimeDelta};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A moment on somebody's wall clock: RFC 3339 with its offset, to the millisecond.
///
/// Two moments compare by instant, whatever their offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(DateTime<FixedOffset>);

impl Timestamp {
    /// Anything finer than a millisecond is dropped: the file could not hold it.
    #[must_use]
    pub fn new(moment: DateTime<FixedOffset>) -> Self {
        Self(moment.trunc_subsecs(3))
    }

    /// Milliseconds from `earlier` to `self`; negative when `earlier` is in fact later.
    #[must_use]
    pub fn millis_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_milliseconds()
    }

    /// The moment so many milliseconds later; the same one where the calendar ends.
    #[must_use]
    pub fn plus_millis(self, millis: i64) -> Self {
        let later = TimeDelta::try_milliseconds(millis);
        later.and_then(|later| self.0.checked_add_signed(later)).map_or(self, Self)
    }

    /// The calendar day where the clock hung.
    #[must_use]
    pub fn date(self) -> Date {
        Date(self.0.date_naive())
    }

    /// The chrono value, for formatting.
    #[must_use]
    pub fn moment(self) -> DateTime<FixedOffset> {
        self.0
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Millis, false))
    }
}

impl FromStr for Timestamp {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        DateTime::parse_from_rfc3339(text).map(Self::new)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| D::Error::custom(format_args!("not an RFC 3339 time: {text:?}")))
    }
}

/// A calendar day, `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(NaiveDate);

impl Date {
    /// `None` when there is no such day, or its year does not have four digits.
    #[must_use]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        (1000..=9999)
            .contains(&year)
            .then(|| NaiveDate::from_ymd_opt(year, month, day))
            .flatten()
            .map(Self)
    }

    /// The day `days` later; `None` past the year 9999.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Option<Self> {
        let later = self.0.checked_add_signed(TimeDelta::try_days(i64::from(days))?)?;
        Self::try_from(later).ok()
    }

    /// The chrono value, for formatting.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        self.0
    }
}

impl TryFrom<NaiveDate> for Date {
    type Error = ();

    fn try_from(day: NaiveDate) -> Result<Self, ()> {
        use chrono::Datelike;
        Self::from_ymd(day.year(), day.month(), day.day()).ok_or(())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

impl FromStr for Date {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let shape = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shape {
            return Err(());
        }
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| ())?;
        Self::try_from(day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|()| D::Error::custom(format_args!("not a date YYYY-MM-DD: {text:?}")))
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, Timestamp};

    #[test]
    fn a_moment_keeps_its_offset_and_drops_what_is_finer_than_a_millisecond() {
        let moment: Timestamp = "2024-03-22T08:00:00.123456+07:00".parse().expect("a time");
        assert_eq!(moment.to_string(), "2024-03-22T08:00:00.123+07:00");
    }

    #[test]
    fn a_date_is_read_only_in_its_one_form() {
        assert!("2024-02-29".parse::<Date>().is_ok());
        for wrong in
            ["2023-02-29", "2024-2-29", " 2024-02-29", "2024-02-29T00", "0024-02-29", "ngày"]
        {
            assert!(wrong.parse::<Date>().is_err(), "{wrong}");
        }
    }
}
