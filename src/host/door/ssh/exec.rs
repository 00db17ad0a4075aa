//! A command at the other end of a channel.

use russh::ChannelWriteHalf;
use russh::server::Msg;

use super::Door;
use crate::people::Access;
use crate::verbs::{self, Caller, Cli, Outcome, Place};

/// How much of an output goes in one piece.
const PIECE: usize = 64 * 1024;
/// Standard error, among the kinds of data of a channel.
const STDERR: u32 = 1;

/// How a command is carried out here.
pub enum Way {
    /// In the host.
    Host(Box<Cli>),
    /// It is a screen.
    Screen(Box<Cli>),
}

/// Reads a command line, and refuses what concerns the machine of whoever typed it, or this one.
pub fn way(door: &Door, args: &[String]) -> Result<Way, Outcome> {
    let cli = verbs::parse(args, door.settings.lang)?;
    let lang = cli.lang.unwrap_or(door.settings.lang);
    if cli.names_file() {
        return Err(Outcome::refused(lang.say("ssh-no-files")));
    }
    match cli.place() {
        Place::Screen => Ok(Way::Screen(Box::new(cli))),
        Place::Host | Place::RunningHost if !cli.stops_host() => Ok(Way::Host(Box::new(cli))),
        _ => Err(Outcome::refused(lang.say("ssh-not-here"))),
    }
}

/// Carries out a command of the host.
pub async fn run(door: &Door, cli: &Cli, access: &Access) -> Outcome {
    let lang = cli.lang.unwrap_or(door.settings.lang);
    let Some(who) = access.who() else { return Outcome::refused(lang.say("host-withdrawn")) };
    let caller = Caller {
        who,
        lang,
        zone: door.settings.zone,
        files: cli.own_plan(&door.settings.plans),
        known: access.known(),
        templates: door.shared.templates.now(),
        host: door.shared.facts.clone(),
        dispatcher: Some(door.shared.dispatcher.clone()),
    };
    verbs::run(cli, &caller, &door.shared.rooms).await
}

/// Says everything and closes the channel. Whoever does not read it is kept waiting alone.
pub async fn end(channel: &ChannelWriteHalf<Msg>, stdout: &str, stderr: &str, code: u8) {
    let say = async {
        for piece in stdout.as_bytes().chunks(PIECE) {
            channel.data_bytes(piece.to_vec()).await?;
        }
        for piece in stderr.as_bytes().chunks(PIECE) {
            channel.extended_data_bytes(STDERR, piece.to_vec()).await?;
        }
        channel.exit_status(code.into()).await?;
        channel.eof().await?;
        channel.close().await
    };
    // Nobody is left to tell where it fails.
    let _: Result<(), russh::Error> = say.await;
}
