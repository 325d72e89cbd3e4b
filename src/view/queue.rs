//! The queue: what needs doing, in groups, one question a row.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::desk::rows::Row;
use crate::app::desk::{Desk, Pane};
use crate::app::{App, Target};
use crate::session::payload::Quality;
use crate::session::question::{Question, Status};
use crate::session::queue::Group;
use crate::session::state::State;

use super::floor;
use super::pen::{Pen, after, excerpt, narrow, row};
use super::theme::sign;

/// Rows kept between the chosen one and the edge of what shows.
const MARGIN: usize = 2;
/// Cells of a sign or a stopwatch at the right.
const SIGN: u16 = 8;
/// Width from which the asker has a column.
const ROOM_FOR_ASKER: u16 = 92;
/// Cells of the asker's column.
const ASKER: u16 = 16;

/// Draws the queue and notes which rows of it show.
pub(crate) fn draw(pen: &mut Pen, area: Rect, app: &App, desk: &Desk, state: &State) {
    let here = desk.pane == Pane::Queue && desk.form().is_none();
    pen.region(area, Target::Pane(Pane::Queue));
    let inside = match here {
        true => pen.pane_in_hand(area, pen.lang.queue()),
        false => pen.pane(area, pen.lang.queue(), pen.palette.border),
    };
    if desk.rows.is_empty() {
        pen.text(after(inside, 1), pen.lang.no_question_yet(), pen.palette.quiet);
    }
    let page = usize::from(inside.height);
    let top = first_shown(desk, page);
    pen.glass.top = top;
    pen.glass.page = page;
    let digits =
        state.questions().next_back().map_or(1, |question| digits(question.number.0)).max(2);
    for (place, shown) in desk.rows.iter().skip(top).take(page).enumerate() {
        let line = row(inside, place);
        match shown {
            Row::Heading { group, count } => heading(pen, line, *group, *count),
            Row::Question(number) => {
                let Some(question) = state.question(*number) else { continue };
                pen.region(line, Target::Question(*number));
                let entry = Entry { question, state, digits, chosen: desk.chosen == Some(*number) };
                entry.draw(pen, line, app);
            }
        }
    }
}

/// The first row to show: where it was, moved no further than the chosen row needs.
fn first_shown(desk: &Desk, page: usize) -> usize {
    let top = desk.top.min(desk.rows.len().saturating_sub(page));
    let Some(chosen) = desk.chosen_row() else { return top };
    let margin = MARGIN.min(page.saturating_sub(1) / 2);
    let latest = chosen.saturating_sub(margin);
    let earliest = (chosen + margin + 1).saturating_sub(page);
    let lowest = desk.rows.len().saturating_sub(page);
    // The heading over the first question stays in sight: it costs no more than the margin.
    top.min(latest).max(earliest).min(lowest)
}

fn heading(pen: &mut Pen, line: Rect, group: Group, count: usize) {
    let name = pen.lang.group(group).to_uppercase();
    let style = if group == Group::OnTheFloor { pen.palette.floor } else { pen.palette.quiet };
    let text = format!("{name}{}{count}", sign::BETWEEN);
    pen.text(after(line, 1), &text, style);
}

/// A question as a row.
struct Entry<'a> {
    question: &'a Question,
    state: &'a State,
    digits: u16,
    chosen: bool,
}

impl Entry<'_> {
    fn draw(&self, pen: &mut Pen, line: Rect, app: &App) {
        let palette = pen.palette;
        let style = match Group::of(self.question) {
            Group::OnTheFloor => palette.floor,
            Group::Ready | Group::Unrouted | Group::Deferred => palette.text,
            Group::Answered | Group::Settled => palette.quiet,
        };
        if self.chosen {
            pen.tint(line, palette.chosen);
            pen.text(line, sign::CHOSEN, palette.strong);
        }
        let left = after(line, 1);
        let number = format!("{:>1$} ", self.question.number, usize::from(self.digits));
        let left = pen.texts(left, &[(&number, style)]);
        let left = self.right(pen, left, app, style);
        let follows = self.question.follows.map(|_| format!("{} ", sign::FOLLOWS));
        let words = excerpt(&self.question.text, usize::from(left.width));
        pen.texts(left, &[(follows.as_deref().unwrap_or(""), palette.quiet), (&words, style)]);
    }

    /// The columns at the right; what they leave for the words.
    fn right(&self, pen: &mut Pen, line: Rect, app: &App, style: Style) -> Rect {
        let with_asker = line.width >= ROOM_FOR_ASKER;
        let lead = (line.width / 4).clamp(8, 20);
        let (left, place) = split_right(line, SIGN);
        pen.text_right(place, &format!("{} ", self.sign(pen, app)), style);
        let (left, place) = split_right(left, lead);
        self.lead(pen, after(place, 1));
        let asker = if with_asker { ASKER } else { 0 };
        let (left, place) = split_right(left, asker);
        if let Some(person) = self.state.asker(self.question) {
            pen.text(after(place, 1), &person.name, pen.palette.quiet);
        }
        left
    }

    fn lead(&self, pen: &mut Pen, place: Rect) {
        let palette = pen.palette;
        let owing = match &self.question.status {
            Status::Deferred(deferral) => deferral.by_responder.as_ref(),
            _ => None,
        };
        let Some(lead) = owing.or(self.question.lead()) else {
            pen.text(place, sign::NOTHING, palette.quiet);
            return;
        };
        let name = self.state.short_name(lead);
        match self.question.support().len() {
            0 => pen.text(place, name, palette.quiet),
            others => {
                let more = format!(" +{others}");
                let cells = narrow(super::pen::width(name) + more.len()).min(place.width);
                let left = pen.text_right(Rect { width: cells, ..place }, &more, palette.quiet);
                pen.text(left, name, palette.quiet)
            }
        };
    }

    /// What has become of it, in one sign, a stopwatch or a day.
    fn sign(&self, pen: &Pen, app: &App) -> String {
        let in_part = |question: &Question| {
            question.answers.last().is_some_and(|answer| answer.quality == Quality::Partial)
        };
        match &self.question.status {
            Status::Queued if in_part(self.question) => sign::PARTLY.to_owned(),
            Status::Queued => String::new(),
            Status::Called { since } | Status::Answering { since, .. } => {
                floor::clock(floor::latest(app.now, self.state), *since)
            }
            Status::Answered if in_part(self.question) => sign::PARTLY.to_owned(),
            Status::Answered => sign::ANSWERED.to_owned(),
            Status::Deferred(deferral) => match deferral.due {
                Some(due) => pen.lang.short_day(due),
                None => pen.lang.promised().to_owned(),
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
