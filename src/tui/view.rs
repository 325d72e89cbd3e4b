//! Draws the session and the model. It changes neither and reads no clock.

mod canvas;
mod charts;
mod desk;
mod floor;
mod footer;
mod form;
mod notice;
mod overlay;
mod plain_width;
mod question;
mod queue;
mod replay;
mod sentences;
mod side;
mod start;
mod text_block;
mod theme;
mod timeline_bar;
#[cfg(test)]
mod work_per_key;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::i18n::Lang;
use crate::review::stats::{Chart, Stats};
use crate::session::Session;
use crate::session::state::State;
use crate::tui::model::trouble::Trouble;
use crate::tui::model::{Model, Screen, ScreenMetrics, Target, Theme};

use canvas::Canvas;

/// What a frame showed: for the mouse, and for the model, which scrolls from there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DrawnFrame {
    pub hit_map: HitMap,
    pub metrics: ScreenMetrics,
}

/// What is under each cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HitMap {
    /// Areas with what is in them; later ones lie over earlier ones.
    pub regions: Vec<(Rect, Target)>,
}

impl HitMap {
    /// What is under a cell of the screen.
    pub fn at(&self, column: u16, row: u16) -> Option<&Target> {
        let holds = |area: &Rect| area.contains((column, row).into());
        self.regions.iter().rev().find(|(area, _)| holds(area)).map(|(_, target)| target)
    }
}

/// Draws everything, and puts the terminal's own cursor where letters go: input methods need it there.
pub fn draw(frame: &mut Frame, model: &Model, session: Option<&Session>) -> DrawnFrame {
    let area = frame.area();
    let mut canvas = Canvas::new(frame.buffer_mut(), model.theme, model.lang);
    let ScreenMetrics { top, page, .. } = model.metrics;
    canvas.metrics = ScreenMetrics { top, page, ..ScreenMetrics::default() };
    let for_overlays = match (&model.screen, session) {
        (Screen::Start(start), _) => start::draw(&mut canvas, area, model, start),
        (Screen::Desk(desk), Some(session)) => desk::draw(&mut canvas, area, model, desk, session),
        (Screen::Replay(replay), Some(whole)) => {
            replay::draw(&mut canvas, area, model, replay, whole)
        }
        (Screen::Desk(_) | Screen::Replay(_), None) => None,
    };
    if let Some(area) = for_overlays {
        overlay::draw(&mut canvas, area, model, session);
    }
    let Canvas { buffer, palette, hit_map, metrics, cursor, .. } = canvas;
    if palette.ascii {
        use_ascii_signs(buffer);
    }
    if let Some(position) = cursor.filter(|position| area.contains(*position)) {
        frame.set_cursor_position(position);
    }
    DrawnFrame { hit_map, metrics }
}

/// A trouble in words, for when no screen is left to show it.
pub fn trouble_sentence(lang: Lang, trouble: &Trouble) -> String {
    sentences::trouble(lang, trouble, &State::default())
}

/// Draws one chart of a session's numbers over the whole frame.
pub fn draw_chart(frame: &mut Frame, stats: &Stats, chart: Chart, lang: Lang, theme: Theme) {
    let area = frame.area();
    let mut canvas = Canvas::new(frame.buffer_mut(), theme, lang);
    charts::draw(&mut canvas, area, stats, chart);
    if canvas.palette.ascii {
        use_ascii_signs(canvas.buffer);
    }
}

/// For a terminal or a font that shows none of our signs.
fn use_ascii_signs(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let mut letters = cell.symbol().chars();
        if let (Some(letter), None) = (letters.next(), letters.next())
            && let Some(stand_in) = theme::ascii(letter)
        {
            cell.set_char(stand_in);
        }
    }
}
