//! What was found for the question in a form: what was asked before, who should answer, into what it can be split.

use ratatui::layout::Rect;

use crate::describe;
use crate::i18n::Lang;
use crate::search::advice::{Advice, SimilarEntry};
use crate::search::suggest::Suggestion;
use crate::session::Session;
use crate::session::question::Question;
use crate::session::state::State;
use crate::tui::model::action::Action;
use crate::tui::model::bindings::{Scope, key_for};
use crate::tui::model::desk::Desk;
use crate::tui::model::form::{Form, FormKind};
use crate::tui::view::canvas::{Canvas, after, below, excerpt, row, upper, width};
use crate::tui::view::theme::sign;

/// Questions asked before that are shown at once.
const SIMILAR: usize = 3;
/// Rows of the form from which each of them has its answer below it, and below which nothing is shown.
const ROWS_FOR_ANSWERS: u16 = 22;
const FEWEST_ROWS: u16 = 15;
/// Parts of a question whose suggestion is shown.
const PARTS: u16 = 6;
/// Cells of an answer that are looked at.
const ANSWER: usize = 300;

/// Draws it in rows of its own, which are kept while it is awaited; what is left of the form's.
pub(super) fn draw(
    canvas: &mut Canvas,
    inside: Rect,
    (desk, form): (&Desk, &Form),
    session: &Session,
) -> Rect {
    let advice = desk.shown_advice(session);
    match form.kind {
        FormKind::NewQuestion if inside.height >= FEWEST_ROWS => {
            let rows = if inside.height >= ROWS_FOR_ANSWERS { 2 } else { 1 };
            let panel = Panel { advice, state: session.state(), rows };
            panel.draw(canvas, inside)
        }
        FormKind::Route => several_matters(canvas, inside, advice),
        FormKind::Split if inside.height >= FEWEST_ROWS => {
            parts(canvas, inside, (form, advice), session.state())
        }
        _ => inside,
    }
}

/// What was asked before and who should answer, under a question being typed.
struct Panel<'a> {
    advice: Option<&'a Advice>,
    state: &'a State,
    /// Of each question asked before.
    rows: usize,
}

impl Panel<'_> {
    fn draw(&self, canvas: &mut Canvas, inside: Rect) -> Rect {
        let height = u16::try_from(SIMILAR * self.rows + 3).unwrap_or(u16::MAX);
        let left = upper(inside, inside.height.saturating_sub(height));
        let panel = below(inside, left.height);
        canvas.rule(row(panel, 0));
        self.heading(canvas, after(row(panel, 1), 1));
        let similar = self.advice.map(|advice| advice.similar.as_slice()).unwrap_or_default();
        for (place, entry) in similar.iter().take(SIMILAR).enumerate() {
            let area = after(upper(below(panel, self.row(place)), self.row(1) - self.row(0)), 2);
            self.entry(canvas, area, entry);
        }
        let last = after(row(panel, usize::from(height) - 1), 1);
        let suggestions = self.advice.map(|advice| advice.suggestions.as_slice());
        let line = suggested(canvas.lang, suggestions.unwrap_or_default(), self.state);
        canvas.text(last, &line, canvas.palette.quiet);
        left
    }

    fn row(&self, place: usize) -> u16 {
        u16::try_from(2 + place * self.rows).unwrap_or(u16::MAX)
    }

    fn heading(&self, canvas: &mut Canvas, line: Rect) {
        let lang = canvas.lang;
        let matters = self.advice.map_or(0, |advice| advice.matters.len());
        let found = self.advice.is_some_and(|advice| !advice.similar.is_empty());
        let key = key_for(Scope::Form, Action::Similar).unwrap_or("");
        let left = match found {
            true => {
                let end = format!("  {key} {} ", lang.read_or_merge());
                canvas.text_right(line, &end, canvas.palette.key)
            }
            false => line,
        };
        let asked = match (self.advice, found) {
            (Some(_), false) => lang.not_asked_before(),
            _ => lang.asked_before_heading(),
        };
        let matters = match matters {
            0 => String::new(),
            count => format!("{}{}", sign::BETWEEN, lang.holds_several(count)),
        };
        canvas.text(left, &format!("{asked}{matters}"), canvas.palette.quiet);
    }

    fn entry(&self, canvas: &mut Canvas, area: Rect, entry: &SimilarEntry) {
        let palette = canvas.palette;
        let Some((heading, question)) = told(canvas.lang, entry, self.state) else { return };
        let heading = format!("{heading}: ");
        let first = row(area, 0);
        let words = excerpt(&question.text, usize::from(first.width));
        canvas.texts(first, &[(&heading, palette.quiet), (&words, palette.text)]);
        if area.height > 1
            && let Some(answer) = last_answer(question)
        {
            let line = format!("→ {}", excerpt(answer, ANSWER));
            canvas.text(after(row(area, 1), 2), &line, palette.quiet);
        }
    }
}

