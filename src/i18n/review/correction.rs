//! A correction in words.

use super::change::{quoted, told_safely};
use crate::i18n::{Lang, sentences};
use crate::review::changes::{Corrected, Correction, Told};
use crate::session::Session;
use crate::session::number::Seq;
use crate::text::safe;

sentences! {
    corrected_undone(event: Seq): vi "hoàn tác sự kiện {event}", en "event {event} undone";
    corrected_redone(event: Seq): vi "làm lại sự kiện {event}", en "event {event} redone";
    corrected_answer(text: &str): vi "lời trả lời {text}", en "answer to {text}";
    signed_by(when: &str, by: &str): vi "{when}, người ghi: {by}", en "{when}, recorded by {by}";
}

impl Lang {
    /// What was first said and what replaced it, in words that are safe to show.
    pub fn correction(self, correction: &Correction, session: &Session) -> Told {
        let state = session.state();
        let first_event = || {
            let recorded = session.event(correction.corrects);
            recorded.map(|recorded| self.event_sentence(recorded, session))
        };
        let (what, before, after) = match &correction.what {
            Corrected::Question { question, first, now } => {
                (self.change_text(*question), Some(quoted(first)), Some(quoted(now)))
            }
            Corrected::Answer { question, first, now } => (
                self.corrected_answer(&self.change_question(*question)),
                Some(self.words_or_unreported(first.as_deref())),
                Some(quoted(now)),
            ),
            Corrected::Delegate { first, now } => {
                let [before, after] = [first, now].map(|person| Some(self.person(person)));
                (self.delegate_numbered(now.delegate), before, after)
            }
            Corrected::Route { question, first, now } => {
                let [before, after] =
                    [first, now].map(|route| Some(self.route_named(route, state)));
                (self.change_route(*question), before, after)
            }
            Corrected::Undone => (self.corrected_undone(correction.corrects), first_event(), None),
            Corrected::Redone => (self.corrected_redone(correction.corrects), None, first_event()),
        };
        told_safely(&what, before, after)
    }

    /// A correction as one sentence, starting small and ending without a stop.
    pub fn correction_sentence(self, told: &Told) -> String {
        match (&told.before, &told.after) {
            (Some(event), None) | (None, Some(event)) => format!("{}: {event}", told.what),
            _ => self.told_sentence(told),
        }
    }

    /// Who put it right, when and why, on one line; safe to show.
    pub fn correction_signed(self, correction: &Correction) -> String {
        let signed = self.signed_by(&self.moment(correction.at), &correction.by);
        let signed = match &correction.why {
            Some(why) => format!("{signed}; {}", self.because(why)),
            None => signed,
        };
        safe::line(&signed).into_owned()
    }
}
