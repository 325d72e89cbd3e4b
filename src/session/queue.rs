//! The queue as the moderator sees it: what needs doing, in the order the moderator set.

use std::collections::BTreeMap;
use std::ops::Bound;

use super::number::{QuestionNo, ResponderId};
use super::question::Status;
use super::state::{QueueEntry, State};

pub use super::group::Group;

/// What one responder has before them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    pub waiting: usize,
    pub answered: usize,
    pub deferred: usize,
}

impl State {
    /// Every question in the moderator's order, each follow-up right behind its first.
    #[must_use]
    pub fn order(&self) -> Vec<QuestionNo> {
        self.ordered().into_iter().map(|(number, _)| number).collect()
    }

    fn ordered(&self) -> Vec<(QuestionNo, Group)> {
        let mut followers: BTreeMap<QuestionNo, Vec<(QuestionNo, Group)>> = BTreeMap::new();
        let mut firsts = Vec::with_capacity(self.order.len());
        for (number, placed) in self.as_moved() {
            match placed.follows.filter(|first| self.questions.contains_key(first)) {
                Some(first) => followers.entry(first).or_default().push((number, placed.group)),
                None => firsts.push((number, placed.group)),
            }
        }
        if followers.is_empty() {
            return firsts;
        }
        let mut ordered = Vec::with_capacity(self.order.len());
        firsts.reverse();
        let mut ahead = firsts;
        while let Some((number, group)) = ahead.pop() {
            ordered.push((number, group));
            ahead.extend(followers.remove(&number).into_iter().flatten().rev());
        }
        ordered
    }

    /// The questions as asked and moved. Few are moved, so most come as the map has them, unsought; where
    /// two in a row do not, the map is taken up again behind the second.
    fn as_moved(&self) -> impl Iterator<Item = (QuestionNo, &QueueEntry)> {
        let mut by_number = self.questions.range(QuestionNo(0)..).peekable();
        let mut astray = false;
        self.order.iter().filter_map(move |number| {
            if let Some((_, placed)) = by_number.next_if(|(next, _)| *next == number) {
                astray = false;
                return Some((*number, placed));
            }
            if astray {
                let behind = (Bound::Excluded(*number), Bound::Unbounded);
                by_number = self.questions.range(behind).peekable();
            }
            astray = !astray;
            self.questions.get(number).map(|placed| (*number, placed))
        })
    }

    /// The question before which `moved` lands when it is to stand before `before`: a follow-up stays
    /// behind its first, so what comes before it comes before the whole family.
    pub(super) fn landing(&self, moved: QuestionNo, before: QuestionNo) -> QuestionNo {
        let first_of = |number| self.question(number).and_then(|question| question.follows);
        let family = first_of(moved);
        let mut place = before;
        while first_of(place) != family {
            match first_of(place) {
                Some(first) => place = first,
                None => return before,
            }
        }
        place
    }

    /// The queue by groups; within a group the moderator's order.
    #[must_use]
    pub fn queue(&self) -> BTreeMap<Group, Vec<QuestionNo>> {
        let mut groups: BTreeMap<Group, Vec<QuestionNo>> = BTreeMap::new();
        for (number, group) in self.ordered() {
            groups.entry(group).or_default().push(number);
        }
        groups
    }

    /// What each responder who leads on anything has before them.
    #[must_use]
    pub fn loads(&self) -> BTreeMap<&ResponderId, Load> {
        let mut loads: BTreeMap<&ResponderId, Load> = BTreeMap::new();
        for question in self.questions() {
            let owner = match &question.status {
                Status::Deferred(deferral) => deferral.by_responder.as_ref().or(question.lead()),
                _ => question.lead(),
            };
            let Some(owner) = owner else { continue };
            let load = loads.entry(owner).or_default();
            match Group::of(question) {
                Group::OnTheFloor | Group::Ready | Group::Unrouted => load.waiting += 1,
                Group::Deferred => load.deferred += 1,
                Group::Answered => load.answered += 1,
                Group::Settled => {}
            }
        }
        loads
    }

    /// Questions that nothing has become of, oldest first.
    #[must_use]
    pub fn without_outcome(&self) -> Vec<QuestionNo> {
        self.questions()
            .filter(|question| question.is_open())
            .map(|question| question.number)
            .collect()
    }

    /// Questions whose first is `number`, by number.
    #[must_use]
    pub fn followers(&self, number: QuestionNo) -> Vec<QuestionNo> {
        self.questions()
            .filter(|other| other.follows == Some(number))
            .map(|other| other.number)
            .collect()
    }
}
