//! Why a server, or a session on it, cannot be used, as a sentence.

use crate::describe;
use crate::i18n::Lang;
use crate::nats::{AddressFault, ServerAddress, ServerError};
use crate::text::safe;

pub fn address_fault(lang: Lang, fault: AddressFault) -> &'static str {
    match fault {
        AddressFault::Secret => lang.server_secret_in_address(),
        AddressFault::Malformed => lang.server_address_malformed(),
    }
}

pub fn server_error(lang: Lang, address: &ServerAddress, error: &ServerError) -> String {
    let server = address.server();
    match error {
        ServerError::Unreachable => lang.server_unreachable(&server),
        ServerError::Silent => lang.server_gives_no_answer(&server),
        ServerError::NotLetIn => lang.server_not_let_in(&server),
        ServerError::Tls => lang.server_no_tls(&server),
        ServerError::Insecure => lang.server_insecure(&server),
        ServerError::Login(path, error) => {
            lang.server_login_unread(&safe::path(path), &lang.trouble(error))
        }
        ServerError::NoStreams => lang.server_keeps_no_streams(&server),
        ServerError::NoSuchSession => lang.server_no_session(&server),
        ServerError::NoSessionNamed => lang.server_names_no_session(&server),
        ServerError::NotASession => lang.server_not_a_session(&server),
        ServerError::Newer { kind } => lang.server_newer(&server, &safe::line(kind)),
        ServerError::Diverged(at) => {
            lang.server_diverged(&at.file.to_string(), &at.log.to_string())
        }
        ServerError::Said(said) => lang.server_says(&server, &safe::line(said)),
        ServerError::NoClient(error) => lang.server_no_client(&lang.trouble(error)),
        ServerError::Open(path, error) => describe::store::open_error(lang, path, error),
        ServerError::Create(path, error) => {
            lang.create_failed(&safe::path(path), &lang.trouble(error))
        }
        ServerError::Store(path, error) => describe::store::store_error(lang, path, error),
    }
}
