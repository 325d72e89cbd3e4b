//! A yes-or-no question in the middle of the screen.

use std::borrow::Cow;

use ratatui::layout::Rect;

use crate::describe;
use crate::i18n::Lang;
use crate::session::Session;
use crate::session::question::Question;
use crate::session::state::State;
use crate::store::OpenError;
use crate::tui::model::desk::SaveState;
use crate::tui::model::draft::{Draft, FieldValue};
use crate::tui::model::form::Form;
use crate::tui::model::overlay::Confirmation;
use crate::tui::model::{Model, Screen};
use crate::tui::view::canvas::{Canvas, below, cut, excerpt, indented, narrow, upper, width};
use crate::tui::view::sentences;
use crate::tui::view::text_block::TextBlock;
use crate::tui::view::theme::sign;

use super::middle;

/// Cells of the box.
const WIDTH: u16 = 64;
/// Cells shown of a text that is offered.
const OFFERED: usize = 300;
/// Rows of the box around a list of questions: borders, a gap, the question.
const SEVERAL_FRAME: u16 = 5;
/// Drafts listed at once.
const DRAFTS: usize = 8;

/// Asks; the question stays in sight however small the window is.
pub(super) fn draw(
    canvas: &mut Canvas,
    outer: Rect,
    asked: &Confirmation,
    (model, session): (&Model, Option<&Session>),
) {
    if let (Confirmation::Several, Some(form), Some(session)) =
        (asked, model.screen.form(), session)
    {
        several(canvas, outer, form, session.state());
        return;
    }
    let (title, words, question) = question(canvas.lang, asked, model);
    let mut block = TextBlock::new(inner(outer));
    if !words.is_empty() {
        block.wrapped(0, &words, canvas.palette.text);
        block.gap();
    }
    ask(canvas, outer, title, &block, &question);
}

/// The title, what is to be known, and the question.
fn question<'a>(
    lang: Lang,
    asked: &'a Confirmation,
    model: &'a Model,
) -> (&'a str, Cow<'a, str>, Cow<'a, str>) {
    match asked {
        Confirmation::DiscardForm | Confirmation::DiscardNote => {
            (lang.discard_title(), "".into(), lang.discard_asked().into())
        }
        Confirmation::Reopen => {
            (lang.reopen_title(), lang.reopen_words().into(), lang.reopen_asked().into())
        }
        Confirmation::LeaveUnsaved => {
            let why = match &model.screen {
                Screen::Desk(desk) => match &desk.saved {
                    SaveState::Trouble(why) => sentences::trouble(lang, why, &State::default()),
                    SaveState::Saved | SaveState::Saving | SaveState::Watching => String::new(),
                },
                Screen::Start(_) | Screen::Replay(_) => String::new(),
            };
            (lang.not_all_saved(), why.into(), lang.leave_anyway().into())
        }
        Confirmation::RemoveNote(was) => (
            lang.replay_remove_title(),
            was.text.as_str().into(),
            lang.replay_remove_asked().into(),
        ),
        Confirmation::LeaveReplay => {
            (lang.replay_leave_title(), "".into(), lang.replay_leave_asked().into())
        }
        Confirmation::AskOffered => {
            let question = match model.awaits_silence {
                true => lang.offered_comes(),
                false => lang.offered_asked(),
            };
            (lang.offered_title(), offered(&model.screen), question.into())
        }
        Confirmation::PastDue(due) => (
            lang.past_due_title(),
            lang.past_due_words(&lang.day_in_words(*due)).into(),
            lang.past_due_asked().into(),
        ),
        Confirmation::Several => (lang.several_title(), "".into(), lang.several_asked().into()),
        Confirmation::SetThemes { themes, questions } => {
            let asked = lang.set_themes_asked(*themes, *questions);
            (lang.suggested_themes(), "".into(), asked.into())
        }
        Confirmation::Watch(held) => (
            lang.held_title(),
            lang.is_held(held.pid, &held.user, &held.host).into(),
            lang.watching_is_possible().into(),
        ),
        Confirmation::Open(request) => {
            let (why, question) = describe::store::asked_about(lang, &request.path, &request.error);
            let title = match *request.error {
                OpenError::Shared { .. } => lang.is_shared_title(),
                _ => lang.copies_differ_title(),
            };
            (title, why.into(), question.into())
        }
    }
}

/// How the text begins that is offered.
fn offered(screen: &Screen) -> Cow<'_, str> {
    let Screen::Desk(desk) = screen else { return Cow::default() };
    let text = desk.offered.as_deref().unwrap_or_default();
    Cow::Owned(cut(&excerpt(text, OFFERED), OFFERED).into_owned())
}

