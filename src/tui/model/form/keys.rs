//! Keys typed into a form: each goes to the focused field.

use crate::session::payload::Channel;
use crate::session::state::State;
use crate::tui::model::desk::QuestionDefaults;
use crate::tui::model::edit::{LineField, Telex, Used};
use crate::tui::model::key::{Code, Key};

use super::field::{ChoiceOption, FieldContent, Label};
use super::pick::{Suggested, move_highlight};
use super::{Form, FormSubject, Problem, fill};

impl Form {
    /// A key that is not bound: typed into the focused field.
    pub fn type_key(&mut self, key: Key, telex: &mut Telex, state: &State) {
        self.problem = None;
        let Some(labelled) = self.focused_mut() else { return };
        let free = labelled.label == Label::To;
        let composes = labelled.label.composes();
        let used = match &mut labelled.field {
            FieldContent::Line(_) if key.code == Code::Enter => return self.focus_by(1),
            FieldContent::Choice(_) => return self.choose_by(key, state),
            FieldContent::Responders(pick) => match key.code {
                Code::Char(digit @ '1'..='9') if pick.filter.is_blank() && !free => {
                    let place = digit.to_digit(10).map_or(0, |digit| digit as usize - 1);
                    return match pick.suggested {
                        Suggested::NotAsked => self.take_match(place, state),
                        Suggested::Awaited | Suggested::Found(_) => {
                            pick.take_suggestion(place, state);
                        }
                    };
                }
                Code::Backspace if pick.filter.is_blank() => return pick.unchoose(),
                _ => pick.filter.key(key, telex),
            },
            FieldContent::Text(text) => text.key(key, telex),
            FieldContent::Line(line) => line.key_within(key, telex, composes),
            FieldContent::Question(pick) => pick.filter.key(key, telex),
            FieldContent::Person(person) => person.name.key(key, telex),
            FieldContent::Value(value) => value.line.key(key, telex),
        };
        self.used(used, state);
    }

    /// Only the arrows change a choice: letters and blanks typed by mistake leave it.
    fn choose_by(&mut self, key: Key, state: &State) {
        let step = match key.code {
            Code::Left => -1,
            Code::Right => 1,
            Code::Enter | Code::Down => return self.focus_by(1),
            Code::Up => return self.focus_by(-1),
            _ => return,
        };
        if let Some(FieldContent::Choice(choice)) =
            self.focused_mut().map(|labelled| &mut labelled.field)
        {
            choice.turn(step);
        }
        self.follow_answer(state);
        self.follow_channel();
    }

    /// A question from a remote site has a field for which one.
    pub(super) fn follow_channel(&mut self) {
        let is_bridge = match self.field(Label::Channel) {
            Some(FieldContent::Choice(choice)) => {
                choice.value() == Some(&ChoiceOption::Channel(Channel::Bridge))
            }
            _ => return,
        };
        if is_bridge {
            self.offer_point();
            return;
        }
        let focused = self.focused().map(|labelled| labelled.label);
        self.fields.retain(|labelled| labelled.label != Label::Point);
        if let Some(label) = focused {
            self.focus_on(label);
        }
    }

    /// Adds the field for the remote site after the channel, if it is not there.
    pub(super) fn offer_point(&mut self) {
        let channel = self.fields.iter().position(|labelled| labelled.label == Label::Channel);
        let (None, Some(channel)) = (self.field(Label::Point), channel) else { return };
        self.fields.insert(channel + 1, fill::point(""));
        if self.focus > channel {
            self.focus += 1;
        }
    }

    /// Another answer was chosen to be amended: what it is comes into the form, unless something was typed.
    fn follow_answer(&mut self, state: &State) {
        let Some(FieldContent::Choice(choice)) = self.field(Label::Answer) else { return };
        let Some(ChoiceOption::Answer(seq, _)) = choice.value() else { return };
        let about = FormSubject { event: Some(*seq), ..self.about.clone() };
        let habits = QuestionDefaults::default();
        let fresh = |about: FormSubject| Self::open(self.kind, about, state, &habits);
        let typed = |form: &Self| {
            let fields = form.draft().fields.into_iter();
            fields.filter(|(label, _)| *label != Label::Answer).collect::<Vec<_>>()
        };
        if typed(self) == typed(&fresh(self.about.clone())) {
            let Self { fields, .. } = fresh(about.clone());
            self.fields = fields;
        }
        self.about = about;
    }

