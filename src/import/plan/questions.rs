//! Rows that are questions.

use std::collections::BTreeMap;

use crate::import::field::{ImportField, plain_words};
use crate::import::planned::{
    CellProblem, PlannedRow, RecordedAs, RowNote, RowOutcome, TimedCommand,
};
use crate::import::values;
use crate::session::Session;
use crate::session::command::{Ask, Asker, Command};
use crate::session::number::{DelegateNo, QuestionNo, ResponderId};
use crate::session::payload::{Channel, QuestionKind, Responder, Routing};
use crate::session::state::State;
use crate::session::time::Timestamp;
use crate::text::fold::fold;

use super::cells::RowCells;
use super::identity::{PersonIdentity, delegates};
use super::recorded::RecordedQuestions;

/// What is known while the rows are gone through.
pub(super) struct QuestionRows<'a> {
    state: &'a State,
    delegates: BTreeMap<PersonIdentity, DelegateNo>,
    recorded: RecordedQuestions,
    /// New people as the first of their rows names them.
    askers: BTreeMap<PersonIdentity, Asker>,
    /// Rows by text, and by text, person and time.
    texts: BTreeMap<String, usize>,
    rows: BTreeMap<(String, Option<PersonIdentity>, Option<Timestamp>), usize>,
    leads: BTreeMap<String, Result<ResponderId, CellProblem>>,
    channel: Channel,
    next: QuestionNo,
}

/// Who asks: nobody named, somebody known, or somebody new.
struct RowAsker {
    identity: PersonIdentity,
    shown: String,
    delegate: Option<DelegateNo>,
    asker: Option<Asker>,
}

impl<'a> QuestionRows<'a> {
    /// What comes by a form comes online; any other table was written, unless it says otherwise.
    pub(super) fn of(session: &'a Session, by_form: bool) -> Self {
        Self {
            state: session.state(),
            delegates: delegates(session),
            recorded: RecordedQuestions::of(session),
            askers: BTreeMap::new(),
            texts: BTreeMap::new(),
            rows: BTreeMap::new(),
            leads: BTreeMap::new(),
            channel: if by_form { Channel::Online } else { Channel::Slip },
            next: session.next_question(),
        }
    }

    /// `None` when the row has a fault that leaves nothing to plan.
    pub(super) fn plan(&mut self, cells: &mut RowCells<'_>) -> Option<PlannedRow> {
        let mut notes = Vec::new();
        let text = cells.text(ImportField::Text);
        let asker = self.asker(cells, &mut notes);
        let (channel, point) = self.channel(cells);
        let kind = kind(cells);
        let theme = cells.name(ImportField::Theme);
        let time = cells.time();
        let lead = self.lead(cells);
        let Some(text) = text else {
            cells.fault(ImportField::Text, CellProblem::Missing(ImportField::Text));
            return None;
        };
        let identity = asker.as_ref().map(|asker| asker.identity.clone());
        let number = cells.number();
        let person = asker.as_ref().map(|asker| asker.shown.clone());
        if let Some(question) = self.recorded.meet(&text, identity.as_ref(), time) {
            let outcome = RowOutcome::Recorded(RecordedAs::Question(question));
            return Some(PlannedRow { number, outcome, notes, subject: text, person });
        }
        self.note_alike(&text, identity, time, number, &mut notes);
        let (delegate, asker) = asker.map_or((None, None), |asker| (asker.delegate, asker.asker));
        let question = self.next;
        self.next = QuestionNo(question.0.saturating_add(1));
        let ask = Ask {
            // Its route has to name it.
            question: lead.is_some().then_some(question),
            delegate,
            asker,
            channel,
            point,
            kind,
            theme,
            text: text.clone(),
            follows: None,
        };
        let question_asked = TimedCommand { command: Command::AskQuestion(ask), happened_at: time };
        let question_routed = lead.map(|(lead, support)| {
            let routing = Routing { question, lead, support, why: None };
            TimedCommand { command: Command::RouteQuestion(routing), happened_at: None }
        });
        let commands = std::iter::once(question_asked).chain(question_routed).collect();
        let outcome = RowOutcome::Added { commands, question: Some(question) };
        Some(PlannedRow { number, outcome, notes, subject: text, person })
    }

    fn note_alike(
        &mut self,
        text: &str,
        identity: Option<PersonIdentity>,
        time: Option<Timestamp>,
        number: usize,
        notes: &mut Vec<RowNote>,
    ) {
        let same_text = self.texts.get(text).copied();
        let equal = self.rows.insert((text.to_owned(), identity, time), number);
        self.texts.insert(text.to_owned(), number);
        let within = equal.map(RowNote::EqualsRow).or(same_text.map(RowNote::SameTextAsRow));
        notes.extend(within);
        notes.extend(self.recorded.of_text(text).map(RowNote::SameTextAsQuestion));
    }

