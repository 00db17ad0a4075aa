//! Matrix (Synapse, Tchap and other homeservers): a room, written to only while it is not encrypted.
//!
//! Each message first asks whether the room is encrypted, because that can change at any time and a clear text cannot
//! be taken back. The transaction id is the part's key, so a homeserver shows a repeat once.

use std::sync::{Mutex, PoisonError};

use reqwest::{Method, Url};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use super::hook::{Bounds, BoxFuture, Options, Target, check_open};
use super::slack;
use crate::lang::{Lang, vars};
use crate::notify::address::{Address, BadAddress};
use crate::notify::kind::Kind;
use crate::notify::message::Part;
use crate::notify::rich::{RowKind, Style, unlinked};
use crate::notify::web::{Answer, Request, Unreached, Verdict, Web};

/// An event has 65,536 bytes at most, with what homeservers add. Both forms of the text count, as JSON.
const BOUNDS: Bounds = Bounds::Body(60_000);

/// The device of a password login, always the same: transactions are distinguished by device.
const DEVICE: &str = "WARROOM";

#[derive(Debug)]
pub struct Matrix {
    homeserver: Url,
    host: String,
    room: String,
    /// From the address, or from the last login.
    token: Mutex<Option<SecretString>>,
    /// The user and the password, if there is no token in the address.
    login: Option<(String, SecretString)>,
    allow_local: bool,
}

/// The homeserver ended the attempt.
type Ended = Verdict;

impl Target for Matrix {
    fn kind(&self) -> Kind {
        Kind::Matrix
    }

    fn host(&self) -> &str {
        &self.host
    }

    fn bounds(&self) -> Bounds {
        BOUNDS
    }

    fn print(&self, part: &Part) -> String {
        part.print(Style::PLAIN, "\n\n")
    }

    fn body(&self, part: &Part) -> String {
        event(part).to_string()
    }

    fn deliver<'a>(&'a self, part: &'a Part, web: &'a Web) -> BoxFuture<'a, Verdict> {
        Box::pin(async move {
            match self.send(part, web).await {
                Ok(verdict) | Err(verdict) => verdict,
            }
        })
    }
}

impl Matrix {
    /// `matrixs://TOKEN@host/!room:server`, `matrixs://user:password@host/#alias:server`, or
    /// `https://host/_matrix/client/v3/rooms/!room:server?access_token=TOKEN`.
    pub fn open(address: &Address, options: &Options) -> Result<Self, BadAddress> {
        let lacks = || BadAddress::Lacks { kind: Kind::Matrix };
        let mut homeserver = address.url().ok_or_else(lacks)?;
        homeserver.set_path("/");
        homeserver.set_query(None);
        homeserver.set_username("").ok();
        homeserver.set_password(None).ok();
        let host = homeserver.host_str().ok_or_else(lacks)?.to_owned();
        check_open(&host, homeserver.scheme() == "https", options)?;
        let mut rooms = address.path();
        if !address.is_apprise() {
            rooms.retain(|segment| segment.starts_with(['!', '#']));
        }
        // One target is one room: its own queue and state.
        let [room] = rooms[..] else { return Err(lacks()) };
        let room = match room.strip_prefix('#').or_else(|| (!room.starts_with('!')).then_some(room)) {
            // An alias without a server is one of this server.
            Some(alias) if alias.contains(':') => format!("#{alias}"),
            Some(alias) => format!("#{alias}:{host}"),
            None => room.to_owned(),
        };
        if room.starts_with("#:") || room == "!" || address.query("mode").is_some() {
            return Err(lacks());
        }
        let token = address.query("access_token").or_else(|| address.query("token"));
        let (token, login) = match (token, address.user.clone(), address.password.clone()) {
            (Some(token), ..) => (Some(token.to_owned()), None),
            (None, user, None) => (user, None),
            (None, user, Some(password)) => (None, user.map(|user| (user, password.into()))),
        };
        if token.is_none() && login.is_none() {
            return Err(lacks());
        }
        let token = Mutex::new(token.map(Into::into));
        Ok(Self { homeserver, host, room, token, login, allow_local: options.allow_local })
    }

    async fn send(&self, part: &Part, web: &Web) -> Result<Verdict, Ended> {
        let room = self.room_id(web).await?;
        if self.is_encrypted(&room, web).await? {
            return Err(self.refused("notify-matrix-encrypted", web.lang()));
        }
        let path = ["rooms", &room, "send", "m.room.message", &part.key];
        let request = |token: &str| self.request(Method::PUT, &path, token, &event(part));
        let answer = self.authorised(request, web).await?;
        let answer = answer.map_err(|unreached| unreached.verdict(&self.host, web.lang()))?;
        match answer.verdict(&self.host, web.lang()) {
            Verdict::Delivered if field(&answer, "event_id").is_none() => {
                Err(self.refused("notify-matrix-other", web.lang()))
            }
            verdict => Ok(verdict),
        }
    }

