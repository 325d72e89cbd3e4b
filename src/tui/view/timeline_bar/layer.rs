//! What one cell of the bar shows.

use ratatui::style::Style;

use crate::i18n::Lang;
use crate::review::timeline::{MarkKind, Outcome};
use crate::tui::view::theme::{Palette, sign};

/// One cell of one of the lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct BarCell {
    pub(super) letter: char,
    pub(super) tone: CellTone,
    /// Outside the filter.
    pub(super) dimmed: bool,
}

/// How a cell is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellTone {
    /// Nothing is there.
    Rule,
    Of(Outcome),
    /// Several signs or turns of different outcomes.
    Many,
    Mark,
}

impl BarCell {
    pub(super) const EMPTY: Self = Self { letter: ' ', tone: CellTone::Rule, dimmed: false };

    pub(super) fn is_empty(self) -> bool {
        self.letter == ' '
    }

    pub(super) fn style(self, palette: &Palette) -> Style {
        match self.tone {
            _ if self.dimmed => palette.border,
            CellTone::Rule => palette.border,
            CellTone::Of(Outcome::Answered) => palette.answered,
            CellTone::Of(Outcome::Partly | Outcome::Deferred) => palette.owed,
            CellTone::Of(Outcome::Open) => palette.floor,
            CellTone::Of(
                Outcome::Referred
                | Outcome::Declined
                | Outcome::Withdrawn
                | Outcome::Merged
                | Outcome::Split,
            ) => palette.quiet,
            CellTone::Many => palette.text,
            CellTone::Mark => palette.strong,
        }
    }
}

/// What became of a turn, in one sign.
pub(super) fn outcome_sign(outcome: Outcome) -> char {
    let sign = match outcome {
        Outcome::Answered => sign::ANSWERED,
        Outcome::Partly => sign::PARTLY,
        Outcome::Deferred => sign::WRITTEN,
        Outcome::Referred => sign::REFERRED,
        Outcome::Declined => sign::DECLINED,
        Outcome::Withdrawn => sign::WITHDRAWN,
        Outcome::Merged => sign::MERGED,
        Outcome::Split => sign::SPLIT,
        Outcome::Open => sign::FLOOR,
    };
    sign.chars().next().unwrap_or_default()
}

/// What a mark looks like.
pub(super) fn mark_sign(kind: MarkKind, lang: Lang) -> char {
    match kind {
        MarkKind::Closed => '■',
        MarkKind::Paused => '‖',
        MarkKind::Conclusion => lang.conclusion_letter(),
        MarkKind::Task => 'T',
        MarkKind::Statement => 'S',
        MarkKind::Reopened => '□',
        MarkKind::Resumed => '›',
        MarkKind::Break => '┆',
        MarkKind::Undo => 'u',
        MarkKind::Correction => 'e',
        MarkKind::Progress => 'n',
        MarkKind::TakenBack => '¬',
    }
}

/// Whether a mark gives way to questions and to other marks, and is not counted with them.
pub(super) fn is_minor(kind: MarkKind) -> bool {
    match kind {
        MarkKind::Undo | MarkKind::Correction | MarkKind::Progress | MarkKind::TakenBack => true,
        MarkKind::Closed
        | MarkKind::Paused
        | MarkKind::Conclusion
        | MarkKind::Task
        | MarkKind::Statement
        | MarkKind::Reopened
        | MarkKind::Resumed
        | MarkKind::Break => false,
    }
}
