//! A question that holds several matters, taken apart at the places where another one begins.

use std::ops::Range;

use super::suggest::{Confidence, Suggester, Suggestion};
use super::words::Words;

/// Folded words with which a person goes on to the next matter.
const NEXT: [&str; 22] = [
    "thu nhat",
    "thu hai",
    "thu ba",
    "thu tu",
    "thu nam",
    "mot la",
    "hai la",
    "ba la",
    "bon la",
    "y mot",
    "y hai",
    "y ba",
    "ngoai ra",
    "mat khac",
    "voi lai",
    "tien day",
    "con nua",
    "nhan day",
    "dong thoi",
    "va xin hoi",
    "va cho hoi",
    "xin hoi them",
];
/// Folded words with which something is asked for.
const ASKING: [&str; 16] = [
    "xin",
    "de nghi",
    "kien nghi",
    "mong",
    "bao gio",
    "khi nao",
    "chung nao",
    "o dau",
    "lam sao",
    "the nao",
    "co khong",
    "duoc khong",
    "tai sao",
    "vi sao",
    "trach nhiem",
    "ai",
];

/// Folded words for which a number announces several matters: "ba ý", "2 chuyện".
const MATTERS: [&str; 8] =
    ["y", "viec", "chuyen", "dieu", "van de", "noi dung", "cau hoi", "y kien"];
const NUMBERS: [&str; 8] = ["hai", "ba", "bon", "may", "2", "3", "4", "5"];

/// One matter of a question, with who should answer it.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionPart {
    pub text: String,
    pub suggestions: Vec<Suggestion>,
}

/// A stretch of the text that belongs together.
struct Stretch {
    place: Range<usize>,
    /// It begins as people begin the next matter.
    is_next: bool,
}

/// The matters of a question in their order; none when it holds one alone.
pub fn parts(suggester: &Suggester, text: &str) -> Vec<QuestionPart> {
    let mut parts: Vec<(Range<usize>, Option<String>, bool)> = Vec::new();
    for Stretch { place, is_next } in stretches(text) {
        let written = text.get(place.clone()).unwrap_or_default();
        let first = suggester.suggest(written).into_iter().next();
        let sure = first.filter(|first| first.confidence > Confidence::Unsure || is_next);
        let leads_to = sure.map(|first| first.responder.0);
        let asks = asks(written);
        match parts.last_mut() {
            Some((so_far, before, asked))
                if before.is_none()
                    || leads_to.is_none()
                    || *before == leads_to
                    || !(is_next || (*asked && asks)) =>
            {
                so_far.end = place.end;
                *asked |= asks;
                *before = before.take().or(leads_to);
            }
            _ => parts.push((place, leads_to, asks)),
        }
    }
    if parts.len() < 2 {
        return Vec::new();
    }
    let part = |(place, ..): (Range<usize>, Option<String>, bool)| {
        let text = text
            .get(place)?
            .trim_matches(|letter: char| letter.is_whitespace() || ";,".contains(letter));
        Some(QuestionPart { text: text.to_owned(), suggestions: suggester.suggest(text) })
    };
    parts.into_iter().filter_map(part).filter(|part| !part.text.is_empty()).collect()
}

fn asks(text: &str) -> bool {
    let words = Words::of(text);
    let folded = words.folded(0..words.list.len()).unwrap_or_default();
    let folded = format!(" {folded} ");
    text.contains('?') || ASKING.iter().any(|word| folded.contains(&format!(" {word} ")))
}

/// Folded words that join the matters of a list.
const JOINING: [&str; 3] = ["va", "voi", "roi"];

/// Whether the text says that several matters follow
fn announced(words: &Words) -> bool {
    (1..words.list.len()).any(|at| {
        let number = words.folded(at - 1..at).unwrap_or_default();
        let is_matter = |length| {
            words.folded(at..at + length).is_some_and(|folded| MATTERS.contains(&folded.as_str()))
        };
        NUMBERS.contains(&number.as_str()) && (is_matter(1) || is_matter(2))
    })
}

/// The text cut after sentences, and before words that begin the next matter.
fn stretches(text: &str) -> Vec<Stretch> {
    let words = Words::of(text);
    let announced = announced(&words);
    let mut stretches = Vec::new();
    let (mut start, mut is_next) = (0, false);
    for (number, pair) in words.list.windows(2).enumerate() {
        let [one, other] = pair else { continue };
        let begins = |at: usize| {
            [2, 3].iter().any(|length| {
                let folded = words.folded(at..at + length);
                folded.is_some_and(|folded| NEXT.contains(&folded.as_str()))
            })
        };
        let between = text.get(one.place.end..other.place.start).unwrap_or_default();
        let next_begins = begins(number + 1);
        let listed =
            announced && (between.contains([',', ':']) || JOINING.contains(&other.folded.as_str()));
        let ends = listed || between.contains(['.', '?', '!', ';', '\n', '…']);
        if ends || next_begins {
            stretches.push(Stretch { place: start..other.place.start, is_next });
            (start, is_next) = (other.place.start, next_begins || listed || between.contains(';'));
        }
    }
    stretches.push(Stretch { place: start..text.len(), is_next });
    stretches
}
