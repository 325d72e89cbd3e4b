//! Why a file gives no table.

use std::io;

use crate::import::decode::EncodingFault;
use crate::import::encoding::TextEncoding;
use crate::text::json::fault::JsonFault;

/// Why a file gives no table.
#[derive(Debug)]
pub enum SourceFault {
    Io(io::Error),
    /// More bytes than are read.
    TooLarge,
    /// Its name ends neither with csv nor with xlsx nor with json.
    UnknownKind,
    /// A sheet was named for a file that has none.
    HasNoSheets,
    /// An encoding of bytes was named for a workbook, whose texts are Unicode.
    EncodesNoWorkbook(TextEncoding),
    Encoding(EncodingFault),
    /// A cell holds the letters of an old font; the row as a spreadsheet numbers it, the column from 0.
    OldFont {
        row: usize,
        column: usize,
        likely: TextEncoding,
    },
    QuoteLeftOpen,
    Json(JsonFault),
    /// JSON, and no list of objects.
    NotRows,
    /// No workbook of the XLSX format.
    NotAWorkbook,
    /// A workbook of the time before XLSX, or one that a password protects.
    OldOrLockedWorkbook,
    /// Unpacked, the workbook is larger than this many bytes.
    UnpackedTooLarge {
        limit: u64,
    },
    /// More text, rows or columns than a table of this program has.
    TooManyCells,
    NoSuchSheet {
        sheet: String,
        sheets: Vec<String>,
    },
    /// No row holds anything.
    Empty,
}
