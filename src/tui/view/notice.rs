//! The line above the keys: the last notice, the number of drafts, the typing method.

use ratatui::layout::Rect;

use crate::session::Session;
use crate::session::number::Seq;
use crate::session::refusal::Refusal;
use crate::tui::model::Model;
use crate::tui::model::action::Action;
use crate::tui::model::bindings::{Scope, key_for};
use crate::tui::model::desk::undo::UndoElsewhere;
use crate::tui::model::desk::{Desk, Notice};

use super::canvas::{Canvas, after, cut, width};
use crate::tui::view::sentences;

/// An event in words cut shorter than this is left out.
const SHORTEST_EVENT: usize = 24;

/// Draws the line.
pub(crate) fn draw(canvas: &mut Canvas, line: Rect, model: &Model, desk: &Desk, session: &Session) {
    // An open form shows it itself.
    let method = match desk.form() {
        Some(_) => "",
        None => sentences::typing_method(model.telex.method()),
    };
    let mut line = canvas.text_right(line, &format!("  {method} "), canvas.palette.quiet);
    if !desk.drafts.is_empty() {
        let drafts = canvas.lang.drafts_counted(desk.drafts.len());
        line = canvas.text_right(line, &format!("  {drafts}"), canvas.palette.quiet);
    }
    let Some(notice) = &desk.notice else {
        would_undo(canvas, after(line, 1), desk, session);
        return;
    };
    let style = match notice {
        Notice::Refused(_) | Notice::NotSaved(_) | Notice::Trouble(_) => canvas.palette.trouble,
        _ => canvas.palette.text,
    };
    let line = after(line, 1);
    let saying = NoticeSentence { canvas, session, cells: usize::from(line.width) };
    let sentence = saying.sentence(notice);
    canvas.text(line, &sentence, style);
}

/// What an undo would take back, while nothing else is to be said and the chosen question does not show it.
fn would_undo(canvas: &mut Canvas, line: Rect, desk: &Desk, session: &Session) {
    let elsewhere = desk.undo_elsewhere(session).filter(|_| desk.form().is_none());
    let key = key_for(Scope::Desk, Action::Undo);
    let (Some(UndoElsewhere { event, .. }), Some(key)) = (elsewhere, key) else { return };
    let saying = NoticeSentence { canvas, session, cells: usize::from(line.width) };
    let sentence = saying.told(event, |event| canvas.lang.would_undo(key, event));
    canvas.text(line, &sentence, canvas.palette.quiet);
}

/// A notice being put into so many cells, its quotations cut so that the rest can be read.
struct NoticeSentence<'a, 'b> {
    canvas: &'a Canvas<'b>,
    session: &'a Session,
    cells: usize,
}

impl NoticeSentence<'_, '_> {
    fn sentence(&self, notice: &Notice) -> String {
        let lang = self.canvas.lang;
        match notice {
            Notice::Recorded(seq) => self.told(*seq, |event| lang.notice_recorded(event, *seq)),
            Notice::TakenBack(seq) => self.told(*seq, |event| lang.notice_taken_back(event)),
            Notice::FormTakenBack(seq) => {
                self.told(*seq, |event| lang.notice_form_taken_back(event))
            }
            Notice::BroughtBack(seq) => self.told(*seq, |event| lang.notice_brought_back(event)),
            Notice::Refused(Refusal::InTheWay { target, blocker, .. }) => {
                let cells = self.cells_beside(&lang.notice_in_the_way("", "")) / 2;
                if cells < SHORTEST_EVENT {
                    return self.told(*blocker, |event| lang.notice_undo_first(event));
                }
                let [target, blocker] = [target, blocker].map(|seq| self.event(*seq));
                lang.notice_in_the_way(&cut(&target, cells), &cut(&blocker, cells))
            }
            notice => sentences::notice(lang, notice, self.session.state()),
        }
    }

    /// A sentence that quotes an event.
    fn told(&self, seq: Seq, say: impl Fn(&str) -> String) -> String {
        let event = self.event(seq);
        say(&cut(&event, self.cells_beside(&say(""))))
    }

    fn event(&self, seq: Seq) -> String {
        let lang = self.canvas.lang;
        match self.session.event(seq) {
            Some(_) => lang.step_sentence(seq, self.session),
            None => lang.event_numbered(seq),
        }
    }

    fn cells_beside(&self, rest: &str) -> usize {
        self.cells.saturating_sub(width(rest))
    }
}
