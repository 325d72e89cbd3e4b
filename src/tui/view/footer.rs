//! The last line: the keys that do something now.

use ratatui::layout::Rect;

use crate::session::Session;
use crate::session::question::{Question, Status};
use crate::tui::model::action::Action;
use crate::tui::model::bindings::{Scope, key_for};
use crate::tui::model::desk::{Desk, DeskMode, Pane};
use crate::tui::model::form::field::FieldContent;
use crate::tui::model::form::{Form, FormKind};
use crate::tui::model::overlay::Overlay;
use crate::tui::model::start::Start;
use crate::tui::model::{Model, Screen, Target};

use super::canvas::{Canvas, after, narrow, width};
use super::desk::WIDE;

/// Cells between two keys.
const GAP: u16 = 3;

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

/// The keys that do something now, the most useful first; help last.
pub(crate) fn keys(canvas: &mut Canvas, line: Rect, app: &Model, session: Option<&Session>) {
    let scope = app.scope();
    let mut left = after(line, 1);
    if let Some(key) = key_for(scope, Action::Help) {
        let word = Action::Help.short_name(canvas.lang);
        let cells = narrow(width(key) + 1 + width(word) + 1).min(left.width);
        left.width -= cells;
        key_and_word(
            canvas,
            Rect { x: left.right(), width: cells, ..left },
            key,
            word,
            Action::Help,
        );
        left.width = left.width.saturating_sub(GAP);
    }
    for action in useful(app, session, line.width) {
        let Some(key) = key_for(scope, action) else { continue };
        let word = word(canvas, app, session, action);
        let cells = narrow(width(key) + 1 + width(word));
        if cells > left.width {
            break;
        }
        key_and_word(canvas, left, key, word, action);
        left = after(left, cells + GAP);
    }
}

fn key_and_word(canvas: &mut Canvas, place: Rect, key: &str, word: &str, action: Action) {
    let cells = narrow(width(key) + 1 + width(word)).min(place.width);
    canvas.region(Rect { width: cells, ..place }, Target::Button(action));
    let (strong, quiet) = (canvas.palette.key, canvas.palette.quiet);
    canvas.texts(place, &[(key, strong), (" ", quiet), (word, quiet)]);
}

/// What an action is called here: the natural step goes by the name of the step it would be.
fn word(canvas: &Canvas, app: &Model, session: Option<&Session>, action: Action) -> &'static str {
    let lang = canvas.lang;
    match action {
        Action::NaturalStep => {
            if let Some(word) = step_in_pane(canvas, app) {
                return word;
            }
        }
        Action::Enter | Action::NextPane | Action::PreviousPane => {
            return over_replay(canvas, app, action).unwrap_or(action.short_name(lang));
        }
        Action::PickLead if adds_somebody(app) => return lang.adds_somebody(),
        Action::Confirm if app.scope() == Scope::Closing => {
            return Action::CloseOrReopen.short_name(lang);
        }
        Action::CloseOrReopen if session.is_some_and(|session| session.state().is_closed()) => {
            return lang.reopen();
        }
        _ => return action.short_name(lang),
    }
    match chosen(app, session).map(|question| &question.status) {
        Some(Status::Queued) if chosen(app, session).is_some_and(|q| q.route.is_none()) => {
            Action::Route.short_name(lang)
        }
        Some(Status::Queued) => Action::Call.short_name(lang),
        Some(Status::Called { .. } | Status::Answering { .. }) => Action::Answer.short_name(lang),
        _ => Action::Enter.short_name(lang),
    }
}

/// What a key does in a replay, where it is called otherwise than elsewhere.
fn over_replay(canvas: &Canvas, app: &Model, action: Action) -> Option<&'static str> {
    let Screen::Replay(replay) = &app.screen else { return None };
    match (app.overlays.top(), action) {
        (None, Action::NextPane) if replay.desk.pane == Pane::Queue => {
            Some(canvas.lang.replay_read_question())
        }
        (Some(Overlay::GoTo { .. } | Overlay::Said(_)), Action::Enter) => {
            Some(Action::GoThere.short_name(canvas.lang))
        }
        (Some(Overlay::Filter { .. }), Action::Enter) => {
            Some(Action::Filter.short_name(canvas.lang))
        }
        (Some(Overlay::Charts { .. }), Action::NextPane) => Some(canvas.lang.next_chart()),
        (Some(Overlay::Charts { .. }), Action::PreviousPane) => Some(canvas.lang.previous_chart()),
        _ => None,
    }
}

/// What `Enter` does in a pane where it is not the next step of the chosen question.
fn step_in_pane(canvas: &Canvas, app: &Model) -> Option<&'static str> {
    let Screen::Desk(desk) = &app.screen else { return None };
    match desk.pane {
        Pane::Tasks => Some(Action::ProgressTask.short_name(canvas.lang)),
        Pane::Responders => Some(canvas.lang.to_their_question()),
        Pane::Queue | Pane::Question => None,
    }
}

/// Whether `Enter` adds the one whose name is typed, nobody being called so.
fn adds_somebody(app: &Model) -> bool {
    let form = match &app.screen {
        Screen::Desk(desk) => desk.form(),
        Screen::Start(_) | Screen::Replay(_) => None,
    };
    form.and_then(Form::focused).is_some_and(|labelled| match &labelled.field {
        FieldContent::Responders(pick) => pick.matches.is_empty() && !pick.filter.is_blank(),
        _ => false,
    })
}

