//! Which column holds what: by a person's word, by its header, by the form that made the table.

use crate::import::field::{Grade, HeaderFit, ImportField, RowKind, plain_words};
use crate::import::table::{ImportRow, ImportTable, column_letters};

/// Rows among which the headers are looked for: titles may stand above them.
const LOOKED_AT: usize = 20;

/// Words of headers that are no field, though one of its names stands in them.
const NO_FIELD: [&str; 13] = [
    "email",
    "e mail",
    "thu dien tu",
    "dien thoai",
    "phone",
    "ngay sinh",
    "nam sinh",
    "gioi tinh",
    "dia chi",
    "ghi chu",
    "start time",
    "last modified",
    "thoi gian bat dau",
];
/// Headers of running numbers.
const ORDINALS: [&str; 8] = ["stt", "tt", "so tt", "so thu tu", "no", "id", "row", "cau so"];

/// A person's word for a column: `--map FIELD=COLUMN`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnChoice {
    pub field: ImportField,
    /// A header, or a column as a spreadsheet names it.
    pub column: String,
}

/// A column that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadColumn {
    pub field: ImportField,
    pub place: usize,
    pub header: String,
}

/// The columns of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    pub read: Vec<ReadColumn>,
    /// The headers of those that are not read, running numbers left out.
    pub passed_over: Vec<String>,
    /// The places of running numbers.
    pub(super) ordinals: Vec<usize>,
    /// The number of the row with the headers, and how many rows stand up to it.
    pub header_row: usize,
    pub(super) rows_above: usize,
    pub form: Option<FormService>,
}

/// The service whose export a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormService {
    Google,
    Microsoft,
}

/// Why the columns are not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnFault {
    /// No column holds the field, without which nothing can be added.
    Missing { field: ImportField, headers: Vec<String> },
    /// Two columns may hold it.
    Ambiguous { field: ImportField, headers: [String; 2] },
    /// A person named a column that is not there.
    NoSuchColumn { column: String, headers: Vec<String> },
    /// Rows of this kind have no such field.
    NoSuchField { field: ImportField, rows: RowKind },
}

impl Columns {
    #[must_use]
    pub fn place(&self, field: ImportField) -> Option<usize> {
        self.read.iter().find(|column| column.field == field).map(|column| column.place)
    }

    pub fn header(&self, place: usize) -> &str {
        let column = self.read.iter().find(|column| column.place == place);
        column.map_or("", |column| &column.header)
    }
}

/// How well the first rows of a table, as one separator gives them, fit what is wanted.
pub(super) fn score(rows: &[ImportRow], kind: RowKind) -> usize {
    rows.iter().map(|row| row_score(row, kind)).max().unwrap_or_default()
}

fn row_score(row: &ImportRow, kind: RowKind) -> usize {
    let fits = (0..row.cells.len()).filter_map(|place| best(row.text(place), kind));
    let grade = |(_, fit): (ImportField, HeaderFit)| match fit.grade {
        Grade::Inside => 1,
        Grade::Beginning => 2,
        Grade::Whole => 3,
    };
    fits.map(grade).sum()
}

fn best(header: &str, kind: RowKind) -> Option<(ImportField, HeaderFit)> {
    let plain = plain_words(header);
    let padded = format!(" {plain} ");
    if NO_FIELD.iter().any(|words| padded.contains(&format!(" {words} "))) {
        return None;
    }
    let fits = kind.fields().iter().filter_map(|field| Some((*field, field.fit(kind, &plain)?)));
    let best = fits.max_by_key(|(_, fit)| *fit)?;
    // What was answered, and when, is no question: only who answers is asked for.
    let is_answer = padded.contains(" tra loi ") || padded.contains(" answer ");
    let names_responder =
        matches!((best.0, kind), (ImportField::Lead, _) | (_, RowKind::Responders));
    (!is_answer || names_responder).then_some(best)
}

