//! What a search through everything said has found.

use ratatui::layout::Rect;

use crate::describe;
use crate::i18n::Lang;
use crate::search::index::{Hit, Speaker, TextKind, TextMatch};
use crate::session::Session;
use crate::tui::model::overlay::FilteredList;
use crate::tui::model::replay::Replay;
use crate::tui::view::canvas::{Canvas, after, excerpt};
use crate::tui::view::theme::sign;

use super::list;

/// Cells of a speaker's name.
const NAME: usize = 18;

/// Draws the search line and the hits: when, who, and the words around what was found.
pub(super) fn draw(
    canvas: &mut Canvas,
    outer: Rect,
    list: &FilteredList<TextMatch>,
    replay: &Replay,
    whole: &Session,
) {
    let (typed, found) = (list.typed(), &list.matches);
    let lang = canvas.lang;
    let progress = replay.search_progress(&typed, whole);
    let hits = (!typed.trim().is_empty()).then(|| lang.replay_hits(found.len()));
    let progress_told = progress.map(|hundredths| lang.replay_searched(hundredths));
    let parts = [Some(lang.replay_search().to_owned()), hits, progress_told];
    let title = parts.into_iter().flatten().collect::<Vec<_>>().join(sign::BETWEEN);
    let under = list::open_wide(canvas, outer, &title, &list.line);
    if found.is_empty() {
        let words = if typed.trim().is_empty() {
            canvas.lang.search_hint()
        } else if progress.is_some() {
            ""
        } else {
            canvas.lang.replay_no_hit()
        };
        canvas.text(after(under, 2), words, canvas.palette.quiet);
    }
    let Some(said) = &replay.said else { return };
    list::rows(canvas, under, found.len(), list.selected, |canvas, line, place| {
        let hit = found.get(place).and_then(|found| said.hit(whole, *found, &typed));
        if let Some(hit) = hit {
            one(canvas, line, &hit, replay, whole);
        }
    });
}

fn one(canvas: &mut Canvas, line: Rect, hit: &Hit, replay: &Replay, whole: &Session) {
    let (text, quiet) = (canvas.palette.text, canvas.palette.quiet);
    let when = match replay.timeline.is_rebuilt() {
        true => format!("{:>5} ", hit.seq.0),
        false => format!("{:>5} ", canvas.lang.clock(hit.at)),
    };
    let question =
        hit.question.map_or(String::new(), |number| format!("{number:>3} ", number = number.0));
    let left = canvas.texts(line, &[(&when, quiet), (&question, text)]);
    let left = match speaker(canvas.lang, hit, whole) {
        Some(who) => canvas.texts(left, &[(&excerpt(&who, NAME), quiet), (sign::BETWEEN, quiet)]),
        None => left,
    };
    let kind = describe::review::text_kind(canvas.lang, hit.kind);
    let left = canvas.texts(left, &[(kind, quiet), (": ", quiet)]);
    let left = match hit.undone {
        true => canvas.text_right(left, &format!(" {}", canvas.lang.replay_undone()), quiet),
        false => left,
    };
    list::highlighted(canvas, left, &hit.excerpt);
}

/// Who said it. What the program's user recorded, and the names of people, nobody is shown to have said.
fn speaker(lang: Lang, hit: &Hit, whole: &Session) -> Option<String> {
    let is_a_name = matches!(hit.kind, TextKind::Delegate | TextKind::Asker);
    let is_said = !is_a_name && !matches!(hit.who, Speaker::Recorder(_));
    is_said.then(|| describe::review::speaker(lang, &hit.who, whole.state()))
}
