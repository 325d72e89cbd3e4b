//! Strict JSON: no key twice, no depth without bound.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::record::tree::{Fields, Tree};

/// Brackets inside brackets that are still read.
const DEPTH: u8 = 32;

/// Keys among which a twin is looked for one by one; beyond, looking costs more than an index.
const FEW: usize = 16;

/// One JSON value and nothing after it.
///
/// # Errors
/// Not JSON, a key given twice at any depth, or brackets more than 32 deep; with line and column.
pub fn value(text: &str) -> Result<Value, serde_json::Error> {
    tree(text).map(owned)
}

/// One JSON object and nothing after it; `None` for any fault.
pub(crate) fn object(text: &str) -> Option<Fields<'_>> {
    match tree(text) {
        Ok(Tree::Object(fields)) => Some(fields),
        _ => None,
    }
}

fn tree(text: &str) -> Result<Tree<'_>, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let tree = Strict { depth: DEPTH }.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(tree)
}

fn owned(tree: Tree<'_>) -> Value {
    match tree {
        Tree::Null => Value::Null,
        Tree::Bool(value) => Value::Bool(value),
        Tree::Natural(value) => Value::Number(value.into()),
        Tree::Negative(value) => Value::Number(value.into()),
        Tree::Fraction(value) => Number::from_f64(value).map_or(Value::Null, Value::Number),
        Tree::Text(text) => Value::String(text.into_owned()),
        Tree::List(items) => Value::Array(items.into_iter().map(owned).collect()),
        Tree::Object(fields) => {
            let fields = fields.into_iter().map(|(key, value)| (key.into_owned(), owned(value)));
            Value::Object(fields.collect::<Map<_, _>>())
        }
    }
}

#[derive(Clone, Copy)]
struct Strict {
    depth: u8,
}

impl Strict {
    fn deeper<E: Error>(self) -> Result<Self, E> {
        match self.depth.checked_sub(1) {
            Some(depth) => Ok(Self { depth }),
            None => Err(E::custom(format_args!("more than {DEPTH} brackets deep"))),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = Tree<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict {
    type Value = Tree<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree<'de>, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree<'de>, E> {
        Ok(Tree::Negative(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree<'de>, E> {
        Ok(Tree::Natural(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Tree<'de>, E> {
        match value.is_finite() {
            true => Ok(Tree::Fraction(value)),
            false => Err(E::custom("not a number")),
        }
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Tree<'de>, E> {
        Ok(Tree::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree<'de>, E> {
        Ok(Tree::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_unit<E>(self) -> Result<Tree<'de>, E> {
        Ok(Tree::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree<'de>, A::Error> {
        let inner = self.deeper()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inner)? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree<'de>, A::Error> {
        let inner = self.deeper()?;
        // Room at once for an event's fields; a stranger's million of little objects gets none.
        let mut fields = match self.depth {
            DEPTH => Vec::with_capacity(FEW / 2),
            _ => Vec::new(),
        };
        let mut index = BTreeSet::new();
        while let Some(key) = entries.next_key_seed(ObjectKey)? {
            if is_twin(&fields, &mut index, &key) {
                return Err(A::Error::custom(format_args!("the key {key:?} is given twice")));
            }
            let value = entries.next_value_seed(inner)?;
            fields.push((key, value));
        }
        Ok(Tree::Object(fields))
    }
}

/// Whether the key is among those before it. `index` is kept only once they are many.
fn is_twin(fields: &Fields<'_>, index: &mut BTreeSet<String>, key: &str) -> bool {
    if fields.len() < FEW {
        return fields.iter().any(|(known, _)| known == key);
    }
    if index.is_empty() {
        index.extend(fields.iter().map(|(known, _)| known.clone().into_owned()));
    }
    !index.insert(key.to_owned())
}

/// A key, left where it stands when nothing in it is escaped.
struct ObjectKey;

impl<'de> DeserializeSeed<'de> for ObjectKey {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for ObjectKey {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(key))
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn a_key_given_twice_is_refused_at_any_depth() {
        assert!(value(r#"{"a":1,"b":{"c":[{"d":1}]}}"#).is_ok());
        assert!(value(r#"{"a":1,"a":1}"#).is_err());
        assert!(value(r#"{"a":[{"b":{"c":1,"\u0063":2}}]}"#).is_err());
    }

    #[test]
    fn a_key_given_twice_is_refused_among_many_as_among_few() {
        let fields: Vec<String> = (0..100).map(|number| format!("\"k{number}\":1")).collect();
        assert!(value(&format!("{{{}}}", fields.join(","))).is_ok());
        for twin in [0, 15, 16, 17, 99] {
            assert!(value(&format!("{{{},\"k{twin}\":1}}", fields.join(","))).is_err(), "{twin}");
        }
    }

    #[test]
    fn depth_is_bounded_and_nothing_may_follow() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(value(&nested(32)).is_ok());
        assert!(value(&nested(33)).is_err());
        assert!(value(&nested(100_000)).is_err());
        assert!(value("{} {}").is_err());
    }
}
