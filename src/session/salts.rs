//! A salt for each line, none of which tells another.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::command::{LineSalt, Occasion};
use super::event::Event;
use super::limits;
use super::number::Seq;

/// Bytes of a derived salt.
const SALT: usize = 16;

/// What the salts of a command's lines are made of.
pub(super) struct Salts<'a> {
    /// Of the lines that hold free text; `None`: they have none.
    of_lines: Option<&'a str>,
    /// Of delegates' lines, which always have one.
    of_delegates: &'a str,
    /// Whether the one line of the command takes the salt as it was given.
    as_given: bool,
}

impl<'a> Salts<'a> {
    pub(super) fn of(occasion: &'a Occasion, events: usize) -> Self {
        let fresh = occasion.salt.as_str();
        let of_lines = match &occasion.particulars.salt {
            LineSalt::Fresh => Some(fresh).filter(|salt| !salt.is_empty()),
            LineSalt::Given(salt) => Some(salt.as_str()),
            LineSalt::Without => None,
        };
        let is_given = matches!(occasion.particulars.salt, LineSalt::Given(_));
        let of_delegates = of_lines.unwrap_or(fresh);
        Self { of_lines, of_delegates, as_given: is_given && events == 1 }
    }

    /// The salt of the event at `seq`, unless it is a field of that kind.
    pub(super) fn line(&self, event: &Event, seq: Seq) -> Option<Arc<str>> {
        let is_delegates = matches!(event, Event::DelegateAdded(_) | Event::DelegateCorrected(_));
        let salt = self.of_lines.filter(|_| !is_delegates && limits::holds_text(event))?;
        Some(self.at(salt, seq).into())
    }

    /// Salts a delegate's line that brings no salt of its own.
    pub(super) fn salt_delegate(&self, event: &mut Event, seq: Seq) {
        if let Event::DelegateAdded(person) | Event::DelegateCorrected(person) = event
            && person.salt.is_empty()
            && !self.of_delegates.is_empty()
        {
            Arc::make_mut(person).salt = self.at(self.of_delegates, seq);
        }
    }

    /// Each line takes a digest: whoever reads one of the salts learns nothing of another.
    fn at(&self, salt: &str, seq: Seq) -> String {
        if self.as_given {
            return salt.to_owned();
        }
        let digest = Sha256::new().chain_update(salt).chain_update([b'/']);
        let digest = digest.chain_update(seq.0.to_string()).finalize();
        let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
        digest.iter().take(SALT).flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
    }
}
