//! Lines withheld from an edition, and lines that were tampered with: what a reader makes of them.

use std::fmt::Write as _;
use std::fs;

use sha2::{Digest, Sha256};

use crate::support::stored::{StoredSession, TestSession};
use doithoai::i18n::Lang;
use doithoai::record::Tail;
use doithoai::record::scan::scan;
use doithoai::session::Session;
use doithoai::session::event::Event;
use doithoai::session::refusal::Refusal;
use doithoai::store::{OpenError, read};

/// A session file as its lines, without what stands around them.
struct Lines(Vec<String>);

impl Lines {
    fn of(on_disk: &TestSession) -> Self {
        let text = String::from_utf8(on_disk.bytes()).expect("UTF-8");
        let lines = text.lines().map(|line| line.trim_start_matches(',').to_owned());
        Self(lines.take_while(|line| line != "]}").collect())
    }

    fn text(&self) -> String {
        format!("{}\n{}\n]}}\n", self.0[0], self.0[1..].join("\n,"))
    }

    fn find(&self, words: &str) -> usize {
        self.0.iter().position(|line| line.contains(words)).expect("such a line")
    }

    /// Seals a body anew, and all lines after it, as a forger would who can count.
    fn sealed_from(mut self, place: usize, body: &str) -> Self {
        body.clone_into(&mut self.0[place]);
        for later in place..self.0.len() {
            let line = self.0[later].clone();
            let body = line.split(",\"hash\":").next().expect("a body").to_owned();
            let name = field(&line, "event");
            let before = match later {
                1 => hex(&self.0[0]),
                _ => field(&self.0[later - 1], "hash"),
            };
            let hash = hex(&format!("{before}{name}{}", hex(&body)));
            self.0[later] = format!("{body},\"hash\":\"{hash}\"}}");
        }
        self
    }

