//! The keys worth showing now, the most useful first, and what each is called here.

use crate::session::Session;
use crate::session::question::{Question, Status};
use crate::session::queue::Group;

use super::action::Action;
use super::bindings::Scope;
use super::desk::applies::NextStep;
use super::desk::undo::UndoElsewhere;
use super::desk::{Desk, DeskMode, Pane};
use super::form::field::FieldContent;
use super::form::{Form, FormKind};
use super::overlay::{ClosingList, ClosingRow, Overlay, SimilarList};
use super::paper_export::ExportProgress;
use super::replay::chart_view::ChartSpan;
use super::start::Start;
use super::table_import::TableImport;
use super::{Model, Screen};

/// What a reviewer does most.
const ON_REPLAY: [Action; 14] = [
    Action::Play,
    Action::StepOn,
    Action::NextQuestion,
    Action::GoTo,
    Action::Search,
    Action::Quit,
    Action::Faster,
    Action::Filter,
    Action::WriteNote,
    Action::Charts,
    Action::Compare,
    Action::Corrections,
    Action::NextAnswer,
    Action::Palette,
];

/// What a reviewer does most where only one pane fits.
const ON_NARROW_REPLAY: [Action; 8] = [
    Action::Play,
    Action::StepOn,
    Action::NextPane,
    Action::GoTo,
    Action::Search,
    Action::Quit,
    Action::NextQuestion,
    Action::Filter,
];

/// What an action is called in a menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuLabel {
    /// By the name of an action: often its own.
    Of(Action),
    AddsResponder,
    Reopen,
    ToTheirQuestion,
    ReadQuestion,
    NextToRoute,
    Later,
    CloseBox,
    StopPlaying,
    OtherResponder,
    ToQuestion,
    ClearMarks,
    NextChart,
    PreviousChart,
    WholeSession,
    ThisMoment,
    AllCharts,
    CancelExport,
    ContinueThere,
    /// An undo of something else than what is chosen.
    Undoes(UndoElsewhere),
}

impl Model {
    /// The actions worth showing now; those that would do nothing are left out. `narrow`: one pane fits.
    pub fn menu(&self, session: Option<&Session>, narrow: bool) -> Vec<Action> {
        let form = self.screen.form();
        match self.overlays.top() {
            Some(overlay) if self.overlays.cover_forms() || form.is_none() => {
                in_overlay(&self.screen, overlay, narrow)
            }
            _ => match (&self.screen, form) {
                (screen, Some(form)) => in_form(form, screen.drafts_of_form().next().is_some()),
                (Screen::Start(start), None) => on_start(start),
                (Screen::Desk(desk), None) => {
                    session.map(|session| on_desk(desk, session)).unwrap_or_default()
                }
                (Screen::Replay(_), None) if narrow => ON_NARROW_REPLAY.to_vec(),
                (Screen::Replay(_), None) => ON_REPLAY.to_vec(),
            },
        }
    }

