//! Results of submitted commands: recorded, refused, or not written.

use crate::search::item::SessionItem;
use crate::session::Session;
use crate::session::event::{Event, Recorded};
use crate::session::number::{ResponderId, Seq};
use crate::session::queue::Group;
use crate::session::refusal::Refusal;
use crate::tui::model::edit::LineField;
use crate::tui::model::form::field::FieldContent;
use crate::tui::model::form::{Agreed, FormKind, FormSubject, Problem, WaitingField};
use crate::tui::model::overlay::{Confirmation, Overlay};
use crate::tui::model::paper_export::PaperDone;
use crate::tui::model::trouble::Trouble;
use crate::tui::model::{Effect, Env};

use super::{AfterRouting, Desk, Notice, SaveState, SentCommand};

impl Desk {
    /// A document was written, or why not.
    pub(in crate::tui::model) fn paper_written(&mut self, done: Result<PaperDone, Trouble>) {
        self.notice = Some(match done {
            Ok(done) => Notice::DocumentWritten(done.place),
            Err(why) => Notice::Trouble(why),
        });
    }

    /// The events are on disk and in the session.
    pub fn settled(&mut self, ticket: u64, events: &[Recorded], env: &mut Env) -> Vec<Effect> {
        let session = env.session;
        let sent = self.take_sent(ticket);
        self.note_routing(events);
        self.refresh(session);
        self.refresh_closing(env);
        self.saved = if self.sent.is_empty() { SaveState::Saved } else { SaveState::Saving };
        if let Some(last) = events.last() {
            let imported = sent.as_ref().and_then(|sent| sent.imported).map(Notice::Imported);
            self.notice = imported.or_else(|| Some(notice_of(last, session)));
            self.note_undone(session);
            self.follow(last, sent, env);
        }
        // Leaving was asked for while something was not yet saved; now everything is.
        match env.overlays.top() {
            Some(Overlay::Confirm(Confirmation::LeaveUnsaved)) if self.sent.is_empty() => {
                vec![Effect::Leave]
            }
            _ => Vec::new(),
        }
    }

    /// Notes which question follows one that was routed for the first time, while the queue is still as it
    /// was seen.
    fn note_routing(&mut self, events: &[Recorded]) {
        let Some(Event::QuestionRouted(routing)) = events.last().map(|last| &last.event) else {
            return;
        };
        let routed = routing.question;
        let place = self.queue.place(routed).filter(|(group, _)| *group == Group::Unrouted);
        self.after_routing = place.and_then(|(group, place)| {
            let next = self.queue.at(group, place + 1).or_else(|| self.queue.at(group, 0))?;
            (routed != next).then_some(AfterRouting { routed, next })
        });
    }

    /// What follows an event that was recorded. The choice does not move if the person has chosen something
    /// else meanwhile, and nothing opens over a form.
    fn follow(&mut self, recorded: &Recorded, sent: Option<SentCommand>, env: &mut Env) {
        let event = &recorded.event;
        let session = env.session;
        if sent
            .as_ref()
            .and_then(|sent| sent.form.as_ref())
            .is_some_and(|form| !form.several.is_empty())
        {
            self.clear_marks();
        }
        let unmoved = sent.as_ref().is_some_and(|sent| sent.chosen == self.chosen);
        let form = sent.and_then(|sent| sent.form);
        match (event, form) {
            (Event::Closed(_), _) => {
                env.overlays.show_only(Overlay::Closed { transcript: None });
            }
            (Event::ResponderAdded { responder }, form) => {
                self.choose_new_responder(
                    &responder.id,
                    form.as_ref().and_then(|form| form.waiting_field.as_ref()),
                    session,
                );
            }
            (Event::TaskAssigned(task), _) => self.chosen_task = Some(task.task),
            (Event::StatementMade(_), _) => {
                self.chosen_statement = Some(SessionItem::Statement(recorded.seq));
            }
            (Event::ConclusionRecorded(_), _) => {
                self.chosen_statement = Some(SessionItem::Conclusion(recorded.seq));
            }
            (Event::QuestionSplit { parts, .. }, _) if unmoved => {
                if let Some(part) = parts.first() {
                    self.choose(part.question);
                }
            }
            // It was merged as it was asked.
            (Event::QuestionMerged(merger), Some(form)) if form.kind == FormKind::NewQuestion => {
                self.habits = form.habits();
                if unmoved && self.forms.is_empty() {
                    self.choose(merger.into);
                }
            }
            (Event::QuestionAsked(asked), Some(form)) => {
                self.habits = form.habits();
                if unmoved && self.forms.is_empty() {
                    self.choose(asked.question);
                }
                if form.then_route && self.forms.is_empty() {
                    let about =
                        FormSubject { question: Some(asked.question), ..FormSubject::default() };
                    self.open_form(FormKind::Route, about, session);
                }
            }
            _ => {}
        }
    }

