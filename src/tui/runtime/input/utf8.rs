//! A character of UTF-8 whose bytes may come in several reads.

/// The bytes of a character so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Utf8 {
    bytes: [u8; 4],
    held: usize,
}

/// What a byte did to the character.
pub(super) enum CharacterStep {
    /// More bytes belong to it.
    Open,
    Done(char),
    /// The bytes so far are no character. `again` is set when this byte is none of them.
    Invalid {
        again: bool,
    },
}

impl Utf8 {
    /// Takes the first byte, 0x80 or above.
    pub(super) fn begun(first: u8) -> Option<Self> {
        (length(first) > 1).then_some(Self { bytes: [first, 0, 0, 0], held: 1 })
    }

    pub(super) fn step(&mut self, byte: u8) -> CharacterStep {
        if !is_continuation(byte) {
            return CharacterStep::Invalid { again: true };
        }
        self.bytes[self.held] = byte;
        self.held += 1;
        if self.held < length(self.bytes[0]) {
            return CharacterStep::Open;
        }
        let text = std::str::from_utf8(&self.bytes[..self.held]);
        text.ok()
            .and_then(|text| text.chars().next())
            .map_or(CharacterStep::Invalid { again: false }, CharacterStep::Done)
    }
}

/// Bytes of a character that begins with this one; 1 for a byte no longer character begins with.
fn length(first: u8) -> usize {
    match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => 1,
    }
}

fn is_continuation(byte: u8) -> bool {
    matches!(byte, 0x80..=0xbf)
}
