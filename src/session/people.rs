//! Delegates by who they are, so that a new asker is known again without looking at every delegate.

use std::cmp::Ordering;
use std::sync::Arc;

use imbl::OrdSet;

use super::number::DelegateNo;
use super::payload::Person;

/// Every delegate by name, unit, seat and number.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct People {
    by_identity: OrdSet<Identified>,
}

/// Ordered by what makes them the same person, then by number.
#[derive(Clone, Debug)]
struct Identified(Arc<Person>);

impl Identified {
    fn identity(&self) -> (&str, Option<&str>, Option<&str>) {
        let person = &self.0;
        (&person.name, person.unit.as_deref(), person.seat.as_deref())
    }
}

impl Ord for Identified {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_number = || self.0.delegate.cmp(&other.0.delegate);
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
        self.by_identity.insert(Identified(Arc::clone(person)));
    }

    pub(super) fn remove(&mut self, person: &Arc<Person>) {
        self.by_identity.remove(&Identified(Arc::clone(person)));
    }

    /// The delegate of the lowest number with the same name, unit and seat.
    pub(super) fn same_as(&self, person: &Person) -> Option<DelegateNo> {
        let lowest = Identified(Arc::new(Person { delegate: DelegateNo(0), ..person.clone() }));
        let first = self.by_identity.range::<_, Identified>(&lowest..).next()?;
        (first.identity() == lowest.identity()).then_some(first.0.delegate)
    }
}
