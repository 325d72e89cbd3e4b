//! Questions, answers and their corrections, each with its text.

use crate::paper::document::{Detail, Entry};
use crate::paper::facts::{Charge, Paper};
use crate::session::event::{Asked, Assigned, Event, Given, Recorded};
use crate::session::number::{QuestionNo, Seq};
use crate::session::payload::{Edit, Quality};
use crate::session::question::Answer;
use crate::session::revision::{RevisedField, RevisedThing, RevisedValue, Revision, revised_thing};

/// Cells for the labels "before", "now" and "reason".
const LABELS: usize = 12;

impl<'a> Paper<'a> {
    pub(super) fn asked(self, recorded: &Recorded, asked: &Asked) -> Entry {
        let lang = self.lang;
        // As it stands now; what it was is told where it was corrected.
        let now = self.state().question(asked.question);
        let delegate = now.map_or(asked.delegate, |question| question.delegate);
        let theme = now.map_or(&asked.theme, |question| &question.theme);
        let who = self.asker(delegate);
        let kind_and_channel = match now {
            Some(now) => lang.classified(now.kind, now.channel, now.point.as_deref()),
            None => lang.classified(asked.kind, asked.channel, asked.point.as_deref()),
        };
        let theme = theme.as_ref().map(|theme| lang.paper_theme(theme));
        let follows = asked.follows.map(|first| lang.paper_follows(first));
        let notes: Vec<String> = theme.into_iter().chain(follows).collect();
        let notes = (!notes.is_empty()).then(|| Detail::Said(format!("({})", notes.join("; "))));
        self.entry(recorded, lang.paper_asked(asked.question, &kind_and_channel, &who))
            .with([Detail::Said(now.map_or(&asked.text, |now| &now.text).to_string())])
            .with(notes)
    }

    pub(super) fn edited(self, recorded: &Recorded, edit: &Edit) -> Entry {
        let before = self.question_before(edit.question, recorded.seq);
        let (before, now) = (before.map(str::to_owned), Some(edit.text.to_string()));
        self.entry(recorded, self.lang.paper_edited(edit.question))
            .with(self.before_and_now(None, before, now))
            .with(self.reason(edit.why.as_deref()))
    }

    pub(super) fn answered(self, recorded: &Recorded, given: &Given) -> Entry {
        let lang = self.lang;
        let answer = self.answer(given.question, recorded.seq);
        let by = answer.map_or(&given.by_responder, |answer| &answer.by);
        let spoken_by = answer.map_or(&given.spoken_by, |answer| &answer.spoken_by).as_ref();
        let by = &lang.speaking_for(self.state().full_name(by), spoken_by);
        let quality = answer.map_or(given.quality.unwrap_or_default(), |answer| answer.quality);
        let header = match quality {
            Quality::Partial => lang.paper_answered_partly(given.question, by),
            Quality::Explained => lang.paper_explained(given.question, by),
            Quality::Full => lang.paper_answered(given.question, by),
        };
        let words = answer.map_or(given.text.as_deref(), |answer| answer.text.as_deref());
        let words = words.unwrap_or(lang.paper_words_unreported());
        let amended = answer
            .is_some_and(|answer| answer.amended.is_some())
            .then(|| Detail::Said(lang.paper_amended_later().to_owned()));
        self.entry(recorded, header).with([Detail::Said(words.to_owned())]).with(amended)
    }

    /// A correction of single fields: what each was, what it is, why.
    pub(super) fn corrected(self, recorded: &Recorded) -> Entry {
        let (lang, state) = (self.lang, self.state());
        let Some((thing, revisions)) = self.session().revised_by(recorded.seq) else {
            return self.entry(recorded, "");
        };
        let why = revised_thing(&recorded.event).and_then(|(_, why)| why);
        let header = match &thing {
            RevisedThing::Answer(question, answer) => {
                let by = self.answer(*question, *answer).map(|answer| &answer.by);
                lang.paper_amended(*question, by.map_or("", |by| state.full_name(by)))
            }
            thing => lang.paper_corrected(&lang.revised_thing(thing, state)),
        };
        let value = |value: &Option<RevisedValue>| match value {
            Some(RevisedValue::Text(text)) => Some(text.clone()),
            Some(value) => Some(lang.revised_value(value, state)),
            None => None,
        };
        let several = revisions.len() > 1 || !is_of_text(&revisions);
        let rows = revisions.iter().flat_map(|revision| {
            let field = several.then(|| lang.revised_field(revision.field));
            self.before_and_now(field, value(&revision.was), value(&revision.now))
        });
        let rows: Vec<Detail> = rows.chain(self.reason(why)).collect();
        self.entry(recorded, header).with(rows)
    }

    pub(super) fn assigned(self, recorded: &Recorded, task: &Assigned) -> Entry {
        let lang = self.lang;
        let assigner = match self.state().task(task.task) {
            Some(now) => now.by.as_ref(),
            None => task.by_responder.as_ref(),
        };
        let header = match assigner {
            Some(by) => lang.paper_assigned(task.task, self.state().full_name(by)),
            None => lang.paper_task_recorded(task.task),
        };
        let charge = self.charge(&match self.state().task(task.task) {
            Some(now) => Charge::of(now),
            None => Charge {
                text: &task.text,
                lead: task.lead.as_ref(),
                support: &task.support,
                due: (task.due, task.due_text.as_deref()),
            },
        });
        self.entry(recorded, header).with([Detail::Said(charge)])
    }

    /// With the name of the field, where it is not a text alone that changed.
    fn before_and_now(
        self,
        field: Option<&str>,
        before: Option<String>,
        now: Option<String>,
    ) -> [Detail; 2] {
        let lang = self.lang;
        let nothing = || lang.paper_not_reported().to_owned();
        let rows = [(lang.paper_before(), before), (lang.paper_now(), now)];
        rows.map(|(label, text)| {
            let text = text.unwrap_or_else(nothing);
            let text = field.map_or(text.clone(), |field| format!("{field}: {text}"));
            Detail::Labelled { label: label.to_owned(), text, cells: LABELS }
        })
    }

    fn reason(self, why: Option<&str>) -> Option<Detail> {
        let (label, text) = (self.lang.paper_why().to_owned(), why?.to_owned());
        Some(Detail::Labelled { label, text, cells: LABELS })
    }

    fn answer(&self, question: QuestionNo, given: Seq) -> Option<&'a Answer> {
        self.state().question(question)?.answer(given)
    }

    /// The standing events that touched a question before `until`, latest first.
    fn trail_before(&self, number: QuestionNo, until: Seq) -> Vec<&'a Recorded> {
        let question = self.state().question(number);
        let trail = question.into_iter().flat_map(|question| question.trail.iter().rev());
        let before = trail.filter(|seq| **seq < until);
        before.filter_map(|seq| self.session().event(*seq)).collect()
    }

    fn question_before(&self, number: QuestionNo, until: Seq) -> Option<&'a str> {
        self.trail_before(number, until).into_iter().find_map(|recorded| match &recorded.event {
            Event::QuestionAsked(asked) => Some(&*asked.text),
            Event::QuestionEdited(edit) => Some(&*edit.text),
            Event::QuestionSplit { parts, .. } => {
                parts.iter().find(|part| part.question == number).map(|part| part.text.as_str())
            }
            _ => None,
        })
    }
}

fn is_of_text(revisions: &[Revision]) -> bool {
    revisions.iter().all(|revision| revision.field == RevisedField::Text)
}
