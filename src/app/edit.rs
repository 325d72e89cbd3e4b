//! Stub.
use crate::app::key::Key;
#[derive(Clone, Debug, Default)]
pub struct Telex;
#[derive(Clone, Debug, Default)]
pub struct LineField(String);
#[derive(Clone, Debug, Default)]
pub struct TextField(String);
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Used {
    Used,
    Unused,
}
macro_rules! s {
    ($t:ident) => {
        impl $t {
            pub fn new(text: &str) -> Self {
                Self(text.to_owned())
            }
            pub fn text(&self) -> String {
                self.0.clone()
            }
            pub fn is_blank(&self) -> bool {
                self.0.trim().is_empty()
            }
            pub fn key(&mut self, _: Key, _: &mut Telex) -> Used {
                Used::Unused
            }
            pub fn paste(&mut self, t: &str) {
                self.0.push_str(t);
            }
        }
    };
}
s!(LineField);
s!(TextField);

impl Telex {
    pub fn is_on(&self) -> bool {
        false
    }
    pub fn toggle(&mut self) -> bool {
        false
    }
}
