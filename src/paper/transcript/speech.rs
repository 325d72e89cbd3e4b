//! Questions, answers and their corrections, each with its text.

use super::Transcript;
use super::tasks::Charge;
use crate::session::event::{Asked, Assigned, Event, Given, Recorded};
use crate::session::number::{QuestionNo, Seq};
use crate::session::payload::{Amendment, Edit, Quality};
use crate::session::question::Answer;

/// Cells for the labels "before", "now" and "reason".
const LABELS: usize = 12;

impl<'a> Transcript<'a> {
    pub(super) fn asked(&mut self, recorded: &Recorded, asked: &Asked) {
        let lang = self.lang;
        let unnamed = match self.rebuilt_from() {
            Some(_) => lang.paper_asker_unreported(),
            None => lang.paper_asker_unnamed(),
        };
        let person = asked.delegate.and_then(|number| self.state().delegate(number));
        let who = match (person, asked.delegate) {
            (Some(person), _) => lang.person(person),
            (None, Some(number)) if self.state().withholds() => lang.delegate_withheld(number),
            (None, _) => unnamed.to_owned(),
        };
        let kind_and_channel = lang.kind_and_channel(asked.kind, asked.channel);
        self.entry(recorded, &lang.paper_asked(asked.question, &kind_and_channel, &who));
        self.speech(&asked.text);
        let theme = asked.theme.as_ref().map(|theme| lang.paper_theme(theme));
        let follows = asked.follows.map(|first| lang.paper_follows(first));
        let notes: Vec<String> = theme.into_iter().chain(follows).collect();
        if !notes.is_empty() {
            self.speech(&format!("({})", notes.join("; ")));
        }
    }

    pub(super) fn edited(&mut self, recorded: &Recorded, edit: &Edit) {
        let before = self.question_before(edit.question, recorded.seq);
        self.entry(recorded, &self.lang.paper_edited(edit.question));
        self.before_and_now(before, &edit.text, edit.why.as_deref());
    }

    pub(super) fn answered(&mut self, recorded: &Recorded, given: &Given) {
        let lang = self.lang;
        let by = self.state().full_name(&given.by_responder);
        let header = match given.quality {
            Some(Quality::Partial) => lang.paper_answered_partly(given.question, by),
            _ => lang.paper_answered(given.question, by),
        };
        self.entry(recorded, &header);
        let words = given.text.as_deref().unwrap_or(lang.paper_words_unreported());
        self.speech(words);
        let answer = self.answer(given.question, recorded.seq);
        if answer.is_some_and(|answer| answer.amended.is_some()) {
            self.speech(lang.paper_amended_later());
        }
    }

    pub(super) fn amended(&mut self, recorded: &Recorded, amendment: &Amendment) {
        let answer = self.answer(amendment.question, amendment.answer);
        let by = answer.map_or("", |answer| self.state().full_name(&answer.by));
        let before = self.answer_before(amendment, recorded.seq);
        self.entry(recorded, &self.lang.paper_amended(amendment.question, by));
        self.before_and_now(before, &amendment.text, Some(&amendment.why));
    }

    pub(super) fn assigned(&mut self, recorded: &Recorded, task: &Assigned) {
        let lang = self.lang;
        let header = match &task.by_responder {
            Some(by) => lang.paper_assigned(task.task, self.state().full_name(by)),
            None => lang.paper_task_recorded(task.task),
        };
        self.entry(recorded, &header);
        let charge = Charge {
            text: &task.text,
            lead: task.lead.as_ref(),
            support: &task.support,
            due: (task.due, task.due_text.as_deref()),
        };
        let charge = self.charge(&charge);
        self.speech(&charge);
    }

    fn before_and_now(&mut self, before: Option<&str>, now: &str, why: Option<&str>) {
        let lang = self.lang;
        let before = before.unwrap_or(lang.paper_not_reported());
        self.page.entry(self.body(), lang.paper_before(), LABELS, before);
        self.page.entry(self.body(), lang.paper_now(), LABELS, now);
        if let Some(why) = why {
            self.page.entry(self.body(), lang.paper_why(), LABELS, why);
        }
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