    /// What an action is called here: the natural step goes by the name of the step it would be.
    pub fn menu_label(&self, action: Action, session: Option<&Session>) -> MenuLabel {
        let overlay = self.overlays.top();
        let closed = session.is_some_and(|session| session.state().is_closed());
        match (action, overlay, &self.screen) {
            (Action::NaturalStep, _, Screen::Desk(desk)) => match session {
                Some(session) => step_label(desk.next_step(session)),
                None => MenuLabel::Of(action),
            },
            (Action::NextToDo, _, Screen::Desk(desk))
                if session.is_some_and(|session| desk.next_to_route(session).is_some()) =>
            {
                MenuLabel::NextToRoute
            }
            (Action::Undo, None, Screen::Desk(desk)) => {
                let elsewhere = session.and_then(|session| desk.undo_elsewhere(session));
                elsewhere.map_or(MenuLabel::Of(action), MenuLabel::Undoes)
            }
            (Action::PickLead, _, _) if self.screen.form().is_some_and(adds_responder) => {
                MenuLabel::AddsResponder
            }
            (Action::PickLead, _, screen) if screen.form().is_some_and(Form::enter_records) => {
                MenuLabel::Of(Action::Confirm)
            }
            (Action::PickLead, _, screen) if screen.form().is_some_and(goes_on) => {
                MenuLabel::Of(Action::NextField)
            }
            (Action::Enter, Some(Overlay::Closing(list)), _) => match list.selected_row() {
                Some(ClosingRow::Draft(_)) => MenuLabel::Of(Action::ContinueDraft),
                _ => MenuLabel::ToQuestion,
            },
            (Action::Back, None, Screen::Desk(desk)) if !desk.marked.is_empty() => {
                MenuLabel::ClearMarks
            }
            (Action::Yes, Some(Overlay::Closed { transcript: None }), _) => {
                MenuLabel::Of(Action::WriteTranscript)
            }
            (Action::No, Some(Overlay::Closed { .. }), _) => MenuLabel::Later,
            (Action::Yes, Some(Overlay::Closed { .. }), _) => MenuLabel::CloseBox,
            (Action::Yes, Some(Overlay::Drafts { .. }), _) => MenuLabel::Of(Action::ContinueDraft),
            (Action::No, Some(Overlay::Drafts { .. }), _) => MenuLabel::Later,
            (Action::Play, None, Screen::Replay(replay)) if replay.player.playing => {
                MenuLabel::StopPlaying
            }
            (Action::ConfirmAndRoute, _, screen)
                if screen.form().is_some_and(|form| form.kind == FormKind::Answer) =>
            {
                MenuLabel::OtherResponder
            }
            (Action::Confirm, Some(Overlay::Closing(_)), _) if self.scope() == Scope::Closing => {
                MenuLabel::Of(Action::CloseOrReopen)
            }
            (Action::CloseOrReopen, _, _) if closed => MenuLabel::Reopen,
            (Action::NextPane, None, Screen::Replay(replay)) if replay.desk.pane == Pane::Queue => {
                MenuLabel::ReadQuestion
            }
            (Action::Enter, Some(Overlay::GoTo { .. } | Overlay::Said(_)), _) => {
                MenuLabel::Of(Action::GoThere)
            }
            (Action::Enter, Some(Overlay::Export(export)), _) => match export.progress {
                ExportProgress::Done { .. } => MenuLabel::CloseBox,
                _ => MenuLabel::Of(Action::Export),
            },
            (Action::Back, Some(Overlay::Export(export)), _)
                if matches!(export.progress, ExportProgress::Writing { .. }) =>
            {
                MenuLabel::CancelExport
            }
            (Action::Enter, Some(Overlay::Themes(_)), _) => MenuLabel::Of(Action::RenameTheme),
            (Action::Enter, Some(Overlay::Filter { .. }), _) => MenuLabel::Of(Action::Filter),
            (Action::Enter, Some(Overlay::MoveRecord { .. }), _) => MenuLabel::ContinueThere,
            (Action::NextPane, Some(Overlay::Charts(_)), _) => MenuLabel::NextChart,
            (Action::ChartSpan, Some(Overlay::Charts(view)), _) => match view.span {
                ChartSpan::Moment => MenuLabel::WholeSession,
                ChartSpan::Whole => MenuLabel::ThisMoment,
            },
            (Action::OneChart, Some(Overlay::Charts(view)), _) if view.alone => {
                MenuLabel::AllCharts
            }
            (Action::PreviousPane, Some(Overlay::Charts(_)), _) => MenuLabel::PreviousChart,
            _ => MenuLabel::Of(action),
        }
    }

    /// Whether an action of the screen would do something now.
    pub fn applies(&self, action: Action, session: Option<&Session>) -> bool {
        match (&self.screen, session) {
            (Screen::Desk(desk), Some(session)) => desk.applies(action, session).is_ok(),
            (Screen::Start(_) | Screen::Desk(_) | Screen::Replay(_), _) => true,
        }
    }
}

fn step_label(step: NextStep) -> MenuLabel {
    match step {
        NextStep::NewQuestion | NextStep::Show | NextStep::Read => MenuLabel::Of(Action::Enter),
        NextStep::Route => MenuLabel::Of(Action::Route),
        NextStep::Call => MenuLabel::Of(Action::Call),
        NextStep::Answer => MenuLabel::Of(Action::Answer),
        NextStep::ProgressTask => MenuLabel::Of(Action::ProgressTask),
        NextStep::TheirQuestion => MenuLabel::ToTheirQuestion,
    }
}

/// Whether `Enter` adds a responder of the typed name, because none has it.
fn adds_responder(form: &Form) -> bool {
    form.focused().is_some_and(|field| match &field.field {
        FieldContent::Responders(pick) => pick.matches.is_empty() && !pick.filter.is_blank(),
        FieldContent::Text(_)
        | FieldContent::Line(_)
        | FieldContent::Choice(_)
        | FieldContent::Question(_)
        | FieldContent::Person(_)
        | FieldContent::Value(_) => false,
    })
}

/// Whether `Enter` goes to the next field: nothing is highlighted to be taken, and nothing is typed.
fn goes_on(form: &Form) -> bool {
    form.kind != FormKind::Route
        && form.focused().is_some_and(|field| match &field.field {
            FieldContent::Responders(pick) => pick.selected.is_none() && pick.filter.is_blank(),
            _ => false,
        })
}

