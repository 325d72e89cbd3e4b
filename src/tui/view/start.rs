//! The start screen: the sessions of a folder, and the ways into them.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::i18n::Lang;
use crate::session::state::State;
use crate::tui::model::start::{
    Condition, SessionCopy, SessionEntry, SessionSummary, Start, StartNotice,
};
use crate::tui::model::{Model, Target};

use super::canvas::{Canvas, WIDE, after, below, cut, narrow, row, upper, width};
use super::text_block::TextBlock;
use super::theme::{Palette, sign};
use super::{footer, form, sentences};

/// Cells between two columns.
const APART: u16 = 2;
/// Width below which a session takes two rows instead of one with columns.
const WIDTH_FOR_COLUMNS: u16 = 100;

/// Draws the start screen.
pub(super) fn draw(canvas: &mut Canvas, area: Rect, model: &Model, start: &Start) -> Option<Rect> {
    let palette = canvas.palette;
    if area.width < 40 || area.height < 8 {
        canvas.text(row(area, 0), canvas.lang.window_too_small(), palette.strong);
        return None;
    }
    let line = after(row(area, 0), 2);
    if let Some(name) = start.opening.as_ref().filter(|_| start.alone) {
        canvas.text(line, &canvas.lang.is_being_opened(name), palette.strong);
        return None;
    }
    let left = canvas.texts(line, &[(canvas.lang.program_title(), palette.strong)]);
    let folder = cut(&start.folder, usize::from(left.width).saturating_sub(3)).into_owned();
    canvas.text_right(left, &format!("  {folder} "), palette.quiet);
    let body = upper(below(area, 2), area.height.saturating_sub(3));
    let body = match &start.form {
        Some(open) if area.width >= WIDE => {
            let list = Rect { width: body.width * 2 / 5, ..body };
            form::draw(canvas, after(body, list.width), model, open, None);
            list
        }
        Some(open) => {
            form::draw(canvas, body, model, open, None);
            Rect { height: 0, ..body }
        }
        None => body,
    };
    let list = messages(canvas, body, start);
    entries(canvas, list, model, start);
    footer::keys(canvas, row(area, usize::from(area.height - 1)), model, None);
    Some(upper(area, area.height - 1))
}

/// What went wrong and who holds what, at the bottom; what is left above.
fn messages(canvas: &mut Canvas, area: Rect, start: &Start) -> Rect {
    let (lang, palette) = (canvas.lang, canvas.palette);
    let mut block = TextBlock::new(area.width.saturating_sub(4));
    if let Some(entry) =
        start.entries.iter().find(|entry| start.chosen.as_ref() == Some(&entry.path))
    {
        advice(lang, palette, &mut block, entry);
    }
    if let Some(name) = &start.opening {
        block.wrapped(0, &lang.is_being_opened(name), palette.text);
    }
    let notice = start.notice.map(|notice| match notice {
        StartNotice::ThemeIs(theme) => lang.notice_theme(sentences::theme_name(lang, theme)),
        StartNotice::TextDropped => lang.notice_text_dropped().to_owned(),
    });
    if let Some(notice) = notice {
        block.wrapped(0, &notice, palette.text);
    }
    if let Some(trouble) = &start.trouble {
        let trouble = sentences::trouble(lang, trouble, &State::default());
        block.wrapped(0, &trouble, palette.trouble);
    }
    let rows = narrow(block.len()).min(area.height / 2);
    let list = upper(area, area.height - rows);
    block.draw(canvas, after(below(area, list.height), 2), 0);
    list
}

/// What can be done about a file that is not whole.
fn advice(lang: Lang, palette: Palette, block: &mut TextBlock, entry: &SessionEntry) {
    match &entry.condition {
        Condition::Damaged { from, .. } => {
            block.wrapped(
                0,
                &lang.damaged_can_be(&entry.name, *from, &entry.path.display().to_string()),
                palette.trouble,
            );
        }
        _ if let Some(copy) = entry.summary().and_then(|summary| summary.copy.as_ref()) => {
            let words = match copy {
                SessionCopy::Newest => lang.copy_is_newest(&entry.name),
                SessionCopy::OlderThan(other) => lang.copy_is_older(&entry.name, other),
                SessionCopy::SameAs(other) => lang.copy_is_same(&entry.name, other),
            };
            block.wrapped(0, &words, palette.text);
        }
        Condition::Unreadable(why) => {
            let why = sentences::trouble(lang, why, &State::default());
            block.wrapped(0, &lang.cannot_be_read(&entry.name, &why), palette.trouble);
        }
        _ => {}
    }
}

