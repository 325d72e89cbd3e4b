//! What a table would add to a session: every row with what becomes of it, every fault with its place.

mod cells;
mod delegates;
mod identity;
mod questions;
mod recorded;
mod responders;

use std::collections::BTreeSet;

use chrono::FixedOffset;

use crate::import::field::{ImportField, RowKind};
use crate::import::headers::{self, ColumnChoice, ColumnFault, Columns, ReadColumn};
use crate::import::moment::{self, DayOrder};
use crate::import::planned::{CellFault, CellProblem, ImportPlan, RowOutcome};
use crate::import::table::{ImportRow, ImportTable};
use crate::session::Session;
use crate::session::command::Moment;
use crate::session::event::{Event, Recorded};
use crate::session::event_field::EventField;
use crate::session::pending_batch::PendingBatch;
use crate::session::refusal::Refusal;
use crate::session::time::Timestamp;

use cells::RowCells;

/// Plans what the rows of a table would add; `now` is when they would be recorded.
///
/// # Errors
/// The columns are not known.
pub fn plan(
    session: &Session,
    table: &ImportTable,
    kind: RowKind,
    choices: &[ColumnChoice],
    now: Timestamp,
) -> Result<ImportPlan, ColumnFault> {
    let columns = headers::find(table, kind, choices)?;
    let rows: Vec<&ImportRow> =
        table.rows.iter().skip(columns.rows_above).filter(|row| !is_blank(row, &columns)).collect();
    let offset = offset_of(session, now);
    let day_order = day_order(&rows, &columns, offset);
    let mut plan = ImportPlan {
        kind,
        sheet: table.sheet.clone(),
        columns,
        day_order,
        rows: Vec::with_capacity(rows.len()),
        faults: Vec::new(),
        new_delegates: 0,
    };
    let columns = plan.columns.clone();
    let mut questions = questions::QuestionRows::of(session, columns.form.is_some());
    let mut delegates = delegates::DelegateRows::of(session);
    let mut responders = responders::ResponderRows::of(session);
    for row in rows {
        let mut cells = RowCells::new(row, &columns, day_order, offset);
        let planned = match kind {
            RowKind::Questions => questions.plan(&mut cells),
            RowKind::Delegates => delegates.plan(&mut cells),
            RowKind::Responders => responders.plan(&mut cells),
        };
        let faults = cells.into_faults();
        match planned.filter(|_| faults.is_empty()) {
            Some(planned) => plan.rows.push(planned),
            None => plan.faults.extend(faults),
        }
    }
    check(&mut plan, session, now);
    Ok(plan)
}

/// Running numbers alone make no row.
fn is_blank(row: &ImportRow, columns: &Columns) -> bool {
    let mut cells = row.cells.iter().enumerate();
    cells.all(|(place, cell)| columns.ordinals.contains(&place) || cell.is_blank())
}

/// The offset in which the session was opened: people write the time of their clocks.
fn offset_of(session: &Session, now: Timestamp) -> FixedOffset {
    *session.state().opened_at().unwrap_or(now).moment().offset()
}

/// Day first, unless an English form wrote times that are none that way and all are the other way.
fn day_order(rows: &[&ImportRow], columns: &Columns, offset: FixedOffset) -> DayOrder {
    let Some(place) = columns.place(ImportField::Time) else { return DayOrder::DayFirst };
    let all = |order| {
        let times = rows.iter().map(|row| row.text(place)).filter(|text| !text.is_empty());
        times.map(|text| moment::read(text, order, offset)).all(|time| time.is_some())
    };
    let is_english = columns.header(place).is_ascii();
    match is_english && !all(DayOrder::DayFirst) && all(DayOrder::MonthFirst) {
        true => DayOrder::MonthFirst,
        false => DayOrder::DayFirst,
    }
}

/// Tries every row on the session, so that whatever it would refuse is known beforehand.
fn check(plan: &mut ImportPlan, session: &Session, now: Timestamp) {
    let mut pending = PendingBatch::on(session);
    let is_delegate = |recorded: &&Recorded| matches!(recorded.event, Event::DelegateAdded(_));
    let mut delegates = 0;
    let (mut faults, mut refused) = (Vec::new(), BTreeSet::new());
    for row in &plan.rows {
        let RowOutcome::Added { commands, .. } = &row.outcome else { continue };
        let tried = commands.iter().try_for_each(|timed| {
            let occasion = timed.occasion(Moment::Clock(now), "-", "0".to_owned());
            let events = pending.add(timed.command.clone(), &occasion)?;
            delegates += events.iter().filter(is_delegate).count();
            Ok(())
        });
        let Err(refusal) = tried else { continue };
        let is_of_the_session = matches!(refusal, Refusal::Closed | Refusal::NotOpened);
        let column = column_of(&refusal, &plan.columns);
        faults.push(CellFault { row: row.number, column, problem: CellProblem::Refused(refusal) });
        refused.insert(row.number);
        // It would be said of every row.
        if is_of_the_session {
            break;
        }
    }
    plan.new_delegates = delegates;
    plan.rows.retain(|row| !refused.contains(&row.number));
    plan.faults.extend(faults);
    plan.faults.sort_by_key(|fault| fault.row);
}

/// The column that a refusal is about, if it is about one.
fn column_of(refusal: &Refusal, columns: &Columns) -> Option<usize> {
    if let Refusal::NotYetHappened { .. } = refusal {
        return columns.place(ImportField::Time);
    }
    let (Refusal::Blank(field) | Refusal::LineEnd(field) | Refusal::TooLong { field, .. }) =
        refusal
    else {
        return None;
    };
    let is_it = |column: &&ReadColumn| recorded_as(column.field) == Some(*field);
    columns.read.iter().find(is_it).map(|column| column.place)
}

/// The field of an event that holds the text of a column.
fn recorded_as(field: ImportField) -> Option<EventField> {
    match field {
        ImportField::Text => Some(EventField::Text),
        ImportField::Name => Some(EventField::Name),
        ImportField::Unit => Some(EventField::Unit),
        ImportField::Seat => Some(EventField::Seat),
        ImportField::Theme => Some(EventField::Theme),
        ImportField::Short => Some(EventField::Short),
        ImportField::Title => Some(EventField::Office),
        ImportField::Aliases => Some(EventField::Alias),
        ImportField::Remit => Some(EventField::Remit),
        ImportField::Point => Some(EventField::Point),
        ImportField::Channel
        | ImportField::Kind
        | ImportField::Time
        | ImportField::Lead
        | ImportField::Id => None,
    }
}

#[cfg(test)]
mod tests;
