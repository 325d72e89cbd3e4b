//! The assigned tasks and the conclusions.

use super::{Transcript, about};
use crate::session::event::Recorded;
use crate::session::number::ResponderId;
use crate::session::payload::{Progress, Progression};
use crate::session::state::Task;
use crate::session::time::Date;

/// Cells for the number of a task or a conclusion.
const NUMBERS: usize = 4;
/// Cells for the labels under a task.
const LABELS: usize = 13;

/// What is to be done, by whom and by when.
pub(super) struct Charge<'a> {
    pub(super) text: &'a str,
    pub(super) lead: Option<&'a ResponderId>,
    pub(super) support: &'a [ResponderId],
    /// A date, and the deadline in words.
    pub(super) due: (Option<Date>, Option<&'a str>),
}

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
            let charge = Charge {
                text: &task.text,
                lead: task.lead.as_ref(),
                support: &task.support,
                due: (task.due, task.due_text.as_deref()),
            };
            let charge = self.charge(&charge);
            self.page.entry(0, &format!("{}.", task.number), NUMBERS, &charge);
            self.details(task);
        }
    }

    /// "Giao A chủ trì, phối hợp với B: … (hoàn thành chậm nhất ngày …)."
    pub(super) fn charge(&self, charge: &Charge) -> String {
        let lang = self.lang;
        let text = charge.text.trim_end().trim_end_matches('.');
        let (lead, support) = (charge.lead, self.names(charge.support));
        let charged = match (lead.map(|lead| self.state().full_name(lead)), support.as_str()) {
            (Some(lead), "") => lang.paper_charged(lead, text),
            (Some(lead), support) => lang.paper_charged_with(lead, support, text),
            (None, "") => text.to_owned(),
            (None, support) => lang.paper_charged_support(support, text),
        };
        let due = match charge.due {
            (None, None) => lang.no_deadline().to_owned(),
            (None, Some(words)) => lang.due_by(words),
            (Some(date), words) => {
                let by = lang.paper_due_by(&lang.day(date));
                words.map_or(by.clone(), |words| format!("{by}; {words}"))
            }
        };
        match lead {
            Some(_) => format!("{charged} ({due})."),
            None => format!("{charged} ({}) ({due}).", lang.no_lead_assigned()),
        }
    }

    fn details(&mut self, task: &Task) {
        let lang = self.lang;
        let by = task.by.as_ref().map(|by| self.state().full_name(by).to_owned());
        let concerns = (!task.questions.is_empty()).then(|| about(lang, &task.questions));
        let rows = [
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
        let made = lang.progress(progress).to_owned();
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
