//! How long the queue was, over the time of the session.

use chrono::TimeDelta;

use crate::session::time::Timestamp;

/// Steps kept, however long the session.
const MOST_STEPS: usize = 480;

/// Questions that wait, at any moment: asked, and neither on the floor nor settled.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueueLength {
    /// When the session opened; `None` before that.
    pub opened: Option<Timestamp>,
    /// From the opening to the last event, pauses and all.
    pub millis: i64,
    /// Where the number changes, from the opening on. When that is too often, the highest number of each of
    /// so many equal stretches that a wide chart shows each; the last is always the present number.
    pub steps: Vec<QueueStep>,
    /// Where it was longest first.
    pub peak: QueueStep,
}

/// From then on so many questions wait.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QueueStep {
    /// Milliseconds since the opening.
    pub after: i64,
    pub waiting: usize,
}

impl QueueLength {
    /// How many wait at the end.
    #[must_use]
    pub fn now(&self) -> usize {
        self.steps.last().map_or(0, |step| step.waiting)
    }

    /// The moment so many milliseconds after the opening.
    #[must_use]
    pub fn at(&self, after: i64) -> Option<Timestamp> {
        let later =
            self.opened?.moment().checked_add_signed(TimeDelta::try_milliseconds(after)?)?;
        Some(Timestamp::new(later))
    }

    /// The highest number in each of so many equal stretches of the session.
    #[must_use]
    pub fn highest(&self, stretches: usize) -> Vec<usize> {
        highest(&self.steps, self.millis, stretches)
    }
}

/// The steps as they happen.
#[derive(Default)]
pub(super) struct QueueSteps {
    opened: Option<Timestamp>,
    millis: i64,
    taken: Vec<QueueStep>,
}

impl QueueSteps {
    /// After a standing event so many wait.
    pub(super) fn note(&mut self, at: Timestamp, waiting: usize) {
        let opened = *self.opened.get_or_insert(at);
        self.millis = at.millis_since(opened).max(self.millis);
        let step = QueueStep { after: self.millis, waiting };
        match self.taken.last_mut() {
            Some(last) if last.waiting == waiting => {}
            Some(last) if last.after == step.after => last.waiting = waiting,
            _ => self.taken.push(step),
        }
    }

    pub(super) fn finished(self) -> QueueLength {
        let Self { opened, millis, taken: mut steps } = self;
        // A change undone within the same millisecond is no step.
        steps.dedup_by_key(|step| step.waiting);
        let longest = |peak: QueueStep, step: &QueueStep| match step.waiting > peak.waiting {
            true => *step,
            false => peak,
        };
        let peak = steps.iter().fold(QueueStep::default(), longest);
        if steps.len() > MOST_STEPS {
            steps = thinned(&steps, millis);
        }
        QueueLength { opened, millis, steps, peak }
    }
}

fn thinned(steps: &[QueueStep], millis: i64) -> Vec<QueueStep> {
    let now = steps.last().map_or(0, |step| step.waiting);
    let stretches = MOST_STEPS - 1;
    let begins = |stretch: usize| part_of(millis, stretch, stretches);
    let numbers = highest(steps, millis, stretches).into_iter().enumerate();
    let mut thinned: Vec<QueueStep> =
        numbers.map(|(stretch, waiting)| QueueStep { after: begins(stretch), waiting }).collect();
    thinned.push(QueueStep { after: millis, waiting: now });
    thinned
}

fn highest(steps: &[QueueStep], millis: i64, stretches: usize) -> Vec<usize> {
    let mut left = steps.iter().peekable();
    let mut waiting = 0;
    let mut stretch_by_stretch = Vec::with_capacity(stretches);
    for stretch in 0..stretches {
        let end = part_of(millis, stretch + 1, stretches);
        let is_last = stretch + 1 == stretches;
        // A step at the very beginning of a stretch has ended what was before it.
        let begins = part_of(millis, stretch, stretches);
        let carried = left.peek().is_none_or(|step| step.after > begins);
        let mut highest = if carried { waiting } else { 0 };
        while let Some(step) = left.next_if(|step| step.after < end || is_last) {
            waiting = step.waiting;
            highest = highest.max(waiting);
        }
        stretch_by_stretch.push(highest);
    }
    stretch_by_stretch
}

fn part_of(millis: i64, part: usize, parts: usize) -> i64 {
    let (part, parts) = (part as i128, parts.max(1) as i128);
    i64::try_from(i128::from(millis) * part / parts).unwrap_or(millis)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::{MOST_STEPS, QueueStep, QueueSteps};
    use crate::session::time::Timestamp;

    fn steps(waiting: impl IntoIterator<Item = (i64, usize)>) -> QueueSteps {
        let opened: Timestamp = "2024-03-22T08:00:00+07:00".parse().expect("a time");
        let mut steps = QueueSteps::default();
        steps.note(opened, 0);
        for (seconds, waiting) in waiting {
            let at = Timestamp::new(opened.moment() + TimeDelta::seconds(seconds));
            steps.note(at, waiting);
        }
        steps
    }

    #[test]
    fn only_changes_are_steps_and_the_highest_of_each_stretch_is_kept() {
        let queue = steps([(10, 1), (20, 2), (25, 2), (30, 0), (80, 1), (100, 1)]).finished();
        let told: Vec<_> = queue.steps.iter().map(|step| (step.after, step.waiting)).collect();
        assert_eq!(told, [(0, 0), (10_000, 1), (20_000, 2), (30_000, 0), (80_000, 1)]);
        assert_eq!(queue.peak, QueueStep { after: 20_000, waiting: 2 });
        assert_eq!((queue.millis, queue.now()), (100_000, 1));
        assert_eq!(queue.highest(4), [2, 2, 0, 1]);
        assert_eq!(queue.highest(1), [2]);
    }

    #[test]
    fn a_queue_with_many_changes_keeps_its_peak_and_its_end() {
        let numbers = (0..100_000).zip((0..7).cycle());
        let restless =
            numbers.map(|(second, waiting)| (second, if second == 54_321 { 900 } else { waiting }));
        let queue = steps(restless).finished();
        assert_eq!(queue.steps.len(), MOST_STEPS);
        assert_eq!(queue.steps.iter().map(|step| step.waiting).max(), Some(900));
        assert_eq!(queue.peak, QueueStep { after: 54_321_000, waiting: 900 });
        assert_eq!(queue.now(), 99_999 % 7);
        assert!(queue.steps.is_sorted_by_key(|step| step.after));
    }
}
