//! Tests of the transcript.

use super::{Source, transcript};
use crate::export::lived::lived;
use crate::words::Lang;

const DIALOGUE: &str = include_str!("dialogue.commands");

#[test]
fn look() {
    let session = lived(DIALOGUE);
    let fingerprint = format!("{}:{}", session.last_seq(), "0".repeat(64));
    let source = Source {
        session: &session,
        id: "9f2c0000000000000000000000000000",
        fingerprint: &fingerprint,
        damage: None,
    };
    for lang in [Lang::Vi, Lang::En] {
        println!("{}", transcript(&source, lang));
    }
}