fn in_overlay(screen: &Screen, overlay: &Overlay, narrow: bool) -> Vec<Action> {
    use Action::{Back, Discard, Down, EditNote, Enter, GoThere, PageDown, WriteNote};
    let no_notes = matches!(screen, Screen::Replay(replay) if replay.notes.is_empty());
    match overlay {
        Overlay::Help { .. } | Overlay::Event { .. } | Overlay::Item { .. } => {
            vec![Back, Down, PageDown]
        }
        Overlay::Search(_) => vec![Enter, Action::MarkAll, Down, Back],
        Overlay::Similar(list) => asked_before(list),
        Overlay::Themes(list) if list.renaming.is_some() => vec![Enter, Back],
        Overlay::Themes(list) if list.groups().is_empty() => vec![Back],
        Overlay::Themes(_) => vec![
            Action::Confirm,
            Action::RenameTheme,
            Action::JoinTheme,
            Action::DropTheme,
            Down,
            Back,
        ],
        Overlay::Palette(_) | Overlay::Said(_) | Overlay::Filter { .. } => vec![Enter, Down, Back],
        Overlay::GoTo { .. } | Overlay::MoveRecord { .. } | Overlay::AddCopy { .. } => {
            vec![Enter, Back]
        }
        Overlay::Import(import) => match **import {
            TableImport::File { .. } => vec![Enter, Action::RowKind, Back],
            TableImport::Reading { .. } => vec![Action::No],
            TableImport::Preview { .. } if import.can_be_added() => {
                vec![Action::Yes, Action::No, Down, PageDown]
            }
            TableImport::Preview { .. } => vec![Action::No, Down, PageDown],
        },
        Overlay::Export(export) => match export.progress {
            ExportProgress::Choosing { .. } => {
                vec![Enter, Action::PaperFormat, Action::PublicEdition, Back, Down]
            }
            ExportProgress::Writing { .. } => vec![Back],
            ExportProgress::Done { .. } => vec![Enter],
        },
        Overlay::Charts(_) if narrow => {
            vec![Action::NextPane, Action::ChartSpan, Action::PreviousPane, Back]
        }
        Overlay::Charts(_) => {
            let turn = [Action::NextPane, Action::PreviousPane];
            [Action::ChartSpan, Action::OneChart].into_iter().chain(turn).chain([Back]).collect()
        }
        Overlay::Corrections { corrections, .. } if corrections.is_empty() => vec![Back],
        Overlay::Changes(_) | Overlay::Corrections { .. } => vec![Down, PageDown, GoThere, Back],
        Overlay::Notes { .. } if no_notes => vec![WriteNote, Back],
        Overlay::Notes { .. } => vec![GoThere, Back, WriteNote, EditNote, Discard],
        Overlay::Note(_) => vec![Action::Confirm, Action::PutAside, Discard, Action::Telex],
        Overlay::Closed { transcript: Some(_) } => vec![Action::Yes],
        Overlay::Drafts { .. } => vec![Action::Yes, Action::No, Down, Discard],
        Overlay::Confirm(_) | Overlay::Closed { transcript: None } => {
            vec![Action::Yes, Action::No]
        }
        Overlay::Closing(list) => before_closing(list),
    }
}

fn asked_before(list: &SimilarList) -> Vec<Action> {
    let mut actions = Vec::with_capacity(5);
    match (list.selected_entry(), list.reading) {
        (None, _) => {}
        (Some(_), None) => actions.extend([Action::Enter, Action::Down]),
        (Some(_), Some(_)) => actions.extend([Action::Down, Action::PageDown]),
    }
    if list.selected_here().is_some() {
        actions.extend([Action::Merge, Action::FollowUp]);
    }
    actions.push(Action::Back);
    actions
}

fn before_closing(list: &ClosingList) -> Vec<Action> {
    match list.selected_row() {
        None => vec![Action::Confirm, Action::Back],
        Some(ClosingRow::Draft(_)) => {
            vec![Action::Confirm, Action::Enter, Action::Discard, Action::Back]
        }
        Some(ClosingRow::Question(_)) => vec![
            Action::Confirm,
            Action::Defer,
            Action::Refer,
            Action::Decline,
            Action::Withdraw,
            Action::Back,
            Action::Mark,
            Action::MarkAll,
            Action::Enter,
        ],
    }
}

fn on_start(start: &Start) -> Vec<Action> {
    if start.entries.is_empty() {
        return vec![Action::NewSession, Action::Quit, Action::Refresh, Action::Language];
    }
    vec![
        Action::OpenSession,
        Action::NewSession,
        Action::WatchSession,
        Action::ReplaySession,
        Action::Quit,
        Action::Refresh,
        Action::Language,
    ]
}

