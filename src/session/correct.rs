//! What corrections make of the state. Places, times and numbers of what is corrected stay.

use std::sync::Arc;

use super::correction::{
    Amendment, ConclusionCorrection, ResponderRevision, SessionCorrection, StatementCorrection,
    TaskCorrection,
};
use super::number::{QuestionNo, Seq};
use super::state::State;

impl State {
    pub(super) fn correct_opening(&mut self, correction: &SessionCorrection) {
        if let Some(opening) = &mut self.opening {
            correction.apply(Arc::make_mut(opening));
        }
    }

    pub(super) fn correct_responder(&mut self, revision: &ResponderRevision) {
        let place = self.roster.places.get(&revision.id).copied();
        let responder = place.and_then(|place| self.roster.responders.get_mut(place));
        if let Some(responder) = responder {
            revision.apply(Arc::make_mut(responder));
        }
    }

    pub(super) fn amend_answer(&mut self, amendment: &Amendment, seq: Seq) {
        self.touch(amendment.question, seq, |question| {
            let place = question.answers.binary_search_by_key(&amendment.answer, |it| it.seq);
            if let Some(answer) = place.ok().and_then(|place| question.answers.get_mut(place)) {
                let answer = Arc::make_mut(answer);
                amendment.apply(answer);
                answer.amended = Some(seq);
            }
        });
    }

    pub(super) fn correct_statement(&mut self, correction: &StatementCorrection, seq: Seq) {
        let place = self.place_of_statement(correction.statement);
        if let Some(shared) = place.and_then(|place| self.statements.get_mut(place)) {
            let statement = Arc::make_mut(shared);
            correction.apply(statement);
            statement.corrected = Some(seq);
        }
    }

    pub(super) fn correct_conclusion(&mut self, correction: &ConclusionCorrection, seq: Seq) {
        let place = self.place_of_conclusion(correction.conclusion);
        if let Some(shared) = place.and_then(|place| self.conclusions.get_mut(place)) {
            let conclusion = Arc::make_mut(shared);
            correction.apply(conclusion);
            conclusion.corrected = Some(seq);
        }
    }

    /// It touches the questions that the task is about from now on, as assigning it does.
    pub(super) fn correct_task(&mut self, correction: &TaskCorrection, seq: Seq) {
        self.touch_task(correction.task, seq, |task| {
            correction.apply(task);
            task.corrected = Some(seq);
        });
        let about: Vec<QuestionNo> =
            self.task(correction.task).map(|task| task.questions.clone()).unwrap_or_default();
        for question in about {
            self.touch(question, seq, |_| {});
        }
    }
}
