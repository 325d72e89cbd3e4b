//! The sentences of the register, of an agency's paper and of an asker's.

use super::sentences;

sentences! {
    paper_name_register: vi "sổ theo dõi", en "register";
    paper_name_agency: vi "theo đơn vị", en "agency";
    paper_name_asker: vi "gửi người nêu", en "asker";

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
}
