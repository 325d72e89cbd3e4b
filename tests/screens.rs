//! From stage to screen: what the terminal shows, as it was looked at and found good.
//!
//! The expected screens lie in `tests/screens/`; `SCREENS=write` writes them anew, to be looked at.

mod seat;
mod stage;

use std::path::PathBuf;

use doithoai::i18n::Lang;
use doithoai::session::Session;
use doithoai::session::command::Command;
use doithoai::session::number::{QuestionNo, Seq, TaskNo};
use doithoai::session::payload::Reason;
use doithoai::session::refusal::Refusal;
use doithoai::tui::model::action::Action;
use doithoai::tui::model::desk::overlay::{Closing, Overlay};
use doithoai::tui::model::desk::{Desk, Pane};
use doithoai::tui::model::desk::{Habits, Notice, Saved};
use doithoai::tui::model::edit::LineField;
use doithoai::tui::model::form::field::Label;
use doithoai::tui::model::form::{About, Form, Kind, Problem};
use doithoai::tui::model::start::{Condition, Entry, Held, Start, Summary};
use doithoai::tui::model::{App, Input, Screen};

use seat::Seat;
use stage::{app, desk_of, morning, shown};

const SIZES: [(u16, u16); 2] = [(120, 36), (80, 24)];

fn desk(app: &mut App) -> &mut Desk {
    match &mut app.screen {
        Screen::Desk(desk) => desk,
        _ => panic!("no desk"),
    }
}

/// Compares a screen in both sizes and languages with what is expected of it.
fn look(name: &str, session: Option<&Session>, mut app_in: impl FnMut(Lang) -> App) {
    for size in SIZES {
        look_at(name, session, size, &mut app_in);
    }
}

/// The same in one size.
fn look_at(
    name: &str,
    session: Option<&Session>,
    (width, height): (u16, u16),
    mut app_in: impl FnMut(Lang) -> App,
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
    let stage = morning();
    look("desk", Some(&stage.session), |lang| desk_of(&stage, lang));
}

#[test]
fn a_question_opened_in_a_narrow_window_and_the_tasks() {
    let stage = morning();
    look("question", Some(&stage.session), |lang| {
        let mut app = desk_of(&stage, lang);
        let desk = desk(&mut app);
        desk.choose(QuestionNo(1));
        desk.pane = Pane::Question;
        desk.opened = true;
        app
    });
    look("promised", Some(&stage.session), |lang| {
        let mut app = desk_of(&stage, lang);
        let desk = desk(&mut app);
        desk.choose(QuestionNo(8));
        desk.opened = true;
        app
    });
    look("responders", Some(&stage.session), |lang| {
        let mut app = desk_of(&stage, lang);
        desk(&mut app).pane = Pane::Responders;
        app
    });
    look("tasks", Some(&stage.session), |lang| {
        let mut app = desk_of(&stage, lang);
        desk(&mut app).pane = Pane::Tasks;
        app
    });
}

fn with_form(stage: &stage::Stage, lang: Lang, kind: Kind, about: About) -> App {
    let mut app = desk_of(stage, lang);
    let form = Form::open(kind, about, stage.session.state(), &Habits::default());
    desk(&mut app).forms.push(form);
    app
}

fn about(number: u32) -> About {
    About { question: Some(QuestionNo(number)), ..About::default() }
}

#[test]
fn an_answer_being_written() {
    let stage = morning();
    look("answer", Some(&stage.session), |lang| {
        let mut app = with_form(&stage, lang, Kind::Answer, about(2));
        let form = desk(&mut app).forms.last_mut().expect("a form");
        form.paste("Ngay từ đầu nhiệm kỳ, Ban Tổ chức sẽ cùng Thành đoàn rà soát từng đồng chí, bố trí theo năng lực và nguyện vọng.", stage.session.state());
        app
    });
}

#[test]
fn a_question_being_routed() {
    let stage = morning();
    look("route", Some(&stage.session), |lang| with_form(&stage, lang, Kind::Route, about(5)));
}

#[test]
fn a_new_question() {
    let stage = morning();
    look("new", Some(&stage.session), |lang| {
        with_form(&stage, lang, Kind::NewQuestion, About::default())
    });
}

#[test]
fn the_help() {
    let stage = morning();
    look("help", Some(&stage.session), |lang| {
        let mut app = desk_of(&stage, lang);
        desk(&mut app).overlay = Some(Overlay::Help { scroll: 0 });
        app
    });
}

#[test]
fn the_help_turned() {
    let stage = morning();
    look("help-turned", Some(&stage.session), |lang| {
        let mut app = desk_of(&stage, lang);
        desk(&mut app).overlay = Some(Overlay::Help { scroll: 10 });
        app
    });
}

#[test]
fn what_has_no_outcome_before_closing() {
    let stage = morning();
    look("closing", Some(&stage.session), |lang| {
        let mut app = desk_of(&stage, lang);
        let open = stage.session.state().without_outcome();
        desk(&mut app).overlay = Some(Overlay::Closing(Closing { open, finger: 1 }));
        app
    });
}

