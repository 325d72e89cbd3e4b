//! The help of the commands, and what they say about their work.

use super::{counted, sentences};
use crate::session::number::{DelegateNo, Seq};

sentences! {
    cli_about:
        vi "Điều hành một phiên đối thoại công khai ngay trong cửa sổ dòng lệnh: câu hỏi, phân công, trả lời, nhiệm vụ; dữ liệu ghi hai nơi.",
        en "Run a live public dialogue from one terminal: questions, routes, answers and tasks, in a record kept in two copies.";
    cli_after_help:
        vi "Không nêu lệnh nào: mở màn hình bắt đầu.\nMã thoát: 0 xong · 1 bị từ chối, dữ liệu sai hoặc kiểm tra không đạt · 2 gõ lệnh sai.",
        en "Without a command: the start screen.\nExit codes: 0 done · 1 refused, bad input or failed check · 2 wrong usage.";
    cli_heading_usage: vi "Cách dùng:", en "Usage:";
    cli_heading_commands: vi "Lệnh", en "Commands";
    cli_heading_arguments: vi "Đối số", en "Arguments";
    cli_heading_options: vi "Tùy chọn", en "Options";
    cli_value_options: vi "[TÙY CHỌN]", en "[OPTIONS]";
    cli_value_command: vi "LỆNH", en "COMMAND";

    verb_new: vi "Lập tệp phiên mới, ghi khai mạc và danh sách đơn vị trả lời trong một lần",
        en "Make a new session file with its opening and its roster";
    verb_open: vi "Điều hành một phiên", en "Moderate a session";
    verb_replay: vi "Xem lại một phiên theo từng bước; không ghi gì vào tệp phiên",
        en "Replay a session; nothing is written to its file";
    verb_export: vi "Xuất văn bản của phiên; mặc định in bản ghi dạng text ra stdout",
        en "Export a document of a session; by default the text transcript to stdout";
    verb_papers_template: vi "In mẫu papers.toml: thông tin cơ quan trên biên bản và thông báo kết luận",
        en "Print a papers.toml to fill in: what the office adds to minutes and conclusion";
    verb_apply: vi "Nhận lệnh dạng JSON từng dòng từ stdin, in các bước đã ghi ra stdout",
        en "Take commands as JSON lines from stdin, print the recorded events to stdout";
    verb_show: vi "In trạng thái của phiên thành một tài liệu JSON",
        en "Print the state of a session as one JSON document";
    verb_log: vi "In các bước bằng lời, mỗi dòng một bước", en "Print the events in words, one a line";
    verb_stats: vi "Đếm và tính giờ: câu hỏi theo nhóm vấn đề, đơn vị trả lời, kết quả; chờ bao lâu, ai phát biểu bao lâu",
        en "Count and time: questions by theme, responder and outcome; who waited, who spoke, and how long";
    verb_verify: vi "Kiểm tra tệp phiên có nguyên vẹn không, nêu bước sai đầu tiên",
        en "Check that session files are intact; names the first bad event";
    verb_recover: vi "Phục hồi tệp hỏng, giữ lại mọi byte của bản hỏng bên cạnh",
        en "Recover a damaged file, keeping every byte of the damaged one beside it";
    verb_schema: vi "In JSON Schema của các lệnh apply nhận và các bước trong tệp phiên", en "Print the JSON Schema of the commands apply takes and the events a file holds";
    verb_completions: vi "In mã tự hoàn thành lệnh cho một shell", en "Print the completions for a shell";
    verb_man: vi "In trang hướng dẫn (man) của chương trình hoặc của một lệnh", en "Print the manual page of the program, or of one command";

    arg_copy: vi "Giữ thêm một bản sao của phiên trong thư mục này (ổ USB, ổ mạng); nêu được nhiều lần",
        en "Keep one more copy of the session in this folder (a USB stick, a network drive); may be given several times";
    arg_from_state: vi "Kể các phiên mà thư mục trạng thái còn giữ; kèm ID (hay phần đầu của ID) và -o thì ghi lại phiên ấy",
        en "List the sessions that the state folder holds; with an ID (or its beginning) and -o, write that one again";
    arg_recover_to: vi "Ghi lại vào tệp này, chưa có tệp nào ở đó", en "Write it to this new file";
    cli_state_is_empty(folder: &str): vi "Thư mục trạng thái {folder} không giữ phiên nào.",
        en "The state folder {folder} holds no session.";
    cli_state_how: vi "Ghi lại một phiên bằng: doithoai recover --from-state ID -o TỆP-MỚI.json",
        en "Write one again with: doithoai recover --from-state ID -o NEW.json";
    cli_state_unknown(id: &str): vi "Thư mục trạng thái không giữ phiên nào có ID bắt đầu bằng {id}.",
        en "The state folder holds no session whose ID begins with {id}.";
    cli_state_several(id: &str): vi "Có nhiều phiên có ID bắt đầu bằng {id}; hãy gõ thêm.",
        en "Several sessions have an ID that begins with {id}; type more of it.";
    cli_rebuilt(path: &str, events: u64): vi "Đã ghi lại {path} từ thư mục trạng thái: {events} bước.",
        en "Wrote {path} again from the state folder: {events} events.";
    state_session(events: u64, last: &str, title: &str, file: &str):
        vi "{events} bước · {last} · {title} · {file}", en "{events} events · {last} · {title} · {file}";
    cli_replay_writes:
        vi "Chỉ ghi chú của người rà soát (phím i) được ghi ra đĩa: vào TÊN.review.json cạnh tệp phiên TÊN.json, hoặc TÊN.NGƯỜI-RÀ-SOÁT.review.json khi tệp ấy là của người khác.",
        en "The only thing written is the reviewer’s notes (key i): to NAME.review.json beside the session NAME.json, or to NAME.REVIEWER.review.json where that file is somebody else’s.";
    arg_command: vi "Lệnh cần xem; không nêu thì là trang của cả chương trình",
        en "The command to describe; without it, the page of the whole program";
    arg_file: vi "Tệp phiên đối thoại", en "The session file";
    arg_files: vi "Các tệp phiên đối thoại", en "The session files";
    arg_lang: vi "Ngôn ngữ: vi hoặc en (mặc định theo LC_ALL, LANG, rồi tiếng Việt); văn bản xuất ra chỉ theo tùy chọn này",
        en "Language: vi or en (default: LC_ALL, LANG, then Vietnamese); exported documents follow this alone";
    arg_dir: vi "Thư mục chứa các phiên (mặc định DOITHOAI_DIR, rồi ./sessions)",
        en "The folder of sessions (default: DOITHOAI_DIR, then ./sessions)";
    arg_by: vi "Tên người ghi, lưu cùng từng bước (mặc định moderator)",
        en "Name stored with each event (default: moderator)";
    arg_max_size: vi "Cỡ tệp lớn nhất được đọc, tính bằng MiB (mặc định 64); bộ nhớ dùng đến vài lần số ấy",
        en "The largest file that is read, in MiB (default: 64); memory is used up to a few times that";
    arg_help: vi "Xem hướng dẫn này", en "Print this help";
    arg_version: vi "Xem số phiên bản", en "Print the version";
    arg_title: vi "Tên phiên đối thoại", en "The title of the dialogue";
    arg_place: vi "Địa điểm", en "Where it is held";
    arg_number: vi "Lần thứ mấy", en "The number of the dialogue (11 for the 11th)";
    arg_chair: vi "Chủ tọa", en "Who chairs it";
    arg_secretary: vi "Thư ký", en "Who keeps the record";
    arg_attendance: vi "Thành phần tham dự, ghi bằng chữ", en "Who attends, in words";
    arg_subject: vi "Chủ đề của phiên", en "What the dialogue is about";
    arg_plan: vi "Số, ngày của kế hoạch tổ chức phiên", en "The number and date of the plan it is held under";
    arg_utc_offset: vi "Múi giờ của phiên so với UTC; mặc định: theo đồng hồ của máy", en "The session's offset from UTC; default: that of the machine's clock";
    arg_source: vi "Phiên được lập lại theo nguồn nào, khi không ai ghi tại chỗ", en "What the session is rebuilt from, when nobody recorded it live";
    arg_roster: vi "Danh sách đơn vị trả lời: một mảng JSON gồm {id?, name, kind: leader|agency, short?, title?, aliases?, remit?, keywords?, not_mine?, supports?}",
        en "The responders: a JSON array of {id?, name, kind: leader|agency, short?, title?, aliases?, remit?, keywords?, not_mine?, supports?}";
    arg_id: vi "Mã phiên, 32 chữ số hex viết thường (mặc định ngẫu nhiên)",
        en "The session's id, 32 lower-case hex digits (default: random)";
    arg_created: vi "Giờ khai mạc theo RFC 3339, như 2024-03-22T08:00:00+07:00 (mặc định bây giờ)",
        en "When it opened, RFC 3339 such as 2024-03-22T08:00:00+07:00 (default: now)";
    arg_batch: vi "Ghi tất cả thành một nhóm bước, hoặc không ghi gì; đọc hết stdin rồi mới ghi",
        en "Record all of them as one group of events or none; stdin is read to its end first";
    arg_point: vi "Trạng thái sau bước thứ mấy, hoặc lúc mấy giờ (RFC 3339, hay 8:42 theo giờ của phiên)",
        en "The state after that event, or at that time (RFC 3339, or 8:42 on the session's clock)";
    arg_seek: vi "Bắt đầu ở đâu: số bước (63), giờ của phiên (8:42), sau khai mạc bao lâu (+15p), câu hỏi (c17)",
        en "Where to begin: an event (63), a time on the session's clock (8:42), a while after the opening (+15m), a question (c17)";
    arg_notes_of_others: vi "Xem cùng tệp ghi chú của một người rà soát khác; nêu được nhiều lần",
        en "Show another reviewer's file of notes too; may be given several times";
    arg_speed: vi "Nhanh gấp mấy lần: 0,25 đến 600", en "Times the session's own speed: 0.25 to 600";
    arg_fingerprint: vi "Mã đối chiếu cần so, dạng N:64 chữ số hex",
        en "The fingerprint to compare with, N: and 64 hex digits";
    arg_format: vi "Dạng tệp: text, markdown, html, docx, csv, xlsx hoặc json; không nêu thì theo đuôi tệp của -o, nếu không là dạng đầu tiên của văn bản",
        en "The format: text, markdown, html, docx, csv, xlsx or json; without it, the ending of -o decides, else the document's first format";
    arg_table_format: vi "Dạng kết quả: text, json hoặc csv", en "The form of the output: text, json or csv";
    arg_document: vi "Loại văn bản: transcript (bản ghi), minutes (biên bản), conclusion (thông báo kết luận), register (sổ theo dõi), agency (tổng hợp của một đơn vị), asker (kết quả gửi người nêu)",
        en "The document: transcript, minutes, conclusion, register, agency (the matters of one responder), asker (the outcome for one delegate)";
    arg_agency: vi "Mã đơn vị, hoặc all: mỗi đơn vị một tệp và một mục lục trong thư mục của -o",
        en "The responder's id, or all: a file each and an index into the folder of -o";
    arg_delegate: vi "Số của đại biểu, hoặc all: mỗi người một tệp và một mục lục trong thư mục của -o",
        en "The delegate's number, or all: a file each and an index into the folder of -o";
    cli_form_agency: vi "Cần mã của một đơn vị, hoặc all.", en "It takes the id of a responder, or all.";
    cli_form_delegate: vi "Cần số của một đại biểu, hoặc all.", en "It takes the number of a delegate, or all.";
    cli_only_with_document(option: &str, document: &str): vi "{option} chỉ dùng với --document {document}.",
        en "{option} goes with --document {document} only.";
    cli_document_needs(document: &str, option: &str): vi "--document {document} cần thêm {option}.",
        en "--document {document} needs {option}.";
    cli_all_needs_a_folder: vi "Xuất nhiều tệp cần -o THƯ-MỤC.", en "Many files need -o FOLDER.";
    cli_not_to_a_terminal(format: &str): vi "Không in dạng {format} ra màn hình; hãy thêm -o TỆP.",
        en "The format {format} is not printed to a terminal; add -o FILE.";
    cli_no_such_agency(id: &str, ids: &str): vi "Phiên không có đơn vị {id}. Các mã: {ids}.",
        en "The session has no responder {id}. Those it has: {ids}.";
    cli_no_such_delegate(number: DelegateNo): vi "Phiên không có đại biểu số {number}.",
        en "The session has no delegate {number}.";
    cli_exported_all(folder: &str, files: usize, index: &str):
        vi "Đã xuất {files} tệp và mục lục {index} vào {folder}.",
        en ({
            let files = counted(files, "file", "files");
            format!("Exported {files} and the index {index} into {folder}.")
        });
    cli_no_such_pair(document: &str, format: &str): vi "Văn bản {document} không xuất ở dạng {format}. Các văn bản và dạng tệp có thể xuất:",
        en "The document {document} is not written as {format}. The documents and their formats:";
    arg_notes: vi "Kèm ghi chú của những người rà soát để cạnh phiên; --notes=TỆP thêm một tệp ghi chú ở nơi khác",
        en "With the reviewers’ notes that lie beside the session; --notes=FILE adds one that lies elsewhere";
    arg_output: vi "Ghi vào tệp này thay cho stdout; - là stdout", en "Write to this file instead of stdout; - is stdout";
    arg_public: vi "Bản công khai: ẩn tên, số ghế, số điện thoại, giấy tờ, tài khoản, thư điện tử",
        en "The public edition: names, seats, telephones, cards, accounts and e-mails masked";
    arg_names: vi "Gọi đại biểu bằng số (numbers) hoặc chữ cái đầu (initials)",
        en "Call delegates by number (numbers) or by initials (initials)";
    arg_units: vi "Giữ (keep) hoặc bỏ (drop) đơn vị của đại biểu", en "Keep the units of delegates (keep) or drop them (drop)";
    arg_public_dry_run: vi "Chỉ liệt kê những gì sẽ ẩn, không ghi tệp", en "List what would be masked, and write nothing";
    arg_public_yes: vi "Vẫn xuất tệp phiên cũ dù dòng ẩn có thể bị đoán",
        en "Export an older session file although withheld lines can be guessed";
    arg_force: vi "Ghi đè cả tệp không do doithoai tạo ra hoặc đã được sửa tay",
        en "Overwrite even a file that doithoai did not write, or that was edited by hand";
    arg_shell: vi "bash, elvish, fish, powershell hoặc zsh", en "bash, elvish, fish, powershell or zsh";

    cli_see_help: vi "Xem cách dùng: doithoai --help", en "For the usage: doithoai --help";
    cli_unknown_command(word: &str): vi "Không có lệnh “{word}”.", en "There is no command “{word}”.";
    cli_unknown_argument(word: &str): vi "Không có tùy chọn hay đối số “{word}” ở đây.",
        en "There is no option or argument “{word}” here.";
    cli_missing(words: &str): vi "Còn thiếu: {words}.", en "Still needed: {words}.";
    cli_given_twice(word: &str): vi "“{word}” được nêu hai lần.", en "“{word}” is given twice.";
    cli_value_missing(word: &str): vi "“{word}” cần một giá trị.", en "“{word}” needs a value.";
    cli_not_one_of(value: &str, argument: &str, valid: &str):
        vi "“{argument}” không nhận “{value}”; chỉ nhận: {valid}.",
        en "“{argument}” does not take “{value}”; it takes: {valid}.";
    cli_bad_value(value: &str, argument: &str): vi "“{value}” không hợp lệ cho “{argument}”.",
        en "“{value}” is not valid for “{argument}”.";
    cli_form_offset: vi "Cần một độ lệch so với UTC, như +07:00.", en "It takes an offset from UTC such as +07:00.";
    cli_clock_offset(offset: &str):
        vi "Đồng hồ máy lệch UTC {offset}, không phải +07:00: các bước sẽ ghi theo giờ của máy. Muốn ghi giờ Việt Nam, hãy đặt --utc-offset +07:00 khi tạo, hoặc sửa múi giờ của phiên.",
        en "This machine's clock is at {offset}, not +07:00: events will carry its time. For the time of Vietnam give --utc-offset +07:00, or correct the session's offset.";
    cli_form_time: vi "Cần một thời điểm RFC 3339, như 2024-03-22T08:00:00+07:00.",
        en "It takes an RFC 3339 time such as 2024-03-22T08:00:00+07:00.";
    cli_form_point: vi "Cần số của một bước (12), giờ của phiên (8:42 hoặc 8:42:10), khoảng thời gian (+15p), câu hỏi (c17) hay một thời điểm RFC 3339 (2024-03-22T08:00:00+07:00).",
        en "It takes the number of an event (12), a time on the session's clock (8:42 or 8:42:10), a while (+15m), a question (c17) or an RFC 3339 time (2024-03-22T08:00:00+07:00).";
    cli_form_speed: vi "Cần một số từ 0,25 đến 600.", en "It takes a number from 0.25 to 600.";
    cli_form_mib: vi "Cần một số nguyên từ 1 đến 1048576.", en "It takes a whole number from 1 to 1048576.";
    cli_form_number: vi "Cần một số nguyên từ 1.", en "It takes a whole number from 1.";
    cli_form_id: vi "Cần 32 chữ số hex viết thường (0-9, a-f).", en "It takes 32 lower-case hex digits (0-9, a-f).";
    cli_form_fingerprint: vi "Cần số bước, dấu hai chấm và 64 chữ số hex, như “doithoai verify” in ra.",
        en "It takes the number of events, a colon and 64 hex digits, as “doithoai verify” prints it.";
    cli_not_utf8: vi "Đối số không phải văn bản UTF-8.", en "An argument is not UTF-8 text.";
    cli_misused: vi "Câu lệnh gõ không đúng.", en "The command line is not right.";

    cli_no_state_folder(trouble: &str):
        vi "Không biết thư mục trạng thái của người dùng: {trouble}. Hãy đặt biến XDG_STATE_HOME hoặc HOME.",
        en "There is no state folder for this person: {trouble}. Set XDG_STATE_HOME or HOME.";
    cli_no_desk(trouble: &str): vi "Màn hình không dùng được nữa: {trouble}.", en "The screen can no longer be used: {trouble}.";
    cli_output_failed(trouble: &str): vi "Không in ra được: {trouble}.", en "The output could not be written: {trouble}.";
    cli_input_failed(trouble: &str): vi "Không đọc được stdin: {trouble}.", en "stdin could not be read: {trouble}.";
    cli_created(path: &str, responders: usize):
        vi "Đã lập {path}, {responders} đơn vị trả lời.",
        en ({
            let responders = counted(responders, "responder", "responders");
            format!("Created {path} with {responders}.")
        });
    cli_roster_failed(path: &str, why: &str): vi "Danh sách đơn vị trả lời {path} không dùng được: {why}.",
        en "The roster {path} cannot be used: {why}.";
    cli_read_damaged(path: &str, damage: &str, events: u64):
        vi "{path} bị hỏng: {damage}. Chỉ đưa ra {events} bước đứng trước chỗ hỏng.",
        en "{path} is damaged: {damage}. Given are the {events} events before the damage.";
    cli_no_such_moment(events: u64): vi "Phiên chỉ có {events} bước.", en "The session has only {events} events.";
    cli_withheld(path: &str, lines: u32): vi "{path}: bản công khai, {lines} dòng đã ẩn.",
        en "{path}: a public edition, {lines} of its lines are withheld.";
    cli_whole(path: &str, events: u64, fingerprint: &str):
        vi "{path}: nguyên vẹn, {events} bước, mã đối chiếu {fingerprint}",
        en "{path}: intact, {events} events, fingerprint {fingerprint}";
    cli_wild_times(path: &str, count: usize):
        vi "{path}: {count} thời điểm nằm ngoài các năm 1970–9999 do đồng hồ máy khi ấy sai; giữ nguyên như đã ghi, không dùng để xếp thứ tự",
        en "{path}: {count} times are outside the years 1970–9999, as a wrong clock had them; they are kept as recorded and ignored when ordering";
    cli_crlf(path: &str):
        vi "{path}: các dòng kết thúc bằng CRLF, một công cụ khác đã ghi lại tệp; nội dung không đổi",
        en "{path}: lines end in CRLF, another tool has rewritten the file; the content is unchanged";
    cli_not_whole(path: &str, damage: &str, fingerprint: &str):
        vi "{path}: KHÔNG nguyên vẹn: {damage}; mã đối chiếu của phần đứng trước: {fingerprint}",
        en "{path}: NOT intact: {damage}; fingerprint of what precedes: {fingerprint}";
    cli_matches(path: &str, asked: u64, there: u64):
        vi "{path}: mã đối chiếu khớp với {asked} bước đầu trong {there} bước",
        en "{path}: the fingerprint matches the first {asked} of {there} events";
    cli_matches_not(path: &str, asked: u64):
        vi "{path}: mã đối chiếu KHÔNG khớp với {asked} bước đầu",
        en "{path}: the fingerprint does NOT match the first {asked} events";
    cli_matches_beyond(path: &str, asked: u64, there: u64):
        vi "{path}: mã đối chiếu thuộc về {asked} bước, tệp chỉ còn {there}",
        en "{path}: the fingerprint is of {asked} events, the file has only {there}";
    cli_nothing_to_recover(path: &str, events: u64):
        vi "{path} nguyên vẹn ({events} bước), không có gì phải phục hồi.",
        en "{path} is intact ({events} events); there is nothing to recover.";
    cli_recovered(path: &str, events: u64, beside: &str):
        vi "Đã phục hồi {path} với {events} bước; bản hỏng giữ tại {beside}.",
        en "Recovered {path} with {events} events; the damaged file is kept at {beside}.";
    cli_completed(path: &str, events: u64):
        vi "Đã bổ sung {path}, nay có {events} bước.", en "Completed {path}: it has {events} events now.";
    cli_from_box(events: usize): vi "Trong đó {events} bước lấy lại từ bản sao thứ hai.",
        en ({
            let events = counted(events, "event", "events");
            format!("The second copy had {events} that the file had lost.")
        });
    cli_file_is_whole(path: &str, events: u64): vi "{path} nguyên vẹn ({events} bước).",
        en "{path} is intact ({events} events).";
    cli_parted(after: u64, events: usize, kept: &str):
        vi "Bản sao thứ hai có {events} bước riêng sau bước {after}, không có trong tệp; giữ nguyên tại {kept}:",
        en ({
            let events = counted(events, "event", "events");
            format!("The second copy has {events} of its own after event {after} that the file does not have; they are kept in {kept}:")
        });
    cli_beyond(seq: Seq, told: &str): vi "bước {seq}: {told}", en "event {seq}: {told}";
    cli_more_lines(lines: &str): vi "và {lines} nữa", en "and {lines} more";
    cli_beyond_recovery(path: &str):
        vi "Không phục hồi được {path}: dòng đầu đã hỏng nên không dòng nào kiểm tra được. Tệp được giữ nguyên; hãy lấy một bản sao còn tốt đặt vào chỗ này, hoặc tìm trong thư mục trạng thái bằng: doithoai recover --from-state",
        en "{path} cannot be recovered: its first line is broken, so no other can be checked. The file is kept as it is; put a good copy of it in its place, or look into the state folder with: doithoai recover --from-state";
    cli_read_headless(path: &str, damage: &str):
        vi "{path} bị hỏng: {damage}. Tệp được giữ nguyên; hãy lấy một bản sao còn tốt đặt vào chỗ này.",
        en "{path} is damaged: {damage}. The file is kept as it is; put a good copy of it in its place.";
    cli_salvaged(lines: &str, path: &str): vi "Đã giữ {lines} nằm sau chỗ hỏng ở {path}.",
        en "Kept {lines} from after the damage in {path}.";
    cli_exported(path: &str): vi "Đã xuất {path}.", en "Exported {path}.";
    cli_output_is_a_session(path: &str): vi "{path} là tệp phiên đối thoại, không ghi đè.",
        en "{path} is a session file and is not overwritten.";
    cli_output_is_foreign(path: &str):
        vi "Đã có {path} không do doithoai tạo ra. Chọn tên khác, hoặc thêm --force để ghi đè.",
        en "{path} exists and was not written by doithoai. Choose another name, or add --force to overwrite it.";
    cli_output_is_edited(path: &str):
        vi "{path} đã được sửa tay sau khi xuất; chọn tên khác hoặc thêm --force để ghi đè.",
        en "{path} was edited by hand since it was written; choose another name, or add --force to overwrite it.";
    verb_suggest: vi "Gợi ý ai trả lời một câu hỏi, học từ các câu đã phân công của phiên này và các phiên cùng thư mục",
        en "Suggest who should answer a question, learning from the routes of this session and the others in its folder";
    verb_similar: vi "Tìm câu hỏi tương tự đã hỏi, trong phiên này và các phiên cùng thư mục",
        en "Find similar questions asked before, in this session and the others in its folder";
    arg_question_text: vi "Câu hỏi, nguyên văn hoặc gõ dở", en "The question, whole or half typed";
    arg_answer_format: vi "Dạng kết quả: text hoặc json", en "The form of the output: text or json";

    cli_no_suggestion: vi "Chưa có đơn vị nào của phiên để gợi ý cho câu này.", en "No responder of this session can be suggested for this question.";
    cli_not_asked_before: vi "Chưa thấy câu hỏi nào tương tự.", en "No similar question was found.";
    cli_several_matters(count: usize): vi "Câu này có {count} nội dung, có thể tách:", en "This question holds {count} matters and could be split:";
    verb_search: vi "Tìm trong câu hỏi, trả lời, phát biểu, kết luận, nhiệm vụ; không cần dấu, chấp nhận gõ sai một chữ cái",
        en "Search questions, answers, statements, conclusions and tasks, without diacritics and with a letter wrong";
    arg_query: vi "Các từ cần tìm; cụm từ đúng nguyên văn thì đặt trong ngoặc kép", en "The words to find; an exact phrase in quotes";
    cli_search_filters: vi "Lọc: agency:đơn vị, unit:đơn vị của đại biểu, theme:nhóm vấn đề, is:kết quả (như deferred), by:người nói.",
        en "Filters: agency:responder, unit:the delegate's unit, theme:theme, is:status (such as deferred), by:speaker.";
    cli_nothing_found: vi "Không tìm thấy gì.", en "Nothing was found.";
}
