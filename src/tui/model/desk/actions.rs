//! The actions of the dialogue: which command a key asks for, or which form it opens.

use crate::search::item::SessionItem;
use crate::session::Session;
use crate::session::command::Command;
use crate::session::number::QuestionNo;
use crate::session::payload::{Move, On, Reason};
use crate::session::question::{Question, Status};
use crate::session::queue::Group;
use crate::session::state::Phase;
use crate::tui::model::action::Action;
use crate::tui::model::form::{FormKind, FormSubject};
use crate::tui::model::overlay::{Confirmation, Overlay};
use crate::tui::model::{Effect, Env};

use super::applies::NextStep;
use super::{Desk, Notice, Pane};

impl Desk {
    /// Carries out an action that records something, or opens the form for it; says why if it does not apply.
    pub(super) fn perform(&mut self, action: Action, env: &mut Env) -> Vec<Effect> {
        if env.metrics.too_small {
            return Vec::new();
        }
        if action == Action::NaturalStep {
            return self.natural_step(env);
        }
        let action = self.of_pane(action);
        if let Err(notice) = self.applies(action, env.session) {
            self.notice = Some(notice);
            return Vec::new();
        }
        match action {
            Action::Undo => self.undo(env.session),
            Action::Redo => self.redo(env.session),
            Action::PauseOrResume => {
                let reason = Reason::default();
                match env.session.state().phase() {
                    Phase::Paused { .. } => self.submit(Command::Resume(reason), None),
                    _ => self.submit(Command::Pause(reason), None),
                }
            }
            Action::CloseOrReopen => {
                self.close_or_reopen(env);
                Vec::new()
            }
            Action::NewQuestion
            | Action::Statement
            | Action::AddResponder
            | Action::Task
            | Action::Conclusion
            | Action::ProgressTask
            | Action::CorrectStatement
            | Action::CorrectTask
            | Action::CorrectResponder
            | Action::CorrectSession => {
                self.open_form_for(action, env.session);
                Vec::new()
            }
            _ => self.act_on_question(action, env.session),
        }
    }

    /// What an action is about in the pane that has the keys: editing there is about what is chosen in it.
    pub(in crate::tui::model) fn of_pane(&self, action: Action) -> Action {
        match (action, self.pane) {
            (Action::EditQuestion, Pane::Tasks) => Action::CorrectTask,
            (Action::EditQuestion, Pane::Statements) => Action::CorrectStatement,
            (Action::EditQuestion, Pane::Responders) => Action::CorrectResponder,
            (action, _) => action,
        }
    }

    fn close_or_reopen(&self, env: &mut Env) {
        if env.session.state().is_closed() {
            env.overlays.open(Overlay::Confirm(Confirmation::Reopen));
        } else {
            self.begin_closing(env);
        }
    }

    fn act_on_question(&mut self, action: Action, session: &Session) -> Vec<Effect> {
        if let Some(kind) = form_for(action).filter(|_| self.deals_with_marked(action)) {
            self.open_form_for_marked(kind, session);
            return Vec::new();
        }
        let Some(question) = self.chosen_question(session) else { return Vec::new() };
        let number = question.number;
        match action {
            Action::Call => self.submit(Command::CallQuestion(On { question: number }), None),
            Action::Answer => self.answer(question, session),
            Action::UndoHere => self.undo_here(question),
            Action::Unmerge => {
                self.submit(Command::UnmergeQuestion { question: number, into: None }, None)
            }
            Action::MoveUp => self.move_up(question, session),
            Action::MoveDown => self.move_down(question, session),
            Action::MoveToTop => self.move_to_top(question, session),
            action => {
                self.open_form_for(action, session);
                Vec::new()
            }
        }
    }

    /// Opens the form of an action about what is chosen.
    fn open_form_for(&mut self, action: Action, session: &Session) {
        let Some(mut kind) = form_for(action) else { return };
        let question = self.chosen;
        let about = match action {
            Action::NewQuestion | Action::Statement | Action::AddResponder => {
                FormSubject::default()
            }
            Action::ProgressTask => {
                FormSubject { task: self.task_in_hand(session).ok(), ..FormSubject::default() }
            }
            Action::CorrectStatement => {
                let event = match self.chosen_statement {
                    Some(SessionItem::Statement(seq)) => Some(seq),
                    Some(SessionItem::Conclusion(seq)) => {
                        kind = FormKind::CorrectConclusion;
                        Some(seq)
                    }
                    Some(SessionItem::Task(_)) | None => None,
                };
                FormSubject { event, ..FormSubject::default() }
            }
            Action::CorrectTask => {
                FormSubject { task: self.task_in_hand(session).ok(), ..FormSubject::default() }
            }
            Action::CorrectResponder => {
                let responder = self.chosen_responder.clone();
                FormSubject { responder, ..FormSubject::default() }
            }
            Action::CorrectSession => FormSubject::default(),
            Action::AmendAnswer => {
                let answers = self.chosen_question(session).map(|chosen| &chosen.answers);
                let event = answers.and_then(|answers| answers.last()).map(|answer| answer.seq);
                FormSubject { question, event, ..FormSubject::default() }
            }
            _ => FormSubject { question, ..FormSubject::default() },
        };
        self.open_form(kind, about, session);
    }

