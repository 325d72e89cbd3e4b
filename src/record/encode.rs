//! Events to lines: the one canonical form, harmless to `cat`.

use crate::session::event::Recorded;
use crate::text::json;

use crate::record::chain::Hash;
use crate::record::v1::LineV1;

/// A line as the file keeps it, without its comma, and its hash; `None` for a withheld one, which is read
/// and never written.
pub(crate) fn line(recorded: &Recorded, previous: Hash) -> Option<(String, Hash)> {
    let mut line = json::line(&LineV1::of(recorded)?);
    line.pop();
    let hash = previous.seal(recorded.event.name(), line.as_bytes());
    line.push_str(",\"hash\":\"");
    line.push_str(hash.as_str());
    line.push_str("\"}");
    Some((line, hash))
}
