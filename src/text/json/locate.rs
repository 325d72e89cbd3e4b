//! Where a value stands in the text of its document.

use std::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::fault::{JsonFault, JsonPlace, JsonProblem, JsonStep};

impl JsonFault {
    /// The same fault with the place of the wrong value in `text`, which is valid JSON.
    pub(crate) fn placed_in(mut self, text: &str) -> Self {
        if self.place.is_none() {
            let unknown = match &self.problem {
                JsonProblem::UnknownField { field, .. } => Some(JsonStep::Field(field.clone())),
                _ => None,
            };
            let offset = offset_of(text, self.path.iter().chain(&unknown));
            self.place = Some(JsonPlace::at(text, offset));
        }
        self
    }
}

/// The byte at which the value at the end of `path` begins; as far as the path can be followed.
fn offset_of<'s>(text: &str, path: impl Iterator<Item = &'s JsonStep>) -> usize {
    let mut value = text.trim_ascii_start();
    for step in path {
        let mut deserializer = serde_json::Deserializer::from_str(value);
        match deserializer.deserialize_any(Inside { step }) {
            Ok(Some(inner)) => value = inner.get(),
            _ => break,
        }
    }
    (value.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

/// Takes the value at one step out of a list or an object.
struct Inside<'s> {
    step: &'s JsonStep,
}

impl<'de> Visitor<'de> for Inside<'_> {
    type Value = Option<&'de RawValue>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or an object")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        let mut place = 0;
        while let Some(item) = items.next_element::<&RawValue>()? {
            if *self.step == JsonStep::Item(place) {
                found = Some(item);
            }
            place += 1;
        }
        Ok(found)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(key) = entries.next_key::<String>()? {
            match self.step {
                JsonStep::Field(field) if *field == key => found = Some(entries.next_value()?),
                _ => drop(entries.next_value::<IgnoredAny>()?),
            }
        }
        Ok(found)
    }
}
