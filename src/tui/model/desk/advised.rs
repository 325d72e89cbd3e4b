//! What the search in the background says of the question that is typed or routed, beside it.

use crate::search::advice::{Advice, AdviceRequest};
use crate::session::Session;
use crate::session::command::Command;
use crate::session::number::QuestionNo;
use crate::session::payload::Merger;
use crate::text::fold::recorded_text;
use crate::tui::model::action::Action;
use crate::tui::model::form::field::{FieldContent, Label};
use crate::tui::model::form::pick::Suggested;
use crate::tui::model::form::{Form, FormKind, FormSubject};
use crate::tui::model::overlay::{Overlay, SimilarList};
use crate::tui::model::{Effect, Env};

use super::{Desk, Notice};

impl Desk {
    /// What is to be judged now: the question being typed, routed, split or chosen.
    pub fn wanted_advice(&self, session: &Session) -> Option<AdviceRequest> {
        let (question, parts) = match self.form() {
            Some(form) if form.kind == FormKind::NewQuestion => {
                let text = recorded_text(&typed(form));
                let request = AdviceRequest { text, ..AdviceRequest::default() };
                return Some(request).filter(|request| !request.text.is_empty());
            }
            Some(form) => match form.kind {
                FormKind::Route => (form.about.question, Vec::new()),
                FormKind::Split => (form.about.question, form.parts()),
                _ => return None,
            },
            None => (self.chosen, Vec::new()),
        };
        let question = session.state().question(question?)?;
        let text = question.text.to_string();
        Some(AdviceRequest { question: Some(question.number), text, parts })
    }

    /// What was found for what is on the screen; for a question being typed, what was found last.
    pub fn shown_advice(&self, session: &Session) -> Option<&Advice> {
        let wanted = self.wanted_advice(session)?;
        self.advice.as_ref().filter(|advice| match wanted.question {
            None => advice.request.question.is_none(),
            Some(number) => {
                advice.request.question == Some(number) && advice.request.text == wanted.text
            }
        })
    }

    /// Takes in what was found; what is not asked any more is dropped.
    pub fn advised(&mut self, advice: Advice, env: &mut Env) {
        if self.wanted_advice(env.session).as_ref() != Some(&advice.request) {
            return;
        }
        if let Some(Overlay::Similar(list)) = env.overlays.top_mut()
            && list.question == advice.request.question
        {
            list.entries.get_or_insert_with(|| advice.similar.clone());
        }
        self.advice = Some(advice);
        self.offer_suggestions(env.session);
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

    /// The parts a question that is to be split was found to have.
    pub(super) fn parts_for(&self, form: &Form, session: &Session) -> Vec<String> {
        let question = form.about.question.and_then(|number| session.state().question(number));
        let advice = self.advice.as_ref().zip(question).filter(|(advice, question)| {
            form.kind == FormKind::Split && advice.request.text == *question.text
        });
        let matters = advice.map(|(advice, _)| advice.matters.iter());
        matters.into_iter().flatten().map(|part| part.text.clone()).collect()
    }

    /// Splits the question instead of routing it, when it was found to hold several matters.
    pub(super) fn split_instead(&mut self, env: &Env) {
        let holds_several = self.shown_advice(env.session).is_some_and(|it| !it.matters.is_empty());
        let about = match self.form() {
            Some(form) if form.kind == FormKind::Route && holds_several => form.about.clone(),
            _ => return,
        };
        self.put_aside(env);
        self.open_form(FormKind::Split, about, env.session);
    }

    /// Lists what was asked before, as it is known now.
    pub(super) fn open_similar(&self, env: &mut Env) {
        let Some(AdviceRequest { question, .. }) = self.wanted_advice(env.session) else { return };
        let entries = self.shown_advice(env.session).map(|advice| advice.similar.clone());
        let list = SimilarList { question, entries, selected: 0, reading: None };
        env.overlays.open(Overlay::Similar(list));
    }

    /// Reads, merges into or follows up a question asked before.
    pub(super) fn act_on_similar(
        &mut self,
        action: Action,
        list: &SimilarList,
        env: &mut Env,
    ) -> Vec<Effect> {
        match action {
            Action::Enter if list.selected_entry().is_some() => read(env, Some(0)),
            Action::Back if list.reading.is_some() => read(env, None),
            Action::Back => {
                env.overlays.close();
            }
            Action::Merge | Action::FollowUp if list.selected_entry().is_some() => {
                let Some(first) = list.selected_here() else {
                    self.notice = Some(Notice::OfAnotherSession);
                    return Vec::new();
                };
                env.overlays.close();
                return match (action, list.question) {
                    (Action::Merge, None) => self.ask_merged(first, env),
                    (Action::Merge, Some(question)) => {
                        let merger = Merger { question, into: first };
                        self.close_route(env);
                        self.submit(Command::MergeQuestion(merger), None)
                    }
                    (_, question) => {
                        self.follow_up(first, question, env);
                        Vec::new()
                    }
                };
            }
            _ => {}
        }
        Vec::new()
    }

    /// A question that is merged is not routed any more.
    fn close_route(&mut self, env: &Env) {
        if self.form().is_some() {
            self.put_aside(env);
        }
    }

    /// Records the question being typed and merges it, in one.
    fn ask_merged(&mut self, into: QuestionNo, env: &mut Env) -> Vec<Effect> {
        let asked_before = self.sent.iter().filter_map(|sent| sent.form.as_ref());
        let asked_before = asked_before.filter(|form| form.kind == FormKind::NewQuestion).count();
        let Some(form) = self.forms.last_mut() else { return Vec::new() };
        match form.command(env.session.state(), env.now.date()) {
            Ok(Command::AskQuestion(mut ask)) => {
                let next = env.session.next_question().0;
                let asked_before = u32::try_from(asked_before).unwrap_or(u32::MAX);
                let question = QuestionNo(next.saturating_add(asked_before));
                ask.question = Some(question);
                let merge = Command::MergeQuestion(Merger { question, into });
                let form = self.forms.pop();
                self.submit_together([Command::AskQuestion(ask), merge], form)
            }
            Ok(_) => Vec::new(),
            Err(problem) => {
                form.problem = Some(problem);
                Vec::new()
            }
        }
    }

    /// Makes the question being typed one that follows up `first`; for one that is recorded already, opens a
    /// new question that does.
    fn follow_up(&mut self, first: QuestionNo, question: Option<QuestionNo>, env: &Env) {
        match (question, self.forms.last_mut()) {
            (None, Some(form)) => form.about.question = Some(first),
            _ => {
                let about = FormSubject { question: Some(first), ..FormSubject::default() };
                self.open_form(FormKind::NewQuestion, about, env.session);
            }
        }
    }
}

/// Reads the selected question whole, or goes back to the list.
fn read(env: &mut Env, from: Option<usize>) {
    if let Some(Overlay::Similar(list)) = env.overlays.top_mut() {
        list.reading = from;
    }
}

fn typed(form: &Form) -> String {
    match form.field(Label::Text) {
        Some(FieldContent::Text(text)) => text.text(),
        _ => String::new(),
    }
}
