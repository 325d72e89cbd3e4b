//! What the keys do with an export, and what becomes of its document.

use crate::export::PaperRequest;
use crate::tui::model::action::Action;
use crate::tui::model::paper_export::{ExportProgress, PaperDone, PaperOrder};
use crate::tui::model::trouble::Trouble;
use crate::tui::model::{Effect, Model, Screen};

use super::Overlay;

impl Model {
    /// Carries out an action on the export that is open; moving and typing are done already.
    pub(in crate::tui::model) fn act_on_export(&mut self, action: Action) -> Vec<Effect> {
        let Some(Overlay::Export(export)) = self.overlays.top_mut() else { return Vec::new() };
        match (&export.progress, action) {
            (ExportProgress::Choosing { .. }, Action::PaperFormat) => export.next_format(),
            (ExportProgress::Choosing { .. }, Action::PublicEdition) => {
                export.is_public = !export.is_public;
            }
            (ExportProgress::Choosing { .. }, Action::Enter) => {
                export.progress = ExportProgress::Writing { kib: 0 };
                return vec![Effect::WritePaper(export.order())];
            }
            (ExportProgress::Writing { .. }, Action::Back) => {
                self.overlays.close();
                return vec![Effect::CancelPaper];
            }
            (ExportProgress::Choosing { .. }, Action::Back)
            | (ExportProgress::Done { .. }, Action::Enter | Action::Back) => {
                self.overlays.close();
            }
            _ => {}
        }
        Vec::new()
    }

    /// So many KiB of the document are written.
    pub(in crate::tui::model) fn paper_progressed(&mut self, written: usize) {
        if let Some(Overlay::Export(export)) = self.overlays.top_mut()
            && let ExportProgress::Writing { kib } = &mut export.progress
        {
            *kib = written;
        }
    }

    /// A document was written, or not: the export that waits for it tells, else the desk.
    pub(in crate::tui::model) fn paper_written(
        &mut self,
        order: &PaperOrder,
        done: Result<PaperDone, Trouble>,
    ) {
        let is_transcript = order.request == PaperRequest::Transcript;
        for overlay in self.overlays.iter_mut() {
            match (overlay, &done) {
                (Overlay::Export(export), _)
                    if matches!(export.progress, ExportProgress::Writing { .. })
                        && order.place.is_some() =>
                {
                    export.progress = match done {
                        Ok(PaperDone { place, documents }) => {
                            ExportProgress::Done { place, documents }
                        }
                        Err(why) => ExportProgress::Choosing { wrong: Some(why) },
                    };
                    return;
                }
                (Overlay::Closed { transcript }, Ok(done)) if is_transcript => {
                    *transcript = Some(done.place.display().to_string());
                }
                _ => {}
            }
        }
        if let Screen::Desk(desk) = &mut self.screen {
            desk.paper_written(done);
        }
    }
}
