//! Any bytes at all as a reviewer's notes.

use doithoai::review::notes::Review;

/// They are read or refused, and what is read is written as it will be read again.
pub(crate) fn survives(bytes: &[u8]) {
    let Ok(review) = Review::decoded(bytes) else { return };
    let written = review.encoded();
    let again = Review::decoded(written.as_bytes()).expect("what is written is read");
    assert_eq!(again.encoded(), written);
}
