//! A place that messages go to: one trait, one file a kind.

mod discord;
mod endpoint;
mod generic;
mod googlechat;
mod gotify;
mod hook;
mod mail;
mod matrix;
mod mattermost;
mod ntfy;
mod rocketchat;
mod slack;
mod teams;
mod zulip;

pub use hook::{Bounds, BoxFuture, Hook, Options, Target, Unit};

use super::address::{Address, BadAddress};
use super::kind::Kind;

/// Opens the target at an address.
pub fn open(address: &Address, options: &Options) -> Result<Box<dyn Target>, BadAddress> {
    let kind = options.kind.unwrap_or_else(|| address.kind());
    Ok(match kind {
        Kind::Slack => Box::new(slack::Slack::open(address, options)?),
        Kind::Teams => Box::new(teams::Teams::open(address, options)?),
        Kind::Mattermost => Box::new(mattermost::Mattermost::open(address, options)?),
        Kind::RocketChat => Box::new(rocketchat::RocketChat::open(address, options)?),
        Kind::Discord => Box::new(discord::Discord::open(address, options)?),
        Kind::GoogleChat => Box::new(googlechat::GoogleChat::open(address, options)?),
        Kind::Zulip => Box::new(zulip::Zulip::open(address, options)?),
        Kind::Ntfy => Box::new(ntfy::Ntfy::open(address, options)?),
        Kind::Gotify => Box::new(gotify::Gotify::open(address, options)?),
        Kind::Generic => Box::new(generic::Generic::open(address, options)?),
        Kind::Matrix => Box::new(matrix::Matrix::open(address, options)?),
        Kind::Mail => Box::new(mail::Mail::open(address, options)?),
    })
}

#[cfg(test)]
mod tests;
