//! The cells of a frame in one person's language and colours, and the areas for the mouse.

#[cfg(test)]
mod tests;

use std::cell::RefCell;

use fluent_bundle::FluentValue;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::scene::{ClockCell, Counts, Drawn, Hit, Listing, Look, Side};
use super::text;
use crate::incident::{Moment, Span};
use crate::theme::{Meaning, Theme};

pub struct Canvas<'a> {
    pub look: &'a Look,
    buffer: RefCell<Buffer>,
    drawn: RefCell<Drawn>,
}

/// A style, or a meaning that the theme has a style for.
pub trait Paint {
    fn style(self, theme: &Theme) -> Style;
}

impl Paint for Style {
    fn style(self, _: &Theme) -> Style {
        self
    }
}

impl Paint for Meaning {
    fn style(self, theme: &Theme) -> Style {
        theme.style(self)
    }
}

/// A meaning on the background of another.
impl Paint for (Meaning, Meaning) {
    fn style(self, theme: &Theme) -> Style {
        theme.style(self.0).patch(theme.style(self.1))
    }
}

/// A meaning on the background of a window.
#[derive(Clone, Copy)]
pub struct Over(pub Meaning);

impl Paint for Over {
    fn style(self, theme: &Theme) -> Style {
        (Meaning::Overlay, self.0).style(theme)
    }
}

impl<'a> Canvas<'a> {
    pub fn new(look: &'a Look, buffer: Buffer) -> Self {
        Self { look, buffer: RefCell::new(buffer), drawn: RefCell::default() }
    }

    pub fn into_parts(self) -> (Buffer, Drawn) {
        (self.buffer.into_inner(), self.drawn.into_inner())
    }

    pub fn area(&self) -> Rect {
        self.buffer.borrow().area
    }

    pub fn resize(&self, area: Rect) {
        self.buffer.borrow_mut().resize(area);
    }

    pub fn style(&self, paint: impl Paint) -> Style {
        paint.style(&self.look.theme)
    }

    pub fn say(&self, key: &str) -> String {
        self.look.lang.say(key)
    }

