//! Themes for questions that have none: groups that were found, worked on, then set in one group of events.

use crate::search::theme_groups::ThemeGroup;
use crate::session::command::Command;
use crate::session::correction::{FieldChange, Reclassification};
use crate::tui::model::action::Action;
use crate::tui::model::overlay::{Confirmation, Overlay, ThemeList};
use crate::tui::model::{Effect, Env};

use super::Desk;

impl Desk {
    /// Opens the list, and has the groups found.
    pub(super) fn suggest_themes(env: &mut Env) -> Vec<Effect> {
        env.overlays.open(Overlay::Themes(ThemeList::default()));
        vec![Effect::GroupThemes]
    }

    /// The groups are there; nothing is done if nobody waits for them any more.
    pub(in crate::tui::model) fn themes_grouped(groups: Vec<ThemeGroup>, env: &mut Env) {
        if let Some(Overlay::Themes(list)) = env.overlays.top_mut() {
            list.groups.get_or_insert(groups);
        }
    }

    pub(super) fn act_on_themes(action: Action, env: &mut Env) {
        let Some(Overlay::Themes(list)) = env.overlays.top_mut() else { return };
        match action {
            Action::Enter if list.renaming.is_some() => list.take_name(),
            Action::Back if list.renaming.is_some() => list.renaming = None,
            Action::RenameTheme => list.rename(),
            Action::JoinTheme => {
                if let Some(above) = list.selected.checked_sub(1) {
                    list.join(above);
                }
            }
            Action::DropTheme => list.drop_selected(),
            Action::Confirm if !list.groups().is_empty() => {
                let (themes, questions) = (list.groups().len(), list.questions());
                let asked = Confirmation::SetThemes { themes, questions };
                env.overlays.open(Overlay::Confirm(asked));
            }
            Action::Back => {
                env.overlays.close();
            }
            _ => {}
        }
    }

    /// Sets the themes, after a yes; a question that was given one meanwhile keeps it.
    pub(in crate::tui::model) fn set_themes(&mut self, env: &mut Env) -> Vec<Effect> {
        let Some(Overlay::Themes(list)) = env.overlays.close() else { return Vec::new() };
        let state = env.session.state();
        let has_none = |number: &_| {
            let question = state.question(*number);
            question.is_some_and(|it| it.theme.is_none() && it.status.ended_by().is_none())
        };
        let set = list.groups().iter().flat_map(|group| {
            let without = group.questions.iter().filter(|number| has_none(number));
            without.map(|number| {
                let theme = FieldChange::Set(group.theme.clone());
                Command::ReclassifyQuestion(Reclassification {
                    theme,
                    ..Reclassification::of(*number)
                })
            })
        });
        let commands: Vec<Command> = set.collect();
        match commands.is_empty() {
            true => Vec::new(),
            false => self.submit(Command::Several(commands), None),
        }
    }
}
