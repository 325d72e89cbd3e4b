//! What responders answer for, as rosters tell it; the shipped roster's is part of the program.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::json::fault::JsonFault;
use crate::text::json::read::tree;

/// The roster that comes with the program. Its knowledge serves any city whose offices bear the same names.
const SHIPPED: &str = include_str!("../../sessions/can-tho.roster.json");

static SHIPPED_KNOWLEDGE: LazyLock<Vec<ResponderKnowledge>> =
    LazyLock::new(|| of_roster(SHIPPED).unwrap_or_default());

/// What a roster says of one responder, beyond what a session records.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct ResponderKnowledge {
    #[serde(default)]
    pub id: Option<String>,
    pub name: String,
    #[serde(default)]
    pub short: Option<String>,
    #[serde(default)]
    pub aliases: Vec<String>,
    #[serde(default)]
    pub remit: Vec<String>,
    /// Matters as people say them.
    #[serde(default)]
    pub keywords: Vec<String>,
    #[serde(default)]
    pub not_mine: Vec<NotMine>,
    #[serde(default)]
    pub supports: Vec<SupportedMatter>,
}

/// A matter that sounds like the responder's own and is another's.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct NotMine {
    pub phrase: String,
    /// The id of the responder whose it is.
    pub goes_to: String,
}

/// A matter on which the responder leads together with others.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SupportedMatter {
    pub matter: String,
    /// The ids of the others.
    #[serde(default)]
    pub with: Vec<String>,
}

impl ResponderKnowledge {
    /// Every name it goes by.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let own = [Some(&self.name), self.short.as_ref()].into_iter().flatten();
        own.chain(&self.aliases).map(String::as_str)
    }
}

/// What the shipped roster says.
pub fn shipped() -> &'static [ResponderKnowledge] {
    &SHIPPED_KNOWLEDGE
}

/// What a roster's text says of its responders.
///
/// # Errors
/// It is no roster.
pub fn of_roster(text: &str) -> Result<Vec<ResponderKnowledge>, JsonFault> {
    Vec::deserialize(tree(text)?).map_err(|fault: JsonFault| fault.placed_in(text))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::shipped;

    #[test]
    fn the_shipped_roster_knows_each_of_its_responders_and_names_no_other() {
        let ids: BTreeSet<&str> = shipped().iter().filter_map(|it| it.id.as_deref()).collect();
        assert_eq!(ids.len(), 40);
        for known in shipped() {
            assert!(known.keywords.len() >= 40, "{}: {}", known.name, known.keywords.len());
            let others = known.not_mine.iter().map(|not_mine| not_mine.goes_to.as_str());
            let with = known.supports.iter().flat_map(|matter| &matter.with).map(String::as_str);
            for other in others.chain(with) {
                assert!(ids.contains(other), "{}: {other}", known.name);
            }
        }
    }
}
