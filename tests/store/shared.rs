//! A session that is shared on a server: its file is not continued alone unless a person says so.

use crate::support::stored::{StoredSession, TestSession, header};
use doithoai::store::OpenError;

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
fn what_lies_where_the_server_is_noted_and_is_no_note_stops_nobody() {
    let test = TestSession::after_the_dialogue();
    let note = test.state.path().join(format!("{}.server", header().id));
    for content in [&b""[..], b" \n", b"\xff\xfe"] {
        std::fs::write(&note, content).expect("written");
        StoredSession::open(&test.file, &test.state).expect("opened").stored.leave().expect("left");
    }
}
