//! Which documents there are, and in which formats each is written.

use crate::i18n::Lang;

/// What a document is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DocumentKind {
    #[default]
    Transcript,
    Register,
    Agency,
    Asker,
}

/// How a document is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Markdown,
    Html,
    Csv,
    Xlsx,
    Json,
}

impl DocumentKind {
    pub const ALL: [Self; 4] = [Self::Transcript, Self::Register, Self::Agency, Self::Asker];

    /// The word that commands and files use for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Transcript => "transcript",
            Self::Register => "register",
            Self::Agency => "agency",
            Self::Asker => "asker",
        }
    }

    /// What people call it.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Transcript => lang.paper_name_transcript(),
            Self::Register => lang.paper_name_register(),
            Self::Agency => lang.paper_name_agency(),
            Self::Asker => lang.paper_name_asker(),
        }
    }

    /// Those it is written in, the first unless another is asked for.
    #[must_use]
    pub fn formats(self) -> &'static [Format] {
        match self {
            Self::Transcript => &[Format::Text, Format::Markdown, Format::Html, Format::Json],
            Self::Register => &[Format::Csv, Format::Xlsx, Format::Html, Format::Json],
            Self::Agency => &[Format::Text, Format::Html, Format::Xlsx],
            Self::Asker => &[Format::Text, Format::Html],
        }
    }
}

impl Format {
    pub const ALL: [Self; 6] =
        [Self::Text, Self::Markdown, Self::Html, Self::Csv, Self::Xlsx, Self::Json];

    /// The word that commands use for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    /// Whether it is no text, and nothing for a terminal.
    #[must_use]
    pub fn is_binary(self) -> bool {
        match self {
            Self::Xlsx => true,
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
