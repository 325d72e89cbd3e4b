//! Fields filled by a few letters: what is chosen, the letters, and what they find.

use std::borrow::Cow;

use ratatui::layout::Rect;

use crate::describe;
use crate::i18n::Lang;
use crate::search::suggest::Confidence;
use crate::session::number::ResponderId;
use crate::session::state::State;
use crate::tui::model::Target;
use crate::tui::model::edit::LineField;
use crate::tui::model::form::field::Label;
use crate::tui::model::form::pick::{
    Candidate, PeoplePick, QuestionPick, ResponderPick, Suggested,
};
use crate::tui::model::form::value_line::ValueLine;
use crate::tui::view::canvas::{Canvas, after, below, cut, excerpt, narrow, row, upper, width};
use crate::tui::view::theme::sign;

use super::text::line_area;

/// Matches shown at once.
const MATCHES: u16 = 9;
/// Cells below which what describes a responder says nothing and is left out.
const SHORTEST_BESIDE: u16 = 8;
/// The heading of the suggestions, one row for each, and the rule below.
const SUGGESTED_ROWS: u16 = 5;
const CONFIDENCES: [Confidence; 3] = [Confidence::Clear, Confidence::Possible, Confidence::Unsure];
/// Cells kept for the words of a suggestion beside a long name.
const WORDS_BESIDE: u16 = 12;
/// People shown at once under a name being typed.
const PEOPLE: u16 = 5;

pub(super) fn responders_rows(pick: &ResponderPick, focused: bool) -> u16 {
    let chosen = usize::from(pick.lead.is_some()) + pick.support.len();
    if focused {
        narrow(chosen) + 1 + suggested_rows(pick) + listed(pick.matches.len() - pick.offers)
    } else {
        narrow(chosen.max(1))
    }
}

/// The heading, a row for each of the suggestions even while they are awaited, so that nothing moves when they
/// come, and the rule below them.
fn suggested_rows(pick: &ResponderPick) -> u16 {
    match pick.suggested {
        Suggested::Awaited | Suggested::Found(_) if pick.filter.is_blank() => SUGGESTED_ROWS,
        _ => 0,
    }
}

pub(super) fn question_rows(pick: &QuestionPick, focused: bool) -> u16 {
    let chosen = u16::from(pick.chosen.is_some());
    if focused { chosen + 1 + listed(pick.matches.len()) } else { 1 }
}

pub(super) fn person_rows(pick: &PeoplePick, focused: bool) -> u16 {
    if focused { 1 + narrow(pick.matches.len()).min(PEOPLE) } else { 1 }
}

pub(super) fn value_rows(value: &ValueLine, focused: bool) -> u16 {
    if focused { 1 + narrow(value.matches.len()) } else { 1 }
}

/// At least one row, for the sentence that nothing is found.
fn listed(matches: usize) -> u16 {
    narrow(matches).clamp(1, MATCHES)
}

/// Lead and supporting responders, and the way to choose more.
pub(super) struct ResponderPickRows<'a> {
    pub(super) pick: &'a ResponderPick,
    pub(super) label: Label,
    pub(super) state: &'a State,
}

