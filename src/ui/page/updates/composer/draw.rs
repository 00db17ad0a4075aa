//! The window of an update: the text while it is edited, then its previews.

use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

use super::{Composer, Focus, Origin, Reading, Side};
use crate::incident::Occasion;
use crate::lang::{Lang, vars};
use crate::theme::Meaning;
use crate::ui::canvas::{Canvas, Over, Rest};
use crate::ui::page::updates::rows;
use crate::ui::scene::Hit;
use crate::ui::stage::Stage;
use crate::ui::text;
use crate::ui::widget::scroll::Scroll;
use crate::ui::widget::window::{Line, Position, height, paragraph, roomy, scrolled, window};
use crate::ui::world::World;

/// A message of at most so many characters is read at a glance.
const GLANCE: usize = 1000;
/// The height of the edited text: minimum and maximum.
const HEIGHT: (usize, usize) = (8, 40);
const WIDEST: u16 = 92;

impl Composer {
    fn title(&self, lang: Lang) -> String {
        let title = lang.say("ask-update-title");
        match (&self.side, self.audience()) {
            (Side::Write, _) if self.origin == Origin::New => title,
            (_, Some(audience)) => format!("{title} · {} · {}", audience.name, lang.occasion(self.occasion)),
            _ => title,
        }
    }

    pub fn render(&self, area: Rect, canvas: &Canvas<'_>, stage: &Stage<'_>) {
        let width = roomy(area, WIDEST);
        match &self.side {
            Side::Write => self.render_text((area, width), canvas, stage),
            Side::Read(reading) => {
                let inner = width.saturating_sub(4);
                let lines = self.preview_lines(reading, inner, stage);
                let wrong = self.wrong.iter().flat_map(|why| paragraph(why, inner, Meaning::FieldError));
                let wrong: Vec<_> = wrong.take(3).collect();
                let titles = (self.title(stage.look.lang), canvas.say("ask-card-keys"));
                let labels: Vec<_> = self.buttons().into_iter().map(|it| canvas.say(it.key())).collect();
                let titles = (titles.0.as_str(), titles.1.as_str());
                reading.card.render(canvas, (area, width), titles, &lines, &wrong, &labels);
            }
        }
    }

    fn render_text(&self, (area, width): (Rect, u16), canvas: &Canvas<'_>, stage: &Stage<'_>) {
        let inner = width.saturating_sub(4);
        let foot = self.foot(stage, inner);
        let choices = if self.origin == Origin::New { 2 } else { 0 };
        let rows = self.text.height(inner).clamp(HEIGHT.0, HEIGHT.1) + foot.len() + choices;
        let keys = match (self.origin, self.focus) {
            (Origin::Proposal(_), _) => "ask-update-keys-proposal",
            (Origin::New, Focus::Text) => "ask-update-keys",
            (Origin::New, Focus::Audience | Focus::Occasion) => "ask-update-keys-choice",
        };
        let titles = (self.title(stage.look.lang), canvas.say(keys));
        let size = (width, height(rows, 2));
        let inside = window(canvas, area, Position::Middle, size, (&titles.0, &titles.1));
        if inside.height < 3 {
            return;
        }
        if choices > 0 {
            self.render_choices(inside, canvas, stage);
        }
        let y = inside.y + height(choices, 0);
        let bottom = inside.bottom().saturating_sub(height(foot.len(), 0)).max(y + 1).min(inside.bottom());
        let field = Rect { y, height: bottom - y, ..inside };
        canvas.hit(field, Hit::Row(2));
        self.text.render(field, canvas, self.focus == Focus::Text);
        let below = Rect { y: bottom, height: inside.bottom() - bottom, ..inside };
        scrolled(canvas, below, &foot, &Scroll::default(), Rect::default());
    }

