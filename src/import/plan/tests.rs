//! Tables on a session: what would be added, what is there already, what is wrong.

use super::plan;
use crate::import::csv_table;
use crate::import::field::{ImportField, RowKind};
use crate::import::headers;
use crate::import::planned::{CellProblem, ImportPlan, RecordedAs, RowNote, RowOutcome};
use crate::session::Session;
use crate::session::command::{Command, Moment, Occasion};
use crate::session::fixture::session_of;
use crate::session::number::QuestionNo;
use crate::session::payload::{Channel, QuestionKind, ResponderKind};
use crate::session::pending_batch::PendingBatch;
use crate::session::time::Timestamp;

const OPENED: &str = r#"8:00 {"command":"open","title":"Đối thoại"}
8:00 {"command":"add_responder","responder":{"id":"so-y-te","name":"Sở Y tế","short":"SYT","kind":"agency","aliases":["Ngành y tế"]}}
8:00 {"command":"add_responder","responder":{"id":"so-gddt","name":"Sở Giáo dục và Đào tạo","kind":"agency"}}
8:00 {"command":"add_responder","responder":{"id":"so-gtvt","name":"Sở Giao thông vận tải","kind":"agency"}}"#;

fn now() -> Timestamp {
    "2024-03-22T09:00:00.000+07:00".parse().expect("a time")
}

fn planned(session: &Session, kind: RowKind, text: &str) -> ImportPlan {
    let table = csv_table::read(text, |rows| headers::score(rows, kind)).expect("a table");
    plan(session, &table, kind, &[], now()).expect("columns")
}

fn questions(session: &Session, text: &str) -> ImportPlan {
    planned(session, RowKind::Questions, text)
}

/// The session with the plan recorded as one batch.
fn with(mut session: Session, plan: &ImportPlan) -> Session {
    let events = {
        let mut pending = PendingBatch::on(&session);
        for timed in plan.commands() {
            let (at, by) = (Moment::Clock(now()), "thư ký".to_owned());
            let occasion = Occasion::new(at, by, "00".to_owned());
            pending.add(timed.command.clone(), &occasion).expect("allowed");
        }
        pending.into_events().expect("allowed together")
    };
    for event in events {
        session.apply(event).expect("what decide allows");
    }
    session
}

fn notes(plan: &ImportPlan) -> Vec<(usize, Vec<RowNote>)> {
    plan.rows.iter().map(|row| (row.number, row.notes.clone())).collect()
}

fn faults(plan: &ImportPlan) -> Vec<(usize, Option<usize>)> {
    plan.faults.iter().map(|fault| (fault.row, fault.column)).collect()
}

#[test]
fn a_row_becomes_a_question_with_its_asker_and_its_route() {
    let session = session_of(OPENED);
    let text = "Nội dung;Họ tên;Đơn vị;Hình thức;Loại;Chủ đề;Đơn vị trả lời\n\
        Bao giờ?;Mai;ĐH Cần Thơ;trực tuyến;câu hỏi/kiến nghị;Y  tế;syt;\n\
        Góp ý;;;phiếu;ý kiến;;sở giáo dục; ngành y tế\n";
    let plan = questions(&session, text);
    assert_eq!(plan.faults, []);
    let session = with(session, &plan);
    let first = session.state().question(QuestionNo(1)).expect("a question");
    assert_eq!((first.channel, first.kind), (Channel::Online, QuestionKind::Question));
    assert_eq!(first.theme.as_deref(), Some("Y tế"));
    assert_eq!(first.lead().map(|id| id.0.as_str()), Some("so-y-te"));
    assert_eq!(session.state().asker(first).map(|person| person.name.as_str()), Some("Mai"));
    let second = session.state().question(QuestionNo(2)).expect("a question");
    assert_eq!((second.kind, second.delegate), (QuestionKind::Opinion, None));
    assert_eq!(second.lead().map(|id| id.0.as_str()), Some("so-gddt"));
    assert!(session.history().iter().skip(4).all(|recorded| recorded.envelope.batch.is_some()));
}

#[test]
fn a_second_time_the_same_table_adds_nothing() {
    let text = "nội dung,tên,đơn vị\nMột,Mai,A\nHai,,A\nBa,,\nMột,Mai,A\n";
    let plan = questions(&session_of(OPENED), text);
    assert_eq!(plan.added().count(), 4);
    assert_eq!(notes(&plan)[3], (5, vec![RowNote::EqualsRow(2)]));
    let session = with(session_of(OPENED), &plan);
    let again = questions(&session, text);
    assert_eq!((again.added().count(), again.recorded()), (0, 4));
    let met: Vec<_> = again.rows.iter().map(|row| row.outcome.clone()).collect();
    let is = |question| RowOutcome::Recorded(RecordedAs::Question(QuestionNo(question)));
    assert_eq!(met, [is(1), is(2), is(3), is(4)]);
    let more = questions(&session, &format!("{text}Một,Mai,A\nMột,Lan,A\n"));
    assert_eq!((more.added().count(), more.recorded()), (2, 4));
    assert_eq!(
        notes(&more)[5].1,
        [RowNote::SameTextAsRow(6), RowNote::SameTextAsQuestion(QuestionNo(1))]
    );
}

