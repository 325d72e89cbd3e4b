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

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::i18n::Lang;
use crate::review::stats::{Chart, Stats};
use crate::session::Session;
use crate::tui::model::{Model, Screen, ScreenMetrics, Target, Theme};

use canvas::Canvas;
use theme::Palette;

/// What was drawn: for the mouse, and for the next scrolling.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HitMap {
    /// What stands where; later ones lie over earlier ones.
    pub regions: Vec<(Rect, Target)>,
    pub seen: ScreenMetrics,
}

impl HitMap {
    /// What stands under a cell of the screen.
    pub fn at(&self, column: u16, row: u16) -> Option<&Target> {
        let holds = |area: &Rect| area.contains((column, row).into());
        self.regions.iter().rev().find(|(area, _)| holds(area)).map(|(_, target)| target)
    }
}

/// Draws everything, and puts the terminal's own cursor where letters go: input methods need it there.
pub fn draw(frame: &mut Frame, app: &Model, session: Option<&Session>) -> HitMap {
    let area = frame.area();
    let mut canvas = Canvas {
        buffer: frame.buffer_mut(),
        palette: Palette::of(app.theme),
        lang: app.lang,
        hit_map: HitMap::default(),
        cursor: None,
    };
    match (&app.screen, session) {
        (Screen::Start(start), _) => start::draw(&mut canvas, area, app, start),
        (Screen::Desk(desk), Some(session)) => desk::draw(&mut canvas, area, app, desk, session),
        (Screen::Replay(replay), Some(whole)) => {
            replay::draw(&mut canvas, area, app, replay, whole);
        }
        (Screen::Desk(_) | Screen::Replay(_), None) => {}
    }
    let Canvas { buffer, palette, hit_map, cursor, .. } = canvas;
    if palette.plain {
        use_ascii_signs(buffer);
    }
    if let Some(position) = cursor.filter(|position| area.contains(*position)) {
        frame.set_cursor_position(position);
    }
    hit_map
}

/// Draws one chart of a session's numbers over the whole frame.
pub fn draw_chart(frame: &mut Frame, stats: &Stats, chart: Chart, lang: Lang, theme: Theme) {
    let area = frame.area();
    let palette = Palette::of(theme);
    let (buffer, hit_map) = (frame.buffer_mut(), HitMap::default());
    let mut canvas = Canvas { buffer, palette, lang, hit_map, cursor: None };
    charts::draw(&mut canvas, area, stats, chart);
    if palette.plain {
        use_ascii_signs(frame.buffer_mut());
    }
}

/// A terminal that shows no colour may show no sign of ours either.
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
