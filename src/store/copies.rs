//! The two copies of one record: an event is acknowledged as soon as one of them holds it.

use std::borrow::Cow;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::record::lines::Lines;
use crate::record::log::Entry;
use crate::record::scan::scan;
use crate::session::event::{Event, Recorded};
use crate::store::black_box::BlackBox;
use crate::store::ink::{Ink, InkError};
use crate::store::other_hand::OtherHand;
use crate::store::places::Place;
use crate::store::public_file::PublicFile;
use crate::store::read::contents;
use crate::store::storage::{Access, Storage};

/// How many copies hold everything that was acknowledged, and why not both.
#[derive(Clone, Debug)]
pub enum Standing {
    Both,
    FileAlone(Arc<InkError>),
    BoxAlone(Arc<InkError>),
    /// Nothing more is acknowledged.
    Neither(Arc<InkError>),
}

impl Standing {
    pub fn copies(&self) -> u8 {
        match self {
            Self::Both => 2,
            Self::FileAlone(_) | Self::BoxAlone(_) => 1,
            Self::Neither(_) => 0,
        }
    }
}

/// The record has gone on in another file.
#[derive(Clone, Debug)]
pub struct Moved {
    pub from: PathBuf,
    pub to: PathBuf,
    pub why: Arc<InkError>,
    /// It happened while an earlier move was being recorded: to record this one too would only bring on
    /// the next. The black box, or the new file itself, leads on.
    pub again: bool,
}

impl Moved {
    /// The name of the file that was left, and of the one that took its place: a whole path where that
    /// stands in another folder.
    pub fn names(&self) -> (String, String) {
        let name =
            |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let to = match self.to.parent() == self.from.parent() {
            true => name(&self.to),
            false => self.to.display().to_string(),
        };
        (name(&self.from), to)
    }
}

/// The public file and the black box.
pub(crate) struct Copies {
    storage: Arc<dyn Storage>,
    /// Where the public file stands now.
    path: PathBuf,
    /// Where it stood when it was opened: a new one is called after it.
    home: PathBuf,
    box_path: PathBuf,
    lines: Lines,
    file: Side,
    black_box: Side,
    /// `None` where the copies are written in turn.
    other_hand: Option<OtherHand>,
    /// No copy took the last entry.
    refused: bool,
    moved: Option<Moved>,
    /// New files since one last took a line: each could be made, none could be gone on in.
    fruitless: usize,
    /// The entry under way says where the record went on.
    tells_of_a_move: bool,
}

/// New files in a row that take no line, after which the black box alone is gone on in: a disk on which
/// every file fails at its first line would be filled with them.
const FRUITLESS: usize = 3;

/// One copy, and what it lacks of what was acknowledged.
struct Side {
    /// `None` once nothing may be written to it any more.
    ink: Option<Box<dyn Ink>>,
    missing: Entry,
    trouble: Option<Arc<InkError>>,
}

impl Side {
    fn of(ink: Result<Box<dyn Ink>, InkError>) -> Self {
        let (ink, trouble) = match ink {
            Ok(ink) => (Some(ink), None),
            Err(error) => (None, Some(Arc::new(error))),
        };
        Self { ink, missing: Entry::default(), trouble }
    }

    fn holds_all(&self) -> bool {
        self.ink.is_some() && self.missing.is_empty()
    }

    /// What it has to be given, so that it has the entry too.
    fn due<'a>(&self, entry: &'a Entry) -> Cow<'a, Entry> {
        if self.missing.is_empty() {
            return Cow::Borrowed(entry);
        }
        let mut due = self.missing.clone();
        due.extend(entry.clone());
        Cow::Owned(due)
    }

    /// What came of giving it all that was due; whether it holds all now.
    fn note(&mut self, written: Result<(), InkError>) -> bool {
        match written {
            Ok(()) => {
                self.missing = Entry::default();
                self.trouble = None;
                true
            }
            Err(error) => {
                if !error.passes() {
                    self.ink = None;
                }
                self.trouble = Some(Arc::new(error));
                false
            }
        }
    }

    fn why(&self) -> Arc<InkError> {
        self.trouble.clone().unwrap_or_else(|| Arc::new(InkError::Poisoned))
    }
}