fn entries(canvas: &mut Canvas, list: Rect, model: &Model, start: &Start) {
    if start.entries.is_empty() {
        let mut block = TextBlock::new(list.width.saturating_sub(4));
        let words = match start.reading {
            true => canvas.lang.folder_is_being_read(),
            false => canvas.lang.folder_is_empty(),
        };
        block.wrapped(0, words, canvas.palette.text);
        block.draw(canvas, after(list, 2), 0);
        return;
    }
    let rows_each = if list.width >= WIDTH_FOR_COLUMNS { 1 } else { 2 };
    let page = usize::from(list.height) / rows_each;
    let chosen = start.chosen_place();
    let highest = start.entries.len().saturating_sub(page);
    let top = canvas.metrics.top.min(chosen).max((chosen + 1).saturating_sub(page)).min(highest);
    canvas.metrics.top = top;
    canvas.metrics.page = page;
    let shown = start.entries.iter().skip(top).take(page);
    let columns = columns(canvas, model, shown);
    for (at, (place, entry)) in start.entries.iter().enumerate().skip(top).take(page).enumerate() {
        let area = upper(below(list, narrow(at * rows_each)), narrow(rows_each));
        canvas.region(area, Target::SessionRow(place));
        if start.chosen.as_ref() == Some(&entry.path) {
            canvas.tint(area, canvas.palette.chosen);
            for line in 0..rows_each {
                canvas.text(row(area, line), sign::CHOSEN, canvas.palette.strong);
            }
        }
        let listed = SessionRow { canvas, model, entry, name: name(start, entry) };
        match rows_each {
            1 => listed.in_columns(after(area, 2), columns),
            _ => listed.in_two_rows(after(area, 2)),
        }
    }
}

/// Cells of the columns at the right, as wide as what shows in them: the day, the counts, the condition.
type SessionColumns = [u16; 3];

fn columns<'a>(
    canvas: &Canvas,
    model: &Model,
    entries: impl Iterator<Item = &'a SessionEntry>,
) -> SessionColumns {
    entries.fold([0; 3], |[a, b, c], entry| {
        let (words, _) = condition(canvas, entry);
        let texts = [day(model, entry), counts(canvas.lang, entry), words];
        let [day, counts, words] = texts.map(|text| narrow(width(&text)));
        [a.max(day), b.max(counts), c.max(words)]
    })
}

/// A session's title, and its file's name where another has the same title.
fn name<'a>(start: &Start, entry: &'a SessionEntry) -> (&'a str, Option<&'a str>) {
    let title = title_of(entry);
    let same = start.entries.iter().filter(|other| title_of(other) == title).count();
    (title, (same > 1 && title != entry.name).then_some(&entry.name))
}

/// A session being listed.
struct SessionRow<'a, 'b> {
    canvas: &'a mut Canvas<'b>,
    model: &'a Model,
    entry: &'a SessionEntry,
    name: (&'a str, Option<&'a str>),
}

impl SessionRow<'_, '_> {
    fn in_columns(self, line: Rect, [day_cells, counts_cells, words_cells]: SessionColumns) {
        let quiet = self.canvas.palette.quiet;
        let (words, style) = condition(self.canvas, self.entry);
        let texts = [
            (words, words_cells.min(line.width / 3), style),
            (counts(self.canvas.lang, self.entry), counts_cells, quiet),
            (day(self.model, self.entry), day_cells, quiet),
        ];
        let left = texts.iter().fold(line, |left, (text, cells, style)| {
            let at = left.width.saturating_sub(cells + APART);
            let place = Rect { width: (*cells).min(left.width), ..after(left, at) };
            self.canvas.text(place, text, *style);
            upper(Rect { width: at.saturating_sub(APART), ..left }, 1)
        });
        self.title(left);
    }

