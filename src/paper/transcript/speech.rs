//! Questions, answers and their corrections, each with its text.

use crate::paper::document::{Detail, Entry};
use crate::paper::facts::{Charge, Paper};
use crate::session::event::{Asked, Assigned, Event, Given, Recorded};
use crate::session::number::{QuestionNo, Seq};
use crate::session::payload::{Amendment, Edit, Quality};
use crate::session::question::Answer;

/// Cells for the labels "before", "now" and "reason".
const LABELS: usize = 12;

impl<'a> Paper<'a> {
    pub(super) fn asked(self, recorded: &Recorded, asked: &Asked) -> Entry {
        let lang = self.lang;
        let who = self.asker(asked.delegate);
        let kind_and_channel = lang.kind_and_channel(asked.kind, asked.channel);
        let theme = asked.theme.as_ref().map(|theme| lang.paper_theme(theme));
        let follows = asked.follows.map(|first| lang.paper_follows(first));
        let notes: Vec<String> = theme.into_iter().chain(follows).collect();
        let notes = (!notes.is_empty()).then(|| Detail::Said(format!("({})", notes.join("; "))));
        self.entry(recorded, lang.paper_asked(asked.question, &kind_and_channel, &who))
            .with([Detail::Said(asked.text.to_string())])
            .with(notes)
    }

    pub(super) fn edited(self, recorded: &Recorded, edit: &Edit) -> Entry {
        let before = self.question_before(edit.question, recorded.seq);
        self.entry(recorded, self.lang.paper_edited(edit.question)).with(self.before_and_now(
            before,
            &edit.text,
            edit.why.as_deref(),
        ))
    }

    pub(super) fn answered(self, recorded: &Recorded, given: &Given) -> Entry {
        let lang = self.lang;
        let by = self.state().full_name(&given.by_responder);
        let header = match given.quality {
            Some(Quality::Partial) => lang.paper_answered_partly(given.question, by),
            _ => lang.paper_answered(given.question, by),
        };
        let words = given.text.as_deref().unwrap_or(lang.paper_words_unreported());
        let answer = self.answer(given.question, recorded.seq);
        let amended = answer
            .is_some_and(|answer| answer.amended.is_some())
            .then(|| Detail::Said(lang.paper_amended_later().to_owned()));
        self.entry(recorded, header).with([Detail::Said(words.to_owned())]).with(amended)
    }

    pub(super) fn amended(self, recorded: &Recorded, amendment: &Amendment) -> Entry {
        let answer = self.answer(amendment.question, amendment.answer);
        let by = answer.map_or("", |answer| self.state().full_name(&answer.by));
        let before = self.answer_before(amendment, recorded.seq);
        self.entry(recorded, self.lang.paper_amended(amendment.question, by))
            .with(self.before_and_now(before, &amendment.text, Some(&amendment.why)))
    }

    pub(super) fn assigned(self, recorded: &Recorded, task: &Assigned) -> Entry {
        let lang = self.lang;
        let header = match &task.by_responder {
            Some(by) => lang.paper_assigned(task.task, self.state().full_name(by)),
            None => lang.paper_task_recorded(task.task),
        };
        let charge = self.charge(&Charge {
            text: &task.text,
            lead: task.lead.as_ref(),
            support: &task.support,
            due: (task.due, task.due_text.as_deref()),
        });
        self.entry(recorded, header).with([Detail::Said(charge)])
    }

    fn before_and_now(
        self,
        before: Option<&str>,
        now: &str,
        why: Option<&str>,
    ) -> impl Iterator<Item = Detail> {
        let lang = self.lang;
        let before = before.unwrap_or(lang.paper_not_reported());
        let rows = [
            (lang.paper_before(), Some(before)),
            (lang.paper_now(), Some(now)),
            (lang.paper_why(), why),
        ];
        let labelled = |(label, text): (&str, Option<&str>)| {
            let (label, text) = (label.to_owned(), text?.to_owned());
            Some(Detail::Labelled { label, text, cells: LABELS })
        };
        rows.into_iter().filter_map(labelled).collect::<Vec<_>>().into_iter()
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

    fn answer_before(&self, amendment: &Amendment, until: Seq) -> Option<&'a str> {
        let of_it = |recorded: &&Recorded| match &recorded.event {
            Event::AnswerGiven(_) => recorded.seq == amendment.answer,
            Event::AnswerAmended(earlier) => earlier.answer == amendment.answer,
            _ => false,
        };
        let trail = self.trail_before(amendment.question, until);
        match &trail.into_iter().find(of_it)?.event {
            Event::AnswerGiven(given) => given.text.as_deref(),
            Event::AnswerAmended(earlier) => Some(&earlier.text),
            _ => None,
        }
    }
}
