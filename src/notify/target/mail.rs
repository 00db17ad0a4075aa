//! Mail: over SMTP that is encrypted from the start, or becomes so before anything is said.

use std::error::Error;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use std::time::{Duration, SystemTime};

use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Mailboxes};
use lettre::transport::smtp;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail as From, Rcpt};
use lettre::transport::smtp::extension::{ClientId, MailParameter};
use secrecy::{ExposeSecret, SecretString};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::lang::Lang;
use crate::notify::address::{Address, BadAddress};
use crate::notify::kind::Kind;
use crate::notify::local::{is_local, is_local_host};
use crate::notify::message::Part;
use crate::notify::rich::Style;
use crate::notify::target::{Bounds, BoxFuture, Options, Target, Verdict};
use crate::notify::web::{Unreached, Web};

/// No server refuses that, and nobody reads as much.
const BOUNDS: Bounds = Bounds::characters(100_000);

/// As for the net's other targets.
const CONNECT_MOST: Duration = Duration::from_secs(5);
const TOTAL_MOST: Duration = Duration::from_secs(15);

/// A goodbye is good manners, not worth waiting for.
const QUIT_MOST: Duration = Duration::from_secs(1);

/// What a server may say in all: its answers are some lines.
const HEARD_MOST: usize = 64 * 1024;

#[derive(Debug)]
pub struct Mail {
    host: String,
    port: u16,
    security: Security,
    login: Option<(String, SecretString)>,
    from: Mailbox,
    to: Vec<Mailbox>,
    allow_local: bool,
}

/// How the connection is kept from being read on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Security {
    /// From its first byte.
    Tls,
    /// Before anything of the message is said; a server that does not offer it gets nothing.
    StartTls,
    /// Not at all.
    Clear,
}

/// Why a message did not go out.
#[derive(Clone, Copy, Debug)]
enum Failed {
    Unreached(Unreached),
    /// The server refused this step.
    Answer(Step, u16),
    /// The server offers no encryption.
    Clear,
    /// The server offers no way to log in that is known.
    NoLogin,
    /// What it says is no SMTP.
    Gibberish,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Greeting,
    Login,
    Sender,
    Recipient,
    Message,
}

impl Target for Mail {
    fn kind(&self) -> Kind {
        Kind::Mail
    }

    fn host(&self) -> &str {
        &self.host
    }

    fn bounds(&self) -> Bounds {
        BOUNDS
    }

    fn print(&self, part: &Part) -> String {
        format!("{}\n\n{}", part.heading(), text(part))
    }

    fn body(&self, part: &Part) -> String {
        let formatted = self.message(part).map(|message| message.formatted());
        String::from_utf8_lossy(&formatted.unwrap_or_default()).into_owned()
    }

    fn deliver<'a>(&'a self, part: &'a Part, web: &'a Web) -> BoxFuture<'a, Verdict> {
        Box::pin(self.deliver_within(part, web))
    }
}

impl Mail {
    /// `mailtos://user:password@domain?smtp=host&from=…&to=…`, as Apprise writes it, or `smtps://user:password@host?from=…&to=…`.
    pub fn open(address: &Address, options: &Options) -> Result<Self, BadAddress> {
        let lacks = || BadAddress::Lacks { kind: Kind::Mail };
        let domain = address.host();
        let host = address.query("smtp").unwrap_or(domain).to_ascii_lowercase();
        let security = match (address.query("mode"), address.scheme(), address.port()) {
            (Some("ssl" | "tls"), ..) | (None, "smtps", _) | (None, _, Some(465)) => Security::Tls,
            (Some("starttls") | None, ..) => Security::StartTls,
            (Some("insecure"), ..) => Security::Clear,
            _ => return Err(lacks()),
        };
        if !options.allow_local {
            if is_local_host(&host) {
                return Err(BadAddress::Local { host });
            }
            if security == Security::Clear {
                return Err(BadAddress::Plain { host });
            }
        }
        let port = address.port().unwrap_or(match security {
            Security::Tls => 465,
            Security::StartTls => 587,
            Security::Clear => 25,
        });
        let at_domain =
            |user: &str| if user.contains('@') { user.to_owned() } else { format!("{user}@{domain}") };
        let user = address.query("user").or_else(|| address.user());
        // Apprise has a name in the place of the sender too.
        let (from, name) = match address.query("from") {
            Some(from) if from.contains('@') => (from.to_owned(), address.query("name")),
            from => (at_domain(user.ok_or_else(lacks)?), from.or_else(|| address.query("name"))),
        };
        let mut from: Mailbox = from.parse().map_err(|_| lacks())?;
        if let Some(name) = name {
            from.name = Some(name.to_owned());
        }
        let mut to = Vec::new();
        let named = address.path().map(at_domain).chain(address.query("to").map(str::to_owned));
        for written in named {
            to.extend(written.parse::<Mailboxes>().map_err(|_| lacks())?);
        }
        if to.is_empty() {
            to.push(from.clone());
        }
        let password = address.query("pass").or_else(|| address.password());
        let login = user.zip(password).map(|(user, password)| (user.to_owned(), password.to_owned().into()));
        Ok(Self { host, port, security, login, from, to, allow_local: options.allow_local })
    }

