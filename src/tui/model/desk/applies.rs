//! What applies now, and the natural next step: asked by the keys, the footer, the palette and the mouse.
//!
//! The session itself is asked: [`Session::decide`] is pure, so a command with every field filled in is decided
//! and thrown away. Undo and redo are only looked up: to decide one folds the session
//! again. Each question costs a few microseconds, however long the session is.

use crate::search::item::SessionItem;
use crate::session::Session;
use crate::session::command::{
    Ask, Asker, Command, Moment, NewAmendment, NewPart, NewResponder, NewTask, Occasion,
};
use crate::session::correction::{
    AskerNaming, ConclusionCorrection, FieldChange, ResponderCorrection, ResponderRevision,
    SessionCorrection, StatementCorrection, TaskCorrection,
};
use crate::session::event::Event;
use crate::session::number::{QuestionNo, ResponderId, TaskNo};
use crate::session::payload::{
    Channel, Deferral, Disposal, Edit, Merger, Move, NewConclusion, NewStatement, On, Progress,
    Progression, QuestionKind, Reason, ResponderKind, Routing,
};
use crate::session::question::Question;
use crate::session::queue::Group;
use crate::session::refusal::Refusal;
use crate::session::state::{Phase, Task};
use crate::tui::model::action::Action;

use super::{Desk, DeskMode, Notice, Pane};

/// Stands for the words that a person would type.
const WORDS: &str = "…";

/// What the natural step does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextStep {
    NewQuestion,
    Route,
    Call,
    Answer,
    /// Shows the chosen question alone.
    Show,
    ProgressTask,
    /// Shows the chosen statement or conclusion whole.
    Read,
    /// Chooses a waiting question of the chosen responder.
    TheirQuestion,
}

impl Desk {
    /// The natural next step: route → call → answer → show.
    pub fn next_step(&self, session: &Session) -> NextStep {
        match self.pane {
            Pane::Tasks => return NextStep::ProgressTask,
            Pane::Responders => return NextStep::TheirQuestion,
            Pane::Statements => return NextStep::Read,
            Pane::Queue | Pane::Question => {}
        }
        let Some(question) = self.chosen_question(session) else { return NextStep::NewQuestion };
        let (action, step) = match Group::of(question) {
            Group::Unrouted => (Action::Route, NextStep::Route),
            Group::Ready => (Action::Call, NextStep::Call),
            Group::OnTheFloor => (Action::Answer, NextStep::Answer),
            Group::Deferred | Group::Answered | Group::Settled => return NextStep::Show,
        };
        if self.applies(action, session).is_ok() { step } else { NextStep::Show }
    }

    /// Whether an action applies now; one that records nothing always does.
    ///
    /// # Errors
    /// Why it does not, as the notice that says so.
    pub fn applies(&self, action: Action, session: &Session) -> Result<(), Notice> {
        if !action.records() {
            return Ok(());
        }
        if self.mode == DeskMode::Watching {
            return Err(Notice::Watching);
        }
        if self.deals_with_marked(action) {
            // Each of them is living: that the session is not closed is all there is to ask.
            return self.decided(Action::NewQuestion, session);
        }
        let undoes = match action {
            Action::Undo => session.latest_undoable().ok_or(Refusal::NothingToUndo),
            Action::Redo => session.latest_redoable().ok_or(Refusal::NothingToRedo),
            Action::UndoHere => self
                .question_for_action(session)?
                .trail
                .last()
                .copied()
                .ok_or(Refusal::NothingToUndo),
            action => return self.decided(action, session),
        };
        match undoes {
            Err(refusal) => Err(Notice::Refused(refusal)),
            // What an undo would take back is known only once everything is saved.
            Ok(_) if !self.sent.is_empty() => Err(Notice::StillSaving),
            Ok(_) => Ok(()),
        }
    }

