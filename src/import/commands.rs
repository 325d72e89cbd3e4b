//! Commands as scripts write them: one JSON object a line, with when and by whom if that was known.

use serde::Deserialize;
use serde_json::Value;

use crate::i18n::Lang;
use crate::record::line::LINE;
use crate::record::strict;
use crate::session::command::Command;
use crate::session::time::Timestamp;

/// A line read: what is asked, and the moment and the hand if the line names them.
#[derive(Debug)]
pub struct Wish {
    pub command: Command,
    pub at: Option<Timestamp>,
    pub by: Option<String>,
}

/// Reads one line.
///
/// # Errors
/// It is no command; the sentence says why and at which column, and is safe to show.
pub fn wish(line: &[u8], lang: Lang) -> Result<Wish, String> {
    if line.len() > LINE {
        return Err(lang.json_too_long().to_owned());
    }
    let text = std::str::from_utf8(line).map_err(|error| {
        let good = String::from_utf8_lossy(&line[..error.valid_up_to()]);
        lang.at_column(lang.json_not_utf8(), good.chars().count() + 1)
    })?;
    let value = strict::value(text).map_err(|error| lang.json_fault_in_line(&error, text))?;
    let Value::Object(mut fields) = value else {
        return Err(lang.json_not_an_object().to_owned());
    };
    let told = |error: serde_json::Error| lang.json_fault_in_line(&error, text);
    let of = |field| move |error| lang.json_in_field(field, &told(error));
    let at = fields.remove("at").map(Timestamp::deserialize).transpose().map_err(of("at"))?;
    let by = fields.remove("by").map(String::deserialize).transpose().map_err(of("by"))?;
    let command = Command::deserialize(Value::Object(fields)).map_err(told)?;
    Ok(Wish { command, at, by })
}
