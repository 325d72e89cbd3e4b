//! What happened, in order; undone steps are listed separately.

use crate::paper::document::{Block, Detail, Entry, Marker};
use crate::paper::facts::{Paper, sentence};
use crate::session::event::{Event, Recorded};
use crate::session::number::Seq;
use crate::session::payload::Reason;
use crate::session::time::Date;

/// Cells for "Câu 12" or "Question 12".
const PARTS: usize = 14;

impl<'a> Paper<'a> {
    pub(in crate::paper) fn proceedings(self) -> impl Iterator<Item = Block> + 'a {
        let (lang, session) = (self.lang, self.session());
        let stands = move |recorded: &&Recorded| {
            session.undone_by(recorded.seq).is_none() && is_in_the_hall(&recorded.event)
        };
        let mut shown = session.history().iter().filter(stands).peekable();
        let nothing = match shown.peek() {
            Some(_) => None,
            None => Some(Block::Paragraph(lang.paper_nothing_happened().to_owned())),
        };
        let mut day: Option<Date> = None;
        let told = shown.flat_map(move |recorded| {
            let turned = self.day_changed(&mut day, recorded).map(Block::Day);
            turned.into_iter().chain([Block::Entry(self.step(recorded))])
        });
        told.chain(nothing)
    }

    /// The first day is in the head; each later one gets a line.
    fn day_changed(self, day: &mut Option<Date>, recorded: &Recorded) -> Option<String> {
        let today = recorded.happened_at().date();
        let changed = day.replace(today).is_some_and(|before| before != today);
        (changed && self.rebuilt_from().is_none())
            .then(|| sentence(&format!("{}:", self.lang.day_in_a_sentence(today))))
    }

    fn step(self, recorded: &Recorded) -> Entry {
        let lang = self.lang;
        match &recorded.event {
            Event::Opened(_) => self.entry(recorded, lang.paper_opening()),
            Event::QuestionAsked(asked) => self.asked(recorded, asked),
            Event::QuestionEdited(edit) => self.edited(recorded, edit),
            Event::AnswerGiven(given) => self.answered(recorded, given),
            Event::SessionCorrected(_)
            | Event::ResponderCorrected(_)
            | Event::AskerNamed(_)
            | Event::QuestionReclassified(_)
            | Event::AnswerAmended(_)
            | Event::StatementCorrected(_)
            | Event::ConclusionCorrected(_)
            | Event::TaskCorrected(_) => self.corrected(recorded),
            Event::QuestionSplit { question, parts } => {
                let parts = parts.iter().map(|part| {
                    let now = self.state().question(part.question).map(|now| now.text.to_string());
                    Detail::Labelled {
                        label: lang.question_numbered(part.question),
                        text: now.unwrap_or_else(|| part.text.clone()),
                        cells: PARTS,
                    }
                });
                self.entry(recorded, lang.paper_split(*question)).with(parts)
            }
            Event::StatementMade(statement) => {
                let now = self.state().statement(recorded.seq);
                let by = now.map_or(&statement.by_responder, |now| &now.by);
                let spoken_by = now.map_or(&statement.spoken_by, |now| &now.spoken_by);
                let by = lang.speaking_for(self.state().full_name(by), spoken_by.as_ref());
                let said = Detail::Said(now.map_or(&statement.text, |now| &now.text).clone());
                self.entry(recorded, lang.paper_statement(&by)).with([said])
            }
            Event::ConclusionRecorded(conclusion) => {
                let now = self.state().conclusion(recorded.seq);
                let said = Detail::Said(now.map_or(&conclusion.text, |now| &now.text).clone());
                self.entry(recorded, lang.paper_concluded()).with([said])
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
                self.entry(recorded, sentence(&text))
            }
        }
    }

    fn phase(self, recorded: &Recorded, text: &str, reason: &Reason) -> Entry {
        let why = reason.why.as_ref().map(|why| format!("; {}", self.lang.because(why)));
        self.entry(recorded, sentence(&format!("{text}{}", why.unwrap_or_default())))
    }

    /// One line of the proceedings, with its time where times are known.
    pub(super) fn entry(self, recorded: &Recorded, words: impl Into<String>) -> Entry {
        let marker = match self.rebuilt_from() {
            None => Marker::Time(self.lang.clock(recorded.happened_at())),
            Some(_) => Marker::Untimed,
        };
        Entry::new(marker, words)
    }

    /// What was recorded and then undone.
    pub(super) fn corrections(self) -> Vec<Block> {
        let session = self.session();
        let undone = |recorded: &&Recorded| {
            !matches!(recorded.event, Event::Undone { .. })
                && session.undone_by(recorded.seq).is_some()
        };
        let mut undone = session.history().iter().filter(undone).peekable();
        let heading =
            undone.peek().map(|_| Block::Heading(self.lang.paper_corrections().to_owned()));
        let told = undone.map(|recorded| {
            Block::Entry(Entry::new(Marker::Dash, sentence(&self.correction(recorded))))
        });
        heading.into_iter().chain(told).collect()
    }

    fn correction(self, undone: &Recorded) -> String {
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
        text
    }
}

/// Whether it happened in the hall; what was only recorded (roster, queue, files) is left out.
fn is_in_the_hall(event: &Event) -> bool {
    match event {
        Event::ResponderAdded { .. }
        | Event::ResponderCorrected(_)
        | Event::DelegateAdded(_)
        | Event::DelegateCorrected(_)
        | Event::QuestionMoved(_)
        | Event::AnswerStarted { .. }
        | Event::Undone { .. }
        | Event::Withheld(_)
        | Event::Recovered(_)
        | Event::FailedOver(_) => false,
        Event::Opened(_)
        | Event::SessionCorrected(_)
        | Event::QuestionAsked(_)
        | Event::AskerNamed(_)
        | Event::QuestionReclassified(_)
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
        | Event::StatementCorrected(_)
        | Event::ConclusionRecorded(_)
        | Event::ConclusionCorrected(_)
        | Event::TaskAssigned(_)
        | Event::TaskCorrected(_)
        | Event::TaskProgressed(_)
        | Event::Paused(_)
        | Event::Resumed(_)
        | Event::Closed(_)
        | Event::Reopened(_) => true,
    }
}
