//! The blocks of a document as its paragraphs and tables.

use std::fmt::Write;
use std::iter;

use super::xml::{BODY, CENTRED, Layout, PLAIN, paragraph};
use crate::i18n::Lang;
use crate::paper::document::{
    Block, Cell, Detail, Entry, Face, HeadLine, Letterhead, Marker, Rule, Signatures, Signer, Table,
};
use crate::paper::kind::DocumentKind;
use crate::paper::render::shown;

/// Twips: A4, and its edges of 20, 20, 30 and 20 mm.
const SHORT_EDGE: u32 = 11_906;
const LONG_EDGE: u32 = 16_838;
const EDGE: u32 = 1134;
const BINDING_EDGE: u32 = 1701;
/// Of the two columns of a head.
const HEAD: [u32; 2] = [3300, 5771];
/// To both sides of a rule of a third of the left column, and of one under the motto.
const BESIDE_A_SHORT_RULE: u32 = 1000;
const BESIDE_A_LONG_RULE: u32 = 950;
/// Lines left free for a signature.
const TO_SIGN_ON: usize = 4;
/// Half points: letters of tables, of the head, of the list of recipients.
const TABLE_SIZE: u32 = 22;
const HEAD_SIZE: u32 = 26;
const RECIPIENTS_SIZE: u32 = 22;

/// The text being written.
pub(super) struct Body {
    lang: Lang,
    is_wide: bool,
    /// Twips of the columns of the table being written.
    widths: Vec<u32>,
}

impl Body {
    pub(super) fn new(lang: Lang, kind: DocumentKind) -> Self {
        let is_wide = matches!(kind, DocumentKind::Register | DocumentKind::Agency);
        Self { lang, is_wide, widths: Vec::new() }
    }

    pub(super) fn block(&mut self, block: &Block) -> String {
        match block {
            Block::Letterhead(head) => letterhead(head),
            Block::Title(text) => paragraph(CENTRED, &[(text, Face::Bold)]),
            Block::Subject(lines) => {
                lines.iter().map(|line| paragraph(CENTRED, &[(line, Face::Bold)])).collect()
            }
            Block::Mark(text) => paragraph(CENTRED, &[(text, Face::Italic)]),
            Block::Notice(text) => paragraph(BODY, &[(text, Face::Italic)]),
            Block::Heading(text) | Block::Day(text) => {
                paragraph(Layout { keeps_next: true, ..BODY }, &[(text, Face::Bold)])
            }
            Block::Subheading(text) => {
                paragraph(Layout { keeps_next: true, ..BODY }, &[(text, Face::Italic)])
            }
            Block::Paragraph(text) => paragraph(BODY, &[(text, Face::Plain)]),
            Block::Field(field) => {
                let label = format!("{}: ", field.label);
                paragraph(BODY, &[(&label, Face::Plain), (&field.text, Face::Plain)])
            }
            Block::Entry(entry) => entry_of(entry),
            Block::TableStart(table) => self.table_head(table),
            Block::Row(cells) => self.row(cells),
            Block::TableEnd => "</w:tbl>\n<w:p/>\n".to_owned(),
            Block::Fingerprint { code, meaning } => {
                let code = paragraph(PLAIN, &[(code, Face::Plain)]);
                code + &paragraph(BODY, &[(meaning, Face::Plain)])
            }
            Block::Signatures(signatures) => signed(signatures),
        }
    }

    /// The page: its number stands on all but the first.
    pub(super) fn end(&self) -> String {
        let (width, height, turned) = match self.is_wide {
            true => (LONG_EDGE, SHORT_EDGE, " w:orient=\"landscape\""),
            false => (SHORT_EDGE, LONG_EDGE, ""),
        };
        format!(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/>\
             <w:pgSz w:w=\"{width}\" w:h=\"{height}\"{turned}/>\
             <w:pgMar w:top=\"{EDGE}\" w:right=\"{EDGE}\" w:bottom=\"{EDGE}\" w:left=\"{BINDING_EDGE}\" \
             w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/><w:titlePg/></w:sectPr></w:body></w:document>\n"
        )
    }

    fn table_head(&mut self, table: &Table) -> String {
        let page = if self.is_wide { LONG_EDGE } else { SHORT_EDGE };
        let free = page - EDGE - BINDING_EDGE;
        let shares: u32 = table.columns.iter().map(|column| u32::from(column.width)).sum();
        let width = |share: u16| u32::from(share) * free / shares.max(1);
        self.widths = table.columns.iter().map(|column| width(column.width)).collect();
        let caption = Layout { keeps_next: true, ..PLAIN };
        let mut xml = paragraph(caption, &[(&table.title, Face::Bold)]);
        xml.push_str(&table_start(&self.widths, "single"));
        xml.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (column, width) in table.columns.iter().zip(&self.widths) {
            let title = Layout { align: "center", size: TABLE_SIZE, ..PLAIN };
            xml.push_str(&cell(*width, &paragraph(title, &[(&column.title, Face::Bold)])));
        }
        xml.push_str("</w:tr>\n");
        xml
    }

