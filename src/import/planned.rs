//! What a table would add to a session, as data: rows, notes and faults.

use crate::import::field::{ImportField, RowKind};
use crate::import::headers::Columns;
use crate::import::moment::DayOrder;
use crate::session::command::{Command, Moment, Occasion};
use crate::session::number::{DelegateNo, QuestionNo, ResponderId};
use crate::session::refusal::Refusal;
use crate::session::time::Timestamp;

/// What a table would add; nothing is recorded yet.
#[derive(Clone, Debug)]
pub struct ImportPlan {
    pub kind: RowKind,
    pub sheet: Option<String>,
    pub columns: Columns,
    /// Whether the times had to be read with the month first.
    pub day_order: DayOrder,
    /// In the order of the table; those with a fault are not among them.
    pub rows: Vec<PlannedRow>,
    pub faults: Vec<CellFault>,
    /// How many delegates the rows would add, askers of questions included.
    pub new_delegates: usize,
}

/// A row that can be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedRow {
    pub number: usize,
    pub outcome: RowOutcome,
    pub notes: Vec<RowNote>,
    /// What the row is about, in few words: a question's text, a name.
    pub subject: String,
    /// Who asks.
    pub person: Option<String>,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum RowOutcome {
    /// These commands, and for a question the number it would have now.
    Added { commands: Vec<TimedCommand>, question: Option<QuestionNo> },
    /// It is recorded already.
    Recorded(RecordedAs),
}

/// A command, and when what it tells happened if the row says so.
#[derive(Clone, Debug, PartialEq)]
pub struct TimedCommand {
    pub command: Command,
    pub happened_at: Option<Timestamp>,
}

impl TimedCommand {
    /// The occasion on which it is recorded.
    #[must_use]
    pub fn occasion(&self, at: Moment, by: &str, salt: String) -> Occasion {
        let mut occasion = Occasion::new(at, by, salt);
        occasion.particulars.happened_at = self.happened_at;
        occasion
    }
}

/// What in the session a row is equal to.
#[derive(Clone, Debug, PartialEq)]
pub enum RecordedAs {
    Question(QuestionNo),
    Delegate(DelegateNo),
    Responder(ResponderId),
    /// An earlier row of the same table.
    Row(usize),
}

/// What a person should know of a row before it is added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowNote {
    /// It names a unit and nobody: the unit is the delegate's name.
    UnitIsName,
    /// Equal in text, person and time to an earlier row.
    EqualsRow(usize),
    /// The same text as in an earlier row, from another person or at another time.
    SameTextAsRow(usize),
    SameTextAsQuestion(QuestionNo),
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq)]
pub struct CellFault {
    pub row: usize,
    /// The column, from 0, where it is one.
    pub column: Option<usize>,
    pub problem: CellProblem,
}

/// Why a cell, or a row, cannot be taken.
#[derive(Clone, Debug, PartialEq)]
pub enum CellProblem {
    /// The field without which there is nothing to add.
    Missing(ImportField),
    UnknownChannel(String),
    UnknownKind(String),
    NotATime(String),
    UnknownLead(String),
    /// More than one responder may be meant.
    SeveralLeads {
        words: String,
        responders: Vec<ResponderId>,
    },
    /// A list or an object of JSON.
    Nested,
    Refused(Refusal),
}

/// How much a plan adds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AddedCounts {
    pub questions: usize,
    pub delegates: usize,
    pub responders: usize,
}

impl AddedCounts {
    #[must_use]
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

impl ImportPlan {
    /// How much it adds.
    #[must_use]
    pub fn counts(&self) -> AddedCounts {
        let mut counts = AddedCounts { delegates: self.new_delegates, ..AddedCounts::default() };
        for timed in self.commands() {
            match timed.command {
                Command::AskQuestion(_) => counts.questions += 1,
                Command::AddResponder { .. } => counts.responders += 1,
                // A delegate may be new by a question as well; routes are parts of questions.
                _ => {}
            }
        }
        counts
    }

    /// The commands of all rows, in their order.
    pub fn commands(&self) -> impl Iterator<Item = &TimedCommand> {
        self.added().flat_map(|(_, commands)| commands)
    }

    /// The rows that add something, with what they add.
    pub fn added(&self) -> impl Iterator<Item = (&PlannedRow, &[TimedCommand])> {
        self.rows.iter().filter_map(|row| match &row.outcome {
            RowOutcome::Added { commands, .. } => Some((row, commands.as_slice())),
            RowOutcome::Recorded(_) => None,
        })
    }

    /// How many rows are recorded already.
    #[must_use]
    pub fn recorded(&self) -> usize {
        self.rows.len() - self.added().count()
    }
}
