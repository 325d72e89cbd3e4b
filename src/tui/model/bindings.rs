//! The keys: one table from which the footer, the help, the palette and the README are read.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::action::Action;
use super::key::{Code, Key};

/// Where a key means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Wherever no form takes letters.
    Everywhere,
    Start,
    /// The lists of the desk.
    Desk,
    /// The replay of a session.
    Replay,
    /// What is read over the replay: an event whole, what changed, what was corrected.
    Reading,
    /// The charts over the replay.
    Charts,
    /// The reviewer's notes.
    Notes,
    /// A form: its fields take what is not bound.
    Form,
    /// A field of a form that finds things by letters.
    Pick,
    /// A list under a line of letters: palette and search.
    List,
    /// The search for questions: what it shows can be marked.
    Search,
    /// What was asked before.
    Similar,
    /// Themes for questions without one.
    Themes,
    /// The file of a table to be imported.
    Import,
    /// The document to be exported.
    Export,
    /// What a table would add.
    Preview,
    /// A yes or no.
    Dialog,
    /// A yes or no about what cannot be taken back.
    Decision,
    Help,
    /// The list of what has no outcome, before closing.
    Closing,
}

impl Scope {
    pub const ALL: [Self; 20] = [
        Self::Everywhere,
        Self::Start,
        Self::Desk,
        Self::Replay,
        Self::Reading,
        Self::Charts,
        Self::Notes,
        Self::Form,
        Self::Pick,
        Self::List,
        Self::Search,
        Self::Similar,
        Self::Themes,
        Self::Import,
        Self::Export,
        Self::Preview,
        Self::Dialog,
        Self::Decision,
        Self::Help,
        Self::Closing,
    ];

    /// The scopes whose keys apply too, nearest first.
    pub fn chain(self) -> &'static [Self] {
        match self {
            Self::Everywhere => &[Self::Everywhere],
            Self::Start => &[Self::Start, Self::Everywhere],
            Self::Desk => &[Self::Desk, Self::Everywhere],
            Self::Replay => &[Self::Replay, Self::Everywhere],
            Self::Reading => &[Self::Reading, Self::Everywhere],
            Self::Charts => &[Self::Charts, Self::Everywhere],
            Self::Notes => &[Self::Notes, Self::Everywhere],
            Self::Form => &[Self::Form, Self::Everywhere],
            Self::Pick => &[Self::Pick, Self::Form, Self::Everywhere],
            Self::List => &[Self::List, Self::Everywhere],
            Self::Search => &[Self::Search, Self::List, Self::Everywhere],
            Self::Similar => &[Self::Similar, Self::Everywhere],
            Self::Themes => &[Self::Themes, Self::Everywhere],
            Self::Import => &[Self::Import, Self::List, Self::Everywhere],
            Self::Export => &[Self::Export, Self::List, Self::Everywhere],
            Self::Preview => &[Self::Preview, Self::Everywhere],
            Self::Dialog => &[Self::Dialog, Self::Everywhere],
            Self::Decision => &[Self::Decision, Self::Everywhere],
            Self::Help => &[Self::Help, Self::Everywhere],
            Self::Closing => &[Self::Closing, Self::Everywhere],
        }
    }

    /// Whether letters that are not bound are typed into something.
    pub fn takes_letters(self) -> bool {
        matches!(
            self,
            Self::Form | Self::Pick | Self::List | Self::Search | Self::Import | Self::Export
        )
    }
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    pub scope: Scope,
    /// As [`Key`] writes them, the one to show first.
    pub keys: &'static [&'static str],
    pub action: Action,
}

const fn bind(scope: Scope, keys: &'static [&'static str], action: Action) -> Binding {
    Binding { scope, keys, action }
}

/// The figures of a question's number.
const DIGITS: &[&str] = &["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"];

