//! What a key can mean, whatever key it is bound to.

/// One deed the person can ask of the program.
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
    CorrectDelegate,
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
    Elsewhere,
    /// Shows what was typed and not yet recorded, to be taken up again.
    Drafts,
    // the program
    Search,
    Palette,
    Help,
    Telex,
    /// Draws the whole screen anew, whatever another program wrote on it.
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
    FollowUpTasks,
    WatchSession,
    Refresh,
}
