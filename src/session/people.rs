//! Delegates by who they are, so that a new asker is known again without looking at every delegate.

use std::cmp::Ordering;
use std::sync::Arc;

use imbl::OrdSet;

use super::number::DelegateNo;
use super::payload::Person;
use crate::text::fold::recorded_name;

/// Every delegate by name, unit, seat and number.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct People {
    by_identity: OrdSet<Identified>,
}

/// Ordered by what makes them the same person, then by number.
#[derive(Clone, Debug)]
struct Identified {
    person: Arc<Person>,
    /// Where the name, the unit or the seat was recorded before they were brought into one form: that form.
    identity: Option<Box<Identity>>,
}

#[derive(Debug, Clone)]
struct Identity {
    name: String,
    unit: Option<String>,
    seat: Option<String>,
}

impl Identified {
    fn new(person: Arc<Person>) -> Self {
        let given = |part: &Option<String>| {
            part.as_deref().map(recorded_name).filter(|part| !part.is_empty())
        };
        let (unit, seat) = (given(&person.unit), given(&person.seat));
        let identity = Identity { name: recorded_name(&person.name), unit, seat };
        let is_as_recorded = identity.name == person.name
            && identity.unit == person.unit
            && identity.seat == person.seat;
        Self { person, identity: (!is_as_recorded).then(|| Box::new(identity)) }
    }

    fn identity(&self) -> (&str, Option<&str>, Option<&str>) {
        match &self.identity {
            Some(it) => (&it.name, it.unit.as_deref(), it.seat.as_deref()),
            None => {
                let Person { name, unit, seat, .. } = &*self.person;
                (name, unit.as_deref(), seat.as_deref())
            }
        }
    }
}

impl Ord for Identified {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_number = || self.person.delegate.cmp(&other.person.delegate);
        self.identity().cmp(&other.identity()).then_with(by_number)
    }
}

impl PartialOrd for Identified {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Identified {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Identified {}

impl People {
    pub(super) fn add(&mut self, person: &Arc<Person>) {
        self.by_identity.insert(Identified::new(Arc::clone(person)));
    }

    pub(super) fn remove(&mut self, person: &Arc<Person>) {
        self.by_identity.remove(&Identified::new(Arc::clone(person)));
    }

    /// The delegate of the lowest number who is the same person: equal in name, unit and seat after NFC,
    /// without characters of no width, with one space for each run of blanks.
    pub(super) fn same_as(&self, person: &Person) -> Option<DelegateNo> {
        let lowest = Person { delegate: DelegateNo(0), ..person.clone() };
        let lowest = Identified::new(Arc::new(lowest));
        let first = self.by_identity.range::<_, Identified>(&lowest..).next()?;
        (first.identity() == lowest.identity()).then_some(first.person.delegate)
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
