//! Rows that are delegates.

use std::collections::BTreeMap;

use crate::import::field::ImportField;
use crate::import::planned::{
    CellProblem, PlannedRow, RecordedAs, RowNote, RowOutcome, TimedCommand,
};
use crate::session::Session;
use crate::session::command::{Command, NewDelegate};
use crate::session::number::DelegateNo;

use super::cells::RowCells;
use super::identity::{PersonIdentity, delegates};

/// What is known while the rows are gone through.
pub(super) struct DelegateRows {
    known: BTreeMap<PersonIdentity, DelegateNo>,
    rows: BTreeMap<PersonIdentity, usize>,
}

impl DelegateRows {
    pub(super) fn of(session: &Session) -> Self {
        Self { known: delegates(session), rows: BTreeMap::new() }
    }

    /// `None` when the row has a fault that leaves nothing to plan.
    pub(super) fn plan(&mut self, cells: &mut RowCells<'_>) -> Option<PlannedRow> {
        let name = cells.name(ImportField::Name);
        let unit = cells.name(ImportField::Unit);
        let seat = cells.name(ImportField::Seat);
        let (name, unit, notes) = match (name, unit) {
            (Some(name), unit) => (name, unit, Vec::new()),
            (None, Some(unit)) => (unit, None, vec![RowNote::UnitIsName]),
            (None, None) => {
                cells.fault(ImportField::Name, CellProblem::Missing(ImportField::Name));
                return None;
            }
        };
        let number = cells.number();
        let identity = PersonIdentity::new(&name, unit.as_deref(), seat.as_deref());
        let in_session = self.known.get(&identity).map(|delegate| RecordedAs::Delegate(*delegate));
        let recorded = in_session.or(self.rows.get(&identity).map(|row| RecordedAs::Row(*row)));
        let (subject, person) = (name.clone(), unit.clone());
        let outcome = match recorded {
            Some(recorded) => RowOutcome::Recorded(recorded),
            None => {
                self.rows.insert(identity, number);
                let new = NewDelegate { delegate: None, name, unit, seat, salt: None };
                let command = Command::AddDelegate(new);
                let commands = vec![TimedCommand { command, happened_at: None }];
                RowOutcome::Added { commands, question: None }
            }
        };
        Some(PlannedRow { number, outcome, notes, subject, person })
    }
}
