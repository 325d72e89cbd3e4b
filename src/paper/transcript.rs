//! The transcript of a session: all that was said, done and decided, in order.

mod account;
mod counts;
pub(super) mod head;
mod notes;
mod open;
mod proceedings;
mod signatures;
mod speech;
mod tasks;

use std::iter;

use super::PaperSource;
use super::document::{Block, Document, Entry};
use super::facts::Paper;
use super::kind::DocumentKind;
use crate::i18n::Lang;
use crate::review::notes::ListedNote;

/// The transcript, with what reviewers noted at its end. The same source gives the same blocks.
pub fn transcript<'a>(
    source: PaperSource<'a>,
    notes: &'a [ListedNote],
    lang: Lang,
) -> Document<'a> {
    let paper = Paper { source, lang };
    let blocks = (paper.head(lang.paper_transcript()))
        .chain(paper.circumstances())
        .chain(paper.roster())
        .chain(iter::once(Block::Heading(lang.paper_proceedings().to_owned())))
        .chain(paper.proceedings())
        .chain(paper.outcomes())
        .chain(paper.tasks())
        .chain(paper.conclusions())
        .chain(iter::once_with(move || paper.counts()).flatten())
        .chain(iter::once_with(move || paper.open()).flatten())
        .chain(iter::once_with(move || paper.corrections()).flatten())
        .chain(paper.ending(notes));
    paper.document(DocumentKind::Transcript, blocks)
}

/// A section that says that it holds nothing when it does.
fn section(
    heading: String,
    entries: impl IntoIterator<Item = Entry>,
    nothing: &str,
) -> impl Iterator<Item = Block> {
    let nothing = Block::Paragraph(nothing.to_owned());
    let mut entries = entries.into_iter().map(Block::Entry).peekable();
    let nothing = entries.peek().is_none().then_some(nothing);
    iter::once(Block::Heading(heading)).chain(entries).chain(nothing)
}

#[cfg(test)]
mod tests;
