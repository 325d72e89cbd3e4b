//! What there is to say of a question while it is typed or routed: who should answer, and what was asked before.

use std::sync::Arc;

use crate::session::number::QuestionNo;
use crate::session::question::{Question, Status};
use crate::session::state::State;

use super::known::Known;
use super::parts::{QuestionPart, parts};
use super::past::{PastRoute, PastSession};
use super::similar::{AskedBefore, SimilarQuestion};
use super::suggest::{Suggester, Suggestion};
use super::theme_groups::{ThemeGroup, theme_groups};

/// A question to be judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AdviceRequest {
    /// Which one it is, once it is recorded.
    pub question: Option<QuestionNo>,
    pub text: String,
    /// Texts it is being split into: each is judged by itself.
    pub parts: Vec<String>,
}

/// What there is to say of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Advice {
    pub request: AdviceRequest,
    pub suggestions: Vec<Suggestion>,
    /// The matters it holds, when those are several.
    pub matters: Vec<QuestionPart>,
    /// Who should answer each of the parts asked about.
    pub of_parts: Vec<Vec<Suggestion>>,
    /// Asked before, the likest first.
    pub similar: Vec<SimilarEntry>,
}

/// A question like it.
#[derive(Clone, Debug, PartialEq)]
pub enum SimilarEntry {
    /// Of this session.
    Here(QuestionNo),
    Earlier(Arc<EarlierQuestion>),
}

/// A question of another session of the folder.
#[derive(Clone, Debug, PartialEq)]
pub struct EarlierQuestion {
    /// The name of its file, for people.
    pub session: String,
    pub question: Question,
    /// Who gave each of its answers.
    pub answered_by: Vec<String>,
}

/// Judges questions of one session by what it has learned from it and from others.
#[derive(Clone, Debug)]
pub struct Adviser {
    known: Known,
    past: PastSession,
    suggester: Suggester,
    before: AskedBefore,
    /// How many events the session has, and how many it had when it was learned from.
    events: usize,
    learned: usize,
}

impl Adviser {
    pub fn of(known: Known, past: PastSession, events: usize) -> Self {
        let (suggester, before) = learned_from(&known, &past);
        Self { known, past, suggester, before, events, learned: events }
    }

    /// Takes in what the session has become, with the routes it has grown by; its new questions are found from
    /// now on.
    pub fn grow(&mut self, state: State, new: Vec<PastRoute>, events: usize) {
        self.past.grow(state, new);
        self.events = events;
        self.before.extend(&self.suggester, &self.past);
    }

    /// Whether something happened since it learned.
    pub fn is_behind(&self) -> bool {
        self.events != self.learned
    }

    /// Learns anew. The cost grows with everything that was routed.
    pub fn learn(&mut self) {
        (self.suggester, self.before) = learned_from(&self.known, &self.past);
        self.learned = self.events;
    }

    /// Groups of questions without a theme that may be given one.
    pub fn theme_groups(&self) -> Vec<ThemeGroup> {
        theme_groups(&self.suggester, &self.before, &self.past)
    }

    pub fn advise(&self, request: AdviceRequest) -> Advice {
        let suggest = |text: &String| self.suggester.suggest(text);
        let similar = self.before.find(&self.suggester, &request.text);
        let mut entries: Vec<SimilarEntry> = Vec::new();
        for entry in similar.iter().filter_map(|found| self.entry(found)) {
            let is_itself =
                matches!(&entry, SimilarEntry::Here(here) if Some(*here) == request.question);
            if !is_itself && !entries.contains(&entry) {
                entries.push(entry);
            }
        }
        Advice {
            suggestions: suggest(&request.text),
            matters: parts(&self.suggester, &request.text),
            of_parts: request.parts.iter().map(suggest).collect(),
            similar: entries,
            request,
        }
    }

