//! The encodings in which tables come, and what the letters of old fonts mean.

use std::str::FromStr;

use bamboo_core::{Charset, decode_charset};

use crate::text::fold::normalised;

/// How a text is written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextEncoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1258,
    /// Of the `.Vn…` fonts.
    Tcvn3,
    /// Of the `VNI-…` fonts.
    Vni,
}

impl TextEncoding {
    pub const ALL: [Self; 6] =
        [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Windows1258, Self::Tcvn3, Self::Vni];

    /// As `--encoding` takes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1258 => "windows-1258",
            Self::Tcvn3 => "tcvn3",
            Self::Vni => "vni",
        }
    }

    /// The text that was meant where a font of this encoding gave its letters their looks; `None` where no
    /// font did.
    pub(super) fn meant_by(self, text: &str) -> Option<String> {
        let charset = match self {
            Self::Tcvn3 => Charset::Tcvn3,
            Self::Vni => Charset::VniWindows,
            Self::Utf8 | Self::Utf16Le | Self::Utf16Be | Self::Windows1258 => return None,
        };
        Some(normalised(&decode_charset(charset, text)))
    }
}

impl FromStr for TextEncoding {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        let plain = name.to_ascii_lowercase().replace(['-', '_'], "");
        let is_it = |encoding: &Self| encoding.name().replace('-', "") == plain;
        Self::ALL.into_iter().find(is_it).ok_or(())
    }
}