    fn in_two_rows(self, area: Rect) {
        let quiet = self.canvas.palette.quiet;
        let day = day(self.model, self.entry);
        let first = self.canvas.text_right(row(area, 0), &format!("  {day} "), quiet);
        let (words, style) = condition(self.canvas, self.entry);
        let counts = counts(self.canvas.lang, self.entry);
        let between = if counts.is_empty() { "" } else { sign::BETWEEN };
        let second = after(row(area, 1), 2);
        self.canvas.texts(second, &[(&counts, quiet), (between, quiet), (&words, style)]);
        self.title(first);
    }

    fn title(self, line: Rect) {
        let (title, file) = self.name;
        let file = file.map_or(String::new(), |file| format!("{}{file}", sign::BETWEEN));
        // However long the file's name is, half of the line stays for the title.
        let title_cells = width(title).min(usize::from(line.width.div_ceil(2)));
        let file = cut(&file, usize::from(line.width) - title_cells);
        let cells = width(title) + width(&file);
        let line = Rect { width: line.width.min(narrow(cells)), ..line };
        let left = self.canvas.text_right(line, &file, self.canvas.palette.quiet);
        self.canvas.text(left, title, self.canvas.palette.text);
    }
}

fn summary(entry: &SessionEntry) -> Option<&SessionSummary> {
    match &entry.condition {
        Condition::Whole(summary) | Condition::Torn(summary) => Some(summary),
        Condition::Damaged { summary, .. } => Some(summary),
        Condition::NotRead | Condition::Unreadable(_) => None,
    }
}

fn title_of(entry: &SessionEntry) -> &str {
    match summary(entry) {
        Some(summary) if !summary.title.trim().is_empty() => &summary.title,
        _ => &entry.name,
    }
}

fn day(model: &Model, entry: &SessionEntry) -> String {
    match summary(entry).and_then(|summary| summary.opened) {
        Some(opened) if opened.date() == model.now.date() => model.lang.today().to_owned(),
        Some(opened) => model.lang.whole_day(opened.date()),
        None => sign::NOTHING.to_owned(),
    }
}

fn counts(lang: Lang, entry: &SessionEntry) -> String {
    summary(entry).map_or(String::new(), |summary| {
        let questions = lang.questions_counted(summary.questions);
        [questions, lang.tasks_counted(summary.tasks)].join(sign::BETWEEN)
    })
}

/// The condition of the file, troubles in the trouble style.
fn condition(canvas: &Canvas, entry: &SessionEntry) -> (String, Style) {
    let (words, style) = condition_of_file(canvas, entry);
    match entry.summary().and_then(|summary| summary.copy.as_ref()) {
        Some(copy) => ([&words, copy_mark(canvas.lang, copy)].join(sign::BETWEEN), style),
        None => (words, style),
    }
}

fn copy_mark(lang: Lang, copy: &SessionCopy) -> &'static str {
    match copy {
        SessionCopy::Newest => lang.copy_mark_newest(),
        SessionCopy::OlderThan(_) => lang.copy_mark_older(),
        SessionCopy::SameAs(_) => lang.copy_mark_same(),
    }
}

fn condition_of_file(canvas: &Canvas, entry: &SessionEntry) -> (String, Style) {
    let (lang, palette) = (canvas.lang, canvas.palette);
    match &entry.condition {
        Condition::Whole(SessionSummary { held_by: Some(pid), .. }) => {
            (lang.is_open_in(*pid), palette.strong)
        }
        Condition::Whole(SessionSummary { closed: true, rebuilt: false, .. }) => {
            (lang.was_closed().to_owned(), palette.quiet)
        }
        Condition::Whole(SessionSummary { rebuilt: true, .. }) => {
            (lang.was_rebuilt().to_owned(), palette.quiet)
        }
        Condition::Whole(_) => (lang.is_unfinished().to_owned(), palette.text),
        Condition::Torn(_) => (lang.is_torn().to_owned(), palette.text),
        Condition::Damaged { from, .. } => (lang.is_damaged(*from), palette.trouble),
        Condition::Unreadable(why) => {
            (sentences::trouble(lang, why, &State::default()), palette.trouble)
        }
        Condition::NotRead => (lang.is_being_read().to_owned(), palette.quiet),
    }
}
