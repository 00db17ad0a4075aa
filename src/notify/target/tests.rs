//! Addresses as people copy them, and what is asked of which server.

use reqwest::header::HeaderMap;
use secrecy::ExposeSecret;

use super::*;
use crate::incident::{Line, Prose, Severity};
use crate::lang::Lang;
use crate::notify::message::{Message, Topic};
use crate::notify::split::split;

use crate::notify::web::{Answer, Verdict};
use std::sync::Arc;

/// The kind, the URL, the headers beside the content's type.
type Asked = (Kind, String, Vec<(String, String)>);

/// The request for a short message to an address.
fn request(text: &str, options: &Options) -> Result<Asked, BadAddress> {
    let address = Address::read(text)?;
    let kind = options.kind.unwrap_or(address.kind);
    let target = webhook(kind, &address, options)?;
    let request = target.request(&split(&Arc::new(message()), &target).remove(0));
    let headers = request.headers.iter().filter(|(name, _)| *name != "content-type");
    let headers = headers.map(|(name, value)| ((*name).to_owned(), value.expose_secret().to_owned()));
    Ok((kind, request.url.expose_secret().to_owned(), headers.collect()))
}

fn message() -> Message {
    Message {
        key: "20261122-panne-k3f9-42".to_owned(),
        topic: Topic::Update,
        incident: "20261122-panne-k3f9".parse().unwrap(),
        title: Line::new("Panne"),
        text: Prose::new("Texte."),
        lang: Lang::Fr,
        at: "2026-11-22T08:00:00Z".parse().unwrap(),
        exercise: false,
        severity: Severity::Sev2,
        audience: Line::new("Direction"),
    }
}

fn strict(text: &str) -> Result<Asked, BadAddress> {
    request(text, &Options::default())
}

