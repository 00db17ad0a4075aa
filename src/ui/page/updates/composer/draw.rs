//! How the window of an update is drawn: the text while it is written, then its previews.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::{Composer, Focus, Origin, Reading, Side};
use crate::incident::Occasion;
use crate::lang::Lang;
use crate::theme::Meaning;
use crate::ui::page::updates::rows;
use crate::ui::scene::{Hit, Hits};
use crate::ui::stage::Stage;
use crate::ui::widget::buttons;
use crate::ui::widget::window::{Position, cells, put, roomy, window, wrap};
use crate::ui::world::World;

/// A message of at most so many characters is read at a glance.
const GLANCE: usize = 1000;
/// How high the text is while it is written, at least and at most.
const HEIGHT: (usize, usize) = (8, 40);
const WIDEST: u16 = 92;

/// Lines with their meaning.
type Lines = Vec<(String, Meaning)>;

impl Composer {
    fn title(&self, lang: Lang) -> String {
        let title = lang.say("ask-update-title");
        match (&self.side, self.audience()) {
            (Side::Write, _) if self.origin == Origin::New => title,
            (_, Some(audience)) => format!("{title} · {} · {}", audience.name, lang.occasion(self.occasion)),
            _ => title,
        }
    }

    pub fn render(&self, area: Rect, buffer: &mut Buffer, stage: &Stage<'_>, hits: &mut Hits) {
        match &self.side {
            Side::Write => self.render_text(area, buffer, stage, hits),
            Side::Read(reading) => self.render_previews(area, buffer, stage, hits, reading),
        }
    }

    fn render_text(&self, area: Rect, buffer: &mut Buffer, stage: &Stage<'_>, hits: &mut Hits) {
        let lang = stage.look.lang;
        let theme = &stage.look.theme;
        let width = roomy(area, WIDEST);
        let foot = self.foot(stage, width.saturating_sub(4));
        let choices = if self.origin == Origin::New { 2 } else { 0 };
        let wanted =
            self.text.height(width.saturating_sub(4)).clamp(HEIGHT.0, HEIGHT.1) + foot.len() + choices + 2;
        let height = u16::try_from(wanted).unwrap_or(u16::MAX).min(area.height);
        let keys = match (self.origin, self.focus) {
            (Origin::Proposal(_), _) => "ask-update-keys-proposal",
            (Origin::New, Focus::Text) => "ask-update-keys",
            (Origin::New, Focus::Audience | Focus::Occasion) => "ask-update-keys-choice",
        };
        let keys = lang.say(keys);
        let title = self.title(lang);
        let inside =
            window(area, buffer, stage.look, hits, Position::Middle, (width, height), (&title, &keys));
        if inside.height < 3 {
            return;
        }
        let mut y = inside.y;
        if choices > 0 {
            let occasion = lang.occasion(self.occasion);
            let name = self.audience().map_or("", |audience| audience.name.as_str());
            let beside = match (stage.world, self.audience()) {
                (World::Room(view), Some(audience)) => rows::due_words(view, audience, lang),
                _ => (String::new(), Meaning::TextMuted),
            };
            let none = (String::new(), Meaning::TextMuted);
            let rows = [
                (Focus::Audience, "ask-update-audience", name, self.audiences.len(), beside),
                (Focus::Occasion, "ask-update-occasion", occasion.as_str(), Occasion::ALL.len(), none),
            ];
            for (place, (focus, label, chosen, of, beside)) in rows.into_iter().enumerate() {
                let row = Rect { y, height: 1, ..inside };
                hits.note(row, Hit::Row(place));
                let label = (lang.say(label), self.focus == focus);
                choice(row, buffer, stage, &label, (chosen, of), &beside);
                y += 1;
            }
        }
        let bottom = inside.bottom().saturating_sub(u16::try_from(foot.len()).unwrap_or(0)).max(y + 1);
        let field = Rect { y, height: bottom.min(inside.bottom()) - y, ..inside };
        hits.note(field, Hit::Row(2));
        self.text.render(field, buffer, theme, self.focus == Focus::Text);
        for (y, (line, meaning)) in (field.bottom()..inside.bottom()).zip(&foot) {
            let style = theme.style(Meaning::Overlay).patch(theme.style(*meaning));
            put(buffer, inside.x, y, inside.width, line, style);
        }
    }

