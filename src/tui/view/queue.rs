//! The queue: what needs doing, in groups, one question a row.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::i18n::Lang;
use crate::session::payload::Quality;
use crate::session::question::{Question, Status};
use crate::session::queue::Group;
use crate::session::state::State;
use crate::tui::model::Target;
use crate::tui::model::desk::rows::QueueRow;
use crate::tui::model::desk::{Desk, DeskMode, Pane};
use crate::tui::model::stopwatch::ScreenClock;

use super::canvas::{Canvas, after, excerpt, narrow, row, width};
use super::floor;
use super::theme::sign;

/// Rows kept between the chosen one and the edge of what shows.
const MARGIN: usize = 2;
/// Cells kept for a stopwatch, so that a tenth minute moves nothing.
const STOPWATCH: usize = 5;
/// Cells that a sign and a lead may take, however long they are.
const WIDEST_SIGN: u16 = 8;
const WIDEST_LEAD: u16 = 24;
/// Width from which the asker has a column.
const ROOM_FOR_ASKER: u16 = 96;
/// Cells left for words from which the asker stands before them, where there is no column.
const ROOM_FOR_NAME: u16 = 24;
/// Cells of the one word by which an asker is called.
const LONGEST_NAME: u16 = 10;
/// Cells of the asker's column.
const ASKER: u16 = 16;

/// That nothing was asked yet; who may write also reads which key records a question.
pub(super) fn no_question_yet(lang: Lang, desk: &Desk) -> &'static str {
    match desk.mode {
        DeskMode::Writing => lang.no_question_yet(),
        DeskMode::Watching => lang.nothing_asked_yet(),
    }
}

/// Draws the queue and notes which rows of it show.
pub(crate) fn draw(
    canvas: &mut Canvas,
    area: Rect,
    clock: ScreenClock,
    desk: &Desk,
    state: &State,
) {
    let here = desk.pane == Pane::Queue && desk.form().is_none();
    canvas.region(area, Target::Pane(Pane::Queue));
    let inside = match here {
        true => canvas.active_pane(area, canvas.lang.queue()),
        false => canvas.pane(area, canvas.lang.queue(), canvas.palette.border),
    };
    if desk.queue.is_empty() {
        canvas.text(after(inside, 1), no_question_yet(canvas.lang, desk), canvas.palette.quiet);
    }
    let page = usize::from(inside.height);
    let top = first_shown(desk, canvas.metrics.top, page);
    canvas.metrics.top = top;
    canvas.metrics.page = page;
    let digits =
        state.questions().next_back().map_or(1, |question| digits(question.number.0)).max(2);
    let lang = canvas.lang;
    let rows = desk.row_count();
    let shown: Vec<QueueRow> = (top..rows).take(page).map_while(|place| desk.row(place)).collect();
    let entry = |row: &QueueRow| {
        let QueueRow::Question(number) = row else { return None };
        let question = state.question(*number)?;
        let stopwatch = clock.of_question(state, question);
        let marked = desk.marked.contains(&question.number);
        Some(QuestionRow { question, state, lang, stopwatch, marked })
    };
    let columns = QueueColumns {
        mark: u16::from(!desk.marked.is_empty()),
        ..QueueColumns::of(shown.iter().filter_map(entry), digits, inside.width)
    };
    for (place, shown) in shown.iter().enumerate() {
        let line = row(inside, place);
        if let QueueRow::Heading { group, count } = shown {
            heading(canvas, line, *group, *count);
        }
        if let Some(entry) = entry(shown) {
            canvas.region(line, Target::Question(entry.question.number));
            if desk.chosen == Some(entry.question.number) {
                canvas.tint(line, canvas.palette.chosen);
                canvas.text(line, sign::CHOSEN, canvas.palette.strong);
            }
            entry.draw(canvas, line, columns);
        }
    }
    let edge = if here { canvas.palette.border_active } else { canvas.palette.border };
    if top + page < rows {
        canvas.more_below(area, edge);
    }
    if top > 0 {
        canvas.more_above(area, edge);
    }
}

/// The cells of the columns before the words: no more than what shows in them needs.
#[derive(Clone, Copy)]
struct QueueColumns {
    digits: u16,
    /// One for the marks, while there are any.
    mark: u16,
    asker: u16,
    /// Cells that a lead may take, however long it is.
    widest_lead: u16,
}

impl QueueColumns {
    fn of<'a>(entries: impl Iterator<Item = QuestionRow<'a>>, digits: u16, row: u16) -> Self {
        let asker = match row >= ROOM_FOR_ASKER {
            true => entries.map(|entry| narrow(width(entry.asker()))).max().unwrap_or(0),
            false => 0,
        };
        let asker = if asker > 0 { (asker + 2).min(ASKER) } else { 0 };
        Self { digits, mark: 0, asker, widest_lead: (row / 3).clamp(8, WIDEST_LEAD) }
    }
}

/// The first row to show: where it was, moved no further than the chosen row needs.
fn first_shown(desk: &Desk, top: usize, page: usize) -> usize {
    let lowest = desk.row_count().saturating_sub(page);
    let top = top.min(lowest);
    let Some(chosen) = desk.chosen_row() else { return top };
    let margin = MARGIN.min(page.saturating_sub(1) / 2);
    let latest = chosen.saturating_sub(margin);
    let earliest = (chosen + margin + 1).saturating_sub(page);
    // The heading over the first question stays in sight: it costs no more than the margin.
    top.min(latest).max(earliest).min(lowest)
}

