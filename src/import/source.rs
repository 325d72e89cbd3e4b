//! From a file to a table, by the end of its name.

use std::io::Read;
use std::path::Path;

use crate::import::decode::decode;
use crate::import::encoding::TextEncoding;
use crate::import::field::RowKind;
use crate::import::source_fault::SourceFault;
use crate::import::table::{ImportCell, ImportTable};
use crate::import::{csv_table, headers, json_table, workbook};
use crate::store::regular::open_to_read;

/// Bytes of JSON that are read: as values in memory it takes many times that.
const LARGEST_JSON: usize = 16 * 1024 * 1024;

/// What a person says about a file.
#[derive(Clone, Debug, Default)]
pub struct SourceChoices {
    pub kind: RowKind,
    pub sheet: Option<String>,
    pub encoding: Option<TextEncoding>,
}

/// Reads the file; at most `limit` bytes of it. `progress` is told how many rows of a workbook
/// were read, and how many it says it has.
///
/// # Errors
/// It cannot be read, or it gives no table.
pub fn read(
    path: &Path,
    limit: u64,
    choices: &SourceChoices,
    progress: impl FnMut(usize, usize),
) -> Result<ImportTable, SourceFault> {
    let mut bytes = Vec::new();
    let file = open_to_read(path).map_err(SourceFault::Io)?;
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(SourceFault::Io)?;
    if bytes.len() as u64 > limit {
        return Err(SourceFault::TooLarge);
    }
    let end = path.extension().map(|end| end.to_string_lossy().to_lowercase());
    let table = match end.as_deref() {
        Some("csv" | "tsv" | "txt") => separated(&bytes, choices)?,
        Some("xlsx" | "xlsm") => workbook(&bytes, choices, progress)?,
        Some("json") => json(&bytes, choices)?,
        _ => return Err(SourceFault::UnknownKind),
    };
    if table.rows.iter().all(|row| row.cells.iter().all(ImportCell::is_blank)) {
        return Err(SourceFault::Empty);
    }
    match table.first_of_an_old_font() {
        Some((row, column, likely)) => Err(SourceFault::OldFont { row, column, likely }),
        None => Ok(table),
    }
}

fn separated(bytes: &[u8], choices: &SourceChoices) -> Result<ImportTable, SourceFault> {
    has_no_sheet(choices)?;
    let text = decode(bytes, choices.encoding).map_err(SourceFault::Encoding)?;
    csv_table::read(&text, |rows| headers::score(rows, choices.kind))
}

fn json(bytes: &[u8], choices: &SourceChoices) -> Result<ImportTable, SourceFault> {
    has_no_sheet(choices)?;
    if bytes.len() > LARGEST_JSON {
        return Err(SourceFault::TooLarge);
    }
    json_table::read(&decode(bytes, choices.encoding).map_err(SourceFault::Encoding)?)
}

fn has_no_sheet(choices: &SourceChoices) -> Result<(), SourceFault> {
    match choices.sheet {
        Some(_) => Err(SourceFault::HasNoSheets),
        None => Ok(()),
    }
}

/// The letters of a workbook are Unicode, but those of an old font only look right in that font.
fn workbook(
    bytes: &[u8],
    choices: &SourceChoices,
    progress: impl FnMut(usize, usize),
) -> Result<ImportTable, SourceFault> {
    let mut table = workbook::read(bytes, choices.sheet.as_deref(), progress)?;
    let Some(encoding) = choices.encoding else { return Ok(table) };
    let is_unicode =
        matches!(encoding, TextEncoding::Utf8 | TextEncoding::Utf16Le | TextEncoding::Utf16Be);
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        let ImportCell::Text(text) = cell else { continue };
        match encoding.meant_by(text) {
            Some(meant) => *text = meant,
            None if is_unicode => return Ok(table),
            None => return Err(SourceFault::EncodesNoWorkbook(encoding)),
        }
    }
    Ok(table)
}
