//! A list to choose from, narrowed by typing.

/// Whether letters lie within twice their number.
fn is_near(letters: &[usize]) -> bool {
    matches!(letters, [first, .., last] if last - first < letters.len() * 2)
}

#[cfg(test)]
mod tests;

use std::cell::Cell;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent, Modifiers};
use unicode_segmentation::UnicodeSegmentation;

use super::Outcome;
use super::field::{Field, Shape, Took};
use super::plain::plain;
use super::window::{Position, height, roomy, window};
use crate::lang::vars;
use crate::theme::Meaning;
use crate::ui::canvas::{Canvas, Over, Rest};
use crate::ui::scene::Hit;
use crate::ui::text::cut;

/// The maximum number of lines shown.
const MOST: usize = 500;

type Typed<C> = dyn Fn(&str) -> C + Send;

/// A list whose lines are chosen as a `C`.
pub struct Picker<C> {
    title: String,
    query: Field,
    items: Vec<Item<C>>,
    /// The matches, best first.
    shown: Vec<Shown>,
    at: usize,
    /// The choice of a query that matches nothing.
    typed: Option<Box<Typed<C>>>,
    matcher: Box<SkimMatcherV2>,
    rows: Cell<usize>,
}

#[derive(Clone, Debug)]
pub struct Item<C> {
    pub label: String,
    /// At the right, muted: keys, a state.
    pub detail: String,
    /// Only shown once something is typed.
    pub only_found: bool,
    /// Not permitted to the person: choosing it says whom to ask.
    pub is_dim: bool,
    pub choice: C,
    /// Label and synonyms, folded for the search.
    plain: (String, String),
}

#[derive(Clone, Debug)]
struct Shown {
    /// `None` for the typed text itself.
    item: Option<usize>,
    /// The matching letters of the label.
    letters: Vec<usize>,
}

impl<C> Item<C> {
    pub fn new(label: impl Into<String>, choice: C) -> Self {
        let label = label.into();
        let plain = (plain(&label), String::new());
        Self { label, detail: String::new(), only_found: false, is_dim: false, choice, plain }
    }

    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// Adds synonyms.
    #[must_use]
    pub fn also(mut self, also: impl Into<String>) -> Self {
        self.plain.1 = plain(&also.into());
        self
    }

    /// Dims the item unless the rules permit it.
    #[must_use]
    pub const fn dim_unless(mut self, is_open: bool) -> Self {
        self.is_dim = !is_open;
        self
    }

    #[must_use]
    pub const fn only_found(mut self) -> Self {
        self.only_found = true;
        self
    }
}

impl<C> std::fmt::Debug for Picker<C> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Picker").field("title", &self.title).field("query", &self.query.text()).finish_non_exhaustive()
    }
}

impl<C: Clone> Picker<C> {
    pub fn new(title: String, items: Vec<Item<C>>) -> Self {
        let mut picker = Self {
            title,
            query: Field::new(Shape::Line, ""),
            items,
            shown: Vec::new(),
            at: 0,
            typed: None,
            matcher: Box::new(SkimMatcherV2::default().ignore_case()),
            rows: Cell::new(1),
        };
        picker.search();
        picker
    }

    /// Lets the typed text be chosen too.
    #[must_use]
    pub fn or_typed(mut self, choice: impl Fn(&str) -> C + Send + 'static) -> Self {
        self.typed = Some(Box::new(choice));
        self
    }

    /// Selects another item at first.
    #[must_use]
    pub fn at(mut self, item: usize) -> Self {
        self.at = item.min(self.shown.len().saturating_sub(1));
        self
    }

    pub fn key(&mut self, key: &KeyEvent) -> Outcome<C> {
        let ctrl = key.modifiers.contains(Modifiers::CONTROL);
        let page = isize::try_from(self.rows.get().max(2) - 1).unwrap_or(1);
        match key.code {
            KeyCode::Escape => return Outcome::Close,
            KeyCode::Enter => return self.choose(self.at),
            KeyCode::Up | KeyCode::BackTab => self.go(-1),
            KeyCode::Down | KeyCode::Tab => self.go(1),
            KeyCode::PageUp => self.go(-page),
            KeyCode::PageDown => self.go(page),
            KeyCode::Char('p' | 'k') if ctrl => self.go(-1),
            KeyCode::Char('n' | 'j') if ctrl => self.go(1),
            _ => {
                if self.query.key(key) == Took::Changed {
                    self.search();
                }
            }
        }
        Outcome::Stay
    }

    pub fn paste(&mut self, text: &str) {
        self.query.paste(text);
        self.search();
    }

    pub fn go(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(self.shown.len().saturating_sub(1));
    }

