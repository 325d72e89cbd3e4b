//! What a session teaches: its questions, and whom each was routed to.

use std::collections::BTreeMap;

use crate::session::Session;
use crate::session::event::{Event, Recorded};
use crate::session::number::{QuestionNo, ResponderId, Seq};
use crate::session::question::Question;
use crate::session::state::State;

/// Questions of one session that are learned from: 20,000 take about two seconds and a hundred megabytes.
pub const LEARNED: usize = 20_000;

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

    /// At most so many questions, those with the highest numbers, by number.
    pub(super) fn newest(&self, most: usize) -> Vec<&Question> {
        let mut newest: Vec<&Question> = self.state.questions().rev().take(most).collect();
        newest.reverse();
        newest
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

#[cfg(test)]
mod tests {
    use super::PastSession;
    use crate::session::fixture::session_of;

    #[test]
    fn of_a_long_session_the_newest_questions_are_learned_from() {
        let asked = |number: u32| {
            format!(r#"8:01 {{"command":"ask_question","question":{number},"text":"Câu"}}"#)
        };
        let opened = r#"8:00 {"command":"open","title":"Đối thoại"}"#.to_owned();
        let lines: Vec<String> = [opened].into_iter().chain((1..=5).map(asked)).collect();
        let past = PastSession::of(&session_of(&lines.join("\n")));
        let numbers = |most: usize| -> Vec<u32> {
            past.newest(most).iter().map(|question| question.number.0).collect()
        };
        assert_eq!(numbers(3), [3, 4, 5]);
        assert_eq!(numbers(9), [1, 2, 3, 4, 5]);
    }
}
