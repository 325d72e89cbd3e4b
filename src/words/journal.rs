//! What the file, its lock and its damage are called, and what a person can do about them.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::{Lang, counted, words};
use crate::journal::{
    CreateError, Holder, InkError, Mended, OpenError, ReadError, Reading, RecoverError, Spot, Tail,
};
use crate::safe_text;
use crate::session::state::State;

words! {
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
    trouble_name: vi "tên tệp không hợp lệ", en "the file name is not valid";
    trouble_text: vi "nội dung không phải văn bản UTF-8", en "the content is not UTF-8 text";

    read_failed(path: &str, trouble: &str): vi "Không đọc được {path}: {trouble}.",
        en "Cannot read {path}: {trouble}.";
    read_too_large(path: &str, limit: u64):
        vi "{path} quá lớn: chỉ đọc tệp không quá {limit} MiB. Thêm --max-size để đọc tệp lớn hơn.",
        en "{path} is too large: files of at most {limit} MiB are read. Add --max-size to read larger ones.";
    read_not_a_session(path: &str): vi "{path} không phải là tệp phiên đối thoại của doithoai.",
        en "{path} is not a session file of doithoai.";
    read_other_format(path: &str, format: &str):
        vi "{path} có định dạng {format}, bản doithoai này không đọc được. Hãy dùng bản mới hơn.",
        en "{path} has the format {format}, which this doithoai does not read. Use a newer one.";

    open_held(path: &str, user: &str, host: &str, pid: u32):
        vi "{path} đang được {user} mở để ghi trên máy {host} (tiến trình {pid}). Hãy đóng ở đó trước; trong lúc ấy vẫn xem được.",
        en "{path} is being written by {user} on {host} (process {pid}). Close it there first; it can be read meanwhile.";
    open_held_by_somebody(path: &str):
        vi "{path} đang được mở để ghi ở nơi khác. Hãy đóng ở đó trước; trong lúc ấy vẫn xem được.",
        en "{path} is being written elsewhere. Close it there first; it can be read meanwhile.";
    open_no_lock(trouble: &str):
        vi "Không tạo được khóa ghi trong thư mục trạng thái: {trouble}.",
        en "Cannot make the lock in the state folder: {trouble}.";
    open_damaged(path: &str, damage: &str):
        vi "{path} bị hỏng nên không mở để ghi: {damage}. Hãy chạy: doithoai recover {path}",
        en "{path} is damaged and not opened for writing: {damage}. Run: doithoai recover {path}";
    open_headless(path: &str, damage: &str):
        vi "Không mở được {path}: {damage}. Tệp được giữ nguyên; hãy lấy một bản sao còn tốt đặt vào chỗ này.",
        en "{path} cannot be opened: {damage}. The file is kept as it is; put a good copy of it in its place.";
    open_newer(path: &str, kind: &str):
        vi "{path} có sự kiện “{kind}” mà bản doithoai này không hiểu. Hãy dùng bản mới hơn để ghi.",
        en "{path} holds the event “{kind}”, which this doithoai does not understand. Use a newer one to write.";
    open_not_mended(path: &str, trouble: &str):
        vi "Không vá được phần cuối dở dang của {path}: {trouble}.",
        en "The torn end of {path} could not be mended: {trouble}.";
    open_changed(path: &str):
        vi "{path} bị thay bằng tệp khác trong lúc mở. Hãy mở lại.",
        en "{path} was replaced while it was being opened. Open it again.";
    was_mended(path: &str, bytes: usize, beside: &str):
        vi "Đã vá phần cuối dở dang của {path} (bỏ {bytes} byte chưa ghi xong); bản nguyên trạng giữ tại {beside}.",
        en ({
            let bytes = counted(bytes, "unfinished byte", "unfinished bytes");
            format!("Mended the torn end of {path} (dropped {bytes}); the file as it was is kept at {beside}.")
        });

    was_ended(path: &str, beside: &str):
        vi "Đã ghi lại dấu kết thúc còn thiếu của {path}; bản nguyên trạng giữ tại {beside}.",
        en "Put back the end mark that {path} lacked; the file as it was is kept at {beside}.";
    was_rid_of_nuls(path: &str, beside: &str):
        vi "Đã xóa các byte rỗng (NUL) ở cuối {path}; bản nguyên trạng giữ tại {beside}.",
        en "Cleared the empty bytes (NUL) at the end of {path}; the file as it was is kept at {beside}.";

    damage_no_end: vi "thiếu dấu kết thúc của tệp; mọi sự kiện đều nguyên vẹn",
        en "the end mark is missing; every event is whole";
    damage_nuls: vi "cuối tệp có các byte rỗng (NUL) do một lần ghi dở dang để lại; mọi sự kiện đều nguyên vẹn",
        en "there are empty bytes (NUL) at its end, left by a write that was cut short; every event is whole";
    damage_torn(bytes: usize): vi "phần cuối ghi dở dang ({bytes} byte); mọi sự kiện đứng trước đều nguyên vẹn",
        en ({
            let bytes = counted(bytes, "byte", "bytes");
            format!("its end is torn ({bytes}); every event before it is whole")
        });
    damage_after(seq: u64, salvage: &str): vi "hỏng ngay sau sự kiện {seq}; phía sau còn {salvage}",
        en "it is broken right after event {seq}; behind that are {salvage}";
    damage_edited(seq: u64): vi "sự kiện {seq} đã bị sửa: mã băm không khớp",
        en "event {seq} was edited: its hash does not fit";
    damage_impossible(seq: u64, why: &str): vi "sự kiện {seq} không thể đã xảy ra: {why}",
        en "event {seq} could not have happened: {why}";
    damage_unknown(seq: u64, kind: &str):
        vi "sự kiện {seq} thuộc loại “{kind}” hoặc có trường mà bản doithoai này không hiểu",
        en "event {seq} is of the kind “{kind}”, or has a field, that this doithoai does not understand";
    damage_at(damage: &str, line: usize, column: usize): vi "{damage} (dòng {line}, cột {column})",
        en "{damage} (line {line}, column {column})";
    damage_headless: vi "dòng đầu của tệp bị hỏng, không còn sự kiện nào kiểm tra được",
        en "its first line is broken, so no event can be checked";
    whole_lines(count: usize): vi "{count} dòng nguyên vẹn",
        en (counted(count, "whole line", "whole lines"));

    ink_gone(path: &str): vi "Chưa lưu được: {path} không còn ở chỗ cũ. Hãy trả tệp về rồi thử lại.",
        en "Not saved: {path} is no longer there. Put it back and try again.";
    ink_replaced(path: &str): vi "Chưa lưu được: {path} đã bị thay bằng tệp khác.",
        en "Not saved: another file stands at {path}.";
    ink_changed(path: &str): vi "Chưa lưu được: có người khác vừa sửa {path}.",
        en "Not saved: somebody else changed {path}.";
    ink_poisoned(path: &str):
        vi "Chưa lưu được: lần ghi trước xuống đĩa đã hỏng, {path} không còn tin được. Hãy thoát, kiểm tra ổ đĩa rồi mở lại.",
        en "Not saved: an earlier write did not reach the disk and {path} can no longer be trusted. Leave, check the disk and open it again.";
    ink_no_room(path: &str, trouble: &str):
        vi "Chưa lưu được: phần dự trữ của {path} đã hết và {trouble}. Hãy dọn chỗ trống rồi thử lại.",
        en "Not saved: the reserve of {path} is used up and {trouble}. Make room and try again.";
    ink_failed(path: &str, trouble: &str): vi "Chưa lưu được vào {path}: {trouble}. Tệp vẫn như trước.",
        en "Not saved to {path}: {trouble}. The file is as it was.";
    ink_sync_failed(path: &str, trouble: &str):
        vi "Không chắc đã lưu: đĩa không xác nhận đã ghi {path} ({trouble}). Hãy thoát, kiểm tra ổ đĩa rồi mở lại.",
        en "Perhaps not saved: the disk did not confirm writing {path} ({trouble}). Leave, check the disk and open it again.";
    ink_untidy(path: &str): vi "Không dọn gọn được {path}; mọi sự kiện vẫn nguyên vẹn.",
        en "{path} could not be tidied; every event is as safe as before.";
    ink_low(answers: u64): vi "Đĩa sắp đầy: còn chỗ cho khoảng {answers} câu trả lời.",
        en "The disk is nearly full: room for about {answers} answers.";

    create_exists(path: &str): vi "Đã có {path}. Hãy chọn tên khác.",
        en "{path} is already there. Choose another name.";
    create_failed(path: &str, trouble: &str): vi "Không tạo được {path}: {trouble}.",
        en "Cannot create {path}: {trouble}.";
    create_refused(why: &str): vi "Không lập được phiên: {why}.", en "The session cannot be made: {why}.";
    create_roster_refused(place: usize, why: &str):
        vi "Danh sách đơn vị, mục {place}: {why}.", en "Roster, entry {place}: {why}.";
    recover_failed(path: &str, trouble: &str): vi "Không phục hồi được {path}: {trouble}. Tệp vẫn như trước.",
        en "{path} could not be recovered: {trouble}. The file is as it was.";
}

