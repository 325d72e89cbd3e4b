//! The head and the end of the transcript: what it is of, and its fingerprint.

use std::collections::BTreeSet;
use std::iter;

use super::Transcript;
use crate::i18n::Lang;
use crate::paper::PaperSource;
use crate::paper::document::{Block, Field};
use crate::session::number::ResponderId;
use crate::session::payload::{Responder, ResponderKind};
use crate::session::question::Status;
use crate::session::state::{Phase, State};

/// Cells for the labels of the head.
const LABELS: usize = 14;

impl Transcript<'_> {
    pub(super) fn head(self) -> Vec<Block> {
        let lang = self.lang;
        let mut blocks = vec![Block::Title(lang.paper_transcript().to_owned())];
        let number = self.state().opening().and_then(|opening| opening.number);
        let number = number.map(|number| lang.paper_nth_time(number));
        blocks.push(Block::Subject(iter::once(self.title()).chain(number).collect()));
        blocks.extend(self.incomplete());
        blocks.extend(self.provenance());
        blocks.extend(self.circumstances());
        blocks
    }

    /// What the dialogue is called.
    pub(super) fn title(self) -> String {
        let title = self.state().opening().map(|opening| opening.title.clone());
        title.unwrap_or_else(|| self.lang.paper_no_title().to_owned())
    }

    /// Printed at both ends of the paper, so that an incomplete one is recognised by either.
    fn incomplete(self) -> Option<Block> {
        if matches!(self.state().phase(), Phase::Closed { .. }) {
            return None;
        }
        let lang = self.lang;
        let marked = lang.paper_in_progress();
        let until = self.session().last_at().and_then(|at| self.clock_in_a_sentence(at));
        Some(Block::Mark(match until {
            Some(clock) => lang.paper_so_far(marked, &clock),
            None => marked.to_owned(),
        }))
    }

    /// What a reader must know first: its source, and damage of the record.
    fn provenance(self) -> impl Iterator<Item = Block> {
        let rebuilt = self.rebuilt_from().map(|source| self.lang.paper_rebuilt(source));
        let damaged = self.source.damage.map(|damage| self.lang.paper_damaged(damage));
        rebuilt.into_iter().chain(damaged).map(|words| Block::Notice(sentence(&words)))
    }

    fn circumstances(self) -> Vec<Block> {
        let (lang, state) = (self.lang, self.state());
        let Some(opening) = state.opening() else { return Vec::new() };
        let unknown = match opening.source {
            Some(_) => lang.paper_not_reported(),
            None => lang.paper_not_recorded(),
        };
        let given = |text: &Option<String>| text.clone().unwrap_or_else(|| unknown.to_owned());
        let rows = [
            (lang.paper_place(), given(&opening.place)),
            (lang.paper_time(), self.time()),
            (lang.paper_chair(), given(&opening.chair)),
            (lang.paper_secretary(), given(&opening.secretary)),
            (lang.paper_attendance(), given(&opening.attendance)),
        ];
        rows.into_iter().map(|(label, text)| field(label, text)).collect()
    }

    fn time(&self) -> String {
        let (lang, state) = (self.lang, self.state());
        let Some(opened) = state.opened_at() else { return String::new() };
        if self.rebuilt_from().is_some() {
            return lang.paper_day_rebuilt(&lang.day(opened.date()));
        }
        match state.phase() {
            Phase::Closed { at } if at.date() == opened.date() => {
                lang.paper_from_to(&lang.clock_in_a_sentence(opened), &self.moment(at))
            }
            Phase::Closed { at } => lang.paper_from_to(&self.moment(opened), &self.moment(at)),
            _ => lang.paper_opened_at(&self.moment(opened)),
        }
    }

    /// Those who spoke or were charged; the rest of the roster is no part of what happened.
    pub(super) fn roster(self) -> Vec<Block> {
        let (lang, state) = (self.lang, self.state());
        let involved = involved(state);
        if involved.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![Block::Heading(lang.paper_roster().to_owned())];
        let kinds = [
            (lang.paper_leaders(), ResponderKind::Leader),
            (lang.paper_agencies(), ResponderKind::Agency),
        ];
        for (label, kind) in kinds {
            let of_kind = state
                .responders()
                .filter(|responder| responder.kind == kind && involved.contains(&responder.id));
            let names: Vec<String> = of_kind.map(presented).collect();
            if !names.is_empty() {
                blocks.push(field(label, format!("{}.", names.join("; "))));
            }
        }
        blocks
    }

    /// The fingerprint, where it is signed, what reviewers noted, and that it is incomplete.
    pub(super) fn ending(self) -> impl Iterator<Item = Block> {
        let fingerprint = fingerprint(&self.source, self.lang);
        let signatures = self.signatures().map(Block::Signatures);
        let notes = self.reviewers_notes();
        fingerprint.into_iter().chain(signatures).chain(notes).chain(self.incomplete())
    }
}

fn field(label: &str, text: String) -> Block {
    Block::Field(Field { label: label.to_owned(), text, cells: LABELS })
}

fn fingerprint(source: &PaperSource, lang: Lang) -> [Block; 2] {
    let events = usize::try_from(source.session.last_seq().0).unwrap_or(usize::MAX);
    let code = source.fingerprint.to_owned();
    let meaning = lang.paper_locked(&lang.number(events));
    [Block::Heading(lang.paper_fingerprint().to_owned()), Block::Fingerprint { code, meaning }]
}

/// The responders that spoke, were routed to, owe an answer, or have or gave a task.
fn involved(state: &State) -> BTreeSet<&ResponderId> {
    let of_questions = state.questions().flat_map(|question| {
        let by_status = match &question.status {
            Status::Answering { by, .. } => Some(by),
            Status::Deferred(deferral) => deferral.by_responder.as_ref(),
            _ => None,
        };
        let routed = question.lead().into_iter().chain(question.support());
        routed.chain(question.answers.iter().map(|answer| &answer.by)).chain(by_status)
    });
    let of_tasks = state
        .tasks()
        .flat_map(|task| task.lead.iter().chain(&task.support).chain(task.by.as_ref()));
    let of_statements = state.statements().map(|statement| &statement.by);
    of_questions.chain(of_tasks).chain(of_statements).collect()
}

fn presented(responder: &Responder) -> String {
    match &responder.title {
        Some(title) => format!("{}, {title}", responder.name),
        None => responder.name.clone(),
    }
}

/// With a capital at its beginning and a stop at its end, unless it has one.
pub(super) fn sentence(words: &str) -> String {
    let mut letters = words.trim().chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let mut sentence: String = first.chain(letters).collect();
    if !sentence.ends_with(['.', '!', '?', '…', ':']) {
        sentence.push('.');
    }
    sentence
}
