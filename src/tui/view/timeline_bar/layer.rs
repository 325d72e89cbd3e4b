//! What one cell of the bar shows, and what may replace it.

use ratatui::style::Style;

use crate::i18n::Lang;
use crate::review::timeline::{MarkKind, Outcome};
use crate::tui::view::theme::{Palette, sign};

/// What a cell shows, the least important first; more important marks replace less important ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Layer {
    /// Nobody is on the floor.
    Rule,
    /// Somebody is.
    Fill,
    Edge,
    /// Turns too short for a cell of their own.
    Short,
    Label,
    Mark,
}

/// How a cell is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellTone {
    Rule,
    Of(Outcome),
    Many,
    Mark,
    /// One of the two moments compared.
    Comparison,
}

impl CellTone {
    pub(super) fn style(self, palette: &Palette) -> Style {
        match self {
            Self::Rule => palette.border,
            Self::Of(Outcome::Answered) => palette.answered,
            Self::Of(Outcome::Partly | Outcome::Deferred) => palette.owed,
            Self::Of(Outcome::Open) => palette.floor,
            Self::Of(_) => palette.quiet,
            Self::Many => palette.text,
            Self::Mark => palette.strong,
            Self::Comparison => palette.selected,
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

/// How many turns share a cell, by shading.
pub(super) fn crowd_sign(count: usize) -> char {
    if count < 5 { '▓' } else { '█' }
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

/// The most important thing that a mark may replace.
pub(super) fn most_covered(kind: MarkKind) -> Layer {
    match kind {
        MarkKind::Undo | MarkKind::Correction | MarkKind::Progress | MarkKind::TakenBack => {
            Layer::Fill
        }
        _ => Layer::Short,
    }
}
