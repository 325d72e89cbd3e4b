//! Workbooks as they come, and those that only look like one.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{UNPACKED, read};
use crate::import::source_fault::SourceFault;
use crate::import::table::ImportCell;

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const WORKBOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Bìa" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Câu hỏi" sheetId="2" r:id="rId2"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const MAIN: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const STYLES: &str = r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>"#;

fn sheet(rows: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    )
}

fn workbook(hidden: &str, shown: &str) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", MAIN),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", &sheet(hidden)),
        ("xl/worksheets/sheet2.xml", &sheet(shown)),
    ] {
        archive.start_file(name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(text.as_bytes()).expect("its bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

fn said(text: &str, place: &str) -> String {
    format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

#[test]
fn the_first_sheet_that_is_shown_is_read_with_its_row_numbers_and_dates() {
    let cells = [said("Nội dung", "A1"), said("Bao giờ?_x000D_\nMai", "B3")];
    let rows = format!(
        r#"<row r="1">{}</row><row r="3">{}<c r="C3" s="1"><v>46086.604166666664</v></c><c r="D3"><v>5</v></c></row>"#,
        cells[0], cells[1]
    );
    let bytes = workbook(&format!(r#"<row r="1">{}</row>"#, said("ẩn", "A1")), &rows);
    let mut told = 0;
    let table = read(&bytes, None, |rows, _| told = rows).expect("a table");
    assert_eq!(table.sheet.as_deref(), Some("Câu hỏi"));
    let numbers: Vec<usize> = table.rows.iter().map(|row| row.number).collect();
    assert_eq!((numbers, told), (vec![1, 3], 2));
    assert_eq!(table.rows[1].text(1), "Bao giờ?\nMai");
    assert!(
        matches!(&table.rows[1].cells[2], ImportCell::Moment(at) if at.to_string() == "2026-03-05 14:30:00")
    );
    assert_eq!(table.rows[1].text(3), "5");
}

#[test]
fn a_sheet_is_named_with_its_marks_or_without() {
    let bytes = workbook(&format!(r#"<row r="1">{}</row>"#, said("ẩn", "A1")), "");
    let table = read(&bytes, Some("bia"), |_, _| {}).expect("a table");
    assert_eq!(table.rows[0].text(0), "ẩn");
    let fault = read(&bytes, Some("khác"), |_, _| {});
    assert!(matches!(fault, Err(SourceFault::NoSuchSheet { sheets, .. }) if sheets.len() == 2));
    assert!(matches!(read(&bytes, None, |_, _| {}), Err(SourceFault::Empty)));
}

#[test]
fn a_cell_far_away_takes_no_memory_for_those_before_it() {
    let rows = format!(
        r#"<row r="1">{}</row><row r="1048576">{}</row>"#,
        said("a", "A1"),
        said("b", "XFD1048576")
    );
    assert_eq!(read(&workbook("", &rows), None, |_, _| {}).expect("a table").rows.len(), 2);
}

#[test]
fn what_unpacks_to_too_much_is_refused_by_the_size_it_declares_and_by_the_size_it_has() {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).expect("a part");
    let block = vec![b' '; 1024 * 1024];
    for _ in 0..=UNPACKED / block.len() as u64 {
        archive.write_all(&block).expect("its bytes");
    }
    let mut bytes = archive.finish().expect("an archive").into_inner();
    assert!(bytes.len() < 1024 * 1024);
    let is_refused = |bytes: &[u8]| {
        matches!(read(bytes, None, |_, _| {}), Err(SourceFault::UnpackedTooLarge { .. }))
    };
    assert!(is_refused(&bytes));
    // The central directory, and the part itself, say that it is small.
    let size = u32::try_from(UNPACKED + 1024 * 1024).expect("a size").to_le_bytes();
    let mut place = 0;
    while let Some(found) = bytes[place..].windows(4).position(|window| window == size) {
        place += found;
        bytes[place..place + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    let lied = read(&bytes, None, |_, _| {});
    assert!(
        matches!(lied, Err(SourceFault::UnpackedTooLarge { .. } | SourceFault::NotAWorkbook)),
        "{lied:?}"
    );
}

#[test]
fn what_is_no_workbook_is_refused() {
    for bytes in [&b""[..], b"PK\x03\x04", b"Noi dung,Ho ten\n"] {
        assert!(
            matches!(read(bytes, None, |_, _| {}), Err(SourceFault::NotAWorkbook)),
            "{bytes:?}"
        );
    }
    let old = read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None, |_, _| {});
    assert!(matches!(old, Err(SourceFault::OldOrLockedWorkbook)));
}

#[test]
fn a_damaged_workbook_is_refused_or_read_and_nothing_else() {
    let rows = format!(r#"<row r="1">{}</row>"#, said("Nội dung", "A1"));
    let good = workbook("", &rows);
    for place in (0..good.len()).step_by(5) {
        for flip in [0x01, 0x80] {
            let mut bytes = good.clone();
            bytes[place] ^= flip;
            let _ = read(&bytes, None, |_, _| {});
        }
        let _ = read(&good[..place], None, |_, _| {});
    }
}
