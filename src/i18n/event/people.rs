//! Who and what an event names: names where the session knows them, numbers where it does not.

use std::fmt::Display;

use super::EventSentence;
use crate::i18n::Lang;
use crate::session::event::{Assigned, Event};
use crate::session::number::{DelegateNo, QuestionNo, ResponderId, Seq};
use crate::session::payload::Person;

impl EventSentence<'_> {
    /// The responder's whole name, even when the event that added it no longer stands.
    pub(super) fn name<'a>(&'a self, id: &'a ResponderId) -> &'a str {
        if let Some(responder) = self.session.state().responder(id) {
            return &responder.name;
        }
        let added = self.session.history().iter().find_map(|recorded| match &recorded.event {
            Event::ResponderAdded { responder } if responder.id == *id => Some(&responder.name),
            _ => None,
        });
        added.map_or(&id.0, String::as_str)
    }

    pub(super) fn names(&self, ids: &[ResponderId]) -> String {
        let names: Vec<&str> = ids.iter().map(|id| self.name(id)).collect();
        joined(&names)
    }

    pub(super) fn delegate_name(&self, number: DelegateNo) -> String {
        let known = self.session.state().delegate(number);
        match known {
            Some(person) => self.lang.person(person),
            None if self.session.state().withholds() => self.lang.delegate_withheld(number),
            None => self.lang.delegate_numbered(number),
        }
    }

    /// Whether somebody led on the question before this event.
    pub(super) fn was_routed_before(&self, number: QuestionNo) -> bool {
        let question = self.session.state().question(number);
        let trail = question.into_iter().flat_map(|question| &question.trail);
        let routed = |seq: &Seq| {
            let event = self.session.event(*seq).map(|recorded| &recorded.event);
            matches!(event, Some(Event::QuestionRouted(_)))
        };
        trail.take_while(|seq| **seq < self.at).any(routed)
    }

    /// Who leads on a task, who supports, and by when; what is missing is named as missing.
    pub(super) fn charge(&self, task: &Assigned) -> String {
        let lang = self.lang;
        let lead = match &task.lead {
            Some(lead) => lang.leading(self.name(lead)),
            None => lang.no_lead_assigned().to_owned(),
        };
        let due = lang.due(task.due, task.due_text.as_deref());
        match task.support.is_empty() {
            true => format!("{lead}; {due}"),
            false => format!("{lead}; {}; {due}", lang.supporting(&self.names(&task.support))),
        }
    }

    /// " (câu 1, 2)", or nothing when no question is named.
    pub(super) fn about(&self, questions: &[QuestionNo]) -> String {
        match questions {
            [] => String::new(),
            _ => format!(" ({})", self.lang.questions_numbered(&joined(questions))),
        }
    }
}

impl Lang {
    /// A delegate as the MC would present them: name, unit, seat.
    pub fn person(self, person: &Person) -> String {
        let mut presented = person.name.clone();
        if let Some(unit) = &person.unit {
            presented = format!("{presented}, {unit}");
        }
        match &person.seat {
            Some(seat) => format!("{presented}, {}", self.seat_named(seat)),
            None => presented,
        }
    }
}

/// "a, b, c".
pub(super) fn joined(things: &[impl Display]) -> String {
    let words: Vec<String> = things.iter().map(ToString::to_string).collect();
    words.join(", ")
}

/// The sentence with its reason, when one was given.
pub(super) fn with_reason(lang: Lang, text: String, why: Option<&str>) -> String {
    match why {
        Some(why) => format!("{text}; {}", lang.because(why)),
        None => text,
    }
}
