//! The head and the end of the transcript: what it is of, and its fingerprint.

use std::collections::BTreeSet;

use crate::paper::document::{Block, Field};
use crate::paper::facts::Paper;
use crate::review::notes::ListedNote;
use crate::session::number::ResponderId;
use crate::session::payload::{Responder, ResponderKind};
use crate::session::question::Status;
use crate::session::state::{Phase, State};

/// Cells for the labels of the head.
const LABELS: usize = 14;

impl Paper<'_> {
    pub(super) fn circumstances(self) -> Vec<Block> {
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
        let known = [(lang.paper_subject(), &opening.subject), (lang.paper_plan(), &opening.plan)];
        let known = known.into_iter().filter_map(|(label, text)| Some((label, text.clone()?)));
        known.chain(rows).map(|(label, text)| field(label, text)).collect()
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
    pub(super) fn ending(self, notes: &[ListedNote]) -> impl Iterator<Item = Block> {
        let fingerprint = self.fingerprint();
        let signatures = self.signatures().map(Block::Signatures);
        let notes = self.reviewers_notes(notes);
        fingerprint.into_iter().chain(signatures).chain(notes).chain(self.incomplete())
    }
}

fn field(label: &str, text: String) -> Block {
    Block::Field(Field { label: label.to_owned(), text, cells: LABELS })
}

/// The responders that spoke, were routed to, owe an answer, or have or gave a task.
pub(in crate::paper) fn involved(state: &State) -> BTreeSet<&ResponderId> {
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
