//! Times as people and forms write them: `5/3/2026`, `05-03-2026 14:30`, `2026/03/05 2:30:12 PM GMT+7`.

use chrono::{FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use crate::session::time::Timestamp;
use crate::text::fold::fold;

/// Days as Excel counts them, in which a number can be a time: about 1954 to 2119.
const SERIALS: std::ops::Range<f64> = 20_000.0..80_000.0;

/// Which of two numbers before the year is the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayOrder {
    /// As in Vietnam.
    #[default]
    DayFirst,
    /// As English forms have it.
    MonthFirst,
}

/// The time that the words tell; one without an offset is a time of `offset`.
#[must_use]
pub fn read(words: &str, order: DayOrder, offset: FixedOffset) -> Option<Timestamp> {
    if let Ok(time) = words.trim().parse::<Timestamp>() {
        return time.is_in_range().then_some(time);
    }
    let serial = words.trim().parse().ok().filter(|serial| SERIALS.contains(serial));
    if let Some(serial) = serial {
        return of_serial(serial).and_then(|local| at(local, offset));
    }
    let mut reader =
        MomentReader { tokens: tokens(words), place: 0, order, ..MomentReader::default() };
    reader.read()?;
    let time = reader.time()?;
    let local = reader.date?.and_time(time);
    at(local, reader.offset.unwrap_or(offset))
}

/// The local time at this offset, if it is one that is recorded.
#[must_use]
pub fn at(local: NaiveDateTime, offset: FixedOffset) -> Option<Timestamp> {
    let time = local.and_local_timezone(offset).single().map(Timestamp::new)?;
    time.is_in_range().then_some(time)
}

fn of_serial(serial: f64) -> Option<NaiveDateTime> {
    let first = NaiveDate::from_ymd_opt(1899, 12, 30)?.and_time(NaiveTime::MIN);
    #[expect(clippy::cast_possible_truncation, reason = "bounded by SERIALS")]
    let seconds = (serial * 86_400.0).round() as i64;
    first.checked_add_signed(TimeDelta::try_seconds(seconds)?)
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    /// With how many digits it was written.
    Number(u32, usize),
    Word(String),
    Sign(char),
}

fn tokens(words: &str) -> Vec<Token> {
    let folded = fold(words);
    let mut tokens = Vec::new();
    let mut letters = folded.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut run = String::from(letter);
        if letter.is_ascii_digit() {
            while let Some(digit) = letters.next_if(char::is_ascii_digit) {
                run.push(digit);
            }
            // What does not fit is no date.
            tokens.push(Token::Number(run.parse().unwrap_or(u32::MAX), run.len()));
        } else if letter.is_alphabetic() {
            while let Some(more) = letters.next_if(|letter| letter.is_alphabetic()) {
                run.push(more);
            }
            tokens.push(Token::Word(run));
        } else if !letter.is_whitespace() && letter != ',' {
            tokens.push(Token::Sign(letter));
        }
    }
    tokens
}

#[derive(Default)]
struct MomentReader {
    tokens: Vec<Token>,
    place: usize,
    order: DayOrder,
    date: Option<NaiveDate>,
    clock: Option<[u32; 3]>,
    is_afternoon: Option<bool>,
    offset: Option<FixedOffset>,
}

impl MomentReader {
    fn read(&mut self) -> Option<()> {
        while let Some(token) = self.tokens.get(self.place).cloned() {
            match token {
                Token::Number(..) => self.date().or_else(|| self.hours())?,
                Token::Word(word) => self.word(&word)?,
                Token::Sign('+' | '-') if self.clock.is_some() => self.zone()?,
                Token::Sign('-' | '–' | '(' | ')') => self.place += 1,
                Token::Sign(_) => return None,
            }
        }
        Some(())
    }

    fn number(&self, ahead: usize) -> Option<(u32, usize)> {
        match self.tokens.get(self.place + ahead)? {
            Token::Number(number, digits) => Some((*number, *digits)),
            Token::Word(_) | Token::Sign(_) => None,
        }
    }

    fn is_word(&self, ahead: usize, words: &[&str]) -> bool {
        matches!(self.tokens.get(self.place + ahead), Some(Token::Word(word)) if words.contains(&word.as_str()))
    }