#[test]
fn what_was_edited_since_is_known_again_and_what_was_undone_is_not() {
    let text = "nội dung,tên\nMột,Mai\n";
    let session = with(session_of(OPENED), &questions(&session_of(OPENED), text));
    let record = |session: &Session, command: Command| {
        let (at, by) = (Moment::Clock(now()), "thư ký".to_owned());
        let mut session = session.clone();
        let occasion = Occasion::new(at, by, "00".to_owned());
        for event in session.decide(command, &occasion).expect("allowed") {
            session.apply(event).expect("what decide allows");
        }
        session
    };
    let edit = crate::session::payload::Edit {
        question: QuestionNo(1),
        text: "Một, sửa".into(),
        why: None,
    };
    let edited = record(&session, Command::EditQuestion(edit));
    assert_eq!(questions(&edited, text).recorded(), 1);
    assert_eq!(questions(&edited, "nội dung,tên\n\"Một, sửa\",Mai\n").recorded(), 1);
    let undone = record(&session, Command::Undo { undoes: None, why: None });
    assert_eq!(undone.state().question_count(), 0, "one undo takes all of it back");
    assert_eq!(questions(&undone, text).added().count(), 1);
}

#[test]
fn forms_of_address_make_no_new_person() {
    let text = "nội dung,tên,đơn vị\nMột,Anh Nguyễn Văn A,X\nHai,Nguyễn Văn A,X\nBa,TS. Nguyễn Văn A,X\nBốn,Nguyễn Văn A,Y\n";
    let session = with(session_of(OPENED), &questions(&session_of(OPENED), text));
    assert_eq!(session.state().delegates().count(), 2);
    let session = with(
        session.clone(),
        &questions(&session, "nội dung,tên,đơn vị\nNăm,Đ/c Nguyễn Văn A,X\n"),
    );
    assert_eq!(session.state().delegates().count(), 2);
}

#[test]
fn every_fault_is_told_with_its_row_and_column() {
    let long = "x".repeat(20_001);
    let text = format!(
        "Nội dung,Tên,Hình thức,Loại,Thời gian,Đơn vị trả lời\n\
        ,Mai,,,,\n\
        ,,,,,\n\
        Một,Mai,bồ câu,bài hát,31/2/2026,Sở Ma\n\
        Hai,,,,,Sở\n\
        {long},,,,,\n\
        Ba,{},,,,\n",
        "y".repeat(201)
    );
    let plan = questions(&session_of(OPENED), &text);
    let expected = [
        (2, Some(0)),
        (4, Some(2)),
        (4, Some(3)),
        (4, Some(4)),
        (4, Some(5)),
        (5, Some(5)),
        (6, Some(0)),
        (7, Some(1)),
    ];
    assert_eq!(faults(&plan), expected);
    let several = &plan.faults[5].problem;
    assert!(
        matches!(several, CellProblem::SeveralLeads { responders, .. } if responders.len() == 3)
    );
    assert_eq!(plan.faults[0].problem, CellProblem::Missing(ImportField::Text));
}

#[test]
fn a_unit_without_a_name_is_the_name() {
    let plan = questions(
        &session_of(OPENED),
        "nội dung,tên,đơn vị\nMột,,THPT Châu Văn Liêm\nHai,anonymous,\n",
    );
    assert_eq!(notes(&plan), [(2, vec![RowNote::UnitIsName]), (3, vec![])]);
    let session = with(session_of(OPENED), &plan);
    let people: Vec<_> = session.state().delegates().map(|person| person.name.clone()).collect();
    assert_eq!(people, ["THPT Châu Văn Liêm"]);
}

#[test]
fn running_numbers_alone_make_no_row() {
    let plan = questions(&session_of(OPENED), "STT,nội dung\n1,Một\n2,\n3,\n,\n");
    assert_eq!((plan.rows.len(), plan.faults.len()), (1, 0));
}

#[test]
fn a_closed_session_says_so_once() {
    let session = session_of(&format!("{OPENED}\n8:30 {{\"command\":\"close\"}}"));
    let plan = questions(&session, "nội dung\nMột\nHai\n");
    assert_eq!(plan.faults.len(), 1, "{:?}", plan.faults);
}

#[test]
fn an_english_form_may_write_the_month_first_and_a_vietnamese_one_never_does() {
    let session = session_of(OPENED);
    let plan =
        questions(&session, "Timestamp,Question\n3/15/2024 8:00:00,Một\n3/5/2024 8:00:00,Hai\n");
    assert_eq!(plan.faults, []);
    let time = plan.commands().next().and_then(|timed| timed.happened_at);
    assert_eq!(time.map(|time| time.to_string()).as_deref(), Some("2024-03-15T08:00:00.000+07:00"));
    let plan = questions(&session, "Dấu thời gian,Câu hỏi\n3/25/2024 8:00:00,Một\n");
    assert_eq!(faults(&plan), [(2, Some(0))]);
}

#[test]
fn delegates_and_responders_are_added_once() {
    let session = session_of(OPENED);
    let text = "Họ tên,Đơn vị,Ghế\nMai,A,1\nChị Mai,A,1\n,B,\n";
    let plan = planned(&session, RowKind::Delegates, text);
    assert_eq!((plan.added().count(), plan.new_delegates), (2, 2));
    assert_eq!(planned(&with(session.clone(), &plan), RowKind::Delegates, text).added().count(), 0);
    let text = "Tên,Viết tắt,Loại,Tên khác,Lĩnh vực phụ trách\n\
        Sở Nội vụ,SNV,cơ quan,Sở NV; Ngành nội vụ,cán bộ; công chức\n\
        Ông Nam,,lãnh đạo,,\nSở Y tế,,,,\n";
    let plan = planned(&session, RowKind::Responders, text);
    assert_eq!((plan.faults.len(), plan.added().count()), (0, 2));
    let session = with(session, &plan);
    let added: Vec<_> = session.state().responders().skip(3).cloned().collect();
    assert_eq!(added[0].aliases, ["Sở NV", "Ngành nội vụ"]);
    assert_eq!((added[0].remit.len(), added[1].kind), (2, ResponderKind::Leader));
    assert_eq!(planned(&session, RowKind::Responders, text).added().count(), 0);
}
