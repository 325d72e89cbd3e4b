//! Questions like one being asked: those that ask for the same matter, in whatever words.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::session::number::QuestionNo;
use crate::session::question::Question;
use crate::session::state::State;

use super::past::{LEARNED, PastSession};
use super::suggest::Suggester;
use super::terms::{PlacedTerm, Term, TermKind};
use super::weight::rarity;
use super::words::{TextWord, Words};

/// How many are found at most.
pub const SIMILAR: usize = 5;
/// What has less in common than this is no answer.
const LEAST: f32 = 0.06;

/// A question counts as much as so many phrases when it is judged how rare a term is.
const QUESTION_COUNTS: usize = 4;
/// A matter that both name counts more than a word that both use.
const MATTER_COUNTS: f32 = 2.0;
/// That both lead to the same office counts beside what they have in common.
const OFFICE_COUNTS: f32 = 0.2;
/// How much a word says that no office's matters contain.
const STRANGE_WORD: f32 = 0.35;

/// Words with which anything is asked, folded: they say nothing about the matter.
const FUNCTION_WORDS: &str = "thi la ma va cua cho co khong em anh chi toi con chau tui minh a da thua kinh xin hoi cac \
    nhung mot hai duoc bi voi o ra vao len xuong di ve nay do kia nao gi sao ai dau bao gio khi neu hay hoac cung dang \
    se roi chua chi nhu tu den toi trong ngoai tren duoi nhung vi nen de boi tai the vay nhe nha ha may nhieu it rat \
    qua lam hon nhat can muon phai biet";

/// A question asked before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SimilarQuestion {
    /// The place of its session among those given.
    pub session: usize,
    pub question: QuestionNo,
    /// 1 for the same words, 0 for nothing in common.
    pub score: f32,
}

/// The questions of sessions, compared by what they are about.
#[derive(Clone, Debug, Default)]
pub struct AskedBefore {
    questions: Vec<IndexedQuestion>,
    by_term: HashMap<Term, Vec<(u32, f32)>>,
    /// In how many questions each term stands.
    known: HashMap<Term, usize>,
    /// The questions of the first session.
    first: HashSet<QuestionNo>,
}

/// What a text is compared by.
pub(super) struct ComparedText {
    /// The squares of all add up to one.
    pub(super) weights: Vec<(Term, f32)>,
    /// How near it comes to each office.
    pub(super) direction: Vec<f32>,
}

static FUNCTION_WORD_SET: LazyLock<HashSet<&str>> =
    LazyLock::new(|| FUNCTION_WORDS.split_whitespace().collect());

#[derive(Clone, Debug)]
struct IndexedQuestion {
    session: usize,
    question: QuestionNo,
    /// How near it comes to each office.
    direction: Vec<f32>,
}

impl AskedBefore {
    pub fn of(suggester: &Suggester, sessions: &[&PastSession]) -> Self {
        let mut before = Self::default();
        let mut all = Vec::new();
        for (place, session) in sessions.iter().enumerate() {
            for question in session.newest(LEARNED) {
                all.push(before.count(suggester, (place, session.state()), question));
            }
        }
        for (number, compared) in (0..).zip(&all) {
            before.index(suggester, number, compared);
        }
        before
    }

    /// Takes in the questions asked in the first of the sessions since then: those with higher numbers.
    pub fn extend(&mut self, suggester: &Suggester, session: &PastSession) {
        let state = session.state();
        let is_new = |question: &&Question| !self.first.contains(&question.number);
        let new: Vec<&Question> =
            state.questions().rev().take(LEARNED).take_while(is_new).collect();
        for question in new.into_iter().rev() {
            let number = u32::try_from(self.questions.len()).unwrap_or(u32::MAX);
            let compared = self.count(suggester, (0, state), question);
            self.index(suggester, number, &compared);
        }
    }

    /// Notes that the question is there, and by what it is compared.
    fn count(
        &mut self,
        suggester: &Suggester,
        (session, state): (usize, &State),
        question: &Question,
    ) -> (Words, Vec<PlacedTerm>) {
        let words = Words::of(&question.text);
        let terms = suggester.terms(&words);
        let lead = question.lead().and_then(|lead| state.responder(lead));
        let direction = suggester.direction(&terms, lead);
        let question = question.number;
        self.questions.push(IndexedQuestion { session, question, direction });
        if session == 0 {
            self.first.insert(question);
        }
        for term in &terms {
            *self.known.entry(term.term).or_default() += 1;
        }
        (words, terms)
    }

    fn index(
        &mut self,
        suggester: &Suggester,
        number: u32,
        (words, terms): &(Words, Vec<PlacedTerm>),
    ) {
        for (term, weight) in self.weights(suggester, words, terms) {
            self.by_term.entry(term).or_default().push((number, weight));
        }
    }