/// Finds the row of the headers and the columns that are read.
///
/// # Errors
/// A needed column is missing, or a header is not clear.
pub(super) fn find(
    table: &ImportTable,
    kind: RowKind,
    choices: &[ColumnChoice],
) -> Result<Columns, ColumnFault> {
    let first = table.rows.iter().take(LOOKED_AT).enumerate();
    let weighed = first.map(|(place, row)| {
        let named = choices.iter().filter(|choice| named_place(row, &choice.column).is_some());
        (named.count(), row_score(row, kind), place)
    });
    // Of equals the first: the last of `max_by_key` is the first here.
    let best = weighed.rev().max_by_key(|(named, score, _)| (*named, *score));
    let header = best.map_or(0, |(_, _, place)| place);
    let Some(row) = table.rows.get(header) else {
        return Err(ColumnFault::Missing { field: needed(kind), headers: Vec::new() });
    };
    let mut columns =
        Columns { header_row: row.number, rows_above: header + 1, ..Columns::default() };
    columns.form = form_service(row);
    choose(&mut columns, row, kind, choices)?;
    recognise(&mut columns, row, kind)?;
    let field = needed(kind);
    let has_needed = columns.place(field).is_some()
        || (kind == RowKind::Delegates && columns.place(ImportField::Unit).is_some());
    if !has_needed {
        return Err(ColumnFault::Missing { field, headers: headers(row) });
    }
    let is_read = |place: usize| columns.read.iter().any(|column| column.place == place);
    let others = (0..row.cells.len()).filter(|place| !is_read(*place));
    let (ordinals, passed_over): (Vec<usize>, Vec<usize>) = others
        .filter(|place| !row.text(*place).is_empty())
        .partition(|place| ORDINALS.contains(&plain_words(row.text(*place)).as_str()));
    columns.ordinals = ordinals;
    columns.passed_over = passed_over.into_iter().map(|place| row.text(place).to_owned()).collect();
    Ok(columns)
}

fn needed(kind: RowKind) -> ImportField {
    match kind {
        RowKind::Questions => ImportField::Text,
        RowKind::Responders | RowKind::Delegates => ImportField::Name,
    }
}

fn headers(row: &ImportRow) -> Vec<String> {
    let texts = (0..row.cells.len()).map(|place| row.text(place).to_owned());
    texts.filter(|text| !text.is_empty()).collect()
}

/// The column with this header.
fn named_place(row: &ImportRow, column: &str) -> Option<usize> {
    let wanted = plain_words(column);
    let mut places = 0..row.cells.len();
    places.find(|place| !wanted.is_empty() && plain_words(row.text(*place)) == wanted)
}

fn choose(
    columns: &mut Columns,
    row: &ImportRow,
    kind: RowKind,
    choices: &[ColumnChoice],
) -> Result<(), ColumnFault> {
    for ColumnChoice { field, column } in choices {
        if !kind.fields().contains(field) {
            return Err(ColumnFault::NoSuchField { field: *field, rows: kind });
        }
        let lettered = |place: &usize| column_letters(*place) == column.to_ascii_uppercase();
        let place =
            named_place(row, column).or_else(|| (0..row.cells.len()).find(lettered)).ok_or_else(
                || ColumnFault::NoSuchColumn { column: column.clone(), headers: headers(row) },
            )?;
        let header = row.text(place).to_owned();
        columns.read.push(ReadColumn { field: *field, place, header });
    }
    Ok(())
}

/// The columns that nobody chose, each for the field that its header means most surely.
fn recognise(columns: &mut Columns, row: &ImportRow, kind: RowKind) -> Result<(), ColumnFault> {
    for field in kind.fields() {
        if columns.place(*field).is_some() {
            continue;
        }
        let is_chosen = |place: &usize| columns.read.iter().any(|column| column.place == *place);
        let mut fits: Vec<(HeaderFit, usize)> = (0..row.cells.len())
            .filter(|place| !is_chosen(place))
            .filter_map(|place| {
                let (found, fit) = best(row.text(place), kind)?;
                (found == *field).then_some((fit, place))
            })
            .collect();
        fits.sort_by_key(|(fit, place)| (std::cmp::Reverse(fit.grade), *place));
        let account = |place: usize| {
            columns.form == Some(FormService::Microsoft)
                && matches!(plain_words(row.text(place)).as_str(), "name" | "ten")
        };
        // The name of the account stands before what the person wrote.
        if fits.len() > 1 {
            fits.retain(|(_, place)| !account(*place));
        }
        let place = match fits.as_slice() {
            [] => continue,
            [(one, first), (other, second), ..] if one.grade == other.grade => {
                let headers = [*first, *second].map(|place| row.text(place).to_owned());
                return Err(ColumnFault::Ambiguous { field: *field, headers });
            }
            [(_, place), ..] => *place,
        };
        let header = row.text(place).to_owned();
        columns.read.push(ReadColumn { field: *field, place, header });
    }
    Ok(())
}

/// Told by the columns that these services put before a person's questions.
fn form_service(row: &ImportRow) -> Option<FormService> {
    let words: Vec<String> =
        (0..row.cells.len()).map(|place| plain_words(row.text(place))).collect();
    let has = |names: &[&str]| words.iter().any(|word| names.contains(&word.as_str()));
    let first = words.iter().find(|word| !word.is_empty()).map(String::as_str);
    match first {
        Some("timestamp" | "dau thoi gian") => Some(FormService::Google),
        _ if has(&["start time", "thoi gian bat dau"])
            && has(&["completion time", "thoi gian hoan thanh"]) =>
        {
            Some(FormService::Microsoft)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