impl ResponderPickRows<'_> {
    pub(super) fn draw(&self, canvas: &mut Canvas, area: Rect, focused: bool) {
        let (palette, pick) = (canvas.palette, self.pick);
        let lead = pick.lead.iter().map(|id| (sign::FLOOR, id, canvas.lang.as_lead()));
        let support = pick.support.iter().map(|id| (sign::SUPPORT, id, canvas.lang.as_support()));
        let chosen: Vec<(&str, &ResponderId, &str)> = lead.chain(support).collect();
        for (place, (mark, id, role)) in chosen.iter().enumerate() {
            let role = if pick.many { *role } else { "" };
            let name = format!("{mark} {}  ", self.state.full_name(id));
            canvas.texts(row(area, place), &[(&name, palette.strong), (role, palette.quiet)]);
        }
        let typed = pick.filter.text();
        if focused {
            self.choices(canvas, below(area, narrow(chosen.len())));
        } else if !typed.trim().is_empty() && !chosen.is_empty() {
            // Letters that chose nobody are not out of sight while they keep the form from being recorded.
            let last = row(area, chosen.len() - 1);
            canvas.text_right(last, &format!("  > {} ", excerpt(&typed, 20)), palette.quiet);
        } else if chosen.is_empty() {
            let shown = if typed.trim().is_empty() { sign::NOTHING } else { &typed };
            canvas.text(row(area, 0), shown, palette.quiet);
        }
    }

    fn choices(&self, canvas: &mut Canvas, area: Rect) {
        let (palette, pick) = (canvas.palette, self.pick);
        let list = filter_line(canvas, area, &pick.filter);
        let list = self.suggestions(canvas, list);
        let others = pick.matches.get(pick.offers..).unwrap_or_default();
        let under = pick.selected.and_then(|place| place.checked_sub(pick.offers));
        if others.is_empty() {
            let place = after(list, 1);
            let sentence = self.nobody_found(canvas.lang, usize::from(place.width));
            canvas.text(place, &sentence, palette.quiet);
        }
        let lang = canvas.lang;
        let names = others.iter().map(|found| narrow(width(self.told(found, lang).0)));
        let longest = names.take(usize::from(MATCHES)).max().unwrap_or(0);
        let numbered = pick.suggested == Suggested::NotAsked || !pick.filter.is_blank();
        let rows = MatchRows { first: pick.offers, under };
        rows.draw(canvas, list, others, |canvas, line, place, found| {
            // The first nine are taken by their digit, where none is kept for suggestions.
            let digit = match place < 9 && numbered {
                true => format!("{} ", place + 1),
                false => "  ".to_owned(),
            };
            let line = canvas.texts(line, &[(&digit, palette.key)]);
            let (name, beside) = self.told(found, canvas.lang);
            // What was found is read; what merely describes gives way to the name.
            let found_elsewhere = matches!(found, Candidate::Listed { matched: Some(_), .. });
            let column = line.width * 3 / 5;
            let most = if found_elsewhere { column } else { line.width };
            let used = canvas.text(Rect { width: most, ..line }, name, palette.text);
            let used = if found_elsewhere { used } else { used.max(longest.min(column)) };
            let left = after(line, used + 2);
            let style = if found_elsewhere { palette.text } else { palette.quiet };
            if found_elsewhere || left.width >= SHORTEST_BESIDE {
                canvas.text(left, &excerpt(&beside, 200), style);
            }
        });
    }

    /// Who should answer, each with the words that say so and how surely; what is left below them.
    fn suggestions(&self, canvas: &mut Canvas, area: Rect) -> Rect {
        let (palette, pick) = (canvas.palette, self.pick);
        let rows = suggested_rows(pick).min(area.height);
        if rows == 0 {
            return area;
        }
        let heading = match &pick.suggested {
            Suggested::Awaited => canvas.lang.suggestions_awaited(),
            Suggested::Found(_) if pick.offers == 0 => canvas.lang.nobody_suggested(),
            Suggested::Found(_) | Suggested::NotAsked => canvas.lang.suggestions(),
        };
        canvas.text(after(row(area, 0), 1), heading, palette.quiet);
        let list = upper(below(area, 1), rows.saturating_sub(2));
        let offers = pick.matches.get(..pick.offers).unwrap_or_default();
        let names = offers.iter().map(|found| width(self.told(found, canvas.lang).0));
        let longest = narrow(names.max().unwrap_or(0));
        let rows_of_offers = MatchRows { first: 0, under: pick.selected };
        rows_of_offers.draw(canvas, list, offers, |canvas, line, place, found| {
            let line = canvas.texts(line, &[(&format!("{} ", place + 1), palette.key)]);
            self.suggestion(canvas, line, found, longest);
        });
        canvas.rule(row(area, usize::from(rows) - 1));
        below(area, rows)
    }

    /// In its line, with the names in a column as wide as the longest where that leaves room for the words.
    fn suggestion(&self, canvas: &mut Canvas, line: Rect, found: &Candidate, longest: u16) {
        let palette = canvas.palette;
        let (name, words) = self.told(found, canvas.lang);
        let left = match found {
            Candidate::Suggested(suggestion) => {
                let style = match suggestion.confidence {
                    Confidence::Clear => palette.strong,
                    Confidence::Possible => palette.text,
                    Confidence::Unsure => palette.quiet,
                };
                let sure = |confidence| describe::suggest::confidence(canvas.lang, confidence);
                let widest = CONFIDENCES.map(|one| width(sure(one))).into_iter().max();
                let padded = format!("  {:1$} ", sure(suggestion.confidence), widest.unwrap_or(0));
                canvas.text_right(line, &padded, style)
            }
            Candidate::Listed { .. } | Candidate::Named(_) => line,
        };
        let column = longest.min(left.width.saturating_sub(WORDS_BESIDE).max(left.width * 3 / 5));
        let used = canvas.text(Rect { width: column, ..left }, name, palette.text);
        canvas.text(after(left, used.max(column) + 2), &excerpt(&words, 200), palette.quiet);
    }

    /// The name, and the words that say why they are offered.
    fn told<'b>(&'b self, found: &'b Candidate, lang: Lang) -> (&'b str, Cow<'b, str>) {
        match found {
            Candidate::Named(leader) => {
                let office = leader.office.as_deref();
                (&leader.name, office.unwrap_or(lang.named_at_the_opening()).into())
            }
            Candidate::Suggested(suggestion) => {
                let name = self.state.full_name(&suggestion.responder);
                (name, suggestion.words.join(", ").into())
            }
            Candidate::Listed { id, matched } => {
                let name = self.state.full_name(id);
                if let Some(matched) = matched {
                    return (name, matched.into());
                }
                let known = self.state.responder(id);
                let office = known.and_then(|responder| responder.title.as_deref());
                let remit = || known.map_or_else(String::new, |known| known.remit.join(", "));
                (name, office.map_or_else(|| remit().into(), Cow::Borrowed))
            }
        }
    }

    /// What the letters lead to when nobody is called so; the letters are cut to leave cells for it.
    fn nobody_found(&self, lang: Lang, cells: usize) -> String {
        let typed = self.pick.filter.text();
        if typed.trim().is_empty() {
            return lang.nobody_on_the_roster().to_owned();
        }
        let say = match self.label {
            Label::To => Lang::goes_to_as_typed,
            _ => Lang::enter_adds_responder,
        };
        let left = cells.saturating_sub(width(&say(lang, "")));
        say(lang, &cut(typed.trim(), left))
    }
}

