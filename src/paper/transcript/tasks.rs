//! The assigned tasks and the conclusions.

use super::{Transcript, about, section};
use crate::paper::document::{Block, Detail, Entry, Marker};
use crate::session::event::Recorded;
use crate::session::number::ResponderId;
use crate::session::payload::{Progress, Progression};
use crate::session::state::Task;
use crate::session::time::Date;

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

impl<'a> Transcript<'a> {
    pub(super) fn tasks(self) -> impl Iterator<Item = Block> + 'a {
        let (lang, state) = (self.lang, self.state());
        let heading = lang.paper_tasks(state.tasks().count());
        section(heading, state.tasks().map(move |task| self.task(task)), lang.paper_none())
    }

    fn task(self, task: &Task) -> Entry {
        let number = usize::try_from(task.number.0).unwrap_or(usize::MAX);
        let charge = self.charge(&Charge {
            text: &task.text,
            lead: task.lead.as_ref(),
            support: &task.support,
            due: (task.due, task.due_text.as_deref()),
        });
        Entry::new(Marker::Number(number), charge).with(self.details(task)).spaced()
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

    fn details(self, task: &Task) -> impl Iterator<Item = Detail> {
        let lang = self.lang;
        let by = task.by.as_ref().map(|by| self.state().full_name(by).to_owned());
        let concerns = (!task.questions.is_empty()).then(|| about(lang, &task.questions));
        let rows = [
            (lang.paper_assigner(), by),
            (lang.paper_about(), concerns),
            (lang.paper_progress(), self.progress(task)),
        ];
        rows.into_iter().filter_map(|(label, words)| Some(labelled(label, words?)))
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
    pub(super) fn progressed(self, recorded: &Recorded, news: &Progression) -> Entry {
        let made = self.news(news.progress, news.document.as_deref(), news.text.as_deref());
        let made = made.trim_end_matches('.');
        self.entry(recorded, self.lang.paper_task_news(news.task, made))
    }

    pub(super) fn conclusions(self) -> impl Iterator<Item = Block> + 'a {
        let (lang, state) = (self.lang, self.state());
        let heading = lang.paper_conclusions(state.conclusions().count());
        let entries = state.conclusions().enumerate().map(move |(place, conclusion)| {
            let concerns = (!conclusion.questions.is_empty())
                .then(|| labelled(lang.paper_about(), about(lang, &conclusion.questions)));
            Entry::new(Marker::Number(place + 1), conclusion.text.clone()).with(concerns)
        });
        section(heading, entries, lang.paper_none())
    }
}

fn labelled(label: &str, text: String) -> Detail {
    Detail::Labelled { label: label.to_owned(), text, cells: LABELS }
}
