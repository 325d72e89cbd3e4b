//! What a person typed as it is recorded: names and texts brought into one form, blank fields left out.

use super::command::NewAmendment;
use super::correction::{
    Amendment, ConclusionCorrection, FieldChange, Reclassification, ResponderCorrection,
    SessionCorrection, StatementCorrection, TaskCorrection,
};
use super::number::Seq;
use super::payload::{
    Deferral, Disposal, Edit, NewStatement, Opening, Progression, Reason, Spokesperson,
};
use crate::text::fold::{recorded_name, recorded_text};

/// A text as it is recorded, absent when it shows nothing: a blank field of a form says nothing.
pub(super) fn optional_text(text: &mut Option<String>) {
    *text = text.take().map(|text| recorded_text(&text)).filter(|text| !text.is_empty());
}

pub(super) fn optional_name(name: &mut Option<String>) {
    *name = name.take().map(|name| recorded_name(&name)).filter(|name| !name.is_empty());
}

pub(super) fn recorded_deferral(mut deferral: Deferral) -> Deferral {
    optional_text(&mut deferral.due_text);
    optional_text(&mut deferral.why);
    deferral
}

pub(super) fn recorded_reason(mut reason: Reason) -> Reason {
    optional_text(&mut reason.why);
    reason
}

pub(super) fn recorded_opening(mut opening: Opening) -> Opening {
    opening.title = recorded_text(&opening.title);
    optional_text(&mut opening.place);
    optional_text(&mut opening.chair);
    optional_text(&mut opening.secretary);
    optional_text(&mut opening.attendance);
    optional_text(&mut opening.source);
    optional_text(&mut opening.subject);
    optional_text(&mut opening.plan);
    opening
}

pub(super) fn recorded_disposal(mut disposal: Disposal) -> Disposal {
    optional_text(&mut disposal.why);
    optional_text(&mut disposal.to);
    disposal
}

/// Nobody, when the name shows nothing and there is no post.
pub(super) fn spoken_by(who: Option<Spokesperson>) -> Option<Spokesperson> {
    let Spokesperson { name, mut post } = who?;
    optional_name(&mut post);
    let name = recorded_name(&name);
    (post.is_some() || !name.is_empty()).then_some(Spokesperson { name, post })
}

pub(super) fn edit(mut it: Edit) -> Edit {
    it.text = recorded_text(&it.text).into();
    optional_text(&mut it.why);
    it
}

pub(super) fn made(mut it: NewStatement) -> NewStatement {
    it.text = recorded_text(&it.text);
    it.spoken_by = spoken_by(it.spoken_by);
    it
}

pub(super) fn news(mut it: Progression) -> Progression {
    optional_text(&mut it.text);
    optional_text(&mut it.document);
    optional_text(&mut it.link);
    optional_name(&mut it.reviewed_by);
    it
}

pub(super) fn session(mut it: SessionCorrection) -> SessionCorrection {
    replacing_text(&mut it.title);
    changed_text(&mut it.place);
    changed_text(&mut it.chair);
    changed_text(&mut it.secretary);
    changed_text(&mut it.attendance);
    changed_text(&mut it.subject);
    changed_text(&mut it.plan);
    optional_text(&mut it.why);
    it
}

pub(super) fn responder(mut it: ResponderCorrection) -> ResponderCorrection {
    let revision = &mut it.responder;
    revision.name = revision.name.take().map(|name| recorded_name(&name));
    changed_name(&mut revision.short);
    changed_name(&mut revision.title);
    for alias in revision.aliases.iter_mut().flatten() {
        *alias = recorded_name(alias);
    }
    for matter in revision.remit.iter_mut().flatten() {
        *matter = recorded_text(matter);
    }
    optional_text(&mut it.why);
    it
}

pub(super) fn reclassification(mut it: Reclassification) -> Reclassification {
    changed_name(&mut it.point);
    changed_text(&mut it.theme);
    optional_text(&mut it.why);
    it
}

pub(super) fn amendment(mut it: NewAmendment, answer: Seq) -> Amendment {
    changed_text(&mut it.text);
    Amendment {
        question: it.question,
        answer,
        text: match it.text {
            FieldChange::Keep => FieldChange::Keep,
            FieldChange::Remove => FieldChange::Remove,
            FieldChange::Set(text) => FieldChange::Set(text.into()),
        },
        by_responder: it.by_responder,
        spoken_by: changed_speaker(it.spoken_by),
        quality: it.quality,
        why: recorded_text(&it.why),
    }
}

pub(super) fn statement(mut it: StatementCorrection) -> StatementCorrection {
    it.spoken_by = changed_speaker(it.spoken_by);
    replacing_text(&mut it.text);
    optional_text(&mut it.why);
    it
}

pub(super) fn conclusion(mut it: ConclusionCorrection) -> ConclusionCorrection {
    replacing_text(&mut it.text);
    optional_text(&mut it.why);
    it
}

pub(super) fn task(mut it: TaskCorrection) -> TaskCorrection {
    replacing_text(&mut it.text);
    changed_text(&mut it.due_text);
    optional_text(&mut it.why);
    it
}

/// A text that cannot be absent stays blank when it shows nothing, and is refused for it.
fn replacing_text(text: &mut Option<String>) {
    *text = text.take().map(|text| recorded_text(&text));
}

fn changed_text(change: &mut FieldChange<String>) {
    changed(change, recorded_text);
}

fn changed_name(change: &mut FieldChange<String>) {
    changed(change, recorded_name);
}

/// What shows nothing removes the field.
fn changed(change: &mut FieldChange<String>, form: fn(&str) -> String) {
    if let FieldChange::Set(text) = change {
        *text = form(text);
        if text.is_empty() {
            *change = FieldChange::Remove;
        }
    }
}

fn changed_speaker(change: FieldChange<Spokesperson>) -> FieldChange<Spokesperson> {
    match change {
        FieldChange::Set(who) => spoken_by(Some(who)).map_or(FieldChange::Remove, FieldChange::Set),
        FieldChange::Keep | FieldChange::Remove => change,
    }
}
