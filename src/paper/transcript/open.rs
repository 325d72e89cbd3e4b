//! What remains open: questions without an outcome, written answers owed, tasks not done.

use super::section;
use crate::paper::document::{Block, Entry, Marker};
use crate::paper::facts::Paper;
use crate::review::stats::Outcome;
use crate::session::payload::Progress;
use crate::session::question::{Question, Status};
use crate::session::state::Task;

/// Cells for "Nhiệm vụ 12" or "Question 12".
const LABELS: usize = 15;

impl Paper<'_> {
    pub(super) fn open(self) -> Vec<Block> {
        let (lang, state) = (self.lang, self.state());
        let questions = state.questions().filter_map(|question| {
            let label = lang.question_numbered(question.number);
            self.open_question(question).map(|words| (label, words))
        });
        let tasks = state
            .tasks()
            .filter(|task| task.progress != Progress::Done)
            .map(|task| (lang.paper_task(task.number), self.open_task(task)));
        let entries = questions
            .chain(tasks)
            .map(|(label, words)| Entry::new(Marker::Label { label, cells: LABELS }, words));
        section(lang.paper_open().to_owned(), entries, lang.paper_nothing_open()).collect()
    }

    pub(in crate::paper) fn open_question(self, question: &Question) -> Option<String> {
        let lang = self.lang;
        let lead = || self.led_by(question.lead());
        match (Outcome::of(question), &question.status) {
            (_, Status::Deferred(deferral)) => Some(self.owed(question, deferral)),
            (Outcome::Partly, _) => Some(format!("{}; {}", lang.paper_open_partly(), lead())),
            (Outcome::Open, _) => Some(format!("{}; {}", lang.paper_open_no_outcome(), lead())),
            _ => None,
        }
    }

    fn open_task(self, task: &Task) -> String {
        let lang = self.lang;
        let lead = match &task.lead {
            Some(lead) => lang.leading(self.state().full_name(lead)),
            None => lang.no_lead_assigned().to_owned(),
        };
        let due = lang.due(task.due, task.due_text.as_deref());
        match task.trail.len() {
            // That no progress was recorded does not mean that nothing was done.
            0 | 1 => format!("{lead}; {due}"),
            _ => format!("{}; {lead}; {due}", lang.progress(task.progress)),
        }
    }
}
