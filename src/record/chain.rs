//! The hash chain: each line seals everything before it.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

/// A SHA-256 in lower-case hex, kept as the ASCII it is written and hashed as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Hash([u8; 64]);

impl Hash {
    /// Stands before a header that could not be read.
    pub(crate) const NONE: Self = Self([b'0'; 64]);

    pub(crate) fn of(parts: &[&[u8]]) -> Self {
        let mut hasher = Sha256::new();
        for part in parts {
            hasher.update(part);
        }
        let mut hex = [0; 64];
        for (pair, byte) in hex.chunks_exact_mut(2).zip(hasher.finalize()) {
            pair[0] = digit(byte >> 4);
            pair[1] = digit(byte & 15);
        }
        Self(hex)
    }

    /// The hash of a line: over the hash before it, the event's name and the digest of the line's body.
    ///
    /// The body runs from `{` to before `,"hash"`. In two steps, so that a line can be withheld and the
    /// chain still checked; with the name, so that a withheld line cannot be relabelled.
    pub(crate) fn seal(self, event: &str, body: &[u8]) -> Self {
        self.seal_digested(event, Self::of(&[body]))
    }

    /// The same for a body whose digest is known.
    pub(crate) fn seal_digested(self, event: &str, digest: Self) -> Self {
        Self::of(&[&self.0, event.as_bytes(), &digest.0])
    }

    /// As it stands in a file.
    pub(crate) fn written(ascii: &[u8]) -> Option<Self> {
        let hex: [u8; 64] = ascii.try_into().ok()?;
        // Without a way out in the middle, so that many bytes are looked at together.
        hex.iter().fold(true, |good, byte| good & is_lower_hex(*byte)).then_some(Self(hex))
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// Without a branch: 64 of them are made for each hash, two hashes for each event.
fn digit(nibble: u8) -> u8 {
    b'0' + nibble + u8::from(nibble > 9) * (b'a' - b'9' - 1)
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Hash {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::written(text.as_bytes()).ok_or(())
    }
}

pub(crate) fn is_lower_hex(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}

/// What a whole record comes down to: the number of its events and its last hash, `N:<64 hex digits>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    pub events: u64,
    pub head: Hash,
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.events, self.head)
    }
}

impl FromStr for Fingerprint {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (events, head) = text.trim().split_once(':').ok_or(())?;
        let plain = !events.is_empty() && events.bytes().all(|byte| byte.is_ascii_digit());
        let events = plain.then(|| events.parse().ok()).flatten().ok_or(())?;
        Ok(Self { events, head: head.to_ascii_lowercase().parse()? })
    }
}

#[cfg(test)]
mod tests {
    use super::{Fingerprint, Hash};

    #[test]
    fn a_hash_is_plain_sha_256_in_lower_case_hex() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(Hash::of(&[]).as_str(), empty);
        assert_eq!(Hash::of(&[b"a", b"bc"]), Hash::of(&[b"abc"]));
    }

    #[test]
    fn a_fingerprint_is_read_back_from_how_it_is_printed() {
        let printed = Fingerprint { events: 12, head: Hash::of(&[b"x"]) };
        assert_eq!(printed.to_string().parse(), Ok(printed));
        for wrong in ["", "12", "12:abc", ":", "-1:", "+1:e3b0"] {
            assert!(wrong.parse::<Fingerprint>().is_err(), "{wrong}");
        }
    }
}
