//! The client of one session's stream: calls that wait for the server, on a runtime with a thread of its own.

use std::error::Error as _;
use std::future::Future;
use std::thread::sleep;
use std::time::{Duration, Instant};

use async_nats::jetstream::consumer::{AckPolicy, DeliverPolicy, pull};
use async_nats::jetstream::context::{
    Context, CreateStreamErrorKind, GetStreamErrorKind, PublishError, PublishErrorKind,
};
use async_nats::jetstream::message::PublishMessage;
use async_nats::jetstream::stream::{Config, DiscardPolicy, Stream};
use async_nats::jetstream::{self, ErrorCode};
use async_nats::{ConnectErrorKind, Message as Received};
use futures_util::StreamExt;
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use crate::nats::address::ServerAddress;
use crate::nats::login::Login;
use crate::nats::server_error::ServerError;
use crate::nats::shared_record::StreamMessage;
use crate::record::SessionId;

/// How long the server has to answer one request.
const ANSWER: Duration = Duration::from_secs(5);
/// How long it is waited for a connection that was lost to come back by itself, at most, between two tries.
const BETWEEN_CONNECTIONS: Duration = Duration::from_millis(500);
/// How often it is asked whether others have written, in case that was not heard.
const BETWEEN_LOOKS: Duration = Duration::from_secs(2);
/// How many messages are asked for one by one, rather than through a consumer.
const FEW: u64 = 16;
/// How many are asked for at once.
const MANY: usize = 1000;
/// What the headers of a message take of the server's limit, generously.
const HEADERS: usize = 1024;
/// How long the server knows a message again that is sent twice.
const SAME_MESSAGE: Duration = Duration::from_mins(2);
/// In how many copies a cluster keeps a session.
const REPLICAS: usize = 3;

/// The client, and which session it is about.
pub(crate) struct Client {
    /// Taken when the client is dropped, as a runtime is not to be waited for.
    runtime: Option<Runtime>,
    context: Context,
    stream: String,
}

/// Why a message was not stored.
#[derive(Debug)]
pub(crate) enum NotPublished {
    /// Another message came first.
    Behind,
    /// No answer: whether it was stored is not known.
    InDoubt,
    /// The server refuses it, in its own words.
    Refused(String),
}

impl Client {
    /// Connects; the connection is renewed by itself whenever it is lost.
    pub(crate) fn connect(
        address: &ServerAddress,
        session: &SessionId,
        login: &Login,
    ) -> Result<Self, ServerError> {
        let delay = |tries: usize| if tries < 2 { Duration::ZERO } else { BETWEEN_CONNECTIONS };
        let options = login.options(address)?;
        let options = options
            .connection_timeout(ANSWER)
            .request_timeout(Some(ANSWER))
            .ping_interval(ANSWER)
            .max_reconnects(None)
            .ignore_discovered_servers()
            .reconnect_delay_callback(delay);
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("nats")
            .enable_all()
            .build()
            .map_err(ServerError::NoClient)?;
        let connected = runtime.block_on(options.connect(address.server()));
        let client = connected.map_err(|error| match error.kind() {
            ConnectErrorKind::Authentication | ConnectErrorKind::AuthorizationViolation => {
                ServerError::NotLetIn
            }
            ConnectErrorKind::Tls => ServerError::Tls,
            _ => ServerError::Unreachable,
        })?;
        let mut context = {
            // It starts a task of its own.
            let _entered = runtime.enter();
            jetstream::new(client)
        };
        context.set_timeout(ANSWER);
        Ok(Self { runtime: Some(runtime), context, stream: session.to_string() })
    }

