//! For tests: a session made by commands given as JSON lines.

use crate::import::command::read_line;
use crate::session::Session;
use crate::session::command::{Moment, Occasion};

/// Each line: `H:MM command`, or `YYYY-MM-DD H:MM command`; blank lines are skipped.
pub(crate) fn session_of(lines: &str) -> Session {
    let mut session = Session::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (when, command) = line.split_at(line.find('{').expect("a command"));
        let (day, clock) = when.trim().rsplit_once(' ').unwrap_or(("2024-03-22", when.trim()));
        let at = format!("{day}T{clock:0>5}:00+07:00").parse().expect("a time");
        let occasion = Occasion::new(Moment::Given(at), "thư ký", "00");
        let command = read_line(command.as_bytes()).expect("a command").command;
        for recorded in session.decide(command, &occasion).expect("permitted") {
            session.apply(recorded).expect("admitted");
        }
    }
    session
}
