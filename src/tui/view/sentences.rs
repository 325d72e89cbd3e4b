//! Sentences for the model's data: notices, troubles, forms and what is wrong with them.

use std::borrow::Cow;

use crate::describe;
use crate::i18n::{Lang, capitalised};
use crate::session::number::QuestionNo;
use crate::session::state::State;
use crate::text::safe;
use crate::tui::model::Theme;
use crate::tui::model::desk::Notice;
use crate::tui::model::edit::Method;
use crate::tui::model::form::field::{ChoiceOption, Label};
use crate::tui::model::form::{FormKind, FormSubject, Problem};
use crate::tui::model::replay::ReplayNotice;
use crate::tui::model::trouble::Trouble;

/// The notice as the line above the keys says it.
pub(crate) fn notice(lang: Lang, notice: &Notice, state: &State) -> String {
    match notice {
        Notice::Imported(counts) => describe::table::counts_added(lang, *counts),
        Notice::Recorded(seq) => lang.notice_recorded(&lang.event_numbered(*seq), *seq),
        Notice::TakenBack(seq) => lang.notice_taken_back(&lang.event_numbered(*seq)),
        Notice::FormTakenBack(seq) => lang.notice_form_taken_back(&lang.event_numbered(*seq)),
        Notice::BroughtBack(seq) => lang.notice_brought_back(&lang.event_numbered(*seq)),
        Notice::Refused(refusal) => capitalised(&lang.refusal(refusal, state)),
        Notice::NotSaved(why) => lang.notice_not_saved(&trouble(lang, why, state)),
        Notice::NumberTyped(number) => lang.notice_number_typed(*number),
        Notice::FirstAlready(question) => lang.notice_first_already(*question),
        Notice::LastAlready(question) => lang.notice_last_already(*question),
        Notice::FollowsItsFirst { question, first } => {
            lang.notice_follows_its_first(*question, *first)
        }
        Notice::DocumentWritten(place) => lang.cli_exported(&safe::path(place)),
        Notice::Opened(done) => {
            let paths = (done.asked.as_path(), done.path.as_path());
            let done_to = (done.mended.as_deref(), done.merged.as_deref());
            describe::store::repairs(lang, paths, done_to, done.state.as_deref()).join(" ")
        }
        Notice::Trouble(why) => trouble(lang, why, state),
        Notice::NoQuestionChosen => lang.notice_no_question_chosen().to_owned(),
        Notice::NoTaskChosen => lang.notice_no_task_chosen().to_owned(),
        Notice::OfAnotherSession => lang.notice_of_another_session().to_owned(),
        Notice::NoStatementChosen => lang.notice_no_statement_chosen().to_owned(),
        Notice::ClockOffset(offset) => lang.notice_clock_offset(&offset.to_string()),
        Notice::NoResponderChosen => lang.notice_no_responder_chosen().to_owned(),
        Notice::CannotBeMarked(number) => lang.notice_cannot_be_marked(*number),
        Notice::BothCopiesHold => lang.notice_both_hold().to_owned(),
        Notice::DraftKept => lang.notice_draft_kept().to_owned(),
        Notice::Returned(why) => lang.notice_returned(&problem(lang, why, state)),
        Notice::StillSaving => lang.notice_still_saving().to_owned(),
        Notice::NoDraft => lang.notice_no_draft().to_owned(),
        Notice::TextDropped => lang.notice_text_dropped().to_owned(),
        Notice::DraftDiscarded => lang.notice_draft_discarded().to_owned(),
        Notice::Watching => lang.notice_watching().to_owned(),
        Notice::Typing(Method::Off) => lang.notice_telex_off().to_owned(),
        Notice::Typing(Method::Telex) => lang.notice_telex_on().to_owned(),
        Notice::Typing(Method::Vni) => lang.notice_vni_on().to_owned(),
        Notice::ThemeIs(theme) => lang.notice_theme(theme_name(lang, *theme)),
        Notice::NoTaskOfQuestion(number) => lang.notice_no_task_of(*number),
        Notice::TelexYielded => lang.notice_telex_yielded().to_owned(),
    }
}

