//! A full-text index of a session's events, searched without case or diacritics.

mod excerpt;
mod speaker;
mod texts;

pub use excerpt::Excerpt;
pub use speaker::Speaker;
pub use texts::TextKind;

use std::collections::BTreeMap;

use crate::search::folded::fold_onto;
use crate::search::said::{SaidQuery, SpokenBy, TextSubject};
use crate::session::Session;
use crate::session::event::{Event, Recorded};
use crate::session::number::{DelegateNo, QuestionNo, Seq};
use crate::session::time::Timestamp;

use texts::texts;

/// All texts of a session, folded once into one, so that a search is one pass over it.
#[derive(Clone, Debug, Default)]
pub struct TextIndex {
    /// The texts one after the other, each ended by a line feed.
    folded: String,
    texts: Vec<IndexedText>,
    /// The events taken in so far.
    known: usize,
    /// The event that last named each delegate.
    people: BTreeMap<DelegateNo, Seq>,
}

/// Where one text stands.
#[derive(Clone, Copy, Debug)]
struct IndexedText {
    start: usize,
    /// The event at which it is found.
    seq: Seq,
    /// The event that holds it: another one where an asker was named before.
    source: Seq,
    /// Its place among the texts of that event.
    place: usize,
}

/// A text in which every word looked for occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextMatch {
    /// The event to jump to.
    pub seq: Seq,
    text: usize,
}

/// A text found, as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub seq: Seq,
    pub at: Timestamp,
    pub who: Speaker,
    pub question: Option<QuestionNo>,
    pub kind: TextKind,
    /// The text around what was found, as it was recorded.
    pub excerpt: Excerpt,
    /// The event does not stand.
    pub undone: bool,
}

impl TextIndex {
    #[must_use]
    pub fn of(session: &Session) -> Self {
        let mut index = Self::default();
        index.extend(session);
        index
    }

    /// Takes in what the session has grown by.
    pub fn extend(&mut self, session: &Session) {
        self.extend_by(session, usize::MAX);
    }

    /// Takes in at most so many events of what the session has grown by.
    pub fn extend_by(&mut self, session: &Session, most: usize) {
        let new = session.history().get(self.known..).unwrap_or_default();
        for recorded in new.iter().take(most) {
            self.take(recorded, session);
            self.known += 1;
        }
    }

    /// The events taken in so far.
    #[must_use]
    pub fn known(&self) -> usize {
        self.known
    }

    /// How long all texts are together.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.folded.len()
    }

    fn take(&mut self, recorded: &Recorded, session: &Session) {
        let seq = recorded.seq;
        match &recorded.event {
            Event::DelegateAdded(person) | Event::DelegateCorrected(person) => {
                self.people.insert(person.delegate, seq);
            }
            Event::QuestionAsked(asked) => {
                let named = asked.delegate.and_then(|delegate| self.people.get(&delegate));
                // An asker named in the line before is found there already.
                if let Some(named) = named.copied().filter(|named| named.0 + 1 < seq.0)
                    && let Some(naming) = session.event(named)
                {
                    self.fold(seq, naming);
                }
            }
            _ => {}
        }
        self.fold(seq, recorded);
    }

    /// Folds the texts of one event, to be found at this or another event.
    fn fold(&mut self, seq: Seq, source: &Recorded) {
        for (place, text) in texts(&source.event).iter().enumerate() {
            let start = self.folded.len();
            self.texts.push(IndexedText { start, seq, source: source.seq, place });
            fold_onto(&mut self.folded, &text.text);
            self.folded.push('\n');
        }
    }

    /// The texts of the session in which everything typed is found, as the session recorded them. An empty query
    /// finds nothing.
    #[must_use]
    pub fn search(&self, session: &Session, typed: &str) -> Vec<TextMatch> {
        self.search_from(session, typed, 0, usize::MAX).0
    }

    /// The same in a part of the texts: from the byte `from` on, where a text begins, and through about `most`
    /// bytes; with the byte from which to go on.
    #[must_use]
    pub fn search_from(
        &self,
        session: &Session,
        typed: &str,
        from: usize,
        most: usize,
    ) -> (Vec<TextMatch>, usize) {
        let query = SaidQuery::of(typed);
        if query.is_empty() {
            return (Vec::new(), self.folded.len());
        }
        let first = self.texts.partition_point(|text| text.start < from);
        let last = self.texts.partition_point(|text| text.start < from.saturating_add(most));
        let mut found = Vec::new();
        for number in first..last {
            let Some(text) = self.texts.get(number) else { break };
            let folded = self.folded.get(text.start..self.start_of(number + 1)).unwrap_or_default();
            if query.score(folded).is_some() && is_admitted(&query, session, *text) {
                found.push(TextMatch { seq: text.seq, text: number });
            }
        }
        (found, self.start_of(last))
    }

    /// Where the text of a number begins; after the last, where it ends.
    fn start_of(&self, number: usize) -> usize {
        self.texts.get(number).map_or(self.folded.len(), |text| text.start)
    }

    /// What was found, as it is shown; `None` when it was found in another session.
    #[must_use]
    pub fn hit(&self, session: &Session, hit: TextMatch, typed: &str) -> Option<Hit> {
        let text = self.texts.get(hit.text)?;
        let recorded = session.event(text.seq)?;
        let source = session.event(text.source)?;
        let found = texts(&source.event).into_iter().nth(text.place)?;
        let kind = if text.seq == text.source { found.kind } else { TextKind::Asker };
        Some(Hit {
            seq: text.seq,
            at: recorded.at,
            who: Speaker::of(session, recorded, found.by),
            question: speaker::question(session, recorded),
            kind,
            excerpt: Excerpt::of(&found.text, &SaidQuery::of(typed)),
            undone: session.undone_by(text.seq).is_some(),
        })
    }
}

/// Whether the filters of a query admit a text, by what has become of its question.
fn is_admitted(query: &SaidQuery, session: &Session, text: IndexedText) -> bool {
    if query.has_no_filter() {
        return true;
    }
    let (Some(recorded), Some(source)) = (session.event(text.seq), session.event(text.source))
    else {
        return false;
    };
    let said = texts(&source.event).into_iter().nth(text.place);
    let speaker = said.map(|said| Speaker::of(session, recorded, said.by));
    let question = speaker::question(session, recorded);
    let about = TextSubject {
        question: question.and_then(|number| session.state().question(number)),
        by: match &speaker {
            Some(Speaker::Responder(id)) => SpokenBy::Responder(id),
            Some(Speaker::Delegate(_) | Speaker::Unnamed) => SpokenBy::Asker,
            Some(Speaker::Recorder(_)) | None => SpokenBy::Nobody,
        },
    };
    query.admits(&about, session.state())
}

#[cfg(test)]
mod tests;
