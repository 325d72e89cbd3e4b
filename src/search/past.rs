//! What a session teaches: its questions, and whom each was routed to.

use std::collections::BTreeMap;

use crate::session::Session;
use crate::session::event::{Event, Recorded};
use crate::session::number::{QuestionNo, ResponderId, Seq};
use crate::session::question::Question;
use crate::session::state::State;

/// A session without its log, so that holding one keeps nobody from writing to the session.
#[derive(Clone, Debug, Default)]
pub struct PastSession {
    state: State,
    routes: BTreeMap<QuestionNo, Vec<PastRoute>>,
}

/// That a question was routed to a responder, whether that still stands or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastRoute {
    seq: Seq,
    question: QuestionNo,
    lead: ResponderId,
}

impl PastSession {
    pub fn of(session: &Session) -> Self {
        let mut past = Self::default();
        past.grow(session.state().clone(), routes(session.history()));
        past
    }

    /// Takes in what the session has become, with the routes it has grown by.
    pub fn grow(&mut self, state: State, new: Vec<PastRoute>) {
        self.state = state;
        for route in new {
            self.routes.entry(route.question).or_default().push(route);
        }
    }

    pub fn state(&self) -> &State {
        &self.state
    }

    /// Whom a question was routed to, the first first, as far as that was not undone.
    pub(super) fn leads(&self, question: &Question) -> impl Iterator<Item = &ResponderId> {
        let routes = self.routes.get(&question.number).into_iter().flatten();
        let stands = |route: &&PastRoute| question.trail.binary_search(&route.seq).is_ok();
        routes.filter(stands).map(|route| &route.lead)
    }
}

/// The routes among these events.
pub fn routes(events: &[Recorded]) -> Vec<PastRoute> {
    let routes = events.iter().filter_map(|recorded| match &recorded.event {
        Event::QuestionRouted(routing) => Some(PastRoute {
            seq: recorded.seq,
            question: routing.question,
            lead: routing.lead.clone(),
        }),
        _ => None,
    });
    routes.collect()
}
