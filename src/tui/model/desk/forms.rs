//! Opening, filling, confirming and putting aside the desk's forms.

use crate::session::Session;
use crate::session::command::Command;
use crate::tui::model::Effect;
use crate::tui::model::action::Action;
use crate::tui::model::draft::Draft;
use crate::tui::model::edit::LineField;
use crate::tui::model::form::field::{Field, Label};
use crate::tui::model::form::{About, AskedFrom, Form, Kind};
use crate::tui::model::key::Key;

use super::keys::Around;
use super::overlay::Overlay;
use super::{Desk, Notice, Saved, Sent};

impl Desk {
    /// Opens a form, or the draft of it that was put aside.
    pub(super) fn open_form(&mut self, kind: Kind, about: About, session: &Session) {
        let state = session.state();
        let draft =
            self.drafts.iter().rposition(|draft| draft.kind == kind && draft.about == about);
        let form = match draft {
            Some(place) => Form::restored(&self.drafts.remove(place), state, &self.habits),
            None => Form::open(kind, about, state, &self.habits),
        };
        self.notice = None;
        self.forms.push(form);
    }

    pub(super) fn act_in_form(
        &mut self,
        action: Action,
        key: Key,
        around: &mut Around,
    ) -> Vec<Effect> {
        let Some(form) = self.forms.last_mut() else { return Vec::new() };
        match action {
            Action::NextField => form.focus_by(1),
            Action::PreviousField => form.focus_by(-1),
            Action::Up => form.move_finger(-1),
            Action::Down => form.move_finger(1),
            Action::PickLead => return self.take_under_finger(around),
            Action::PickSupport if !form.toggle_support(around.session.state()) => {
                form.type_key(key, around.telex, around.session.state());
            }
            Action::Confirm => return self.confirm(false, around),
            Action::ConfirmAndRoute if form.kind == Kind::NewQuestion => {
                return self.confirm(true, around);
            }
            Action::ConfirmAndRoute => form.focus_on(Label::Responder),
            Action::PutAside => self.put_aside(around),
            Action::Discard if form.is_touched(around.session.state(), &self.habits) => {
                self.overlay = Some(Overlay::Discard);
            }
            Action::Discard => {
                self.forms.pop();
            }
            Action::Help => self.overlay = Some(Overlay::Help { scroll: 0 }),
            Action::NewQuestion if form.kind != Kind::NewQuestion => {
                self.open_form(Kind::NewQuestion, About::default(), around.session);
            }
            // Another delegate speaks: the draft goes back, a blank form takes its place.
            Action::NewQuestion if form.from_draft => {
                self.put_aside(around);
                let state = around.session.state();
                self.forms.push(Form::open(
                    Kind::NewQuestion,
                    About::default(),
                    state,
                    &self.habits,
                ));
            }
            Action::Task if form.kind != Kind::Task => {
                let about = About { question: form.about.question, ..About::default() };
                self.open_form(Kind::Task, about, around.session);
            }
            _ => {}
        }
        Vec::new()
    }

    fn put_aside(&mut self, around: &Around) {
        let Some(form) = self.forms.pop() else { return };
        if form.is_touched(around.session.state(), &self.habits) {
            self.drafts.push(form.draft());
            self.notice = Some(Notice::DraftKept);
        }
    }

    /// `Enter` in a field that finds things: takes what is under the finger, else goes on.
    fn take_under_finger(&mut self, around: &mut Around) -> Vec<Effect> {
        let Some(form) = self.forms.last_mut() else { return Vec::new() };
        let state = around.session.state();
        let kind = form.kind;
        let about = form.about;
        let Some(labelled) = form.focused_mut() else { return Vec::new() };
        let asked_from = AskedFrom { kind, about, label: labelled.label };
        match &mut labelled.field {
            Field::Responders(pick) => {
                if let Some(id) = pick.under_finger().cloned() {
                    pick.choose(id, state);
                    if !pick.many {
                        form.go_on();
                    }
                } else if !pick.filter.is_blank() {
                    let name = pick.filter.text();
                    self.open_new_responder(name.trim(), asked_from, around.session);
                } else if pick.lead.is_some() && kind == Kind::Route {
                    return self.confirm(false, around);
                } else if pick.lead.is_some() || kind != Kind::Route {
                    form.focus_by(1);
                }
            }
            Field::Question(pick) => {
                if let Some(number) = pick.under_finger() {
                    pick.chosen = Some(number);
                    pick.filter = LineField::new("");
                    pick.refilter(state);
                } else if pick.chosen.is_some() {
                    return self.confirm(false, around);
                }
            }
            Field::Person(_) => form.take_person(state),
            Field::Text(_) | Field::Line(_) | Field::Choice(_) => {}
        }
        Vec::new()
    }

    fn open_new_responder(&mut self, name: &str, asked_from: AskedFrom, session: &Session) {
        let mut form =
            Form::open(Kind::AddResponder, About::default(), session.state(), &self.habits);
        form.asked_from = Some(asked_from);
        if let Some(Field::Line(line)) = form.field_mut(Label::Name) {
            *line = LineField::new(name);
        }
        self.forms.push(form);
    }

    /// Turns the form into a command and sends it; the form comes back if it is refused.
    fn confirm(&mut self, then_route: bool, around: &Around) -> Vec<Effect> {
        let Some(form) = self.forms.last_mut() else { return Vec::new() };
        match form.command(around.session.state(), around.now.date()) {
            Err(problem) => {
                form.problem = Some(problem);
                Vec::new()
            }
            Ok(command) => {
                let mut form = self.forms.pop();
                if let Some(form) = &mut form {
                    form.then_route = then_route;
                    form.problem = None;
                }
                self.submit(command, form)
            }
        }
    }

    /// Hands a command to the journal, with the form to bring back if it is refused.
    pub(super) fn submit(&mut self, command: Command, form: Option<Form>) -> Vec<Effect> {
        let ticket = self.next_ticket;
        self.next_ticket += 1;
        self.sent.push_back(Sent { ticket, form, chosen: self.chosen });
        self.just_sent = Some(ticket);
        if self.saved == Saved::Saved {
            self.saved = Saved::Saving;
        }
        vec![Effect::Submit { ticket, command }]
    }

    /// Everything typed and not yet recorded, for keeping outside the program.
    pub fn unrecorded(&self, session: &Session) -> Vec<Draft> {
        let open = self.forms.iter().filter(|form| form.is_touched(session.state(), &self.habits));
        let sent = self.sent.iter().filter_map(|sent| sent.form.as_ref());
        let mut drafts = self.drafts.clone();
        drafts.extend(sent.chain(open).map(Form::draft));
        drafts
    }
}
