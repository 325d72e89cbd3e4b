//! Rust code as far as the house rules read it: without its comments and what its strings say.

const VAGUE: [&str; 7] = ["Manager", "Handler", "Helper", "Util", "Data", "Info", "Context"];
const KINDS: [&str; 5] = ["struct", "enum", "trait", "type", "union"];

/// What a reader of the text is inside of.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Code,
    LineComment,
    /// Block comments nest.
    Comment(usize),
    Text,
    /// A raw string with so many hashes.
    RawText(usize),
}

/// The code alone, line by line where it stood: comments are gone, strings are empty.
pub(super) fn code_of(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut inside = Inside::Code;
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let (length, next) = step(inside, rest);
        let keep = inside == Inside::Code && next == Inside::Code;
        match letter {
            '\n' => code.push('\n'),
            _ if keep => code.push_str(&rest[..length]),
            _ => {}
        }
        inside = next;
        rest = &rest[length..];
    }
    code
}

/// How much belongs together at the start of `rest`, and what comes after it.
fn step(inside: Inside, rest: &str) -> (usize, Inside) {
    let one = rest.chars().next().map_or(1, char::len_utf8);
    match inside {
        Inside::Code => step_in_code(rest, one),
        Inside::LineComment if rest.starts_with('\n') => (one, Inside::Code),
        Inside::Comment(depth) if rest.starts_with("/*") => (2, Inside::Comment(depth + 1)),
        Inside::Comment(0) if rest.starts_with("*/") => (2, Inside::Code),
        Inside::Comment(depth) if rest.starts_with("*/") => (2, Inside::Comment(depth - 1)),
        Inside::Text if rest.starts_with('\\') => {
            (rest.chars().take(2).map(char::len_utf8).sum(), inside)
        }
        Inside::Text if rest.starts_with('"') => (one, Inside::Code),
        Inside::RawText(hashes) if rest.starts_with(&format!("\"{}", "#".repeat(hashes))) => {
            (1 + hashes, Inside::Code)
        }
        _ => (one, inside),
    }
}

fn step_in_code(rest: &str, one: usize) -> (usize, Inside) {
    if rest.starts_with("//") {
        return (2, Inside::LineComment);
    }
    if rest.starts_with("/*") {
        return (2, Inside::Comment(0));
    }
    if let Some(raw) = rest.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[hashes..].starts_with('"') {
            return (2 + hashes, Inside::RawText(hashes));
        }
    }
    if rest.starts_with('"') {
        return (one, Inside::Text);
    }
    (letter_literal(rest).unwrap_or(one), Inside::Code)
}

/// The length of `'x'` or `'\n'`, should `rest` begin with one and not with a lifetime.
fn letter_literal(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('\'')?;
    let mut letters = inner.char_indices();
    let (_, first) = letters.next()?;
    let end = match first {
        '\\' => 2 + inner.get(2..)?.find('\'')?,
        _ => letters.next().filter(|(_, quote)| *quote == '\'')?.0,
    };
    Some(end + 2)
}

/// The modules whose names follow `crate::`, or `doithoai::` in `main`; those inside `tui` with its name.
pub(super) fn rooms_named(line: &str) -> impl Iterator<Item = &str> {
    ["crate::", "doithoai::"].into_iter().flat_map(move |door| {
        line.match_indices(door).map(move |(place, _)| {
            let path = &line[place + door.len()..];
            match path.strip_prefix("tui::").map(word_at) {
                Some(part @ ("model" | "view" | "runtime")) => &path[.."tui::".len() + part.len()],
                _ => word_at(path),
            }
        })
    })
}

/// Whether the line says `phrase` as whole words, not as a part of a longer name.
pub(super) fn says(line: &str, phrase: &str) -> bool {
    line.match_indices(phrase).any(|(place, _)| {
        let (before, after) = (&line[..place], &line[place + phrase.len()..]);
        let goes_on_before = phrase.starts_with(is_of_name) && before.ends_with(is_of_name);
        let goes_on_after = phrase.ends_with(is_of_name) && after.starts_with(is_of_name);
        !goes_on_before && !goes_on_after
    })
}

/// A name that could stand on anything.
pub(super) fn vague_name(line: &str) -> Option<&str> {
    let mut words = line.split(|letter| !is_of_name(letter)).filter(|word| !word.is_empty());
    while let Some(word) = words.next() {
        let named = match word {
            "fn" => words.next().filter(|name| name.starts_with("get_")),
            kind if KINDS.contains(&kind) => {
                words.next().filter(|name| VAGUE.iter().any(|vague| name.ends_with(vague)))
            }
            _ => None,
        };
        if named.is_some() {
            return named;
        }
    }
    None
}

fn word_at(text: &str) -> &str {
    &text[..text.find(|letter| !is_of_name(letter)).unwrap_or(text.len())]
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}
