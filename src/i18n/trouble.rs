//! What the operating system reports when something fails.

use std::io::{self, ErrorKind};

use super::{Lang, sentences};
use crate::text::safe;

sentences! {
    trouble_not_found: vi "không có tệp hay thư mục này", en "there is no such file or folder";
    trouble_denied: vi "không có quyền truy cập", en "access is not permitted";
    trouble_exists: vi "đã có tệp cùng tên", en "there is already a file of that name";
    trouble_folder: vi "đây là một thư mục, không phải tệp", en "this is a folder, not a file";
    trouble_not_a_folder: vi "một phần của đường dẫn không phải thư mục",
        en "a part of the path is not a folder";
    trouble_full: vi "đĩa đã đầy", en "the disk is full";
    trouble_quota: vi "đã hết hạn mức dung lượng", en "the disk quota is used up";
    trouble_read_only: vi "ổ đĩa chỉ cho đọc", en "the disk is read-only";
    trouble_too_large: vi "vượt quá cỡ tệp cho phép", en "the file would be larger than is allowed";
    trouble_not_a_file: vi "đây là thiết bị hoặc đường ống, không phải tệp",
        en "this is a device or a pipe, not a file";
    trouble_memory: vi "không đủ bộ nhớ", en "there is not enough memory";
    trouble_name: vi "tên tệp hoặc đường dẫn quá dài, hoặc không hợp lệ",
        en "the file's name or path is too long, or not valid";
    trouble_link: vi "đường dẫn là liên kết không theo được", en "the path is a link that is not followed";
    trouble_text: vi "nội dung không phải văn bản UTF-8", en "the content is not UTF-8 text";
}

impl Lang {
    /// The system's error, to stand after a colon.
    pub fn trouble(self, error: &io::Error) -> String {
        let known = match error.kind() {
            ErrorKind::NotFound => self.trouble_not_found(),
            ErrorKind::PermissionDenied => self.trouble_denied(),
            ErrorKind::AlreadyExists => self.trouble_exists(),
            ErrorKind::IsADirectory => self.trouble_folder(),
            ErrorKind::NotADirectory => self.trouble_not_a_folder(),
            ErrorKind::StorageFull => self.trouble_full(),
            ErrorKind::QuotaExceeded => self.trouble_quota(),
            ErrorKind::ReadOnlyFilesystem => self.trouble_read_only(),
            ErrorKind::FileTooLarge => self.trouble_too_large(),
            ErrorKind::NotSeekable => self.trouble_not_a_file(),
            ErrorKind::OutOfMemory => self.trouble_memory(),
            ErrorKind::InvalidFilename => self.trouble_name(),
            ErrorKind::InvalidData => self.trouble_text(),
            _ if is_of_a_link(error) => self.trouble_link(),
            _ if is_of_a_socket(error) => self.trouble_not_a_file(),
            _ => return safe::line(&error.to_string()).into_owned(),
        };
        known.to_owned()
    }
}

/// The system's numbers for which the standard library has no kind: too many links, and a socket opened.
const LINK: i32 = 40;
const SOCKET: i32 = 6;

fn is_of_a_link(error: &io::Error) -> bool {
    cfg!(target_os = "linux") && error.raw_os_error() == Some(LINK)
}

fn is_of_a_socket(error: &io::Error) -> bool {
    cfg!(target_os = "linux") && error.raw_os_error() == Some(SOCKET)
}
