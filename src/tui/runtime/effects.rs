//! What the app asks of the shell, done.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::describe;
use crate::import::roster;
use crate::paper;
use crate::record::Header;
use crate::session::command::{Command, Moment, Occasion};
use crate::session::payload::Opening;
use crate::store::{Consent, CreateError, create};
use crate::tui::model::{Effect, Message, Screen as Shown};

use super::errand::Errand;
use super::room::Room;
use super::run::{House, Need};
use super::sessions;
use super::visit::{Seat, Visit};
use crate::workspace::clock::fresh_id;
use crate::workspace::papers;

impl House<'_> {
    pub(super) fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Submit { ticket, command } => self.submit(ticket, command),
            Effect::Create { opening, roster } => self.create(opening, roster.as_deref()),
            Effect::Open(path) => self.send_for(&path, Visit::Moderate),
            Effect::OpenAsAgreed(path) => {
                self.send_for(&path, Visit::Moderate);
                let consent = Consent::Given;
                self.errand = Some(Errand::Open { path, visit: Visit::Moderate, consent });
            }
            Effect::Watch(path) => self.send_for(&path, Visit::Watch),
            Effect::Replay(path) => self.send_for(&path, Visit::Replay(Seat::default())),
            Effect::Note(deed) => self.note(deed),
            Effect::Refresh => self.list(),
            Effect::WriteTranscript => self.write_transcript(),
            Effect::MoveTo(folder) => {
                if let Some(room) = &self.room {
                    room.move_to(folder);
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
        let (now, lang) = (self.app.now, self.app.lang);
        let answer = self.room.as_mut().and_then(|room| room.submit(ticket, command, now, lang));
        if let Some(input) = answer {
            self.put(input);
        }
    }

    pub(super) fn send_waiting(&mut self) {
        while let Some((ticket, command)) = self.room.as_mut().and_then(Room::next_waiting) {
            self.submit(ticket, command);
        }
    }

    /// Has the session opened; the desk is shown when it comes.
    pub(super) fn send_for(&mut self, path: &Path, visit: Visit) {
        self.awaiting = true;
        if let Shown::Start(start) = &mut self.app.screen {
            start.opening = Some(path.display().to_string());
        }
        let consent = Consent::NotAsked;
        self.errand = Some(Errand::Open { path: path.to_owned(), visit, consent });
    }

    /// Has the folder read; its sessions are shown when they come.
    pub(super) fn list(&mut self) {
        self.awaiting = true;
        if let Shown::Start(start) = &mut self.app.screen {
            start.folder = self.settings.folder.display().to_string();
            start.reading = true;
        }
        self.errand = Some(Errand::List);
    }

    /// The frame that says so stands: what was sent for is fetched now, and takes no time from it.
    pub(super) fn set_out(&mut self) {
        if let Some(errand) = self.errand.take() {
            errand.set_out(self.settings.clone(), &self.wakes);
        }
    }

    fn create(&mut self, opening: Opening, roster: Option<&str>) {
        match self.created(opening, roster) {
            Ok(path) => {
                if let Shown::Start(start) = &mut self.app.screen {
                    start.form = None;
                }
                self.send_for(&path, Visit::Moderate);
            }
            Err(why) => {
                if let Shown::Start(start) = &mut self.app.screen {
                    start.not_created(why);
                }
            }
        }
    }

    fn created(&self, opening: Opening, roster: Option<&str>) -> Result<PathBuf, String> {
        let (lang, now, folder) = (self.app.lang, self.app.now, &self.settings.folder);
        let path = sessions::free_path(folder, &opening.title, now.date());
        let mut commands = vec![Command::Open(opening)];
        if let Some(name) = roster {
            commands.extend(self.roster(&folder.join(name))?);
        }
        let not_created =
            |error| describe::store::create_error(lang, &path, &CreateError::Io(error));
        let header = Header { id: fresh_id().map_err(not_created)?, created: now };
        // No delegate is among the first events, so there is nothing to salt.
        let by = self.settings.by.clone();
        let occasion = Occasion { at: Moment::Clock(now), by, salt: String::new() };
        std::fs::create_dir_all(folder).map_err(not_created)?;
        create(&path, header, commands, &occasion)
            .map_err(|error| describe::store::create_error(lang, &path, &error))?;
        Ok(path)
    }

    fn roster(&self, path: &Path) -> Result<Vec<Command>, String> {
        let roster = roster::read(path)
            .map_err(|fault| describe::import::roster_fault(self.app.lang, path, &fault))?;
        Ok(roster.into_iter().map(|responder| Command::AddResponder { responder }).collect())
    }

    fn write_transcript(&mut self) {
        let Some(room) = &self.room else { return };
        let text = paper::transcript::transcript(
            &paper::PaperSource {
                session: room.record.session(),
                id: room.record.header().id.as_str(),
                fingerprint: &room.record.fingerprint().to_string(),
                damage: None,
            },
            self.settings.paper_lang,
        );
        let lang = self.app.lang;
        let written = papers::write_beside(&room.path, &text);
        let written = written.map(|path| path.display().to_string());
        self.put(Message::Transcript(
            written.map_err(|error| describe::workspace::paper_error(lang, &error)),
        ));
    }
}
