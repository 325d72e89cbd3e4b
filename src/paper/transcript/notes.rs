//! What reviewers noted on the record, apart from it.

use super::Transcript;
use super::head::sentence;
use crate::describe;
use crate::review::notes::{ListedNote, Note};

/// Cells for the number of a note.
const NUMBERS: usize = 4;
/// Cells for the label of what a reader must know before relying on a note.
const LABELS: usize = 8;

impl Transcript<'_> {
    pub(super) fn reviewers_notes(&mut self) {
        if self.notes.is_empty() {
            return;
        }
        let (lang, notes) = (self.lang, self.notes);
        self.page.heading(&lang.paper_notes(notes.len()));
        self.page.paragraph(0, lang.paper_notes_apart());
        for (place, listed) in notes.iter().enumerate() {
            self.page.gap();
            self.note(place + 1, listed);
        }
    }

    fn note(&mut self, number: usize, listed: &ListedNote) {
        let lang = self.lang;
        let place = describe::notes::note_place(lang, listed);
        let head = lang.paper_note_head(&place, &listed.reviewer, &self.days(&listed.note));
        self.page.entry(0, &format!("{number}."), NUMBERS, &sentence(&head));
        self.page.paragraph(NUMBERS, &listed.note.text);
        let flags: Vec<String> =
            listed.flags.iter().map(|flag| describe::notes::note_flag(lang, *flag)).collect();
        if !flags.is_empty() {
            let told = sentence(&flags.join("; "));
            self.page.entry(NUMBERS, lang.paper_note_flag(), LABELS, &told);
        }
    }

    /// Days alone: notes on a rebuilt session must show no time either.
    fn days(&self, note: &Note) -> String {
        let lang = self.lang;
        let written = lang.day(note.written.date());
        match note.edited.map(|at| lang.day(at.date())).filter(|edited| *edited != written) {
            Some(edited) => lang.paper_note_day_edited(&written, &edited),
            None => lang.paper_note_day(&written),
        }
    }
}
