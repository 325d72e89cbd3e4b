//! Fields that hold one of a few words.

use serde::{Deserialize, Serialize};

use super::convert::{FromWire, ToWire};
use crate::session::payload::{
    AuthorityLevel, Channel, Progress, Quality, QuestionKind, ResponderKind, Source,
};
use crate::text::json::fault::JsonFault;

macro_rules! words {
    ($($(#[$doc:meta])* $wire:ident = $domain:ident { $($word:ident),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub(crate) enum $wire {
            $($word),*
        }

        impl FromWire<'_> for $domain {
            type Wire = $wire;

            fn from_wire(wire: $wire) -> Result<Self, JsonFault> {
                Ok(match wire {
                    $($wire::$word => Self::$word),*
                })
            }
        }

        impl ToWire<'_> for $domain {
            fn to_wire(&self) -> $wire {
                match self {
                    $(Self::$word => $wire::$word),*
                }
            }
        }
    )*};
}

words! {
    ResponderKindV1 = ResponderKind { Leader, Agency }
    ChannelV1 = Channel { Floor, Slip, Online, Bridge }
    QuestionKindV1 = QuestionKind { Question, Opinion, Proposal }
    QualityV1 = Quality { Full, Partial, Explained }
    AuthorityLevelV1 = AuthorityLevel { Commune, Province, Central }
    ProgressV1 = Progress { NotStarted, InProgress, Partly, Done, Broken }
    SourceV1 = Source { File, BlackBox }
}
