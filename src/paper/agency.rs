//! What concerns one responder: its questions, its answers, what it owes; and the index of all such papers.

use std::iter;

use super::PaperSource;
use super::document::{Block, Cell, Column, Document, Table};
use super::facts::{Charge, Paper, capital};
use super::kind::DocumentKind;
use super::register::{count_cell, due_cell, text};
use super::transcript::head::involved;
use crate::i18n::Lang;
use crate::session::number::ResponderId;
use crate::session::outcome::Outcome;
use crate::session::payload::Progress;
use crate::session::question::{Question, Status};
use crate::session::state::{State, Task};

/// The paper of one responder.
pub fn agency<'a>(source: PaperSource<'a>, of: &'a ResponderId, lang: Lang) -> Document<'a> {
    let paper = Paper { source, lang };
    let state = paper.state();
    let name = Block::Subheading(state.full_name(of).to_owned());
    let questions = state.questions().filter(move |question| concerns(question, of));
    let tasks = state.tasks().filter(move |task| is_charged(task, of));
    let blocks = paper
        .head(lang.agency_title())
        .chain([name])
        .chain(table("questions", lang.agency_questions(), &question_columns(lang)))
        .chain(questions.map(move |question| Block::Row(paper.agency_question(question, of))))
        .chain([Block::TableEnd])
        .chain(table("tasks", lang.agency_tasks(), &task_columns(lang)))
        .chain(tasks.map(move |task| Block::Row(paper.agency_task(task, of))))
        .chain([Block::TableEnd])
        .chain(iter::once_with(move || paper.debts(of)).flatten())
        .chain(paper.fingerprint())
        .chain(paper.incomplete());
    paper.document(DocumentKind::Agency, blocks)
}

/// Those for whom such a paper has something to say, in the order of the roster.
pub fn agencies(state: &State) -> Vec<&ResponderId> {
    let involved = involved(state);
    state.responders().map(|it| &it.id).filter(|id| involved.contains(id)).collect()
}

/// The index of the papers of all responders, each with the name of its file.
pub fn agency_index<'a>(
    source: PaperSource<'a>,
    files: &'a [(ResponderId, String)],
    lang: Lang,
) -> Document<'a> {
    let paper = Paper { source, lang };
    let columns = [
        ("agency", lang.agency_name(), 40),
        ("questions", lang.agency_questions(), 12),
        ("owed", lang.agency_owed(), 12),
        ("file", lang.agency_file(), 30),
    ];
    let rows = files.iter().map(move |(id, file)| {
        let state = paper.state();
        let questions = state.questions().filter(|question| concerns(question, id)).count();
        let owed = paper.owed_by(id).count();
        Block::Row(vec![
            text(state.full_name(id)),
            count_cell(questions),
            count_cell(owed),
            text(file),
        ])
    });
    let blocks = paper
        .head(lang.agency_index_title())
        .chain(table("agencies", lang.agency_index(), &columns))
        .chain(rows)
        .chain([Block::TableEnd])
        .chain(paper.fingerprint())
        .chain(paper.incomplete());
    paper.document(DocumentKind::Agency, blocks)
}

type NamedColumn = (&'static str, &'static str, u16);

fn table(name: &'static str, title: &str, columns: &[NamedColumn]) -> iter::Once<Block> {
    let column = |(name, title, width): &NamedColumn| Column {
        name,
        title: (*title).to_owned(),
        width: *width,
    };
    let columns = columns.iter().map(column).collect();
    iter::once(Block::TableStart(Table { name, title: title.to_owned(), columns }))
}

fn question_columns(lang: Lang) -> [NamedColumn; 7] {
    [
        ("number", lang.register_number(), 9),
        ("matter", lang.register_matter(), 44),
        ("asker", lang.register_asker(), 22),
        ("role", lang.agency_role(), 12),
        ("status", lang.register_status(), 16),
        ("due", lang.register_due(), 13),
        ("answer", lang.agency_answer(), 50),
    ]
}

fn task_columns(lang: Lang) -> [NamedColumn; 6] {
    [
        ("number", lang.register_number(), 9),
        ("matter", lang.register_matter(), 44),
        ("role", lang.agency_role(), 12),
        ("due", lang.register_due(), 13),
        ("progress", lang.register_status(), 16),
        ("remark", lang.register_remark(), 30),
    ]
}