/// Asks whether the form is to be recorded for all of these questions.
fn several(canvas: &mut Canvas, outer: Rect, form: &Form, state: &State) {
    let cells = inner(outer);
    let mut block = TextBlock::new(cells);
    let shown = usize::from(outer.height.saturating_sub(SEVERAL_FRAME)).max(1);
    let rows = several_rows(canvas, form, state);
    let left_out = rows.len().saturating_sub(shown);
    let fitting = if left_out > 0 { shown - 1 } else { shown };
    for (words, lead) in rows.iter().take(fitting) {
        let room = usize::from(cells).saturating_sub(width(lead) + 2);
        let words = cut(words, room);
        let gap = " ".repeat(usize::from(cells).saturating_sub(width(&words) + width(lead)));
        let (text, quiet) = (canvas.palette.text, canvas.palette.quiet);
        block.line(0, [(&words, text), (&gap, quiet), (lead, quiet)]);
    }
    if rows.len() > fitting {
        let more = canvas.lang.more_questions(rows.len() - fitting);
        block.wrapped(0, &more, canvas.palette.quiet);
    }
    block.gap();
    let title = sentences::form_title(canvas.lang, form.kind, &form.about, &form.several);
    let question = canvas.lang.several_asked();
    ask(canvas, outer, &title, &block, question);
}

/// Each question with its first words, and who leads on it.
pub(in crate::tui::view) fn several_rows(
    canvas: &Canvas,
    form: &Form,
    state: &State,
) -> Vec<(String, String)> {
    let questions = form.several.iter().filter_map(|number| state.question(*number));
    let row = |question: &Question| {
        let words = format!("{:>3}  {}", question.number, excerpt(&question.text, 200));
        let lead = question.lead().map(|lead| state.short_name(lead));
        (words, lead.unwrap_or(canvas.lang.not_routed_yet()).to_owned())
    };
    questions.map(row).collect()
}

/// Asks whether the selected draft is to be reopened; newest first.
pub(super) fn drafts(canvas: &mut Canvas, outer: Rect, drafts: &[Draft], selected: usize) {
    canvas.metrics.overlay.page = DRAFTS;
    let cells = inner(outer);
    let mut block = TextBlock::new(cells);
    let first = (selected + 1).saturating_sub(DRAFTS);
    for (place, draft) in drafts.iter().rev().enumerate().skip(first).take(DRAFTS) {
        let here = place == selected;
        let style = if here { canvas.palette.strong } else { canvas.palette.text };
        let mark = if here { sign::HERE } else { " " };
        let draft = told(canvas, draft, usize::from(cells).saturating_sub(2));
        block.line(0, [(mark, style), (" ", style), (&draft, style)]);
    }
    let more = drafts.len().saturating_sub(DRAFTS);
    if more > 0 {
        block.wrapped(2, &canvas.lang.more_drafts(more), canvas.palette.quiet);
    }
    block.gap();
    let title = canvas.lang.drafts_left(drafts.len());
    ask(canvas, outer, &title, &block, canvas.lang.take_draft_up());
}

/// The form a draft belongs to and how it begins, in so many cells.
pub(super) fn told(canvas: &Canvas, draft: &Draft, cells: usize) -> String {
    let title = sentences::form_title(canvas.lang, draft.kind, &draft.about, &draft.several);
    let words = draft.fields.iter().find_map(|(_, value)| match value {
        FieldValue::Words(words) if !words.trim().is_empty() => Some(excerpt(words, cells)),
        _ => None,
    });
    match words {
        Some(words) => {
            let spare = cells.saturating_sub(width(&title) + 4);
            format!("{title}: “{}”", cut(&words, spare))
        }
        None => title,
    }
}

fn ask(canvas: &mut Canvas, outer: Rect, title: &str, words: &TextBlock, question: &str) {
    let mut foot = TextBlock::new(inner(outer));
    foot.wrapped(0, question, canvas.palette.strong);
    let rows = narrow(words.len() + foot.len()).saturating_add(2);
    let area = middle(outer, WIDTH, rows);
    canvas.clear(area);
    let inside = indented(canvas.pane(area, title, canvas.palette.border_active));
    let above = upper(inside, inside.height.saturating_sub(narrow(foot.len())));
    words.draw(canvas, above, 0);
    foot.draw(canvas, below(inside, above.height), 0);
}

fn inner(outer: Rect) -> u16 {
    WIDTH.min(outer.width).saturating_sub(4)
}
