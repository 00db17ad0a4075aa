//! Mail: over SMTP that is encrypted from the start, or becomes so before anything is said.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use std::time::{Duration, SystemTime};

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, Mailboxes, SinglePart};
use lettre::transport::smtp;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail as From, Rcpt};
use lettre::transport::smtp::extension::{ClientId, MailParameter};
use secrecy::{ExposeSecret, SecretString};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::hook::{Bounds, BoxFuture, Options, Target, check_open};
use crate::lang::{Lang, vars};
use crate::notify::address::{Address, BadAddress};
use crate::notify::kind::Kind;
use crate::notify::local::is_local;
use crate::notify::message::Part;
use crate::notify::rich::Style;
use crate::notify::web::{CONNECT_MOST, TOTAL_MOST, Unreached, Verdict, Web, causes};

/// The time limit of the goodbye.
const QUIT_MOST: Duration = Duration::from_secs(1);

/// The maximum that a server may send in all.
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Security {
    /// From the first byte.
    Tls,
    /// Before anything of the message is sent; a server that does not offer it gets nothing.
    StartTls,
    /// Not at all.
    Clear,
}

/// Why a message was not sent.
#[derive(Clone, Copy, Debug)]
enum Failed {
    Unreached(Unreached),
    /// The server answered with this code, or lacks what is needed; the message names the step.
    Refused(&'static str, u16),
    /// The answer is not SMTP.
    Gibberish,
}

/// The server takes no mail at all, or not this message.
const REFUSED: &str = "notify-mail-refused";

impl Target for Mail {
    fn kind(&self) -> Kind {
        Kind::Mail
    }

    fn host(&self) -> &str {
        &self.host
    }

    /// No server rejects that, and no one reads as much.
    fn bounds(&self) -> Bounds {
        Bounds::Characters(100_000)
    }

    fn print(&self, part: &Part) -> String {
        format!("{}\n\n{}", part.heading(), text(part))
    }

    fn body(&self, part: &Part) -> String {
        let formatted = self.message(part).map(|message| message.formatted());
        String::from_utf8_lossy(&formatted.unwrap_or_default()).into_owned()
    }

    fn deliver<'a>(&'a self, part: &'a Part, web: &'a Web) -> BoxFuture<'a, Verdict> {
        Box::pin(async move {
            // From here on the message may arrive whatever happens.
            let handed_over = AtomicBool::new(false);
            let sent = timeout(TOTAL_MOST, self.send(part, web, &handed_over)).await;
            match sent.unwrap_or(Err(Failed::Unreached(Unreached::Unanswered))) {
                Ok(()) => Verdict::Delivered,
                Err(failed) => self.verdict(failed, handed_over.into_inner(), web.lang()),
            }
        })
    }
}

impl Mail {
    /// `mailtos://user:password@domain?smtp=host&from=…&to=…`, as Apprise writes it, or `smtps://user:password@host?from=…&to=…`.
    pub fn open(address: &Address, options: &Options) -> Result<Self, BadAddress> {
        let lacks = || BadAddress::Lacks { kind: Kind::Mail };
        let domain = &address.host;
        let host = address.query("smtp").unwrap_or(domain).to_ascii_lowercase();
        let security = match (address.query("mode"), &*address.scheme, address.port) {
            (Some("ssl" | "tls"), ..) | (None, "smtps", _) | (None, _, Some(465)) => Security::Tls,
            (Some("starttls") | None, ..) => Security::StartTls,
            (Some("insecure"), ..) => Security::Clear,
            _ => return Err(lacks()),
        };
        check_open(&host, security != Security::Clear, options)?;
        let port = address.port.unwrap_or(match security {
            Security::Tls => 465,
            Security::StartTls => 587,
            Security::Clear => 25,
        });
        let at_domain = |user: &str| if user.contains('@') { user.to_owned() } else { format!("{user}@{domain}") };
        let user = address.query("user").or(address.user.as_deref());
        // Apprise puts a name in the sender's place too.
        let (from, name) = match address.query("from") {
            Some(from) if from.contains('@') => (from.to_owned(), address.query("name")),
            from => (at_domain(user.ok_or_else(lacks)?), from.or_else(|| address.query("name"))),
        };
        let mut from: Mailbox = from.parse().map_err(|_| lacks())?;
        if let Some(name) = name {
            from.name = Some(name.to_owned());
        }
        let mut to = Vec::new();
        let named = address.path().into_iter().map(at_domain).chain(address.query("to").map(str::to_owned));
        for written in named {
            to.extend(written.parse::<Mailboxes>().map_err(|_| lacks())?);
        }
        if to.is_empty() {
            to.push(from.clone());
        }
        let password = address.query("pass").or(address.password.as_deref());
        let login = user.zip(password).map(|(user, password)| (user.to_owned(), password.to_owned().into()));
        Ok(Self { host, port, security, login, from, to, allow_local: options.allow_local })
    }

