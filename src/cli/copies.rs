//! What `new` and `apply` say of the copies of the session they write.

use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::describe;
use crate::i18n::Lang;
use crate::live::{LiveSession, Replication};

use super::outcome::say;

/// How long the end waits for copies that follow by themselves, and how often it looks.
const LAST_WAIT: Duration = Duration::from_secs(3);
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);

/// Says when fewer copies hold everything than before.
pub(super) struct CopiesReport {
    lang: Lang,
    /// How many held everything when that was told last.
    told: usize,
}

impl CopiesReport {
    pub(super) fn new(lang: Lang, live: &LiveSession) -> Self {
        Self { lang, told: live.replication().wanted() }
    }

    /// Not while the last event is still on its way to a copy.
    pub(super) fn tell(&mut self, file: &Path, replication: &Replication) {
        let (held, wanted) = (replication.held(), replication.wanted());
        if !replication.is_whole() && !replication.is_in_trouble() {
            return;
        }
        if held < self.told
            && let Some(why) = describe::store::copies_lost(self.lang, file, replication)
        {
            say(&format!("{} {why}", self.lang.saved_in(held, wanted)));
        }
        self.told = held;
    }
}

/// Waits a moment for the copies that follow by themselves.
pub(super) fn wait_for_copies(live: &mut LiveSession) {
    let until = Instant::now() + LAST_WAIT;
    loop {
        live.look_at_copies();
        let replication = live.replication();
        let settled = replication.is_whole() || replication.is_in_trouble();
        if settled || Instant::now() > until {
            return;
        }
        sleep(BETWEEN_LOOKS);
    }
}
