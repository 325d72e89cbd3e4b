//! Fields filled by typing a few letters and taking one of what they find.

use crate::search::find::{self, ResponderField};
use crate::search::suggest::{SUGGESTIONS, Suggestion};
use crate::session::number::{DelegateNo, QuestionNo, ResponderId};
use crate::session::payload::ResponderKind;
use crate::session::state::State;
use crate::tui::model::edit::LineField;

use super::named_leader::{self, NamedLeader};

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
    /// Those who are offered before everybody else while no letters are typed.
    pub first: Vec<ResponderId>,
    /// Whether leaders come before agencies, and those named at the opening before all.
    pub speakers: bool,
    /// Who should answer, where that is asked: a digit makes one of them the lead while no letters are typed.
    pub suggested: Suggested,
    /// What the letters find, best first; everybody when there are none, after those of `offers`.
    pub matches: Vec<Candidate>,
    /// How many of the matches are offered as suggestions.
    pub offers: usize,
    /// The highlighted match; `None` until letters are typed or the highlight is moved, so that a
    /// key pressed twice by accident chooses nobody.
    pub selected: Option<usize>,
}

/// Who should answer, as far as that is known.
#[derive(Clone, Debug, PartialEq)]
pub enum Suggested {
    NotAsked,
    Awaited,
    Found(Vec<Suggestion>),
}

/// One who can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub enum Candidate {
    Suggested(Suggestion),
    Listed {
        id: ResponderId,
        /// The former name, office or part of the remit that the letters are found in.
        matched: Option<String>,
    },
    /// Not on the roster yet: choosing them adds them.
    Named(NamedLeader),
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
            first: Vec::new(),
            speakers: false,
            suggested: Suggested::NotAsked,
            matches: Vec::new(),
            offers: 0,
            selected: None,
        };
        pick.refilter(state);
        pick
    }

    /// The same, for one who speaks: leaders first, those named at the opening before all.
    #[must_use]
    pub fn of_speakers(mut self, state: &State) -> Self {
        self.speakers = true;
        self.refilter(state);
        self
    }

    /// The same with these before everybody else.
    #[must_use]
    pub fn with_first(mut self, first: Vec<ResponderId>, state: &State) -> Self {
        self.first = first;
        self.refilter(state);
        self
    }

    /// The same for a question that is judged.
    #[must_use]
    pub fn awaiting_suggestions(mut self, state: &State) -> Self {
        self.suggested = Suggested::Awaited;
        self.refilter(state);
        self
    }

    /// Takes in who should answer; the same match stays highlighted.
    pub fn suggest(&mut self, suggestions: &[Suggestion], state: &State) {
        let (selected, before) = (self.selected, self.offers);
        self.suggested = Suggested::Found(suggestions.to_vec());
        self.refilter(state);
        self.selected = selected.map(|place| match place < before {
            true => place,
            false => place + self.offers - before,
        });
    }

    /// Makes the suggestion at the place the lead, if there is one.
    pub fn take_suggestion(&mut self, place: usize, state: &State) {
        let offers = self.matches.get(..self.offers).unwrap_or_default();
        if let Some(id) = offers.get(place).and_then(Candidate::id).cloned() {
            self.choose(id, state);
        }
    }

    /// Looks the letters up again; the first match is highlighted once there are letters.
    pub fn refilter(&mut self, state: &State) {
        let typed = self.filter.text();
        let has_letters = !typed.trim().is_empty();
        let named = if self.speakers { named_leader::not_listed(state) } else { Vec::new() };
        let listed = if has_letters { found(state, &typed) } else { self.everybody(state) };
        let named =
            named.into_iter().filter(|leader| !has_letters || find::begins(&typed, &leader.name));
        let offered = if has_letters { Vec::new() } else { self.offered() };
        self.offers = offered.len();
        let found = named.map(Candidate::Named).chain(listed);
        self.matches = offered.into_iter().chain(found).take(MOST_MATCHES).collect();
        self.selected = (has_letters && !self.matches.is_empty()).then_some(0);
    }

    /// Who leads on the question before, then who should answer this one.
    fn offered(&self) -> Vec<Candidate> {
        let suggestions = match &self.suggested {
            Suggested::NotAsked => return Vec::new(),
            Suggested::Awaited => &[],
            Suggested::Found(suggestions) => suggestions.as_slice(),
        };
        let listed = |id: &ResponderId| Candidate::Listed { id: id.clone(), matched: None };
        let others = suggestions.iter().filter(|other| !self.first.contains(&other.responder));
        let all = self.first.iter().map(listed).chain(others.cloned().map(Candidate::Suggested));
        all.take(SUGGESTIONS).collect()
    }

    fn everybody(&self, state: &State) -> Vec<Candidate> {
        let mut ids: Vec<&ResponderId> = self.first.iter().collect();
        let others = state.responders().filter(|responder| !self.first.contains(&responder.id));
        let (leaders, rest): (Vec<_>, Vec<_>) =
            others.partition(|responder| self.speakers && responder.kind == ResponderKind::Leader);
        ids.extend(leaders.iter().chain(&rest).map(|responder| &responder.id));
        let listed = |id: &ResponderId| Candidate::Listed { id: id.clone(), matched: None };
        ids.into_iter().map(listed).collect()
    }

    /// The highlighted responder of the roster.
    pub fn highlighted(&self) -> Option<&ResponderId> {
        self.highlighted_candidate()?.id()
    }

    pub fn highlighted_candidate(&self) -> Option<&Candidate> {
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

impl Candidate {
    /// Who it is on the roster.
    pub fn id(&self) -> Option<&ResponderId> {
        match self {
            Self::Suggested(suggestion) => Some(&suggestion.responder),
            Self::Listed { id, .. } => Some(id),
            Self::Named(_) => None,
        }
    }
}

/// Whom the letters may mean, with the words in which they were found where those are not the name.
fn found(state: &State, typed: &str) -> Vec<Candidate> {
    let found = find::responders(state, typed).into_iter();
    let candidates = found.map(|(id, why)| {
        let in_name = matches!(why.field, ResponderField::Name | ResponderField::Short);
        Candidate::Listed { id, matched: (!in_name).then_some(why.excerpt) }
    });
    candidates.collect()
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
        let living = |number: &QuestionNo| {
            Some(*number) != self.not
                && state.question(*number).is_some_and(|other| other.status.ended_by().is_none())
        };
        self.matches = match typed.trim() {
            "" => state.queue().iter().filter(living).take(MOST_MATCHES).collect(),
            _ => {
                let found = find::questions(state, &typed).into_iter();
                found.filter(living).take(MOST_MATCHES).collect()
            }
        };
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
