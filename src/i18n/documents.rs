//! The sentences of the register, of an agency's paper and of an asker's.

use super::sentences;
use crate::session::number::{DelegateNo, Seq};

sentences! {
    paper_name_minutes: vi "biên bản", en "minutes";
    paper_name_conclusion: vi "kết luận", en "conclusion";
    paper_name_register: vi "sổ theo dõi", en "register";
    paper_name_agency: vi "theo đơn vị", en "agency";
    paper_name_asker: vi "gửi người nêu", en "asker";

    paper_name_session: vi "tệp phiên", en "session";
    export_title: vi "Xuất văn bản", en "Export a document";
    export_every_agency: vi "theo đơn vị: mọi đơn vị, mỗi đơn vị một tệp", en "agency: every agency, a file each";
    export_every_asker: vi "gửi người nêu: mọi người nêu, mỗi người một tệp", en "asker: everybody who asked, a file each";
    export_format(format: &str, others: &str): vi "Định dạng: {format}   (Tab đổi: {others})",
        en "Format: {format}   (Tab for {others})";
    export_into_file(place: &str): vi "Ghi ra tệp {place}", en "Writes the file {place}";
    export_into_folder(place: &str): vi "Ghi vào thư mục {place}", en "Writes into the folder {place}";
    export_elsewhere: vi "Gõ đường dẫn khác, nếu không ghi cạnh tệp phiên.", en "Type another path to write elsewhere.";
    export_progress(kib: &str): vi "Đang xuất… đã ghi {kib} KiB.", en "Exporting… {kib} KiB written.";
    export_done_many(documents: usize, place: &str): vi "Đã xuất {documents} văn bản vào {place}.",
        en "Exported {documents} documents into {place}.";

    masked_delegate(number: DelegateNo): vi "đại biểu {number}", en "delegate {number}";
    masked_name: vi "đại biểu (đã ẩn tên)", en "delegate (name withheld)";
    masked_telephone: vi "[số điện thoại]", en "[telephone]";
    masked_card: vi "[số giấy tờ]", en "[identity card]";
    masked_account: vi "[số tài khoản]", en "[account]";
    masked_mail: vi "[thư điện tử]", en "[e-mail]";
    public_title: vi "THÔNG TIN ĐÃ ẨN", en "WHAT IS WITHHELD";
    export_full: vi "bản đầy đủ", en "full edition";
    export_public: vi "bản công khai", en "public edition";
    export_edition(edition: &str, other: &str): vi "Bản: {edition}   (Shift+Tab đổi: {other})",
        en "Edition: {edition}   (Shift+Tab for the {other})";
    export_public_name: vi "cong-khai", en "public";
    public_why: vi "Bản công khai; để bảo vệ dữ liệu cá nhân, trong dữ liệu phiên đã ẩn:",
        en "Public edition; for the protection of personal data, these are withheld from the record:";
    public_nothing: vi "Bản công khai; không có thông tin nào phải ẩn.", en "Public edition; nothing had to be withheld.";
    kind_of_name: vi "tên đại biểu", en "delegates' names";
    kind_of_seat: vi "số ghế", en "seats";
    kind_of_unit: vi "đơn vị của đại biểu", en "delegates' units";
    kind_of_telephone: vi "số điện thoại", en "telephone numbers";
    kind_of_card: vi "số giấy tờ tùy thân", en "identity cards";
    kind_of_account: vi "số tài khoản", en "accounts";
    kind_of_mail: vi "địa chỉ thư điện tử", en "e-mail addresses";
    kind_of_line: vi "dòng dữ liệu", en "lines of the record";
    public_count(kind: &str, count: &str): vi "{kind}: {count}", en "{kind}: {count}";

    public_masked(seq: Seq, kind: &str, text: &str): vi "bước {seq}: {kind}: {text}", en "event {seq}: {kind}: {text}";
    public_told(counts: &str): vi "Bản công khai đã ẩn: {counts}.", en "The public edition withholds: {counts}.";
    public_address(seq: Seq, text: &str): vi "Bước {seq} có thể có địa chỉ, hãy xem lại: {text}",
        en "Event {seq} may hold an address, please look at it: {text}";
    public_lines(withheld: &str, all: &str): vi "Đã ẩn {withheld} trong {all} dòng; mã đối chiếu không đổi.",
        en "{withheld} of {all} lines are withheld; the fingerprint is the same.";
    public_not_masked(seq: Seq): vi "Không lập được bản công khai: bước {seq} không ẩn được.",
        en "No public edition can be made: event {seq} cannot be masked.";
    public_needs_a_whole_file(damage: &str): vi "Chỉ lập bản công khai từ tệp nguyên vẹn: {damage}",
        en "A public edition is made of a whole file only: {damage}";
    public_is_guessable(lines: &str):
        vi "{lines} dòng sẽ ẩn không có chuỗi ngẫu nhiên (tệp cũ): ai đoán đúng nội dung thì kiểm tra được. Nếu vẫn xuất, thêm --yes.",
        en "{lines} of the lines to be withheld have no salt (an older file): whoever guesses the text can verify the guess. Add --yes to export all the same.";
    public_changed_meanwhile: vi "Tệp phiên vừa thay đổi trong lúc đọc; hãy chạy lại lệnh.",
        en "The session file changed while it was read; run the command again.";

    register_title: vi "SỔ THEO DÕI CÂU HỎI, Ý KIẾN VÀ NHIỆM VỤ", en "REGISTER OF QUESTIONS AND TASKS";
    register_rows: vi "Sổ theo dõi", en "Register";
    register_kind: vi "Loại", en "Kind";
    register_number: vi "Số", en "No.";
    register_matter: vi "Nội dung", en "Matter";
    register_asker: vi "Người nêu, đơn vị", en "Asker, unit";
    register_theme: vi "Nhóm vấn đề", en "Theme";
    register_lead: vi "Chủ trì", en "Lead";
    register_support: vi "Phối hợp", en "Supporting";
    register_due: vi "Thời hạn", en "Due";
    register_status: vi "Kết quả, tiến độ", en "Outcome or progress";
    register_document: vi "Số văn bản trả lời", en "Reply no.";
    register_document_date: vi "Ngày ghi văn bản", en "Reply recorded on";
    register_remark: vi "Ghi chú", en "Remark";
    register_task: vi "nhiệm vụ", en "task";
    register_counts: vi "Số liệu", en "Counts";
    register_counted: vi "Chỉ tiêu", en "Counted";
    register_count: vi "Số lượng", en "Count";
    register_all_questions: vi "Câu hỏi, ý kiến", en "Questions";
    register_all_tasks: vi "Nhiệm vụ", en "Tasks";
    register_questions_with(outcome: &str): vi "Câu hỏi, ý kiến: {outcome}", en "Questions: {outcome}";
    register_tasks_with(progress: &str): vi "Nhiệm vụ: {progress}", en "Tasks: {progress}";

    agency_title: vi "TỔNG HỢP NỘI DUNG CỦA ĐƠN VỊ", en "MATTERS OF ONE RESPONDER";
    agency_index_title: vi "MỤC LỤC TỔNG HỢP THEO ĐƠN VỊ", en "INDEX OF THE RESPONDERS' PAPERS";
    agency_index: vi "Các đơn vị", en "Responders";
    agency_name: vi "Đơn vị", en "Responder";
    agency_file: vi "Tệp", en "File";
    agency_questions: vi "Câu hỏi, ý kiến", en "Questions";
    agency_tasks: vi "Nhiệm vụ", en "Tasks";
    agency_role: vi "Vai trò", en "Role";
    agency_answers: vi "Trả lời", en "Answers";
    agency_answer: vi "Nội dung trả lời", en "Its answers";
    agency_owed: vi "Chưa giải quyết", en "Owed";
    agency_debts: vi "NỘI DUNG CÒN PHẢI GIẢI QUYẾT", en "WHAT IT STILL OWES";

    workbook_about: vi "Về văn bản này", en "About this document";

    asker_title: vi "KẾT QUẢ XỬ LÝ CÂU HỎI, Ý KIẾN CỦA ĐẠI BIỂU", en "OUTCOME OF A DELEGATE'S QUESTIONS";
    asker_index_title: vi "MỤC LỤC KẾT QUẢ GỬI NGƯỜI NÊU", en "INDEX OF THE ASKERS' PAPERS";
    asker_index: vi "Người nêu", en "Askers";

    minutes_title: vi "BIÊN BẢN", en "MINUTES";
    minutes_began: vi "Thời gian bắt đầu", en "Began at";
    minutes_place: vi "Địa điểm", en "Place";
    minutes_attendance: vi "Thành phần tham dự", en "Present";
    minutes_chair: vi "Chủ tọa", en "Chair";
    minutes_secretary: vi "Thư ký", en "Secretary";
    minutes_proceedings: vi "NỘI DUNG", en "PROCEEDINGS";
    minutes_fingerprint: vi "Mã đối chiếu của dữ liệu phiên", en "Fingerprint of the record";
    minutes_fingerprint_means: vi "Lệnh “doithoai verify” đối chiếu mã này với tệp phiên.", en "The command “doithoai verify” compares it with the session file.";

    conclusion_title: vi "THÔNG BÁO KẾT LUẬN PHIÊN ĐỐI THOẠI", en "NOTICE OF THE CONCLUSION OF THE DIALOGUE";
    conclusion_raised: vi "a) Các vấn đề được nêu tại phiên đối thoại", en "a) Issues raised";
    conclusion_answered: vi "b) Các vấn đề đã được giải đáp tại phiên đối thoại", en "b) Issues dealt with at the session";
    conclusion_referred: vi "c) Các vấn đề chuyển cơ quan có thẩm quyền", en "c) Issues referred to the competent authority";
    conclusion_assigned: vi "d) Các vấn đề giao cơ quan, đơn vị giải quyết", en "d) Issues that bodies are to resolve";
    conclusion_without_outcome: vi "Chưa có kết quả xử lý", en "No outcome yet";
    conclusion_tasks: vi "Nhiệm vụ được giao", en "Assigned tasks";
    conclusion_positions: vi "Các nội dung thống nhất", en "Common positions";
    conclusion_no_theme: vi "Vấn đề khác", en "Other issues";
    conclusion_ending: vi "Trên đây là thông báo kết luận phiên đối thoại./.", en "This is the conclusion of the dialogue.";

    office_recipients: vi "Nơi nhận:", en "Copies to:";
    office_filed: vi "- Lưu: VT, Hồ sơ.", en "- File: VT, records.";

    office_not_toml: vi "không phải TOML hợp lệ", en "is not valid TOML";
    office_unknown_key: vi "không có khóa này", en "there is no such key";
    office_no_text: vi "cần một chuỗi chữ trong ngoặc kép", en "needs a text in quotes";
    office_no_list: vi "cần một danh sách chuỗi chữ", en "needs a list of texts";
    office_too_long: vi "quá dài", en "is too long";
    office_no_form: vi "cần \"state\" hoặc \"party\"", en "needs \"state\" or \"party\"";
    office_no_term: vi "cần 10 hoặc 15", en "needs 10 or 15";
    office_fault(path: &str, line: usize, key: &str, why: &str):
        vi "{path}, dòng {line}, khóa “{key}”: {why}.", en "{path}, line {line}, key “{key}”: {why}.";
    office_unread(path: &str, why: &str): vi "Không đọc được {path}: {why}.", en "{path} cannot be read: {why}.";
    office_used(paths: &str): vi "Thông tin cơ quan lấy từ {paths}.", en "What the office adds is from {paths}.";
    office_blank:
        vi "Không có papers.toml: các chỗ của cơ quan để trống. Tạo tệp mẫu bằng: doithoai papers-template > papers.toml",
        en "No papers.toml: what the office adds is left blank. Make one with: doithoai papers-template > papers.toml";

    office_template_head:
        vi "# Thông tin cơ quan trên biên bản và thông báo kết luận.\n# Đặt tên TÊN-PHIÊN.papers.toml cạnh tệp phiên, hoặc papers.toml trong thư mục phiên hay thư mục cấu hình.",
        en "# What the office adds to the minutes and to the notice of the conclusion.\n# Name it SESSION.papers.toml beside the session file, or papers.toml in the folder of sessions or of settings.";
    office_template_superior: vi "# Cơ quan chủ quản\n#superior = \"ỦY BAN NHÂN DÂN THÀNH PHỐ\"", en "# The superior body\n#superior = \"ỦY BAN NHÂN DÂN THÀNH PHỐ\"";
    office_template_body: vi "# Cơ quan ban hành\n#body = \"SỞ NỘI VỤ\"", en "# The issuing body\n#body = \"SỞ NỘI VỤ\"";
    office_template_symbol: vi "# Chữ viết tắt của cơ quan trong số, ký hiệu\n#symbol = \"SNV\"", en "# Its short name in the number of a document\n#symbol = \"SNV\"";
    office_template_numbers: vi "# Số của biên bản và của thông báo kết luận\n#minutes_number = \"12\"\n#conclusion_number = \"13\"", en "# The numbers of the minutes and of the notice\n#minutes_number = \"12\"\n#conclusion_number = \"13\"";
    office_template_place: vi "# Địa danh trước ngày tháng\n#place = \"Cần Thơ\"", en "# The place before the date\n#place = \"Cần Thơ\"";
    office_template_form: vi "# Thể thức: state (Nhà nước) hoặc party (Đảng)\n#form = \"state\"", en "# The form: state or party\n#form = \"state\"";
    office_template_titles: vi "# Chức vụ người ký\n#chair_title = \"Chủ tịch\"\n#secretary_title = \"Chánh Văn phòng\"", en "# The titles of those who sign\n#chair_title = \"Chủ tịch\"\n#secretary_title = \"Chánh Văn phòng\"";
    office_template_term: vi "# Thời hạn công khai kết luận, tính bằng ngày: 10, hoặc 15 nếu phức tạp (Luật Thanh niên, Điều 10)\n#publish_within_days = 10",
        en "# Days within which the conclusion is public: 10, or 15 when complex (Youth Law, article 10)\n#publish_within_days = 10";
    office_template_recipients: vi "# Nơi nhận, không kể dòng lưu\n#recipients = [\"Các sở, ban, ngành\", \"UBND các phường, xã\"]", en "# Who gets a copy, besides the file\n#recipients = [\"Các sở, ban, ngành\", \"UBND các phường, xã\"]";
}