    async fn deliver_within(&self, part: &Part, web: &Web) -> Verdict {
        let handed_over = HandedOver::default();
        match timeout(TOTAL_MOST, self.send(part, web, &handed_over)).await {
            Ok(Ok(())) => Verdict::Delivered,
            Ok(Err(failed)) => self.verdict(failed, &handed_over, web.lang()),
            Err(_) => self.verdict(Failed::Unreached(Unreached::Unanswered), &handed_over, web.lang()),
        }
    }

    async fn send(&self, part: &Part, web: &Web, handed_over: &HandedOver) -> Result<(), Failed> {
        let message = self.message(part).map_err(|_| Failed::Gibberish)?;
        let mut connection = self.connect(web).await?;
        if let Some((user, password)) = &self.login {
            let known = [Mechanism::Plain, Mechanism::Login];
            if connection.server_info().get_auth_mechanism(&known).is_none() {
                return Err(Failed::NoLogin);
            }
            let credentials = Credentials::new(user.clone(), password.expose_secret().to_owned());
            connection.auth(&known, &credentials).await.map_err(failed_at(Step::Login))?;
        }
        let envelope = message.envelope();
        let mut parameters = Vec::new();
        if self.to.iter().chain([&self.from]).any(|mailbox| !mailbox.email.to_string().is_ascii()) {
            parameters.push(MailParameter::SmtpUtfEight);
        }
        let from = From::new(envelope.from().cloned(), parameters);
        connection.command(from).await.map_err(failed_at(Step::Sender))?;
        for to in envelope.to() {
            let to = Rcpt::new(to.clone(), Vec::new());
            connection.command(to).await.map_err(failed_at(Step::Recipient))?;
        }
        connection.command(Data).await.map_err(failed_at(Step::Message))?;
        handed_over.0.store(true, Ordering::Relaxed);
        connection.message(&message.formatted()).await.map_err(failed_at(Step::Message))?;
        timeout(QUIT_MOST, connection.quit()).await.ok();
        Ok(())
    }

    async fn connect(&self, web: &Web) -> Result<AsyncSmtpConnection, Failed> {
        let hello = ClientId::default();
        let greeting = failed_at(Step::Greeting);
        let addresses = self.addresses().await.map_err(Failed::Unreached)?;
        if self.security == Security::Tls {
            let tls = self.tls(web)?;
            let connect = AsyncSmtpConnection::connect_tokio1(
                addresses.as_slice(),
                Some(CONNECT_MOST),
                &hello,
                Some(tls),
                None,
            );
            return connect.await.map_err(greeting);
        }
        let stream = timeout(CONNECT_MOST, TcpStream::connect(addresses.as_slice())).await;
        let stream = stream.ok().and_then(Result::ok).ok_or(Failed::Unreached(Unreached::Unconnected))?;
        let stream = Box::new(Hearing { stream, left: HEARD_MOST });
        let connection = AsyncSmtpConnection::connect_with_transport(stream, &hello);
        let mut connection = connection.await.map_err(&greeting)?;
        if self.security == Security::StartTls {
            if !connection.can_starttls() {
                return Err(Failed::Clear);
            }
            connection.starttls(self.tls(web)?, &hello).await.map_err(&greeting)?;
        }
        Ok(connection)
    }

    /// Where the server is; what is local only where that is allowed.
    async fn addresses(&self) -> Result<Vec<SocketAddr>, Unreached> {
        let bare = self.host.trim_start_matches('[').trim_end_matches(']');
        let found = timeout(CONNECT_MOST, tokio::net::lookup_host((bare, self.port))).await;
        let found: Vec<SocketAddr> =
            found.map_err(|_| Unreached::NoSuchName)?.map_err(|_| Unreached::NoSuchName)?.collect();
        if !self.allow_local && found.iter().any(|address| is_local(address.ip())) {
            return Err(Unreached::Forbidden);
        }
        Ok(found)
    }

