//! What `notify.toml` says: the targets, the audiences that every incident has, and the way to the network.
//!
//! The file holds no secret. An address that opens someone's channel is one, so that a target only says where its
//! address is: in a file, in a variable, or among the credentials that the system hands to the host.

mod document;
mod store;

use std::path::PathBuf;
use std::time::Duration;

pub use document::{SettingsDiagnostic, SettingsError};
pub use store::{NotRemoved, Store, StoreError};

use super::kind::Kind;
use crate::diagnostic;
use crate::incident::{
    Audience, AudienceId, Duty, DutyEvent, Event, HeaderEvent, LogEvent, StepEvent, TargetName, TaskEvent,
};
use crate::lang::Lang;

/// What is longer is too long for such a file, in bytes.
pub const FILE_MAX: usize = 256 * 1024;

/// All that a `notify.toml` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// In the order of the file.
    pub targets: Vec<Place>,
    pub audiences: Vec<Audience>,
    pub network: Network,
}

/// One place where updates go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub name: TargetName,
    /// Implied by the address if `None`.
    pub kind: Option<Kind>,
    pub url: Source,
    /// What the generic kind signs with.
    pub secret: Option<Source>,
    pub audiences: Vec<AudienceId>,
    /// What it is notified of without anyone writing an update.
    pub push: Vec<News>,
    /// Whether it may be in the local network, and be reached without encryption.
    pub allow_local: bool,
}

/// Where a secret is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file; one that is not absolute is in the folder of `notify.toml`.
    File(PathBuf),
    /// A variable of the host's environment.
    Env(String),
    /// A file of `$CREDENTIALS_DIRECTORY`, as systemd's `LoadCredential` makes one.
    Credential(String),
}

/// The way to the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    /// That of the environment if it is not set.
    pub proxy: Option<String>,
    pub no_proxy: Option<String>,
    /// A file of certificates that are trusted besides the system's.
    pub ca: Option<PathBuf>,
    /// How long what happens is gathered, so that a burst is one message.
    pub gather: Duration,
}

impl Default for Network {
    fn default() -> Self {
        Self { proxy: None, no_proxy: None, ca: None, gather: Duration::from_secs(10) }
    }
}

/// What a target can be notified of without anyone writing an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum News {
    Opened,
    Severity,
    PhaseStarted,
    PhaseFinished,
    PhaseLate,
    Blocked,
    Decision,
    Command,
    Closed,
}

impl News {
    pub const ALL: [Self; 9] = {
        let mut all = [Self::Opened; 9];
        let mut n = 0;
        while n < all.len() {
            all[n] = Self::NAMES[n].1;
            n += 1;
        }
        all
    };

    /// As the file writes them.
    pub const NAMES: [(&'static str, Self); 9] = [
        ("opened", Self::Opened),
        ("severity", Self::Severity),
        ("phase_started", Self::PhaseStarted),
        ("phase_finished", Self::PhaseFinished),
        ("phase_late", Self::PhaseLate),
        ("blocked", Self::Blocked),
        ("decision", Self::Decision),
        ("command", Self::Command),
        ("closed", Self::Closed),
    ];

    pub const fn name(self) -> &'static str {
        Self::NAMES[self as usize].0
    }

    /// Returns what a person calls it.
    pub fn title(self, lang: Lang) -> String {
        lang.say(&format!("desk-news-{}", self.name().replace('_', "-")))
    }

    /// Returns whether external audiences get it: not what is blocked, decided or led internally.
    pub const fn is_for_external(self) -> bool {
        matches!(self, Self::Opened | Self::Severity | Self::Closed)
    }

    /// Returns the news that an event is; `None` if it is none.
    pub const fn of(event: &Event) -> Option<Self> {
        match event {
            Event::Header(HeaderEvent::Opened(_) | HeaderEvent::Reopened { .. }) => Some(Self::Opened),
            Event::Header(HeaderEvent::SeveritySet { .. }) => Some(Self::Severity),
            Event::Step(StepEvent::Started { .. }) => Some(Self::PhaseStarted),
            Event::Step(StepEvent::Finished { .. } | StepEvent::Skipped { .. }) => Some(Self::PhaseFinished),
            Event::Step(StepEvent::Late { .. }) => Some(Self::PhaseLate),
            Event::Task(TaskEvent::Blocked { .. }) => Some(Self::Blocked),
            Event::Log(LogEvent::Decided { .. }) => Some(Self::Decision),
            Event::Duty(
                DutyEvent::CommandTaken { .. } | DutyEvent::HandedOver { duty: Duty::Command, .. },
            ) => Some(Self::Command),
            Event::Header(HeaderEvent::Closed { .. }) => Some(Self::Closed),
            _ => None,
        }
    }
}

impl Settings {
    /// Reads a file; `name` is what errors call it.
    pub fn read(source: &str, name: &str) -> Result<Self, Vec<SettingsDiagnostic>> {
        diagnostic::read(source, name)
    }

    /// Reads a file from its bytes.
    pub fn read_bytes(bytes: &[u8], name: &str) -> Result<Self, Vec<SettingsDiagnostic>> {
        diagnostic::read_bytes(bytes, name)
    }

    pub fn place(&self, name: &TargetName) -> Option<&Place> {
        self.targets.iter().find(|place| place.name == *name)
    }
}
