//! What each action of the key table is called: in the palette, in the help and on the footer.

use super::sentences;

sentences! {
    scope_everywhere: vi "Ở mọi nơi", en "Everywhere";
    scope_start: vi "Màn hình bắt đầu", en "Start screen";
    scope_desk: vi "Màn hình điều hành", en "Desk";
    scope_replay: vi "Xem lại", en "Replay";
    scope_reading: vi "Khi đọc bảng trong lúc xem lại", en "Reading over the replay";
    scope_notes: vi "Ghi chú của người rà soát", en "The reviewer's notes";
    scope_form: vi "Khi điền biểu mẫu", en "In a form";
    scope_pick: vi "Khi chọn trong biểu mẫu", en "Choosing in a form";
    scope_list: vi "Tìm kiếm và danh sách lệnh", en "Search and commands";
    scope_search: vi "Khi tìm trong phiên", en "Searching the session";
    scope_themes: vi "Nhóm vấn đề gợi ý", en "Suggested themes";
    scope_similar: vi "Đã hỏi trước?", en "Asked before?";
    scope_dialog: vi "Khi được hỏi", en "When asked";
    scope_decision: vi "Khi được hỏi điều không làm lại được", en "When asked about what cannot be undone";
    scope_help: vi "Trợ giúp", en "Help";
    scope_closing: vi "Khi kết thúc phiên", en "Closing";

    action_up: vi "lên một dòng", en "up a line";
    action_down: vi "xuống một dòng", en "down a line";
    action_page_up: vi "lên một trang", en "up a page";
    action_page_down: vi "xuống một trang", en "down a page";
    action_first: vi "về đầu", en "to the first";
    action_last: vi "về cuối", en "to the last";
    action_next_pane: vi "khung tiếp", en "next pane";
    action_previous_pane: vi "khung trước", en "previous pane";
    action_enter: vi "mở", en "open";
    action_back: vi "quay lại", en "back";
    action_next_to_do:
        vi "đến câu cần xử lý tiếp theo",
        en "choose the next question to be dealt with";
    action_mark: vi "chọn câu này để làm chung", en "mark the question, to deal with several";
    action_mark_range: vi "chọn từ câu vừa chọn đến câu này", en "mark from the last marked to this one";
    action_mark_all: vi "chọn cả nhóm, hoặc mọi câu tìm thấy", en "mark the whole group, or all that is found";
    action_type_number:
        vi "gõ số câu, rồi Enter: đến câu ấy", en "type a question's number, then Enter: go to it";
    action_natural_step:
        vi "bước tiếp theo của câu đang chọn: phân công → mời → trả lời → xem",
        en "the natural next step of the chosen question: route → call → answer → show";
    action_new_question: vi "câu hỏi mới", en "new question";
    action_follow_up:
        vi "câu hỏi thêm cho câu đang chọn",
        en "new question following up the chosen one";
    action_route: vi "phân công trả lời", en "route to a responder";
    action_call: vi "mời phát biểu", en "call the question";
    action_answer: vi "ghi câu trả lời", en "record an answer";
    action_defer: vi "hẹn trả lời bằng văn bản", en "defer: written answer due";
    action_refer: vi "chuyển cơ quan có thẩm quyền", en "refer to the competent authority";
    action_decline: vi "không tiếp nhận", en "decline";
    action_withdraw: vi "đại biểu rút câu hỏi", en "withdrawn by the delegate";
    action_similar:
        vi "đã hỏi trước? các câu tương tự, kèm câu trả lời",
        en "asked before? similar questions with their answers";
    action_suggest_themes:
        vi "nhóm vấn đề gợi ý cho các câu chưa có nhóm",
        en "suggest themes for questions without one";
    action_rename_theme: vi "đổi tên nhóm", en "rename";
    action_join_theme: vi "gộp vào nhóm trên", en "join the one above";
    action_drop_theme: vi "bỏ nhóm", en "drop";
    action_merge: vi "gộp vào câu khác", en "merge into another question";
    action_unmerge: vi "bỏ gộp", en "unmerge";
    action_split: vi "tách thành nhiều câu", en "split into several questions";
    action_edit_question: vi "sửa câu hỏi: nội dung, hình thức, loại, nhóm vấn đề", en "edit the question: text, channel, kind, theme";
    action_amend_answer: vi "đính chính câu trả lời", en "amend the answer";
    action_name_asker: vi "ghi hoặc sửa người nêu", en "name or correct who asked";
    action_correct_statement: vi "sửa phát biểu hoặc kết luận", en "correct the statement or conclusion";
    action_correct_task: vi "sửa nhiệm vụ", en "correct the task";
    action_correct_responder: vi "sửa đơn vị trả lời", en "correct the responder";
    action_correct_session: vi "sửa thông tin phiên", en "correct the session";
    action_add_responder: vi "thêm người, đơn vị trả lời", en "add a responder";
    action_statement: vi "ghi phát biểu", en "record a statement";
    action_conclusion: vi "ghi kết luận", en "record a conclusion";
    action_task: vi "giao nhiệm vụ", en "assign a task";
    action_progress_task: vi "cập nhật tiến độ nhiệm vụ", en "update a task's progress";
    action_move_up: vi "đưa câu lên một bậc", en "move the question up";
    action_move_down: vi "đưa câu xuống một bậc", en "move the question down";
    action_move_to_top: vi "đưa câu lên đầu nhóm", en "move the question to the top";
    action_undo: vi "hoàn tác bước vừa ghi", en "undo the latest event";
    action_undo_here:
        vi "hoàn tác bước cuối của câu đang chọn",
        en "undo the chosen question's latest event";
    action_redo: vi "làm lại bước vừa hoàn tác", en "redo what was undone";
    action_pause_or_resume: vi "tạm dừng hoặc tiếp tục phiên", en "pause or resume the session";
    action_close_or_reopen: vi "kết thúc hoặc mở lại phiên", en "close or reopen the session";
    action_write_transcript:
        vi "xuất bản ghi ra tệp cạnh phiên",
        en "export the transcript beside the session";
    action_import:
        vi "nhập câu hỏi, đơn vị trả lời, đại biểu từ bảng (CSV, XLSX, JSON)",
        en "import questions, responders or delegates from a table (CSV, XLSX, JSON)";
    action_export: vi "xuất văn bản: biên bản, kết luận, sổ theo dõi…",
        en "export a document: minutes, conclusion, register…";
    action_paper_format: vi "đổi định dạng", en "another format";
    action_public_edition: vi "bản công khai: ẩn tên và thông tin riêng của đại biểu",
        en "public edition: delegates' names and data withheld";
    action_row_kind: vi "đổi loại dòng: câu hỏi, đơn vị trả lời, đại biểu",
        en "change what the rows are: questions, responders, delegates";
    action_add_copy:
        vi "giữ thêm một bản sao ở thư mục khác (ổ USB)",
        en "keep one more copy in another folder (a USB stick)";
    action_move_record:
        vi "ghi tiếp ở thư mục khác (ổ USB)",
        en "continue in another folder (a USB stick)";
    action_drafts: vi "mở lại bản nháp gõ dở", en "open a draft";
    action_play: vi "phát hoặc tạm dừng", en "play or pause";
    action_faster: vi "phát nhanh hơn", en "play faster";
    action_slower: vi "phát chậm hơn", en "play slower";
    action_longer_idle: vi "tăng khoảng trống tối đa", en "raise the idle-time limit";
    action_shorter_idle: vi "giảm khoảng trống tối đa", en "lower the idle-time limit";
    action_step_back: vi "lùi một bước", en "back one event";
    action_step_on: vi "tới một bước", en "on one event";
    action_previous_question: vi "về câu hỏi trước", en "to the previous question";
    action_next_question: vi "đến câu hỏi sau", en "to the next question";
    action_previous_answer: vi "về lần trả lời trước", en "to the previous answer";
    action_next_answer: vi "đến lần trả lời sau", en "to the next answer";
    action_previous_deferral: vi "về lần hẹn trả lời trước", en "to the previous deferral";
    action_next_deferral: vi "đến lần hẹn trả lời sau", en "to the next deferral";
    action_previous_task: vi "về nhiệm vụ trước", en "to the previous task";
    action_next_task: vi "đến nhiệm vụ sau", en "to the next task";
    action_first_moment: vi "về đầu phiên", en "to the beginning";
    action_last_moment: vi "đến cuối phiên, cập nhật tiếp", en "to the end, then live";
    action_go_to:
        vi "đến giờ, bước hoặc câu hỏi: 8:42, +15p, 63, c17",
        en "go to a time, an event or a question: 8:42, +15m, 63, c17";
    action_go_there: vi "đến đúng lúc đó", en "go to that moment";
    action_mark_a: vi "đánh dấu thời điểm A", en "mark moment A";
    action_mark_b: vi "đánh dấu thời điểm B", en "mark moment B";
    action_compare: vi "so A với B: điều gì đã khác", en "what changed between A and B";
    action_corrections: vi "những chỗ đã sửa hoặc hoàn tác", en "what was corrected or undone";
    action_read_event: vi "đọc trọn bước đang xem", en "read the whole event";
    action_chart_span: vi "biểu đồ của thời điểm đang xem hoặc của cả phiên",
        en "charts of the moment or of the whole session";
    action_one_chart: vi "phóng to một biểu đồ, hoặc xem tất cả", en "one chart large, or all";
    action_charts: vi "biểu đồ", en "charts";
    action_filter:
        vi "lọc câu hỏi theo đơn vị trả lời, nhóm vấn đề, kết quả…",
        en "filter by responder, theme, outcome…";
    action_write_note: vi "ghi chú vào thời điểm này", en "write a note on this moment";
    action_edit_note: vi "sửa ghi chú", en "edit the note";
    action_notes: vi "các ghi chú", en "the notes";
    action_search: vi "tìm", en "search";
    action_palette: vi "danh sách lệnh", en "all commands";
    action_help: vi "trợ giúp", en "help";
    action_telex:
        vi "đổi kiểu gõ: Telex → VNI → tắt",
        en "typing: Telex → VNI → off";
    action_language: vi "English", en "tiếng Việt";
    action_redraw: vi "vẽ lại màn hình", en "draw the screen again";
    action_theme: vi "đổi màu: tối, sáng, không màu", en "theme: dark, light, no colour";
    action_suspend:
        vi "tạm ra dấu nhắc lệnh (fg để quay lại)",
        en "suspend to the shell (fg to come back)";
    action_quit: vi "thoát", en "quit";
    action_next_field: vi "ô tiếp", en "next field";
    action_previous_field: vi "ô trước", en "previous field";
    action_confirm: vi "ghi", en "confirm";
    action_confirm_and_route: vi "ghi rồi phân công", en "confirm, then route";
    action_put_aside: vi "đóng, giữ bản nháp", en "close, keep draft";
    action_continue_draft: vi "viết tiếp bản nháp của biểu mẫu; ngoài biểu mẫu: mở lại điều vừa hoàn tác",
        en "continue the draft of the form; outside a form: open again what was undone";
    action_discard: vi "bỏ bản nháp", en "discard the draft";
    action_pick_lead: vi "chọn (chủ trì)", en "choose (as lead)";
    action_pick_support: vi "thêm phối hợp", en "add as supporting";
    action_yes: vi "có", en "yes";
    action_no: vi "không", en "no";
    action_new_session: vi "phiên mới", en "new session";
    action_open_session: vi "mở phiên", en "open the session";
    action_replay_session: vi "xem lại", en "replay";
    action_watch_session: vi "chỉ xem, không ghi", en "view only";
    action_refresh: vi "đọc lại thư mục", en "read the folder again";

    short_play: vi "phát", en "play";
    short_faster: vi "nhanh hơn", en "faster";
    short_slower: vi "chậm hơn", en "slower";
    short_step_on: vi "bước", en "event";
    short_next_question: vi "câu hỏi", en "question";
    short_next_answer: vi "trả lời", en "answer";
    short_go_to: vi "đến", en "go to";
    short_compare: vi "so A với B", en "compare";
    short_corrections: vi "chỗ đã sửa", en "corrections";
    short_one_chart: vi "phóng to", en "enlarge";
    short_read_event: vi "đọc trọn", en "read all";
    short_filter: vi "lọc", en "filter";
    short_write_note: vi "ghi chú", en "note";
    short_edit_note: vi "sửa", en "edit";
    short_last_moment: vi "cuối phiên", en "end";
    short_go_there: vi "đến đó", en "go there";
    short_new_question: vi "câu mới", en "new";
    short_follow_up: vi "hỏi thêm", en "follow-up";
    short_route: vi "phân công", en "route";
    short_call: vi "mời", en "call";
    short_answer: vi "trả lời", en "answer";
    short_defer: vi "hẹn", en "defer";
    short_refer: vi "chuyển", en "refer";
    short_decline: vi "không tiếp nhận", en "decline";
    short_withdraw: vi "rút", en "withdraw";
    short_undo: vi "hoàn tác", en "undo";
    short_redo: vi "làm lại", en "redo";
    short_statement: vi "phát biểu", en "statement";
    short_task: vi "nhiệm vụ", en "task";
    short_similar: vi "đã hỏi?", en "asked before?";
    short_split: vi "tách", en "split";
    short_search: vi "tìm", en "search";
    short_palette: vi "lệnh", en "commands";
    short_natural_step: vi "bước tiếp", en "next step";
    short_next_to_do: vi "câu tiếp", en "next";
    short_pick_lead: vi "chọn", en "choose";
    short_pick_support: vi "phối hợp", en "supporting";
    short_put_aside: vi "lưu nháp", en "keep draft";
    short_mark: vi "chọn", en "mark";
    short_mark_range: vi "chọn đến đây", en "mark range";
    short_mark_all: vi "chọn hết", en "mark all";
    short_continue_draft: vi "viết tiếp", en "continue";
    short_confirm_and_route: vi "ghi + phân công", en "confirm + route";
    short_discard: vi "bỏ", en "discard";
    short_watch_session: vi "chỉ xem", en "view only";
    short_telex: vi "kiểu gõ", en "typing";
    short_theme: vi "màu", en "theme";
    short_close_or_reopen: vi "kết thúc", en "close";
    short_progress_task: vi "tiến độ", en "progress";
    short_amend_answer: vi "đính chính", en "amend";
    short_move_to_top: vi "lên đầu", en "to the top";
    short_merge: vi "gộp", en "merge";
    short_undo_here: vi "hoàn tác câu này", en "undo here";
    short_export: vi "xuất văn bản", en "export";
    short_paper_format: vi "định dạng", en "format";
    short_write_transcript: vi "xuất bản ghi", en "transcript";
    short_down: vi "xuống", en "down";
    short_page_down: vi "trang sau", en "page down";
    short_next_field: vi "ô tiếp", en "next field";
    short_open_session: vi "mở", en "open";
    short_refresh: vi "đọc lại", en "read again";
}
