//! A text under a cursor: insertion, deletion, selection, undo. The model that both fields share.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::boundary::{letter_before, settled};
use super::{LONGEST, Used};
use crate::text::fold::normalised;

/// Changes remembered for undo.
const MOST: usize = 20_000;

/// The text, in NFC, with the cursor between two of its letters.
#[derive(Clone, Debug, Default)]
pub(super) struct Buffer {
    text: String,
    cursor: usize,
    /// The other end of the selection, when something is being selected.
    anchor: Option<usize>,
    past: Vec<Change>,
    future: Vec<Change>,
    /// A word is being typed: what comes next is undone together with it.
    typing: bool,
    /// How many of the last changes were marks, each typed after its letter.
    marks_typed: usize,
    copied: String,
}

/// One replacement in the text, to be taken back or done again.
#[derive(Clone, Debug)]
struct Change {
    at: usize,
    removed: String,
    inserted: String,
    /// Undone in one step with the change before it.
    goes_on: bool,
}

impl Buffer {
    pub(super) fn new(text: &str) -> Self {
        let text = normalised(text);
        Self { cursor: text.len(), text, ..Self::default() }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn cursor(&self) -> usize {
        self.cursor
    }

    pub(super) fn before_cursor(&self) -> &str {
        &self.text[..self.cursor]
    }

    pub(super) fn selection(&self) -> Option<Range<usize>> {
        let anchor = self.anchor.filter(|anchor| *anchor != self.cursor)?;
        Some(anchor.min(self.cursor)..anchor.max(self.cursor))
    }

    pub(super) fn move_to(&mut self, place: usize) {
        self.anchor = None;
        self.go(place);
    }

    /// Moves the cursor and selects what it passes over.
    pub(super) fn select_to(&mut self, place: usize) {
        self.anchor.get_or_insert(self.cursor);
        self.go(place);
    }

    pub(super) fn select_all(&mut self) {
        self.move_to(0);
        self.select_to(self.text.len());
    }

    fn go(&mut self, place: usize) {
        self.cursor = settled(&self.text, place.min(self.text.len()));
        self.typing = false;
        self.marks_typed = 0;
    }

    /// Puts `words` in the place of the selection, as one step to undo.
    pub(super) fn insert(&mut self, words: &str) -> Used {
        let range = self.selection().unwrap_or(self.cursor..self.cursor);
        self.typing = false;
        self.replace(range, words)
    }

    /// Types `words` over the last `take` bytes before the cursor; a run of typing is undone by words.
    pub(super) fn type_over(&mut self, take: usize, words: &str) -> Used {
        let selection = self.selection();
        let range = selection.unwrap_or(self.cursor.saturating_sub(take)..self.cursor);
        let after_blank = self.text[..range.start].ends_with(char::is_whitespace);
        let begins_word = take == 0 && after_blank && !words.starts_with(char::is_whitespace);
        self.typing &= !begins_word;
        let marks_typed = self.marks_typed;
        let used = self.replace(range, words);
        self.typing = true;
        let is_mark = used == Used::Used && words.chars().all(is_combining_mark);
        self.marks_typed = if is_mark { marks_typed + 1 } else { 0 };
        used
    }

    /// Takes back the mark that was typed last, and not its letter: input methods put a mark right so.
    pub(super) fn take_back_mark(&mut self) -> bool {
        let Some(left) = self.marks_typed.checked_sub(1) else { return false };
        let Some(change) = self.past.pop() else { return false };
        self.swap(change.at, change.inserted.len(), &change.removed);
        self.typing = true;
        self.marks_typed = left;
        true
    }

    pub(super) fn delete(&mut self, range: Range<usize>) {
        let range = self.selection().unwrap_or(range);
        if !range.is_empty() {
            self.typing = false;
            let _ = self.replace(range, "");
        }
    }

    pub(super) fn copy(&mut self) -> bool {
        let Some(selection) = self.selection() else { return false };
        self.text[selection].clone_into(&mut self.copied);
        true
    }

    pub(super) fn cut(&mut self) -> bool {
        let copied = self.copy();
        if copied {
            self.delete(self.cursor..self.cursor);
        }
        copied
    }

    pub(super) fn put_copied(&mut self) -> Used {
        let copied = self.copied.clone();
        if copied.is_empty() { Used::Unused } else { self.insert(&copied) }
    }

    pub(super) fn undo(&mut self) {
        while let Some(change) = self.past.pop() {
            self.swap(change.at, change.inserted.len(), &change.removed);
            let goes_on = change.goes_on;
            self.future.push(change);
            if !goes_on {
                break;
            }
        }
    }

    pub(super) fn redo(&mut self) {
        while let Some(change) = self.future.pop() {
            self.swap(change.at, change.removed.len(), &change.inserted);
            self.past.push(change);
            if !self.future.last().is_some_and(|next| next.goes_on) {
                break;
            }
        }
    }

    fn swap(&mut self, at: usize, length: usize, words: &str) {
        self.text.replace_range(at..at + length, words);
        self.move_to(at + words.len());
    }

    fn replace(&mut self, range: Range<usize>, words: &str) -> Used {
        let (range, words) = self.composed(range, &normalised(words));
        if self.text.len() - range.len() + words.len() > LONGEST {
            return Used::Full;
        }
        let removed = self.text[range.clone()].to_owned();
        let goes_on = self.typing && !self.past.is_empty();
        self.text.replace_range(range.clone(), &words);
        let typing = self.typing;
        self.move_to(range.start + words.len());
        self.typing = typing;
        self.future.clear();
        self.past.push(Change { at: range.start, removed, inserted: words, goes_on });
        self.forget_the_oldest();
        Used::Used
    }

    /// A mark that comes after its letter becomes one with it: the letter is put anew.
    fn composed(&self, range: Range<usize>, words: &str) -> (Range<usize>, String) {
        let start = letter_before(&self.text, range.start);
        let before = &self.text[start..range.start];
        let together: String = before.chars().chain(words.chars()).nfc().collect();
        match together.strip_prefix(before) {
            Some(rest) => (range, rest.to_owned()),
            None => (start..range.end, together),
        }
    }

    fn forget_the_oldest(&mut self) {
        if self.past.len() > MOST {
            self.past.drain(..MOST / 2);
        }
    }
}