    /// Waits on this thread for what the client's own thread brings about.
    fn wait<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        let runtime = self.runtime.as_ref()?;
        runtime.block_on(async { timeout(ANSWER * 2, work).await.ok() })
    }

    /// Makes the session's stream, in three copies where the server is of a cluster; one that is there stays.
    ///
    /// A cluster that has just been started does not know its servers yet, and is asked again.
    pub(crate) fn create(&self, end: Instant) -> Result<(), ServerError> {
        let mut replicas = REPLICAS;
        loop {
            let config = self.config(replicas);
            let made = self.wait(self.context.get_or_create_stream(config));
            let why = match made.map(|made| made.map_err(|error| error.kind())) {
                Some(Ok(_)) => return Ok(()),
                Some(Err(CreateStreamErrorKind::JetStream(said))) => match said.error_code() {
                    ErrorCode::STREAM_REPLICAS_NOT_SUPPORTED if replicas > 1 => {
                        replicas = 1;
                        continue;
                    }
                    _ => ServerError::Said(said.to_string()),
                },
                Some(Err(CreateStreamErrorKind::JetStreamUnavailable)) => ServerError::NoStreams,
                Some(Err(_)) | None => ServerError::Silent,
            };
            if Instant::now() > end {
                return Err(why);
            }
            sleep(BETWEEN_CONNECTIONS);
        }
    }

    /// No message is ever removed, and one that has no room is refused rather than an old one dropped.
    fn config(&self, replicas: usize) -> Config {
        Config {
            name: self.stream.clone(),
            subjects: vec![format!("{}.*", self.stream)],
            num_replicas: replicas,
            discard: DiscardPolicy::New,
            deny_delete: true,
            deny_purge: true,
            duplicate_window: SAME_MESSAGE,
            ..Config::default()
        }
    }

    /// How many bytes of lines one message takes.
    pub(crate) fn room(&self) -> usize {
        self.context.client().server_info().max_payload.saturating_sub(HEADERS)
    }

    /// Stores a message behind the one at `expected`, or wherever when nothing is expected; its place.
    pub(crate) fn publish(
        &self,
        subject: String,
        (id, payload): (&str, &[u8]),
        expected: Option<u64>,
    ) -> Result<u64, NotPublished> {
        let message = PublishMessage::build().payload(payload.to_vec().into()).message_id(id);
        let message = match expected {
            Some(sequence) => message.expected_last_sequence(sequence),
            None => message,
        };
        let stored = self.wait(async { self.context.send_publish(subject, message).await?.await });
        match stored {
            None => Err(NotPublished::InDoubt),
            Some(Ok(stored)) => Ok(stored.sequence),
            Some(Err(error)) => Err(not_published(&error)),
        }
    }

    /// Every message behind the one at `sequence`.
    pub(crate) fn messages_after(&self, sequence: u64) -> Result<Vec<StreamMessage>, ServerError> {
        let stream = self.wait(self.context.get_stream(&self.stream)).ok_or(ServerError::Silent)?;
        let stream = stream.map_err(|error| match error.kind() {
            GetStreamErrorKind::JetStream(said)
                if said.error_code() == ErrorCode::STREAM_NOT_FOUND =>
            {
                ServerError::NoSuchSession
            }
            GetStreamErrorKind::JetStream(said) => ServerError::Said(said.to_string()),
            _ => ServerError::Silent,
        })?;
        let last = stream.cached_info().state.last_sequence;
        let mut messages = Vec::new();
        let mut from = sequence + 1;
        while from <= last {
            let next = match last - from < FEW {
                true => self.wait(one(&stream, from)),
                false => self.wait(several(&stream, from, last)),
            };
            messages.extend(next.flatten().ok_or(ServerError::Silent)?);
            from = sequence + messages.len() as u64 + 1;
        }
        Ok(messages)
    }

    /// Calls when something was written on the session's subjects, and now and then in case that was not heard.
    pub(crate) fn listen(&self, hear: impl Fn() + Send + 'static) {
        let (client, subject) = (self.context.client(), format!("{}.*", self.stream));
        let Some(runtime) = &self.runtime else { return };
        runtime.spawn(async move {
            let mut written = None;
            loop {
                if written.is_none() {
                    written = client.subscribe(subject.clone()).await.ok();
                }
                match &mut written {
                    Some(messages) => {
                        let heard = timeout(BETWEEN_LOOKS, messages.next()).await;
                        if matches!(heard, Ok(None)) {
                            written = None;
                            tokio::time::sleep(BETWEEN_LOOKS).await;
                        }
                    }
                    None => tokio::time::sleep(BETWEEN_LOOKS).await,
                }
                hear();
            }
        });
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// The client knows one of the two codes of a wrong sequence, and wraps what it does not know.
fn not_published(error: &PublishError) -> NotPublished {
    let said = error.source().and_then(|why| why.downcast_ref::<jetstream::Error>());
    match (error.kind(), said) {
        (PublishErrorKind::WrongLastSequence, _) => NotPublished::Behind,
        (_, Some(said)) if said.error_code() == ErrorCode::STREAM_WRONG_LAST_SEQUENCE_CONSTANT => {
            NotPublished::Behind
        }
        (PublishErrorKind::MaxPayloadExceeded, _) => NotPublished::Refused(error.to_string()),
        // 503: there is no leader, or not yet.
        (_, Some(said)) if said.code() != 503 => NotPublished::Refused(said.to_string()),
        _ => NotPublished::InDoubt,
    }
}

async fn one(stream: &Stream, sequence: u64) -> Option<Vec<StreamMessage>> {
    let message = stream.get_raw_message(sequence).await.ok()?;
    let id = message.headers.get(async_nats::header::NATS_MESSAGE_ID).map(ToString::to_string);
    let (subject, payload) = (message.subject.to_string(), message.payload.to_vec());
    Some(vec![StreamMessage { sequence, subject, id, payload }])
}

/// Through a consumer of its own, as many as there are up to a limit; it is removed by the server when unused.
async fn several(stream: &Stream, from: u64, last: u64) -> Option<Vec<StreamMessage>> {
    let config = pull::Config {
        deliver_policy: DeliverPolicy::ByStartSequence { start_sequence: from },
        ack_policy: AckPolicy::None,
        inactive_threshold: ANSWER,
        ..pull::Config::default()
    };
    let consumer = stream.create_consumer(config).await.ok()?;
    let count = usize::try_from(last - from + 1).unwrap_or(MANY).min(MANY);
    let mut batch = consumer.fetch().max_messages(count).expires(ANSWER).messages().await.ok()?;
    let mut messages = Vec::with_capacity(count);
    while let Some(Ok(received)) = batch.next().await {
        let sequence = received.info().ok()?.stream_sequence;
        // One that is missing is asked for again.
        if sequence != from + messages.len() as u64 {
            break;
        }
        messages.push(message(sequence, &received.message));
    }
    (!messages.is_empty()).then_some(messages)
}

fn message(sequence: u64, received: &Received) -> StreamMessage {
    let id = received.headers.as_ref().and_then(|all| all.get(async_nats::header::NATS_MESSAGE_ID));
    StreamMessage {
        sequence,
        subject: received.subject.to_string(),
        id: id.map(ToString::to_string),
        payload: received.payload.to_vec(),
    }
}