    /// The session refused the command: the form comes back with the reason, nothing typed is lost.
    pub fn refused(&mut self, ticket: u64, refusal: Refusal) {
        let sent = self.take_sent(ticket);
        if self.sent.is_empty() && self.saved == SaveState::Saving {
            self.saved = SaveState::Saved;
        }
        self.notice = Some(Notice::Refused(refusal.clone()));
        self.reopen_form(sent, Problem::Refused(refusal));
    }

    /// The record could not be written: the form reopens with the reason.
    pub fn failed(&mut self, ticket: u64, why: &Trouble) {
        let sent = self.take_sent(ticket);
        self.saved = SaveState::Trouble(why.clone());
        self.notice = Some(Notice::NotSaved(why.clone()));
        self.reopen_form(sent, Problem::NotSaved(why.clone()));
    }

    /// How many copies hold the record. That a command was in none stays said until one is recorded, or
    /// the copies are whole again.
    pub fn replication_changed(
        &mut self,
        copies: (usize, usize),
        why: Option<Trouble>,
        env: &mut Env,
    ) {
        self.copies = copies;
        match (copies.0, why) {
            (0, Some(why)) => {
                self.saved = SaveState::Trouble(why);
                // Leaving was asked for before this was known: a yes is no longer enough.
                if let Some(Overlay::Confirm(Confirmation::LeaveUnsaved)) = env.overlays.top() {
                    env.overlays.close();
                    env.overlays.open(Overlay::MoveRecord { line: LineField::new("") });
                }
            }
            (_, why) => {
                if matches!(self.saved, SaveState::Trouble(_)) {
                    let settled = self.sent.is_empty();
                    self.saved = if settled { SaveState::Saved } else { SaveState::Saving };
                }
                self.one_copy = why;
            }
        }
    }

    fn take_sent(&mut self, ticket: u64) -> Option<SentCommand> {
        let place = self.sent.iter().position(|sent| sent.ticket == ticket)?;
        self.sent.remove(place)
    }

    /// Before the next key the form opens again; later, when the person may be
    /// typing something else, it goes among the drafts.
    fn reopen_form(&mut self, sent: Option<SentCommand>, problem: Problem) {
        let Some(SentCommand { ticket, form: Some(mut form), .. }) = sent else { return };
        if self.just_sent == Some(ticket) {
            form.problem = Some(problem);
            form.agreed = Agreed::default();
            self.forms.push(form);
        } else {
            self.drafts.push(form.draft());
            self.notice = Some(Notice::Returned(problem));
        }
    }

    /// Chooses the new responder in the form that was waiting for one.
    fn choose_new_responder(
        &mut self,
        id: &ResponderId,
        waiting_field: Option<&WaitingField>,
        session: &Session,
    ) {
        let state = session.state();
        for form in &mut self.forms {
            let asked_here = waiting_field
                .as_ref()
                .filter(|asked| (asked.kind, &asked.about) == (form.kind, &form.about));
            let mut is_filled = false;
            for (place, labelled) in form.fields.iter_mut().enumerate() {
                let FieldContent::Responders(pick) = &mut labelled.field else { continue };
                match asked_here {
                    Some(asked) if asked.label == labelled.label => {
                        pick.choose(id.clone(), state);
                        is_filled |= !pick.many && place == form.focus;
                    }
                    _ => pick.refilter(state),
                }
            }
            if is_filled {
                form.go_on();
            }
        }
        if waiting_field.is_none() {
            self.chosen_responder = Some(id.clone());
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
