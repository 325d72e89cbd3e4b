//! The actions of the dialogue: which command a key asks for, or which form it opens.

use crate::session::Session;
use crate::session::command::Command;
use crate::session::number::{QuestionNo, Seq};
use crate::session::payload::{Move, On, Reason};
use crate::session::question::{Question, Status};
use crate::session::refusal::Refusal;
use crate::session::state::Phase;
use crate::tui::model::action::Action;
use crate::tui::model::form::{FormKind, FormSubject};
use crate::tui::model::overlay::{Confirmation, Overlay};
use crate::tui::model::{Effect, Env};

use super::{Desk, DeskMode, Notice, Pane};

impl Desk {
    pub(super) fn perform(&mut self, action: Action, env: &mut Env) -> Vec<Effect> {
        if env.metrics.too_small {
            return Vec::new();
        }
        if action == Action::NaturalStep {
            return self.natural_step(env);
        }
        if self.mode == DeskMode::Watching {
            self.notice = Some(Notice::Watching);
            return Vec::new();
        }
        if matches!(action, Action::Undo | Action::Redo | Action::UndoHere) && !self.sent.is_empty()
        {
            self.notice = Some(Notice::StillSaving);
            return Vec::new();
        }
        match action {
            Action::NewQuestion | Action::Statement | Action::AddResponder => {
                if let Some(kind) = form_for(action) {
                    self.open_unless_closed(kind, FormSubject::default(), env);
                }
            }
            Action::Task | Action::Conclusion => self.open_with_question(action, env),
            Action::ProgressTask => self.progress_task(env),
            Action::Undo => return self.undo(env.session),
            Action::Redo => return self.redo(env.session),
            Action::PauseOrResume => {
                let reason = Reason::default();
                return match env.session.state().phase() {
                    Phase::Paused { .. } => self.submit(Command::Resume(reason), None),
                    _ => self.submit(Command::Pause(reason), None),
                };
            }
            Action::CloseOrReopen if env.session.state().is_closed() => {
                env.overlays.open(Overlay::Confirm(Confirmation::Reopen));
            }
            Action::CloseOrReopen => Self::begin_closing(env.session, env),
            _ => return self.act_on_question(action, env),
        }
        Vec::new()
    }

    fn act_on_question(&mut self, action: Action, env: &mut Env) -> Vec<Effect> {
        let session = env.session;
        let Some(question) = self.chosen.and_then(|number| session.state().question(number)) else {
            self.notice = Some(Notice::NoQuestionChosen);
            return Vec::new();
        };
        let number = question.number;
        match action {
            Action::Call => {
                return self.submit(Command::CallQuestion(On { question: number }), None);
            }
            Action::Answer => return self.answer(question, env),
            Action::UndoHere => return self.undo_here(question),
            Action::Unmerge => {
                return self
                    .submit(Command::UnmergeQuestion { question: number, into: None }, None);
            }
            Action::MoveUp => return self.move_up(question, session),
            Action::MoveDown => return self.move_down(question, session),
            Action::MoveToTop => return self.move_to_top(question, session),
            Action::AmendAnswer => self.amend(question, env),
            Action::CorrectDelegate => match question.delegate {
                Some(delegate) => {
                    let about = FormSubject { delegate: Some(delegate), ..FormSubject::default() };
                    self.open_unless_closed(FormKind::CorrectDelegate, about, env);
                }
                None => self.notice = Some(Notice::NobodyAsked),
            },
            _ => {
                if let Some(kind) = form_for(action) {
                    self.open_about(kind, number, env);
                }
            }
        }
        Vec::new()
    }

    /// Route → call → answer → show. A press that came before the last one's result was seen takes no step.
    fn natural_step(&mut self, env: &mut Env) -> Vec<Effect> {
        match self.pane {
            Pane::Tasks => return self.perform(Action::ProgressTask, env),
            Pane::Responders => {
                self.choose_waiting(env.session);
                return Vec::new();
            }
            Pane::Queue | Pane::Question => {}
        }
        let Some(question) = self.chosen.and_then(|number| env.session.state().question(number))
        else {
            return self.perform(Action::NewQuestion, env);
        };
        if self.stepped.replace(question.number) == Some(question.number) {
            return Vec::new();
        }
        match question.status {
            _ if self.mode == DeskMode::Watching => self.open_pane(),
            Status::Queued if question.route.is_none() => return self.perform(Action::Route, env),
            Status::Queued => return self.perform(Action::Call, env),
            Status::Called { .. } | Status::Answering { .. } => {
                return self.perform(Action::Answer, env);
            }
            _ => self.open_pane(),
        }
        Vec::new()
    }

    /// Starts the clock of the answer where its responder is known, and opens the form.
    fn answer(&mut self, question: &Question, env: &mut Env) -> Vec<Effect> {
        let number = question.number;
        if !self.open_about(FormKind::Answer, number, env) {
            return Vec::new();
        }
        let begins = matches!(question.status, Status::Queued | Status::Called { .. });
        match question.lead() {
            Some(lead) if begins => {
                let by_responder = Some(lead.clone());
                self.submit(Command::StartAnswer { question: number, by_responder }, None)
            }
            _ => Vec::new(),
        }
    }

    fn amend(&mut self, question: &Question, env: &Env) {
        let Some(answer) = question.answers.last() else {
            self.notice = Some(Notice::Refused(Refusal::NoAnswerYet(question.number)));
            return;
        };
        let about = FormSubject {
            question: Some(question.number),
            answer: Some(answer.seq),
            ..FormSubject::default()
        };
        self.open_unless_closed(FormKind::AmendAnswer, about, env);
    }

    fn undo_here(&mut self, question: &Question) -> Vec<Effect> {
        self.take_back(question.trail.last().copied())
    }

