//! The thread that judges questions: who should answer, what was asked before. It never holds up a key.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::import::roster;
use crate::search::advice::{AdviceRequest, Adviser};
use crate::search::known::{Known, OtherSession};
use crate::search::past::{PastRoute, PastSession, routes};
use crate::session::Session;
use crate::session::state::State;
use crate::store::Disk;
use crate::workspace::folder::{rosters_beside, sessions_beside};

use super::job_result::JobResult;
use super::loop_event::LoopEvent;

/// Of the time that goes by, at most one part in so many is spent on learning anew.
const LEARNS_ONE_IN: u32 = 10;

/// Asks the thread; it ends when this is dropped.
pub(super) struct AdviserThread {
    asks: Sender<AdviserInput>,
    asked: Option<AdviceRequest>,
    /// The events that were told.
    events: usize,
}

/// What is to be found.
enum AdviserTask {
    Judge(AdviceRequest),
    GroupThemes,
}

/// What is to be found in the session as it is. It holds no part of the log: whoever writes to a log that
/// is shared must copy it.
struct AdviserInput {
    task: AdviserTask,
    state: State,
    routes: Vec<PastRoute>,
    events: usize,
}

impl AdviserThread {
    /// Starts learning from the session at `path`, and from what lies beside it.
    pub(super) fn start(
        path: PathBuf,
        disk: Disk,
        session: &Session,
        events: Sender<LoopEvent>,
    ) -> Self {
        let (asks, asked) = channel();
        let past = PastSession::of(session);
        let known = session.history().len();
        thread::spawn(move || {
            let judge = || {
                let adviser = Adviser::of(known_beside(&path, disk), past, known);
                judge(adviser, &asked, &events);
            };
            // The panic hook has restored the terminal and printed why.
            if catch_unwind(AssertUnwindSafe(judge)).is_err() {
                // Fails when the loop has ended.
                let _ = events.send(LoopEvent::Broken);
            }
        });
        Self { asks, asked: None, events: known }
    }

    /// Whether that was asked last.
    pub(super) fn was_asked(&self, request: Option<&AdviceRequest>) -> bool {
        self.asked.as_ref() == request
    }

    /// Asks about what is on the screen, unless that was asked last.
    pub(super) fn ask(&mut self, request: Option<AdviceRequest>, session: &Session) {
        if self.asked == request {
            return;
        }
        self.asked = request;
        if let Some(request) = self.asked.clone() {
            self.send(AdviserTask::Judge(request), session);
        }
    }

    /// Asks for groups of the questions without a theme.
    pub(super) fn group_themes(&mut self, session: &Session) {
        self.send(AdviserTask::GroupThemes, session);
    }

    fn send(&mut self, task: AdviserTask, session: &Session) {
        let history = session.history();
        // A log that was rewound is told of from its beginning again.
        let new = history.get(self.events..).unwrap_or(history);
        self.events = history.len();
        let (state, routes) = (session.state().clone(), routes(new));
        // Fails when the thread panicked; the loop is told of that.
        let _ = self.asks.send(AdviserInput { task, state, routes, events: history.len() });
    }
}

/// Answers what was asked last; learns anew when nobody waits for an answer.
fn judge(mut adviser: Adviser, asks: &Receiver<AdviserInput>, events: &Sender<LoopEvent>) {
    let mut learn_from = Instant::now();
    loop {
        let wait = learn_from.saturating_duration_since(Instant::now());
        let next = match adviser.is_behind() {
            true => asks.recv_timeout(wait),
            false => asks.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match next {
            Ok(ask) => {
                let (request, groups) = taken(&mut adviser, ask, asks);
                let advice = request.map(|it| JobResult::Advised(Box::new(adviser.advise(it))));
                let groups = groups.then(|| JobResult::ThemesGrouped(adviser.theme_groups()));
                for result in advice.into_iter().chain(groups) {
                    if events.send(LoopEvent::JobDone(result)).is_err() {
                        return;
                    }
                }
            }
            Err(RecvTimeoutError::Timeout) => {
                let start = Instant::now();
                adviser.learn();
                learn_from = Instant::now() + pause_after(start.elapsed());
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

fn pause_after(learning: Duration) -> Duration {
    learning.saturating_mul(LEARNS_ONE_IN - 1)
}

/// The question asked about last, and whether groups are asked for; the session's growth is taken in.
fn taken(
    adviser: &mut Adviser,
    first: AdviserInput,
    asks: &Receiver<AdviserInput>,
) -> (Option<AdviceRequest>, bool) {
    let (mut last, mut groups) = (None, false);
    for AdviserInput { task, state, routes, events } in [first].into_iter().chain(asks.try_iter()) {
        adviser.grow(state, routes, events);
        match task {
            AdviserTask::Judge(request) => last = Some(request),
            AdviserTask::GroupThemes => groups = true,
        }
    }
    (last, groups)
}

/// What lies beside the session. A roster or a session that cannot be read is named by the commands that check
/// it; here it only teaches nothing.
fn known_beside(path: &Path, disk: Disk) -> Known {
    let rosters = rosters_beside(path).into_iter();
    let others = sessions_beside(path, disk).map(|other| OtherSession {
        past: PastSession::of(other.record.session()),
        name: other.name,
    });
    Known {
        rosters: rosters.filter_map(|roster| roster::knowledge(&roster).ok()).collect(),
        others: others.collect(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use super::{AdviserThread, pause_after};
    use crate::search::advice::{Advice, AdviceRequest};
    use crate::session::fixture::session_of;
    use crate::store::Disk;
    use crate::tui::runtime::job_result::JobResult;
    use crate::tui::runtime::loop_event::LoopEvent;

    fn request(text: &str) -> AdviceRequest {
        AdviceRequest { text: text.to_owned(), ..AdviceRequest::default() }
    }

    #[test]
    fn what_was_asked_last_is_answered_and_asking_the_same_again_asks_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let session = session_of(
            r#"
            8:00 {"command":"open","title":"Đối thoại"}
            8:00 {"command":"add_responder","responder":{"id":"xd","name":"Sở Xây dựng","kind":"agency"}}
        "#,
        );
        let (events, incoming) = channel();
        let path = folder.path().join("phien.json");
        let mut thread = AdviserThread::start(path, Disk::DEFAULT, &session, events);
        for text in ["nhà", "nhà ở", "nhà ở xã hội", "nhà ở xã hội"] {
            thread.ask(Some(request(text)), &session);
        }
        thread.ask(None, &session);
        drop(thread);
        let advised = |event| match event {
            LoopEvent::JobDone(JobResult::Advised(advice)) => *advice,
            _ => panic!("nothing else is told"),
        };
        let all: Vec<Advice> = incoming.into_iter().map(advised).collect();
        let last = all.last().expect("an answer");
        assert_eq!(last.request, request("nhà ở xã hội"));
        assert_eq!(last.suggestions[0].responder.0, "xd");
        assert!(all.len() <= 3, "{}", all.len());
    }

    #[test]
    fn learning_takes_a_tenth_of_the_time_at_most() {
        assert_eq!(pause_after(Duration::from_secs(1)), Duration::from_secs(9));
    }
}
