//! Why a command is not carried out, as data; the sentences are in `i18n`.

use super::event_field::EventField;
use super::number::{DelegateNo, QuestionNo, ResponderId, Seq, TaskNo};
use super::question::Status;
use super::role::Role;
use super::time::Timestamp;

/// A refusal names the thing and leaves the session as it was.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    NotOpened,
    AlreadyOpened,
    Closed,
    NotClosed,
    AlreadyPaused,
    /// The desk has joined in a role that does not record this.
    NotInThisRole(Role),
    NotPaused,
    NoSuchQuestion(QuestionNo),
    NoSuchDelegate(DelegateNo),
    NoSuchResponder(ResponderId),
    NoSuchTask(TaskNo),
    NoSuchEvent(Seq),
    /// The event is no standing statement.
    NoSuchStatement(Seq),
    /// The event is no standing conclusion.
    NoSuchConclusion(Seq),
    /// The event is not a standing answer to the question.
    NoSuchAnswer {
        question: QuestionNo,
        answer: Seq,
    },
    NoAnswerYet(QuestionNo),
    /// Follow-ups of follow-ups, beyond [`super::limits::FOLLOW_DEPTH`].
    FollowsTooDeep {
        question: QuestionNo,
        limit: usize,
    },
    QuestionNumberTaken(QuestionNo),
    DelegateNumberTaken(DelegateNo),
    TaskNumberTaken(TaskNo),
    /// Numbers run from 1 to [`super::limits::HIGHEST_NUMBER`].
    NumberOutOfRange,
    ResponderIdTaken(ResponderId),
    BadResponderId(String),
    Blank(EventField),
    /// A name that is more than one line.
    LineEnd(EventField),
    TooLong {
        field: EventField,
        length: usize,
        limit: usize,
    },
    TooMany {
        field: EventField,
        limit: usize,
    },
    /// The texts of one event together.
    TooMuchText {
        length: usize,
        limit: usize,
    },
    NoLead(QuestionNo),
    LeadAlsoSupports(ResponderId),
    NamedTwice(ResponderId),
    QuestionNamedTwice(QuestionNo),
    /// The question ended without an answer; undoing that event brings it back.
    Ended {
        question: QuestionNo,
        status: Status,
    },
    AlreadyOnTheFloor(QuestionNo),
    AlreadyAnswering {
        question: QuestionNo,
        by: ResponderId,
    },
    IntoItself(QuestionNo),
    BeforeItself(QuestionNo),
    NotMerged(QuestionNo),
    MergedElsewhere {
        question: QuestionNo,
        into: QuestionNo,
    },
    AskerTwice,
    TooFewParts,
    AnswerWithoutWords,
    /// Times are recorded in the years 1970–9999.
    TimeOutOfRange(Timestamp),
    TimeRunsBack {
        given: Timestamp,
        last: Timestamp,
    },
    /// A line of a log is missing, doubled or misplaced.
    OutOfSequence {
        expected: Seq,
        found: Seq,
    },
    /// The event begins, continues or breaks off a batch where none can begin, continue or break off.
    MisplacedBatch(Seq),
    /// Commands that cannot be given as several at once, or none at all.
    NotTogether,
    /// An undo names the first event of a batch.
    InsideBatch {
        event: Seq,
        first: Seq,
    },
    OpeningStands,
    /// Undos of undos of undos, beyond [`super::limits::UNDO_DEPTH`].
    UndoneTooOften {
        target: Seq,
        limit: usize,
    },
    /// Beyond [`super::limits::REFOLDED`].
    TooMuchRefolded {
        limit: u64,
    },
    /// A withheld line stands for an event that is not known: it is read, and never written.
    OnlyRead(Seq),
    /// An event that was made durable could not be applied: nothing more is written.
    WritingEnded,
    AlreadyUndone {
        target: Seq,
        by: Seq,
    },
    /// `blocker` could not have happened without `target`.
    InTheWay {
        target: Seq,
        blocker: Seq,
        cause: Box<Refusal>,
    },
    NothingToUndo,
    NothingToRedo,
    /// Everything would be as it is.
    NothingChanges,
    /// A field that this kind of event does not have.
    NotOfThisKind(EventField),
    /// When it happened is later than when it is recorded.
    NotYetHappened {
        happened_at: Timestamp,
        at: Timestamp,
    },
    /// `event` touched the same after its author had last looked.
    Stale {
        seen: Seq,
        event: Seq,
    },
}

impl Refusal {
    /// Whether it may be for want of what stands in a withheld line.
    pub(super) fn may_be_for_a_withheld_line(&self) -> bool {
        matches!(
            self,
            Self::NotOpened
                | Self::Closed
                | Self::NotClosed
                | Self::AlreadyPaused
                | Self::NotPaused
                | Self::NoSuchQuestion(_)
                | Self::NoSuchDelegate(_)
                | Self::NoSuchResponder(_)
                | Self::NoSuchTask(_)
                | Self::NoSuchAnswer { .. }
                | Self::NoSuchStatement(_)
                | Self::NoSuchConclusion(_)
                | Self::Ended { .. }
                | Self::AlreadyOnTheFloor(_)
                | Self::AlreadyAnswering { .. }
                | Self::NotMerged(_)
                | Self::MergedElsewhere { .. }
                | Self::AnswerWithoutWords
                | Self::BeforeItself(_)
                | Self::LeadAlsoSupports(_)
        )
    }
}
