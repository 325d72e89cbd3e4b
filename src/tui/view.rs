//! The glass: the session and the desk drawn. Nouns only: it changes nothing and knows no clock.

mod bar;
mod charts;
mod desk;
mod floor;
mod footer;
mod form;
mod leaf;
mod letters;
mod notice;
mod overlay;
mod pen;
mod question;
mod queue;
mod replay;
mod side;
mod start;
mod theme;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::i18n::Lang;
use crate::review::stats::{Chart, Stats};
use crate::session::Session;
use crate::tui::model::{App, Screen, Seen, Target, Theme};

use pen::Pen;
use theme::Palette;

/// What was drawn: for the mouse, and for the next scrolling.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Glass {
    /// What stands where; later ones lie over earlier ones.
    pub regions: Vec<(Rect, Target)>,
    pub seen: Seen,
}

impl Glass {
    /// What stands under a cell of the screen.
    pub fn at(&self, column: u16, row: u16) -> Option<&Target> {
        let holds = |area: &Rect| area.contains((column, row).into());
        self.regions.iter().rev().find(|(area, _)| holds(area)).map(|(_, target)| target)
    }
}

/// Draws everything, and puts the terminal's own cursor where letters go: input methods need it there.
pub fn draw(frame: &mut Frame, app: &App, session: Option<&Session>) -> Glass {
    let area = frame.area();
    let mut pen = Pen {
        buffer: frame.buffer_mut(),
        palette: Palette::of(app.theme),
        lang: app.lang,
        glass: Glass::default(),
        cursor: None,
    };
    match (&app.screen, session) {
        (Screen::Start(start), _) => start::draw(&mut pen, area, app, start),
        (Screen::Desk(desk), Some(session)) => desk::draw(&mut pen, area, app, desk, session),
        (Screen::Replay(film), Some(whole)) => replay::draw(&mut pen, area, app, film, whole),
        (Screen::Desk(_) | Screen::Replay(_), None) => {}
    }
    let Pen { buffer, palette, glass, cursor, .. } = pen;
    if palette.plain {
        use_ascii_signs(buffer);
    }
    if let Some(position) = cursor.filter(|position| area.contains(*position)) {
        frame.set_cursor_position(position);
    }
    glass
}

/// Draws one chart of a session's numbers over the whole frame.
pub fn draw_chart(frame: &mut Frame, stats: &Stats, chart: Chart, lang: Lang, theme: Theme) {
    let area = frame.area();
    let palette = Palette::of(theme);
    let (buffer, glass) = (frame.buffer_mut(), Glass::default());
    let mut pen = Pen { buffer, palette, lang, glass, cursor: None };
    charts::draw(&mut pen, area, stats, chart);
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
