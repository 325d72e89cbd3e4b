//! Public file against black box: equal, one behind, the other behind, parted, missing, damaged.

use std::fs;
use std::path::Path;

use crate::support::stored::{Opened, StoredSession, TestSession, header, occasion};
use doithoai::record::Tail;
use doithoai::session::command::Command;
use doithoai::session::payload::{Reason, Source};
use doithoai::store::{Merged, OpenError, StateFolder, read};

/// What one copy looks like before the file is opened.
#[derive(Clone, Copy, Debug)]
enum Look {
    /// So many whole events.
    Of(usize),
    /// So many, and half of the next line.
    Torn(usize),
    /// So many, and NULs where the rest was.
    Void(usize),
    /// All, with the line ends of another system.
    Foreign,
    /// One of another session.
    Other,
    /// Nothing in it that can be read.
    Noise,
    Empty,
    Missing,
}
use Look::{Empty, Foreign, Missing, Noise, Of, Other, Torn, Void};

/// The dialogue's events, as [`TestSession::after_the_dialogue`] leaves them.
const ALL: usize = 15;

/// The file, the black box; the events then held by both, and what was done.
const CASES: [(Look, Look, usize, Option<Done>); 36] = [
    (Of(ALL), Of(ALL), ALL, None),
    (Of(ALL), Missing, ALL, None),
    (Of(5), Of(5), 5, None),
    (Of(5), Missing, 5, None),
    (Foreign, Of(ALL), ALL, None),
    (Of(ALL), Foreign, ALL, None),
    (Torn(ALL), Of(ALL), ALL, None),
    (Void(ALL), Of(ALL), ALL, None),
    (Torn(7), Of(7), 7, None),
    (Torn(7), Missing, 7, None),
    (Void(7), Missing, 7, None),
    (Of(14), Of(ALL), ALL, Some(Done::File(1))),
    (Of(2), Of(ALL), ALL, Some(Done::File(13))),
    (Of(0), Of(ALL), ALL, Some(Done::File(ALL))),
    (Torn(14), Of(ALL), ALL, Some(Done::File(1))),
    (Torn(1), Of(ALL), ALL, Some(Done::File(14))),
    (Void(9), Of(ALL), ALL, Some(Done::File(6))),
    (Void(0), Of(9), 9, Some(Done::File(9))),
    (Of(9), Torn(ALL), ALL, Some(Done::File(6))),
    (Torn(9), Torn(12), 12, Some(Done::File(3))),
    (Torn(9), Void(12), 12, Some(Done::File(3))),
    (Of(9), Foreign, ALL, Some(Done::File(6))),
    (Of(ALL), Of(14), ALL, Some(Done::Box(1))),
    (Of(ALL), Of(2), ALL, Some(Done::Box(13))),
    (Of(ALL), Of(0), ALL, Some(Done::Box(ALL))),
    (Torn(14), Of(12), 14, Some(Done::Box(2))),
    (Void(14), Of(0), 14, Some(Done::Box(14))),
    (Of(ALL), Torn(ALL), ALL, Some(Done::NewBox(0))),
    (Of(ALL), Torn(14), ALL, Some(Done::NewBox(1))),
    (Of(ALL), Void(12), ALL, Some(Done::NewBox(3))),
    (Torn(12), Torn(9), 12, Some(Done::NewBox(3))),
    (Of(ALL), Other, ALL, Some(Done::NewBox(ALL))),
    (Of(ALL), Noise, ALL, Some(Done::NewBox(ALL))),
    (Of(ALL), Empty, ALL, Some(Done::NewBox(ALL))),
    (Torn(9), Noise, 9, Some(Done::NewBox(9))),
    (Foreign, Of(12), ALL, Some(Done::Box(3))),
];

/// What was done so that both agree.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Done {
    File(usize),
    Box(usize),
    NewBox(usize),
}

fn done(merged: Option<&Merged>) -> Option<Done> {
    let count = |events: &u64| usize::try_from(*events).expect("few");
    Some(match merged? {
        Merged::FileCompleted { events } => Done::File(count(events)),
        Merged::BoxCompleted { events } => Done::Box(count(events)),
        Merged::BoxRenewed { events, .. } => Done::NewBox(count(events)),
        Merged::Forked { .. } => panic!("nothing parted here"),
    })
}

/// The lines of both kinds of copies, the header's first.
struct Original {
    header: String,
    events: Vec<String>,
}

impl Original {
    fn of(on_disk: &TestSession) -> Self {
        let boxed = on_disk.boxed();
        let header = boxed[0].strip_suffix("]}").expect("completed").to_owned();
        Self { header, events: boxed[1..].to_vec() }
    }

