//! What an office adds to official documents: names, numbers, signers, recipients, and the head made of them.

use std::iter;

use super::document::{Block, Face, HeadLine, Letterhead, Rule};
use super::facts::Paper;
use crate::i18n::Lang;
use crate::session::time::Date;

/// As an office's own file has it; what is absent is left blank to be written by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IssuingOffice {
    /// The body above the one that issues.
    pub superior: Option<String>,
    /// The body that issues.
    pub body: Option<String>,
    /// The short name of the body in the number of its documents.
    pub symbol: Option<String>,
    pub minutes_number: Option<String>,
    pub conclusion_number: Option<String>,
    /// The place in the date line.
    pub place: Option<String>,
    pub form: OfficeForm,
    pub chair_title: Option<String>,
    pub secretary_title: Option<String>,
    pub recipients: Option<Vec<String>>,
    pub publish_within: PublicationTerm,
}

/// Left free for a number: no-break blanks, which no format makes one.
const BLANK: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

/// Whose rules the form follows: those of the State (Decree 30/2020) or of the Party.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OfficeForm {
    #[default]
    State,
    Party,
}

/// Within how many calendar days of the session its conclusion is public: Youth Law 57/2020, article 10.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PublicationTerm {
    #[default]
    TenDays,
    /// Of a session on complex matters.
    FifteenDays,
}

impl PublicationTerm {
    /// The last day, counted from the day on which the session was closed.
    #[must_use]
    pub fn last_day(self, closed: Date) -> Option<Date> {
        closed.plus_days(match self {
            Self::TenDays => 10,
            Self::FifteenDays => 15,
        })
    }
}

/// The two documents with a head of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Official {
    Minutes,
    Conclusion,
}

impl Official {
    /// The short name of its kind in its number.
    fn symbol(self) -> &'static str {
        match self {
            Self::Minutes => "BB",
            Self::Conclusion => "TB",
        }
    }
}

impl IssuingOffice {
    /// "Số: 12/BB-UBND" of the State, "Số 12-BB/TU" of the Party.
    fn number(&self, of: Official) -> String {
        let number = match of {
            Official::Minutes => &self.minutes_number,
            Official::Conclusion => &self.conclusion_number,
        };
        let number = number.as_deref().unwrap_or(BLANK);
        let (kind, symbol) = (of.symbol(), self.symbol.as_deref().unwrap_or("…"));
        match self.form {
            OfficeForm::State => format!("Số: {number}/{kind}-{symbol}"),
            OfficeForm::Party => format!("Số {number}-{kind}/{symbol}"),
        }
    }
}

impl Paper<'_> {
    /// The head. It is Vietnamese in every language: the form is prescribed.
    pub(super) fn letterhead(self, office: &IssuingOffice, of: Official) -> Block {
        let body = office.body.as_deref().unwrap_or("……………………");
        let mut left: Vec<HeadLine> =
            office.superior.iter().map(|it| line(&it.to_uppercase(), Face::Plain)).collect();
        left.push(ruled(&body.to_uppercase(), Rule::Short));
        left.push(line(&office.number(of), Face::Plain));
        let date_line = line(&self.date_line(office), Face::Italic);
        let right = match (office.form, of) {
            (OfficeForm::State, Official::Minutes) => state_head(),
            (OfficeForm::State, Official::Conclusion) => {
                state_head().into_iter().chain([date_line]).collect()
            }
            (OfficeForm::Party, _) => {
                vec![ruled("ĐẢNG CỘNG SẢN VIỆT NAM", Rule::Long), date_line]
            }
        };
        Block::Letterhead(Letterhead { left, right })
    }

    /// "Cần Thơ, ngày 22 tháng 3 năm 2024"; the day is left blank where it is not known.
    fn date_line(self, office: &IssuingOffice) -> String {
        let place = office.place.as_deref().unwrap_or("………");
        let closed = self.closed_at().filter(|_| self.rebuilt_from().is_none());
        let day = match closed {
            Some(at) => Lang::Vi.day_in_a_sentence(at.date()),
            None => "ngày … tháng … năm …".to_owned(),
        };
        format!("{place}, {day}")
    }

    /// "Nơi nhận:" and those who get a copy.
    pub(super) fn recipients(self, office: &IssuingOffice) -> Vec<String> {
        let lang = self.lang;
        let known = office.recipients.clone();
        let named = known.unwrap_or_else(|| vec!["…".to_owned()]);
        let named = named.iter().map(|it| format!("- {};", it.trim_end_matches([';', '.', ' '])));
        iter::once(lang.office_recipients().to_owned())
            .chain(named)
            .chain([lang.office_filed().to_owned()])
            .collect()
    }
}

fn state_head() -> Vec<HeadLine> {
    vec![
        line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Face::Bold),
        ruled("Độc lập - Tự do - Hạnh phúc", Rule::Long),
    ]
}

fn line(text: &str, face: Face) -> HeadLine {
    HeadLine { text: text.to_owned(), face, rule: Rule::Absent }
}

fn ruled(text: &str, rule: Rule) -> HeadLine {
    HeadLine { text: text.to_owned(), face: Face::Bold, rule }
}
