//! From bytes to text: the encoding is told by the bytes, or named by a person.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};

use crate::import::encoding::TextEncoding;
use crate::import::legacy;
use crate::text::fold::normalised;

/// Why bytes are no text.
#[derive(Clone, Debug, PartialEq)]
pub enum EncodingFault {
    /// Bytes that the encoding which was named does not know.
    NotIn(TextEncoding),
    /// Not UTF-8 from this place on, counted from 1; what the words would be Vietnamese in.
    Unknown { line: usize, column: usize, likely: Option<TextEncoding> },
    /// Read as it was asked for, the words are none; as `likely` they would be.
    LooksLike { line: usize, likely: TextEncoding },
}

/// The text, with composed letters and every line ended by LF.
///
/// # Errors
/// It cannot be read, or what is read is probably not what was written.
pub fn decode(bytes: &[u8], asked: Option<TextEncoding>) -> Result<String, EncodingFault> {
    let (marked, bytes) = without_mark(bytes);
    let encoding = asked.or(marked).or_else(|| wide(bytes)).unwrap_or(TextEncoding::Utf8);
    let text = match encoding {
        TextEncoding::Utf8 => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(error) => return Err(unknown(bytes, error.valid_up_to())),
        },
        TextEncoding::Utf16Le => whole(UTF_16LE, bytes).ok_or(EncodingFault::NotIn(encoding))?,
        TextEncoding::Utf16Be => whole(UTF_16BE, bytes).ok_or(EncodingFault::NotIn(encoding))?,
        TextEncoding::Windows1258 => windows_1258(bytes)?,
        // A font's letters may stand in a file that itself is UTF-8 or UTF-16.
        TextEncoding::Tcvn3 | TextEncoding::Vni => {
            let shown = match marked.or_else(|| wide(bytes)) {
                Some(TextEncoding::Utf16Le) => whole(UTF_16LE, bytes),
                Some(TextEncoding::Utf16Be) => whole(UTF_16BE, bytes),
                _ => std::str::from_utf8(bytes).ok().map(str::to_owned),
            };
            let shown = shown.unwrap_or_else(|| single_bytes(bytes));
            encoding.meant_by(&shown).unwrap_or(shown)
        }
    };
    Ok(normalised(&text))
}

/// The byte order mark's encoding, and the bytes behind it.
fn without_mark(bytes: &[u8]) -> (Option<TextEncoding>, &[u8]) {
    let marks: [(&[u8], TextEncoding); 3] = [
        (b"\xef\xbb\xbf", TextEncoding::Utf8),
        (b"\xff\xfe", TextEncoding::Utf16Le),
        (b"\xfe\xff", TextEncoding::Utf16Be),
    ];
    let found = marks
        .into_iter()
        .find_map(|(mark, encoding)| Some((Some(encoding), bytes.strip_prefix(mark)?)));
    found.unwrap_or((None, bytes))
}

/// UTF-16 without its mark: every separator and every plain letter has one byte that is zero.
fn wide(bytes: &[u8]) -> Option<TextEncoding> {
    let zeros = |first| bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = bytes.len() / 10;
    match bytes.len().is_multiple_of(2) && !bytes.is_empty() {
        true if odd > many && even * 10 < odd => Some(TextEncoding::Utf16Le),
        true if even > many && odd * 10 < even => Some(TextEncoding::Utf16Be),
        _ => None,
    }
}

fn whole(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    text.map(Cow::into_owned)
}

fn single_bytes(bytes: &[u8]) -> String {
    WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
}

/// Marks follow their letters in this encoding, and are composed with them.
fn windows_1258(bytes: &[u8]) -> Result<String, EncodingFault> {
    let text = WINDOWS_1258.decode_without_bom_handling(bytes).0;
    for (number, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let read = normalised(&WINDOWS_1258.decode_without_bom_handling(line).0);
        if let Some(likely) = legacy::instead_of(&read, &single_bytes(line)) {
            return Err(EncodingFault::LooksLike { line: number + 1, likely });
        }
    }
    Ok(text.into_owned())
}

fn unknown(bytes: &[u8], valid: usize) -> EncodingFault {
    let good = String::from_utf8_lossy(&bytes[..valid]);
    let column = good.chars().rev().take_while(|letter| *letter != '\n').count() + 1;
    EncodingFault::Unknown { line: good.matches('\n').count() + 1, column, likely: likely(bytes) }
}

/// The encoding in which nearly all words with marks are Vietnamese, if there is one.
pub(super) fn likely(bytes: &[u8]) -> Option<TextEncoding> {
    let shown = single_bytes(bytes);
    let windows = normalised(&WINDOWS_1258.decode_without_bom_handling(bytes).0);
    let fonts = [TextEncoding::Tcvn3, TextEncoding::Vni]
        .map(|font| (font, font.meant_by(&shown).unwrap_or_default()));
    let read = [(TextEncoding::Windows1258, windows)].into_iter().chain(fonts);
    let judged = read.map(|(encoding, text)| (legacy::LegacyWords::in_text(&text), encoding));
    let (words, encoding) = judged.max_by_key(|(words, _)| words.share())?;
    (words.share() >= 80).then_some(encoding)
}

#[cfg(test)]
mod tests;