    async fn send(&self, part: &Part, web: &Web, handed_over: &AtomicBool) -> Result<(), Failed> {
        let message = self.message(part).map_err(|_| Failed::Gibberish)?;
        let mut connection = self.connect(web).await?;
        if let Some((user, password)) = &self.login {
            let known = [Mechanism::Plain, Mechanism::Login];
            if connection.server_info().get_auth_mechanism(&known).is_none() {
                return Err(Failed::Refused("notify-mail-nologin", 0));
            }
            let credentials = Credentials::new(user.clone(), password.expose_secret().to_owned());
            connection.auth(&known, &credentials).await.map_err(failed_at("notify-mail-login"))?;
        }
        let envelope = message.envelope();
        let mut parameters = Vec::new();
        if self.to.iter().chain([&self.from]).any(|mailbox| !mailbox.email.to_string().is_ascii()) {
            parameters.push(MailParameter::SmtpUtfEight);
        }
        let from = From::new(envelope.from().cloned(), parameters);
        connection.command(from).await.map_err(failed_at("notify-mail-sender"))?;
        for to in envelope.to() {
            let to = Rcpt::new(to.clone(), Vec::new());
            connection.command(to).await.map_err(failed_at("notify-mail-recipient"))?;
        }
        connection.command(Data).await.map_err(failed_at(REFUSED))?;
        handed_over.store(true, Ordering::Relaxed);
        connection.message(&message.formatted()).await.map_err(failed_at(REFUSED))?;
        timeout(QUIT_MOST, connection.quit()).await.ok();
        Ok(())
    }

    async fn connect(&self, web: &Web) -> Result<AsyncSmtpConnection, Failed> {
        let hello = ClientId::default();
        let addresses = self.addresses().await.map_err(Failed::Unreached)?;
        if self.security == Security::Tls {
            let tls = self.tls(web)?;
            let connect =
                AsyncSmtpConnection::connect_tokio1(addresses.as_slice(), Some(CONNECT_MOST), &hello, Some(tls), None);
            return connect.await.map_err(unconnected);
        }
        let stream = timeout(CONNECT_MOST, TcpStream::connect(addresses.as_slice())).await;
        let stream = stream.ok().and_then(Result::ok).ok_or(Failed::Unreached(Unreached::Unconnected))?;
        let stream = Box::new(Hearing { stream, left: HEARD_MOST });
        let connection = AsyncSmtpConnection::connect_with_transport(stream, &hello);
        let mut connection = connection.await.map_err(unconnected)?;
        if self.security == Security::StartTls {
            if !connection.can_starttls() {
                return Err(Failed::Refused("notify-mail-clear", 0));
            }
            connection.starttls(self.tls(web)?, &hello).await.map_err(unconnected)?;
        }
        Ok(connection)
    }

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
            // Out-of-office replies are suppressed.
            .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()))
            .from(self.from.clone())
            .subject(part.heading());
        for to in &self.to {
            message = message.to(to.clone());
        }
        message.singlepart(SinglePart::plain(text(part)))
    }

    fn verdict(&self, failed: Failed, maybe_sent: bool, lang: Lang) -> Verdict {
        let say =
            |key: &str, code: u16| lang.say_with(key, &vars![host = self.host.as_str(), status = i64::from(code)]);
        match failed {
            Failed::Refused(_, code @ 1..500) => {
                Verdict::Later { after: None, reason: say("notify-mail-later", code), maybe_sent: false }
            }
            Failed::Refused(key, code) => Verdict::Refused { reason: say(key, code) },
            Failed::Gibberish => Verdict::Later { after: None, reason: say("notify-mail-gibberish", 0), maybe_sent },
            Failed::Unreached(unreached) => match unreached.verdict(&self.host, lang) {
                Verdict::Later { after, reason, .. } => Verdict::Later { after, reason, maybe_sent },
                verdict => verdict,
            },
        }
    }
}

