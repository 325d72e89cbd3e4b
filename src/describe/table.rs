//! What a table would add, and why it cannot be taken, as sentences.

use std::collections::BTreeSet;
use std::path::Path;

use crate::i18n::Lang;
use crate::import::decode::EncodingFault;
use crate::import::field::{ImportField, RowKind};
use crate::import::headers::{ColumnFault, ReadColumn};
use crate::import::moment::DayOrder;
use crate::import::planned::{
    AddedCounts, CellFault, CellProblem, ImportPlan, PlannedRow, RecordedAs, RowNote, RowOutcome,
};
use crate::import::source_fault::SourceFault;
use crate::import::table::column_letters;
use crate::session::state::State;
use crate::text::safe;

/// Characters of a text in a list of rows.
const EXCERPT: usize = 100;
/// Bytes in a mebibyte.
const MIB: u64 = 1024 * 1024;

/// Why a file gives no table.
pub fn source_fault(lang: Lang, path: &Path, fault: &SourceFault) -> String {
    let why = match fault {
        SourceFault::Io(error) => lang.trouble(error),
        SourceFault::TooLarge => lang.import_too_large().to_owned(),
        SourceFault::UnknownKind => lang.import_unknown_kind().to_owned(),
        SourceFault::HasNoSheets => lang.import_has_no_sheets().to_owned(),
        SourceFault::EncodesNoWorkbook(encoding) => {
            lang.import_encodes_no_workbook(encoding.name())
        }
        SourceFault::Encoding(fault) => encoding_fault(lang, fault),
        SourceFault::OldFont { row, column, likely } => {
            lang.import_old_font(*row, &column_letters(*column), likely.name())
        }
        SourceFault::QuoteLeftOpen => lang.import_quote_left_open().to_owned(),
        SourceFault::Json(fault) => lang.json_fault(fault),
        SourceFault::NotRows => lang.import_not_rows().to_owned(),
        SourceFault::NotAWorkbook => lang.import_not_a_workbook().to_owned(),
        SourceFault::OldOrLockedWorkbook => lang.import_old_or_locked().to_owned(),
        SourceFault::UnpackedTooLarge { limit } => lang.import_unpacked_too_large(limit / MIB),
        SourceFault::TooManyCells => lang.import_too_many_cells().to_owned(),
        SourceFault::NoSuchSheet { sheet, sheets } => {
            lang.import_no_such_sheet(&safe::line(sheet), &quoted(sheets))
        }
        SourceFault::Empty => lang.import_empty().to_owned(),
    };
    lang.import_failed(&safe::path(path), &why)
}

fn encoding_fault(lang: Lang, fault: &EncodingFault) -> String {
    match fault {
        EncodingFault::NotIn(encoding) => lang.import_not_in(encoding.name()),
        EncodingFault::Unknown { line, column, likely } => {
            let why = lang.at_line(lang.trouble_text(), *line, *column);
            let hint = likely.map(|encoding| lang.import_hint_encoding(encoding.name()));
            format!("{why}; {}", hint.unwrap_or_else(|| lang.import_hint_any().to_owned()))
        }
        EncodingFault::LooksLike { line, likely } => {
            lang.import_old_font_line(*line, likely.name())
        }
    }
}

/// Why the columns of a table are not known.
pub fn column_fault(lang: Lang, path: &Path, fault: &ColumnFault) -> String {
    let why = match fault {
        ColumnFault::Missing { field, headers } => {
            lang.import_missing_column(field_name(lang, *field), &quoted(headers))
        }
        ColumnFault::Ambiguous { field, headers: [one, other] } => {
            lang.import_ambiguous(field_name(lang, *field), &excerpt(one), &excerpt(other))
        }
        ColumnFault::NoSuchColumn { column, headers } => {
            lang.import_no_such_column(&safe::line(column), &quoted(headers))
        }
        ColumnFault::NoSuchField { field, rows } => {
            lang.import_no_such_field(field_name(lang, *field), rows_name(lang, *rows))
        }
    };
    lang.import_failed(&safe::path(path), &why)
}

/// Every fault, a line each.
pub fn faults(lang: Lang, plan: &ImportPlan, state: &State) -> Vec<String> {
    plan.faults.iter().map(|fault| cell_fault(lang, plan, fault, state)).collect()
}

