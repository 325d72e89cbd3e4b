//! A live session over the files of a session, as they were opened.

use std::sync::Arc;

use crate::live::file_log::FileLog;
use crate::live::live_session::LiveSession;
use crate::live::update::{NotRecorded, Recorder};
use crate::record::Batch;
use crate::session::command::Command;
use crate::session::payload::Recovery;
use crate::store::Opened;

impl LiveSession {
    /// For those who wait for each answer.
    #[must_use]
    pub fn of_files(opened: Opened, recorder: Recorder) -> Self {
        Self::over(opened.record, Box::new(FileLog::new(opened.writer)), recorder)
    }

    /// With the files on a thread of their own.
    #[must_use]
    pub fn of_files_on_a_thread(
        opened: Opened,
        recorder: Recorder,
        notify: impl Fn() + Send + 'static,
    ) -> Self {
        let log = Box::new(FileLog::new(opened.writer));
        Self::on_a_thread(opened.record, log, recorder, notify)
    }

    /// Records what was mended when the files were opened.
    ///
    /// # Errors
    /// No copy took it.
    pub fn record_recovery(&mut self, recovery: Recovery) -> Result<Arc<Batch>, NotRecorded> {
        self.record_itself(Command::Recover(recovery))
    }
}
