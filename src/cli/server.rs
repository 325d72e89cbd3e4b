//! What commands share that take a server's address instead of a file.

use std::path::{Path, PathBuf};

use crate::describe;
use crate::i18n::Lang;
use crate::live::LiveSession;
use crate::nats::{DeskRequest, JoinedDesk, ServerAddress, ServerError, read_shared};
use crate::store::Reading;
use crate::workspace::Settings;
use crate::workspace::clock::fresh_salt;

use super::outcome::{Failure, say};

/// The server that the argument names; nothing when it names a file.
pub(super) fn address(path: &Path, lang: Lang) -> Result<Option<ServerAddress>, Failure> {
    let address = ServerAddress::named_by(path).transpose();
    let message = |fault| describe::nats::address_fault(lang, fault).to_owned();
    address.map_err(|fault| Failure::Message(message(fault)))
}

/// Before the screen is taken: whether the argument, if it names a server, names a session on it.
pub(super) fn session(path: &Path, lang: Lang) -> Result<(), Failure> {
    match address(path, lang)? {
        Some(address) if address.session.is_none() => {
            Err(failure(lang, &address, &ServerError::NoSessionNamed))
        }
        Some(_) | None => Ok(()),
    }
}

pub(super) fn failure(lang: Lang, address: &ServerAddress, error: &ServerError) -> Failure {
    Failure::Message(describe::nats::server_error(lang, address, error))
}

/// The session as the server has it.
pub(super) fn read(address: &ServerAddress, settings: &Settings) -> Result<Reading, Failure> {
    let read = read_shared(address, &settings.login);
    read.map(Reading::of_record).map_err(|error| failure(settings.lang, address, &error))
}

/// A desk at the session, and the path of its own file.
pub(super) fn join(
    address: &ServerAddress,
    settings: &Settings,
) -> Result<(LiveSession, PathBuf), Failure> {
    let lang = settings.lang;
    let request = DeskRequest {
        address,
        login: &settings.login,
        role: settings.role,
        desk: fresh_salt().map_err(|error| Failure::Message(lang.trouble(&error)))?,
        folder: &settings.folder,
        disk: settings.disk,
        state: &settings.state,
        copies: &settings.copies,
    };
    let joined = JoinedDesk::join(request).map_err(|error| failure(lang, address, &error))?;
    let JoinedDesk { record, log, path, mended, merged, state } = joined;
    let done = (mended.as_ref(), merged.as_ref());
    for sentence in describe::store::repairs(lang, (&path, &path), done, state.as_ref()) {
        say(&sentence);
    }
    let live = LiveSession::over(record, Box::new(log), describe::store::recorder(settings));
    Ok((live, path))
}