    fn row(&self, cells: &[Cell]) -> String {
        let mut xml = String::from("<w:tr>");
        for (value, width) in cells.iter().zip(&self.widths) {
            let align = match value {
                Cell::Number(_) | Cell::Date(_) => "center",
                Cell::Text(_) | Cell::Empty => "left",
            };
            let layout = Layout { align, size: TABLE_SIZE, ..PLAIN };
            let text = shown(self.lang, value);
            xml.push_str(&cell(*width, &paragraph(layout, &[(&text, Face::Plain)])));
        }
        xml.push_str("</w:tr>\n");
        xml
    }
}

fn entry_of(entry: &Entry) -> String {
    let marker = match &entry.marker {
        Marker::Time(time) => format!("{time}  "),
        Marker::Number(number) => format!("{number}. "),
        Marker::Label { label, .. } => format!("{label}: "),
        Marker::Untimed | Marker::Dash => "– ".to_owned(),
    };
    let mut xml = paragraph(BODY, &[(&marker, Face::Bold), (&entry.text, Face::Plain)]);
    for detail in &entry.details {
        let under = Layout { left: BODY.first_line, first_line: 0, ..BODY };
        xml.push_str(&match detail {
            Detail::Said(text) => paragraph(under, &[(text, Face::Plain)]),
            Detail::Labelled { label, text, .. } => {
                let label = format!("{label}: ");
                paragraph(under, &[(&label, Face::Italic), (text, Face::Plain)])
            }
            Detail::Outcome(text) => paragraph(under, &[("→ ", Face::Plain), (text, Face::Plain)]),
        });
    }
    xml
}

/// A table of two columns without lines, on one page.
fn two_columns(left: &str, right: &str) -> String {
    let [left_width, right_width] = HEAD;
    let (left, right) = (cell(left_width, left), cell(right_width, right));
    format!(
        "{}<w:tr><w:trPr><w:cantSplit/></w:trPr>{left}{right}</w:tr></w:tbl>\n",
        table_start(&HEAD, "none")
    )
}

fn letterhead(head: &Letterhead) -> String {
    let side = |lines: &[HeadLine]| lines.iter().map(head_line).collect::<String>();
    format!("{}<w:p/>\n", two_columns(&side(&head.left), &side(&head.right)))
}

fn head_line(line: &HeadLine) -> String {
    let layout = Layout { size: HEAD_SIZE, ..CENTRED };
    let ruled = |beside| Layout { rule: Some(beside), size: HEAD_SIZE, ..CENTRED };
    let text = (&*line.text, line.face);
    match line.rule {
        Rule::Absent => paragraph(layout, &[text]),
        // The text is longer than its rule: the rule stands under an empty line of one point.
        Rule::Short => {
            let rule = Layout { size: 2, ..ruled(BESIDE_A_SHORT_RULE) };
            paragraph(layout, &[text]) + &paragraph(rule, &[("", Face::Plain)])
        }
        Rule::Long => paragraph(ruled(BESIDE_A_LONG_RULE), &[text]),
    }
}

fn signed(signatures: &Signatures) -> String {
    let ending = Layout { keeps_next: true, ..BODY };
    let mut xml = paragraph(ending, &[(&signatures.ending, Face::Plain)]);
    let recipients = recipients(&signatures.recipients);
    let right = signer_of(&signatures.right);
    match &signatures.left {
        Some(left) => {
            xml.push_str(&two_columns(&signer_of(left), &right));
            xml.push_str(&recipients);
        }
        None => xml.push_str(&two_columns(&recipients, &right)),
    }
    xml.push_str("<w:p/>\n");
    xml
}

fn signer_of(signer: &Signer) -> String {
    let layout = Layout { keeps_next: true, ..CENTRED };
    let free = paragraph(layout, &[("", Face::Plain)]).repeat(TO_SIGN_ON);
    paragraph(layout, &[(&signer.role, Face::Bold)])
        + &paragraph(layout, &[(&signer.how, Face::Italic)])
        + &free
        + &paragraph(CENTRED, &[(&signer.name, Face::Bold)])
}

/// On one page: each but the last stays with the next.
fn recipients(lines: &[String]) -> String {
    let faces = iter::once(Face::Bold).chain(iter::repeat(Face::Plain));
    let line = |(place, (line, face)): (usize, (&String, Face))| {
        let keeps_next = place + 1 < lines.len();
        paragraph(Layout { size: RECIPIENTS_SIZE, keeps_next, ..PLAIN }, &[(line, face)])
    };
    lines.iter().zip(faces).enumerate().map(line).collect()
}

fn table_start(widths: &[u32], line: &str) -> String {
    let all: u32 = widths.iter().sum();
    let mut xml = format!("<w:tbl><w:tblPr><w:tblW w:w=\"{all}\" w:type=\"dxa\"/><w:tblBorders>");
    for edge in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let _ =
            write!(xml, "<w:{edge} w:val=\"{line}\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
    }
    xml.push_str("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    for width in widths {
        let _ = write!(xml, "<w:gridCol w:w=\"{width}\"/>");
    }
    xml.push_str("</w:tblGrid>");
    xml
}

/// A cell; it holds at least one paragraph.
fn cell(width: u32, paragraphs: &str) -> String {
    let paragraphs = if paragraphs.is_empty() { "<w:p/>" } else { paragraphs };
    format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{paragraphs}</w:tc>")
}
