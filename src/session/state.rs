//! What is: the fold of the standing events. Cheap to clone, at every event of a long log: its parts are shared.

use std::sync::Arc;

use imbl::{OrdMap, Vector};

use super::load::{Load, Loads};
use super::number::{DelegateNo, QuestionNo, ResponderId, Seq, TaskNo};
use super::payload::{Opening, Person, Progress, Responder, Spokesperson};
use super::people::People;
use super::question::Question;
use super::queue::{Group, Queue};
use super::time::{Date, Timestamp};
use super::visits;

/// The dialogue as the events have left it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub(super) opening: Option<Arc<Opening>>,
    pub(super) opened_at: Option<Timestamp>,
    pub(super) phase: Phase,
    /// Milliseconds between each closing and the reopening after it.
    pub(super) closed_millis: i64,
    pub(super) roster: Roster,
    pub(super) delegates: OrdMap<DelegateNo, Arc<Person>>,
    pub(super) people: People,
    pub(super) questions: OrdMap<QuestionNo, Arc<Question>>,
    pub(super) queue: Queue,
    pub(super) loads: Loads,
    pub(super) tasks: OrdMap<TaskNo, Arc<Task>>,
    pub(super) statements: Vector<Arc<Statement>>,
    pub(super) conclusions: Vector<Arc<Conclusion>>,
    /// Lines that were taken out of this edition.
    pub(super) withheld: u32,
}

/// Who may answer, in the order they were added.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Roster {
    pub(super) responders: Vector<Arc<Responder>>,
    pub(super) places: OrdMap<ResponderId, usize>,
}

/// Whether the dialogue is going on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    #[default]
    NotOpened,
    Running,
    Paused {
        since: Timestamp,
    },
    Closed {
        at: Timestamp,
    },
}

/// A task as the events have left it.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    pub number: TaskNo,
    pub text: String,
    pub lead: Option<ResponderId>,
    pub support: Vec<ResponderId>,
    pub due: Option<Date>,
    pub due_text: Option<String>,
    pub questions: Vec<QuestionNo>,
    pub by: Option<ResponderId>,
    pub progress: Progress,
    /// The latest report on it.
    pub remark: Option<String>,
    /// The number of the latest written reply.
    pub document: Option<String>,
    /// Where what was done can be seen.
    pub link: Option<String>,
    /// Who confirmed the latest progress; absent: nobody yet.
    pub reviewed_by: Option<String>,
    /// The latest correction of it.
    pub corrected: Option<Seq>,
    pub assigned_at: Timestamp,
    /// Every standing event that touched it, oldest first.
    pub trail: Vector<Seq>,
    /// Its assignment stands in a withheld line: what was assigned is not known.
    pub is_withheld: bool,
}

/// A statement that answers no question.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    pub seq: Seq,
    pub at: Timestamp,
    pub by: ResponderId,
    pub spoken_by: Option<Spokesperson>,
    pub text: String,
    /// The latest correction of it.
    pub corrected: Option<Seq>,
}

/// A common position.
#[derive(Clone, Debug, PartialEq)]
pub struct Conclusion {
    pub seq: Seq,
    pub at: Timestamp,
    pub text: String,
    pub questions: Vec<QuestionNo>,
    /// The latest correction of it.
    pub corrected: Option<Seq>,
}

impl State {
    /// What was said at the opening; `None` before it.
    #[must_use]
    pub fn opening(&self) -> Option<&Opening> {
        self.opening.as_deref()
    }

    #[must_use]
    pub fn opened_at(&self) -> Option<Timestamp> {
        self.opened_at
    }

    #[must_use]
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// How long it was closed before it was reopened, all times together, in milliseconds.
    #[must_use]
    pub fn closed_millis(&self) -> i64 {
        self.closed_millis
    }

    #[must_use]
    pub fn is_closed(&self) -> bool {
        matches!(self.phase, Phase::Closed { .. })
    }

    /// In the order of the roster.
    pub fn responders(&self) -> impl ExactSizeIterator<Item = &Responder> {
        self.roster.responders.iter().map(Arc::as_ref)
    }

    #[must_use]
    pub fn responder(&self, id: &ResponderId) -> Option<&Responder> {
        let place = self.roster.places.get(id)?;
        self.roster.responders.get(*place).map(Arc::as_ref)
    }

    /// The responder's short name; the id itself when it is unknown.
    #[must_use]
    pub fn short_name<'a>(&'a self, id: &'a ResponderId) -> &'a str {
        self.responder(id).map_or(&id.0, Responder::short_name)
    }

    /// The responder's whole name; the id itself when it is unknown.
    #[must_use]
    pub fn full_name<'a>(&'a self, id: &'a ResponderId) -> &'a str {
        self.responder(id).map_or(&id.0, |responder| &responder.name)
    }

    pub fn delegates(&self) -> impl Iterator<Item = &Person> {
        self.delegates.values().map(Arc::as_ref)
    }

    #[must_use]
    pub fn delegate(&self, number: DelegateNo) -> Option<&Person> {
        self.delegates.get(&number).map(Arc::as_ref)
    }

