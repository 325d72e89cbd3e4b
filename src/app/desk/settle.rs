//! What comes back from the journal: recorded, refused, or not written.

use crate::app::Effect;
use crate::app::form::field::{Field, Label};
use crate::app::form::{About, Form, Kind, Problem};
use crate::session::Session;
use crate::session::event::{Event, Recorded};
use crate::session::number::Seq;
use crate::session::refusal::Refusal;

use super::overlay::Overlay;
use super::{Desk, Habits, Notice, Saved, Sent};

impl Desk {
    /// The events are on disk and in the session.
    pub fn settled(&mut self, ticket: u64, events: &[Recorded], session: &Session) -> Vec<Effect> {
        let sent = self.take_sent(ticket);
        self.refresh(session);
        self.refresh_closing(session);
        self.saved = if self.sent.is_empty() { Saved::Saved } else { Saved::Saving };
        let Some(last) = events.last() else { return Vec::new() };
        self.notice = Some(notice_of(last, session));
        match &last.event {
            Event::Closed(_) => self.overlay = Some(Overlay::Closed { transcript: None }),
            Event::ResponderAdded { responder } => {
                self.choose_new_responder(responder.id.clone(), session);
            }
            Event::TaskAssigned(task) => self.chosen_task = Some(task.task),
            Event::QuestionSplit { parts, .. } => {
                if let Some(part) = parts.first() {
                    self.choose(part.question);
                }
            }
            _ => {}
        }
        if let (Some(form), Event::QuestionAsked(asked)) =
            (sent.and_then(|sent| sent.form), &last.event)
        {
            self.habits =
                Habits { channel: form.channel(), kind: form.question_kind(), theme: form.theme() };
            if self.forms.is_empty() {
                self.choose(asked.question);
            }
            if form.then_route {
                let about = About { question: Some(asked.question), ..About::default() };
                self.open_form(Kind::Route, about, session);
            }
        }
        Vec::new()
    }

    /// The session would not have it: the form comes back with the reason, nothing typed is lost.
    pub fn refused(&mut self, ticket: u64, refusal: Refusal) {
        let sent = self.take_sent(ticket);
        self.mark_saved();
        self.bring_back(sent, Problem::Refused(refusal.clone()));
        self.notice = Some(Notice::Refused(refusal));
    }

    /// The record could not be written: the form comes back, and the desk says so.
    pub fn failed(&mut self, ticket: u64, why: &str) {
        let sent = self.take_sent(ticket);
        self.saved = Saved::Trouble(why.to_owned());
        self.bring_back(sent, Problem::NotSaved(why.to_owned()));
        self.notice = Some(Notice::NotSaved(why.to_owned()));
    }

    fn take_sent(&mut self, ticket: u64) -> Option<Sent> {
        let place = self.sent.iter().position(|sent| sent.ticket == ticket)?;
        self.sent.remove(place)
    }

    fn mark_saved(&mut self) {
        if self.sent.is_empty() && self.saved == Saved::Saving {
            self.saved = Saved::Saved;
        }
    }

    fn bring_back(&mut self, sent: Option<Sent>, problem: Problem) {
        if let Some(mut form) = sent.and_then(|sent| sent.form) {
            form.problem = Some(problem);
            self.forms.push(form);
        }
    }

    /// The form under the one that added the responder was looking for them.
    fn choose_new_responder(&mut self, id: crate::session::number::ResponderId, session: &Session) {
        let looking = self.forms.last_mut().and_then(Form::focused_mut);
        if let Some(Field::Responders(pick)) = looking.map(|labelled| &mut labelled.field) {
            pick.choose(id, session.state());
        } else {
            self.chosen_responder = Some(id);
        }
        for form in &mut self.forms {
            for labelled in &mut form.fields {
                if let (Field::Responders(pick), true) =
                    (&mut labelled.field, labelled.label != Label::Into)
                {
                    pick.refilter(session.state());
                }
            }
        }
    }
}

fn notice_of(last: &Recorded, session: &Session) -> Notice {
    match last.event {
        Event::Undone { undoes, .. } => taken_or_brought_back(undoes, session),
        _ => Notice::Recorded(last.seq),
    }
}

fn taken_or_brought_back(target: Seq, session: &Session) -> Notice {
    match session.event(target).map(|recorded| &recorded.event) {
        Some(Event::Undone { undoes, .. }) => Notice::BroughtBack(*undoes),
        _ => Notice::TakenBack(target),
    }
}
