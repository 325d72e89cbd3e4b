//! Stage → keys → what was recorded, at the desk.

use std::sync::Arc;

use crate::support::stage::Stage;
use crate::support::troubles;
use doithoai::export::PaperRequest;
use doithoai::session::number::QuestionNo;
use doithoai::session::refusal::Refusal;
use doithoai::store::{Relocation, ReplicaKind, StoreError};
use doithoai::tui::model::desk::{Notice, SaveState};
use doithoai::tui::model::form::{FormKind, Problem};
use doithoai::tui::model::overlay::{Confirmation, Overlay};
use doithoai::tui::model::trouble::Trouble;
use doithoai::tui::model::{Effect, Message};

/// The black box takes nothing.
fn lost() -> Trouble {
    troubles::copies_lost(
        "phien.json",
        &[ReplicaKind::BlackBox("/home/thu-ky/.local/state/doithoai".into())],
    )
}

const ASK_ONE: &str = r#"{"command":"ask_question","asker":{"name":"Trần Thị Mai","unit":"Đại học Cần Thơ"},"text":"Nhà trọ quá đắt"}"#;
const ASK_TWO: &str = r#"{"command":"ask_question","text":"Quỹ nghiên cứu cho sinh viên"}"#;
const ASK_THREE: &str = r#"{"command":"ask_question","text":"Cán bộ Đoàn hết tuổi"}"#;
const ROUTE_ONE: &str = r#"{"command":"route_question","question":1,"lead":"so-xd"}"#;
const ROUTE_TWO: &str = r#"{"command":"route_question","question":2,"lead":"so-khcn"}"#;

#[test]
fn a_question_is_typed_with_the_cursor_in_its_text_and_recorded_once_confirmed() {
    let mut stage = Stage::new();
    stage.keys("nEm xin hỏi về nhà ở");
    assert_eq!(stage.session.state().question_count(), 0, "nothing is recorded while it is typed");
    stage.keys("<Ctrl+S>");
    assert_eq!(&*stage.question(1).text, "Em xin hỏi về nhà ở");
    assert_eq!(stage.desk().chosen, Some(QuestionNo(1)));
    assert!(stage.desk().forms.is_empty());
}

#[test]
fn enter_takes_the_natural_next_step_from_routing_to_showing_the_answer() {
    let mut stage = Stage::with(&[ASK_ONE]);
    stage.keys("<Enter>nha tro<Enter><Enter>");
    assert_eq!(stage.question(1).lead().map(|id| id.0.as_str()), Some("so-xd"));
    stage.keys("<Enter>");
    assert_eq!(stage.status(1), "called");
    stage.keys("<Enter>");
    assert_eq!(stage.status(1), "answering");
    stage.keys("Thành phố đang quy hoạch.<Ctrl+S>");
    assert_eq!(stage.status(1), "answered");
    assert_eq!(stage.question(1).answers[0].text.as_deref(), Some("Thành phố đang quy hoạch."));
    stage.keys("<Enter>");
    assert!(stage.desk().opened);
    assert_eq!(stage.last_event(), "answer_given", "showing records nothing");
}

#[test]
fn a_key_pressed_twice_by_accident_chooses_nobody_and_skips_no_question() {
    let mut stage = Stage::with(&[ASK_ONE, ASK_TWO, ROUTE_TWO]);
    stage.keys("<Home>");
    let first = stage.desk().chosen;
    stage.hurried(true).keys("<Enter><Enter><Enter>");
    assert_eq!(stage.desk().chosen, first);
    assert_eq!(stage.status(2), "called", "a held key takes one step");
    stage.hurried(false).keys("cc");
    assert_eq!(stage.status(2), "called");
    stage.keys("<End>").hurried(true).keys("<Enter><Enter><Enter>");
    assert_eq!(stage.question(1).lead(), None, "the finger was on nobody");
}

#[test]
fn the_route_filter_needs_no_diacritics_and_takes_any_number_of_supporting_responders() {
    let mut stage = Stage::with(&[ASK_ONE]);
    stage.keys("rxay dung<Enter>khoa hoc+thanh+<Ctrl+S>");
    let question = stage.question(1);
    assert_eq!(question.lead().map(|id| id.0.as_str()), Some("so-xd"));
    let support: Vec<&str> = question.support().iter().map(|id| id.0.as_str()).collect();
    assert_eq!(support, ["so-khcn", "thanh-doan"]);
}

