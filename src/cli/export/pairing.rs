//! Which document in which format: what the arguments ask for, and what does not go together.

use std::path::Path;

use crate::cli::args::{ExportArgs, Selected};
use crate::export::PaperRequest;
use crate::i18n::Lang;
use crate::paper::kind::{DocumentKind, Format};

/// What is asked for.
pub(super) struct Pairing {
    /// `None`: the session file itself.
    pub(super) request: Option<PaperRequest>,
    pub(super) format: Format,
}

/// What the arguments ask for.
///
/// # Errors
/// A sentence that says what does not go together.
pub(super) fn pairing(
    args: &ExportArgs,
    out: Option<&Path>,
    lang: Lang,
) -> Result<Pairing, String> {
    let document = document_of(args, lang)?;
    let format = format_of(args, document, out)
        .map_err(|format| not_in_this_format(lang, document, format))?;
    Ok(Pairing { request: request(args, document), format })
}

fn request(args: &ExportArgs, document: DocumentKind) -> Option<PaperRequest> {
    Some(match document {
        DocumentKind::Session => return None,
        DocumentKind::Transcript => PaperRequest::Transcript,
        DocumentKind::Minutes => PaperRequest::Minutes,
        DocumentKind::Conclusion => PaperRequest::Conclusion,
        DocumentKind::Register => PaperRequest::Register,
        DocumentKind::Agency => match &args.agency {
            Some(Selected::One(id)) => PaperRequest::Agency(id.clone()),
            Some(Selected::All) | None => PaperRequest::EveryAgency,
        },
        DocumentKind::Asker => match args.delegate {
            Some(Selected::One(number)) => PaperRequest::Asker(number),
            Some(Selected::All) | None => PaperRequest::EveryAsker,
        },
    })
}

/// The document that is named, else the one that the other arguments are about.
fn document_of(args: &ExportArgs, lang: Lang) -> Result<DocumentKind, String> {
    let (agency, asker) = (args.agency.is_some(), args.delegate.is_some());
    let document = args.document.unwrap_or(match (agency, asker) {
        (true, false) => DocumentKind::Agency,
        (false, true) => DocumentKind::Asker,
        _ => DocumentKind::Transcript,
    });
    if document == DocumentKind::Session && !args.public.public {
        return Err(lang.cli_document_needs(document.name(), "--public"));
    }
    let needs = [
        ("--agency ID|all", DocumentKind::Agency, agency),
        ("--delegate N|all", DocumentKind::Asker, asker),
        ("--notes", DocumentKind::Transcript, args.notes.is_some()),
    ];
    for (option, of, given) in needs {
        if given && document != of {
            return Err(lang.cli_only_with_document(option, of.name()));
        }
        if !given && document == of && of != DocumentKind::Transcript {
            return Err(lang.cli_document_needs(of.name(), option));
        }
    }
    Ok(document)
}

/// The format that is asked for, by name or by the ending of the file; else the document's first.
///
/// # Errors
/// The document is not written in it.
fn format_of(
    args: &ExportArgs,
    document: DocumentKind,
    out: Option<&Path>,
) -> Result<Format, Format> {
    let formats = document.formats();
    let out = out.filter(|_| !args.is_about_all());
    let ending = out.and_then(Path::extension).and_then(|ending| ending.to_str());
    let asked = args.format.or_else(|| ending.and_then(Format::of_ending));
    match asked {
        Some(format) if formats.contains(&format) => Ok(format),
        Some(format) => Err(format),
        None => Ok(formats.first().copied().unwrap_or(Format::Text)),
    }
}

/// Says so, and which pairs there are.
fn not_in_this_format(lang: Lang, document: DocumentKind, format: Format) -> String {
    let pairs = DocumentKind::ALL.map(|document| {
        let formats: Vec<&str> = document.formats().iter().map(|it| it.name()).collect();
        format!("\n  {}: {}", document.name(), formats.join(", "))
    });
    format!("{}{}", lang.cli_no_such_pair(document.name(), format.name()), pairs.concat())
}