/// Every key of the program.
pub const BINDINGS: &[Binding] = &[
    bind(Scope::Everywhere, &["F1"], Action::Help),
    bind(Scope::Everywhere, &["F2"], Action::Telex),
    bind(Scope::Everywhere, &["F3"], Action::Language),
    bind(Scope::Everywhere, &["F4"], Action::Theme),
    bind(Scope::Everywhere, &["Ctrl+L"], Action::Redraw),
    //
    bind(Scope::Start, &["↑"], Action::Up),
    bind(Scope::Start, &["↓"], Action::Down),
    bind(Scope::Start, &["PgUp"], Action::PageUp),
    bind(Scope::Start, &["PgDn"], Action::PageDown),
    bind(Scope::Start, &["Home"], Action::First),
    bind(Scope::Start, &["End"], Action::Last),
    bind(Scope::Start, &["Enter", "→"], Action::OpenSession),
    bind(Scope::Start, &["n"], Action::NewSession),
    bind(Scope::Start, &["w"], Action::WatchSession),
    bind(Scope::Start, &["v"], Action::ReplaySession),
    bind(Scope::Start, &["i"], Action::Import),
    bind(Scope::Start, &["x"], Action::Export),
    bind(Scope::Start, &["R"], Action::Refresh),
    bind(Scope::Start, &["?"], Action::Help),
    bind(Scope::Start, &["Ctrl+Z"], Action::Suspend),
    bind(Scope::Start, &["q", "Esc"], Action::Quit),
    //
    bind(Scope::Desk, &["Enter"], Action::NaturalStep),
    bind(Scope::Desk, &["n"], Action::NewQuestion),
    bind(Scope::Desk, &["r"], Action::Route),
    bind(Scope::Desk, &["c"], Action::Call),
    bind(Scope::Desk, &["a"], Action::Answer),
    bind(Scope::Desk, &["d"], Action::Defer),
    bind(Scope::Desk, &["t"], Action::Task),
    bind(Scope::Desk, &["s"], Action::Statement),
    bind(Scope::Desk, &["k"], Action::Conclusion),
    bind(Scope::Desk, &["u"], Action::Undo),
    bind(Scope::Desk, &["U"], Action::Redo),
    bind(Scope::Desk, &["z"], Action::UndoHere),
    bind(Scope::Desk, &["Space"], Action::NextToDo),
    bind(Scope::Desk, DIGITS, Action::TypeNumber),
    bind(Scope::Desk, &["v"], Action::Mark),
    bind(Scope::Desk, &["V"], Action::MarkRange),
    bind(Scope::Desk, &["*"], Action::MarkAll),
    bind(Scope::Desk, &["/"], Action::Search),
    bind(Scope::Desk, &[":", "Ctrl+P"], Action::Palette),
    bind(Scope::Desk, &["?"], Action::Help),
    bind(Scope::Desk, &["h"], Action::FollowUp),
    bind(Scope::Desk, &["e"], Action::EditQuestion),
    bind(Scope::Desk, &["E"], Action::NameAsker),
    bind(Scope::Desk, &["K"], Action::CorrectStatement),
    bind(Scope::Desk, &["T"], Action::CorrectTask),
    bind(Scope::Desk, &["O"], Action::CorrectResponder),
    bind(Scope::Desk, &["I"], Action::CorrectSession),
    bind(Scope::Desk, &["A"], Action::AmendAnswer),
    bind(Scope::Desk, &["y", "Ctrl+G"], Action::Similar),
    bind(Scope::Desk, &["m"], Action::Merge),
    bind(Scope::Desk, &["M"], Action::Unmerge),
    bind(Scope::Desk, &["S"], Action::Split),
    bind(Scope::Desk, &["f"], Action::Refer),
    bind(Scope::Desk, &["x"], Action::Decline),
    bind(Scope::Desk, &["w"], Action::Withdraw),
    bind(Scope::Desk, &["g"], Action::ProgressTask),
    bind(Scope::Desk, &["o"], Action::AddResponder),
    bind(Scope::Desk, &["Shift+↑", "<"], Action::MoveUp),
    bind(Scope::Desk, &["Shift+↓", ">"], Action::MoveDown),
    bind(Scope::Desk, &["Shift+Home", "^"], Action::MoveToTop),
    bind(Scope::Desk, &["p"], Action::PauseOrResume),
    bind(Scope::Desk, &["C"], Action::CloseOrReopen),
    bind(Scope::Desk, &["b"], Action::WriteTranscript),
    bind(Scope::Desk, &["F6"], Action::MoveRecord),
    bind(Scope::Desk, &["F7"], Action::AddCopy),
    bind(Scope::Desk, &["F8"], Action::Import),
    bind(Scope::Desk, &["F9"], Action::Export),
    bind(Scope::Desk, &["G"], Action::SuggestThemes),
    bind(Scope::Desk, &["D"], Action::Drafts),
    bind(Scope::Desk, &["Ctrl+O"], Action::ContinueDraft),
    bind(Scope::Desk, &["↑"], Action::Up),
    bind(Scope::Desk, &["↓"], Action::Down),
    bind(Scope::Desk, &["PgUp"], Action::PageUp),
    bind(Scope::Desk, &["PgDn"], Action::PageDown),
    bind(Scope::Desk, &["Home"], Action::First),
    bind(Scope::Desk, &["End"], Action::Last),
    bind(Scope::Desk, &["Tab"], Action::NextPane),
    bind(Scope::Desk, &["Shift+Tab"], Action::PreviousPane),
    bind(Scope::Desk, &["→"], Action::Enter),
    bind(Scope::Desk, &["←", "Esc"], Action::Back),
    bind(Scope::Desk, &["Ctrl+Z"], Action::Suspend),
    bind(Scope::Desk, &["q"], Action::Quit),
    //
    bind(Scope::Replay, &["Space"], Action::Play),
    bind(Scope::Replay, &["←"], Action::StepBack),
    bind(Scope::Replay, &["→"], Action::StepOn),
    bind(Scope::Replay, &["["], Action::PreviousQuestion),
    bind(Scope::Replay, &["]"], Action::NextQuestion),
    bind(Scope::Replay, &["+", "="], Action::Faster),
    bind(Scope::Replay, &["-"], Action::Slower),
    bind(Scope::Replay, &["."], Action::LongerIdle),
    bind(Scope::Replay, &[","], Action::ShorterIdle),
    bind(Scope::Replay, &["Home"], Action::FirstMoment),
    bind(Scope::Replay, &["End"], Action::LastMoment),
    bind(Scope::Replay, &["g"], Action::GoTo),
    bind(Scope::Replay, &["Enter"], Action::GoThere),
    bind(Scope::Replay, &["n"], Action::NextAnswer),
    bind(Scope::Replay, &["N"], Action::PreviousAnswer),
    bind(Scope::Replay, &["d"], Action::NextDeferral),
    bind(Scope::Replay, &["D"], Action::PreviousDeferral),
    bind(Scope::Replay, &["t"], Action::NextTask),
    bind(Scope::Replay, &["T"], Action::PreviousTask),
    bind(Scope::Replay, &["/"], Action::Search),
    bind(Scope::Replay, &["f"], Action::Filter),
    bind(Scope::Replay, &["a"], Action::MarkA),
    bind(Scope::Replay, &["b"], Action::MarkB),
    bind(Scope::Replay, &["c"], Action::Compare),
    bind(Scope::Replay, &["x"], Action::Corrections),
    bind(Scope::Replay, &["v"], Action::ReadEvent),
    bind(Scope::Replay, &["s"], Action::Charts),
    bind(Scope::Replay, &["i"], Action::WriteNote),
    bind(Scope::Replay, &["l"], Action::Notes),
    bind(Scope::Replay, &["↑"], Action::Up),
    bind(Scope::Replay, &["↓"], Action::Down),
    bind(Scope::Replay, &["PgUp"], Action::PageUp),
    bind(Scope::Replay, &["PgDn"], Action::PageDown),
    bind(Scope::Replay, &["Tab"], Action::NextPane),
    bind(Scope::Replay, &["Shift+Tab"], Action::PreviousPane),
    bind(Scope::Replay, &["Esc"], Action::Back),
    bind(Scope::Replay, &[":", "Ctrl+P"], Action::Palette),
    bind(Scope::Replay, &["?"], Action::Help),
    bind(Scope::Replay, &["Ctrl+Z"], Action::Suspend),
    bind(Scope::Replay, &["q"], Action::Quit),
    //
    bind(Scope::Reading, &["↑"], Action::Up),
    bind(Scope::Reading, &["↓"], Action::Down),
    bind(Scope::Reading, &["PgUp"], Action::PageUp),
    bind(Scope::Reading, &["PgDn"], Action::PageDown),
    bind(Scope::Reading, &["Home"], Action::First),
    bind(Scope::Reading, &["End"], Action::Last),
    bind(Scope::Reading, &["Enter"], Action::GoThere),
    bind(Scope::Reading, &["Esc", "q"], Action::Back),
    //
    bind(Scope::Charts, &["w"], Action::ChartSpan),
    bind(Scope::Charts, &["Enter"], Action::OneChart),
    bind(Scope::Charts, &["←", "Shift+Tab"], Action::PreviousPane),
    bind(Scope::Charts, &["→", "Tab"], Action::NextPane),
    bind(Scope::Charts, &["↑"], Action::Up),
    bind(Scope::Charts, &["↓"], Action::Down),
    bind(Scope::Charts, &["PgUp"], Action::PageUp),
    bind(Scope::Charts, &["PgDn"], Action::PageDown),
    bind(Scope::Charts, &["Home"], Action::First),
    bind(Scope::Charts, &["End"], Action::Last),
    bind(Scope::Charts, &["Esc", "q"], Action::Back),
    //
    bind(Scope::Notes, &["↑"], Action::Up),
    bind(Scope::Notes, &["↓"], Action::Down),
    bind(Scope::Notes, &["PgUp"], Action::PageUp),
    bind(Scope::Notes, &["PgDn"], Action::PageDown),
    bind(Scope::Notes, &["Enter"], Action::GoThere),
    bind(Scope::Notes, &["i"], Action::WriteNote),
    bind(Scope::Notes, &["e"], Action::EditNote),
    bind(Scope::Notes, &["Ctrl+D"], Action::Discard),
    bind(Scope::Notes, &["Esc", "q"], Action::Back),
    //
    bind(Scope::Form, &["Ctrl+S"], Action::Confirm),
    bind(Scope::Form, &["Ctrl+R", "Ctrl+Enter"], Action::ConfirmAndRoute),
    bind(Scope::Form, &["Esc"], Action::PutAside),
    bind(Scope::Form, &["Tab"], Action::NextField),
    bind(Scope::Form, &["Shift+Tab"], Action::PreviousField),
    bind(Scope::Form, &["Ctrl+N"], Action::NewQuestion),
    bind(Scope::Form, &["Ctrl+T"], Action::Task),
    bind(Scope::Form, &["Ctrl+O"], Action::ContinueDraft),
    bind(Scope::Form, &["Ctrl+D"], Action::Discard),
    bind(Scope::Form, &["Ctrl+G"], Action::Similar),
    bind(Scope::Form, &["Ctrl+E"], Action::Split),
    //
    bind(Scope::Pick, &["Enter"], Action::PickLead),
    bind(Scope::Pick, &["+"], Action::PickSupport),
    bind(Scope::Pick, &["↑"], Action::Up),
    bind(Scope::Pick, &["↓"], Action::Down),
    //
    bind(Scope::List, &["Enter"], Action::Enter),
    bind(Scope::List, &["↑"], Action::Up),
    bind(Scope::List, &["↓"], Action::Down),
    bind(Scope::List, &["PgUp"], Action::PageUp),
    bind(Scope::List, &["PgDn"], Action::PageDown),
    bind(Scope::List, &["Esc"], Action::Back),
    //
    bind(Scope::Search, &["*"], Action::MarkAll),
    //
    bind(Scope::Similar, &["↑"], Action::Up),
    bind(Scope::Similar, &["↓"], Action::Down),
    bind(Scope::Similar, &["PgUp"], Action::PageUp),
    bind(Scope::Similar, &["PgDn"], Action::PageDown),
    bind(Scope::Similar, &["Home"], Action::First),
    bind(Scope::Similar, &["End"], Action::Last),
    bind(Scope::Similar, &["Enter", "→"], Action::Enter),
    bind(Scope::Similar, &["m"], Action::Merge),
    bind(Scope::Similar, &["h"], Action::FollowUp),
    bind(Scope::Similar, &["Esc", "q", "←"], Action::Back),
    //
    bind(Scope::Themes, &["↑"], Action::Up),
    bind(Scope::Themes, &["↓"], Action::Down),
    bind(Scope::Themes, &["PgUp"], Action::PageUp),
    bind(Scope::Themes, &["PgDn"], Action::PageDown),
    bind(Scope::Themes, &["Home"], Action::First),
    bind(Scope::Themes, &["End"], Action::Last),
    bind(Scope::Themes, &["e", "Enter"], Action::RenameTheme),
    bind(Scope::Themes, &["j"], Action::JoinTheme),
    bind(Scope::Themes, &["x"], Action::DropTheme),
    bind(Scope::Themes, &["Ctrl+S"], Action::Confirm),
    bind(Scope::Themes, &["Esc", "q"], Action::Back),
    //
    bind(Scope::Import, &["Tab"], Action::RowKind),
    //
    bind(Scope::Export, &["Tab"], Action::PaperFormat),
    bind(Scope::Export, &["Shift+Tab"], Action::PublicEdition),
    //
    bind(Scope::Preview, &["y", "c"], Action::Yes),
    bind(Scope::Preview, &["n", "k", "Esc"], Action::No),
    bind(Scope::Preview, &["↑"], Action::Up),
    bind(Scope::Preview, &["↓"], Action::Down),
    bind(Scope::Preview, &["PgUp"], Action::PageUp),
    bind(Scope::Preview, &["PgDn"], Action::PageDown),
    bind(Scope::Preview, &["Home"], Action::First),
    bind(Scope::Preview, &["End"], Action::Last),
    //
    bind(Scope::Dialog, &["y", "c", "Enter"], Action::Yes),
    bind(Scope::Dialog, &["n", "k", "Esc"], Action::No),
    bind(Scope::Dialog, &["↑"], Action::Up),
    bind(Scope::Dialog, &["↓"], Action::Down),
    bind(Scope::Dialog, &["Ctrl+D"], Action::Discard),
    //
    bind(Scope::Decision, &["y", "c"], Action::Yes),
    bind(Scope::Decision, &["n", "k", "Esc"], Action::No),
    //
    bind(Scope::Help, &["↑"], Action::Up),
    bind(Scope::Help, &["↓"], Action::Down),
    bind(Scope::Help, &["PgUp"], Action::PageUp),
    bind(Scope::Help, &["PgDn"], Action::PageDown),
    bind(Scope::Help, &["Home"], Action::First),
    bind(Scope::Help, &["End"], Action::Last),
    bind(Scope::Help, &["Esc", "q", "?", "Enter"], Action::Back),
    //
    bind(Scope::Closing, &["↑"], Action::Up),
    bind(Scope::Closing, &["↓"], Action::Down),
    bind(Scope::Closing, &["PgUp"], Action::PageUp),
    bind(Scope::Closing, &["PgDn"], Action::PageDown),
    bind(Scope::Closing, &["Enter"], Action::Enter),
    bind(Scope::Closing, &["v"], Action::Mark),
    bind(Scope::Closing, &["*"], Action::MarkAll),
    bind(Scope::Closing, &["d"], Action::Defer),
    bind(Scope::Closing, &["f"], Action::Refer),
    bind(Scope::Closing, &["x"], Action::Decline),
    bind(Scope::Closing, &["w"], Action::Withdraw),
    bind(Scope::Closing, &["u"], Action::Undo),
    bind(Scope::Closing, &["Ctrl+D"], Action::Discard),
    bind(Scope::Closing, &["Ctrl+S"], Action::Confirm),
    bind(Scope::Closing, &["Esc", "q"], Action::Back),
];

