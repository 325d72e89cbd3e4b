//! Tables of JSON: a list of objects, whose keys are the headers.

use crate::import::source_fault::SourceFault;
use crate::import::table::{ImportCell, ImportRow, ImportTable, MOST_CELLS};
use crate::text::fold::normalised;
use crate::text::json::read::tree;
use crate::text::json::tree::{Fields, Tree};

/// The rows of the list, behind a first row with the keys in the order in which they come up.
///
/// # Errors
/// It is no JSON, or no list of objects.
pub(super) fn read(text: &str) -> Result<ImportTable, SourceFault> {
    let items = list_in(tree(text).map_err(SourceFault::Json)?).ok_or(SourceFault::NotRows)?;
    let mut keys: Vec<String> = Vec::new();
    let mut rows = vec![ImportRow::default()];
    for (place, item) in items.into_iter().enumerate() {
        let Tree::Object(fields) = item else { return Err(SourceFault::NotRows) };
        let mut cells = vec![ImportCell::Text(String::new()); keys.len()];
        for (key, value) in fields {
            match keys.iter().position(|known| *known == *key) {
                Some(column) => cells[column] = cell(value),
                None => {
                    keys.push(key.into_owned());
                    cells.push(cell(value));
                }
            }
        }
        rows.push(ImportRow { number: place + 1, cells });
        if rows.len().saturating_mul(keys.len()) > MOST_CELLS {
            return Err(SourceFault::TooManyCells);
        }
    }
    let header = keys.into_iter().map(|key| ImportCell::Text(normalised(&key))).collect();
    rows[0].cells = header;
    Ok(ImportTable { rows, sheet: None })
}

/// The list itself, or the only list in an object that holds it.
fn list_in(tree: Tree<'_>) -> Option<Vec<Tree<'_>>> {
    match tree {
        Tree::List(items) => Some(items),
        Tree::Object(fields) => only_list(fields),
        _ => None,
    }
}

fn only_list(fields: Fields<'_>) -> Option<Vec<Tree<'_>>> {
    let mut lists = fields.into_iter().filter_map(|(_, value)| match value {
        Tree::List(items) => Some(items),
        _ => None,
    });
    lists.next().filter(|_| lists.next().is_none())
}

fn cell(value: Tree<'_>) -> ImportCell {
    match value {
        Tree::Null => ImportCell::Text(String::new()),
        Tree::Bool(value) => ImportCell::Text(value.to_string()),
        Tree::Natural(value) => ImportCell::Text(value.to_string()),
        Tree::Negative(value) => ImportCell::Text(value.to_string()),
        Tree::Fraction(value) => ImportCell::Text(value.to_string()),
        Tree::Text(text) => ImportCell::Text(normalised(&text)),
        Tree::List(items) => {
            let texts: Option<Vec<&str>> = items.iter().map(Tree::text).collect();
            texts.map_or(ImportCell::Nested, |texts| ImportCell::Text(normalised(&texts.join(";"))))
        }
        Tree::Object(_) => ImportCell::Nested,
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::import::source_fault::SourceFault;
    use crate::import::table::ImportCell;

    #[test]
    fn the_keys_are_the_headers_in_whatever_order_they_come() {
        let text =
            r#"[{"text":"Một","name":"A"},{"name":"B","n":5,"text":"Hai"},{"aliases":["x","y"]}]"#;
        let table = read(text).expect("a table");
        let texts =
            |row: usize| (0..4).map(|column| table.rows[row].text(column)).collect::<Vec<_>>();
        assert_eq!(texts(0), ["text", "name", "n", "aliases"]);
        assert_eq!(texts(2), ["Hai", "B", "5", ""]);
        assert_eq!(texts(3)[3], "x;y");
        assert_eq!(table.rows[3].number, 3);
    }

    #[test]
    fn a_list_may_stand_in_an_object_and_nothing_else_is_a_table() {
        assert!(read(r#"{"responses":[{"text":"Một"}]}"#).is_ok());
        for wrong in [r#""x""#, r#"["x"]"#, r#"{"a":[],"b":[]}"#, "5"] {
            assert!(matches!(read(wrong), Err(SourceFault::NotRows)), "{wrong}");
        }
        assert!(matches!(read("[{]"), Err(SourceFault::Json(_))));
        let nested = read(r#"[{"text":{"a":1}}]"#).expect("a table");
        assert_eq!(nested.rows[1].cells, [ImportCell::Nested]);
    }
}