    /// The lines below the text: what is wrong, else how long it is and what was left out.
    fn foot(&self, stage: &Stage<'_>, width: u16) -> Lines {
        let lang = stage.look.lang;
        let lines = |text: &str, meaning: Meaning| -> Lines {
            wrap(text, width).into_iter().take(3).map(|line| (line, meaning)).collect()
        };
        if self.leaving {
            return lines(&lang.say("ask-form-leaving"), Meaning::MessageBad);
        }
        if let Some(why) = &self.wrong {
            return lines(why, Meaning::FieldError);
        }
        if let Some(warning) = self.revealed(stage) {
            return lines(&warning, Meaning::ClockDue);
        }
        if let Some(warning) = self.already(stage) {
            return lines(&warning, Meaning::ClockDue);
        }
        if let Some(trouble) = &self.trouble {
            let template = lang.say("ask-update-own-template");
            return lines(&format!("{template} {trouble}"), Meaning::ClockDue);
        }
        let length = self.text.text().graphemes(true).count();
        let key = if length > GLANCE { "ask-update-length-long" } else { "ask-update-length" };
        let mut text = lang.say_with(key, &[("count", length.into())]);
        if !self.hidden.is_empty() {
            let hidden = [("words", self.hidden.join(", ").into())];
            text = format!("{text} · {}", lang.say_with("ask-update-hidden", &hidden));
        }
        lines(&text, if length > GLANCE { Meaning::ClockDue } else { Meaning::TextMuted })
    }

    /// A warning that a proposal for the same audience is waiting.
    fn already(&self, stage: &Stage<'_>) -> Option<String> {
        let World::Room(view) = stage.world else { return None };
        let audience = self.audience().filter(|_| self.origin == Origin::New)?;
        rows::already(view, audience, stage.look.lang)
    }

    /// A warning of the internal names in a text for external readers.
    fn revealed(&self, stage: &Stage<'_>) -> Option<String> {
        let World::Room(view) = stage.world else { return None };
        let named = rows::revealed(view, self.audience()?, self.text.text());
        let list = named.join(", ");
        (!named.is_empty()).then(|| stage.look.lang.say_with("update-reveals", &[("list", list.into())]))
    }

    fn render_previews(
        &self,
        area: Rect,
        buffer: &mut Buffer,
        stage: &Stage<'_>,
        hits: &mut Hits,
        reading: &Reading,
    ) {
        let lang = stage.look.lang;
        let theme = &stage.look.theme;
        let width = roomy(area, WIDEST);
        let lines = self.preview_lines(reading, width.saturating_sub(4), stage);
        let wrong = self.wrong.as_ref().map_or_else(Vec::new, |why| wrap(why, width.saturating_sub(4)));
        let below = u16::try_from(wrong.len().min(3)).unwrap_or(0) + 2;
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(below + 2);
        let (title, keys) = (self.title(lang), lang.say("ask-card-keys"));
        let size = (width, height.min(area.height));
        let inside = window(area, buffer, stage.look, hits, Position::Middle, size, (&title, &keys));
        if inside.height < 3 {
            return;
        }
        let style = theme.style(Meaning::Overlay);
        let shown = usize::from(inside.height.saturating_sub(below));
        let top = reading.scroll.fit(lines.len(), shown);
        let body = inside.y..inside.bottom().saturating_sub(below);
        for (y, (line, meaning)) in body.clone().zip(lines.iter().skip(top)) {
            put(buffer, inside.x, y, inside.width, line, style.patch(theme.style(*meaning)));
        }
        let hidden = lines.len().saturating_sub(top + shown);
        let mut y = body.end;
        if hidden > 0 {
            let more = lang.say_with("ask-more", &[("lines", hidden.into())]);
            put(buffer, inside.x, y, inside.width, &more, style.patch(theme.style(Meaning::More)));
        }
        y += 1;
        for line in wrong.iter().take(3) {
            put(buffer, inside.x, y, inside.width, line, style.patch(theme.style(Meaning::FieldError)));
            y += 1;
        }
        let labels: Vec<String> = self.buttons().into_iter().map(|button| lang.say(button.key())).collect();
        let line = Rect { y: inside.bottom() - 1, height: 1, ..inside };
        buttons::render(labels.iter().map(String::as_str), reading.button, line, buffer, stage.look, hits);
    }

