//! What must hold of every screen: it fits, it is safe, it tells the mouse and the cursor the truth.

use std::path::PathBuf;
use std::sync::Arc;

use doithoai::i18n::Lang;
use doithoai::search::item::Found;
use doithoai::session::number::{QuestionNo, ResponderId, Seq, TaskNo};
use doithoai::session::payload::Quality;
use doithoai::store::{Consent, OpenError};
use doithoai::tui::model::desk::{Desk, Notice, Pane, QuestionDefaults, SaveState};
use doithoai::tui::model::draft::Draft;
use doithoai::tui::model::edit::LineField;
use doithoai::tui::model::form::field::Label;
use doithoai::tui::model::form::{Form, FormKind, FormSubject, Problem};
use doithoai::tui::model::overlay::{
    ClosingList, Confirmation, ConsentRequest, FilteredList, HeldSession, Overlay,
};
use doithoai::tui::model::start::{Condition, SessionEntry, SessionSummary, Start, StartNotice};
use doithoai::tui::model::{Model, Screen, Target, Theme};

use crate::support::session::{SessionBuilder, at, morning};
use crate::support::stage::{desk_of, model, shown};
use crate::support::troubles;

const KINDS: [FormKind; 22] = [
    FormKind::NewQuestion,
    FormKind::EditQuestion,
    FormKind::Route,
    FormKind::Answer,
    FormKind::AmendAnswer,
    FormKind::Defer,
    FormKind::Refer,
    FormKind::Decline,
    FormKind::Withdraw,
    FormKind::Merge,
    FormKind::Split,
    FormKind::Task,
    FormKind::ProgressTask,
    FormKind::Statement,
    FormKind::Conclusion,
    FormKind::AddResponder,
    FormKind::NameAsker,
    FormKind::CorrectStatement,
    FormKind::CorrectConclusion,
    FormKind::CorrectTask,
    FormKind::CorrectResponder,
    FormKind::CorrectSession,
];

fn desk(app: &mut Model) -> &mut Desk {
    match &mut app.screen {
        Screen::Desk(desk) => desk,
        _ => panic!("no desk"),
    }
}

fn form(built: &SessionBuilder, kind: FormKind, question: u32) -> Form {
    let state = built.session.state();
    let answers = state.question(QuestionNo(question));
    let about = FormSubject {
        question: Some(QuestionNo(question)),
        event: match kind {
            FormKind::CorrectStatement => state.statements().next().map(|known| known.seq),
            FormKind::CorrectConclusion => state.conclusions().next().map(|known| known.seq),
            _ => answers.and_then(|question| question.answers.last()).map(|answer| answer.seq),
        },
        task: matches!(kind, FormKind::ProgressTask | FormKind::CorrectTask).then_some(TaskNo(1)),
        responder: (kind == FormKind::CorrectResponder).then(|| ResponderId::from("so-xd")),
    };
    Form::open(kind, about, built.session.state(), &QuestionDefaults::default())
}

