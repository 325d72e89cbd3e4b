//! `nats://HOST[:PORT][/SESSION-ID]`, as an argument names a server and a session on it.

use std::fmt;
use std::net::IpAddr;
use std::path::Path;

use crate::record::SessionId;

const SCHEME: &str = "nats://";
const USUAL_PORT: u16 = 4222;

/// A server, and a session on it if one is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerAddress {
    /// As it was written; an IPv6 address in its brackets.
    host: String,
    port: u16,
    pub session: Option<SessionId>,
}

/// Why an argument names no server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressFault {
    /// A user or a password stands in it, where the process list and the shell's history show it.
    Secret,
    Malformed,
}

impl ServerAddress {
    /// `None` when the argument is a file's path.
    ///
    /// # Errors
    /// It begins as the address of a server and is none.
    pub fn named_by(path: &Path) -> Option<Result<Self, AddressFault>> {
        let rest = path.to_str()?.strip_prefix(SCHEME)?;
        Some(Self::read(rest))
    }

    fn read(rest: &str) -> Result<Self, AddressFault> {
        if rest.contains(['@', '?', '#']) {
            return Err(AddressFault::Secret);
        }
        let (server, session) = match rest.trim_end_matches('/').split_once('/') {
            Some((server, id)) => (server, Some(id.parse().map_err(|()| AddressFault::Malformed)?)),
            None => (rest.trim_end_matches('/'), None),
        };
        let (host, port) = match server.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => {
                (host, port.parse().map_err(|_| AddressFault::Malformed)?)
            }
            _ => (server, USUAL_PORT),
        };
        let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
        let is_address = bare.is_some_and(|bare| bare.parse::<IpAddr>().is_ok());
        let is_plain =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
        let is_name = !host.is_empty() && host.bytes().all(is_plain);
        match is_address || is_name {
            true => Ok(Self { host: host.to_owned(), port, session }),
            false => Err(AddressFault::Malformed),
        }
    }

    /// The same server, with this session.
    #[must_use]
    pub fn with(&self, session: SessionId) -> Self {
        Self { session: Some(session), ..self.clone() }
    }

    /// The server alone, as the client takes it.
    #[must_use]
    pub fn server(&self) -> String {
        format!("{SCHEME}{}:{}", self.host, self.port)
    }

    /// Whether the server is this very machine.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        let bare = self.host.trim_start_matches('[').trim_end_matches(']');
        self.host == "localhost" || bare.parse().is_ok_and(|address: IpAddr| address.is_loopback())
    }
}

impl fmt::Display for ServerAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.server())?;
        self.session.as_ref().map_or(Ok(()), |id| write!(f, "/{id}"))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{AddressFault, ServerAddress};

    const ID: &str = "0123456789abcdef0123456789abcdef";

    fn named(text: &str) -> Option<Result<String, AddressFault>> {
        let address = ServerAddress::named_by(Path::new(text))?;
        Some(address.map(|address| address.to_string()))
    }

    #[test]
    fn an_address_is_read_with_its_port_and_its_session() {
        let whole = format!("nats://may-chu.tinh.vn:4333/{ID}");
        assert_eq!(named(&whole), Some(Ok(whole)));
        assert_eq!(named("nats://10.0.0.7"), Some(Ok("nats://10.0.0.7:4222".to_owned())));
        assert_eq!(named("nats://[::1]:4300/"), Some(Ok("nats://[::1]:4300".to_owned())));
        assert_eq!(named("phien.json"), None);
    }

    #[test]
    fn a_secret_in_an_address_is_refused_and_so_is_what_is_no_address() {
        for secret in ["nats://an:mat-khau@may-chu", "nats://may-chu?token=1"] {
            assert_eq!(named(secret), Some(Err(AddressFault::Secret)), "{secret}");
        }
        for wrong in ["nats://", "nats://a b", "nats://a:b", "nats://a/phien", "nats://[x]:1"] {
            assert_eq!(named(wrong), Some(Err(AddressFault::Malformed)), "{wrong}");
        }
    }

    #[test]
    fn this_machine_is_known_by_its_loopback_addresses() {
        let is_loopback = |text| {
            let address = ServerAddress::named_by(Path::new(text)).and_then(Result::ok);
            address.is_some_and(|address| address.is_loopback())
        };
        assert!(
            ["nats://localhost", "nats://127.0.0.1:1", "nats://[::1]"].map(is_loopback)
                == [true; 3]
        );
        assert!(["nats://10.0.0.1", "nats://localhost.vn"].map(is_loopback) == [false; 2]);
    }
}
