//! What has become of one person's questions, for that person: nobody else's personal data.

use std::iter;

use super::PaperSource;
use super::document::{Block, Column, Detail, Document, Entry, Marker, Table};
use super::facts::Paper;
use super::kind::DocumentKind;
use super::register::text;
use crate::i18n::Lang;
use crate::session::number::DelegateNo;
use crate::session::outcome::Outcome;
use crate::session::question::{Question, Status};
use crate::session::state::State;
use crate::text::collate::people_in_order;

/// Cells for "Câu 12" or "Question 12".
const LABELS: usize = 13;

/// The paper of one delegate.
pub fn asker(source: PaperSource<'_>, of: DelegateNo, lang: Lang) -> Document<'_> {
    let paper = Paper { source, lang };
    let questions = paper.state().questions().filter(move |question| question.delegate == Some(of));
    let blocks = paper
        .head(lang.asker_title())
        .chain([Block::Subheading(paper.asker(Some(of)))])
        .chain(questions.map(move |question| Block::Entry(paper.asked_by_them(question))))
        .chain(paper.fingerprint())
        .chain(paper.incomplete());
    paper.document(DocumentKind::Asker, blocks)
}

/// The delegates who asked something, by number.
pub fn askers(state: &State) -> Vec<DelegateNo> {
    let mut askers: Vec<DelegateNo> =
        state.questions().filter_map(|question| question.delegate).collect();
    askers.sort_unstable();
    askers.dedup();
    askers
}

/// The index of the papers of all who asked, by their given names, each with the name of its file. For the office, not for them.
pub fn asker_index<'a>(
    source: PaperSource<'a>,
    files: &'a [(DelegateNo, String)],
    lang: Lang,
) -> Document<'a> {
    let paper = Paper { source, lang };
    let column = |name, title: &str, width| Column { name, title: title.to_owned(), width };
    let table = Table {
        name: "askers",
        title: lang.asker_index().to_owned(),
        columns: vec![
            column("asker", lang.register_asker(), 40),
            column("file", lang.agency_file(), 30),
        ],
    };
    let name = |of: DelegateNo| paper.state().delegate(of).map_or("", |person| &person.name);
    let mut files: Vec<&(DelegateNo, String)> = files.iter().collect();
    files.sort_by(|(one, _), (other, _)| people_in_order(name(*one), name(*other)));
    let rows = files
        .into_iter()
        .map(move |(of, file)| Block::Row(vec![text(&paper.asker(Some(*of))), text(file)]));
    let blocks = paper
        .head(lang.asker_index_title())
        .chain(iter::once(Block::TableStart(table)))
        .chain(rows)
        .chain([Block::TableEnd])
        .chain(paper.fingerprint())
        .chain(paper.incomplete());
    paper.document(DocumentKind::Asker, blocks)
}

impl Paper<'_> {
    fn asked_by_them(self, question: &Question) -> Entry {
        let lang = self.lang;
        let label = lang.question_numbered(question.number);
        let answered = self.dealt_with(question);
        let answers = answered.answers.iter().map(|answer| {
            let words = answer.text.as_deref().unwrap_or(lang.paper_words_unreported());
            let by = self.state().full_name(&answer.by);
            Detail::Said(format!("{}: {words}", lang.paper_answer_by(by)))
        });
        let outcome =
            iter::once(lang.outcome(Outcome::of(question)).to_owned()).chain(self.became(question));
        let outcome: Vec<String> = outcome.collect();
        Entry::new(Marker::Label { label, cells: LABELS }, question.text.to_string())
            .with([Detail::Outcome(outcome.join("; "))])
            .with(answers)
            .spaced()
    }

    /// The question itself, or the one into which it was merged.
    fn dealt_with<'q>(self, question: &'q Question) -> &'q Question
    where
        Self: 'q,
    {
        match &question.status {
            Status::Merged { into, .. } => self.state().question(*into).unwrap_or(question),
            _ => question,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{asker, askers};
    use crate::i18n::Lang;
    use crate::paper::kind::Format;
    use crate::paper::tests::{DIALOGUE, rendered, source_of};
    use crate::session::fixture::session_of;
    use crate::session::number::DelegateNo;

    #[test]
    fn the_paper_of_an_asker_holds_their_questions_and_names_no_other_asker() {
        let session = session_of(DIALOGUE);
        let paper = |number| rendered(asker(source_of(&session), number, Lang::Vi), Format::Text);
        let askers = askers(session.state());
        for number in &askers[1..] {
            let paper = paper(*number);
            assert!(!paper.contains("Nguyễn Thị Mai"), "{paper}");
        }
        assert_eq!(paper(askers[0]), include_str!("asker/first.txt"));
    }

    #[test]
    fn a_merged_question_is_told_with_the_answers_to_the_one_it_went_into() {
        let session = session_of(
            r#"
            8:00 {"command": "open", "title": "Đối thoại"}
            8:00 {"command": "add_responder", "responder": {"id": "a", "name": "Sở A", "kind": "agency"}}
            8:01 {"command": "ask_question", "text": "Giá nhà?", "asker": {"name": "Mai"}}
            8:02 {"command": "ask_question", "text": "Nhà trọ?", "asker": {"name": "Bình"}}
            8:03 {"command": "merge_question", "question": 2, "into": 1}
            8:04 {"command": "give_answer", "question": 1, "by_responder": "a", "text": "Sẽ xây."}
            "#,
        );
        let paper = rendered(asker(source_of(&session), DelegateNo(2), Lang::Vi), Format::Text);
        assert!(paper.contains("gộp vào câu 1") && paper.contains("Sẽ xây."), "{paper}");
        assert!(!paper.contains("Mai") && !paper.contains("Giá nhà?"), "{paper}");
    }
}
