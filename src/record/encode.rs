//! Events to lines: the one canonical form, harmless to `cat`.

use crate::session::event::Recorded;
use crate::text::json;

use crate::record::chain::Hash;

/// A line as the file keeps it, without its comma, and its hash.
pub(crate) fn line(recorded: &Recorded, previous: Hash) -> (String, Hash) {
    let mut line = json::line(recorded);
    line.pop();
    let hash = previous.seal(recorded.event.name(), line.as_bytes());
    line.push_str(",\"hash\":\"");
    line.push_str(hash.as_str());
    line.push_str("\"}");
    (line, hash)
}
