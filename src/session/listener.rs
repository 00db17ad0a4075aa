//! Input of a terminal: what the person types, and the terminal's answers.

use tokio::sync::mpsc;
use tokio::time::Instant;

use super::door::FromDoor;
use crate::terminal::{Background, Decoded, Decoder, query};

/// Decodes input, and knows whether an answer is awaited.
#[derive(Debug, Default)]
pub struct Listener {
    decoder: Decoder,
    /// When unfinished input becomes final.
    pub silence: Option<Instant>,
    /// The terminal's background, as far as it is known.
    background: Option<Background>,
    /// Until when the first frame waits for the terminal's answer.
    pub held: Option<Instant>,
    asked: Option<Instant>,
}

impl Listener {
    pub fn new(background: Option<Background>) -> Self {
        Self { background, ..Self::default() }
    }

    pub fn decode(&mut self, bytes: &[u8]) -> Vec<Decoded> {
        let mut decoded = Vec::new();
        self.decoder.feed(bytes, |one| decoded.push(one));
        decoded
    }

    /// Makes unfinished input final.
    pub fn expire(&mut self) -> Vec<Decoded> {
        self.silence = None;
        let mut decoded = Vec::new();
        self.decoder.expire(|one| decoded.push(one));
        decoded
    }

    /// Restarts the wait for the rest of unfinished input.
    pub fn wait_for_rest(&mut self, now: Instant) {
        self.silence = self.decoder.patience().map(|patience| now + patience);
    }

    /// Returns whether the background is a new one.
    pub fn set_background(&mut self, background: Background) -> bool {
        self.background.replace(background) != Some(background)
    }

    /// Notes that the terminal was asked something.
    pub fn await_answer(&mut self, now: Instant) {
        self.asked = Some(now);
        self.decoder.await_answer(true);
    }

    /// Notes a question whose answer the first frame waits for.
    pub fn hold_first_frame(&mut self, now: Instant) {
        self.await_answer(now);
        self.held = Some(now + query::FIRST_FRAME);
    }

    /// Ends waits that took too long; returns whether one held the first frame.
    pub fn give_up(&mut self, now: Instant) -> bool {
        if self.asked.is_some_and(|asked| asked + query::ANSWER <= now) {
            self.asked = None;
            self.decoder.await_answer(false);
        }
        self.held.take_if(|held| *held <= now).is_some()
    }

    /// Reads input until no answer is awaited: it would be typed into the next program.
    pub async fn drain_answers(&mut self, input: &mut mpsc::Receiver<FromDoor>) {
        while self.decoder.awaits_answer() {
            match input.recv().await {
                Some(FromDoor::Bytes(bytes)) => self.decoder.feed(&bytes, |_| ()),
                Some(_) => {}
                None => return,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[tokio::test]
    async fn a_lone_escape_waits_for_its_rest() {
        let now = Instant::now();
        let mut listener = Listener::default();
        assert!(listener.decode(b"\x1b").is_empty());
        listener.wait_for_rest(now);
        let silence = listener.silence.expect("an escape is unfinished");
        assert!(silence > now);
        // An answer that is awaited may come in pieces: the escape waits for longer.
        listener.await_answer(now);
        listener.wait_for_rest(now);
        assert!(listener.silence.is_some_and(|later| later > silence));
        assert!(matches!(listener.expire()[..], [Decoded::Key(_)]));
        assert_eq!(listener.silence, None);
        listener.wait_for_rest(now);
        assert_eq!(listener.silence, None, "nothing is unfinished");
    }

    #[tokio::test]
    async fn the_first_frame_is_held_until_an_answer_or_for_a_while() {
        let now = Instant::now();
        let mut listener = Listener::default();
        listener.hold_first_frame(now);
        assert!(!listener.give_up(now));
        assert_eq!(listener.held, Some(now + query::FIRST_FRAME));
        assert!(listener.give_up(now + query::FIRST_FRAME));
        assert_eq!(listener.held, None);
        assert!(!listener.give_up(now + query::FIRST_FRAME), "given up once");

        listener.hold_first_frame(now);
        assert!(matches!(listener.decode(b"\x1b[?6c")[..], [Decoded::Identity]));
        listener.held = None;
        assert!(!listener.give_up(now + query::FIRST_FRAME));
    }

    #[tokio::test]
    async fn a_background_is_news_once() {
        let mut listener = Listener::new(Some(Background::Dark));
        assert!(!listener.set_background(Background::Dark));
        assert!(listener.set_background(Background::Light));
        assert!(!listener.set_background(Background::Light));
    }

    #[tokio::test(start_paused = true)]
    async fn answers_are_read_to_their_end() {
        let (door, mut input) = mpsc::channel(4);
        let mut listener = Listener::default();
        listener.drain_answers(&mut input).await;
        listener.await_answer(Instant::now());
        door.send(FromDoor::Bytes(b"\x1b]11;#ffffff\x07\x1b[?6".to_vec())).await.unwrap();
        let waits = tokio::time::timeout(Duration::from_secs(9), listener.drain_answers(&mut input)).await;
        assert!(waits.is_err());
        door.send(FromDoor::Bytes(b"c".to_vec())).await.unwrap();
        door.send(FromDoor::Redraw).await.unwrap();
        listener.drain_answers(&mut input).await;
        assert_eq!(input.try_recv(), Ok(FromDoor::Redraw), "nothing is read beyond the answer");
    }
}
