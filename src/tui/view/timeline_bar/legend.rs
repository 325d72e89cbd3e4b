//! The signs of the bar and their meanings.

use crate::describe;
use crate::i18n::Lang;
use crate::review::timeline::{MarkKind, Outcome};

use super::layer::{mark_sign, outcome_sign};

/// The signs of the bar, with what each means: questions, what is counted, outcomes, then marks.
pub(crate) fn legend(lang: Lang) -> Vec<(String, &'static str)> {
    let turns = [
        ("17".to_owned(), lang.bar_question()),
        ("17+2".to_owned(), lang.bar_question_and_more()),
        ("×3".to_owned(), lang.bar_counted()),
        ("✓▒▒".to_owned(), lang.bar_turn()),
        ("2 +".to_owned(), lang.bar_several()),
    ];
    let outcomes =
        Outcome::ALL.map(|outcome| (outcome_sign(outcome).to_string(), lang.outcome(outcome)));
    let marks = MarkKind::ALL
        .map(|kind| (mark_sign(kind, lang).to_string(), describe::review::bar_mark(lang, kind)));
    let rest = [
        ("A B".to_owned(), lang.bar_compared()),
        ("┈".to_owned(), lang.bar_left_out()),
        ("▲".to_owned(), lang.bar_position()),
    ];
    turns.into_iter().chain(outcomes).chain(marks).chain(rest).collect()
}
