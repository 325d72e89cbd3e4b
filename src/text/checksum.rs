//! The last line of a paper: a checksum of what stands above it, by which manual edits are noticed.

use std::fmt::Write as _;
use std::io::{self, Write};

use sha2::{Digest, Sha256};

/// What every last line begins with.
pub const MARK: &str = "doithoai/1 · ";

/// What formats that have comments or members put around it.
const AROUND: [(&str, &str); 2] = [("<!-- ", " -->"), ("\"written_by\":\"", "\"}")];

/// Bytes of the checksum, each two digits.
const LENGTH: usize = 8;

/// Where a file comes from, as far as its last line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperOrigin {
    /// A paper of this program as it was written.
    Unchanged,
    /// A paper of this program that was edited since.
    Edited,
    /// No paper of this program.
    Foreign,
}

/// The first 16 hex digits of the SHA-256 of `above`.
#[must_use]
pub fn checksum(above: &str) -> String {
    digits(above.as_bytes())
}

/// Whether the bytes are a paper of this program, and unchanged.
pub fn origin(paper: &[u8]) -> PaperOrigin {
    let whole = paper.strip_suffix(b"\n").unwrap_or_default();
    let last = whole.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let (above, line) = whole.split_at(last);
    let line = bare(line);
    if line.starts_with(MARK.as_bytes()) && line.ends_with(format!(" {}", digits(above)).as_bytes())
    {
        return PaperOrigin::Unchanged;
    }
    match paper.windows(MARK.len()).any(|window| window == MARK.as_bytes()) {
        true => PaperOrigin::Edited,
        false => PaperOrigin::Foreign,
    }
}

/// The line without what a format needs around it.
fn bare(line: &[u8]) -> &[u8] {
    let without = |(before, after): &(&str, &str)| {
        line.strip_prefix(before.as_bytes())?.strip_suffix(after.as_bytes())
    };
    AROUND.iter().find_map(without).unwrap_or(line)
}

fn digits(bytes: &[u8]) -> String {
    first_digits(&Sha256::digest(bytes))
}

fn first_digits(digest: &[u8]) -> String {
    digest.iter().take(LENGTH).fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// Passes on what is written, and knows its checksum.
pub struct ChecksumWriter<'a> {
    out: &'a mut dyn Write,
    digest: Sha256,
}

impl<'a> ChecksumWriter<'a> {
    pub fn new(out: &'a mut dyn Write) -> Self {
        Self { out, digest: Sha256::new() }
    }

    /// That of everything written so far.
    #[must_use]
    pub fn checksum(&self) -> String {
        first_digits(&self.digest.clone().finalize())
    }
}

impl Write for ChecksumWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.digest.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::{MARK, PaperOrigin, checksum, origin};

    fn with_checksum(above: &str) -> String {
        format!("{above}{MARK}bản ghi · {}\n", checksum(above))
    }

    #[test]
    fn a_paper_is_unchanged_only_while_no_byte_differs() {
        let paper = with_checksum("Câu 1\nTrả lời\n");
        assert_eq!(origin(paper.as_bytes()), PaperOrigin::Unchanged);
        for edited in [
            paper.replace("Câu 1", "Câu 2"),
            format!("{paper}thêm\n"),
            format!("{paper}\n"),
            format!("\u{feff}{paper}"),
            paper.replace('\n', "\r\n"),
            paper.trim_end().to_owned(),
        ] {
            assert_eq!(origin(edited.as_bytes()), PaperOrigin::Edited, "{edited:?}");
        }
        for foreign in ["", "\n", "Kính gửi…\n", "1:0000\n"] {
            assert_eq!(origin(foreign.as_bytes()), PaperOrigin::Foreign, "{foreign:?}");
        }
    }

    #[test]
    fn the_checksum_is_that_of_sha_256() {
        assert_eq!(checksum("abc"), "ba7816bf8f01cfea");
    }
}
