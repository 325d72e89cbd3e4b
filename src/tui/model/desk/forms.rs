//! Opening, filling, confirming and closing the desk's forms.

use crate::import::planned::{AddedCounts, TimedCommand};
use crate::session::Session;
use crate::session::command::Command;
use crate::session::number::QuestionNo;
use crate::tui::model::action::Action;
use crate::tui::model::draft::Draft;
use crate::tui::model::edit::LineField;
use crate::tui::model::form::field::{FieldContent, Label};
use crate::tui::model::form::named_leader::NamedLeader;
use crate::tui::model::form::pick::Candidate;
use crate::tui::model::form::{Form, FormKind, FormSubject, WaitingField};
use crate::tui::model::key::Key;
use crate::tui::model::overlay::{Confirmation, Overlay};
use crate::tui::model::{Effect, Env};

use super::{Desk, Notice, SaveState, SentCommand};

impl Desk {
    /// Opens an empty form; a draft kept of it comes only when it is asked for.
    pub(super) fn open_form(&mut self, kind: FormKind, about: FormSubject, session: &Session) {
        self.notice = None;
        let form = Form::open(kind, about, session.state(), &self.habits);
        let parts = self.parts_for(&form, session);
        self.forms.push(form.split_into(parts));
        if kind == FormKind::NewQuestion {
            self.advice = None;
        }
        self.offer_suggestions(session);
    }

    /// Opens a form about all that is marked.
    pub(super) fn open_form_for_marked(&mut self, kind: FormKind, session: &Session) {
        let several: Vec<QuestionNo> = self.marked.iter().copied().collect();
        self.notice = None;
        self.forms.push(Form::open_for(kind, several, session.state(), &self.habits));
    }

    /// Takes the newest draft of the open form into it. What was typed so far becomes the oldest draft, so that
    /// pressing again goes through all of them.
    fn continue_draft(&mut self, session: &Session) {
        let Some(form) = self.forms.last() else { return };
        let Some(place) = self.drafts.iter().rposition(|draft| draft.is_of(form)) else {
            self.notice = Some(Notice::NoDraft);
            return;
        };
        let draft = self.drafts.remove(place);
        let restored = Form::restored(&draft, session.state(), &self.habits);
        let Some(form) = self.forms.pop() else { return };
        if form.is_touched(session.state(), &self.habits) {
            self.drafts.insert(0, form.draft());
        }
        self.forms.push(Form { waiting_field: form.waiting_field, ..restored });
    }

    pub(super) fn act_in_form(&mut self, action: Action, key: Key, env: &mut Env) -> Vec<Effect> {
        let Some(form) = self.forms.last_mut() else { return Vec::new() };
        match action {
            Action::NextField => form.focus_by(1),
            Action::PreviousField => form.focus_by(-1),
            Action::Up => form.move_highlight(-1),
            Action::Down => form.move_highlight(1),
            Action::PickLead => return self.take_highlighted(env),
            Action::PickSupport if !form.toggle_support(env.session.state()) => {
                form.type_key(key, env.telex, env.session.state());
            }
            Action::Confirm => return self.confirm(false, env),
            Action::ConfirmAndRoute if form.kind == FormKind::NewQuestion => {
                return self.confirm(true, env);
            }
            Action::ConfirmAndRoute => form.focus_on(Label::Responder),
            Action::PutAside => self.put_aside(env),
            Action::ContinueDraft => self.continue_draft(env.session),
            Action::Discard if form.is_touched(env.session.state(), &self.habits) => {
                env.overlays.open(Overlay::Confirm(Confirmation::DiscardForm));
            }
            Action::Discard => {
                self.forms.pop();
            }
            Action::NewQuestion if form.kind != FormKind::NewQuestion => {
                self.open_form(FormKind::NewQuestion, FormSubject::default(), env.session);
            }
            // Another delegate speaks: what was typed becomes a draft, an empty form takes its place.
            Action::NewQuestion => {
                self.put_aside(env);
                let notice = self.notice.take();
                self.open_form(FormKind::NewQuestion, FormSubject::default(), env.session);
                self.notice = notice;
            }
            Action::Similar => self.open_similar(env),
            Action::Split => self.split_instead(env),
            Action::Task if form.kind != FormKind::Task => {
                let about = FormSubject { question: form.about.question, ..FormSubject::default() };
                self.open_form(FormKind::Task, about, env.session);
            }
            _ => {}
        }
        Vec::new()
    }

    pub(super) fn put_aside(&mut self, env: &Env) {
        let Some(form) = self.forms.pop() else { return };
        if form.is_touched(env.session.state(), &self.habits) {
            self.drafts.push(form.draft());
            self.notice = Some(Notice::DraftKept);
        }
    }

