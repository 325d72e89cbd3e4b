//! From stage to screen: what the terminal shows, as it was looked at and found good.
//!
//! The expected screens lie in `tests/screens/`; `SCREENS=write` writes them anew, to be looked at.

use std::path::PathBuf;
use std::sync::Arc;

use crate::support::troubles;
use doithoai::i18n::Lang;
use doithoai::record::Tail;
use doithoai::search::advice::Adviser;
use doithoai::search::item::{SessionItem, found};
use doithoai::search::known::Known;
use doithoai::search::past::PastSession;
use doithoai::search::theme_groups::ThemeGroup;
use doithoai::session::Session;
use doithoai::session::command::Command;
use doithoai::session::number::{QuestionNo, Seq, TaskNo};
use doithoai::session::payload::Reason;
use doithoai::session::refusal::Refusal;
use doithoai::store::{Consent, OpenError, ReplicaKind};
use doithoai::tui::model::action::Action;
use doithoai::tui::model::desk::{Desk, Pane};
use doithoai::tui::model::desk::{Notice, QuestionDefaults, SaveState};
use doithoai::tui::model::edit::LineField;
use doithoai::tui::model::form::field::Label;
use doithoai::tui::model::form::{Form, FormKind, FormSubject, Problem};
use doithoai::tui::model::key::Key;
use doithoai::tui::model::overlay::{
    ClosingList, Confirmation, ConsentRequest, FilteredList, HeldSession, Overlay, ThemeList,
};
use doithoai::tui::model::start::{Condition, SessionEntry, SessionSummary, Start};
use doithoai::tui::model::trouble::Trouble;
use doithoai::tui::model::{Message, Model, Screen};

use crate::support::session::{SessionBuilder, morning};
use crate::support::stage::{Stage, desk_of, model, shown};

const SIZES: [(u16, u16); 2] = [(120, 36), (80, 24)];

fn desk(app: &mut Model) -> &mut Desk {
    match &mut app.screen {
        Screen::Desk(desk) => desk,
        _ => panic!("no desk"),
    }
}

/// Compares a screen in both sizes and languages with what is expected of it.
fn look(name: &str, session: Option<&Session>, mut app_in: impl FnMut(Lang) -> Model) {
    for size in SIZES {
        look_at(name, session, size, &mut app_in);
    }
}

