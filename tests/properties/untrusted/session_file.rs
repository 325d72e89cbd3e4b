//! Any bytes at all as a session file.

use doithoai::record::scan::scan;
use doithoai::session::Session;

/// They are read or refused, and what is read could have happened and is found again without the rest.
pub(crate) fn survives(bytes: &[u8]) {
    let Ok(found) = scan(bytes) else { return };
    assert!(found.end <= bytes.len());
    let history = found.record.session().history();
    assert!(Session::replayed(history).is_ok());
    assert!(found.header.is_some() || history.is_empty());
    let again = scan(&bytes[..found.end]).map(|again| again.record.fingerprint());
    assert!(found.header.is_none() || again == Ok(found.record.fingerprint()));
}
