//! Stub.
use crate::session::{
    number::{DelegateNo, QuestionNo, ResponderId},
    state::State,
};
pub struct Found {
    pub id: ResponderId,
}
pub fn responders(_: &State, _: &str) -> Vec<Found> {
    vec![]
}
pub fn people(_: &State, _: &str) -> Vec<DelegateNo> {
    vec![]
}
pub fn questions(_: &State, _: &str) -> Vec<QuestionNo> {
    vec![]
}
