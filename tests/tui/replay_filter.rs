//! Filtering and searching a replay: what is found, and that moving stays within what the filter leaves.

use std::collections::BTreeSet;

use crate::support::replay::{Seat, whole_morning};
use doithoai::review::filter::holds;
use doithoai::session::command::Command;
use doithoai::session::number::QuestionNo;
use doithoai::session::payload::{Edit, NewConclusion, NewStatement, On};
use doithoai::tui::model::{Message, Target};

/// Whether the position is one that the filter leaves.
fn is_inside(seat: &Seat) -> bool {
    let left = seat.replay().stretches.as_ref().expect("a filter");
    holds(left, seat.position())
}

/// The moments that the filter leaves.
fn left(seat: &Seat) -> BTreeSet<usize> {
    seat.replay().stretches.iter().flatten().cloned().flatten().collect()
}

/// Whether the replay is filtered by something.
fn is_filtered(seat: &mut Seat, typed: &str) -> bool {
    seat.keys("f").keys(typed).keys("<Enter><Esc>");
    seat.replay().stretches.is_some()
}

#[test]
fn a_responder_is_found_by_its_short_name_and_both_names_are_shown() {
    let mut seat = Seat::new();
    seat.keys("fbtc").shows("Ban Tổ chức Thành ủy (BTC TU)").hides("Sở Xây dựng (");
    seat.keys("<Enter><Esc>").shows("lọc: BTC TU");
    for typed in ["so xd", "SỞ XD", "sở kh&cn", "khoa hoc", "thanh doan"] {
        assert!(is_filtered(&mut Seat::new(), typed), "{typed}");
    }
}

#[test]
fn home_end_and_scrubbing_stay_within_the_filter() {
    let mut seat = Seat::new();
    assert!(is_filtered(&mut seat, "so xd"));
    let left = left(&seat);
    let (first, last) = (*left.first().expect("some"), *left.last().expect("some"));
    assert!(first > 1 && last < seat.whole.history().len(), "{left:?}");
    seat.keys("<End>");
    assert_eq!(seat.position(), last);
    seat.keys("<Home>");
    assert_eq!(seat.position(), first);
    let mut reached = BTreeSet::new();
    for cell in 0..90 {
        seat.input(Message::Click(Target::Bar { cell, of: 90 }));
        assert!(is_inside(&seat), "cell {cell} leads to {}", seat.position());
        reached.insert(seat.position());
    }
    assert!(reached.contains(&first) && reached.contains(&last), "{reached:?} of {left:?}");
}

#[test]
fn at_the_end_of_what_the_filter_leaves_playing_begins_with_its_first_moment() {
    let mut seat = Seat::new();
    assert!(is_filtered(&mut seat, "so xd"));
    seat.keys("<End><Space>");
    assert_eq!(Some(&seat.position()), left(&seat).first());
}

#[test]
fn a_filter_that_leaves_nothing_has_no_first_and_no_last_moment() {
    let mut seat = Seat::new();
    seat.keys("fso xd<Enter><Esc>fđã trả lời<Enter><Esc>");
    let here = seat.position();
    for key in ["<Home>", "<End>", "<→>"] {
        seat.keys(key).shows("Không còn nữa theo hướng này.");
        assert_eq!(seat.position(), here, "{key}");
    }
}

#[test]
fn a_live_replay_that_is_filtered_follows_what_the_filter_leaves_alone() {
    let mut seat = Seat::before(&whole_morning().session, true);
    assert!(is_filtered(&mut seat, "so xd"));
    seat.keys("<End>");
    let last = seat.position();
    seat.goes_on(Command::CallQuestion(On { question: QuestionNo(6) }));
    assert_eq!(seat.position(), last, "question 6 is another responder's");
    seat.goes_on(Command::EditQuestion(Edit {
        question: QuestionNo(5),
        text: "Nhà ở xã hội?".into(),
        why: None,
    }));
    assert_eq!(seat.position(), seat.whole.history().len());
    assert!(is_inside(&seat));
}

#[test]
fn the_search_lists_no_remit_and_no_alias_as_if_somebody_had_said_it() {
    let mut seat = Seat::new();
    seat.keys("/ngan sach").shows("0 chỗ");
    seat.keys("<Esc>/quy hoach").shows("0 chỗ");
    seat.keys("<Esc>/so tai chinh").shows("danh sách đơn vị trả lời: Sở Tài chính");
}

#[test]
fn statements_conclusions_and_tasks_are_found_and_each_says_what_it_is() {
    let mut seat = Seat::before(&whole_morning().session, true);
    seat.goes_on(Command::MakeStatement(NewStatement {
        by_responder: "thanh-doan".into(),
        text: "Thanh niên là lực lượng xung kích.".into(),
    }));
    seat.goes_on(Command::RecordConclusion(NewConclusion {
        text: "Thống nhất lập quỹ.".into(),
        questions: vec![QuestionNo(3)],
    }));
    seat.keys("/xung kich").shows("Thành đoàn · phát biểu: Thanh niên là lực lượng xung kích.");
    seat.keys("<Esc>/thong nhat").shows("kết luận: Thống nhất lập quỹ.").hides("mc · kết luận");
    seat.keys("<Esc>/co che").shows("nhiệm vụ: Nghiên cứu cơ chế");
    seat.keys("<Enter>");
    assert_eq!(seat.event(), "task_assigned");
    let mut other = Seat::new();
    other.keys("/thang 8").shows("thời hạn: trong tháng 8").shows("BTC TU · đính chính: ");
}
