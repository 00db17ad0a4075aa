//! A person's terminal: its input, its content, and one frame under way.

use std::io;
use std::sync::Mutex;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tokio::sync::mpsc;
use tokio::time::{Instant, timeout};

use super::door::{ExitReason, FromDoor, Output};
use super::listener::Listener;
use super::out_of_band::OutOfBand;
use super::pace::{Extent, Pace, Urgency};
use super::pending::{Pending, guarded, pending, until};
use super::shown::Shown;
use super::visitor::Person;
use crate::incident::IncidentId;
use crate::terminal::{Decoded, Painted, Painter, Size, control, query};

/// How long a terminal has to take the last frame.
const LAST_FRAME: Duration = Duration::from_secs(1);

/// Draws onto a terminal as fast as that accepts it.
pub struct Display<O> {
    pub listener: Listener,
    pub out_of_band: OutOfBand,
    painter: Painter,
    pub size: Size,
    pace: Pace,
    /// `None` while a frame is under way.
    output: Option<O>,
    under_way: Option<Pending<(O, io::Result<()>)>>,
}

/// Returns the output together with its result, for the next frame.
async fn deliver<O: Output>(mut output: O, frame: Vec<u8>, place: Option<IncidentId>) -> (O, io::Result<()>) {
    let result = output.show(&frame, place.as_ref()).await;
    (output, result)
}

impl<O: Output> Display<O> {
    pub fn new(person: &Person, output: O) -> Self {
        let mut out_of_band = OutOfBand::default();
        out_of_band.set_up();
        Self {
            listener: Listener::new(person.background()),
            out_of_band,
            painter: Painter::new(person.visitor.depth),
            size: person.visitor.size.clamped(),
            pace: Pace::default(),
            output: Some(output),
            under_way: None,
        }
    }

    pub fn resize(&mut self, size: Size) {
        self.size = size.clamped();
    }

    /// Redraws everything: the terminal may show anything.
    pub fn redraw(&mut self) {
        self.out_of_band.set_up();
        self.painter.forget();
        self.request_draw(Urgency::Paced);
    }

    pub fn request_draw(&mut self, urgency: Urgency) {
        self.pace.request(Instant::now(), urgency);
    }

    pub fn request_clocks(&mut self) {
        self.pace.request_at(Instant::now(), Extent::Clocks);
    }

    /// Asks the terminal for its background; the first frame waits for the answer.
    pub fn ask_first(&mut self, shown: &Shown) {
        let Some(output) = self.output.take() else { return };
        self.out_of_band.ask = false;
        self.listener.hold_first_frame(Instant::now());
        self.send(output, query::ASK.to_vec(), shown);
    }

    /// Waits until a frame is taken or due, or unfinished input is final, which is returned.
    pub async fn wait(&mut self) -> Result<Vec<Decoded>, ExitReason> {
        let due = self.pace.due().map(|due| self.listener.held.unwrap_or(due));
        let due = due.filter(|_| self.output.is_some());
        tokio::select! {
            biased;
            (output, result) = pending(&mut self.under_way) => {
                self.output = Some(output);
                result.map(|()| Vec::new()).map_err(|_| ExitReason::Gone)
            }
            () = until(self.listener.silence) => Ok(self.listener.expire()),
            () = until(due) => Ok(Vec::new()),
        }
    }

    /// Draws the newest state if a frame is due, and sends the difference.
    pub fn draw_if_due(&mut self, shown: &mut Shown, person: &Person) -> Result<(), ExitReason> {
        let now = Instant::now();
        if self.listener.held.is_some() || self.pace.due().is_none_or(|due| due > now) {
            return Ok(());
        }
        let Some(output) = self.output.take() else { return Ok(()) };
        let extent = self.pace.begin(now);
        if let Some(next) = shown.subject.recording().and_then(|replayed| replayed.go_on(now)) {
            self.pace.request_at(now + next, Extent::Whole);
        }
        let mut frame = Vec::new();
        match guarded(|| self.paint(extent, shown, person, &mut frame)) {
            Ok(Painted::Whole) => {}
            Ok(Painted::Part) => self.pace.request_at(now, Extent::Whole),
            Err(crashed) => {
                self.output = Some(output);
                return Err(crashed);
            }
        }
        if frame.is_empty() {
            self.output = Some(output);
        } else {
            self.send(output, frame, shown);
        }
        Ok(())
    }

    fn send(&mut self, output: O, bytes: Vec<u8>, shown: &Shown) {
        let place = shown.subject.room().map(|room| room.id().clone());
        self.under_way = Some(Box::pin(deliver(output, bytes, place)));
    }

    fn paint(&mut self, extent: Extent, shown: &mut Shown, person: &Person, frame: &mut Vec<u8>) -> Painted {
        let area = Rect::new(0, 0, self.size.width, self.size.height);
        let mut buffer = take_spare();
        buffer.resize(area);
        let clocks = match extent {
            Extent::Clocks if self.out_of_band.is_empty() && self.painter.shows(area) => {
                shown.render_clocks(&person.who, &mut buffer)
            }
            Extent::Clocks | Extent::Whole => None,
        };
        let areas = clocks.unwrap_or_else(|| {
            let (visitor, title) = (&person.visitor, shown.title(&person.who));
            if self.out_of_band.write(frame, title, visitor.follows_background(), &visitor.config) {
                self.listener.await_answer(Instant::now());
            }
            shown.render(&person.who, &mut buffer);
            vec![area]
        });
        let painted = self.painter.paint(&buffer, &areas, frame);
        keep_spare(buffer);
        painted
    }

    /// Restores the terminal if it still accepts output, and returns the output.
    pub async fn close(mut self, reason: ExitReason, mut input: mpsc::Receiver<FromDoor>) -> Option<O> {
        if reason == ExitReason::Gone {
            return self.output;
        }
        timeout(query::LAST_ANSWER, self.listener.drain_answers(&mut input)).await.ok();
        let last = async {
            if let Some(under_way) = &mut self.under_way {
                self.output = Some(under_way.await.0);
            }
            let mut output = self.output.take()?;
            output.show(&control::RESTORE, None).await.ok()?;
            Some(output)
        };
        timeout(LAST_FRAME, last).await.ok().flatten()
    }
}

/// Spare buffers: drawing never waits, so a few serve all sessions.
static SPARE: Mutex<Vec<Buffer>> = Mutex::new(Vec::new());
const SPARE_MAX: usize = 8;

/// Returns a buffer of any size and content, without waiting.
fn take_spare() -> Buffer {
    SPARE.try_lock().ok().and_then(|mut spare| spare.pop()).unwrap_or_default()
}

fn keep_spare(buffer: Buffer) {
    if let Ok(mut spare) = SPARE.try_lock()
        && spare.len() < SPARE_MAX
    {
        spare.push(buffer);
    }
}