    fn is_sign(&self, ahead: usize, signs: &[char]) -> bool {
        matches!(self.tokens.get(self.place + ahead), Some(Token::Sign(sign)) if signs.contains(sign))
    }

    /// `5/3/2026`, `2026-03-05`, `5 tháng 3 năm 2026`.
    fn date(&mut self) -> Option<()> {
        let (first, second, third) = (self.number(0)?, self.number(2)?, self.number(4)?);
        let signs = ['/', '-', '.'];
        let is_short = self.is_sign(1, &signs)
            && self.tokens.get(self.place + 1) == self.tokens.get(self.place + 3);
        let is_long = self.is_word(1, &["thang"]) && self.is_word(3, &["nam"]);
        if self.date.is_some() || !(is_short || is_long) {
            return None;
        }
        let (year, month, day) = match (first.1, third.1, self.order) {
            (4, _, _) => (first, second, third),
            (_, 2 | 4, DayOrder::MonthFirst) if is_short => (third, first, second),
            (_, 2 | 4, _) => (third, second, first),
            _ => return None,
        };
        let year = if year.1 == 2 { 2000 + year.0 } else { year.0 };
        self.date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month.0, day.0);
        self.place += 5;
        self.date.map(drop)
    }

    /// `14:30`, `14:30:12`, `14h30`, `14 giờ 30 phút`, `14h`.
    fn hours(&mut self) -> Option<()> {
        let (hour, _) = self.number(0)?;
        let is_colon = self.is_sign(1, &[':']);
        let is_hour = self.is_word(1, &["h", "g", "gio"]);
        if self.clock.is_some() || !(is_colon || is_hour) {
            return None;
        }
        self.place += 2;
        let minute = match self.number(0) {
            Some((minute, _)) if !self.is_sign(1, &['/', '-', '.']) || is_colon => minute,
            None if is_colon => return None,
            _ => {
                self.clock = Some([hour, 0, 0]);
                return Some(());
            }
        };
        self.place += 1;
        let mut second = 0;
        if self.is_sign(0, &[':']) {
            second = self.number(1)?.0;
            self.place += 2;
            // Finer than a second is not kept.
            if self.is_sign(0, &['.']) && self.number(1).is_some() {
                self.place += 2;
            }
        } else if self.is_word(0, &["p", "m", "phut"]) {
            self.place += 1;
        }
        self.clock = Some([hour, minute, second]);
        Some(())
    }

    fn word(&mut self, word: &str) -> Option<()> {
        match word {
            "am" | "sa" | "sang" => self.is_afternoon = Some(false),
            "pm" | "ch" | "chieu" | "toi" => self.is_afternoon = Some(true),
            "gmt" | "utc" if self.is_sign(1, &['+', '-']) => {
                self.place += 1;
                return self.zone();
            }
            "gmt" | "utc" | "z" => self.offset = FixedOffset::east_opt(0),
            // "Thứ Hai", "thứ 2".
            "thu" => self.place += 1,
            "cn" | "chu" | "nhat" | "luc" | "vao" | "hoi" | "ngay" | "t" => {}
            _ => return None,
        }
        self.place += 1;
        Some(())
    }

    /// `+7`, `+07:00`, `-0530`.
    fn zone(&mut self) -> Option<()> {
        let west = self.is_sign(0, &['-']);
        let (number, digits) = self.number(1)?;
        self.place += 2;
        let (hours, minutes) = match digits {
            4 => (number / 100, number % 100),
            1 | 2 if self.is_sign(0, &[':']) => {
                let (minutes, _) = self.number(1)?;
                self.place += 2;
                (number, minutes)
            }
            1 | 2 => (number, 0),
            _ => return None,
        };
        let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
        self.offset = FixedOffset::east_opt(if west { -seconds } else { seconds });
        self.offset.map(drop)
    }

    fn time(&self) -> Option<NaiveTime> {
        let [hour, minute, second] = self.clock.unwrap_or_default();
        let hour = match self.is_afternoon {
            Some(_) if self.clock.is_none() => return None,
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            _ => hour,
        };
        NaiveTime::from_hms_opt(hour, minute, second)
    }
}

#[cfg(test)]
mod tests;