/// What went wrong, and what can be done about it.
pub(crate) fn trouble(lang: Lang, trouble: &Trouble, state: &State) -> String {
    match trouble {
        Trouble::Read { path, error } => describe::store::read_error(lang, path, error),
        Trouble::Open { path, error, spot } => {
            describe::store::open_error_at(lang, path, error, *spot)
        }
        Trouble::Create { path, error } => describe::store::create_error(lang, path, error),
        Trouble::Roster { path, fault } => describe::import::roster_fault(lang, path, fault),
        Trouble::Table { path, fault } => describe::table::source_fault(lang, path, fault),
        Trouble::Columns { path, fault } => describe::table::column_fault(lang, path, fault),
        Trouble::Store { path, error } => describe::store::store_error(lang, path, error),
        #[cfg(feature = "nats")]
        Trouble::Server { address, error } => describe::nats::server_error(lang, address, error),
        Trouble::System(error) => lang.trouble(error),
        Trouble::Replicas { path, replication } => {
            describe::store::copies_lost(lang, path, replication).unwrap_or_default()
        }
        Trouble::Relocated(relocation) => describe::store::moved(lang, relocation),
        Trouble::NotRelocated(error) => describe::store::not_moved(lang, error),
        Trouble::LowSpace { answers } => lang.space_is_low(*answers),
        Trouble::Ended(refusal) => lang.writing_has_ended(&lang.refusal(refusal, state)),
        Trouble::Damaged { tail, holds_nuls, spot } => {
            describe::store::fault(lang, tail, *holds_nuls, *spot)
        }
        Trouble::NewPartUnreadable => lang.watched_is_damaged().to_owned(),
        Trouble::DraftsLeftAside(path) => lang.drafts_left_aside(&safe::path(path)),
        Trouble::DraftsNotKept(error) => lang.drafts_failed(&lang.trouble(error)),
        Trouble::Export(error) => error.told(lang),
        Trouble::NoteNotSaved(why) => describe::workspace::note_not_kept(lang, why),
        Trouble::ReviewUnread(unread) => describe::workspace::review_unread(lang, unread),
        Trouble::NoSuchMoment => lang.replay_no_such_moment().to_owned(),
    }
}

/// The theme by name.
pub(crate) fn theme_name(lang: Lang, theme: Theme) -> &'static str {
    match theme {
        Theme::Dark => lang.theme_dark(),
        Theme::Light => lang.theme_light(),
        Theme::NoColour => lang.theme_no_colour(),
        Theme::Ascii => lang.theme_ascii(),
    }
}

/// How letters are typed now; nothing when as they are.
pub(crate) fn typing_method(method: Method) -> &'static str {
    match method {
        Method::Off => "",
        Method::Telex => "Telex",
        Method::Vni => "VNI",
    }
}

/// The heading of a form, with the number of what it is about.
pub(crate) fn form_title(
    lang: Lang,
    kind: FormKind,
    about: &FormSubject,
    several: &[QuestionNo],
) -> String {
    let name = form_name(lang, kind);
    if !several.is_empty() {
        return lang.about_questions(name, several.len());
    }
    if let Some(task) = about.task {
        return lang.about_task(name, task.0);
    }
    match about.question {
        Some(number) => lang.about_question(name, number.0),
        None => name.to_owned(),
    }
}

fn form_name(lang: Lang, kind: FormKind) -> &'static str {
    match kind {
        FormKind::NewQuestion => lang.form_new_question(),
        FormKind::EditQuestion => lang.form_edit_question(),
        FormKind::Route => lang.form_route(),
        FormKind::Answer => lang.form_answer(),
        FormKind::AmendAnswer => lang.form_amend_answer(),
        FormKind::Defer => lang.form_defer(),
        FormKind::Refer => lang.form_refer(),
        FormKind::Decline => lang.form_decline(),
        FormKind::Withdraw => lang.form_withdraw(),
        FormKind::Merge => lang.form_merge(),
        FormKind::Split => lang.form_split(),
        FormKind::Task => lang.form_task(),
        FormKind::ProgressTask => lang.form_progress_task(),
        FormKind::Statement => lang.form_statement(),
        FormKind::Conclusion => lang.form_conclusion(),
        FormKind::AddResponder => lang.form_add_responder(),
        FormKind::NameAsker => lang.form_name_asker(),
        FormKind::CorrectStatement => lang.form_correct_statement(),
        FormKind::CorrectConclusion => lang.form_correct_conclusion(),
        FormKind::CorrectTask => lang.form_correct_task(),
        FormKind::CorrectResponder => lang.form_correct_responder(),
        FormKind::CorrectSession => lang.form_correct_session(),
        FormKind::NewSession => lang.form_new_session(),
    }
}