    /// Returns the room's id; an alias is resolved.
    async fn room_id(&self, web: &Web) -> Result<String, Ended> {
        if self.room.starts_with('!') {
            return Ok(self.room.clone());
        }
        let path = ["directory", "room", &self.room];
        let answer = self.ask(Method::GET, &path, &Value::Null, web).await?;
        match field(&answer, "room_id") {
            Some(room) if answer.status == 200 => Ok(room),
            _ if errcode(&answer) == "M_NOT_FOUND" => Err(self.refused("notify-matrix-room", web.lang())),
            _ => Err(self.ended(&answer, web.lang())),
        }
    }

    /// Joins the room first, if the account was invited or anyone may join.
    async fn is_encrypted(&self, room: &str, web: &Web) -> Result<bool, Ended> {
        let path = ["rooms", room, "state", "m.room.encryption"];
        let mut answer = self.ask(Method::GET, &path, &Value::Null, web).await?;
        if answer.status == 403 {
            let joined = self.ask(Method::POST, &["join", room], &json!({}), web).await?;
            match joined.status {
                200 => answer = self.ask(Method::GET, &path, &Value::Null, web).await?,
                403 | 404 => return Err(self.refused("notify-matrix-room", web.lang())),
                _ => return Err(self.ended(&joined, web.lang())),
            }
        }
        match answer.status {
            200 if answer.json().is_some_and(|state| state.is_object()) => Ok(true),
            404 if errcode(&answer) == "M_NOT_FOUND" => Ok(false),
            403 => Err(self.refused("notify-matrix-room", web.lang())),
            _ => Err(self.ended(&answer, web.lang())),
        }
    }

    /// Sends a request before the message.
    async fn ask(&self, method: Method, path: &[&str], body: &Value, web: &Web) -> Result<Answer, Ended> {
        let answer = self.authorised(|token| self.request(method.clone(), path, token, body), web).await?;
        answer.map_err(|unreached| unsent(unreached.verdict(&self.host, web.lang())))
    }

    /// Sends a request with a token; an expired token is renewed once, if there is a password.
    async fn authorised(
        &self,
        request: impl Fn(&str) -> Request,
        web: &Web,
    ) -> Result<Result<Answer, Unreached>, Ended> {
        let known = self.token.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(known) = known {
            let answer = web.send(request(known.expose_secret())).await;
            if self.login.is_none() || !answer.as_ref().is_ok_and(|answer| answer.status == 401) {
                return Ok(answer);
            }
        }
        let new = self.log_in(web).await?;
        *self.token.lock().unwrap_or_else(PoisonError::into_inner) = Some(new.clone());
        Ok(web.send(request(new.expose_secret())).await)
    }

    async fn log_in(&self, web: &Web) -> Result<SecretString, Ended> {
        let login = self.login.as_ref().map(|(user, password)| (user, password.expose_secret()));
        let body = json!({
            "type": "m.login.password",
            "identifier": { "type": "m.id.user", "user": login.map(|(user, _)| user) },
            "password": login.map(|(_, password)| password),
            "device_id": DEVICE,
            "initial_device_display_name": "warroom",
        });
        let request = self.request(Method::POST, &["login"], "", &body);
        let answer = web.send(request).await;
        let answer = answer.map_err(|unreached| unsent(unreached.verdict(&self.host, web.lang())))?;
        match field(&answer, "access_token") {
            Some(token) if answer.status == 200 => Ok(token.into()),
            _ => Err(self.ended(&answer, web.lang())),
        }
    }

    fn request(&self, method: Method, path: &[&str], token: &str, body: &Value) -> Request {
        let mut url = self.homeserver.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().extend(["_matrix", "client", "v3"]).extend(path);
        }
        let request = Request { method, allow_local: self.allow_local, ..Request::json(url.as_str(), body) };
        if token.is_empty() { request } else { request.with("authorization", format!("Bearer {token}")) }
    }

    /// The verdict on an answer that prevents sending.
    fn ended(&self, answer: &Answer, lang: Lang) -> Verdict {
        match unsent(answer.verdict(&self.host, lang)) {
            Verdict::Delivered => self.refused("notify-matrix-other", lang),
            verdict => verdict,
        }
    }

    fn refused(&self, key: &str, lang: Lang) -> Verdict {
        Verdict::Refused { reason: lang.say_with(key, &vars![host = self.host.as_str()]) }
    }
}

/// The verdict if only earlier requests were made.
fn unsent(verdict: Verdict) -> Verdict {
    match verdict {
        Verdict::Later { after, reason, .. } => Verdict::Later { after, reason, maybe_sent: false },
        verdict => verdict,
    }
}

fn field(answer: &Answer, name: &str) -> Option<String> {
    answer.json()?.get(name)?.as_str().map(str::to_owned)
}

fn errcode(answer: &Answer) -> String {
    field(answer, "errcode").unwrap_or_default()
}

fn event(part: &Part) -> Value {
    json!({
        "msgtype": "m.text",
        "body": part.print(Style::PLAIN, "\n\n"),
        "format": "org.matrix.custom.html",
        "formatted_body": html(part),
        // No one named in the text is notified.
        "m.mentions": {},
    })
}

