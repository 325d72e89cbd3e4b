//! A change between two moments of a session.

use crate::i18n::Lang;
use crate::review::changes::{QuestionChange, StateChange};
use crate::session::number::{QuestionNo, Seq, TaskNo};
use crate::session::payload::Quality;
use crate::session::question::{Answer, Route, Status};
use crate::session::revision::{RevisedField, RevisedThing, Revision};
use crate::session::state::{State, Task};
use crate::text::safe;

/// A change or a correction as text: what it is about, how that was, how it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeText {
    pub what: String,
    /// `None`: there was nothing.
    pub before: Option<String>,
    /// `None`: there is nothing any more.
    pub after: Option<String>,
}

/// A change between the moments with these states, as text that is safe to show.
pub fn change(lang: Lang, change: &StateChange, a: &State, b: &State) -> ChangeText {
    let (what, before, after) = Comparing { lang, a, b }.change(change);
    safe_text(&what, before, after)
}

/// The same as one sentence, in lower case without a full stop.
pub fn change_sentence(lang: Lang, change: &ChangeText) -> String {
    match (&change.before, &change.after) {
        (Some(before), Some(after)) => lang.change_from_to(&change.what, before, after),
        (None, Some(after)) => lang.change_to(&change.what, after),
        (Some(before), None) => lang.change_gone(&change.what, before),
        (None, None) => change.what.clone(),
    }
}

pub(super) fn safe_text(what: &str, before: Option<String>, after: Option<String>) -> ChangeText {
    let safe = |words: String| safe::line(&words).into_owned();
    ChangeText { what: safe(what.to_owned()), before: before.map(safe), after: after.map(safe) }
}

/// Two moments, which know the names.
struct Comparing<'a> {
    lang: Lang,
    a: &'a State,
    b: &'a State,
}

/// What it is about, how that was and how it is.
type ChangeParts = (String, Option<String>, Option<String>);

fn new(what: String, now: Option<String>) -> ChangeParts {
    (what, None, now)
}

fn gone(what: String, was: Option<String>) -> ChangeParts {
    (what, was, None)
}

impl Comparing<'_> {
    fn change(&self, change: &StateChange) -> ChangeParts {
        let (lang, a, b) = (self.lang, self.a, self.b);
        match change {
            StateChange::Phase { from, to } => {
                let phases = [from, to].map(|phase| Some(lang.phase(*phase).to_owned()));
                let [before, after] = phases;
                (lang.change_phase().to_owned(), before, after)
            }
            StateChange::Question { question, change } => self.question(*question, change),
            StateChange::TaskNew(number) => new(lang.task_no(*number), task(b, *number)),
            StateChange::TaskGone(number) => gone(lang.task_no(*number), task(a, *number)),
            StateChange::TaskProgressed { from, to } => {
                let news = [from, to].map(|task| Some(self.progress(task)));
                let [before, after] = news;
                (lang.task_no(to.number), before, after)
            }
            StateChange::StatementNew(seq) => new(lang.change_statement(*seq), statement(b, *seq)),
            StateChange::StatementGone(seq) => {
                gone(lang.change_statement(*seq), statement(a, *seq))
            }
            StateChange::ConclusionNew(seq) => {
                new(lang.change_conclusion(*seq), conclusion(b, *seq))
            }
            StateChange::ConclusionGone(seq) => {
                gone(lang.change_conclusion(*seq), conclusion(a, *seq))
            }
            StateChange::ResponderNew(id) => {
                new(lang.change_responder().to_owned(), Some(b.full_name(id).to_owned()))
            }
            StateChange::ResponderGone(id) => {
                gone(lang.change_responder().to_owned(), Some(a.full_name(id).to_owned()))
            }
            StateChange::DelegateNew(number) => {
                let who = b.delegate(*number).map(|person| lang.person(person));
                new(lang.delegate_numbered(*number), who)
            }
            StateChange::DelegateGone(number) => {
                let who = a.delegate(*number).map(|person| lang.person(person));
                gone(lang.delegate_numbered(*number), who)
            }
            StateChange::Fields { thing, revisions } => fields_parts(lang, thing, revisions, b),
            StateChange::DelegateCorrected { from, to } => {
                let [before, after] = [from, to].map(|person| Some(lang.person(person)));
                (lang.delegate_numbered(to.delegate), before, after)
            }
        }
    }

    fn question(&self, number: QuestionNo, change: &QuestionChange) -> ChangeParts {
        let (lang, a, b) = (self.lang, self.a, self.b);
        match change {
            QuestionChange::New => new(lang.question_no(number), text(b, number)),
            QuestionChange::Gone => gone(lang.question_no(number), text(a, number)),
            QuestionChange::Edited { from, to } => {
                (lang.change_text(number), Some(quoted(from)), Some(quoted(to)))
            }
            QuestionChange::Moved { from, to } => {
                let [before, after] = [from, to].map(|place| Some(lang.place_in_queue(*place)));
                (lang.change_place(number), before, after)
            }
            QuestionChange::Routed { from, to } => {
                let before = from.as_ref().map(|route| route_named(lang, route, a));
                (lang.change_route(number), before, to.as_ref().map(|to| route_named(lang, to, b)))
            }
            QuestionChange::Answered(answer) => {
                new(lang.change_answer(number, b.short_name(&answer.by)), Some(self.answer(answer)))
            }
            QuestionChange::AnswerGone(answer) => gone(
                lang.change_answer(number, a.short_name(&answer.by)),
                Some(self.answer(answer)),
            ),
            QuestionChange::AnswerAmended { from, to } => {
                let what = lang.change_answer(number, b.short_name(&to.by));
                (what, Some(self.answer(from)), Some(self.answer(to)))
            }
            QuestionChange::Status { from, to } => {
                let [before, after] = [from, to].map(|status| Some(self.status(status)));
                (lang.question_no(number), before, after)
            }
        }
    }

    fn answer(&self, answer: &Answer) -> String {
        let text = quoted_or_unreported(self.lang, answer.text.as_deref());
        let text = match &answer.spoken_by {
            Some(who) => format!("{}: {text}", self.lang.spokesperson(who)),
            None => text,
        };
        match answer.quality {
            Quality::Full => text,
            Quality::Partial | Quality::Explained => {
                format!("{text} ({})", self.lang.quality(answer.quality))
            }
        }
    }

    /// What has become of a question, with what that names.
    fn status(&self, status: &Status) -> String {
        let lang = self.lang;
        let name = lang.status(status);
        match status {
            Status::Answering { by, .. } => format!("{name} ({})", self.b.short_name(by)),
            Status::Deferred(deferral) => {
                format!("{name}; {}", lang.due(deferral.due, deferral.due_text.as_deref()))
            }
            Status::Referred(disposal)
            | Status::Declined { disposal, .. }
            | Status::Withdrawn { disposal, .. } => {
                let why = disposal.why.as_ref().map(|why| format!("; {}", lang.because(why)));
                format!("{name}{}", why.unwrap_or_default())
            }
            Status::Merged { into, .. } => format!("{name} → {}", lang.question_no(*into)),
            Status::Split { parts, .. } => {
                let parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
                format!("{name} → {}", lang.questions_numbered(&parts.join(", ")))
            }
            Status::Queued | Status::Called { .. } | Status::Answered => name.to_owned(),
        }
    }

    fn progress(&self, task: &Task) -> String {
        let lang = self.lang;
        let mut text = lang.progress(task.progress).to_owned();
        if let Some(document) = &task.document {
            text = format!("{text}, {}", lang.document_numbered(document));
        }
        match &task.remark {
            Some(remark) => format!("{text}: {}", quoted(remark)),
            None => text,
        }
    }
}

