//! The end of the session in one sentence, and the lines on which the paper is signed.

use super::Transcript;
use crate::session::state::Phase;

/// Lines left free for a signature.
const TO_SIGN_ON: usize = 4;

impl Transcript<'_> {
    /// Of a closed session alone: an incomplete transcript is not signed.
    pub(super) fn signatures(&mut self) {
        let Phase::Closed { at } = self.state().phase() else { return };
        let lang = self.lang;
        let ended = match self.rebuilt_from() {
            Some(_) => lang.paper_ended().to_owned(),
            None => lang.paper_ended_at(&self.moment(at)),
        };
        self.page.gap();
        self.page.paragraph(0, &ended);
        self.page.gap();
        self.page.columns(lang.paper_signature_of_secretary(), lang.paper_signature_of_chair());
        self.page.columns(lang.paper_how_to_sign(), lang.paper_how_to_sign());
        (0..TO_SIGN_ON).for_each(|_| self.page.line(0, ""));
        let Some(opening) = self.state().opening() else { return };
        let [secretary, chair] =
            [&opening.secretary, &opening.chair].map(|name| name.as_deref().unwrap_or_default());
        self.page.columns(secretary, chair);
    }
}
