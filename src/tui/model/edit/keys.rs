//! The keys that mean the same in every field.

use super::Used;
use super::boundary::{letter_after, letter_before, line_end, line_start, word_after, word_before};
use super::buffer::Buffer;
use super::telex::Telex;
use crate::tui::model::key::{Code, Key};

impl Buffer {
    pub(super) fn key(&mut self, key: Key, telex: &mut Telex) -> Used {
        if let Some(letter) = key.typed() {
            let before = if self.selection().is_some() { "" } else { self.before_cursor() };
            let typed = telex.typed(letter, before);
            return self.type_over(typed.take, &typed.put);
        }
        if key.alt {
            return Used::Unused;
        }
        match key.code {
            Code::Char(letter) => return self.command(letter),
            Code::Backspace if !key.ctrl && self.take_back_mark() => {}
            Code::Backspace => self.delete(self.back(key)..self.cursor()),
            Code::Delete => self.delete(self.cursor()..self.on(key)),
            Code::Left | Code::Right | Code::Home | Code::End => {
                let place = self.place(key);
                self.travel(key, place);
            }
            _ => return Used::Unused,
        }
        Used::Used
    }

    /// Moves, selecting when Shift is held.
    pub(super) fn travel(&mut self, key: Key, place: usize) {
        if key.shift { self.select_to(place) } else { self.move_to(place) }
    }

    fn place(&self, key: Key) -> usize {
        let selection = self.selection().filter(|_| !key.shift && !key.ctrl);
        match (key.code, selection) {
            (Code::Left, Some(selection)) => selection.start,
            (Code::Right, Some(selection)) => selection.end,
            (Code::Left, None) => self.back(key),
            (Code::Right, None) => self.on(key),
            (Code::Home, _) if key.ctrl => 0,
            (Code::Home, _) => line_start(self.text(), self.cursor()),
            (_, _) if key.ctrl => self.text().len(),
            (_, _) => line_end(self.text(), self.cursor()),
        }
    }

    fn back(&self, key: Key) -> usize {
        let step = if key.ctrl { word_before } else { letter_before };
        step(self.text(), self.cursor())
    }

    fn on(&self, key: Key) -> usize {
        let step = if key.ctrl { word_after } else { letter_after };
        step(self.text(), self.cursor())
    }

    fn command(&mut self, letter: char) -> Used {
        let cursor = self.cursor();
        match letter {
            'a' => self.select_all(),
            'z' => self.undo(),
            'y' => self.redo(),
            'w' => self.delete(word_before(self.text(), cursor)..cursor),
            'u' => self.delete(line_start(self.text(), cursor)..cursor),
            'k' => self.delete(cursor..line_end(self.text(), cursor)),
            'c' if self.copy() => {}
            'x' if self.cut() => {}
            'v' => return self.put_copied(),
            _ => return Used::Unused,
        }
        Used::Used
    }
}