#[test]
fn an_official_nobody_listed_is_added_from_the_route_filter_and_leads_at_once() {
    let mut stage = Stage::with(&[ASK_ONE]);
    stage.keys("rKho bạc khu vực<Enter>");
    assert_eq!(stage.desk().form().map(|form| form.kind), Some(FormKind::AddResponder));
    stage.keys("<Ctrl+S><Ctrl+S>");
    assert_eq!(stage.question(1).lead().map(|id| id.0.as_str()), Some("kho-bac-khu-vuc"));
}

#[test]
fn letters_left_in_a_filter_beside_a_choice_are_asked_about_not_guessed() {
    let mut stage = Stage::with(&[ASK_ONE, ROUTE_ONE]);
    stage.keys("rkhoa hoc<Ctrl+S>");
    assert!(matches!(
        stage.desk().form().and_then(|f| f.problem.clone()),
        Some(Problem::StillTyping(_))
    ));
    assert_eq!(stage.question(1).lead().map(|id| id.0.as_str()), Some("so-xd"));
}

#[test]
fn an_asker_seen_before_is_found_by_part_of_a_unit_and_stays_one_delegate() {
    let mut stage = Stage::with(&[ASK_ONE]);
    stage.keys("n<Tab>dai hoc<↓><Enter>Còn ký túc xá thì sao?<Ctrl+S>");
    assert_eq!(stage.question(2).delegate, stage.question(1).delegate);
    assert_eq!(stage.session.state().delegates().count(), 1);
}

#[test]
fn a_follow_up_keeps_its_asker_and_stands_behind_its_first() {
    let mut stage = Stage::with(&[ASK_ONE, ASK_TWO]);
    stage.keys("<Home>hHồ sơ nộp ở đâu?<Ctrl+S>");
    assert_eq!(stage.question(3).follows, Some(QuestionNo(1)));
    assert_eq!(stage.question(3).delegate, stage.question(1).delegate);
    let order: Vec<u32> = stage.session.state().order().iter().map(|number| number.0).collect();
    assert_eq!(order, [1, 3, 2]);
    stage.keys("<");
    assert!(matches!(stage.desk().notice, Some(Notice::FollowsItsFirst { .. })));
}

#[test]
fn moving_a_question_keeps_it_chosen_and_undo_puts_it_back() {
    let mut stage = Stage::with(&[ASK_ONE, ASK_TWO, ASK_THREE]);
    let order =
        |stage: &Stage| stage.session.state().order().iter().map(|n| n.0).collect::<Vec<_>>();
    stage.keys("<End>^");
    assert_eq!((order(&stage), stage.desk().chosen), (vec![3, 1, 2], Some(QuestionNo(3))));
    stage.keys("<Shift+↓>");
    assert_eq!(order(&stage), [1, 3, 2]);
    stage.keys("<Shift+↓>");
    assert_eq!(order(&stage), [1, 2, 3]);
    stage.keys("<Shift+↑>");
    assert_eq!(order(&stage), [1, 3, 2]);
    stage.keys("uuuu");
    assert_eq!(order(&stage), [1, 2, 3]);
    assert_eq!(stage.desk().chosen, Some(QuestionNo(3)));
}

#[test]
fn several_responders_answer_one_question_and_the_chair_may_add() {
    let mut stage = Stage::with(&[ASK_ONE, ROUTE_ONE]);
    stage.keys("aMột<Ctrl+S>a<Ctrl+R>Thanh<Enter>Hai<Ctrl+S>");
    let by: Vec<&str> =
        stage.question(1).answers.iter().map(|answer| answer.by.0.as_str()).collect();
    assert_eq!(by, ["so-xd", "thanh-doan"]);
}

#[test]
fn a_written_answer_is_due_on_a_date_in_some_days_or_in_words() {
    for (typed, date, words) in [
        ("1/4/2024", Some("2024-04-01"), None),
        ("+10d", Some("2024-04-01"), None),
        ("trong tháng 8", None, Some("trong tháng 8")),
    ] {
        let mut stage = Stage::with(&[ASK_ONE, ROUTE_ONE]);
        stage.keys(&format!("d{typed}<Ctrl+S>"));
        let shown = format!("{:?}", stage.question(1).status);
        assert_eq!(stage.status(1), "deferred", "{shown}");
        let doithoai::session::question::Status::Deferred(deferral) = &stage.question(1).status
        else {
            panic!("{shown}")
        };
        assert_eq!(deferral.due.map(|due| due.to_string()).as_deref(), date);
        assert_eq!(deferral.due_text.as_deref(), words);
    }
}

