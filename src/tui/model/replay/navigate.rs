//! Moving in the replay: by event, by question, to a moment that is named.

use std::iter::successors;
use std::ops::Range;

use crate::review::filter::{holds, next_in, previous_in};
use crate::review::seek::SeekTarget;
use crate::review::timeline::{JumpTarget, Timeline, moment_of};
use crate::session::Session;
use crate::session::event::Event;

use super::player::beat_or;
use super::{Replay, ReplayNotice};

impl Replay {
    /// Time has passed for the reviewer; the replay goes on if it is playing.
    pub fn pass(&mut self, millis: u32, whole: &Session) {
        let next = |moment| next_scene(&self.timeline, self.stretches.as_deref(), whole, moment);
        let position = self.player.pass(millis, self.position, next);
        if position != self.position {
            self.position = position;
            self.show(whole);
            self.clear_notice();
        }
        self.follow_if_at_the_end(whole);
    }

    /// The replay advanced by itself: its last notice would hide the new event. Trouble stays.
    pub(super) fn clear_notice(&mut self) {
        self.notice.take_if(|notice| !matches!(notice, ReplayNotice::Trouble(_)));
    }

    /// Goes to a moment that the reviewer asked for.
    pub fn go(&mut self, whole: &Session, moment: usize) {
        self.notice = None;
        self.seek(whole, moment);
        self.follow_if_at_the_end(whole);
    }

    /// At the last moment shown of a live session the position follows new events; elsewhere it does not.
    fn follow_if_at_the_end(&mut self, whole: &Session) {
        self.following = self.last_shown(whole).is_none_or(|last| self.position >= last);
    }

    /// The first moment that the filter leaves.
    pub(super) fn first_shown(&self) -> Option<usize> {
        match &self.stretches {
            Some(stretches) => next_in(stretches, 0),
            None => Some(1),
        }
    }

    /// The last moment that the filter leaves.
    pub(super) fn last_shown(&self, whole: &Session) -> Option<usize> {
        match &self.stretches {
            Some(stretches) => previous_in(stretches, usize::MAX),
            None => Some(whole.history().len()),
        }
    }

    /// The nearest moment on the timeline that the filter leaves; any other one when it leaves none.
    pub(super) fn nearest_shown(&self, moment: usize) -> usize {
        let Some(stretches) = self.stretches.as_ref().filter(|left| !holds(left, moment)) else {
            return moment;
        };
        let axis = self.timeline.axis();
        let distance = |other: &usize| axis.position(*other).abs_diff(axis.position(moment));
        let nearest = [previous_in(stretches, moment), next_in(stretches, moment)];
        nearest.into_iter().flatten().min_by_key(distance).unwrap_or(moment)
    }

    pub(super) fn go_to_first(&mut self, whole: &Session) {
        self.go_if_there(whole, self.first_shown());
    }

    pub(super) fn go_to_last(&mut self, whole: &Session) {
        self.go_if_there(whole, self.last_shown(whole));
    }

    pub(super) fn play_or_pause(&mut self, whole: &Session) {
        self.notice = None;
        // At the end of a session that is over, play begins anew.
        let is_at_the_end = self.last_shown(whole).is_some_and(|last| self.position >= last);
        if !self.player.playing && is_at_the_end && !self.live {
            self.seek(whole, self.first_shown().unwrap_or(1));
        }
        self.player.playing = !self.player.playing;
    }

    pub(super) fn step_on(&mut self, whole: &Session) {
        let next = match &self.stretches {
            Some(stretches) => next_in(stretches, self.position),
            None => (self.position < whole.history().len()).then_some(self.position + 1),
        };
        self.go_if_there(whole, next);
    }

    pub(super) fn step_back(&mut self, whole: &Session) {
        let previous = match &self.stretches {
            Some(stretches) => previous_in(stretches, self.position),
            None => (self.position > 1).then_some(self.position - 1),
        };
        self.go_if_there(whole, previous);
    }

    pub(super) fn go_to_next(&mut self, whole: &Session, stop: JumpTarget) {
        let stops = successors(self.timeline.next(stop, self.position), |moment| {
            self.timeline.next(stop, *moment)
        });
        let next = self.first_held(stops);
        self.go_if_there(whole, next);
    }

    pub(super) fn go_to_previous(&mut self, whole: &Session, stop: JumpTarget) {
        let stops = successors(self.timeline.previous(stop, self.position), |moment| {
            self.timeline.previous(stop, *moment)
        });
        let previous = self.first_held(stops);
        self.go_if_there(whole, previous);
    }

    /// The first of these moments that the filter leaves.
    fn first_held(&self, mut moments: impl Iterator<Item = usize>) -> Option<usize> {
        let stretches = self.stretches.as_deref();
        moments.find(|moment| stretches.is_none_or(|shown| holds(shown, *moment)))
    }

    fn go_if_there(&mut self, whole: &Session, moment: Option<usize>) {
        match moment {
            Some(moment) => self.go(whole, moment),
            None => self.notice = Some(ReplayNotice::NoMore),
        }
    }

    /// Goes where the chosen question came to the floor.
    pub(super) fn go_to_the_chosen(&mut self, whole: &Session) {
        let moment = self.desk.chosen.and_then(|number| moment_of(whole, number));
        self.go_if_there(whole, moment);
    }

    /// Goes to a moment that was named; false when the session has no such moment.
    pub fn go_to(&mut self, whole: &Session, typed: &str) -> bool {
        let point = typed.parse::<SeekTarget>().ok();
        let moment = point.and_then(|point| point.resolve(whole, self.position));
        if let Some(moment) = moment {
            self.go(whole, moment.max(1));
        }
        moment.is_some()
    }
}

/// The moment shown after one, and the milliseconds of the session to it. The roster comes all at once.
fn next_scene(
    timeline: &Timeline,
    stretches: Option<&[Range<usize>]>,
    whole: &Session,
    moment: usize,
) -> Option<(usize, i64)> {
    let history = whole.history();
    let shown = stretches.map_or(Some(moment + 1), |stretches| next_in(stretches, moment))?;
    let next = history.get(shown - 1)?;
    let gap = moment.checked_sub(1).map_or(0, |last| next.at.millis_since(history[last].at));
    let gap = match next.event {
        Event::ResponderAdded { .. } => gap,
        _ => beat_or(gap, timeline.is_rebuilt()),
    };
    Some((shown, gap))
}