/// The same in one size.
fn look_at(
    name: &str,
    session: Option<&Session>,
    (width, height): (u16, u16),
    mut app_in: impl FnMut(Lang) -> Model,
) {
    for (lang, tag) in [(Lang::Vi, "vi"), (Lang::En, "en")] {
        let text = shown(&app_in(lang), session, width, height).text;
        let file = format!("{name}-{tag}-{width}x{height}.txt");
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/screens").join(file);
        if std::env::var_os("SCREENS").is_some() {
            std::fs::write(&path, &text).expect("written");
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(text == expected, "{} shows\n{text}\nand should\n{expected}", path.display());
    }
}

#[test]
fn the_desk_in_the_middle_of_a_morning() {
    let built = morning();
    look("desk", Some(&built.session), |lang| desk_of(&built, lang));
}

#[test]
fn a_question_opened_in_a_narrow_window_and_the_tasks() {
    let built = morning();
    look("question", Some(&built.session), |lang| {
        let mut app = desk_of(&built, lang);
        let desk = desk(&mut app);
        desk.choose(QuestionNo(1));
        desk.pane = Pane::Question;
        desk.opened = true;
        app
    });
    look("promised", Some(&built.session), |lang| {
        let mut app = desk_of(&built, lang);
        let desk = desk(&mut app);
        desk.choose(QuestionNo(8));
        desk.opened = true;
        app
    });
    look("responders", Some(&built.session), |lang| {
        let mut app = desk_of(&built, lang);
        desk(&mut app).pane = Pane::Responders;
        app
    });
    look("tasks", Some(&built.session), |lang| {
        let mut app = desk_of(&built, lang);
        desk(&mut app).pane = Pane::Tasks;
        app
    });
    look("task-whole", Some(&built.session), |lang| {
        let mut app = desk_of(&built, lang);
        desk(&mut app).pane = Pane::Tasks;
        app.overlays.open(Overlay::Item { item: SessionItem::Task(TaskNo(1)), scroll: 0 });
        app
    });
}

fn with_form(built: &SessionBuilder, lang: Lang, kind: FormKind, about: FormSubject) -> Model {
    let mut app = desk_of(built, lang);
    let form = Form::open(kind, about, built.session.state(), &QuestionDefaults::default());
    desk(&mut app).forms.push(form);
    app
}

fn about(number: u32) -> FormSubject {
    FormSubject { question: Some(QuestionNo(number)), ..FormSubject::default() }
}

#[test]
fn an_answer_being_written() {
    let built = morning();
    look("answer", Some(&built.session), |lang| {
        let mut app = with_form(&built, lang, FormKind::Answer, about(2));
        let form = desk(&mut app).forms.last_mut().expect("a form");
        form.paste("Ngay từ đầu nhiệm kỳ, Ban Tổ chức sẽ cùng Thành Đoàn rà soát từng đồng chí, bố trí theo năng lực và nguyện vọng.", built.session.state());
        app
    });
}

#[test]
fn a_question_being_routed() {
    let built = morning();
    look("route", Some(&built.session), |lang| with_form(&built, lang, FormKind::Route, about(5)));
    let adviser = adviser(&built);
    look("route-suggested", Some(&built.session), |lang| {
        let mut app = with_form(&built, lang, FormKind::Route, about(7));
        advise(&mut app, &built, &adviser);
        app
    });
}

#[test]
fn suggested_themes() {
    let built = morning();
    look("themes", Some(&built.session), |lang| {
        let mut app = desk_of(&built, lang);
        let group = |theme: &str, questions: &[u32]| ThemeGroup {
            theme: theme.to_owned(),
            questions: questions.iter().copied().map(QuestionNo).collect(),
        };
        let groups = vec![group("Nhà trọ", &[5, 7]), group("Sinh viên", &[3, 6])];
        app.overlays.open(Overlay::Themes(ThemeList::default()));
        app.update(Some(&built.session), Message::ThemesGrouped(groups));
        app
    });
}

fn adviser(built: &SessionBuilder) -> Adviser {
    let past = PastSession::of(&built.session);
    Adviser::of(Known::default(), past, built.session.history().len())
}

/// Gives the desk what there is to say of what is on it.
fn advise(app: &mut Model, built: &SessionBuilder, adviser: &Adviser) {
    let wanted = app.wanted_advice(&built.session).expect("something to judge");
    let told = Message::Advised(Box::new(adviser.advise(wanted)));
    app.update(Some(&built.session), told);
}

#[test]
fn a_new_question() {
    let built = morning();
    look("new", Some(&built.session), |lang| {
        with_form(&built, lang, FormKind::NewQuestion, FormSubject::default())
    });
    let adviser = adviser(&built);
    let typed =
        "Nhà trọ cho sinh viên năm nhất đắt quá. Thứ hai, quỹ nghiên cứu cho sinh viên ở đâu?";
    let typing = |lang| {
        let mut app = with_form(&built, lang, FormKind::NewQuestion, FormSubject::default());
        app.update(Some(&built.session), Message::Paste(typed.to_owned()));
        advise(&mut app, &built, &adviser);
        app
    };
    look("new-similar", Some(&built.session), typing);
    look("similar", Some(&built.session), |lang| {
        let mut app = typing(lang);
        app.update(Some(&built.session), Message::Key(Key::parse("Ctrl+G").expect("a key")));
        app
    });
}

#[test]
fn the_help() {
    let built = morning();
    look("help", Some(&built.session), |lang| {
        let mut app = desk_of(&built, lang);
        app.overlays.open(Overlay::Help { scroll: 0 });
        app
    });
}

#[test]
fn the_help_turned() {
    let built = morning();
    look("help-turned", Some(&built.session), |lang| {
        let mut app = desk_of(&built, lang);
        app.overlays.open(Overlay::Help { scroll: 10 });
        app
    });
}

#[test]
fn what_has_no_outcome_before_closing() {
    let built = morning();
    look("closing", Some(&built.session), |lang| {
        let mut app = desk_of(&built, lang);
        let open = built.session.state().without_outcome();
        app.overlays.open(Overlay::Closing(ClosingList {
            open,
            selected: 1,
            ..ClosingList::default()
        }));
        app
    });
}

#[test]
fn the_fingerprint_of_a_closed_session() {
    let mut built = morning();
    built.does(Command::Close(Reason::default()));
    look("closed", Some(&built.session), |lang| {
        let mut app = desk_of(&built, lang);
        app.overlays.open(Overlay::Closed { transcript: None });
        let desk = desk(&mut app);
        desk.fingerprint =
            "29:3f2a91bc0d44e7a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6071829".to_owned();
        desk.file = "sessions/doi-thoai-lan-11.json".to_owned();
        app
    });
}

fn entry(name: &str, condition: Condition) -> SessionEntry {
    SessionEntry { path: PathBuf::from(name), name: name.to_owned(), condition }
}

fn folder() -> Start {
    let summary = |title: &str, day: &str, questions, tasks| SessionSummary {
        title: title.to_owned(),
        opened: format!("{day}T08:00:00+07:00").parse().ok(),
        questions,
        tasks,
        ..SessionSummary::default()
    };
    let closed = SessionSummary {
        closed: true,
        ..summary("Đối thoại lần 11 · Cần Thơ", "2024-03-22", 4, 5)
    };
    let held =
        SessionSummary { held_by: Some(4121), ..summary("Phiên thử", "2024-11-05", 12, 0) };
    let entries = vec![
        entry("lan-11.json", Condition::Whole(closed)),
        entry("thu.json", Condition::Whole(held)),
        entry("thu-lan-2.json", Condition::Whole(summary("Phiên thử", "2024-11-04", 3, 0))),
        entry("quy-3.json", Condition::Whole(summary("Đối thoại quý III", "2024-09-30", 1, 1))),
        entry(
            "hop-2023.json",
            Condition::Damaged { from: 88, summary: summary("", "2023-11-02", 20, 3) },
        ),
    ];
    Start {
        folder: "sessions/".to_owned(),
        chosen: Some(PathBuf::from("lan-11.json")),
        entries,
        ..Start::default()
    }
}

fn starting(lang: Lang, start: Start) -> Model {
    let now = "2024-11-05T09:00:00+07:00".parse().expect("a time");
    model(lang, now, Screen::Start(Box::new(start)))
}

#[test]
fn the_start() {
    look("start", None, |lang| starting(lang, folder()));
    look("start-empty", None, |lang| starting(lang, Start::default()));
    look("start-form", None, |lang| {
        let rosters = vec!["can-tho.roster.json".to_owned()];
        starting(lang, Start { form: Some(Form::new_session(&rosters)), ..folder() })
    });
    look("start-damaged", None, |lang| {
        starting(lang, Start { chosen: Some(PathBuf::from("hop-2023.json")), ..folder() })
    });
    look("start-held", None, |lang| {
        let held = HeldSession {
            path: PathBuf::from("thu.json"),
            pid: 4121,
            user: "mai".to_owned(),
            host: "hoi-truong".to_owned(),
        };
        let mut app = starting(lang, folder());
        app.overlays.open(Overlay::Confirm(Confirmation::Watch(held)));
        app
    });
}

#[test]
fn a_record_that_cannot_be_written() {
    let built = morning();
    look("trouble", Some(&built.session), |lang| {
        let mut app = desk_of(&built, lang);
        let desk = desk(&mut app);
        desk.saved = SaveState::Trouble(troubles::disk_full("sessions/lan-11.json"));
        desk.notice = Some(Notice::Refused(Refusal::NoLead(QuestionNo(6))));
        desk.choose(QuestionNo(6));
        app
    });
}

#[test]
fn a_record_in_one_copy_and_where_it_shall_go_on() {
    let built = morning();
    look("one-copy", Some(&built.session), |lang| {
        let mut app = desk_of(&built, lang);
        desk(&mut app).copies = (1, 2);
        desk(&mut app).one_copy = Some(troubles::copies_lost(
            "sessions/lan-11.json",
            &[ReplicaKind::BlackBox("/home/thu-ky/.local/state/doithoai".into())],
        ));
        app
    });
    look("elsewhere", Some(&built.session), |lang| {
        let mut app = desk_of(&built, lang);
        let desk = desk(&mut app);
        desk.saved = SaveState::Trouble(troubles::copies_lost(
            "sessions/lan-11.json",
            &[
                ReplicaKind::PublicFile,
                ReplicaKind::BlackBox("/home/thu-ky/.local/state/doithoai".into()),
            ],
        ));
        app.overlays.open(Overlay::MoveRecord { line: LineField::new("/media/usb") });
        app
    });
}

#[test]
fn two_copies_that_differ_are_asked_about() {
    look("asked", None, |lang| {
        let usual = "/srv/doi-thoai/phien.json".into();
        let error = Arc::new(OpenError::Older { events: 12, known: 36, usual });
        let asked =
            ConsentRequest { path: "sessions/phien.json".into(), error, given: Consent::NOT_ASKED };
        let mut app = starting(lang, folder());
        app.overlays.open(Overlay::Confirm(Confirmation::Open(asked)));
        app
    });
}

#[test]
fn commands_by_name_and_questions_by_their_words() {
    let built = morning();
    look("palette", Some(&built.session), |lang| {
        let mut app = desk_of(&built, lang);
        let matches = vec![Action::Answer, Action::Defer, Action::AmendAnswer];
        let line = LineField::new("tra loi");
        app.overlays.open(Overlay::Palette(FilteredList { line, matches, selected: 1 }));
        app
    });
    look("search", Some(&built.session), |lang| {
        let mut app = desk_of(&built, lang);
        let line = LineField::new("tro");
        let matches = found(built.session.state(), "tro");
        app.overlays.open(Overlay::Search(FilteredList { line, matches, selected: 0 }));
        app
    });
}

#[test]
fn a_draft_left_from_last_time() {
    let built = morning();
    look("draft", Some(&built.session), |lang| {
        let mut app = with_form(&built, lang, FormKind::Answer, about(2));
        let desk = desk(&mut app);
        let mut form = desk.forms.pop().expect("a form");
        form.paste("Ngay từ đầu nhiệm kỳ, Ban Tổ chức", built.session.state());
        let mut older = Form::open(
            FormKind::Defer,
            about(6),
            built.session.state(),
            &QuestionDefaults::default(),
        );
        older.focus_on(Label::Why);
        older.paste("chưa rõ đơn vị nào", built.session.state());
        desk.drafts.push(older.draft());
        desk.drafts.push(form.draft());
        app.overlays.open(Overlay::Drafts { selected: 0 });
        app
    });
}

#[test]
fn a_form_with_something_wrong() {
    let built = morning();
    look("problem", Some(&built.session), |lang| {
        let mut app = with_form(&built, lang, FormKind::Defer, about(6));
        let form = desk(&mut app).forms.last_mut().expect("a form");
        form.problem = Some(Problem::NobodyChosen(Label::Responder));
        form.from_draft = true;
        form.focus = 0;
        app
    });
    look("progress", Some(&built.session), |lang| {
        let about = FormSubject { task: Some(TaskNo(1)), ..FormSubject::default() };
        with_form(&built, lang, FormKind::ProgressTask, about)
    });
    look("task", Some(&built.session), |lang| with_form(&built, lang, FormKind::Task, about(2)));
    look("merge", Some(&built.session), |lang| with_form(&built, lang, FormKind::Merge, about(10)));
}

#[test]
fn a_field_says_what_it_makes_of_what_was_typed() {
    let built = morning();
    let typed = |lang, kind, number: Option<u32>, label, words: &str| {
        let mut app = with_form(&built, lang, kind, number.map(about).unwrap_or_default());
        let form = desk(&mut app).forms.last_mut().expect("a form");
        form.focus_on(label);
        form.paste(words, built.session.state());
        app
    };
    look("due", Some(&built.session), |lang| {
        typed(lang, FormKind::Defer, Some(5), Label::Due, "10/12 nếu đủ hồ sơ")
    });
    look("nobody", Some(&built.session), |lang| {
        typed(
            lang,
            FormKind::Answer,
            Some(6),
            Label::Responder,
            "ông Nguyễn Văn Hùng, nguyên Phó Chủ tịch",
        )
    });
    look("seen", Some(&built.session), |lang| {
        typed(lang, FormKind::NewQuestion, None, Label::Asker, "vo m")
    });
    look("split", Some(&built.session), |lang| {
        let mut app = typed(lang, FormKind::Split, Some(2), Label::Text, "");
        app.telex.switch();
        app
    });
}

#[test]
fn what_was_done_is_said_in_words() {
    let built = morning();
    let said = |lang, notice: Notice| {
        let mut app = desk_of(&built, lang);
        desk(&mut app).notice = Some(notice);
        app
    };
    look("recorded", Some(&built.session), |lang| said(lang, Notice::Recorded(Seq(8))));
    look("undone", Some(&built.session), |lang| said(lang, Notice::TakenBack(Seq(36))));
    look("redone", Some(&built.session), |lang| said(lang, Notice::BroughtBack(Seq(36))));
    look("in-the-way", Some(&built.session), |lang| {
        let cause = Box::new(Refusal::NoSuchQuestion(QuestionNo(1)));
        let refusal = Refusal::InTheWay { target: Seq(8), blocker: Seq(18), cause };
        said(lang, Notice::Refused(refusal))
    });
}

/// A replay after these keys.
fn replayed(name: &str, keys: &str) {
    let whole = Stage::replay_of_the_morning().session;
    look(name, Some(&whole), |lang| {
        let mut stage = Stage::replay_of(&whole, false);
        stage.model.lang = lang;
        stage.keys(keys);
        stage.model
    });
}

#[test]
fn a_replay_at_a_moment_and_what_stands_over_it() {
    replayed("replay", "g8:32<Enter>++ag8:20<Enter>b");
    replayed("replay-start", "");
    replayed("replay-go-to", "gmai kia<Enter>");
    replayed("replay-search", "/tro<↓>");
    replayed("replay-filter", "fso<↓><Enter>");
    replayed("replay-filtered", "fso xay dung<Enter><Esc>");
    replayed("replay-changes", "g8:16<Enter>a<End>bc");
    replayed("replay-corrections", "x<↓>");
    replayed("replay-chart", "<End>s");
    replayed("replay-note", "g8:10<Enter>inên hỏi lại sở");
    replayed("replay-help", "?");
}

#[test]
fn a_replay_with_notes_or_damage() {
    let whole = Stage::replay_of_the_morning().session;
    look("replay-notes", Some(&whole), |lang| {
        let mut stage = Stage::replay_of(&whole, false);
        stage.model.lang = lang;
        let notes =
            vec![stage.note(9, "Câu này còn chờ sở trả lời.", true), stage.note(12, "Hay.", false)];
        stage.input(Message::Notes(notes)).keys("l");
        stage.model
    });
    look("replay-damaged", Some(&whole), |lang| {
        let mut stage = Stage::replay_of(&whole, false);
        stage.model.lang = lang;
        stage.replay_mut().damage = Some(Trouble::Damaged {
            tail: Arc::new(Tail::Edited { seq: Seq(47), salvage: Vec::new() }),
            holds_nuls: false,
            spot: None,
        });
        stage.keys("<End>");
        stage.model
    });
}

#[test]
fn a_replay_in_a_window_hardly_large_enough() {
    let whole = Stage::replay_of_the_morning().session;
    for (width, height) in [(60, 15), (44, 12), (40, 10), (24, 5)] {
        look_at("replay-small", Some(&whole), (width, height), |lang| {
            let mut stage = Stage::replay_of(&whole, false);
            stage.model.lang = lang;
            stage.keys("g8:32<Enter>");
            stage.model
        });
    }
}