    /// The line at `place` taken out, its place kept.
    fn withheld(mut self, place: usize) -> Self {
        let line = &self.0[place];
        let (seq, name, hash) = (place, field(line, "event"), field(line, "hash"));
        let digest = hex(line.split(",\"hash\":").next().expect("a body"));
        self.0[place] =
            format!(r#"{{"seq":{seq},"withheld":"{name}","digest":"{digest}","hash":"{hash}"}}"#);
        self
    }
}

fn field(line: &str, name: &str) -> String {
    let start = line.find(&format!("\"{name}\":\"")).expect("the field") + name.len() + 4;
    line[start..].split('"').next().expect("its end").to_owned()
}

fn hex(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn edition(on_disk: &TestSession) -> Lines {
    let lines = Lines::of(on_disk);
    let (first, second) = (lines.find("Nguyễn Thị Ánh"), lines.find("Trần Văn Đức"));
    lines.withheld(first).withheld(second)
}

#[test]
fn an_edition_with_lines_withheld_has_the_fingerprint_of_the_original_and_nobodys_name() {
    let on_disk = TestSession::after_the_dialogue();
    let original = read(&on_disk.file).expect("readable").fingerprint();
    let text = edition(&on_disk).text();
    assert!(!text.contains("Ánh") && !text.contains("Đức"));
    fs::write(&on_disk.file, &text).expect("written");
    let reading = read(&on_disk.file).expect("readable");
    assert_eq!((reading.fingerprint(), &reading.tail), (original, &Tail::Clean));
    let session = reading.record.session();
    assert_eq!(session.state().delegates().count(), 0);
    assert_eq!(session.state().question_count(), 2);
    let replayed = Session::replayed(session.history()).expect("its log gives the session");
    assert_eq!(replayed.state(), session.state());
    let told: Vec<String> = session
        .history()
        .iter()
        .map(|recorded| Lang::Vi.event_sentence(recorded, session))
        .collect();
    assert!(told.iter().any(|told| told == "thêm một đại biểu (đã ẩn)"), "{told:?}");
    assert!(told.iter().any(|told| told.contains("của đại biểu 1 (đã ẩn)")), "{told:?}");
    assert!(matches!(StoredSession::open(&on_disk.file, &on_disk.state), Err(OpenError::Withheld)));
    assert_eq!(fs::read_to_string(&on_disk.file).expect("read"), text, "for reading only");
}

#[test]
fn a_withheld_line_cannot_be_relabelled_nor_say_more_nor_be_of_an_unknown_kind() {
    let on_disk = TestSession::after_the_dialogue();
    let place = Lines::of(&on_disk).find("Nguyễn Thị Ánh");
    let tail = |change: &dyn Fn(&str) -> String| {
        let mut lines = Lines::of(&on_disk).withheld(place);
        lines.0[place] = change(&lines.0[place]);
        scan(lines.text().as_bytes()).expect("a session").tail
    };
    assert_eq!(tail(&str::to_owned), Tail::Clean);
    let relabelled = tail(&|line| line.replace("delegate_added", "delegate_corrected"));
    assert!(matches!(relabelled, Tail::Edited { .. }), "{relabelled:?}");
    let more = tail(&|line| line.replace("\"digest\"", "\"name\":\"An\",\"digest\""));
    assert!(!matches!(more, Tail::Clean), "{more:?}");
    let digit = tail(&|line| line.replace("\"digest\":\"", "\"digest\":\"0"));
    assert!(!matches!(digit, Tail::Clean), "{digit:?}");
    let unknown = tail(&|line| line.replace("delegate_added", "celebrated"));
    assert!(!matches!(unknown, Tail::Clean), "{unknown:?}");
}

#[test]
fn a_line_of_any_kind_may_be_withheld_and_the_rest_is_read() {
    let on_disk = TestSession::after_the_dialogue();
    let lines = Lines::of(&on_disk).0.len();
    for place in 1..lines {
        let text = Lines::of(&on_disk).withheld(place).text();
        let found = scan(text.as_bytes()).expect("a session");
        assert_eq!(found.tail, Tail::Clean, "line {place}");
        let session = found.record.session();
        assert_eq!(session.history().len(), lines - 1);
        assert!(session.has_withheld_lines());
        let replayed = Session::replayed(session.history()).expect("its log gives the session");
        assert_eq!(replayed.state(), session.state());
    }
}

#[test]
fn a_question_of_somebody_who_never_was_is_no_withheld_one() {
    let on_disk = TestSession::after_the_dialogue();
    let lines = Lines::of(&on_disk);
    let place = lines.find("question_asked");
    let body = lines.0[place].split(",\"hash\":").next().expect("a body");
    let body = body.replace("\"delegate\":1", "\"delegate\":7");
    let forged = lines.sealed_from(place, &body).text();
    let tail = scan(forged.as_bytes()).expect("a session").tail;
    assert!(
        matches!(&tail, Tail::Impossible { refusal: Refusal::NoSuchDelegate(_), .. }),
        "{tail:?}"
    );
}

type Tamper<'a> = &'a dyn Fn(&mut Vec<String>);

#[test]
fn every_tampering_is_found_and_named_by_its_first_event() {
    let on_disk = TestSession::after_the_dialogue();
    let whole = Lines::of(&on_disk);
    let last = whole.0.len() - 1;
    let seq = |tail: &Tail| match tail {
        Tail::Edited { seq, .. } | Tail::Impossible { seq, .. } => seq.0,
        Tail::Damaged { after, .. } => after.0 + 1,
        other => panic!("{other:?}"),
    };
    let cases: [(&str, u64, Tamper); 7] = [
        ("the header's day", 1, &|lines| lines[0] = lines[0].replace("2024-03-22", "2024-03-23")),
        ("the header's id", 1, &|lines| lines[0] = lines[0].replace("c0ffee", "c0ffef")),
        ("two lines swapped", 5, &|lines| lines.swap(5, 6)),
        ("a line doubled", 7, &|lines| lines.insert(7, lines[6].clone())),
        // Its batch begins with the event before it.
        ("a line missing", 3, &|lines| drop(lines.remove(4))),
        ("a word", 6, &|lines| lines[6] = lines[6].replace("2024", "2023")),
        ("a forged end", last as u64, &|lines| {
            lines[last] = lines[last].replace("closed", "paused");
        }),
    ];
    for (name, first, tamper) in cases {
        let mut lines = Lines::of(&on_disk);
        tamper(&mut lines.0);
        let tail = scan(lines.text().as_bytes()).expect("a session").tail;
        assert_eq!(seq(&tail), first, "{name}: {tail:?}");
    }
}

#[test]
fn a_time_that_runs_back_is_found_even_in_a_chain_that_was_sealed_anew() {
    let on_disk = TestSession::after_the_dialogue();
    let lines = Lines::of(&on_disk);
    let body = lines.0[6].split(",\"hash\":").next().expect("a body");
    let body = body.replace("T08:00:00.000", "T07:59:59.999");
    let forged = lines.sealed_from(6, &body).text();
    match scan(forged.as_bytes()).expect("a session").tail {
        Tail::Impossible { seq, refusal: Refusal::TimeRunsBack { .. }, .. } => assert_eq!(seq.0, 6),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_programs_own_events_change_nothing_in_the_dialogue() {
    let on_disk = TestSession::after_the_dialogue();
    let record = read(&on_disk.file).expect("readable").record;
    let told = |event: &Event| event.is_about_the_record();
    assert!(!record.session().history().iter().any(|recorded| told(&recorded.event)));
    for own in ["recovered", "failed_over", "recover", "fail_over"] {
        let wish = format!(r#"{{"command":"{own}","from":"file","events":0,"to":"x","why":"y"}}"#);
        let command = doithoai::import::command::read_line(wish.as_bytes());
        assert!(command.is_err(), "nobody else may say {own}");
    }
}
