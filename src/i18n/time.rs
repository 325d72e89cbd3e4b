//! Moments, days, spans and numbers as each language writes them.

use chrono::{Datelike, NaiveDate};

use super::{Lang, counted, sentences};
use crate::session::time::{Date, Timestamp};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS_VI: [&str; 7] =
    ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
const WEEKDAYS_EN: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

sentences! {
    /// "chưa có thời hạn": a task without a date is legal, and must be seen to be one.
    no_deadline: vi "chưa có thời hạn", en "no due date";
    /// Nobody leads on a task.
    no_lead_assigned: vi "chưa giao đơn vị chủ trì", en "no lead assigned";
    /// Nobody leads on a question.
    no_lead: vi "chưa có đơn vị chủ trì", en "no lead named";
    /// The day and the clock time to the second.
    moment(at: Timestamp): vi (full_moment(Lang::Vi, at)), en (full_moment(Lang::En, at));
    /// "22/03/2024" or "22 March 2024".
    day(date: Date): vi (date.day().format("%d/%m/%Y").to_string()), en (english_day(date.day()));
    /// The day as it stands in a sentence of a paper, with a 0 before days under 10 and months under 3.
    day_in_a_sentence(date: Date): vi (vietnamese_day(date.day())), en (english_day(date.day()));
    /// The time of day as it stands in a sentence of a paper: "08 giờ 05 phút".
    clock_in_a_sentence(at: Timestamp):
        vi (at.moment().format("%H giờ %M phút").to_string()), en (Lang::En.clock(at));
    clock_and_day(clock: &str, day: &str): vi "{clock}, {day}", en "{clock}, {day}";
    weekday_and_day(weekday: &str, day: &str): vi "{weekday}, ngày {day}", en "{weekday}, {day}";
    due_by(due: &str): vi "thời hạn: {due}", en "due: {due}";
    seconds(count: i64): vi "{count} giây", en (spelled(count, "second", "seconds"));
    minutes(count: i64): vi "{count} phút", en (spelled(count, "minute", "minutes"));
    hours(count: i64): vi "{count} giờ", en (spelled(count, "hour", "hours"));
    days(count: i64): vi "{count} ngày", en (spelled(count, "day", "days"));
}

impl Lang {
    /// The time of day: "08:42".
    pub fn clock(self, at: Timestamp) -> String {
        at.moment().format("%H:%M").to_string()
    }

    /// The two largest units of a span that say something: "45 giây", "12 phút", "1 giờ 5 phút".
    pub fn duration(self, millis: i64) -> String {
        let seconds = millis.max(0) / 1000;
        let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400);
        let with = |large: String, rest: i64, small: fn(Self, i64) -> String| match rest {
            0 => large,
            _ => format!("{large} {}", small(self, rest)),
        };
        match (minutes, hours, days) {
            (0, ..) => self.seconds(seconds),
            (_, 0, _) => self.minutes(minutes),
            (.., 0) => with(self.hours(hours), minutes % 60, Self::minutes),
            _ => with(self.days(days), hours % 24, Self::hours),
        }
    }

    /// The day with its weekday, so that a mistyped date is noticed: "thứ Ba, 10/12/2024".
    pub fn day_in_words(self, date: Date) -> String {
        let weekday = date.day().weekday().num_days_from_monday() as usize;
        let names = match self {
            Self::Vi => WEEKDAYS_VI,
            Self::En => WEEKDAYS_EN,
        };
        let name = names.get(weekday).copied().unwrap_or_default();
        self.weekday_and_day(name, &self.day(date))
    }

    /// A deadline as given: the date, the words, both, or that there is none.
    pub fn deadline(self, due: Option<Date>, due_text: Option<&str>) -> String {
        match (due, due_text) {
            (Some(date), Some(words)) => format!("{} ({words})", self.day(date)),
            (Some(date), None) => self.day(date),
            (None, Some(words)) => words.to_owned(),
            (None, None) => self.no_deadline().to_owned(),
        }
    }

    /// The deadline as part of a sentence: "thời hạn: 31/08/2024", or "chưa có thời hạn".
    pub fn due(self, due: Option<Date>, due_text: Option<&str>) -> String {
        match (due, due_text) {
            (None, None) => self.no_deadline().to_owned(),
            _ => self.due_by(&self.deadline(due, due_text)),
        }
    }

    /// A number with its thousands set apart: "20.000" or "20,000".
    pub fn number(self, number: usize) -> String {
        let separator = match self {
            Self::Vi => '.',
            Self::En => ',',
        };
        let digits = number.to_string();
        let mut spaced = String::with_capacity(digits.len() + digits.len() / 3);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                spaced.push(separator);
            }
            spaced.push(digit);
        }
        spaced
    }
}

