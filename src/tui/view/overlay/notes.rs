//! The reviewers' notes: listed by moment, and one being written.

use ratatui::layout::Rect;

use crate::describe;
use crate::review::notes::ListedNote;
use crate::session::number::Seq;
use crate::session::state::State;
use crate::tui::model::Target;
use crate::tui::model::edit::Method;
use crate::tui::model::replay::note_form::NoteForm;
use crate::tui::view::canvas::{Canvas, after, below, excerpt, indented, narrow, row, upper};
use crate::tui::view::form::text_area;
use crate::tui::view::sentences;
use crate::tui::view::text_block::TextBlock;
use crate::tui::view::theme::sign;

use super::middle;

/// Cells and rows of the boxes.
const LIST: (u16, u16) = (100, 24);
const NOTE: (u16, u16) = (84, 14);

/// Draws the list; the selected note is shown whole below it, with its flags.
pub(super) fn listed(canvas: &mut Canvas, outer: Rect, notes: &[ListedNote], selected: usize) {
    let area = middle(outer, LIST.0, LIST.1);
    canvas.clear(area);
    let inside =
        indented(canvas.pane(area, canvas.lang.replay_notes(), canvas.palette.border_active));
    if notes.is_empty() {
        canvas.text(row(inside, 0), canvas.lang.replay_no_note_yet(), canvas.palette.quiet);
        return;
    }
    let list = upper(inside, narrow(notes.len()).min(inside.height / 2).max(1));
    let page = usize::from(list.height).max(1);
    canvas.metrics.overlay.page = page;
    let top = (selected + 1).saturating_sub(page);
    for (shown, (place, listed)) in notes.iter().enumerate().skip(top).take(page).enumerate() {
        one(canvas, row(list, shown), place, place == selected, listed);
    }
    let under = below(inside, list.height);
    canvas.rule(row(under, 0));
    if let Some(listed) = notes.get(selected) {
        whole(canvas, below(under, 1), listed);
    }
}

fn one(canvas: &mut Canvas, line: Rect, place: usize, here: bool, listed: &ListedNote) {
    canvas.region(line, Target::Match(place));
    if here {
        canvas.tint(line, canvas.palette.chosen);
        canvas.text(line, sign::CHOSEN, canvas.palette.strong);
    }
    let flag = if listed.flags.iter().any(|flag| flag.is_grave()) { sign::DAMAGED } else { " " };
    let place = describe::notes::note_place(canvas.lang, listed);
    let (text, quiet) = (canvas.palette.text, canvas.palette.quiet);
    let left = after(line, 1);
    let words = excerpt(&listed.note.text, usize::from(line.width)).into_owned();
    canvas.texts(
        left,
        &[
            (flag, canvas.palette.trouble),
            (" ", text),
            (&place, quiet),
            (": ", quiet),
            (&words, text),
        ],
    );
}

fn whole(canvas: &mut Canvas, area: Rect, listed: &ListedNote) {
    let mut block = TextBlock::new(area.width);
    let who = canvas.lang.replay_note_by(&listed.reviewer);
    block.wrapped(0, &who, canvas.palette.quiet);
    for flag in &listed.flags {
        let style = if flag.is_grave() { canvas.palette.trouble } else { canvas.palette.strong };
        block.wrapped(
            0,
            &format!("{} {}", sign::DAMAGED, describe::notes::note_flag(canvas.lang, *flag)),
            style,
        );
    }
    block.wrapped(0, &listed.note.text, canvas.palette.text);
    block.draw(canvas, area, 0);
}

/// Draws the note that is being written.
pub(super) fn written(canvas: &mut Canvas, outer: Rect, note: &NoteForm, method: Method) {
    let area = middle(outer, NOTE.0, NOTE.1);
    canvas.clear(area);
    let mut title = vec![
        canvas.lang.replay_note().to_owned(),
        canvas.lang.event_numbered(Seq(note.moment as u64)),
    ];
    title.extend(describe::notes::note_subject(canvas.lang, note.about));
    let inside =
        indented(canvas.pane(area, &title.join(sign::BETWEEN), canvas.palette.border_active));
    let lang = canvas.lang;
    let problem = note.problem.as_ref().map(|why| sentences::trouble(lang, why, &State::default()));
    let rows = inside.height.saturating_sub(1 + u16::from(problem.is_some()));
    text_area(
        canvas,
        upper(Rect { width: inside.width.saturating_sub(1), ..inside }, rows),
        &note.field,
        true,
    );
    let under = below(inside, rows);
    if let Some(problem) = problem {
        canvas.text(row(under, 0), &problem, canvas.palette.trouble);
    }
    let foot = row(inside, usize::from(inside.height.saturating_sub(1)));
    let foot = canvas.text_right(foot, sentences::typing_method(method), canvas.palette.quiet);
    if note.was.is_none() {
        canvas.text(foot, canvas.lang.replay_note_subject(), canvas.palette.quiet);
    }
}