    fn decided(&self, action: Action, session: &Session) -> Result<(), Notice> {
        let Some(command) = self.probe(action, session)? else { return Ok(()) };
        let at = session.last_at().ok_or(Notice::Refused(Refusal::NotOpened))?;
        let occasion = Occasion::new(Moment::Clock(at), words(), "00");
        match session.decide(command, &occasion) {
            Ok(_) => Ok(()),
            Err(refusal) if is_filled_in(&refusal) => Ok(()),
            Err(refusal) => Err(Notice::Refused(refusal)),
        }
    }

    /// The command an action would lead to, filled in; `None` when it leads to none.
    fn probe(&self, action: Action, session: &Session) -> Result<Option<Command>, Notice> {
        if let Some(command) = self.probe_of_session(action, session)? {
            return Ok(Some(command));
        }
        let about = |say: fn(QuestionNo, &Question) -> Command| {
            self.question_for_action(session).map(|question| Some(say(question.number, question)))
        };
        match action {
            Action::FollowUp => about(|number, _| ask(Some(number))),
            Action::Route => about(|question, _| {
                let (lead, support) = (any_responder(), Vec::new());
                Command::RouteQuestion(Routing { question, lead, support, why: None })
            }),
            Action::Call => about(|question, _| Command::CallQuestion(On { question })),
            Action::Answer => about(|question, _| Command::GiveAnswer {
                question,
                by_responder: Some(any_responder()),
                spoken_by: None,
                text: Some(words()),
                quality: None,
            }),
            Action::Defer => about(|question, _| {
                Command::DeferQuestion(Deferral {
                    question,
                    by_responder: None,
                    due: None,
                    due_text: Some(words()),
                    why: None,
                })
            }),
            Action::Refer => about(|question, _| Command::ReferQuestion(disposal(question))),
            Action::Decline => about(|question, _| Command::DeclineQuestion(disposal(question))),
            Action::Withdraw => about(|question, _| Command::WithdrawQuestion(disposal(question))),
            Action::Merge => {
                about(|question, _| Command::MergeQuestion(Merger { question, into: question }))
            }
            Action::Unmerge => {
                about(|question, _| Command::UnmergeQuestion { question, into: None })
            }
            Action::Split => about(|question, _| {
                let part = NewPart { question: None, text: words() };
                Command::SplitQuestion { question, parts: vec![part.clone(), part] }
            }),
            Action::EditQuestion => about(|question, _| {
                Command::EditQuestion(Edit { question, text: words().into(), why: None })
            }),
            Action::AmendAnswer => about(|question, _| {
                Command::AmendAnswer(NewAmendment::of_text(question, None, words(), words()))
            }),
            Action::MoveUp | Action::MoveDown | Action::MoveToTop => {
                about(|question, _| Command::MoveQuestion(Move { question, before: None }))
            }
            Action::NameAsker => about(|question, _| Command::NameAsker {
                naming: AskerNaming { question, delegate: None, why: None },
                asker: Some(Asker { name: words(), unit: None, seat: None, salt: None }),
            }),
            _ => Ok(None),
        }
    }