/// What was corrected, each field as it was and as it is.
pub(super) fn fields_parts(
    lang: Lang,
    thing: &RevisedThing,
    revisions: &[Revision],
    state: &State,
) -> (String, Option<String>, Option<String>) {
    let what = match thing {
        RevisedThing::Answer(question, _) => lang.corrected_answer(&lang.question_no(*question)),
        thing => lang.revised_thing(thing, state),
    };
    if let [Revision { field: RevisedField::Text, was, now }] = revisions {
        let [was, now] = [was, now].map(|text| match text {
            Some(text) => lang.revised_value(text, state),
            None => lang.words_unreported().to_owned(),
        });
        return (what, Some(was), Some(now));
    }
    let was = lang.revised_side(revisions, |revision| &revision.was, state);
    let now = lang.revised_side(revisions, |revision| &revision.now, state);
    (what, Some(was), Some(now))
}

/// Who leads, and who supports.
pub(super) fn route_named(lang: Lang, route: &Route, state: &State) -> String {
    let lead = state.short_name(&route.lead);
    if route.support.is_empty() {
        return lead.to_owned();
    }
    let support: Vec<&str> = route.support.iter().map(|id| state.short_name(id)).collect();
    format!("{lead}; {}", lang.supporting(&support.join(", ")))
}

pub(super) fn quoted_or_unreported(lang: Lang, words: Option<&str>) -> String {
    words.map_or_else(|| lang.words_unreported().to_owned(), quoted)
}

fn text(state: &State, number: QuestionNo) -> Option<String> {
    state.question(number).map(|question| quoted(&question.text))
}

fn task(state: &State, number: TaskNo) -> Option<String> {
    state.task(number).map(|task| quoted(&task.text))
}

fn statement(state: &State, seq: Seq) -> Option<String> {
    let statement = state.statement(seq)?;
    Some(format!("{}: {}", state.short_name(&statement.by), quoted(&statement.text)))
}

fn conclusion(state: &State, seq: Seq) -> Option<String> {
    state.conclusion(seq).map(|conclusion| quoted(&conclusion.text))
}

pub(super) fn quoted(words: &str) -> String {
    format!("“{words}”")
}
