//! An event as one sentence on one line, for the log, a question's trail and the replay.

mod people;
mod revisions;
mod sentences;

use people::{joined, with_reason};

use super::Lang;
use crate::session::Session;
use crate::session::event::{Asked, Assigned, Event, Given, Recorded};
use crate::session::number::{QuestionNo, ResponderId, Seq};
use crate::session::payload::{
    Deferral, Disposal, Failover, Opening, Part, Person, Progression, Quality, Reason, Recovery,
    Routing, Source, Withheld,
};
use crate::text::safe;

impl Lang {
    /// The event as a sentence in lower case without a full stop; safe to show as it is.
    ///
    /// The session supplies the names; the event need not stand in it any more.
    pub fn event_sentence(self, recorded: &Recorded, session: &Session) -> String {
        let sentence =
            EventSentence { lang: self, session, at: recorded.seq }.event(&recorded.event);
        safe::line(&sentence).into_owned()
    }

    /// The step that the event at `seq` belongs to: with others that one command recorded, it is told by the last
    /// of them and how many more there are; a delegate who was added with a question is part of the question.
    pub fn step_sentence(self, seq: Seq, session: &Session) -> String {
        safe::line(&step(self, seq, session)).into_owned()
    }
}

fn step(lang: Lang, seq: Seq, session: &Session) -> String {
    let batch = session.batch_of(seq);
    let (first, last) = batch.map_or((seq, seq), |batch| (batch.first, batch.last()));
    let told = session.event(last).map_or_else(String::new, |recorded| {
        EventSentence { lang, session, at: last }.event(&recorded.event)
    });
    let others = (first.0..last.0).filter_map(|seq| session.event(Seq(seq)));
    match others.filter(|other| !matches!(other.event, Event::DelegateAdded(_))).count() {
        0 => told,
        more => lang.event_and_more(&told, more),
    }
}

/// An event on its way into a sentence, with the session that knows the names in it.
struct EventSentence<'a> {
    lang: Lang,
    session: &'a Session,
    /// The place of the event, to know what came before it.
    at: Seq,
}

