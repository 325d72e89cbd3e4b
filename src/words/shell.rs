//! What the shell has to say besides the journal: the terminal, drafts, papers, rosters.

use std::io;
use std::path::Path;

use super::journal::shown;
use super::{Lang, words};
use crate::import::roster::RosterFault;
use crate::shell::paper::PaperError;

words! {
    no_terminal: vi "Không mở được màn hình: hãy chạy chương trình trong cửa sổ dòng lệnh.",
        en "No screen to draw on: run the program in a terminal window.";
    drafts_failed(trouble: &str): vi "Không giữ được bản nháp: {trouble}. Hãy ghi sớm những gì đang gõ.",
        en "Drafts cannot be kept: {trouble}. Confirm soon what you are typing.";
}

impl Lang {
    pub fn drafts_not_kept(self, error: &io::Error) -> String {
        self.drafts_failed(&self.trouble(error))
    }

    pub fn paper_error(self, error: &PaperError) -> String {
        match error {
            PaperError::Session(path) => self.cli_output_is_a_session(&shown(path)),
            PaperError::NotOurs(path) => self.cli_output_is_foreign(&shown(path)),
            PaperError::Edited(path) => self.cli_output_is_edited(&shown(path)),
            PaperError::Io(path, error) => self.create_failed(&shown(path), &self.trouble(error)),
        }
    }

    pub fn roster_fault(self, path: &Path, fault: &RosterFault) -> String {
        let why = match fault {
            RosterFault::Io(error) => self.trouble(error),
            RosterFault::TooLarge => self.trouble_too_large().to_owned(),
            RosterFault::Json { error, line } => self.json_fault(error, line),
        };
        self.cli_roster_failed(&shown(path), &why)
    }
}
