//! The upper line: questions by their numbers where they came to the floor, and marks between them. Signs
//! too near to each other to be read are counted.

use crate::i18n::Lang;
use crate::review::timeline::{MarkKind, Timeline};

use super::TimelineBar;
use super::layer::{BarCell, CellTone, is_minor, mark_sign, outcome_sign};

/// The signs of a session on so many cells.
pub(super) struct SignLine<'a> {
    pub(super) timeline: &'a Timeline,
    pub(super) bar: &'a TimelineBar<'a>,
    pub(super) cells: u16,
    pub(super) lang: Lang,
    /// The outcomes stand on the line below.
    pub(super) has_floor: bool,
}

/// What is to be written at one cell.
#[derive(Clone, Debug)]
struct BarSign {
    cell: usize,
    text: String,
    tone: CellTone,
    dimmed: bool,
}

impl SignLine<'_> {
    pub(super) fn laid_out(&self) -> Vec<BarCell> {
        let mut cells = vec![BarCell::EMPTY; usize::from(self.cells)];
        for sign in gathered(&self.signs(), cells.len()) {
            write(&mut cells, &sign);
        }
        for minor in self.marks(is_minor) {
            write_if_free(&mut cells, &minor);
        }
        cells
    }

    /// The questions and the marks that are counted where they crowd, in the order of their cells.
    fn signs(&self) -> Vec<BarSign> {
        let turns = self.timeline.turns().map(|turn| {
            let number = turn.question.to_string();
            let text = match self.has_floor {
                true => number,
                false => format!("{number}{}", outcome_sign(turn.outcome)),
            };
            let (cell, tone) = (self.place(turn.from), CellTone::Of(turn.outcome));
            BarSign { cell, text, tone, dimmed: !self.bar.leaves(turn.from) }
        });
        let mut signs: Vec<BarSign> = turns.collect();
        signs.extend(self.marks(|kind| !is_minor(kind)));
        signs.sort_by_key(|sign| sign.cell);
        signs
    }

    fn marks(&self, wanted: impl Fn(MarkKind) -> bool) -> impl Iterator<Item = BarSign> {
        let marks = self.timeline.marks().iter().filter(move |mark| wanted(mark.kind));
        marks.map(|mark| {
            // The time passed before the event, so the break is drawn one cell earlier.
            let cell = self.place(mark.at);
            let cell = cell.saturating_sub(usize::from(mark.kind == MarkKind::Break));
            BarSign {
                cell,
                text: mark_sign(mark.kind, self.lang).to_string(),
                tone: CellTone::Mark,
                dimmed: !self.bar.leaves(mark.at),
            }
        })
    }

    fn place(&self, moment: usize) -> usize {
        usize::from(self.timeline.cell_of(moment, self.cells))
    }
}

/// The signs with those that crowd as one: as few together as can be written before the next.
fn gathered(signs: &[BarSign], cells: usize) -> Vec<BarSign> {
    let mut gathered: Vec<BarSign> = Vec::new();
    let mut left = signs;
    while !left.is_empty() {
        let Some((count, sign)) = first_group(left, cells) else {
            gathered.extend(at_the_end(left, &gathered, cells));
            break;
        };
        gathered.push(sign);
        left = left.split_at(count).1;
    }
    gathered
}

/// The first signs that can be written before the next one, with how many they are. A question's number
/// tells more than a mere count, so it is kept where that takes at most twice as many signs.
fn first_group(signs: &[BarSign], cells: usize) -> Option<(usize, BarSign)> {
    let mut counted = None;
    let mut most = signs.len();
    let mut count = 0;
    while count < most {
        count += 1;
        let (together, rest) = signs.split_at(count);
        let end = rest.first().map_or(cells, |next| next.cell);
        // One more sign in the same cell leaves as little room as before.
        if together.last().is_some_and(|last| last.cell == end) {
            continue;
        }
        let before_number = rest.first().is_some_and(begins_with_digit);
        let fits = |sign: &BarSign| {
            let gap = usize::from(before_number && ends_with_digit(&sign.text));
            sign.cell + sign.text.chars().count() + gap <= end
        };
        if let Some(sign) = named(together).into_iter().find(fits) {
            return Some((count, sign));
        }
        if counted.is_none()
            && let Some(sign) = as_one(together, format!("×{count}")).filter(fits)
        {
            counted = Some((count, sign));
            most = most.min(count * 2);
        }
    }
    counted
}

/// Signs with a question's number among them, the one that tells more first: all of them, or the first
/// question with how many more there are.
fn named(signs: &[BarSign]) -> Vec<BarSign> {
    let first = signs.iter().find(|sign| begins_with_digit(sign)).or(signs.first());
    let and_more = first.filter(|_| signs.len() > 1).map(|first| {
        let more = signs.len() - 1;
        format!("{}+{more}", first.text)
    });
    let texts = [Some(all(signs)), and_more].into_iter().flatten();
    texts.filter_map(|text| as_one(signs, text)).collect()
}

/// Several signs under one text, in their common colour if they have one.
fn as_one(signs: &[BarSign], text: String) -> Option<BarSign> {
    let first = signs.first()?;
    let is_same = signs.iter().all(|sign| sign.tone == first.tone);
    let tone = if is_same { first.tone } else { CellTone::Many };
    let dimmed = signs.iter().all(|sign| sign.dimmed);
    Some(BarSign { cell: first.cell, text, tone, dimmed })
}

/// All signs one after the other, two numbers apart.
fn all(signs: &[BarSign]) -> String {
    signs.iter().fold(String::new(), |mut all, sign| {
        if ends_with_digit(&all) && begins_with_digit(sign) {
            all.push(' ');
        }
        all + &sign.text
    })
}

/// What is left at the right end of the line, moved to the left as far as that is free.
fn at_the_end(left: &[BarSign], before: &[BarSign], cells: usize) -> Option<BarSign> {
    let free = before.last().map_or(0, |last| last.cell + last.text.chars().count());
    let begins = before.last().is_some_and(|last| ends_with_digit(&last.text));
    let counted = as_one(left, format!("×{}", left.len()));
    named(left).into_iter().chain(counted).find_map(|sign| {
        let cell = cells.checked_sub(sign.text.chars().count())?;
        let gap = usize::from(begins && begins_with_digit(&sign));
        (cell >= free + gap).then_some(BarSign { cell, ..sign })
    })
}

fn begins_with_digit(sign: &BarSign) -> bool {
    sign.text.starts_with(|letter: char| letter.is_ascii_digit())
}

fn ends_with_digit(text: &str) -> bool {
    text.ends_with(|letter: char| letter.is_ascii_digit())
}

fn write(cells: &mut [BarCell], sign: &BarSign) {
    for (cell, letter) in cells.iter_mut().skip(sign.cell).zip(sign.text.chars()) {
        *cell = BarCell { letter, tone: sign.tone, dimmed: sign.dimmed };
    }
}

/// Writes a sign of one letter where nothing is, and not right behind a number.
fn write_if_free(cells: &mut [BarCell], sign: &BarSign) {
    let before = sign.cell.checked_sub(1).and_then(|before| cells.get(before));
    let follows_number = before.is_some_and(|cell| cell.letter.is_ascii_digit());
    if cells.get(sign.cell).is_some_and(|cell| cell.is_empty()) && !follows_number {
        write(cells, sign);
    }
}
