//! Keys typed into a form: each goes to the focused field.

use crate::session::state::State;
use crate::tui::model::desk::Habits;
use crate::tui::model::edit::{LineField, Telex, TextField, Used};
use crate::tui::model::key::{Code, Key};

use super::field::{ChoiceOption, Field, Label};
use super::pick::move_finger;
use super::{About, Form, Problem};

impl Form {
    /// A key that is not bound: typed into the focused field.
    pub fn type_key(&mut self, key: Key, telex: &mut Telex, state: &State) {
        self.problem = None;
        let Some(labelled) = self.focused_mut() else { return };
        let free = labelled.label == Label::To;
        let used = match &mut labelled.field {
            Field::Line(_) if key.code == Code::Enter => return self.focus_by(1),
            Field::Choice(_) => return self.choose_by(key, state),
            Field::Responders(pick) => match key.code {
                Code::Char(digit @ '1'..='9') if pick.filter.is_blank() && !free => {
                    let place = digit.to_digit(10).map_or(0, |digit| digit as usize - 1);
                    return self.take_match(place, state);
                }
                Code::Backspace if pick.filter.is_blank() => return pick.unchoose(),
                _ => pick.filter.key(key, telex),
            },
            Field::Text(text) => text.key(key, telex),
            Field::Line(line) => line.key(key, telex),
            Field::Question(pick) => pick.filter.key(key, telex),
            Field::Person(person) => person.name.key(key, telex),
        };
        self.used(used, state);
    }

    fn choose_by(&mut self, key: Key, state: &State) {
        let step = match key.code {
            Code::Left => -1,
            Code::Right | Code::Char(' ') => 1,
            Code::Enter | Code::Down => return self.focus_by(1),
            Code::Up => return self.focus_by(-1),
            _ => return,
        };
        if let Some(Field::Choice(choice)) = self.focused_mut().map(|labelled| &mut labelled.field)
        {
            choice.turn(step);
        }
        self.follow_answer(state);
    }

    /// Another answer was chosen to be amended: its words come into the form, unless others were typed.
    fn follow_answer(&mut self, state: &State) {
        let Some(Field::Choice(choice)) = self.field(Label::Answer) else { return };
        let Some(ChoiceOption::Answer(seq, _)) = choice.value() else { return };
        let next = About { answer: Some(*seq), ..self.about };
        let words = |form: &Self| match form.field(Label::Text) {
            Some(Field::Text(text)) => text.text(),
            _ => String::new(),
        };
        let fresh = |about: About| Self::open(self.kind, about, state, &Habits::default());
        let untouched = words(self) == words(&fresh(self.about));
        let theirs = words(&fresh(next));
        self.about = next;
        if let (true, Some(Field::Text(text))) = (untouched, self.field_mut(Label::Text)) {
            *text = TextField::new(&theirs);
        }
    }

    pub fn paste(&mut self, pasted: &str, state: &State) {
        self.problem = None;
        let Some(labelled) = self.focused_mut() else { return };
        let used = match &mut labelled.field {
            Field::Choice(_) => return,
            Field::Text(text) => text.paste(pasted),
            Field::Line(line) => line.paste(pasted),
            Field::Responders(pick) => pick.filter.paste(pasted),
            Field::Question(pick) => pick.filter.paste(pasted),
            Field::Person(person) => person.name.paste(pasted),
        };
        self.used(used, state);
    }

    /// Looks up again what changed letters find, or says that there is no room for more.
    fn used(&mut self, used: Used, state: &State) {
        if used == Used::Full {
            self.problem = Some(Problem::FieldFull);
        }
        match self.focused_mut().map(|labelled| &mut labelled.field) {
            Some(Field::Responders(pick)) => pick.refilter(state),
            Some(Field::Question(pick)) => pick.refilter(state),
            Some(Field::Person(person)) => person.refilter(state),
            _ => {}
        }
    }

    pub fn move_finger(&mut self, step: isize) {
        let Some(labelled) = self.focused_mut() else { return };
        match &mut labelled.field {
            Field::Responders(pick) => {
                pick.finger = move_finger(pick.finger, pick.matches.len(), step);
            }
            Field::Question(pick) => {
                pick.finger = move_finger(pick.finger, pick.matches.len(), step);
            }
            Field::Person(pick) => pick.finger = move_finger(pick.finger, pick.matches.len(), step),
            _ => {}
        }
    }

    /// Adds or takes out the responder under the finger as supporting; false where there are none.
    pub fn toggle_support(&mut self, state: &State) -> bool {
        match self.focused_mut().map(|labelled| &mut labelled.field) {
            Some(Field::Responders(pick)) if pick.many => {
                if let Some(id) = pick.under_finger().cloned() {
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
            Field::Responders(pick) => {
                let Some(id) = pick.matches.get(place).cloned() else { return };
                if pick.many && pick.lead.is_some() {
                    pick.toggle_support(id, state);
                } else {
                    pick.choose(id, state);
                }
            }
            Field::Question(pick) => pick.chosen = pick.matches.get(place).copied().or(pick.chosen),
            Field::Person(pick) => {
                pick.finger = Some(place);
                self.take_person(state);
            }
            _ => {}
        }
    }

    /// Fills name, unit and seat from the person under the finger, then goes on.
    pub fn take_person(&mut self, state: &State) {
        let Some(Field::Person(pick)) = self.focused_mut().map(|labelled| &mut labelled.field)
        else {
            return;
        };
        let Some(person) = pick.under_finger().and_then(|number| state.delegate(number)) else {
            self.focus_by(1);
            return;
        };
        pick.name = LineField::new(&person.name);
        pick.matches.clear();
        pick.finger = None;
        for (label, words) in [(Label::Unit, &person.unit), (Label::Seat, &person.seat)] {
            if let Some(Field::Line(line)) = self.field_mut(label) {
                *line = LineField::new(words.as_deref().unwrap_or(""));
            }
        }
        self.focus_on(Label::Text);
    }
}
