//! What a key can mean, whatever key it is bound to.

mod names;

/// One action the person can ask of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    // moving about
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    NextPane,
    PreviousPane,
    /// Opens the chosen thing where one pane shows.
    Enter,
    Back,
    /// Chooses the question that needs doing next.
    NextToDo,
    /// Marks the chosen question, to be dealt with together with others.
    Mark,
    /// Marks all from the last marked to the chosen one.
    MarkRange,
    /// Marks everything that a list shows.
    MarkAll,
    /// Types a figure of the number of a question, to go to it.
    TypeNumber,
    // the dialogue
    NaturalStep,
    NewQuestion,
    FollowUp,
    Route,
    Call,
    Answer,
    Defer,
    Refer,
    Decline,
    Withdraw,
    Merge,
    Unmerge,
    Split,
    EditQuestion,
    AmendAnswer,
    /// Names the asker of a question, or corrects who it was.
    NameAsker,
    /// The chosen statement or conclusion.
    CorrectStatement,
    CorrectTask,
    CorrectResponder,
    CorrectSession,
    AddResponder,
    Statement,
    Conclusion,
    Task,
    ProgressTask,
    MoveUp,
    MoveDown,
    MoveToTop,
    Undo,
    UndoHere,
    Redo,
    PauseOrResume,
    CloseOrReopen,
    WriteTranscript,
    /// Lets the record go on in a folder that is named.
    MoveRecord,
    /// Keeps one more copy in a folder that is named.
    AddCopy,
    /// Adds the rows of a table.
    Import,
    /// Changes what the rows of the table are.
    RowKind,
    /// Exports a document.
    Export,
    /// Changes the format of the document.
    PaperFormat,
    /// Changes between the full edition of the document and the public one.
    PublicEdition,
    /// Lists what was typed and not yet recorded, to be reopened.
    Drafts,
    // the replay
    Play,
    Faster,
    Slower,
    LongerIdle,
    ShorterIdle,
    StepBack,
    StepOn,
    PreviousQuestion,
    NextQuestion,
    PreviousAnswer,
    NextAnswer,
    PreviousDeferral,
    NextDeferral,
    PreviousTask,
    NextTask,
    FirstMoment,
    LastMoment,
    GoTo,
    /// Goes to where the chosen question came to the floor, or to what a list points at.
    GoThere,
    MarkA,
    MarkB,
    Compare,
    Corrections,
    /// Read the event at the position whole.
    ReadEvent,
    Charts,
    /// Charts of the moment looked at, or of the whole session.
    ChartSpan,
    /// One chart over the whole window, or all of them.
    OneChart,
    Filter,
    WriteNote,
    EditNote,
    Notes,
    // the program
    /// Questions like this one, with what was said to them.
    Similar,
    /// Groups questions without a theme.
    SuggestThemes,
    RenameTheme,
    /// Joins the group of questions to the one above.
    JoinTheme,
    /// Leaves the group without a theme.
    DropTheme,
    Search,
    Palette,
    Help,
    Telex,
    /// Clears and redraws the whole screen, in case another program wrote on it.
    Redraw,
    Language,
    Theme,
    Suspend,
    Quit,
    // forms
    NextField,
    PreviousField,
    Confirm,
    ConfirmAndRoute,
    PutAside,
    /// Takes the draft kept of this form into it.
    ContinueDraft,
    Discard,
    // lists inside forms
    PickLead,
    PickSupport,
    // dialogs
    Yes,
    No,
    // the start screen
    NewSession,
    OpenSession,
    ReplaySession,
    WatchSession,
    Refresh,
}

impl Action {
    /// Whether it can be done to several questions at once.
    pub fn takes_several(self) -> bool {
        matches!(
            self,
            Self::Route | Self::Defer | Self::Refer | Self::Decline | Self::Withdraw | Self::Merge
        )
    }

    /// Whether it records something, at once or by the form it opens.
    #[expect(clippy::too_many_lines, reason = "one line for each action, none forgotten")]
    pub fn records(self) -> bool {
        match self {
            Self::NewQuestion
            | Self::FollowUp
            | Self::Route
            | Self::Call
            | Self::Answer
            | Self::Defer
            | Self::Refer
            | Self::Decline
            | Self::Withdraw
            | Self::Merge
            | Self::Unmerge
            | Self::Split
            | Self::EditQuestion
            | Self::AmendAnswer
            | Self::NameAsker
            | Self::CorrectStatement
            | Self::CorrectTask
            | Self::CorrectResponder
            | Self::CorrectSession
            | Self::AddResponder
            | Self::Statement
            | Self::Conclusion
            | Self::Task
            | Self::ProgressTask
            | Self::MoveUp
            | Self::MoveDown
            | Self::MoveToTop
            | Self::Undo
            | Self::UndoHere
            | Self::Redo
            | Self::PauseOrResume
            | Self::CloseOrReopen => true,
            Self::Up
            | Self::Down
            | Self::PageUp
            | Self::PageDown
            | Self::First
            | Self::Last
            | Self::NextPane
            | Self::PreviousPane
            | Self::Enter
            | Self::Back
            | Self::NextToDo
            | Self::TypeNumber
            | Self::Mark
            | Self::MarkRange
            | Self::MarkAll
            | Self::NaturalStep
            | Self::WriteTranscript
            | Self::MoveRecord
            | Self::AddCopy
            | Self::Import
            | Self::RowKind
            | Self::Export
            | Self::PaperFormat
            | Self::PublicEdition
            | Self::Drafts
            | Self::Play
            | Self::Faster
            | Self::Slower
            | Self::LongerIdle
            | Self::ShorterIdle
            | Self::StepBack
            | Self::StepOn
            | Self::PreviousQuestion
            | Self::NextQuestion
            | Self::PreviousAnswer
            | Self::NextAnswer
            | Self::PreviousDeferral
            | Self::NextDeferral
            | Self::PreviousTask
            | Self::NextTask
            | Self::FirstMoment
            | Self::LastMoment
            | Self::GoTo
            | Self::GoThere
            | Self::MarkA
            | Self::MarkB
            | Self::Compare
            | Self::Corrections
            | Self::ReadEvent
            | Self::Charts
            | Self::ChartSpan
            | Self::OneChart
            | Self::Filter
            | Self::WriteNote
            | Self::EditNote
            | Self::Notes
            | Self::Similar
            | Self::SuggestThemes
            | Self::RenameTheme
            | Self::JoinTheme
            | Self::DropTheme
            | Self::Search
            | Self::Palette
            | Self::Help
            | Self::Telex
            | Self::Redraw
            | Self::Language
            | Self::Theme
            | Self::Suspend
            | Self::Quit
            | Self::NextField
            | Self::PreviousField
            | Self::Confirm
            | Self::ConfirmAndRoute
            | Self::PutAside
            | Self::ContinueDraft
            | Self::Discard
            | Self::PickLead
            | Self::PickSupport
            | Self::Yes
            | Self::No
            | Self::NewSession
            | Self::OpenSession
            | Self::ReplaySession
            | Self::WatchSession
            | Self::Refresh => false,
        }
    }
}
