//! A word processor's document, laid out after Decree 30/2020.

mod body;
mod parts;
mod xml;

use std::io::{self, Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

use super::zipped;
use crate::paper::document::Document;
use crate::text::checksum::ChecksumWriter;
use body::Body;

pub(super) fn write(document: Document, out: &mut ChecksumWriter) -> io::Result<()> {
    let mark = (document.lang, document.kind, document.id);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts::FIXED {
        part(&mut archive, name)?.write_all(text.as_bytes())?;
    }
    let properties = parts::properties(&document.title, document.as_of);
    part(&mut archive, "docProps/core.xml")?.write_all(properties.as_bytes())?;
    part(&mut archive, "word/styles.xml")?.write_all(parts::styles(document.lang).as_bytes())?;
    let text = part(&mut archive, "word/document.xml")?;
    text.write_all(parts::BEFORE_THE_BODY.as_bytes())?;
    let mut body = Body::new(document.lang, document.kind);
    for block in document.blocks {
        text.write_all(body.block(&block).as_bytes())?;
    }
    text.write_all(body.end().as_bytes())?;
    let archive = archive.finish().map_err(io::Error::other)?;
    zipped::write(&archive.into_inner(), mark, out)
}

/// Begins a part. It carries no time, so that the same document gives the same bytes.
fn part<'a>(
    archive: &'a mut ZipWriter<Cursor<Vec<u8>>>,
    name: &str,
) -> io::Result<&'a mut ZipWriter<Cursor<Vec<u8>>>> {
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    archive.start_file(name, options).map_err(io::Error::other)?;
    Ok(archive)
}

#[cfg(test)]
mod tests;
