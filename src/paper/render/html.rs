//! One self-contained HTML file: no script and no outside address, for screens light and dark, and for A4.

use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{last_line, shown};
use crate::i18n::Lang;
use crate::paper::document::{
    Block, Cell, Detail, Document, Entry, Face, Field, HeadLine, Marker, Rule, Signatures, Signer,
    Table,
};
use crate::text::checksum::ChecksumWriter;
use crate::text::safe;

const STYLE: &str = include_str!("page.css");
/// Nothing is loaded and nothing runs, whatever a reader's browser makes of the file.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

pub(super) fn write(document: Document, out: &mut ChecksumWriter) -> io::Result<()> {
    let (lang, kind, id) = (document.lang, document.kind, document.id);
    let head = html! {
        meta charset="utf-8";
        meta http-equiv="Content-Security-Policy" content=(POLICY);
        meta name="viewport" content="width=device-width, initial-scale=1";
        title { (safe::line(&document.title)) }
        style { (PreEscaped(STYLE)) }
    };
    let opening = html! { (DOCTYPE) (PreEscaped(format!("<html lang=\"{}\">", lang.code()))) };
    writeln!(out, "{}\n<head>{}</head>", opening.into_string(), head.into_string())?;
    writeln!(out, "<body><main class=\"{}\">", kind.name())?;
    for block in document.blocks {
        out.write_all(marked_up(lang, &block).into_string().as_bytes())?;
        out.write_all(b"\n")?;
    }
    writeln!(out, "</main></body>\n</html>")?;
    let last = last_line(lang, kind.title(lang), id, out);
    writeln!(out, "<!-- {last} -->")
}

fn marked_up(lang: Lang, block: &Block) -> Markup {
    match block {
        Block::Letterhead(head) => html! {
            header.letterhead {
                @for lines in [&head.left, &head.right] {
                    div { @for it in lines { p class=(class_of(it)) { (line(&it.text)) } } }
                }
            }
        },
        Block::Title(text) => html! { h1 { (line(text)) } },
        Block::Subject(lines) => html! { p.subject { @for it in lines { span { (line(it)) } } } },
        Block::Mark(text) => html! { p.mark { (line(text)) } },
        Block::Notice(text) => html! { p.notice { (lines_of(text)) } },
        Block::Heading(text) => html! { h2 { (line(text)) } },
        Block::Subheading(text) => html! { h3 { (line(text)) } },
        Block::Paragraph(text) => html! { p { (lines_of(text)) } },
        Block::Day(text) => html! { p.day { (line(text)) } },
        Block::Field(Field { label, text, .. }) => html! {
            div.field { b { (line(label)) } span { (lines_of(text)) } }
        },
        Block::Entry(entry) => marked_up_entry(entry),
        Block::TableStart(table) => table_head(table),
        Block::Row(cells) => row(lang, cells),
        Block::TableEnd => PreEscaped("</tbody></table>".to_owned()),
        Block::Fingerprint { code, meaning } => html! {
            p.fingerprint { code { (line(code)) } }
            p { (line(meaning)) }
        },
        Block::Signatures(signatures) => signed(signatures),
    }
}

fn marked_up_entry(entry: &Entry) -> Markup {
    let marker = match &entry.marker {
        Marker::Time(time) => time.clone(),
        Marker::Untimed | Marker::Dash => "–".to_owned(),
        Marker::Number(number) => format!("{number}."),
        Marker::Label { label, .. } => label.clone(),
    };
    let class =
        if matches!(entry.marker, Marker::Label { .. }) { "entry labelled" } else { "entry" };
    html! {
        div class=(class) {
            b { (line(&marker)) }
            div {
                p { (lines_of(&entry.text)) }
                @for detail in &entry.details { (marked_up_detail(detail)) }
            }
        }
    }
}

fn marked_up_detail(detail: &Detail) -> Markup {
    match detail {
        Detail::Said(text) => html! { blockquote { (lines_of(text)) } },
        Detail::Labelled { label, text, .. } => html! {
            div.field { b { (line(label)) } span { (lines_of(text)) } }
        },
        Detail::Outcome(text) => html! { p.outcome { "→ " (lines_of(text)) } },
    }
}

/// Opens the table; its rows and its end follow.
fn table_head(table: &Table) -> Markup {
    let head = html! {
        caption { (line(&table.title)) }
        colgroup { @for column in &table.columns { col style=(format!("width:{}%", share(table, column.width))); } }
        thead { tr { @for column in &table.columns { th scope="col" { (line(&column.title)) } } } }
    };
    PreEscaped(format!("<table>{}<tbody>", head.into_string()))
}

/// A column's share of the width, in whole percent.
fn share(table: &Table, width: u16) -> u32 {
    let all: u32 = table.columns.iter().map(|column| u32::from(column.width)).sum();
    u32::from(width) * 100 / all.max(1)
}

fn row(lang: Lang, cells: &[Cell]) -> Markup {
    html! {
        tr {
            @for cell in cells {
                @match cell {
                    Cell::Number(_) | Cell::Date(_) => td.number { (shown(lang, cell)) },
                    Cell::Text(text) => td { (lines_of(text)) },
                    Cell::Empty => td {},
                }
            }
        }
    }
}

fn class_of(line: &HeadLine) -> String {
    let face = match line.face {
        Face::Plain => "plain",
        Face::Bold => "bold",
        Face::Italic => "italic",
    };
    let rule = match line.rule {
        Rule::Absent => "",
        Rule::Short => " short-rule",
        Rule::Long => " long-rule",
    };
    format!("{face}{rule}")
}

fn signed(signatures: &Signatures) -> Markup {
    html! {
        section.end {
            @if !signatures.ending.is_empty() { p { (line(&signatures.ending)) } }
            div.signatures {
                @match &signatures.left {
                    Some(signer) => (signer_of(signer)),
                    None => (recipients(signatures)),
                }
                (signer_of(&signatures.right))
            }
            @if signatures.left.is_some() { (recipients(signatures)) }
        }
    }
}

fn signer_of(signer: &Signer) -> Markup {
    html! {
        div {
            b { (lines_of(&signer.role)) }
            i { (line(&signer.how)) }
            b.name { (line(&signer.name)) }
        }
    }
}

fn recipients(signatures: &Signatures) -> Markup {
    html! {
        @if !signatures.recipients.is_empty() {
            div.recipients { @for it in &signatures.recipients { span { (line(it)) } } }
        }
    }
}

fn line(text: &str) -> String {
    safe::line(text).into_owned()
}

/// The style keeps line feeds.
fn lines_of(text: &str) -> String {
    safe::lines(text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::STYLE;
    use crate::paper::kind::Format;
    use crate::paper::render::example;

    #[test]
    fn a_document_of_every_kind_of_block_is_marked_up_like_this() {
        let html = example::rendered(Format::Html).replace(STYLE, "");
        assert_eq!(html, include_str!("example.html"));
    }

    #[test]
    fn the_file_runs_nothing_and_loads_nothing() {
        let html = example::rendered(Format::Html);
        for forbidden in ["<script", "http://", "https://", "@import", "url(", "<img", "<link"] {
            assert!(!html.contains(forbidden), "{forbidden}");
        }
    }
}