impl Copies {
    pub(crate) fn new(
        storage: Arc<dyn Storage>,
        path: PathBuf,
        file: Box<dyn Ink>,
        box_path: PathBuf,
        black_box: Result<BlackBox, InkError>,
        lines: Lines,
    ) -> Self {
        let other_hand = (!storage.in_turn()).then(OtherHand::new);
        let black_box = black_box.map(|black_box| -> Box<dyn Ink> { Box::new(black_box) });
        Self {
            storage,
            home: path.clone(),
            path,
            box_path,
            lines,
            file: Side::of(Ok(file)),
            black_box: Side::of(black_box),
            other_hand,
            refused: false,
            moved: None,
            fruitless: 0,
            tells_of_a_move: false,
        }
    }

    pub(crate) fn standing(&self) -> Standing {
        match (self.file.holds_all(), self.black_box.holds_all()) {
            _ if self.refused => Standing::Neither(self.file.why()),
            (true, true) => Standing::Both,
            (true, false) => Standing::FileAlone(self.black_box.why()),
            (false, true) => Standing::BoxAlone(self.file.why()),
            (false, false) => Standing::Neither(self.file.why()),
        }
    }

    /// Where the record has gone on since this was asked last.
    pub(crate) fn take_moved(&mut self) -> Option<Moved> {
        self.moved.take()
    }

    /// # Errors
    /// No copy took the entry, old or new: it is not acknowledged.
    pub(crate) fn append(&mut self, entry: &Entry) -> Result<(), InkError> {
        let tells = |recorded: &Recorded| matches!(recorded.event, Event::FailedOver(_));
        self.tells_of_a_move = entry.events().iter().any(tells);
        let ready = self.look()? | self.renew_file();
        self.renew_box();
        let before = self.lines.length();
        let mut held = self.write(entry, ready);
        self.lines.push(entry);
        if held == (false, false) {
            held = (self.goes_on_elsewhere(), self.renew_box());
        }
        if held == (false, false) {
            self.lines.shorten(before);
            self.refused = true;
            return Err(InkError::InNoCopy(self.file.why()));
        }
        self.refused = false;
        if !held.0 {
            self.file.missing.extend(entry.clone());
        }
        if !held.1 {
            self.black_box.missing.extend(entry.clone());
        }
        self.renew_file();
        self.renew_box();
        Ok(())
    }

    /// Gives each copy what it lacks, and puts new ones in the place of those that are lost: what may
    /// have become possible since the last entry.
    pub(crate) fn heal(&mut self) {
        let Ok(ready) = self.look() else { return };
        let mut healed = self.renew_file() | self.renew_box();
        if let Some(ink) = self.file.ink.as_mut().filter(|_| ready)
            && !self.file.missing.is_empty()
        {
            let written = ink.append(&self.file.missing);
            healed |= self.file.note(written);
        }
        if let Some(ink) = &mut self.black_box.ink
            && !self.black_box.missing.is_empty()
        {
            let written = ink.append(&self.black_box.missing);
            healed |= self.black_box.note(written);
        }
        self.refused &= !healed;
    }

    /// Goes on in a folder that a person named.
    ///
    /// # Errors
    /// No file can be made there.
    pub(crate) fn move_to(&mut self, folder: &Path) -> Result<(), InkError> {
        self.look()?;
        let why = self.file.why();
        self.fruitless = 0;
        self.go_on_in(&Place::named(folder, &self.home), &why)?;
        self.refused = false;
        self.renew_box();
        Ok(())
    }

    /// Whether the public file may be written now. Nobody else may have gone on with the session: the
    /// lock does not reach other machines.
    fn look(&mut self) -> Result<bool, InkError> {
        let Some(ink) = &mut self.file.ink else { return Ok(false) };
        let Err(error) = ink.check() else { return Ok(true) };
        if matches!(error, InkError::Replaced | InkError::Changed) && self.is_overtaken() {
            return Err(InkError::Overtaken);
        }
        self.file.note(Err(error));
        Ok(false)
    }

    /// Whether the file at the path holds events of this session that we did not write.
    fn is_overtaken(&self) -> bool {
        let sheet = self.storage.open(&self.path, Access::Read);
        let Some((bytes, _)) = sheet.ok().and_then(|sheet| contents(sheet.as_ref()).ok()) else {
            return false;
        };
        let Some(scan) = scan(&bytes).ok().filter(|scan| scan.header.is_some()) else {
            return false;
        };
        let theirs = Lines::of(bytes, scan.end);
        scan.record.fingerprint().events > 0
            && theirs.header() == self.lines.header()
            && !self.lines.begin_with(&theirs)
    }

