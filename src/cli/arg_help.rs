//! Help sentences of arguments in every language at once, until the language is known.

use clap::builder::StyledStr;

use crate::i18n::Lang;

/// Stands between the languages of one help text; the parser never shows it.
pub(super) const BETWEEN: char = '\u{1f}';

/// A help sentence in every language, as the derived command carries it: it is built before the language
/// is known. [`in_language`] keeps the one that was asked for.
pub(super) fn help(sentence: fn(Lang) -> &'static str) -> String {
    Lang::ALL.map(sentence).join(&BETWEEN.to_string())
}

/// The part of such a sentence in one language.
pub(super) fn in_language(lang: Lang, help: Option<&StyledStr>) -> String {
    let help = help.map(|help| help.ansi().to_string()).unwrap_or_default();
    let place = Lang::ALL.iter().position(|known| *known == lang);
    place.and_then(|place| help.split(BETWEEN).nth(place)).unwrap_or_default().to_owned()
}
