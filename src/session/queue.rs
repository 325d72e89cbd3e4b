//! The queue as the moderator sees it: what needs doing, in the order the moderator set.

use std::ops::Range;

use imbl::OrdMap;

use super::counted::{CountedSet, Node};
use super::group::GroupCounts;
use super::number::QuestionNo;
use super::order::{Order, Relabelled};
use super::visits;

pub use super::group::Group;

/// The questions by groups, each follow-up right behind its first. A clone costs next to nothing.
///
/// Every question is found by its place and every place by its question in a logarithm of the number of
/// questions, for each question that it follows; an event costs as much.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Queue {
    order: Order,
    entries: OrdMap<QuestionNo, QueueEntry>,
    /// The questions that follow none.
    firsts: CountedSet,
    /// Those that follow one, by that one.
    followers: OrdMap<QuestionNo, CountedSet>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct QueueEntry {
    group: Group,
    follows: Option<QuestionNo>,
    /// How many questions it follows, one behind the other.
    depth: usize,
}

impl Queue {
    /// Every question, each follow-up right behind its first.
    pub fn iter(&self) -> impl Iterator<Item = QuestionNo> {
        InOrder::new(self, None)
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The questions of a group.
    pub fn in_group(&self, group: Group) -> impl Iterator<Item = QuestionNo> {
        InOrder::new(self, Some(group))
    }

    /// How many questions there are of a group.
    pub fn count(&self, group: Group) -> usize {
        self.firsts.total().of(group)
    }

    /// The question of the group at a place.
    pub fn at(&self, group: Group, place: usize) -> Option<QuestionNo> {
        let (mut family, mut place) = self.firsts.at(group, place)?;
        loop {
            if self.entries.get(&family)?.group == group {
                match place.checked_sub(1) {
                    None => return Some(family),
                    Some(behind) => place = behind,
                }
            }
            (family, place) = self.followers.get(&family)?.at(group, place)?;
        }
    }

    /// The group of a question, and its place there.
    pub fn place(&self, number: QuestionNo) -> Option<(Group, usize)> {
        let group = self.entries.get(&number)?.group;
        Some((group, self.before(group, number)?))
    }

    /// The places in a group of all that follow a question, and of what follows those; of all, for none.
    pub fn places_behind(&self, first: Option<QuestionNo>, group: Group) -> Option<Range<usize>> {
        let Some(first) = first else { return Some(0..self.count(group)) };
        let behind = self.followers.get(&first).map_or(0, |set| set.total().of(group));
        let is_in_it = self.entries.get(&first)?.group == group;
        let start = self.before(group, first)? + usize::from(is_in_it);
        Some(start..start + behind)
    }

    /// How many questions of a group stand before this one.
    fn before(&self, group: Group, number: QuestionNo) -> Option<usize> {
        let (mut before, mut at) = (0, number);
        loop {
            let entry = self.entries.get(&at)?;
            before += self.siblings(entry.follows)?.before(self.order.label(at)?).of(group);
            let Some(first) = entry.follows else { return Some(before) };
            before += usize::from(self.entries.get(&first)?.group == group);
            at = first;
        }
    }

    /// The next question that follows the same one, or none like it.
    pub fn next_sibling(&self, number: QuestionNo) -> Option<QuestionNo> {
        let entry = self.entries.get(&number)?;
        self.siblings(entry.follows)?.after(self.order.label(number)?)
    }

    /// The questions that follow this one, in their order.
    pub(super) fn followers(&self, number: QuestionNo) -> impl Iterator<Item = QuestionNo> {
        let set = self.followers.get(&number);
        InOrder::over(self, set, None).filter(move |follower| {
            self.entries.get(follower).is_some_and(|entry| entry.follows == Some(number))
        })
    }

    /// How many questions the question follows, one behind the other.
    pub(super) fn depth(&self, number: QuestionNo) -> usize {
        self.entries.get(&number).map_or(0, |entry| entry.depth)
    }

    /// Puts a question at the end.
    pub(super) fn push_back(
        &mut self,
        number: QuestionNo,
        follows: Option<QuestionNo>,
        group: Group,
    ) {
        let spread = self.order.push_back(number);
        self.enter(number, follows, group, &spread);
    }

    /// Puts a question behind another, as one that follows what that one follows.
    pub(super) fn insert_after(&mut self, after: QuestionNo, number: QuestionNo, group: Group) {
        let follows = self.entries.get(&after).and_then(|entry| entry.follows);
        let spread = self.order.insert_after(after, number);
        self.enter(number, follows, group, &spread);
    }

    fn enter(
        &mut self,
        number: QuestionNo,
        follows: Option<QuestionNo>,
        group: Group,
        spread: &[Relabelled],
    ) {
        self.relabel(spread);
        let first = follows.and_then(|first| self.entries.get(&first));
        let (follows, depth) = (follows.filter(|_| first.is_some()), first.map(|it| it.depth + 1));
        self.entries.insert(number, QueueEntry { group, follows, depth: depth.unwrap_or(0) });
        self.join(number, follows, GroupCounts::one(group));
        if let Some(first) = follows {
            self.recount(first, |own| own.add(GroupCounts::one(group)));
        }
    }

    /// Moves a question with all that follow it before another, or to the end.
    pub(super) fn move_before(&mut self, number: QuestionNo, before: Option<QuestionNo>) {
        let Some(QueueEntry { follows, .. }) = self.entries.get(&number).copied() else { return };
        let Some(label) = self.order.remove(number) else { return };
        let counted = self.siblings_mut(follows).remove(label).unwrap_or_default();
        let spread = match before {
            Some(before) => self.order.insert_before(before, number),
            None => self.order.push_back(number),
        };
        self.relabel(&spread);
        self.join(number, follows, counted);
    }

    pub(super) fn set_group(&mut self, number: QuestionNo, group: Group) {
        let Some(was) = self.entries.get(&number).map(|entry| entry.group) else { return };
        if was == group {
            return;
        }
        if let Some(entry) = self.entries.get_mut(&number) {
            entry.group = group;
        }
        self.recount(number, |own| own.move_one(was, group));
    }

    fn join(&mut self, number: QuestionNo, follows: Option<QuestionNo>, counted: GroupCounts) {
        if let Some(label) = self.order.label(number) {
            self.siblings_mut(follows).insert(label, number, counted);
        }
    }

    /// Changes what is counted for a question and for each that it follows.
    fn recount(&mut self, number: QuestionNo, change: impl Fn(&mut GroupCounts) + Copy) {
        let mut at = Some(number);
        while let Some(number) = at {
            let follows = self.entries.get(&number).and_then(|entry| entry.follows);
            if let Some(label) = self.order.label(number) {
                self.siblings_mut(follows).recount(label, change);
            }
            at = follows;
        }
    }

    /// All are taken out before the first is put in again: another may have stood under its new label.
    fn relabel(&mut self, spread: &[Relabelled]) {
        let mut taken = Vec::with_capacity(spread.len());
        for it in spread {
            let Some(entry) = self.entries.get(&it.number) else { continue };
            let follows = entry.follows;
            let counted = self.siblings_mut(follows).remove(it.from).unwrap_or_default();
            taken.push((follows, it, counted));
        }
        for (follows, it, counted) in taken {
            self.siblings_mut(follows).insert(it.to, it.number, counted);
        }
    }

    fn siblings(&self, follows: Option<QuestionNo>) -> Option<&CountedSet> {
        match follows {
            Some(first) => self.followers.get(&first),
            None => Some(&self.firsts),
        }
    }

    fn siblings_mut(&mut self, follows: Option<QuestionNo>) -> &mut CountedSet {
        match follows {
            Some(first) => self.followers.entry(first).or_default(),
            None => &mut self.firsts,
        }
    }
}

/// Goes through the queue, past whatever holds nothing of the group that is looked for.
struct InOrder<'a> {
    queue: &'a Queue,
    group: Option<Group>,
    ahead: Vec<&'a Node>,
}

