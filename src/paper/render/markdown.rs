//! Markdown, in which recorded text is text and never markup.

use std::io::{self, Write};
use std::iter;

use super::{last_line, shown};
use crate::i18n::Lang;
use crate::paper::document::{
    Block, Cell, Detail, Document, Entry, HeadLine, Letterhead, Marker, Signatures, Signer, Table,
};
use crate::text::checksum::ChecksumWriter;
use crate::text::safe;

/// Lines left free for a signature.
const TO_SIGN_ON: usize = 2;

pub(super) fn write(document: Document, out: &mut ChecksumWriter) -> io::Result<()> {
    let (lang, kind, id) = (document.lang, document.kind, document.id);
    for block in document.blocks {
        out.write_all(marked_up(lang, &block).as_bytes())?;
    }
    let last = last_line(lang, kind.title(lang), id, out);
    writeln!(out, "<!-- {last} -->")
}

fn marked_up(lang: Lang, block: &Block) -> String {
    match block {
        Block::Letterhead(head) => letterhead(head),
        Block::Title(text) => format!("# {}\n\n", on_one_line(text)),
        Block::Subject(lines) => lines.iter().map(|line| bold(line)).collect(),
        Block::Mark(text) => format!("*{}*\n\n", on_one_line(text)),
        Block::Notice(text) => quoted(text),
        Block::Heading(text) => format!("## {}\n\n", on_one_line(text)),
        Block::Subheading(text) => format!("### {}\n\n", on_one_line(text)),
        Block::Paragraph(text) => format!("{}\n\n", on_lines(text)),
        Block::Day(text) => bold(text),
        Block::Field(field) => labelled(&field.label, &field.text),
        Block::Entry(entry) => marked_up_entry(entry),
        Block::TableStart(table) => table_head(table),
        Block::Row(cells) => row(lang, cells),
        Block::TableEnd => "\n".to_owned(),
        Block::Fingerprint { code, meaning } => {
            format!("`{}`\n\n{}\n\n", code.replace('`', ""), on_lines(meaning))
        }
        Block::Signatures(signatures) => signed(signatures),
    }
}

fn marked_up_entry(entry: &Entry) -> String {
    let text = on_lines(&entry.text);
    let marked = match &entry.marker {
        Marker::Time(time) => format!("**{}** {text}\n\n", on_one_line(time)),
        Marker::Untimed | Marker::Dash => format!("– {text}\n\n"),
        Marker::Number(number) => format!("**{number}.** {text}\n\n"),
        Marker::Label { label, .. } => format!("**{}** {text}\n\n", on_one_line(label)),
    };
    let details = entry.details.iter().map(|detail| match detail {
        Detail::Said(text) => quoted(text),
        Detail::Labelled { label, text, .. } => format!("> {}", labelled(label, text)),
        Detail::Outcome(text) => format!("→ {}\n\n", on_lines(text)),
    });
    iter::once(marked).chain(details).collect()
}

fn table_head(table: &Table) -> String {
    let titles: Vec<String> = table.columns.iter().map(|it| on_one_line(&it.title)).collect();
    let rule = "| --- ".repeat(titles.len());
    format!("{}| {} |\n{rule}|\n", bold(&table.title), titles.join(" | "))
}

fn row(lang: Lang, cells: &[Cell]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| on_one_line(&shown(lang, cell))).collect();
    format!("| {} |\n", cells.join(" | "))
}

fn letterhead(head: &Letterhead) -> String {
    let cell = |lines: &[HeadLine]| {
        let lines = lines.iter().filter(|line| !line.text.is_empty());
        let lines: Vec<String> = lines.map(|line| on_one_line(&line.text)).collect();
        lines.join(" · ")
    };
    format!("| {} | {} |\n| :---: | :---: |\n\n", cell(&head.left), cell(&head.right))
}

fn signed(signatures: &Signatures) -> String {
    let cells = |of: fn(&Signer) -> &str| {
        let left = signatures.left.as_ref().map_or("", of);
        let [left, right] = [left, of(&signatures.right)].map(on_one_line);
        format!("| {left} | {right} |\n")
    };
    let ending = on_lines(&signatures.ending);
    let (roles, how) = (cells(|it| &it.role), cells(|it| &it.how));
    let (free, names) = ("| | |\n".repeat(TO_SIGN_ON), cells(|it| &it.name));
    let recipients: Vec<String> =
        signatures.recipients.iter().map(|line| on_one_line(line)).collect();
    let recipients = match recipients.as_slice() {
        [] => String::new(),
        lines => format!("{}\n\n", lines.join("\\\n")),
    };
    format!("{ending}\n\n{roles}| :---: | :---: |\n{how}{free}{names}\n{recipients}")
}

fn bold(text: &str) -> String {
    format!("**{}**\n\n", on_one_line(text))
}

fn labelled(label: &str, text: &str) -> String {
    format!("**{}:** {}\n\n", on_one_line(label), on_one_line(text))
}

fn quoted(text: &str) -> String {
    let text = on_lines(text);
    let lines = text.split('\n').map(|line| format!("> {line}").trim_end().to_owned());
    format!("{}\n\n", lines.collect::<Vec<_>>().join("\n"))
}

/// Text on one line; a line end in it becomes a blank.
fn on_one_line(text: &str) -> String {
    escaped(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Text that keeps its lines: a line end becomes a hard break.
fn on_lines(text: &str) -> String {
    let lines = text.lines().map(str::trim).map(escaped);
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\\\n")
}

/// A line in which nothing is markup, wherever it stands.
fn escaped(line: &str) -> String {
    let line = safe::line(line);
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let mut text = String::with_capacity(line.len() + 8);
    for (place, letter) in line.chars().enumerate() {
        let begins = place == 0 && matches!(letter, '-' | '+' | '=' | '#' | ':');
        let numbers = place == digits && digits > 0 && matches!(letter, '.' | ')');
        let anywhere = matches!(
            letter,
            '\\' | '`'
                | '*'
                | '_'
                | '['
                | ']'
                | '<'
                | '>'
                | '|'
                | '~'
                | '&'
                | '@'
                | '$'
                | '!'
                | '^'
        );
        if begins || numbers || anywhere {
            text.push('\\');
        }
        text.push(letter);
    }
    // What some readers make links of without being asked.
    text.replace("://", "\\://").replace("www.", "www\\.")
}

#[cfg(test)]
mod tests {
    use super::{escaped, on_lines};
    use crate::paper::kind::Format;
    use crate::paper::render::example;

    #[test]
    fn a_document_of_every_kind_of_block_is_marked_up_like_this() {
        assert_eq!(example::rendered(Format::Markdown), include_str!("example.md"));
    }

    #[test]
    fn recorded_text_is_never_markup() {
        for (text, kept) in [
            ("# đề mục", "\\# đề mục"),
            ("- gạch", "\\- gạch"),
            ("12. số", "12\\. số"),
            ("[x](javascript:y)", "\\[x\\](javascript:y)"),
            ("<script>&amp;", "\\<script\\>\\&amp;"),
            ("![a](b)", "\\!\\[a\\](b)"),
            ("https://x.vn www.x.vn a@x.vn", "https\\://x.vn www\\.x.vn a\\@x.vn"),
        ] {
            assert_eq!(escaped(text), kept);
        }
        assert_eq!(on_lines("một\n    hai\n\n> ba"), "một\\\nhai\\\n\\> ba");
    }
}