    pub fn choose(&self, place: usize) -> Outcome<C> {
        let Some(shown) = self.shown.get(place) else { return Outcome::Stay };
        let choice = match (shown.item, &self.typed) {
            (Some(item), _) => self.items.get(item).map(|item| item.choice.clone()),
            (None, Some(choice)) => Some(choice(self.query.text())),
            (None, None) => None,
        };
        choice.map_or(Outcome::Stay, Outcome::Done)
    }

    fn search(&mut self) {
        let query = plain(self.query.text());
        let words: Vec<&str> = query.split_whitespace().collect();
        self.at = 0;
        if words.is_empty() {
            let items = self.items.iter().enumerate().filter(|(_, item)| !item.only_found);
            self.shown = items.map(|(place, _)| Shown { item: Some(place), letters: Vec::new() }).take(MOST).collect();
            return;
        }
        let mut found: Vec<(i64, Shown)> = Vec::new();
        for (place, item) in self.items.iter().enumerate() {
            if let Some((score, letters)) = self.score(item, &words) {
                found.push((score, Shown { item: Some(place), letters }));
            }
        }
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        self.shown = found.into_iter().map(|(_, shown)| shown).take(MOST).collect();
        let typed = self.query.text().trim();
        if self.typed.is_some() && !self.items.iter().any(|item| item.label == typed) {
            self.shown.push(Shown { item: None, letters: Vec::new() });
        }
    }

    /// The score of an item; `None` unless every word is in its label or its synonyms.
    fn score(&self, item: &Item<C>, words: &[&str]) -> Option<(i64, Vec<usize>)> {
        let (label, also) = (item.plain.0.as_str(), item.plain.1.as_str());
        if item.only_found {
            let found = words.iter().all(|word| label.contains(word) || also.contains(word));
            return found.then_some((0, Vec::new()));
        }
        let mut sum = 0;
        let mut letters = Vec::new();
        for word in words {
            match self.matcher.fuzzy_indices(label, word) {
                // A whole word counts more than letters, a synonym less than both, and letters far apart are noise.
                Some((score, found)) if label.contains(word) || is_near(&found) => {
                    sum += score + if label.contains(word) { 100 } else { 0 };
                    letters.extend(found);
                }
                _ if also.contains(word) => sum += 10,
                _ => return None,
            }
        }
        Some((sum, letters))
    }

    pub fn render(&self, area: Rect, canvas: &Canvas<'_>) {
        // As high as all items, so that the window stays while the list gets shorter.
        let all = self.items.iter().filter(|item| !item.only_found).count().max(self.shown.len());
        let most = area.height.saturating_sub(2).min(24);
        let size = (roomy(area, 76), height(all, 4).clamp(6, most.max(6)));
        let hint = canvas.say("ask-picker-keys");
        let inside = window(canvas, area, Position::Top, size, (&self.title, &hint));
        if inside.is_empty() {
            return;
        }
        let x = canvas.line(inside, "❯ ", Over(Meaning::OverlayKey));
        let line = Rect { x, width: inside.right() - x, height: 1, ..inside };
        self.query.render(line, canvas, true);
        let list = Rect { y: inside.y + 1, height: inside.height - 1, ..inside };
        self.rows.set(usize::from(list.height));
        if self.shown.is_empty() && list.height > 0 {
            canvas.line(list, &canvas.say("ask-nothing-found"), Over(Meaning::TextMuted));
        }
        let top = self.at.saturating_sub(usize::from(list.height.max(1)) - 1);
        for (row, (place, shown)) in list.rows().zip(self.shown.iter().enumerate().skip(top)) {
            canvas.hit(row, Hit::Row(place));
            self.render_row(row, canvas, shown, place == self.at);
        }
    }

    fn render_row(&self, row: Rect, canvas: &Canvas<'_>, shown: &Shown, selected: bool) {
        let mut style = canvas.style(if selected { Over(Meaning::Selection) } else { Over(Meaning::Overlay) });
        canvas.paint(row, style);
        let mut rest = Rest::of(canvas, row, 2);
        rest.put(if selected { "▸ " } else { "  " }, style);
        let item = shown.item.and_then(|place| self.items.get(place));
        if item.is_some_and(|item| item.is_dim) {
            style = style.patch(canvas.style(Meaning::TextMuted));
        }
        let typed = || canvas.say_with("ask-typed", &vars![text = self.query.text().trim()]);
        let label = item.map_or_else(typed, |item| item.label.clone());
        let detail = item.map_or("", |item| item.detail.as_str());
        if !detail.is_empty() {
            rest.put_right(rest.area.width / 2, detail, style.patch(canvas.style(Meaning::OverlayKey)));
        }
        for (place, cluster) in cut(&label, rest.area.width).graphemes(true).enumerate() {
            let found = shown.letters.contains(&place);
            rest.put(cluster, if found { style.patch(canvas.style(Meaning::OverlayMatch)) } else { style });
        }
    }
}
