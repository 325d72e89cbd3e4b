//! Headers as offices and forms write them.

use super::{ColumnChoice, ColumnFault, Columns, FormService, find};
use crate::import::field::{ImportField, RowKind};
use crate::import::table::{ImportCell, ImportRow, ImportTable};

fn table(rows: &[&[&str]]) -> ImportTable {
    let row = |(place, cells): (usize, &&[&str])| ImportRow {
        number: place + 1,
        cells: cells.iter().map(|cell| ImportCell::Text((*cell).to_owned())).collect(),
    };
    ImportTable { rows: rows.iter().enumerate().map(row).collect(), sheet: None }
}

fn questions(headers: &[&str]) -> Result<Columns, ColumnFault> {
    find(&table(&[headers]), RowKind::Questions, &[])
}

fn read(columns: &Columns) -> Vec<(&'static str, usize)> {
    columns.read.iter().map(|column| (column.field.name(), column.place)).collect()
}

#[test]
fn headers_are_known_in_any_order_with_marks_or_without_in_both_languages() {
    let all: [&[&str]; 3] = [
        &[
            "STT",
            "Đơn vị trả lời",
            "Thời gian",
            "Nhóm vấn đề",
            "Loại",
            "Điểm cầu",
            "Hình thức",
            "Số ghế",
            "Đơn vị",
            "Họ và tên",
            "Nội dung câu hỏi",
        ],
        &[
            "TT",
            "don vi tra loi",
            "THOI GIAN",
            "linh vuc",
            "loai",
            "diem cau",
            "kenh",
            "ghe",
            "truong",
            "nguoi hoi",
            "kien nghi",
        ],
        &[
            "No.", "Lead", "Time", "Theme", "Kind", "Point", "Channel", "Seat", "Unit", "Name",
            "Text",
        ],
    ];
    for headers in all {
        let columns = questions(headers).expect("columns");
        let expected = [
            ("text", 10),
            ("name", 9),
            ("unit", 8),
            ("seat", 7),
            ("channel", 6),
            ("point", 5),
            ("kind", 4),
            ("theme", 3),
            ("time", 2),
            ("lead", 1),
        ];
        assert_eq!(read(&columns), expected, "{headers:?}");
        assert!(columns.passed_over.is_empty(), "{:?}", columns.passed_over);
    }
}

#[test]
fn a_form_of_google_is_read_as_it_comes() {
    let headers = [
        "Dấu thời gian",
        "Địa chỉ email",
        "Họ và tên của anh/chị (bắt buộc)",
        "Anh/chị đang công tác tại đơn vị nào?",
        "Số điện thoại",
        "Câu hỏi, kiến nghị gửi đến lãnh đạo thành phố",
    ];
    let columns = questions(&headers).expect("columns");
    assert_eq!(columns.form, Some(FormService::Google));
    assert_eq!(read(&columns), [("text", 5), ("name", 2), ("unit", 3), ("time", 0)]);
    assert_eq!(columns.passed_over, ["Địa chỉ email", "Số điện thoại"]);
}

#[test]
fn a_form_of_microsoft_is_read_as_it_comes() {
    let headers = [
        "ID",
        "Start time",
        "Completion time",
        "Email",
        "Name",
        "Last modified time",
        "Họ và tên",
        "Đơn vị công tác",
        "Nội dung câu hỏi",
    ];
    let columns = questions(&headers).expect("columns");
    assert_eq!(columns.form, Some(FormService::Microsoft));
    assert_eq!(read(&columns), [("text", 8), ("name", 6), ("unit", 7), ("time", 2)]);
    let vietnamese =
        ["ID", "Thời gian bắt đầu", "Thời gian hoàn thành", "Email", "Tên", "Câu hỏi của bạn"];
    let columns = questions(&vietnamese).expect("columns");
    assert_eq!(read(&columns), [("text", 5), ("name", 4), ("time", 2)]);
}

#[test]
fn titles_may_stand_above_the_headers() {
    let rows: &[&[&str]] = &[
        &["DANH SÁCH CÂU HỎI GỬI HỘI NGHỊ"],
        &["(kèm theo Công văn số 12)"],
        &["STT", "Họ tên", "Nội dung"],
        &["1", "Nguyễn Văn A", "Câu hỏi về đất đai"],
    ];
    let columns = find(&table(rows), RowKind::Questions, &[]).expect("columns");
    assert_eq!((columns.header_row, columns.rows_above), (3, 3));
}

#[test]
fn the_answer_in_a_table_is_no_question() {
    let columns = questions(&["Nội dung trả lời", "Nội dung câu hỏi", "Thời gian trả lời"]);
    assert_eq!(read(&columns.expect("columns")), [("text", 1)]);
}

#[test]
fn what_is_not_clear_is_asked_for_and_a_person_may_say_it() {
    let two = ["Câu hỏi 1", "Câu hỏi 2", "Họ tên"];
    let fault = questions(&two);
    assert!(
        matches!(fault, Err(ColumnFault::Ambiguous { field: ImportField::Text, .. })),
        "{fault:?}"
    );
    for column in ["câu hỏi 2", "CAU HOI 2", "b"] {
        let choice = ColumnChoice { field: ImportField::Text, column: column.to_owned() };
        let columns = find(&table(&[&two]), RowKind::Questions, &[choice]).expect("columns");
        assert_eq!(read(&columns), [("text", 1), ("name", 2)], "{column}");
    }
    let fault = questions(&["Họ tên", "Tuổi"]);
    assert!(
        matches!(fault, Err(ColumnFault::Missing { field: ImportField::Text, headers }) if headers.len() == 2)
    );
    let choice = ColumnChoice { field: ImportField::Text, column: "khác".to_owned() };
    let fault = find(&table(&[&two]), RowKind::Questions, &[choice]);
    assert!(matches!(fault, Err(ColumnFault::NoSuchColumn { .. })));
    let choice = ColumnChoice { field: ImportField::Remit, column: "a".to_owned() };
    let fault = find(&table(&[&two]), RowKind::Questions, &[choice]);
    assert!(matches!(fault, Err(ColumnFault::NoSuchField { .. })));
}

#[test]
fn rosters_and_lists_of_delegates_have_headers_of_their_own() {
    let headers: &[&str] = &["Tên", "Viết tắt", "Loại", "Tên khác", "Lĩnh vực phụ trách"];
    let columns = find(&table(&[headers]), RowKind::Responders, &[]).expect("columns");
    assert_eq!(
        read(&columns),
        [("name", 0), ("short", 1), ("kind", 2), ("aliases", 3), ("remit", 4)]
    );
    let headers: &[&str] = &["STT", "Họ tên", "Đơn vị", "Ghế", "Ghi chú"];
    let columns = find(&table(&[headers]), RowKind::Delegates, &[]).expect("columns");
    assert_eq!(read(&columns), [("name", 1), ("unit", 2), ("seat", 3)]);
}
