//! The moment in words: what happened last, how the replay runs, and who has the current question.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::describe;
use crate::i18n::Lang;
use crate::review::changes::Corrected;
use crate::session::Session;
use crate::session::event::Recorded;
use crate::session::number::ResponderId;
use crate::session::question::Question;
use crate::session::queue::Group;
use crate::session::state::State;
use crate::text::{safe, wrap};
use crate::tui::model::action::Action;
use crate::tui::model::bindings::{Scope, key_for};
use crate::tui::model::replay::{Replay, ReplayNotice};
use crate::tui::model::stopwatch::ScreenClock;
use crate::tui::view::canvas::{Canvas, after, cut, excerpt, narrow, row, width};
use crate::tui::view::sentences;
use crate::tui::view::theme::sign;

/// Speed, idle limit and position: in full, without the idle limit, and in brief.
pub(super) fn player(lang: Lang, replay: &Replay, whole: &Session) -> [String; 3] {
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
    let without_idle = format!("{sign} {speed}{}{place}{between}{state}", sign::BETWEEN);
    [told, without_idle, format!("{sign} {speed} {}", replay.position)]
}

/// The last event as a sentence, or the last notice, on as many lines as it takes.
pub(super) struct MomentText {
    lines: Vec<String>,
    style: Style,
}

impl MomentText {
    /// Wrapped to so many cells; when it takes more than `most` lines, the last one shows the key that
    /// reads it whole.
    pub(super) fn of(
        canvas: &Canvas,
        replay: &Replay,
        whole: &Session,
        (cells, most): (u16, u16),
    ) -> Self {
        let (lang, palette) = (canvas.lang, canvas.palette);
        let (text, style) = match &replay.notice {
            Some(
                notice @ (ReplayNotice::NoMore
                | ReplayNotice::NoSuchMoment
                | ReplayNotice::NothingLeft
                | ReplayNotice::Trouble(_)
                | ReplayNotice::MarksMissing),
            ) => (sentences::replay_notice(lang, notice), palette.trouble),
            Some(notice) => (sentences::replay_notice(lang, notice), palette.text),
            None => (told(lang, replay, whole), palette.text),
        };
        let text = safe::line(&text);
        let cells = usize::from(cells.saturating_sub(2)).max(1);
        let mut lines: Vec<String> = wrap::lines(&text, cells).map(str::to_owned).collect();
        let most = usize::from(most.max(1));
        if lines.len() > most {
            lines.truncate(most);
            let key = key_for(Scope::Replay, Action::ReadEvent).unwrap_or_default();
            let more = format!(" {} {key} {}", sign::MORE, Action::ReadEvent.short_name(lang));
            if let Some(last) = lines.last_mut() {
                let kept = whole_words(last, cells.saturating_sub(width(&more)));
                *last = format!("{kept}{more}");
            }
        }
        Self { lines, style }
    }

    pub(super) fn rows(&self) -> u16 {
        narrow(self.lines.len())
    }

    pub(super) fn draw(&self, canvas: &mut Canvas, area: Rect) {
        for (place, words) in self.lines.iter().enumerate() {
            canvas.text(after(row(area, place), 1), words, self.style);
        }
    }
}

/// As many whole words as fit into so many cells.
fn whole_words(text: &str, cells: usize) -> &str {
    let ends = text.match_indices(' ').map(|(place, _)| place);
    let place = ends.take_while(|place| width(text.split_at(*place).0) <= cells).last();
    text.split_at(place.unwrap_or(0)).0
}

fn told(lang: Lang, replay: &Replay, whole: &Session) -> String {
    let Some(last) = replay.then.history().last() else {
        return lang.replay_nothing_yet().to_owned();
    };
    // First, where a narrow window shows it in any case.
    let fallen = whole.undone_by(last.seq).map(|by| lang.replay_undone_at(by));
    let sentence = sentence(lang, replay, last, whole);
    let parts = [Some(time(lang, replay, last)), fallen, Some(sentence)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(sign::BETWEEN)
}

/// What happened; a correction as what it was and what it is.
fn sentence(lang: Lang, replay: &Replay, last: &Recorded, whole: &Session) -> String {
    let correction = replay.correction.as_ref().filter(|correction| match &correction.what {
        Corrected::Question { .. }
        | Corrected::Fields { .. }
        | Corrected::Delegate { .. }
        | Corrected::Route { .. } => true,
        // Their sentences name the event.
        Corrected::Undone | Corrected::Redone => false,
    });
    let Some(correction) = correction else { return lang.event_sentence(last, whole) };
    let told = describe::correction::correction(lang, correction, whole);
    let sentence = describe::correction::correction_sentence(lang, &told);
    match &correction.why {
        Some(why) => format!("{sentence}; {}", lang.because(why)),
        None => sentence,
    }
}

/// The clock at the moment; a session rebuilt from a source has none.
fn time(lang: Lang, replay: &Replay, last: &Recorded) -> String {
    match replay.timeline.is_rebuilt() {
        true => lang.event_numbered(last.seq),
        false => lang.clock(replay.wall().unwrap_or(last.at)),
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
    let latest = replay.desk.queue.in_group(Group::OnTheFloor).max().filter(|_| !state.is_closed());
    let on_the_floor = latest.and_then(|number| state.question(number));
    let last = replay.then.history().last().and_then(|last| last.event.question());
    let concerned = last.and_then(|number| state.question(number));
    let Some(question) = concerned.or(on_the_floor) else { return };
    let line = after(line, 1);
    let fits = |parts: &[String]| width(&parts.join(sign::BETWEEN)) <= usize::from(line.width);
    let full = current_question(canvas.lang, question, clock, replay, State::full_name);
    let mut parts = match fits(&full) {
        true => full,
        false => current_question(canvas.lang, question, clock, replay, State::short_name),
    };
    // What matters least stands last; none is shown in part.
    while parts.len() > 1 && !fits(&parts) {
        parts.pop();
    }
    let text = parts.join(sign::BETWEEN);
    canvas.text(line, &text, canvas.palette.quiet);
}

/// "lọc: Sở KH&CN, nhà ở"; nothing for the whole replay.
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
) -> Vec<String> {
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
    parts
}