/// What a key means in a scope. Where letters are not typed, a letter made by an input method that is
/// still on means the letter it was made from.
pub fn lookup(scope: Scope, key: Key) -> Option<Action> {
    let find = |key: Key| scope.chain().iter().find_map(|scope| in_scope(*scope, key));
    find(key).or_else(|| {
        let plain = (!scope.takes_letters()).then(|| key.plain_letter()).flatten()?;
        find(Key::plain(Code::Char(plain)))
    })
}

fn in_scope(scope: Scope, key: Key) -> Option<Action> {
    static READ: LazyLock<HashMap<(Scope, Key), Action>> = LazyLock::new(|| {
        let keys = |row: &'static Binding| row.keys.iter().map(move |name| (row, *name));
        let named = BINDINGS.iter().flat_map(keys);
        named.filter_map(|(row, name)| Some(((row.scope, Key::parse(name)?), row.action))).collect()
    });
    READ.get(&(scope, key)).copied()
}

/// The key to show for an action in a scope.
pub fn key_for(scope: Scope, action: Action) -> Option<&'static str> {
    scope.chain().iter().find_map(|scope| {
        let row = BINDINGS.iter().find(|row| row.scope == *scope && row.action == action)?;
        row.keys.first().copied()
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{BINDINGS, Scope, lookup};
    use crate::tui::model::action::Action;
    use crate::tui::model::key::{Code, Key};

    #[test]
    fn no_key_is_bound_twice_in_one_scope_or_in_the_scopes_behind_it() {
        for scope in Scope::ALL {
            let mut seen = BTreeSet::new();
            let chain = scope.chain();
            for binding in BINDINGS.iter().filter(|binding| chain.contains(&binding.scope)) {
                for key in binding.keys {
                    assert!(seen.insert(*key), "{key} is bound twice in {scope:?}");
                }
            }
        }
    }

    #[test]
    fn every_key_of_the_table_can_be_read() {
        for binding in BINDINGS {
            for key in binding.keys {
                let parsed = Key::parse(key).unwrap_or_else(|| panic!("{key} is no key"));
                assert!(lookup(binding.scope, parsed).is_some());
            }
        }
    }

    #[test]
    fn a_letter_made_by_an_input_method_still_means_its_command_outside_forms() {
        assert_eq!(lookup(Scope::Desk, Key::plain(Code::Char('đ'))), Some(Action::Defer));
        assert_eq!(lookup(Scope::Desk, Key::plain(Code::Char('ư'))), Some(Action::Withdraw));
        assert_eq!(lookup(Scope::Form, Key::plain(Code::Char('đ'))), None);
    }
}
