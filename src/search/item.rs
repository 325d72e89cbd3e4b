//! What a session can be searched for at the desk: questions, and the tasks, statements and conclusions beside them.

use super::find;
use super::folded::fold_onto;
use super::index::{Excerpt, TextKind};
use super::query::Query;
use super::said::{SaidQuery, SpokenBy, TextSubject};
use crate::session::number::{QuestionNo, Seq, TaskNo};
use crate::session::question::Question;
use crate::session::state::{State, Task};

/// Above the score of any words.
const ITS_NUMBER: f32 = 2.0;

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

/// A search through a session that goes on in steps, each of which takes the same time however large the session is.
#[derive(Clone, Debug)]
pub struct SessionSearch {
    query: SaidQuery,
    /// The question asked for by its number.
    number: Option<QuestionNo>,
    /// How well each of those found so far fits, the best first.
    scores: Vec<f32>,
    next: Next,
    /// Questions looked at so far.
    looked_at: usize,
}

/// Where the next step begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    Question(QuestionNo),
    Items,
    Nothing,
}

impl SessionSearch {
    pub fn of(typed: &str) -> Self {
        let query = SaidQuery::of(typed);
        let next = match query.is_empty() {
            true => Next::Nothing,
            false => Next::Question(QuestionNo(0)),
        };
        let number = Query::of(typed).number().map(QuestionNo);
        Self { query, number, scores: Vec::new(), next, looked_at: 0 }
    }

    pub fn is_done(&self) -> bool {
        self.next == Next::Nothing
    }

    /// How many questions were looked at.
    pub fn looked_at(&self) -> usize {
        self.looked_at
    }

    /// Looks through at most so many questions more, then through what is beside them, and puts what it finds
    /// into the list where it belongs, the best first; where the one at the place `kept` is then.
    pub fn step(
        &mut self,
        state: &State,
        most: usize,
        list: &mut Vec<Found>,
        kept: usize,
    ) -> usize {
        let mut found: Vec<(f32, Found)> = Vec::new();
        if let Next::Question(first) = self.next {
            let mut questions = state.questions_from(first);
            for question in questions.by_ref().take(most) {
                let score = self.question_score(question, state);
                found.extend(score.map(|score| (score, Found::Question(question.number))));
                self.looked_at += 1;
            }
            self.next = questions.next().map_or(Next::Items, |it| Next::Question(it.number));
        }
        if self.next == Next::Items {
            self.next = Next::Nothing;
            for item in items(state) {
                let score = self.item_score(item, state);
                found.extend(score.map(|score| (score, Found::Item(item))));
            }
        }
        found.sort_by(|one, other| other.0.total_cmp(&one.0));
        self.merge(found, list, kept)
    }

    /// Each comes after those that fit as well and were found before.
    fn merge(&mut self, new: Vec<(f32, Found)>, list: &mut Vec<Found>, kept: usize) -> usize {
        let Some((best, _)) = new.first() else { return kept };
        let first = self.scores.partition_point(|score| *score >= *best);
        let before = self.scores.split_off(first).into_iter().zip(list.split_off(first));
        let mut before = before.peekable();
        let mut kept_now = kept;
        for (score, found) in new {
            while let Some((there, other)) = before.next_if(|(there, _)| *there >= score) {
                self.scores.push(there);
                list.push(other);
            }
            kept_now += usize::from(list.len() <= kept_now);
            self.scores.push(score);
            list.push(found);
        }
        for (there, other) in before {
            self.scores.push(there);
            list.push(other);
        }
        kept_now
    }

    /// How well a question fits: its number best. With filters, one of its texts must meet all of them.
    fn question_score(&self, question: &Question, state: &State) -> Option<f32> {
        if self.number == Some(question.number) {
            return Some(ITS_NUMBER);
        }
        let mut folded = String::new();
        if self.query.has_no_filter() {
            find::fold_question(&mut folded, state, question);
            return self.query.score(&folded);
        }
        let asked = TextSubject { question: Some(question), by: SpokenBy::Asker };
        let answers = question.answers.iter().filter_map(|answer| {
            let by = SpokenBy::Responder(&answer.by);
            Some((TextSubject { question: Some(question), by }, answer.text.as_deref()?))
        });
        let texts = [(asked, &*question.text)].into_iter().chain(answers);
        let scores = texts.filter_map(|(about, text)| {
            folded.clear();
            fold_onto(&mut folded, text);
            self.query.admits(&about, state).then(|| self.query.score(&folded)).flatten()
        });
        scores.reduce(f32::max)
    }

    fn item_score(&self, item: SessionItem, state: &State) -> Option<f32> {
        let by = match item {
            SessionItem::Task(number) => state.task(number)?.lead.as_ref(),
            SessionItem::Statement(seq) => Some(&state.statement(seq)?.by),
            SessionItem::Conclusion(_) => None,
        };
        let by = by.map_or(SpokenBy::Nobody, SpokenBy::Responder);
        if !self.query.admits(&TextSubject { question: None, by }, state) {
            return None;
        }
        let mut folded = String::new();
        for (_, text) in item_texts(state, item) {
            fold_onto(&mut folded, text);
            folded.push('\n');
        }
        self.query.score(&folded)
    }
}

/// Everything that is found, the best first: the questions, then what is beside them.
pub fn found(state: &State, typed: &str) -> Vec<Found> {
    let mut search = SessionSearch::of(typed);
    let mut found = Vec::new();
    while !search.is_done() {
        search.step(state, usize::MAX, &mut found, 0);
    }
    found
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

/// The text that holds most of what was typed; the first where none holds any.
pub fn text_of(state: &State, found: Found, typed: &str) -> Option<FoundText> {
    let query = SaidQuery::of(typed);
    let texts = match found {
        Found::Question(number) => question_texts(state.question(number)?),
        Found::Item(item) => item_texts(state, item),
    };
    let mut folded = String::new();
    let mut best: Option<(usize, TextKind, &str)> = None;
    // Who said it is shown beside the text.
    for (kind, text) in texts.into_iter().filter(|(kind, _)| *kind != TextKind::Responder) {
        folded.clear();
        fold_onto(&mut folded, text);
        let holds = query.places(&folded).iter().filter(|places| !places.is_empty()).count();
        if best.is_none_or(|(most, ..)| holds > most) {
            best = Some((holds, kind, text));
        }
    }
    let (_, kind, text) = best?;
    Some(FoundText { kind, excerpt: Excerpt::of(text, &query) })
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