#[test]
fn a_task_takes_lead_support_due_and_the_question_it_comes_from() {
    let mut stage = Stage::with(&[ASK_ONE, ROUTE_ONE]);
    stage.keys("tRà soát nhà trọ<Tab><Tab>+10d<Ctrl+S>");
    let task = stage.session.state().tasks().next().expect("a task");
    assert_eq!(task.lead.as_ref().map(|id| id.0.as_str()), Some("so-xd"));
    assert_eq!(task.questions, [QuestionNo(1)]);
    assert!(task.due.is_some());
}

#[test]
fn blank_lines_split_a_contribution_and_each_part_waits_for_its_own_lead() {
    let mut stage = Stage::with(&[ASK_ONE]);
    stage.keys("S<Ctrl+S>");
    assert_eq!(stage.desk().form().and_then(|f| f.problem.clone()), Some(Problem::NeedsTwoParts));
    stage.paste("\n\nĐường xấu quá\n\nThiếu sân chơi").keys("<Ctrl+S>");
    assert_eq!(stage.status(1), "split");
    let texts: Vec<&str> = (2..=4).map(|n| &*stage.question(n).text).collect();
    assert_eq!(texts, ["Nhà trọ quá đắt", "Đường xấu quá", "Thiếu sân chơi"]);
}

#[test]
fn merging_finds_the_other_question_by_its_words_and_can_be_taken_back() {
    let mut stage = Stage::with(&[ASK_ONE, ASK_TWO]);
    stage.keys("<Home>mquy nghien<Enter><Enter>");
    assert_eq!(stage.status(1), "merged");
    stage.keys("M");
    assert_eq!(stage.status(1), "queued");
}

#[test]
fn a_question_is_declined_or_referred_saying_whose_it_is() {
    let mut stage = Stage::with(&[ASK_ONE, ASK_TWO]);
    stage.keys("<Home>xNgoài phạm vi<Tab>Công an tỉnh<Ctrl+S>");
    let doithoai::session::question::Status::Declined { disposal, .. } = &stage.question(1).status
    else {
        panic!("{:?}", stage.question(1).status)
    };
    assert_eq!(
        (disposal.why.as_deref(), disposal.to.as_deref()),
        (Some("Ngoài phạm vi"), Some("Công an tỉnh"))
    );
    stage.keys("<Home>fxay<Enter>Đúng lĩnh vực<Ctrl+S>");
    assert_eq!(stage.status(2), "referred");
}

#[test]
fn every_step_is_taken_back_by_u_and_brought_back_by_capital_u() {
    let mut stage = Stage::with(&[ASK_ONE]);
    stage.keys("rxay<Enter><Ctrl+S>cau<Esc>");
    let before = stage.session.state().clone();
    stage.keys("u");
    assert!(matches!(stage.desk().notice, Some(Notice::TakenBack(_))));
    stage.keys("U");
    assert!(matches!(stage.desk().notice, Some(Notice::BroughtBack(_))));
    assert_eq!(*stage.session.state(), before);
    stage.keys("U");
    assert_eq!(stage.desk().notice, Some(Notice::Refused(Refusal::NothingToRedo)));
}

#[test]
fn a_form_put_aside_comes_back_word_for_word() {
    let mut stage = Stage::new();
    stage.keys("nEm xin hỏi<Esc>");
    assert_eq!(stage.desk().notice, Some(Notice::DraftKept));
    stage.keys("n<Ctrl+O>");
    assert!(stage.desk().form().is_some_and(|form| form.from_draft));
    stage.keys(" thêm<Ctrl+S>");
    assert_eq!(&*stage.question(1).text, "Em xin hỏi thêm");
    assert!(stage.kept().is_empty(), "a confirmed draft is gone");
}

#[test]
fn a_crash_in_the_middle_of_typing_offers_the_draft_again() {
    let mut stage = Stage::with(&[ASK_ONE, ROUTE_ONE]);
    stage.keys("aNgay từ đầu nhiệm kỳ").paste("\nBan Tổ chức sẽ…");
    let mut stage = stage.restarted();
    assert!(matches!(stage.model.overlays.top(), Some(Overlay::Drafts { .. })));
    stage.keys("<Enter><Ctrl+S>");
    let answer = stage.question(1).answers[0].text.as_deref();
    assert_eq!(answer, Some("Ngay từ đầu nhiệm kỳ\nBan Tổ chức sẽ…"));
}