/// Every kind of screen of a session.
fn every_desk(built: &SessionBuilder, lang: Lang) -> Vec<Model> {
    let questions: Vec<QuestionNo> =
        built.session.state().questions().map(|question| question.number).collect();
    let mut apps = vec![desk_of(built, lang)];
    let mut with = |change: &dyn Fn(&mut Desk)| {
        let mut app = desk_of(built, lang);
        change(desk(&mut app));
        apps.push(app);
    };
    for pane in Pane::ALL {
        with(&|desk| desk.pane = pane);
    }
    for number in &questions {
        with(&|desk| {
            desk.choose(*number);
            desk.opened = true;
        });
    }
    for kind in KINDS {
        with(&|desk| {
            let mut form = form(built, kind, 1);
            form.problem = Some(Problem::NobodyChosen(Label::Responders));
            desk.forms.push(form);
        });
        with(&|desk| {
            let mut form = form(built, kind, 1);
            form.focus = 0;
            form.from_draft = true;
            desk.forms.push(form);
        });
    }
    let open = questions;
    let draft: Draft = form(built, FormKind::EditQuestion, 1).draft();
    let overlays = [
        Overlay::Help { scroll: 1000 },
        Overlay::Palette(FilteredList {
            line: LineField::new("tra"),
            matches: doithoai::tui::model::bindings::BINDINGS
                .iter()
                .map(|row| row.action)
                .collect(),
            selected: 30,
        }),
        Overlay::Search(FilteredList {
            line: LineField::new("x"),
            matches: open.iter().copied().map(Found::Question).collect(),
            selected: 0,
        }),
        Overlay::Drafts { selected: 0 },
        Overlay::Confirm(Confirmation::LeaveUnsaved),
        Overlay::Closing(ClosingList {
            open: open.clone(),
            selected: open.len() - 1,
            ..ClosingList::default()
        }),
        Overlay::Closing(ClosingList::default()),
        Overlay::Closed { transcript: Some("a.txt".into()) },
    ];
    for overlay in overlays {
        let mut app = desk_of(built, lang);
        app.overlays.open(overlay);
        let desk = desk(&mut app);
        desk.drafts = vec![draft.clone()];
        desk.saved = SaveState::Trouble(troubles::disk_full("phien.json"));
        desk.notice = Some(Notice::Recorded(Seq(3)));
        desk.fingerprint = format!("12:{}", "ab".repeat(32));
        apps.push(app);
    }
    apps
}

fn every_start(lang: Lang, title: &str) -> Vec<Model> {
    let summary = || SessionSummary { title: title.to_owned(), ..SessionSummary::default() };
    let conditions = [
        Condition::Whole(summary()),
        Condition::Torn(summary()),
        Condition::Damaged { from: 3, summary: summary() },
        Condition::Unreadable(troubles::disk_full(title)),
    ];
    let entries: Vec<SessionEntry> = conditions
        .into_iter()
        .map(|condition| SessionEntry {
            path: PathBuf::from(title),
            name: title.to_owned(),
            condition,
        })
        .collect();
    let start = Start { folder: title.to_owned(), entries, ..Start::default() };
    let starts = [
        Start::default(),
        start.clone(),
        Start { form: Some(Form::new_session(&[title.to_owned()])), ..start.clone() },
        Start {
            trouble: Some(troubles::disk_full(title)),
            notice: Some(StartNotice::ThemeIs(Theme::Light)),
            ..start.clone()
        },
    ];
    let screens = starts.into_iter().map(|start| Screen::Start(Box::new(start)));
    let mut apps: Vec<Model> = screens.map(|screen| model(lang, at("09:00:00"), screen)).collect();
    let path = PathBuf::from(title);
    let error = OpenError::Older { events: 1, known: 2, usual: path.clone() };
    let asked =
        ConsentRequest { path: path.clone(), error: Arc::new(error), given: Consent::NOT_ASKED };
    let (user, host) = (title.to_owned(), title.to_owned());
    let held = HeldSession { path, pid: 1, user, host };
    for overlay in [
        Overlay::Help { scroll: 3 },
        Overlay::Confirm(Confirmation::Open(asked)),
        Overlay::Confirm(Confirmation::Watch(held)),
    ] {
        let mut app = model(lang, at("09:00:00"), Screen::Start(Box::new(start.clone())));
        app.overlays.open(overlay);
        apps.push(app);
    }
    apps
}

#[test]
fn no_size_is_too_small_to_be_drawn() {
    let built = morning();
    let mut apps = every_desk(&built, Lang::Vi);
    apps.extend(every_start(Lang::Vi, "Phiên thử"));
    let widths = [1, 2, 3, 5, 9, 20, 39, 40, 41, 60, 99, 100, 130];
    let heights = [1, 2, 3, 4, 5, 8, 9, 10, 11, 17, 24, 40];
    for app in &apps {
        for width in widths {
            for height in heights {
                shown(app, Some(&built.session), width, height);
            }
        }
    }
    for width in 1..=130 {
        for height in (1..=40).step_by(3) {
            shown(&apps[0], Some(&built.session), width, height);
        }
    }
}