    /// The text as each target will show it; without a target, as the log will keep it.
    fn preview_lines(&self, reading: &Reading, width: u16, stage: &Stage<'_>) -> Lines {
        let lang = stage.look.lang;
        let mut lines = Vec::new();
        let mut add = |indent: u16, text: &str, meaning: Meaning| {
            let space = " ".repeat(indent.into());
            let wrapped = wrap(text, width.saturating_sub(indent)).into_iter();
            lines.extend(wrapped.map(|line| (format!("{space}{line}"), meaning)));
        };
        if let (Origin::Proposal(seq), World::Room(view)) = (self.origin, stage.world)
            && let Some(warning) = rows::proposed_by(view, seq, lang)
        {
            add(0, &warning, Meaning::TextMuted);
            if let Some(warning) = rows::outdated_now(view, seq, self.text.text(), lang) {
                add(0, &warning, Meaning::ClockDue);
            }
            add(0, "", Meaning::Overlay);
        }
        if let Some(warning) = self.already(stage) {
            add(0, &warning, Meaning::ClockDue);
            add(0, "", Meaning::Overlay);
        }
        if let Some(warning) = self.revealed(stage) {
            add(0, &warning, Meaning::ClockDue);
            add(0, "", Meaning::Overlay);
        }
        match reading.previews.as_deref() {
            None => add(0, &lang.say("ask-update-preview-waits"), Meaning::TextMuted),
            Some([]) => {
                add(0, &lang.say("ask-update-no-target"), Meaning::MessageBad);
                add(0, "", Meaning::Overlay);
                add(0, self.text.text(), Meaning::Overlay);
            }
            Some(previews) => {
                for (place, preview) in previews.iter().enumerate() {
                    if place > 0 {
                        add(0, "", Meaning::Overlay);
                    }
                    let head = format!("{} · {} · {}", preview.target, preview.kind, preview.host);
                    add(0, &head, Meaning::OverlayTitle);
                    for note in &preview.notes {
                        add(2, note.as_str(), Meaning::ClockDue);
                    }
                    for (part, text) in preview.parts.iter().enumerate() {
                        if part > 0 {
                            add(2, "┄┄┄┄", Meaning::TextMuted);
                        }
                        add(2, text.as_str(), Meaning::Overlay);
                    }
                }
            }
        }
        lines
    }
}

/// A line with a label, one of several options, and a remark at the right.
fn choice(
    row: Rect,
    buffer: &mut Buffer,
    stage: &Stage<'_>,
    (label, has_keys): &(String, bool),
    (chosen, of): (&str, usize),
    (beside, meaning): &(String, Meaning),
) {
    const LABEL: u16 = 10;
    let theme = &stage.look.theme;
    let over = |meaning: Meaning| -> Style { theme.style(Meaning::Overlay).patch(theme.style(meaning)) };
    let name = over(if *has_keys { Meaning::OverlayTitle } else { Meaning::FieldLabel });
    put(buffer, row.x, row.y, LABEL - 1, label, name);
    let style = theme.style(if *has_keys { Meaning::FieldFocus } else { Meaning::Field });
    let text = if of > 1 { format!("‹ {chosen} ›") } else { chosen.to_owned() };
    let room = row.width.saturating_sub(LABEL);
    let beside_room = cells(beside).min(room.saturating_sub(cells(&text).min(18) + 2));
    let wide = room - beside_room - u16::from(beside_room > 0) * 2;
    let field = Rect { x: row.x + LABEL, width: wide, ..row };
    buffer.set_style(field, style);
    put(buffer, field.x, field.y, field.width, &text, style);
    put(buffer, row.right() - beside_room, row.y, beside_room, beside, over(*meaning));
}
