//! What opening costs: 2,000 questions in 10,000 events, against a plain JSON pass over the same bytes.

use std::hint::black_box;
use std::time::{Duration, Instant};

use doithoai::record::scan::scan;
use doithoai::record::{Header, Record, SessionId};
use doithoai::session::command::{Ask, Asker, Command, Moment, NewResponder, Occasion};
use doithoai::session::number::QuestionNo;
use doithoai::session::payload::{Channel, On, Opening, QuestionKind, ResponderKind, Routing};

const QUESTIONS: u32 = 2_000;
const ROUNDS: usize = 60;

fn main() {
    let bytes = document();
    let events = scan(&bytes).map_or(0, |scan| scan.record.fingerprint().events);
    println!("{events} events in {} bytes; milliseconds", bytes.len());
    let (mut opening, mut pass) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        drop(black_box(scan(&bytes)));
        opening.push(begun.elapsed());
        let begun = Instant::now();
        drop(black_box(serde_json::from_slice::<serde_json::Value>(&bytes)));
        pass.push(begun.elapsed());
    }
    let (opening, pass) = (middle(opening), middle(pass));
    println!("read, check, believe  {opening:.2}");
    println!("plain JSON pass       {pass:.2}");
    println!("ratio                 {:.2}", opening / pass);
}

fn middle(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1e3
}

fn commands() -> Vec<Command> {
    let responder = NewResponder {
        id: Some("so-khcn".into()),
        name: "Sở Khoa học và Công nghệ".to_owned(),
        short: None,
        kind: ResponderKind::Agency,
        title: None,
        aliases: vec![],
        remit: vec![],
    };
    let opening = Opening { title: "Đối thoại".to_owned(), ..Opening::default() };
    let mut commands = vec![Command::Open(opening), Command::AddResponder { responder }];
    for number in 1..=QUESTIONS {
        let question = QuestionNo(number);
        let name = format!("Nguyễn Văn {number}");
        commands.extend([
            Command::AskQuestion(Ask {
                question: None,
                delegate: None,
                asker: Some(Asker { name, unit: None, seat: None, salt: None }),
                channel: Channel::Floor,
                kind: QuestionKind::Question,
                theme: None,
                text: "Thanh niên muốn vay vốn khởi nghiệp thì cần những thủ tục gì? ".repeat(3),
                follows: None,
            }),
            Command::RouteQuestion(Routing {
                question,
                lead: "so-khcn".into(),
                support: vec![],
                why: None,
            }),
            Command::CallQuestion(On { question }),
            Command::GiveAnswer {
                question,
                by_responder: None,
                text: Some("Hồ sơ nộp tại bộ phận một cửa, trả trong năm ngày. ".repeat(5)),
                quality: None,
            },
        ]);
    }
    commands
}

fn document() -> Vec<u8> {
    let created = "2024-03-22T08:00:00+07:00".parse().expect("a time");
    let occasion = Occasion {
        at: Moment::Given(created),
        by: "moderator".to_owned(),
        salt: "5a17".to_owned(),
    };
    let header = Header { id: SessionId::new(1), created };
    let (_, entry) = Record::founded(header, commands(), &occasion).expect("admitted");
    let mut text = "{\"format\":\"doithoai/1\",\"id\":\"00000000000000000000000000000001\",\
                    \"created\":\"2024-03-22T08:00:00.000+07:00\",\"events\":[\n"
        .to_owned();
    text.push_str(&entry.lines().join("\n,"));
    text.push_str("\n]}\n");
    text.push_str(&" ".repeat(256 * 1024));
    text.into_bytes()
}
