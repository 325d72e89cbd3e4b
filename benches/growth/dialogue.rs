//! A session of any number of questions as a file: Vietnamese texts, times that go on, and every outcome.

use doithoai::import::command::read_line;
use doithoai::record::{Header, Record, SessionId};
use doithoai::session::command::{Moment, Occasion};

const OPENED: &str = "2024-03-22T08:00:00+07:00";
/// Between two events, in milliseconds.
const PACE: i64 = 4_300;

const RESPONDERS: [(&str, &str, &str); 6] = [
    ("so-khcn", "Sở Khoa học và Công nghệ", "Sở KH&CN"),
    ("so-xd", "Sở Xây dựng", "Sở XD"),
    ("so-gddt", "Sở Giáo dục và Đào tạo", "Sở GD&ĐT"),
    ("so-nv", "Sở Nội vụ", "Sở NV"),
    ("so-vhttdl", "Sở Văn hóa, Thể thao và Du lịch", "Sở VHTTDL"),
    ("thanh-doan", "Thành Đoàn", "Thành Đoàn"),
];

const FAMILY_NAMES: [&str; 8] = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Thạch"];
const MIDDLE_NAMES: [&str; 7] = ["Thị Ngọc", "Văn", "Minh", "Hoàng", "Thị", "Quốc", "Thanh"];
const GIVEN_NAMES: [&str; 11] =
    ["Hân", "Khoa", "Trúc", "Đạt", "Như", "Phúc", "Thảo", "Vy", "Dương", "Nghĩa", "Sa Rết"];
const UNITS: [&str; 6] = [
    "Trường Đại học Cần Thơ",
    "Đoàn phường Cái Răng",
    "Hội Doanh nhân trẻ thành phố",
    "Đoàn xã Phong Điền",
    "Công đoàn Khu công nghiệp Trà Nóc",
    "Trường Cao đẳng Y tế",
];

/// A theme, what is asked about it and what is answered.
const THEMES: [(&str, &str, &str); 6] = [
    (
        "khởi nghiệp",
        "Kính thưa đồng chí Chủ tịch, thanh niên ở phường muốn vay vốn khởi nghiệp thì hồ sơ gồm những gì, nộp ở đâu và bao lâu thì được trả lời?",
        "Hồ sơ nộp tại bộ phận một cửa của phường, gồm phương án kinh doanh và giấy đề nghị theo mẫu; trong năm ngày làm việc sẽ có kết quả. Thành Đoàn cử cán bộ hướng dẫn tận nơi.",
    ),
    (
        "nhà ở",
        "Công nhân trẻ thuê trọ gần khu công nghiệp đã nhiều năm; bao giờ thành phố có nhà ở xã hội, giá thuê và điều kiện xét duyệt ra sao?",
        "Thành phố đang triển khai hai dự án với tám trăm căn, quý ba năm nay nhận hồ sơ. Người thu nhập dưới mười lăm triệu đồng, chưa có nhà, được xét trước.",
    ),
    (
        "việc làm",
        "Sinh viên ra trường phần lớn làm trái ngành. Thành phố có chính sách gì để doanh nghiệp đặt hàng đào tạo và nhận các em vào làm?",
        "Từ năm học tới mỗi ngành có ít nhất ba doanh nghiệp cam kết nhận thực tập; phiên giao dịch việc làm mở hằng tháng, có cả trực tuyến.",
    ),
    (
        "chuyển đổi số",
        "Ở xã em sóng yếu, nộp hồ sơ trực tuyến hay bị lỗi. Khi nào các điểm sinh hoạt cộng đồng có mạng miễn phí để bà con cùng học kỹ năng số?",
        "Ba mươi điểm được lắp trong quý hai; tổ công nghệ số cộng đồng do thanh niên làm nòng cốt trực mỗi tối thứ tư và thứ sáu.",
    ),
    (
        "văn hóa",
        "Thiếu sân chơi, nhà văn hóa khóa cửa ngoài giờ hành chính. Đề nghị mở cửa buổi tối cho thanh thiếu niên sinh hoạt, tập văn nghệ, thể thao.",
        "Sở đã có văn bản gửi các địa phương; từ tháng sau nhà văn hóa mở đến hai mươi mốt giờ, Đoàn xã cùng quản lý.",
    ),
    (
        "môi trường",
        "Rác trên kênh, rạch gần trường học nhiều lần phản ánh mà chưa hết. Xin hỏi ai chịu trách nhiệm và thanh niên có thể góp sức thế nào?",
        "Giao Công ty Đô thị vớt rác hai lần một tuần; Thành Đoàn tổ chức Ngày Chủ nhật xanh ở mười hai tuyến kênh và báo cáo kết quả hằng quý.",
    ),
];