    /// Both at once, each with all it lacks; whether each holds it. The black box, whose file grows and
    /// so takes longer, is begun with here, while the other hand wakes up to the file.
    fn write(&mut self, entry: &Entry, file_is_ready: bool) -> (bool, bool) {
        let (for_file, for_box) = (self.file.due(entry), self.black_box.due(entry));
        let file = self.file.ink.take_if(|_| file_is_ready);
        let (file, boxed) = match (&self.other_hand, file, &mut self.black_box.ink) {
            (Some(other_hand), Some(ink), Some(black_box)) => {
                other_hand.begin(ink, for_file.into_owned());
                let boxed = black_box.append(&for_box);
                (Some(other_hand.end()), Some(boxed))
            }
            (_, file, black_box) => {
                let file = file.map(|mut ink| {
                    let written = ink.append(&for_file);
                    Some((ink, written))
                });
                (file, black_box.as_mut().map(|ink| ink.append(&for_box)))
            }
        };
        let file = file.map(|done| match done {
            Some((ink, written)) => {
                self.file.ink = Some(ink);
                written
            }
            None => {
                self.other_hand = None;
                Err(InkError::Poisoned)
            }
        });
        let filed = file.is_some_and(|written| self.file.note(written));
        if filed {
            self.fruitless = 0;
        }
        (filed, boxed.is_some_and(|written| self.black_box.note(written)))
    }

    /// A new file in the place of one that may not be written any more; whether there is one now. The same
    /// trouble is not met again and again while the black box has everything.
    fn renew_file(&mut self) -> bool {
        let is_worth_it = self.fruitless < FRUITLESS || !self.black_box.holds_all();
        self.file.ink.is_none() && is_worth_it && self.goes_on_elsewhere()
    }

    fn goes_on_elsewhere(&mut self) -> bool {
        let why = self.file.why();
        let (here, home) = (Place::beside(&self.path), Place::beside(&self.home));
        let places = [here, home, Place::with(&self.box_path)];
        places.iter().any(|place| self.go_on_in(place, &why).is_ok())
    }

    fn go_on_in(&mut self, place: &Place, why: &Arc<InkError>) -> Result<(), InkError> {
        let mut refused = InkError::Gone;
        for path in place.paths() {
            // Asked before anything is written: a folder may hold many of its name.
            if self.storage.likeness(&path).is_ok() {
                continue;
            }
            match PublicFile::founded(Arc::clone(&self.storage), path.clone(), &self.lines) {
                Ok(file) => {
                    self.file = Side::of(Ok(Box::new(file)));
                    self.fruitless += 1;
                    self.note_move(path, why);
                    return Ok(());
                }
                Err(InkError::Io(error)) if error.kind() == ErrorKind::AlreadyExists => {
                    refused = InkError::Io(error);
                }
                Err(error) => return Err(error),
            }
        }
        Err(refused)
    }

    fn note_move(&mut self, to: PathBuf, why: &Arc<InkError>) {
        let left = std::mem::replace(&mut self.path, to.clone());
        let why = Arc::clone(why);
        self.moved = Some(match self.moved.take() {
            Some(earlier) => Moved { to, ..earlier },
            None => Moved { from: left, to, why, again: self.tells_of_a_move },
        });
    }

    /// A new black box with every line, in the place of one that may not be written any more.
    fn renew_box(&mut self) -> bool {
        if self.black_box.ink.is_some() {
            return false;
        }
        let storage = Arc::clone(&self.storage);
        let path = self.box_path.clone();
        let Ok((ink, _)) = BlackBox::renewed(storage, path, &self.lines, "failed") else {
            return false;
        };
        self.black_box = Side::of(Ok(Box::new(ink)));
        true
    }

    /// Bytes that surely still fit into the public file.
    pub(crate) fn room(&self) -> Option<u64> {
        self.file.ink.as_ref().map(|ink| ink.room())
    }

    /// # Errors
    /// The public file could not be tidied, or there is none; every event is as safe as before.
    pub(crate) fn leave(mut self, closed: bool) -> Result<(), InkError> {
        self.heal();
        match self.file.ink {
            Some(ink) if self.file.missing.is_empty() => ink.leave(closed),
            _ => Ok(()),
        }
    }
}
