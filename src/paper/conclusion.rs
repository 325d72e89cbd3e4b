//! The notice of the conclusion, with the four parts of Decree 13/2021, article 11.

mod parts;

use std::iter;

use super::PaperSource;
use super::document::{Block, Detail, Document, Entry, Marker, Signatures};
use super::facts::{Charge, Paper, about};
use super::kind::DocumentKind;
use super::office::{IssuingOffice, Official};
use crate::i18n::Lang;
use crate::session::question::Question;
use parts::ConclusionPart;

/// Cells for "Câu 12" or "Question 12".
const LABELS: usize = 13;

/// The notice with what the office adds.
pub fn conclusion<'a>(
    source: PaperSource<'a>,
    office: &'a IssuingOffice,
    lang: Lang,
) -> Document<'a> {
    let paper = Paper { source, lang };
    let blocks = iter::once(paper.letterhead(office, Official::Conclusion))
        .chain(paper.head(lang.conclusion_title()))
        .chain(iter::once_with(move || paper.raised()).flatten())
        .chain(paper.part(ConclusionPart::Answered, lang.conclusion_answered()))
        .chain(paper.part(ConclusionPart::Referred, lang.conclusion_referred()))
        .chain(paper.part(ConclusionPart::ToBeResolved, lang.conclusion_assigned()))
        .chain(paper.without_outcome())
        .chain(paper.charged())
        .chain(paper.agreed())
        .chain(paper.short_fingerprint())
        .chain(paper.signed_conclusion(office).map(Block::Signatures))
        .chain(paper.incomplete());
    paper.document(DocumentKind::Conclusion, blocks)
}

impl<'a> Paper<'a> {
    /// Part a: every question, by theme in the order in which the themes came up.
    fn raised(self) -> Vec<Block> {
        let lang = self.lang;
        let mut themes: Vec<(Option<&str>, Vec<&Question>)> = Vec::new();
        for question in self.state().questions() {
            let theme = question.theme.as_deref();
            match themes.iter_mut().find(|(known, _)| *known == theme) {
                Some((_, questions)) => questions.push(question),
                None => themes.push((theme, vec![question])),
            }
        }
        // Those without a theme come last.
        themes.sort_by_key(|(theme, _)| theme.is_none());
        let heading = Block::Heading(lang.conclusion_raised().to_owned());
        let none = themes.is_empty().then(|| Block::Paragraph(lang.paper_none().to_owned()));
        let grouped = themes.into_iter().flat_map(|(theme, questions)| {
            let theme = theme.unwrap_or(lang.conclusion_no_theme()).to_owned();
            let questions = questions.into_iter().map(|question| {
                let where_else = self.where_else(question).map(Detail::Outcome);
                Block::Entry(self.numbered(question, question.text.to_string()).with(where_else))
            });
            iter::once(Block::Subheading(theme)).chain(questions).collect::<Vec<_>>()
        });
        iter::once(heading).chain(grouped).chain(none).collect()
    }

    /// One of the parts b, c and d: its questions with what has become of them.
    fn part(self, part: ConclusionPart, heading: &str) -> impl Iterator<Item = Block> + use<'a> {
        let lang = self.lang;
        let of_it =
            move || self.state().questions().filter(move |it| ConclusionPart::of(it) == Some(part));
        let heading = heading.to_owned();
        let none = of_it().next().is_none();
        let none = none.then(|| Block::Paragraph(lang.paper_none().to_owned()));
        let told = of_it().map(move |question| Block::Entry(self.resolved(question)));
        iter::once(Block::Heading(heading)).chain(none).chain(told)
    }

    /// Under part d: what nothing has become of yet, where there is such.
    fn without_outcome(self) -> impl Iterator<Item = Block> + 'a {
        let open = |it: &&Question| ConclusionPart::of(it) == Some(ConclusionPart::WithoutOutcome);
        let mut open = self.state().questions().filter(open).peekable();
        let heading = open
            .peek()
            .map(|_| Block::Subheading(self.lang.conclusion_without_outcome().to_owned()));
        let told = open.map(move |question| Block::Entry(self.resolved(question)));
        heading.into_iter().chain(told)
    }

    fn resolved(self, question: &Question) -> Entry {
        let became = self.became(question);
        let words = match became.as_slice() {
            [] => self.lang.status(&question.status).to_owned(),
            told => told.join("; "),
        };
        let answers = question.answers.iter().filter_map(|answer| answer.text.as_deref());
        let answers = answers.map(|words| Detail::Said(words.to_owned()));
        self.numbered(question, words).with(answers)
    }

    fn numbered(self, question: &Question, words: String) -> Entry {
        let label = self.lang.question_numbered(question.number);
        Entry::new(Marker::Label { label, cells: LABELS }, words)
    }

    /// Under part d: the tasks.
    fn charged(self) -> impl Iterator<Item = Block> + 'a {
        let mut tasks = self.state().tasks().peekable();
        let heading =
            tasks.peek().map(|_| Block::Subheading(self.lang.conclusion_tasks().to_owned()));
        let told = tasks.map(move |task| {
            let number = usize::try_from(task.number.0).unwrap_or(usize::MAX);
            let entry = Entry::new(Marker::Number(number), self.charge(&Charge::of(task)));
            let concerns = (!task.questions.is_empty()).then(|| {
                let label = self.lang.paper_about().to_owned();
                let text = about(self.lang, &task.questions);
                Detail::Labelled { label, text, cells: LABELS }
            });
            Block::Entry(entry.with(concerns))
        });
        heading.into_iter().chain(told)
    }

    /// The common positions.
    fn agreed(self) -> impl Iterator<Item = Block> + 'a {
        let mut positions = self.state().conclusions().enumerate().peekable();
        let heading =
            positions.peek().map(|_| Block::Heading(self.lang.conclusion_positions().to_owned()));
        let told = positions.map(|(place, position)| {
            Block::Entry(Entry::new(Marker::Number(place + 1), position.text.clone()))
        });
        heading.into_iter().chain(told)
    }

    /// Of a closed session alone. One signs; the recipients stand to the left.
    fn signed_conclusion(self, office: &IssuingOffice) -> Option<Signatures> {
        self.closed_at()?;
        let chair = self.state().opening().and_then(|it| it.chair.as_ref());
        let role = self.lang.paper_signature_of_chair();
        Some(Signatures {
            ending: self.lang.conclusion_ending().to_owned(),
            left: None,
            right: self.signer(role, office.chair_title.as_ref(), chair),
            recipients: self.recipients(office),
        })
    }
}

#[cfg(test)]
mod tests;
