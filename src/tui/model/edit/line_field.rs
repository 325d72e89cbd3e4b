//! The field for one line, which slides sideways when it is longer than its place.

use super::Used;
use super::buffer::Buffer;
use super::method::Composes;
use super::page::{FieldGeometry, Page, column, pieces};
use super::telex::Telex;
use crate::tui::model::key::Key;

/// One line being written.
#[derive(Clone, Debug, Default)]
pub struct LineField {
    buffer: Buffer,
    /// The first column shown: it stays until the cursor leaves what is shown.
    left: usize,
}

impl LineField {
    /// A field that holds `text`, with the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { buffer: Buffer::new(&in_one_line(text)), ..Self::default() }
    }

    /// A field that holds a value carried over from before, all of it selected: what is typed replaces it.
    #[must_use]
    pub fn carried(text: &str) -> Self {
        let mut field = Self::new(text);
        field.buffer.select_all();
        field
    }

    /// What the person gave, in NFC.
    #[must_use]
    pub fn text(&self) -> String {
        crate::text::fold::normalised(self.buffer.text())
    }

    /// Whether there is nothing in it but blanks.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.buffer.text().trim().is_empty()
    }

    pub fn key(&mut self, key: Key, telex: &mut Telex) -> Used {
        self.buffer.key(key, telex)
    }

    /// Takes a key in a field whose letters may be a code.
    pub fn key_within(&mut self, key: Key, telex: &mut Telex, composes: Composes) -> Used {
        telex.within(composes, |telex| self.key(key, telex))
    }

    /// Puts in what the terminal said was pasted; its line ends become blanks.
    pub fn paste(&mut self, words: &str) -> Used {
        self.buffer.insert(&in_one_line(words))
    }

    /// Takes in where the last frame drew it.
    pub fn was_drawn(&mut self, geometry: FieldGeometry) {
        self.left = geometry.before;
    }

    /// The field laid out in one row of `width` cells, the last of them kept for the cursor.
    #[must_use]
    pub fn page(&self, width: u16) -> Page {
        let wide = usize::from(width);
        if wide == 0 {
            return Page::default();
        }
        let text = self.buffer.text();
        let cursor = column(text, 0, self.buffer.cursor());
        let all = cursor + column(text, self.buffer.cursor(), text.len());
        let left = self.left.clamp((cursor + 1).saturating_sub(wide), cursor);
        let left = left.min((all + 1).saturating_sub(wide));
        let columns = left..left + wide;
        Page {
            rows: vec![pieces(text, 0..text.len(), columns, self.buffer.selection().as_ref())],
            cursor: (u16::try_from(cursor - left).unwrap_or(u16::MAX), 0),
            before: left,
            after: all.saturating_sub(left + wide),
        }
    }
}

fn in_one_line(words: &str) -> String {
    crate::text::fold::normalised(words).replace('\n', " ")
}