fn failed_at(key: &'static str) -> impl Fn(smtp::Error) -> Failed {
    move |error| {
        if let Some(code) = error.status() {
            Failed::Refused(key, code.into())
        } else if is_untrusted(&error) {
            Failed::Unreached(Unreached::Untrusted)
        } else if error.is_response() || error.is_client() {
            Failed::Gibberish
        } else {
            Failed::Unreached(Unreached::Unanswered)
        }
    }
}

fn unconnected(error: smtp::Error) -> Failed {
    match failed_at(REFUSED)(error) {
        Failed::Unreached(Unreached::Unanswered) => Failed::Unreached(Unreached::Unconnected),
        failed => failed,
    }
}

fn is_untrusted(error: &smtp::Error) -> bool {
    causes(error).any(|cause| matches!(cause.downcast_ref(), Some(rustls::Error::InvalidCertificate(_))))
}

fn text(part: &Part) -> String {
    Style::PLAIN.rows(&part.rows())
}

/// Allowed on the left side of a message id.
const fn is_id(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')
}

/// A connection with a read limit: a line without an end would fill the memory.
#[derive(Debug)]
struct Hearing {
    stream: TcpStream,
    left: usize,
}

impl AsyncRead for Hearing {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = into.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(context, into))?;
        let heard = into.filled().len() - before;
        let left = self.left.checked_sub(heard);
        self.left = left.ok_or_else(|| io::Error::other("more than a mail server has to say"))?;
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Hearing {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::incident::{Line, Prose, Severity};
    use crate::notify::message::{Message, Topic};
    use crate::notify::split::split;

    fn mail(url: &str, options: &Options) -> Result<Mail, BadAddress> {
        Mail::open(&Address::read(url)?, options)
    }

    fn local() -> Options {
        Options { allow_local: true, ..Options::default() }
    }

    #[test]
    fn addresses_mean_what_they_mean_to_apprise() {
        use Security::{Clear, StartTls, Tls};
        for (url, host, port, security, user, from, to) in [
            ("mailtos://u:p@example.org", "example.org", 587, StartTls, "u", "u@example.org", &["u@example.org"][..]),
            (
                "mailtos://u:p@example.org?smtp=mail.example.org&from=Crise&to=a@b.c,d@e.f",
                "mail.example.org",
                587,
                StartTls,
                "u",
                "Crise <u@example.org>",
                &["a@b.c", "d@e.f"],
            ),
            (
                "mailtos://u%40x.org:p@mail.example.org:465/?mode=ssl&from=w@x.org&to=o@x.org",
                "mail.example.org",
                465,
                Tls,
                "u@x.org",
                "w@x.org",
                &["o@x.org"],
            ),
            (
                "mailtos://example.org?smtp=relay.example.org&from=Crise<w@example.org>&to=o@example.org",
                "relay.example.org",
                587,
                StartTls,
                "",
                "Crise <w@example.org>",
                &["o@example.org"],
            ),
            (
                "smtps://u:p@mail.example.org/o@x.org?from=w@x.org",
                "mail.example.org",
                465,
                Tls,
                "u",
                "w@x.org",
                &["o@x.org"],
            ),
            (
                "smtp://localhost?mode=insecure&from=w@x.org&to=o@x.org",
                "localhost",
                25,
                Clear,
                "",
                "w@x.org",
                &["o@x.org"],
            ),
        ] {
            let mail = mail(url, &local()).unwrap();
            assert_eq!((mail.host.as_str(), mail.port, mail.security), (host, port, security), "{url}");
            assert_eq!(mail.login.map_or_else(String::new, |(user, _)| user), user, "{url}");
            assert_eq!(mail.from.to_string(), from, "{url}");
            assert_eq!(mail.to.iter().map(|to| to.email.to_string()).collect::<Vec<_>>(), to, "{url}");
        }
    }

    #[test]
    fn what_goes_in_clear_or_stays_at_home_is_refused() {
        let strict = Options::default();
        for (url, bad) in [
            ("smtps://u:p@localhost?from=a@b.c", BadAddress::Local { host: "localhost".to_owned() }),
            ("mailtos://u:p@example.org?smtp=10.0.0.1", BadAddress::Local { host: "10.0.0.1".to_owned() }),
            ("mailto://u:p@example.org?mode=insecure", BadAddress::Plain { host: "example.org".to_owned() }),
            ("mailtos://example.org", BadAddress::Lacks { kind: Kind::Mail }),
            ("mailtos://u:p@example.org?mode=odd", BadAddress::Lacks { kind: Kind::Mail }),
            ("mailtos://u:p@example.org?to=nobody", BadAddress::Lacks { kind: Kind::Mail }),
            ("mailtos://u:p@example.org?from=a@b.c%0D%0ABcc:x@y.z", BadAddress::Lacks { kind: Kind::Mail }),
        ] {
            assert_eq!(mail(url, &strict).unwrap_err(), bad, "{url}");
        }
    }

    #[test]
    fn nothing_that_is_typed_becomes_a_header() {
        let target = mail("mailtos://u:p@example.org?to=o@x.org", &Options::default()).unwrap();
        let title = "Panne\r\nBcc: x@y.z\n\n<!channel> é\u{2028}".repeat(20);
        let message = Message {
            key: "20261122-panne-k3f9-42".to_owned(),
            topic: Topic::Update,
            incident: "20261122-panne-k3f9".parse().unwrap(),
            title: Line::new(&title),
            text: Prose::new("Texte\r\n.\r\nRCPT TO:<x@y.z>\n..\nBcc: x@y.z"),
            lang: Lang::Fr,
            at: "2026-11-22T08:00:00Z".parse().unwrap(),
            exercise: false,
            severity: Severity::Sev2,
            audience: Line::new("Direction"),
        };
        let part = split(&Arc::new(message), &target).remove(0);
        // A title that a part would bring by itself, without the cleaning of a line.
        let part = Part { title: title.clone(), ..part };
        let formatted = target.body(&part);
        let (head, body) = formatted.split_once("\r\n\r\n").unwrap();
        let names: Vec<_> =
            head.lines().filter(|line| !line.starts_with(' ')).map(|line| line.split(':').next().unwrap()).collect();
        assert_eq!(
            names,
            [
                "Message-ID",
                "References",
                "Date",
                "Auto-Submitted",
                "From",
                "Subject",
                "To",
                "MIME-Version",
                "Content-Type",
                "Content-Transfer-Encoding"
            ],
            "{head}"
        );
        assert!(head.contains("Message-ID: <20261122-panne-k3f9-42-1@example.org>\r\n"), "{head}");
        assert!(head.contains("Content-Type: text/plain; charset=utf-8\r\n"), "{head}");
        assert!(head.contains("Date: Sun, 22 Nov 2026 08:00:00 +0000\r\n"), "{head}");
        assert!(!body.contains("\n\n") && body.contains("RCPT"), "{body}");
        let envelope = target.message(&part).unwrap().envelope().clone();
        assert_eq!(envelope.to().len(), 1);
    }
}
