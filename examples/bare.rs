//! The floor of the measurements: a bare ratatui list with nothing behind it.

use crossterm::event::{Event, KeyCode, read};
use ratatui::widgets::{List, ListState};

fn main() -> std::io::Result<()> {
    let rows: Vec<String> = (1..=100).map(|number| format!("row {number}")).collect();
    let mut terminal = ratatui::init();
    let mut state = ListState::default().with_selected(Some(0));
    loop {
        let list = List::new(rows.iter().map(String::as_str)).highlight_symbol("> ");
        terminal.draw(|frame| frame.render_stateful_widget(list, frame.area(), &mut state))?;
        if let Event::Key(key) = read()? {
            match key.code {
                KeyCode::Down => state.select_next(),
                KeyCode::Up => state.select_previous(),
                KeyCode::Char('q') => break,
                _ => {}
            }
        }
    }
    ratatui::restore();
    Ok(())
}
