//! The register for follow-up: every question and every task, a row each, and their counts.

use std::iter;

use super::PaperSource;
use super::document::{Block, Cell, Column, Document, Table};
use super::facts::{Paper, capital};
use super::kind::DocumentKind;
use crate::i18n::Lang;
use crate::session::event::Event;
use crate::session::outcome::Outcome;
use crate::session::payload::Progress;
use crate::session::question::{Question, Status};
use crate::session::state::Task;
use crate::session::time::Date;

/// The register. Counts are a table of their own.
pub fn register(source: PaperSource<'_>, lang: Lang) -> Document<'_> {
    let paper = Paper { source, lang };
    let state = paper.state();
    let table =
        Table { name: "register", title: lang.register_rows().to_owned(), columns: columns(lang) };
    let questions = state.questions().map(move |question| paper.question_row(question));
    let tasks = state.tasks().map(move |task| paper.task_row(task));
    let blocks = paper
        .head(lang.register_title())
        .chain([Block::TableStart(table)])
        .chain(questions.chain(tasks).map(Block::Row))
        .chain([Block::TableEnd])
        .chain(iter::once_with(move || paper.register_counts()).flatten())
        .chain(paper.fingerprint())
        .chain(paper.incomplete());
    paper.document(DocumentKind::Register, blocks)
}

fn columns(lang: Lang) -> Vec<Column> {
    [
        ("kind", lang.register_kind(), 13),
        ("number", lang.register_number(), 9),
        ("matter", lang.register_matter(), 44),
        ("asker", lang.register_asker(), 30),
        ("theme", lang.register_theme(), 16),
        ("lead", lang.register_lead(), 20),
        ("support", lang.register_support(), 20),
        ("due", lang.register_due(), 13),
        ("status", lang.register_status(), 16),
        ("document", lang.register_document(), 14),
        ("document_date", lang.register_document_date(), 13),
        ("remark", lang.register_remark(), 32),
    ]
    .map(|(name, title, width)| Column { name, title: title.to_owned(), width })
    .into()
}

impl Paper<'_> {
    fn question_row(self, question: &Question) -> Vec<Cell> {
        let lang = self.lang;
        let (due, due_text) = match &question.status {
            Status::Deferred(deferral) => (deferral.due, deferral.due_text.as_deref()),
            _ => (None, None),
        };
        let by = match &question.status {
            Status::Deferred(deferral) => deferral.by_responder.as_ref().or(question.lead()),
            _ => question.lead(),
        };
        let part_of = question.part_of.map(|whole| lang.paper_part_of(whole));
        let remark: Vec<String> = part_of.into_iter().chain(self.remarks(question)).collect();
        vec![
            text(&capital(lang.question_kind(question.kind))),
            Cell::Number(question.number.0),
            text(&question.text),
            text(&self.asker(question.delegate)),
            question.theme.as_deref().map_or(Cell::Empty, text),
            by.map_or(Cell::Empty, |by| text(self.state().full_name(by))),
            text(&self.names(question.support())),
            due_cell(due, due_text),
            text(lang.outcome(Outcome::of(question))),
            Cell::Empty,
            Cell::Empty,
            text(&remark.join("; ")),
        ]
    }

    /// What the other columns do not say of its outcome.
    fn remarks(self, question: &Question) -> Vec<String> {
        match &question.status {
            Status::Queued | Status::Called { .. } | Status::Answering { .. } => {
                vec![self.lang.status(&question.status).to_owned()]
            }
            Status::Deferred(deferral) => {
                let words = deferral.due.and(deferral.due_text.clone());
                words.into_iter().chain(deferral.why.clone()).collect()
            }
            Status::Answered
            | Status::Referred(_)
            | Status::Declined { .. }
            | Status::Withdrawn { .. }
            | Status::Merged { .. }
            | Status::Split { .. } => self.became(question),
        }
    }

    fn task_row(self, task: &Task) -> Vec<Cell> {
        let lang = self.lang;
        let words = task.due.and(task.due_text.clone());
        let remark: Vec<String> = words.into_iter().chain(task.remark.clone()).collect();
        vec![
            text(&capital(lang.register_task())),
            Cell::Number(task.number.0),
            text(&task.text),
            Cell::Empty,
            Cell::Empty,
            task.lead.as_ref().map_or(Cell::Empty, |lead| text(self.state().full_name(lead))),
            text(&self.names(&task.support)),
            due_cell(task.due, task.due_text.as_deref()),
            text(&capital(lang.progress(task.progress))),
            task.document.as_deref().map_or(Cell::Empty, text),
            self.document_date(task).map_or(Cell::Empty, Cell::Date),
            text(&remark.join("; ")),
        ]
    }

    /// The day on which the number of the written reply was recorded.
    fn document_date(self, task: &Task) -> Option<Date> {
        let document = task.document.as_ref()?;
        let given = |recorded: &Event| match recorded {
            Event::TaskProgressed(news) => news.document.as_ref() == Some(document),
            _ => false,
        };
        let mut trail = task.trail.iter().rev().filter_map(|seq| self.session().event(*seq));
        trail.find(|recorded| given(&recorded.event)).map(|recorded| recorded.at.date())
    }

    fn register_counts(self) -> Vec<Block> {
        let (lang, state) = (self.lang, self.state());
        let column = |name, title: &str, width| Column { name, title: title.to_owned(), width };
        let table = Table {
            name: "counts",
            title: lang.register_counts().to_owned(),
            columns: vec![
                column("of", lang.register_counted(), 40),
                column("count", lang.register_count(), 10),
            ],
        };
        let questions = Outcome::ALL.map(|outcome| {
            let count = state.questions().filter(|it| Outcome::of(it) == outcome).count();
            (lang.register_questions_with(lang.outcome(outcome)), count)
        });
        let tasks = Progress::ALL.map(|progress| {
            let count = state.tasks().filter(|it| it.progress == progress).count();
            (lang.register_tasks_with(lang.progress(progress)), count)
        });
        let all = [
            (lang.register_all_questions().to_owned(), state.question_count()),
            (lang.register_all_tasks().to_owned(), state.tasks().count()),
        ];
        let rows = all.into_iter().chain(questions).chain(tasks);
        let rows = rows.map(|(of, count)| Block::Row(vec![Cell::Text(of), count_cell(count)]));
        iter::once(Block::TableStart(table)).chain(rows).chain([Block::TableEnd]).collect()
    }
}

