//! The cells of one row by their fields, and what is wrong with them.

use chrono::FixedOffset;

use crate::import::field::ImportField;
use crate::import::headers::Columns;
use crate::import::moment::{self, DayOrder};
use crate::import::planned::{CellFault, CellProblem};
use crate::import::table::{ImportCell, ImportRow};
use crate::session::time::Timestamp;
use crate::text::fold::{recorded_name, recorded_text};

/// One row, with the faults found so far.
pub(super) struct RowCells<'a> {
    row: &'a ImportRow,
    columns: &'a Columns,
    day_order: DayOrder,
    offset: FixedOffset,
    faults: Vec<CellFault>,
}

impl<'a> RowCells<'a> {
    pub(super) fn new(
        row: &'a ImportRow,
        columns: &'a Columns,
        day_order: DayOrder,
        offset: FixedOffset,
    ) -> Self {
        Self { row, columns, day_order, offset, faults: Vec::new() }
    }

    pub(super) fn number(&self) -> usize {
        self.row.number
    }

    pub(super) fn into_faults(self) -> Vec<CellFault> {
        self.faults
    }

    pub(super) fn fault(&mut self, field: ImportField, problem: CellProblem) {
        let column = self.columns.place(field);
        self.faults.push(CellFault { row: self.row.number, column, problem });
    }

    /// The text as it would be recorded; `None` where there is none.
    pub(super) fn text(&mut self, field: ImportField) -> Option<String> {
        let text = match self.row.cell(self.columns.place(field)?)? {
            ImportCell::Text(text) => recorded_text(text),
            ImportCell::Moment(moment) => moment.format("%d/%m/%Y %H:%M").to_string(),
            ImportCell::Nested => {
                self.fault(field, CellProblem::Nested);
                return None;
            }
        };
        Some(text).filter(|text| !text.is_empty())
    }

    /// The same on one line.
    pub(super) fn name(&mut self, field: ImportField) -> Option<String> {
        let text = self.text(field)?;
        Some(recorded_name(&text)).filter(|name| !name.is_empty())
    }

    pub(super) fn time(&mut self) -> Option<Timestamp> {
        let place = self.columns.place(ImportField::Time)?;
        if let Some(ImportCell::Moment(local)) = self.row.cell(place) {
            let time = moment::at(*local, self.offset);
            if time.is_none() {
                let words = local.to_string();
                self.fault(ImportField::Time, CellProblem::NotATime(words));
            }
            return time;
        }
        let words = self.text(ImportField::Time)?;
        let time = moment::read(&words, self.day_order, self.offset);
        if time.is_none() {
            self.fault(ImportField::Time, CellProblem::NotATime(words));
        }
        time
    }
}