#[test]
fn native_and_apprise_addresses_lead_to_the_same_place() {
    const REPLY: &str = "messageReplyOption=REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD&requestId=20261122-panne-k3f9-42-1";
    let gchat = format!("https://chat.googleapis.com/v1/spaces/AAAAx/messages?key=AIza-K&token=tO%3D&{REPLY}");
    let slack = "https://hooks.slack.com/services/T1/B2/cC3";
    let invoke = "workflows/0a1B/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=S-i_G";
    let azure = format!("https://prod-1.westeurope.logic.azure.com/{invoke}");
    let flow = "https://d0.1.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/f/triggers/manual/paths/invoke?api-version=1&sig=x";
    let discord = "https://discord.com/api/webhooks/123/tOk-_en?wait=true";
    for (text, kind, url) in [
        (slack, Kind::Slack, slack),
        ("slack://T1/B2/cC3", Kind::Slack, slack),
        ("slack://bot@T1/B2/cC3/#crise", Kind::Slack, slack),
        (
            "https://hooks.slack-gov.com/services/T1/B2/cC3",
            Kind::Slack,
            "https://hooks.slack-gov.com/services/T1/B2/cC3",
        ),
        (&azure, Kind::Teams, &azure),
        ("workflows://prod-1.westeurope.logic.azure.com:443/0a1B/S-i_G/", Kind::Teams, &azure),
        ("workflow://prod-1.westeurope.logic.azure.com/0a1B/S-i_G", Kind::Teams, &azure),
        (flow, Kind::Teams, flow),
        (
            "https://chat.example.org/hooks/x8k3mq1z5t7y9w2e4r6u8i0o1p",
            Kind::Mattermost,
            "https://chat.example.org/hooks/x8k3mq1z5t7y9w2e4r6u8i0o1p",
        ),
        (
            "mmosts://chat.example.org/x8k3mq1z5t7y9w2e4r6u8i0o1p",
            Kind::Mattermost,
            "https://chat.example.org/hooks/x8k3mq1z5t7y9w2e4r6u8i0o1p",
        ),
        (
            "mmosts://bot@chat.example.org:8443/a/b/k3y?channel=x",
            Kind::Mattermost,
            "https://chat.example.org:8443/a/b/hooks/k3y",
        ),
        (
            "https://chat.example.org/hooks/65f0c2a1b3d4e5f6a7b8c9d0/Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3",
            Kind::RocketChat,
            "https://chat.example.org/hooks/65f0c2a1b3d4e5f6a7b8c9d0/Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3",
        ),
        (
            "rockets://65f0c2a1b3d4e5f6a7b8c9d0/Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3@chat.example.org/#crise",
            Kind::RocketChat,
            "https://chat.example.org/hooks/65f0c2a1b3d4e5f6a7b8c9d0/Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3",
        ),
        (
            "rockets://bot:65f0c2a1b3d4e5f6a7b8c9d0%2FAb3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3@chat.example.org",
            Kind::RocketChat,
            "https://chat.example.org/hooks/65f0c2a1b3d4e5f6a7b8c9d0/Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3",
        ),
        ("https://discord.com/api/webhooks/123/tOk-_en", Kind::Discord, discord),
        (
            "https://discordapp.com/api/v10/webhooks/123/t?thread_id=9",
            Kind::Discord,
            "https://discordapp.com/api/v10/webhooks/123/t?wait=true&thread_id=9",
        ),
        ("discord://bot@123/tOk-_en/?footer=yes", Kind::Discord, discord),
        ("https://chat.googleapis.com/v1/spaces/AAAAx/messages?key=AIza-K&token=tO%3D", Kind::GoogleChat, &gchat),
        ("gchat://AAAAx/AIza-K/tO=", Kind::GoogleChat, &gchat),
        (
            "https://z.example.org/api/v1/external/slack_incoming?api_key=k&stream=a&topic=b",
            Kind::Zulip,
            "https://z.example.org/api/v1/external/slack_incoming?api_key=k&stream=a&topic=b",
        ),
        (
            "zulip://bot@org/kEy/crise",
            Kind::Zulip,
            "https://bot-bot%40org.zulipchat.com:kEy@org.zulipchat.com/api/v1/messages",
        ),
        ("zulip://a@b.org@z.example.org/kEy/crise", Kind::Zulip, "https://a%40b.org:kEy@z.example.org/api/v1/messages"),
        ("https://ntfy.sh/crise", Kind::Ntfy, "https://ntfy.sh/"),
        ("ntfy://crise", Kind::Ntfy, "https://ntfy.sh/"),
        ("ntfys://u:p@ntfy.example.org/crise", Kind::Ntfy, "https://u:p@ntfy.example.org/"),
        ("gotifys://g.example.org:8443/sub/tOk", Kind::Gotify, "https://g.example.org:8443/sub/message"),
        ("https://g.example.org/message?token=tOk", Kind::Gotify, "https://g.example.org/message"),
        ("https://hook.example.org/a?b=c#d", Kind::Generic, "https://hook.example.org/a?b=c"),
        ("jsons://u:p%40@hook.example.org/a", Kind::Generic, "https://u:p%40@hook.example.org/a"),
    ] {
        let (known, asked, _) = strict(text).unwrap_or_else(|bad| panic!("{text}: {bad:?}"));
        assert_eq!((known, asked.as_str()), (kind, url), "{text}");
    }
}

#[test]
fn a_receiver_of_ones_own_is_no_chat_server() {
    for (text, kind) in [
        ("https://example.org/hooks/incidents", Kind::Generic),
        ("https://example.org/hooks/incidents/prod", Kind::Generic),
        ("https://mattermost.example.org/hooks/k3y", Kind::Mattermost),
    ] {
        let (known, url, _) = strict(text).unwrap();
        assert_eq!((known, url.as_str()), (kind, text));
    }
}

