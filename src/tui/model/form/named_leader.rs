//! Leaders named at the opening who are not on the roster yet, to be offered as speakers.

use crate::session::command::{Command, NewResponder};
use crate::session::payload::ResponderKind;
use crate::session::state::State;
use crate::text::fold::fold;

/// Words before a name that are no part of it, folded.
const FORMS_OF_ADDRESS: [&str; 4] = ["dong chi ", "d/c ", "ong ", "ba "];
/// Words of a name. A part of the attendance with more, or with fewer, is no name.
const NAME_WORDS: std::ops::RangeInclusive<usize> = 2..=6;

/// A person by name, with their office where it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedLeader {
    pub name: String,
    pub office: Option<String>,
}

impl NamedLeader {
    /// The command that puts them on the roster.
    pub fn command(&self) -> Command {
        Command::AddResponder {
            responder: NewResponder {
                id: None,
                name: self.name.clone(),
                short: None,
                kind: ResponderKind::Leader,
                title: self.office.clone(),
                aliases: Vec::new(),
                remit: Vec::new(),
            },
        }
    }
}

/// The chair and the leaders of the attendance, as "name, office" with semicolons between them, who are not on
/// the roster.
pub fn not_listed(state: &State) -> Vec<NamedLeader> {
    let Some(opening) = state.opening() else { return Vec::new() };
    let chair = parts(opening.chair.as_deref()).map(|part| leader(part, false));
    let others = parts(opening.attendance.as_deref()).map(|part| leader(part, true));
    let mut found: Vec<NamedLeader> = Vec::new();
    for leader in chair.chain(others).flatten() {
        let name = fold(&leader.name);
        let known = state.responders().any(|responder| fold(&responder.name) == name);
        if !known && !found.iter().any(|other| fold(&other.name) == name) {
            found.push(leader);
        }
    }
    found
}

fn parts(words: Option<&str>) -> impl Iterator<Item = &str> {
    words.unwrap_or_default().split([';', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

/// A part read as a name with an office; in the attendance, which names bodies too, only a part with both is.
fn leader(part: &str, needs_office: bool) -> Option<NamedLeader> {
    let (name, office) = match part.split_once([',', '–']).or_else(|| part.split_once(" - ")) {
        Some((name, office)) => (name, Some(office.trim()).filter(|office| !office.is_empty())),
        None => (part, None),
    };
    let name = without_address(name.trim());
    let words = name.split_whitespace();
    let capitals = words.clone().all(|word| word.chars().next().is_some_and(char::is_uppercase));
    let is_a_name = capitals && NAME_WORDS.contains(&words.count());
    (is_a_name && (office.is_some() || !needs_office))
        .then(|| NamedLeader { name: name.to_owned(), office: office.map(str::to_owned) })
}

fn without_address(name: &str) -> &str {
    let folded = fold(name);
    let words = FORMS_OF_ADDRESS.iter().find(|words| folded.starts_with(**words));
    let count = words.map_or(0, |words| words.split_whitespace().count());
    (0..count).fold(name, |rest, _| {
        rest.split_once(char::is_whitespace).map_or(rest, |(_, rest)| rest.trim_start())
    })
}

#[cfg(test)]
mod tests {
    use super::{leader, without_address};

    fn read(part: &str, in_attendance: bool) -> Option<(String, Option<String>)> {
        leader(part, in_attendance).map(|leader| (leader.name, leader.office))
    }

    #[test]
    fn a_name_is_read_without_the_form_of_address_and_with_the_office() {
        assert_eq!(without_address("Đồng chí Trần Việt Trường"), "Trần Việt Trường");
        assert_eq!(without_address("Ông Nguyễn Văn Hiếu"), "Nguyễn Văn Hiếu");
        assert_eq!(
            read("đ/c Nguyễn Văn Hiếu, Bí thư Thành ủy", false),
            Some(("Nguyễn Văn Hiếu".to_owned(), Some("Bí thư Thành ủy".to_owned())))
        );
        assert_eq!(read("Nguyễn Văn Hiếu", false), Some(("Nguyễn Văn Hiếu".to_owned(), None)));
    }

    #[test]
    fn a_body_or_a_crowd_in_the_attendance_is_no_leader() {
        assert_eq!(read("300 đoàn viên, thanh niên", true), None);
        assert_eq!(read("lãnh đạo các sở, ngành", true), None);
        assert_eq!(read("Ủy ban nhân dân, Thành đoàn", true), None);
        assert_eq!(read("Trần Việt Trường", true), None, "an office tells a person from a body");
        assert!(read("Trần Việt Trường, Chủ tịch UBND thành phố", true).is_some());
    }
}
