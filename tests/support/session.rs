//! A session in memory, built by commands, so that only what can happen is tested.

use doithoai::import::command::{CommandLine, read_line};
use doithoai::session::Session;
use doithoai::session::command::{
    Ask, Asker, Command, Moment, NewAmendment, NewResponder, NewTask, Occasion,
};
use doithoai::session::number::{QuestionNo, ResponderId};
use doithoai::session::payload::{
    Channel, Deferral, Disposal, Edit, Merger, On, Opening, Quality, QuestionKind, ResponderKind,
    Routing,
};
use doithoai::session::time::Timestamp;

/// A session that grows by a command a minute, from eight o'clock on.
pub struct SessionBuilder {
    pub session: Session,
    minute: u32,
}

/// A time of the morning of the session.
pub fn at(clock: &str) -> Timestamp {
    format!("2024-03-22T{clock}+07:00").parse().expect("a time")
}

impl SessionBuilder {
    pub fn opened(title: &str) -> Self {
        let mut built = Self { session: Session::new(), minute: 0 };
        built.does(Command::Open(Opening { title: title.into(), ..Opening::default() }));
        built
    }

    /// The session that commands make which `apply` takes, each a line with its time; opened at eight o'clock.
    pub fn timed(lines: &str, source: Option<&str>) -> Session {
        let mut built = Self { session: Session::new(), minute: 0 };
        let source = source.map(str::to_owned);
        let opening = Opening { title: "Đối thoại".into(), source, ..Opening::default() };
        built.does(Command::Open(opening));
        for line in lines.lines().filter(|line| !line.is_empty()) {
            let CommandLine { command, at, .. } = read_line(line.as_bytes()).expect("a command");
            built.does_at(command, at.expect("a time"));
        }
        built.session
    }

    pub fn does(&mut self, command: Command) -> &mut Self {
        let clock = format!("{:02}:{:02}:00", 8 + self.minute / 60, self.minute % 60);
        self.minute += 1;
        self.does_at(command, at(&clock))
    }

    pub fn does_at(&mut self, command: Command, time: Timestamp) -> &mut Self {
        let occasion = Occasion::new(Moment::Given(time), "mc", "00");
        for event in self.session.decide(command, &occasion).expect("permitted") {
            self.session.apply(event).expect("applied");
        }
        self
    }

    pub fn responder(&mut self, id: &str, name: &str, short: &str, remit: &str) -> &mut Self {
        let responder = NewResponder {
            id: Some(id.into()),
            name: name.into(),
            short: Some(short.into()),
            kind: ResponderKind::Agency,
            title: None,
            aliases: Vec::new(),
            remit: vec![remit.into()],
        };
        self.does(Command::AddResponder { responder })
    }

    pub fn asks(&mut self, name: &str, unit: &str, text: &str) -> &mut Self {
        self.asks_after(name, unit, text, None)
    }

    pub fn asks_after(
        &mut self,
        name: &str,
        unit: &str,
        text: &str,
        follows: Option<u32>,
    ) -> &mut Self {
        let asker = Asker {
            name: name.into(),
            unit: Some(unit.into()),
            seat: Some("B12".into()),
            salt: None,
        };
        self.does(Command::AskQuestion(Ask {
            question: None,
            delegate: None,
            asker: (!name.is_empty()).then_some(asker),
            channel: Channel::Floor,
            point: None,
            kind: QuestionKind::Question,
            theme: None,
            text: text.into(),
            follows: follows.map(QuestionNo),
        }))
    }

    pub fn routes(&mut self, question: u32, lead: &str, support: &[&str]) -> &mut Self {
        self.does(Command::RouteQuestion(Routing {
            question: QuestionNo(question),
            lead: lead.into(),
            support: support.iter().map(|id| ResponderId::from(*id)).collect(),
            why: None,
        }))
    }

    pub fn calls(&mut self, question: u32) -> &mut Self {
        self.does(Command::CallQuestion(On { question: QuestionNo(question) }))
    }

    pub fn begins(&mut self, question: u32) -> &mut Self {
        self.does(Command::StartAnswer { question: QuestionNo(question), by_responder: None })
    }

    pub fn answers(&mut self, question: u32, text: &str, quality: Quality) -> &mut Self {
        self.does(Command::GiveAnswer {
            question: QuestionNo(question),
            by_responder: None,
            spoken_by: None,
            text: Some(text.into()),
            quality: Some(quality),
        })
    }
}

