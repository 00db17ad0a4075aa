//! A question, with a button for each answer.

use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent};

use super::Outcome;
use super::card::Card;
use super::window::{paragraph, roomy};
use crate::lang::Lang;
use crate::theme::Meaning;
use crate::ui::canvas::Canvas;

/// The first button is the likely answer, the last one does nothing.
#[derive(Debug)]
pub struct Confirm<C> {
    title: String,
    text: String,
    buttons: Vec<(String, Option<C>)>,
    card: Card,
}

impl<C: Clone> Confirm<C> {
    /// A question whose yes is `then`.
    pub fn new(title: String, text: String, then: C, lang: Lang) -> Self {
        let buttons = vec![(lang.say("ask-yes"), Some(then)), (lang.say("ask-no"), None)];
        Self::card(title, text, buttons)
    }

    pub fn card(title: String, text: String, buttons: Vec<(String, Option<C>)>) -> Self {
        Self { title, text, buttons, card: Card::default() }
    }

    /// A question with a button a row, one of them selected at first.
    pub fn rows(title: String, text: String, buttons: Vec<(String, Option<C>)>, focus: usize) -> Self {
        let card = Card { stacked: true, focus, ..Card::default() };
        Self { card, ..Self::card(title, text, buttons) }
    }

    pub fn key(&mut self, key: &KeyEvent) -> Outcome<C> {
        match key.code {
            KeyCode::Escape => Outcome::Close,
            _ => match self.card.key(key, self.buttons.len()) {
                Some(button) => self.press(button),
                None => Outcome::Stay,
            },
        }
    }

    pub fn go(&mut self, by: isize) {
        self.card.scroll.by(by);
    }

    pub fn press(&self, button: usize) -> Outcome<C> {
        match self.buttons.get(button) {
            Some((_, Some(choice))) => Outcome::Done(choice.clone()),
            _ => Outcome::Close,
        }
    }

    pub fn render(&self, area: Rect, canvas: &Canvas<'_>) {
        // A question is narrow, a briefing is a page to read, and rows name things.
        let width =
            if self.card.stacked || self.text.lines().count() > 3 { roomy(area, 84) } else { area.width.min(64) };
        let lines: Vec<_> = paragraph(&self.text, width.saturating_sub(4), Meaning::Overlay).collect();
        let keys = match self.buttons.len() {
            _ if self.card.stacked => canvas.say("ask-row-keys"),
            0..=2 => String::new(),
            _ => canvas.say("ask-card-keys"),
        };
        let typing = || paragraph(&canvas.say("ask-typing"), width.saturating_sub(4), Meaning::FieldError).collect();
        let typed: Vec<_> = if self.card.is_typed_at { typing() } else { Vec::new() };
        let labels: Vec<_> = self.buttons.iter().map(|(label, _)| label.clone()).collect();
        self.card.render(canvas, (area, width), (&self.title, &keys), &lines, &typed, &labels);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::Theme;
    use crate::ui::canvas;
    use crate::ui::scene::{Hit, Look};

    fn card(text: &str) -> Confirm<&'static str> {
        let buttons = vec![("Accept", Some("accept")), ("Decline", Some("decline")), ("Later", None)];
        let buttons = buttons.into_iter().map(|(label, choice)| (label.to_owned(), choice)).collect();
        Confirm::card("Offer".to_owned(), text.to_owned(), buttons)
    }

    #[test]
    fn keys_press_the_buttons() {
        use KeyCode::{Char, Enter, Escape, Left, Right, Tab};
        let cases: [(&[KeyCode], _); 9] = [
            (&[Enter], Outcome::Done("accept")),
            (&[Right, Enter], Outcome::Done("decline")),
            (&[Tab, Tab, Enter], Outcome::Close),
            (&[Left, Left, Enter], Outcome::Done("decline")),
            (&[Escape], Outcome::Close),
            (&[Char('y')], Outcome::Stay),
            (&[Char('n')], Outcome::Stay),
            // A sentence and its Enter answer nothing; whoever means yes selects it again.
            (&[Char('y'), Char(' '), Char('o'), Enter], Outcome::Close),
            (&[Char('y'), Tab, Enter], Outcome::Done("accept")),
        ];
        for (keys, expected) in cases {
            let mut card = card("");
            let outcomes: Vec<_> = keys.iter().map(|key| card.key(&KeyEvent::from(*key))).collect();
            assert_eq!(outcomes.last(), Some(&expected), "{keys:?}");
        }
        assert_eq!(card("").press(1), Outcome::Done("decline"));
        assert_eq!(card("").press(7), Outcome::Close);
    }

    #[test]
    fn a_long_text_scrolls_above_its_buttons() {
        let text = (1..=30).map(|line| format!("line {line}")).collect::<Vec<_>>().join("\n");
        let mut card = card(&text);
        let shown = |card: &Confirm<&'static str>| {
            let look = Look { lang: Lang::En, theme: Theme::default() };
            let (text, drawn) = canvas::drawn(&look, 60, 12, |canvas| card.render(canvas.area(), canvas));
            (text, drawn.hits.area(&Hit::Row(2)))
        };
        let (text, later) = shown(&card);
        assert!(text.contains("line 1 ") && text.contains("Accept") && text.contains("Later"), "{text}");
        assert!(later.is_some(), "the last button can be clicked");
        card.key(&KeyEvent::from(KeyCode::Down));
        assert!(!shown(&card).0.contains("line 1 "));
        card.go(100);
        assert!(shown(&card).0.contains("line 30"));
    }
}
