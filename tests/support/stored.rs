//! A session on a disk: its file, its black box, and what opens and writes them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use doithoai::record::Record;
use doithoai::record::{Header, SessionId};
use doithoai::session::Session;
use doithoai::session::command::{Ask, Asker, Command, Moment, NewResponder, NewTask, Occasion};
use doithoai::session::number::QuestionNo;
use doithoai::session::payload::{
    Channel, Deferral, Opening, QuestionKind, Reason, Recovery, ResponderKind, Routing,
};
use doithoai::session::refusal::Refusal;
use doithoai::store::storage::Storage;
use doithoai::store::{
    self, Consent, Mended, Merged, OpenError, OpenRequest, Relocation, Replication, StateFolder,
    StoreError, Writer, create,
};
use tempfile::TempDir;

/// A folder of its own with a session file and a state folder in it.
pub struct TestSession {
    pub folder: TempDir,
    pub file: PathBuf,
    pub state: StateFolder,
}

impl TestSession {
    /// One in which the short dialogue was recorded.
    pub fn after_the_dialogue() -> Self {
        let on_disk = Self::new();
        let mut stored = on_disk.open();
        for command in dialogue() {
            stored.submit(command, &occasion()).expect("recorded");
        }
        on_disk
    }

    /// A session that has just been opened, with a roster of one.
    pub fn new() -> Self {
        // Thousands of syncs are only bearable where there is no disk.
        let in_memory = tempfile::tempdir_in("/dev/shm");
        let folder = in_memory.or_else(|_| tempfile::tempdir()).expect("a folder");
        let file = folder.path().join("phien.json");
        let state = StateFolder::at(folder.path().join("state"));
        create(&file, header(), opening(), &occasion()).expect("created");
        Self { folder, file, state }
    }

    pub fn open(&self) -> StoredSession {
        StoredSession::open(&self.file, &self.state).expect("opened").stored
    }

    pub fn bytes(&self) -> Vec<u8> {
        std::fs::read(&self.file).expect("read")
    }

    pub fn black_box(&self) -> PathBuf {
        self.state.black_box(&header().id)
    }

    /// The lines of the black box, each of which must be JSON.
    pub fn boxed(&self) -> Vec<String> {
        let text = std::fs::read_to_string(self.black_box()).expect("a black box");
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        for line in &lines {
            serde_json::from_str::<serde_json::Value>(line).expect("each line is JSON");
        }
        lines
    }

    /// Whether the file is one JSON document for any JSON reader.
    pub fn is_json(&self) -> bool {
        serde_json::from_slice::<serde_json::Value>(&self.bytes()).is_ok()
    }
}

/// A session on the store alone: each command is decided, made durable in every copy, and applied.
pub struct StoredSession {
    pub record: Record,
    pub writer: Writer,
}

/// What opening one came to.
pub struct Opened {
    pub stored: StoredSession,
    pub path: PathBuf,
    pub mended: Option<Mended>,
    pub merged: Option<Merged>,
    recovery: Option<Recovery>,
}

/// Why a command left no event.
#[derive(Debug)]
pub enum NotStored {
    Refused(Refusal),
    Store(StoreError),
}

impl Opened {
    pub fn recovery(&self) -> Option<Recovery> {
        self.recovery.clone()
    }
}

impl StoredSession {
    pub fn open(path: &Path, state: &StateFolder) -> Result<Opened, OpenError> {
        Self::open_as(&OpenRequest::of(path, state))
    }

    pub fn open_on(
        storage: Arc<dyn Storage>,
        path: &Path,
        state: &StateFolder,
    ) -> Result<Opened, OpenError> {
        Self::open_as(&OpenRequest { storage, ..OpenRequest::of(path, state) })
    }

    /// With the consent that a person gives when asked.
    pub fn open_as_agreed(path: &Path, state: &StateFolder) -> Result<Opened, OpenError> {
        Self::open_with(Consent { alone: true, copies: true }, path, state)
    }

    pub fn open_with(
        consent: Consent,
        path: &Path,
        state: &StateFolder,
    ) -> Result<Opened, OpenError> {
        Self::open_as(&OpenRequest { consent, ..OpenRequest::of(path, state) })
    }

