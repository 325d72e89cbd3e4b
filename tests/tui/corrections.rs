//! What was entered in haste is put right from the desk: each correction by its key, recorded as what it is.

use doithoai::session::event::Event;
use doithoai::session::number::{QuestionNo, ResponderId};
use doithoai::session::payload::{Channel, Quality, QuestionKind};

use crate::support::stage::Stage;

const ASKED: &str = r#"{"command":"ask_question","text":"Xe buýt bao giờ có?"}"#;
const BY_MAI: &str =
    r#"{"command":"ask_question","asker":{"name":"Mai","unit":"ĐHCT"},"text":"Nhà trọ quá đắt."}"#;
const BY_AN: &str =
    r#"{"command":"ask_question","asker":{"name":"An","unit":"CĐN"},"text":"Học phí ra sao?"}"#;
const ANSWERED: &str =
    r#"{"command":"give_answer","question":1,"by_responder":"so-xd","text":"Quý ba."}"#;
/// Clears the focused field.
const CLEAR: &str = "<Ctrl+U>";

fn names(stage: &Stage) -> Vec<&'static str> {
    stage.session.history().iter().map(|recorded| recorded.event.name()).collect()
}

fn events_since(stage: &Stage, before: usize) -> Vec<&'static str> {
    names(stage).split_off(before)
}

fn asker(stage: &Stage, question: u32) -> Option<String> {
    let question = stage.question(question).clone();
    stage.session.state().asker(&question).map(|person| person.name.clone())
}

#[test]
fn the_asker_of_an_anonymous_question_is_named_later_and_taken_away_again() {
    let mut stage = Stage::with(&[ASKED]);
    let before = stage.session.history().len();
    stage.keys("<Home>ELan<Tab>ĐHCT<Ctrl+S>");
    assert_eq!(asker(&stage, 1).as_deref(), Some("Lan"));
    assert_eq!(events_since(&stage, before), ["delegate_added", "asker_named"]);
    stage.keys(&format!("E{CLEAR}<Tab>{CLEAR}<Ctrl+S>"));
    assert_eq!(asker(&stage, 1), None);
    stage.keys("u");
    assert_eq!(asker(&stage, 1).as_deref(), Some("Lan"));
}

#[test]
fn another_spelling_corrects_the_person_and_another_person_is_named_on_this_question_alone() {
    let mut stage = Stage::with(&[BY_MAI, BY_AN]);
    let before = stage.session.history().len();
    stage.keys(&format!("<Home>E{CLEAR}Mai Anh<Ctrl+S>"));
    assert_eq!(events_since(&stage, before), ["delegate_corrected"]);
    assert_eq!(asker(&stage, 1).as_deref(), Some("Mai Anh"));
    stage.keys(&format!("E{CLEAR}Bình<Tab><Tab><Tab><→><Ctrl+S>"));
    assert_eq!(events_since(&stage, before + 1), ["delegate_added", "asker_named"]);
    stage.keys(&format!("E{CLEAR}An<Tab>{CLEAR}CĐN<Ctrl+S>"));
    assert_eq!(stage.last_event(), "asker_named", "these are the words of somebody known");
    assert_eq!(stage.question(1).delegate, stage.question(2).delegate);
    stage.keys("E<Ctrl+S>");
    assert!(stage.screen(120, 36).contains("Chưa sửa gì"), "{}", stage.screen(120, 36));
}

#[test]
fn everything_of_a_question_is_corrected_in_one_form_and_only_what_changed_is_recorded() {
    let mut stage = Stage::with(&[ASKED]);
    let before = stage.session.history().len();
    stage.keys("<Home>e<Tab><Tab><→><Tab><→><Tab>Giao thông<Ctrl+S>");
    assert_eq!(events_since(&stage, before), ["question_reclassified"]);
    let question = stage.question(1).clone();
    assert_eq!((question.channel, question.kind), (Channel::Slip, QuestionKind::Opinion));
    assert_eq!(question.theme.as_deref(), Some("Giao thông"));
    stage.keys("e Sao chậm?<Tab>nghe nhầm<Tab><←><Ctrl+S>");
    assert_eq!(events_since(&stage, before + 1), ["question_edited", "question_reclassified"]);
    stage.keys("u");
    assert_eq!(stage.question(1).channel, Channel::Slip, "one undo takes both back");
    assert_eq!(&*stage.question(1).text, "Xe buýt bao giờ có?");
}

#[test]
fn the_remote_site_is_asked_for_where_the_channel_is_one() {
    let mut stage = Stage::new();
    stage.keys("nTừ phường.<Shift+Tab><Shift+Tab><Shift+Tab>");
    let rows = |stage: &mut Stage| stage.screen(120, 36).matches("điểm cầu").count();
    assert_eq!(rows(&mut stage), 1, "the option alone");
    stage.keys("<→><→><→>");
    assert_eq!(rows(&mut stage), 2, "the option and its field");
    stage.keys("<Tab>Phường Ninh Kiều<Ctrl+S>");
    assert_eq!(stage.question(1).point.as_deref(), Some("Phường Ninh Kiều"));
    stage.keys("<Home>e<Tab><Tab><←><Ctrl+S>");
    assert_eq!(stage.question(1).point, None);
}

