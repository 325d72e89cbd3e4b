//! What an event costs on disk: an append against a bare write and sync of the same bytes.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::FileExt;

use divan::Bencher;
use doithoai::journal::{Header, Journal, SessionId, StateFolder, create};
use doithoai::session::command::NewResponder;
use doithoai::session::command::{Command, Moment, Occasion};
use doithoai::session::payload::{NewStatement, Opening, ResponderKind};
use tempfile::TempDir;

fn main() {
    divan::main();
}

fn words() -> String {
    "Thành phố sẽ bố trí nguồn lực cho chương trình này. ".repeat(6)
}

fn occasion() -> Occasion {
    let at = "2024-03-22T08:00:00+07:00".parse().expect("a time");
    Occasion { at: Moment::Given(at), by: "moderator".to_owned(), salt: "5a17".to_owned() }
}

fn journal(folder: &TempDir) -> Journal {
    let path = folder.path().join("phien.json");
    let created = "2024-03-22T08:00:00+07:00".parse().expect("a time");
    let responder = NewResponder {
        id: Some("ubnd".into()),
        name: "UBND thành phố".to_owned(),
        short: None,
        kind: ResponderKind::Agency,
        title: None,
        aliases: vec![],
        remit: vec![],
    };
    let opening = Opening { title: "Đối thoại".to_owned(), ..Opening::default() };
    let commands = vec![Command::Open(opening), Command::AddResponder { responder }];
    create(&path, Header { id: SessionId::new(1), created }, commands, &occasion())
        .expect("created");
    let state = StateFolder::at(folder.path().join("state"));
    Journal::open(&path, &state).expect("opened").journal
}

#[divan::bench(sample_count = 300, sample_size = 1)]
fn append_an_event(bencher: Bencher) {
    let folder = tempfile::tempdir_in(".").expect("a folder");
    let mut journal = journal(&folder);
    bencher.bench_local(|| {
        let statement = NewStatement { by_responder: "ubnd".into(), text: words() };
        journal.submit(Command::MakeStatement(statement), &occasion()).expect("taken")
    });
}

#[divan::bench(sample_count = 300, sample_size = 1)]
fn bare_write_and_sync(bencher: Bencher) {
    let folder = tempfile::tempdir_in(".").expect("a folder");
    let path = folder.path().join("bare");
    let mut file = File::create(&path).expect("created");
    file.write_all(&vec![b' '; 1 << 20]).expect("extended");
    file.sync_all().expect("synced");
    let file = OpenOptions::new().write(true).open(&path).expect("opened");
    let line = format!(",{{\"text\":\"{}\",\"hash\":\"{}\"}}\n]}}\n", words(), "0".repeat(64));
    let mut offset = 0;
    bencher.bench_local(|| {
        file.write_all_at(line.as_bytes(), offset).expect("written");
        file.sync_data().expect("synced");
        offset += line.len() as u64 - 3;
    });
}
