//! A page of plain text 80 cells wide: headings, hanging entries and wrapped paragraphs.
//!
//! All text passes through `text::safe` here, so that no part of a paper can forget it.

use std::mem;

use unicode_width::UnicodeWidthStr;

use crate::text::{safe, wrap};

/// Cells in a line.
pub(super) const WIDTH: usize = 80;

/// A page being written, from top to bottom.
#[derive(Default)]
pub(super) struct TextPage {
    text: String,
    above: Above,
}

/// What the next line stands under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Above {
    #[default]
    Nothing,
    Words,
    EmptyLine,
}

impl TextPage {
    /// What was written since the last time.
    pub(super) fn taken(&mut self) -> String {
        mem::take(&mut self.text)
    }

    /// An empty line, never two.
    pub(super) fn gap(&mut self) {
        if self.above == Above::Words {
            self.line(0, "");
        }
    }

    /// A text in the middle of the line, two cells from its edges at least.
    pub(super) fn centred(&mut self, text: &str) {
        for line in wrapped(&safe::lines(text), WIDTH - 4) {
            let margin = (WIDTH - line.width()) / 2;
            self.line(margin, &line);
        }
    }

    /// A section's name, with an empty line before and after it.
    pub(super) fn heading(&mut self, text: &str) {
        self.gap();
        self.paragraph(0, text);
        self.gap();
    }

    /// A text wrapped with every line at `indent`.
    pub(super) fn paragraph(&mut self, indent: usize, text: &str) {
        for line in wrapped(&safe::lines(text), WIDTH - indent) {
            self.line(indent, &line);
        }
    }

    /// A label at `indent` and a text `hang` cells to the right of it. A label that is too long stands on
    /// lines of its own.
    pub(super) fn entry(&mut self, indent: usize, label: &str, hang: usize, text: &str) {
        let label = safe::line(label);
        let lines = wrapped(&safe::lines(text), WIDTH - indent - hang);
        let mut lines = lines.iter();
        if label.width() < hang {
            let first = lines.next().map_or("", String::as_str);
            let padding = " ".repeat(hang - label.width());
            self.line(indent, &format!("{label}{padding}{first}"));
        } else {
            self.paragraph(indent, &label);
        }
        for line in lines {
            self.line(indent + hang, line);
        }
    }

    /// Two texts side by side, each in the middle of its half of the page.
    pub(super) fn columns(&mut self, left: &str, right: &str) {
        let half = WIDTH / 2;
        let [left, right] = [left, right].map(|text| wrapped(&safe::lines(text), half - 4));
        for place in 0..left.len().max(right.len()) {
            let [left, right] =
                [&left, &right].map(|lines| lines.get(place).map_or("", String::as_str));
            let margin = (half - left.width()) / 2;
            let between = half - margin - left.width() + (half - right.width()) / 2;
            let line = format!("{}{left}{}{right}", " ".repeat(margin), " ".repeat(between));
            self.line(0, &line);
        }
    }

    /// One line as it is: the caller has made untrusted text in it safe and short.
    pub(super) fn line(&mut self, indent: usize, text: &str) {
        let text = text.trim_end();
        if !text.is_empty() {
            self.text.extend(std::iter::repeat_n(' ', indent));
            self.text.push_str(text);
        }
        self.above = if text.is_empty() { Above::EmptyLine } else { Above::Words };
        self.text.push('\n');
    }
}

/// The first words of a text, on one line of at most `width` cells, with "…" where it was longer.
pub(super) fn shortened(text: &str, width: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = safe::line(&text);
    if text.width() <= width {
        return text.into_owned();
    }
    let first = wrapped(&text, width - 1).into_iter().next().unwrap_or_default();
    format!("{first}…")
}

/// Runs of blanks become one, so that what was aligned in a source does not leave holes in a paper.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let single_blanks =
        |line: &str| line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let text: Vec<String> = text.split('\n').map(single_blanks).collect();
    wrap::lines(&text.join("\n"), width).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    use super::{TextPage, WIDTH, shortened};

    #[test]
    fn an_entry_hangs_by_cells_and_not_by_characters() {
        let mut page = TextPage::default();
        page.entry(2, "Địa điểm", 12, &"Hội trường ".repeat(9));
        page.entry(2, "例", 12, "một\nhai");
        assert_eq!(
            page.taken(),
            "  Địa điểm    Hội trường Hội trường Hội trường Hội trường Hội trường Hội trường\n\
             \u{20}             Hội trường Hội trường Hội trường\n\
             \u{20} 例          một\n\
             \u{20}             hai\n"
        );
    }

    #[test]
    fn a_label_that_is_too_long_stands_on_its_own_line() {
        let mut page = TextPage::default();
        page.entry(0, "nhãn quá dài", 4, "lời");
        assert_eq!(page.taken(), "nhãn quá dài\n    lời\n");
    }

    #[test]
    fn a_shortened_text_ends_where_a_word_does() {
        assert_eq!(shortened("một hai\nba bốn năm", 12), "một hai ba…");
        assert_eq!(shortened("một hai", 12), "một hai");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_page(label in ".{0,90}", text in "(?s).{0,300}", indent in 0..20usize) {
            let mut page = TextPage::default();
            page.entry(indent, &label, 9, &text);
            page.centred(&text);
            page.columns(&label, &text);
            page.heading(&label);
            for line in page.taken().lines() {
                prop_assert!(line.width() <= WIDTH, "{line:?}");
            }
            prop_assert!(shortened(&text, 40).width() <= 40);
        }
    }
}
