//! What goes out over the net to each kind of target, byte for byte, and that no one can do harm with it.
//!
//! A changed body is read, then kept with `INSTA_UPDATE=always cargo test --test it bodies`.

use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;
use warroom::incident::{Line, Prose, Severity};
use warroom::lang::Lang;
use warroom::notify::{Address, Kind, Message, Options, Part, Row, Target, Topic, open, split};

/// A target of each kind, with the pieces of its address that are secret.
const TARGETS: &[(Kind, &str, &[&str])] = &[
    (Kind::Slack, "https://hooks.slack.com/services/T0SECRET1/B0SECRET2/sEcReT3x", &["SECRET", "sEcReT"]),
    (
        Kind::Teams,
        "https://prod-1.westeurope.logic.azure.com/workflows/SECRET1/triggers/manual/paths/invoke?sig=SECRET2",
        &["SECRET"],
    ),
    (Kind::Mattermost, "https://mattermost.example.org/hooks/SECRET", &["SECRET"]),
    (
        Kind::RocketChat,
        "https://chat.example.org/hooks/SECRET1SECRET1SECRET1x/SECRET2SECRET2SECRET2SECRET2",
        &["SECRET"],
    ),
    (Kind::Discord, "https://discord.com/api/webhooks/1234567890/SECRET", &["SECRET", "1234567890"]),
    (
        Kind::GoogleChat,
        "https://chat.googleapis.com/v1/spaces/SPACE/messages?key=SECRET1&token=SECRET2",
        &["SECRET", "SPACE"],
    ),
    (Kind::Zulip, "zulip://warroom:SECRET@example/SECRET/crise?topic=clients", &["SECRET"]),
    (Kind::Ntfy, "ntfys://tk_SECRET@ntfy.example.org/crise", &["SECRET"]),
    (Kind::Gotify, "gotifys://gotify.example.org/SECRET", &["SECRET"]),
    (Kind::Matrix, "matrixs://SECRET@matrix.example.org/!room:example.org", &["SECRET"]),
    (Kind::Mail, "smtps://crise:SECRET@smtp.example.org?from=crise@example.org&to=tous@example.org", &["SECRET"]),
    (Kind::Generic, "https://user:SECRET1@example.org/SECRET2", &["SECRET"]),
];

const HOSTILE: &str = "# <!channel> @everyone\n\nTâche <!channel> @everyone [x](javascript:alert(1)) <@U123> @channel \
    @here @room @all <users/all> @**all** <#C123> #general ~town-square :rotating_light: `code`\n\
    - https://evil.example/a?b=c www.evil.example evil.example bob@evil.example mailto:bob@evil.example\n\
    **[y](https://evil.example)** [z][1] <https://evil.example|ici>\n[1]: https://evil.example\n\
    **@**everyone **<!**here> h**t**tps://evil.example <a href=\"https://evil.example\">x</a> &lt;!channel&gt; \"}]";

fn target(kind: Kind) -> Box<dyn Target> {
    let (_, url, _) = TARGETS.iter().find(|(known, ..)| *known == kind).unwrap();
    let options = Options { secret: Some("SECRET".to_owned().into()), ..Options::default() };
    open(&Address::read(url).unwrap(), &options).unwrap()
}

fn kinds() -> impl Iterator<Item = Kind> {
    TARGETS.iter().map(|(kind, ..)| *kind)
}

fn message(text: &str) -> Message {
    Message {
        key: "20261122-cyberattaque-k3f9-42".to_owned(),
        topic: Topic::Update,
        incident: "20261122-cyberattaque-k3f9".parse().unwrap(),
        title: Line::new("SEV1 · Cyberattaque, production chiffrée"),
        text: Prose::new(text),
        lang: Lang::Fr,
        at: "2026-11-22T08:00:00Z".parse().unwrap(),
        exercise: false,
        severity: Severity::Sev1,
        audience: Line::new("Direction"),
    }
}

fn parts(message: Message, target: &dyn Target) -> Vec<Part> {
    split(&Arc::new(message), target)
}

/// A body as people can read it.
fn shown(body: &str) -> String {
    match serde_json::from_str::<Value>(body) {
        Ok(json) => serde_json::to_string_pretty(&json).unwrap(),
        Err(_) => body.split('&').collect::<Vec<_>>().join("\n&"),
    }
}

#[test]
fn every_kind_of_target_gets_its_body() {
    let update = "La production est à l'arrêt depuis 03:12 : les postes sont **chiffrés**.\n\n## Ce que nous faisons\n\
        - Sauvegardes vérifiées\n- Annuaire reconstruit, *en cours*\n\nProchain point à 09:30.";
    for kind in kinds() {
        let target = target(kind);
        let mut cases = vec![("update", parts(message(update), &*target).remove(0))];
        let exercise = Message { exercise: true, ..message(update) };
        cases.push(("repeat", parts(exercise, &*target).remove(0).repeated()));
        if kind == Kind::Slack {
            let long = format!("{}\n{}", "<&> ligne\n".repeat(500), "mot & ".repeat(900));
            cases.push(("long", parts(message(&long), &*target).remove(0)));
        }
        cases.push(("hostile", parts(message(HOSTILE), &*target).remove(0)));
        for (case, part) in cases {
            insta::with_settings!({ snapshot_path => "../bodies", prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(format!("{}-{case}", kind.id()), shown(&target.body(&part)));
            });
        }
    }
}

