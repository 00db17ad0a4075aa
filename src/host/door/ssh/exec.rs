//! A command at the other end of a channel.

use russh::ChannelWriteHalf;
use russh::server::Msg;

use super::door::Door;
use crate::people::Access;
use crate::verbs::{Cli, Outcome};
use crate::wire::Origin;

/// The largest piece of output.
const PIECE: usize = 64 * 1024;
/// Standard error, among the kinds of data of a channel.
const STDERR: u32 = 1;

/// Carries out a command of the host.
pub async fn run(door: &Door, cli: &Cli, access: &Access) -> Outcome {
    let origin = Origin { lang: door.settings.lang, zone: door.settings.zone };
    door.reception.exec(cli, &origin, cli.own_plan(&door.settings.plans), access).await
}

/// Sends all output and closes the channel. A client that does not read it delays nobody else.
pub async fn end(channel: &ChannelWriteHalf<Msg>, stdout: &str, stderr: &str, code: u8) {
    let send = async {
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
    // If it fails, the client is gone.
    let _: Result<(), russh::Error> = send.await;
}