    /// By number.
    pub fn questions(&self) -> impl DoubleEndedIterator<Item = &Question> {
        self.questions.values().map(|question| {
            visits::note();
            question.as_ref()
        })
    }

    /// The delegate of the lowest number with this person's name, unit and seat.
    #[must_use]
    pub fn delegate_like(&self, person: &Person) -> Option<DelegateNo> {
        self.people.same_as(person)
    }

    /// What needs doing, in the order the moderator set.
    #[must_use]
    pub fn queue(&self) -> &Queue {
        &self.queue
    }

    /// What a responder has before them.
    #[must_use]
    pub fn load(&self, responder: &ResponderId) -> Load {
        self.loads.of(responder)
    }

    /// Every question in the moderator's order, each follow-up right behind its first.
    #[must_use]
    pub fn order(&self) -> Vec<QuestionNo> {
        self.queue.iter().collect()
    }

    /// Questions that nothing has become of, oldest first.
    #[must_use]
    pub fn without_outcome(&self) -> Vec<QuestionNo> {
        let open = |group| self.queue.in_group(group);
        let mut numbers: Vec<QuestionNo> = Group::TO_DO.into_iter().flat_map(open).collect();
        numbers.sort_unstable();
        numbers
    }

    /// Questions whose first is `number`, by number.
    #[must_use]
    pub fn followers(&self, number: QuestionNo) -> Vec<QuestionNo> {
        let mut numbers: Vec<QuestionNo> = self.queue.followers(number).collect();
        numbers.sort_unstable();
        numbers
    }

    /// The question before which `moved` lands when it is to stand before `before`: a follow-up stays
    /// behind its first, so what comes before it comes before the whole family.
    pub(super) fn landing(&self, moved: QuestionNo, before: QuestionNo) -> QuestionNo {
        let first_of = |number| self.question(number).and_then(|question| question.follows);
        let family = first_of(moved);
        let mut place = before;
        while first_of(place) != family {
            match first_of(place) {
                Some(first) => place = first,
                None => return before,
            }
        }
        place
    }

    #[must_use]
    pub fn question_count(&self) -> usize {
        self.questions.len()
    }

    #[must_use]
    pub fn question(&self, number: QuestionNo) -> Option<&Question> {
        visits::note();
        self.questions.get(&number).map(Arc::as_ref)
    }

    /// Whether lines were taken out of this edition: it is for reading.
    #[must_use]
    pub fn withholds(&self) -> bool {
        self.withheld > 0
    }

    /// How many lines are withheld.
    #[must_use]
    pub fn withheld_lines(&self) -> u32 {
        self.withheld
    }

    /// The delegate who asked, unless anonymous or withheld.
    #[must_use]
    pub fn asker(&self, question: &Question) -> Option<&Person> {
        question.delegate.and_then(|number| self.delegate(number))
    }

    /// By number.
    pub fn tasks(&self) -> impl DoubleEndedIterator<Item = &Task> {
        self.tasks.values().map(Arc::as_ref)
    }

    #[must_use]
    pub fn task_count(&self) -> usize {
        self.tasks.len()
    }

    /// From this one on, by number.
    pub fn tasks_from(&self, first: TaskNo) -> impl Iterator<Item = &Task> {
        self.tasks.range(first..).map(|(_, task)| task.as_ref())
    }

    /// From this one on, by number.
    pub fn questions_from(&self, first: QuestionNo) -> impl Iterator<Item = &Question> {
        self.questions.range(first..).map(|(_, question)| {
            visits::note();
            question.as_ref()
        })
    }

    /// From this one back, by number.
    pub fn tasks_back_from(&self, last: TaskNo) -> impl Iterator<Item = &Task> {
        self.tasks.range(..=last).rev().map(|(_, task)| task.as_ref())
    }

    #[must_use]
    pub fn task(&self, number: TaskNo) -> Option<&Task> {
        self.tasks.get(&number).map(Arc::as_ref)
    }

    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.statements.iter().map(Arc::as_ref)
    }

    /// The statement made by the event at `seq`.
    #[must_use]
    pub fn statement(&self, seq: Seq) -> Option<&Statement> {
        self.statements.get(self.place_of_statement(seq)?).map(Arc::as_ref)
    }

    pub(super) fn place_of_statement(&self, seq: Seq) -> Option<usize> {
        self.statements.binary_search_by_key(&seq, |said| said.seq).ok()
    }

    /// The conclusion recorded by the event at `seq`.
    #[must_use]
    pub fn conclusion(&self, seq: Seq) -> Option<&Conclusion> {
        self.conclusions.get(self.place_of_conclusion(seq)?).map(Arc::as_ref)
    }

    pub(super) fn place_of_conclusion(&self, seq: Seq) -> Option<usize> {
        self.conclusions.binary_search_by_key(&seq, |said| said.seq).ok()
    }

    pub fn conclusions(&self) -> impl Iterator<Item = &Conclusion> {
        self.conclusions.iter().map(Arc::as_ref)
    }
}
