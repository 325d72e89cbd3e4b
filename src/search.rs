//! Finding responders, people, questions and everything said, without regard to case or diacritics; who should
//! answer a question, and what was asked before. Pure.

pub mod advice;
pub mod find;
pub mod index;
pub mod item;
pub mod knowledge;
pub mod known;
pub mod office;
pub mod parts;
pub mod past;
pub mod said;
pub mod similar;
pub mod suggest;
pub mod theme_groups;

pub(crate) mod folded;
pub(crate) mod query;
pub(crate) mod ranges;

mod named;
mod phrases;
mod same_meaning;
mod terms;
mod weight;
mod words;