    /// Draws the choices of an audience and an occasion.
    fn render_choices(&self, inside: Rect, canvas: &Canvas<'_>, stage: &Stage<'_>) {
        let lang = stage.look.lang;
        let occasion = lang.occasion(self.occasion);
        let name = self.audience().map_or("", |audience| audience.name.as_str());
        let none = (String::new(), Meaning::TextMuted);
        let due = match (stage.world, self.audience()) {
            (World::Room(view), Some(audience)) => rows::due_words(view, audience, lang),
            _ => none.clone(),
        };
        let choices = [
            (Focus::Audience, "ask-update-audience", name, self.audiences.len(), due),
            (Focus::Occasion, "ask-update-occasion", occasion.as_str(), Occasion::ALL.len(), none),
        ];
        for ((place, (focus, label, chosen, of, beside)), row) in choices.iter().enumerate().zip(inside.rows()) {
            canvas.hit(row, Hit::Row(place));
            let has_keys = self.focus == *focus;
            choice(row, canvas, (&lang.say(label), has_keys), (chosen, *of), beside);
        }
    }

    /// The lines below the text: an error, or its length and what was masked.
    fn foot(&self, stage: &Stage<'_>, width: u16) -> Vec<Line> {
        let lang = stage.look.lang;
        let trouble = || {
            let trouble = self.trouble.as_ref()?;
            Some(format!("{} {trouble}", lang.say("ask-update-own-template")))
        };
        let warning = || self.revealed(stage).or_else(|| self.already(stage)).or_else(trouble);
        let (words, meaning) = if self.leaving {
            (lang.say("ask-form-leaving"), Meaning::MessageBad)
        } else if let Some(why) = &self.wrong {
            (why.clone(), Meaning::FieldError)
        } else if let Some(warning) = warning() {
            (warning, Meaning::ClockDue)
        } else {
            let length = self.text.text().graphemes(true).count();
            let is_long = length > GLANCE;
            let key = if is_long { "ask-update-length-long" } else { "ask-update-length" };
            let mut words = lang.say_with(key, &vars![count = length]);
            if !self.hidden.is_empty() {
                let hidden = vars![words = self.hidden.join(", ")];
                words = format!("{words} · {}", lang.say_with("ask-update-hidden", &hidden));
            }
            (words, if is_long { Meaning::ClockDue } else { Meaning::TextMuted })
        };
        paragraph(&words, width, meaning).take(3).collect()
    }

    /// A warning that a proposal for the same audience is waiting.
    fn already(&self, stage: &Stage<'_>) -> Option<String> {
        let World::Room(view) = stage.world else { return None };
        let audience = self.audience().filter(|_| self.origin == Origin::New)?;
        rows::already(view, audience, stage.look.lang)
    }

    /// A warning of internal names in a text for external readers.
    fn revealed(&self, stage: &Stage<'_>) -> Option<String> {
        let World::Room(view) = stage.world else { return None };
        let named = rows::revealed(view, self.audience()?, self.text.text());
        let list = named.join(", ");
        (!named.is_empty()).then(|| stage.look.lang.say_with("update-reveals", &vars![list]))
    }

    /// The text as each target will show it; without a target, as the log will.
    fn preview_lines(&self, reading: &Reading, width: u16, stage: &Stage<'_>) -> Vec<Line> {
        let lang = stage.look.lang;
        let mut lines = Vec::new();
        let mut add = |indent: u16, words: &str, meaning: Meaning| {
            let space = (" ".repeat(indent.into()), Meaning::Overlay);
            let wrapped = paragraph(words, width.saturating_sub(indent), meaning);
            lines.extend(wrapped.map(|line| [vec![space.clone()], line].concat()));
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
        for warning in [self.already(stage), self.revealed(stage)].into_iter().flatten() {
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
    canvas: &Canvas<'_>,
    (label, has_keys): (&str, bool),
    (chosen, of): (&str, usize),
    (beside, meaning): &(String, Meaning),
) {
    const LABEL: u16 = 10;
    let of_label = if has_keys { Meaning::OverlayTitle } else { Meaning::FieldLabel };
    canvas.put(row.x, row.y, LABEL - 1, label, Over(of_label));
    let of_field = if has_keys { Meaning::FieldFocus } else { Meaning::Field };
    let text = if of > 1 { format!("‹ {chosen} ›") } else { chosen.to_owned() };
    let area = Rect { x: row.x + LABEL, width: row.width.saturating_sub(LABEL), ..row };
    let mut rest = Rest::of(canvas, area, 2);
    if !beside.is_empty() {
        rest.put_right(area.width.saturating_sub(text::width(&text).min(18) + 2), beside, Over(*meaning));
    }
    canvas.paint(rest.area, of_field);
    canvas.line(rest.area, &text, of_field);
}
