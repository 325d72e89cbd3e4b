//! Events to lines: the one canonical form, harmless to `cat`.

use crate::safe_json;
use crate::session::event::Recorded;

use super::chain::Hash;

/// A line as the file keeps it, without its comma, and its hash.
pub(super) fn line(recorded: &Recorded, previous: Hash) -> (String, Hash) {
    let mut line = safe_json::line(recorded);
    line.pop();
    let hash = previous.seal(recorded.event.name(), line.as_bytes());
    line.push_str(",\"hash\":\"");
    line.push_str(hash.as_str());
    line.push_str("\"}");
    (line, hash)
}