    fn tls(&self, web: &Web) -> Result<TlsParameters, Failed> {
        let unusable = || Failed::Unreached(Unreached::Unusable);
        let bare = self.host.trim_start_matches('[').trim_end_matches(']');
        let mut tls = TlsParameters::builder(bare.to_owned());
        if let Some(pem) = &web.network().ca {
            tls = tls.add_root_certificate(Certificate::from_pem(pem).map_err(|_| unusable())?);
        }
        tls.build_rustls().map_err(|_| unusable())
    }

    fn message(&self, part: &Part) -> Result<lettre::Message, lettre::error::Error> {
        let domain = self.from.email.domain();
        let id = |key: &str| format!("<{}@{domain}>", key.replace(|c: char| !is_id(c), "-"));
        let mut message = lettre::Message::builder()
            .message_id(Some(id(&part.key)))
            // The messages of an incident are one conversation.
            .references(id(part.message.incident.as_str()))
            .date(SystemTime::from(part.message.at))
            .header(AutoSubmitted)
            .from(self.from.clone())
            .subject(part.heading());
        for to in &self.to {
            message = message.to(to.clone());
        }
        message.body(text(part))
    }

    fn verdict(&self, failed: Failed, handed_over: &HandedOver, lang: Lang) -> Verdict {
        let maybe_sent = handed_over.0.load(Ordering::Relaxed);
        let say = |key: &str, code: u16| {
            lang.say_with(key, &[("host", self.host.as_str().into()), ("status", i64::from(code).into())])
        };
        match failed {
            Failed::Answer(_, code) if code < 500 => {
                Verdict::Later { after: None, reason: say("notify-mail-later", code), maybe_sent: false }
            }
            Failed::Answer(step, code) => {
                let key = match step {
                    Step::Greeting | Step::Message => "notify-mail-refused",
                    Step::Login => "notify-mail-login",
                    Step::Sender => "notify-mail-sender",
                    Step::Recipient => "notify-mail-recipient",
                };
                Verdict::Refused { reason: say(key, code) }
            }
            Failed::Clear => Verdict::Refused { reason: say("notify-mail-clear", 0) },
            Failed::NoLogin => Verdict::Refused { reason: say("notify-mail-nologin", 0) },
            Failed::Gibberish => {
                Verdict::Later { after: None, reason: say("notify-mail-gibberish", 0), maybe_sent }
            }
            Failed::Unreached(unreached) => match unreached.verdict(&self.host, lang) {
                Verdict::Later { after, reason, .. } => Verdict::Later { after, reason, maybe_sent },
                verdict => verdict,
            },
        }
    }
}

/// The whole message is on its way: what happens from here on may have come too late for it.
#[derive(Default)]
struct HandedOver(AtomicBool);

/// What goes wrong at a step.
fn failed_at(step: Step) -> impl Fn(smtp::Error) -> Failed {
    move |error| {
        if let Some(code) = error.status() {
            Failed::Answer(step, code.into())
        } else if is_untrusted(&error) {
            Failed::Unreached(Unreached::Untrusted)
        } else if error.is_response() || error.is_client() {
            Failed::Gibberish
        } else if step == Step::Greeting {
            Failed::Unreached(Unreached::Unconnected)
        } else {
            Failed::Unreached(Unreached::Unanswered)
        }
    }
}

fn is_untrusted(error: &smtp::Error) -> bool {
    let mut next: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(cause) = next {
        if let Some(rustls::Error::InvalidCertificate(_)) = cause.downcast_ref() {
            return true;
        }
        // An I/O error gives the source of what it wraps, not the wrapped itself.
        let wrapped = cause.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        next = match wrapped {
            Some(wrapped) => Some(wrapped),
            None => cause.source(),
        };
    }
    false
}

fn text(part: &Part) -> String {
    let mut paragraphs: Vec<String> = part.repeat.clone().into_iter().collect();
    paragraphs.push(Style::PLAIN.rows(&part.text.rows));
    paragraphs.join("\n\n")
}

/// What the left side of a message's id may hold.
const fn is_id(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')
}

/// Whoever is away does not answer it.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// A connection of which only so much is heard: a line without an end would fill the memory.
#[derive(Debug)]
struct Hearing {
    stream: TcpStream,
    left: usize,
}

impl AsyncRead for Hearing {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = into.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(context, into))?;
        let heard = into.filled().len() - before;
        let left = self.left.checked_sub(heard);
        self.left = left.ok_or_else(|| io::Error::other("more than a mail server has to say"))?;
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Hearing {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

impl AsyncTokioStream for Hearing {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        self.stream.peer_addr()
    }
}