/// All texts in a body, whatever its form; of mail there is only what is printed, as its headers have addresses.
fn texts(body: &str) -> Vec<String> {
    fn walk(value: &Value, texts: &mut Vec<String>) {
        match value {
            Value::String(text) => texts.push(text.clone()),
            Value::Array(values) => values.iter().for_each(|value| walk(value, texts)),
            Value::Object(fields) => {
                // An address of the card's own form is no text.
                fields.iter().filter(|(name, _)| *name != "$schema").for_each(|(_, value)| walk(value, texts));
            }
            _ => {}
        }
    }
    let mut texts = Vec::new();
    if let Ok(json) = serde_json::from_str(body) {
        walk(&json, &mut texts);
        return texts;
    }
    let form = reqwest::Url::parse(&format!("form:?{body}"));
    if let Some(form) = form.ok().filter(|form| form.query_pairs().any(|(name, _)| name == "content")) {
        texts.extend(form.query_pairs().map(|(_, value)| value.into_owned()));
    }
    texts
}

/// What would name someone, or become a link, for a kind of target.
fn dangers(kind: Kind, text: &str) -> Vec<String> {
    let always: &[&str] = &["](", "][", "]:"];
    let usual: &[&str] = &[
        "@e", "@c", "@h", "@r", "@a", "@*", "@U", "b@", "<!", "<@", "<#", "<u", "<h", "://", "www.", "mailto:b", "l.e",
        "b@e", "#g", "~t",
    ];
    let found = |patterns: &[&str], text: &str| -> Vec<String> {
        patterns.iter().filter(|pattern| text.contains(**pattern)).map(|pattern| (*pattern).to_owned()).collect()
    };
    match kind {
        // `<` begins all that Slack acts upon; with `verbatim` nothing else is looked for.
        Kind::Slack => found(&["<", ">"], text),
        // A backslash takes the meaning of what it stands before; `allowed_mentions` forbids the rest.
        Kind::Discord => found(&["@", "<", "://", "["], &without_escapes(text)),
        // Its formatted form is HTML, with no more than these tags.
        Kind::Matrix if text.starts_with("<h3>") => {
            let tags = ["h3", "h4", "p", "em", "ul", "li", "strong"];
            let plain = tags.iter().fold(text.replace("<br>", ""), |text, tag| {
                text.replace(&format!("<{tag}>"), "").replace(&format!("</{tag}>"), "")
            });
            found(&["<", ">", "://", "@e", "@r", "@a"], &plain)
        }
        _ => found(always, text).into_iter().chain(found(usual, text)).collect(),
    }
}

fn without_escapes(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c == '\\' {
            chars.next();
        } else {
            out.push(c);
        }
    }
    out
}

#[test]
fn no_text_mentions_anybody_or_becomes_a_link() {
    for kind in kinds() {
        let target = target(kind);
        let hostile = Message {
            title: Line::new("@everyone <!channel> [x](https://evil.example)"),
            audience: Line::new("@everyone"),
            ..message(HOSTILE)
        };
        for text in [HOSTILE, &HOSTILE["# ".len()..]] {
            let message = Message { text: Prose::new(text), ..hostile.clone() };
            for part in parts(message, &*target) {
                for part in [part.repeated(), part] {
                    let body = target.body(&part);
                    assert_ne!((kind != Kind::Mail, texts(&body).len()), (true, 0), "{}", kind.id());
                    let mut print = target.print(&part);
                    if kind == Kind::Mail {
                        // The first line is the subject, in which nothing is looked for.
                        print = print.split_once('\n').unwrap().1.to_owned();
                    }
                    for text in texts(&body).into_iter().chain([print]) {
                        assert_eq!(dangers(kind, &text), [""; 0], "{}: {text}", kind.id());
                    }
                }
            }
        }
    }
}

#[test]
fn what_cannot_be_escaped_is_switched_off() {
    let body = |kind| {
        let target = target(kind);
        serde_json::from_str::<Value>(&target.body(&parts(message(HOSTILE), &*target)[0])).unwrap()
    };
    let slack = body(Kind::Slack);
    let sections = slack["blocks"].as_array().unwrap().iter().filter(|block| block["type"] == "section");
    assert!(sections.map(|block| &block["text"]["verbatim"]).all(|verbatim| *verbatim == true));
    assert_eq!(body(Kind::Discord)["allowed_mentions"], serde_json::json!({ "parse": [] }));
    let card = body(Kind::Teams)["attachments"][0]["content"].clone();
    let blocks = card["body"].as_array().unwrap();
    assert!(blocks.iter().all(|block| block["type"] == "RichTextBlock"), "the one that reads no Markdown");
    assert_eq!(card["version"], "1.4");
}