    fn asker(&mut self, cells: &mut RowCells<'_>, notes: &mut Vec<RowNote>) -> Option<RowAsker> {
        let name = cells.name(ImportField::Name).filter(|name| !is_nobody(name));
        let unit = cells.name(ImportField::Unit);
        let seat = cells.name(ImportField::Seat);
        let (name, unit) = match (name, unit) {
            (Some(name), unit) => (name, unit),
            (None, Some(unit)) => {
                notes.push(RowNote::UnitIsName);
                (unit, None)
            }
            (None, None) => return None,
        };
        let identity = PersonIdentity::new(&name, unit.as_deref(), seat.as_deref());
        let shown = match &unit {
            Some(unit) => format!("{name} ({unit})"),
            None => name.clone(),
        };
        let delegate = self.delegates.get(&identity).copied();
        let asker = delegate.is_none().then(|| {
            let new = Asker { name, unit, seat, salt: None };
            self.askers.entry(identity.clone()).or_insert(new).clone()
        });
        Some(RowAsker { identity, shown, delegate, asker })
    }

    fn channel(&self, cells: &mut RowCells<'_>) -> (Channel, Option<String>) {
        let point = cells.name(ImportField::Point);
        let Some(words) = cells.text(ImportField::Channel) else {
            let channel = if point.is_some() { Channel::Bridge } else { self.channel };
            return (channel, point);
        };
        match values::channel(&words) {
            Some((channel, site)) => (channel, point.or(site)),
            None => {
                cells.fault(ImportField::Channel, CellProblem::UnknownChannel(words));
                (self.channel, point)
            }
        }
    }

    /// The lead and those who support it, the first and the others of a list.
    fn lead(&mut self, cells: &mut RowCells<'_>) -> Option<(ResponderId, Vec<ResponderId>)> {
        let words = cells.text(ImportField::Lead)?;
        let mut found = Vec::new();
        for words in values::list(&words) {
            let state = self.state;
            let known = self.leads.entry(words).or_insert_with_key(|words| responder(state, words));
            match known {
                Ok(id) => found.push(id.clone()),
                Err(problem) => {
                    let problem = problem.clone();
                    cells.fault(ImportField::Lead, problem);
                }
            }
        }
        let mut found = found.into_iter();
        let lead = found.next()?;
        Some((lead, found.collect()))
    }
}

fn kind(cells: &mut RowCells<'_>) -> QuestionKind {
    let Some(words) = cells.text(ImportField::Kind) else { return QuestionKind::default() };
    values::question_kind(&words).unwrap_or_else(|| {
        cells.fault(ImportField::Kind, CellProblem::UnknownKind(words));
        QuestionKind::default()
    })
}

/// What forms and people write where nobody is named.
fn is_nobody(name: &str) -> bool {
    let nobody = ["anonymous", "an danh", "khuyet danh", "khong ten", "-"];
    nobody.contains(&fold(name).as_str())
}

/// The responder of whom the words are the id, the name, the short name or an alias; else the only one of
/// whose names they are the beginning; else the only one in whose names they stand. Parts of words count
/// for nothing: a route is not guessed.
fn responder(state: &State, words: &str) -> Result<ResponderId, CellProblem> {
    let wanted = plain_words(words);
    let is_whole = |name: &str| name == wanted;
    let begins = |name: &str| format!("{name} ").starts_with(&format!("{wanted} "));
    let is_inside = |name: &str| format!(" {name} ").contains(&format!(" {wanted} "));
    let fits: [&dyn Fn(&str) -> bool; 3] = [&is_whole, &begins, &is_inside];
    for fits in fits {
        let is_named = |known: &&Responder| {
            let names = [&known.id.0, &known.name].into_iter();
            let mut names = names.chain(&known.short).chain(&known.aliases);
            names.any(|name| fits(&plain_words(name)))
        };
        let responders: Vec<ResponderId> =
            state.responders().filter(is_named).map(|known| known.id.clone()).collect();
        match responders.as_slice() {
            [] => {}
            [one] => return Ok(one.clone()),
            _ => {
                let words = words.to_owned();
                return Err(CellProblem::SeveralLeads { words, responders });
            }
        }
    }
    Err(CellProblem::UnknownLead(words.to_owned()))
}