fn cell_fault(lang: Lang, plan: &ImportPlan, fault: &CellFault, state: &State) -> String {
    let place = match fault.column {
        Some(column) => lang.import_row_at(
            fault.row,
            &column_letters(column),
            &excerpt(plan.columns.header(column)),
        ),
        None => lang.import_row(fault.row),
    };
    let why = match &fault.problem {
        CellProblem::Missing(field) => lang.import_missing(field_name(lang, *field)),
        CellProblem::UnknownChannel(words) => lang.import_unknown_channel(&excerpt(words)),
        CellProblem::UnknownKind(words) => match plan.kind {
            RowKind::Responders => lang.import_unknown_responder_kind(&excerpt(words)),
            RowKind::Questions | RowKind::Delegates => {
                lang.import_unknown_question_kind(&excerpt(words))
            }
        },
        CellProblem::NotATime(words) => lang.import_not_a_time(&excerpt(words)),
        CellProblem::UnknownLead(words) => lang.import_unknown_lead(&excerpt(words)),
        CellProblem::SeveralLeads { words, responders } => {
            let names: Vec<String> =
                responders.iter().map(|id| state.full_name(id).to_owned()).collect();
            lang.import_several_leads(&excerpt(words), &quoted(&names))
        }
        CellProblem::Nested => lang.import_nested().to_owned(),
        CellProblem::Refused(refusal) => lang.refusal(refusal, state),
    };
    format!("{place}: {why}")
}

/// What was read and how, before the rows.
pub fn reading(lang: Lang, path: &Path, plan: &ImportPlan) -> Vec<String> {
    let (path, row) = (safe::path(path), plan.columns.header_row);
    let mut lines = vec![match &plan.sheet {
        Some(sheet) => lang.import_read_sheet(&path, &safe::line(sheet), row),
        None if row == 0 => lang.import_read_objects(&path),
        None => lang.import_read_table(&path, row),
    }];
    let read = plan.columns.read.iter().map(|column| column_read(lang, column));
    lines.push(lang.import_columns(&read.collect::<Vec<_>>().join(", ")));
    if !plan.columns.passed_over.is_empty() {
        lines.push(lang.import_passed_over(&quoted(&plan.columns.passed_over)));
    }
    if plan.day_order == DayOrder::MonthFirst {
        lines.push(lang.import_month_first().to_owned());
    }
    lines
}

fn column_read(lang: Lang, column: &ReadColumn) -> String {
    format!("{} ← “{}”", field_name(lang, column.field), excerpt(&column.header))
}

/// Every row with what becomes of it, a line each.
pub fn rows(lang: Lang, plan: &ImportPlan, state: &State) -> Vec<String> {
    plan.rows.iter().map(|row| row_line(lang, row, state)).collect()
}

/// How many faults and rows there are together.
pub fn listed_count(plan: &ImportPlan) -> usize {
    plan.faults.len() + plan.rows.len()
}

/// The fault or, behind all faults, the row at a place; and whether it is a fault.
pub fn listed(
    lang: Lang,
    plan: &ImportPlan,
    place: usize,
    state: &State,
) -> Option<(String, bool)> {
    match place.checked_sub(plan.faults.len()) {
        None => {
            let fault = plan.faults.get(place)?;
            Some((cell_fault(lang, plan, fault, state), true))
        }
        Some(place) => Some((row_line(lang, plan.rows.get(place)?, state), false)),
    }
}

/// The rows of which a person should know something.
pub fn noted_rows(lang: Lang, plan: &ImportPlan, state: &State) -> Vec<String> {
    let noted = plan.added().filter(|(row, _)| !row.notes.is_empty());
    noted.map(|(row, _)| row_line(lang, row, state)).collect()
}

fn row_line(lang: Lang, row: &PlannedRow, state: &State) -> String {
    let subject = match &row.person {
        Some(person) => format!("{}: {}", safe::line(person), excerpt(&row.subject)),
        None => excerpt(&row.subject),
    };
    let becomes = match &row.outcome {
        RowOutcome::Added { question: Some(question), .. } => {
            lang.import_becomes_question(row.number, *question, &subject)
        }
        RowOutcome::Added { .. } | RowOutcome::Recorded(_) => {
            lang.import_becomes(row.number, &subject)
        }
    };
    let recorded = match &row.outcome {
        RowOutcome::Added { .. } => None,
        RowOutcome::Recorded(recorded) => Some(recorded_as(lang, recorded, state)),
    };
    let notes = row.notes.iter().map(|note| row_note(lang, note));
    let remarks: Vec<String> = recorded.into_iter().chain(notes).collect();
    match remarks.is_empty() {
        true => becomes,
        false => format!("{becomes} [{}]", remarks.join("; ")),
    }
}

