//! Rows that are responders.

use std::collections::BTreeMap;

use crate::import::field::ImportField;
use crate::import::planned::{CellProblem, PlannedRow, RecordedAs, RowOutcome, TimedCommand};
use crate::import::values;
use crate::session::Session;
use crate::session::command::{Command, NewResponder};
use crate::session::number::ResponderId;
use crate::session::payload::ResponderKind;
use crate::text::fold::fold;

use super::cells::RowCells;

/// What is known while the rows are gone through.
pub(super) struct ResponderRows {
    /// By folded id and by folded name.
    known: BTreeMap<String, ResponderId>,
    rows: BTreeMap<String, usize>,
}

impl ResponderRows {
    pub(super) fn of(session: &Session) -> Self {
        let mut known = BTreeMap::new();
        for responder in session.state().responders() {
            for name in [&responder.id.0, &responder.name] {
                known.entry(fold(name)).or_insert_with(|| responder.id.clone());
            }
        }
        Self { known, rows: BTreeMap::new() }
    }

    /// `None` when the row has a fault that leaves nothing to plan.
    pub(super) fn plan(&mut self, cells: &mut RowCells<'_>) -> Option<PlannedRow> {
        let name = cells.name(ImportField::Name);
        let id = cells.name(ImportField::Id);
        let short = cells.name(ImportField::Short);
        let kind = kind(cells);
        let title = cells.name(ImportField::Title);
        let [aliases, remit] = [ImportField::Aliases, ImportField::Remit]
            .map(|field| cells.text(field).map(|words| values::list(&words)).unwrap_or_default());
        let Some(name) = name else {
            cells.fault(ImportField::Name, CellProblem::Missing(ImportField::Name));
            return None;
        };
        let number = cells.number();
        let keys: Vec<String> = id.iter().chain([&name]).map(|key| fold(key)).collect();
        let in_session = keys.iter().find_map(|key| self.known.get(key)).cloned();
        let in_table = keys.iter().find_map(|key| self.rows.get(key)).copied();
        let recorded = in_session.map(RecordedAs::Responder).or(in_table.map(RecordedAs::Row));
        let (subject, person) = (name.clone(), title.clone());
        let outcome = match recorded {
            Some(recorded) => RowOutcome::Recorded(recorded),
            None => {
                self.rows.extend(keys.into_iter().map(|key| (key, number)));
                let id = id.map(ResponderId);
                let responder = NewResponder { id, name, short, kind, title, aliases, remit };
                let command = Command::AddResponder { responder };
                let commands = vec![TimedCommand { command, happened_at: None }];
                RowOutcome::Added { commands, question: None }
            }
        };
        Some(PlannedRow { number, outcome, notes: Vec::new(), subject, person })
    }
}

/// An agency, where nothing else is said.
fn kind(cells: &mut RowCells<'_>) -> ResponderKind {
    let Some(words) = cells.text(ImportField::Kind) else { return ResponderKind::Agency };
    values::responder_kind(&words).unwrap_or_else(|| {
        cells.fault(ImportField::Kind, CellProblem::UnknownKind(words));
        ResponderKind::Agency
    })
}
