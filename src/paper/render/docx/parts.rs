//! The parts of the archive besides its text: types, relations, styles, the page number, properties.

use super::xml::escaped;
use crate::i18n::Lang;
use crate::session::time::Timestamp;
use crate::text::safe;

/// Those that are the same in every document, types first.
pub(super) const FIXED: [(&str, &str); 4] = [
    ("[Content_Types].xml", include_str!("types.xml")),
    ("_rels/.rels", include_str!("relations.xml")),
    ("word/_rels/document.xml.rels", include_str!("document_relations.xml")),
    ("word/header1.xml", include_str!("page_number.xml")),
];

pub(super) const BEFORE_THE_BODY: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>\n";

/// Times New Roman 14 in the document's language.
pub(super) fn styles(lang: Lang) -> String {
    let code = match lang {
        Lang::Vi => "vi-VN",
        Lang::En => "en-GB",
    };
    include_str!("styles.xml").replace("LANGUAGE", code)
}

/// The title, and the time of the last event.
pub(super) fn properties(title: &str, as_of: Option<Timestamp>) -> String {
    let created = as_of.map(|at| {
        let at = at.moment().to_utc().format("%Y-%m-%dT%H:%M:%SZ");
        format!("<dcterms:created xsi:type=\"dcterms:W3CDTF\">{at}</dcterms:created>")
    });
    let title = safe::line(title);
    include_str!("properties.xml")
        .replace("TITLE", &escaped(&title))
        .replace("CREATED", &created.unwrap_or_default())
}
