//! The moment in words: what happened last, how the replay runs, and who has the current question.

use ratatui::layout::Rect;

use crate::i18n::Lang;
use crate::session::Session;
use crate::session::event::Recorded;
use crate::session::number::ResponderId;
use crate::session::question::Question;
use crate::session::state::State;
use crate::tui::model::replay::{Replay, ReplayNotice};
use crate::tui::model::stopwatch::ScreenClock;
use crate::tui::view::canvas::{Canvas, after, cut, excerpt, width};
use crate::tui::view::sentences;
use crate::tui::view::theme::sign;

/// Cells from which a side of the position marker takes a part of the words.
const ROOM_TO_PART: u16 = 12;

/// Speed, idle limit and position, in full and in brief.
pub(super) fn player(lang: Lang, replay: &Replay, whole: &Session) -> (String, String) {
    let player = &replay.player;
    let sign = if player.playing { sign::PLAYS } else { sign::RESTS };
    let speed = lang.replay_speed(player.speed());
    let idle_limit = player.idle_limit().map_or(lang.replay_idle_whole().to_owned(), |most| {
        lang.replay_idle(&lang.short_while(most))
    });
    let place = lang.replay_place(replay.position, whole.history().len());
    let state = if replay.live && replay.following { lang.replay_is_live() } else { "" };
    let between = if state.is_empty() { "" } else { sign::BETWEEN };
    let told = format!(
        "{sign} {speed}{}{idle_limit}{}{place}{between}{state}",
        sign::BETWEEN,
        sign::BETWEEN
    );
    (told, format!("{sign} {speed} {}", replay.position))
}

/// The last event as a sentence beside the position marker, or the last notice.
pub(super) fn words(
    canvas: &mut Canvas,
    line: Rect,
    position: Option<u16>,
    replay: &Replay,
    whole: &Session,
) {
    let (text, style) = match &replay.notice {
        Some(
            notice @ (ReplayNotice::NoMore
            | ReplayNotice::NoSuchMoment
            | ReplayNotice::NothingLeft
            | ReplayNotice::Trouble(_)
            | ReplayNotice::MarksMissing),
        ) => (sentences::replay_notice(canvas.lang, notice), canvas.palette.trouble),
        Some(notice) => (sentences::replay_notice(canvas.lang, notice), canvas.palette.text),
        None => (told(canvas.lang, replay, whole), canvas.palette.text),
    };
    let position = position.unwrap_or(line.x);
    let right = after(line, position.saturating_sub(line.x) + 2);
    let cells = width(&text);
    let left = Rect { width: position.saturating_sub(line.x + 1), ..line };
    // Beside the position marker on the side where it fits; where on neither, on both, parted between two words.
    if cells <= usize::from(right.width) {
        canvas.text(right, &text, style);
    } else if cells <= usize::from(left.width) || right.width < ROOM_TO_PART {
        canvas.text_right(left, &cut(&text, usize::from(left.width)), style);
    } else if left.width < ROOM_TO_PART {
        canvas.text(right, &cut(&text, usize::from(right.width)), style);
    } else {
        let (before, behind) = parted(&text, usize::from(left.width));
        canvas.text_right(left, before, style);
        canvas.text(right, &cut(behind, usize::from(right.width)), style);
    }
}

/// As many whole words as fit into so many cells, and the rest.
fn parted(text: &str, cells: usize) -> (&str, &str) {
    let spaces = text.match_indices(' ').map(|(place, _)| place);
    let place = spaces.take_while(|place| width(&text[..*place]) <= cells).last().unwrap_or(0);
    (&text[..place], text[place..].trim_start())
}

fn told(lang: Lang, replay: &Replay, whole: &Session) -> String {
    let Some(last) = replay.then.history().last() else {
        return lang.replay_nothing_yet().to_owned();
    };
    let sentence = lang.event_sentence(last, whole);
    // First, where a narrow window does not cut it.
    let fallen = whole.undone_by(last.seq).map(|by| lang.replay_undone_at(by));
    let parts = [Some(time(lang, replay, last)), fallen, Some(sentence)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(sign::BETWEEN)
}

/// The clock at the moment; a session rebuilt from a source has none.
fn time(lang: Lang, replay: &Replay, last: &Recorded) -> String {
    match replay.timeline.is_rebuilt() {
        true => lang.event_numbered(last.seq),
        false => replay.wall().unwrap_or(last.at).moment().format("%H:%M:%S").to_string(),
    }
}

/// The current question: since when it is asked, and who has it; at the right what the replay is filtered
/// by. A note pinned here comes before all that.
pub(super) fn current_question_line(
    canvas: &mut Canvas,
    line: Rect,
    clock: ScreenClock,
    replay: &Replay,
    whole: &Session,
) {
    let filter = filtered(canvas.lang, replay, whole);
    let line =
        canvas.text_right(line, &cut(&filter, usize::from(line.width) / 2), canvas.palette.strong);
    if let Some(listed) = replay.notes_here().next() {
        let note = format!(
            "{}: {}",
            canvas.lang.replay_note(),
            excerpt(&listed.note.text, usize::from(line.width))
        );
        canvas.text(after(line, 1), &note, canvas.palette.strong);
        return;
    }
    let state = replay.then.state();
    // Closing leaves questions on the floor, but nobody speaks any more.
    let latest = replay.desk.on_the_floor().max().filter(|_| !state.is_closed());
    let on_the_floor = latest.and_then(|number| state.question(number));
    let last = replay.then.history().last().and_then(|last| last.event.question());
    let concerned = last.and_then(|number| state.question(number));
    let Some(question) = concerned.or(on_the_floor) else { return };
    let line = after(line, 1);
    let full = current_question(canvas.lang, question, clock, replay, State::full_name);
    let text = match width(&full) > usize::from(line.width) {
        true => current_question(canvas.lang, question, clock, replay, State::short_name),
        false => full,
    };
    canvas.text(line, &text, canvas.palette.quiet);
}

/// "lọc: Sở KHCN, nhà ở"; nothing for the whole replay.
fn filtered(lang: Lang, replay: &Replay, whole: &Session) -> String {
    let (filter, state) = (&replay.filter, whole.state());
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
        false => format!("  {}: {} ", lang.replay_filtered(), values.join(", ")),
    }
}

fn current_question(
    lang: Lang,
    question: &Question,
    clock: ScreenClock,
    replay: &Replay,
    name: for<'a> fn(&'a State, &'a ResponderId) -> &'a str,
) -> String {
    let state = replay.then.state();
    let mut parts =
        vec![lang.question_numbered(question.number), lang.standing(question).to_owned()];
    if !replay.timeline.is_rebuilt() {
        let since = clock.wall.millis_since(question.asked_at);
        parts.push(match since {
            ..1000 => lang.replay_just_asked().to_owned(),
            since => lang.replay_asked_before(&lang.a_while(since)),
        });
    }
    parts.push(match question.lead() {
        Some(lead) => lang.replay_held_by(name(state, lead)),
        None => lang.not_routed_yet().to_owned(),
    });
    if let Some(person) = state.asker(question) {
        parts.push(lang.replay_asked_by(&person.name, person.unit.as_deref().unwrap_or_default()));
    }
    parts.join(sign::BETWEEN)
}
