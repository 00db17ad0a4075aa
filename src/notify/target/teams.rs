//! Microsoft Teams: a workflow that posts cards.

use serde_json::{Value, json};

use super::endpoint::{Endpoint, join};
use super::hook::{Bounds, Hook, Options};
use crate::notify::address::{Address, BadAddress};
use crate::notify::kind::Kind;
use crate::notify::message::Part;
use crate::notify::rich::{Row, RowKind, Span, Style, unlinked};
use crate::notify::web::Request;

/// A larger one fails inside the flow, where nobody sees it.
const BODY_MOST: usize = 28 * 1024;

#[derive(Debug)]
pub struct Teams {
    endpoint: Endpoint,
}

impl Teams {
    pub fn open(address: &Address, options: &Options) -> Result<Self, BadAddress> {
        let lacks = BadAddress::Lacks { kind: Kind::Teams };
        let path: Vec<&str> = address.path().collect();
        let url = if address.is_apprise() {
            let [workflow, signature, ..] = path[..] else { return Err(lacks) };
            let direct: &[&str] = match address.query("pa") {
                Some("yes" | "true" | "1") => &["powerautomate", "automations", "direct"],
                _ => &[],
            };
            let tail = ["workflows", workflow, "triggers", "manual", "paths", "invoke"];
            let mut url = join(address.url()?, &[direct, &tail].concat());
            let version = address.query("ver").or_else(|| address.query("api-version"));
            url.query_pairs_mut()
                .append_pair("api-version", version.unwrap_or("2016-06-01"))
                .append_pair("sp", "/triggers/manual/run")
                .append_pair("sv", "1.0")
                .append_pair("sig", signature);
            url
        } else {
            if path.is_empty() {
                return Err(lacks);
            }
            address.url()?
        };
        Ok(Self { endpoint: Endpoint::new(url, options)? })
    }

    fn body(part: &Part) -> Value {
        // A text block reads Markdown, a run of text does not: nothing in it is more than text.
        let mut blocks = vec![line(&[run(&part.heading(), true)], "large", "default")];
        let mut spacing = "medium";
        for row in part.rows() {
            if row.kind == RowKind::Gap {
                spacing = "medium";
                continue;
            }
            let size = if row.kind == RowKind::Heading { "medium" } else { "default" };
            blocks.push(line(&runs(&row), size, spacing));
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
                    "fallbackText": unlinked(&part.heading()),
                    "msteams": { "width": "Full" },
                    "body": blocks,
                },
            }],
        })
    }
}

impl Hook for Teams {
    fn kind(&self) -> Kind {
        Kind::Teams
    }

    fn host(&self) -> &str {
        &self.endpoint.host
    }

    fn bounds(&self) -> Bounds {
        Bounds::bytes(BODY_MOST)
    }

    fn print(&self, part: &Part) -> String {
        part.print(Style::PLAIN, "\n\n")
    }

    fn request(&self, part: &Part) -> Request {
        self.endpoint.post(&Self::body(part))
    }

    /// The whole card counts, not its text alone.
    fn holds(&self, part: &Part) -> bool {
        Self::body(part).to_string().len() <= BODY_MOST
    }
}

fn line(runs: &[Value], size: &str, spacing: &str) -> Value {
    let inlines: Vec<_> = runs
        .iter()
        .map(|run| {
            let mut run = run.clone();
            if size != "default" {
                run["size"] = size.into();
            }
            run
        })
        .collect();
    json!({ "type": "RichTextBlock", "spacing": spacing, "inlines": inlines })
}

fn run(text: &str, strong: bool) -> Value {
    let mut run = json!({ "type": "TextRun", "text": unlinked(text) });
    if strong {
        run["weight"] = "bolder".into();
    }
    run
}

fn runs(row: &Row) -> Vec<Value> {
    let bullet = (row.kind == RowKind::Item).then(|| run("• ", false));
    let is_heading = row.kind == RowKind::Heading;
    let spans = row.spans.iter().map(|Span { text, strong }| run(text, *strong || is_heading));
    bullet.into_iter().chain(spans).collect()
}
