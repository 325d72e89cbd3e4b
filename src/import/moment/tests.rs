//! Times as they stand in tables.

use chrono::FixedOffset;

use super::{DayOrder, read};

fn told(words: &str, order: DayOrder) -> Option<String> {
    let vietnam = FixedOffset::east_opt(7 * 3600).expect("an offset");
    read(words, order, vietnam).map(|time| time.to_string())
}

#[test]
fn a_time_is_known_as_people_and_forms_write_it() {
    for (words, time) in [
        ("5/3/2026", "2026-03-05T00:00:00.000+07:00"),
        ("05-03-2026 14:30", "2026-03-05T14:30:00.000+07:00"),
        ("05.03.26", "2026-03-05T00:00:00.000+07:00"),
        ("2026-03-05", "2026-03-05T00:00:00.000+07:00"),
        ("2026-03-05T14:30:12Z", "2026-03-05T14:30:12.000+00:00"),
        ("2026-03-05 14:30:12.5", "2026-03-05T14:30:12.000+07:00"),
        ("2026/03/05 2:30:12 PM GMT+7", "2026-03-05T14:30:12.000+07:00"),
        ("2026/03/05 2:30:12 CH GMT+7", "2026-03-05T14:30:12.000+07:00"),
        ("2026/03/05 12:05:00 SA GMT+7", "2026-03-05T00:05:00.000+07:00"),
        ("2026/03/05 9:30:12 AM GMT+08:00", "2026-03-05T09:30:12.000+08:00"),
        ("14:30 5/3/2026", "2026-03-05T14:30:00.000+07:00"),
        ("14:30, ngày 05/03/2026", "2026-03-05T14:30:00.000+07:00"),
        ("14h30 ngày 5/3/2026", "2026-03-05T14:30:00.000+07:00"),
        ("14h 5/3/2026", "2026-03-05T14:00:00.000+07:00"),
        ("14 giờ 30 phút, ngày 5 tháng 3 năm 2026", "2026-03-05T14:30:00.000+07:00"),
        ("Ngày 5 tháng 3 năm 2026", "2026-03-05T00:00:00.000+07:00"),
        ("Thứ Năm, 5/3/2026", "2026-03-05T00:00:00.000+07:00"),
        ("46086.604166666664", "2026-03-05T14:30:00.000+07:00"),
    ] {
        assert_eq!(told(words, DayOrder::DayFirst).as_deref(), Some(time), "{words}");
    }
}

#[test]
fn the_month_stands_first_only_where_that_is_said() {
    let time = Some("2026-03-25T08:00:00.000+07:00".to_owned());
    assert_eq!(told("3/25/2026 8:00", DayOrder::MonthFirst), time);
    assert_eq!(told("2026-03-25 8:00", DayOrder::MonthFirst), time);
    assert_eq!(told("3/25/2026 8:00", DayOrder::DayFirst), None);
}

#[test]
fn what_is_no_time_is_none() {
    for words in [
        "",
        "hôm qua",
        "5/3",
        "31/2/2026",
        "5/3/2026 25:00",
        "5/3/2026 14:75",
        "14:30",
        "5/3/2026 5/3/2026",
        "5//3/2026",
        "5/3-2026",
        "99999999999/1/2026",
        "1/1/1800",
        "PM 5/3/2026",
        "5/3/2026 +7",
        "3",
        "1e5",
        "NaN",
        "0/0/0000",
    ] {
        assert_eq!(told(words, DayOrder::DayFirst), None, "{words}");
    }
}
