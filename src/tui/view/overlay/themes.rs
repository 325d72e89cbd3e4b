//! Groups of questions without a theme, each with the name it would be given.

use ratatui::layout::Rect;

use crate::search::theme_groups::ThemeGroup;
use crate::session::state::State;
use crate::tui::model::Target;
use crate::tui::model::overlay::ThemeList;
use crate::tui::view::canvas::{Canvas, after, below, excerpt, narrow, row, upper};
use crate::tui::view::form::line_area;
use crate::tui::view::theme::sign;

use super::middle;

/// Cells of the box, and the most rows of it.
const SIZE: (u16, u16) = (92, 24);
/// Rows of a group: its name, the words of its first questions, a gap.
const ROWS: u16 = 4;
/// Questions of a group whose words are shown.
const SHOWN: usize = 2;

pub(super) fn draw(canvas: &mut Canvas, outer: Rect, list: &ThemeList, state: &State) {
    let (lang, palette) = (canvas.lang, canvas.palette);
    let groups = list.groups();
    let rows = narrow(groups.len().max(1)).saturating_mul(ROWS);
    let area = middle(outer, SIZE.0, rows.saturating_add(2).min(SIZE.1));
    canvas.clear(area);
    let title = match groups.len() {
        0 => lang.suggested_themes().to_owned(),
        _ => format!(
            "{}{}{}",
            lang.suggested_themes(),
            sign::BETWEEN,
            lang.themes_and_questions(groups.len(), list.questions())
        ),
    };
    let inside = canvas.pane(area, &title, palette.border_active);
    if groups.is_empty() {
        let words = match list.groups {
            None => lang.similar_awaited(),
            Some(_) => lang.no_theme_suggested(),
        };
        canvas.text(after(inside, 2), words, palette.quiet);
    }
    let page = usize::from(inside.height / ROWS).max(1);
    canvas.metrics.overlay.page = page;
    let top = (list.selected + 1).saturating_sub(page);
    for (shown, (place, group)) in groups.iter().enumerate().skip(top).take(page).enumerate() {
        let area = upper(below(inside, narrow(shown).saturating_mul(ROWS)), ROWS);
        canvas.region(area, Target::Match(place));
        if place == list.selected {
            canvas.tint(upper(area, ROWS - 1), palette.chosen);
            canvas.text(row(area, 0), sign::CHOSEN, palette.strong);
        }
        let renaming = list.renaming.as_ref().filter(|_| place == list.selected);
        let line = after(row(area, 0), 2);
        match renaming {
            Some(name) => line_area(canvas, line, name, true),
            None => heading(canvas, line, group),
        }
        for (place, number) in group.questions.iter().take(SHOWN).enumerate() {
            let Some(question) = state.question(*number) else { continue };
            let line = after(row(area, place + 1), 2);
            let words = format!("{number:>3}  {}", excerpt(&question.text, line.width.into()));
            canvas.text(line, &words, palette.quiet);
        }
    }
    canvas.more_beside(inside, (top > 0, top + page < groups.len()));
}

fn heading(canvas: &mut Canvas, line: Rect, group: &ThemeGroup) {
    let count = format!("  {} ", canvas.lang.question_count(group.questions.len()));
    let left = canvas.text_right(line, &count, canvas.palette.quiet);
    canvas.text(left, &group.theme, canvas.palette.text);
}
