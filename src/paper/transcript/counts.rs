//! The counts that reports to higher levels ask for.

use std::collections::BTreeSet;
use std::iter;

use crate::i18n::Lang;
use crate::paper::document::{Block, Field};
use crate::paper::facts::{Paper, about};
use crate::review::stats::Outcome;
use crate::session::number::QuestionNo;
use crate::session::payload::{AuthorityLevel, Channel, QuestionKind};
use crate::session::question::{Question, Status};

/// Cells for the labels.
const LABELS: usize = 27;

impl Paper<'_> {
    pub(super) fn counts(self) -> Vec<Block> {
        let (lang, state) = (self.lang, self.state());
        let lower = |lang: Lang, outcome: Outcome| lang.outcome(outcome).to_lowercase();
        let rows = [
            (lang.paper_count_asked(), self.received()),
            (lang.paper_count_after_splitting(), lang.number(self.after_splitting())),
            (
                lang.paper_count_channels(),
                self.tally(&Channel::ALL, Lang::channel, |it| {
                    asked_not_split(it).map(|it| it.channel)
                }),
            ),
            (
                lang.paper_count_outcomes(),
                self.tally(&Outcome::ALL, lower, |it| Some(Outcome::of(it))),
            ),
        ];
        // Told where something was referred with its level.
        let levels = self.tally(&AuthorityLevel::ALL, Lang::authority_level, level);
        let levels = (!levels.is_empty()).then(|| (lang.paper_count_levels(), levels));
        let others = [
            (lang.paper_count_themes(), self.themes()),
            (lang.paper_count_delegates(), self.askers()),
            (lang.paper_count_tasks(), self.task_counts()),
            (lang.paper_count_statements(), lang.number(state.statements().count())),
            (lang.paper_count_conclusions(), lang.number(state.conclusions().count())),
        ];
        let fields = rows.into_iter().chain(levels).chain(others).map(|(label, words)| {
            let text = if words.is_empty() { lang.paper_none().to_owned() } else { words };
            Block::Field(Field { label: label.to_owned(), text, cells: LABELS })
        });
        let heading = Block::Heading(lang.paper_counts().to_owned());
        iter::once(heading).chain(fields).collect()
    }

    /// "trực tiếp: 7, phiếu: 2": each value that occurs, with how often.
    fn tally<T: Copy + PartialEq, W: ToString>(
        &self,
        all: &[T],
        name: fn(Lang, T) -> W,
        of: fn(&Question) -> Option<T>,
    ) -> String {
        let counted = all.iter().filter_map(|value| {
            let count = self.state().questions().filter(|it| of(it) == Some(*value)).count();
            (count > 0).then(|| {
                format!("{}: {}", name(self.lang, *value).to_string(), self.lang.number(count))
            })
        });
        counted.collect::<Vec<_>>().join(", ")
    }

    /// What delegates put forward, by kind; the parts into which the desk split it are not theirs.
    fn received(&self) -> String {
        let (lang, state) = (self.lang, self.state());
        let received = || state.questions().filter_map(asked_not_split);
        let kinds = QuestionKind::ALL.iter().filter_map(|kind| {
            let count = received().filter(|it| it.kind == *kind).count();
            (count > 0).then(|| lang.questions_of_kind(*kind, count))
        });
        let kinds: Vec<String> = kinds.collect();
        match received().count() {
            0 => lang.number(0),
            count => format!("{} ({})", lang.number(count), kinds.join(", ")),
        }
    }

    /// The parts counted instead of what was split.
    fn after_splitting(&self) -> usize {
        let whole = |it: &&Question| !matches!(it.status, Status::Split { .. });
        self.state().questions().filter(whole).count()
    }

    fn askers(&self) -> String {
        let (lang, state) = (self.lang, self.state());
        let asked = || state.questions().filter_map(asked_not_split);
        let askers: BTreeSet<_> = asked().filter_map(|it| it.delegate).collect();
        let unnamed = asked().filter(|it| it.delegate.is_none()).count();
        let count = lang.number(askers.len());
        match (askers.len(), unnamed) {
            (_, 0) => count,
            (0, _) if self.rebuilt_from().is_some() => lang.paper_not_reported().to_owned(),
            _ => lang.paper_count_unnamed(&count, unnamed),
        }
    }

    /// Each theme with its questions, in the order in which the themes came up.
    fn themes(&self) -> String {
        let mut themes: Vec<(&str, Vec<QuestionNo>)> = Vec::new();
        for question in self.state().questions() {
            let Some(theme) = question.theme.as_deref() else { continue };
            match themes.iter_mut().find(|(known, _)| *known == theme) {
                Some((_, numbers)) => numbers.push(question.number),
                None => themes.push((theme, vec![question.number])),
            }
        }
        let named = themes
            .iter()
            .map(|(theme, numbers)| format!("{theme} ({})", about(self.lang, numbers)));
        named.collect::<Vec<_>>().join("; ")
    }

    fn task_counts(&self) -> String {
        let (lang, state) = (self.lang, self.state());
        let without_lead = state.tasks().filter(|task| task.lead.is_none()).count();
        let without_date =
            state.tasks().filter(|task| task.due.is_none() && task.due_text.is_none()).count();
        let mut missing = Vec::new();
        if without_lead > 0 {
            missing.push(lang.paper_without_lead(without_lead));
        }
        if without_date > 0 {
            missing.push(lang.paper_without_date(without_date));
        }
        let count = lang.number(state.tasks().count());
        if missing.is_empty() { count } else { format!("{count} ({})", missing.join(", ")) }
    }
}

/// The level of the authority to which a question was referred.
fn level(question: &Question) -> Option<AuthorityLevel> {
    match &question.status {
        Status::Referred(disposal) => disposal.level,
        _ => None,
    }
}

fn asked_not_split(question: &Question) -> Option<&Question> {
    question.part_of.is_none().then_some(question)
}