#[test]
fn a_refused_form_comes_back_as_it_was_with_the_reason() {
    let mut stage = Stage::with(&[ASK_ONE]);
    stage.keys("x<Ctrl+S>");
    let form = stage.desk().form().expect("the form is back");
    assert!(matches!(form.problem, Some(Problem::Refused(Refusal::Blank(_)))));
    assert_eq!(stage.status(1), "queued");
}

#[test]
fn while_the_disk_is_slow_typing_goes_on_and_nothing_is_shown_as_saved() {
    let mut stage = Stage::new();
    stage.slow = true;
    stage.keys("nMột<Ctrl+S>nHai");
    assert_eq!(stage.desk().saved, SaveState::Saving);
    assert_eq!(stage.session.state().question_count(), 0);
    assert_eq!(stage.kept().len(), 2, "both are kept until they are on the disk");
    stage.caught_up();
    assert_eq!(stage.desk().saved, SaveState::Saved);
    stage.keys(" nữa<Ctrl+S>");
    assert_eq!(&*stage.question(2).text, "Hai nữa");
}

#[test]
fn closing_lists_what_has_no_outcome_and_the_record_says_what_was_left() {
    let mut stage = Stage::with(&[ASK_ONE, ASK_TWO, ROUTE_TWO]);
    stage.keys("C");
    let Some(Overlay::Closing(closing)) = stage.model.overlays.top() else { panic!("no list") };
    assert_eq!(closing.open, [QuestionNo(1), QuestionNo(2)]);
    stage.keys("<↓>d+10d<Ctrl+S>");
    let Some(Overlay::Closing(closing)) = stage.model.overlays.top() else { panic!("no list") };
    assert_eq!(closing.open, [QuestionNo(1)]);
    stage.keys("<Ctrl+S>");
    assert!(stage.session.state().is_closed());
    assert!(matches!(stage.model.overlays.top(), Some(Overlay::Closed { .. })));
    let why = format!("{:?}", stage.session.history().last().expect("closed").event);
    assert!(why.contains("còn 1 câu chưa có kết quả: 1"), "{why}");
    stage.keys("<Enter>");
    let [Effect::WritePaper(order)] = stage.asked.as_slice() else { panic!("{:?}", stage.asked) };
    assert_eq!((&order.request, &order.place), (&PaperRequest::Transcript, &None));
}