/// Where a question stands that was asked before, and the question.
pub(crate) fn told<'a>(
    lang: Lang,
    entry: &'a SimilarEntry,
    state: &'a State,
) -> Option<(String, &'a Question)> {
    let (numbered, question) = match entry {
        SimilarEntry::Here(number) => (lang.question_numbered(*number), state.question(*number)?),
        SimilarEntry::Earlier(earlier) => {
            let question = &earlier.question;
            (lang.question_of(&earlier.session, question.number), question)
        }
    };
    Some((format!("{numbered}{}{}", sign::BETWEEN, lang.standing(question)), question))
}

/// What was answered last.
pub(crate) fn last_answer(question: &Question) -> Option<&str> {
    question.answers.iter().filter_map(|answer| answer.text.as_deref()).next_back()
}

/// Who should answer, in one line; nothing when nobody is suggested.
fn suggested(lang: Lang, suggestions: &[Suggestion], state: &State) -> String {
    let one = |(place, found): (usize, &Suggestion)| {
        let sure = describe::suggest::confidence(lang, found.confidence);
        format!("{} {} ({sure})", place + 1, state.short_name(&found.responder))
    };
    let all: Vec<String> = suggestions.iter().enumerate().map(one).collect();
    match all.is_empty() {
        true => String::new(),
        false => format!("{}: {}", lang.suggestions(), all.join(sign::BETWEEN)),
    }
}

/// That the question being routed holds several matters, and the key that splits it.
fn several_matters(canvas: &mut Canvas, inside: Rect, advice: Option<&Advice>) -> Rect {
    let count = advice.map_or(0, |advice| advice.matters.len());
    if count == 0 || inside.height < FEWEST_ROWS {
        return inside;
    }
    // At the bottom, so that nothing above it moves when it comes.
    let left = upper(inside, inside.height - 1);
    let line = after(row(below(inside, left.height), 0), 1);
    let key = key_for(Scope::Form, Action::Split).unwrap_or("");
    let end = format!("  {key} {} ", Action::Split.short_name(canvas.lang));
    let words = canvas.text_right(line, &end, canvas.palette.key);
    canvas.text(words, &canvas.lang.holds_several(count), canvas.palette.text);
    left
}

/// Who should answer each part of a question being split.
fn parts(
    canvas: &mut Canvas,
    inside: Rect,
    (form, advice): (&Form, Option<&Advice>),
    state: &State,
) -> Rect {
    let left = upper(inside, inside.height - PARTS - 1);
    let panel = below(inside, left.height);
    canvas.rule(row(panel, 0));
    let known = advice.map(|advice| advice.of_parts.as_slice()).unwrap_or_default();
    let texts = form.parts();
    for (place, text) in texts.iter().take(PARTS.into()).enumerate() {
        let line = after(row(panel, place + 1), 1);
        let first = known.get(place).and_then(|suggestions| suggestions.first());
        let beside = first.map_or_else(String::new, |found| {
            let sure = describe::suggest::confidence(canvas.lang, found.confidence);
            format!("  {} ({sure}) ", state.short_name(&found.responder))
        });
        let words = canvas.text_right(line, &beside, canvas.palette.text);
        let number = format!("{} ", place + 1);
        let words = canvas.texts(words, &[(&number, canvas.palette.quiet)]);
        let shown = excerpt(text, usize::from(words.width).max(width(&number)));
        canvas.text(words, &shown, canvas.palette.quiet);
    }
    left
}