#[test]
fn keys_that_are_no_part_of_a_url_go_in_headers() {
    let headers = |text: &str| strict(text).unwrap().2;
    let pair = |name: &str, value: &str| vec![(name.to_owned(), value.to_owned())];
    assert_eq!(headers("gotifys://g.example.org/tOk"), pair("x-gotify-key", "tOk"));
    assert_eq!(headers("ntfys://tk_1@ntfy.example.org/crise"), pair("authorization", "Bearer tk_1"));
    assert_eq!(headers("ntfys://ntfy.example.org/crise"), []);
    assert_eq!(headers("https://x.example.org/"), pair("idempotency-key", "20261122-panne-k3f9-42-1"));
}

#[test]
fn a_signature_is_of_the_bytes_that_are_sent() {
    let options = Options { secret: Some("Jefe".to_owned().into()), ..Options::default() };
    let target = webhook(Kind::Generic, &Address::read("https://x.example.org/").unwrap(), &options).unwrap();
    let request = target.request(&split(&Arc::new(message()), &target).remove(0));
    let header = request.headers.iter().find(|(name, _)| *name == "x-warroom-signature").unwrap();
    assert_eq!(header.1.expose_secret(), generic::signature(&"Jefe".to_owned().into(), &request.body));
    // The second test case of RFC 4231.
    assert_eq!(
        generic::signature(&"Jefe".to_owned().into(), "what do ya want for nothing?"),
        "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    );
}

#[test]
fn what_is_no_usable_address_is_refused_with_what_to_do() {
    let lacks = |kind| BadAddress::Lacks { kind };
    let local = |host: &str| BadAddress::Local { host: host.to_owned() };
    let plain = |host: &str| BadAddress::Plain { host: host.to_owned() };
    for (text, bad) in [
        ("", BadAddress::Unreadable),
        ("hooks.slack.com/services/T/B/S", BadAddress::Unreadable),
        ("https://", BadAddress::Unreadable),
        ("https://a b.example.org/", BadAddress::Unreadable),
        ("mmosts://chat.example.org:port/k", BadAddress::Unreadable),
        ("signal://x/y", BadAddress::Unknown { scheme: "signal".to_owned() }),
        ("https://acme.webhook.office.com/webhookb2/a/b/c", BadAddress::Connector),
        ("https://outlook.office.com/webhook/a/b/c", BadAddress::Connector),
        ("https://hooks.slack.com/triggers/a/b/c", lacks(Kind::Slack)),
        ("slack://xoxb-1/#crise", lacks(Kind::Slack)),
        ("workflows://prod-1.westeurope.logic.azure.com/only", lacks(Kind::Teams)),
        ("mmosts://chat.example.org", lacks(Kind::Mattermost)),
        ("rockets://user:password@chat.example.org/#crise", lacks(Kind::RocketChat)),
        ("https://chat.googleapis.com/v1/spaces/a/messages", lacks(Kind::GoogleChat)),
        ("zulip://bot@org/key", lacks(Kind::Zulip)),
        ("https://ntfy.sh/", lacks(Kind::Ntfy)),
        ("gotifys://g.example.org", lacks(Kind::Gotify)),
        ("http://hook.example.org/a", plain("hook.example.org")),
        ("json://hook.example.org/a", plain("hook.example.org")),
        ("https://10.1.2.3/a", local("10.1.2.3")),
        ("http://127.0.0.1:8000/a", local("127.0.0.1")),
        ("https://0x7f.1/a", local("127.0.0.1")),
        ("https://2130706433/a", local("127.0.0.1")),
        ("https://[::ffff:169.254.169.254]/a", local("[::ffff:a9fe:a9fe]")),
        ("mmosts://localhost/k", local("localhost")),
        ("https://user:pass@LOCALHOST:1/", local("localhost")),
    ] {
        assert_eq!(strict(text).unwrap_err(), bad, "{text}");
        for lang in Lang::ALL {
            assert!(bad.reason(lang).len() > 10, "{text}");
        }
    }
    let local = Options { allow_local: true, ..Options::default() };
    assert_eq!(request("http://127.0.0.1:8000/a", &local).unwrap().1, "http://127.0.0.1:8000/a");
    assert_eq!(request("mmost://localhost:8065/k", &local).unwrap().1, "http://localhost:8065/hooks/k");
}

#[test]
fn a_kind_may_be_given_where_an_address_does_not_show_it() {
    for (text, kind, url) in [
        ("https://chat.example.org/x/y", Kind::Slack, "https://chat.example.org/x/y"),
        ("https://push.example.org/crise", Kind::Ntfy, "https://push.example.org/"),
        ("https://relay.example.org/teams", Kind::Teams, "https://relay.example.org/teams"),
    ] {
        let options = Options { kind: Some(kind), ..Options::default() };
        assert_eq!(request(text, &options).unwrap().1, url);
    }
}

#[test]
fn a_server_that_takes_what_slack_takes_finds_no_mention() {
    let options = Options { kind: Some(Kind::Slack), ..Options::default() };
    let target = open(&Address::read("https://chat.example.org/x/y").unwrap(), &options).unwrap();
    let hostile = Message { text: Prose::new("@channel @**all** https://evil.example"), ..message() };
    let body = target.body(&split(&Arc::new(hostile), &*target)[0]);
    assert!(!["@c", "@*", "://"].iter().any(|danger| body.contains(danger)), "{body}");
}

#[test]
fn what_a_target_says_of_itself_becomes_a_sentence() {
    let verdict = |text: &str, status: u16, body: &str| {
        let address = Address::read(text).unwrap();
        let at = "2026-11-22T08:00:00Z".parse().unwrap();
        let answer = Answer { status, at, headers: HeaderMap::new(), body: body.to_owned() };
        let target = webhook(address.kind, &address, &Options::default()).unwrap();
        (target.hook.verdict)(&answer, target.host(), Lang::En)
    };
    let slack = "https://hooks.slack.com/services/T1/B2/cC3";
    assert_eq!(verdict(slack, 200, "ok"), Verdict::Delivered);
    for (status, body, word) in [
        (403, "action_prohibited", "administrator"),
        (404, "channel_not_found", "channel"),
        (410, "channel_is_archived", "channel"),
        (404, "no_service", "this URL does not exist"),
        (400, "invalid_payload", "rejected the message"),
    ] {
        let Verdict::Refused { reason } = verdict(slack, status, body) else { panic!("{body}") };
        assert!(reason.contains(word) && reason.contains("hooks.slack.com"), "{reason}");
    }
    assert!(matches!(verdict(slack, 429, "channel_not_found"), Verdict::Later { .. }));
    let rocket =
        "https://chat.example.org/hooks/65f0c2a1b3d4e5f6a7b8c9d0/Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3";
    assert_eq!(verdict(rocket, 200, r#"{"success":true}"#), Verdict::Delivered);
    assert!(matches!(verdict(rocket, 200, r#"{"success":false}"#), Verdict::Refused { .. }));
    assert!(matches!(verdict(rocket, 200, ""), Verdict::Refused { .. }));
    assert!(matches!(verdict(rocket, 500, r#"{"success":false}"#), Verdict::Later { .. }));
}

#[test]
fn an_address_is_read_in_its_parts_decoded() {
    for (text, kind, host, port, user, password, path) in [
        ("slack://T%31/B2/#crise", Kind::Slack, "T1", None, None, None, &["B2", "#crise"][..]),
        (
            "matrixs://u:p%40ss%2F@h.org:8448/!a:h.org",
            Kind::Matrix,
            "h.org",
            Some(8448),
            Some("u"),
            Some("p@ss/"),
            &["!a:h.org"],
        ),
        (
            "rockets://a/b@chat.example.org/#x/y",
            Kind::RocketChat,
            "chat.example.org",
            None,
            Some("a/b"),
            None,
            &["#x", "y"],
        ),
        ("rockets://n:a/b@chat.example.org", Kind::RocketChat, "chat.example.org", None, Some("n"), Some("a/b"), &[]),
        ("rocket://chat.example.org/x?to=a@b/c", Kind::RocketChat, "chat.example.org", None, None, None, &["x"]),
        ("JSONS://Example.org//a//", Kind::Generic, "Example.org", None, None, None, &["a"]),
        ("ntfy://cr%C3%AEse%zz", Kind::Ntfy, "crîse%zz", None, None, None, &[]),
        ("gotifys://[::1]:80/k", Kind::Gotify, "[::1]", Some(80), None, None, &["k"]),
        ("https://u%20v@example.org:444/a%2Fb#c", Kind::Generic, "example.org", Some(444), Some("u v"), None, &["a/b"]),
        (" mailtos://u:p@x.org/a@b.c ", Kind::Mail, "x.org", None, Some("u"), Some("p"), &["a@b.c"]),
    ] {
        let address = Address::read(text).unwrap_or_else(|bad| panic!("{text}: {bad:?}"));
        assert_eq!((address.kind, address.host.as_str(), address.port), (kind, host, port), "{text}");
        assert_eq!((address.user.as_deref(), address.password.as_deref()), (user, password), "{text}");
        assert_eq!(address.path(), path, "{text}");
    }
    let query = Address::read("json://x.org?a=1%202+3&b&a=4&c=%23#d").unwrap();
    let expected = [("a", Some("1 2 3")), ("b", Some("")), ("c", Some("##d")), ("d", None)];
    assert!(expected.iter().all(|(name, value)| query.query(name) == *value), "{:?}", query.query("c"));
}

#[test]
fn a_scheme_says_whether_it_is_encrypted() {
    for (plain, encrypted) in [
        ("http", "https"),
        ("json", "jsons"),
        ("mmost", "mmosts"),
        ("rocket", "rockets"),
        ("matrix", "matrixs"),
        ("ntfy", "ntfys"),
        ("gotify", "gotifys"),
    ] {
        for (scheme, expected) in [(plain, "http"), (encrypted, "https")] {
            let address = Address::read(&format!("{scheme}://u@example.org:99/a/b")).unwrap();
            let url = address.url().unwrap();
            assert_eq!((url.scheme(), url.host_str(), url.port()), (expected, Some("example.org"), Some(99)));
        }
    }
    for scheme in ["slack", "workflow", "workflows", "discord", "gchat", "zulip", "mailto", "smtp"] {
        assert_eq!(Address::read(&format!("{scheme}://x")).unwrap().url().unwrap().scheme(), "https");
    }
}

#[test]
fn how_urgent_a_message_is_follows_its_severity() {
    let number = |text: &str, severity, pointer: &str| {
        let target = open(&Address::read(text).unwrap(), &Options::default()).unwrap();
        let part = split(&Arc::new(Message { severity, ..message() }), &*target).remove(0);
        let body: serde_json::Value = serde_json::from_str(&target.body(&part)).unwrap();
        body.pointer(pointer).and_then(serde_json::Value::as_u64).unwrap()
    };
    for (severity, gotify, ntfy, discord) in [
        (Severity::Sev1, 9, 5, 0x00d3_2f2f),
        (Severity::Sev2, 7, 4, 0x00f5_7c00),
        (Severity::Sev3, 5, 3, 0x00fb_c02d),
        (Severity::Sev4, 5, 3, 0x0019_76d2),
    ] {
        assert_eq!(number("gotifys://g.example.org/tOk", severity, "/priority"), gotify);
        assert_eq!(number("ntfys://ntfy.example.org/crise", severity, "/priority"), ntfy);
        assert_eq!(number("discord://123/tOk", severity, "/embeds/0/color"), discord);
    }
}

proptest::proptest! {
    #[test]
    fn whatever_is_typed_is_an_address_or_refused(
        scheme in "(https?|slack|rockets?|zulip|ntfy|matrixs|mailto|gchat|[a-z]{1,6})",
        rest in "[ -~é@:/%#?&=\\[\\]]{0,60}",
    ) {
        if let Ok(address) = Address::read(&format!("{scheme}://{rest}")) {
            let options = Options { allow_local: true, ..Options::default() };
            let _ = open(&address, &options);
        }
    }
}
