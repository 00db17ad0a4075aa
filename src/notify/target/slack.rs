//! Slack: incoming webhooks, and servers that take the same.

use serde_json::json;

use super::hook::{Bounds, Hook, join, known};
use crate::lang::Lang;
use crate::notify::address::Address;
use crate::notify::kind::Kind;
use crate::notify::rich::{Row, RowKind, Style, unlinked};
use crate::notify::web::{Answer, Verdict};

/// The limits of one header, one section and all blocks together, in characters.
const HEADER_MOST: usize = 150;
const SECTION_MOST: usize = 3_000;
const BLOCKS_MOST: usize = 12_000;

/// Every command of Slack begins with `<`; `verbatim` keeps it from looking for bare addresses and names.
const STYLE: Style = Style { escape, heading: ["*", "*"], strong: ["*", "*"], item: "• " };

/// Slack-compatible servers may look for them all the same.
const COMPATIBLE: Style = Style { escape: |text| escape(&unlinked(text)), ..STYLE };

pub fn hook(address: &Address) -> Option<Hook> {
    let path = address.path();
    let is_slack = address.kind == Kind::Slack;
    let url = if address.is_apprise() {
        let [second, third, ..] = path[..] else { return None };
        join(known("https://hooks.slack.com"), &["services", &address.host, second, third])
    } else {
        // Slack's other hooks take other bodies.
        address.url().filter(|_| !is_slack || matches!(path[..], ["services", _, _, _]))?
    };
    let style = if is_slack { STYLE } else { COMPATIBLE };
    let hook =
        Hook::new(url, Bounds::Characters(BLOCKS_MOST), style, |hook, part| {
            let heading = shortened(&part.heading(), hook.style);
            let mut blocks = vec![json!({
                "type": "header",
                "text": { "type": "plain_text", "text": heading, "emoji": false },
            })];
            blocks.extend(sections(&part.rows(), hook.style).into_iter().map(
                |text| json!({ "type": "section", "text": { "type": "mrkdwn", "text": text, "verbatim": true } }),
            ));
            hook.post(&json!({
                "text": heading,
                "blocks": blocks,
                "unfurl_links": false,
                "unfurl_media": false,
            }))
        });
    Some(Hook { verdict, ..hook })
}

fn verdict(answer: &Answer, host: &str, lang: Lang) -> Verdict {
    let key = match answer.body.trim() {
        _ if answer.status == 429 || answer.status >= 500 => return answer.verdict(host, lang),
        "action_prohibited" | "posting_to_general_channel_denied" => "notify-slack-prohibited",
        "channel_is_archived" | "channel_not_found" => "notify-slack-channel",
        "no_service" | "no_service_id" | "no_team" | "team_disabled" | "no_active_hooks" => "notify-refused-gone",
        _ => return answer.verdict(host, lang),
    };
    answer.refusal(key, host, lang)
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Cuts a heading to what a header holds; its title is short, so little is lost.
fn shortened(heading: &str, style: Style) -> String {
    let mut text = heading.to_owned();
    while (style.escape)(&text).chars().count() > HEADER_MOST {
        text.pop();
    }
    (style.escape)(&text)
}

/// Returns the rows as texts that each fit into a section, broken at empty lines if possible.
fn sections(rows: &[Row], style: Style) -> Vec<String> {
    let mut sections: Vec<String> = vec![String::new()];
    let mut rest: Vec<Row> = rows.iter().rev().cloned().collect();
    while let Some(row) = rest.pop() {
        let text = style.row(&row);
        let length = text.chars().count();
        if length > SECTION_MOST
            && let Some((first, second)) = row.cut(row.text().chars().count() / 2)
        {
            rest.extend([second, first]);
            continue;
        }
        let last = sections.last_mut().expect("there is always one");
        let is_heading = row.kind == RowKind::Heading && !last.is_empty();
        if is_heading || last.chars().count() + 1 + length > SECTION_MOST {
            sections.push(text);
        } else {
            if !last.is_empty() {
                last.push('\n');
            }
            last.push_str(&text);
        }
    }
    sections.retain_mut(|section| {
        section.truncate(section.trim_end().len());
        !section.is_empty()
    });
    sections
}
