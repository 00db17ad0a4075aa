//! The kinds of targets there are: one row each.

use std::fmt;

/// A kind of target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

/// What happens to a message that is sent twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// The target recognises it and shows it once.
    Harmless,
    /// It has a key by which its receiver may recognise it; the second says that it may be a repeat.
    Keyed,
    /// It is shown twice; the second says that it may be a repeat.
    Doubles,
}

impl Kind {
    pub const ALL: [Self; 12] = [
        Self::Slack,
        Self::Teams,
        Self::Mattermost,
        Self::RocketChat,
        Self::Discord,
        Self::GoogleChat,
        Self::Matrix,
        Self::Zulip,
        Self::Ntfy,
        Self::Gotify,
        Self::Generic,
        Self::Mail,
    ];

    /// As files and command lines write it.
    pub const fn id(self) -> &'static str {
        self.row().0
    }

    /// The vendor's spelling, or the protocol; the same in every language.
    pub const fn name(self) -> &'static str {
        self.row().1
    }

    pub const fn repeat(self) -> Repeat {
        self.row().2
    }

    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// An example of its addresses, for error messages.
    pub const fn example(self) -> &'static str {
        match self {
            Self::Slack => "https://hooks.slack.com/services/T…/B…/…",
            Self::Teams => {
                "https://….environment.api.powerplatform.com/…/workflows/…/triggers/manual/paths/invoke?…"
            }
            Self::Mattermost => "https://mattermost.example.org/hooks/…",
            Self::RocketChat => "https://chat.example.org/hooks/…/…",
            Self::Discord => "https://discord.com/api/webhooks/…/…",
            Self::GoogleChat => "https://chat.googleapis.com/v1/spaces/…/messages?key=…&token=…",
            Self::Matrix => "matrixs://TOKEN@matrix.example.org/!ROOM:example.org",
            Self::Zulip => "zulip://BOT@ORGANISATION/KEY/CHANNEL?topic=…",
            Self::Ntfy => "ntfys://TOKEN@ntfy.example.org/TOPIC",
            Self::Gotify => "gotifys://gotify.example.org/TOKEN",
            Self::Generic => "https://example.org/…",
            Self::Mail => "mailtos://USER:PASSWORD@smtp.example.org/?from=…&to=…",
        }
    }

    const fn row(self) -> (&'static str, &'static str, Repeat) {
        match self {
            Self::Slack => ("slack", "Slack", Repeat::Doubles),
            Self::Teams => ("teams", "Microsoft Teams", Repeat::Doubles),
            Self::Mattermost => ("mattermost", "Mattermost", Repeat::Doubles),
            Self::RocketChat => ("rocketchat", "Rocket.Chat", Repeat::Doubles),
            Self::Discord => ("discord", "Discord", Repeat::Doubles),
            Self::GoogleChat => ("googlechat", "Google Chat", Repeat::Harmless),
            Self::Matrix => ("matrix", "Matrix", Repeat::Harmless),
            Self::Zulip => ("zulip", "Zulip", Repeat::Doubles),
            Self::Ntfy => ("ntfy", "ntfy", Repeat::Doubles),
            Self::Gotify => ("gotify", "Gotify", Repeat::Doubles),
            Self::Generic => ("generic", "JSON", Repeat::Keyed),
            Self::Mail => ("mail", "SMTP", Repeat::Keyed),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
