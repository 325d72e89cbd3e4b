//! What a session can be searched for at the desk: questions, and the tasks, statements and conclusions beside them.

use super::find;
use super::folded::fold_onto;
use super::index::{Excerpt, TextKind};
use super::query::{Fit, Query};
use crate::session::number::{QuestionNo, Seq, TaskNo};
use crate::session::question::Question;
use crate::session::state::{State, Task};

/// Something beside the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SessionItem {
    Task(TaskNo),
    /// The statement made by this event.
    Statement(Seq),
    /// The conclusion recorded by this event.
    Conclusion(Seq),
}

/// One thing that words were found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    Question(QuestionNo),
    Item(SessionItem),
}

/// The text in which words were found, cut to what is around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundText {
    pub kind: TextKind,
    pub excerpt: Excerpt,
}

/// Everything in which every word typed occurs: the questions as [`find::questions`] orders them, then what
/// is beside them, whole words first.
pub fn found(state: &State, typed: &str) -> Vec<Found> {
    let query = Query::of(typed);
    let mut folded = String::new();
    let mut beside: Vec<(Fit, SessionItem)> = Vec::new();
    for item in items(state) {
        folded.clear();
        for text in item_texts(state, item).into_iter().map(|(_, text)| text) {
            fold_onto(&mut folded, text);
            folded.push('\n');
        }
        // Where in it a word stands means nothing, so its beginning does not count.
        let fit = query.against(&folded).map(|fit| Fit { later: false, ..fit });
        beside.extend(fit.map(|fit| (fit, item)));
    }
    beside.sort_by_key(|(fit, _)| *fit);
    let questions = find::questions(state, typed).into_iter().map(Found::Question);
    questions.chain(beside.into_iter().map(|(_, item)| Found::Item(item))).collect()
}

/// The statements and the conclusions, in the order in which they were recorded.
pub fn statements_and_conclusions(state: &State) -> Vec<SessionItem> {
    let statements = state.statements().map(|said| (said.seq, SessionItem::Statement(said.seq)));
    let conclusions =
        state.conclusions().map(|drawn| (drawn.seq, SessionItem::Conclusion(drawn.seq)));
    let mut all: Vec<(Seq, SessionItem)> = statements.chain(conclusions).collect();
    all.sort_unstable();
    all.into_iter().map(|(_, item)| item).collect()
}

fn items(state: &State) -> Vec<SessionItem> {
    let tasks = state.tasks().map(|task| SessionItem::Task(task.number));
    tasks.chain(statements_and_conclusions(state)).collect()
}

/// The text that holds most of the words typed; the first where none holds any.
pub fn text_of(state: &State, found: Found, typed: &str) -> Option<FoundText> {
    let query = Query::of(typed);
    let texts = match found {
        Found::Question(number) => question_texts(state.question(number)?),
        Found::Item(item) => item_texts(state, item),
    };
    let mut folded = String::new();
    let mut best: Option<((usize, usize), TextKind, &str)> = None;
    // Who said it is shown beside the text.
    for (kind, text) in texts.into_iter().filter(|(kind, _)| *kind != TextKind::Responder) {
        folded.clear();
        fold_onto(&mut folded, text);
        let holds = (query.count_beginning_in(&folded), query.words_in(&folded).count());
        if best.is_none_or(|(most, ..)| holds > most) {
            best = Some((holds, kind, text));
        }
    }
    let (_, kind, text) = best?;
    Some(FoundText { kind, excerpt: Excerpt::of(text, query.words()) })
}

fn question_texts(question: &Question) -> Vec<(TextKind, &str)> {
    let answers = question.answers.iter().filter_map(|answer| answer.text.as_deref());
    let theme = question.theme.as_deref();
    [(TextKind::Question, &*question.text)]
        .into_iter()
        .chain(answers.map(|text| (TextKind::Answer, text)))
        .chain(theme.map(|theme| (TextKind::Theme, theme)))
        .collect()
}

fn item_texts(state: &State, item: SessionItem) -> Vec<(TextKind, &str)> {
    match item {
        SessionItem::Task(number) => {
            state.task(number).map(|task| task_texts(state, task)).unwrap_or_default()
        }
        SessionItem::Statement(seq) => {
            let said = state.statement(seq).into_iter();
            said.flat_map(|said| {
                let names = [state.full_name(&said.by), state.short_name(&said.by)];
                let names = names.map(|name| (TextKind::Responder, name));
                [(TextKind::Statement, said.text.as_str())].into_iter().chain(names)
            })
            .collect()
        }
        SessionItem::Conclusion(seq) => {
            let drawn = state.conclusion(seq).into_iter();
            drawn.map(|drawn| (TextKind::Conclusion, drawn.text.as_str())).collect()
        }
    }
}

fn task_texts<'a>(state: &'a State, task: &'a Task) -> Vec<(TextKind, &'a str)> {
    let bodies = task.lead.iter().chain(&task.support);
    let names = bodies.flat_map(|id| [state.full_name(id), state.short_name(id)]);
    let rest = [
        (TextKind::Progress, &task.remark),
        (TextKind::Document, &task.document),
        (TextKind::Due, &task.due_text),
    ];
    let rest = rest.into_iter().filter_map(|(kind, text)| Some((kind, text.as_deref()?)));
    [(TextKind::Task, task.text.as_str())]
        .into_iter()
        .chain(rest)
        .chain(names.map(|name| (TextKind::Responder, name)))
        .collect()
}

#[cfg(test)]
mod tests;
