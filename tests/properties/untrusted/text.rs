//! Any text at all, made safe to show and written as JSON.

use doithoai::text::safe::{self, is_hostile};
use doithoai::text::{fold, json};

/// What is shown has nothing in it that steers, and showing it again changes nothing; JSON gives it back.
pub(crate) fn survives(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let line = safe::line(&text);
    assert!(!line.contains(is_hostile), "{line:?}");
    assert_eq!(safe::line(&line), line);
    let lines = safe::lines(&text);
    assert!(!lines.contains(|letter| letter != '\n' && is_hostile(letter)), "{lines:?}");
    assert_eq!(safe::lines(&lines), lines);
    let written = json::line(&text);
    assert!(!written.contains(char::is_control), "{written:?}");
    assert_eq!(serde_json::from_str::<String>(&written).ok().as_deref(), Some(&*text));
    let kept = fold::normalised(&text);
    assert_eq!(fold::normalised(&kept), kept);
    let slug = fold::slug(&text);
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    assert!(!slug.is_empty() && slug.len() <= 48 && slug.chars().all(plain), "{slug:?}");
}
