//! Tests of the shown state: commands in, JSON out.

use serde_json::{Value, json};

use super::{PaperSource, show};
use crate::session::Session;
use crate::session::fixture::session_of;

fn shown(session: &Session) -> (String, Value) {
    let text = show(&PaperSource {
        session,
        id: "9f2c",
        fingerprint: "0:00",
        damage: None,
        withheld: None,
    });
    let value = serde_json::from_str(&text).expect("one JSON document");
    (text, value)
}

#[test]
fn an_empty_session_has_every_key() {
    let (_, value) = shown(&Session::new());
    assert_eq!(
        value,
        json!({
            "session": {"id": "9f2c", "title": null, "place": null, "number": null, "chair": null,
                        "secretary": null, "attendance": null, "source": null, "phase": "not_opened",
                        "subject": null, "plan": null, "utc_offset": null,
                        "opened_at": null, "paused_since": null, "closed_at": null},
            "responders": [], "delegates": [], "questions": [], "order": [], "statements": [],
            "conclusions": [], "tasks": [], "fingerprint": "0:00", "events": 0, "damage": null
        })
    );
}

#[test]
fn a_deferred_question_says_who_owes_the_answer_and_when() {
    let session = session_of(
        r#"
        8:00 {"command": "open", "title": "Đối thoại"}
        8:01 {"command": "add_responder", "responder": {"id": "a", "name": "Sở A", "kind": "agency"}}
        8:02 {"command": "ask_question", "text": "Bao giờ?", "asker": {"name": "Mai"}}
        8:03 {"command": "route_question", "question": 1, "lead": "a"}
        8:04 {"command": "defer_question", "question": 1, "due": "2024-04-01"}
        "#,
    );
    let (_, value) = shown(&session);
    assert_eq!(
        value["questions"],
        json!([{
            "id": 1, "text": "Bao giờ?", "delegate": 1, "channel": "floor", "point": null, "kind": "question",
            "theme": null, "status": "deferred", "lead": "a", "support": [], "answers": [],
            "follows": null, "part_of": null, "since": null, "by_responder": "a",
            "due": "2024-04-01", "due_text": null, "why": null, "to": null, "level": null, "merged_into": null,
            "parts": [], "asked_at": "2024-03-22T08:02:00.000+07:00", "trail": [4, 5, 6]
        }])
    );
    assert_eq!(value["delegates"], json!([{"id": 1, "name": "Mai", "unit": null, "seat": null}]));
}

#[test]
fn the_document_is_one_line_that_steers_no_terminal() {
    let session = session_of(r#"8:00 {"command": "open", "title": "a\u001b\u009b\u202e\nb"}"#);
    let (text, value) = shown(&session);
    assert_eq!(value["session"]["title"], "a\u{1b}\u{9b}\u{202e}\nb");
    assert_eq!(text.matches('\n').count(), 1);
    assert!(!text.trim_end().chars().any(crate::text::safe::is_hostile));
}
