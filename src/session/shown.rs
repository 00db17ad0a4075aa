//! The view of one person: the screen, its subject, and a notice over both.

use std::collections::VecDeque;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use tokio::time::Instant;

use super::door::ExitReason;
use super::pending::guarded;
use super::subject::Subject;
use crate::incident::Who;
use crate::theme::Theme;
use crate::ui::{Effect, Input, Screen};

pub const NOTICE: Duration = Duration::from_secs(6);

pub struct Shown {
    pub subject: Subject,
    screen: Screen,
    pub notice: Option<(String, Instant)>,
    /// Effects not carried out yet.
    pub effects: VecDeque<Effect>,
}

impl Shown {
    pub fn new(screen: Screen, subject: Subject) -> Self {
        Self { subject, screen, notice: None, effects: VecDeque::new() }
    }

    /// Lets the screen take in an input, and queues what it asks for.
    pub fn feed(&mut self, input: Input, who: &Who) -> Result<(), ExitReason> {
        let Self { subject, screen, effects, .. } = self;
        effects.extend(guarded(|| subject.show(who, |world| screen.update(world, input)))?);
        subject.look_at(screen.looks_at());
        Ok(())
    }

    pub fn set_theme(&mut self, theme: Theme) {
        self.screen.set_theme(theme);
    }

    pub fn show_notice(&mut self, text: String, stays: Duration) {
        self.notice = Some((text, Instant::now() + stays));
    }

    /// Removes the notice once it was shown long enough; returns whether it did.
    pub fn expire_notice(&mut self, now: Instant) -> bool {
        self.notice.take_if(|(_, until)| *until <= now).is_some()
    }

    pub fn title(&self, who: &Who) -> String {
        self.subject.show(who, |world| self.screen.title(world))
    }

    pub fn render(&mut self, who: &Who, buffer: &mut Buffer) {
        let Self { subject, screen, notice, .. } = self;
        buffer.reset();
        subject.show(who, |world| screen.render(world, buffer));
        if let Some((notice, _)) = notice {
            render_notice(buffer, notice);
        }
    }

    /// Renders only the clocks and returns their areas; `None` if anything else may have changed.
    pub fn render_clocks(&self, who: &Who, buffer: &mut Buffer) -> Option<Vec<Rect>> {
        if self.notice.is_some() {
            return None;
        }
        self.subject.show(who, |world| self.screen.render_clocks(world, buffer))
    }
}

fn render_notice(buffer: &mut Buffer, notice: &str) {
    let area = buffer.area;
    let row = area.height - 1;
    let style = Style::new().add_modifier(Modifier::REVERSED);
    buffer.set_style(Rect::new(0, row, area.width, 1), style);
    let text = format!(" {notice} ");
    let filled = format!("{text:<width$}", width = usize::from(area.width));
    buffer.set_stringn(0, row, filled, area.width.into(), style);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::Signature;
    use crate::ui::Settings;

    fn who() -> Who {
        Who::owner(Signature::new("alice", "local"))
    }

    fn shown() -> Shown {
        let subject = Subject::start(Vec::new(), Vec::new(), &who());
        let mut shown = Shown::new(Screen::new(Settings::default()), subject);
        shown.feed(Input::Resize { width: 80, height: 24 }, &who()).unwrap();
        shown
    }

    fn last_row(shown: &mut Shown) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
        shown.render(&who(), &mut buffer);
        buffer.content[80 * 23..].iter().map(ratatui::buffer::Cell::symbol).collect()
    }

    #[tokio::test]
    async fn a_notice_lies_over_the_last_row_until_it_is_over() {
        let mut shown = shown();
        let plain = last_row(&mut shown);
        shown.show_notice("The people file is gone".to_owned(), NOTICE);
        assert_eq!(last_row(&mut shown).trim(), "The people file is gone");
        assert!(!shown.expire_notice(Instant::now()));
        assert!(shown.render_clocks(&who(), &mut Buffer::empty(Rect::new(0, 0, 80, 24))).is_none());
        assert!(shown.expire_notice(Instant::now() + NOTICE));
        assert_eq!(last_row(&mut shown), plain);
        assert!(!shown.expire_notice(Instant::now() + NOTICE), "it is over once");
        shown.show_notice("again".to_owned(), NOTICE);
        shown.notice = None;
        assert_eq!(last_row(&mut shown), plain);
    }

    #[tokio::test]
    async fn what_the_screen_asks_for_is_kept_in_order() {
        let mut shown = shown();
        assert_eq!(shown.effects.pop_front(), None);
        let key = |c| {
            Input::Key(termina::event::KeyEvent::new(termina::event::KeyCode::Char(c), termina::event::Modifiers::NONE))
        };
        shown.feed(key('q'), &who()).unwrap();
        assert_eq!(shown.effects.pop_front(), Some(Effect::Quit));
        assert_eq!(shown.effects.pop_front(), None);
    }
}
