//! The head and the foot of the transcript: what it is of, and its fingerprint.

use std::collections::BTreeSet;

use super::Transcript;
use crate::session::number::ResponderId;
use crate::session::payload::{Responder, ResponderKind};
use crate::session::question::Status;
use crate::session::state::{Phase, State};
use crate::text::checksum::checksum;

/// Cells for the labels of the head.
const LABELS: usize = 14;

impl Transcript<'_> {
    pub(super) fn head(&mut self) {
        let lang = self.lang;
        self.page.centred(lang.paper_transcript());
        self.page.gap();
        match self.state().opening() {
            Some(opening) => {
                self.page.centred(&opening.title);
                if let Some(number) = opening.number {
                    self.page.centred(&lang.paper_nth_time(number));
                }
            }
            None => self.page.centred(lang.paper_no_title()),
        }
        self.mark_as_incomplete();
        self.page.gap();
        self.provenance();
        self.circumstances();
    }

    /// Printed at both ends of the paper, so that an incomplete one is recognised by either.
    fn mark_as_incomplete(&mut self) {
        if matches!(self.state().phase(), Phase::Closed { .. }) {
            return;
        }
        let lang = self.lang;
        let marked = lang.paper_in_progress();
        let until = self.session().last_at().and_then(|at| self.clock_in_a_sentence(at));
        self.page.gap();
        match until {
            Some(clock) => self.page.centred(&lang.paper_so_far(marked, &clock)),
            None => self.page.centred(marked),
        }
    }

    /// What a reader must know first: its source, and damage of the record.
    fn provenance(&mut self) {
        if let Some(source) = self.rebuilt_from() {
            self.page.paragraph(0, &sentence(&self.lang.paper_rebuilt(source)));
            self.page.gap();
        }
        if let Some(damage) = self.source.damage {
            self.page.paragraph(0, &sentence(&self.lang.paper_damaged(damage)));
            self.page.gap();
        }
    }

    fn circumstances(&mut self) {
        let (lang, state) = (self.lang, self.state());
        let Some(opening) = state.opening() else { return };
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
        for (label, words) in rows {
            self.page.entry(0, label, LABELS, &words);
        }
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
    pub(super) fn roster(&mut self) {
        let (lang, state) = (self.lang, self.state());
        let involved = involved(state);
        if involved.is_empty() {
            return;
        }
        self.page.heading(lang.paper_roster());
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
                self.page.entry(0, label, LABELS, &format!("{}.", names.join("; ")));
            }
        }
    }

    pub(super) fn fingerprint(&mut self) {
        let lang = self.lang;
        self.page.heading(lang.paper_fingerprint());
        self.page.paragraph(2, self.source.fingerprint);
        self.page.gap();
        let events = usize::try_from(self.session().last_seq().0).unwrap_or(usize::MAX);
        self.page.paragraph(0, &lang.paper_locked(&lang.number(events)));
    }

    /// The last line holds the checksum of everything above it.
    pub(super) fn foot(&mut self) {
        let lang = self.lang;
        self.mark_as_incomplete();
        self.page.gap();
        let checksum = checksum(self.page.so_far());
        self.page.paragraph(0, &lang.paper_footer(self.source.id, &checksum));
    }
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
