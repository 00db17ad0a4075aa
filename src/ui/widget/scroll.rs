//! How far a text is scrolled.

use std::cell::Cell;

use termina::event::{KeyCode, KeyEvent};

#[derive(Debug)]
pub struct Scroll {
    top: Cell<usize>,
    lines: Cell<usize>,
    shown: Cell<usize>,
}

impl Default for Scroll {
    fn default() -> Self {
        Self { top: Cell::new(0), lines: Cell::new(0), shown: Cell::new(1) }
    }
}

impl Scroll {
    /// Takes an arrow or page key; false for any other key.
    pub fn key(&mut self, key: &KeyEvent) -> bool {
        match key.code {
            KeyCode::Up => self.by(-1),
            KeyCode::Down => self.by(1),
            KeyCode::PageUp => self.by(-self.page()),
            KeyCode::PageDown => self.by(self.page()),
            KeyCode::Home => self.show(0),
            KeyCode::End => self.show(usize::MAX),
            _ => return false,
        }
        true
    }

    /// Scrolls by some lines, within the text.
    pub fn by(&mut self, lines: isize) {
        self.top.set(self.top.get().saturating_add_signed(lines).min(self.last()));
    }

    /// Shows a line, and those below it; the last page if there are fewer.
    pub fn show(&mut self, line: usize) {
        self.top.set(line.min(self.last()));
    }

    pub fn top(&self) -> usize {
        self.top.get()
    }

    pub fn shown(&self) -> usize {
        self.shown.get()
    }

    pub fn page(&self) -> isize {
        isize::try_from(self.shown.get().max(2) - 1).unwrap_or(1)
    }

    /// Notes the numbers of lines and of visible lines; returns the first visible one.
    pub fn fit(&self, lines: usize, shown: usize) -> usize {
        self.lines.set(lines);
        self.shown.set(shown.max(1));
        let top = self.top.get().min(self.last());
        self.top.set(top);
        top
    }

    /// How many lines there are below those that are shown.
    pub fn below(&self) -> usize {
        self.last().saturating_sub(self.top.get())
    }

    fn last(&self) -> usize {
        self.lines.get().saturating_sub(self.shown.get())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(scroll: &mut Scroll, code: KeyCode) -> usize {
        assert!(scroll.key(&KeyEvent::from(code)));
        scroll.fit(10, 4)
    }

    #[test]
    fn keys_scroll_within_the_text() {
        let mut scroll = Scroll::default();
        assert_eq!(scroll.fit(10, 4), 0);
        let cases = [
            (KeyCode::Up, 0),
            (KeyCode::Down, 1),
            (KeyCode::PageDown, 4),
            (KeyCode::PageDown, 6),
            (KeyCode::Down, 6),
            (KeyCode::PageUp, 3),
            (KeyCode::Home, 0),
            (KeyCode::End, 6),
        ];
        for (code, top) in cases {
            assert_eq!(press(&mut scroll, code), top, "{code:?}");
        }
        assert!(!scroll.key(&KeyEvent::from(KeyCode::Enter)));
    }

    #[test]
    fn a_text_that_shrank_shows_its_end() {
        let mut scroll = Scroll::default();
        scroll.fit(10, 4);
        scroll.show(usize::MAX);
        assert_eq!((scroll.fit(10, 4), scroll.below()), (6, 0));
        assert_eq!(scroll.fit(5, 4), 1);
        assert_eq!(scroll.fit(3, 4), 0);
    }
}
