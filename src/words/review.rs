//! What a reviewer of a session reads: the bar, what was said, what changed and what was put right.

use super::{Lang, words};

words! {
    bar_damaged: vi "hỏng từ đây", en "damaged from here";
    bar_live: vi "đang ghi", en "being recorded";
}

impl Lang {
    /// The letter by which the bar marks a conclusion.
    pub fn conclusion_letter(self) -> char {
        self.pick('K', 'C')
    }
}
