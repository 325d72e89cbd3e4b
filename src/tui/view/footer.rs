//! The last line: the keys that do something now.

use std::borrow::Cow;

use ratatui::layout::Rect;

use crate::i18n::Lang;
use crate::session::Session;
use crate::tui::model::action::Action;
use crate::tui::model::bindings::key_for;
use crate::tui::model::desk::undo::UndoElsewhere;
use crate::tui::model::menu::MenuLabel;
use crate::tui::model::{Model, Target};

use super::canvas::{Canvas, WIDE, after, narrow, width};

/// Cells between two keys, and where the keys would not all fit.
const GAP: u16 = 3;
const NARROW_GAP: u16 = 2;

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
    let shown: Vec<(Action, &str, Cow<str>)> = model
        .menu(session, line.width < WIDE)
        .into_iter()
        .filter_map(|action| {
            let key = key_for(scope, action)?;
            Some((action, key, words(canvas.lang, model.menu_label(action, session))))
        })
        .collect();
    // Closer together where that shows all of them, or more.
    let cells = |(_, key, word): &(Action, &str, Cow<str>)| narrow(width(key) + 1 + width(word));
    let all: u16 = shown.iter().map(|key| cells(key) + GAP).sum();
    let gap = if all > left.width + GAP { NARROW_GAP } else { GAP };
    for (action, name, word) in shown {
        // What does not fit goes by its own name; a longer one gives way to the shorter ones behind it.
        let brief = action.short_name(canvas.lang);
        let words = [word, Cow::Borrowed(brief)].map(|word| (action, name, word));
        let Some(key) = words.into_iter().find(|key| cells(key) <= left.width) else { continue };
        key_and_word(canvas, left, name, &key.2, action);
        left = after(left, cells(&key) + gap);
    }
}

fn key_and_word(canvas: &mut Canvas, place: Rect, key: &str, word: &str, action: Action) {
    let cells = narrow(width(key) + 1 + width(word)).min(place.width);
    canvas.region(Rect { width: cells, ..place }, Target::Button(action));
    let (strong, quiet) = (canvas.palette.key, canvas.palette.quiet);
    canvas.texts(place, &[(key, strong), (" ", quiet), (word, quiet)]);
}

fn words(lang: Lang, label: MenuLabel) -> Cow<'static, str> {
    let word = match label {
        MenuLabel::Undoes(UndoElsewhere { question: Some(number), .. }) => {
            return lang.undoes_of_question(number).into();
        }
        MenuLabel::Undoes(UndoElsewhere { event, question: None }) => {
            return lang.undoes_event(event).into();
        }
        MenuLabel::Of(action) => action.short_name(lang),
        MenuLabel::AddsResponder => lang.adds_responder(),
        MenuLabel::Reopen => lang.reopen(),
        MenuLabel::ToTheirQuestion => lang.to_their_question(),
        MenuLabel::Later => lang.later(),
        MenuLabel::CloseBox => lang.close_box(),
        MenuLabel::StopPlaying => lang.stop_playing(),
        MenuLabel::OtherResponder => lang.other_responder(),
        MenuLabel::ToQuestion => lang.to_question(),
        MenuLabel::ClearMarks => lang.clear_marks(),
        MenuLabel::NextToRoute => lang.next_to_route(),
        MenuLabel::ReadQuestion => lang.replay_read_question(),
        MenuLabel::NextChart => lang.next_chart(),
        MenuLabel::ContinueThere => lang.continue_there(),
        MenuLabel::PreviousChart => lang.previous_chart(),
        MenuLabel::WholeSession => lang.charts_whole(),
        MenuLabel::ThisMoment => lang.charts_moment(),
        MenuLabel::CancelExport => lang.cancel_export(),
        MenuLabel::AllCharts => lang.charts_all(),
    };
    word.into()
}