/// What a field asks for.
pub(crate) fn label(lang: Lang, label: Label) -> &'static str {
    match label {
        Label::Text => lang.label_of_text(),
        Label::Asker => lang.label_of_asker(),
        Label::Unit => lang.label_of_unit(),
        Label::Seat => lang.label_of_seat(),
        Label::Channel => lang.label_of_channel(),
        Label::Point => lang.label_of_point(),
        Label::Person => lang.label_of_person(),
        Label::SpokenBy => lang.label_of_spoken_by(),
        Label::Post => lang.label_of_post(),
        Label::Level => lang.label_of_level(),
        Label::Link => lang.label_of_link(),
        Label::ReviewedBy => lang.label_of_reviewed_by(),
        Label::Aliases => lang.label_of_aliases(),
        Label::Subject => lang.label_of_subject(),
        Label::Plan => lang.label_of_plan(),
        Label::UtcOffset => lang.label_of_utc_offset(),
        Label::Kind => lang.label_of_kind(),
        Label::Theme => lang.label_of_theme(),
        Label::Responders => lang.label_of_responders(),
        Label::Charged => lang.label_of_charged(),
        Label::Responder => lang.label_of_responder(),
        Label::AssignedBy => lang.label_of_assigned_by(),
        Label::Answer => lang.label_of_answer(),
        Label::Quality => lang.label_of_quality(),
        Label::Why => lang.label_of_why(),
        Label::Due => lang.label_of_due(),
        Label::Questions => lang.label_of_questions(),
        Label::Into => lang.label_of_into(),
        Label::To => lang.label_of_to(),
        Label::Progress => lang.label_of_progress(),
        Label::Document => lang.label_of_document(),
        Label::Name => lang.label_of_name(),
        Label::Short => lang.label_of_short(),
        Label::ResponderKind => lang.label_of_responder_kind(),
        Label::Office => lang.label_of_office(),
        Label::Remit => lang.label_of_remit(),
        Label::Title => lang.label_of_title(),
        Label::Number => lang.label_of_number(),
        Label::Place => lang.label_of_place(),
        Label::Chair => lang.label_of_chair(),
        Label::Secretary => lang.label_of_secretary(),
        Label::Attendance => lang.label_of_attendance(),
        Label::Roster => lang.label_of_roster(),
    }
}

/// An option of a choice.
pub(crate) fn choice(lang: Lang, option: &ChoiceOption) -> Cow<'_, str> {
    match option {
        ChoiceOption::Channel(channel) => lang.channel(*channel).into(),
        ChoiceOption::Kind(kind) => lang.question_kind(*kind).into(),
        ChoiceOption::Quality(quality) => lang.quality(*quality).into(),
        ChoiceOption::Progress(progress) => lang.progress(*progress).into(),
        ChoiceOption::ResponderKind(kind) => lang.responder_kind(*kind).into(),
        ChoiceOption::SamePerson => lang.same_person().into(),
        ChoiceOption::OtherPerson => lang.other_person().into(),
        ChoiceOption::Level(Some(level)) => lang.authority_level(*level).into(),
        ChoiceOption::Level(None) => lang.not_said().into(),
        ChoiceOption::NoRoster => lang.no_roster().into(),
        ChoiceOption::Roster(name) | ChoiceOption::Answer(_, name) => name.into(),
    }
}

/// Why a form could not be recorded, and what to do about it.
pub(crate) fn problem(lang: Lang, problem: &Problem, state: &State) -> String {
    match problem {
        Problem::Refused(refusal) => capitalised(&lang.refusal(refusal, state)),
        Problem::NotSaved(why) => lang.notice_not_saved(&trouble(lang, why, state)),
        Problem::NobodyChosen(of) => lang.nobody_chosen(label(lang, *of)),
        Problem::StillTyping(of) => lang.still_typing(label(lang, *of)),
        Problem::AlreadyListed(name) => lang.already_listed(&safe::line(name)),
        Problem::NameMissing => lang.name_missing().to_owned(),
        Problem::SpeakerMissing => lang.speaker_missing().to_owned(),
        Problem::NotAnOffset(typed) => lang.not_an_offset(&safe::line(typed)),
        Problem::FieldFull => lang.field_full().to_owned(),
        Problem::NoQuestionChosen => lang.no_question_chosen().to_owned(),
        Problem::NotAQuestionNumber(typed) => lang.not_a_question_number(typed),
        Problem::NotANumber(of) => lang.not_a_number(label(lang, *of)),
        Problem::NeedsTwoParts => lang.needs_two_parts().to_owned(),
        Problem::Unchanged => lang.nothing_changed().to_owned(),
        Problem::NoSuchDay(none) => {
            lang.no_such_day(&safe::line(&none.typed), &lang.day_in_words(none.nearest))
        }
    }
}

/// What the replay has to say.
pub(crate) fn replay_notice(lang: Lang, notice: &ReplayNotice) -> String {
    match notice {
        ReplayNotice::NoMore => lang.replay_no_more().to_owned(),
        ReplayNotice::NoSuchMoment => lang.replay_no_such_moment().to_owned(),
        ReplayNotice::NothingLeft => lang.replay_nothing_left().to_owned(),
        ReplayNotice::Marked { letter, moment } => lang.replay_marked(*letter, *moment),
        ReplayNotice::MarksMissing => lang.replay_marks_missing().to_owned(),
        ReplayNotice::ThemeIs(theme) => lang.notice_theme(theme_name(lang, *theme)),
        ReplayNotice::TextDropped => lang.notice_text_dropped().to_owned(),
        ReplayNotice::NotesLeft(count) => lang.replay_notes_left(*count),
        ReplayNotice::NoteAside => lang.replay_note_aside().to_owned(),
        ReplayNotice::NotYourNote(reviewer) => lang.replay_not_your_note(reviewer),
        ReplayNotice::Noted(outcome) => describe::notes::note_outcome(lang, *outcome),
        ReplayNotice::Trouble(why) => trouble(lang, why, &State::default()),
    }
}