    /// Route → call → answer → show. A press that came before the last one's result was seen takes no step.
    fn natural_step(&mut self, env: &mut Env) -> Vec<Effect> {
        let step = self.next_step(env.session);
        let about_a_question =
            matches!(step, NextStep::Route | NextStep::Call | NextStep::Answer | NextStep::Show);
        if about_a_question && self.stepped == self.chosen {
            return Vec::new();
        }
        if about_a_question {
            self.stepped = self.chosen;
        }
        let action = match step {
            NextStep::NewQuestion => Action::NewQuestion,
            NextStep::Route => Action::Route,
            NextStep::Call => Action::Call,
            NextStep::Answer => Action::Answer,
            NextStep::ProgressTask => Action::ProgressTask,
            NextStep::Show => {
                self.open_pane();
                return Vec::new();
            }
            NextStep::Read => {
                if let Some(item) = self.chosen_item() {
                    env.overlays.open(Overlay::Item { item, scroll: 0 });
                }
                return Vec::new();
            }
            NextStep::TheirQuestion => {
                self.choose_waiting(env.session);
                return Vec::new();
            }
        };
        self.perform(action, env)
    }

    /// Starts the clock of the answer where its responder is known, and opens the form.
    fn answer(&mut self, question: &Question, session: &Session) -> Vec<Effect> {
        self.open_form_for(Action::Answer, session);
        let begins = matches!(question.status, Status::Queued | Status::Called { .. });
        match question.lead() {
            Some(lead) if begins => {
                let (question, by_responder) = (question.number, Some(lead.clone()));
                self.submit(Command::StartAnswer { question, by_responder }, None)
            }
            _ => Vec::new(),
        }
    }

    /// Chooses the first waiting question of the chosen responder.
    fn choose_waiting(&mut self, session: &Session) {
        let state = session.state();
        let Some(responder) = self.chosen_responder.as_ref() else { return };
        if state.load(responder).waiting == 0 {
            return;
        }
        let theirs = |number: &QuestionNo| {
            state.question(*number).is_some_and(|question| question.lead() == Some(responder))
        };
        let mut to_do = Group::TO_DO.into_iter().flat_map(|group| state.queue().in_group(group));
        let found = to_do.find(theirs);
        if let Some(number) = found {
            self.choose(number);
            self.pane = Pane::Queue;
        }
    }

    fn move_up(&mut self, question: &Question, session: &Session) -> Vec<Effect> {
        match self.movable_above(question, session) {
            Some(above) => self.move_before(question.number, Some(above)),
            None => self.cannot_move(question, Notice::FirstAlready(question.number)),
        }
    }

    fn move_down(&mut self, question: &Question, session: &Session) -> Vec<Effect> {
        match self.movable_below(question, session) {
            Some(below) => self.move_before(question.number, self.queue.next_sibling(below)),
            None => self.cannot_move(question, Notice::LastAlready(question.number)),
        }
    }

    fn move_to_top(&mut self, question: &Question, session: &Session) -> Vec<Effect> {
        match self.first_movable(question, session) {
            Some(first) if first != question.number => {
                self.move_before(question.number, Some(first))
            }
            _ => self.cannot_move(question, Notice::FirstAlready(question.number)),
        }
    }

    /// The question of the same group before which this one can be moved up: a follow-up goes with its first,
    /// so those that follow another are passed over.
    fn movable_above(&self, question: &Question, session: &Session) -> Option<QuestionNo> {
        let (group, place) = self.queue.place(question.number)?;
        let family = self.queue.places_behind(question.follows, group)?;
        let mut above = (family.start..place).rev().filter_map(|place| self.queue.at(group, place));
        above.find(|number| follows_the_same(*number, question, session))
    }

    fn movable_below(&self, question: &Question, session: &Session) -> Option<QuestionNo> {
        let (group, place) = self.queue.place(question.number)?;
        let family = self.queue.places_behind(question.follows, group)?;
        let mut below = (place + 1..family.end).filter_map(|place| self.queue.at(group, place));
        below.find(|number| follows_the_same(*number, question, session))
    }

    fn first_movable(&self, question: &Question, session: &Session) -> Option<QuestionNo> {
        let group = Group::of(question);
        let mut family = self.queue.places_behind(question.follows, group)?;
        family.find_map(|place| {
            let number = self.queue.at(group, place)?;
            follows_the_same(number, question, session).then_some(number)
        })
    }

    fn move_before(&mut self, question: QuestionNo, before: Option<QuestionNo>) -> Vec<Effect> {
        self.submit(Command::MoveQuestion(Move { question, before }), None)
    }

    fn cannot_move(&mut self, question: &Question, why: Notice) -> Vec<Effect> {
        self.notice = Some(match question.follows {
            Some(first) => Notice::FollowsItsFirst { question: question.number, first },
            None => why,
        });
        Vec::new()
    }
}

fn follows_the_same(number: QuestionNo, question: &Question, session: &Session) -> bool {
    session.state().question(number).is_some_and(|other| other.follows == question.follows)
}

fn form_for(action: Action) -> Option<FormKind> {
    Some(match action {
        Action::Answer => FormKind::Answer,
        Action::AmendAnswer => FormKind::AmendAnswer,
        Action::NameAsker => FormKind::NameAsker,
        Action::CorrectStatement => FormKind::CorrectStatement,
        Action::CorrectTask => FormKind::CorrectTask,
        Action::CorrectResponder => FormKind::CorrectResponder,
        Action::CorrectSession => FormKind::CorrectSession,
        Action::Task => FormKind::Task,
        Action::ProgressTask => FormKind::ProgressTask,
        Action::Conclusion => FormKind::Conclusion,
        Action::NewQuestion | Action::FollowUp => FormKind::NewQuestion,
        Action::Statement => FormKind::Statement,
        Action::AddResponder => FormKind::AddResponder,
        Action::Route => FormKind::Route,
        Action::Defer => FormKind::Defer,
        Action::Refer => FormKind::Refer,
        Action::Decline => FormKind::Decline,
        Action::Withdraw => FormKind::Withdraw,
        Action::Merge => FormKind::Merge,
        Action::Split => FormKind::Split,
        Action::EditQuestion => FormKind::EditQuestion,
        _ => return None,
    })
}
