//! The kinds of fields a form is made of.

use crate::session::number::Seq;
use crate::session::payload::{
    AuthorityLevel, Channel, Progress, Quality, QuestionKind, ResponderKind,
};
use crate::tui::model::edit::{Composes, FieldGeometry, LineField, TextField};

use super::pick::{PeoplePick, QuestionPick, ResponderPick};
use super::value_line::ValueLine;

/// What a field asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Label {
    Text,
    Asker,
    Unit,
    Seat,
    Channel,
    /// The remote site a question comes from.
    Point,
    Kind,
    Theme,
    /// Whether the person named is corrected, or somebody else asked.
    Person,
    /// Lead and supporting responders.
    Responders,
    /// Those a task is given to, lead and supporting.
    Charged,
    /// The one who answers, speaks or owes.
    Responder,
    AssignedBy,
    /// The person who speaks for a responder.
    SpokenBy,
    /// The post they hold.
    Post,
    /// Which of several answers.
    Answer,
    Quality,
    Why,
    Due,
    Questions,
    Into,
    To,
    /// The level of the authority a question is referred to.
    Level,
    Progress,
    Document,
    /// Where what was done can be seen.
    Link,
    /// Who confirmed the progress.
    ReviewedBy,
    Name,
    Short,
    ResponderKind,
    Office,
    Aliases,
    Remit,
    Title,
    Subject,
    /// The number and date of the plan a session is held under.
    Plan,
    UtcOffset,
    Number,
    Place,
    Chair,
    Secretary,
    Attendance,
    Roster,
}

impl Label {
    /// What the input method composes there: a code stays as it is typed. A deadline may be words.
    pub fn composes(self) -> Composes {
        match self {
            Self::Seat | Self::Number | Self::Questions | Self::Link | Self::UtcOffset => {
                Composes::Nothing
            }
            Self::Document | Self::Plan => Composes::Abbreviations,
            Self::Text
            | Self::Asker
            | Self::Unit
            | Self::Channel
            | Self::Point
            | Self::Person
            | Self::SpokenBy
            | Self::Post
            | Self::Level
            | Self::ReviewedBy
            | Self::Aliases
            | Self::Subject
            | Self::Kind
            | Self::Theme
            | Self::Responders
            | Self::Charged
            | Self::Responder
            | Self::AssignedBy
            | Self::Answer
            | Self::Quality
            | Self::Why
            | Self::Due
            | Self::Into
            | Self::To
            | Self::Progress
            | Self::Name
            | Self::Short
            | Self::ResponderKind
            | Self::Office
            | Self::Remit
            | Self::Title
            | Self::Place
            | Self::Chair
            | Self::Secretary
            | Self::Attendance
            | Self::Roster => Composes::Words,
        }
    }
}

/// A field with what it asks for.
#[derive(Clone, Debug)]
pub struct FormField {
    pub label: Label,
    pub field: FieldContent,
}

/// A field, by the way it is filled.
#[derive(Clone, Debug)]
pub enum FieldContent {
    Text(TextField),
    Line(LineField),
    Choice(Choice),
    Responders(ResponderPick),
    Question(QuestionPick),
    /// A delegate's name, completed from those seen before.
    Person(PeoplePick),
    /// A line completed from the values used before.
    Value(ValueLine),
}

impl FieldContent {
    /// Takes in where the last frame drew what is typed into it.
    pub fn was_drawn(&mut self, geometry: FieldGeometry) {
        match self {
            Self::Text(text) => text.was_drawn(geometry),
            Self::Line(line) => line.was_drawn(geometry),
            Self::Choice(_) => {}
            Self::Responders(pick) => pick.filter.was_drawn(geometry),
            Self::Question(pick) => pick.filter.was_drawn(geometry),
            Self::Person(pick) => pick.name.was_drawn(geometry),
            Self::Value(value) => value.line.was_drawn(geometry),
        }
    }
}

/// One of a few.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub options: Vec<ChoiceOption>,
    pub chosen: usize,
}

/// What can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub enum ChoiceOption {
    Channel(Channel),
    Kind(QuestionKind),
    Quality(Quality),
    Progress(Progress),
    ResponderKind(ResponderKind),
    /// An answer already given, with the short name of who gave it.
    Answer(Seq, String),
    /// The person named is corrected, everywhere.
    SamePerson,
    /// Somebody else asked this question.
    OtherPerson,
    /// The level of an authority; `None`: not said.
    Level(Option<AuthorityLevel>),
    NoRoster,
    /// A roster of the folder, by its file name.
    Roster(String),
}

impl Choice {
    pub fn new(options: Vec<ChoiceOption>, chosen: &ChoiceOption) -> Self {
        let chosen = options.iter().position(|option| option == chosen).unwrap_or(0);
        Self { options, chosen }
    }

    pub fn value(&self) -> Option<&ChoiceOption> {
        self.options.get(self.chosen)
    }

    /// The next or previous option; after the last comes the first.
    pub fn turn(&mut self, step: isize) {
        let count = self.options.len().max(1);
        self.chosen = (self.chosen + count).saturating_add_signed(step) % count;
    }
}
