//! Lists of what the search in the background found, worked on by a person.

use crate::search::advice::SimilarEntry;
use crate::search::theme_groups::ThemeGroup;
use crate::session::number::QuestionNo;
use crate::tui::model::edit::LineField;

/// Questions like the one that is typed or chosen, as they were found.
#[derive(Clone, Debug)]
pub struct SimilarList {
    /// The question they are like; `None` for one that is being typed.
    pub question: Option<QuestionNo>,
    /// `None` while they are awaited.
    pub entries: Option<Vec<SimilarEntry>>,
    pub selected: usize,
    /// The first line shown of the selected one, while it is read whole.
    pub reading: Option<usize>,
}

impl SimilarList {
    pub fn selected_entry(&self) -> Option<&SimilarEntry> {
        self.entries.as_ref()?.get(self.selected)
    }

    /// The selected one, where it is of this session.
    pub fn selected_here(&self) -> Option<QuestionNo> {
        match self.selected_entry()? {
            SimilarEntry::Here(number) => Some(*number),
            SimilarEntry::Earlier(_) => None,
        }
    }
}

/// Groups of questions that may be given one theme.
#[derive(Clone, Debug, Default)]
pub struct ThemeList {
    /// `None` while they are awaited.
    pub groups: Option<Vec<ThemeGroup>>,
    pub selected: usize,
    /// The name being typed for the selected group.
    pub renaming: Option<LineField>,
}

impl ThemeList {
    pub fn groups(&self) -> &[ThemeGroup] {
        self.groups.as_deref().unwrap_or_default()
    }

    /// How many questions there are in all groups.
    pub fn questions(&self) -> usize {
        self.groups().iter().map(|group| group.questions.len()).sum()
    }

    /// Begins to type another name for the selected group.
    pub fn rename(&mut self) {
        let theme = self.groups().get(self.selected).map(|group| LineField::carried(&group.theme));
        self.renaming = theme;
    }

    /// Takes the name that was typed; the group joins another of that name.
    pub fn take_name(&mut self) {
        let Some(line) = self.renaming.take() else { return };
        let (typed, selected) = (line.text().trim().to_owned(), self.selected);
        if typed.is_empty() {
            return;
        }
        let named = self.groups().iter().position(|group| group.theme == typed);
        match named.filter(|place| *place != selected) {
            Some(place) => self.join(place),
            None => {
                if let Some(group) = self.groups.as_mut().and_then(|it| it.get_mut(selected)) {
                    group.theme = typed;
                }
            }
        }
    }

    /// Puts the questions of the selected group into the group at the place.
    pub fn join(&mut self, into: usize) {
        let selected = self.selected;
        let Some(groups) = &mut self.groups else { return };
        if into == selected || into >= groups.len() || selected >= groups.len() {
            return;
        }
        let joined = groups.remove(selected);
        let into = if into > selected { into - 1 } else { into };
        if let Some(group) = groups.get_mut(into) {
            group.questions.extend(joined.questions);
            group.questions.sort_unstable();
        }
        self.selected = into;
    }

    /// Leaves the questions of the selected group without a theme.
    pub fn drop_selected(&mut self) {
        let selected = self.selected;
        if let Some(groups) = self.groups.as_mut().filter(|groups| selected < groups.len()) {
            groups.remove(selected);
            self.selected = selected.min(groups.len().saturating_sub(1));
        }
    }
}