fn concerns(question: &Question, of: &ResponderId) -> bool {
    let owes =
        matches!(&question.status, Status::Deferred(it) if it.by_responder.as_ref() == Some(of));
    let answered = question.answers.iter().any(|answer| answer.by == *of);
    owes || answered || question.lead() == Some(of) || question.support().contains(of)
}

fn is_charged(task: &Task, of: &ResponderId) -> bool {
    task.lead.as_ref() == Some(of) || task.support.contains(of)
}

impl<'a> Paper<'a> {
    fn agency_question(self, question: &Question, of: &ResponderId) -> Vec<Cell> {
        let lang = self.lang;
        let role = if question.lead() == Some(of) {
            lang.register_lead()
        } else if question.support().contains(of) {
            lang.register_support()
        } else {
            lang.agency_answers()
        };
        let answers: Vec<&str> = (question.answers.iter())
            .filter(|answer| answer.by == *of)
            .map(|answer| answer.text.as_deref().unwrap_or(lang.paper_words_unreported()))
            .collect();
        let due = match &question.status {
            Status::Deferred(deferral) => due_cell(deferral.due, deferral.due_text.as_deref()),
            _ => Cell::Empty,
        };
        vec![
            Cell::Number(question.number.0),
            text(&question.text),
            text(&self.asker(question.delegate)),
            text(role),
            text(lang.outcome(Outcome::of(question))),
            due,
            text(&answers.join("\n")),
        ]
    }

    fn agency_task(self, task: &Task, of: &ResponderId) -> Vec<Cell> {
        let lang = self.lang;
        let is_lead = task.lead.as_ref() == Some(of);
        let role = if is_lead { lang.register_lead() } else { lang.register_support() };
        let known =
            [task.document.as_ref().map(|it| lang.document_numbered(it)), task.remark.clone()];
        let remark: Vec<String> = known.into_iter().flatten().collect();
        vec![
            Cell::Number(task.number.0),
            text(&task.text),
            text(role),
            due_cell(task.due, task.due_text.as_deref()),
            text(&capital(lang.progress(task.progress))),
            text(&remark.join("; ")),
        ]
    }

    /// What it still owes: answers, in writing or not, and tasks on which it leads.
    fn owed_by(self, of: &'a ResponderId) -> impl Iterator<Item = String> + 'a {
        let lang = self.lang;
        let questions = self.state().questions().filter_map(move |question| {
            let by = match &question.status {
                Status::Deferred(it) => it.by_responder.as_ref().or(question.lead()),
                _ => question.lead(),
            };
            let open = self.open_question(question).filter(|_| by == Some(of))?;
            Some(format!("{}: {open}", lang.question_numbered(question.number)))
        });
        let tasks = self.state().tasks().filter_map(move |task| {
            let owed = task.progress != Progress::Done && task.lead.as_ref() == Some(of);
            let charge = owed.then(|| self.charge(&Charge::of(task)))?;
            Some(format!("{}: {charge}", lang.paper_task(task.number)))
        });
        questions.chain(tasks)
    }

    fn debts(self, of: &'a ResponderId) -> Vec<Block> {
        let mut owed = self.owed_by(of).peekable();
        let heading = Block::Heading(self.lang.agency_debts().to_owned());
        let nothing = owed
            .peek()
            .is_none()
            .then(|| Block::Paragraph(self.lang.paper_nothing_open().to_owned()));
        iter::once(heading).chain(nothing).chain(owed.map(Block::Paragraph)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{agencies, agency};
    use crate::i18n::Lang;
    use crate::paper::kind::Format;
    use crate::paper::tests::{DIALOGUE, rendered, source_of};
    use crate::session::fixture::session_of;

    #[test]
    fn the_paper_of_an_agency_holds_its_questions_its_answers_and_what_it_owes() {
        let session = session_of(DIALOGUE);
        let ids = agencies(session.state());
        let home =
            ids.iter().find(|id| session.state().full_name(id) == "Sở Nội vụ").expect("there");
        let text = rendered(agency(source_of(&session), home, Lang::Vi), Format::Text);
        assert_eq!(text, include_str!("agency/home_affairs.txt"));
    }
}