    /// The question found; of this session, the one it was merged into, which stands for it. One that was split is
    /// left out: its parts are found.
    fn entry(&self, found: &SimilarQuestion) -> Option<SimilarEntry> {
        let Some(other) = self.known.other(found.session) else {
            let question = self.past.state().question(found.question)?;
            return match question.status {
                Status::Merged { into, .. } => Some(SimilarEntry::Here(into)),
                Status::Split { .. } => None,
                _ => Some(SimilarEntry::Here(question.number)),
            };
        };
        let state = other.past.state();
        let question = state.question(found.question)?.clone();
        if matches!(question.status, Status::Merged { .. } | Status::Split { .. }) {
            return None;
        }
        let answered_by = question.answers.iter().map(|answer| state.full_name(&answer.by));
        Some(SimilarEntry::Earlier(Arc::new(EarlierQuestion {
            session: other.name.clone(),
            answered_by: answered_by.map(str::to_owned).collect(),
            question,
        })))
    }
}

fn learned_from(known: &Known, past: &PastSession) -> (Suggester, AskedBefore) {
    let suggester = known.suggester(past);
    let before = AskedBefore::of(&suggester, &known.sessions(past));
    (suggester, before)
}

#[cfg(test)]
mod tests {
    use super::{AdviceRequest, Adviser, SimilarEntry};
    use crate::search::known::{Known, OtherSession};
    use crate::search::past::{PastSession, routes};
    use crate::session::Session;
    use crate::session::fixture::session_of;
    use crate::session::number::QuestionNo;

    const OPENED: &str = r#"
        8:00 {"command":"open","title":"Đối thoại"}
        8:00 {"command":"add_responder","responder":{"id":"a","name":"Ban Hoa","kind":"agency"}}
        8:00 {"command":"add_responder","responder":{"id":"b","name":"Ban Cỏ","kind":"agency"}}
        8:01 {"command":"ask_question","question":1,"text":"Zibzab vừa rồi ra sao?"}
    "#;
    const ROUTED: &str = r#"8:02 {"command":"route_question","question":1,"lead":"a"}"#;
    const REROUTED: &str = r#"8:03 {"command":"route_question","question":1,"lead":"b"}"#;

    fn request(text: &str) -> AdviceRequest {
        AdviceRequest { text: text.to_owned(), ..AdviceRequest::default() }
    }

    fn adviser(known: Known, session: &Session) -> Adviser {
        Adviser::of(known, PastSession::of(session), session.history().len())
    }

    fn first(adviser: &Adviser, text: &str) -> Option<String> {
        Some(adviser.advise(request(text)).suggestions.first()?.responder.0.clone())
    }

    #[test]
    fn a_route_and_a_re_route_of_this_session_teach_the_next_suggestion() {
        let asked = session_of(OPENED);
        let mut adviser = adviser(Known::default(), &asked);
        assert_eq!(first(&adviser, "zibzab"), None);
        let mut told = OPENED.to_owned();
        let mut known = asked.history().len();
        for (step, expected) in [(ROUTED, "a"), (REROUTED, "b")] {
            told.push_str(step);
            told.push('\n');
            let grown = session_of(&told);
            let new = routes(grown.history().get(known..).expect("it has grown"));
            known = grown.history().len();
            adviser.grow(grown.state().clone(), new, known);
            assert!(adviser.is_behind());
            adviser.learn();
            assert!(!adviser.is_behind());
            assert_eq!(first(&adviser, "zibzab").as_deref(), Some(expected));
        }
    }

    #[test]
    fn a_question_asked_since_it_learned_is_found_at_once_and_none_is_found_to_be_like_itself() {
        let mut adviser = adviser(Known::default(), &session_of(OPENED));
        let more = r#"8:04 {"command":"ask_question","question":2,"text":"Zibzab bao giờ xong?"}"#;
        let grown = session_of(&format!("{OPENED}{more}"));
        adviser.grow(grown.state().clone(), Vec::new(), grown.history().len());
        let similar = |question: Option<u32>| {
            let question = question.map(QuestionNo);
            adviser.advise(AdviceRequest { question, ..request("zibzab") }).similar
        };
        let here = |number: u32| SimilarEntry::Here(QuestionNo(number));
        assert_eq!(similar(None).len(), 2);
        assert_eq!(similar(Some(1)), [here(2)]);
    }

