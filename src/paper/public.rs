//! The public edition: a session in which what is a person's own is masked, for all documents alike.
//!
//! Masked are delegates' names wherever they stand, seats, telephones, identity cards, accounts and mail addresses.
//! The documents of the edition are made from it as from any session, so that none can show what it does not hold.

mod address;
mod names;
pub mod personal;

use crate::i18n::Lang;
use crate::record::retold::{TextOwner, retold};
use crate::session::Session;
use crate::session::event::{Event, Recorded};
use crate::session::number::{DelegateNo, Seq};
use crate::session::payload::Person;

use names::DelegateNames;
use personal::PersonalKind;

/// How delegates are called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ShownNames {
    /// "đại biểu 12".
    #[default]
    Numbers,
    /// "N.T.M."
    Initials,
}

/// Whether the units of delegates are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ShownUnits {
    #[default]
    Kept,
    Dropped,
}

impl ShownNames {
    pub const ALL: [Self; 2] = [Self::Numbers, Self::Initials];

    /// The word that commands use for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Numbers => "numbers",
            Self::Initials => "initials",
        }
    }
}

impl ShownUnits {
    pub const ALL: [Self; 2] = [Self::Kept, Self::Dropped];

    /// The word that commands use for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Kept => "keep",
            Self::Dropped => "drop",
        }
    }
}

/// What an edition shows of delegates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PublicChoices {
    pub names: ShownNames,
    pub units: ShownUnits,
}

/// What was masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MaskedKind {
    Name,
    Seat,
    Unit,
    Data(PersonalKind),
}

/// Something that was masked, in the words of the event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaskedText {
    pub seq: Seq,
    pub kind: MaskedKind,
    pub text: String,
}

/// How much of a kind was masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WithheldCount {
    pub kind: MaskedKind,
    pub count: usize,
}

/// A session with everything personal masked, and what that was.
#[derive(Debug)]
pub struct PublicEdition {
    pub session: Session,
    pub masked: Vec<MaskedText>,
    /// What may be addresses: they stay, for a person to judge.
    pub addresses: Vec<(Seq, String)>,
}

/// This event cannot be shown masked: it comes from a newer program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotMasked(pub Seq);

impl PublicEdition {
    /// The public edition of a session; the words that stand for what is masked are in `lang`.
    ///
    /// # Errors
    /// An event cannot be told in other words; nothing may be published then.
    pub fn of(session: &Session, choices: PublicChoices, lang: Lang) -> Result<Self, NotMasked> {
        Self::masked(session, choices, lang, MaskScope::Everything)
    }

    /// For the paper of one asker: delegates are as recorded, and called by number in the texts of others.
    ///
    /// # Errors
    /// As [`PublicEdition::of`].
    pub fn with_names_masked(session: &Session, lang: Lang) -> Result<Self, NotMasked> {
        Self::masked(session, PublicChoices::default(), lang, MaskScope::NamesInTexts)
    }

    fn masked(
        session: &Session,
        choices: PublicChoices,
        lang: Lang,
        scope: MaskScope,
    ) -> Result<Self, NotMasked> {
        let people = session.history().iter().filter_map(person);
        let names = DelegateNames::of(people, session.state().responders());
        let mask = Mask { names: &names, session, choices, lang, scope };
        let mut edition =
            Self { session: Session::new(), masked: Vec::new(), addresses: Vec::new() };
        for recorded in session.history() {
            mask.add(recorded, &mut edition)?;
        }
        Ok(edition)
    }

    /// How much was masked, a row for each kind that was.
    #[must_use]
    pub fn counts(&self) -> Vec<WithheldCount> {
        let mut kinds: Vec<MaskedKind> = self.masked.iter().map(|it| it.kind).collect();
        kinds.sort_unstable();
        let runs = kinds.chunk_by(|one, other| one == other);
        runs.map(|run| WithheldCount { kind: run[0], count: run.len() }).collect()
    }

    /// Whether an event holds something masked.
    #[must_use]
    pub fn masks(&self, seq: Seq) -> bool {
        self.masked.binary_search_by_key(&seq, |it| it.seq).is_ok()
    }
}

fn person(recorded: &Recorded) -> Option<&Person> {
    match &recorded.event {
        Event::DelegateAdded(person) | Event::DelegateCorrected(person) => Some(person),
        _ => None,
    }
}

/// How texts are masked.
struct Mask<'a> {
    names: &'a DelegateNames,
    session: &'a Session,
    choices: PublicChoices,
    lang: Lang,
    scope: MaskScope,
}

/// What of a session is masked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum MaskScope {
    Everything,
    /// Names in free texts; a delegate's own line stays.
    NamesInTexts,
}

/// Whether a mask says what it stands for, or is as short as anything that it replaces.
#[derive(Clone, Copy, PartialEq, Eq)]
enum MaskWords {
    Full,
    Short,
}

