//! Every sentence shown to a person, once in each language.
//!
//! A sentence is declared by `sentences!` with both its texts; leaving one out does not compile.

mod actions;
mod cli;
mod documents;
mod drafts;
mod event;
mod forms;
mod import;
mod json;
mod names;
#[cfg(feature = "nats")]
mod nats;
mod notes;
mod notice;
mod paper;
mod record;
mod refusal;
mod replay;
mod review;
mod stats;
mod store;
mod suggest;
mod time;
mod trouble;
mod view;

pub use notice::capitalised;

use std::str::FromStr;

/// Declares sentences as methods of [`Lang`]: `name: vi "…", en "…";`, or with arguments that both
/// texts may name in braces: `name(count: usize): vi "{count} câu", en "{count} questions";`.
/// A side that needs more than a text is an expression of a `String` in parentheses.
macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident $(($($arg:ident: $kind:ty),+))?: vi $vi:tt, en $en:tt;)*) => {
        impl $crate::i18n::Lang {
            $($crate::i18n::sentences!(@one $(#[$doc])* $name $(($($arg: $kind),+))?: $vi, $en);)*
        }
    };
    (@one $(#[$doc:meta])* $name:ident: $vi:tt, $en:tt) => {
        $(#[$doc])*
        pub fn $name(self) -> &'static str {
            match self {
                Self::Vi => $vi,
                Self::En => $en,
            }
        }
    };
    (@one $(#[$doc:meta])* $name:ident($($arg:ident: $kind:ty),+): $vi:tt, $en:tt) => {
        $(#[$doc])*
        pub fn $name(self, $($arg: $kind),+) -> String {
            match self {
                Self::Vi => $crate::i18n::sentences!(@text $vi),
                Self::En => $crate::i18n::sentences!(@text $en),
            }
        }
    };
    (@text $text:literal) => { format!($text) };
    (@text ($expression:expr)) => { $expression };
}
use sentences;

/// The language of the screen or of a paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    Vi,
    En,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// As `--lang` takes it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language a locale name asks for, such as `en_US.UTF-8`; `None` when it asks for none of them.
    pub fn of_locale(locale: &str) -> Option<Self> {
        locale.get(..2).and_then(|code| code.parse().ok())
    }

    /// The next one, with which a key changes the language.
    #[must_use]
    pub fn next(self) -> Self {
        let place = Self::ALL.iter().position(|lang| *lang == self).unwrap_or_default();
        Self::ALL[(place + 1) % Self::ALL.len()]
    }
}

impl FromStr for Lang {
    type Err = ();

    fn from_str(code: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|lang| lang.code() == code).ok_or(())
    }
}

/// "1 question", "2 questions": English wants to know.
fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}

sentences! {
    questions_counted(count: usize): vi "{count} câu", en (counted(count, "question", "questions"));
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn english_counts_have_a_singular() {
        assert_eq!(Lang::En.questions_counted(1), "1 question");
        assert_eq!(Lang::En.questions_counted(2), "2 questions");
        assert_eq!(Lang::Vi.questions_counted(1), "1 câu");
    }

    #[test]
    fn a_locale_that_asks_for_neither_language_asks_for_nothing() {
        assert_eq!(Lang::of_locale("vi_VN.UTF-8"), Some(Lang::Vi));
        assert_eq!(Lang::of_locale("en"), Some(Lang::En));
        assert_eq!(Lang::of_locale("C.UTF-8"), None);
        assert_eq!(Lang::of_locale(""), None);
    }
}
