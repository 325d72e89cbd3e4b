//! The assigned tasks and the conclusions.

use super::section;
use crate::paper::document::{Block, Detail, Entry, Marker};
use crate::paper::facts::{Charge, Paper, about};
use crate::session::event::Recorded;
use crate::session::payload::Progression;
use crate::session::state::Task;

/// Cells for the labels under a task.
const LABELS: usize = 13;

impl<'a> Paper<'a> {
    pub(super) fn tasks(self) -> impl Iterator<Item = Block> + 'a {
        let (lang, state) = (self.lang, self.state());
        let heading = lang.paper_tasks(state.tasks().count());
        section(heading, state.tasks().map(move |task| self.task(task)), lang.paper_none())
    }

    fn task(self, task: &Task) -> Entry {
        let number = usize::try_from(task.number.0).unwrap_or(usize::MAX);
        let charge = self.charge(&Charge::of(task));
        Entry::new(Marker::Number(number), charge).with(self.details(task)).spaced()
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

    /// One line of the proceedings: the progress of a task.
    pub(super) fn progressed(self, recorded: &Recorded, news: &Progression) -> Entry {
        let made = self.news(news);
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