#[test]
fn the_fingerprint_of_a_closed_session() {
    let mut stage = morning();
    stage.does(Command::Close(Reason::default()));
    look("closed", Some(&stage.session), |lang| {
        let mut app = desk_of(&stage, lang);
        let desk = desk(&mut app);
        desk.overlay = Some(Overlay::Closed { transcript: None });
        desk.fingerprint =
            "29:3f2a91bc0d44e7a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6071829".to_owned();
        desk.file = "sessions/doi-thoai-lan-11.json".to_owned();
        app
    });
}

fn entry(name: &str, condition: Condition) -> Entry {
    Entry { path: PathBuf::from(name), name: name.to_owned(), condition }
}

fn folder() -> Start {
    let summary = |title: &str, day: &str, questions, tasks| Summary {
        title: title.to_owned(),
        opened: format!("{day}T08:00:00+07:00").parse().ok(),
        questions,
        tasks,
        ..Summary::default()
    };
    let closed = Summary {
        closed: true,
        ..summary("Đối thoại lần 11 · Cần Thơ", "2024-03-22", 4, 5)
    };
    let held = Summary { held_by: Some(4121), ..summary("Phiên thử", "2024-11-05", 12, 0) };
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

fn starting(lang: Lang, start: Start) -> App {
    let now = "2024-11-05T09:00:00+07:00".parse().expect("a time");
    app(lang, now, Screen::Start(Box::new(start)))
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
        let held = Held {
            path: PathBuf::from("thu.json"),
            pid: 4121,
            user: "mai".to_owned(),
            host: "hoi-truong".to_owned(),
        };
        starting(lang, Start { held: Some(held), ..folder() })
    });
}

#[test]
fn a_record_that_cannot_be_written() {
    let stage = morning();
    look("trouble", Some(&stage.session), |lang| {
        let mut app = desk_of(&stage, lang);
        let desk = desk(&mut app);
        desk.saved = Saved::Trouble(
            "Đĩa đã đầy: hãy giải phóng chỗ trống rồi ghi lại; mọi điều đang gõ còn nguyên.".into(),
        );
        desk.notice = Some(Notice::Refused(Refusal::NoLead(QuestionNo(6))));
        desk.choose(QuestionNo(6));
        app
    });
}

#[test]
fn a_record_in_one_copy_and_where_it_shall_go_on() {
    let stage = morning();
    let why = "Hộp đen tạm thời không ghi được: đĩa đã đầy. Tệp phiên vẫn giữ đủ.";
    look("one-copy", Some(&stage.session), |lang| {
        let mut app = desk_of(&stage, lang);
        desk(&mut app).one_copy = Some(why.into());
        app
    });
    look("elsewhere", Some(&stage.session), |lang| {
        let mut app = desk_of(&stage, lang);
        let desk = desk(&mut app);
        desk.saved = Saved::Trouble(
            "Chưa lưu được ở bản nào: đĩa đã đầy. Hãy cắm USB hay dọn chỗ trống.".into(),
        );
        desk.overlay = Some(Overlay::Elsewhere { line: LineField::new("/media/usb") });
        app
    });
}

#[test]
fn two_copies_that_differ_are_asked_about() {
    look("asked", None, |lang| {
        let (why, question) = lang.asked_about(
            std::path::Path::new("sessions/phien.json"),
            &doithoai::store::OpenError::Older {
                events: 12,
                known: 36,
                usual: "/srv/doi-thoai/phien.json".into(),
            },
        );
        let path = "sessions/phien.json".into();
        let asked = doithoai::tui::model::start::Asked { path, why, question };
        starting(lang, Start { asked: Some(asked), ..folder() })
    });
}

#[test]
fn commands_by_name_and_questions_by_their_words() {
    let stage = morning();
    look("palette", Some(&stage.session), |lang| {
        let mut app = desk_of(&stage, lang);
        let matches = vec![Action::Answer, Action::Defer, Action::AmendAnswer];
        let filter = LineField::new("tra loi");
        desk(&mut app).overlay = Some(Overlay::Palette { filter, matches, finger: 1 });
        app
    });
    look("search", Some(&stage.session), |lang| {
        let mut app = desk_of(&stage, lang);
        let matches = vec![QuestionNo(7), QuestionNo(10), QuestionNo(2)];
        let query = LineField::new("tro");
        desk(&mut app).overlay = Some(Overlay::Search { query, matches, finger: 0 });
        app
    });
}

#[test]
fn a_draft_left_from_last_time() {
    let stage = morning();
    look("draft", Some(&stage.session), |lang| {
        let mut app = with_form(&stage, lang, Kind::Answer, about(2));
        let desk = desk(&mut app);
        let mut form = desk.forms.pop().expect("a form");
        form.paste("Ngay từ đầu nhiệm kỳ, Ban Tổ chức", stage.session.state());
        let mut older =
            Form::open(Kind::Defer, about(6), stage.session.state(), &Habits::default());
        older.focus_on(Label::Why);
        older.paste("chưa rõ đơn vị nào", stage.session.state());
        desk.drafts.push(older.draft());
        desk.drafts.push(form.draft());
        desk.overlay = Some(Overlay::OfferDraft { finger: 0 });
        app
    });
}

