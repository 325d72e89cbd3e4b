//! The effects the model asks for, carried out.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::import::field::RowKind;
use crate::import::planned::TimedCommand;
use crate::import::roster;
use crate::record::Header;
use crate::session::command::{Command, Moment, Occasion};
use crate::session::payload::Opening;
use crate::store::{Consent, CreateError, create};
use crate::tui::model::paper_export::PaperOrder;
use crate::tui::model::trouble::Trouble;
use crate::tui::model::{Effect, Screen};

use super::event_loop::{EventLoop, Need};
use super::job::Job;
use super::open_mode::{OpenMode, ReplayStart};
use super::paper_job::{PaperJob, RecordedSession};
use super::sessions;
use crate::workspace::clock::{fresh_id, fresh_salt};

impl EventLoop<'_> {
    pub(super) fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Submit { ticket, command } => self.submit(ticket, command),
            Effect::ReadTable { path, kind } => self.read_table(path, kind),
            Effect::GroupThemes => {
                if let (Some(adviser), Some(open)) = (&mut self.adviser, &self.open) {
                    adviser.group_themes(open.session());
                }
            }
            Effect::SubmitTogether { ticket, commands } => self.submit_together(ticket, commands),
            Effect::Create { opening, roster } => self.create(opening, roster.as_deref()),
            Effect::Open(path) => self.start_opening(&path, OpenMode::Moderate),
            Effect::OpenAsAgreed(path, consent) => {
                self.start_opening(&path, OpenMode::Moderate);
                self.job = Some(Job::Open { path, mode: OpenMode::Moderate, consent });
            }
            Effect::Watch(path) => self.start_opening(&path, OpenMode::Watch),
            Effect::Replay(path) => {
                self.start_opening(&path, OpenMode::Replay(ReplayStart::default()));
            }
            Effect::Note(change) => self.note(change),
            Effect::Refresh => self.list(),
            Effect::WritePaper(order) => self.write_paper(order),
            Effect::CancelPaper => self.paper_cancelled.store(true, Ordering::Relaxed),
            Effect::MoveTo(folder) => {
                if let Some(open) = &mut self.open {
                    open.move_to(folder);
                }
            }
            Effect::AddCopy(folder) => {
                if let Some(open) = &mut self.open {
                    open.add_copy(folder);
                }
            }
            Effect::Suspend => self.need(Need::Stop),
            Effect::Redraw => self.need(Need::Fit),
            Effect::Leave => self.leave_desk(false),
            Effect::LeaveAnyway => self.leave_desk(true),
            Effect::Quit => self.ending = Some(ExitCode::SUCCESS),
        }
    }

    fn submit(&mut self, ticket: u64, command: Command) {
        let now = self.model.now;
        let not_sent = self.open.as_mut().and_then(|open| open.submit(ticket, command, now));
        match not_sent {
            Some(message) => self.dispatch(message),
            None => self.advance_live(),
        }
    }

    /// Has a table read and planned in the background, on the session as it is now.
    fn read_table(&mut self, path: PathBuf, kind: RowKind) {
        let Some(open) = &self.open else { return };
        let session = Box::new(open.session().clone());
        self.job = Some(Job::Table { path, kind, session, now: self.model.now });
    }

    fn submit_together(&mut self, ticket: u64, commands: Vec<TimedCommand>) {
        let now = self.model.now;
        let not_sent =
            self.open.as_mut().and_then(|open| open.submit_together(ticket, commands, now));
        match not_sent {
            Some(message) => self.dispatch(message),
            None => self.advance_live(),
        }
    }

    /// Has the session opened in the background; the desk is shown when it is.
    pub(super) fn start_opening(&mut self, path: &Path, mode: OpenMode) {
        self.is_waiting = true;
        if let Screen::Start(start) = &mut self.model.screen {
            start.opening = Some(path.display().to_string());
        }
        let consent = Consent::NOT_ASKED;
        self.job = Some(Job::Open { path: path.to_owned(), mode, consent });
    }

    /// Has the folder read in the background; its sessions are shown when it is.
    pub(super) fn list(&mut self) {
        self.is_waiting = true;
        if let Screen::Start(start) = &mut self.model.screen {
            start.folder = self.settings.folder.display().to_string();
            start.reading = true;
        }
        self.job = Some(Job::List);
    }

    /// Starts what was asked for, once the frame that says so is on the screen.
    pub(super) fn start_job(&mut self) {
        if let Some(job) = self.job.take() {
            job.start(self.settings.clone(), &self.events);
        }
    }

    fn create(&mut self, opening: Opening, roster: Option<&str>) {
        match self.created(opening, roster) {
            Ok(path) => {
                if let Screen::Start(start) = &mut self.model.screen {
                    start.form = None;
                }
                self.start_opening(&path, OpenMode::Moderate);
            }
            Err(why) => {
                if let Screen::Start(start) = &mut self.model.screen {
                    start.not_created(why);
                }
            }
        }
    }

    fn created(&self, opening: Opening, roster: Option<&str>) -> Result<PathBuf, Trouble> {
        let (now, folder) = (self.model.now, &self.settings.folder);
        let path = sessions::free_path(folder, &opening.title, now.date());
        let mut commands = vec![Command::Open(opening)];
        if let Some(name) = roster {
            commands.extend(Self::roster(&folder.join(name))?);
        }
        let not_created = |error| Trouble::Create { path: path.clone(), error: Arc::new(error) };
        let not_written = |error| not_created(CreateError::Io(error));
        let header = Header { id: fresh_id().map_err(not_written)?, created: now };
        let by = self.settings.by.clone();
        let occasion = Occasion::new(Moment::Clock(now), by, fresh_salt().map_err(not_written)?);
        std::fs::create_dir_all(folder).map_err(not_written)?;
        create(&path, header, commands, &occasion).map_err(not_created)?;
        Ok(path)
    }

    fn roster(path: &Path) -> Result<Vec<Command>, Trouble> {
        let roster = roster::read(path)
            .map_err(|fault| Trouble::Roster { path: path.to_owned(), fault: Arc::new(fault) })?;
        Ok(roster.into_iter().map(|responder| Command::AddResponder { responder }).collect())
    }

    /// Has a document written in the background, of the session as it is now.
    fn write_paper(&mut self, mut order: PaperOrder) {
        let open = self.open.as_ref().map(|open| {
            order.session.clone_from(&open.path);
            RecordedSession {
                session: open.session().clone(),
                id: open.record().header().id.to_string(),
                fingerprint: open.record().fingerprint().to_string(),
            }
        });
        self.paper_cancelled = Arc::new(AtomicBool::new(false));
        let cancelled = Arc::clone(&self.paper_cancelled);
        self.job = Some(Job::Paper(Box::new(PaperJob { order, open, cancelled })));
    }
}
