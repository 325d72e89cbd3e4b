//! The first two lines: phase, clock, counts, whether all is saved, and who is on the floor for how long.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::i18n::Lang;
use crate::session::Session;
use crate::session::number::QuestionNo;
use crate::session::question::{Question, Status};
use crate::session::queue::Group;
use crate::session::state::{Phase, State};
use crate::session::time::Date;
use crate::tui::model::desk::{Desk, DeskMode, SaveState};
use crate::tui::model::stopwatch::ScreenClock;

use super::canvas::{Canvas, after, excerpt, narrow, width};
use super::theme::sign;

/// Cells of the line in which the words beside the sign leave room for the question.
const ROOM_FOR_LABEL: u16 = 60;
/// A title cut shorter than this is left out.
const SHORTEST_TITLE: usize = 12;

/// The state, the clock, the counts, and the record.
pub(crate) fn header(
    canvas: &mut Canvas,
    line: Rect,
    clock: ScreenClock,
    desk: &Desk,
    session: &Session,
) {
    let (saved, style) = saved(canvas, desk, session);
    let brief = saved_briefly(canvas, desk);
    header_with(canvas, line, clock, (desk, session.state()), (&saved, &brief, style));
}

/// The phase, the clock, the counts, and at the right a text, in full or in brief.
pub(crate) fn header_with(
    canvas: &mut Canvas,
    line: Rect,
    clock: ScreenClock,
    (desk, state): (&Desk, &State),
    (said, briefly, style): (&str, &str, Style),
) {
    let (lang, palette) = (canvas.lang, canvas.palette);
    let [waiting, done, deferred] = counts(desk);
    let counts = match desk.marked.len() {
        0 => lang.queue_counts(waiting, done, deferred),
        marked => lang.marked_counted(marked),
    };
    let title = state.opening().map_or("", |opening| opening.title.as_str());
    let room = usize::from(line.width);
    let (word, time) = phase(lang, state, clock);
    let in_full = [&*word, &*time].join(if time.is_empty() { "" } else { " " });
    let fits = |said: &str, counts: &str, title: &str| {
        let gaps = 4 + [counts, title].iter().filter(|part| !part.is_empty()).count() * 3;
        [said, &in_full, counts, title].iter().map(|part| width(part)).sum::<usize>() + gaps <= room
    };
    // What gives way first: the number of the event, then the counts, the word of a running session (its clock
    // runs), the title last. How many are marked is about what the next key does, so it stays.
    let keeps_counts = !desk.marked.is_empty();
    let (said, counts) = if fits(said, &counts, title) {
        (said, counts)
    } else if keeps_counts || fits(briefly, &counts, title) {
        (briefly, counts)
    } else if fits(said, "", title) {
        (said, String::new())
    } else {
        (briefly, String::new())
    };
    let left = canvas.text_right(line, &format!("  {said} "), style);
    let left = canvas.text_right(left, &format!("{counts} "), palette.text);
    let beside = |phase: &str| usize::from(left.width).saturating_sub(width(phase) + 4);
    let shortest = SHORTEST_TITLE.min(width(title));
    let brief = if time.is_empty() || state.phase() != Phase::Running { word } else { time };
    let phase = if beside(&in_full) >= shortest { in_full } else { brief };
    let spare = beside(&phase);
    let left = if spare >= shortest && !title.is_empty() {
        let cells = width(title).min(spare);
        let place = Rect { width: narrow(cells), ..after(left, 1) };
        canvas.text(place, &excerpt(title, cells), palette.strong);
        after(left, narrow(cells + 3))
    } else {
        after(left, 1)
    };
    canvas.text(left, &phase, palette.strong);
}

/// Who is on the floor and for how long; when nobody is, who would be next.
pub(crate) fn line(
    canvas: &mut Canvas,
    line: Rect,
    clock: ScreenClock,
    desk: &Desk,
    session: &Session,
) {
    let state = session.state();
    match on_the_floor(desk, state).filter(|_| !state.is_closed()) {
        Some((question, others)) => {
            let style = canvas.palette.floor_bar;
            canvas.tint(line, style);
            let clock = clock.of_question(state, question).map(shown);
            let clock = clock.unwrap_or_default();
            let speaker = speaker(canvas.lang, state, question).unwrap_or_default();
            let cells = usize::from(line.width) / 2;
            let left = canvas.text_right(line, &format!("  {clock} "), style);
            let left = canvas.text_right(left, &format!("  {}", excerpt(&speaker, cells)), style);
            let more = if others > 0 { format!(" +{others}") } else { String::new() };
            let label = match line.width >= ROOM_FOR_LABEL {
                true => format!(" {}", canvas.lang.on_the_floor()),
                false => String::new(),
            };
            let start = format!(" {}{label}{more}  ", sign::FLOOR);
            let words = format!("{} {}", question.number, excerpt(&question.text, 200));
            canvas.texts(left, &[(&start, style), (&words, style)]);
        }
        None => empty_floor(canvas, line, desk, state),
    }
}

