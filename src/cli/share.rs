//! `share`: puts a session on a server, so that several desks write it.

use std::path::Path;
use std::process::ExitCode;

use crate::describe;
use crate::nats::{AddressFault, Sharing, share};
use crate::workspace::Settings;

use super::outcome::{CommandResult, Failure, print, say};
use super::server::{address, failure};

pub(super) fn run(file: &Path, server: &Path, settings: &Settings) -> CommandResult {
    let lang = settings.lang;
    let malformed = || {
        let message = describe::nats::address_fault(lang, AddressFault::Malformed);
        Failure::Message(message.to_owned())
    };
    let address = address(server, lang)?.filter(|address| address.session.is_none());
    let address = address.ok_or_else(malformed)?;
    let (login, disk, state) = (&settings.login, settings.disk, &settings.state);
    let sharing = Sharing { file, address: &address, login, disk, state };
    let (shared, fingerprint) = share(&sharing).map_err(|error| failure(lang, &address, &error))?;
    print(&format!("{shared}\n"))?;
    say(&lang.server_shared(&shared.to_string(), fingerprint.events));
    Ok(ExitCode::SUCCESS)
}
