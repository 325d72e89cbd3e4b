//! A session that is shared on a server: its file is not continued alone unless a person says so.

use crate::support::stored::{StoredSession, TestSession, ask, header, occasion};
use doithoai::store::{Consent, OpenError};

const SERVER: &str = "nats://127.0.0.1:4222/17242640000000000000000000000000";

#[test]
fn a_shared_session_is_continued_alone_only_when_a_person_has_agreed() {
    let test = TestSession::after_the_dialogue();
    let before = test.bytes();
    test.state.remember_server(&header().id, SERVER).expect("noted");
    match StoredSession::open(&test.file, &test.state) {
        Err(OpenError::Shared { server }) => assert_eq!(server, SERVER),
        Err(error) => panic!("{error:?}"),
        Ok(_) => panic!("it was opened"),
    }
    assert!(test.bytes() == before, "and is as it was");
    StoredSession::open_as_agreed(&test.file, &test.state)
        .expect("opened")
        .stored
        .leave()
        .expect("left");
    assert_eq!(test.state.server_of(&header().id), None);
    StoredSession::open(&test.file, &test.state).expect("opened without being asked again");
}

#[test]
fn a_yes_to_continue_alone_is_forgotten_when_the_next_question_is_answered_no() {
    let test = TestSession::new();
    // A copy elsewhere, behind what the black box holds.
    let older = test.folder.path().join("ban-cu.json");
    std::fs::write(&older, test.bytes()).expect("copied");
    test.open().submit(ask("Mai", "Còn nữa"), &occasion()).expect("recorded");
    test.state.remember_server(&header().id, SERVER).expect("noted");
    let refused = |consent| match StoredSession::open_with(consent, &older, &test.state) {
        Err(error) => error,
        Ok(_) => panic!("it was opened"),
    };
    let shared = refused(Consent::NOT_ASKED);
    assert!(matches!(shared, OpenError::Shared { .. }), "{shared:?}");
    let alone = Consent::NOT_ASKED.and_to(&shared);
    let is_older = refused(alone);
    assert!(matches!(is_older, OpenError::Older { .. }), "{is_older:?}");
    assert_eq!(
        test.state.server_of(&header().id).as_deref(),
        Some(SERVER),
        "nothing was continued"
    );
    let both = alone.and_to(&is_older);
    StoredSession::open_with(both, &older, &test.state).expect("opened");
    assert_eq!(test.state.server_of(&header().id), None);
}

#[test]
fn what_lies_where_the_server_is_noted_and_is_no_note_stops_nobody() {
    let test = TestSession::after_the_dialogue();
    let note = test.state.path().join(format!("{}.server", header().id));
    for content in [&b""[..], b" \n", b"\xff\xfe"] {
        std::fs::write(&note, content).expect("written");
        StoredSession::open(&test.file, &test.state).expect("opened").stored.leave().expect("left");
    }
}