#[test]
fn a_small_window_still_says_whether_all_is_saved() {
    let built = morning();
    let text = shown(&desk_of(&built, Lang::Vi), Some(&built.session), 38, 5).text;
    assert!(text.contains("cửa sổ quá nhỏ") && text.contains("đã lưu 2/2 · bước 36"), "{text}");
}

#[test]
fn a_fingerprint_is_whole_and_its_question_asked_in_every_window() {
    let built = morning();
    let digits = "0123456789abcdef".repeat(4);
    let mut app = desk_of(&built, Lang::Vi);
    desk(&mut app).fingerprint = format!("36:{digits}");
    desk(&mut app).file = "sessions/lan-11.json".to_owned();
    app.overlays.open(Overlay::Closed { transcript: None });
    for width in (40..=92).step_by(3) {
        for height in 10..=40 {
            let text = shown(&app, Some(&built.session), width, height).text;
            let together: String =
                text.chars().filter(|letter| !letter.is_whitespace() && *letter != '│').collect();
            assert!(together.contains(&digits) && together.contains("(yxuất,"), "{text}");
        }
    }
}

/// Everything that steers a terminal or an eye, in every text that can come from outside.
const HOSTILE: &str = "\u{1b}[31mx\u{1b}]0;y\u{7}\u{9b}2J\r\u{8}\u{202e}abc\u{2069}\u{200b}\u{feff}\t\0e\u{301}\u{301}";

fn hostile() -> SessionBuilder {
    let mut built = SessionBuilder::opened(HOSTILE);
    // A name has one line.
    let name = &HOSTILE.replace('\r', "");
    built
        .responder("a", name, name, HOSTILE)
        .responder("b", name, name, HOSTILE)
        .asks(name, name, &format!("{HOSTILE}\n{HOSTILE}"))
        .asks(name, name, HOSTILE)
        .routes(1, "a", &["b"])
        .answers(1, &format!("{HOSTILE}\n{HOSTILE}"), Quality::Partial)
        .calls(2);
    built.does(doithoai::session::command::Command::AssignTask(
        doithoai::session::command::NewTask {
            text: HOSTILE.into(),
            due_text: Some(HOSTILE.into()),
            ..Default::default()
        },
    ));
    built
}

#[test]
fn nothing_hostile_reaches_a_cell() {
    let built = hostile();
    for lang in [Lang::Vi, Lang::En] {
        let mut apps = every_desk(&built, lang);
        apps.extend(every_start(lang, HOSTILE));
        for app in &mut apps {
            if let Screen::Desk(desk) = &mut app.screen {
                desk.notice = Some(Notice::Trouble(troubles::disk_full(HOSTILE)));
                desk.saved = SaveState::Trouble(troubles::disk_full(HOSTILE));
                desk.file = HOSTILE.into();
                if let Some(form) = desk.forms.last_mut() {
                    form.paste(HOSTILE, built.session.state());
                    form.problem = Some(Problem::NotSaved(troubles::disk_full(HOSTILE)));
                }
            }
            for (width, height) in [(120, 36), (80, 24), (44, 12), (30, 8)] {
                let text = shown(app, Some(&built.session), width, height).text;
                let found = text
                    .chars()
                    .find(|letter| *letter != '\n' && doithoai::text::safe::is_hostile(*letter));
                assert_eq!(found, None, "{text}");
            }
        }
    }
}

#[test]
fn the_plain_theme_uses_no_sign_beyond_ascii_and_no_colour() {
    let mut built = SessionBuilder::opened("Dialogue");
    built
        .responder("a", "Department of Science", "Science", "research")
        .asks("Mai", "University", "Where do youth officers go?")
        .asks_after("Mai", "University", "And after that?", Some(1))
        .routes(1, "a", &[])
        .routes(2, "a", &[])
        .answers(2, "In part.", Quality::Partial)
        .calls(1);
    let mut apps = every_desk(&built, Lang::En);
    apps.extend(every_start(Lang::En, "Trial"));
    for app in &mut apps {
        app.theme = Theme::Ascii;
        for (width, height) in [(120, 36), (80, 24)] {
            let shown = shown(app, Some(&built.session), width, height);
            // The other language is called by its own name.
            let text = shown.text.replace("tiếng Việt", "").replace("tiế.", "");
            let found = text.chars().find(|letter| !letter.is_ascii());
            assert_eq!(found, None, "{text}");
            assert!(!shown.coloured, "{text}");
        }
    }
}