#[test]
fn a_closed_session_refuses_new_questions_and_says_why() {
    let mut stage = Stage::with(&[r#"{"command":"close"}"#]);
    stage.keys("n");
    assert_eq!(stage.desk().notice, Some(Notice::Refused(Refusal::Closed)));
}

#[test]
fn search_finds_without_case_or_diacritics_and_goes_there() {
    let mut stage = Stage::with(&[ASK_ONE, ASK_TWO, ASK_THREE]);
    stage.keys("/QUY nghien<Enter>");
    assert_eq!(stage.desk().chosen, Some(QuestionNo(2)));
    assert!(stage.model.overlays.is_empty());
}

#[test]
fn every_command_can_be_found_by_name_and_run() {
    let mut stage = Stage::with(&[ASK_ONE]);
    stage.keys(":tam dung<Enter>");
    assert_eq!(stage.last_event(), "paused");
    stage.keys("<Ctrl+P>tiep tuc phien<Enter>");
    assert_eq!(stage.last_event(), "resumed");
}

#[test]
fn an_answer_can_be_amended_a_question_edited_and_a_name_corrected() {
    let mut stage = Stage::with(&[ASK_ONE, ROUTE_ONE]);
    stage.keys("aCó 3 khu<Ctrl+S>A<Backspace><Backspace><Backspace><Backspace><Backspace>4 khu<Tab>nghe nhầm<Ctrl+S>");
    assert_eq!(stage.question(1).answers[0].text.as_deref(), Some("Có 4 khu"));
    stage.keys("e lắm<Ctrl+S>");
    assert_eq!(&*stage.question(1).text, "Nhà trọ quá đắt lắm");
    stage.keys("E Anh<Ctrl+S>");
    let asker = stage.session.state().asker(stage.question(1)).expect("a delegate");
    assert_eq!(
        (asker.name.as_str(), asker.unit.as_deref()),
        ("Trần Thị Mai Anh", Some("Đại học Cần Thơ"))
    );
}

#[test]
fn another_question_can_be_taken_down_in_the_middle_of_an_answer() {
    let mut stage = Stage::with(&[ASK_ONE, ROUTE_ONE]);
    stage.keys("aĐang trả lời<Ctrl+N>Câu chen ngang<Ctrl+S> tiếp<Ctrl+S>");
    assert_eq!(&*stage.question(2).text, "Câu chen ngang");
    assert_eq!(stage.question(1).answers[0].text.as_deref(), Some("Đang trả lời tiếp"));
}

#[test]
fn watching_writes_nothing_whatever_is_pressed() {
    let mut stage = Stage::with(&[ASK_ONE]);
    if let doithoai::tui::model::Screen::Desk(desk) = &mut stage.model.screen {
        desk.mode = doithoai::tui::model::desk::DeskMode::Watching;
    }
    let before = stage.session.history().len();
    stage.keys("nrcadtskuUzheEAmMSfxwgo<>^pC<Enter><Enter>");
    assert_eq!(stage.session.history().len(), before);
    assert_eq!(stage.desk().notice, Some(Notice::Watching));
}

#[test]
fn any_of_several_answers_can_be_amended() {
    let mut stage = Stage::with(&[
        ASK_ONE,
        r#"{"command":"give_answer","question":1,"by_responder":"so-xd","text":"Một"}"#,
        r#"{"command":"give_answer","question":1,"by_responder":"thanh-doan","text":"Hai"}"#,
    ]);
    stage.keys("A<Shift+Tab><←><Tab> sửa<Tab>nghe nhầm<Ctrl+S>");
    let texts: Vec<Option<&str>> =
        stage.question(1).answers.iter().map(|answer| answer.text.as_deref()).collect();
    assert_eq!(texts, [Some("Một sửa"), Some("Hai")]);
}

#[test]
fn what_is_being_typed_is_thrown_away_only_when_asked_for_twice() {
    let mut stage = Stage::new();
    stage.keys("nEm xin hỏi<Ctrl+D>");
    assert!(matches!(
        stage.model.overlays.top(),
        Some(Overlay::Confirm(Confirmation::DiscardForm))
    ));
    stage.keys("<Esc> thêm<Ctrl+S>");
    assert_eq!(&*stage.question(1).text, "Em xin hỏi thêm");
    stage.keys("nbỏ<Ctrl+D><Enter>");
    assert!(!stage.model.overlays.is_empty(), "Enter is no answer");
    stage.keys("y");
    assert!(stage.desk().forms.is_empty() && stage.kept().is_empty());
}

#[test]
fn the_newest_draft_is_the_one_that_is_offered_and_the_others_stay() {
    let mut stage = Stage::with(&[ASK_ONE, ROUTE_ONE]);
    stage.keys("fcũ<Esc>aĐang trả lời dở");
    let mut stage = stage.restarted();
    stage.keys("<Enter>");
    assert_eq!(stage.desk().form().map(|form| form.kind), Some(FormKind::Answer));
    stage.keys("<Esc>D");
    assert!(matches!(stage.model.overlays.top(), Some(Overlay::Drafts { .. })));
    assert_eq!(stage.kept().len(), 2);
}

#[test]
fn one_u_takes_back_a_question_with_the_asker_it_added_and_one_capital_u_brings_both_again() {
    let mut stage = Stage::with(&[ASK_TWO]);
    stage.keys("nCó ai không?<Tab>Lê Hoàng<Ctrl+S>");
    let before = stage.session.state().clone();
    stage.keys("u");
    assert_eq!(stage.session.state().delegates().count(), 0);
    assert_eq!(stage.session.state().question_count(), 1);
    stage.keys("U");
    assert_eq!(*stage.session.state(), before);
}

#[test]
fn a_closed_session_is_reopened_only_after_a_yes() {
    let mut stage = Stage::with(&[r#"{"command":"close"}"#]);
    stage.keys("C<Esc>");
    assert!(stage.session.state().is_closed());
    stage.keys("C<Enter>y");
    assert!(!stage.session.state().is_closed());
}

#[test]
fn while_no_copy_takes_anything_only_a_typed_word_leaves() {
    let mut stage = Stage::new();
    stage.input(Message::Copies { held: 0, wanted: 2, why: Some(lost()) });
    stage.keys("q<Enter>y<Enter>");
    assert_eq!(stage.asked, [Effect::MoveTo("y".into())], "a yes is no word; it names a folder");
    stage.asked.clear();
    stage.keys("qthoát<Esc>");
    assert!(stage.asked.is_empty());
    stage.keys("qTHOAT<Enter>");
    assert_eq!(stage.asked, [Effect::LeaveAnyway]);
}

#[test]
fn a_yes_that_was_asked_for_while_it_was_being_saved_is_not_enough_once_it_is_not() {
    let mut stage = Stage::new();
    stage.slow = true;
    stage.keys("pq");
    assert!(matches!(
        stage.model.overlays.top(),
        Some(Overlay::Confirm(Confirmation::LeaveUnsaved))
    ));
    stage.input(Message::Copies { held: 0, wanted: 2, why: Some(lost()) });
    stage.asked.clear();
    stage.keys("y<Enter>");
    assert_eq!(stage.asked, [Effect::MoveTo("y".into())]);
}

#[test]
fn a_folder_is_named_only_when_a_copy_is_lost_and_one_copy_is_no_reason_to_stay() {
    let mut stage = Stage::new();
    stage.keys("<F6>");
    assert!(stage.model.overlays.is_empty());
    assert_eq!(stage.desk().notice, Some(Notice::BothCopiesHold));
    stage.input(Message::Copies { held: 1, wanted: 2, why: Some(lost()) });
    stage.keys("<F6>/media/usb<Enter>");
    assert_eq!(stage.asked, [Effect::MoveTo("/media/usb".into())]);
    stage.asked.clear();
    stage.keys("<F6>thoát<Enter>");
    assert_eq!(
        stage.asked,
        [Effect::MoveTo("thoát".into())],
        "one copy is saved: no word is asked"
    );
    stage.asked.clear();
    stage.keys("q");
    assert_eq!(stage.asked, [Effect::Leave]);
}

#[test]
fn what_the_copies_are_is_told_as_it_changes() {
    let mut stage = Stage::new();
    stage.input(Message::Failed { ticket: 7, why: lost() });
    assert!(matches!(stage.desk().saved, SaveState::Trouble(_)));
    stage.input(Message::Copies { held: 1, wanted: 2, why: Some(lost()) });
    assert_eq!(stage.desk().saved, SaveState::Saved);
    assert_eq!(stage.desk().one_copy, Some(lost()));
    stage.input(Message::Copies { held: 2, wanted: 2, why: None });
    assert_eq!(stage.desk().one_copy, None);
    let relocation = Relocation {
        from: "phien.json".into(),
        to: "phien.2.json".into(),
        why: Arc::new(StoreError::Gone),
        again: false,
    };
    stage.input(Message::Moved(relocation.clone()));
    assert_eq!(stage.desk().file, "phien.2.json");
    assert_eq!(stage.desk().notice, Some(Notice::Trouble(Trouble::Relocated(relocation))));
}

#[test]
fn no_action_is_taken_in_a_window_too_small_to_show_it() {
    let mut stage = Stage::with(&[ASK_ONE, ROUTE_ONE]);
    stage.too_small = true;
    stage.keys("x");
    let before = stage.session.history().len();
    stage.keys("uc<Enter>n");
    assert_eq!(stage.session.history().len(), before);
    assert!(stage.desk().forms.len() < 2);
}

#[test]
fn a_name_with_digits_can_be_typed_to_find_or_add_somebody() {
    let mut stage = Stage::with(&[ASK_ONE]);
    stage.keys("rQuân khu 9<Enter><Ctrl+S><Ctrl+S>");
    assert_eq!(stage.question(1).lead().map(|id| id.0.as_str()), Some("quan-khu-9"));
}

#[test]
fn nobody_is_put_on_the_list_twice() {
    let mut stage = Stage::new();
    stage.keys("osở xây dựng<Ctrl+S>");
    assert!(matches!(
        stage.desk().form().and_then(|form| form.problem.clone()),
        Some(Problem::AlreadyListed(_))
    ));
}

#[test]
fn answering_a_deferred_question_starts_no_clock_in_the_hall() {
    let mut stage =
        Stage::with(&[ASK_ONE, ROUTE_ONE, r#"{"command":"defer_question","question":1}"#]);
    stage.keys("a");
    assert_eq!(stage.status(1), "deferred");
}

#[test]
fn an_addition_to_a_partial_answer_leaves_it_partial_unless_said_otherwise() {
    let mut stage = Stage::with(&[
        ASK_ONE,
        r#"{"command":"give_answer","question":1,"by_responder":"so-xd","text":"Một","quality":"partial"}"#,
    ]);
    stage.keys("a<Ctrl+R>thanh<Enter>Thêm<Ctrl+S>");
    assert_eq!(stage.question(1).answers[1].quality, doithoai::session::payload::Quality::Partial);
}

#[test]
fn on_a_slow_disk_the_keys_meant_for_the_routing_wait_for_it() {
    let mut stage = Stage::new();
    stage.slow = true;
    stage.keys("nNhà trọ<Ctrl+R>xay dung<Enter><Enter>");
    assert_eq!(stage.session.state().question_count(), 0);
    stage.caught_up();
    assert_eq!(stage.question(1).lead().map(|id| id.0.as_str()), Some("so-xd"));
}

#[test]
fn on_a_slow_disk_a_late_result_opens_no_form_and_moves_no_choice() {
    let mut stage = Stage::with(&[ASK_ONE, ASK_TWO]);
    stage.slow = true;
    stage.keys("nBa<Ctrl+S><End>");
    stage.caught_up();
    assert_eq!(stage.desk().chosen, Some(QuestionNo(2)), "the hand had moved on");
    stage.slow = true;
    stage.keys("x<Ctrl+S>nđang gõ dở");
    stage.caught_up();
    stage.keys(" tiếp<Ctrl+S>");
    assert_eq!(&*stage.question(4).text, "đang gõ dở tiếp");
    stage.keys("D<Enter>");
    assert_eq!(stage.desk().form().map(|form| form.kind), Some(FormKind::Decline));
}

#[test]
fn an_undo_waits_until_it_is_known_what_it_takes_back() {
    let mut stage = Stage::with(&[ASK_ONE, ROUTE_ONE]);
    stage.keys("c");
    stage.slow = true;
    stage.keys("pu");
    assert_eq!(stage.desk().notice, Some(Notice::StillSaving));
    stage.caught_up();
    assert_eq!((stage.last_event(), stage.status(1)), ("paused", "called"));
}

#[test]
fn a_unit_without_a_name_is_asked_about_and_never_dropped() {
    let mut stage = Stage::new();
    stage.keys("nCâu hỏi<Tab><Tab>Đại học Cần Thơ<Ctrl+S>");
    assert_eq!(
        stage.desk().form().and_then(|form| form.problem.clone()),
        Some(Problem::NameMissing)
    );
    assert_eq!(stage.session.state().question_count(), 0);
}

#[test]
fn another_delegate_gets_a_blank_form_and_the_draft_stays() {
    let mut stage = Stage::new();
    stage.keys("nmột<Ctrl+N>hai<Ctrl+S>");
    assert_eq!(&*stage.question(1).text, "hai");
    stage.keys("n<Ctrl+O><Ctrl+S>");
    assert_eq!(&*stage.question(2).text, "một");
}

#[test]
fn whose_it_is_instead_can_be_said_in_any_words() {
    let mut stage = Stage::with(&[ASK_ONE]);
    stage.keys("f28 Công ty X<Tab>Không thuộc thành phố<Ctrl+S>");
    let shown = format!("{:?}", stage.question(1).status);
    assert!(shown.contains("28 Công ty X"), "{shown}");
}

#[test]
fn any_draft_can_be_taken_up_or_thrown_away_even_one_whose_question_has_ended() {
    let mut stage = Stage::with(&[ASK_ONE, ASK_TWO]);
    stage.keys("<Home>xlời từ chối<Esc><End>wxin rút<Esc>nmới<Esc>");
    stage.keys("<Home>wđã xong<Ctrl+S>");
    assert_eq!(stage.status(1), "withdrawn");
    stage.keys("D<↓><↓><Enter>");
    assert_eq!(stage.desk().form().map(|form| form.kind), Some(FormKind::Decline));
    stage.keys("<Esc>D<↓><Ctrl+D><Esc>");
    assert_eq!(stage.kept().len(), 2);
}