fn in_form(form: &Form, has_draft: bool) -> Vec<Action> {
    let mut actions = Vec::with_capacity(8);
    match form.focused().map(|field| &field.field) {
        Some(FieldContent::Responders(pick)) => {
            actions.push(Action::PickLead);
            actions.extend(pick.many.then_some(Action::PickSupport));
        }
        Some(FieldContent::Question(_)) => actions.push(Action::PickLead),
        Some(
            FieldContent::Text(_)
            | FieldContent::Line(_)
            | FieldContent::Choice(_)
            | FieldContent::Person(_)
            | FieldContent::Value(_),
        )
        | None => {}
    }
    actions.push(Action::Confirm);
    actions.push(Action::PutAside);
    actions.extend(has_draft.then_some(Action::ContinueDraft));
    actions.extend((form.kind == FormKind::NewQuestion).then_some(Action::ConfirmAndRoute));
    actions.extend((form.fields.len() > 1).then_some(Action::NextField));
    // An answer takes minutes: what comes up meanwhile is named before what is seldom needed.
    if form.kind == FormKind::Answer {
        actions.push(Action::ConfirmAndRoute);
        actions.extend(interrupting(form.kind));
        actions.extend([Action::Discard, Action::Telex, Action::Language]);
    } else {
        actions.extend([Action::Discard, Action::Telex]);
        actions.extend(interrupting(form.kind));
        actions.push(Action::Language);
    }
    actions
}

/// What can be taken down in the middle of a form.
fn interrupting(kind: FormKind) -> impl Iterator<Item = Action> {
    let in_session = kind != FormKind::NewSession;
    let question = in_session.then_some(Action::NewQuestion);
    let task = (in_session && kind != FormKind::Task).then_some(Action::Task);
    question.into_iter().chain(task)
}

fn on_desk(desk: &Desk, session: &Session) -> Vec<Action> {
    let elsewhere = desk.opened || desk.pane != Pane::Queue;
    let first = if elsewhere { Action::Back } else { Action::Enter };
    if desk.mode == DeskMode::Watching {
        return vec![first, Action::Search, Action::Palette, Action::Quit];
    }
    let mut actions = Vec::with_capacity(16);
    if !desk.marked.is_empty() && !session.state().is_closed() {
        actions.extend([Action::Route, Action::Defer, Action::Refer, Action::Decline]);
        actions.extend([Action::Back, Action::Merge, Action::Withdraw, Action::Mark]);
        actions.extend([Action::MarkRange, Action::MarkAll]);
    } else if session.state().is_closed() {
        actions.extend([first, Action::Export, Action::WriteTranscript, Action::Search]);
        actions.push(Action::ProgressTask);
        actions.extend([Action::CloseOrReopen, Action::Quit]);
    } else {
        let beside = matches!(desk.pane, Pane::Responders | Pane::Tasks | Pane::Statements);
        let to_route = desk.next_to_route(session).is_some();
        let chosen = desk.chosen_question(session);
        let steps = chosen.is_some_and(|question| !elsewhere || question.is_open());
        actions.extend((beside || steps).then_some(Action::NaturalStep));
        actions.extend(to_route.then_some(Action::NextToDo));
        actions.extend(elsewhere.then_some(Action::Back));
        actions.push(Action::NewQuestion);
        let mut about = chosen.into_iter().filter(|_| !beside).flat_map(on_a_question);
        actions.extend(about.by_ref().take(2));
        // Before what a window of 80 columns leaves out.
        actions.push(Action::Undo);
        actions.extend(about);
        actions.extend((!to_route).then_some(Action::NextToDo));
        actions.extend([Action::Search, Action::Palette]);
        let is_ready = chosen.is_some_and(|question| Group::of(question) == Group::Ready);
        actions.extend((is_ready && !beside).then_some(Action::MoveToTop));
    }
    actions.retain(|action| desk.applies(*action, session).is_ok());
    actions
}

/// What is likely for a question besides its natural next step.
fn on_a_question(question: &Question) -> &'static [Action] {
    match &question.status {
        Status::Queued if question.route.is_none() => &[Action::Defer, Action::Merge, Action::Call],
        Status::Queued => &[Action::Route, Action::Defer],
        Status::Called { .. } | Status::Answering { .. } => {
            &[Action::Defer, Action::Route, Action::Task, Action::FollowUp]
        }
        Status::Answered => &[Action::FollowUp, Action::Task, Action::AmendAnswer],
        Status::Deferred(_) => &[Action::Answer, Action::Task],
        Status::Referred(_)
        | Status::Declined { .. }
        | Status::Withdrawn { .. }
        | Status::Merged { .. }
        | Status::Split { .. } => &[Action::UndoHere],
    }
}
