//! An ordered set of questions that is asked by place as well as by label: each part of it knows what it holds.

use std::cmp::Ordering;
use std::sync::Arc;

use super::group::{Group, GroupCounts};
use super::number::QuestionNo;
use super::visits;

/// A weight-balanced tree whose parts are shared between clones.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct CountedSet {
    root: Link,
}

type Link = Option<Arc<Node>>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    label: u64,
    pub(super) number: QuestionNo,
    /// How many nodes this part has.
    size: u32,
    /// The groups of the question itself and of all that follow it.
    own: GroupCounts,
    /// Those of the whole part.
    all: GroupCounts,
    left: Link,
    right: Link,
}

/// How many times heavier one side may be than the other.
const HEAVIER: u32 = 3;
/// From which weight the inner part of the heavier side is turned first.
const INNER: u32 = 2;

impl CountedSet {
    pub(super) fn total(&self) -> GroupCounts {
        all(&self.root)
    }

    pub(super) fn insert(&mut self, label: u64, number: QuestionNo, own: GroupCounts) {
        insert(&mut self.root, Node::alone(label, number, own));
    }

    /// Takes the question under the label out, with what was counted for it.
    pub(super) fn remove(&mut self, label: u64) -> Option<GroupCounts> {
        remove(&mut self.root, label).map(|node| node.own)
    }

    /// Changes what is counted for the question under the label.
    pub(super) fn recount(&mut self, label: u64, change: impl Fn(&mut GroupCounts) + Copy) {
        recount(&mut self.root, label, change);
    }

    /// What the questions before the label count.
    pub(super) fn before(&self, label: u64) -> GroupCounts {
        let (mut link, mut before) = (&self.root, GroupCounts::default());
        while let Some(node) = link {
            visits::note();
            if node.label < label {
                before.add(all(&node.left));
                before.add(node.own);
                link = &node.right;
            } else {
                link = &node.left;
            }
        }
        before
    }

    /// The question with which the family begins that has the member of the group at this place; the place
    /// within the family.
    pub(super) fn at(&self, group: Group, mut place: usize) -> Option<(QuestionNo, usize)> {
        let mut link = &self.root;
        while let Some(node) = link {
            visits::note();
            let (left, own) = (all(&node.left).of(group), node.own.of(group));
            if place < left {
                link = &node.left;
            } else if place < left + own {
                return Some((node.number, place - left));
            } else {
                place -= left + own;
                link = &node.right;
            }
        }
        None
    }

    /// The first question behind the label.
    pub(super) fn after(&self, label: u64) -> Option<QuestionNo> {
        let (mut link, mut after) = (&self.root, None);
        while let Some(node) = link {
            visits::note();
            if node.label > label {
                after = Some(node.number);
                link = &node.left;
            } else {
                link = &node.right;
            }
        }
        after
    }

    pub(super) fn root(&self) -> Option<&Node> {
        self.root.as_deref()
    }
}

impl Node {
    fn alone(label: u64, number: QuestionNo, own: GroupCounts) -> Self {
        Self { label, number, size: 1, own, all: own, left: None, right: None }
    }

    pub(super) fn left(&self) -> Option<&Self> {
        self.left.as_deref()
    }

    pub(super) fn right(&self) -> Option<&Self> {
        self.right.as_deref()
    }

    /// How many members of the group this part has.
    pub(super) fn count(&self, group: Group) -> usize {
        self.all.of(group)
    }

    fn sum(&mut self) {
        self.size = size(&self.left) + size(&self.right) + 1;
        self.all = self.own;
        self.all.add(all(&self.left));
        self.all.add(all(&self.right));
    }
}

fn size(link: &Link) -> u32 {
    link.as_ref().map_or(0, |node| node.size)
}

fn all(link: &Link) -> GroupCounts {
    link.as_ref().map(|node| node.all).unwrap_or_default()
}

fn insert(link: &mut Link, new: Node) {
    match link {
        None => *link = Some(Arc::new(new)),
        Some(shared) => {
            visits::note();
            let node = Arc::make_mut(shared);
            let side = if new.label < node.label { &mut node.left } else { &mut node.right };
            insert(side, new);
            balance(node);
        }
    }
}

fn remove(link: &mut Link, label: u64) -> Option<Node> {
    let node = Arc::make_mut(link.as_mut()?);
    visits::note();
    let removed = match label.cmp(&node.label) {
        Ordering::Less => remove(&mut node.left, label)?,
        Ordering::Greater => remove(&mut node.right, label)?,
        Ordering::Equal => return take_top(link),
    };
    balance(node);
    Some(removed)
}

/// Takes out the top of a part; what is left takes its place.
fn take_top(link: &mut Link) -> Option<Node> {
    let mut top = Arc::unwrap_or_clone(link.take()?);
    let (mut left, mut right) = (top.left.take(), top.right.take());
    *link = match take_first(&mut right) {
        None => left.take(),
        Some(mut next) => {
            (next.left, next.right) = (left.take(), right.take());
            balance(&mut next);
            Some(Arc::new(next))
        }
    };
    Some(top)
}