fn chosen<'a>(app: &Model, session: Option<&'a Session>) -> Option<&'a Question> {
    let Screen::Desk(desk) = &app.screen else { return None };
    session?.state().question(desk.chosen?)
}

fn useful(app: &Model, session: Option<&Session>, cells: u16) -> Vec<Action> {
    let form = app.screen.form();
    match app.overlays.top() {
        Some(overlay) if app.overlays.cover_forms() || form.is_none() => in_overlay(app, overlay),
        _ => match (&app.screen, form) {
            (_, Some(form)) => on_a_form(form),
            (Screen::Start(start), None) => on_start(start),
            (Screen::Desk(desk), None) => on_desk(desk, chosen(app, session), session),
            (Screen::Replay(_), None) if cells < WIDE => ON_NARROW_REPLAY.to_vec(),
            (Screen::Replay(_), None) => ON_REPLAY.to_vec(),
        },
    }
}

/// What a key does in an overlay; keys that would do nothing are left out.
fn in_overlay(app: &Model, overlay: &Overlay) -> Vec<Action> {
    use Action::{Back, Discard, Down, EditNote, Enter, GoThere, PageDown, WriteNote};
    match overlay {
        Overlay::Help { .. } => vec![Back, Down, PageDown],
        Overlay::Palette(_) | Overlay::Questions(_) | Overlay::Said(_) | Overlay::Filter { .. } => {
            vec![Enter, Down, Back]
        }
        Overlay::GoTo { .. } | Overlay::MoveRecord { .. } => vec![Enter, Back],
        Overlay::Charts { .. } => vec![Action::NextPane, Action::PreviousPane, Back],
        Overlay::Corrections { corrections, .. } if corrections.is_empty() => vec![Back],
        Overlay::Changes(_) | Overlay::Corrections { .. } => vec![Down, PageDown, GoThere, Back],
        Overlay::Notes { .. } if matches!(&app.screen, Screen::Replay(replay) if replay.notes.is_empty()) =>
        {
            vec![WriteNote, Back]
        }
        Overlay::Notes { .. } => vec![GoThere, Back, WriteNote, EditNote, Discard],
        Overlay::Note(_) => vec![Action::Confirm, Action::PutAside, Discard, Action::Telex],
        Overlay::Confirm(_) | Overlay::Drafts { .. } | Overlay::Closed { .. } => {
            vec![Action::Yes, Action::No]
        }
        Overlay::Closing(_) => vec![
            Action::Confirm,
            Action::Defer,
            Action::Refer,
            Action::Decline,
            Action::Withdraw,
            Back,
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
        Action::FollowUpTasks,
        Action::Quit,
        Action::Refresh,
        Action::Language,
    ]
}

fn on_a_form(form: &Form) -> Vec<Action> {
    let mut actions = Vec::with_capacity(8);
    match form.focused().map(|labelled| &labelled.field) {
        Some(FieldContent::Responders(pick)) => {
            actions.push(Action::PickLead);
            actions.extend(pick.many.then_some(Action::PickSupport));
        }
        Some(FieldContent::Question(_)) => actions.push(Action::PickLead),
        _ => {}
    }
    actions.push(Action::Confirm);
    actions.push(Action::PutAside);
    actions.extend((form.kind == FormKind::NewQuestion).then_some(Action::ConfirmAndRoute));
    actions.extend((form.fields.len() > 1).then_some(Action::NextField));
    actions.extend([Action::Discard, Action::Telex, Action::Language]);
    actions
}

fn on_desk(desk: &Desk, chosen: Option<&Question>, session: Option<&Session>) -> Vec<Action> {
    let elsewhere = desk.opened || desk.pane != Pane::Queue;
    if desk.mode == DeskMode::Watching {
        let first = if elsewhere { Action::Back } else { Action::Enter };
        return vec![first, Action::Search, Action::Palette, Action::Quit];
    }
    if session.is_some_and(|session| session.state().is_closed()) {
        let first = if elsewhere { Action::Back } else { Action::Enter };
        return vec![
            first,
            Action::WriteTranscript,
            Action::Search,
            Action::ProgressTask,
            Action::CloseOrReopen,
            Action::Quit,
        ];
    }
    let mut actions = Vec::with_capacity(16);
    let aside = matches!(desk.pane, Pane::Responders | Pane::Tasks);
    let steps = chosen.is_some_and(|question| !elsewhere || question.is_open());
    actions.extend((aside || steps).then_some(Action::NaturalStep));
    actions.extend(elsewhere.then_some(Action::Back));
    actions.push(Action::NewQuestion);
    if !aside {
        actions.extend(chosen.into_iter().flat_map(on_a_question));
    }
    actions.extend([Action::NextToDo, Action::Undo, Action::Search, Action::Palette]);
    actions
}

/// What is likely for a question besides its natural next step.
fn on_a_question(question: &Question) -> &'static [Action] {
    match &question.status {
        Status::Queued if question.route.is_none() => &[Action::Defer, Action::Merge, Action::Call],
        Status::Queued => &[Action::Route, Action::Defer, Action::MoveToTop],
        Status::Called { .. } | Status::Answering { .. } => {
            &[Action::Defer, Action::Route, Action::Task, Action::FollowUp]
        }
        Status::Answered => &[Action::FollowUp, Action::Task, Action::AmendAnswer],
        Status::Deferred(_) => &[Action::Answer, Action::Task],
        _ => &[Action::UndoHere],
    }
}
