//! A dialogue whose numbers were worked out by hand, with a pause, an undo, a split and a withdrawal in it.

use doithoai::session::Session;
use doithoai::session::command::{Command, Moment, Occasion};
use doithoai::session::payload::Opening;

/// Commands as `apply` takes them, each with its moment.
pub const DIALOGUE: &str = include_str!("../figures/dialogue.jsonl");

/// The session that lives through such commands, opened at eight o'clock.
pub fn lived(lines: &str, source: Option<&str>) -> Session {
    let mut session = Session::new();
    let opening = Opening {
        title: "Đối thoại".to_owned(),
        source: source.map(str::to_owned),
        ..Opening::default()
    };
    record(&mut session, Command::Open(opening), "2024-03-22T08:00:00+07:00");
    for line in lines.lines().filter(|line| !line.is_empty()) {
        let mut command: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let at = command.as_object_mut().and_then(|fields| fields.remove("at")).expect("a moment");
        let at = at.as_str().expect("a time").to_owned();
        record(&mut session, serde_json::from_value(command).expect("a command"), &at);
    }
    session
}

fn record(session: &mut Session, command: Command, at: &str) {
    let at = Moment::Given(at.parse().expect("a time"));
    let occasion = Occasion { at, by: "thư ký".to_owned(), salt: "a1".to_owned() };
    for recorded in session.decide(command, &occasion).expect("permitted") {
        session.apply(recorded).expect("accepted");
    }
}
