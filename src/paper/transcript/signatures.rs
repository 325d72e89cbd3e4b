//! The end of the session in one sentence, and who signs the paper.

use crate::paper::document::{Signatures, Signer};
use crate::paper::facts::Paper;
use crate::session::payload::Opening;
use crate::session::state::Phase;

impl Paper<'_> {
    /// Of a closed session alone: an incomplete transcript is not signed.
    pub(super) fn signatures(self) -> Option<Signatures> {
        let Phase::Closed { at } = self.state().phase() else { return None };
        let lang = self.lang;
        let ending = match self.rebuilt_from() {
            Some(_) => lang.paper_ended().to_owned(),
            None => lang.paper_ended_at(&self.moment(at)),
        };
        let signer = |role: &str, name: fn(&Opening) -> Option<&String>| Signer {
            role: role.to_owned(),
            how: lang.paper_how_to_sign().to_owned(),
            name: self.state().opening().and_then(name).cloned().unwrap_or_default(),
        };
        Some(Signatures {
            ending,
            left: Some(signer(lang.paper_signature_of_secretary(), |it| it.secretary.as_ref())),
            right: signer(lang.paper_signature_of_chair(), |it| it.chair.as_ref()),
            recipients: Vec::new(),
        })
    }
}
