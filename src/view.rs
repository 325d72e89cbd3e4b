//! The glass: stub until the view lands.
pub struct Glass {
    pub top: usize,
    pub page: usize,
    pub scroll_limit: usize,
}
impl Default for Glass {
    fn default() -> Self {
        Glass { top: 0, page: 0, scroll_limit: 0 }
    }
}
impl Glass {
    pub fn at(&self, _: u16, _: u16) -> Option<&crate::app::Target> {
        None
    }
}
pub fn draw(
    _: &mut ratatui::Frame,
    _: &crate::app::App,
    _: Option<&crate::session::Session>,
) -> Glass {
    Glass::default()
}
