//! A JSON value whose words are still where they were read, and its way on to a typed one.

use std::borrow::Cow;

use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

/// A value as it was read; nothing is copied that is not escaped.
#[derive(Debug)]
pub(crate) enum Tree<'a> {
    Null,
    Bool(bool),
    Natural(u64),
    Negative(i64),
    Fraction(f64),
    Text(Cow<'a, str>),
    List(Vec<Tree<'a>>),
    Object(Fields<'a>),
}

/// The fields of an object in the order they stand in, none twice.
pub(crate) type Fields<'a> = Vec<(Cow<'a, str>, Tree<'a>)>;

impl Tree<'_> {
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// The value of a field.
pub(crate) fn field<'f, 'a>(fields: &'f Fields<'a>, name: &str) -> Option<&'f Tree<'a>> {
    fields.iter().find(|(key, _)| key == name).map(|(_, value)| value)
}

/// Takes a field out of its object.
pub(crate) fn taken<'a>(fields: &mut Fields<'a>, name: &str) -> Option<Tree<'a>> {
    let place = fields.iter().position(|(key, _)| key == name)?;
    Some(fields.swap_remove(place).1)
}

impl<'de> Deserializer<'de> for Tree<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Null => visitor.visit_unit(),
            Self::Bool(value) => visitor.visit_bool(value),
            Self::Natural(value) => visitor.visit_u64(value),
            Self::Negative(value) => visitor.visit_i64(value),
            Self::Fraction(value) => visitor.visit_f64(value),
            Self::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Self::Text(Cow::Owned(text)) => visitor.visit_string(text),
            Self::List(items) => visitor.visit_seq(SeqDeserializer::new(items.into_iter())),
            Self::Object(fields) => {
                let fields = fields.into_iter().map(|(key, value)| (Self::Text(key), value));
                visitor.visit_map(MapDeserializer::new(fields))
            }
        }
    }

    // Enough for events: what is tagged inside is taken whole before it is looked at.
    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, Error> for Tree<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
