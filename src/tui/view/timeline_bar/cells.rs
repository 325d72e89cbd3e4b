//! The cells of the bar, laid out before they are drawn.

use std::ops::Range;

use ratatui::style::Style;

use crate::i18n::Lang;
use crate::review::filter::holds;
use crate::review::timeline::{MarkKind, Timeline, Turn};
use crate::tui::view::theme::Palette;

use super::TimelineBar;
use super::layer::{CellTone, Layer, crowd_sign, mark_sign, most_covered, outcome_sign};
use super::spans::{ShortSpans, SpanLayout, WideSpan, lettered};

#[derive(Clone, Copy, Debug)]
struct BarCell {
    letter: char,
    layer: Layer,
    tone: CellTone,
    /// Outside the filter.
    dimmed: bool,
}

/// One row of cells.
pub(super) struct BarCells<'a> {
    timeline: &'a Timeline,
    stretches: Option<&'a [Range<usize>]>,
    of: u16,
    cells: Vec<BarCell>,
}

impl<'a> BarCells<'a> {
    pub(super) fn of(timeline: &'a Timeline, bar: &TimelineBar<'a>, of: u16, lang: Lang) -> Self {
        let mut cells = Self { timeline, stretches: bar.stretches, of, cells: Vec::new() };
        cells.rule();
        let SpanLayout { wide, short } = SpanLayout::of(timeline, of);
        for wide in &wide {
            cells.lay_wide(wide);
        }
        for (place, short) in short.iter().enumerate() {
            if let Some(short) = short {
                cells.lay_short(place, short);
            }
        }
        cells.lay_marks(lang);
        for (place, short) in short.iter().enumerate() {
            if let Some(short) = short.filter(|short| short.count == 1) {
                cells.name_short(place, short.span);
            }
        }
        for (letter, moment) in [('A', bar.a), ('B', bar.b)] {
            let Some(moment) = moment else { continue };
            let cell =
                BarCell { letter, layer: Layer::Mark, tone: CellTone::Comparison, dimmed: false };
            cells.put(cells.place(moment), Layer::Mark, cell);
        }
        cells
    }

    pub(super) fn cell(&self, place: usize, palette: &Palette) -> (char, Style) {
        self.cells.get(place).map_or((' ', palette.border), |cell| match cell.dimmed {
            true => (cell.letter, palette.border),
            false => (cell.letter, cell.tone.style(palette)),
        })
    }

    fn place(&self, moment: usize) -> usize {
        usize::from(self.timeline.cell_of(moment, self.of))
    }

    /// Nobody on the floor anywhere yet; what a filter leaves out is only dotted.
    fn rule(&mut self) {
        let rule =
            |letter, dimmed| BarCell { letter, layer: Layer::Rule, tone: CellTone::Rule, dimmed };
        let (left_in, left_out) = (rule('─', false), rule('┈', true));
        let everywhere = if self.stretches.is_none() { left_in } else { left_out };
        self.cells = vec![everywhere; usize::from(self.of)];
        for stretch in self.stretches.unwrap_or_default() {
            let first = self.place(stretch.start);
            let last = self.place(stretch.end.saturating_sub(1));
            for cell in self.cells.iter_mut().take(last + 1).skip(first) {
                *cell = left_in;
            }
        }
    }

    fn lay_wide(&mut self, WideSpan { span, cells }: &WideSpan) {
        let dimmed = !self.is_inside(span.from);
        let letters = lettered(*span, outcome_sign(span.outcome), cells.len());
        for (place, (letter, layer)) in cells.clone().zip(letters) {
            let letter = if dimmed && layer == Layer::Fill { '┈' } else { letter };
            let cell = BarCell { letter, layer, tone: CellTone::Of(span.outcome), dimmed };
            self.put(place, Layer::Rule, cell);
        }
    }

    fn lay_short(&mut self, place: usize, short: &ShortSpans) {
        let outcome = short.span.outcome;
        let (letter, tone) = match short.count {
            1 => (outcome_sign(outcome), CellTone::Of(outcome)),
            several => (crowd_sign(several), CellTone::Many),
        };
        let dimmed = !self.is_inside(short.span.from);
        self.put(place, Layer::Edge, BarCell { letter, layer: Layer::Short, tone, dimmed });
    }

    fn lay_marks(&mut self, lang: Lang) {
        let mut weightiest: Vec<Option<(MarkKind, usize)>> = vec![None; self.cells.len()];
        for mark in self.timeline.marks() {
            let place = self.place(mark.at);
            // The time passed before the event, so the break is drawn one cell earlier.
            let place = place.saturating_sub(usize::from(mark.kind == MarkKind::Break));
            if let Some(held) = weightiest.get_mut(place)
                && held.is_none_or(|(kind, _)| mark.kind < kind)
            {
                *held = Some((mark.kind, mark.at));
            }
        }
        for (place, held) in weightiest.into_iter().enumerate() {
            let Some((kind, at)) = held else { continue };
            let letter = mark_sign(kind, lang);
            let dimmed = !self.is_inside(at);
            let cell = BarCell { letter, layer: Layer::Mark, tone: CellTone::Mark, dimmed };
            self.put(place, most_covered(kind), cell);
        }
    }

    /// Writes the number of a short turn before its sign, where the line is free.
    fn name_short(&mut self, place: usize, span: Turn) {
        let number = span.question.to_string();
        let Some(start) = place.checked_sub(number.len()) else { return };
        let sign = self.cells.get(place).filter(|cell| cell.layer == Layer::Short).copied();
        let (Some(sign), Some(before)) = (sign, self.cells.get(start.saturating_sub(1)..place))
        else {
            return;
        };
        if before.iter().all(|cell| cell.layer == Layer::Rule) {
            for (place, letter) in (start..place).zip(number.chars()) {
                self.put(place, Layer::Rule, BarCell { letter, layer: Layer::Label, ..sign });
            }
        }
    }

    /// Replaces a cell that shows nothing more important than `covered`.
    fn put(&mut self, place: usize, covered: Layer, over: BarCell) {
        if let Some(cell) = self.cells.get_mut(place).filter(|cell| cell.layer <= covered) {
            *cell = over;
        }
    }

    fn is_inside(&self, moment: usize) -> bool {
        self.stretches.is_none_or(|stretches| holds(stretches, moment))
    }
}