#[test]
fn a_form_with_something_wrong() {
    let stage = morning();
    look("problem", Some(&stage.session), |lang| {
        let mut app = with_form(&stage, lang, Kind::Defer, about(6));
        let form = desk(&mut app).forms.last_mut().expect("a form");
        form.problem = Some(Problem::NobodyChosen(Label::Responder));
        form.from_draft = true;
        form.focus = 0;
        app
    });
    look("progress", Some(&stage.session), |lang| {
        let about = About { task: Some(TaskNo(1)), ..About::default() };
        with_form(&stage, lang, Kind::ProgressTask, about)
    });
    look("task", Some(&stage.session), |lang| with_form(&stage, lang, Kind::Task, about(2)));
    look("merge", Some(&stage.session), |lang| with_form(&stage, lang, Kind::Merge, about(10)));
}

#[test]
fn a_field_says_what_it_makes_of_what_was_typed() {
    let stage = morning();
    let typed = |lang, kind, number: Option<u32>, label, words: &str| {
        let mut app = with_form(&stage, lang, kind, number.map(about).unwrap_or_default());
        let form = desk(&mut app).forms.last_mut().expect("a form");
        form.focus_on(label);
        form.paste(words, stage.session.state());
        app
    };
    look("due", Some(&stage.session), |lang| {
        typed(lang, Kind::Defer, Some(5), Label::Due, "10/12 nếu đủ hồ sơ")
    });
    look("nobody", Some(&stage.session), |lang| {
        typed(
            lang,
            Kind::Answer,
            Some(6),
            Label::Responder,
            "ông Nguyễn Văn Hùng, nguyên Phó Chủ tịch",
        )
    });
    look("seen", Some(&stage.session), |lang| {
        typed(lang, Kind::NewQuestion, None, Label::Asker, "vo m")
    });
    look("split", Some(&stage.session), |lang| {
        let mut app = typed(lang, Kind::Split, Some(2), Label::Text, "");
        app.telex.switch();
        app
    });
}

#[test]
fn what_was_done_is_said_in_words() {
    let stage = morning();
    let said = |lang, notice: Notice| {
        let mut app = desk_of(&stage, lang);
        desk(&mut app).notice = Some(notice);
        app
    };
    look("recorded", Some(&stage.session), |lang| said(lang, Notice::Recorded(Seq(8))));
    look("undone", Some(&stage.session), |lang| said(lang, Notice::TakenBack(Seq(36))));
    look("redone", Some(&stage.session), |lang| said(lang, Notice::BroughtBack(Seq(36))));
    look("in-the-way", Some(&stage.session), |lang| {
        let cause = Box::new(Refusal::NoSuchQuestion(QuestionNo(1)));
        let refusal = Refusal::InTheWay { target: Seq(8), blocker: Seq(18), cause };
        said(lang, Notice::Refused(refusal))
    });
}

/// A film in somebody's hands, after these keys.
fn filmed(name: &str, keys: &str) {
    let whole = Seat::new().whole;
    look(name, Some(&whole), |lang| {
        let mut seat = Seat::before(&whole, false);
        seat.app.lang = lang;
        seat.keys(keys);
        seat.app
    });
}

#[test]
fn a_film_at_a_moment_and_what_stands_over_it() {
    filmed("film", "g8:32<Enter>++ag8:20<Enter>b");
    filmed("film-start", "");
    filmed("film-go-to", "gmai kia<Enter>");
    filmed("film-search", "/tro<↓>");
    filmed("film-filter", "fso<↓><Enter>");
    filmed("film-filtered", "fso xay dung<Enter><Esc>");
    filmed("film-changes", "g8:16<Enter>a<End>bc");
    filmed("film-corrections", "x<↓>");
    filmed("film-chart", "<End>s");
    filmed("film-note", "g8:10<Enter>inên hỏi lại sở");
    filmed("film-help", "?");
}

#[test]
fn a_film_with_notes_or_damage() {
    let whole = Seat::new().whole;
    look("film-notes", Some(&whole), |lang| {
        let mut seat = Seat::before(&whole, false);
        seat.app.lang = lang;
        let notes =
            vec![seat.note(9, "Câu này còn chờ sở trả lời.", true), seat.note(12, "Hay.", false)];
        seat.input(Input::Notes(notes)).keys("l");
        seat.app
    });
    look("film-damaged", Some(&whole), |lang| {
        let mut seat = Seat::before(&whole, false);
        seat.app.lang = lang;
        seat.film_mut().damage = Some("47: sha256".to_owned());
        seat.keys("<End>");
        seat.app
    });
}

#[test]
fn a_film_in_a_window_hardly_large_enough() {
    let whole = Seat::new().whole;
    for (width, height) in [(60, 15), (44, 12), (40, 10), (24, 5)] {
        look_at("film-small", Some(&whole), (width, height), |lang| {
            let mut seat = Seat::before(&whole, false);
            seat.app.lang = lang;
            seat.keys("g8:32<Enter>");
            seat.app
        });
    }
}
