//! The lower line: who was on the floor, each turn as long as it took and begun by the sign of its outcome.

use crate::review::timeline::Timeline;

use super::TimelineBar;
use super::layer::{BarCell, CellTone, outcome_sign};
use super::spans::{ShortSpans, SpanLayout, WideSpan};

/// From so many turns in one cell on, their number is a `+`.
const MANY: usize = 10;

/// The turns on so many cells.
pub(super) struct FloorLine<'a> {
    pub(super) timeline: &'a Timeline,
    pub(super) bar: &'a TimelineBar<'a>,
    pub(super) cells: u16,
}

impl FloorLine<'_> {
    pub(super) fn laid_out(&self) -> Vec<BarCell> {
        let mut cells = self.rule();
        let SpanLayout { wide, short } = SpanLayout::of(self.timeline, self.cells);
        for wide in &wide {
            self.lay_wide(&mut cells, wide);
        }
        for (cell, short) in cells.iter_mut().zip(&short) {
            if let Some(short) = short {
                *cell = self.short(short);
            }
        }
        cells
    }

    /// Nobody on the floor anywhere yet; what a filter leaves out is only dotted.
    fn rule(&self) -> Vec<BarCell> {
        let rule = |letter, dimmed| BarCell { letter, tone: CellTone::Rule, dimmed };
        let (left_in, left_out) = (rule('─', false), rule('┈', true));
        let everywhere = if self.bar.stretches.is_none() { left_in } else { left_out };
        let mut cells = vec![everywhere; usize::from(self.cells)];
        for stretch in self.bar.stretches.unwrap_or_default() {
            let first = self.place(stretch.start);
            let last = self.place(stretch.end.saturating_sub(1));
            for cell in cells.iter_mut().take(last + 1).skip(first) {
                *cell = left_in;
            }
        }
        cells
    }

    fn lay_wide(&self, cells: &mut [BarCell], WideSpan { span, cells: taken }: &WideSpan) {
        let dimmed = !self.bar.leaves(span.from);
        let tone = CellTone::Of(span.outcome);
        let sign = BarCell { letter: outcome_sign(span.outcome), tone, dimmed };
        let fill = BarCell { letter: if dimmed { '┈' } else { '▒' }, ..sign };
        for (place, cell) in cells.iter_mut().take(taken.end).skip(taken.start).enumerate() {
            *cell = if place == 0 { sign } else { fill };
        }
    }

    /// The turns that lie in one cell whole: the sign of the only one, or how many they are.
    fn short(&self, short: &ShortSpans) -> BarCell {
        let outcome = short.span.outcome;
        let (letter, tone) = match short.count {
            1 => (outcome_sign(outcome), CellTone::Of(outcome)),
            2..MANY => (count_sign(short.count), CellTone::Many),
            _ => ('+', CellTone::Many),
        };
        BarCell { letter, tone, dimmed: !self.bar.leaves(short.span.from) }
    }

    fn place(&self, moment: usize) -> usize {
        usize::from(self.timeline.cell_of(moment, self.cells))
    }
}

fn count_sign(count: usize) -> char {
    u32::try_from(count).ok().and_then(|count| char::from_digit(count, 10)).unwrap_or('+')
}