fn heading(canvas: &mut Canvas, line: Rect, group: Group, count: usize) {
    let name = canvas.lang.group(group).to_uppercase();
    let style =
        if group == Group::OnTheFloor { canvas.palette.floor } else { canvas.palette.quiet };
    let text = format!("{name}{}{count}", sign::BETWEEN);
    canvas.text(after(line, 1), &text, style);
}

/// A question as a row.
struct QuestionRow<'a> {
    question: &'a Question,
    state: &'a State,
    lang: Lang,
    /// How long it has been on the floor, in milliseconds.
    stopwatch: Option<i64>,
    marked: bool,
}

impl<'a> QuestionRow<'a> {
    fn draw(&self, canvas: &mut Canvas, line: Rect, columns: QueueColumns) {
        let palette = canvas.palette;
        let style = match Group::of(self.question) {
            Group::OnTheFloor => palette.floor,
            Group::Ready | Group::Unrouted | Group::Deferred => palette.text,
            Group::Answered | Group::Settled => palette.quiet,
        };
        let mark = if self.marked { sign::MARKED } else { "" };
        canvas.text(after(line, 1), mark, palette.strong);
        let left = after(line, 1 + columns.mark);
        let number = format!("{:>1$} ", self.question.number, usize::from(columns.digits));
        let left = canvas.texts(left, &[(&number, style)]);
        let left = self.right(canvas, left, columns, style);
        let asker = Rect { width: columns.asker.saturating_sub(2).min(left.width), ..left };
        canvas.text(asker, if columns.asker > 0 { self.asker() } else { "" }, palette.quiet);
        let left = after(left, columns.asker);
        let follows = self.question.follows.map(|_| format!("{} ", sign::FOLLOWS));
        let left = canvas.texts(left, &[(follows.as_deref().unwrap_or(""), palette.quiet)]);
        let left = self.name(canvas, left, columns);
        let words = excerpt(&self.question.text, usize::from(left.width));
        canvas.text(left, &words, style);
    }

    /// The asker before the words, where there is no column for them: by the last word of the name, as
    /// people are addressed in Vietnamese.
    fn name(&self, canvas: &mut Canvas, place: Rect, columns: QueueColumns) -> Rect {
        let name = self.asker().split_whitespace().next_back();
        match name.filter(|_| columns.asker == 0 && place.width >= ROOM_FOR_NAME) {
            Some(name) => {
                let quiet = canvas.palette.quiet;
                let cells = narrow(width(name)).min(LONGEST_NAME);
                canvas.text(Rect { width: cells, ..place }, name, quiet);
                canvas.texts(after(place, cells), &[(": ", quiet)])
            }
            None => place,
        }
    }

    /// The lead and the sign at the right, each in the cells it needs; what they leave for the words.
    fn right(&self, canvas: &mut Canvas, line: Rect, columns: QueueColumns, style: Style) -> Rect {
        let sign = self.sign();
        let cells = match narrow(self.sign_cells()) {
            0 => 0,
            cells => cells.min(WIDEST_SIGN) + 2,
        };
        let (left, place) = split_right(line, cells.max(1));
        canvas.text_right(place, &format!("{sign} "), style);
        let Some((lead, more)) = self.lead() else { return left };
        let cells = narrow(width(lead) + width(&more)).min(columns.widest_lead);
        let (left, place) = split_right(left, cells + 1);
        let room = canvas.text_right(after(place, 1), &more, canvas.palette.quiet);
        canvas.text(room, lead, canvas.palette.quiet);
        left
    }

    fn asker(&self) -> &'a str {
        self.state.asker(self.question).map_or("", |person| &person.name)
    }

    /// Who answers or owes the answer, and how many support.
    fn lead(&self) -> Option<(&'a str, String)> {
        let owing = match &self.question.status {
            Status::Deferred(deferral) => deferral.by_responder.as_ref(),
            _ => None,
        };
        let lead = owing.or(self.question.lead())?;
        let others = self.question.support().len();
        let more = if others > 0 { format!(" +{others}") } else { String::new() };
        Some((self.state.short_name(lead), more))
    }

    fn sign_cells(&self) -> usize {
        match self.stopwatch {
            Some(_) => width(&self.sign()).max(STOPWATCH),
            None => width(&self.sign()),
        }
    }

    /// What has become of it, in one sign, a stopwatch or a day.
    fn sign(&self) -> String {
        let question = self.question;
        let in_part =
            question.answers.last().is_some_and(|answer| answer.quality == Quality::Partial);
        match &question.status {
            Status::Queued | Status::Answered if in_part => sign::PARTLY.to_owned(),
            Status::Queued => String::new(),
            Status::Called { .. } | Status::Answering { .. } => {
                self.stopwatch.map(floor::shown).unwrap_or_default()
            }
            Status::Answered => sign::ANSWERED.to_owned(),
            Status::Deferred(deferral) => match deferral.due {
                Some(due) => self.lang.short_day(due),
                None => self.lang.promised().to_owned(),
            },
            Status::Referred(_) => sign::REFERRED.to_owned(),
            Status::Declined { .. } => sign::DECLINED.to_owned(),
            Status::Withdrawn { .. } => sign::WITHDRAWN.to_owned(),
            Status::Merged { into, .. } => format!("{}{into}", sign::MERGED),
            Status::Split { .. } => sign::SPLIT.to_owned(),
        }
    }
}

/// An area without its last columns, and those columns.
fn split_right(area: Rect, cells: u16) -> (Rect, Rect) {
    let cells = cells.min(area.width);
    let left = Rect { width: area.width - cells, ..area };
    (left, after(area, left.width))
}

fn digits(number: u32) -> u16 {
    number.checked_ilog10().map_or(1, |log| narrow(log as usize + 1))
}