    /// The same, for what is about no question in particular.
    fn probe_of_session(
        &self,
        action: Action,
        session: &Session,
    ) -> Result<Option<Command>, Notice> {
        Ok(Some(match action {
            Action::NewQuestion => ask(None),
            Action::Statement => Command::MakeStatement(NewStatement {
                by_responder: any_responder(),
                spoken_by: None,
                text: words(),
            }),
            Action::Conclusion => {
                Command::RecordConclusion(NewConclusion { text: words(), questions: Vec::new() })
            }
            Action::Task => Command::AssignTask(NewTask { text: words(), ..NewTask::default() }),
            Action::ProgressTask => Command::ProgressTask(Progression {
                task: self.task_in_hand(session)?,
                progress: Progress::Done,
                text: Some(words()),
                document: None,
                link: None,
                reviewed_by: None,
            }),
            Action::CorrectStatement => match self.chosen_statement {
                Some(SessionItem::Statement(statement)) => {
                    Command::CorrectStatement(StatementCorrection {
                        statement,
                        by_responder: None,
                        spoken_by: FieldChange::Keep,
                        text: Some(words()),
                        why: None,
                    })
                }
                Some(SessionItem::Conclusion(conclusion)) => {
                    let (text, questions, why) = (Some(words()), None, None);
                    let correction = ConclusionCorrection { conclusion, text, questions, why };
                    Command::CorrectConclusion(correction)
                }
                Some(SessionItem::Task(_)) | None => return Err(Notice::NoStatementChosen),
            },
            Action::CorrectTask => Command::CorrectTask(TaskCorrection {
                text: Some(words()),
                ..TaskCorrection::of(self.task_in_hand(session)?)
            }),
            Action::CorrectResponder => {
                let id = self.chosen_responder.clone().ok_or(Notice::NoResponderChosen)?;
                let name = Some(words());
                let responder = ResponderRevision { name, ..ResponderRevision::of(id) };
                Command::CorrectResponder(ResponderCorrection { responder, why: None })
            }
            Action::CorrectSession => Command::CorrectSession(SessionCorrection {
                title: Some(words()),
                ..SessionCorrection::default()
            }),
            Action::AddResponder => Command::AddResponder {
                responder: NewResponder {
                    id: Some(any_responder()),
                    name: words(),
                    short: None,
                    kind: ResponderKind::Agency,
                    title: None,
                    aliases: Vec::new(),
                    remit: Vec::new(),
                },
            },
            Action::PauseOrResume => match session.state().phase() {
                Phase::Paused { .. } => Command::Resume(Reason::default()),
                _ => Command::Pause(Reason::default()),
            },
            _ => return Ok(None),
        }))
    }

    /// The task whose progress is told: the chosen one in the pane of tasks, else the latest that comes from the
    /// chosen question, those that are not finished first.
    pub(super) fn task_in_hand(&self, session: &Session) -> Result<TaskNo, Notice> {
        let Some(question) = self.chosen_question(session).filter(|_| self.pane != Pane::Tasks)
        else {
            return self.chosen_task.ok_or(Notice::NoTaskChosen);
        };
        let state = session.state();
        let assigned =
            question.trail.iter().rev().filter_map(|seq| match &session.event(*seq)?.event {
                Event::TaskAssigned(task) => state.task(task.task),
                _ => None,
            });
        let tasks: Vec<&Task> = assigned.collect();
        let goes_on = |task: &&&Task| !matches!(task.progress, Progress::Done | Progress::Broken);
        let task = tasks.iter().find(goes_on).or(tasks.first());
        task.map(|task| task.number).ok_or(Notice::NoTaskOfQuestion(question.number))
    }

    /// The chosen question.
    pub fn chosen_question<'a>(&self, session: &'a Session) -> Option<&'a Question> {
        self.chosen.and_then(|number| session.state().question(number))
    }

    pub(super) fn question_for_action<'a>(
        &self,
        session: &'a Session,
    ) -> Result<&'a Question, Notice> {
        self.chosen_question(session).ok_or(Notice::NoQuestionChosen)
    }
}

fn words() -> String {
    WORDS.to_owned()
}

/// A responder whom no roster has: refused only after everything else was found good.
fn any_responder() -> ResponderId {
    ResponderId::from("-")
}

fn ask(follows: Option<QuestionNo>) -> Command {
    Command::AskQuestion(Ask {
        question: None,
        delegate: None,
        asker: None,
        channel: Channel::default(),
        point: None,
        kind: QuestionKind::default(),
        theme: None,
        text: words(),
        follows,
    })
}

fn disposal(question: QuestionNo) -> Disposal {
    Disposal { question, why: Some(words()), to: None, level: None }
}

/// Whether only something is missing that the person gives in the form.
fn is_filled_in(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::NoSuchResponder(_)
            | Refusal::ResponderIdTaken(_)
            | Refusal::BadResponderId(_)
            | Refusal::IntoItself(_)
            | Refusal::NothingChanges
    )
}
