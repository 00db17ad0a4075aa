//! Frames on a channel, no faster than the person's terminal takes them.

use std::future::{Future, poll_fn};
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;

use russh::ChannelWriteHalf;
use russh::server::{Handle, Msg};

use crate::incident::IncidentId;
use crate::session::Output;

/// How many bytes are sent ahead of what the client is known to have taken.
const AHEAD_MAX: u64 = 1024;
/// After how many bytes the client is asked whether it has taken them.
const ASK_EVERY: u64 = AHEAD_MAX / 2;

/// The output of a channel.
///
/// The channel's window and two kernels' buffers hold megabytes, so a slow client would see the state of a minute ago.
/// The client is asked now and then, behind the frames; its answer shows that they arrived.
pub struct ChannelOutput {
    channel: Arc<ChannelWriteHalf<Msg>>,
    handle: Handle,
    sent: u64,
    taken: u64,
    question: Option<Question>,
}

struct Question {
    /// How many bytes had been sent before it.
    behind: u64,
    answer: Pin<Box<dyn Future<Output = ()> + Send>>,
}

impl ChannelOutput {
    pub fn new(channel: Arc<ChannelWriteHalf<Msg>>, handle: Handle) -> Self {
        Self { channel, handle, sent: 0, taken: 0, question: None }
    }

    fn ask(&mut self) {
        let handle = self.handle.clone();
        // A request that every client answers with a no, and the one question that russh sends from outside its loop.
        let answer = async move { handle.cancel_forward_tcpip(String::new(), 0).await.unwrap_or_default() };
        self.question = Some(Question { behind: self.sent, answer: Box::pin(answer) });
    }

    /// Notes the answer, if it has come; the first look sends the question.
    async fn listen(&mut self) {
        let Some(question) = &mut self.question else { return };
        let answered = poll_fn(|context| Poll::Ready(question.answer.as_mut().poll(context).is_ready())).await;
        if answered {
            self.taken = question.behind;
            self.question = None;
        }
    }
}

impl Output for ChannelOutput {
    async fn show(&mut self, frame: &[u8], _: Option<&IncidentId>) -> io::Result<()> {
        self.channel.data_bytes(frame.to_vec()).await.map_err(io::Error::other)?;
        self.sent += frame.len() as u64;
        self.listen().await;
        loop {
            if self.question.is_none() && self.sent - self.taken >= ASK_EVERY {
                self.ask();
                self.listen().await;
            }
            if self.sent - self.taken < AHEAD_MAX {
                return Ok(());
            }
            if let Some(question) = self.question.take() {
                question.answer.await;
                self.taken = question.behind;
            }
        }
    }
}
