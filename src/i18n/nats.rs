//! A session on a server that several desks write: the server, the login, the log and this desk's own file.

use super::sentences;

sentences! {
    server_silent: vi "máy chủ không trả lời", en "the server does not answer";
    server_said(said: &str): vi "máy chủ báo “{said}”", en "the server says “{said}”";
    write_server_silent:
        vi "Máy chủ không trả lời trong 30 giây, chưa rõ đã nhận hay chưa. Khi nối lại được, hãy xem phiên trước rồi mới ghi lại.",
        en "The server did not answer for 30 seconds; whether it took it is not known. Once it is back, look at the session before recording it again.";
    cli_read_up_to(line: usize):
        vi (format!("Đã dừng ở dòng {line}; chưa đọc từ dòng {}.", line + 1)),
        en (format!("Stopped at line {line}; line {} is the first that was not read.", line + 1));
    write_server_refused(said: &str):
        vi "Máy chủ không nhận, báo “{said}”. Chưa ghi gì.",
        en "The server did not take it and says “{said}”. Nothing was recorded.";
    server_unreachable(server: &str):
        vi "Không nối được tới máy chủ {server}. Hãy kiểm tra địa chỉ và mạng.",
        en "Cannot connect to the server {server}. Check the address and the network.";
    server_gives_no_answer(server: &str):
        vi "Máy chủ {server} không trả lời. Hãy thử lại sau.",
        en "The server {server} does not answer. Try again later.";
    server_not_let_in(server: &str):
        vi "Máy chủ {server} không chấp nhận đăng nhập này. Hãy kiểm tra --creds, --user hoặc --token-file.",
        en "The server {server} does not accept this login. Check --creds, --user or --token-file.";
    server_no_tls(server: &str):
        vi "Không mở được kết nối mã hóa (TLS) tới {server}. Hãy kiểm tra chứng thư của máy chủ, hoặc nêu nơi cấp bằng --ca.",
        en "No encrypted connection (TLS) to {server} came about. Check the server's certificate, or name its authority with --ca.";
    server_insecure(server: &str):
        vi "{server} ở ngoài máy này mà chưa có đăng nhập. Hãy thêm --creds, --user hoặc --token-file; nếu chấp nhận không mã hóa, không đăng nhập thì thêm --insecure.",
        en "{server} is another machine, and no login was given. Add --creds, --user or --token-file; to go without encryption and login, add --insecure.";
    server_login_unread(path: &str, trouble: &str):
        vi "Không đọc được tệp đăng nhập {path}: {trouble}.", en "Cannot read the login file {path}: {trouble}.";
    server_no_session(server: &str):
        vi "Trên {server} không có phiên này. Hãy kiểm tra mã phiên, hoặc đưa phiên lên bằng: doithoai share TỆP nats://…",
        en "There is no such session on {server}. Check its id, or put it there with: doithoai share FILE nats://…";
    server_keeps_no_streams(server: &str):
        vi "Máy chủ {server} chưa bật JetStream nên không giữ được phiên.",
        en "JetStream is not switched on at the server {server}: it cannot keep a session.";
    server_names_no_session(server: &str):
        vi "Địa chỉ {server} thiếu mã phiên: nats://MÁY-CHỦ[:CỔNG]/MÃ-PHIÊN.",
        en "The address {server} names no session: nats://HOST[:PORT]/SESSION-ID.";
    server_not_a_session(server: &str):
        vi "Luồng trên {server} không phải là phiên đối thoại của doithoai.",
        en "The stream on {server} is not a session of doithoai.";
    server_newer(server: &str, kind: &str):
        vi "Phiên trên {server} có bước “{kind}” mà phiên bản doithoai này không hiểu. Hãy dùng phiên bản mới hơn.",
        en "The session on {server} holds the event “{kind}”, which this doithoai does not understand. Use a newer one.";
    server_diverged(file: &str, log: &str):
        vi "Tệp ở đây và phiên trên máy chủ đã đi hai hướng khác nhau. Tệp: {file}. Máy chủ: {log}. Cả hai được giữ nguyên.",
        en "The file here and the session on the server have gone different ways. File: {file}. Server: {log}. Both stay as they are.";
    server_says(server: &str, said: &str):
        vi "Máy chủ {server} báo “{said}”.", en "The server {server} says “{said}”.";
    server_no_client(trouble: &str):
        vi "Không khởi động được phần nối máy chủ: {trouble}.", en "The connection to servers cannot be started: {trouble}.";
    server_secret_in_address:
        vi "Không nêu tên người dùng hay mật khẩu trong địa chỉ: danh sách tiến trình sẽ để lộ. Hãy dùng --creds, --user với --password-file, hoặc --token-file.",
        en "No user or password in an address: the list of processes would show it. Use --creds, --user with --password-file, or --token-file.";
    server_address_malformed:
        vi "Địa chỉ máy chủ viết là nats://MÁY-CHỦ[:CỔNG], thêm /MÃ-PHIÊN khi dùng một phiên.",
        en "A server's address is nats://HOST[:PORT], followed by /SESSION-ID for a session.";
    server_shared(address: &str, events: u64):
        vi "Đã đưa phiên lên máy chủ, {events} bước. Các bàn khác vào bằng: doithoai open {address}",
        en "The session is on the server, {events} events. Other desks join with: doithoai open {address}";
    verb_share: vi "Đưa một phiên lên máy chủ NATS để nhiều bàn cùng ghi", en "Put a session on a NATS server, so that several desks write it";
    arg_server: vi "Địa chỉ máy chủ: nats://MÁY-CHỦ[:CỔNG]", en "The server's address: nats://HOST[:PORT]";
    arg_creds: vi "Tệp chứng thực của NATS (mặc định NATS_CREDS)", en "A NATS credentials file (else NATS_CREDS)";
    arg_user: vi "Tên người dùng trên máy chủ", en "The user on the server";
    arg_password_file: vi "Tệp chứa mật khẩu của người dùng", en "A file that holds the user's password";
    arg_token_file: vi "Tệp chứa mã truy cập máy chủ", en "A file that holds a token for the server";
    arg_ca: vi "Tệp chứng thư của nơi cấp cho máy chủ", en "The certificate of the server's authority";
    arg_role: vi "Vai của bàn: moderator, note-taker, intake hoặc reviewer (mặc định moderator)", en "The desk's role: moderator, note-taker, intake or reviewer (else moderator)";
    cli_form_role: vi "Viết moderator, note-taker, intake hoặc reviewer.", en "Write moderator, note-taker, intake or reviewer.";
    arg_insecure: vi "Chấp nhận máy chủ ngoài máy này không mã hóa, không đăng nhập", en "Use a server on another machine without encryption or login";
}
