//! A correction in a session, and who made it.

use super::change::{ChangeText, change_sentence, fields_parts, quoted, route_named, safe_text};
use crate::i18n::Lang;
use crate::review::changes::{Corrected, Correction};
use crate::session::Session;
use crate::text::safe;

/// What was corrected and what replaced it, as text that is safe to show.
pub fn correction(lang: Lang, correction: &Correction, session: &Session) -> ChangeText {
    let state = session.state();
    let first_event = || {
        let recorded = session.event(correction.corrects);
        recorded.map(|recorded| lang.event_sentence(recorded, session))
    };
    let (what, before, after) = match &correction.what {
        Corrected::Question { question, first, now } => {
            (lang.change_text(*question), Some(quoted(first)), Some(quoted(now)))
        }
        Corrected::Fields { thing, revisions } => fields_parts(lang, thing, revisions, state),
        Corrected::Delegate { first, now } => {
            let [before, after] = [first, now].map(|person| Some(lang.person(person)));
            (lang.delegate_numbered(now.delegate), before, after)
        }
        Corrected::Route { question, first, now } => {
            let [before, after] = [first, now].map(|route| Some(route_named(lang, route, state)));
            (lang.change_route(*question), before, after)
        }
        Corrected::Undone => (lang.corrected_undone(correction.corrects), first_event(), None),
        Corrected::Redone => (lang.corrected_redone(correction.corrects), None, first_event()),
    };
    safe_text(&what, before, after)
}

/// A correction as one sentence, in lower case without a full stop.
pub fn correction_sentence(lang: Lang, correction: &ChangeText) -> String {
    match (&correction.before, &correction.after) {
        (Some(event), None) | (None, Some(event)) => format!("{}: {event}", correction.what),
        _ => change_sentence(lang, correction),
    }
}

/// Who corrected it, when and why, on one line; safe to show.
pub fn correction_signed(lang: Lang, correction: &Correction) -> String {
    let at = lang.clock_and_day(&lang.clock(correction.at), &lang.day(correction.at.date()));
    let signed = lang.signed_by(&at, lang.recorder(&correction.by));
    let signed = match &correction.why {
        Some(why) => format!("{signed}; {}", lang.because(why)),
        None => signed,
    };
    safe::line(&signed).into_owned()
}
