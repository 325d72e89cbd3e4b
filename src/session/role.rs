//! The roles of desks that record one session together, and what each may record.

use std::fmt;
use std::str::FromStr;

use super::event::{Event, Recorded};
use super::number::Seq;

/// In which role a desk records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Everything.
    #[default]
    Moderator,
    /// Answers, statements, conclusions, tasks.
    NoteTaker,
    /// Questions and who asks them.
    Intake,
    /// Nothing: it reads.
    Reviewer,
}

impl Role {
    pub const ALL: [Self; 4] = [Self::Moderator, Self::NoteTaker, Self::Intake, Self::Reviewer];

    /// As `--role` takes it, and as the log's subjects name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Moderator => "moderator",
            Self::NoteTaker => "note-taker",
            Self::Intake => "intake",
            Self::Reviewer => "reviewer",
        }
    }

    /// Whether a desk in this role may record the event, after these; an undo is what it takes back.
    #[must_use]
    pub fn permits(self, event: &Event, before: &[Recorded]) -> bool {
        let mut event = event;
        // An event undoes an earlier one, so this ends.
        while let Event::Undone { undoes: Seq(undone), .. } = event {
            let place = usize::try_from(undone.saturating_sub(1)).unwrap_or(usize::MAX);
            match before.get(place) {
                Some(recorded) if recorded.seq.0 == *undone => event = &recorded.event,
                Some(_) | None => return self == Self::Moderator,
            }
        }
        self == Self::Moderator
            || (self != Self::Reviewer && self == Self::besides_the_moderator(event))
    }

    /// Which other role may record the event; the moderator where none may.
    fn besides_the_moderator(event: &Event) -> Self {
        match event {
            Event::DelegateAdded(_)
            | Event::DelegateCorrected(_)
            | Event::QuestionAsked(_)
            | Event::QuestionEdited(_)
            | Event::AskerNamed(_)
            | Event::QuestionReclassified(_) => Self::Intake,
            Event::AnswerStarted { .. }
            | Event::AnswerGiven(_)
            | Event::AnswerAmended(_)
            | Event::StatementMade(_)
            | Event::StatementCorrected(_)
            | Event::ConclusionRecorded(_)
            | Event::ConclusionCorrected(_)
            | Event::TaskAssigned(_)
            | Event::TaskCorrected(_)
            | Event::TaskProgressed(_) => Self::NoteTaker,
            Event::Opened(_)
            | Event::SessionCorrected(_)
            | Event::ResponderAdded { .. }
            | Event::ResponderCorrected(_)
            | Event::QuestionRouted(_)
            | Event::QuestionMoved(_)
            | Event::QuestionCalled(_)
            | Event::QuestionDeferred(_)
            | Event::QuestionReferred(_)
            | Event::QuestionDeclined(_)
            | Event::QuestionWithdrawn(_)
            | Event::QuestionMerged(_)
            | Event::QuestionUnmerged(_)
            | Event::QuestionSplit { .. }
            | Event::Undone { .. }
            | Event::Paused(_)
            | Event::Resumed(_)
            | Event::Closed(_)
            | Event::Reopened(_)
            | Event::Recovered(_)
            | Event::FailedOver(_)
            | Event::Withheld(_) => Self::Moderator,
        }
    }
}

impl FromStr for Role {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|role| role.code() == text).ok_or(())
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::Role;
    use crate::session::event::{Envelope, Event, Recorded};
    use crate::session::number::{QuestionNo, ResponderId, Seq};
    use crate::session::payload::{On, Reason};
    use crate::session::time::Timestamp;

    fn recorded(seq: u64, event: Event) -> Recorded {
        let at: Timestamp = "2024-03-22T08:00:00+07:00".parse().expect("a time");
        Recorded { seq: Seq(seq), at, by: "thư ký".into(), envelope: Envelope::default(), event }
    }

    fn undone(seq: u64) -> Event {
        Event::Undone { undoes: Seq(seq), why: None }
    }

    #[test]
    fn a_role_may_undo_and_redo_what_it_may_record() {
        let started = Event::AnswerStarted {
            question: QuestionNo(1),
            by_responder: ResponderId("so".into()),
        };
        let called = Event::QuestionCalled(On { question: QuestionNo(1) });
        let before = [recorded(1, started), recorded(2, undone(1)), recorded(3, called)];
        for (seq, may) in [(1, true), (2, true), (3, false), (9, false)] {
            assert_eq!(Role::NoteTaker.permits(&undone(seq), &before), may, "{seq}");
            assert!(!Role::Intake.permits(&undone(seq), &before), "{seq}");
            assert!(Role::Moderator.permits(&undone(seq), &before), "{seq}");
        }
    }

    #[test]
    fn only_the_moderator_leads_the_session_and_a_reviewer_records_nothing() {
        let closed = Event::Closed(Reason::default());
        let may = Role::ALL.map(|role| role.permits(&closed, &[]));
        assert_eq!(may, [true, false, false, false]);
    }

    #[test]
    fn a_role_is_read_back_from_how_it_is_written() {
        for role in Role::ALL {
            assert_eq!(role.code().parse(), Ok(role));
        }
        assert_eq!("chair".parse::<Role>(), Err(()));
    }
}
