//! Paragraphs and runs as XML, in which recorded text is text.

use std::borrow::Cow;
use std::fmt::Write;

use crate::paper::document::Face;
use crate::text::safe;

/// How a paragraph stands.
#[derive(Clone, Copy)]
pub(super) struct Layout {
    pub(super) align: &'static str,
    /// Twips from the left edge, and of the first line.
    pub(super) left: u32,
    pub(super) first_line: u32,
    /// Of the letters, in half points.
    pub(super) size: u32,
    /// Whether the next paragraph stays on the same page.
    pub(super) keeps_next: bool,
    /// Twips to both sides of the rule under the text, if there is one.
    pub(super) rule: Option<u32>,
}

/// Body text: 14 points, both edges straight, the first line 1 cm in.
pub(super) const BODY: Layout =
    Layout { align: "both", left: 0, first_line: 567, size: 28, keeps_next: false, rule: None };
pub(super) const CENTRED: Layout = Layout { align: "center", first_line: 0, ..BODY };
/// What stands in a cell.
pub(super) const PLAIN: Layout = Layout { align: "left", first_line: 0, ..BODY };

/// A paragraph of runs. A line feed begins another, since a line that a break ends is stretched to both edges.
pub(super) fn paragraph(layout: Layout, runs: &[(&str, Face)]) -> String {
    let properties = properties(layout);
    let mut xml = format!("<w:p>{properties}");
    for (text, face) in runs {
        for (place, line) in safe::lines(text).split('\n').enumerate() {
            if place > 0 {
                let _ = write!(xml, "</w:p>\n<w:p>{properties}");
            }
            xml.push_str(&run(line, *face, layout.size));
        }
    }
    xml.push_str("</w:p>\n");
    xml
}

fn properties(layout: Layout) -> String {
    let Layout { align, first_line, size, .. } = layout;
    let (left, right) = layout.rule.map_or((layout.left, 0), |beside| (beside, beside));
    let keeps = if layout.keeps_next { "<w:keepNext/><w:keepLines/>" } else { "" };
    let rule = match layout.rule {
        Some(_) => {
            "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>"
        }
        None => "",
    };
    format!(
        "<w:pPr>{keeps}{rule}<w:spacing w:before=\"60\" w:after=\"60\"/>\
         <w:ind w:left=\"{left}\" w:right=\"{right}\" w:firstLine=\"{first_line}\"/><w:jc w:val=\"{align}\"/>\
         <w:rPr><w:sz w:val=\"{size}\"/></w:rPr></w:pPr>"
    )
}

/// A run of letters of one face, on one line.
fn run(line: &str, face: Face, size: u32) -> String {
    let face = match face {
        Face::Plain => "",
        Face::Bold => "<w:b/>",
        Face::Italic => "<w:i/>",
    };
    let line = escaped(line);
    format!(
        "<w:r><w:rPr>{face}<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr>\
         <w:t xml:space=\"preserve\">{line}</w:t></w:r>"
    )
}

/// Text without what XML reads as markup, and without the two characters it does not take.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'', '\u{fffe}', '\u{ffff}']) {
        return Cow::Borrowed(text);
    }
    let mut xml = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\'' => xml.push_str("&apos;"),
            '\u{fffe}' | '\u{ffff}' => xml.push('\u{fffd}'),
            _ => xml.push(letter),
        }
    }
    Cow::Owned(xml)
}
