//! The table of JSON texts in `json.txt`, and the ones too long to be written down.

/// What a text is by RFC 8259.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    Json,
    /// Left to the reader: this one refuses keys given twice, lone surrogates and numbers beyond a double.
    Either,
    Not,
}

/// A text, with what it is called in a failure.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) family: Family,
    pub(crate) name: String,
    pub(crate) text: Vec<u8>,
}

pub(crate) fn cases() -> Vec<Case> {
    let written = include_str!("json.txt").lines().filter(|line| !line.starts_with("# One"));
    written.map(case).chain(generated()).collect()
}

fn case(line: &str) -> Case {
    let (family, rest) = line.split_once(' ').expect("a family and a text");
    let family = match family {
        "y" => Family::Json,
        "n" => Family::Not,
        "i" => Family::Either,
        other => panic!("no family {other}"),
    };
    Case { family, name: line.to_owned(), text: bytes(rest) }
}

/// Bytes in hex between `<` and `>`; any other `<` is itself.
fn bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let hex = rest.get(1..3).filter(|_| letter == '<' && rest[1..].get(2..3) == Some(">"));
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &rest[4..];
            }
            None => {
                bytes.extend_from_slice(letter.to_string().as_bytes());
                rest = &rest[letter.len_utf8()..];
            }
        }
    }
    bytes
}

fn generated() -> impl Iterator<Item = Case> {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let keys = |count: u32| (0..count).map(|key| format!("\"k{key}\":{key}")).collect::<Vec<_>>();
    [
        (Family::Json, "32 brackets deep", nested(32)),
        (Family::Either, "33 brackets deep", nested(33)),
        (Family::Either, "500 brackets deep", nested(500)),
        (Family::Either, "100,000 brackets deep", nested(100_000)),
        (Family::Not, "100,000 open brackets", "[".repeat(100_000)),
        (Family::Not, "50,000 objects never closed", "[{\"\":".repeat(50_000)),
        (Family::Either, "objects 5,000 deep", "{\"a\":".repeat(5000) + "0" + &"}".repeat(5000)),
        (Family::Json, "a list of 50,000", format!("[{}0]", "0,".repeat(50_000))),
        (Family::Json, "a word of 200,000 letters", format!("\"{}\"", "x".repeat(200_000))),
        (Family::Not, "a word without end", format!("\"{}", "x".repeat(200_000))),
        (Family::Json, "a key of 100,000 letters", format!("{{\"{}\":1}}", "k".repeat(100_000))),
        (Family::Json, "10,000 keys", format!("{{{}}}", keys(10_000).join(","))),
        (Family::Either, "a number of 100,000 digits", "9".repeat(100_000)),
        (Family::Either, "a fraction of 100,000 digits", format!("0.{}", "1".repeat(100_000))),
        (Family::Either, "an exponent of 1,000 digits", format!("1e{}", "9".repeat(1000))),
        (Family::Json, "30,000 escapes", format!("\"{}\"", "\\u0041".repeat(30_000))),
        (Family::Not, "300 KB of rubbish", "rubbish ".repeat(40_000)),
        (Family::Not, "NULs", "\0".repeat(10_000)),
    ]
    .into_iter()
    .map(|(family, name, text)| Case {
        family,
        name: name.to_owned(),
        text: text.into_bytes(),
    })
}