    fn open_as(request: &OpenRequest<'_>) -> Result<Opened, OpenError> {
        let opened = store::open(request)?;
        let recovery = opened.recovery();
        let store::Opened { record, writer, path, mended, merged, .. } = opened;
        Ok(Opened { stored: Self { record, writer }, path, mended, merged, recovery })
    }

    pub fn session(&self) -> &Session {
        self.record.session()
    }

    /// The lines as they stand in the file.
    pub fn submit(
        &mut self,
        command: Command,
        occasion: &Occasion,
    ) -> Result<Vec<String>, NotStored> {
        let batch = self.record.prepare(command, occasion).map_err(NotStored::Refused)?;
        self.writer.append(&batch).map_err(NotStored::Store)?;
        let lines = batch.lines().to_vec();
        self.record.settle(batch).expect("what decide allows, apply accepts");
        self.writer.replicate();
        Ok(lines)
    }

    pub fn replication(&self) -> Replication {
        self.writer.replication()
    }

    pub fn take_relocation(&mut self) -> Option<Relocation> {
        self.writer.take_relocation()
    }

    pub fn leave(self) -> Result<(), StoreError> {
        self.writer.leave(self.record.session().state().is_closed())
    }
}

pub fn header() -> Header {
    Header {
        id: SessionId::new(0x00c0_ffee),
        created: "2024-03-22T07:55:00+07:00".parse().expect("a time"),
    }
}

pub fn occasion() -> Occasion {
    let at = Moment::Given("2024-03-22T08:00:00+07:00".parse().expect("a time"));
    Occasion::new(at, "moderator", "5a17")
}

pub fn opening() -> Vec<Command> {
    let title = "Đối thoại với thanh niên “2024”\u{202e}".to_owned();
    let responder = NewResponder {
        id: Some("so-khcn".into()),
        name: "Sở Khoa học và Công nghệ".to_owned(),
        short: None,
        kind: ResponderKind::Agency,
        title: None,
        aliases: vec!["Sở KHCN".to_owned()],
        remit: vec!["chuyển đổi số".to_owned()],
    };
    let opening = Opening { title, number: Some(11), ..Opening::default() };
    vec![Command::Open(opening), Command::AddResponder { responder }]
}

pub fn ask(name: &str, text: &str) -> Command {
    let asker = Asker { name: name.to_owned(), unit: None, seat: None, salt: None };
    Command::AskQuestion(Ask {
        question: None,
        delegate: None,
        asker: Some(asker),
        channel: Channel::Floor,
        point: None,
        kind: QuestionKind::Proposal,
        theme: None,
        text: text.to_owned(),
        follows: None,
    })
}

/// Commands for a short dialogue of some fifteen events with the opening.
pub fn dialogue() -> Vec<Command> {
    let question = QuestionNo(1);
    let lead = "so-khcn".into();
    vec![
        ask("Nguyễn Thị Ánh", "Bao giờ đề tài của thanh niên được hỗ trợ?\nXin cảm ơn."),
        Command::RouteQuestion(Routing { question, lead, support: vec![], why: None }),
        Command::StartAnswer { question, by_responder: None },
        Command::GiveAnswer {
            question,
            by_responder: None,
            spoken_by: None,
            text: Some("Trong năm nay.\u{1b}[2J".to_owned()),
            quality: None,
        },
        ask("Trần Văn Đức", "Đầu ra cho cán bộ Đoàn?"),
        Command::DeferQuestion(Deferral {
            question: QuestionNo(2),
            by_responder: Some("so-khcn".into()),
            due: "2024-08-31".parse().ok(),
            due_text: None,
            why: None,
        }),
        Command::Undo { undoes: None, why: Some("nhầm câu".to_owned()) },
        Command::AssignTask(NewTask {
            text: "Rà soát đề án".to_owned(), ..NewTask::default()
        }),
        Command::Pause(Reason::default()),
        Command::Resume(Reason::default()),
        Command::Close(Reason::default()),
    ]
}