#[test]
fn the_cursor_stands_where_letters_go() {
    let built = morning();
    let mut app = desk_of(&built, Lang::Vi);
    assert_eq!(shown(&app, Some(&built.session), 80, 24).cursor, None);
    let mut form = form(&built, FormKind::Answer, 2);
    form.focus_on(Label::Text);
    form.paste("Thưa các bạn", built.session.state());
    desk(&mut app).forms.push(form);
    let shown = shown(&app, Some(&built.session), 80, 24);
    let cursor = shown.cursor.expect("a cursor");
    let line = shown.text.lines().nth(cursor.y.into()).expect("its line");
    let before: String = line.chars().take(cursor.x.into()).collect();
    assert!(before.ends_with("Thưa các bạn"), "{before}");
}

#[test]
fn the_mouse_finds_what_is_drawn() {
    let built = morning();
    let app = desk_of(&built, Lang::Vi);
    let shown = shown(&app, Some(&built.session), 120, 36);
    for (row, line) in shown.text.lines().enumerate().skip(2) {
        if line.contains(" 5 Nhà ở") {
            let target = shown.frame.hit_map.at(10, u16::try_from(row).expect("a row"));
            assert_eq!(target, Some(&Target::Question(QuestionNo(5))));
        }
    }
    assert_eq!(shown.frame.hit_map.at(119, 3), Some(&Target::Pane(Pane::Question)));
    assert!(matches!(shown.frame.hit_map.at(2, 35), Some(Target::Button(_))));
    assert_eq!(shown.frame.hit_map.at(300, 300), None);
}

fn long_queue() -> SessionBuilder {
    let mut built = SessionBuilder::opened("Dialogue");
    built.responder("a", "Sở A", "A", "r");
    for number in 1..=500 {
        built.asks("Mai", "ĐHCT", &format!("Câu hỏi thứ {number} về nhà ở của sinh viên năm nhất"));
    }
    built
}

#[test]
fn the_queue_scrolls_no_further_than_the_chosen_row_needs() {
    let built = long_queue();
    let mut app = desk_of(&built, Lang::Vi);
    let mut top = 0;
    for (chosen, expected) in [
        (1, 0),
        (20, 0),
        (29, 2),
        (200, 173),
        (199, 173),
        (175, 173),
        (174, 172),
        (1, 0),
        (500, 471),
    ] {
        app.metrics.top = top;
        desk(&mut app).choose(QuestionNo(chosen));
        let seen = shown(&app, Some(&built.session), 120, 36).frame.metrics;
        assert_eq!((seen.top, seen.page), (expected, 30), "question {chosen}");
        top = seen.top;
    }
}

#[test]
fn a_long_file_name_pushes_no_title_out() {
    let name = format!("{}.json", "đối-thoại-rất-dài-".repeat(12));
    let summary =
        || SessionSummary { title: "Phiên thử".to_owned(), ..SessionSummary::default() };
    let entry = |name: &str| SessionEntry {
        path: PathBuf::from(name),
        name: name.to_owned(),
        condition: Condition::Whole(summary()),
    };
    let entries = vec![entry(&name), entry("thu.json")];
    let start = Start { folder: "/srv/".repeat(60), entries, ..Start::default() };
    let model = model(Lang::Vi, at("09:00:00"), Screen::Start(Box::new(start)));
    for (width, height) in [(120, 36), (80, 24), (44, 12)] {
        let text = shown(&model, None, width, height).text;
        assert_eq!(text.matches("Phiên thử").count(), 2, "{text}");
        assert!(text.starts_with("  Đối thoại"), "{text}");
    }
}
