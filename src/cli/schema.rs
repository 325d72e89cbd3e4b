//! `schema`: what `apply` takes and what a file holds, as JSON Schema made from the types that read them.

use std::process::ExitCode;

use serde_json::{Map, Value, json};

use super::outcome::{self, CommandResult, Failure};
use crate::import::command;
use crate::record::v1::EventV1;
use crate::text::json::shape::{FieldShape, Shape};

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

pub(super) fn run() -> CommandResult {
    let text = format!("{:#}\n", schema());
    outcome::print(&text).map_err(Failure::from)?;
    Ok(ExitCode::SUCCESS)
}

fn schema() -> Value {
    let commands = command::shapes().into_iter().map(|(name, shape)| command(name, &shape));
    let events = EventV1::shapes().into_iter().map(|(name, shape)| event(name, &shape));
    json!({
        "$schema": DIALECT,
        "title": "doithoai/1",
        "anyOf": [{"$ref": "#/$defs/command"}, {"$ref": "#/$defs/event"}],
        "$defs": {
            "command": {"oneOf": commands.collect::<Vec<_>>()},
            "event": {"oneOf": events.collect::<Vec<_>>()},
        },
    })
}

fn command(name: &str, shape: &Shape) -> Value {
    let common = json!({
        "command": {"const": name},
        "at": {"type": "string"},
        "by": {"type": "string"},
        "happened_at": {"type": "string"},
        "seen": natural(),
        "salt": {"type": ["string", "null"]},
    });
    object(shape, &common, &["command"])
}

fn event(name: &str, shape: &Shape) -> Value {
    let common = json!({
        "seq": natural(),
        "at": {"type": "string"},
        "by": {"type": "string"},
        "batch": {
            "type": "object",
            "properties": {"first": natural(), "count": natural()},
            "required": ["first", "count"],
            "additionalProperties": false,
        },
        "happened_at": {"type": "string"},
        "event": {"const": name},
        "salt": {"type": "string"},
        "hash": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    });
    object(shape, &common, &["seq", "at", "by", "event", "hash"])
}

/// An object of these fields and no others; a field of its own goes before a common one of that name.
fn object(shape: &Shape, common: &Value, needed: &[&str]) -> Value {
    let mut properties = common.as_object().cloned().unwrap_or_default();
    let fields = fields_of(shape);
    properties.extend(fields.iter().map(property));
    let own = fields.iter().filter(|field| field.needed).map(|field| field.name);
    let required: Vec<&str> = needed.iter().copied().chain(own).collect();
    closed(properties, &required)
}

fn fields_of(shape: &Shape) -> &[FieldShape] {
    match shape {
        Shape::Object(fields) => fields,
        _ => &[],
    }
}

fn property(field: &FieldShape) -> (String, Value) {
    (field.name.to_owned(), schema_of(&field.shape))
}

fn closed(properties: Map<String, Value>, required: &[&str]) -> Value {
    json!({
        "type": "object",
        "properties": Value::Object(properties),
        "required": required,
        "additionalProperties": false,
    })
}

fn natural() -> Value {
    json!({"type": "integer", "minimum": 0})
}

fn schema_of(shape: &Shape) -> Value {
    match shape {
        Shape::Unknown => json!({}),
        Shape::Text => json!({"type": "string"}),
        Shape::Natural => natural(),
        Shape::Word(words) => json!({"enum": words}),
        Shape::Nullable(inner) => json!({"anyOf": [schema_of(inner), {"type": "null"}]}),
        Shape::List(inner) => json!({"type": "array", "items": schema_of(inner)}),
        Shape::Object(fields) => {
            let required: Vec<&str> =
                fields.iter().filter(|field| field.needed).map(|field| field.name).collect();
            closed(fields.iter().map(property).collect(), &required)
        }
    }
}
