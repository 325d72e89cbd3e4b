//! How typed letters become Vietnamese ones, and which of them.

/// How typed letters become Vietnamese ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// As typed: the machine has an input method of its own, or none is wanted.
    #[default]
    Off,
    Telex,
    Vni,
}

impl Method {
    /// The one that the switch turns to next.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Off => Self::Telex,
            Self::Telex => Self::Vni,
            Self::Vni => Self::Off,
        }
    }
}

/// What the input method composes in a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Composes {
    #[default]
    Words,
    /// Words without a vowel alone: `QĐ` in the number of a document, whose other letters are a code.
    Abbreviations,
    /// Nothing: what is typed is a code, such as a seat or a path.
    Nothing,
}
