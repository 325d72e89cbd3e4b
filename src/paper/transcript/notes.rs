//! What reviewers noted on the record, apart from it.

use crate::describe;
use crate::paper::document::{Block, Detail, Entry, Marker};
use crate::paper::facts::{Paper, sentence};
use crate::review::notes::{ListedNote, Note};

/// Cells for the label of what a reader must know before relying on a note.
const LABELS: usize = 8;

impl Paper<'_> {
    pub(super) fn reviewers_notes(self, notes: &[ListedNote]) -> Vec<Block> {
        if notes.is_empty() {
            return Vec::new();
        }
        let lang = self.lang;
        let heading = Block::Heading(lang.paper_notes(notes.len()));
        let apart = Block::Paragraph(lang.paper_notes_apart().to_owned());
        let entries = notes
            .iter()
            .enumerate()
            .map(|(place, listed)| Block::Entry(self.note(place + 1, listed)));
        [heading, apart].into_iter().chain(entries).collect()
    }

    fn note(self, number: usize, listed: &ListedNote) -> Entry {
        let lang = self.lang;
        let place = describe::notes::note_place(lang, listed);
        let head = lang.paper_note_head(&place, &listed.reviewer, &self.days(&listed.note));
        let said = Detail::Said(listed.note.text.clone());
        let flags: Vec<String> =
            listed.flags.iter().map(|flag| describe::notes::note_flag(lang, *flag)).collect();
        let flagged = (!flags.is_empty()).then(|| Detail::Labelled {
            label: lang.paper_note_flag().to_owned(),
            text: sentence(&flags.join("; ")),
            cells: LABELS,
        });
        let entry = Entry::new(Marker::Number(number), sentence(&head));
        entry.with([said]).with(flagged).spaced()
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
