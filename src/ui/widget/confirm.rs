//! Something to read that ends in a question: each answer is a button.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent};

use super::scroll::Scroll;
use super::window::{Position, put, roomy, window, wrap};
use super::{Outcome, buttons};
use crate::lang::Lang;
use crate::theme::Meaning;
use crate::ui::scene::{Hits, Look};

/// Asks once. The first button is the likely answer, the last one does nothing.
#[derive(Debug)]
pub struct Confirm<C> {
    title: String,
    text: String,
    buttons: Vec<(String, Option<C>)>,
    focus: usize,
    scroll: Scroll,
}

impl<C: Clone> Confirm<C> {
    /// A question whose yes is `then`.
    pub fn new(title: String, text: String, then: C, lang: Lang) -> Self {
        let buttons = vec![(lang.say("ask-yes"), Some(then)), (lang.say("ask-no"), None)];
        Self::card(title, text, buttons)
    }

    pub fn card(title: String, text: String, buttons: Vec<(String, Option<C>)>) -> Self {
        Self { title, text, buttons, focus: 0, scroll: Scroll::default() }
    }

    pub fn key(&mut self, key: &KeyEvent) -> Outcome<C> {
        let page = self.scroll.page();
        let count = self.buttons.len().max(1);
        match key.code {
            KeyCode::Enter => return self.press(self.focus),
            KeyCode::Char('y' | 'Y' | 'o' | 'O') => return self.press(0),
            KeyCode::Escape | KeyCode::Char('n' | 'N' | 'q') => return Outcome::Close,
            KeyCode::Right | KeyCode::Tab | KeyCode::Char('l') => self.focus = (self.focus + 1) % count,
            KeyCode::Left | KeyCode::BackTab | KeyCode::Char('h') => {
                self.focus = (self.focus + count - 1) % count;
            }
            KeyCode::Up | KeyCode::Char('k') => self.scroll.by(-1),
            KeyCode::Down | KeyCode::Char('j') => self.scroll.by(1),
            KeyCode::PageUp => self.scroll.by(-page),
            KeyCode::PageDown => self.scroll.by(page),
            _ => {}
        }
        Outcome::Stay
    }

    pub fn click(&self, row: usize) -> Outcome<C> {
        self.press(row)
    }

    pub fn go(&mut self, by: isize) {
        self.scroll.by(by);
    }

    fn press(&self, button: usize) -> Outcome<C> {
        match self.buttons.get(button) {
            Some((_, Some(choice))) => Outcome::Done(choice.clone()),
            _ => Outcome::Close,
        }
    }

    pub fn render(&self, area: Rect, buffer: &mut Buffer, look: &Look, hits: &mut Hits) {
        let theme = &look.theme;
        // A question is narrow, a briefing is a page to read.
        let width = if self.text.lines().count() > 3 { roomy(area, 84) } else { area.width.min(64) };
        let lines = wrap(&self.text, width.saturating_sub(4));
        let height = u16::try_from(lines.len() + 4).unwrap_or(u16::MAX);
        let keys = if self.buttons.len() > 2 { look.lang.say("ask-card-keys") } else { String::new() };
        let inside =
            window(area, buffer, look, hits, Position::Middle, (width, height), (&self.title, &keys));
        let style = theme.style(Meaning::Overlay);
        let shown = usize::from(inside.height.saturating_sub(2));
        let top = self.scroll.fit(lines.len(), shown);
        for (y, line) in (inside.y..inside.bottom().saturating_sub(2)).zip(lines.iter().skip(top)) {
            put(buffer, inside.x, y, inside.width, line, style);
        }
        if inside.height == 0 {
            return;
        }
        let below = self.scroll.below();
        if below > 0 && inside.height > 1 {
            let more = look.lang.say_with("ask-more", &[("lines", below.into())]);
            let style = style.patch(theme.style(Meaning::More));
            put(buffer, inside.x, inside.bottom() - 2, inside.width, &more, style);
        }
        let line = Rect { y: inside.bottom() - 1, height: 1, ..inside };
        let labels = self.buttons.iter().map(|(label, _)| label.as_str());
        buttons::render(labels, self.focus, line, buffer, look, hits);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::Theme;

    fn card(text: &str) -> Confirm<&'static str> {
        let buttons = vec![("Accept", Some("accept")), ("Decline", Some("decline")), ("Later", None)];
        let buttons = buttons.into_iter().map(|(label, choice)| (label.to_owned(), choice)).collect();
        Confirm::card("Offer".to_owned(), text.to_owned(), buttons)
    }

    #[test]
    fn keys_press_the_buttons() {
        use KeyCode::{BackTab, Char, Enter, Escape, Left, Right, Tab};
        let cases: [(&[KeyCode], _); 9] = [
            (&[Enter], Outcome::Done("accept")),
            (&[Right, Enter], Outcome::Done("decline")),
            (&[Tab, Tab, Enter], Outcome::Close),
            (&[Left, Left, Enter], Outcome::Done("decline")),
            (&[BackTab, Char('l'), Enter], Outcome::Done("accept")),
            (&[Right, Char('y')], Outcome::Done("accept")),
            (&[Char('o')], Outcome::Done("accept")),
            (&[Char('n')], Outcome::Close),
            (&[Escape], Outcome::Close),
        ];
        for (keys, expected) in cases {
            let mut card = card("");
            let outcomes: Vec<_> = keys.iter().map(|key| card.key(&KeyEvent::from(*key))).collect();
            assert_eq!(outcomes.last(), Some(&expected), "{keys:?}");
        }
        assert_eq!(card("").click(1), Outcome::Done("decline"));
        assert_eq!(card("").click(7), Outcome::Close);
    }

    #[test]
    fn a_long_text_scrolls_above_its_buttons() {
        let text = (1..=30).map(|line| format!("line {line}")).collect::<Vec<_>>().join("\n");
        let mut card = card(&text);
        let shown = |card: &Confirm<&'static str>| {
            let look = Look { lang: Lang::En, theme: Theme::default() };
            let mut hits = Hits::default();
            let mut buffer = Buffer::empty(Rect::new(0, 0, 60, 12));
            card.render(buffer.area, &mut buffer, &look, &mut hits);
            let line = |y| (0..60).map(|x| buffer[(x, y)].symbol()).collect::<String>();
            ((0..12).map(line).collect::<Vec<_>>().join("\n"), hits.area(&crate::ui::scene::Hit::Row(2)))
        };
        let (text, later) = shown(&card);
        assert!(text.contains("line 1 ") && text.contains("Accept") && text.contains("Later"), "{text}");
        assert!(later.is_some(), "the last button can be clicked");
        card.key(&KeyEvent::from(KeyCode::Char('j')));
        assert!(!shown(&card).0.contains("line 1 "));
        card.go(100);
        assert!(shown(&card).0.contains("line 30"));
    }
}