impl EventSentence<'_> {
    fn event(&self, event: &Event) -> String {
        let lang = self.lang;
        match event {
            Event::Opened(opening) => self.opened(opening),
            Event::SessionCorrected(it) => self.corrected(it.why.as_deref()),
            Event::ResponderAdded { responder } => lang.event_responder_added(&responder.name),
            Event::ResponderCorrected(it) => self.corrected(it.why.as_deref()),
            Event::DelegateAdded(person) => self.delegate(person, Lang::event_delegate_added),
            Event::DelegateCorrected(person) => {
                self.delegate(person, Lang::event_delegate_corrected)
            }
            Event::QuestionAsked(asked) => self.asked(asked),
            Event::AskerNamed(naming) => self.corrected(naming.why.as_deref()),
            Event::QuestionReclassified(it) => self.corrected(it.why.as_deref()),
            Event::QuestionRouted(routing) => self.routed(routing),
            Event::QuestionEdited(edit) => {
                with_reason(lang, lang.event_edited(edit.question, &edit.text), edit.why.as_deref())
            }
            Event::QuestionMoved(moved) => match moved.before {
                Some(before) => lang.event_moved_before(moved.question, before),
                None => lang.event_moved_last(moved.question),
            },
            Event::QuestionCalled(on) => lang.event_called(on.question),
            Event::AnswerStarted { question, by_responder } => {
                lang.event_answer_started(*question, self.name(by_responder))
            }
            Event::AnswerGiven(given) => self.answered(given),
            Event::AnswerAmended(amendment) => {
                let told = self.revised(Lang::amended_thing);
                with_reason(lang, told, Some(&amendment.why))
            }
            Event::QuestionDeferred(deferral) => self.deferred(deferral),
            Event::QuestionReferred(disposal) => self.disposed(disposal, Lang::event_referred),
            Event::QuestionDeclined(disposal) => self.disposed(disposal, Lang::event_declined),
            Event::QuestionWithdrawn(disposal) => self.disposed(disposal, Lang::event_withdrawn),
            Event::QuestionMerged(merger) => lang.event_merged(merger.question, merger.into),
            Event::QuestionUnmerged(merger) => lang.event_unmerged(merger.question, merger.into),
            Event::QuestionSplit { question, parts } => self.split(*question, parts),
            Event::StatementMade(statement) => {
                let by = self.name(&statement.by_responder);
                let by = lang.speaking_for(by, statement.spoken_by.as_ref());
                lang.event_statement(&by, &statement.text)
            }
            Event::StatementCorrected(it) => self.corrected(it.why.as_deref()),
            Event::ConclusionCorrected(it) => self.corrected(it.why.as_deref()),
            Event::TaskCorrected(it) => self.corrected(it.why.as_deref()),
            Event::ConclusionRecorded(conclusion) => {
                let text = lang.event_conclusion(&conclusion.text);
                format!("{text}{}", self.about(&conclusion.questions))
            }
            Event::TaskAssigned(task) => self.assigned(task),
            Event::TaskProgressed(news) => self.progressed(news),
            Event::Undone { undoes, why } => {
                with_reason(lang, self.undone(*undoes), why.as_deref())
            }
            Event::Paused(reason) => self.phase(lang.event_paused(), reason),
            Event::Resumed(reason) => self.phase(lang.event_resumed(), reason),
            Event::Closed(reason) => self.phase(lang.event_closed(), reason),
            Event::Reopened(reason) => self.phase(lang.event_reopened(), reason),
            Event::Recovered(recovery) => self.recovered(recovery),
            Event::FailedOver(Failover { from, to, why }) => lang.event_failed_over(from, to, why),
            Event::Withheld(Withheld { kind: "delegate_added" }) => {
                lang.event_withheld_added().to_owned()
            }
            Event::Withheld(Withheld { kind: "delegate_corrected" }) => {
                lang.event_withheld_corrected().to_owned()
            }
            Event::Withheld(Withheld { kind }) => lang.event_withheld(kind),
        }
    }

    fn opened(&self, opening: &Opening) -> String {
        let mut text = self.lang.event_opened(&opening.title);
        if let Some(number) = opening.number {
            text = format!("{text}, {}", self.lang.nth_time(number));
        }
        if let Some(place) = &opening.place {
            text = format!("{text}, {place}");
        }
        match &opening.source {
            Some(source) => format!("{text}; {}", self.lang.rebuilt_from(source)),
            None => text,
        }
    }

    fn corrected(&self, why: Option<&str>) -> String {
        with_reason(self.lang, self.revised(Lang::corrected_thing), why)
    }

    /// What was corrected, and each field that is different: what it was, what it is.
    fn revised(&self, sentence: fn(Lang, &str) -> String) -> String {
        let Some((thing, revisions)) = self.session.revised_by(self.at) else {
            return String::new();
        };
        let state = self.session.state();
        let what = sentence(self.lang, &self.lang.revised_thing(&thing, state));
        format!("{what}: {}", self.lang.revisions(&revisions, state))
    }

    fn delegate(&self, person: &Person, sentence: fn(Lang, u32, &str) -> String) -> String {
        sentence(self.lang, person.delegate.0, &self.lang.person(person))
    }

    fn asked(&self, asked: &Asked) -> String {
        let lang = self.lang;
        let from = asked
            .delegate
            .map_or_else(|| lang.anonymous().to_owned(), |delegate| self.delegate_name(delegate));
        let kind_and_channel = lang.classified(asked.kind, asked.channel, asked.point.as_deref());
        let text = lang.event_asked(asked.question, &kind_and_channel, &from, &asked.text);
        match asked.follows {
            Some(first) => format!("{text}; {}", lang.follows(first)),
            None => text,
        }
    }

    fn routed(&self, routing: &Routing) -> String {
        let lang = self.lang;
        let lead = self.name(&routing.lead);
        let mut text = match self.was_routed_before(routing.question) {
            true => lang.event_rerouted(routing.question, lead),
            false => lang.event_routed(routing.question, lead),
        };
        if !routing.support.is_empty() {
            text = format!("{text}, {}", lang.supporting(&self.names(&routing.support)));
        }
        with_reason(lang, text, routing.why.as_deref())
    }

    fn answered(&self, given: &Given) -> String {
        let (lang, by) = (self.lang, self.name(&given.by_responder));
        let by = &lang.speaking_for(by, given.spoken_by.as_ref());
        match (&given.text, given.quality) {
            (None, _) => lang.event_answered_unreported(given.question, by),
            (Some(text), Some(Quality::Partial)) => {
                lang.event_answered_partly(given.question, by, text)
            }
            (Some(text), Some(Quality::Explained)) => {
                lang.event_answered_explaining(given.question, by, text)
            }
            (Some(text), _) => lang.event_answered(given.question, by, text),
        }
    }

    fn deferred(&self, deferral: &Deferral) -> String {
        let lang = self.lang;
        let due = lang.due(deferral.due, deferral.due_text.as_deref());
        let text = match &deferral.by_responder {
            Some(by) => lang.event_deferred_by(deferral.question, self.name(by), &due),
            None => lang.event_deferred(deferral.question, &due),
        };
        with_reason(lang, text, deferral.why.as_deref())
    }

    fn disposed(&self, disposal: &Disposal, sentence: fn(Lang, QuestionNo) -> String) -> String {
        let mut text = sentence(self.lang, disposal.question);
        if let Some(to) = &disposal.to {
            let to = self.name(&ResponderId(to.clone())).to_owned();
            text = format!("{text} ({})", self.lang.belongs_to(&to));
        }
        if let Some(level) = disposal.level {
            text = format!("{text} ({})", self.lang.authority_level(level));
        }
        with_reason(self.lang, text, disposal.why.as_deref())
    }

    fn split(&self, question: QuestionNo, parts: &[Part]) -> String {
        let parts: Vec<QuestionNo> = parts.iter().map(|part| part.question).collect();
        self.lang.event_split(question, &joined(&parts))
    }

    fn assigned(&self, task: &Assigned) -> String {
        let lang = self.lang;
        let text = match &task.by_responder {
            Some(by) => lang.event_assigned_by(task.task, self.name(by), &task.text),
            None => lang.event_assigned(task.task, &task.text),
        };
        format!("{text}; {}{}", self.charge(task), self.about(&task.questions))
    }

    fn progressed(&self, news: &Progression) -> String {
        let lang = self.lang;
        let mut text = lang.event_progressed(news.task, lang.progress(news.progress));
        if let Some(document) = &news.document {
            text = format!("{text}, {}", lang.document_numbered(document));
        }
        let link = news.link.as_ref().map(|link| lang.link_named(link));
        let reviewed = news.reviewed_by.as_ref().map(|name| lang.reviewed_by(name));
        let rest = [news.text.clone(), link, reviewed];
        rest.into_iter().flatten().fold(text, |text, more| format!("{text}; {more}"))
    }

    /// Follows a chain of undos to the ordinary event that is undone or redone.
    fn undone(&self, undoes: Seq) -> String {
        let (mut target, mut is_undone) = (undoes, true);
        while let Some(Event::Undone { undoes, .. }) = self.session.event(target).map(|e| &e.event)
        {
            (target, is_undone) = (*undoes, !is_undone);
        }
        let what = step(self.lang, target, self.session);
        match is_undone {
            true => self.lang.event_undone(target, &what),
            false => self.lang.event_redone(target, &what),
        }
    }

    fn recovered(&self, recovery: &Recovery) -> String {
        let lang = self.lang;
        let events = usize::try_from(recovery.events).unwrap_or(usize::MAX);
        let text = match (recovery.from, events) {
            (_, 0) => lang.event_mended().to_owned(),
            (Source::BlackBox, events) => lang.event_recovered_from_box(events),
            (Source::File, events) => lang.event_recovered_from_file(events),
        };
        match &recovery.kept {
            Some(kept) => format!("{text}; {}", lang.event_kept(kept)),
            None => text,
        }
    }

    fn phase(&self, text: &str, reason: &Reason) -> String {
        with_reason(self.lang, text.to_owned(), reason.why.as_deref())
    }
}

#[cfg(test)]
mod tests;
