//! Delegates by who they are, so that a new asker is known again without looking at every delegate.

use imbl::OrdSet;
use sha2::{Digest, Sha256};

use super::number::DelegateNo;
use super::payload::Person;
use crate::text::fold::recorded_name;

/// Every delegate by who they are, then by number.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct People {
    by_identity: OrdSet<(Identity, DelegateNo)>,
}

/// What a name, a unit and a seat come to, each in the form in which it is recorded: long enough a digest that
/// no two people share one. An entry without pointers keeps a copy of a part of the set cheap.
type Identity = [u8; 16];

fn identity(person: &Person) -> Identity {
    let given = |part: &Option<String>| part.as_deref().map(recorded_name).unwrap_or_default();
    let mut digest = Sha256::new();
    for part in [recorded_name(&person.name), given(&person.unit), given(&person.seat)] {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part);
    }
    let mut identity = Identity::default();
    identity.copy_from_slice(&digest.finalize()[..16]);
    identity
}

impl People {
    pub(super) fn add(&mut self, person: &Person) {
        self.by_identity.insert((identity(person), person.delegate));
    }

    pub(super) fn remove(&mut self, person: &Person) {
        self.by_identity.remove(&(identity(person), person.delegate));
    }

    /// The delegate of the lowest number who is the same person: equal in name, unit and seat after NFC,
    /// without characters of no width, with one space for each run of blanks.
    pub(super) fn same_as(&self, person: &Person) -> Option<DelegateNo> {
        let identity = identity(person);
        let (found, number) = self.by_identity.range((identity, DelegateNo(0))..).next()?;
        (*found == identity).then_some(*number)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{DelegateNo, People, Person};
    use crate::session::fixture::session_of;

    const SPELLINGS: [&str; 8] = [
        "Nguyễn Thị Mai",
        " Nguyễn Thị Mai",
        "Nguyễn Thị Mai\u{a0}",
        "Nguyễn  Thị Mai",
        "Nguyễn Thị\u{3000}Mai",
        "Nguyễn Thị Mai\u{200b}",
        "Nguye\u{302}\u{303}n Thi\u{323} Mai",
        "\u{feff}Nguyễn Thị\u{2800}\u{ad}Mai\u{3164}",
    ];

    #[test]
    fn eight_spellings_of_one_name_are_one_delegate() {
        let ask = |(number, name): (usize, &&str)| {
            let asker = format!(r#""asker":{{"name":"{name}","unit":" Đại học  Cần Thơ"}}"#);
            format!(r#"8:{number:02} {{"command":"ask_question","text":" Bao giờ? ",{asker}}}"#)
        };
        let questions: Vec<String> = SPELLINGS.iter().enumerate().map(ask).collect();
        let opening = r#"8:00 {"command":"open","title":"Đối thoại"}"#;
        let session = session_of(&format!("{opening}\n{}", questions.join("\n")));
        let people: Vec<_> = session.state().delegates().collect();
        assert_eq!(people.len(), 1, "{people:?}");
        assert_eq!(people[0].name, SPELLINGS[0]);
        assert_eq!(people[0].unit.as_deref(), Some("Đại học Cần Thơ"));
        assert_eq!(session.state().question_count(), SPELLINGS.len());
        assert!(session.state().questions().all(|question| &*question.text == "Bao giờ?"));
    }

    #[test]
    fn a_person_recorded_in_another_form_is_known_again() {
        let person = |number: u32, name: &str| Person {
            delegate: DelegateNo(number),
            name: name.to_owned(),
            unit: None,
            seat: None,
            salt: "00".to_owned(),
        };
        let mut people = People::default();
        for (number, spelling) in (2..).zip(&SPELLINGS[1..]) {
            let recorded = Arc::new(person(number, spelling));
            people.add(&recorded);
            assert_eq!(people.same_as(&person(9, SPELLINGS[0])), Some(recorded.delegate));
            people.remove(&recorded);
            assert_eq!(people.same_as(&person(9, SPELLINGS[0])), None);
        }
    }
}
