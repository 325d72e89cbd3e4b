//! The last line of a document that is an archive: it stands in the archive's comment, at its very end.

use std::io::{self, ErrorKind, Write};

use super::last_line;
use crate::i18n::Lang;
use crate::paper::kind::DocumentKind;
use crate::text::checksum::ChecksumWriter;

/// Bytes of the length of the comment, with which an archive without one ends.
const LENGTH: usize = 2;

/// Writes an archive that has no comment yet, with the last line as its comment.
///
/// # Errors
/// As `out` says.
pub(super) fn write(
    archive: &[u8],
    (lang, kind, id): (Lang, DocumentKind, &str),
    out: &mut ChecksumWriter,
) -> io::Result<()> {
    // All checksums are of one length, so that the comment's is known before what it stands for.
    let comment = last_line(lang, kind.title(lang), id, out).len() + "\n\n".len();
    let comment = u16::try_from(comment).map_err(|_| io::Error::from(ErrorKind::InvalidData))?;
    let (before, _) = archive.split_at(archive.len().saturating_sub(LENGTH));
    out.write_all(before)?;
    out.write_all(&comment.to_le_bytes())?;
    out.write_all(b"\n")?;
    let last = last_line(lang, kind.title(lang), id, out);
    writeln!(out, "{last}")
}