fn empty_floor(canvas: &mut Canvas, line: Rect, desk: &Desk, state: &State) {
    let quiet = canvas.palette.quiet;
    if state.is_closed() {
        let over = canvas.lang.session_is_over();
        let due =
            publication_day(desk, state).map(|day| canvas.lang.publish_by(&canvas.lang.day(day)));
        let between = if due.is_some() { sign::BETWEEN } else { "" };
        let due = due.unwrap_or_default();
        canvas
            .texts(after(line, 1), &[(over, quiet), (between, quiet), (&due, canvas.palette.owed)]);
        return;
    }
    let left = canvas.texts(after(line, 1), &[(canvas.lang.floor_is_empty(), quiet)]);
    let ready = first_of(desk, Group::Ready).and_then(|(number, _)| state.question(number));
    if let Some(next) = ready {
        let lead = next.lead().map_or("", |lead| state.short_name(lead));
        let words = format!("{} {}", next.number, excerpt(&next.text, 200));
        let coming = format!("{}{}: ", sign::BETWEEN, canvas.lang.coming_next());
        let left = canvas.text_right(left, &format!("  {lead} "), quiet);
        canvas.texts(left, &[(&coming, quiet), (&words, quiet)]);
    }
}

/// The day by which the conclusion of a closed session is public; a session rebuilt from a source has no days.
pub(crate) fn publication_day(desk: &Desk, state: &State) -> Option<Date> {
    let rebuilt = state.opening().is_some_and(|opening| opening.source.is_some());
    match state.phase() {
        Phase::Closed { at } if !rebuilt => desk.publish_within.last_day(at.date()),
        _ => None,
    }
}

/// The question on the floor, with how many more are there.
fn on_the_floor<'a>(desk: &Desk, state: &'a State) -> Option<(&'a Question, usize)> {
    let (number, count) = first_of(desk, Group::OnTheFloor)?;
    Some((state.question(number)?, count.saturating_sub(1)))
}

fn first_of(desk: &Desk, wanted: Group) -> Option<(QuestionNo, usize)> {
    Some((desk.queue.at(wanted, 0)?, desk.queue.count(wanted)))
}

/// Who is speaking: the delegate, then the responder; `None` while that is nobody who is known.
fn speaker(lang: Lang, state: &State, question: &Question) -> Option<String> {
    match &question.status {
        Status::Answering { by, .. } => Some(lang.is_answering(state.short_name(by))),
        _ => state.asker(question).map(|person| lang.is_asking(&person.name)),
    }
}

/// A time as a stopwatch shows it.
pub(crate) fn shown(millis: i64) -> String {
    let seconds = millis.max(0) / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// The phase and its clock; a session rebuilt from a source has no clock.
fn phase(lang: Lang, state: &State, clock: ScreenClock) -> (String, String) {
    let rebuilt = state.opening().is_some_and(|opening| opening.source.is_some());
    let opened = state.opened_at().filter(|_| !rebuilt);
    let time = opened.map(|opened| shown(clock.of_session(state, opened)));
    (lang.phase(state.phase()).to_uppercase(), time.unwrap_or_default())
}

fn saved(canvas: &Canvas, desk: &Desk, session: &Session) -> (String, Style) {
    let (lang, palette, seq) = (canvas.lang, canvas.palette, session.last_seq());
    match &desk.saved {
        SaveState::Saved => {
            let style = if desk.one_copy.is_some() { palette.trouble } else { palette.quiet };
            (lang.is_saved(desk.copies.0, desk.copies.1, seq), style)
        }
        SaveState::Saving => (lang.is_being_saved().to_owned(), palette.quiet),
        SaveState::Trouble(_) if desk.mode == DeskMode::Watching => {
            (lang.is_not_followed().to_owned(), palette.trouble)
        }
        SaveState::Trouble(_) => (lang.is_not_saved(desk.copies.1), palette.trouble),
        SaveState::Watching => (lang.is_watched(seq), palette.quiet),
    }
}

fn saved_briefly(canvas: &Canvas, desk: &Desk) -> String {
    let lang = canvas.lang;
    match &desk.saved {
        SaveState::Saved => lang.saved_in(desk.copies.0, desk.copies.1),
        SaveState::Saving => lang.is_being_saved().to_owned(),
        SaveState::Trouble(_) if desk.mode == DeskMode::Watching => {
            lang.is_not_followed().to_owned()
        }
        SaveState::Trouble(_) => lang.is_not_saved(desk.copies.1),
        SaveState::Watching => lang.is_watched_briefly().to_owned(),
    }
}

/// The record's state alone, where nothing else fits.
pub(crate) fn record(canvas: &mut Canvas, line: Rect, desk: &Desk, session: &Session) {
    let (saved, style) = saved(canvas, desk, session);
    canvas.text(line, &saved, style);
}

/// Questions waiting, answered and promised.
fn counts(desk: &Desk) -> [usize; 3] {
    let waiting = Group::TO_DO.into_iter().map(|group| desk.queue.count(group)).sum();
    [waiting, desk.queue.count(Group::Answered), desk.queue.count(Group::Deferred)]
}
