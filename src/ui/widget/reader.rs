//! A window of text that scrolls.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::details::Details;
use super::scroll::Scroll;
use super::window::{Position, put, roomy, window};
use crate::theme::Meaning;
use crate::ui::scene::{Hits, Look};

/// The widest a text to read becomes.
const WIDEST: u16 = 84;

/// Draws the text in a window as high as it needs.
pub fn render(
    details: &Details,
    scroll: &Scroll,
    area: Rect,
    buffer: &mut Buffer,
    look: &Look,
    hits: &mut Hits,
) {
    let (lang, theme) = (look.lang, &look.theme);
    let width = roomy(area, WIDEST);
    let lines = details.lines(width.saturating_sub(4));
    let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX).clamp(5, area.height.max(5));
    let titles = (details.title.as_str(), lang.say("ask-reader-keys"));
    let inside = window(area, buffer, look, hits, Position::Middle, (width, height), (titles.0, &titles.1));
    let shown = usize::from(inside.height);
    let top = scroll.fit(lines.len(), shown);
    let style = theme.style(Meaning::Overlay);
    for (y, line) in (inside.y..inside.bottom()).zip(lines.iter().skip(top)) {
        let mut x = inside.x;
        for (text, meaning) in line {
            let room = inside.right().saturating_sub(x);
            x += put(buffer, x, y, room, text, style.patch(theme.style(*meaning)));
        }
    }
    let below = scroll.below();
    if below > 0 && inside.height > 0 {
        let more = lang.say_with("ask-more", &[("lines", below.into())]);
        let style = style.patch(theme.style(Meaning::More));
        put(buffer, inside.x, inside.bottom(), inside.width / 3, &more, style);
    }
}