fn recorded_as(lang: Lang, recorded: &RecordedAs, state: &State) -> String {
    match recorded {
        RecordedAs::Question(question) => lang.import_is_question(*question),
        RecordedAs::Delegate(delegate) => lang.import_is_delegate(*delegate),
        RecordedAs::Responder(id) => lang.import_is_responder(&safe::line(state.full_name(id))),
        RecordedAs::Row(row) => lang.import_is_row(*row),
    }
}

fn row_note(lang: Lang, note: &RowNote) -> String {
    match note {
        RowNote::UnitIsName => lang.import_unit_is_name().to_owned(),
        RowNote::EqualsRow(row) => lang.import_equals_row(*row),
        RowNote::SameTextAsRow(row) => lang.import_same_text_row(*row),
        RowNote::SameTextAsQuestion(question) => lang.import_same_text_question(*question),
    }
}

/// What would be added, or why nothing is.
pub fn prospect(lang: Lang, plan: &ImportPlan) -> Vec<String> {
    let mut lines = Vec::new();
    if plan.faults.is_empty() {
        let counts = plan.counts();
        lines.push(match counts.is_nothing() {
            true => lang.import_nothing().to_owned(),
            false => lang.import_would_add(counts.questions, counts.delegates, counts.responders),
        });
    } else {
        lines.push(refused_for_faults(lang, plan));
    }
    lines.extend(skipped(lang, plan));
    lines
}

/// That nothing is added, for so many faults.
pub fn refused_for_faults(lang: Lang, plan: &ImportPlan) -> String {
    let rows: BTreeSet<usize> = plan.faults.iter().map(|fault| fault.row).collect();
    lang.import_faults(rows.len(), plan.faults.len())
}

/// What was added.
pub fn added(lang: Lang, plan: &ImportPlan) -> Vec<String> {
    std::iter::once(counts_added(lang, plan.counts())).chain(skipped(lang, plan)).collect()
}

/// What was added, in numbers.
pub fn counts_added(lang: Lang, counts: AddedCounts) -> String {
    match counts.is_nothing() {
        true => lang.import_nothing().to_owned(),
        false => lang.import_added(counts.questions, counts.delegates, counts.responders),
    }
}

/// That the session took none of it.
pub fn refused(lang: Lang, path: &Path, why: &str) -> String {
    lang.import_failed(&safe::path(path), why)
}

fn skipped(lang: Lang, plan: &ImportPlan) -> Option<String> {
    let skipped = plan.recorded();
    (skipped > 0).then(|| lang.import_skipped(skipped))
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("“{}”", excerpt(name))).collect::<Vec<_>>().join(", ")
}

fn excerpt(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown: String = one_line.chars().take(EXCERPT).collect();
    let more = if shown.len() < one_line.len() { "…" } else { "" };
    format!("{}{more}", safe::line(&shown))
}

/// What the rows are.
pub fn rows_name(lang: Lang, rows: RowKind) -> &'static str {
    match rows {
        RowKind::Questions => lang.import_rows_questions(),
        RowKind::Responders => lang.import_rows_responders(),
        RowKind::Delegates => lang.import_rows_delegates(),
    }
}

fn field_name(lang: Lang, field: ImportField) -> &'static str {
    match field {
        ImportField::Text => lang.import_field_text(),
        ImportField::Name => lang.import_field_name(),
        ImportField::Unit => lang.import_field_unit(),
        ImportField::Seat => lang.import_field_seat(),
        ImportField::Channel => lang.import_field_channel(),
        ImportField::Point => lang.import_field_point(),
        ImportField::Kind => lang.import_field_kind(),
        ImportField::Theme => lang.import_field_theme(),
        ImportField::Time => lang.import_field_time(),
        ImportField::Lead => lang.import_field_lead(),
        ImportField::Id => lang.import_field_id(),
        ImportField::Short => lang.import_field_short(),
        ImportField::Title => lang.import_field_title(),
        ImportField::Aliases => lang.import_field_aliases(),
        ImportField::Remit => lang.import_field_remit(),
    }
}
