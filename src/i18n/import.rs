//! What is said of a table that is imported: its faults, its rows, what was added.

use super::{counted, sentences};
use crate::session::number::{DelegateNo, QuestionNo};

sentences! {
    import_failed(path: &str, why: &str): vi "Không nhập được {path}: {why}.", en "{path} cannot be imported: {why}.";
    import_unknown_kind: vi "chỉ nhận tệp .csv, .xlsx hoặc .json", en "only .csv, .xlsx and .json files are taken";
    import_too_large: vi "tệp quá lớn", en "the file is too large";
    import_unpacked_too_large(mib: u64):
        vi "khi giải nén lớn hơn {mib} MiB; hãy lưu lại riêng trang tính cần nhập",
        en "unpacked it is larger than {mib} MiB; save the sheet to be imported on its own";
    import_too_many_cells: vi "bảng có quá nhiều ô hoặc quá nhiều chữ; hãy chia thành nhiều tệp",
        en "the table has too many cells or too much text; divide it into several files";
    import_has_no_sheets: vi "--sheet chỉ dùng với tệp .xlsx", en "--sheet is for .xlsx files only";
    import_encodes_no_workbook(encoding: &str):
        vi "tệp .xlsx không dùng bảng mã {encoding}; chỉ cần --encoding tcvn3 hoặc vni khi chữ là của phông cũ",
        en "an .xlsx file is not in {encoding}; only --encoding tcvn3 or vni is for it, when its letters are those of an old font";
    import_no_such_sheet(sheet: &str, sheets: &str): vi "không có trang tính “{sheet}”; có: {sheets}",
        en "there is no sheet “{sheet}”; there are: {sheets}";
    import_not_a_workbook: vi "không phải bảng tính .xlsx, hoặc tệp bị hỏng", en "it is no .xlsx workbook, or it is damaged";
    import_old_or_locked: vi "bảng tính kiểu cũ (.xls) hoặc có mật khẩu; hãy lưu lại thành .xlsx không mật khẩu",
        en "an old workbook (.xls), or one with a password; save it as .xlsx without one";
    import_quote_left_open: vi "có một dấu ngoặc kép mở mà không đóng", en "a quotation mark is opened and never closed";
    import_not_rows: vi "cần một mảng JSON gồm các đối tượng, mỗi đối tượng một dòng",
        en "it takes a JSON array of objects, one for each row";
    import_empty: vi "không có dòng nào", en "it has no rows";
    import_not_in(encoding: &str): vi "không đọc được theo bảng mã {encoding}", en "it cannot be read as {encoding}";
    import_hint_encoding(encoding: &str): vi "có lẽ là bảng mã {encoding}: thử --encoding {encoding}",
        en "it looks like {encoding}: try --encoding {encoding}";
    import_hint_any: vi "hãy lưu lại dạng UTF-8, hoặc nêu --encoding windows-1258, tcvn3 hay vni",
        en "save it as UTF-8, or give --encoding windows-1258, tcvn3 or vni";
    import_old_font(row: usize, column: &str, encoding: &str):
        vi "dòng {row}, cột {column} là chữ của phông cũ {encoding}, chưa phải Unicode: thử --encoding {encoding}",
        en "row {row}, column {column} holds letters of an old font ({encoding}), not Unicode: try --encoding {encoding}";
    import_old_font_line(line: usize, encoding: &str):
        vi "dòng {line} đọc như vậy không thành chữ; có lẽ là bảng mã {encoding}: thử --encoding {encoding}",
        en "read like that, line {line} gives no words; it looks like {encoding}: try --encoding {encoding}";
    roster_old_font(text: &str, encoding: &str):
        vi "“{text}” là chữ của phông cũ ({encoding}), chưa phải Unicode; hãy chuyển sang Unicode rồi lưu lại",
        en "“{text}” is in the letters of an old font ({encoding}), not Unicode; convert it and save it again";
    roster_likely(encoding: &str): vi "có lẽ là bảng mã {encoding}; hãy lưu lại dạng UTF-8",
        en "it looks like {encoding}; save it as UTF-8";

    import_missing_column(field: &str, headers: &str):
        vi "không có cột nào là {field}; các cột: {headers}. Nêu cột bằng --map",
        en "no column is {field}; the columns: {headers}. Name it with --map";
    import_ambiguous(field: &str, one: &str, other: &str):
        vi "cả “{one}” và “{other}” đều có thể là {field}. Nêu cột bằng --map",
        en "both “{one}” and “{other}” may be {field}. Name the column with --map";
    import_no_such_column(column: &str, headers: &str): vi "không có cột “{column}”; các cột: {headers}",
        en "there is no column “{column}”; the columns: {headers}";
    import_no_such_field(field: &str, rows: &str): vi "{rows} không có trường {field}", en "{rows} have no field {field}";

    import_row_at(row: usize, letters: &str, header: &str): vi "dòng {row}, cột {letters} “{header}”",
        en "row {row}, column {letters} “{header}”";
    import_row(row: usize): vi "dòng {row}", en "row {row}";
    import_missing(field: &str): vi "thiếu {field}", en "{field} is missing";
    import_unknown_channel(words: &str): vi "“{words}” không phải trực tiếp, phiếu, trực tuyến hay điểm cầu",
        en "“{words}” is not in the hall, slip, online or remote site";
    import_unknown_question_kind(words: &str): vi "“{words}” không phải câu hỏi, ý kiến hay kiến nghị",
        en "“{words}” is not a question, an opinion or a proposal";
    import_unknown_responder_kind(words: &str): vi "“{words}” không phải lãnh đạo hay cơ quan",
        en "“{words}” is not a leader or an agency";
    import_not_a_time(words: &str): vi "“{words}” không phải thời gian, như 5/3/2026 14:30",
        en "“{words}” is not a time such as 5/3/2026 14:30 (day first)";
    import_unknown_lead(words: &str): vi "không có đơn vị trả lời nào là “{words}”", en "no responder is “{words}”";
    import_several_leads(words: &str, names: &str): vi "“{words}” có thể là nhiều đơn vị trả lời: {names}",
        en "“{words}” may be several responders: {names}";
    import_nested: vi "cần một chữ hoặc một số", en "a text or a number is needed";

    import_read_sheet(path: &str, sheet: &str, row: usize): vi "{path}, trang tính “{sheet}”, tiêu đề ở dòng {row}",
        en "{path}, sheet “{sheet}”, headers in row {row}";
    import_read_table(path: &str, row: usize): vi "{path}, tiêu đề ở dòng {row}", en "{path}, headers in row {row}";
    import_read_objects(path: &str): vi "{path}", en "{path}";
    import_columns(columns: &str): vi "Đọc: {columns}", en "Read: {columns}";
    import_passed_over(columns: &str): vi "Không đọc: {columns}", en "Not read: {columns}";
    import_month_first: vi "Thời gian đọc theo tháng/ngày/năm", en "Times are read as month/day/year";
    import_becomes_question(row: usize, question: QuestionNo, text: &str): vi "dòng {row} → câu {question}: {text}",
        en "row {row} → question {question}: {text}";
    import_becomes(row: usize, text: &str): vi "dòng {row}: {text}", en "row {row}: {text}";
    import_is_question(question: QuestionNo): vi "đã có là câu {question}, bỏ qua",
        en "recorded already as question {question}, skipped";
    import_is_delegate(delegate: DelegateNo): vi "đã có là đại biểu {delegate}, bỏ qua",
        en "recorded already as delegate {delegate}, skipped";
    import_is_responder(name: &str): vi "đã có {name}, bỏ qua", en "{name} is recorded already, skipped";
    import_is_row(row: usize): vi "trùng dòng {row}, bỏ qua", en "the same as row {row}, skipped";
    import_unit_is_name: vi "không có tên người nêu, lấy tên đơn vị", en "no name, so the unit is the name";
    import_equals_row(row: usize): vi "trùng hoàn toàn dòng {row}", en "equal to row {row}";
    import_same_text_row(row: usize): vi "cùng nội dung với dòng {row}", en "the same text as row {row}";
    import_same_text_question(question: QuestionNo): vi "cùng nội dung với câu {question}",
        en "the same text as question {question}";

    import_would_add(questions: usize, delegates: usize, responders: usize):
        vi "Sẽ thêm: {questions} câu, {delegates} đại biểu, {responders} đơn vị trả lời.",
        en ({
            let all = import_counts(questions, delegates, responders);
            format!("Would add: {all}.")
        });
    import_added(questions: usize, delegates: usize, responders: usize):
        vi "Đã thêm: {questions} câu, {delegates} đại biểu, {responders} đơn vị trả lời.",
        en ({
            let all = import_counts(questions, delegates, responders);
            format!("Added: {all}.")
        });
    import_skipped(rows: usize): vi "Bỏ qua {rows} dòng đã có.", en ({
        let rows = counted(rows, "row", "rows");
        format!("Skipped: {rows} recorded already.")
    });
    import_faults(rows: usize, faults: usize): vi "{faults} lỗi ở {rows} dòng: không thêm dòng nào.", en ({
        let (faults, rows) = (counted(faults, "fault", "faults"), counted(rows, "row", "rows"));
        format!("{faults} in {rows}: nothing is added.")
    });
    import_title: vi "Nhập từ bảng", en "Import a table";
    import_name_a_file(rows: &str): vi "Nhập {rows} từ tệp nào (.csv, .xlsx, .json)?",
        en "Import {rows} from which file (.csv, .xlsx, .json)?";
    scope_preview: vi "Xem trước khi nhập", en "Before importing";
    import_nothing: vi "Không có gì để thêm.", en "There is nothing to add.";
    import_progress(bar: &str, rows: usize): vi "Đang đọc [{bar}] {rows} dòng", en "Reading [{bar}] {rows} rows";

    import_field_text: vi "nội dung", en "the text";
    import_field_name: vi "tên", en "the name";
    import_field_unit: vi "đơn vị", en "the unit";
    import_field_seat: vi "số ghế", en "the seat";
    import_field_channel: vi "hình thức", en "the channel";
    import_field_point: vi "điểm cầu", en "the remote site";
    import_field_kind: vi "loại", en "the kind";
    import_field_theme: vi "nhóm vấn đề", en "the theme";
    import_field_time: vi "thời gian", en "the time";
    import_field_lead: vi "đơn vị trả lời", en "the lead";
    import_field_id: vi "mã", en "the id";
    import_field_short: vi "tên viết tắt", en "the short name";
    import_field_title: vi "chức vụ", en "the post";
    import_field_aliases: vi "tên khác", en "other names";
    import_field_remit: vi "lĩnh vực phụ trách", en "the remit";
    import_rows_questions: vi "câu hỏi", en "questions";
    import_rows_responders: vi "đơn vị trả lời", en "responders";
    import_rows_delegates: vi "đại biểu", en "delegates";

    verb_import: vi "Nhập câu hỏi, đơn vị trả lời hoặc đại biểu từ bảng CSV, XLSX, JSON; thêm tất cả hoặc không thêm dòng nào",
        en "Add questions, responders or delegates from a CSV, XLSX or JSON table; all of its rows or none";
    arg_import_source: vi "Bảng cần nhập: .csv, .xlsx hoặc .json; cột được nhận theo tiêu đề",
        en "The table: .csv, .xlsx or .json; columns are known by their headers";
    arg_import_as: vi "Mỗi dòng là gì: questions (mặc định), responders hoặc delegates",
        en "What the rows are: questions (default), responders or delegates";
    arg_import_map: vi "Cột nào là trường nào, theo tiêu đề hay chữ của cột: text, name, unit, seat, channel, point, kind, theme, time, lead (responders: id, name, short, kind, title, aliases, remit); nêu được nhiều lần",
        en "Which column, by its header or letter, holds which field: text, name, unit, seat, channel, point, kind, theme, time, lead (responders: id, name, short, kind, title, aliases, remit); may be given several times";
    arg_import_sheet: vi "Trang tính của tệp .xlsx (mặc định trang đầu tiên có dữ liệu)", en "The sheet of an .xlsx file (default: the first with rows)";
    arg_import_encoding: vi "Bảng mã: utf-8, utf-16le, utf-16be (tự nhận ra), windows-1258, tcvn3 hoặc vni",
        en "The encoding: utf-8, utf-16le, utf-16be (told by themselves), windows-1258, tcvn3 or vni";
    arg_import_dry_run: vi "Chỉ cho xem sẽ thêm gì, lỗi và trùng ở đâu; không ghi", en "Only show what would be added, what is faulty and what is double; records nothing";
    cli_form_map: vi "Cần TRƯỜNG=CỘT, như text=“Nội dung câu hỏi”; trường: text, name, unit, seat, channel, point, kind, theme, time, lead.",
        en "It takes FIELD=COLUMN such as text=“Question”; fields: text, name, unit, seat, channel, point, kind, theme, time, lead.";
    cli_form_encoding: vi "Cần utf-8, utf-16le, utf-16be, windows-1258, tcvn3 hoặc vni.", en "It takes utf-8, utf-16le, utf-16be, windows-1258, tcvn3 or vni.";
}

fn import_counts(questions: usize, delegates: usize, responders: usize) -> String {
    let questions = counted(questions, "question", "questions");
    let delegates = counted(delegates, "delegate", "delegates");
    let responders = counted(responders, "responder", "responders");
    format!("{questions}, {delegates}, {responders}")
}
