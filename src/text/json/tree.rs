//! A JSON value whose texts are still where they were read, and its conversion to a typed value.

use std::borrow::Cow;
use std::vec::IntoIter;

use serde::de::value::CowStrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::fault::{FoundValue, JsonFault, JsonProblem, JsonStep, NeededValue};

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

impl<'a> Tree<'a> {
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// # Errors
    /// It is no text.
    pub(crate) fn into_text(self) -> Result<Cow<'a, str>, JsonFault> {
        match self {
            Self::Text(text) => Ok(text),
            other => Err(other.instead_of(NeededValue::Text)),
        }
    }

    /// # Errors
    /// It is no text; `words` are those that may stand here.
    pub(crate) fn into_word(
        self,
        words: &'static [&'static str],
    ) -> Result<Cow<'a, str>, JsonFault> {
        match self {
            Self::Text(text) => Ok(text),
            other => Err(other.instead_of(NeededValue::Word(words))),
        }
    }

    fn instead_of(self, needed: NeededValue) -> JsonFault {
        let found = match self {
            Self::Null => FoundValue::Null,
            Self::Bool(value) => FoundValue::Bool(value),
            Self::Natural(value) => FoundValue::Number(value.to_string()),
            Self::Negative(value) => FoundValue::Number(value.to_string()),
            Self::Fraction(value) => FoundValue::Number(value.to_string()),
            Self::Text(text) => FoundValue::Text(text.into_owned()),
            Self::List(_) => FoundValue::List,
            Self::Object(_) => FoundValue::Object,
        };
        JsonProblem::WrongKind { found, needed }.into()
    }

    fn whole_number(self, most: u64) -> Result<u64, JsonFault> {
        match self {
            Self::Natural(value) if value <= most => Ok(value),
            other => Err(other.instead_of(NeededValue::WholeNumber { most })),
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

/// A typed value asks for the kind it needs, so that a wrong one is named with what was needed.
impl<'de> Deserializer<'de> for Tree<'de> {
    type Error = JsonFault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonFault> {
        match self {
            Self::Null => visitor.visit_unit(),
            Self::Bool(value) => visitor.visit_bool(value),
            Self::Natural(value) => visitor.visit_u64(value),
            Self::Negative(value) => visitor.visit_i64(value),
            Self::Fraction(value) => visitor.visit_f64(value),
            Self::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Self::Text(Cow::Owned(text)) => visitor.visit_string(text),
            Self::List(items) => visitor.visit_seq(Items { items: items.into_iter(), place: 0 }),
            Self::Object(fields) => {
                visitor.visit_map(Entries { fields: fields.into_iter(), next: None })
            }
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonFault> {
        match self {
            Self::Bool(value) => visitor.visit_bool(value),
            other => Err(other.instead_of(NeededValue::Bool)),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonFault> {
        self.whole_number(u32::MAX.into()).and_then(|value| visitor.visit_u64(value))
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonFault> {
        self.whole_number(u64::MAX).and_then(|value| visitor.visit_u64(value))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonFault> {
        match self.into_text()? {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonFault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonFault> {
        match self {
            Self::Null => visitor.visit_none(),
            some => visitor.visit_some(some),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, JsonFault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonFault> {
        match self {
            Self::List(_) => self.deserialize_any(visitor),
            other => Err(other.instead_of(NeededValue::List)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, JsonFault> {
        match self {
            Self::Object(_) => self.deserialize_any(visitor),
            other => Err(other.instead_of(NeededValue::Object)),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, JsonFault> {
        match self {
            Self::Text(word) => visitor.visit_enum(CowStrDeserializer::new(word)),
            other => Err(other.instead_of(NeededValue::Word(words))),
        }
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct map
        identifier ignored_any
    }
}

/// The items of a list, for serde.
struct Items<'a> {
    items: IntoIter<Tree<'a>>,
    place: usize,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = JsonFault;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, JsonFault> {
        let Some(item) = self.items.next() else { return Ok(None) };
        let step = JsonStep::Item(self.place);
        self.place += 1;
        seed.deserialize(item).map(Some).map_err(|fault| fault.inside(step))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

/// The fields of an object, for serde.
struct Entries<'a> {
    fields: IntoIter<(Cow<'a, str>, Tree<'a>)>,
    next: Option<(Cow<'a, str>, Tree<'a>)>,
}

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = JsonFault;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, JsonFault> {
        self.next = self.fields.next();
        let Some((key, _)) = &self.next else { return Ok(None) };
        seed.deserialize(CowStrDeserializer::new(key.clone())).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, JsonFault> {
        let (key, value) = self.next.take().unwrap_or((Cow::Borrowed(""), Tree::Null));
        seed.deserialize(value).map_err(|fault| fault.in_field(&key))
    }
}
