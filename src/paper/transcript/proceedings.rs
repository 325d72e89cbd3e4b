//! What happened, in the order in which it happened; steps taken back are listed apart.

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
        let mut told = session.history().iter().filter(stands).filter(|it| is_told(&it.event));
        let mut day: Option<Date> = None;
        let mut count = 0;
        for recorded in &mut told {
            self.day_turned(&mut day, recorded);
            self.step(recorded);
            count += 1;
        }
        if count == 0 {
            self.page.paragraph(0, self.lang.paper_nothing_happened());
        }
    }

    /// The first day stands in the head already; each later one is announced.
    fn day_turned(&mut self, day: &mut Option<Date>, recorded: &Recorded) {
        let today = recorded.at.date();
        let turned = day.replace(today).is_some_and(|before| before != today);
        if turned && self.rebuilt_from().is_none() {
            self.page.gap();
            self.page.paragraph(0, &self.lang.paper_day(&self.lang.day(today)));
            self.page.gap();
        }
    }

    fn step(&mut self, recorded: &Recorded) {
        let lang = self.lang;
        match &recorded.event {
            Event::Opened(_) => self.spoken(recorded, lang.paper_opening()),
            Event::QuestionAsked(asked) => self.asked(recorded, asked),
            Event::QuestionEdited(edit) => self.edited(recorded, edit),
            Event::AnswerGiven(given) => self.answered(recorded, given),
            Event::AnswerAmended(amendment) => self.amended(recorded, amendment),
            Event::QuestionSplit { question, parts } => {
                self.spoken(recorded, &lang.paper_split(*question));
                for part in parts {
                    let label = lang.paper_question(part.question);
                    self.page.entry(self.body(), &label, PARTS, &part.text);
                }
            }
            Event::StatementMade(statement) => {
                let by = self.state().full_name(&statement.by_responder);
                self.spoken(recorded, &lang.paper_statement(by));
                self.words(&statement.text);
            }
            Event::ConclusionRecorded(conclusion) => {
                self.spoken(recorded, lang.paper_concluded());
                self.words(&conclusion.text);
            }
            Event::TaskAssigned(task) => self.assigned(recorded, task),
            Event::TaskProgressed(news) => self.progressed(recorded, news),
            Event::Paused(reason)
            | Event::Resumed(reason)
            | Event::Closed(reason)
            | Event::Reopened(reason) => self.phase_turned(recorded, reason),
            _ => {
                let told = lang.event_sentence(recorded, self.session());
                self.spoken(recorded, &sentence(&told));
            }
        }
    }

    fn phase_turned(&mut self, recorded: &Recorded, reason: &Reason) {
        let told = match recorded.event {
            Event::Paused(_) => self.lang.paper_paused(),
            Event::Resumed(_) => self.lang.paper_resumed(),
            Event::Closed(_) => self.lang.paper_closed(),
            _ => self.lang.paper_reopened(),
        };
        let why = reason.why.as_ref().map(|why| format!("; {}", self.lang.paper_because(why)));
        self.spoken(recorded, &sentence(&format!("{told}{}", why.unwrap_or_default())));
    }

    /// One line of the proceedings, with its time where times are known.
    pub(super) fn spoken(&mut self, recorded: &Recorded, words: &str) {
        let margin = self.margin();
        match self.clock(recorded.at) {
            Some(clock) => self.page.entry(0, &format!("{clock:>5}"), margin, words),
            None => self.page.entry(2, "–", margin - 2, words),
        }
    }

    /// The words themselves, under the line that says whose they are.
    pub(super) fn words(&mut self, words: &str) {
        self.page.paragraph(self.body(), words);
    }

    /// A short note for the sake of honesty: what was recorded and then taken back.
    pub(super) fn corrections(&mut self) {
        let session = self.session();
        let fallen = |recorded: &&Recorded| {
            !matches!(recorded.event, Event::Undone { .. })
                && session.undone_by(recorded.seq).is_some()
        };
        let fallen: Vec<&Recorded> = session.history().iter().filter(fallen).collect();
        if fallen.is_empty() {
            return;
        }
        self.page.heading(self.lang.paper_corrections());
        for recorded in fallen {
            self.correction(recorded);
        }
    }

    fn correction(&mut self, fallen: &Recorded) {
        let (lang, session) = (self.lang, self.session());
        let mut told = lang.event_sentence(fallen, session);
        let undoing = session.undone_by(fallen.seq).and_then(|seq: Seq| session.event(seq));
        if let Some(undoing) = undoing {
            if let Some((recorded, taken_back)) = self.clock(fallen.at).zip(self.clock(undoing.at))
            {
                told = format!("{told} {}", lang.paper_taken_back(&recorded, &taken_back));
            }
            if let Event::Undone { why: Some(why), .. } = &undoing.event {
                told = format!("{told}; {}", lang.paper_because(why));
            }
        }
        self.page.entry(2, "–", 2, &sentence(&told));
    }
}

/// Whether the hall saw or heard it; the desk's own work (roster, queue) is not told.
fn is_told(event: &Event) -> bool {
    !matches!(
        event,
        Event::ResponderAdded { .. }
            | Event::DelegateAdded(_)
            | Event::DelegateCorrected(_)
            | Event::QuestionMoved(_)
            | Event::AnswerStarted { .. }
            | Event::Undone { .. }
            | Event::Withheld(_)
            | Event::Recovered(_)
            | Event::FailedOver(_)
    )
}
