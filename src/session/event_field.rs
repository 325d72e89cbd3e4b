//! The fields of events that hold text or lists, by name.

/// Characters in a text: a question, an answer, a reason.
pub const TEXT: usize = 20_000;
/// Characters in a name: of a person, a unit, a theme, an office.
pub const NAME: usize = 200;

/// A field of an event, to be named in a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventField {
    Title,
    Place,
    Chair,
    Secretary,
    Attendance,
    Source,
    Subject,
    Plan,
    By,
    Name,
    Short,
    Office,
    Alias,
    Remit,
    Unit,
    Seat,
    Post,
    Salt,
    Theme,
    Point,
    Text,
    Why,
    To,
    Level,
    Due,
    Document,
    Link,
    ReviewedBy,
    Support,
    Parts,
    Questions,
}

impl EventField {
    /// Characters that it may hold.
    pub(super) fn limit(self) -> usize {
        match self {
            Self::Title
            | Self::Place
            | Self::Attendance
            | Self::Source
            | Self::Subject
            | Self::Plan
            | Self::Link
            | Self::Text
            | Self::Why
            | Self::To
            | Self::Remit => TEXT,
            Self::Chair
            | Self::Secretary
            | Self::By
            | Self::Name
            | Self::Short
            | Self::Office
            | Self::Alias
            | Self::Unit
            | Self::Seat
            | Self::Post
            | Self::Salt
            | Self::Theme
            | Self::Point
            | Self::Level
            | Self::ReviewedBy
            | Self::Due
            | Self::Document
            | Self::Support
            | Self::Parts
            | Self::Questions => NAME,
        }
    }

    /// Whether it is read out, listed and compared as one line.
    pub(super) fn is_name(self) -> bool {
        matches!(
            self,
            Self::By
                | Self::Name
                | Self::Short
                | Self::Office
                | Self::Alias
                | Self::Unit
                | Self::Seat
                | Self::Post
                | Self::Theme
                | Self::Point
                | Self::ReviewedBy
        )
    }
}
