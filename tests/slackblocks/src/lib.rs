//! Holds what warroom sends to Slack, as it is kept in `tests/bodies`, against the limits that `slackblocks` knows.

#[cfg(test)]
mod tests {
    use serde_json::Value;
    use slackblocks::WebhookMessage;
    use std::path::Path;

    #[test]
    fn slack_takes_every_body() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bodies");
        let mut seen = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if !name.starts_with("slack-") || !name.ends_with(".snap") {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let body = text.splitn(3, "---\n").nth(2).unwrap();
            let body: Value = serde_json::from_str(body).unwrap();
            if let Err(error) = WebhookMessage::try_from(body) {
                panic!("{name}: {error:?}");
            }
            seen += 1;
        }
        assert!(seen >= 4, "{seen} bodies were found");
    }

    #[test]
    fn a_body_beyond_a_limit_is_refused() {
        let header = |length: usize| {
            serde_json::json!({ "text": "x", "blocks": [
                { "type": "header", "text": { "type": "plain_text", "text": "x".repeat(length), "emoji": false } },
            ] })
        };
        assert!(WebhookMessage::try_from(header(150)).is_ok());
        assert!(WebhookMessage::try_from(header(151)).is_err());
    }
}
