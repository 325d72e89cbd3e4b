//! JSON: the blocks, one a line; the rows of a table are objects with its columns' names.

use std::io::{self, Write};

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::last_line;
use crate::paper::document::{
    Block, Cell, Column, Detail, Document, Entry, Marker, Signatures, Signer,
};
use crate::text::checksum::ChecksumWriter;
use crate::text::json::{Displayed, line};

pub(super) fn write(document: Document, out: &mut ChecksumWriter) -> io::Result<()> {
    let (lang, kind, id) = (document.lang, document.kind, document.id);
    let (kind_name, title) = (line(&kind.name()), line(&document.title));
    let (code, session) = (line(&lang.code()), line(&id));
    writeln!(
        out,
        "{{\"document\":{kind_name},\"lang\":{code},\"session\":{session},\"title\":{title},\"blocks\":["
    )?;
    let mut columns = Vec::new();
    let mut between = Between::default();
    for block in document.blocks {
        match block {
            Block::TableStart(table) => {
                let (name, title) = (line(&table.name), line(&table.title));
                let table_line =
                    format!("{{\"block\":\"table\",\"name\":{name},\"title\":{title},\"rows\":[");
                between.put(out, &table_line)?;
                columns = table.columns;
                between = Between::Nothing;
            }
            Block::Row(cells) => between.put(out, &line(&JsonRow(&columns, &cells)))?,
            Block::TableEnd => {
                out.write_all(b"]}\n")?;
                between = Between::Comma;
            }
            block => between.put(out, &line(&JsonBlock(&block)))?,
        }
    }
    writeln!(out, "],")?;
    let last = last_line(lang, kind.title(lang), id, out);
    writeln!(out, "\"written_by\":{}}}", line(&last))
}

/// What stands before the next member of a list.
#[derive(Clone, Copy, Debug, Default)]
enum Between {
    #[default]
    Nothing,
    Comma,
}

impl Between {
    fn put(&mut self, out: &mut ChecksumWriter, member: &str) -> io::Result<()> {
        match self {
            Self::Nothing => writeln!(out, "{member}")?,
            Self::Comma => writeln!(out, ",{member}")?,
        }
        *self = Self::Comma;
        Ok(())
    }
}

struct JsonBlock<'a>(&'a Block);

impl Serialize for JsonBlock<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let name = match self.0 {
            Block::Letterhead(_) => "letterhead",
            Block::Title(_) => "title",
            Block::Subject(_) => "subject",
            Block::Mark(_) => "mark",
            Block::Notice(_) => "notice",
            Block::Heading(_) => "heading",
            Block::Subheading(_) => "subheading",
            Block::Paragraph(_) => "paragraph",
            Block::Day(_) => "day",
            Block::Field(_) => "field",
            Block::Entry(_) => "entry",
            Block::TableStart(_) | Block::Row(_) | Block::TableEnd => "table",
            Block::Fingerprint { .. } => "fingerprint",
            Block::Signatures(_) => "signatures",
        };
        map.serialize_entry("block", name)?;
        match self.0 {
            Block::Title(text)
            | Block::Mark(text)
            | Block::Notice(text)
            | Block::Heading(text)
            | Block::Subheading(text)
            | Block::Paragraph(text)
            | Block::Day(text) => map.serialize_entry("text", text)?,
            Block::Letterhead(head) => {
                for (side, lines) in [("left", &head.left), ("right", &head.right)] {
                    let lines: Vec<&str> = lines.iter().map(|line| &*line.text).collect();
                    map.serialize_entry(side, &lines)?;
                }
            }
            Block::Subject(lines) => map.serialize_entry("lines", lines)?,
            Block::Field(field) => {
                map.serialize_entry("label", &field.label)?;
                map.serialize_entry("text", &field.text)?;
            }
            Block::Entry(entry) => entry_in(&mut map, entry)?,
            Block::TableStart(_) | Block::Row(_) | Block::TableEnd => {}
            Block::Fingerprint { code, meaning } => {
                map.serialize_entry("fingerprint", code)?;
                map.serialize_entry("text", meaning)?;
            }
            Block::Signatures(Signatures { ending, left, right, recipients }) => {
                map.serialize_entry("text", ending)?;
                map.serialize_entry("left", &left.as_ref().map(JsonSigner))?;
                map.serialize_entry("right", &JsonSigner(right))?;
                map.serialize_entry("recipients", recipients)?;
            }
        }
        map.end()
    }
}

fn entry_in<M: SerializeMap>(map: &mut M, entry: &Entry) -> Result<(), M::Error> {
    match &entry.marker {
        Marker::Time(time) => map.serialize_entry("time", time)?,
        Marker::Number(number) => map.serialize_entry("number", number)?,
        Marker::Label { label, .. } => map.serialize_entry("label", label)?,
        Marker::Untimed | Marker::Dash => {}
    }
    map.serialize_entry("text", &entry.text)?;
    if !entry.details.is_empty() {
        let details: Vec<JsonDetail> = entry.details.iter().map(JsonDetail).collect();
        map.serialize_entry("details", &details)?;
    }
    Ok(())
}

struct JsonDetail<'a>(&'a Detail);

impl Serialize for JsonDetail<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self.0 {
            Detail::Said(text) => map.serialize_entry("said", text)?,
            Detail::Labelled { label, text, .. } => {
                map.serialize_entry("label", label)?;
                map.serialize_entry("text", text)?;
            }
            Detail::Outcome(text) => map.serialize_entry("outcome", text)?,
        }
        map.end()
    }
}

struct JsonSigner<'a>(&'a Signer);

impl Serialize for JsonSigner<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("role", &self.0.role)?;
        map.serialize_entry("name", &self.0.name)?;
        map.end()
    }
}

struct JsonRow<'a>(&'a [Column], &'a [Cell]);

impl Serialize for JsonRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.1.len()))?;
        for (column, cell) in self.0.iter().zip(self.1) {
            match cell {
                Cell::Empty => map.serialize_entry(column.name, &None::<&str>)?,
                Cell::Text(text) => map.serialize_entry(column.name, text)?,
                Cell::Number(number) => map.serialize_entry(column.name, number)?,
                Cell::Date(date) => map.serialize_entry(column.name, &Displayed(*date))?,
            }
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use crate::paper::kind::Format;
    use crate::paper::render::example;

    #[test]
    fn a_document_of_every_kind_of_block_is_this_json() {
        let json = example::rendered(Format::Json);
        assert_eq!(json, include_str!("example.json"));
        let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(value["blocks"].as_array().map(Vec::len), Some(example::BLOCKS));
    }
}
