//! What each responder has before them, counted as questions change hands and come to an end.

use imbl::OrdMap;

use super::group::Group;
use super::number::ResponderId;
use super::question::{Question, Status};

/// What one responder has before them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    pub waiting: usize,
    pub answered: usize,
    pub deferred: usize,
}

impl Load {
    fn of(&mut self, group: Group) -> Option<&mut usize> {
        match group {
            Group::OnTheFloor | Group::Ready | Group::Unrouted => Some(&mut self.waiting),
            Group::Deferred => Some(&mut self.deferred),
            Group::Answered => Some(&mut self.answered),
            Group::Settled => None,
        }
    }
}

/// The load of each responder who ever led on anything.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Loads {
    by_responder: OrdMap<ResponderId, Load>,
}

/// Whose load a question is part of, and as what.
#[derive(PartialEq)]
pub(super) struct LoadShare {
    owner: Option<ResponderId>,
    group: Group,
}

impl LoadShare {
    pub(super) fn of(question: &Question) -> Self {
        let owner = match &question.status {
            Status::Deferred(deferral) => deferral.by_responder.as_ref().or(question.lead()),
            _ => question.lead(),
        };
        Self { owner: owner.cloned(), group: Group::of(question) }
    }
}

impl Loads {
    pub(super) fn of(&self, responder: &ResponderId) -> Load {
        self.by_responder.get(responder).copied().unwrap_or_default()
    }

    pub(super) fn add(&mut self, share: LoadShare) {
        let Some(owner) = share.owner else { return };
        if let Some(count) = self.by_responder.entry(owner).or_default().of(share.group) {
            *count += 1;
        }
    }

    pub(super) fn take(&mut self, share: &LoadShare) {
        let load = share.owner.as_ref().and_then(|owner| self.by_responder.get_mut(owner));
        if let Some(count) = load.and_then(|load| load.of(share.group)) {
            *count = count.saturating_sub(1);
        }
    }
}
