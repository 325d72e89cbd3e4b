//! A small document with every kind of block, for the tests of the formats.

use super::render;
use crate::i18n::Lang;
use crate::paper::document::{
    Block, Cell, Column, Detail, Document, Entry, Face, Field, HeadLine, Letterhead, Marker, Rule,
    Signatures, Signer, Table,
};
use crate::paper::kind::{DocumentKind, Format};
use crate::session::time::Date;

/// How many blocks it has, its table counted as one.
pub(super) const BLOCKS: usize = 18;

/// The document written down.
pub(super) fn rendered(format: Format) -> String {
    String::from_utf8(bytes(format)).expect("UTF-8")
}

pub(super) fn bytes(format: Format) -> Vec<u8> {
    let mut out = Vec::new();
    render(document(), format, &mut out).expect("written");
    out
}

fn document() -> Document<'static> {
    Document {
        kind: DocumentKind::Transcript,
        lang: Lang::Vi,
        id: "9f2c0000000000000000000000000000",
        title: "Đối thoại <b>".to_owned(),
        as_of: "2024-03-22T11:30:00.000+07:00".parse().ok(),
        blocks: Box::new(blocks().into_iter()),
    }
}

fn blocks() -> Vec<Block> {
    let text = str::to_owned;
    let mut blocks = vec![
        Block::Letterhead(letterhead()),
        Block::Title(text("BẢN GHI")),
        Block::Subject(vec![text("Đối thoại <b>"), text("Lần thứ 11")]),
        Block::Mark(text("Bản chưa hoàn chỉnh")),
        Block::Notice(text("Lập lại theo bài báo.")),
        Block::Field(Field {
            label: text("Địa điểm"), text: text("Hội trường"), cells: 14
        }),
        Block::Heading(text("DIỄN BIẾN")),
        Block::Day(text("Ngày 02 tháng 4 năm 2024:")),
    ];
    blocks.extend(entries().map(Block::Entry));
    blocks.extend([Block::Subheading(text("Đã trả lời (1)")), Block::Paragraph(text("không có"))]);
    blocks.extend(table());
    blocks.extend([
        Block::Fingerprint { code: text("2:00ff"), meaning: text("Mã của 2 bước.") },
        Block::Signatures(Signatures {
            ending: text("Kết thúc./."),
            left: Some(signer("THƯ KÝ", "Trần Bình")),
            right: signer("CHỦ TỌA\nCHỦ TỊCH", "Nguyễn Văn An"),
            recipients: vec![text("Nơi nhận:"), text("- Như trên;")],
        }),
    ]);
    blocks
}

fn entries() -> impl Iterator<Item = Entry> {
    let said = |words: &str| Detail::Said(words.to_owned());
    let labelled =
        Detail::Labelled { label: "Nay là".to_owned(), text: "hai".to_owned(), cells: 12 };
    let label = Marker::Label { label: "Câu 1".to_owned(), cells: 13 };
    [
        Entry::new(Marker::Time("08:05".to_owned()), "Câu 1 – Mai & An:")
            .with([said("Bao giờ?\n# Nói thật, 1 < 2.\u{202e}"), labelled]),
        Entry::new(Marker::Untimed, "Khai mạc."),
        Entry::new(Marker::Number(1), "Giao Sở A.").with([said("]]>")]).spaced(),
        Entry::new(label, "Bao giờ?").with([Detail::Outcome("Sở A trả lời".to_owned())]),
        Entry::new(Marker::Dash, "Hủy."),
    ]
    .into_iter()
}

fn table() -> Vec<Block> {
    let column = |name, title: &str| Column { name, title: title.to_owned(), width: 10 };
    let columns = vec![column("number", "Số"), column("matter", "Nội dung"), column("due", "Hạn")];
    let date: Date = "2024-04-10".parse().expect("a date");
    let table = Table { name: "questions", title: "Câu hỏi".to_owned(), columns };
    vec![
        Block::TableStart(table),
        Block::Row(vec![Cell::Number(1), Cell::Text("=1+1 | \"a\"".to_owned()), Cell::Date(date)]),
        Block::Row(vec![Cell::Number(2), Cell::Text("Giá\nnhà".to_owned()), Cell::Empty]),
        Block::TableEnd,
    ]
}

fn letterhead() -> Letterhead {
    let line = |text: &str, face, rule| HeadLine { text: text.to_owned(), face, rule };
    Letterhead {
        left: vec![
            line("ỦY BAN NHÂN DÂN", Face::Bold, Rule::Short),
            line("Số:      /BB-…", Face::Plain, Rule::Absent),
        ],
        right: vec![line("Độc lập - Tự do - Hạnh phúc", Face::Bold, Rule::Long)],
    }
}

fn signer(role: &str, name: &str) -> Signer {
    let how = "(Ký, ghi rõ họ tên)".to_owned();
    Signer { role: role.to_owned(), how, name: name.to_owned() }
}
