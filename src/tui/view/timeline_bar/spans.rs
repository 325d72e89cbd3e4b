//! Which turns get which cells: the shorter first, for a question left on the floor for hours must not
//! hide those called meanwhile; and those shorter than a cell share one.

use std::cmp::Reverse;
use std::ops::Range;

use crate::review::timeline::{Timeline, Turn};

/// A turn with the cells it takes.
#[derive(Clone, Debug)]
pub(super) struct WideSpan {
    pub(super) span: Turn,
    pub(super) cells: Range<usize>,
}

/// The turns that lie in one cell whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct ShortSpans {
    pub(super) count: usize,
    /// The longest of them, the last where they are equally long.
    pub(super) span: Turn,
    length: u64,
}

/// The turns as so many cells can show them.
pub(super) struct SpanLayout {
    pub(super) wide: Vec<WideSpan>,
    pub(super) short: Vec<Option<ShortSpans>>,
}

impl SpanLayout {
    pub(super) fn of(timeline: &Timeline, of: u16) -> Self {
        let mut short: Vec<Option<ShortSpans>> = vec![None; usize::from(of)];
        let mut wide = Vec::new();
        for span in timeline.turns() {
            let first = usize::from(timeline.cell_of(span.from, of));
            let last = usize::from(timeline.cell_of(span.to, of));
            let length = length(timeline, span);
            if first < last {
                wide.push((length, WideSpan { span, cells: first..last + 1 }));
            } else if let Some(cell) = short.get_mut(first) {
                let fresh = ShortSpans { count: 1, span, length };
                *cell = Some(cell.map_or(fresh, |held| held.joined(fresh)));
            }
        }
        wide.sort_by_key(|(length, wide)| (*length, Reverse(wide.span.to)));
        let wide = shared_out(wide.into_iter().map(|(_, wide)| wide), of);
        Self { wide, short }
    }
}

impl ShortSpans {
    fn joined(self, later: Self) -> Self {
        let longer = if later.length < self.length { self } else { later };
        Self { count: self.count + later.count, ..longer }
    }
}

fn length(timeline: &Timeline, span: Turn) -> u64 {
    let axis = timeline.axis();
    axis.position(span.to).saturating_sub(axis.position(span.from))
}

/// Each turn keeps the longest run of its cells that no earlier one has taken.
fn shared_out(wide: impl Iterator<Item = WideSpan>, of: u16) -> Vec<WideSpan> {
    let mut taken = vec![false; usize::from(of)];
    let mut kept = Vec::new();
    for WideSpan { span, cells } in wide {
        let Some(run) = longest_run(&taken, cells) else { continue };
        for cell in taken.iter_mut().take(run.end).skip(run.start) {
            *cell = true;
        }
        kept.push(WideSpan { span, cells: run });
    }
    kept
}

fn longest_run(taken: &[bool], cells: Range<usize>) -> Option<Range<usize>> {
    let mut best = 0..0;
    let mut start = cells.start;
    for cell in cells {
        if taken.get(cell).copied().unwrap_or(true) {
            start = cell + 1;
        } else if cell + 1 - start > best.len() {
            best = start..cell + 1;
        }
    }
    (!best.is_empty()).then_some(best)
}
