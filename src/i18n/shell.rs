//! What the shell has to say besides the journal: the terminal, drafts, papers, rosters.

use std::io;
use std::path::Path;

use super::journal::shown;
use super::{Lang, sentences};
use crate::import::roster::RosterFault;
use crate::workspace::papers::PaperError;

sentences! {
    no_terminal: vi "Không mở được màn hình: hãy chạy chương trình trong cửa sổ dòng lệnh.",
        en "No screen to draw on: run the program in a terminal window.";
    roster_too_large: vi "tệp lớn hơn 1 MiB", en "it is larger than 1 MiB";
    drafts_left_aside(path: &str):
        vi "Không đọc được bản nháp của lần trước; tệp được giữ ở {path}.",
        en "The drafts of last time cannot be read; the file is kept at {path}.";
    not_kept_anywhere(words: &str):
        vi "Những chữ sau chưa ghi và không giữ được ở đâu; hãy chép lại:\n{words}",
        en "These words were not recorded and could not be kept; copy them:\n{words}";
    left_unwritten(path: &str):
        vi "Đĩa chưa trả lời: việc cuối cùng có thể chưa được ghi vào {path}. Hãy mở lại phiên để kiểm tra.",
        en "The disk did not answer: the last step may not be in {path}. Open the session again to see.";
    watched_is_damaged:
        vi "phần mới của tệp không đọc được; trên màn hình là phần đọc được đến lúc này",
        en "what is new in the file cannot be read; the screen shows what could be read so far";
    drafts_failed(trouble: &str): vi "Không giữ được bản nháp: {trouble}. Hãy ghi sớm những gì đang gõ.",
        en "Drafts cannot be kept: {trouble}. Confirm soon what you are typing.";
}

impl Lang {
    pub fn drafts_unreadable(self, kept: &Path) -> String {
        self.drafts_left_aside(&shown(kept))
    }

    pub fn left_while_writing(self, path: &Path) -> String {
        self.left_unwritten(&shown(path))
    }

    pub fn drafts_not_kept(self, error: &io::Error) -> String {
        self.drafts_failed(&self.trouble(error))
    }

    pub fn paper_error(self, error: &PaperError) -> String {
        match error {
            PaperError::Session(path) => self.cli_output_is_a_session(&shown(path)),
            PaperError::Review(path) => self.output_is_a_review(&shown(path)),
            PaperError::NotOurs(path) => self.cli_output_is_foreign(&shown(path)),
            PaperError::Edited(path) => self.cli_output_is_edited(&shown(path)),
            PaperError::Io(path, error) => self.create_failed(&shown(path), &self.trouble(error)),
        }
    }

    pub fn roster_fault(self, path: &Path, fault: &RosterFault) -> String {
        let why = match fault {
            RosterFault::Io(error) => self.trouble(error),
            RosterFault::TooLarge => self.roster_too_large().to_owned(),
            RosterFault::NotText { line, column } => {
                self.at_line(self.trouble_text(), *line, *column)
            }
            RosterFault::Json { error, line } => self.json_fault(error, line),
        };
        self.cli_roster_failed(&shown(path), &why)
    }
}