const HTML: Style = Style {
    escape: |text| slack::escape(&unlinked(text)).replace('"', "&quot;"),
    heading: ["<h4>", "</h4>"],
    strong: ["<strong>", "</strong>"],
    item: "",
};

fn html(part: &Part) -> String {
    let around = |tags: [&str; 2], rows: &str| [tags[0], rows, tags[1]].concat();
    let mut html = around(["<h3>", "</h3>"], &(HTML.escape)(&part.heading()));
    for group in part.rows().chunk_by(|one, next| one.kind == next.kind) {
        let rows: Vec<String> = group.iter().map(|row| HTML.row(row)).collect();
        match group[0].kind {
            RowKind::Heading => html.extend(rows),
            RowKind::Item => html.push_str(&around(["<ul><li>", "</li></ul>"], &rows.join("</li><li>"))),
            RowKind::Text => html.push_str(&around(["<p>", "</p>"], &rows.join("<br>"))),
            RowKind::Gap => {}
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::incident::{Line, Prose, Severity};
    use crate::notify::message::{Message, Topic};
    use crate::notify::split::split;

    fn matrix(url: &str) -> Result<Matrix, BadAddress> {
        Matrix::open(&Address::read(url)?, &Options::default())
    }

    #[test]
    fn addresses_lead_to_one_room() {
        for (url, homeserver, room, login) in [
            ("matrixs://tok@h.org/!abc:h.org", "https://h.org/", "!abc:h.org", "tok"),
            ("matrixs://tok@h.org:8448/!abc", "https://h.org:8448/", "!abc", "tok"),
            ("matrixs://h.org/!abc?token=tok", "https://h.org/", "!abc", "tok"),
            ("matrixs://u:p%40ss@h.org/#crise", "https://h.org/", "#crise:h.org", "u p@ss"),
            ("matrixs://u:p@h.org/crise", "https://h.org/", "#crise:h.org", "u p"),
            ("matrixs://u:p@h.org/%23crise%3Aother.org", "https://h.org/", "#crise:other.org", "u p"),
            (
                "https://h.org/_matrix/client/v3/rooms/!abc:h.org/send/m.room.message?access_token=tok",
                "https://h.org/",
                "!abc:h.org",
                "tok",
            ),
        ] {
            let matrix = matrix(url).unwrap();
            let token = matrix.token.lock().unwrap().as_ref().map(|token| token.expose_secret().to_owned());
            let typed = matrix.login.as_ref().map(|(user, word)| format!("{user} {}", word.expose_secret()));
            let known = token.or(typed).unwrap();
            assert_eq!(
                (matrix.homeserver.as_str(), matrix.room.as_str(), known.as_str()),
                (homeserver, room, login),
                "{url}"
            );
            let shown = format!("{matrix:?}");
            assert!(!shown.contains("tok\"") && !shown.contains("p@ss"), "{shown}");
        }
        for url in [
            "matrixs://tok@h.org",
            "matrixs://tok@h.org/!a:h.org/!b:h.org",
            "matrixs://h.org/!a:h.org",
            "matrixs://tok@h.org/!",
            "matrixs://tok@h.org/!a?mode=slack",
        ] {
            assert_eq!(matrix(url).unwrap_err(), BadAddress::Lacks { kind: Kind::Matrix }, "{url}");
        }
        assert!(matches!(matrix("matrix://tok@h.org/!a"), Err(BadAddress::Plain { .. })));
        assert!(matches!(matrix("matrixs://tok@localhost/!a"), Err(BadAddress::Local { .. })));
    }

    #[test]
    fn nobody_is_mentioned_and_nothing_is_more_than_text() {
        let target = matrix("matrixs://tok@h.org/!abc:h.org").unwrap();
        let message = Message {
            key: "20261122-panne-k3f9-42".to_owned(),
            topic: Topic::Update,
            incident: "20261122-panne-k3f9".parse().unwrap(),
            title: Line::new("@room <b>"),
            text: Prose::new(
                "@room @alice:h.org <a href=\"https://matrix.to/#/@alice:h.org\">Alice</a>\n- **un <i>**\n- deux",
            ),
            lang: Lang::Fr,
            at: "2026-11-22T08:00:00Z".parse().unwrap(),
            exercise: true,
            severity: Severity::Sev2,
            audience: Line::new("Direction"),
        };
        let part = split(&Arc::new(message), &target).remove(0);
        let event: Value = serde_json::from_str(&target.body(&part)).unwrap();
        assert_eq!(event["m.mentions"], json!({}));
        for field in ["body", "formatted_body"] {
            let text = event[field].as_str().unwrap();
            assert!(!text.contains("@room") && !text.contains("@alice:") && !text.contains("://"), "{text}");
        }
        let html = event["formatted_body"].as_str().unwrap();
        assert!(html.ends_with("<ul><li><strong>un &lt;\u{200b}i&gt;</strong></li><li>deux</li></ul>"), "{html}");
        for tag in html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()) {
            let known = ["h3", "p", "ul", "li", "strong"];
            assert!(known.contains(&tag.trim_start_matches('/')), "{tag} in {html}");
        }
    }
}