fn take_first(link: &mut Link) -> Option<Node> {
    let node = Arc::make_mut(link.as_mut()?);
    if node.left.is_some() {
        let first = take_first(&mut node.left);
        balance(node);
        return first;
    }
    let mut first = Arc::unwrap_or_clone(link.take()?);
    *link = first.right.take();
    Some(first)
}

fn recount(link: &mut Link, label: u64, change: impl Fn(&mut GroupCounts) + Copy) {
    let Some(node) = link.as_mut().map(Arc::make_mut) else { return };
    visits::note();
    match label.cmp(&node.label) {
        Ordering::Less => recount(&mut node.left, label, change),
        Ordering::Greater => recount(&mut node.right, label, change),
        Ordering::Equal => change(&mut node.own),
    }
    node.sum();
}

/// Turns a part of which one side has become too heavy by one node.
fn balance(node: &mut Node) {
    let (left, right) = (size(&node.left) + 1, size(&node.right) + 1);
    if right > HEAVIER * left {
        if let Some(side) = node.right.as_mut().map(Arc::make_mut)
            && size(&side.left) + 1 >= INNER * (size(&side.right) + 1)
        {
            turn_right(side);
        }
        turn_left(node);
    } else if left > HEAVIER * right {
        if let Some(side) = node.left.as_mut().map(Arc::make_mut)
            && size(&side.right) + 1 >= INNER * (size(&side.left) + 1)
        {
            turn_left(side);
        }
        turn_right(node);
    } else {
        node.sum();
    }
}

/// The right side becomes the top.
fn turn_left(node: &mut Node) {
    if let Some(mut shared) = node.right.take() {
        let top = Arc::make_mut(&mut shared);
        std::mem::swap(node, top);
        top.right = node.left.take();
        top.sum();
        node.left = Some(shared);
    }
    node.sum();
}

/// The left side becomes the top.
fn turn_right(node: &mut Node) {
    if let Some(mut shared) = node.left.take() {
        let top = Arc::make_mut(&mut shared);
        std::mem::swap(node, top);
        top.left = node.right.take();
        top.sum();
        node.right = Some(shared);
    }
    node.sum();
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::collections::btree_map::Entry;

    use super::{CountedSet, Group, GroupCounts, Link, Node, QuestionNo, size};

    fn numbers(link: &Link, into: &mut Vec<u32>) {
        if let Some(node) = link {
            numbers(&node.left, into);
            into.push(node.number.0);
            numbers(&node.right, into);
        }
    }

    fn depth(link: &Link) -> u32 {
        link.as_ref()
            .map_or(0, |node: &std::sync::Arc<Node>| 1 + depth(&node.left).max(depth(&node.right)))
    }

    fn group_of(number: u32) -> Group {
        Group::ALL[number as usize % Group::ALL.len()]
    }

    #[test]
    fn places_and_counts_are_those_of_a_sorted_list_however_often_it_changes() {
        let (mut set, mut expected) = (CountedSet::default(), BTreeMap::new());
        for turn in 0..6_000_u64 {
            let number = u32::try_from(turn).unwrap_or(0);
            let label = if turn % 3 == 0 { turn * 7_919 % 10_007 } else { 20_000 + turn };
            if turn % 5 == 4 {
                let gone = expected.keys().nth(expected.len() / 3).copied().unwrap_or(0);
                let counted = set.remove(gone);
                let was: Option<u32> = expected.remove(&gone);
                assert_eq!(counted, was.map(|was| GroupCounts::one(group_of(was))));
            } else if let Entry::Vacant(free) = expected.entry(label) {
                set.insert(label, QuestionNo(number), GroupCounts::one(group_of(number)));
                free.insert(number);
            }
        }
        let mut found = Vec::new();
        numbers(&set.root, &mut found);
        assert_eq!(found, expected.values().copied().collect::<Vec<_>>());
        assert_eq!(size(&set.root) as usize, expected.len());
        assert!(depth(&set.root) < 26, "{}", depth(&set.root));
        for group in Group::ALL {
            let members = expected.iter().filter(|(_, number)| group_of(**number) == group);
            let members: Vec<(&u64, &u32)> = members.collect();
            assert_eq!(set.total().of(group), members.len());
            for (place, (label, number)) in members.into_iter().enumerate() {
                assert_eq!(set.at(group, place), Some((QuestionNo(*number), 0)));
                assert_eq!(set.before(*label).of(group), place);
            }
        }
    }

    #[test]
    fn a_clone_stays_as_it_was_when_the_other_goes_on() {
        let mut set = CountedSet::default();
        for number in 0..100 {
            let own = GroupCounts::one(Group::Ready);
            set.insert(u64::from(number), QuestionNo(number), own);
        }
        let before = set.clone();
        set.recount(50, |own| own.move_one(Group::Ready, Group::Answered));
        set.remove(10);
        assert_eq!(before.total().of(Group::Ready), 100);
        assert_eq!(set.total().of(Group::Ready), 98);
        assert_eq!(before.at(Group::Ready, 50), Some((QuestionNo(50), 0)));
        assert_eq!(set.at(Group::Answered, 0), Some((QuestionNo(50), 0)));
        assert_eq!(set.after(9), Some(QuestionNo(11)));
    }
}
