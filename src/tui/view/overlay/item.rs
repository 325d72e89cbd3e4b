//! A task, a statement or a conclusion, whole.

use ratatui::layout::Rect;

use crate::i18n::Lang;
use crate::search::item::SessionItem;
use crate::session::Session;
use crate::session::number::{QuestionNo, ResponderId, Seq};
use crate::session::state::{State, Task};
use crate::session::time::Timestamp;
use crate::tui::model::ScrollRange;
use crate::tui::view::canvas::{Canvas, indented, narrow};
use crate::tui::view::side;
use crate::tui::view::text_block::TextBlock;
use crate::tui::view::theme::{Palette, sign};

use super::middle;

/// Cells of the labels at the left.
const LABELS: u16 = 15;
/// Cells of the box, and the most rows of it.
const SIZE: (u16, u16) = (84, 20);

/// Draws it, from the line scrolled to.
pub(super) fn draw(
    canvas: &mut Canvas,
    outer: Rect,
    item: SessionItem,
    scroll: usize,
    session: &Session,
) {
    let (lang, palette, state) = (canvas.lang, canvas.palette, session.state());
    let border = palette.border_active;
    let title = match item {
        SessionItem::Task(number) => lang.paper_task(number),
        SessionItem::Statement(_) => lang.form_statement().to_owned(),
        SessionItem::Conclusion(_) => lang.form_conclusion().to_owned(),
    };
    let cells = middle(outer, SIZE.0, SIZE.1).width.saturating_sub(4);
    let mut text = ItemText { lang, palette, session, block: TextBlock::new(cells) };
    match item {
        SessionItem::Task(number) => {
            if let Some(task) = state.task(number) {
                text.task(task);
            }
        }
        SessionItem::Statement(seq) => {
            if let Some(said) = state.statement(seq) {
                text.block.wrapped(0, state.full_name(&said.by), palette.strong);
                text.when(said.seq, said.at);
                text.words(&said.text);
            }
        }
        SessionItem::Conclusion(seq) => {
            if let Some(drawn) = state.conclusion(seq) {
                text.when(drawn.seq, drawn.at);
                text.words(&drawn.text);
                text.block.gap();
                text.questions(&drawn.questions);
            }
        }
    }
    let area = middle(outer, SIZE.0, narrow(text.block.len() + 2).min(SIZE.1));
    canvas.clear(area);
    let inside = indented(canvas.pane(area, &title, border));
    let limit = text.block.scroll_limit(inside.height);
    text.block.draw(canvas, inside, scroll.min(limit));
    if scroll < limit {
        canvas.more_below(area, border);
    }
    let page = usize::from(inside.height).max(1);
    canvas.metrics.overlay = ScrollRange { step: 1, page, limit };
}

/// The text being laid out.
struct ItemText<'a> {
    lang: Lang,
    palette: Palette,
    session: &'a Session,
    block: TextBlock,
}

impl ItemText<'_> {
    fn task(&mut self, task: &Task) {
        let lang = self.lang;
        let [_, due, progress] = side::task_summary(lang, task, self.state());
        self.words(&task.text);
        self.block.gap();
        let lead = match &task.lead {
            Some(lead) => self.state().full_name(lead).to_owned(),
            None => lang.no_unit().to_owned(),
        };
        self.labelled(lang.label_lead(), &lead);
        if !task.support.is_empty() {
            self.labelled(lang.label_support(), &self.names(&task.support));
        }
        self.labelled(lang.label_due(), &due);
        self.labelled(lang.label_of_progress(), &progress);
        for (label, text) in
            [(lang.text_progress(), &task.remark), (lang.label_of_document(), &task.document)]
        {
            if let Some(text) = text {
                self.labelled(label, text);
            }
        }
        if let Some(by) = &task.by {
            self.labelled(lang.label_of_assigned_by(), self.session.state().full_name(by));
        }
        self.questions(&task.questions);
        self.block.rule();
        for seq in &task.trail {
            let Some(recorded) = self.session.event(*seq) else { continue };
            let sentence = lang.event_sentence(recorded, self.session);
            self.labelled(&self.stamp(recorded.seq, recorded.at), &sentence);
        }
    }

    /// When it was said and which event records it.
    fn when(&mut self, seq: Seq, at: Timestamp) {
        let numbered = self.lang.event_numbered(seq);
        let when = match self.is_rebuilt() {
            true => numbered,
            false => format!("{}{}{numbered}", self.lang.clock(at), sign::BETWEEN),
        };
        self.block.wrapped(0, &when, self.palette.quiet);
        self.block.gap();
    }

    fn stamp(&self, seq: Seq, at: Timestamp) -> String {
        match self.is_rebuilt() {
            true => self.lang.event_numbered(seq),
            false => format!("{:>5}", self.lang.clock(at)),
        }
    }

    fn words(&mut self, text: &str) {
        self.block.wrapped(0, text, self.palette.text);
    }

    fn questions(&mut self, numbers: &[QuestionNo]) {
        for number in numbers {
            let text = self.session.state().question(*number).map_or("", |asked| &*asked.text);
            self.labelled(&self.lang.question_numbered(*number), text);
        }
    }

    fn names(&self, ids: &[ResponderId]) -> String {
        let names: Vec<&str> = ids.iter().map(|id| self.state().full_name(id)).collect();
        names.join(", ")
    }

    fn labelled(&mut self, label: &str, text: &str) {
        self.block.labelled(LABELS, (label, self.palette.quiet), (text, self.palette.text));
    }

    fn state(&self) -> &State {
        self.session.state()
    }

    /// Whether its times are nominal.
    fn is_rebuilt(&self) -> bool {
        self.state().opening().is_some_and(|opening| opening.source.is_some())
    }
}
