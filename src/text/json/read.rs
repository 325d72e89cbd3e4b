//! Reading JSON strictly: no key twice, no depth without bound.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;

use super::fault::{JsonFault, JsonPlace, JsonProblem};
use super::tree::{Fields, Tree};

/// Brackets inside brackets that are still read.
const DEPTH: u8 = 32;

/// Keys among which a twin is looked for one by one; beyond, looking costs more than an index.
const FEW: usize = 16;

/// One JSON value and nothing after it.
///
/// # Errors
/// Not JSON, a key given twice at any depth, or brackets more than 32 deep; with its place.
pub(crate) fn tree(text: &str) -> Result<Tree<'_>, JsonFault> {
    let problem = Cell::new(None);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read = Strict { depth: DEPTH, problem: &problem }.deserialize(&mut deserializer);
    let read = read.and_then(|tree| deserializer.end().map(|()| tree));
    read.map_err(|error| fault(&error, problem.take(), text))
}

/// One JSON object and nothing after it; `None` for any fault.
pub(crate) fn object(text: &str) -> Option<Fields<'_>> {
    match tree(text) {
        Ok(Tree::Object(fields)) => Some(fields),
        _ => None,
    }
}

/// Whether the text is one value that is read; where it is not, from which place on.
///
/// # Errors
/// As `tree`.
pub fn check(text: &str) -> Result<(), JsonFault> {
    tree(text).map(drop)
}

/// `found` is what [`Strict`] found beyond JSON's own rules: an error of serde's carries no data.
fn fault(error: &serde_json::Error, found: Option<JsonProblem>, text: &str) -> JsonFault {
    let problem = found.unwrap_or(match error.classify() {
        Category::Eof => JsonProblem::Unfinished,
        Category::Syntax | Category::Io | Category::Data => JsonProblem::Broken,
    });
    let lines = text.split_inclusive('\n').take(error.line().saturating_sub(1));
    let begins = lines.map(str::len).sum::<usize>();
    let place = JsonPlace::at(text, begins + error.column().saturating_sub(1));
    JsonFault { problem, path: Vec::new(), place: Some(place) }
}

#[derive(Clone, Copy)]
struct Strict<'p> {
    depth: u8,
    /// What is wrong, when it is none of JSON's own faults.
    problem: &'p Cell<Option<JsonProblem>>,
}

impl Strict<'_> {
    fn deeper<E: Error>(self) -> Result<Self, E> {
        match self.depth.checked_sub(1) {
            Some(depth) => Ok(Self { depth, ..self }),
            None => Err(self.refuse(JsonProblem::TooDeep)),
        }
    }

    fn refuse<E: Error>(self, problem: JsonProblem) -> E {
        self.problem.set(Some(problem));
        E::custom("refused")
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Tree<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
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
            false => Err(self.refuse(JsonProblem::Broken)),
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
                return Err(self.refuse(JsonProblem::KeyTwice(key.into_owned())));
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
    use super::{JsonFault, JsonProblem, check};

    fn problem(text: &str) -> JsonProblem {
        check(text).expect_err("a fault").problem
    }

    #[test]
    fn a_key_given_twice_is_refused_at_any_depth() {
        assert!(check(r#"{"a":1,"b":{"c":[{"d":1}]}}"#).is_ok());
        assert_eq!(problem(r#"{"a":1,"a":1}"#), JsonProblem::KeyTwice("a".to_owned()));
        let twice = r#"{"a":[{"b":{"c":1,"\u0063":2}}]}"#;
        assert_eq!(problem(twice), JsonProblem::KeyTwice("c".to_owned()));
    }

    #[test]
    fn a_key_given_twice_is_refused_among_many_as_among_few() {
        let fields: Vec<String> = (0..100).map(|number| format!("\"k{number}\":1")).collect();
        assert!(check(&format!("{{{}}}", fields.join(","))).is_ok());
        for twin in [0, 15, 16, 17, 99] {
            let text = format!("{{{},\"k{twin}\":1}}", fields.join(","));
            assert_eq!(problem(&text), JsonProblem::KeyTwice(format!("k{twin}")));
        }
    }

    #[test]
    fn depth_is_bounded_and_nothing_may_follow() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(check(&nested(32)).is_ok());
        assert_eq!(problem(&nested(33)), JsonProblem::TooDeep);
        assert_eq!(problem(&nested(100_000)), JsonProblem::TooDeep);
        assert_eq!(problem("{} {}"), JsonProblem::Broken);
        assert_eq!(problem("[1e999]"), JsonProblem::Broken);
    }

    #[test]
    fn a_fault_has_its_place_in_lines_and_characters() {
        let place = |text: &str| {
            let JsonFault { place, .. } = check(text).expect_err("a fault");
            place.map(|place| (place.offset, place.line, place.column))
        };
        assert_eq!(place("{\"Đường\" 1}"), Some((13, 1, 10)));
        assert_eq!(place("[\n 1,\n  x]"), Some((8, 3, 3)));
        assert_eq!(problem("{\"a\":"), JsonProblem::Unfinished);
    }
}
