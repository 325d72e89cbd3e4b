//! The minutes, after form 1.9 of Decree 30/2020: every element in its order.

use std::iter;

use super::PaperSource;
use super::document::{Block, Document, Field, Signatures, Signer};
use super::facts::{Paper, capital};
use super::kind::DocumentKind;
use super::office::{IssuingOffice, Official};
use crate::i18n::Lang;

/// Cells for the labels.
const LABELS: usize = 22;

/// The minutes with what the office adds.
pub fn minutes<'a>(source: PaperSource<'a>, office: &'a IssuingOffice, lang: Lang) -> Document<'a> {
    let paper = Paper { source, lang };
    let blocks = iter::once(paper.letterhead(office, Official::Minutes))
        .chain(paper.head(lang.minutes_title()))
        .chain(paper.particulars())
        .chain([Block::Heading(lang.minutes_proceedings().to_owned())])
        .chain(paper.proceedings())
        .chain(paper.short_fingerprint())
        .chain(paper.signed_minutes(office).map(Block::Signatures))
        .chain(paper.incomplete());
    paper.document(DocumentKind::Minutes, blocks)
}

impl Paper<'_> {
    /// When it began, where, who was there, who chaired and who wrote.
    fn particulars(self) -> Vec<Block> {
        let (lang, opening) = (self.lang, self.state().opening());
        let unknown = match self.rebuilt_from() {
            Some(_) => lang.paper_not_reported(),
            None => lang.paper_not_recorded(),
        };
        let given = |text: Option<&String>| text.map_or(unknown, |text| text.as_str()).to_owned();
        let began = self.state().opened_at().filter(|_| self.rebuilt_from().is_none());
        let rows = [
            (lang.minutes_began(), began.map_or(unknown.to_owned(), |at| self.moment(at))),
            (lang.minutes_place(), given(opening.and_then(|it| it.place.as_ref()))),
            (lang.minutes_attendance(), given(opening.and_then(|it| it.attendance.as_ref()))),
            (lang.minutes_chair(), given(opening.and_then(|it| it.chair.as_ref()))),
            (lang.minutes_secretary(), given(opening.and_then(|it| it.secretary.as_ref()))),
        ];
        rows.map(|(label, text)| field(label, capital(&text))).into()
    }

    /// What ties the signed sheet to the record.
    pub(super) fn short_fingerprint(self) -> [Block; 2] {
        let code = self.source.fingerprint.to_owned();
        let meaning = self.lang.minutes_fingerprint_means().to_owned();
        [
            Block::Subheading(self.lang.minutes_fingerprint().to_owned()),
            Block::Fingerprint { code, meaning },
        ]
    }

    /// Of a closed session alone: incomplete minutes are not signed.
    fn signed_minutes(self, office: &IssuingOffice) -> Option<Signatures> {
        let at = self.closed_at()?;
        let ending = match self.rebuilt_from() {
            Some(_) => self.lang.paper_ended().to_owned(),
            None => self.lang.paper_ended_at(&self.moment(at)),
        };
        let opening = self.state().opening();
        let secretary = opening.and_then(|it| it.secretary.as_ref());
        let chair = opening.and_then(|it| it.chair.as_ref());
        let secretary_role = self.lang.paper_signature_of_secretary();
        Some(Signatures {
            ending,
            left: Some(self.signer(secretary_role, office.secretary_title.as_ref(), secretary)),
            right: self.signer(
                self.lang.paper_signature_of_chair(),
                office.chair_title.as_ref(),
                chair,
            ),
            recipients: self.recipients(office),
        })
    }

    /// With the title under the role, where the office gives one.
    pub(super) fn signer(
        self,
        role: &str,
        title: Option<&String>,
        name: Option<&String>,
    ) -> Signer {
        let role = match title {
            Some(title) => format!("{role}\n{}", title.to_uppercase()),
            None => role.to_owned(),
        };
        let how = self.lang.paper_how_to_sign().to_owned();
        Signer { role, how, name: name.cloned().unwrap_or_default() }
    }
}

fn field(label: &str, text: String) -> Block {
    Block::Field(Field { label: label.to_owned(), text, cells: LABELS })
}

#[cfg(test)]
mod tests;