    /// Takes back the latest step: a question together with the delegate whom asking it added.
    fn undo(&mut self, session: &Session) -> Vec<Effect> {
        let mut effects = self.take_back(None);
        let asked = session.latest_undoable();
        if let Some(delegate) = asked.and_then(|asked| session.delegate_added_with(asked)) {
            effects.extend(self.take_back(Some(delegate)));
        }
        effects
    }

    fn redo(&mut self, session: &Session) -> Vec<Effect> {
        let Some(latest) = session.latest_redoable() else {
            self.notice = Some(Notice::Refused(Refusal::NothingToRedo));
            return Vec::new();
        };
        let mut effects = self.take_back(Some(latest));
        if let Some(asked) = session.question_undone_with(latest) {
            effects.extend(self.take_back(Some(asked)));
        }
        effects
    }

    fn take_back(&mut self, undoes: Option<Seq>) -> Vec<Effect> {
        self.submit(Command::Undo { undoes, why: None }, None)
    }

    fn progress_task(&mut self, env: &Env) {
        match self.chosen_task {
            Some(task) => {
                let about = FormSubject { task: Some(task), ..FormSubject::default() };
                self.open_form(FormKind::ProgressTask, about, env.session);
            }
            None => self.notice = Some(Notice::NoTaskChosen),
        }
    }

    fn open_with_question(&mut self, action: Action, env: &Env) {
        let kind = if action == Action::Task { FormKind::Task } else { FormKind::Conclusion };
        let about = FormSubject { question: self.chosen, ..FormSubject::default() };
        self.open_unless_closed(kind, about, env);
    }

    /// Whether a form of this kind acts on a question that must still be alive.
    fn needs_living_question(kind: FormKind) -> bool {
        matches!(
            kind,
            FormKind::Route
                | FormKind::Answer
                | FormKind::Defer
                | FormKind::Refer
                | FormKind::Decline
                | FormKind::Withdraw
                | FormKind::Merge
                | FormKind::Split
        )
    }

    /// Opens a form about a question that is alive, in a session that is open; else says why not.
    fn open_about(&mut self, kind: FormKind, number: QuestionNo, env: &Env) -> bool {
        let question = env.session.state().question(number);
        let ended = question.filter(|question| question.status.ended_by().is_some());
        if let Some(question) = ended.filter(|_| Self::needs_living_question(kind)) {
            let refusal = Refusal::Ended { question: number, status: question.status.clone() };
            self.notice = Some(Notice::Refused(refusal));
            return false;
        }
        self.open_unless_closed(
            kind,
            FormSubject { question: Some(number), ..FormSubject::default() },
            env,
        )
    }

    fn open_unless_closed(&mut self, kind: FormKind, about: FormSubject, env: &Env) -> bool {
        if env.session.state().is_closed() {
            self.notice = Some(Notice::Refused(Refusal::Closed));
            return false;
        }
        self.open_form(kind, about, env.session);
        true
    }

    /// Chooses the first waiting question of the chosen responder.
    fn choose_waiting(&mut self, session: &Session) {
        let theirs = |number: &QuestionNo| {
            session.state().question(*number).is_some_and(|question| {
                question.lead() == self.chosen_responder.as_ref() && question.is_open()
            })
        };
        let found = self.rows.iter().filter_map(|row| row.question()).find(theirs);
        if let Some(number) = found {
            self.choose(number);
            self.pane = Pane::Queue;
        }
    }

    fn move_up(&mut self, question: &Question, session: &Session) -> Vec<Effect> {
        let movable = self.movable(question, session);
        let place = movable.iter().position(|number| *number == question.number);
        match place.and_then(|place| place.checked_sub(1)) {
            Some(above) => self.move_before(question.number, Some(movable[above])),
            None => self.cannot_move(question),
        }
    }

    fn move_down(&mut self, question: &Question, session: &Session) -> Vec<Effect> {
        let movable = self.movable(question, session);
        let place = movable.iter().position(|number| *number == question.number);
        let Some(below) = place.and_then(|place| movable.get(place + 1)) else {
            return self.cannot_move(question);
        };
        let ranked: Vec<QuestionNo> = session.state().order();
        let siblings = |number: &QuestionNo| {
            session.state().question(*number).is_some_and(|other| other.follows == question.follows)
        };
        let after = ranked.iter().skip_while(|number| *number != below).skip(1);
        let next = after.copied().filter(|number| *number != question.number).find(siblings);
        self.move_before(question.number, next)
    }

    fn move_to_top(&mut self, question: &Question, session: &Session) -> Vec<Effect> {
        match self.movable(question, session).first() {
            Some(first) if *first != question.number => {
                self.move_before(question.number, Some(*first))
            }
            _ => self.cannot_move(question),
        }
    }

    /// The questions of the same group among which this one can be moved: a follow-up goes with its first.
    fn movable(&self, question: &Question, session: &Session) -> Vec<QuestionNo> {
        use crate::session::queue::Group;
        let group = Group::of(question);
        let numbers = self.rows.iter().filter_map(|row| row.question());
        let same = numbers.filter(|number| {
            let other = session.state().question(*number);
            other
                .is_some_and(|other| Group::of(other) == group && other.follows == question.follows)
        });
        same.collect()
    }

    fn move_before(&mut self, question: QuestionNo, before: Option<QuestionNo>) -> Vec<Effect> {
        self.submit(Command::MoveQuestion(Move { question, before }), None)
    }

    fn cannot_move(&mut self, question: &Question) -> Vec<Effect> {
        if let Some(first) = question.follows {
            self.notice = Some(Notice::FollowsItsFirst { question: question.number, first });
        }
        Vec::new()
    }
}

fn form_for(action: Action) -> Option<FormKind> {
    Some(match action {
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
