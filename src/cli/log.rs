//! `log`: every event as a sentence, one a line.

use std::fmt::Write;
use std::path::Path;

use crate::i18n::Lang;
use crate::session::Session;
use crate::text::safe;
use crate::workspace::Settings;

use super::outcome::{CommandResult, print};
use super::source::ReadSession;

pub(super) fn run(file: &Path, settings: &Settings) -> CommandResult {
    let session_file = ReadSession::at(file, settings)?;
    print(&log(session_file.reading.record.session(), settings.lang))?;
    Ok(session_file.verdict(settings.lang))
}

/// A session rebuilt from a source has no clock times of its own, so none are printed.
fn log(session: &Session, lang: Lang) -> String {
    let width = session.last_seq().to_string().len();
    let rebuilt = session.state().opening().is_some_and(|opening| opening.source.is_some());
    let mut text = String::new();
    for recorded in session.history() {
        let sentence = lang.event_sentence(recorded, session);
        let by = safe::line(lang.recorder(&recorded.by));
        let _ = write!(text, "{:>width$}  ", recorded.seq.0);
        if !rebuilt {
            let _ = write!(text, "{}  ", recorded.at.moment().format("%Y-%m-%d %H:%M:%S"));
        }
        let _ = writeln!(text, "{by}: {sentence}");
    }
    text
}