    #[test]
    fn a_question_that_was_merged_is_found_as_the_one_it_was_merged_into_and_one_that_was_split_as_its_parts()
     {
        let split = r#"8:04 {"command":"split_question","question":1,"parts":[{"text":"Zibzab đâu?"},{"text":"Bao giờ có zibzab?"}]}"#;
        let adviser_of_parts = adviser(Known::default(), &session_of(&format!("{OPENED}{split}")));
        let parts = adviser_of_parts.advise(request("zibzab")).similar;
        assert_eq!(parts.len(), 2);
        assert!(!parts.contains(&SimilarEntry::Here(QuestionNo(1))));
        let more = r#"
        8:04 {"command":"ask_question","question":2,"text":"Zibzab bao giờ xong?"}
        8:05 {"command":"merge_question","question":2,"into":1}
        "#;
        let adviser = adviser(Known::default(), &session_of(&format!("{OPENED}{more}")));
        let similar = |question: Option<QuestionNo>| {
            adviser.advise(AdviceRequest { question, ..request("zibzab") }).similar
        };
        assert_eq!(similar(None), [SimilarEntry::Here(QuestionNo(1))]);
        assert_eq!(similar(Some(QuestionNo(1))), []);
    }

    #[test]
    fn questions_about_one_matter_without_a_theme_are_grouped_and_join_a_theme_that_others_have() {
        let asked = r#"
        8:00 {"command":"open","title":"Đối thoại"}
        8:01 {"command":"ask_question","question":1,"text":"Nhà trọ sinh viên đắt quá, bao giờ giảm?"}
        8:01 {"command":"ask_question","question":2,"text":"Xe buýt không vào khu công nghiệp."}
        8:01 {"command":"ask_question","question":3,"text":"Giá nhà trọ gần trường tăng liên tục."}
        8:01 {"command":"ask_question","question":4,"text":"Đề nghị thêm tuyến xe buýt buổi tối."}
        8:01 {"command":"ask_question","question":5,"text":"Chủ nhà trọ thu tiền điện giá cao."}
        8:01 {"command":"ask_question","question":6,"text":"Sân bóng phường em bỏ hoang.","theme":"Thể thao"}
        8:01 {"command":"ask_question","question":7,"text":"Bao giờ sân bóng mở cửa lại?"}
        8:01 {"command":"ask_question","question":8,"text":"Qwrtz?"}
        "#;
        let groups = adviser(Known::default(), &session_of(asked)).theme_groups();
        let told: Vec<(&str, Vec<u32>)> = groups
            .iter()
            .map(|group| (&*group.theme, group.questions.iter().map(|it| it.0).collect()))
            .collect();
        let expected = [("Nhà trọ", vec![1, 3, 5]), ("Xe buýt", vec![2, 4]), ("Thể thao", vec![7])];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_question_of_another_session_comes_with_its_answer_and_who_gave_it() {
        let answered =
            r#"8:05 {"command":"give_answer","question":1,"by_responder":"a","text":"Đã xong."}"#;
        let other = session_of(&format!("{OPENED}{ROUTED}\n{answered}"));
        let other = OtherSession { name: "lan-10.json".to_owned(), past: PastSession::of(&other) };
        let known = Known { others: vec![other], ..Known::default() };
        let session = session_of(r#"8:00 {"command":"open","title":"Đối thoại"}"#);
        let advice = adviser(known, &session).advise(request("zibzab ra sao"));
        let [SimilarEntry::Earlier(earlier)] = advice.similar.as_slice() else {
            panic!("{advice:?}")
        };
        assert_eq!((earlier.session.as_str(), earlier.question.number.0), ("lan-10.json", 1));
        assert_eq!(earlier.answered_by, ["Ban Hoa"]);
        assert_eq!(earlier.question.answers[0].text.as_deref(), Some("Đã xong."));
    }
}
