//! Who a delegate is, whatever stands before the name.

use std::collections::BTreeMap;

use crate::import::person_name::bare;
use crate::session::Session;
use crate::session::event::Event;
use crate::session::number::DelegateNo;
use crate::session::payload::Person;

/// By what a person is known again in a table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct PersonIdentity {
    name: String,
    unit: Option<String>,
    seat: Option<String>,
}

impl PersonIdentity {
    pub(super) fn new(name: &str, unit: Option<&str>, seat: Option<&str>) -> Self {
        Self { name: bare(name), unit: unit.map(str::to_owned), seat: seat.map(str::to_owned) }
    }

    pub(super) fn of(person: &Person) -> Self {
        Self::new(&person.name, person.unit.as_deref(), person.seat.as_deref())
    }
}

/// The delegate of the lowest number for each identity there is now.
pub(super) fn delegates(session: &Session) -> BTreeMap<PersonIdentity, DelegateNo> {
    let mut known = BTreeMap::new();
    for person in session.state().delegates() {
        known.entry(PersonIdentity::of(person)).or_insert(person.delegate);
    }
    known
}

/// Every identity under which a delegate was ever recorded: a corrected name is known again by the old one.
pub(super) fn identities(session: &Session) -> BTreeMap<DelegateNo, Vec<PersonIdentity>> {
    let mut known: BTreeMap<DelegateNo, Vec<PersonIdentity>> = BTreeMap::new();
    for recorded in session.history() {
        if let Event::DelegateAdded(person) | Event::DelegateCorrected(person) = &recorded.event
            && session.undone_by(recorded.seq).is_none()
        {
            known.entry(person.delegate).or_default().push(PersonIdentity::of(person));
        }
    }
    known
}
