//! The player: how fast the replay runs, and how long it stays where nothing happens.

/// Speeds that the keys go through, in times the session's own.
pub const SPEEDS: [f64; 12] =
    [0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 60.0, 120.0, 300.0, 600.0];
/// Idle time is shortened to these many seconds of the session; the last keeps it as it was.
pub const IDLE_LIMITS: [Option<u32>; 8] =
    [Some(1), Some(3), Some(10), Some(30), Some(60), Some(120), Some(300), None];

/// What a session without a clock of its own is given between two events, in milliseconds.
const BEAT: i64 = 1_000;

/// Play and pause, and the time since the last event.
#[derive(Clone, Debug, PartialEq)]
pub struct Player {
    pub playing: bool,
    speed: f64,
    idle_limit: Option<u32>,
    /// Milliseconds of the session since the event at the position.
    gone: f64,
}

impl Default for Player {
    fn default() -> Self {
        Self { playing: false, speed: 1.0, idle_limit: Some(3), gone: 0.0 }
    }
}

impl Player {
    /// Times the session's own speed.
    pub fn speed(&self) -> f64 {
        self.speed
    }

    /// Anything beyond the slowest and the fastest is brought back to them.
    pub fn set_speed(&mut self, speed: f64) {
        self.speed = speed.clamp(SPEEDS[0], SPEEDS[SPEEDS.len() - 1]);
    }

    pub fn faster(&mut self) {
        self.set_speed(SPEEDS.into_iter().find(|speed| *speed > self.speed).unwrap_or(self.speed));
    }

    pub fn slower(&mut self) {
        let slower = SPEEDS.into_iter().rev().find(|speed| *speed < self.speed);
        self.set_speed(slower.unwrap_or(self.speed));
    }

    /// Idle time is shortened to so many seconds of the session; `None` keeps it as it was.
    pub fn idle_limit(&self) -> Option<u32> {
        self.idle_limit
    }

    pub fn longer_idle(&mut self) {
        self.turn_idle(1);
    }

    pub fn shorter_idle(&mut self) {
        self.turn_idle(-1);
    }

    fn turn_idle(&mut self, step: isize) {
        let place =
            IDLE_LIMITS.iter().position(|idle_limit| *idle_limit == self.idle_limit).unwrap_or(0);
        self.idle_limit = IDLE_LIMITS[place.saturating_add_signed(step).min(IDLE_LIMITS.len() - 1)];
    }

    /// Milliseconds of the session since the event at the position.
    #[expect(clippy::cast_possible_truncation, reason = "idle time is no longer than a session")]
    pub fn gone(&self) -> i64 {
        self.gone as i64
    }

    /// The position was set: time since its event starts at zero.
    pub fn arrive(&mut self) {
        self.gone = 0.0;
    }

    /// Lets so many milliseconds of the reviewer's time pass and returns the new position. `next` tells the
    /// stop after one, and the milliseconds of the session to it. At the last stop the replay ends.
    pub fn pass(
        &mut self,
        millis: u32,
        mut position: usize,
        next: impl Fn(usize) -> Option<(usize, i64)>,
    ) -> usize {
        if !self.playing {
            return position;
        }
        self.gone += f64::from(millis) * self.speed;
        loop {
            let Some((stop, gap)) = next(position) else {
                self.playing = false;
                self.gone = 0.0;
                return position;
            };
            let wait = self.wait(gap);
            if self.gone < wait {
                return position;
            }
            self.gone -= wait;
            position = stop;
        }
    }

    /// How long the replay stays on an event before the next one, which came after `gap` milliseconds.
    fn wait(&self, gap: i64) -> f64 {
        let gap = f64::from(u32::try_from(gap.max(0)).unwrap_or(u32::MAX));
        self.idle_limit.map_or(gap, |most| gap.min(f64::from(most) * 1000.0))
    }
}

/// The gap that a replay shows between two events of a session without a clock of its own.
pub fn beat_or(gap: i64, without_a_clock: bool) -> i64 {
    if without_a_clock { BEAT } else { gap }
}

#[cfg(test)]
mod tests {
    use super::{IDLE_LIMITS, Player, SPEEDS};

    /// Five events, ten seconds apart but for the last, which came an hour later.
    fn next(position: usize) -> Option<(usize, i64)> {
        let gap = if position == 4 { 3_600_000 } else { 10_000 };
        (position < 5).then_some((position + 1, gap))
    }

    fn playing(speed: f64) -> Player {
        let mut player = Player { playing: true, ..Player::default() };
        player.set_speed(speed);
        player
    }

    #[test]
    fn a_lull_takes_no_longer_than_was_set_and_the_rest_of_the_time_is_kept() {
        let mut player = playing(1.0);
        assert_eq!(player.pass(2_999, 0, next), 0);
        assert_eq!(player.pass(2, 0, next), 1, "three seconds are enough for ten");
        assert_eq!(player.gone(), 1);
        let mut player = playing(1.0);
        for _ in 0..IDLE_LIMITS.len() {
            player.longer_idle();
        }
        assert_eq!(player.idle_limit(), None);
        assert_eq!(player.pass(9_999, 0, next), 0);
        assert_eq!(player.pass(1, 0, next), 1);
    }

    #[test]
    fn a_fast_replay_passes_many_events_at_once_and_stops_at_the_end() {
        let mut player = playing(600.0);
        assert_eq!(player.pass(60_000, 0, next), 5);
        assert!(!player.playing);
    }

    #[test]
    fn a_replay_that_is_paused_does_not_move() {
        assert_eq!(Player::default().pass(60_000, 2, next), 2);
    }

    #[test]
    fn speeds_go_from_one_to_the_next_and_no_further_than_the_ends() {
        let mut player = playing(0.3);
        player.faster();
        assert!((player.speed() - 0.5).abs() < 1e-9);
        for _ in 0..20 {
            player.faster();
        }
        assert!((player.speed() - SPEEDS[11]).abs() < 1e-9);
        for _ in 0..20 {
            player.slower();
        }
        assert!((player.speed() - SPEEDS[0]).abs() < 1e-9);
    }
}
