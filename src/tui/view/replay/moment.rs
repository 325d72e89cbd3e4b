//! The moment in words: what happened last, how the film runs, and who holds the question in hand.

use ratatui::layout::Rect;

use crate::i18n::Lang;
use crate::session::Session;
use crate::session::event::Recorded;
use crate::session::number::ResponderId;
use crate::session::question::Question;
use crate::session::state::State;
use crate::tui::model::replay::{Notice, Replay};
use crate::tui::model::stopwatch::Clock;
use crate::tui::view::pen::{Pen, after, cut, excerpt, width};
use crate::tui::view::theme::sign;

/// Cells from which a side of the finger takes a part of the words.
const ROOM_TO_PART: u16 = 12;

/// How the film runs and where it stands, in full and briefly.
pub(super) fn player(lang: Lang, film: &Replay, whole: &Session) -> (String, String) {
    let player = &film.player;
    let sign = if player.playing { sign::PLAYS } else { sign::RESTS };
    let speed = lang.film_speed(player.speed());
    let lull = player.lull().map_or(lang.film_lulls_whole().to_owned(), |most| {
        lang.film_lulls(&lang.short_while(most))
    });
    let place = lang.film_place(film.finger, whole.history().len());
    let state = if film.live && film.following { lang.film_is_live() } else { "" };
    let between = if state.is_empty() { "" } else { sign::BETWEEN };
    let told =
        format!("{sign} {speed}{}{lull}{}{place}{between}{state}", sign::BETWEEN, sign::BETWEEN);
    (told, format!("{sign} {speed} {}", film.finger))
}

/// The last event as a sentence, beside the finger; or what was said last about the film itself.
pub(super) fn words(
    pen: &mut Pen,
    line: Rect,
    finger: Option<u16>,
    film: &Replay,
    whole: &Session,
) {
    let (text, style) = match &film.notice {
        Some(
            notice @ (Notice::NoMore
            | Notice::NoSuchMoment
            | Notice::NothingLeft
            | Notice::Trouble(_)
            | Notice::MarksMissing),
        ) => (pen.lang.film_notice(notice), pen.palette.trouble),
        Some(notice) => (pen.lang.film_notice(notice), pen.palette.text),
        None => (told(pen.lang, film, whole), pen.palette.text),
    };
    let finger = finger.unwrap_or(line.x);
    let right = after(line, finger.saturating_sub(line.x) + 2);
    let cells = width(&text);
    let left = Rect { width: finger.saturating_sub(line.x + 1), ..line };
    // Beside the finger on the side where it fits; where on neither, on both, parted between two words.
    if cells <= usize::from(right.width) {
        pen.text(right, &text, style);
    } else if cells <= usize::from(left.width) || right.width < ROOM_TO_PART {
        pen.text_right(left, &cut(&text, usize::from(left.width)), style);
    } else if left.width < ROOM_TO_PART {
        pen.text(right, &cut(&text, usize::from(right.width)), style);
    } else {
        let (before, behind) = parted(&text, usize::from(left.width));
        pen.text_right(left, before, style);
        pen.text(right, &cut(behind, usize::from(right.width)), style);
    }
}

/// As many whole words as fit into so many cells, and the rest.
fn parted(text: &str, cells: usize) -> (&str, &str) {
    let spaces = text.match_indices(' ').map(|(place, _)| place);
    let place = spaces.take_while(|place| width(&text[..*place]) <= cells).last().unwrap_or(0);
    (&text[..place], text[place..].trim_start())
}

fn told(lang: Lang, film: &Replay, whole: &Session) -> String {
    let Some(last) = film.then.history().last() else { return lang.film_nothing_yet().to_owned() };
    let sentence = lang.event_sentence(last, whole);
    // First, where a narrow window does not cut it.
    let fallen = whole.undone_by(last.seq).map(|by| lang.film_fell(by));
    let parts = [Some(time(lang, film, last)), fallen, Some(sentence)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(sign::BETWEEN)
}

/// The clock at the moment; a session rebuilt from a source has none.
fn time(lang: Lang, film: &Replay, last: &Recorded) -> String {
    match film.timeline.is_rebuilt() {
        true => lang.event_numbered(last.seq),
        false => film.wall().unwrap_or(last.at).moment().format("%H:%M:%S").to_string(),
    }
}

/// The question in hand: since when it is asked, and who has it; at the right what the film is filtered
/// by. A note pinned here comes before all that.
pub(super) fn holder(pen: &mut Pen, line: Rect, clock: Clock, film: &Replay, whole: &Session) {
    let filter = filtered(pen.lang, film, whole);
    let line = pen.text_right(line, &cut(&filter, usize::from(line.width) / 2), pen.palette.strong);
    if let Some(listed) = film.notes_here().next() {
        let note = format!(
            "{}: {}",
            pen.lang.film_note(),
            excerpt(&listed.note.text, usize::from(line.width))
        );
        pen.text(after(line, 1), &note, pen.palette.strong);
        return;
    }
    let state = film.then.state();
    // Closing takes no question off the floor, but nobody speaks any more.
    let latest = film.desk.on_the_floor().max().filter(|_| !state.is_closed());
    let on_the_floor = latest.and_then(|number| state.question(number));
    let last = film.then.history().last().and_then(|last| last.event.question());
    let concerned = last.and_then(|number| state.question(number));
    let Some(question) = concerned.or(on_the_floor) else { return };
    let line = after(line, 1);
    let full = held(pen.lang, question, clock, film, State::full_name);
    let text = match width(&full) > usize::from(line.width) {
        true => held(pen.lang, question, clock, film, State::short_name),
        false => full,
    };
    pen.text(line, &text, pen.palette.quiet);
}

/// "lọc: Sở KHCN, nhà ở"; nothing for the whole film.
fn filtered(lang: Lang, film: &Replay, whole: &Session) -> String {
    let (filter, state) = (&film.filter, whole.state());
    let values = [
        filter.responder.as_ref().map(|id| state.short_name(id).to_owned()),
        filter.theme.clone(),
        filter.outcome.map(|outcome| lang.outcome(outcome).to_owned()),
        filter.channel.map(|channel| lang.channel(channel).to_owned()),
        filter.unit.clone(),
    ];
    let values: Vec<String> = values.into_iter().flatten().collect();
    match values.is_empty() {
        true => String::new(),
        false => format!("  {}: {} ", lang.film_filtered(), values.join(", ")),
    }
}

fn held(
    lang: Lang,
    question: &Question,
    clock: Clock,
    film: &Replay,
    name: for<'a> fn(&'a State, &'a ResponderId) -> &'a str,
) -> String {
    let state = film.then.state();
    let mut parts =
        vec![lang.question_numbered(question.number), lang.standing(question).to_owned()];
    if !film.timeline.is_rebuilt() {
        let since = clock.wall.millis_since(question.asked_at);
        parts.push(match since {
            ..1000 => lang.film_just_asked().to_owned(),
            since => lang.film_asked_before(&lang.a_while(since)),
        });
    }
    parts.push(match question.lead() {
        Some(lead) => lang.film_held_by(name(state, lead)),
        None => lang.not_routed_yet().to_owned(),
    });
    if let Some(person) = state.asker(question) {
        parts.push(lang.film_asked_by(&person.name, person.unit.as_deref().unwrap_or_default()));
    }
    parts.join(sign::BETWEEN)
}