#[test]
fn the_first_line_says_that_it_is_an_exercise() {
    for kind in kinds() {
        let target = target(kind);
        let exercise = Message { exercise: true, ..message("Essai.") };
        for part in parts(exercise, &*target) {
            let text = target.print(&part);
            assert!(text.lines().next().unwrap().contains("EXERCICE"), "{}: {text}", kind.id());
            assert!(target.body(&part).contains("EXERCICE"), "{}", kind.id());
        }
    }
}

#[test]
fn the_longest_text_goes_out_in_parts_that_fit() {
    let long = "Une ligne <de> texte & d'autres, «\u{a0}entre guillemets\u{a0}» et \"droits\".\n".repeat(900);
    let wide = format!("- {}", "🚨é".repeat(17_000));
    for kind in kinds() {
        let target = target(kind);
        for text in [&long, &wide] {
            let parts = parts(message(text), &*target);
            assert!(parts.len() > 1 || kind == Kind::Mail, "{}", kind.id());
            let keys: BTreeSet<_> = parts.iter().map(|part| part.key.as_str()).collect();
            assert_eq!(keys.len(), parts.len(), "{}", kind.id());
            for part in parts {
                assert!(target.holds(&part.repeated()), "{} {}/{}", kind.id(), part.number, part.of);
                assert!(target.body(&part).len() <= 64 * 1024 * 4);
                if kind == Kind::Teams {
                    assert!(target.body(&part.repeated()).len() <= 28 * 1024);
                }
            }
        }
    }
}

#[test]
fn a_heading_stays_with_what_it_heads() {
    let text = format!("{}\n## Ensuite\n{}", "mot ".repeat(900), "fin ".repeat(300));
    let target = target(Kind::Ntfy);
    let parts = parts(message(&text), &*target);
    let texts: Vec<_> = parts.iter().map(|part| part.text.rows[0].text()).collect();
    assert!(texts[1].starts_with("Ensuite"), "{texts:?}");
}

#[test]
fn a_long_title_is_whole_in_the_text() {
    let title = "Très long titre ".repeat(20);
    let target = target(Kind::Slack);
    let long = Message { title: Line::new(&title), ..message("Texte.") };
    let part = parts(long, &*target).remove(0);
    assert!(part.title.chars().count() <= 101 && part.title.ends_with('…'));
    assert!(target.print(&part).contains(title.trim()));
}

#[test]
fn the_documents_and_these_tests_know_every_kind() {
    let documents = include_str!("../../docs/updates.md");
    for kind in Kind::ALL {
        assert!(documents.contains(&format!("| `{}` |", kind.id())), "{}", kind.id());
        assert!(kinds().any(|known| known == kind), "{}", kind.id());
    }
}

#[test]
fn nothing_that_is_shown_holds_a_secret() {
    for (kind, url, secrets) in TARGETS {
        let target = target(*kind);
        let part = parts(message("Texte."), &*target).remove(0);
        let address = Address::read(url).unwrap();
        let texts = [
            format!("{target:?}"),
            target.host().to_owned(),
            target.print(&part),
            target.body(&part),
            format!("{address:?}"),
        ];
        for text in texts {
            let found = secrets.iter().find(|secret| text.contains(**secret));
            assert_eq!(found, None, "{}: {text}", kind.id());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn nothing_is_lost_by_splitting(
        rows in proptest::collection::vec("(# |- |\\*\\*|)[a-z<&é🚨 *]{0,400}", 0..40),
        which in 0..TARGETS.len(),
    ) {
        let target = target(TARGETS[which].0);
        let message = message(&rows.join("\n"));
        let read = warroom::notify::Rich::read(message.text.as_str());
        let whole: String = read.rows.iter().map(Row::text).collect();
        let parts = parts(message.clone(), &*target);
        prop_assert_eq!(&parts, &split(&Arc::new(message.clone()), &*target));
        let is_ink = |c: &char| !c.is_whitespace();
        let shown: String = parts.iter().flat_map(|part| &part.text.rows).map(Row::text).collect();
        let shown: String = shown.chars().filter(is_ink).collect();
        let whole: String = whole.chars().filter(is_ink).collect();
        prop_assert!(
            whole == shown || whole == format!("{}{shown}", parts[0].title.replace(char::is_whitespace, "")),
            "{} became {}", whole, shown
        );
        for (place, part) in parts.iter().enumerate() {
            prop_assert_eq!(usize::from(part.number), place + 1);
            prop_assert_eq!(usize::from(part.of), parts.len());
            prop_assert!(target.holds(part) && target.holds(&part.repeated()));
        }
    }
}
