//! The assigned tasks and the common positions: what was promised.

use super::{Transcript, about};
use crate::session::payload::Progress;
use crate::session::state::Task;

/// Cells for the number of a task or a conclusion.
const NUMBERS: usize = 4;
/// Cells for the labels under a task.
const LABELS: usize = 13;

impl Transcript<'_> {
    pub(super) fn tasks(&mut self) {
        let state = self.state();
        let count = state.tasks().count();
        self.page.heading(&self.lang.paper_tasks(count));
        if count == 0 {
            self.page.paragraph(0, self.lang.paper_none());
        }
        for task in state.tasks() {
            self.page.gap();
            self.page.entry(0, &format!("{}.", task.number), NUMBERS, &task.text);
            self.charge(task);
        }
    }

    fn charge(&mut self, task: &Task) {
        let (lang, state) = (self.lang, self.state());
        let lead = task.lead.as_ref().map_or(lang.no_lead(), |lead| state.full_name(lead));
        let due = lang.deadline(task.due, task.due_text.as_deref());
        let by = task.by.as_ref().map(|by| state.full_name(by).to_owned());
        let support = (!task.support.is_empty()).then(|| self.names(&task.support));
        let concerns = (!task.questions.is_empty()).then(|| about(lang, &task.questions));
        let rows = [
            (lang.paper_lead(), Some(lead.to_owned())),
            (lang.paper_support(), support),
            (lang.paper_due(), Some(due)),
            (lang.paper_assigner(), by),
            (lang.paper_about(), concerns),
            (lang.paper_progress(), self.progress(task)),
        ];
        for (label, words) in rows {
            if let Some(words) = words {
                self.page.entry(NUMBERS, label, LABELS, &words);
            }
        }
    }

    /// Nothing while no news has come.
    fn progress(&self, task: &Task) -> Option<String> {
        let lang = self.lang;
        if task.progress == Progress::NotStarted && task.remark.is_none() && task.document.is_none()
        {
            return None;
        }
        let document = task.document.as_ref().map(|number| lang.paper_document(number));
        let known = [Some(lang.progress(task.progress).to_owned()), document, task.remark.clone()];
        Some(known.into_iter().flatten().collect::<Vec<_>>().join("; "))
    }

    pub(super) fn conclusions(&mut self) {
        let (lang, state) = (self.lang, self.state());
        let count = state.conclusions().count();
        self.page.heading(&lang.paper_conclusions(count));
        if count == 0 {
            self.page.paragraph(0, lang.paper_none());
        }
        for (place, conclusion) in state.conclusions().enumerate() {
            self.page.entry(0, &format!("{}.", place + 1), NUMBERS, &conclusion.text);
            if !conclusion.questions.is_empty() {
                let concerns = about(lang, &conclusion.questions);
                self.page.entry(NUMBERS, lang.paper_about(), LABELS, &concerns);
            }
        }
    }
}