/// The bytes of a file with so many questions, or a few more.
pub(crate) fn document(questions: usize) -> Vec<u8> {
    let created = OPENED.parse().expect("a time");
    let mut record = Record::new(Header { id: SessionId::new(1), created });
    let mut text = String::from(
        "{\"format\":\"doithoai/1\",\"id\":\"00000000000000000000000000000001\",\
         \"created\":\"2024-03-22T08:00:00.000+07:00\",\"events\":[\n",
    );
    for command in opening() {
        record_one(&mut record, &mut text, &command);
    }
    while record.session().state().question_count() < questions {
        for command in around(record.session().state().question_count() + 1) {
            record_one(&mut record, &mut text, &command);
        }
    }
    text.push_str("]}\n");
    text.into_bytes()
}

fn record_one(record: &mut Record, text: &mut String, command: &str) {
    let command = read_line(command.as_bytes()).expect("a command").command;
    let events = i64::try_from(record.session().history().len()).expect("few enough");
    let at = record.header().created.plus_millis(events * PACE);
    let occasion = Occasion::new(Moment::Given(at), "thư ký", "5a17c0de5a17c0de");
    let batch = record.prepare(command, &occasion).expect("admitted");
    for line in batch.lines() {
        text.push_str(if text.ends_with("[\n") { "" } else { "," });
        text.push_str(line);
        text.push('\n');
    }
    record.settle(batch).expect("applied");
}

fn opening() -> Vec<String> {
    let open =
        r#"{"command":"open","title":"Đối thoại với thanh niên","place":"Cần Thơ","number":11}"#;
    let responders = RESPONDERS.map(|(id, name, short)| {
        format!(r#"{{"command":"add_responder","responder":{{"id":"{id}","name":"{name}","short":"{short}","kind":"agency"}}}}"#)
    });
    [open.to_owned()].into_iter().chain(responders).collect()
}

/// What is asked as the question of this number, and what becomes of it.
fn around(number: usize) -> Vec<String> {
    let question = format!("\"question\":{number}");
    let (lead, _, _) = RESPONDERS[number * 5 % RESPONDERS.len()];
    let (theme, asked, answered) = THEMES[number % THEMES.len()];
    let name = [
        FAMILY_NAMES[number % FAMILY_NAMES.len()],
        MIDDLE_NAMES[number % MIDDLE_NAMES.len()],
        GIVEN_NAMES[number % GIVEN_NAMES.len()],
    ]
    .join(" ");
    let unit = UNITS[number / 7 % UNITS.len()];
    let follows = match number % 41 {
        40 => format!(",\"follows\":{}", number - 1),
        _ => String::new(),
    };
    let mut commands = vec![format!(
        r#"{{"command":"ask_question","asker":{{"name":"{name}","unit":"{unit}","seat":"{number}"}},"channel":"floor","kind":"question","theme":"{theme}","text":"{asked}"{follows}}}"#
    )];
    let mut then = |command: &str, more: &str| {
        commands.push(format!(r#"{{"command":"{command}",{question}{more}}}"#));
    };
    if number.is_multiple_of(9) {
        return commands;
    }
    let support = if lead == "thanh-doan" { "" } else { r#""thanh-doan""# };
    then("route_question", &format!(r#","lead":"{lead}","support":[{support}]"#));
    match number % 23 {
        1 => then("edit_question", &format!(r#","text":"{asked} Xin cảm ơn.""#)),
        2 if number > 30 => then("move_question", &format!(r#","before":{}"#, number - 9)),
        3 => {
            then(
                "route_question",
                r#","lead":"so-xd","support":["so-khcn"],"why":"đúng lĩnh vực""#,
            );
            commands.push(r#"{"command":"undo"}"#.to_owned());
            return commands;
        }
        4 => then("refer_question", r#","why":"thuộc thẩm quyền Trung ương","to":"Bộ Xây dựng""#),
        5 => then("decline_question", r#","why":"ngoài phạm vi buổi đối thoại""#),
        6 => then("withdraw_question", r#","why":"đã được trả lời ở câu trước""#),
        7 if number > 30 => then("merge_question", &format!(r#","into":{}"#, number - 7)),
        8 => then(
            "split_question",
            r#","parts":[{"text":"Điều kiện vay vốn là gì?"},{"text":"Ai hướng dẫn làm hồ sơ?"}]"#,
        ),
        9..=11 => then("defer_question", r#","due":"2024-08-30","why":"cần rà soát thêm""#),
        _ => {}
    }
    if matches!(number % 23, 9) {
        commands.push(format!(r#"{{"command":"assign_task","text":"Rà soát và trả lời bằng văn bản","lead":"{lead}","due":"2024-08-30","questions":[{number}]}}"#));
    }
    if matches!(number % 23, 4..=11) || number.is_multiple_of(10) {
        return commands;
    }
    let quality = if number.is_multiple_of(19) { "partial" } else { "full" };
    commands.push(format!(r#"{{"command":"call_question",{question}}}"#));
    commands.push(format!(r#"{{"command":"start_answer",{question}}}"#));
    commands.push(format!(
        r#"{{"command":"give_answer",{question},"text":"{answered}","quality":"{quality}"}}"#
    ));
    commands
}
