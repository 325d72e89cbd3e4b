//! Tests of the filter: a short session, and the stretches that are left of it.

use super::{Filter, FilterChoices, next_in, previous_in};
use crate::review::timeline::Timeline;
use crate::session::fixture::session_of;
use crate::session::outcome::Outcome;
use crate::session::payload::Channel;

/// The events are numbered in brackets where it matters.
const MORNING: &str = r#"
8:00 {"command":"open","title":"Đối thoại"}
8:01 {"command":"add_responder","responder":{"id":"so-xd","name":"Sở Xây dựng","kind":"agency"}}
8:01 {"command":"add_responder","responder":{"id":"so-gd","name":"Sở Giáo dục","kind":"agency"}}
8:02 {"command":"ask_question","asker":{"name":"Mai","unit":"ĐH Cần Thơ"},"channel":"floor","kind":"question","theme":"Nhà ở","text":"Một"}
8:03 {"command":"ask_question","asker":{"name":"Lan","unit":"Trường nghề"},"channel":"slip","kind":"question","theme":"Học phí","text":"Hai"}
8:04 {"command":"ask_question","delegate":1,"channel":"floor","kind":"question","theme":"nha o ","text":"Ba"}
8:05 {"command":"route_question","question":1,"lead":"so-xd","support":["so-gd"]}
8:06 {"command":"call_question","question":1}
8:07 {"command":"make_statement","by_responder":"so-gd","text":"Xin phép"}
8:08 {"command":"give_answer","question":1,"text":"Trả lời"}
8:09 {"command":"defer_question","question":2,"by_responder":"so-gd"}
8:10 {"command":"assign_task","text":"Việc","questions":[2]}
8:11 {"command":"progress_task","task":1,"progress":"done"}
8:12 {"command":"edit_question","question":3,"text":"Ba, sửa"}
8:13 {"command":"undo"}
8:14 {"command":"close"}
"#;

#[track_caller]
fn assert_left(filter: &Filter, expected: &[std::ops::Range<usize>]) {
    let session = session_of(MORNING);
    assert_eq!(filter.stretches(&session, &Timeline::of(&session)), expected);
}

#[test]
fn a_theme_leaves_its_questions_however_it_was_spelt_with_their_turns_and_what_was_undone() {
    // 4, 5: asked with the asker. 8: asked. 9–12: routed, called, spoken, answered. 16, 17: edited, undone.
    let theme = Filter { theme: Some("NHA O".to_owned()), ..Filter::default() };
    assert_left(&theme, &[4..6, 8..13, 16..18]);
}

#[test]
fn a_responder_leaves_what_they_lead_support_or_owe_with_its_tasks() {
    let responder = Filter { responder: Some("so-gd".into()), ..Filter::default() };
    assert_left(&responder, &[4..8, 9..16]);
}

#[test]
fn all_that_is_asked_for_must_apply() {
    let of_mai = Filter { unit: Some("dh can tho".to_owned()), ..Filter::default() };
    let answered = Filter { outcome: Some(Outcome::Answered), ..of_mai.clone() };
    assert_left(&answered, &[4..6, 9..13]);
    let by_slip = Filter { channel: Some(Channel::Slip), ..of_mai };
    assert_left(&by_slip, &[]);
    assert!(Filter::default().is_empty() && !by_slip.is_empty());
}

#[test]
fn the_choices_are_the_values_that_occur_each_with_its_count() {
    let choices = FilterChoices::of(session_of(MORNING).state());
    assert_eq!(choices.themes, [("Học phí".to_owned(), 1), ("Nhà ở".to_owned(), 2)]);
    assert_eq!(choices.units, [("ĐH Cần Thơ".to_owned(), 2), ("Trường nghề".to_owned(), 1)]);
    assert_eq!(choices.responders, [("so-xd".into(), 1), ("so-gd".into(), 2)]);
    let outcomes = [(Outcome::Answered, 1), (Outcome::Deferred, 1), (Outcome::Open, 1)];
    assert_eq!(choices.outcomes, outcomes);
    assert_eq!(choices.channels, [(Channel::Floor, 2), (Channel::Slip, 1)]);
}

#[test]
fn steps_go_from_stretch_to_stretch_in_both_directions() {
    let stretches = [2..4, 7..8];
    let forward: Vec<_> = (0..9).map(|moment| next_in(&stretches, moment)).collect();
    assert_eq!(forward[..4], [Some(2), Some(2), Some(3), Some(7)]);
    assert_eq!(forward[4..], [Some(7), Some(7), Some(7), None, None]);
    let back: Vec<_> = (0..9).map(|moment| previous_in(&stretches, moment)).collect();
    assert_eq!(back[..5], [None, None, None, Some(2), Some(3)]);
    assert_eq!(back[5..], [Some(3), Some(3), Some(3), Some(7)]);
}