fn english_day(day: NaiveDate) -> String {
    let month = MONTHS.get(day.month0() as usize).copied().unwrap_or_default();
    format!("{} {month} {}", day.day(), day.year())
}

fn vietnamese_day(day: NaiveDate) -> String {
    let month = match day.month() {
        month @ 1..=2 => format!("0{month}"),
        month => month.to_string(),
    };
    format!("ngày {:02} tháng {month} năm {}", day.day(), day.year())
}

fn full_moment(lang: Lang, at: Timestamp) -> String {
    format!("{}, {}", at.moment().format("%H:%M:%S"), lang.day(at.date()))
}

fn spelled(count: i64, one: &str, many: &str) -> String {
    usize::try_from(count).map_or_else(|_| format!("{count} {many}"), |n| counted(n, one, many))
}

#[cfg(test)]
mod tests {
    use super::{Date, Lang};

    #[test]
    fn a_span_says_its_two_largest_units() {
        assert_eq!(Lang::Vi.duration(45_999), "45 giây");
        assert_eq!(Lang::Vi.duration(12 * 60_000), "12 phút");
        assert_eq!(Lang::Vi.duration(65 * 60_000), "1 giờ 5 phút");
        assert_eq!(Lang::En.duration(61 * 60_000), "1 hour 1 minute");
        assert_eq!(Lang::En.duration(24 * 3_600_000), "1 day");
        assert_eq!(Lang::En.duration(-5), "0 seconds");
    }

    #[test]
    fn days_and_clocks_are_written_as_each_language_does() {
        let at = "2024-03-22T08:02:07+07:00".parse().expect("a time");
        assert_eq!(Lang::Vi.clock(at), "08:02");
        assert_eq!(Lang::Vi.day(at.date()), "22/03/2024");
        assert_eq!(Lang::En.day(at.date()), "22 March 2024");
        assert_eq!(Lang::Vi.day_in_words(at.date()), "thứ Sáu, ngày 22/03/2024");
        assert_eq!(Lang::En.day_in_words(at.date()), "Friday, 22 March 2024");
        assert_eq!(Lang::Vi.moment(at), "08:02:07, 22/03/2024");
    }

    #[test]
    fn in_a_sentence_of_a_paper_small_days_and_the_first_two_months_have_a_zero() {
        let at = "2024-02-05T08:05:00+07:00".parse().expect("a time");
        assert_eq!(Lang::Vi.clock_in_a_sentence(at), "08 giờ 05 phút");
        assert_eq!(Lang::Vi.day_in_a_sentence(at.date()), "ngày 05 tháng 02 năm 2024");
        let later = Date::from_ymd(2024, 10, 31).expect("a date");
        assert_eq!(Lang::Vi.day_in_a_sentence(later), "ngày 31 tháng 10 năm 2024");
        assert_eq!(Lang::En.day_in_a_sentence(later), "31 October 2024");
    }

    #[test]
    fn a_deadline_is_a_date_or_words_or_both_or_said_to_be_missing() {
        let date = Date::from_ymd(2024, 8, 31);
        assert_eq!(Lang::Vi.deadline(date, Some("trong tháng 8")), "31/08/2024 (trong tháng 8)");
        assert_eq!(Lang::Vi.deadline(None, Some("trong tháng 8")), "trong tháng 8");
        assert_eq!(Lang::Vi.deadline(None, None), "chưa có thời hạn");
    }

    #[test]
    fn thousands_are_set_apart_by_the_sign_of_the_language() {
        assert_eq!(Lang::Vi.number(314_200), "314.200");
        assert_eq!(Lang::En.number(1_000_000), "1,000,000");
        assert_eq!(Lang::En.number(999), "999");
    }
}
