//! The questions that are recorded, by what makes a row equal to one of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::session::Session;
use crate::session::event::Event;
use crate::session::number::QuestionNo;
use crate::session::time::Timestamp;

use super::identity::{PersonIdentity, identities};

type RowKey = (Arc<str>, Option<PersonIdentity>, Option<Timestamp>);

/// Recorded questions that no row was equal to yet.
#[derive(Default)]
pub(super) struct RecordedQuestions {
    by_key: BTreeMap<RowKey, Vec<QuestionNo>>,
    by_text: BTreeMap<Arc<str>, QuestionNo>,
    met: BTreeSet<QuestionNo>,
}

impl RecordedQuestions {
    /// By their texts and askers, as they were recorded and as they are now.
    pub(super) fn of(session: &Session) -> Self {
        let identities = identities(session);
        let mut known = Self::default();
        for recorded in session.history() {
            let Event::QuestionAsked(asked) = &recorded.event else { continue };
            if session.undone_by(recorded.seq).is_some() {
                continue;
            }
            let now = session.state().question(asked.question);
            let texts = [Some(&asked.text), now.map(|question| &question.text)];
            let askers = [Some(asked.delegate), now.map(|question| question.delegate)];
            for text in texts.into_iter().flatten() {
                known.by_text.entry(Arc::clone(text)).or_insert(asked.question);
                for asker in askers.into_iter().flatten() {
                    let unknown = vec![];
                    let known_as = asker.map(|number| identities.get(&number).unwrap_or(&unknown));
                    let people: Vec<Option<PersonIdentity>> = match known_as {
                        None => vec![None],
                        Some(people) => people.iter().cloned().map(Some).collect(),
                    };
                    for person in people {
                        let key = (Arc::clone(text), person, recorded.envelope.happened_at);
                        let questions = known.by_key.entry(key).or_default();
                        if !questions.contains(&asked.question) {
                            questions.push(asked.question);
                        }
                    }
                }
            }
        }
        known
    }

    /// The question that is equal in text, person and time; each is met once.
    pub(super) fn meet(
        &mut self,
        text: &str,
        person: Option<&PersonIdentity>,
        time: Option<Timestamp>,
    ) -> Option<QuestionNo> {
        let questions = self.by_key.get(&(text.into(), person.cloned(), time))?;
        let question = *questions.iter().find(|question| !self.met.contains(question))?;
        self.met.insert(question);
        Some(question)
    }

    /// A question of the same text, whoever asked it.
    pub(super) fn of_text(&self, text: &str) -> Option<QuestionNo> {
        self.by_text.get(text).copied()
    }
}
