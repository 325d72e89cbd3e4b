//! A moment in a session as it is typed: an event's number, a full time, or a time on the wall.

use std::str::FromStr;

use chrono::NaiveTime;

use crate::session::Session;
use crate::session::event::Recorded;
use crate::session::time::Timestamp;

/// `12`, `2024-03-22T08:42:00+07:00`, or `8:42` on the session's own clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Point {
    Event(usize),
    Time(Timestamp),
    OnTheWall(NaiveTime),
}

impl FromStr for Point {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if let Ok(event) = text.parse() {
            return Ok(Self::Event(event));
        }
        if let Ok(time) = text.parse() {
            return Ok(Self::Time(time));
        }
        let wall = NaiveTime::parse_from_str(text, "%H:%M:%S");
        wall.or_else(|_| NaiveTime::parse_from_str(text, "%H:%M"))
            .map(Self::OnTheWall)
            .map_err(|_| ())
    }
}

impl Point {
    /// How many events had happened then; `None` when there were never so many.
    ///
    /// A time on the wall is one of the day of the opening.
    pub(super) fn events(self, session: &Session) -> Option<usize> {
        let history = session.history();
        let until = |passed: &dyn Fn(&Recorded) -> bool| {
            history.iter().take_while(|recorded| passed(recorded)).count()
        };
        match self {
            Self::Event(event) => (event <= history.len()).then_some(event),
            Self::Time(time) => Some(until(&|recorded| recorded.at <= time)),
            Self::OnTheWall(wall) => {
                let day = history.first()?.at.date().day();
                let moment = day.and_time(wall);
                Some(until(&|recorded| recorded.at.moment().naive_local() <= moment))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Point;

    #[test]
    fn a_point_is_a_number_a_time_or_a_time_on_the_wall() {
        assert_eq!("12".parse(), Ok(Point::Event(12)));
        assert!(matches!("2024-03-22T08:42:00+07:00".parse(), Ok(Point::Time(_))));
        assert!(matches!("8:42".parse(), Ok(Point::OnTheWall(_))));
        assert!(matches!("08:42:10".parse(), Ok(Point::OnTheWall(_))));
        for wrong in ["", "-1", "sáng", "25:00"] {
            assert!(wrong.parse::<Point>().is_err(), "{wrong}");
        }
    }
}
