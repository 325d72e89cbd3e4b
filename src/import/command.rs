//! Commands as scripts write them: one JSON object a line, with when and by whom if that was known.

mod v1;

use serde::Deserialize;

use crate::record::line::LINE;
use crate::session::command::{Command, LineSalt, Particulars};
use crate::session::number::Seq;
use crate::session::time::Timestamp;
use crate::text::json::fault::{JsonFault, JsonProblem};
use crate::text::json::read;
use crate::text::json::tree::{Fields, Tree, field, taken};

pub(crate) use v1::{NewResponderV1, shapes};

/// A line read: what is asked for, the time and the author if the line names them, and its particulars.
#[derive(Clone, Debug, PartialEq)]
pub struct CommandLine {
    pub command: Command,
    pub at: Option<Timestamp>,
    pub by: Option<String>,
    pub particulars: Particulars,
}

/// Why a line is no command.
#[derive(Clone, Debug, PartialEq)]
pub enum CommandFault {
    /// Longer than a line of a session file may be.
    TooLong,
    /// Not UTF-8 from this column on, counted in characters from 1.
    NotUtf8 {
        column: usize,
    },
    NotAnObject,
    Json(JsonFault),
}

/// Reads one line.
///
/// # Errors
/// It is no command.
pub fn read_line(line: &[u8]) -> Result<CommandLine, CommandFault> {
    if line.len() > LINE {
        return Err(CommandFault::TooLong);
    }
    let text = std::str::from_utf8(line).map_err(|error| {
        let good = String::from_utf8_lossy(&line[..error.valid_up_to()]);
        CommandFault::NotUtf8 { column: good.chars().count() + 1 }
    })?;
    match read::tree(text).map_err(CommandFault::Json)? {
        Tree::Object(fields) => {
            command_line(fields).map_err(|fault| CommandFault::Json(fault.placed_in(text)))
        }
        _ => Err(CommandFault::NotAnObject),
    }
}

fn command_line(mut fields: Fields<'_>) -> Result<CommandLine, JsonFault> {
    let at = taken(&mut fields, "at").map(time).transpose();
    let by = taken(&mut fields, "by").map(Tree::into_text).transpose();
    let particulars = particulars(&mut fields)?;
    Ok(CommandLine {
        particulars,
        at: at.map_err(|fault| fault.in_field("at"))?,
        by: by.map_err(|fault| fault.in_field("by"))?.map(Into::into),
        command: v1::command(fields)?,
    })
}

fn particulars(fields: &mut Fields<'_>) -> Result<Particulars, JsonFault> {
    let happened_at = taken(fields, "happened_at").map(time).transpose();
    let seen = taken(fields, "seen").map(u64::deserialize).transpose();
    let salt = match has_salt_of_its_own(fields) {
        true => LineSalt::Fresh,
        false => salt(taken(fields, "salt")).map_err(|fault| fault.in_field("salt"))?,
    };
    Ok(Particulars {
        happened_at: happened_at.map_err(|fault| fault.in_field("happened_at"))?,
        seen: seen.map_err(|fault| fault.in_field("seen"))?.map(Seq),
        salt,
    })
}

/// Whether the salt is a field of the command: a delegate's data never stand without one.
fn has_salt_of_its_own(fields: &Fields<'_>) -> bool {
    let command = field(fields, "command").and_then(Tree::text);
    matches!(command, Some("add_delegate" | "correct_delegate"))
}

fn salt(given: Option<Tree<'_>>) -> Result<LineSalt, JsonFault> {
    Ok(match given {
        None => LineSalt::Fresh,
        Some(Tree::Null) => LineSalt::Without,
        Some(salt) => LineSalt::Given(salt.into_text()?.into_owned()),
    })
}

fn time(given: Tree<'_>) -> Result<Timestamp, JsonFault> {
    let text = given.into_text()?;
    text.parse().map_err(|()| JsonProblem::NotATime(text.into_owned()).into())
}