    fn file(&self, look: Look) -> String {
        let lines = |count: usize| format!("{}\n{}", self.header, self.events[..count].join("\n,"));
        let half =
            |count: usize| self.events.get(count).map_or("{\"seq\":16,\"at", |line| &line[..40]);
        match look {
            Of(0) => format!("{}\n]}}\n   ", self.header),
            Of(count) => format!("{}\n]}}\n   ", lines(count)),
            Torn(count) => format!("{}\n,{}", lines(count), half(count)),
            Void(count) => format!("{}\n\0\0\0\0", lines(count)),
            Foreign => format!("{}\n]}}\n", lines(ALL)).replace('\n', "\r\n"),
            other => panic!("{other:?} is no file to open"),
        }
    }

    fn black_box(&self, look: Look) -> Option<String> {
        let lines = |count: usize| {
            let events = self.events[..count].iter().map(|line| format!("{line}\n"));
            format!("{}]}}\n{}", self.header, events.collect::<String>())
        };
        let half =
            |count: usize| self.events.get(count).map_or("{\"seq\":16,\"at", |line| &line[..40]);
        Some(match look {
            Of(count) => lines(count),
            Torn(count) => format!("{}{}", lines(count), half(count)),
            Void(count) => format!("{}\0\0\0\0", lines(count)),
            Foreign => lines(ALL).replace('\n', "\r\n"),
            Other => lines(ALL).replacen("c0ffee", "c0ffff", 1),
            Noise => "\u{1}\u{2}noise\n{}\n".to_owned(),
            Empty => String::new(),
            Missing => return None,
        })
    }
}

#[test]
fn the_longer_of_two_agreeing_copies_completes_the_other_whatever_they_look_like() {
    for (place, (file, black_box, events, expected)) in CASES.into_iter().enumerate() {
        let case = format!("case {place}: {file:?} against {black_box:?}");
        let on_disk = TestSession::after_the_dialogue();
        let original = Original::of(&on_disk);
        fs::write(&on_disk.file, original.file(file)).expect("written");
        fs::remove_file(on_disk.black_box()).expect("removed");
        if let Some(text) = original.black_box(black_box) {
            fs::write(on_disk.black_box(), text).expect("written");
        }
        let opened = StoredSession::open(&on_disk.file, &on_disk.state)
            .unwrap_or_else(|error| panic!("{case}: {error:?}"));
        assert_eq!(done(opened.merged.as_ref()), expected, "{case}");
        assert_eq!(opened.mended.is_some(), matches!(file, Torn(_) | Void(_)), "{case}");
        assert_eq!(opened.stored.replication().held(), 2, "{case}");
        let held = opened.stored.record.fingerprint();
        assert_eq!(held.events, events as u64, "{case}");
        drop(opened);
        let reading = read(&on_disk.file).expect("readable");
        assert_eq!((reading.fingerprint(), reading.tail), (held, Tail::Clean), "{case}");
        let boxed = fs::read_to_string(on_disk.black_box()).expect("a black box");
        let lines: Vec<&str> = boxed.lines().map(str::trim).collect();
        assert_eq!(lines[1..], original.events[..events], "{case}");
        let again = StoredSession::open(&on_disk.file, &on_disk.state).expect("opened again");
        assert!(again.mended.is_none() && again.merged.is_none(), "{case}: whole now");
    }
}

#[test]
fn what_was_mended_is_told_in_the_record_itself() {
    for (file, black_box, from, events, kept) in [
        (Torn(7), Of(7), Source::File, 0, true),
        (Torn(7), Of(9), Source::BlackBox, 2, true),
        (Of(7), Of(9), Source::BlackBox, 2, false),
        (Of(9), Of(7), Source::File, 2, false),
        (Of(9), Torn(7), Source::File, 2, true),
    ] {
        let on_disk = TestSession::after_the_dialogue();
        let original = Original::of(&on_disk);
        fs::write(&on_disk.file, original.file(file)).expect("written");
        let text = original.black_box(black_box).expect("one");
        fs::write(on_disk.black_box(), text).expect("written");
        let Opened { mut stored, .. } = {
            let opened = StoredSession::open(&on_disk.file, &on_disk.state).expect("opened");
            let recovery = opened.recovery().expect("something was amiss");
            assert_eq!((recovery.from, recovery.events), (from, events));
            assert_eq!(recovery.kept.is_some(), kept, "{file:?} {black_box:?}");
            let mut opened = opened;
            opened.stored.submit(Command::Recover(recovery), &occasion()).expect("recorded");
            opened
        };
        let undone = stored.session().latest_undoable();
        let last = stored.session().last_seq();
        assert!(undone.is_some_and(|undone| undone < last), "no undo takes it back");
        stored.submit(Command::Undo { undoes: None, why: None }, &occasion()).expect("undone");
    }
}

