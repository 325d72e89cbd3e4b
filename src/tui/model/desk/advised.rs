//! What the search in the background says of the question that is typed or routed, beside it.

use crate::search::advice::{Advice, AdviceRequest};
use crate::session::Session;
use crate::text::fold::recorded_text;
use crate::tui::model::form::field::{FieldContent, Label};
use crate::tui::model::form::pick::Suggested;
use crate::tui::model::form::{Form, FormKind};

use super::Desk;

impl Desk {
    /// What is to be judged now: the question being typed, being routed, or chosen.
    pub fn wanted_advice(&self, session: &Session) -> Option<AdviceRequest> {
        let question = match self.form() {
            Some(form) if form.kind == FormKind::NewQuestion => {
                let text = recorded_text(&typed(form));
                let request = AdviceRequest { text, ..AdviceRequest::default() };
                return Some(request).filter(|request| !request.text.is_empty());
            }
            Some(form) if form.kind == FormKind::Route => form.about.question,
            Some(_) => return None,
            None => self.chosen,
        };
        let question = session.state().question(question?)?;
        Some(AdviceRequest {
            question: Some(question.number),
            text: question.text.to_string(),
            parts: Vec::new(),
        })
    }

    /// Takes in what was found; what is not asked any more is dropped.
    pub fn advised(&mut self, advice: Advice, session: &Session) {
        if self.wanted_advice(session).as_ref() == Some(&advice.request) {
            self.advice = Some(advice);
            self.offer_suggestions(session);
        }
    }

    /// Gives the routing form the suggestions for its question, once they are there. They stay as they were
    /// offered first.
    pub(in crate::tui::model) fn offer_suggestions(&mut self, session: &Session) {
        let Some(advice) = &self.advice else { return };
        let Some(form) = self.forms.last_mut().filter(|form| form.kind == FormKind::Route) else {
            return;
        };
        let question = form.about.question.and_then(|number| session.state().question(number));
        if question.is_none_or(|question| *question.text != *advice.request.text) {
            return;
        }
        if let Some(FieldContent::Responders(pick)) = form.field_mut(Label::Responders)
            && pick.suggested == Suggested::Awaited
        {
            pick.suggest(&advice.suggestions, session.state());
        }
    }
}

fn typed(form: &Form) -> String {
    match form.field(Label::Text) {
        Some(FieldContent::Text(text)) => text.text(),
        _ => String::new(),
    }
}
