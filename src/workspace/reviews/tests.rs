//! Tests of the reviewers' files: scratch folders, two windows, changes made in between.

use std::fs;
use std::path::{Path, PathBuf};

use super::{NoteNotSaved, ReviewReadError, Reviews};
use crate::describe;
use crate::i18n::Lang;
use crate::review::notes::{NoteCommand, NoteId, NoteOutcome, NoteSubject, Pin, ReviewFault};
use crate::session::time::Timestamp;

const ID: &str = "0123456789abcdef0123456789abcdef";
const OTHER: &str = "fedcba9876543210fedcba9876543210";

fn now() -> Timestamp {
    "2024-03-22T09:00:00+07:00".parse().expect("a time")
}

fn add(text: &str) -> NoteCommand {
    let mark = format!("1:{}", "0".repeat(64)).parse().expect("a fingerprint");
    let pin = Pin { at: mark, seen: mark };
    NoteCommand::Add { pin, about: NoteSubject::Moment, text: text.to_owned() }
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn by(&self, reviewer: &str) -> Reviews {
        Reviews::beside(&self.path("hop.json"), ID, reviewer, &[])
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("read")
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).expect("listed").flatten();
        let mut names: Vec<String> =
            entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

#[track_caller]
fn keep(reviews: &mut Reviews, text: &str) -> NoteOutcome {
    reviews.save(&add(text), now()).expect("kept")
}

fn texts(reviews: &Reviews) -> Vec<&str> {
    reviews.set.own.notes().iter().map(|note| note.text.as_str()).collect()
}

#[test]
fn a_note_is_in_a_file_of_its_own_when_it_is_said_to_be_kept_and_looking_writes_none() {
    let folder = Folder::new();
    let mut reviews = folder.by("Lan");
    assert!(reviews.obstacle().is_none());
    assert_eq!(folder.names(), [""; 0]);
    assert_eq!(keep(&mut reviews, "một"), NoteOutcome::Added(NoteId(1)));
    assert_eq!(folder.names(), ["hop.review.json"]);
    let again = folder.by("Lan");
    assert_eq!(again.set, reviews.set);
    assert_eq!(folder.text("hop.review.json"), again.set.own.encoded());
}

#[test]
fn a_note_edited_and_removed_is_so_on_the_disk() {
    let folder = Folder::new();
    let mut reviews = folder.by("Lan");
    keep(&mut reviews, "một");
    keep(&mut reviews, "hai");
    let was = reviews.set.own.notes()[0].clone();
    let outcome = reviews.save(&NoteCommand::Edit { was, text: "ba".into() }, now()).expect("kept");
    assert_eq!(outcome, NoteOutcome::Edited(NoteId(1)));
    assert_eq!(texts(&folder.by("Lan")), ["ba", "hai"]);
    let was = reviews.set.own.notes()[1].clone();
    reviews.save(&NoteCommand::Remove { was }, now()).expect("removed");
    assert_eq!(texts(&folder.by("Lan")), ["ba"]);
}

#[test]
fn two_windows_of_one_reviewer_keep_what_both_wrote() {
    let folder = Folder::new();
    let (mut one, mut other) = (folder.by("Lan"), folder.by("Lan"));
    assert_eq!(keep(&mut one, "một"), NoteOutcome::Added(NoteId(1)));
    assert_eq!(keep(&mut other, "hai"), NoteOutcome::Added(NoteId(2)));
    let was = other.set.own.notes()[0].clone();
    one.save(&NoteCommand::Edit { was: was.clone(), text: "một, sửa".into() }, now())
        .expect("kept");
    let outcome = other.save(&NoteCommand::Edit { was, text: "một, sửa nữa".into() }, now());
    assert_eq!(outcome.expect("kept"), NoteOutcome::KeptBeside(NoteId(3)));
    assert_eq!(texts(&folder.by("Lan")), ["một, sửa", "hai", "một, sửa nữa"]);
    assert_eq!(folder.names(), ["hop.review.json"]);
}

#[test]
fn many_windows_at_once_lose_no_note() {
    let folder = Folder::new();
    std::thread::scope(|scope| {
        for window in 0..4 {
            let mut reviews = folder.by("Lan");
            scope.spawn(move || {
                for number in 0..10 {
                    keep(&mut reviews, &format!("{window}.{number}"));
                }
            });
        }
    });
    let read = folder.by("Lan");
    let mut kept = texts(&read);
    kept.sort_unstable();
    let mut written: Vec<String> =
        (0..4).flat_map(|window| (0..10).map(move |n| format!("{window}.{n}"))).collect();
    written.sort_unstable();
    assert_eq!(kept, written);
}

#[test]
fn a_second_reviewer_writes_beside_the_first_and_reads_them() {
    let folder = Folder::new();
    keep(&mut folder.by("Lan"), "của Lan");
    let mut minh = folder.by("Trần Minh");
    assert_eq!(minh.set.others.len(), 1);
    keep(&mut minh, "của Minh");
    assert_eq!(folder.names(), ["hop.review.json", "hop.tran-minh.review.json"]);
    let lan = folder.by("Lan");
    assert_eq!(texts(&lan), ["của Lan"]);
    assert_eq!(lan.set.others[0].reviewer(), "Trần Minh");
    // A namesake without the marks is another person.
    keep(&mut folder.by("Tran Minh"), "của Tran Minh");
    assert_eq!(folder.names()[2], "hop.tran-minh.review.json");
    assert_eq!(folder.names()[1], "hop.tran-minh-2.review.json");
}

#[test]
fn a_first_note_that_somebody_else_was_quicker_to_write_goes_beside_theirs() {
    let folder = Folder::new();
    let (mut lan, mut minh) = (folder.by("Lan"), folder.by("Minh"));
    keep(&mut lan, "của Lan");
    keep(&mut minh, "của Minh");
    assert_eq!(folder.names(), ["hop.minh.review.json", "hop.review.json"]);
    assert_eq!(texts(&folder.by("Lan")), ["của Lan"]);
}

#[test]
fn a_review_from_elsewhere_is_read_when_it_is_named_and_once() {
    let (folder, elsewhere) = (Folder::new(), Folder::new());
    keep(&mut elsewhere.by("Minh"), "của Minh");
    let named = elsewhere.path("hop.review.json");
    let session = folder.path("hop.json");
    let named = [named.clone(), named, folder.path("khong-co.review.json")];
    let reviews = Reviews::beside(&session, ID, "Lan", &named);
    assert_eq!(reviews.set.others.len(), 1);
    assert_eq!(reviews.unread.len(), 1);
    assert_eq!(reviews.unread[0].path, named[2]);
}

#[test]
fn a_torn_review_is_told_and_never_written_over() {
    let folder = Folder::new();
    keep(&mut folder.by("Lan"), "một");
    let whole = folder.text("hop.review.json");
    let torn = &whole[..whole.len() - 5];
    fs::write(folder.path("hop.review.json"), torn).expect("written");
    let mut reviews = folder.by("Lan");
    assert!(matches!(reviews.unread[0].why, ReviewReadError::Fault(ReviewFault::Json(_))));
    assert!(matches!(reviews.obstacle(), Some(NoteNotSaved::Unreadable(_))));
    let why = reviews.save(&add("hai"), now()).expect_err("not kept");
    assert!(matches!(why, NoteNotSaved::Unreadable(_)));
    let told = describe::workspace::note_not_kept(Lang::Vi, &why);
    assert!(told.contains("hop.review.json: JSON bị cụt") && told.contains("giữ nguyên"), "{told}");
    assert_eq!(folder.text("hop.review.json"), torn);
    assert_eq!(folder.names(), ["hop.review.json"]);
}

#[test]
fn a_review_torn_while_it_is_open_is_not_written_over_either() {
    let folder = Folder::new();
    let mut reviews = folder.by("Lan");
    keep(&mut reviews, "một");
    let before = reviews.set.clone();
    for (text, is_expected) in [
        (
            "{\"format\"".to_owned(),
            (|why| matches!(why, NoteNotSaved::Unreadable(_))) as fn(&_) -> bool,
        ),
        (format!("{}x", before.own.encoded()), |why| matches!(why, NoteNotSaved::Unreadable(_))),
        (before.own.encoded().replace("Lan", "Minh"), |why| matches!(why, NoteNotSaved::Taken(_))),
        (before.own.encoded().replace(ID, OTHER), |why| matches!(why, NoteNotSaved::Taken(_))),
    ] {
        fs::write(folder.path("hop.review.json"), &text).expect("written");
        let why = reviews.save(&add("hai"), now()).expect_err("not kept");
        assert!(is_expected(&why), "{why:?}");
        assert_eq!(folder.text("hop.review.json"), text);
        assert_eq!(reviews.set, before);
    }
}

#[test]
fn a_review_of_another_session_is_left_alone_and_one_writes_beside_it() {
    let folder = Folder::new();
    let mut old = Reviews::beside(&folder.path("hop.json"), OTHER, "Lan", &[]);
    keep(&mut old, "của phiên cũ");
    let before = folder.text("hop.review.json");
    let mut reviews = folder.by("Lan");
    assert!(matches!(reviews.unread[0].why, ReviewReadError::OfAnotherSession));
    assert!(reviews.set.is_empty());
    keep(&mut reviews, "của phiên này");
    assert_eq!(folder.text("hop.review.json"), before);
    assert_eq!(texts(&folder.by("Lan")), ["của phiên này"]);
}

#[test]
fn notes_whose_file_was_taken_away_are_written_again_with_the_next() {
    let folder = Folder::new();
    let mut reviews = folder.by("Lan");
    keep(&mut reviews, "một");
    fs::remove_file(folder.path("hop.review.json")).expect("taken away");
    keep(&mut reviews, "hai");
    assert_eq!(texts(&folder.by("Lan")), ["một", "hai"]);
}

#[test]
fn a_file_too_large_to_be_read_again_is_not_written() {
    let folder = Folder::new();
    let mut reviews = folder.by("Lan");
    keep(&mut reviews, "một");
    let huge = format!("{}{}", folder.text("hop.review.json"), " ".repeat(9 << 20));
    fs::write(folder.path("hop.review.json"), &huge).expect("written");
    assert!(matches!(folder.by("Lan").unread[0].why, ReviewReadError::TooLarge { .. }));
    assert!(matches!(reviews.save(&add("hai"), now()), Err(NoteNotSaved::Unreadable(_))));
    assert_eq!(
        fs::metadata(folder.path("hop.review.json")).expect("there").len(),
        huge.len() as u64
    );
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_rights_and_a_link_stays_a_link() {
    use std::os::unix::fs::PermissionsExt;

    let folder = Folder::new();
    let mut reviews = folder.by("Lan");
    keep(&mut reviews, "một");
    let kept = folder.path("noi-khac.json");
    fs::rename(folder.path("hop.review.json"), &kept).expect("moved");
    std::os::unix::fs::symlink(&kept, folder.path("hop.review.json")).expect("linked");
    fs::set_permissions(&kept, PermissionsExt::from_mode(0o640)).expect("changed");
    keep(&mut reviews, "hai");
    let link = fs::symlink_metadata(folder.path("hop.review.json")).expect("there");
    assert!(link.is_symlink());
    assert_eq!(fs::metadata(&kept).expect("there").permissions().mode() & 0o777, 0o640);
    assert_eq!(texts(&folder.by("Lan")), ["một", "hai"]);
    fs::set_permissions(&kept, PermissionsExt::from_mode(0o440)).expect("changed");
    assert!(matches!(reviews.obstacle(), Some(NoteNotSaved::ReadOnly(_))));
    assert!(matches!(reviews.save(&add("ba"), now()), Err(NoteNotSaved::ReadOnly(_))));
    assert_eq!(texts(&folder.by("Lan")), ["một", "hai"]);
}

#[cfg(unix)]
#[test]
fn in_a_read_only_folder_notes_say_that_they_cannot_be_kept_and_are_still_read() {
    use std::os::unix::fs::PermissionsExt;

    // Rights do not bind root: the same test is then run by nobody, from a place everybody reaches.
    if let Some(passed) = as_nobody("in_a_read_only_folder_notes_say") {
        assert!(passed, "it failed for a person without special rights");
        return;
    }
    let folder = Folder::new();
    keep(&mut folder.by("Lan"), "một");
    fs::set_permissions(folder.0.path(), PermissionsExt::from_mode(0o555)).expect("closed");
    for reviewer in ["Lan", "Minh"] {
        let mut reviews = folder.by(reviewer);
        assert!(!reviews.set.is_empty());
        assert!(matches!(reviews.obstacle(), Some(NoteNotSaved::Io(..))));
        let before = reviews.set.clone();
        let why = reviews.save(&add("hai"), now()).expect_err("not kept");
        let told = describe::workspace::note_not_kept(Lang::Vi, &why);
        assert!(told.starts_with("Không lưu được ghi chú: không ghi được "), "{told}");
        assert!(told.ends_with(": không có quyền truy cập."), "{told}");
        assert_eq!(reviews.set, before);
    }
    fs::set_permissions(folder.0.path(), PermissionsExt::from_mode(0o755)).expect("opened");
    assert_eq!(folder.names(), ["hop.review.json"]);
}

/// Runs a test of this file as nobody, when it is run by root; whether it passed.
#[cfg(unix)]
fn as_nobody(test: &str) -> Option<bool> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;

    let probe = tempfile::NamedTempFile::new().expect("a file");
    if probe.as_file().metadata().expect("there").uid() != 0 {
        return None;
    }
    let place = tempfile::tempdir().expect("a folder");
    fs::set_permissions(place.path(), PermissionsExt::from_mode(0o777)).expect("opened");
    let program = place.path().join("tests");
    fs::copy(std::env::current_exe().expect("known"), &program).expect("copied");
    fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).expect("runnable");
    let mut command = std::process::Command::new(&program);
    command.args([test]).env("TMPDIR", place.path()).current_dir(place.path());
    let output = command.uid(65534).gid(65534).output().expect("ran");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told.contains("1 passed") || told.contains("1 failed"), "{told}");
    println!("{told}");
    Some(output.status.success())
}

#[test]
fn a_pipe_or_a_folder_in_the_place_of_a_review_is_told_and_never_waited_for() {
    let folder = Folder::new();
    fs::create_dir(folder.path("hop.review.json")).expect("made");
    let mut reviews = folder.by("Lan");
    assert!(matches!(reviews.unread[0].why, ReviewReadError::Io(_)));
    assert!(matches!(reviews.save(&add("một"), now()), Err(NoteNotSaved::Unreadable(_))));
    if Path::new("/dev/zero").exists() {
        let named = [PathBuf::from("/dev/zero")];
        let reviews = Reviews::beside(&folder.path("phien.json"), ID, "Lan", &named);
        assert!(matches!(reviews.unread[0].why, ReviewReadError::Fault(ReviewFault::NotAReview)));
    }
}
