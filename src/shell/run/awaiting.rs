//! What the loop sends for and waits for: a session, the folder; and what is typed until it is there.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::app::desk::Hand;
use crate::app::start::Held;
use crate::app::{Input, Screen as Shown};
use crate::journal::{Holder, OpenError};
use crate::shell::errand::{self, Brought};
use crate::shell::room::NoRoom;

use super::House;

impl House<'_> {
    /// Has the session opened; the desk is shown when it comes.
    pub(super) fn send_for(&mut self, path: &Path, hand: Hand) {
        self.held_back.get_or_insert_default();
        if let Shown::Start(start) = &mut self.app.screen {
            start.opening = Some(path.display().to_string());
        }
        errand::open(path.to_owned(), hand, self.settings, &self.wakes);
    }

    /// Has the folder read; its sessions are shown when they come.
    pub(super) fn list(&mut self) {
        self.held_back.get_or_insert_default();
        if let Shown::Start(start) = &mut self.app.screen {
            start.folder = self.settings.folder.display().to_string();
            start.reading = true;
        }
        errand::list(self.settings, &self.wakes);
    }

    /// Typed ahead: it means something only once what was sent for is there. Ctrl+C waits for nothing.
    pub(super) fn hold_back(&mut self, event: Event) {
        match event {
            Event::Key(key) if is_interrupt(key) => self.ending = Some(ExitCode::from(130)),
            Event::Key(_) | Event::Paste(_) => {
                self.held_back.get_or_insert_default().push_back(event);
            }
            Event::Mouse(_) => {}
            _ => self.terminal_event(event),
        }
    }

    pub(super) fn receive(&mut self, brought: Brought) {
        let typed = self.held_back.take().unwrap_or_default();
        if let Shown::Start(start) = &mut self.app.screen {
            (start.opening, start.reading) = (None, false);
        }
        match brought {
            Brought::Session { path, hand, opened } => match *opened {
                Ok((room, mended)) => self.enter(room, hand, mended),
                Err(why) => self.no_room(path, &why),
            },
            Brought::Folder(entries, rosters) => {
                if let Shown::Start(start) = &mut self.app.screen {
                    start.refresh(entries, rosters);
                }
            }
        }
        for event in typed {
            // One of them may have sent for something else: the rest waits on.
            match &mut self.held_back {
                Some(held_back) => held_back.push_back(event),
                None => self.terminal_event(event),
            }
        }
    }

    fn no_room(&mut self, path: PathBuf, why: &NoRoom) {
        let why = match why {
            NoRoom::Open(OpenError::Held(holder)) => {
                let unknown = || Holder { pid: 0, user: "?".to_owned(), host: "?".to_owned() };
                let Holder { pid, user, host } = holder.clone().unwrap_or_else(unknown);
                return self.put(Input::Held(Held { path, pid, user, host }));
            }
            NoRoom::Open(error) => self.app.lang.open_error(&path, error),
            NoRoom::Read(error) => self.app.lang.read_error(&path, error),
        };
        if self.app.came_from_start {
            self.put(Input::Trouble(why));
        } else {
            (self.parting, self.ending) = (Some(why), Some(ExitCode::FAILURE));
        }
    }
}

fn is_interrupt(key: KeyEvent) -> bool {
    key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL)
}
