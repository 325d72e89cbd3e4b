//! The last line: the keys that do something now.

use ratatui::layout::Rect;

use crate::i18n::Lang;
use crate::session::Session;
use crate::tui::model::action::Action;
use crate::tui::model::bindings::key_for;
use crate::tui::model::menu::MenuLabel;
use crate::tui::model::{Model, Target};

use super::canvas::{Canvas, WIDE, after, narrow, width};

/// Cells between two keys.
const GAP: u16 = 3;

/// The keys that do something now, the most useful first; help last.
pub(crate) fn keys(canvas: &mut Canvas, line: Rect, model: &Model, session: Option<&Session>) {
    let scope = model.scope();
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
    for action in model.menu(session, line.width < WIDE) {
        let Some(key) = key_for(scope, action) else { continue };
        let word = words(canvas.lang, model.menu_label(action, session));
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

fn words(lang: Lang, label: MenuLabel) -> &'static str {
    match label {
        MenuLabel::Of(action) => action.short_name(lang),
        MenuLabel::AddsResponder => lang.adds_responder(),
        MenuLabel::Reopen => lang.reopen(),
        MenuLabel::ToTheirQuestion => lang.to_their_question(),
        MenuLabel::ToQuestion => lang.to_question(),
        MenuLabel::ClearMarks => lang.clear_marks(),
        MenuLabel::NextToRoute => lang.next_to_route(),
        MenuLabel::ReadQuestion => lang.replay_read_question(),
        MenuLabel::NextChart => lang.next_chart(),
        MenuLabel::PreviousChart => lang.previous_chart(),
    }
}
