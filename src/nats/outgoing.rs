//! What a desk sends: a group of events as one message, or as several where the server takes no larger ones.

use crate::nats::shared_record::SharedRecord;
use crate::record::{Batch, SessionId};
use crate::session::role::Role;

/// The messages of one group, in order.
pub(crate) struct Outgoing {
    pub(crate) subject: String,
    /// The name of each, and its lines.
    pub(crate) messages: Vec<(String, Vec<u8>)>,
}

impl Outgoing {
    /// Messages of at most `room` bytes, or of one line; named so that sending them again is known as that.
    pub(crate) fn of(
        batch: &Batch,
        (session, role): (&SessionId, Role),
        desk: &str,
        room: usize,
    ) -> Self {
        let document = batch.document();
        let mut parts: Vec<Vec<u8>> = vec![Vec::new()];
        for line in document.as_bytes().split_inclusive(|byte| *byte == b'\n') {
            match parts.last_mut() {
                Some(part) if part.is_empty() || part.len() + line.len() <= room => {
                    part.extend_from_slice(line);
                }
                _ => parts.push(line.to_vec()),
            }
        }
        let hash = batch.last_hash();
        let named = |(place, part)| (format!("{desk}-{hash}-{place}"), part);
        let messages = parts.into_iter().enumerate().map(named).collect();
        Self { subject: SharedRecord::subject(session, role), messages }
    }

    /// The name of the message that completes the group.
    pub(crate) fn last_id(&self) -> &str {
        self.messages.last().map_or("", |(id, _)| id)
    }
}

#[cfg(test)]
mod tests {
    use super::Outgoing;
    use crate::record::scan::scan;
    use crate::record::{Batch, Record};
    use crate::session::role::Role;

    const FILE: &str = include_str!("../../tests/fixtures/v1/every_kind.json");

    #[test]
    fn a_group_is_cut_between_lines_alone_and_is_whole_when_put_together() {
        let scanned = scan(FILE.as_bytes()).expect("a session").record;
        let count = scanned.session().history().len();
        let lines: String = FILE.split_inclusive('\n').skip(1).take(count).collect();
        let mut record = Record::new(scanned.header().clone());
        let batch: Batch =
            record.take_lines(lines.as_bytes(), Role::Moderator).expect("they continue it");
        for room in [1, 300, 2_000, 1_000_000] {
            let outgoing =
                Outgoing::of(&batch, (&scanned.header().id, Role::Moderator), "bàn", room);
            let mut whole = Vec::new();
            for (_, part) in &outgoing.messages {
                let is_one_line = String::from_utf8_lossy(part).lines().count() == 1;
                assert!(part.ends_with(b"\n") && (is_one_line || part.len() <= room));
                whole.extend_from_slice(part);
            }
            assert_eq!(String::from_utf8(whole).expect("UTF-8"), lines);
            assert_eq!(
                outgoing.messages.last().map(|(id, _)| id.as_str()),
                Some(outgoing.last_id())
            );
        }
    }
}
