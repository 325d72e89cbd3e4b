//! The export of a document: which, in which format, where to, and how far it is.

use ratatui::layout::Rect;

use crate::export::PaperRequest;
use crate::i18n::Lang;
use crate::session::Session;
use crate::session::state::State;
use crate::text::safe;
use crate::tui::model::paper_export::{ExportProgress, PaperExport};
use crate::tui::view::canvas::{Canvas, after, below, indented, narrow, row, upper};
use crate::tui::view::form::line_area;
use crate::tui::view::sentences;
use crate::tui::view::text_block::TextBlock;

use super::list::rows;
use super::middle;

/// Cells of the box.
const WIDTH: u16 = 78;
/// Rows of its borders.
const FRAME: u16 = 2;

pub(super) fn draw(
    canvas: &mut Canvas,
    outer: Rect,
    export: &PaperExport,
    session: Option<&Session>,
) {
    let words = words(canvas, WIDTH.min(outer.width).saturating_sub(4), export, session);
    let (list, line) = match export.progress {
        ExportProgress::Choosing { .. } => (narrow(export.requests.len()), 1),
        ExportProgress::Writing { .. } | ExportProgress::Done { .. } => (0, 0),
    };
    let told = narrow(words.len());
    let area = middle(outer, WIDTH, list + told + line + FRAME);
    canvas.clear(area);
    let title = canvas.lang.export_title();
    let inside = indented(canvas.pane(area, title, canvas.palette.border_active));
    // In a small window the list gives way: what is written, and where to, stays in sight.
    let kept = (told + line).min(inside.height.saturating_sub(list.min(1)));
    let listed = upper(inside, inside.height.saturating_sub(kept));
    if list > 0 {
        requests(canvas, listed, export, session);
    }
    let under = below(inside, listed.height);
    words.draw(canvas, upper(under, under.height.saturating_sub(line)), 0);
    if line > 0 {
        let foot = row(under, usize::from(under.height.saturating_sub(1)));
        let used = canvas.text(foot, "> ", canvas.palette.key);
        line_area(canvas, after(foot, used), &export.line, true);
    }
}

fn requests(canvas: &mut Canvas, list: Rect, export: &PaperExport, session: Option<&Session>) {
    let state = session.map(Session::state);
    rows(canvas, list, export.requests.len(), export.selected, |canvas, line, place| {
        let Some(request) = export.requests.get(place) else { return };
        let name = name(canvas.lang, request, state);
        canvas.text(line, &name, canvas.palette.text);
    });
}

fn words(
    canvas: &Canvas,
    cells: u16,
    export: &PaperExport,
    session: Option<&Session>,
) -> TextBlock {
    let (lang, palette) = (canvas.lang, &canvas.palette);
    let mut words = TextBlock::new(cells);
    match &export.progress {
        ExportProgress::Choosing { wrong } => {
            words.gap();
            let place = safe::path(&export.place());
            let into = match export.request().is_many() {
                true => lang.export_into_folder(&place),
                false => lang.export_into_file(&place),
            };
            words.wrapped(0, &into, palette.strong);
            let formats = export.request().document().formats();
            let others: Vec<&str> = formats
                .iter()
                .filter(|format| **format != export.format())
                .map(|format| format.name())
                .collect();
            let format = lang.export_format(export.format().name(), &others.join(", "));
            words.wrapped(0, &format, palette.text);
            let (edition, other) = match export.is_public {
                true => (lang.export_public(), lang.export_full()),
                false => (lang.export_full(), lang.export_public()),
            };
            words.wrapped(0, &lang.export_edition(edition, other), palette.text);
            if let Some(why) = wrong {
                let nothing = State::default();
                let state = session.map_or(&nothing, Session::state);
                words.wrapped(0, &sentences::trouble(lang, why, state), palette.trouble);
            }
            words.wrapped(0, lang.export_elsewhere(), palette.quiet);
        }
        ExportProgress::Writing { kib } => {
            words.wrapped(0, &lang.export_progress(&lang.number(*kib)), palette.text);
        }
        ExportProgress::Done { place, documents } => {
            let place = safe::path(place);
            let told = match export.request().is_many() {
                true => lang.export_done_many(*documents, &place),
                false => lang.cli_exported(&place),
            };
            words.wrapped(0, &told, palette.strong);
        }
    }
    words
}

/// What a document is called, with whom it is about.
fn name(lang: Lang, request: &PaperRequest, state: Option<&State>) -> String {
    let title = request.document().title(lang);
    match (request, state) {
        (PaperRequest::EveryAgency, _) => lang.export_every_agency().to_owned(),
        (PaperRequest::EveryAsker, _) => lang.export_every_asker().to_owned(),
        (PaperRequest::Agency(id), Some(state)) => format!("{title}: {}", state.full_name(id)),
        (PaperRequest::Asker(number), Some(state)) => {
            let person = state.delegate(*number).map_or("", |delegate| delegate.name.as_str());
            format!("{title}: {number}. {person}")
        }
        _ => title.to_owned(),
    }
}
