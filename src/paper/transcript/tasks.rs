//! The assigned tasks and the conclusions.

use super::{Transcript, about};
use crate::session::event::Recorded;
use crate::session::payload::{Progress, Progression};
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
            self.details(task);
        }
    }

    fn details(&mut self, task: &Task) {
        let (lang, state) = (self.lang, self.state());
        let lead = task.lead.as_ref().map_or(lang.paper_not_named(), |lead| state.full_name(lead));
        let due = match (task.due, task.due_text.as_deref()) {
            (None, None) => lang.paper_not_set().to_owned(),
            (date, words) => lang.deadline(date, words),
        };
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

    /// `None` while no progress was recorded.
    fn progress(&self, task: &Task) -> Option<String> {
        if task.progress == Progress::NotStarted && task.remark.is_none() && task.document.is_none()
        {
            return None;
        }
        Some(self.news(task.progress, task.document.as_deref(), task.remark.as_deref()))
    }

    fn news(&self, progress: Progress, document: Option<&str>, remark: Option<&str>) -> String {
        let lang = self.lang;
        let made = lang.paper_progress_made(progress).to_owned();
        let document = document.map(|number| lang.document_numbered(number));
        let known = [Some(made), document, remark.map(str::to_owned)];
        known.into_iter().flatten().collect::<Vec<_>>().join("; ")
    }

    /// One line of the proceedings: the progress of a task.
    pub(super) fn progressed(&mut self, recorded: &Recorded, news: &Progression) {
        let made = self.news(news.progress, news.document.as_deref(), news.text.as_deref());
        let made = made.trim_end_matches('.');
        self.entry(recorded, &self.lang.paper_task_news(news.task, made));
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
