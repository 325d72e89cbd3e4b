//! Sentences printed after the screen is gone: drafts, and files that were not read.

use super::sentences;

sentences! {
    no_terminal: vi "Không mở được màn hình: hãy chạy chương trình trong cửa sổ dòng lệnh.",
        en "No screen to draw on: run the program in a terminal window.";
    roster_too_large: vi "tệp lớn hơn 1 MiB", en "it is larger than 1 MiB";
    drafts_left_aside(path: &str):
        vi "Không đọc được bản nháp của lần trước; tệp được giữ ở {path}.",
        en "The drafts of last time cannot be read; the file is kept at {path}.";
    not_kept_anywhere(words: &str):
        vi "Nội dung sau chưa ghi và không lưu được ở đâu; hãy chép lại:\n{words}",
        en "This text was not recorded and could not be kept; copy it:\n{words}";
    left_unwritten(path: &str):
        vi "Đĩa không phản hồi: bước cuối cùng có thể chưa được ghi vào {path}. Hãy mở lại phiên để kiểm tra.",
        en "The disk did not respond: the last event may not be in {path}. Open the session again to see.";
    watched_is_damaged:
        vi "phần mới của tệp không đọc được; trên màn hình là phần đọc được đến lúc này",
        en "what is new in the file cannot be read; the screen shows what could be read so far";
    drafts_failed(trouble: &str): vi "Không lưu được bản nháp: {trouble}. Hãy ghi sớm những gì đang gõ.",
        en "Drafts cannot be kept: {trouble}. Confirm soon what you are typing.";
}
