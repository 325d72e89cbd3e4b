//! Tests of the document: read back through an archive's and an XML's reader.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::paper::kind::Format;
use crate::paper::render::example;
use crate::text::checksum::{PaperOrigin, origin};

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    archive.by_name(name).expect("there").read_to_string(&mut text).expect("UTF-8");
    text
}

/// The words of a part, each element of text on a line.
fn words_of(xml: &str) -> String {
    let (mut reader, mut words) = (Reader::from_str(xml), String::new());
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Text(text) => words.push_str(&text.decode().expect("UTF-8")),
            Event::GeneralRef(name) => words.push(match &*name.decode().expect("UTF-8") {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                _ => '\'',
            }),
            Event::End(end) if end.name().as_ref() == b"w:t" => words.push('\n'),
            Event::Eof => return words,
            _ => {}
        }
    }
}

#[test]
fn a_document_of_every_kind_of_block_has_these_words() {
    let bytes = example::bytes(Format::Docx);
    assert_eq!(origin(&bytes), PaperOrigin::Unchanged);
    let words = words_of(&part(&bytes, "word/document.xml"));
    let mut from = 0;
    for told in [
        "Độc lập - Tự do - Hạnh phúc",
        "BẢN GHI",
        "Đối thoại <b>",
        "Lần thứ 11",
        "Bản chưa hoàn chỉnh",
        "Địa điểm: ",
        "DIỄN BIẾN",
        "08:05  ",
        "Câu 1 – Mai & An:",
        "Bao giờ?",
        "⟨U+202E⟩",
        "]]>",
        "→ ",
        "Hủy.",
        "=1+1 | \"a\"",
        "10/04/2024",
        "2:00ff",
        "Kết thúc./.",
        "THƯ KÝ",
        "Trần Bình",
        "CHỦ TỌA",
        "Nguyễn Văn An",
        "Nơi nhận:",
        "- Như trên;",
    ] {
        let found = words[from..].find(told);
        from += found.unwrap_or_else(|| panic!("{told} is not after what precedes it: {words}"));
    }
}

#[test]
fn the_page_is_that_of_the_decree() {
    let bytes = example::bytes(Format::Docx);
    let body = part(&bytes, "word/document.xml");
    for laid_out in [
        "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>",
        "w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1701\"",
        "<w:titlePg/>",
        "w:firstLine=\"567\"/><w:jc w:val=\"both\"/>",
        "<w:tblHeader/>",
        "<w:keepNext/>",
    ] {
        assert!(body.contains(laid_out), "{laid_out}");
    }
    assert!(part(&bytes, "word/header1.xml").contains(" PAGE "));
    let styles = part(&bytes, "word/styles.xml");
    assert!(styles.contains("Times New Roman") && styles.contains("<w:sz w:val=\"28\"/>"));
    for name in ["docProps/core.xml", "[Content_Types].xml", "_rels/.rels", "word/header1.xml"] {
        words_of(&part(&bytes, name));
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert!(example::bytes(Format::Docx) == example::bytes(Format::Docx));
}
