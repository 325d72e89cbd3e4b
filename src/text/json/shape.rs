//! The shape of the JSON that a type is read from, found by reading the type from made-up values.

use serde::de::value::{Error, StrDeserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, SeqAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;

/// What a type is read from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    Unknown,
    Text,
    Natural,
    /// One of these words.
    Word(&'static [&'static str]),
    /// `null`, or this.
    Nullable(Box<Shape>),
    List(Box<Shape>),
    Object(Vec<FieldShape>),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FieldShape {
    pub(crate) name: &'static str,
    pub(crate) needed: bool,
    pub(crate) shape: Shape,
}

/// The shape of `T`: one reading finds the fields, and one more without each field whether it is needed.
pub(crate) fn shape_of<'de, T: Deserialize<'de>>() -> Shape {
    let mut shape = Shape::Unknown;
    if read::<T>(&[], &mut shape).is_err() {
        return Shape::Unknown;
    }
    let mut paths = Vec::new();
    note_paths(&shape, &mut Vec::new(), &mut paths);
    for path in paths {
        if read::<T>(&path, &mut Shape::Unknown).is_ok() {
            mark_optional(&mut shape, &path);
        }
    }
    shape
}

fn read<'de, T: Deserialize<'de>>(
    without: &[&'static str],
    found: &mut Shape,
) -> Result<(), Error> {
    T::deserialize(Probe { found, without: Some(without).filter(|path| !path.is_empty()) })
        .map(drop)
}

fn note_paths(shape: &Shape, path: &mut Vec<&'static str>, paths: &mut Vec<Vec<&'static str>>) {
    match shape {
        Shape::Nullable(inner) | Shape::List(inner) => note_paths(inner, path, paths),
        Shape::Object(fields) => {
            for field in fields {
                path.push(field.name);
                paths.push(path.clone());
                note_paths(&field.shape, path, paths);
                path.pop();
            }
        }
        Shape::Unknown | Shape::Text | Shape::Natural | Shape::Word(_) => {}
    }
}

fn mark_optional(shape: &mut Shape, path: &[&'static str]) {
    match (shape, path) {
        (Shape::Nullable(inner) | Shape::List(inner), path) => mark_optional(inner, path),
        (Shape::Object(fields), [name, rest @ ..]) => {
            for field in fields.iter_mut().filter(|field| field.name == *name) {
                match rest {
                    [] => field.needed = false,
                    rest => mark_optional(&mut field.shape, rest),
                }
            }
        }
        _ => {}
    }
}

/// Gives whatever is asked for, and notes what was.
struct Probe<'s, 'p> {
    found: &'s mut Shape,
    /// The field to leave out, by the names on the way to it.
    without: Option<&'p [&'static str]>,
}

impl<'de> Deserializer<'de> for Probe<'_, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("a kind of value that no shape stands for"))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        *self.found = Shape::Text;
        visitor.visit_str("")
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        *self.found = Shape::Natural;
        visitor.visit_u32(1)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        *self.found = Shape::Natural;
        visitor.visit_u64(1)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        *self.found = Shape::Word(words);
        let word: StrDeserializer<Error> =
            words.first().copied().unwrap_or_default().into_deserializer();
        visitor.visit_enum(word)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let mut inner = Shape::Unknown;
        let value = visitor.visit_some(Probe { found: &mut inner, without: self.without })?;
        *self.found = Shape::Nullable(Box::new(inner));
        Ok(value)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let mut inner = Shape::Unknown;
        let without = self.without;
        let value = visitor.visit_seq(OneItem(Some(Probe { found: &mut inner, without })))?;
        *self.found = Shape::List(Box::new(inner));
        Ok(value)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let mut fields = Vec::with_capacity(names.len());
        let without = self.without;
        let value =
            visitor.visit_map(EachField { names: names.iter(), without, fields: &mut fields })?;
        *self.found = Shape::Object(fields);
        Ok(value)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u128 f32 f64 char bytes byte_buf unit unit_struct
        newtype_struct tuple tuple_struct map identifier ignored_any
    }
}

struct OneItem<'s, 'p>(Option<Probe<'s, 'p>>);

impl<'de> SeqAccess<'de> for OneItem<'_, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        self.0.take().map(|probe| seed.deserialize(probe)).transpose()
    }
}

struct EachField<'s, 'p> {
    names: std::slice::Iter<'static, &'static str>,
    without: Option<&'p [&'static str]>,
    fields: &'s mut Vec<FieldShape>,
}

impl<'de> MapAccess<'de> for EachField<'_, '_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let left_out = |name: &str| matches!(self.without, Some([only]) if *only == name);
        let Some(name) = self.names.by_ref().copied().find(|name| !left_out(name)) else {
            return Ok(None);
        };
        self.fields.push(FieldShape { name, needed: true, shape: Shape::Unknown });
        let key: StrDeserializer<Error> = name.into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let Some(field) = self.fields.last_mut() else {
            return Err(Error::custom("a value without a key"));
        };
        let without = match self.without {
            Some([first, rest @ ..]) if *first == field.name && !rest.is_empty() => Some(rest),
            _ => None,
        };
        seed.deserialize(Probe { found: &mut field.shape, without })
    }
}