/// A question, and the way to choose another.
pub(super) fn question(
    canvas: &mut Canvas,
    area: Rect,
    pick: &QuestionPick,
    state: &State,
    focused: bool,
) {
    let style = canvas.palette.strong;
    let chosen = pick.chosen.and_then(|number| state.question(number));
    match chosen {
        Some(question) => {
            let number = canvas.lang.question_numbered(question.number);
            let words = format!("{} {number}  {}", sign::FLOOR, excerpt(&question.text, 200));
            canvas.text(row(area, 0), &words, style);
        }
        None if !focused => {
            canvas.text(row(area, 0), sign::NOTHING, canvas.palette.quiet);
        }
        None => {}
    }
    if focused {
        let list = filter_line(canvas, below(area, u16::from(chosen.is_some())), &pick.filter);
        if pick.matches.is_empty() {
            canvas.text(after(list, 2), canvas.lang.no_question_found(), canvas.palette.quiet);
        }
        matches(canvas, list, &pick.matches, pick.selected, |canvas, line, _, number| {
            let Some(question) = state.question(*number) else { return };
            let words =
                format!("{number:>3}  {}", excerpt(&question.text, usize::from(line.width)));
            canvas.text(line, &words, canvas.palette.text);
        });
    }
}

/// A name, and the people seen before whose name it could be.
pub(super) fn person(
    canvas: &mut Canvas,
    area: Rect,
    pick: &PeoplePick,
    state: &State,
    focused: bool,
) {
    line_area(canvas, row(area, 0), &pick.name, focused);
    if focused {
        let list = below(area, 1);
        matches(canvas, list, &pick.matches, pick.selected, |canvas, line, _, number| {
            let Some(person) = state.delegate(*number) else { return };
            canvas.text(line, &canvas.lang.person(person), canvas.palette.text);
        });
    }
}

/// A line, and the values used before that it could become.
pub(super) fn value(canvas: &mut Canvas, area: Rect, value: &ValueLine, focused: bool) {
    line_area(canvas, row(area, 0), &value.line, focused);
    if focused {
        matches(
            canvas,
            below(area, 1),
            &value.matches,
            value.selected,
            |canvas, line, _, known| {
                canvas.text(line, known, canvas.palette.text);
            },
        );
    }
}

/// The line of letters; what is left below it.
fn filter_line(canvas: &mut Canvas, area: Rect, filter: &LineField) -> Rect {
    let line = row(area, 0);
    let used = canvas.text(line, "> ", canvas.palette.key);
    line_area(canvas, after(line, used), filter, true);
    below(area, 1)
}

/// A list of matches around the highlighted one.
struct MatchRows {
    /// The place of the first of them among all matches of the field.
    first: usize,
    under: Option<usize>,
}

impl MatchRows {
    /// Each drawn by `draw`, by its place in this list.
    fn draw<T>(
        &self,
        canvas: &mut Canvas,
        area: Rect,
        matches: &[T],
        draw: impl Fn(&mut Canvas, Rect, usize, &T),
    ) {
        let page = usize::from(area.height);
        let top = self.under.map_or(0, |place| (place + 1).saturating_sub(page));
        for (shown, (place, found)) in matches.iter().enumerate().skip(top).take(page).enumerate() {
            let line = row(area, shown);
            canvas.region(line, Target::Match(self.first + place));
            let left = selected(canvas, line, self.under == Some(place));
            draw(canvas, left, place, found);
        }
        canvas.more_beside(area, (top > 0, top + page < matches.len()));
    }
}

/// The matches of a field that holds nothing else to be chosen.
fn matches<T>(
    canvas: &mut Canvas,
    area: Rect,
    matches: &[T],
    under: Option<usize>,
    draw: impl Fn(&mut Canvas, Rect, usize, &T),
) {
    MatchRows { first: 0, under }.draw(canvas, area, matches, draw);
}

/// The mark before the highlighted match; what is left of its line.
fn selected(canvas: &mut Canvas, line: Rect, under: bool) -> Rect {
    if under {
        canvas.tint(line, canvas.palette.chosen);
        canvas.text(line, sign::CHOSEN, canvas.palette.strong);
    }
    after(line, 1)
}
