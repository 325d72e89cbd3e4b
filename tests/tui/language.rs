//! F3 changes every sentence on the screen, those said long ago too: what was said is data until it is drawn.

use std::path::PathBuf;
use std::sync::Arc;

use crate::support::session::{at, morning};
use crate::support::stage::{Stage, desk_of, model, shown};
use crate::support::troubles;
use doithoai::i18n::Lang;
use doithoai::import::planned::AddedCounts;
use doithoai::review::notes::{NoteId, NoteOutcome};
use doithoai::session::number::{QuestionNo, Seq};
use doithoai::session::refusal::Refusal;
use doithoai::session::time::UtcOffset;
use doithoai::store::{Consent, Merged, OpenError};
use doithoai::tui::model::desk::{Notice, SaveState};
use doithoai::tui::model::edit::Method;
use doithoai::tui::model::form::field::Label;
use doithoai::tui::model::form::{Form, FormKind, FormSubject, Problem};
use doithoai::tui::model::key::Key;
use doithoai::tui::model::overlay::{Confirmation, ConsentRequest, Overlay};
use doithoai::tui::model::replay::ReplayNotice;
use doithoai::tui::model::start::Start;
use doithoai::tui::model::trouble::Repairs;
use doithoai::tui::model::{Message, Model, Screen, Theme};

const WIDE: (u16, u16) = (240, 40);

fn notices() -> Vec<Notice> {
    let trouble = troubles::disk_full("phien.json");
    let repairs = Repairs {
        asked: "phien.json".into(),
        path: std::path::absolute("phien.json").expect("a path"),
        mended: None,
        merged: Some(Arc::new(Merged::FileCompleted { events: 3 })),
        state: None,
    };
    let mut all = vec![
        Notice::Recorded(Seq(3)),
        Notice::Imported(AddedCounts { questions: 2, delegates: 1, responders: 0 }),
        Notice::TakenBack(Seq(3)),
        Notice::FormTakenBack(Seq(3)),
        Notice::NoResponderChosen,
        Notice::ClockOffset(UtcOffset::VIETNAM),
        Notice::NoStatementChosen,
        Notice::OfAnotherSession,
        Notice::NumberTyped(12),
        Notice::BroughtBack(Seq(3)),
        Notice::Refused(Refusal::NoLead(QuestionNo(6))),
        Notice::Returned(Problem::NeedsTwoParts),
        Notice::StillSaving,
        Notice::NotSaved(trouble),
        Notice::NoQuestionChosen,
        Notice::NoTaskChosen,
        Notice::NoTaskOfQuestion(QuestionNo(4)),
        Notice::ThemeIs(Theme::Light),
        Notice::CannotBeMarked(QuestionNo(4)),
        Notice::FirstAlready(QuestionNo(4)),
        Notice::LastAlready(QuestionNo(4)),
        Notice::FollowsItsFirst { question: QuestionNo(4), first: QuestionNo(3) },
        Notice::BothCopiesHold,
        Notice::DraftKept,
        Notice::NoDraft,
        Notice::DraftDiscarded,
        Notice::Watching,
        Notice::Typing(Method::Off),
        Notice::Typing(Method::Telex),
        Notice::Typing(Method::Vni),
        Notice::TelexYielded,
        Notice::TextDropped,
        Notice::DocumentWritten("phien.txt".into()),
        Notice::Opened(repairs),
    ];
    all.extend(troubles::every("phien.json").into_iter().map(Notice::Trouble));
    for notice in &all {
        match notice {
            Notice::Recorded(_)
            | Notice::Imported(_)
            | Notice::TakenBack(_)
            | Notice::FormTakenBack(_)
            | Notice::NoResponderChosen
            | Notice::ClockOffset(_)
            | Notice::NoStatementChosen
            | Notice::OfAnotherSession
            | Notice::NumberTyped(_)
            | Notice::BroughtBack(_)
            | Notice::Refused(_)
            | Notice::Returned(_)
            | Notice::StillSaving
            | Notice::NotSaved(_)
            | Notice::NoQuestionChosen
            | Notice::NoTaskChosen
            | Notice::NoTaskOfQuestion(_)
            | Notice::ThemeIs(_)
            | Notice::CannotBeMarked(_)
            | Notice::FirstAlready(_)
            | Notice::LastAlready(_)
            | Notice::FollowsItsFirst { .. }
            | Notice::BothCopiesHold
            | Notice::DraftKept
            | Notice::NoDraft
            | Notice::DraftDiscarded
            | Notice::Watching
            | Notice::Typing(_)
            | Notice::TelexYielded
            | Notice::TextDropped
            | Notice::DocumentWritten(_)
            | Notice::Opened(_)
            | Notice::Trouble(_) => {}
        }
    }
    all
}

