//! Moments and dates as the record writes them.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, SecondsFormat, SubsecRound, TimeDelta,
};

/// The years in which times are recorded. Clocks have said 1969 and 10021.
const YEARS: RangeInclusive<i32> = 1970..=9999;
/// The furthest year that is read, before or after Christ: a file may hold what a wild clock once said.
const FURTHEST_YEAR: i32 = 99_999;

/// A time as a wall clock shows it: RFC 3339 with its offset, to the millisecond.
///
/// Two times compare by instant, whatever their offsets. One outside the years 1970–9999 is never recorded,
/// but may stand in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(DateTime<FixedOffset>);

impl Timestamp {
    /// Anything finer than a millisecond is dropped: the file could not hold it.
    #[must_use]
    pub fn new(moment: DateTime<FixedOffset>) -> Self {
        Self(moment.trunc_subsecs(3))
    }

    /// Whether its year, as the clock shows it, is one in which times are recorded.
    #[must_use]
    pub fn is_in_range(self) -> bool {
        YEARS.contains(&self.0.year())
    }

    /// The nearest time that may be recorded, with the same offset.
    #[must_use]
    pub fn clamped(self) -> Self {
        if self.is_in_range() {
            return self;
        }
        let (year, month, day, time) = match self.0.year() < *YEARS.start() {
            true => (*YEARS.start(), 1, 1, NaiveTime::MIN),
            false => (*YEARS.end(), 12, 31, LAST_OF_A_DAY),
        };
        let day = NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
        let local = day.and_time(time).and_local_timezone(*self.0.offset()).single();
        local.map_or(self, Self)
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

    /// How far the clock that showed it is ahead of UTC; a part of a minute is dropped.
    #[must_use]
    pub fn offset(self) -> UtcOffset {
        UtcOffset { minutes: self.0.offset().local_minus_utc() / 60 }
    }

    /// The same moment as a clock of this offset shows it.
    #[must_use]
    pub fn at_offset(self, offset: UtcOffset) -> Self {
        let offset = FixedOffset::east_opt(offset.minutes * 60);
        offset.map_or(self, |offset| Self(self.0.with_timezone(&offset)))
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
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text.starts_with(['+', '-']) {
            true => with_signed_year(text).ok_or(()),
            false => DateTime::parse_from_rfc3339(text).map(Self::new).map_err(drop),
        }
    }
}

/// A year that RFC 3339 has no room for is written with its sign: `+10021-08-03T…`.
fn with_signed_year(text: &str) -> Option<Timestamp> {
    let year_ends = 1 + text.get(1..)?.find('-')?;
    let (year, rest) = text.split_at(year_ends);
    let digits = &year[1..];
    let plain = (4..=5).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let year: i32 = year.parse().ok().filter(|_| plain)?;
    let year = (-FURTHEST_YEAR..=FURTHEST_YEAR).contains(&year).then_some(year)?;
    // Read in a year with the same leap day, then set to its own.
    let like = 2000 + year.rem_euclid(400);
    let moment = DateTime::parse_from_rfc3339(&format!("{like}{rest}")).ok()?;
    moment.with_year(year).map(Timestamp::new)
}

/// To the millisecond.
const LAST_OF_A_DAY: NaiveTime = match NaiveTime::from_hms_milli_opt(23, 59, 59, 999) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// How far a wall clock is ahead of UTC, in whole minutes: `+07:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UtcOffset {
    minutes: i32,
}

impl UtcOffset {
    /// The offset of Vietnam.
    pub const VIETNAM: Self = Self { minutes: 7 * 60 };
}

impl fmt::Display for UtcOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.minutes < 0 { '-' } else { '+' };
        let minutes = self.minutes.abs();
        write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