/// A path as it may be shown.
pub fn shown(path: &Path) -> String {
    safe_text::line(&path.display().to_string()).into_owned()
}

impl Lang {
    /// What the system said, to stand after a colon.
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
            _ => return safe_text::line(&error.to_string()).into_owned(),
        };
        known.to_owned()
    }

    pub fn read_error(self, path: &Path, error: &ReadError) -> String {
        let path = shown(path);
        match error {
            ReadError::Io(error) => self.read_failed(&path, &self.trouble(error)),
            ReadError::TooLarge { limit } => self.read_too_large(&path, limit >> 20),
            ReadError::NotASession => self.read_not_a_session(&path),
            ReadError::OtherFormat(format) => {
                self.read_other_format(&path, &safe_text::line(format))
            }
        }
    }

    /// `spot` is where the file is damaged, when that is what is wrong with it.
    pub fn open_error_at(self, path: &Path, error: &OpenError, spot: Option<Spot>) -> String {
        let shown = shown(path);
        match error {
            OpenError::Read(error) => self.read_error(path, error),
            OpenError::Held(Some(Holder { pid, user, host })) => {
                self.open_held(&shown, &safe_text::line(user), &safe_text::line(host), *pid)
            }
            OpenError::Held(None) => self.open_held_by_somebody(&shown),
            OpenError::Lock(error) => self.open_no_lock(&self.trouble(error)),
            OpenError::Damaged(tail @ Tail::Headless { .. }) => {
                self.open_headless(&shown, &self.placed(self.damage(tail), spot))
            }
            OpenError::Damaged(tail) => {
                self.open_damaged(&shown, &self.placed(self.damage(tail), spot))
            }
            OpenError::Newer { kind } => self.open_newer(&shown, &safe_text::line(kind)),
            OpenError::Mend(error) => self.open_not_mended(&shown, &self.trouble(error)),
            OpenError::Changed => self.open_changed(&shown),
        }
    }

    pub fn open_error(self, path: &Path, error: &OpenError) -> String {
        self.open_error_at(path, error, None)
    }

    pub fn mended(self, path: &Path, mended: &Mended) -> String {
        let (path, beside) = (shown(path), shown(&mended.kept_beside));
        match mended.torn_bytes {
            0 if mended.held_nuls => self.was_rid_of_nuls(&path, &beside),
            0 => self.was_ended(&path, &beside),
            bytes => self.was_mended(&path, bytes, &beside),
        }
    }

    /// What is wrong with a file that was read, to stand after a colon; empty when nothing is.
    pub fn fault_of(self, reading: &Reading) -> String {
        let damage = match &reading.tail {
            Tail::Torn { bytes: 0 } if reading.holds_nuls => self.damage_nuls().to_owned(),
            tail => self.damage(tail),
        };
        self.placed(damage, reading.spot)
    }

    fn placed(self, damage: String, spot: Option<Spot>) -> String {
        match spot {
            Some(Spot { line, column }) => self.damage_at(&damage, line, column),
            None => damage,
        }
    }

    /// What is wrong with the end of a file, to stand after a colon; empty when nothing is.
    pub fn damage(self, tail: &Tail) -> String {
        match tail {
            Tail::Clean => String::new(),
            Tail::Torn { bytes: 0 } => self.damage_no_end().to_owned(),
            Tail::Torn { bytes } => self.damage_torn(*bytes),
            Tail::Damaged { after, salvage } => {
                self.damage_after(after.0, &self.whole_lines(salvage.len()))
            }
            Tail::Edited { seq, .. } => self.damage_edited(seq.0),
            Tail::Impossible { seq, refusal, .. } => {
                self.damage_impossible(seq.0, &self.refusal(refusal, &State::default()))
            }
            Tail::Unknown { seq, kind } => self.damage_unknown(seq.0, &safe_text::line(kind)),
            Tail::Headless { .. } => self.damage_headless().to_owned(),
        }
    }

    pub fn ink_error(self, path: &Path, error: &InkError) -> String {
        let path = shown(path);
        match error {
            InkError::Gone => self.ink_gone(&path),
            InkError::Replaced => self.ink_replaced(&path),
            InkError::Changed => self.ink_changed(&path),
            InkError::Poisoned => self.ink_poisoned(&path),
            InkError::NoRoom(error) => self.ink_no_room(&path, &self.trouble(error)),
            InkError::Io(error) => self.ink_failed(&path, &self.trouble(error)),
            InkError::Sync(error) => self.ink_sync_failed(&path, &self.trouble(error)),
            InkError::Untidy => self.ink_untidy(&path),
        }
    }

    pub fn create_error(self, path: &Path, error: &CreateError) -> String {
        let why = |refusal| self.refusal(refusal, &State::default());
        match error {
            CreateError::Refused { place: 0, refusal } => self.create_refused(&why(refusal)),
            CreateError::Refused { place, refusal } => {
                self.create_roster_refused(*place, &why(refusal))
            }
            CreateError::Exists => self.create_exists(&shown(path)),
            CreateError::Io(error) => self.create_failed(&shown(path), &self.trouble(error)),
        }
    }

    pub fn recover_error(self, path: &Path, error: &RecoverError) -> String {
        match error {
            RecoverError::Open(error) => self.open_error(path, error),
            RecoverError::Io(error) => self.recover_failed(&shown(path), &self.trouble(error)),
        }
    }
}
