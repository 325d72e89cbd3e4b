//! The session file, its lock and its damage, and what a person can do about them.

use super::{counted, sentences};

sentences! {
    read_failed(path: &str, trouble: &str): vi "Không đọc được {path}: {trouble}.",
        en "Cannot read {path}: {trouble}.";
    read_too_large(path: &str, limit: u64):
        vi "{path} quá lớn: chỉ đọc tệp không quá {limit} MiB. Thêm --max-size để đọc tệp lớn hơn.",
        en "{path} is too large: files of at most {limit} MiB are read. Add --max-size to read larger ones.";
    read_not_a_session(path: &str): vi "{path} không phải là tệp phiên đối thoại của doithoai.",
        en "{path} is not a session file of doithoai.";
    read_other_format(path: &str, format: &str):
        vi "{path} có định dạng {format}, phiên bản doithoai này không đọc được. Hãy dùng phiên bản mới hơn.",
        en "{path} has the format {format}, which this doithoai does not read. Use a newer one.";

    open_held(path: &str, user: &str, host: &str, pid: u32):
        vi "{path} đang được {user} mở để ghi trên máy {host} (tiến trình {pid}). Hãy đóng ở đó trước; trong lúc ấy vẫn xem được.",
        en "{path} is being written by {user} on {host} (process {pid}). Close it there first; it can be read meanwhile.";
    open_held_by_somebody(path: &str):
        vi "{path} đang được mở để ghi ở nơi khác. Hãy đóng ở đó trước; trong lúc ấy vẫn xem được.",
        en "{path} is being written elsewhere. Close it there first; it can be read meanwhile.";
    open_not_writable(path: &str, trouble: &str):
        vi "{path} đọc được, không ghi được: {trouble}. Vẫn xem được bằng: doithoai replay {path}",
        en "{path} can be read, and not be written: {trouble}. It can still be seen with: doithoai replay {path}";
    state_unusable(folder: &str, trouble: &str):
        vi "Không dùng được thư mục trạng thái {folder}: {trouble}.",
        en "The state folder {folder} cannot be used: {trouble}.";
    lock_unusable(lock: &str, trouble: &str):
        vi "Không dùng được khóa {lock} trong thư mục trạng thái: {trouble}.",
        en "The lock {lock} in the state folder cannot be used: {trouble}.";
    locked_beside:
        vi "Phiên vẫn được ghi, chỉ có một bản, khóa đặt cạnh tệp.",
        en "The session is recorded all the same, in one copy, locked beside its file.";
    locked_nowhere:
        vi "Phiên vẫn được ghi, chỉ có một bản, và không đặt được khóa ở đâu: đừng mở phiên này ở cửa sổ hay máy khác.",
        en "The session is recorded all the same, in one copy, and no lock can be made anywhere: do not open it in another window or on another machine.";
    state_way_out(folder: &str):
        vi "Hãy sửa {folder}, hoặc đặt biến XDG_STATE_HOME sang nơi khác, hoặc thêm một bản bằng --copy THƯ-MỤC.",
        en "Mend {folder}, or set XDG_STATE_HOME to another, or add a copy with --copy FOLDER.";
    state_was_open(folder: &str):
        vi "Thư mục trạng thái {folder} trước đây người khác xem được; nay chỉ còn chủ tài khoản này xem được.",
        en "Others could look into the state folder {folder}; now only this account can.";
    state_stays_open(folder: &str):
        vi "Thư mục trạng thái {folder} thuộc tài khoản khác, hoặc người khác xem được mà không sửa được quyền. Hãy đặt biến XDG_STATE_HOME sang thư mục của riêng mình.",
        en "The state folder {folder} belongs to another account, or others can look into it and its rights cannot be changed. Set XDG_STATE_HOME to a folder of your own.";
    open_damaged(path: &str, damage: &str):
        vi "{path} bị hỏng nên không mở để ghi: {damage}. Hãy chạy: doithoai recover {path}",
        en "{path} is damaged and not opened for writing: {damage}. Run: doithoai recover {path}";
    open_headless(path: &str, damage: &str):
        vi "Không mở được {path}: {damage}. Tệp được giữ nguyên. Hãy chạy: doithoai recover {path}; nếu vẫn không được, lấy một bản sao còn tốt đặt vào chỗ này.",
        en "{path} cannot be opened: {damage}. The file is kept as it is. Run: doithoai recover {path}; if that does not help, put a good copy of it in its place.";
    open_recoverable(path: &str):
        vi "Hộp đen còn giữ phiên từng ghi ở đây. Hãy chạy: doithoai recover {path}",
        en "The black box still holds the session that was written here. Run: doithoai recover {path}";
    open_newer(path: &str, kind: &str):
        vi "{path} có bước “{kind}” mà phiên bản doithoai này không hiểu. Hãy dùng phiên bản mới hơn để ghi.",
        en "{path} holds the event “{kind}”, which this doithoai does not understand. Use a newer one to write.";
    open_not_mended(path: &str, trouble: &str):
        vi "Không sửa được phần cuối ghi dở của {path}: {trouble}.",
        en "The incomplete end of {path} could not be repaired: {trouble}.";
    open_changed(path: &str):
        vi "{path} bị thay bằng tệp khác trong lúc mở. Hãy mở lại.",
        en "{path} was replaced while it was being opened. Open it again.";
    was_mended(path: &str, bytes: usize, beside: &str):
        vi "Đã sửa phần cuối ghi dở của {path} (bỏ {bytes} byte chưa ghi xong); bản nguyên trạng giữ tại {beside}.",
        en ({
            let bytes = counted(bytes, "unfinished byte", "unfinished bytes");
            format!("Repaired the incomplete end of {path} (dropped {bytes}); the file as it was is kept at {beside}.")
        });

    was_completed(path: &str, events: usize):
        vi "Đã bổ sung vào {path} {events} bước còn thiếu, lấy từ bản sao thứ hai.",
        en ({
            let events = counted(events, "event", "events");
            format!("{path} was completed from the second copy: {events} added.")
        });
    box_was_completed(events: usize):
        vi "Đã chép bù vào bản sao thứ hai {events} bước còn thiếu.",
        en ({
            let events = counted(events, "event", "events");
            format!("The second copy was completed: {events} added.")
        });
    box_was_renewed(kept: &str):
        vi "Bản sao thứ hai bị hỏng, đã được lập lại theo tệp phiên; bản hỏng giữ tại {kept}.",
        en "The second copy was damaged and rebuilt from the session file; the damaged one is kept at {kept}.";
    box_was_not_renewed: vi "Bản sao thứ hai bị hỏng và chưa lập lại được; tệp phiên vẫn đủ.",
        en "The second copy is damaged and could not be rebuilt; the session file is complete.";
    was_forked(path: &str, kept: &str):
        vi "Ghi tiếp theo {path}; phần ghi khác của bản sao thứ hai giữ nguyên tại {kept}.",
        en "Continuing with {path}; the second copy’s own events are kept at {kept}.";
    went_on_in(path: &str): vi "Phiên này đã ghi tiếp vào {path}, nên mở tệp ấy.",
        en "This session continues in {path}, so that file is opened.";
    open_withheld(path: &str):
        vi "{path} là bản công bố có dòng đã ẩn, chỉ để đọc. Hãy mở bản gốc để ghi.",
        en "{path} is a public edition with lines withheld, for reading only. Open the original to write.";
    open_older(path: &str, events: u64, known: u64, usual: &str):
        vi "{path} là bản sao cũ hơn ({events} bước); máy này đã ghi tới bước {known}, ở {usual}. Hãy mở tệp đó, hoặc bổ sung bản này bằng: doithoai recover {path}",
        en "{path} is an older copy (event {events}); this machine has recorded up to event {known}, in {usual}. Open that file, or complete this copy with: doithoai recover {path}";
    open_shared(path: &str, server: &str):
        vi "{path} là phiên dùng chung trên máy chủ: hãy mở bằng doithoai open {server}. Nếu không còn dùng máy chủ, mở tệp ở bàn ghi: chương trình sẽ hỏi có ghi riêng tiếp không.",
        en "{path} is a session shared on a server: open it with doithoai open {server}. If the server is no longer used, open the file at the desk: it asks whether to continue alone.";
    is_shared(path: &str, server: &str):
        vi "{path} là phiên dùng chung trên {server}. Ghi riêng thì bản này sẽ rẽ khỏi bản của các bàn khác.",
        en "{path} is a session shared on {server}. Continued alone, it parts from what the other desks record.";
    go_on_alone_asked: vi "Không dùng máy chủ nữa và ghi riêng tiếp? (y có, n không)",
        en "Leave the server and continue alone? (y yes, n no)";
    open_forked(path: &str, after: u64, file: u64, black_box: u64):
        vi "{path} và bản sao thứ hai khác nhau sau bước {after}: tệp có {file} bước riêng, bản sao thứ hai có {black_box}. Cả hai được giữ nguyên; hãy mở ở màn hình điều hành (doithoai open) để chọn.",
        en "{path} and the second copy differ after event {after}: the file has {file} events of its own, the second copy {black_box}. Both are kept as they are; open it at the desk (doithoai open) to choose.";
    is_older(path: &str, events: u64, known: u64, usual: &str):
        vi "{path} là bản sao cũ hơn ({events} bước); máy này đã ghi tới bước {known}, ở {usual}.",
        en "{path} is an older copy (event {events}); this machine has recorded up to event {known}, in {usual}.";
    complete_it_asked: vi "Bổ sung bản này từ bản sao thứ hai rồi ghi tiếp ở đây?",
        en "Complete it from the second copy and continue here?";
    is_forked(path: &str, after: u64, file: u64, black_box: u64):
        vi "{path} và bản sao thứ hai khác nhau sau bước {after}: tệp có {file} bước riêng, bản sao thứ hai có {black_box}.",
        en "{path} and the second copy differ after event {after}: the file has {file} events of its own, the second copy {black_box}.";
    go_on_with_file_asked:
        vi "Ghi tiếp theo tệp? Phần ghi khác của bản sao thứ hai sẽ được giữ thành một tệp riêng bên cạnh.",
        en "Continue with the file? The second copy’s own events are kept as a file beside it.";
    was_ended(path: &str, beside: &str):
        vi "Đã ghi lại dấu kết thúc còn thiếu của {path}; bản nguyên trạng giữ tại {beside}.",
        en "Put back the end mark that {path} lacked; the file as it was is kept at {beside}.";
    was_cleared_of_nuls(path: &str, beside: &str):
        vi "Đã xóa các byte rỗng (NUL) ở cuối {path}; bản nguyên trạng giữ tại {beside}.",
        en "Cleared the empty bytes (NUL) at the end of {path}; the file as it was is kept at {beside}.";

    damage_no_end: vi "thiếu dấu kết thúc của tệp; mọi bước đều nguyên vẹn",
        en "the end mark is missing; every event is intact";
    damage_nuls: vi "cuối tệp có các byte rỗng (NUL) do một lần ghi dở dang để lại; mọi bước đều nguyên vẹn",
        en "there are empty bytes (NUL) at its end, left by a write that was cut short; every event is intact";
    damage_torn(bytes: usize): vi "phần cuối ghi dở ({bytes} byte); mọi bước đứng trước đều nguyên vẹn",
        en ({
            let bytes = counted(bytes, "byte", "bytes");
            format!("its end is incomplete ({bytes}); every event before it is intact")
        });
    damage_after(seq: u64, salvage: &str): vi "hỏng ngay sau bước {seq}; phía sau còn {salvage}",
        en "it is broken right after event {seq}; behind that are {salvage}";
    damage_edited(seq: u64): vi "bước {seq} đã bị sửa: mã băm không khớp",
        en "event {seq} was changed: its hash does not match";
    damage_edited_first:
        vi "dòng đầu của tệp hoặc bước 1 đã bị sửa: mã băm không khớp",
        en "the first line of the file or event 1 was changed: the hash does not match";
    damage_impossible(seq: u64, why: &str): vi "bước {seq} không hợp lệ ở vị trí này: {why}",
        en "event {seq} is not possible here: {why}";
    damage_unknown(seq: u64, kind: &str):
        vi "bước {seq} thuộc loại “{kind}” hoặc có trường mà phiên bản doithoai này không hiểu",
        en "event {seq} is of the kind “{kind}”, or has a field, that this doithoai does not understand";
    damage_headless: vi "dòng đầu của tệp bị hỏng, không còn bước nào kiểm tra được",
        en "its first line is broken, so no event can be checked";
    whole_lines(count: usize): vi "{count} dòng nguyên vẹn",
        en (counted(count, "intact line", "intact lines"));

    write_gone(path: &str): vi "Chưa lưu được: {path} không còn ở chỗ cũ. Hãy trả tệp về rồi thử lại.",
        en "Not saved: {path} is no longer there. Put it back and try again.";
    write_replaced(path: &str): vi "Chưa lưu được: {path} đã bị thay bằng tệp khác.",
        en "Not saved: another file stands at {path}.";
    write_changed(path: &str): vi "Chưa lưu được: có người khác vừa sửa {path}.",
        en "Not saved: somebody else changed {path}.";
    write_poisoned(path: &str):
        vi "Chưa lưu được: lần ghi trước xuống đĩa đã hỏng, {path} không còn tin được. Hãy thoát, kiểm tra ổ đĩa rồi mở lại.",
        en "Not saved: an earlier write did not reach the disk and {path} can no longer be trusted. Quit, check the disk and open it again.";
    write_no_room(path: &str, trouble: &str):
        vi "Chưa lưu được: chỗ dành sẵn của {path} đã hết và {trouble}. Hãy dọn chỗ trống rồi thử lại.",
        en "Not saved: the reserved space of {path} is used up and {trouble}. Free some space and try again.";
    write_failed(path: &str, trouble: &str): vi "Chưa lưu được vào {path}: {trouble}. Tệp vẫn như trước.",
        en "Not saved to {path}: {trouble}. The file is as it was.";
    write_sync_failed(path: &str, trouble: &str):
        vi "Không chắc đã lưu: đĩa không xác nhận đã ghi {path} ({trouble}). Hãy thoát, kiểm tra ổ đĩa rồi mở lại.",
        en "Perhaps not saved: the disk did not confirm writing {path} ({trouble}). Quit, check the disk and open it again.";
    write_untidy(path: &str): vi "Không dọn gọn được {path}; mọi bước vẫn nguyên vẹn.",
        en "{path} could not be tidied; every event is intact.";
    write_overtaken(path: &str):
        vi "Chưa lưu được: nơi khác vừa ghi tiếp vào {path}. Hãy thoát rồi mở lại để thấy phần đó; điều đang gõ còn nguyên.",
        en "Not saved: somebody elsewhere has written more to {path}. Quit and open it again to see that; what is typed is kept.";
    write_in_no_copy(path: &str, why: &str):
        vi "Chưa lưu được ở bản nào: {path} ({why}), bản sao thứ hai cũng không, và chưa chỗ nào khác ghi được. Đừng tắt máy; hãy cắm USB hay dọn chỗ trống.",
        en "Not saved in any copy: not in {path} ({why}), not in the second copy, nor anywhere else yet. Do not switch off; plug in a USB stick or free some space.";
    only_in_file(folder: &str, why: &str):
        vi "Bản sao thứ hai ở {folder} tạm thời không ghi được: {why}. Tệp phiên vẫn đủ. Sửa được chỗ ấy thì chương trình tự chép bù; hoặc thêm một bản sao ở nơi khác (F7, --copy).",
        en "The second copy in {folder} cannot be written now: {why}. The session file is complete. Once that place is repaired, the program catches up by itself; or add a copy elsewhere (F7, --copy).";
    only_in_box(path: &str, why: &str):
        vi "{path} tạm thời không ghi được: {why}. Bản sao thứ hai vẫn đủ.",
        en "{path} cannot be written now: {why}. The second copy is complete.";
    was_moved(from: &str, to: &str, why: &str):
        vi "Ghi tiếp ở {to}, đủ từ đầu; {from}: {why}.",
        en "Recording continues in {to}, complete from the beginning; {from}: {why}.";
    was_written_anew(to: &str, why: &str): vi "Đã lập lại {to}, đủ từ đầu: {why}.",
        en "{to} was rebuilt, complete from the beginning: {why}.";
    was_not_moved(why: &str):
        vi "Chưa ghi sang thư mục đó được: {why}.",
        en "Recording could not continue in that folder: {why}.";
    why_gone: vi "tệp không còn ở chỗ cũ", en "the file is no longer there";
    why_replaced: vi "tệp khác đã vào chỗ đó", en "another file stands there";
    why_changed: vi "có người khác vừa sửa tệp", en "somebody else changed it";
    why_poisoned: vi "một lần ghi xuống đĩa đã hỏng", en "a write did not reach the disk";
    why_unsynced(trouble: &str): vi "đĩa không xác nhận đã ghi ({trouble})",
        en "the disk did not confirm the write ({trouble})";
    why_no_lock: vi "không khóa được phiên trong thư mục trạng thái",
        en "the session cannot be locked in the state folder";
    why_own_folder: vi "tệp phiên đang nằm chính ở thư mục ấy", en "the session's own file stands in that folder";
    why_drive_gone: vi "ổ ở đó đã bị rút ra", en "the drive there is pulled out";
    copy_lost(folder: &str, why: &str):
        vi "Bản sao ở {folder} chưa có đủ: {why}. Cắm lại ổ hoặc sửa thư mục ấy, chương trình tự chép bù.",
        en "The copy in {folder} lacks events: {why}. Plug the drive in again or repair that folder; the program catches up by itself.";
    why_busy: vi "một chương trình khác đang giữ tệp và chưa buông ra",
        en "another program holds the file and does not let go of it";
    why_unread: vi "đọc lại không đúng như đã ghi", en "it did not read back as it was written";
    writing_has_ended(why: &str):
        vi "Một sự kiện đã ghi không áp dụng được ({why}), nên phiên này không ghi thêm gì nữa. Hãy thoát rồi mở lại tệp.",
        en "A recorded event could not be applied ({why}), so nothing more is written to this session. Leave and open the file again.";
    space_is_low(answers: u64): vi "Đĩa sắp đầy: còn chỗ cho khoảng {answers} câu trả lời.",
        en "The disk is nearly full: room for about {answers} answers.";

    create_exists(path: &str): vi "Đã có {path}. Hãy chọn tên khác.",
        en "{path} is already there. Choose another name.";
    create_failed(path: &str, trouble: &str): vi "Không tạo được {path}: {trouble}.",
        en "Cannot create {path}: {trouble}.";
    create_refused(why: &str): vi "Không lập được phiên: {why}.", en "The session cannot be made: {why}.";
    create_roster_refused(place: usize, why: &str):
        vi "Danh sách đơn vị trả lời, mục {place}: {why}.", en "Roster, entry {place}: {why}.";
    recover_folder_gone(path: &str, id: &str):
        vi "Thư mục của {path} không còn. Thư mục trạng thái còn giữ phiên này; hãy ghi lại ở chỗ khác bằng: doithoai recover --from-state {id} -o TỆP-MỚI.json",
        en "The folder of {path} is gone. The state folder holds this session; write it elsewhere with: doithoai recover --from-state {id} -o NEW.json";
    recover_failed(path: &str, trouble: &str): vi "Không phục hồi được {path}: {trouble}. Tệp vẫn như trước.",
        en "{path} could not be recovered: {trouble}. The file is as it was.";
}