    pub fn say_with(&self, key: &str, variables: &[(&str, FluentValue<'_>)]) -> String {
        self.look.lang.say_with(key, variables)
    }

    /// Writes at most `max` cells of one line, and returns the next cell.
    pub fn put(&self, x: u16, y: u16, max: u16, words: &str, paint: impl Paint) -> u16 {
        text::put(&mut self.buffer.borrow_mut(), x, y, max, words, self.style(paint))
    }

    /// Writes on the first line of an area, and returns the next cell.
    pub fn line(&self, area: Rect, words: &str, paint: impl Paint) -> u16 {
        self.put(area.x, area.y, area.width, words, paint)
    }

    /// Writes a line that ends before `right`, and returns its first cell.
    pub fn put_right(&self, right: u16, y: u16, max: u16, words: &str, paint: impl Paint) -> u16 {
        let words = text::cut(words, max);
        let x = right.saturating_sub(text::width(&words));
        self.put(x, y, max, &words, paint);
        x
    }

    /// Writes as many lines as the area holds.
    pub fn lines<T: AsRef<str>>(&self, area: Rect, lines: &[T], paint: impl Paint) {
        let style = self.style(paint);
        for (row, line) in area.rows().zip(lines) {
            self.line(row, line.as_ref(), style);
        }
    }

    pub fn title(&self, pane: Rect, title: &str, paint: impl Paint) -> u16 {
        self.put(pane.x + 2, pane.y, pane.width.saturating_sub(4), &format!(" {title} "), paint)
    }

    pub fn after_title(&self, pane: Rect, x: u16, words: &str, paint: impl Paint) -> u16 {
        if words.is_empty() {
            return x;
        }
        self.put(x, pane.y, pane.right().saturating_sub(x + 2), &format!("{words} "), paint)
    }

    /// The numbers of hidden rows above and below, on the upper border.
    pub fn more(&self, pane: Rect, mut x: u16, listing: Listing, (above, below): (usize, usize)) {
        for (sign, side, count) in [("↑", Side::Above, above), ("↓", Side::Below, below)] {
            if count > 0 {
                let from = x;
                x = self.after_title(pane, x, &format!("{sign}{count}"), Meaning::More);
                let mark = Rect { x: from, width: x - from, height: 1, ..pane };
                self.hit(mark, Hit::More(listing, side));
            }
        }
    }

    /// Draws a thin line from `x` to the cell before `right`.
    pub fn rule(&self, x: u16, right: u16, y: u16) {
        for x in x..right {
            self.put(x, y, 1, "─", Meaning::Border);
        }
    }

    /// Adds a style to an area that was drawn.
    pub fn paint(&self, area: Rect, paint: impl Paint) {
        let style = self.style(paint);
        self.buffer.borrow_mut().set_style(area, style);
    }

    pub fn cell(&self, x: u16, y: u16, symbol: &str, paint: impl Paint) {
        let style = self.style(paint);
        self.buffer.borrow_mut()[(x, y)].set_symbol(symbol).set_style(style);
    }

    pub fn symbol(&self, x: u16, y: u16) -> String {
        self.buffer.borrow()[(x, y)].symbol().to_owned()
    }

    /// Empties an area, and wide letters that cross its left edge.
    pub fn blank(&self, area: Rect, paint: impl Paint) {
        let style = self.style(paint);
        let buffer = &mut self.buffer.borrow_mut();
        for row in area.rows() {
            // A wide letter that ends under the area would hide its first column.
            if row.x > buffer.area.x && text::width(buffer[(row.x - 1, row.y)].symbol()) > 1 {
                buffer[(row.x - 1, row.y)].set_symbol(" ");
            }
            for cell in row.positions() {
                buffer[cell].reset();
                buffer[cell].set_style(style);
            }
        }
    }

    pub fn draw(&self, widget: impl Widget, area: Rect) {
        widget.render(area, &mut self.buffer.borrow_mut());
    }

    /// Notes that `area` shows `hit`; later notes lie on top.
    pub fn hit(&self, area: Rect, hit: Hit) {
        self.drawn.borrow_mut().hits.note(area, hit);
    }

    /// Notes a clock with seconds at `x` and `y`; `runs_from` is `None` if it is stopped.
    pub fn clock(&self, (x, y): (u16, u16), span: Span, runs_from: Option<Moment>, counts: Counts) {
        if let Some(cell) = self.buffer.borrow().cell((x, y)) {
            let clock = ClockCell { x, y, style: cell.style(), span, runs_from, counts };
            self.drawn.borrow_mut().clocks.push(clock);
        }
    }

    /// Forgets the clocks in an area that is covered.
    pub fn hide_clocks(&self, area: Rect) {
        self.drawn.borrow_mut().clocks.retain(|clock| !area.contains((clock.x, clock.y).into()));
    }
}

/// The rest of a row that is written from both ends.
pub struct Rest<'a> {
    canvas: &'a Canvas<'a>,
    pub area: Rect,
    /// The free cells between two columns.
    pub gap: u16,
}

impl<'a> Rest<'a> {
    /// A row without margins.
    pub const fn of(canvas: &'a Canvas<'a>, area: Rect, gap: u16) -> Self {
        Self { canvas, area, gap }
    }

    /// A row of a pane, with a margin of one cell.
    pub const fn inside(canvas: &'a Canvas<'a>, row: Rect, gap: u16) -> Self {
        Self::of(canvas, Rect { x: row.x + 1, width: row.width.saturating_sub(2), ..row }, gap)
    }

    /// Leaves cells at the left free.
    pub fn skip(&mut self, cells: u16) {
        let right = self.area.right();
        self.area.x = right.min(self.area.x + cells);
        self.area.width = right - self.area.x;
    }

    /// Writes into the next column; a gap follows it.
    pub fn column(&mut self, width: u16, words: &str, paint: impl Paint) {
        if width > 0 {
            self.canvas.put(self.area.x, self.area.y, width.min(self.area.width), words, paint);
            self.skip(width + self.gap);
        }
    }

    /// Writes as much of the rest as is needed.
    pub fn put(&mut self, words: &str, paint: impl Paint) {
        let end = self.canvas.line(self.area, words, paint);
        self.skip(end - self.area.x);
    }

    /// Writes at the right; a gap precedes it.
    pub fn put_right(&mut self, most: u16, words: &str, paint: impl Paint) {
        let most = most.min(self.area.width);
        let x = self.canvas.put_right(self.area.right(), self.area.y, most, words, paint);
        self.area.width = x.saturating_sub(self.area.x + self.gap);
    }
}

/// What something draws on an empty screen, as text without spaces at the ends of lines.
#[cfg(test)]
pub fn drawn(look: &Look, width: u16, height: u16, draw: impl FnOnce(&Canvas<'_>)) -> (String, Drawn) {
    let canvas = Canvas::new(look, Buffer::empty(Rect::new(0, 0, width, height)));
    draw(&canvas);
    let (buffer, drawn) = canvas.into_parts();
    let line = |y| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    ((0..height).map(|y| line(y).trim_end().to_owned()).collect::<Vec<_>>().join("\n"), drawn)
}
