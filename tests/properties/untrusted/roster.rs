//! Any bytes at all as a roster.

use std::path::Path;

use doithoai::describe;
use doithoai::i18n::Lang;
use doithoai::import::roster::from_bytes;
use doithoai::session::Session;
use doithoai::session::command::{Command, Moment, Occasion};
use doithoai::session::payload::Opening;
use doithoai::text::safe::is_hostile;

/// They are taken or refused in words that are safe to show.
pub(crate) fn survives(bytes: &[u8]) {
    match from_bytes(bytes) {
        Ok(responders) => {
            let mut session = Session::new();
            let opening = Opening { title: "Thử".to_owned(), ..Opening::default() };
            take(&mut session, Command::Open(opening));
            for responder in responders {
                take(&mut session, Command::AddResponder { responder });
            }
        }
        Err(fault) => {
            for lang in [Lang::Vi, Lang::En] {
                let why = describe::import::roster_fault(lang, Path::new("don-vi.json"), &fault);
                assert!(!why.is_empty() && !why.contains(is_hostile), "{why:?}");
            }
        }
    }
}

fn take(session: &mut Session, command: Command) {
    let at = Moment::Given("2024-03-22T08:00:00+07:00".parse().expect("a time"));
    let occasion = Occasion::new(at, "mc", String::new());
    for event in session.decide(command, &occasion).unwrap_or_default() {
        session.apply(event).expect("what is decided is accepted");
    }
}
