//! Offices: the responders of a session matched with what rosters know about them.

use std::collections::HashMap;

use crate::session::number::ResponderId;
use crate::session::payload::Responder;

use super::knowledge::ResponderKnowledge;
use super::words::Words;

/// The place of an office in the list.
pub(super) type OfficeNo = usize;

/// An office, with what it answers for.
#[derive(Clone, Debug, Default)]
pub struct Office {
    /// Who it is in the session; `None` when it is known and not invited.
    pub responder: Option<ResponderId>,
    pub(super) names: Vec<String>,
    /// Matters as people say them.
    pub(super) matters: Vec<String>,
}

/// Every office that is known.
#[derive(Clone, Debug, Default)]
pub struct Offices {
    pub(super) list: Vec<Office>,
    by_id: HashMap<String, OfficeNo>,
    by_name: HashMap<String, OfficeNo>,
}

impl Offices {
    /// The offices that rosters know, then those of the session that they do not.
    pub fn of<'a>(
        rosters: impl IntoIterator<Item = &'a [ResponderKnowledge]>,
        responders: impl IntoIterator<Item = &'a Responder>,
    ) -> Self {
        let mut offices = Self::default();
        for roster in rosters {
            for known in roster {
                offices.know(known);
            }
            for known in roster {
                offices.know_of_others(known);
            }
        }
        for responder in responders {
            offices.invite(responder);
        }
        offices
    }

    fn know(&mut self, known: &ResponderKnowledge) {
        let names: Vec<String> = known.names().map(str::to_owned).collect();
        let place = self.found(known.id.as_deref(), &names).unwrap_or_else(|| self.add());
        self.name(place, known.id.as_deref(), &names);
        if let Some(office) = self.list.get_mut(place) {
            office.matters.extend(known.remit.iter().cloned());
            office.matters.extend(known.keywords.iter().cloned());
            office.matters.extend(known.supports.iter().map(|matter| matter.matter.clone()));
        }
    }

    /// What sounds like one office's and is another's teaches something about that other.
    fn know_of_others(&mut self, known: &ResponderKnowledge) {
        for not_mine in &known.not_mine {
            let place = self.by_id.get(&not_mine.goes_to).copied();
            if let Some(office) = place.and_then(|place| self.list.get_mut(place)) {
                office.matters.push(not_mine.phrase.clone());
            }
        }
    }

    fn invite(&mut self, responder: &Responder) {
        let names = names(responder);
        let place = match self.found(Some(&responder.id.0), &names) {
            Some(place) if self.list.get(place).is_some_and(|it| it.responder.is_none()) => place,
            // A second one of the same kind, as one commune of several, knows what the first knows.
            Some(place) => {
                let matters = self.list.get(place).map(|office| office.matters.clone());
                let place = self.add();
                if let Some(office) = self.list.get_mut(place) {
                    office.matters = matters.unwrap_or_default();
                }
                place
            }
            None => self.add(),
        };
        self.name(place, Some(&responder.id.0), &names);
        if let Some(office) = self.list.get_mut(place) {
            office.responder = Some(responder.id.clone());
            office.matters.extend(responder.remit.iter().cloned());
        }
    }

    fn add(&mut self) -> OfficeNo {
        self.list.push(Office::default());
        self.list.len() - 1
    }

    fn name(&mut self, place: OfficeNo, id: Option<&str>, names: &[String]) {
        if let Some(id) = id {
            self.by_id.entry(id.to_owned()).or_insert(place);
        }
        for name in names {
            self.by_name.entry(without_place(name)).or_insert(place);
        }
        if let Some(office) = self.list.get_mut(place) {
            office.names.extend(names.iter().cloned());
        }
    }

    /// By id, else by any of the names.
    fn found(&self, id: Option<&str>, names: &[String]) -> Option<OfficeNo> {
        let by_id = id.and_then(|id| self.by_id.get(id));
        let by_name = || names.iter().find_map(|name| self.by_name.get(&without_place(name)));
        by_id.or_else(by_name).copied()
    }

    /// The office of a responder of this or another session.
    pub(super) fn office(&self, responder: &Responder) -> Option<OfficeNo> {
        self.found(Some(&responder.id.0), &names(responder))
    }
}

fn names(responder: &Responder) -> Vec<String> {
    let own = [Some(&responder.name), responder.short.as_ref()].into_iter().flatten();
    own.chain(&responder.aliases).cloned().collect()
}

/// A name as names are compared: folded, without the city or province it ends with.
fn without_place(name: &str) -> String {
    let words = Words::of(name);
    let folded = words.folded(0..words.list.len()).unwrap_or_default();
    let place =
        [" thanh pho", " tinh", " can tho"].iter().filter_map(|word| folded.find(word)).min();
    let kept = place.and_then(|at| folded.get(..at)).filter(|kept| kept.contains(' '));
    kept.unwrap_or(&folded).to_owned()
}

#[cfg(test)]
mod tests {
    use super::Offices;
    use crate::search::knowledge::shipped;
    use crate::session::number::ResponderId;
    use crate::session::payload::{Responder, ResponderKind};

    fn responder(id: &str, name: &str) -> Responder {
        Responder {
            id: ResponderId::from(id),
            name: name.to_owned(),
            short: None,
            kind: ResponderKind::Agency,
            title: None,
            aliases: Vec::new(),
            remit: Vec::new(),
        }
    }

    #[test]
    fn another_citys_offices_are_known_by_their_names() {
        let theirs = [responder("a", "Sở Y tế tỉnh An Giang"), responder("b", "Cơ quan lạ")];
        let offices = Offices::of([shipped()], &theirs);
        let [known, strange] = [0, 1].map(|place| offices.office(&theirs[place]).expect("there"));
        assert!(offices.list[known].matters.len() > 40);
        assert!(offices.list[strange].matters.is_empty());
    }

    #[test]
    fn of_two_communes_each_knows_what_a_commune_answers_for() {
        let two = ["a", "b"].map(|id| responder(id, "Ủy ban nhân dân xã, phường"));
        let offices = Offices::of([shipped()], &two);
        let knowing = offices.list.iter().filter(|it| it.responder.is_some());
        assert_eq!(knowing.filter(|it| it.matters.len() > 40).count(), 2);
    }
}
