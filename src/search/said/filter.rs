//! Filters of a search: by agency, unit, theme, status and speaker.

use crate::search::find::begins;
use crate::session::number::ResponderId;
use crate::session::question::Question;
use crate::session::state::State;

/// What a text is about and who said it.
#[derive(Clone, Copy, Default)]
pub(in crate::search) struct TextSubject<'a> {
    pub(in crate::search) question: Option<&'a Question>,
    pub(in crate::search) by: SpokenBy<'a>,
}

/// Who said a text.
#[derive(Clone, Copy, Default)]
pub(in crate::search) enum SpokenBy<'a> {
    Responder(&'a ResponderId),
    /// Who asked the question.
    Asker,
    #[default]
    Nobody,
}

/// What a text must be besides holding the words; the values are folded.
#[derive(Clone, Debug)]
pub(super) enum SaidFilter {
    /// The office that leads, supports or speaks.
    Agency(String),
    /// The unit of the asker.
    Unit(String),
    Theme(String),
    /// The status of the question, as files name it.
    Is(String),
    /// Who speaks: the asker of a question, the responder of an answer.
    By(String),
}

impl SaidFilter {
    pub(super) const NAMES: [&str; 5] = ["agency", "unit", "theme", "is", "by"];

    pub(super) fn named(name: &str, value: &str) -> Option<Self> {
        let value = value.to_owned();
        match name {
            "agency" => Some(Self::Agency(value)),
            "unit" => Some(Self::Unit(value)),
            "theme" => Some(Self::Theme(value)),
            "is" => Some(Self::Is(value)),
            "by" => Some(Self::By(value)),
            _ => None,
        }
    }

    pub(super) fn admits(&self, about: &TextSubject<'_>, state: &State) -> bool {
        let question = about.question;
        let asker = question.and_then(|question| state.asker(question));
        match self {
            Self::Agency(value) => {
                let routed =
                    question.into_iter().flat_map(|it| it.lead().into_iter().chain(it.support()));
                let speaks = match about.by {
                    SpokenBy::Responder(id) => Some(id),
                    SpokenBy::Asker | SpokenBy::Nobody => None,
                };
                routed.chain(speaks).any(|id| is_called(value, id, state))
            }
            Self::Unit(value) => asker
                .and_then(|asker| asker.unit.as_deref())
                .is_some_and(|unit| begins(value, unit)),
            Self::Theme(value) => question
                .and_then(|question| question.theme.as_deref())
                .is_some_and(|theme| begins(value, theme)),
            Self::Is(value) => question.is_some_and(|it| it.status.name() == value.as_str()),
            Self::By(value) => match about.by {
                SpokenBy::Responder(id) => is_called(value, id, state),
                SpokenBy::Asker => asker.is_some_and(|asker| begins(value, &asker.name)),
                SpokenBy::Nobody => false,
            },
        }
    }
}

/// Whether the responder has this id, or names with words that begin so.
fn is_called(value: &str, id: &ResponderId, state: &State) -> bool {
    let by_name = state.responder(id).is_some_and(|responder| {
        let names = [Some(&responder.name), responder.short.as_ref()].into_iter().flatten();
        names.chain(&responder.aliases).any(|name| begins(value, name))
    });
    by_name || id.0.eq_ignore_ascii_case(value)
}
