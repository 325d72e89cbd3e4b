//! What stands over the film for a moment.

use crate::app::action::Action;
use crate::app::edit::LineField;

/// One thing over the film.
#[derive(Clone, Debug)]
pub enum Sheet {
    Help {
        scroll: usize,
    },
    Palette {
        filter: LineField,
        /// Commands whose names hold the letters.
        matches: Vec<Action>,
        finger: usize,
    },
    /// Where to? `wrong`: what is typed is no moment of this session.
    GoTo {
        line: LineField,
        wrong: bool,
    },
}
