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

/// A paragraph of runs.
pub(super) fn paragraph(layout: Layout, runs: &[(&str, Face)]) -> String {
    let mut xml = String::from("<w:p><w:pPr>");
    if layout.keeps_next {
        xml.push_str("<w:keepNext/><w:keepLines/>");
    }
    let mut side = layout.left;
    let mut right = 0;
    if let Some(beside) = layout.rule {
        (side, right) = (beside, beside);
        xml.push_str("<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>");
    }
    let _ = write!(
        xml,
        "<w:spacing w:before=\"60\" w:after=\"60\"/>\
         <w:ind w:left=\"{side}\" w:right=\"{right}\" w:firstLine=\"{}\"/><w:jc w:val=\"{}\"/></w:pPr>",
        layout.first_line, layout.align
    );
    for (text, face) in runs {
        xml.push_str(&run(text, *face, layout.size));
    }
    xml.push_str("</w:p>\n");
    xml
}

/// A run of letters of one face; line feeds in it break the line.
fn run(text: &str, face: Face, size: u32) -> String {
    let face = match face {
        Face::Plain => "",
        Face::Bold => "<w:b/>",
        Face::Italic => "<w:i/>",
    };
    let mut xml =
        format!("<w:r><w:rPr>{face}<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr>");
    for (place, line) in safe::lines(text).split('\n').enumerate() {
        if place > 0 {
            xml.push_str("<w:br/>");
        }
        let _ = write!(xml, "<w:t xml:space=\"preserve\">{}</w:t>", escaped(line));
    }
    xml.push_str("</w:r>");
    xml
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