    /// The questions most like the text, the likest first.
    pub fn find(&self, suggester: &Suggester, text: &str) -> Vec<SimilarQuestion> {
        let words = Words::of(text);
        let terms = suggester.terms(&words);
        let direction = suggester.direction(&terms, None);
        let mut shared = vec![0.0_f32; self.questions.len()];
        for (term, weight) in self.weights(suggester, &words, &terms) {
            for (question, there) in self.by_term.get(&term).into_iter().flatten() {
                if let Some(sum) = shared.get_mut(*question as usize) {
                    *sum += weight * there;
                }
            }
        }
        let found = self.questions.iter().zip(&shared).map(|(question, shared)| {
            let office: f32 =
                question.direction.iter().zip(&direction).map(|(one, other)| one * other).sum();
            let score = Self::score(*shared, office);
            let &IndexedQuestion { session, question, .. } = question;
            SimilarQuestion { session, question, score }
        });
        // That the same office answers is not enough.
        let mut found: Vec<SimilarQuestion> = found
            .zip(&shared)
            .filter(|(it, shared)| it.score >= LEAST && **shared > 0.0)
            .map(|it| it.0)
            .collect();
        found.sort_by(|one, other| other.score.total_cmp(&one.score));
        found.truncate(SIMILAR);
        found
    }

    /// A question of a session that was taken in, as it is compared.
    pub(super) fn compared(
        &self,
        suggester: &Suggester,
        question: &Question,
        state: &State,
    ) -> ComparedText {
        let words = Words::of(&question.text);
        let terms = suggester.terms(&words);
        let lead = question.lead().and_then(|lead| state.responder(lead));
        ComparedText {
            weights: self.weights(suggester, &words, &terms),
            direction: suggester.direction(&terms, lead),
        }
    }

    /// By what two texts have in common, and by whether the same office answers both.
    pub(super) fn score(shared: f32, office: f32) -> f32 {
        (shared + office * OFFICE_COUNTS) / (1.0 + OFFICE_COUNTS)
    }

    /// Whether anything is asked with such a word.
    pub(super) fn says_nothing(word: &TextWord) -> bool {
        FUNCTION_WORD_SET.contains(word.folded.as_str())
    }

    /// What each term of a text says about it; the squares of all add up to one.
    fn weights(
        &self,
        suggester: &Suggester,
        words: &Words,
        terms: &[PlacedTerm],
    ) -> Vec<(Term, f32)> {
        let mut weights: Vec<(Term, f32)> =
            terms.iter().map(|term| (term.term, self.weight(suggester, words, term))).collect();
        weights.retain(|(_, weight)| *weight > 0.0);
        let length = weights.iter().map(|(_, weight)| weight.powi(2)).sum::<f32>().sqrt();
        for (_, weight) in &mut weights {
            *weight /= length;
        }
        weights
    }

    fn weight(&self, suggester: &Suggester, words: &Words, term: &PlacedTerm) -> f32 {
        let asked = self.known.get(&term.term).copied().unwrap_or_default();
        let known = suggester.phrases_with(term.term) + asked * QUESTION_COUNTS;
        let all = suggester.phrase_count() + self.questions.len() * QUESTION_COUNTS;
        let rare = rarity(all, known.max(1));
        let says_nothing = || {
            let range = term.start..term.start + term.length;
            let mut words = words.list.get(range).unwrap_or_default().iter();
            words.all(Self::says_nothing)
        };
        match term.kind {
            TermKind::Matter => rare * MATTER_COUNTS,
            TermKind::Folded | TermKind::Marked if says_nothing() => 0.0,
            TermKind::Folded | TermKind::Marked => {
                rare * suggester.focus(term.term).unwrap_or(STRANGE_WORD)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::AskedBefore;
    use crate::search::knowledge::shipped;
    use crate::search::office::Offices;
    use crate::search::past::PastSession;
    use crate::search::suggest::Suggester;
    use crate::session::fixture::session_of;

    #[test]
    fn the_same_matter_in_other_words_comes_before_another_matter_in_the_same_words() {
        let session = session_of(
            r#"
            8:00 {"command":"open","title":"Đối thoại"}
            8:01 {"command":"ask_question","question":1,"text":"Đề nghị bố trí đất làm bãi đậu xe ở chỗ làm."}
            8:01 {"command":"ask_question","question":2,"text":"Công nhân đi ca không ai giữ con, bao giờ có nhà trẻ?"}
            8:01 {"command":"ask_question","question":3,"text":"Bao giờ có wifi ở công viên?"}
        "#,
        );
        let offices = Offices::of([shipped()], session.state().responders());
        let past = PastSession::of(&session);
        let suggester = Suggester::of(offices, [&past]);
        let before = AskedBefore::of(&suggester, &[&past]);
        let found =
            before.find(&suggester, "Đề nghị bố trí trường mầm non cho người tăng ca gửi bé.");
        assert_eq!(found.first().map(|it| it.question.0), Some(2), "{found:?}");
        assert!(found.iter().all(|it| (0.0..=1.001).contains(&it.score)));
        assert!(
            before.find(&suggester, "qwrtz").is_empty() && before.find(&suggester, "").is_empty()
        );
    }
}