impl<'a> InOrder<'a> {
    fn new(queue: &'a Queue, group: Option<Group>) -> Self {
        Self::over(queue, Some(&queue.firsts), group)
    }

    fn over(queue: &'a Queue, set: Option<&'a CountedSet>, group: Option<Group>) -> Self {
        let mut walk = Self { queue, group, ahead: Vec::new() };
        walk.go_to_first(set.and_then(CountedSet::root));
        walk
    }

    fn go_to_first(&mut self, mut part: Option<&'a Node>) {
        let wanted = self.group;
        let holds = |node: &&Node| wanted.is_none_or(|group| node.count(group) > 0);
        while let Some(node) = part.filter(holds) {
            self.ahead.push(node);
            part = node.left();
        }
    }
}

impl Iterator for InOrder<'_> {
    type Item = QuestionNo;

    fn next(&mut self) -> Option<QuestionNo> {
        while let Some(node) = self.ahead.pop() {
            visits::note();
            self.go_to_first(node.right());
            if let Some(followers) = self.queue.followers.get(&node.number) {
                self.go_to_first(followers.root());
            }
            let group = self.queue.entries.get(&node.number).map(|entry| entry.group);
            if self.group.is_none() || self.group == group {
                return Some(node.number);
            }
        }
        None
    }
}
