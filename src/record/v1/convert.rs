//! From what is written to what the session holds, and back. Nothing is copied that can be moved or borrowed.

use std::borrow::Cow;
use std::sync::Arc;

use super::TextV1;
use crate::session::number::{DelegateNo, QuestionNo, ResponderId, Seq, TaskNo};
use crate::session::time::{Date, DateFault, UtcOffset};
use crate::text::json::fault::{JsonFault, JsonProblem};

/// What can be taken from its written form.
pub(crate) trait FromWire<'a>: Sized {
    type Wire;

    /// # Errors
    /// The written value has the right kind, and is none that the session holds.
    fn from_wire(wire: Self::Wire) -> Result<Self, JsonFault>;
}

/// What can be written.
pub(crate) trait ToWire<'a>: FromWire<'a> {
    fn to_wire(&'a self) -> Self::Wire;
}

/// Both ways between a struct as it is written and as the session holds it, field by field. A field that
/// only one of them has does not compile.
macro_rules! both_ways {
    ($($wire:ident $(<$life:lifetime>)? = $domain:ident { $($field:ident),* $(,)? })*) => {$(
        $crate::record::v1::convert::from_wire! { $wire $(<$life>)? = $domain { $($field),* } }

        impl<'a> $crate::record::v1::convert::ToWire<'a> for $domain {
            fn to_wire(&'a self) -> Self::Wire {
                let Self { $($field),* } = self;
                $wire { $($field: $crate::record::v1::convert::ToWire::to_wire($field)),* }
            }
        }
    )*};
}

/// From a struct as it is written to what the session holds, field by field.
macro_rules! from_wire {
    ($($wire:ident $(<$life:lifetime>)? = $domain:ident { $($field:ident),* $(,)? })*) => {$(
        impl<'a> $crate::record::v1::convert::FromWire<'a> for $domain {
            type Wire = $wire $(<$life>)?;

            fn from_wire(wire: Self::Wire) -> Result<Self, $crate::text::json::fault::JsonFault> {
                let $wire { $($field),* } = wire;
                Ok(Self {$(
                    $field: $crate::record::v1::convert::FromWire::from_wire($field)
                        .map_err(|fault| fault.in_field(stringify!($field)))?,
                )*})
            }
        }
    )*};
}

pub(crate) use {both_ways, from_wire};

macro_rules! as_it_is {
    ($($plain:ty),*) => {$(
        impl FromWire<'_> for $plain {
            type Wire = Self;

            fn from_wire(wire: Self) -> Result<Self, JsonFault> {
                Ok(wire)
            }
        }

        impl ToWire<'_> for $plain {
            fn to_wire(&self) -> Self {
                *self
            }
        }
    )*};
}

as_it_is!(u32, u64);

macro_rules! number {
    ($($name:ident($inner:ty)),*) => {$(
        impl FromWire<'_> for $name {
            type Wire = $inner;

            fn from_wire(wire: $inner) -> Result<Self, JsonFault> {
                Ok(Self(wire))
            }
        }

        impl ToWire<'_> for $name {
            fn to_wire(&self) -> $inner {
                self.0
            }
        }
    )*};
}

number!(QuestionNo(u32), DelegateNo(u32), TaskNo(u32), Seq(u64));

impl<'a> FromWire<'a> for String {
    type Wire = TextV1<'a>;

    fn from_wire(wire: TextV1<'a>) -> Result<Self, JsonFault> {
        Ok(wire.0.into_owned())
    }
}

impl<'a> ToWire<'a> for String {
    fn to_wire(&'a self) -> TextV1<'a> {
        TextV1(Cow::Borrowed(self))
    }
}

impl<'a> FromWire<'a> for Arc<str> {
    type Wire = TextV1<'a>;

    fn from_wire(wire: TextV1<'a>) -> Result<Self, JsonFault> {
        Ok(wire.0.into())
    }
}

impl<'a> ToWire<'a> for Arc<str> {
    fn to_wire(&'a self) -> TextV1<'a> {
        TextV1(Cow::Borrowed(self))
    }
}

impl<'a> FromWire<'a> for ResponderId {
    type Wire = TextV1<'a>;

    fn from_wire(wire: TextV1<'a>) -> Result<Self, JsonFault> {
        Ok(Self(wire.0.into_owned()))
    }
}

impl<'a> ToWire<'a> for ResponderId {
    fn to_wire(&'a self) -> TextV1<'a> {
        TextV1(Cow::Borrowed(&self.0))
    }
}

impl<'a> FromWire<'a> for Date {
    type Wire = TextV1<'a>;

    fn from_wire(wire: TextV1<'a>) -> Result<Self, JsonFault> {
        let text = wire.0;
        text.parse().map_err(|fault| match fault {
            DateFault::NotADate => JsonProblem::NotADate(text.into_owned()).into(),
            DateFault::OutOfRange => JsonProblem::DateOutOfRange(text.into_owned()).into(),
        })
    }
}

impl<'a> ToWire<'a> for Date {
    fn to_wire(&'a self) -> TextV1<'a> {
        TextV1(Cow::Owned(self.to_string()))
    }
}

impl<'a> FromWire<'a> for UtcOffset {
    type Wire = TextV1<'a>;

    fn from_wire(wire: TextV1<'a>) -> Result<Self, JsonFault> {
        let text = wire.0;
        text.parse().map_err(|()| JsonProblem::NotAnOffset(text.into_owned()).into())
    }
}

impl<'a> ToWire<'a> for UtcOffset {
    fn to_wire(&'a self) -> TextV1<'a> {
        TextV1(Cow::Owned(self.to_string()))
    }
}

impl<'a, T: FromWire<'a>> FromWire<'a> for Option<T> {
    type Wire = Option<T::Wire>;

    fn from_wire(wire: Self::Wire) -> Result<Self, JsonFault> {
        wire.map(T::from_wire).transpose()
    }
}

impl<'a, T: ToWire<'a>> ToWire<'a> for Option<T> {
    fn to_wire(&'a self) -> Self::Wire {
        self.as_ref().map(T::to_wire)
    }
}

impl<'a, T: FromWire<'a>> FromWire<'a> for Vec<T> {
    type Wire = Vec<T::Wire>;

    fn from_wire(wire: Self::Wire) -> Result<Self, JsonFault> {
        wire.into_iter().map(T::from_wire).collect()
    }
}

impl<'a, T: ToWire<'a>> ToWire<'a> for Vec<T> {
    fn to_wire(&'a self) -> Self::Wire {
        self.iter().map(T::to_wire).collect()
    }
}

impl<'a, T: FromWire<'a>> FromWire<'a> for Arc<T> {
    type Wire = T::Wire;

    fn from_wire(wire: Self::Wire) -> Result<Self, JsonFault> {
        T::from_wire(wire).map(Self::new)
    }
}

impl<'a, T: ToWire<'a>> ToWire<'a> for Arc<T> {
    fn to_wire(&'a self) -> Self::Wire {
        T::to_wire(self)
    }
}

impl<'a, T: FromWire<'a>> FromWire<'a> for Box<T> {
    type Wire = T::Wire;

    fn from_wire(wire: Self::Wire) -> Result<Self, JsonFault> {
        T::from_wire(wire).map(Self::new)
    }
}

impl<'a, T: ToWire<'a>> ToWire<'a> for Box<T> {
    fn to_wire(&'a self) -> Self::Wire {
        T::to_wire(self)
    }
}
