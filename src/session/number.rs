//! The numbers and names of questions, delegates, tasks, events and responders.

use std::fmt;

macro_rules! number {
    ($(#[$doc:meta])* $name:ident($inner:ty)) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $inner);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

number! {
    /// A question: `QuestionNo(7)` is "câu 7".
    QuestionNo(u32)
}
number! {
    /// A delegate of this session; people's data hang on it alone.
    DelegateNo(u32)
}
number! {
    /// An assigned task.
    TaskNo(u32)
}
number! {
    /// The place of an event in the log, from 1 without gaps.
    Seq(u64)
}

/// A responder's slug, such as `so-khcn`: ASCII letters, digits, `-`, `_` and `.`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResponderId(pub String);

impl ResponderId {
    /// Whether the slug is short and plain enough to be typed, and to name a file.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        (1..=64).contains(&self.0.len())
            && self.0.bytes().all(plain)
            && self.0.bytes().any(|byte| byte.is_ascii_alphanumeric())
    }
}

impl fmt::Display for ResponderId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<&str> for ResponderId {
    fn from(slug: &str) -> Self {
        Self(slug.to_owned())
    }
}