#[test]
fn an_answer_is_corrected_in_its_text_responder_speaker_and_quality() {
    let mut stage = Stage::with(&[ASKED, ANSWERED]);
    stage
        .keys(&format!("<Home>A{CLEAR}Quý tư.<Tab>nghe nhầm<Tab><Tab>Trần Văn B<Tab>Phó Giám đốc"));
    stage.keys("<Tab><→><→><Ctrl+S>");
    let answer = stage.question(1).answers.last().expect("an answer").clone();
    assert_eq!(answer.text.as_deref(), Some("Quý tư."));
    assert_eq!(answer.quality, Quality::Explained);
    let speaker = answer.spoken_by.as_ref().expect("a speaker");
    assert_eq!(
        (speaker.name.as_str(), speaker.post.as_deref()),
        ("Trần Văn B", Some("Phó Giám đốc"))
    );
    let Some(Event::AnswerAmended(amendment)) =
        stage.session.history().last().map(|last| &last.event)
    else {
        panic!("{}", stage.last_event())
    };
    assert_eq!(amendment.by_responder, None, "what stayed is not recorded again");
}

#[test]
fn a_task_a_responder_and_the_session_are_corrected_in_their_own_forms() {
    let mut stage = Stage::with(&[
        ASKED,
        r#"{"command":"assign_task","text":"Rà soát","due":"2027-12-31","questions":[1]}"#,
    ]);
    stage.keys("<Home>T tuyến xe<Ctrl+S>");
    let task = stage.session.state().tasks().next().expect("a task").clone();
    assert_eq!((task.text.as_str(), task.due.is_some()), ("Rà soát tuyến xe", true));
    stage.keys("<Tab><Tab><Home>e");
    let screen = stage.screen(120, 36);
    assert!(screen.contains("Sửa đơn vị trả lời"), "{screen}");
    stage.keys("<Tab><End> mới<Ctrl+S>");
    assert_eq!(stage.last_event(), "responder_corrected");
    stage.keys(&format!("I<Tab>{CLEAR}12<Ctrl+S>"));
    assert_eq!(stage.last_event(), "session_corrected");
    assert_eq!(stage.session.state().opening().and_then(|opening| opening.number), Some(12));
    let id = ResponderId::from("so-xd");
    assert!(stage.session.state().responder(&id).is_some());
}

#[test]
fn undoing_gives_the_words_back_in_the_form_that_made_them() {
    let mut stage = Stage::with(&[BY_MAI]);
    stage.keys("<Home>axay dung<Enter>Đang bàn.<Ctrl+S>");
    for (recorded, words) in [
        ("nCâu vội<Ctrl+S>", "Câu vội"),
        ("kThống nhất rà soát<Ctrl+S>", "Thống nhất rà soát"),
        ("tRà soát<Ctrl+S>", "Rà soát"),
        ("<Home>dxd<Enter>trong tuần<Ctrl+S>", "trong tuần"),
        ("<Home>e Gấp!<Ctrl+S>", "Gấp!"),
    ] {
        let before = stage.session.history().len();
        stage.keys(recorded);
        assert!(stage.session.history().len() > before, "{recorded}: {}", stage.screen(120, 36));
        let undone = stage.last_event();
        stage.keys("u");
        let notice = stage.screen(200, 36);
        assert!(notice.contains("Ctrl+O sửa rồi ghi lại"), "{recorded}: {notice}");
        stage.keys("<Ctrl+O>");
        assert!(stage.screen(120, 36).contains(words), "{recorded}: {}", stage.screen(120, 36));
        stage.keys("<Ctrl+S>");
        assert_eq!(stage.last_event(), undone, "{recorded}");
        stage.keys("uU<Ctrl+O>");
        assert!(stage.screen(200, 36).contains("Không có bản nháp"), "redone: {recorded}");
    }
    assert_eq!(stage.question(1).number, QuestionNo(1));
}

#[test]
fn a_statement_and_a_conclusion_are_corrected_where_they_are_listed() {
    let mut stage = Stage::with(&[
        r#"{"command":"make_statement","by_responder":"so-xd","text":"Thanh niên là lực lượng xung kích."}"#,
        r#"{"command":"record_conclusion","text":"Thống nhất ra soát"}"#,
    ]);
    stage.keys(&format!("K{CLEAR}Thống nhất rà soát<Ctrl+S>"));
    assert_eq!(stage.last_event(), "conclusion_corrected");
    let texts: Vec<String> =
        stage.session.state().conclusions().map(|known| known.text.clone()).collect();
    assert_eq!(texts, ["Thống nhất rà soát"]);
    stage.keys("<Shift+Tab><Home>e<End> Sở XD ghi nhận.<Ctrl+S>");
    assert_eq!(stage.last_event(), "statement_corrected", "{}", stage.screen(120, 36));
    stage.keys("u");
    assert!(stage.screen(200, 36).contains("Ctrl+O sửa rồi ghi lại"));
}
