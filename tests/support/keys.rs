//! Typing as tests write it: letters as they are, other keys as `<Enter>`, `<Ctrl+S>`.

use doithoai::tui::model::key::{Code, Key};

/// The keys of a text, in the order they are pressed.
pub fn typed(text: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|after| after.split_once('>'));
        let named = named.and_then(|(name, after)| Some((Key::parse(name)?, after)));
        let (key, after) =
            named.unwrap_or_else(|| (Key::plain(Code::Char(letter)), &rest[letter.len_utf8()..]));
        keys.push(key);
        rest = after;
    }
    keys
}
