//! Output to a terminal other than cells.

use crate::config::Config;
use crate::incident::Line;
use crate::terminal::{control, query};

/// Pending output other than cells: the newest of each.
#[derive(Debug, Default)]
pub struct OutOfBand {
    set_up: bool,
    pub ask: bool,
    pub copy: Option<String>,
    pub alarm: Option<String>,
    title: String,
}

impl OutOfBand {
    /// Sets the terminal up, and asks for its background.
    pub fn set_up(&mut self) {
        (self.set_up, self.ask) = (true, true);
    }

    pub const fn is_empty(&self) -> bool {
        !self.set_up && !self.ask && self.copy.is_none() && self.alarm.is_none()
    }

    /// Writes all of it, and the title if it is new; returns whether the terminal was asked for its background.
    pub fn write(&mut self, out: &mut Vec<u8>, title: String, follows_background: bool, config: &Config) -> bool {
        if std::mem::take(&mut self.set_up) {
            control::set_up(out, config.mouse);
            self.title.clear();
        }
        let asks = std::mem::take(&mut self.ask) && follows_background;
        if asks {
            out.extend_from_slice(query::ASK);
        }
        if title != self.title {
            control::title(out, &title);
            self.title = title;
        }
        if let Some(text) = self.copy.take() {
            control::copy(out, &text);
        }
        if let Some(text) = self.alarm.take() {
            if config.notify {
                control::notify(out, &Line::new(&text));
            }
            if config.bell {
                control::bell(out);
            }
        }
        asks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(out_of_band: &mut OutOfBand, follows_background: bool, config: &Config) -> (String, bool) {
        let mut out = Vec::new();
        let asks = out_of_band.write(&mut out, "warroom".to_owned(), follows_background, config);
        (String::from_utf8(out).unwrap().replace('\x1b', "^"), asks)
    }

    #[test]
    fn all_of_it_is_written_once_and_the_title_again_after_a_setup() {
        let config = Config::default();
        let mut out_of_band = OutOfBand::default();
        out_of_band.set_up();
        out_of_band.copy = Some("one".to_owned());
        out_of_band.copy = Some("two".to_owned());
        out_of_band.alarm = Some("late".to_owned());
        assert!(!out_of_band.is_empty());
        let (sent, asks) = written(&mut out_of_band, true, &config);
        assert!(asks && out_of_band.is_empty());
        for part in ["^[?1049h", "^]11;?", "^]0;warroom", "^]52;c;dHdv\x07", "^]9;late\x07\x07"] {
            assert!(sent.contains(part), "{part}: {sent}");
        }
        assert_eq!(written(&mut out_of_band, true, &config), (String::new(), false));
        out_of_band.set_up();
        out_of_band.ask = false;
        let (sent, asks) = written(&mut out_of_band, true, &config);
        assert!(!asks && sent.contains("^]0;warroom"));
    }

    #[test]
    fn a_person_may_do_without_bell_notification_mouse_and_question() {
        let config = Config { bell: false, notify: false, mouse: false, ..Config::default() };
        let mut out_of_band = OutOfBand::default();
        out_of_band.set_up();
        out_of_band.alarm = Some("late".to_owned());
        let (sent, asks) = written(&mut out_of_band, false, &config);
        assert!(!asks && !sent.contains("]11;") && !sent.contains("late") && !sent.contains("1000h"), "{sent}");
        let rung = Config { notify: false, ..Config::default() };
        out_of_band.alarm = Some("late".to_owned());
        assert_eq!(written(&mut out_of_band, false, &rung).0, "\x07");
    }
}