impl FromStr for UtcOffset {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (sign, digits) = match text.split_at_checked(1) {
            Some(("+", digits)) => (1, digits),
            Some(("-", digits)) => (-1, digits),
            _ => return Err(()),
        };
        let part = |part: &str, limit: i32| {
            let plain = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse().ok().filter(|number: &i32| plain && *number < limit).ok_or(())
        };
        let (hours, minutes) = digits.split_once(':').ok_or(())?;
        let minutes = sign * (part(hours, 24)? * 60 + part(minutes, 60)?);
        if minutes == 0 && sign < 0 { Err(()) } else { Ok(Self { minutes }) }
    }
}

/// A calendar day, `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(NaiveDate);

impl Date {
    /// `None` when there is no such day, or its year is not from 1000 to 9999.
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
        Self::from_ymd(day.year(), day.month(), day.day()).ok_or(())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    NotADate,
    /// A day of a year before 1000.
    OutOfRange,
}

impl FromStr for Date {
    type Err = DateFault;

    fn from_str(text: &str) -> Result<Self, DateFault> {
        let shape = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shape {
            return Err(DateFault::NotADate);
        }
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| DateFault::NotADate)?;
        Self::try_from(day).map_err(|()| DateFault::OutOfRange)
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, DateFault, Timestamp, UtcOffset};

    #[test]
    fn a_moment_keeps_its_offset_and_drops_what_is_finer_than_a_millisecond() {
        let moment: Timestamp = "2024-03-22T08:00:00.123456+07:00".parse().expect("a time");
        assert_eq!(moment.to_string(), "2024-03-22T08:00:00.123+07:00");
    }

    #[test]
    fn what_a_wild_clock_wrote_is_read_and_written_the_same() {
        for text in [
            "+10021-08-03T07:51:35.966+00:00",
            "-0001-02-28T00:00:00.000-23:59",
            "+10000-02-29T23:59:59.999+23:59",
            "0000-01-01T00:00:00.000+00:00",
            "1969-12-31T23:59:59.999+07:00",
            "2016-12-31T23:59:60.000+00:00",
        ] {
            let moment: Timestamp = text.parse().expect(text);
            assert_eq!(moment.to_string(), text);
            assert_eq!(moment.is_in_range(), text.starts_with("2016"), "{text}");
        }
        for wrong in ["+100000-01-01T00:00:00Z", "+2024-01-01", "-", "+", "10021-08-03T07:51:35Z"] {
            assert!(wrong.parse::<Timestamp>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_wild_time_is_clamped_to_the_nearest_year_with_its_offset() {
        let clamped = |text: &str| text.parse::<Timestamp>().expect(text).clamped().to_string();
        let last = "9999-12-31T23:59:59.999+23:59";
        assert_eq!(clamped("+10021-08-03T07:51:35.966+23:59"), last);
        assert_eq!(clamped(last), last);
        assert_eq!(clamped("1969-12-31T19:00:00.000-05:00"), "1970-01-01T00:00:00.000-05:00");
    }

    #[test]
    fn a_date_of_no_year_that_is_kept_is_out_of_range_and_not_no_date() {
        assert_eq!("0000-01-01".parse::<Date>(), Err(DateFault::OutOfRange));
        assert_eq!("0000-13-01".parse::<Date>(), Err(DateFault::NotADate));
    }

    #[test]
    fn an_offset_is_read_only_in_its_one_form() {
        for text in ["+07:00", "-03:30", "+00:00", "+23:59"] {
            assert_eq!(text.parse::<UtcOffset>().expect(text).to_string(), text);
        }
        for wrong in ["07:00", "+7:00", "+0700", "+24:00", "+07:60", "-00:00", "Z", "", "ế"] {
            assert!(wrong.parse::<UtcOffset>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_moment_is_shown_at_another_offset() {
        let moment: Timestamp = "2024-03-22T20:00:00.000+00:00".parse().expect("a time");
        let in_the_hall = moment.at_offset(UtcOffset::VIETNAM);
        assert_eq!(in_the_hall.to_string(), "2024-03-23T03:00:00.000+07:00");
        assert_eq!(in_the_hall.offset(), UtcOffset::VIETNAM);
        assert_eq!(in_the_hall, moment);
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
