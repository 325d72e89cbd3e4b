//! Any bytes at all as a command.

use std::sync::LazyLock;

use doithoai::describe::import::command_fault;
use doithoai::i18n::Lang;
use doithoai::import::command::{CommandLine, read_line};
use doithoai::record::scan::scan;
use doithoai::session::Session;
use doithoai::session::command::{Command, Moment, Occasion};
use doithoai::text::safe::is_hostile;

const DIALOGUE: &[u8] = include_bytes!("../../../sessions/can-tho-thanh-nien-11.json");

/// A session in which much can be asked for.
static SESSION: LazyLock<Session> = LazyLock::new(|| {
    let read = scan(DIALOGUE).expect("the shipped session");
    let mut session = read.record.session().clone();
    let reopening = Command::Reopen(doithoai::session::payload::Reason::default());
    take(&mut session, reopening, "2030-01-01T08:00:00+07:00");
    session
});

fn take(session: &mut Session, command: Command, at: &str) {
    let at = Moment::Clock(at.parse().expect("a time"));
    let occasion = Occasion::new(at, "mc", "00".repeat(16));
    for event in session.decide(command, &occasion).unwrap_or_default() {
        session.apply(event).expect("what is decided is accepted");
    }
}

/// They are taken or refused in words that are safe to show.
pub(crate) fn survives(bytes: &[u8]) {
    for lang in [Lang::Vi, Lang::En] {
        match read_line(bytes) {
            Ok(CommandLine { command, .. }) => {
                let mut session = SESSION.clone();
                take(&mut session, command, "2030-01-01T09:00:00+07:00");
            }
            Err(fault) => {
                let why = command_fault(lang, &fault);
                assert!(!why.is_empty() && !why.contains(is_hostile), "{why:?}");
            }
        }
    }
}
