//! What happened, in order; undone steps are listed separately.

use super::Transcript;
use super::head::sentence;
use crate::session::event::{Event, Recorded};
use crate::session::number::Seq;
use crate::session::payload::Reason;
use crate::session::time::Date;

/// Cells for "Câu 12" or "Question 12".
const PARTS: usize = 14;

impl Transcript<'_> {
    pub(super) fn proceedings(&mut self) {
        let session = self.session();
        self.page.heading(self.lang.paper_proceedings());
        let stands = |recorded: &&Recorded| session.undone_by(recorded.seq).is_none();
        let mut shown =
            session.history().iter().filter(stands).filter(|it| is_in_the_hall(&it.event));
        let mut day: Option<Date> = None;
        let mut count = 0;
        for recorded in &mut shown {
            self.day_changed(&mut day, recorded);
            self.step(recorded);
            count += 1;
        }
        if count == 0 {
            self.page.paragraph(0, self.lang.paper_nothing_happened());
        }
    }

    /// The first day is in the head; each later one gets a line.
    fn day_changed(&mut self, day: &mut Option<Date>, recorded: &Recorded) {
        let today = recorded.at.date();
        let changed = day.replace(today).is_some_and(|before| before != today);
        if changed && self.rebuilt_from().is_none() {
            self.page.gap();
            let day = self.lang.day_in_a_sentence(today);
            self.page.paragraph(0, &sentence(&format!("{day}:")));
            self.page.gap();
        }
    }

    fn step(&mut self, recorded: &Recorded) {
        let lang = self.lang;
        match &recorded.event {
            Event::Opened(_) => self.entry(recorded, lang.paper_opening()),
            Event::QuestionAsked(asked) => self.asked(recorded, asked),
            Event::QuestionEdited(edit) => self.edited(recorded, edit),
            Event::AnswerGiven(given) => self.answered(recorded, given),
            Event::AnswerAmended(amendment) => self.amended(recorded, amendment),
            Event::QuestionSplit { question, parts } => {
                self.entry(recorded, &lang.paper_split(*question));
                for part in parts {
                    let label = lang.question_numbered(part.question);
                    self.page.entry(self.body(), &label, PARTS, &part.text);
                }
            }
            Event::StatementMade(statement) => {
                let by = self.state().full_name(&statement.by_responder);
                self.entry(recorded, &lang.paper_statement(by));
                self.speech(&statement.text);
            }
            Event::ConclusionRecorded(conclusion) => {
                self.entry(recorded, lang.paper_concluded());
                self.speech(&conclusion.text);
            }
            Event::TaskAssigned(task) => self.assigned(recorded, task),
            Event::TaskProgressed(news) => self.progressed(recorded, news),
            Event::Paused(reason) => self.phase(recorded, lang.paper_paused(), reason),
            Event::Resumed(reason) => self.phase(recorded, lang.paper_resumed(), reason),
            Event::Closed(reason) => self.phase(recorded, lang.paper_closed(), reason),
            Event::Reopened(reason) => self.phase(recorded, lang.paper_reopened(), reason),
            Event::QuestionRouted(_)
            | Event::QuestionCalled(_)
            | Event::QuestionDeferred(_)
            | Event::QuestionReferred(_)
            | Event::QuestionDeclined(_)
            | Event::QuestionWithdrawn(_)
            | Event::QuestionMerged(_)
            | Event::QuestionUnmerged(_)
            | Event::ResponderAdded { .. }
            | Event::DelegateAdded(_)
            | Event::DelegateCorrected(_)
            | Event::QuestionMoved(_)
            | Event::AnswerStarted { .. }
            | Event::Undone { .. }
            | Event::Withheld(_)
            | Event::Recovered(_)
            | Event::FailedOver(_) => {
                let text = lang.event_sentence(recorded, self.session());
                self.entry(recorded, &sentence(&text));
            }
        }
    }

    fn phase(&mut self, recorded: &Recorded, text: &str, reason: &Reason) {
        let why = reason.why.as_ref().map(|why| format!("; {}", self.lang.because(why)));
        self.entry(recorded, &sentence(&format!("{text}{}", why.unwrap_or_default())));
    }

    /// One line of the proceedings, with its time where times are known.
    pub(super) fn entry(&mut self, recorded: &Recorded, words: &str) {
        let margin = self.margin();
        match self.clock(recorded.at) {
            Some(clock) => self.page.entry(0, &format!("{clock:>5}"), margin, words),
            None => self.page.entry(2, "–", margin - 2, words),
        }
    }

    /// What was said, under the line that names the speaker.
    pub(super) fn speech(&mut self, words: &str) {
        self.page.paragraph(self.body(), words);
    }

    /// What was recorded and then undone.
    pub(super) fn corrections(&mut self) {
        let session = self.session();
        let undone = |recorded: &&Recorded| {
            !matches!(recorded.event, Event::Undone { .. })
                && session.undone_by(recorded.seq).is_some()
        };
        let undone: Vec<&Recorded> = session.history().iter().filter(undone).collect();
        if undone.is_empty() {
            return;
        }
        self.page.heading(self.lang.paper_corrections());
        for recorded in undone {
            self.correction(recorded);
        }
    }

    fn correction(&mut self, undone: &Recorded) {
        let (lang, session) = (self.lang, self.session());
        let mut text = lang.event_sentence(undone, session);
        let undoing = session.undone_by(undone.seq).and_then(|seq: Seq| session.event(seq));
        if let Some(undoing) = undoing {
            let clocks = [undone, undoing].map(|recorded| self.clock_in_a_sentence(recorded.at));
            if let [Some(recorded), Some(undone_at)] = clocks {
                text = format!("{text} {}", lang.paper_taken_back(&recorded, &undone_at));
            }
            if let Event::Undone { why: Some(why), .. } = &undoing.event {
                text = format!("{text}; {}", lang.because(why));
            }
        }
        self.page.entry(2, "–", 2, &sentence(&text));
    }
}

/// Whether it happened in the hall; what was only recorded (roster, queue, files) is left out.
fn is_in_the_hall(event: &Event) -> bool {
    match event {
        Event::ResponderAdded { .. }
        | Event::DelegateAdded(_)
        | Event::DelegateCorrected(_)
        | Event::QuestionMoved(_)
        | Event::AnswerStarted { .. }
        | Event::Undone { .. }
        | Event::Withheld(_)
        | Event::Recovered(_)
        | Event::FailedOver(_) => false,
        Event::Opened(_)
        | Event::QuestionAsked(_)
        | Event::QuestionRouted(_)
        | Event::QuestionEdited(_)
        | Event::QuestionCalled(_)
        | Event::AnswerGiven(_)
        | Event::AnswerAmended(_)
        | Event::QuestionDeferred(_)
        | Event::QuestionReferred(_)
        | Event::QuestionDeclined(_)
        | Event::QuestionWithdrawn(_)
        | Event::QuestionMerged(_)
        | Event::QuestionUnmerged(_)
        | Event::QuestionSplit { .. }
        | Event::StatementMade(_)
        | Event::ConclusionRecorded(_)
        | Event::TaskAssigned(_)
        | Event::TaskProgressed(_)
        | Event::Paused(_)
        | Event::Resumed(_)
        | Event::Closed(_)
        | Event::Reopened(_) => true,
    }
}
