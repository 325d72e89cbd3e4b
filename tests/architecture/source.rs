//! Rust source as far as the architecture test reads it: without comments and the contents of strings.

const VAGUE: [&str; 7] = ["Manager", "Handler", "Helper", "Util", "Data", "Info", "Context"];
const KINDS: [&str; 5] = ["struct", "enum", "trait", "type", "union"];

/// What the lexer is inside of.
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

/// The code alone, with its line numbers kept: comments are removed, strings are emptied.
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

/// The length of the next token of interest at the start of `rest`, and the state after it.
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

/// The length of `'x'` or `'\n'` when `rest` begins with a character literal and not with a lifetime.
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

/// Whether the line holds `phrase` as whole words, not as a part of a longer name.
pub(super) fn holds(line: &str, phrase: &str) -> bool {
    line.match_indices(phrase).any(|(place, _)| {
        let (before, after) = (&line[..place], &line[place + phrase.len()..]);
        let goes_on_before = phrase.starts_with(is_of_name) && before.ends_with(is_of_name);
        let goes_on_after = phrase.ends_with(is_of_name) && after.starts_with(is_of_name);
        !goes_on_before && !goes_on_after
    })
}

/// A name that says nothing: a vague type suffix, or `get_`. A trait of others names its own functions.
pub(super) fn vague_name(line: &str) -> Option<&str> {
    let mut words = line.split(|letter| !is_of_name(letter)).filter(|word| !word.is_empty());
    while let Some(word) = words.next() {
        let named = match word {
            "fn" => words
                .next()
                .filter(|name| name.starts_with("get_") && *name != "get_cursor_position"),
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

pub(super) fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The code without its `#[cfg(test)] mod … { … }` blocks, as rustfmt lays them out.
pub(super) fn without_tests(code: &str) -> String {
    let mut kept = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(start) = rest.find("#[cfg(test)]\nmod ") {
        let (before, block) = rest.split_at(start);
        kept.push_str(before);
        let header = block.lines().nth(1).unwrap_or_default();
        let end = if header.ends_with(';') {
            block.find(';').map_or(block.len(), |place| place + 1)
        } else {
            block.find("\n}").map_or(block.len(), |place| place + 2)
        };
        kept.extend(block[..end].chars().filter(|letter| *letter == '\n'));
        rest = &block[end..];
    }
    kept.push_str(rest);
    kept
}

/// The names of the types that a file defines, those of inline modules and functions too. A type named in the
/// body of a trait or of its implementation is one of the trait's.
pub(super) fn types_defined(code: &str) -> impl Iterator<Item = &str> {
    code.lines().filter_map(|line| {
        let written = line.trim_start();
        let item = match written.strip_prefix("pub") {
            Some(after) if after.starts_with('(') => after.split_once(") ")?.1,
            Some(after) => after.trim_start(),
            None => written,
        };
        let (kind, after) = item.split_once(' ')?;
        if kind == "type" && written.len() < line.len() {
            return None;
        }
        let end = after.find(|letter| !is_of_name(letter)).unwrap_or(after.len());
        (KINDS.contains(&kind) && end > 0).then(|| &after[..end])
    })
}

/// The modules declared by `#[cfg(test)] mod name;`: their files are tests.
pub(super) fn test_modules(code: &str) -> impl Iterator<Item = &str> {
    let declared = code.split("#[cfg(test)]\n").skip(1).filter_map(|after| after.split_once('\n'));
    declared.filter_map(|(line, _)| {
        let name = line.trim_start_matches("pub(crate) ").strip_prefix("mod ")?;
        name.strip_suffix(';')
    })
}