#[test]
fn a_first_opening_and_one_where_all_is_well_are_nothing_to_record() {
    let on_disk = TestSession::new();
    for _ in 0..2 {
        let opened = StoredSession::open(&on_disk.file, &on_disk.state).expect("opened");
        assert_eq!(opened.recovery(), None);
    }
}

#[test]
fn a_closed_session_is_not_written_to_for_the_black_boxs_sake() {
    let on_disk = TestSession::after_the_dialogue();
    let original = Original::of(&on_disk);
    fs::write(on_disk.black_box(), original.black_box(Of(4)).expect("one")).expect("written");
    let opened = StoredSession::open(&on_disk.file, &on_disk.state).expect("opened");
    assert_eq!(done(opened.merged.as_ref()), Some(Done::Box(11)));
    assert_eq!(opened.recovery(), None);
}

/// A file whose last `own` events are its own, and a black box that parted from it after 12.
fn parted(own: usize) -> TestSession {
    let on_disk = TestSession::after_the_dialogue();
    let original = Original::of(&on_disk);
    fs::write(&on_disk.file, original.file(Of(12))).expect("written");
    let elsewhere = StateFolder::at(on_disk.folder.path().join("elsewhere"));
    let mut stored = StoredSession::open(&on_disk.file, &elsewhere).expect("opened").stored;
    for round in 0..own {
        let why = Some(format!("lý do khác {round}"));
        let command = match round % 2 {
            0 => Command::Pause(Reason { why }),
            _ => Command::Resume(Reason { why }),
        };
        stored.submit(command, &occasion()).expect("taken");
    }
    on_disk
}

#[test]
fn where_the_copies_part_both_are_kept_and_a_person_is_asked() {
    for own in [1, 3, 5] {
        let on_disk = parted(own);
        let (bytes, boxed) = (on_disk.bytes(), on_disk.boxed());
        match StoredSession::open(&on_disk.file, &on_disk.state) {
            Err(OpenError::Forked { after, file, black_box }) => {
                assert_eq!((after.0, file, black_box), (12, 12 + own as u64, ALL as u64));
            }
            Err(error) => panic!("{error:?}"),
            Ok(_) => panic!("opened though they part"),
        }
        assert_eq!(
            (on_disk.bytes(), on_disk.boxed()),
            (bytes, boxed),
            "nothing is touched unasked"
        );
        let opened = StoredSession::open_as_agreed(&on_disk.file, &on_disk.state);
        let opened = opened.expect("opened");
        let Some(Merged::Forked { kept }) = &opened.merged else { panic!("{:?}", opened.merged) };
        assert_eq!(read(kept).expect("readable").fingerprint().events, ALL as u64);
        assert_eq!(opened.stored.record.fingerprint().events, 12 + own as u64);
        assert_eq!(on_disk.boxed().len(), 13 + own);
    }
}

fn older_copy(on_disk: &TestSession) -> std::path::PathBuf {
    let copy = on_disk.folder.path().join("ban-cu.json");
    fs::write(&copy, Original::of(on_disk).file(Of(6))).expect("written");
    copy
}

#[test]
fn an_older_copy_at_another_path_is_completed_only_after_asking() {
    let on_disk = TestSession::after_the_dialogue();
    let copy = older_copy(&on_disk);
    let before = fs::read(&copy).expect("read");
    for _ in 0..2 {
        match StoredSession::open(&copy, &on_disk.state) {
            Err(OpenError::Older { events: 6, known, usual }) => {
                assert_eq!((known, usual.as_path()), (ALL as u64, on_disk.file.as_path()));
            }
            Err(error) => panic!("{error:?}"),
            Ok(_) => panic!("completed unasked"),
        }
        assert_eq!(fs::read(&copy).expect("read"), before);
    }
    let opened = StoredSession::open_as_agreed(&copy, &on_disk.state).expect("opened");
    assert_eq!(opened.merged, Some(Merged::FileCompleted { events: 9 }));
    drop(opened);
    assert_eq!(read(&copy).expect("readable").fingerprint().events, ALL as u64);
}

#[test]
fn a_copy_at_another_path_that_lacks_nothing_is_simply_opened() {
    let on_disk = TestSession::after_the_dialogue();
    let moved = on_disk.folder.path().join("doi-ten.json");
    fs::rename(&on_disk.file, &moved).expect("renamed");
    let opened = StoredSession::open(&moved, &on_disk.state).expect("opened");
    assert!(opened.merged.is_none() && opened.recovery().is_none());
}

