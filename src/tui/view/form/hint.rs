//! The quiet line under a field: what would be recorded, or how it is filled.

use crate::i18n::Lang;
use crate::tui::model::Model;
use crate::tui::model::due;
use crate::tui::model::form::field::{FieldContent, FormField, Label};
use crate::tui::model::form::{Form, FormKind};

/// The hint under a field, if it has one.
pub(super) fn of(model: &Model, form: &Form, place: usize, labelled: &FormField) -> Option<String> {
    let (lang, focused) = (model.lang, place == form.focus);
    match (&labelled.field, labelled.label) {
        (FieldContent::Line(line), Label::Due) => deadline(lang, model, &line.text())
            .or(focused.then(|| lang.ways_to_write_due().to_owned())),
        (FieldContent::Person(pick), _) if focused && !pick.matches.is_empty() => {
            Some(lang.known_person_is_taken().to_owned())
        }
        (FieldContent::Value(value), _) if focused && !value.matches.is_empty() => {
            Some(lang.earlier_value_is_taken().to_owned())
        }
        (FieldContent::Responders(_) | FieldContent::Question(_), _)
            if focused && form.enter_records() =>
        {
            Some(match form.kind {
                FormKind::Merge => lang.enter_records_merger().to_owned(),
                _ => lang.enter_records_route().to_owned(),
            })
        }
        (FieldContent::Responders(pick), Label::Responder)
            if !form.several.is_empty() && pick.lead.is_none() =>
        {
            Some(lang.each_by_its_lead().to_owned())
        }
        (FieldContent::Choice(choice), _) if focused && choice.options.len() > 1 => {
            Some(lang.arrows_choose().to_owned())
        }
        (FieldContent::Text(_), _) if form.kind == FormKind::Split => {
            Some(lang.parts_stand_apart().to_owned())
        }
        _ => None,
    }
}

/// What a deadline as typed will be recorded as.
fn deadline(lang: Lang, model: &Model, typed: &str) -> Option<String> {
    let due = match due::read(typed, model.now.date()) {
        Ok(due) => due,
        Err(none) => return Some(lang.no_such_day(&none.typed, &lang.day_in_words(none.nearest))),
    };
    match (due.date, due.words) {
        (Some(date), Some(words)) => {
            Some(lang.due_will_be(&format!("{} ({words})", lang.day_in_words(date))))
        }
        (Some(date), None) => Some(lang.due_will_be(&lang.day_in_words(date))),
        (None, Some(words)) => Some(lang.due_will_be_words(&words)),
        (None, None) => None,
    }
}