    /// `Enter` in a field that finds things: takes the highlighted match, else goes to the next field.
    fn take_highlighted(&mut self, env: &mut Env) -> Vec<Effect> {
        let Some(form) = self.forms.last_mut() else { return Vec::new() };
        if form.enter_records() {
            return self.confirm(false, env);
        }
        let state = env.session.state();
        let kind = form.kind;
        let about = form.about.clone();
        let Some(labelled) = form.focused_mut() else { return Vec::new() };
        let waiting_field = WaitingField { kind, about, label: labelled.label };
        match &mut labelled.field {
            FieldContent::Responders(pick) => {
                if let Some(Candidate::Named(leader)) = pick.highlighted_candidate().cloned() {
                    return self.add_leader(&leader, waiting_field, env.session);
                }
                if let Some(id) = pick.highlighted().cloned() {
                    pick.choose(id, state);
                    if !pick.many {
                        form.go_on();
                    }
                } else if !pick.filter.is_blank() {
                    let name = pick.filter.text();
                    self.open_new_responder(name.trim(), waiting_field, env.session);
                } else if pick.lead.is_some() || kind != FormKind::Route {
                    form.focus_by(1);
                }
            }
            FieldContent::Question(pick) => {
                if let Some(number) = pick.highlighted() {
                    pick.chosen = Some(number);
                    pick.filter = LineField::new("");
                    pick.refilter(state);
                }
            }
            FieldContent::Person(_) => form.take_person(state),
            FieldContent::Value(_) => form.take_value(),
            FieldContent::Text(_) | FieldContent::Line(_) | FieldContent::Choice(_) => {}
        }
        Vec::new()
    }

    /// Puts a leader named at the opening on the roster; the field that waits takes them once that is recorded.
    fn add_leader(
        &mut self,
        leader: &NamedLeader,
        waiting_field: WaitingField,
        session: &Session,
    ) -> Vec<Effect> {
        let mut form = Form::open(
            FormKind::AddResponder,
            FormSubject::default(),
            session.state(),
            &self.habits,
        );
        form.waiting_field = Some(waiting_field);
        let office = leader.office.as_deref().unwrap_or_default();
        for (label, words) in [(Label::Name, leader.name.as_str()), (Label::Office, office)] {
            if let Some(FieldContent::Line(line)) = form.field_mut(label) {
                *line = LineField::new(words);
            }
        }
        self.submit(leader.command(), Some(form))
    }

    fn open_new_responder(&mut self, name: &str, waiting_field: WaitingField, session: &Session) {
        let mut form = Form::open(
            FormKind::AddResponder,
            FormSubject::default(),
            session.state(),
            &self.habits,
        );
        form.waiting_field = Some(waiting_field);
        if let Some(FieldContent::Line(line)) = form.field_mut(Label::Name) {
            *line = LineField::new(name);
        }
        self.forms.push(form);
    }

    /// Turns the form into a command and sends it; the form comes back if it is refused.
    pub(super) fn confirm(&mut self, then_route: bool, env: &mut Env) -> Vec<Effect> {
        let Some(form) = self.forms.last_mut() else { return Vec::new() };
        match form.command(env.session.state(), env.now.date()) {
            Err(problem) => {
                form.problem = Some(problem);
                Vec::new()
            }
            Ok(_) if let Some(due) = form.past_due(env.now.date()) => {
                env.overlays.open(Overlay::Confirm(Confirmation::PastDue(due)));
                Vec::new()
            }
            Ok(_) if !form.several.is_empty() && !form.agreed.several => {
                env.overlays.open(Overlay::Confirm(Confirmation::Several));
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

    /// Confirms the open form once more, after what was asked about it was answered with a yes.
    pub(in crate::tui::model) fn confirm_agreed(
        &mut self,
        asked: &Confirmation,
        env: &mut Env,
    ) -> Vec<Effect> {
        if let Some(form) = self.forms.last_mut() {
            match asked {
                Confirmation::PastDue(_) => form.agreed.past_due = true,
                Confirmation::Several => form.agreed.several = true,
                _ => {}
            }
        }
        self.confirm(false, env)
    }

    /// Submits a command, with the form to reopen if it is refused.
    pub(super) fn submit(&mut self, command: Command, form: Option<Form>) -> Vec<Effect> {
        let effects = self.send(form, None, |ticket| Effect::Submit { ticket, command });
        self.just_sent = self.sent.back().map(|sent| sent.ticket);
        effects
    }

    /// Submits several commands as one, with the form to reopen if they are refused.
    pub(super) fn submit_together(
        &mut self,
        commands: impl IntoIterator<Item = Command>,
        form: Option<Form>,
    ) -> Vec<Effect> {
        let timed = |command| TimedCommand { command, happened_at: None };
        let commands = commands.into_iter().map(timed).collect();
        let effects = self.send(form, None, |ticket| Effect::SubmitTogether { ticket, commands });
        self.just_sent = self.sent.back().map(|sent| sent.ticket);
        effects
    }

    /// Notes what is on its way to the disk.
    pub(super) fn send(
        &mut self,
        form: Option<Form>,
        imported: Option<AddedCounts>,
        effect: impl FnOnce(u64) -> Effect,
    ) -> Vec<Effect> {
        let ticket = self.next_ticket;
        self.next_ticket += 1;
        self.sent.push_back(SentCommand { ticket, form, chosen: self.chosen, imported });
        if self.saved == SaveState::Saved {
            self.saved = SaveState::Saving;
        }
        vec![effect(ticket)]
    }

    /// Everything typed and not yet recorded, for keeping outside the program.
    pub fn unrecorded(&self, session: &Session) -> Vec<Draft> {
        let open = self.forms.iter().filter(|form| form.is_touched(session.state(), &self.habits));
        let sent = self.sent.iter().filter_map(|sent| sent.form.as_ref());
        let mut drafts = self.drafts.clone();
        drafts.extend(sent.chain(open).map(Form::draft));
        drafts.extend(self.offered_question(session).as_ref().map(Form::draft));
        drafts
    }
}
