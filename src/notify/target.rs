//! Targets: one trait, one file a kind.

mod discord;
mod generic;
mod googlechat;
mod gotify;
pub mod hook;
mod mail;
mod matrix;
mod mattermost;
mod ntfy;
mod rocketchat;
mod slack;
mod teams;
mod zulip;

pub use hook::{Options, Target};

use super::address::{Address, BadAddress};
use super::kind::Kind;
use hook::{Webhook, check_open};

pub fn open(address: &Address, options: &Options) -> Result<Box<dyn Target>, BadAddress> {
    Ok(match options.kind.unwrap_or(address.kind) {
        Kind::Matrix => Box::new(matrix::Matrix::open(address, options)?),
        Kind::Mail => Box::new(mail::Mail::open(address, options)?),
        kind => Box::new(webhook(kind, address, options)?),
    })
}

fn webhook(kind: Kind, address: &Address, options: &Options) -> Result<Webhook, BadAddress> {
    let hook = match kind {
        Kind::Slack => slack::hook(address),
        Kind::Teams => teams::hook(address),
        Kind::Mattermost => mattermost::hook(address),
        Kind::RocketChat => rocketchat::hook(address),
        Kind::Discord => discord::hook(address),
        Kind::GoogleChat => googlechat::hook(address),
        Kind::Zulip => zulip::hook(address),
        Kind::Ntfy => ntfy::hook(address),
        Kind::Gotify => gotify::hook(address),
        Kind::Generic => generic::hook(address, options.secret.clone()),
        Kind::Matrix | Kind::Mail => None,
    };
    let hook = hook.ok_or(BadAddress::Lacks { kind })?;
    check_open(hook.url.host_str().unwrap_or_default(), hook.url.scheme() == "https", options)?;
    Ok(Webhook { kind, hook, allow_local: options.allow_local })
}

#[cfg(test)]
mod tests;
