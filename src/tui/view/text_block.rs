//! A block of text: more lines than an area may show, wrapped to its width and scrolled.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text::{safe, wrap};

use super::canvas::{Canvas, after, row, width};

/// The lines, in order.
pub(crate) struct TextBlock {
    width: u16,
    lines: Vec<BlockLine>,
}

enum BlockLine {
    Texts { indent: u16, texts: Vec<(String, Style)> },
    Rule,
}

impl TextBlock {
    pub(crate) fn new(width: u16) -> Self {
        Self { width, lines: Vec::new() }
    }

    pub(crate) fn len(&self) -> usize {
        self.lines.len()
    }

    /// A text on as many lines as it needs.
    pub(crate) fn wrapped(&mut self, indent: u16, text: &str, style: Style) {
        let cells = usize::from(self.width.saturating_sub(indent)).max(1);
        let safe = safe::lines(text);
        for line in wrap::lines(&safe, cells) {
            let texts = vec![(line.to_owned(), style)];
            self.lines.push(BlockLine::Texts { indent, texts });
        }
    }

    /// Texts on one line, cut where the line ends.
    pub(crate) fn line<const N: usize>(&mut self, indent: u16, texts: [(&str, Style); N]) {
        let texts = texts.map(|(text, style)| (text.to_owned(), style)).into();
        self.lines.push(BlockLine::Texts { indent, texts });
    }

    /// A label before a text, which hangs under itself when it wraps; a long label stands above it.
    pub(crate) fn labelled(&mut self, indent: u16, label: (&str, Style), text: (&str, Style)) {
        if width(label.0) >= usize::from(indent) {
            self.wrapped(0, label.0, label.1);
            self.wrapped(indent, text.0, text.1);
            return;
        }
        let first = self.lines.len();
        self.wrapped(indent, text.0, text.1);
        let gap = usize::from(indent).saturating_sub(width(label.0));
        if let Some(BlockLine::Texts { indent: at, texts }) = self.lines.get_mut(first) {
            *at = 0;
            texts.insert(0, (format!("{}{}", label.0, " ".repeat(gap)), label.1));
        }
    }

    pub(crate) fn gap(&mut self) {
        self.lines.push(BlockLine::Texts { indent: 0, texts: Vec::new() });
    }

    pub(crate) fn rule(&mut self) {
        self.lines.push(BlockLine::Rule);
    }

    /// How far it can be scrolled in so many rows.
    pub(crate) fn scroll_limit(&self, rows: u16) -> usize {
        self.lines.len().saturating_sub(usize::from(rows))
    }

    /// Draws what shows of it, the first `past` lines passed over.
    pub(crate) fn draw(&self, canvas: &mut Canvas, area: Rect, past: usize) {
        let visible = self.lines.iter().skip(past).take(usize::from(area.height));
        for (place, line) in visible.enumerate() {
            let place = row(area, place);
            match line {
                BlockLine::Rule => canvas.rule(place),
                BlockLine::Texts { indent, texts } => {
                    let start = after(place, *indent);
                    texts.iter().fold(start, |left, (text, style)| {
                        let used = canvas.text(left, text, *style);
                        after(left, used)
                    });
                }
            }
        }
    }
}
