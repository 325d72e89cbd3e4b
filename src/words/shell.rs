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
    paper_not_ours(path: &str): vi "{path} không phải do doithoai ghi; hãy chọn tên khác hoặc thêm --force.",
        en "{path} was not written by doithoai; choose another name or add --force.";
    paper_failed(path: &str, trouble: &str): vi "Không ghi được {path}: {trouble}.",
        en "{path} cannot be written: {trouble}.";
    roster_not_json(path: &str, why: &str): vi "{path} không phải là JSON hợp lệ: {why}.",
        en "{path} is not valid JSON: {why}.";
    roster_not_a_list(path: &str):
        vi "{path} phải là một danh sách JSON gồm các đơn vị trả lời.",
        en "{path} must be a JSON list of responders.";
    roster_entry(path: &str, place: usize, why: &str):
        vi "{path}: mục thứ {place} không phải là đơn vị trả lời: {why}.",
        en "{path}: entry {place} is not a responder: {why}.";
}

impl Lang {
    pub fn drafts_not_kept(self, error: &io::Error) -> String {
        self.drafts_failed(&self.trouble(error))
    }

    pub fn paper_error(self, error: &PaperError) -> String {
        match error {
            PaperError::NotOurs(path) => self.paper_not_ours(&shown(path)),
            PaperError::Io(path, error) => self.paper_failed(&shown(path), &self.trouble(error)),
        }
    }

    pub fn roster_fault(self, path: &Path, fault: &RosterFault) -> String {
        let path = shown(path);
        match fault {
            RosterFault::NotJson(why) => self.roster_not_json(&path, why),
            RosterFault::NotAList => self.roster_not_a_list(&path),
            RosterFault::NotAResponder { place, why } => self.roster_entry(&path, *place, why),
        }
    }
}
