//! Fields filled by typing a few letters and taking one of what they find.

use crate::search::find;
use crate::session::number::{DelegateNo, QuestionNo, ResponderId};
use crate::session::state::State;
use crate::tui::model::edit::LineField;

/// Matches kept for showing; more would not be read.
pub const MOST_MATCHES: usize = 50;

/// A responder, or a lead with any number of supporting ones.
#[derive(Clone, Debug)]
pub struct ResponderPick {
    pub filter: LineField,
    pub lead: Option<ResponderId>,
    pub support: Vec<ResponderId>,
    /// Whether supporting responders can be chosen too.
    pub many: bool,
    /// What the letters find, best first; everybody when there are none.
    pub matches: Vec<ResponderId>,
    /// The highlighted match; `None` until letters are typed or the highlight is moved, so that a
    /// key pressed twice by accident chooses nobody.
    pub selected: Option<usize>,
}

/// One question.
#[derive(Clone, Debug)]
pub struct QuestionPick {
    pub filter: LineField,
    pub chosen: Option<QuestionNo>,
    /// A question that cannot be chosen: the one the form is about.
    pub not: Option<QuestionNo>,
    pub matches: Vec<QuestionNo>,
    pub selected: Option<usize>,
}

/// A name being typed, with the people seen before who could be meant.
#[derive(Clone, Debug)]
pub struct PeoplePick {
    pub name: LineField,
    pub matches: Vec<DelegateNo>,
    pub selected: Option<usize>,
}

impl ResponderPick {
    pub fn new(
        many: bool,
        lead: Option<ResponderId>,
        support: Vec<ResponderId>,
        state: &State,
    ) -> Self {
        let mut pick = Self {
            filter: LineField::new(""),
            lead,
            support,
            many,
            matches: Vec::new(),
            selected: None,
        };
        pick.refilter(state);
        pick
    }

    /// Looks the letters up again; the first match is highlighted once there are letters.
    pub fn refilter(&mut self, state: &State) {
        let typed = self.filter.text();
        self.matches = if typed.trim().is_empty() {
            state.responders().take(MOST_MATCHES).map(|responder| responder.id.clone()).collect()
        } else {
            let found = find::responders(state, &typed);
            found.into_iter().take(MOST_MATCHES).map(|(id, _)| id).collect()
        };
        self.selected = (!typed.trim().is_empty() && !self.matches.is_empty()).then_some(0);
    }

    pub fn highlighted(&self) -> Option<&ResponderId> {
        self.selected.and_then(|selected| self.matches.get(selected))
    }

    /// Makes `id` the lead; one who supported does so no longer.
    pub fn choose(&mut self, id: ResponderId, state: &State) {
        self.support.retain(|other| *other != id);
        self.lead = Some(id);
        self.clear_filter(state);
    }

    /// Adds `id` as supporting, or takes it out again; the first one chosen leads.
    pub fn toggle_support(&mut self, id: ResponderId, state: &State) {
        if self.lead.as_ref() == Some(&id) {
            self.lead = None;
        } else if self.support.contains(&id) {
            self.support.retain(|other| *other != id);
        } else {
            self.support.push(id);
        }
        self.clear_filter(state);
    }

    /// Takes back the choice made last.
    pub fn unchoose(&mut self) {
        if self.support.pop().is_none() {
            self.lead = None;
        }
    }

    fn clear_filter(&mut self, state: &State) {
        self.filter = LineField::new("");
        self.refilter(state);
    }
}

impl QuestionPick {
    pub fn new(not: Option<QuestionNo>, chosen: Option<QuestionNo>, state: &State) -> Self {
        let mut pick =
            Self { filter: LineField::new(""), chosen, not, matches: Vec::new(), selected: None };
        pick.refilter(state);
        pick
    }

    pub fn refilter(&mut self, state: &State) {
        let typed = self.filter.text();
        let found =
            if typed.trim().is_empty() { state.order() } else { find::questions(state, &typed) };
        let living = |number: &QuestionNo| {
            Some(*number) != self.not
                && state.question(*number).is_some_and(|other| other.status.ended_by().is_none())
        };
        self.matches = found.into_iter().filter(living).take(MOST_MATCHES).collect();
        self.selected = (!typed.trim().is_empty() && !self.matches.is_empty()).then_some(0);
    }

    pub fn highlighted(&self) -> Option<QuestionNo> {
        self.selected.and_then(|selected| self.matches.get(selected)).copied()
    }
}

impl PeoplePick {
    pub fn new(name: &str) -> Self {
        Self { name: LineField::new(name), matches: Vec::new(), selected: None }
    }

    /// The name of the one who asked before, selected: what is typed replaces it.
    pub fn carried(name: &str) -> Self {
        Self { name: LineField::carried(name), matches: Vec::new(), selected: None }
    }

    pub fn refilter(&mut self, state: &State) {
        self.matches = find::people(state, &self.name.text());
        self.matches.truncate(MOST_MATCHES);
        self.selected = None;
    }

    pub fn highlighted(&self) -> Option<DelegateNo> {
        self.selected.and_then(|selected| self.matches.get(selected)).copied()
    }
}

/// Moves a highlight over `count` matches; the first move puts it on the first or the last.
pub fn move_highlight(selected: Option<usize>, count: usize, step: isize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match selected {
        None if step > 0 => 0,
        None => last,
        Some(at) => at.saturating_add_signed(step).min(last),
    })
}
