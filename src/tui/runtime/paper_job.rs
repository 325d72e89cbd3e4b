//! Writing a document in the background, of the open session or of a file.

use std::cell::Cell;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use crate::describe;
use crate::export::office::office_of;
use crate::export::{Export, ExportError};
use crate::paper::PaperSource;
use crate::paper::office::IssuingOffice;
use crate::paper::public::{PublicChoices, PublicEdition};
use crate::session::Session;
use crate::store::read_on;
use crate::tui::model::paper_export::{PaperDone, PaperOrder};
use crate::tui::model::trouble::Trouble;
use crate::workspace::{Settings, papers};

use super::job_result::JobResult;
use super::loop_event::LoopEvent;

/// Bytes between two drawings of how far it is.
const BETWEEN_DRAWINGS: usize = 64 * 1024;

/// A document to be written.
pub struct PaperJob {
    pub order: PaperOrder,
    /// The session that is open, as it is now; else its file is read.
    pub open: Option<RecordedSession>,
    /// Set when the person has left it.
    pub cancelled: Arc<AtomicBool>,
}

/// A session, and what a paper says of its record.
pub struct RecordedSession {
    pub session: Session,
    pub id: String,
    pub fingerprint: String,
}

impl PaperJob {
    pub fn run(self, settings: &Settings, events: &Sender<LoopEvent>) -> JobResult {
        let done = self.written(settings, events);
        if self.cancelled.load(Ordering::Relaxed) {
            return JobResult::PaperCancelled;
        }
        JobResult::PaperWritten { order: self.order, done }
    }

    fn written(
        &self,
        settings: &Settings,
        events: &Sender<LoopEvent>,
    ) -> Result<PaperDone, Trouble> {
        if let Some(open) = &self.open {
            let RecordedSession { session, id, fingerprint } = open;
            let source = PaperSource { session, id, fingerprint, damage: None, withheld: None };
            return self.put(source, settings, events);
        }
        let path = &self.order.session;
        let reading = read_on(settings.disk, path)
            .map_err(|error| Trouble::Read { path: path.clone(), error: Arc::new(error) })?;
        let id = reading.header.as_ref().map(|header| header.id.to_string()).unwrap_or_default();
        let fingerprint = reading.fingerprint().to_string();
        let damage =
            (!reading.is_whole()).then(|| describe::store::fault_of(settings.paper_lang, &reading));
        let session = reading.record.session();
        let (id, fingerprint, damage) = (id.as_str(), fingerprint.as_str(), damage.as_deref());
        self.put(PaperSource { session, id, fingerprint, damage, withheld: None }, settings, events)
    }

    fn put(
        &self,
        source: PaperSource,
        settings: &Settings,
        events: &Sender<LoopEvent>,
    ) -> Result<PaperDone, Trouble> {
        let order = &self.order;
        let trouble = |error: ExportError| Trouble::Export(Arc::new(error));
        let lang = settings.paper_lang;
        let edition = match order.is_public {
            true => PublicEdition::of(source.session, PublicChoices::default(), lang)
                .map(Some)
                .map_err(ExportError::NotMasked),
            false => order.request.edition(source.session, lang),
        };
        let edition = edition.map_err(trouble)?;
        let counts = edition.as_ref().filter(|_| order.is_public).map(PublicEdition::counts);
        let session = edition.as_ref().map_or(source.session, |edition| &edition.session);
        let source = PaperSource { session, withheld: counts.as_deref(), ..source };
        let office = match order.request.names_the_office() {
            true => office_of(&order.session, settings).map_err(trouble)?.office,
            false => IssuingOffice::default(),
        };
        let export = Export {
            source,
            request: &order.request,
            format: order.format,
            office: &office,
            notes: &[],
            lang,
            force: false,
        };
        let written = Cell::new(0);
        let through = |piece: &[u8]| self.passed(piece.len(), &written, events);
        match &order.place {
            Some(place) => {
                let documents = export.put(place, &through).map_err(trouble)?;
                Ok(PaperDone { place: place.clone(), documents })
            }
            None => {
                let fill = |out: &mut dyn io::Write| export.write(out);
                let beside = papers::write_beside(&order.session, &fill);
                let place: PathBuf = beside.map_err(|error| trouble(error.into()))?;
                Ok(PaperDone { place, documents: 1 })
            }
        }
    }

    /// Tells how much is written; refuses the piece once the person has left.
    fn passed(
        &self,
        piece: usize,
        written: &Cell<usize>,
        events: &Sender<LoopEvent>,
    ) -> io::Result<()> {
        if self.cancelled.load(Ordering::Relaxed) {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        let (before, now) = (written.get(), written.get() + piece);
        written.set(now);
        if before / BETWEEN_DRAWINGS != now / BETWEEN_DRAWINGS {
            let progressed = JobResult::PaperProgressed { kib: now / 1024 };
            // Once the loop has ended, nobody looks at it.
            let _ = events.send(LoopEvent::JobDone(progressed));
        }
        Ok(())
    }
}
