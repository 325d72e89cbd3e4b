//! Who a desk is for the server: by names of files, so that no secret stands in the process list.

use std::fs;
use std::path::{Path, PathBuf};

use async_nats::ConnectOptions;

use crate::nats::address::ServerAddress;
use crate::nats::server_error::ServerError;

/// The longest secret that is read from a file.
const LONGEST: u64 = 64 * 1024;

/// What a person gave to log in with.
#[derive(Clone, Debug, Default)]
pub struct Login {
    /// A credentials file as NATS writes them.
    pub creds: Option<PathBuf>,
    pub user: Option<String>,
    /// A file that holds the user's password.
    pub password: Option<PathBuf>,
    /// A file that holds a token.
    pub token: Option<PathBuf>,
    /// The authority that signed the server's certificate, if the system does not know it.
    pub authority: Option<PathBuf>,
    /// Whether a server elsewhere may be talked to without TLS or without a login.
    pub insecure: bool,
}

impl Login {
    fn is_given(&self) -> bool {
        self.creds.is_some() || self.user.is_some() || self.token.is_some()
    }

    /// The client's options; a server elsewhere is not talked to in the open unless that was asked for.
    pub(crate) fn options(&self, address: &ServerAddress) -> Result<ConnectOptions, ServerError> {
        let is_guarded = !address.is_loopback() && !self.insecure;
        if is_guarded && !self.is_given() {
            return Err(ServerError::Insecure);
        }
        let mut options = ConnectOptions::new().name("doithoai");
        if is_guarded || self.authority.is_some() {
            options = options.require_tls(true);
        }
        if let Some(authority) = &self.authority {
            options = options.add_root_certificates(authority.clone());
        }
        if let Some(creds) = &self.creds {
            let text = secret(creds)?;
            let read = options.credentials(&text);
            return read.map_err(|error| ServerError::Login(creds.clone(), error));
        }
        if let Some(token) = &self.token {
            return Ok(options.token(secret(token)?));
        }
        let Some(user) = &self.user else { return Ok(options) };
        let password = self.password.as_deref().map(secret).transpose()?.unwrap_or_default();
        Ok(options.user_and_password(user.clone(), password))
    }
}

fn secret(path: &Path) -> Result<String, ServerError> {
    let trouble = |error| ServerError::Login(path.to_owned(), error);
    let length = fs::metadata(path).map_err(trouble)?.len();
    if length > LONGEST {
        return Err(trouble(std::io::ErrorKind::FileTooLarge.into()));
    }
    let text = fs::read_to_string(path).map_err(trouble)?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}
