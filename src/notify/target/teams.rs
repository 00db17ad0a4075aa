//! Microsoft Teams: a workflow that posts cards.

use serde_json::{Value, json};

use super::hook::{Bounds, Hook, join};
use crate::notify::address::Address;
use crate::notify::message::Part;
use crate::notify::rich::{RowKind, Span, Style, unlinked};

/// A larger card fails inside the flow, where no one sees it.
const BOUNDS: Bounds = Bounds::Body(28 * 1024);

pub fn hook(address: &Address) -> Option<Hook> {
    let path = address.path();
    let mut url = address.url().filter(|_| !path.is_empty())?;
    if address.is_apprise() {
        let [workflow, signature, ..] = path[..] else { return None };
        let direct: &[&str] = match address.query("pa") {
            Some("yes" | "true" | "1") => &["powerautomate", "automations", "direct"],
            _ => &[],
        };
        let tail = ["workflows", workflow, "triggers", "manual", "paths", "invoke"];
        url = join(url, &[direct, &tail].concat());
        let version = address.query("ver").or_else(|| address.query("api-version"));
        url.query_pairs_mut()
            .append_pair("api-version", version.unwrap_or("2016-06-01"))
            .append_pair("sp", "/triggers/manual/run")
            .append_pair("sv", "1.0")
            .append_pair("sig", signature);
    }
    let hook = Hook::new(url, BOUNDS, Style::PLAIN, |hook, part| hook.post(&card(part)));
    Some(Hook { gap: "\n\n", ..hook })
}

fn card(part: &Part) -> Value {
    let heading = part.heading();
    let mut blocks = vec![line(&[(&heading, true)], Some("large"), "default")];
    let mut spacing = "medium";
    for row in part.rows() {
        if row.kind == RowKind::Gap {
            spacing = "medium";
            continue;
        }
        let is_heading = row.kind == RowKind::Heading;
        let bullet = (row.kind == RowKind::Item).then_some(("• ", false));
        let spans = row.spans.iter().map(|Span { text, strong }| (text.as_str(), *strong || is_heading));
        let runs: Vec<_> = bullet.into_iter().chain(spans).collect();
        blocks.push(line(&runs, is_heading.then_some("medium"), spacing));
        spacing = "none";
    }
    json!({
        "type": "message",
        "attachments": [{
            "contentType": "application/vnd.microsoft.card.adaptive",
            "contentUrl": null,
            "content": {
                "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
                "type": "AdaptiveCard",
                "version": "1.4",
                "fallbackText": unlinked(&heading),
                "msteams": { "width": "Full" },
                "body": blocks,
            },
        }],
    })
}

/// Texts, strong or not. A text block reads Markdown; a run of text does not.
fn line(texts: &[(&str, bool)], size: Option<&str>, spacing: &str) -> Value {
    let runs = texts.iter().map(|(text, strong)| {
        let mut run = json!({ "type": "TextRun", "text": unlinked(text) });
        if *strong {
            run["weight"] = "bolder".into();
        }
        if let Some(size) = size {
            run["size"] = size.into();
        }
        run
    });
    json!({ "type": "RichTextBlock", "spacing": spacing, "inlines": runs.collect::<Vec<_>>() })
}
