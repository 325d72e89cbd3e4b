//! The help of the commands, and what they say about their work.

use super::{counted, sentences};
use crate::session::number::Seq;

sentences! {
    cli_about:
        vi "Điều hành một buổi đối thoại công khai ngay trong cửa sổ dòng lệnh: câu hỏi, phân công, trả lời, lời hứa, và một bản ghi không thể mất.",
        en "Run a live public dialogue from one terminal: questions, routes, answers and promises, in a record that cannot be lost.";
    cli_after_help:
        vi "Không nêu lệnh nào: mở màn hình bắt đầu.\nMã thoát: 0 xong · 1 bị từ chối, dữ liệu sai hoặc kiểm tra không đạt · 2 gõ lệnh sai.",
        en "Without a command: the start screen.\nExit codes: 0 done · 1 refused, bad input or failed check · 2 wrong usage.";
    cli_heading_usage: vi "Cách dùng:", en "Usage:";
    cli_heading_commands: vi "Lệnh", en "Commands";
    cli_heading_arguments: vi "Đối số", en "Arguments";
    cli_heading_options: vi "Tùy chọn", en "Options";
    cli_value_options: vi "[TÙY CHỌN]", en "[OPTIONS]";
    cli_value_command: vi "LỆNH", en "COMMAND";

    verb_new: vi "Lập tệp phiên mới, ghi khai mạc và danh sách đơn vị trong một lần",
        en "Make a new session file with its opening and its roster";
    verb_open: vi "Điều hành một phiên", en "Moderate a session";
    verb_replay: vi "Xem lại một phiên như một cuốn phim; chỉ đọc, không ghi được gì",
        en "Replay a session as a film; it only reads and can write nothing";
    verb_export: vi "Xuất văn bản của phiên; không nói gì thêm thì in bản ghi ra stdout",
        en "Write a paper from a session; the text transcript to stdout when nothing is said";
    verb_apply: vi "Nhận lệnh dạng JSON từng dòng từ stdin, in sự kiện đã ghi ra stdout",
        en "Take commands as JSON lines from stdin, print the recorded events to stdout";
    verb_show: vi "In trạng thái của phiên thành một tài liệu JSON",
        en "Print the state of a session as one JSON document";
    verb_log: vi "Kể các sự kiện bằng lời, mỗi dòng một sự kiện", en "Tell the events in words, one a line";
    verb_stats: vi "Đếm và tính giờ: câu hỏi theo nhóm vấn đề, đơn vị, kết quả; chờ bao lâu, ai nói bao lâu",
        en "Count and time: questions by theme, responder and outcome; who waited, who spoke, and how long";
    verb_verify: vi "Kiểm tra tệp phiên có nguyên vẹn không, nêu sự kiện sai đầu tiên",
        en "Check that session files are whole; names the first bad event";
    verb_recover: vi "Phục hồi tệp hỏng, giữ lại mọi byte của bản hỏng bên cạnh",
        en "Mend a damaged file, keeping every byte of the damaged one beside it";
    verb_completions: vi "In mã tự hoàn thành lệnh cho một shell", en "Print the completions for a shell";
    verb_man: vi "In trang hướng dẫn (man)", en "Print the manual page";

    arg_copy: vi "Giữ thêm một bản sao của phiên trong thư mục này (ổ USB, ổ mạng); nêu được nhiều lần",
        en "Keep one more copy of the session in this folder (a USB stick, a network drive); may be given several times";
    arg_from_state: vi "Kể các phiên mà thư mục trạng thái còn giữ; kèm ID (hay phần đầu của ID) và -o thì ghi lại phiên ấy",
        en "List the sessions that the state folder holds; with an ID (or its beginning) and -o, write that one again";
    arg_recover_to: vi "Ghi lại vào tệp này, chưa có tệp nào ở đó", en "Write it to this file, where nothing may stand";
    cli_state_is_empty(folder: &str): vi "Thư mục trạng thái {folder} không giữ phiên nào.",
        en "The state folder {folder} holds no session.";
    cli_state_how: vi "Ghi lại một phiên bằng: doithoai recover --from-state ID -o TỆP-MỚI.json",
        en "Write one again with: doithoai recover --from-state ID -o NEW.json";
    cli_state_unknown(id: &str): vi "Thư mục trạng thái không giữ phiên nào có ID bắt đầu bằng {id}.",
        en "The state folder holds no session whose ID begins with {id}.";
    cli_state_several(id: &str): vi "Có nhiều phiên có ID bắt đầu bằng {id}; hãy gõ thêm.",
        en "Several sessions have an ID that begins with {id}; type more of it.";
    cli_rebuilt(path: &str, events: u64): vi "Đã ghi lại {path} từ thư mục trạng thái: {events} sự kiện.",
        en "Wrote {path} again from the state folder: {events} events.";
    state_session(events: u64, last: &str, title: &str, file: &str):
        vi "{events} sự kiện · {last} · {title} · {file}", en "{events} events · {last} · {title} · {file}";
    arg_file: vi "Tệp phiên đối thoại", en "The session file";
    arg_files: vi "Các tệp phiên đối thoại", en "The session files";
    arg_lang: vi "Ngôn ngữ: vi hoặc en (mặc định theo LC_ALL, LANG, rồi tiếng Việt); văn bản xuất ra chỉ theo tùy chọn này",
        en "Language: vi or en (else LC_ALL, LANG, then Vietnamese); papers follow this alone";
    arg_dir: vi "Thư mục chứa các phiên (mặc định DOITHOAI_DIR, rồi ./sessions)",
        en "The folder of sessions (else DOITHOAI_DIR, then ./sessions)";
    arg_by: vi "Người ghi, đứng tên từng sự kiện (mặc định moderator)",
        en "Whose hand writes each event (else moderator)";
    arg_max_size: vi "Cỡ tệp lớn nhất được đọc, tính bằng MiB (mặc định 64); bộ nhớ dùng đến vài lần số ấy",
        en "The largest file that is read, in MiB (else 64); memory is used up to a few times that";
    arg_help: vi "Xem hướng dẫn này", en "Print this help";
    arg_version: vi "Xem số phiên bản", en "Print the version";
    arg_title: vi "Tên buổi đối thoại", en "The title of the dialogue";
    arg_place: vi "Địa điểm", en "Where it is held";
    arg_number: vi "Lần thứ mấy", en "The how-manieth dialogue it is";
    arg_chair: vi "Chủ tọa", en "Who chairs it";
    arg_secretary: vi "Thư ký", en "Who keeps the record";
    arg_attendance: vi "Thành phần dự, bằng lời", en "Who attends, in words";
    arg_source: vi "Phiên dựng lại từ đâu, khi không ai ghi tại chỗ", en "What the session is rebuilt from, when nobody recorded it live";
    arg_roster: vi "Danh sách người, đơn vị trả lời: một mảng JSON gồm {id?, name, kind: leader|agency, short?, title?, aliases?, remit?}",
        en "The responders: a JSON array of {id?, name, kind: leader|agency, short?, title?, aliases?, remit?}";
    arg_id: vi "Mã phiên, 32 chữ số hex thường (mặc định ngẫu nhiên)",
        en "The session's id, 32 lower-case hex digits (else random)";
    arg_created: vi "Giờ khai mạc theo RFC 3339, như 2024-03-22T08:00:00+07:00 (mặc định bây giờ)",
        en "When it opened, RFC 3339 such as 2024-03-22T08:00:00+07:00 (else now)";
    arg_point: vi "Trạng thái sau sự kiện thứ mấy, hoặc lúc mấy giờ (RFC 3339, hay 8:42 theo giờ của phiên)",
        en "The state after that event, or at that time (RFC 3339, or 8:42 on the session's clock)";
    arg_seek: vi "Bắt đầu ở đâu: số sự kiện (63), giờ của phiên (8:42), sau khai mạc bao lâu (+15p), câu hỏi (c17)",
        en "Where to begin: an event (63), a time on the session's clock (8:42), a while after the opening (+15m), a question (c17)";
    arg_notes_of_others: vi "Xem cùng tệp ghi chú của một người xem lại khác; nêu được nhiều lần",
        en "Show another reviewer's file of notes too; may be given several times";
    arg_speed: vi "Nhanh gấp mấy lần: 0.25 đến 600", en "Times the session's own speed: 0.25 to 600";
    arg_fingerprint: vi "Dấu vân tay của bản ghi cần đối chiếu, dạng N:64 chữ số hex",
        en "The fingerprint to compare with, N: and 64 hex digits";
    arg_format: vi "Dạng tệp: text", en "The format: text";
    arg_table_format: vi "Dạng kết quả: text, json hoặc csv", en "The form of the output: text, json or csv";
    arg_document: vi "Loại văn bản: transcript (bản ghi)", en "The paper: transcript";
    arg_notes: vi "Kèm ghi chú của những người xem lại để cạnh phiên; --notes=TỆP thêm một tệp ghi chú ở nơi khác",
        en "With the reviewers’ notes that lie beside the session; --notes=FILE adds one that lies elsewhere";
    arg_output: vi "Ghi vào tệp này thay cho stdout; - là stdout", en "Write to this file instead of stdout; - is stdout";
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
    cli_form_time: vi "Cần một thời điểm RFC 3339, như 2024-03-22T08:00:00+07:00.",
        en "It takes an RFC 3339 time such as 2024-03-22T08:00:00+07:00.";
    cli_form_point: vi "Cần số của một sự kiện (12), giờ của phiên (8:42 hoặc 8:42:10), khoảng thời gian (+15p), câu hỏi (c17) hay một thời điểm RFC 3339 (2024-03-22T08:00:00+07:00).",
        en "It takes the number of an event (12), a time on the session's clock (8:42 or 8:42:10), a while (+15m), a question (c17) or an RFC 3339 time (2024-03-22T08:00:00+07:00).";
    cli_form_speed: vi "Cần một số từ 0.25 đến 600.", en "It takes a number from 0.25 to 600.";
    cli_form_mib: vi "Cần một số nguyên từ 1 đến 1048576.", en "It takes a whole number from 1 to 1048576.";
    cli_form_number: vi "Cần một số nguyên từ 1.", en "It takes a whole number from 1.";
    cli_form_id: vi "Cần 32 chữ số hex thường (0-9, a-f).", en "It takes 32 lower-case hex digits (0-9, a-f).";
    cli_form_fingerprint: vi "Cần số sự kiện, dấu hai chấm và 64 chữ số hex, như “doithoai verify” in ra.",
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
        vi "Đã lập {path}, {responders} người/đơn vị trả lời.",
        en ({
            let responders = counted(responders, "responder", "responders");
            format!("Created {path} with {responders}.")
        });
    cli_roster_failed(path: &str, why: &str): vi "Danh sách {path} không dùng được: {why}.",
        en "The roster {path} cannot be used: {why}.";
    cli_read_damaged(path: &str, damage: &str, events: u64):
        vi "{path} bị hỏng: {damage}. Chỉ đưa ra {events} sự kiện đứng trước chỗ hỏng.",
        en "{path} is damaged: {damage}. Given are the {events} events before the damage.";
    cli_no_such_moment(events: u64): vi "Phiên chỉ có {events} sự kiện.", en "The session has only {events} events.";
    cli_whole(path: &str, events: u64, fingerprint: &str):
        vi "{path}: nguyên vẹn, {events} sự kiện, dấu vân tay {fingerprint}",
        en "{path}: whole, {events} events, fingerprint {fingerprint}";
    cli_wild_times(path: &str, count: usize):
        vi "{path}: {count} thời điểm nằm ngoài các năm 1970–9999 do đồng hồ máy khi ấy sai; giữ nguyên như đã ghi, không dùng để xếp thứ tự",
        en "{path}: {count} times are outside the years 1970–9999, as a wrong clock had them; they are kept as recorded and ignored when ordering";
    cli_crlf(path: &str):
        vi "{path}: các dòng kết thúc bằng CRLF, một công cụ khác đã ghi lại tệp; nội dung không đổi",
        en "{path}: lines end in CRLF, another tool has rewritten the file; the content is unchanged";
    cli_not_whole(path: &str, damage: &str, fingerprint: &str):
        vi "{path}: KHÔNG nguyên vẹn: {damage}; dấu vân tay của phần đứng trước: {fingerprint}",
        en "{path}: NOT whole: {damage}; fingerprint of what precedes: {fingerprint}";
    cli_matches(path: &str, asked: u64, there: u64):
        vi "{path}: dấu vân tay khớp với {asked} sự kiện đầu trong {there} sự kiện",
        en "{path}: the fingerprint heads the first {asked} of {there} events";
    cli_matches_not(path: &str, asked: u64):
        vi "{path}: dấu vân tay KHÔNG khớp với {asked} sự kiện đầu",
        en "{path}: the fingerprint does NOT head the first {asked} events";
    cli_matches_beyond(path: &str, asked: u64, there: u64):
        vi "{path}: dấu vân tay thuộc về {asked} sự kiện, tệp chỉ còn {there}",
        en "{path}: the fingerprint is of {asked} events, the file has only {there}";
    cli_nothing_to_recover(path: &str, events: u64):
        vi "{path} nguyên vẹn ({events} sự kiện), không có gì phải phục hồi.",
        en "{path} is whole ({events} events); there is nothing to recover.";
    cli_recovered(path: &str, events: u64, beside: &str):
        vi "Đã phục hồi {path} với {events} sự kiện; bản hỏng giữ tại {beside}.",
        en "Recovered {path} with {events} events; the damaged file is kept at {beside}.";
    cli_completed(path: &str, events: u64):
        vi "Đã bổ sung {path}, nay có {events} sự kiện.", en "Completed {path}: it has {events} events now.";
    cli_from_box(events: usize): vi "Trong đó {events} sự kiện lấy lại từ hộp đen.",
        en ({
            let events = counted(events, "event", "events");
            format!("The black box had {events} that the file had lost.")
        });
    cli_file_is_whole(path: &str, events: u64): vi "{path} nguyên vẹn ({events} sự kiện).",
        en "{path} is whole ({events} events).";
    cli_parted(after: u64, events: usize, kept: &str):
        vi "Hộp đen có {events} sự kiện riêng sau sự kiện {after}, không có trong tệp; giữ nguyên tại {kept}:",
        en ({
            let events = counted(events, "event", "events");
            format!("The black box has {events} of its own after event {after} that the file has not; they are kept in {kept}:")
        });
    cli_beyond(seq: Seq, told: &str): vi "sự kiện {seq}: {told}", en "event {seq}: {told}";
    cli_more_lines(lines: &str): vi "và {lines} nữa", en "and {lines} more";
    cli_beyond_recovery(path: &str):
        vi "Không phục hồi được {path}: dòng đầu đã hỏng nên không dòng nào kiểm tra được. Tệp được giữ nguyên; hãy lấy một bản sao còn tốt đặt vào chỗ này, hoặc tìm trong thư mục trạng thái bằng: doithoai recover --from-state",
        en "{path} cannot be recovered: its first line is broken, so no other can be checked. The file is kept as it is; put a good copy of it in its place, or look into the state folder with: doithoai recover --from-state";
    cli_read_headless(path: &str, damage: &str):
        vi "{path} bị hỏng: {damage}. Tệp được giữ nguyên; hãy lấy một bản sao còn tốt đặt vào chỗ này.",
        en "{path} is damaged: {damage}. The file is kept as it is; put a good copy of it in its place.";
    cli_salvaged(lines: &str, path: &str): vi "Đã cất {lines} nằm sau chỗ hỏng vào {path}.",
        en "Put {lines} from behind the damage into {path}.";
    cli_exported(path: &str): vi "Đã xuất {path}.", en "Wrote {path}.";
    cli_output_is_a_session(path: &str): vi "{path} là tệp phiên đối thoại, không ghi đè.",
        en "{path} is a session file and is not overwritten.";
    cli_output_is_foreign(path: &str):
        vi "Đã có {path} không do doithoai tạo ra. Chọn tên khác, hoặc thêm --force để ghi đè.",
        en "{path} is there and was not written by doithoai. Choose another name, or add --force to overwrite it.";
    cli_output_is_edited(path: &str):
        vi "{path} đã được sửa tay sau khi xuất; chọn tên khác hoặc thêm --force để ghi đè.",
        en "{path} was edited by hand since it was written; choose another name, or add --force to overwrite it.";
}
