//! What the desk does with a table that is imported.

use std::path::Path;
use std::sync::Arc;

use crate::import::planned::{ImportPlan, TimedCommand};
use crate::tui::model::action::Action;
use crate::tui::model::edit::LineField;
use crate::tui::model::overlay::Overlay;
use crate::tui::model::table_import::{TableImport, next_kind, path_typed};
use crate::tui::model::trouble::Trouble;
use crate::tui::model::{Effect, Env};

use super::Desk;

impl Desk {
    /// Carries out an action on the import that is open.
    pub(super) fn act_on_import(&mut self, action: Action, env: &mut Env) -> Vec<Effect> {
        let Some(Overlay::Import(import)) = env.overlays.top_mut() else { return Vec::new() };
        match (&mut **import, action) {
            (TableImport::File { kind, .. }, Action::RowKind) => *kind = next_kind(*kind),
            (TableImport::File { line, kind, .. }, Action::Enter) => {
                let Some(path) = path_typed(&line.text()) else { return Vec::new() };
                let kind = *kind;
                **import = TableImport::Reading { path: path.clone(), kind, rows: 0, expected: 0 };
                return vec![Effect::ReadTable { path, kind }];
            }
            (TableImport::Preview { plan, .. }, Action::Yes) => {
                let plan = Arc::clone(plan);
                if import.can_be_added() {
                    env.overlays.close();
                    return self.submit_table(&plan);
                }
            }
            (_, Action::Back | Action::No) => {
                env.overlays.close();
            }
            _ => {}
        }
        Vec::new()
    }

    fn submit_table(&mut self, plan: &ImportPlan) -> Vec<Effect> {
        let commands: Vec<TimedCommand> = plan.commands().cloned().collect();
        self.send(None, Some(plan.counts()), |ticket| Effect::SubmitTogether { ticket, commands })
    }

    /// So many rows of the table were read.
    pub(in crate::tui::model) fn table_progressed(read: usize, of: usize, env: &mut Env) {
        if let Some(Overlay::Import(import)) = env.overlays.top_mut()
            && let TableImport::Reading { rows, expected, .. } = &mut **import
        {
            (*rows, *expected) = (read, of);
        }
    }

    /// The table was read, or gives none; nothing is done if nobody waits for it any more.
    pub(in crate::tui::model) fn table_planned(
        path: &Path,
        planned: Result<Arc<ImportPlan>, Trouble>,
        env: &mut Env,
    ) {
        let Some(Overlay::Import(import)) = env.overlays.top_mut() else { return };
        let kind = match &**import {
            TableImport::Reading { path: awaited, kind, .. } if awaited == path => *kind,
            _ => return,
        };
        **import = match planned {
            Ok(plan) => TableImport::Preview { path: path.to_owned(), plan, scroll: 0 },
            Err(why) => {
                let line = LineField::new(&path.display().to_string());
                TableImport::File { line, kind, wrong: Some(why) }
            }
        };
    }
}
