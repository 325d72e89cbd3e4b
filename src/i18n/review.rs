//! What a reviewer of a session reads: the bar, what was said, what changed and what was put right.

mod change;
mod correction;

use super::{Lang, sentences};
use crate::review::said::Speaker;
use crate::session::state::State;

sentences! {
    bar_damaged: vi "hỏng từ đây", en "damaged from here";
    bar_live: vi "đang ghi", en "being recorded";
}

impl Lang {
    /// The letter by which the bar marks a conclusion.
    pub fn conclusion_letter(self) -> char {
        self.pick('K', 'C')
    }

    /// Whose words they are, as a list shows it; not yet safe to show.
    pub fn speaker(self, speaker: &Speaker, state: &State) -> String {
        match speaker {
            Speaker::Delegate(number) => match state.delegate(*number) {
                Some(person) => person.name.clone(),
                None => self.delegate_numbered(*number),
            },
            Speaker::Unnamed => self.anonymous().to_owned(),
            Speaker::Responder(id) => state.short_name(id).to_owned(),
            Speaker::Hand(name) => name.clone(),
        }
    }
}
