//! Questions without a theme, grouped by what they are about, each group with a name to begin with.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::session::number::QuestionNo;
use crate::session::question::Question;

use super::past::{LEARNED, PastSession};
use super::similar::{AskedBefore, ComparedText};
use super::suggest::Suggester;
use super::terms::{Term, TermKind};
use super::words::Words;

/// A question belongs to a group to which it comes as near as this.
const NEAR: f32 = 0.2;
/// Words of a name.
const SHORTEST_NAME: usize = 2;
const LONGEST_NAME: usize = 4;

/// Questions that may be given one theme.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeGroup {
    pub theme: String,
    pub questions: Vec<QuestionNo>,
}

/// A group being made: what its questions say together.
#[derive(Default)]
struct Growing<'a> {
    /// The theme that questions of it have already.
    theme: Option<&'a str>,
    /// Those without a theme.
    questions: Vec<&'a Question>,
    /// The square of how long the sum of their weights is.
    square: f32,
    direction: Vec<f32>,
    count: f32,
}

/// The groups with several questions, or with a theme that others have; the largest first. Questions that have ended
/// otherwise than by an answer are left out.
pub(super) fn theme_groups(
    suggester: &Suggester,
    before: &AskedBefore,
    session: &PastSession,
) -> Vec<ThemeGroup> {
    let state = session.state();
    let mut groups: Vec<Growing<'_>> = Vec::new();
    let mut by_term: HashMap<Term, BTreeMap<usize, f32>> = HashMap::new();
    let newest = session.newest(LEARNED).into_iter();
    let living = newest.filter(|question| question.status.ended_by().is_none());
    let (themed, others): (Vec<&Question>, Vec<&Question>) =
        living.partition(|question| question.theme.is_some());
    for question in themed {
        let theme = question.theme.as_deref();
        let compared = before.compared(suggester, question, state);
        let known = groups.iter().position(|group| group.theme == theme);
        let place = known.unwrap_or_else(|| {
            groups.push(Growing { theme, ..Growing::default() });
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(place) {
            group.take(place, &compared, &mut by_term);
        }
    }
    for question in others {
        let compared = before.compared(suggester, question, state);
        let place = nearest(&groups, &compared, &by_term).unwrap_or_else(|| {
            groups.push(Growing::default());
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(place) {
            group.take(place, &compared, &mut by_term);
            group.questions.push(question);
        }
    }
    named(suggester, groups)
}

/// The group a question comes nearest to, if it comes near enough.
fn nearest(
    groups: &[Growing<'_>],
    compared: &ComparedText,
    by_term: &HashMap<Term, BTreeMap<usize, f32>>,
) -> Option<usize> {
    let mut shared: BTreeMap<usize, f32> = BTreeMap::new();
    for (term, weight) in &compared.weights {
        for (group, there) in by_term.get(term).into_iter().flatten() {
            *shared.entry(*group).or_default() += weight * there;
        }
    }
    let scored = shared.into_iter().filter_map(|(place, shared)| {
        let group = groups.get(place)?;
        let likeness = shared / group.square.sqrt().max(f32::MIN_POSITIVE);
        let offices = group.direction.iter().zip(&compared.direction);
        let offices: f32 = offices.map(|(one, other)| one * other).sum();
        Some((AskedBefore::score(likeness, offices / group.count.max(1.0)), place))
    });
    let (score, place) = scored.max_by(|one, other| one.0.total_cmp(&other.0))?;
    (score >= NEAR).then_some(place)
}

impl Growing<'_> {
    fn take(
        &mut self,
        place: usize,
        compared: &ComparedText,
        by_term: &mut HashMap<Term, BTreeMap<usize, f32>>,
    ) {
        for (term, weight) in &compared.weights {
            let there = by_term.entry(*term).or_default().entry(place).or_default();
            self.square += weight * (2.0 * *there + weight);
            *there += weight;
        }
        self.direction.resize(compared.direction.len(), 0.0);
        for (sum, part) in self.direction.iter_mut().zip(&compared.direction) {
            *sum += part;
        }
        self.count += 1.0;
    }
}

fn named(suggester: &Suggester, groups: Vec<Growing<'_>>) -> Vec<ThemeGroup> {
    let worth_it = groups.into_iter().filter(|group| {
        group.questions.len() > 1 || (group.theme.is_some() && !group.questions.is_empty())
    });
    let mut named: Vec<ThemeGroup> = worth_it
        .map(|group| ThemeGroup {
            theme: match group.theme {
                Some(theme) => theme.to_owned(),
                None => name(suggester, &group.questions),
            },
            questions: group.questions.iter().map(|question| question.number).collect(),
        })
        .collect();
    named.sort_by_key(|group| std::cmp::Reverse(group.questions.len()));
    named
}

/// The words in a row that most of the questions have; of equals those that rosters know, then the longest.
fn name(suggester: &Suggester, questions: &[&Question]) -> String {
    let mut counts: BTreeMap<String, (usize, bool, String)> = BTreeMap::new();
    for question in questions {
        let phrases = phrases(suggester, &question.text);
        for (folded, (is_known, written)) in phrases {
            counts.entry(folded).or_insert((0, is_known, written)).0 += 1;
        }
    }
    let best = counts.into_iter().max_by_key(|(folded, (count, is_known, _))| {
        (*count, *is_known, folded.split(' ').count())
    });
    match best {
        Some((_, (_, _, written))) => capitalised(&written),
        None => questions.first().map_or_else(String::new, |it| it.text.to_string()),
    }
}

/// The phrases of a text by their folded words, each as it is written, and whether rosters know it. None begins or
/// ends with what says nothing of the matter, unless rosters know it; punctuation divides none.
fn phrases(suggester: &Suggester, text: &str) -> BTreeMap<String, (bool, String)> {
    let words = Words::of(text);
    let terms = suggester.terms(&words);
    let known: HashSet<(usize, usize)> = terms
        .iter()
        .filter(|it| it.kind == TermKind::Folded && suggester.phrases_with(it.term) > 0)
        .map(|it| (it.start, it.length))
        .collect();
    let mut found = BTreeMap::new();
    for length in SHORTEST_NAME..=LONGEST_NAME {
        for (start, run) in words.list.windows(length).enumerate() {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let is_known = known.contains(&(start, length));
            let says = !AskedBefore::says_nothing(first) && !AskedBefore::says_nothing(last);
            let written = text.get(first.place.start..last.place.end).unwrap_or_default();
            let is_whole = written.chars().all(|letter| letter.is_alphanumeric() || letter == ' ');
            if let Some(folded) = words.folded(start..start + length)
                && is_whole
                && (says || is_known)
            {
                found.entry(folded).or_insert((is_known, written.to_lowercase()));
            }
        }
    }
    found
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