fn replay_notices() -> Vec<ReplayNotice> {
    let mut all = vec![
        ReplayNotice::NoMore,
        ReplayNotice::NoSuchMoment,
        ReplayNotice::Marked { letter: 'A', moment: 3 },
        ReplayNotice::NothingLeft,
        ReplayNotice::MarksMissing,
        ReplayNotice::Noted(NoteOutcome::Added(NoteId(1))),
        ReplayNotice::NoteAside,
        ReplayNotice::NotesLeft(2),
        ReplayNotice::TextDropped,
        ReplayNotice::ThemeIs(Theme::Light),
        ReplayNotice::NotYourNote("Minh".to_owned()),
    ];
    all.extend(troubles::every("phien.json").into_iter().map(ReplayNotice::Trouble));
    for notice in &all {
        match notice {
            ReplayNotice::NoMore
            | ReplayNotice::NoSuchMoment
            | ReplayNotice::Marked { .. }
            | ReplayNotice::NothingLeft
            | ReplayNotice::MarksMissing
            | ReplayNotice::Noted(_)
            | ReplayNotice::NoteAside
            | ReplayNotice::NotesLeft(_)
            | ReplayNotice::TextDropped
            | ReplayNotice::ThemeIs(_)
            | ReplayNotice::NotYourNote(_)
            | ReplayNotice::Trouble(_) => {}
        }
    }
    all
}

/// Draws in Vietnamese, presses F3, draws again; the rows that `what` is about in both.
#[track_caller]
fn changes(model: &mut Model, rows: impl Fn(&str) -> String, what: &str) {
    let session = morning().session;
    let session = (!matches!(model.screen, Screen::Start(_))).then_some(&session);
    let before = rows(&shown(model, session, WIDE.0, WIDE.1).text);
    model.update(session, Message::Key(Key::parse("F3").expect("a key")));
    assert_eq!(model.lang, Lang::En);
    let after = rows(&shown(model, session, WIDE.0, WIDE.1).text);
    assert!(!before.trim().is_empty() && !after.trim().is_empty(), "{what} says nothing");
    assert_ne!(before, after, "{what} is still said in the old language");
}

/// The words of so many rows from the bottom, without what is beside them.
fn from_below(row: usize) -> impl Fn(&str) -> String {
    move |screen: &str| screen.lines().rev().nth(row).unwrap_or_default().to_owned()
}

#[test]
fn every_notice_at_the_desk_is_said_in_the_language_of_the_moment() {
    for notice in notices() {
        let mut model = desk_of(&morning(), Lang::Vi);
        let what = format!("{notice:?}");
        let Screen::Desk(desk) = &mut model.screen else { panic!("no desk") };
        desk.notice = Some(notice);
        changes(&mut model, from_below(1), &what);
    }
}

#[test]
fn every_notice_over_a_replay_is_said_in_the_language_of_the_moment() {
    for notice in replay_notices() {
        let mut stage = Stage::replay_of_the_morning();
        stage.replay_mut().notice = Some(notice.clone());
        let text = |lang: Lang| {
            let mut model = stage.model.clone();
            model.lang = lang;
            shown(&model, Some(&stage.session), WIDE.0, WIDE.1).text
        };
        let moment = |text: String| text.lines().rev().nth(5).unwrap_or_default().to_owned();
        assert_ne!(moment(text(Lang::Vi)), moment(text(Lang::En)), "{notice:?}");
    }
}

#[test]
fn every_trouble_is_said_in_the_language_of_the_moment_wherever_it_stands() {
    for trouble in troubles::every("phien.json") {
        let what = format!("{trouble:?}");
        let with = |change: &dyn Fn(&mut doithoai::tui::model::desk::Desk)| {
            let mut model = desk_of(&morning(), Lang::Vi);
            let Screen::Desk(desk) = &mut model.screen else { panic!("no desk") };
            change(desk);
            model
        };
        let third = |screen: &str| screen.lines().nth(2).unwrap_or_default().to_owned();
        changes(&mut with(&|desk| desk.saved = SaveState::Trouble(trouble.clone())), third, &what);
        changes(&mut with(&|desk| desk.one_copy = Some(trouble.clone())), third, &what);
        let start = Start { trouble: Some(trouble.clone()), ..Start::default() };
        let mut model = model(Lang::Vi, at("09:00:00"), Screen::Start(Box::new(start)));
        changes(&mut model, from_below(1), &what);
        let mut form = Form::open(
            FormKind::Statement,
            FormSubject::default(),
            morning().session.state(),
            &doithoai::tui::model::desk::QuestionDefaults::default(),
        );
        form.focus_on(Label::Text);
        form.problem = Some(Problem::NotSaved(trouble.clone()));
        let mut model = with(&|desk| desk.forms.push(form.clone()));
        changes(&mut model, from_below(3), &what);
    }
}

#[test]
fn a_question_that_was_asked_is_asked_again_in_the_language_of_the_moment() {
    let error = OpenError::Older { events: 12, known: 36, usual: "/srv/phien.json".into() };
    let asked = ConsentRequest {
        path: PathBuf::from("phien.json"),
        error: Arc::new(error),
        given: Consent::NOT_ASKED,
    };
    let mut model = model(Lang::Vi, at("09:00:00"), Screen::Start(Box::default()));
    model.overlays.open(Overlay::Confirm(Confirmation::Open(asked)));
    let boxed = |screen: &str| {
        screen.lines().filter(|line| line.contains('│')).map(str::trim).collect::<String>()
    };
    changes(&mut model, boxed, "the question");
}