/// The dialogue of Cần Thơ in the middle of its morning.
pub fn morning() -> SessionBuilder {
    let mut built = SessionBuilder::opened("Đối thoại lần 11 · Cần Thơ");
    built
        .responder("so-khcn", "Sở Khoa học và Công nghệ", "Sở KH&CN", "chuyển đổi số, nghiên cứu")
        .responder("so-xd", "Sở Xây dựng", "Sở XD", "nhà ở, nhà trọ")
        .responder("so-tc", "Sở Tài chính", "Sở TC", "ngân sách, kinh phí")
        .responder("btc-tu", "Ban Tổ chức Thành ủy", "BTC TU", "cán bộ, quy hoạch")
        .responder("thanh-doan", "Thành Đoàn Cần Thơ", "Thành Đoàn", "công tác Đoàn");
    built
        .asks("Trần Văn Bình", "Trường Cao đẳng nghề", "Học phí trường nghề có được hỗ trợ thêm không?")
        .asks(
            "N. T. Mai",
            "Đại học Cần Thơ",
            "Cán bộ Đoàn hết tuổi thì được bố trí về đâu? Em thấy nhiều anh chị phải tự đi tìm việc, trong khi kinh nghiệm phong trào rất quý.",
        )
        .asks("Lê Hoàng", "Đại học Y Dược", "Quỹ nghiên cứu cho sinh viên được lập thế nào?")
        .asks_after("Lê Hoàng", "Đại học Y Dược", "Hồ sơ nộp ở đâu?", Some(3))
        .asks("Phạm Thu", "KCN Trà Nóc", "Nhà ở xã hội cho thanh niên công nhân bao giờ có?")
        .asks("", "", "xin den giao thong truoc cong truong")
        .asks("Võ Minh", "Phường An Khánh", "Nhà trọ quá đắt, sinh viên năm nhất không kham nổi.")
        .asks("Đỗ Lan", "Tình nguyện viên", "Bảo hiểm cho tình nguyện viên ai lo?")
        .asks("Hồ Nam", "Huyện Phong Điền", "Đường vào xã hỏng nặng.")
        .asks("Võ Minh", "Phường An Khánh", "Giá phòng trọ cao quá.");
    built
        .routes(1, "so-tc", &[])
        .answers(1, "Có: nghị quyết mới hỗ trợ 50% học phí từ học kỳ tới.", Quality::Full)
        .routes(2, "btc-tu", &["thanh-doan"])
        .routes(3, "so-khcn", &[])
        .routes(4, "so-khcn", &[])
        .routes(5, "so-xd", &["so-tc", "thanh-doan"])
        .does(Command::DeferQuestion(Deferral {
            question: QuestionNo(8),
            by_responder: Some("so-tc".into()),
            due: doithoai::session::time::Date::from_ymd(2024, 4, 10),
            due_text: None,
            why: None,
        }))
        .does(Command::ReferQuestion(Disposal {
            question: QuestionNo(9),
            why: Some("thuộc thẩm quyền của huyện".into()),
            to: Some("UBND huyện Phong Điền".into()),
            level: None,
        }))
        .does(Command::MergeQuestion(Merger { question: QuestionNo(10), into: QuestionNo(7) }))
        .does(Command::AssignTask(NewTask {
            text: "Nghiên cứu cơ chế cho cán bộ Đoàn phụ trách tình nguyện".into(),
            lead: Some("so-tc".into()),
            due_text: Some("trong tháng 8".into()),
            ..NewTask::default()
        }))
        .does(Command::AssignTask(NewTask {
            text: "Chương trình phát triển thanh niên đến năm 2030".into(),
            ..NewTask::default()
        }))
        .calls(2)
        .begins(2);
    built
}

/// The morning on, with an answer put right, a question said anew and a route taken back.
pub fn whole_morning() -> SessionBuilder {
    let mut built = morning();
    built
        .answers(2, "Thành ủy sẽ rà soát từng đồng chí trong tháng 7.", Quality::Full)
        .does(Command::AmendAnswer(NewAmendment::of_text(
            QuestionNo(2),
            None,
            "Thành ủy sẽ rà soát từng đồng chí trong tháng 8.".into(),
            "nói nhầm tháng".into(),
        )))
        .does(Command::EditQuestion(Edit {
            question: QuestionNo(6),
            text: "Xin đặt đèn giao thông trước cổng trường.".into(),
            why: Some("ghi lại có dấu".into()),
        }))
        .routes(6, "so-xd", &[])
        .does(Command::Undo { undoes: None, why: Some("bấm nhầm".into()) })
        .calls(3)
        .begins(3)
        .answers(3, "Thành phố lập quỹ nghiên cứu từ năm tới.", Quality::Partial);
    built
}
