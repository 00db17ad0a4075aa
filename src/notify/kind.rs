//! The kinds of targets, one row each.

use std::fmt;

use strum::VariantArray as _;

/// A kind of target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::VariantArray)]
pub enum Kind {
    Slack,
    Teams,
    Mattermost,
    RocketChat,
    Discord,
    GoogleChat,
    Matrix,
    Zulip,
    Ntfy,
    Gotify,
    Generic,
    Mail,
}

/// The effect of sending a message twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// The target recognises it and shows it once.
    Harmless,
    /// Its key lets the receiver recognise it; the second says that it may be a repeat.
    Keyed,
    /// It is shown twice; the second says that it may be a repeat.
    Doubles,
}

/// A kind: its name in files and commands, the vendor's spelling or the protocol, the effect of a repeat, an example
/// address.
type Row = (Kind, &'static str, &'static str, Repeat, &'static str);

const ROWS: [Row; 12] = [
    (Kind::Slack, "slack", "Slack", Repeat::Doubles, "https://hooks.slack.com/services/T…/B…/…"),
    (
        Kind::Teams,
        "teams",
        "Microsoft Teams",
        Repeat::Doubles,
        "https://….environment.api.powerplatform.com/…/workflows/…/triggers/manual/paths/invoke?…",
    ),
    (Kind::Mattermost, "mattermost", "Mattermost", Repeat::Doubles, "https://mattermost.example.org/hooks/…"),
    (Kind::RocketChat, "rocketchat", "Rocket.Chat", Repeat::Doubles, "https://chat.example.org/hooks/…/…"),
    (Kind::Discord, "discord", "Discord", Repeat::Doubles, "https://discord.com/api/webhooks/…/…"),
    (
        Kind::GoogleChat,
        "googlechat",
        "Google Chat",
        Repeat::Harmless,
        "https://chat.googleapis.com/v1/spaces/…/messages?key=…&token=…",
    ),
    (Kind::Matrix, "matrix", "Matrix", Repeat::Harmless, "matrixs://TOKEN@matrix.example.org/!ROOM:example.org"),
    (Kind::Zulip, "zulip", "Zulip", Repeat::Doubles, "zulip://BOT@ORGANISATION/KEY/CHANNEL?topic=…"),
    (Kind::Ntfy, "ntfy", "ntfy", Repeat::Doubles, "ntfys://TOKEN@ntfy.example.org/TOPIC"),
    (Kind::Gotify, "gotify", "Gotify", Repeat::Doubles, "gotifys://gotify.example.org/TOKEN"),
    (Kind::Generic, "generic", "JSON", Repeat::Keyed, "https://example.org/…"),
    (Kind::Mail, "mail", "SMTP", Repeat::Keyed, "mailtos://USER:PASSWORD@smtp.example.org/?from=…&to=…"),
];

impl Kind {
    pub const ALL: [Self; 12] = *Self::VARIANTS.as_array().expect("every variant");

    pub const fn id(self) -> &'static str {
        ROWS[self as usize].1
    }

    /// The same in every language.
    pub const fn name(self) -> &'static str {
        ROWS[self as usize].2
    }

    pub const fn repeat(self) -> Repeat {
        ROWS[self as usize].3
    }

    pub const fn example(self) -> &'static str {
        ROWS[self as usize].4
    }

    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