/// A text; an empty cell when there is none.
pub(super) fn text(words: &str) -> Cell {
    if words.is_empty() { Cell::Empty } else { Cell::Text(words.to_owned()) }
}

pub(super) fn count_cell(count: usize) -> Cell {
    Cell::Number(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The day, else the deadline in words.
pub(super) fn due_cell(due: Option<Date>, due_text: Option<&str>) -> Cell {
    match due {
        Some(date) => Cell::Date(date),
        None => due_text.map_or(Cell::Empty, text),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::register;
    use crate::i18n::Lang;
    use crate::paper::kind::Format;
    use crate::paper::tests::{DIALOGUE, rendered, source_of};
    use crate::session::fixture::session_of;

    #[test]
    fn a_dialogue_still_going_on_has_this_register() {
        let session = session_of(DIALOGUE);
        let csv = rendered(register(source_of(&session), Lang::Vi), Format::Csv);
        assert_eq!(csv, include_str!("register/dialogue.csv"));
    }

    #[test]
    fn every_question_and_every_task_has_one_row_and_the_counts_add_up() {
        let session = session_of(DIALOGUE);
        let json = rendered(register(source_of(&session), Lang::En), Format::Json);
        let json: Value = serde_json::from_str(&json).expect("JSON");
        let table = |name: &str| {
            let blocks = json["blocks"].as_array().expect("blocks");
            let table = blocks.iter().find(|block| block["name"] == name).expect("a table");
            table["rows"].as_array().expect("rows").clone()
        };
        let numbers: Vec<_> = table("register").iter().map(|row| row["number"].as_u64()).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 1, 2].map(Some));
        let counts: Vec<_> =
            table("counts").iter().filter_map(|row| row["count"].as_u64()).collect();
        assert_eq!(counts[..2], [7, 2]);
        assert_eq!(counts[2..].iter().sum::<u64>(), 9);
    }
}