fn failed_over(on_disk: &TestSession) -> StoredSession {
    let mut stored = on_disk.open();
    let bytes = on_disk.bytes();
    fs::write(&on_disk.file, &bytes[..bytes.len() - 5]).expect("cut under our feet");
    stored.submit(Command::Pause(Reason::default()), &occasion()).expect("acknowledged");
    stored
}

fn note_move(stored: &mut StoredSession) {
    let (from, to) = stored.take_relocation().expect("moved").names();
    let why = "thử".to_owned();
    let failover = doithoai::session::payload::Failover { from, to, why };
    stored.submit(Command::FailOver(failover), &occasion()).expect("recorded");
}

#[test]
fn a_file_that_was_left_behind_leads_to_the_one_that_took_its_place() {
    for noted in [true, false] {
        let on_disk = TestSession::new();
        let mut stored = failed_over(&on_disk);
        let evidence = on_disk.bytes();
        if noted {
            note_move(&mut stored);
        }
        let held = stored.record.fingerprint();
        drop(stored);
        let opened = StoredSession::open(&on_disk.file, &on_disk.state).expect("opened");
        assert!(opened.path.ends_with("phien.2.json"), "{}", opened.path.display());
        assert_eq!(opened.stored.record.fingerprint(), held);
        assert_eq!(on_disk.bytes(), evidence, "the old file is evidence");
    }
}

#[test]
fn without_the_black_box_the_file_beside_is_found_all_the_same() {
    let on_disk = TestSession::new();
    let mut stored = failed_over(&on_disk);
    note_move(&mut stored);
    drop(stored);
    fs::remove_dir_all(on_disk.state.path()).expect("another machine");
    let opened = StoredSession::open(&on_disk.file, &on_disk.state).expect("opened");
    assert!(opened.path.ends_with("phien.2.json"));
}

#[test]
fn a_name_at_which_nothing_can_be_read_any_more_leads_to_the_file_that_took_its_place() {
    for (garbage, noted) in [(Some("notes of an editor"), true), (None, true), (None, false)] {
        let on_disk = TestSession::new();
        let mut stored = failed_over(&on_disk);
        if noted {
            note_move(&mut stored);
        }
        drop(stored);
        match garbage {
            Some(words) => fs::write(&on_disk.file, words).expect("written over"),
            None => fs::remove_file(&on_disk.file).expect("removed"),
        }
        match StoredSession::open(&on_disk.file, &on_disk.state) {
            Ok(opened) => {
                assert!(noted && opened.path.ends_with("phien.2.json"));
                assert_eq!(garbage.is_some(), on_disk.file.exists());
            }
            // A neighbour that does not say so may be anybody's.
            Err(error) => {
                assert!(!noted && matches!(error, OpenError::Recoverable(_)), "{error:?}");
            }
        }
    }
}

#[test]
fn a_file_put_back_in_the_place_it_had_is_opened_there() {
    let on_disk = TestSession::new();
    let mut stored = failed_over(&on_disk);
    note_move(&mut stored);
    let held = stored.record.fingerprint();
    drop(stored);
    fs::rename(on_disk.folder.path().join("phien.2.json"), &on_disk.file).expect("put back");
    let opened = StoredSession::open(&on_disk.file, &on_disk.state).expect("opened");
    assert_eq!(opened.path, on_disk.file);
    assert_eq!(opened.stored.record.fingerprint(), held);
}

#[test]
fn the_black_box_is_json_lines_in_a_folder_and_a_file_of_its_owner_alone() {
    let on_disk = TestSession::after_the_dialogue();
    let lines = on_disk.boxed();
    assert_eq!(lines.len(), ALL + 1);
    assert!(lines[0].ends_with("\"events\":[]}"), "{}", lines[0]);
    let file = String::from_utf8(on_disk.bytes()).expect("UTF-8");
    assert!(lines[1..].iter().all(|line| file.contains(line.as_str())));
    assert_eq!(on_disk.black_box(), on_disk.state.path().join(format!("{}.jsonl", header().id)));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        assert_eq!((mode(on_disk.state.path()), mode(&on_disk.black_box())), (0o700, 0o600));
    }
}

#[test]
fn a_lost_black_box_is_made_anew_while_the_session_goes_on() {
    for harm in [|path: &Path| fs::remove_file(path), |path: &Path| fs::write(path, "noise\n")] {
        let on_disk = TestSession::new();
        let mut stored = on_disk.open();
        harm(&on_disk.black_box()).expect("harmed");
        stored.submit(Command::Pause(Reason::default()), &occasion()).expect("acknowledged");
        assert_eq!(stored.replication().held(), 2);
        assert_eq!(on_disk.boxed().len(), 4);
        assert_eq!(read(&on_disk.file).expect("readable").fingerprint().events, 3);
    }
}