impl Mask<'_> {
    /// Adds the event, masked. Where the words of the masks would be more than an event takes, they are short.
    fn add(&self, recorded: &Recorded, edition: &mut PublicEdition) -> Result<(), NotMasked> {
        if matches!(recorded.event, Event::Withheld(_)) {
            return edition.session.apply(recorded.clone()).map_err(|_| NotMasked(recorded.seq));
        }
        let kept = (edition.masked.len(), edition.addresses.len());
        for words in [MaskWords::Full, MaskWords::Short] {
            edition.masked.truncate(kept.0);
            edition.addresses.truncate(kept.1);
            let told = self.told(recorded, words, edition).ok_or(NotMasked(recorded.seq))?;
            if edition.session.apply(told).is_ok() {
                return Ok(());
            }
        }
        Err(NotMasked(recorded.seq))
    }

    fn told(
        &self,
        recorded: &Recorded,
        words: MaskWords,
        edition: &mut PublicEdition,
    ) -> Option<Recorded> {
        if let Some(person) = person(recorded) {
            if self.scope == MaskScope::NamesInTexts {
                return Some(recorded.clone());
            }
            return Some(self.person(recorded, person, edition));
        }
        retold(recorded, &mut |owner, text| self.text(recorded.seq, owner, text, words, edition))
    }

    fn person(
        &self,
        recorded: &Recorded,
        person: &Person,
        edition: &mut PublicEdition,
    ) -> Recorded {
        let mut mask = |kind, text: &str| {
            edition.masked.push(MaskedText { seq: recorded.seq, kind, text: text.to_owned() });
        };
        mask(MaskedKind::Name, &person.name);
        if let Some(seat) = &person.seat {
            mask(MaskedKind::Seat, seat);
        }
        let unit = person.unit.as_deref().and_then(|unit| match self.choices.units {
            ShownUnits::Kept => {
                Some(self.text(recorded.seq, TextOwner::Anybody, unit, MaskWords::Full, edition))
            }
            ShownUnits::Dropped => {
                edition.masked.push(MaskedText {
                    seq: recorded.seq,
                    kind: MaskedKind::Unit,
                    text: unit.to_owned(),
                });
                None
            }
        });
        let name = self.label(Some(person.delegate), &person.name);
        let masked = Person { name, unit, seat: None, ..person.clone() }.into();
        let event = match recorded.event {
            Event::DelegateCorrected(_) => Event::DelegateCorrected(masked),
            _ => Event::DelegateAdded(masked),
        };
        Recorded { event, ..recorded.clone() }
    }

    fn text(
        &self,
        seq: Seq,
        owner: TextOwner,
        text: &str,
        words: MaskWords,
        edition: &mut PublicEdition,
    ) -> String {
        let everything = self.scope == MaskScope::Everything;
        let data = if everything { personal::found(text) } else { Vec::new() };
        let mut places: Vec<_> =
            data.into_iter().map(|(range, data)| (range, MaskedKind::Data(data), None)).collect();
        if owner == TextOwner::Anybody {
            for named in self.names.found(text) {
                let overlaps = |(range, ..): &(std::ops::Range<usize>, _, _)| {
                    range.start < named.range.end && named.range.start < range.end
                };
                // A name that reaches into masked data is masked with it, whole.
                match places.iter_mut().find(|place| overlaps(place)) {
                    Some((range, ..)) => {
                        *range = range.start.min(named.range.start)..range.end.max(named.range.end);
                    }
                    None => {
                        let kind = if named.is_seat { MaskedKind::Seat } else { MaskedKind::Name };
                        places.push((named.range, kind, named.delegate));
                    }
                }
            }
            places.sort_by_key(|(range, ..)| range.start);
        }
        edition.addresses.extend(address::found(text).into_iter().map(|it| (seq, it)));
        let (mut told, mut from) = (String::with_capacity(text.len()), 0);
        for (range, kind, delegate) in places {
            // What was widened may reach into the one behind it.
            let range = range.start.max(from)..range.end.max(from);
            told.push_str(&text[from..range.start]);
            told.push_str(&match (words, kind) {
                (MaskWords::Short, _) | (MaskWords::Full, MaskedKind::Seat) => "…".to_owned(),
                (MaskWords::Full, MaskedKind::Data(data)) => masked(self.lang, data).to_owned(),
                (MaskWords::Full, _) => self.label(delegate, &text[range.clone()]),
            });
            edition.masked.push(MaskedText { seq, kind, text: text[range.clone()].to_owned() });
            from = range.end;
        }
        told.push_str(&text[from..]);
        told
    }

    /// What a delegate is called whose name was spelled like that; `None` where several have it.
    fn label(&self, delegate: Option<DelegateNo>, spelled: &str) -> String {
        match (self.choices.names, delegate) {
            (ShownNames::Numbers, Some(number)) => self.lang.masked_delegate(number),
            (ShownNames::Numbers, None) => self.lang.masked_name().to_owned(),
            (ShownNames::Initials, known) => {
                let known = known.and_then(|number| self.session.state().delegate(number));
                initials(known.map_or(spelled, |delegate| &delegate.name))
            }
        }
    }
}

/// What stands in place of it.
fn masked(lang: Lang, data: PersonalKind) -> &'static str {
    match data {
        PersonalKind::Telephone => lang.masked_telephone(),
        PersonalKind::IdentityCard => lang.masked_card(),
        PersonalKind::Account => lang.masked_account(),
        PersonalKind::Mail => lang.masked_mail(),
    }
}

impl MaskedKind {
    /// What it is called, in lower case.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Name => lang.kind_of_name(),
            Self::Seat => lang.kind_of_seat(),
            Self::Unit => lang.kind_of_unit(),
            Self::Data(PersonalKind::Telephone) => lang.kind_of_telephone(),
            Self::Data(PersonalKind::IdentityCard) => lang.kind_of_card(),
            Self::Data(PersonalKind::Account) => lang.kind_of_account(),
            Self::Data(PersonalKind::Mail) => lang.kind_of_mail(),
        }
    }
}

/// "N.T.M." of "Nguyễn Thị Mai".
fn initials(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    let letters = words.filter_map(|word| word.chars().next());
    letters.flat_map(|letter| letter.to_uppercase().chain(['.'])).collect()
}

#[cfg(test)]
mod tests;
