//! Filtering and searching a replay: what is found, and that moving stays within what the filter leaves.

use std::collections::BTreeSet;

use crate::support::session::whole_morning;
use crate::support::stage::Stage;
use doithoai::review::filter::holds;
use doithoai::session::command::Command;
use doithoai::session::number::QuestionNo;
use doithoai::session::payload::{Edit, NewConclusion, NewStatement, On};
use doithoai::tui::model::{Message, Target};

/// Whether the position is one that the filter leaves.
fn is_inside(stage: &Stage) -> bool {
    let left = stage.replay().stretches.as_ref().expect("a filter");
    holds(left, stage.position())
}

/// The moments that the filter leaves.
fn left(stage: &Stage) -> BTreeSet<usize> {
    stage.replay().stretches.iter().flatten().cloned().flatten().collect()
}

/// Whether the replay is filtered by something.
fn is_filtered(stage: &mut Stage, typed: &str) -> bool {
    stage.keys("f").keys(typed).keys("<Enter><Esc>");
    stage.replay().stretches.is_some()
}

#[test]
fn a_responder_is_found_by_its_short_name_and_both_names_are_shown() {
    let mut stage = Stage::replay_of_the_morning();
    stage.keys("fbtc").shows("Ban Tổ chức Thành ủy (BTC TU)").hides("Sở Xây dựng (");
    stage.keys("<Enter><Esc>").shows("lọc: BTC TU");
    for typed in ["so xd", "SỞ XD", "sở kh&cn", "khoa hoc", "thanh doan"] {
        assert!(is_filtered(&mut Stage::replay_of_the_morning(), typed), "{typed}");
    }
}

#[test]
fn home_end_and_scrubbing_stay_within_the_filter() {
    let mut stage = Stage::replay_of_the_morning();
    assert!(is_filtered(&mut stage, "so xd"));
    let left = left(&stage);
    let (first, last) = (*left.first().expect("some"), *left.last().expect("some"));
    assert!(first > 1 && last < stage.session.history().len(), "{left:?}");
    stage.keys("<End>");
    assert_eq!(stage.position(), last);
    stage.keys("<Home>");
    assert_eq!(stage.position(), first);
    let mut reached = BTreeSet::new();
    for cell in 0..90 {
        stage.input(Message::Click(Target::Bar { cell, of: 90 }));
        assert!(is_inside(&stage), "cell {cell} leads to {}", stage.position());
        reached.insert(stage.position());
    }
    assert!(reached.contains(&first) && reached.contains(&last), "{reached:?} of {left:?}");
}

#[test]
fn at_the_end_of_what_the_filter_leaves_playing_begins_with_its_first_moment() {
    let mut stage = Stage::replay_of_the_morning();
    assert!(is_filtered(&mut stage, "so xd"));
    stage.keys("<End><Space>");
    assert_eq!(Some(&stage.position()), left(&stage).first());
}

#[test]
fn a_filter_that_leaves_nothing_has_no_first_and_no_last_moment() {
    let mut stage = Stage::replay_of_the_morning();
    stage.keys("fso xd<Enter><Esc>fđã trả lời<Enter><Esc>");
    let here = stage.position();
    for key in ["<Home>", "<End>", "<→>"] {
        stage.keys(key).shows("Không còn nữa theo hướng này.");
        assert_eq!(stage.position(), here, "{key}");
    }
}

#[test]
fn a_live_replay_that_is_filtered_follows_what_the_filter_leaves_alone() {
    let mut stage = Stage::replay_of(&whole_morning().session, true);
    assert!(is_filtered(&mut stage, "so xd"));
    stage.keys("<End>");
    let last = stage.position();
    stage.goes_on(Command::CallQuestion(On { question: QuestionNo(6) }));
    assert_eq!(stage.position(), last, "question 6 is another responder's");
    stage.goes_on(Command::EditQuestion(Edit {
        question: QuestionNo(5),
        text: "Nhà ở xã hội?".into(),
        why: None,
    }));
    assert_eq!(stage.position(), stage.session.history().len());
    assert!(is_inside(&stage));
}

#[test]
fn the_search_lists_no_remit_and_no_alias_as_if_somebody_had_said_it() {
    let mut stage = Stage::replay_of_the_morning();
    stage.keys("/ngan sach").shows("0 chỗ");
    stage.keys("<Esc>/quy hoach").shows("0 chỗ");
    stage.keys("<Esc>/so tai chinh").shows("danh sách đơn vị trả lời: Sở Tài chính");
}

#[test]
fn statements_conclusions_and_tasks_are_found_and_each_says_what_it_is() {
    let mut stage = Stage::replay_of(&whole_morning().session, true);
    stage.goes_on(Command::MakeStatement(NewStatement {
        by_responder: "thanh-doan".into(),
        spoken_by: None,
        text: "Thanh niên là lực lượng xung kích.".into(),
    }));
    stage.goes_on(Command::RecordConclusion(NewConclusion {
        text: "Thống nhất lập quỹ.".into(),
        questions: vec![QuestionNo(3)],
    }));
    stage.keys("/xung kich").shows("Thành Đoàn · phát biểu: Thanh niên là lực lượng xung kích.");
    stage.keys("<Esc>/thong nhat").shows("kết luận: Thống nhất lập quỹ.").hides("mc · kết luận");
    stage.keys("<Esc>/co che").shows("nhiệm vụ: Nghiên cứu cơ chế");
    stage.keys("<Enter>");
    assert_eq!(stage.event(), "task_assigned");
    let mut other = Stage::replay_of_the_morning();
    other.keys("/thang 8").shows("thời hạn: trong tháng 8").shows("BTC TU · đính chính: ");
}
