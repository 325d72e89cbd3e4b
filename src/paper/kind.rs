//! Which documents there are, and in which formats each is written.

use crate::i18n::Lang;

const TRANSCRIPT: [Format; 5] =
    [Format::Text, Format::Markdown, Format::Html, Format::Docx, Format::Json];
const TO_PRINT: [Format; 3] = [Format::Text, Format::Html, Format::Docx];
const REGISTER: [Format; 5] = [Format::Csv, Format::Xlsx, Format::Html, Format::Docx, Format::Json];
const SESSION: [Format; 1] = [Format::Json];
const AGENCY: [Format; 4] = [Format::Text, Format::Html, Format::Docx, Format::Xlsx];

/// What a document is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DocumentKind {
    #[default]
    Transcript,
    Minutes,
    Conclusion,
    Register,
    Agency,
    Asker,
    /// The session file itself, as a public edition.
    Session,
}

/// How a document is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Markdown,
    Html,
    Docx,
    Csv,
    Xlsx,
    Json,
}

impl DocumentKind {
    pub const ALL: [Self; 7] = [
        Self::Transcript,
        Self::Minutes,
        Self::Conclusion,
        Self::Register,
        Self::Agency,
        Self::Asker,
        Self::Session,
    ];

    /// The word that commands and files use for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Transcript => "transcript",
            Self::Minutes => "minutes",
            Self::Conclusion => "conclusion",
            Self::Register => "register",
            Self::Agency => "agency",
            Self::Asker => "asker",
            Self::Session => "session",
        }
    }

    /// What people call it.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Transcript => lang.paper_name_transcript(),
            Self::Minutes => lang.paper_name_minutes(),
            Self::Conclusion => lang.paper_name_conclusion(),
            Self::Register => lang.paper_name_register(),
            Self::Agency => lang.paper_name_agency(),
            Self::Asker => lang.paper_name_asker(),
            Self::Session => lang.paper_name_session(),
        }
    }

    /// Those it is written in, the first unless another is asked for.
    #[must_use]
    pub fn formats(self) -> &'static [Format] {
        match self {
            Self::Transcript => &TRANSCRIPT,
            Self::Minutes | Self::Conclusion | Self::Asker => &TO_PRINT,
            Self::Register => &REGISTER,
            Self::Agency => &AGENCY,
            Self::Session => &SESSION,
        }
    }
}

impl Format {
    pub const ALL: [Self; 7] =
        [Self::Text, Self::Markdown, Self::Html, Self::Docx, Self::Csv, Self::Xlsx, Self::Json];

    /// The word that commands use for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    /// Whether it is no text, and nothing for a terminal.
    #[must_use]
    pub fn is_binary(self) -> bool {
        match self {
            Self::Docx | Self::Xlsx => true,
            Self::Text | Self::Markdown | Self::Html | Self::Csv | Self::Json => false,
        }
    }

    /// How the name of such a file ends.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    /// The format that the ending of a file's name asks for.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        let ending = ending.to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }
}