    pub fn paste(&mut self, pasted: &str, state: &State) {
        self.problem = None;
        let Some(labelled) = self.focused_mut() else { return };
        let used = match &mut labelled.field {
            FieldContent::Choice(_) => return,
            FieldContent::Text(text) => text.paste(pasted),
            FieldContent::Line(line) => line.paste(pasted),
            FieldContent::Responders(pick) => pick.filter.paste(pasted),
            FieldContent::Question(pick) => pick.filter.paste(pasted),
            FieldContent::Person(person) => person.name.paste(pasted),
            FieldContent::Value(value) => value.line.paste(pasted),
        };
        self.used(used, state);
    }

    /// Searches again after the letters changed; a full field is a problem of the form.
    fn used(&mut self, used: Used, state: &State) {
        if used == Used::Full {
            self.problem = Some(Problem::FieldFull);
        }
        match self.focused_mut().map(|labelled| &mut labelled.field) {
            Some(FieldContent::Responders(pick)) => pick.refilter(state),
            Some(FieldContent::Question(pick)) => pick.refilter(state),
            Some(FieldContent::Person(person)) => person.refilter(state),
            Some(FieldContent::Value(value)) => value.refilter(state),
            _ => {}
        }
    }

    pub fn move_highlight(&mut self, step: isize) {
        let Some(labelled) = self.focused_mut() else { return };
        match &mut labelled.field {
            FieldContent::Responders(pick) => {
                pick.selected = move_highlight(pick.selected, pick.matches.len(), step);
            }
            FieldContent::Question(pick) => {
                pick.selected = move_highlight(pick.selected, pick.matches.len(), step);
            }
            FieldContent::Person(pick) => {
                pick.selected = move_highlight(pick.selected, pick.matches.len(), step);
            }
            FieldContent::Value(value) => {
                value.selected = move_highlight(value.selected, value.matches.len(), step);
            }
            FieldContent::Text(_) | FieldContent::Line(_) | FieldContent::Choice(_) => {}
        }
    }

    /// Adds or removes the highlighted responder as supporting; false where there are none.
    pub fn toggle_support(&mut self, state: &State) -> bool {
        match self.focused_mut().map(|labelled| &mut labelled.field) {
            Some(FieldContent::Responders(pick)) if pick.many => {
                if let Some(id) = pick.highlighted().cloned() {
                    pick.toggle_support(id, state);
                }
                true
            }
            _ => false,
        }
    }

    /// Takes the n-th match of the focused field: as lead while there is none, else as supporting.
    pub fn take_match(&mut self, place: usize, state: &State) {
        let Some(labelled) = self.focused_mut() else { return };
        match &mut labelled.field {
            FieldContent::Responders(pick) => {
                let Some(found) = pick.matches.get(place) else { return };
                let Some(id) = found.id().cloned() else {
                    // They are added by a command of their own, which `Enter` asks for.
                    pick.selected = Some(place);
                    return;
                };
                if pick.many && pick.lead.is_some() {
                    pick.toggle_support(id, state);
                } else {
                    pick.choose(id, state);
                }
            }
            FieldContent::Question(pick) => {
                pick.chosen = pick.matches.get(place).copied().or(pick.chosen);
            }
            FieldContent::Person(pick) => {
                pick.selected = Some(place);
                self.take_person(state);
            }
            FieldContent::Value(value) => {
                value.selected = Some(place);
                self.take_value();
            }
            FieldContent::Text(_) | FieldContent::Line(_) | FieldContent::Choice(_) => {}
        }
    }

    /// Fills the line with the highlighted value, then goes to the next field.
    pub fn take_value(&mut self) {
        if let Some(FieldContent::Value(value)) =
            self.focused_mut().map(|labelled| &mut labelled.field)
            && let Some(known) = value.highlighted().cloned()
        {
            value.set(&known);
        }
        self.focus_by(1);
    }

    /// Fills name, unit and seat from the highlighted person, then goes to the next field.
    pub fn take_person(&mut self, state: &State) {
        let Some(FieldContent::Person(pick)) =
            self.focused_mut().map(|labelled| &mut labelled.field)
        else {
            return;
        };
        let Some(person) = pick.highlighted().and_then(|number| state.delegate(number)) else {
            self.focus_by(1);
            return;
        };
        pick.name = LineField::new(&person.name);
        pick.matches.clear();
        pick.selected = None;
        for (label, words) in [(Label::Unit, &person.unit), (Label::Seat, &person.seat)] {
            let words = words.as_deref().unwrap_or("");
            match self.field_mut(label) {
                Some(FieldContent::Line(line)) => *line = LineField::carried(words),
                Some(FieldContent::Value(value)) => value.set(words),
                _ => {}
            }
        }
        self.focus_on(Label::Text);
    }
}
