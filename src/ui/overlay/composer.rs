//! The window of a status update: for whom, of which moment, the text; then how each target will show it, and who
//! sends it.
//!
//! ```text
//! ╭ Point de situation ──────────────────────────╮   ╭ Point de situation · Direction · Progression ─╮
//! │ Public  ‹ Direction ›        dans 12m         │   │ Slack · hooks.slack.com                       │
//! │ Moment  ‹ Progression ›                       │   │   *Cyberattaque, production chiffrée*         │
//! │ ## Cyberattaque, production chiffrée          │ → │   …                                           │
//! │ Depuis 03:10 …                                │   │ SMTP · smtp.example.org                       │
//! │ 412 caractères · masqué : karim               │   │   …                                           │
//! ╰────── Ctrl+S aperçu · Échap annuler ─╯            │  Envoyer   Modifier                           │
//! ```

use std::cell::Cell;
use std::sync::Arc;

use fluent_bundle::FluentValue;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use termina::event::{KeyCode, KeyEvent, Modifiers};
use unicode_segmentation::UnicodeSegmentation;

use super::frame::{Stand, cells, put, roomy, window, wrap};
use super::{Stage, Turn};
use crate::draft::Draft;
use crate::incident::{Audience, AudienceId, Command, Occasion, Preview, Prose, Seq, UpdateCommand};
use crate::lang::Lang;
use crate::theme::Meaning;
use crate::ui::World;
use crate::ui::ask::Answer;
use crate::ui::field::{Field, Shape, Took};
use crate::ui::page::updates::rows::{self as updates, Power};
use crate::ui::scene::{Hit, Hits};

/// So much typed text is not thrown away by one Escape.
const MUCH: usize = 20;
/// A message that is read at a glance is no longer, in characters.
const GLANCE: usize = 1000;

#[derive(Debug)]
pub struct Composer {
    audiences: Vec<Arc<Audience>>,
    audience: usize,
    occasion: Occasion,
    text: Field,
    /// The text as it was drafted or proposed: what differs was typed.
    drafted: String,
    /// What the draft left out, because it is not for this audience.
    hidden: Vec<String>,
    /// What is wrong with the house's own template, where the bundled one took its place.
    trouble: Option<String>,
    origin: Origin,
    power: Power,
    focus: Focus,
    side: Side,
    wrong: Option<String>,
    /// Escape was pressed once, and much would be lost.
    leaving: bool,
}

/// Where the text comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    New,
    /// Somebody waits for its approval.
    Proposal(Seq),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    Audience,
    Occasion,
    Text,
}

/// What the window shows.
#[derive(Debug)]
enum Side {
    /// The text is written.
    Write,
    /// It is read as it will be shown.
    Read(Reading),
}

#[derive(Debug, Default)]
struct Reading {
    /// None until they are there.
    previews: Option<Vec<Preview>>,
    button: usize,
    top: usize,
    /// The lines there were, and how many of them showed.
    drawn: Cell<(usize, usize)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Button {
    Post,
    Propose,
    Approve,
    Edit,
    Drop,
    Later,
}

impl Button {
    const fn key(self) -> &'static str {
        match self {
            Self::Post => "ask-update-post",
            Self::Propose => "ask-update-propose",
            Self::Approve => "ask-update-approve",
            Self::Edit => "ask-update-edit",
            Self::Drop => "ask-update-drop",
            Self::Later => "ask-update-later",
        }
    }
}

/// What is to be shown as each target would.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub audience: AudienceId,
    pub occasion: Occasion,
    pub text: Prose,
}

impl Composer {
    /// A new update for one of the audiences; its draft is still to come.
    pub fn new(audiences: Vec<Arc<Audience>>, audience: usize, power: Power) -> Self {
        let focus = if audiences.len() > 1 { Focus::Audience } else { Focus::Text };
        Self {
            audiences,
            audience,
            occasion: Occasion::Progress,
            text: Field::new(Shape::Prose, ""),
            drafted: String::new(),
            hidden: Vec::new(),
            trouble: None,
            origin: Origin::New,
            power,
            focus,
            side: Side::Write,
            wrong: None,
            leaving: false,
        }
    }

    /// A proposal, to be read first.
    pub fn of_proposal(proposal: Seq, audience: Arc<Audience>, written: &Written, power: Power) -> Self {
        let mut composer = Self::new(vec![audience], 0, power);
        composer.origin = Origin::Proposal(proposal);
        composer.occasion = written.occasion;
        composer.text = Field::new(Shape::Prose, written.text.as_str()).at_start();
        composer.text.text().clone_into(&mut composer.drafted);
        composer.side = Side::Read(Reading::default());
        composer
    }

    pub fn audience(&self) -> Option<&Arc<Audience>> {
        self.audiences.get(self.audience)
    }

    /// Takes a draft in, unless something else was typed meanwhile.
    pub fn take_draft(&mut self, occasion: Occasion, draft: Draft, lang: Lang) {
        self.occasion = occasion;
        if self.is_typed() {
            return;
        }
        self.hidden = draft.hidden;
        self.trouble = draft.trouble.map(|problem| problem.what(lang));
        self.text = Field::new(Shape::Prose, &draft.text).at_start();
        // A field may hold less than it is given.
        self.text.text().clone_into(&mut self.drafted);
    }

    pub fn take_previews(&mut self, previews: Vec<Preview>) {
        if let Side::Read(reading) = &mut self.side {
            reading.previews = Some(previews);
        }
    }

    /// What is to be shown as each target would, while it is read.
    pub fn written(&self) -> Option<Written> {
        Some(Written {
            audience: self.audience()?.id.clone(),
            occasion: self.occasion,
            text: Prose::new(self.text.text()),
        })
    }

    /// The answer was refused: the window says why.
    #[must_use]
    pub fn refused(mut self, why: String) -> Self {
        self.wrong = Some(why);
        self
    }

    fn is_typed(&self) -> bool {
        self.text.text() != self.drafted
    }

    pub fn key(&mut self, key: &KeyEvent) -> Turn {
        match &self.side {
            Side::Write => self.write(key),
            Side::Read(_) => self.read(key),
        }
    }

    fn write(&mut self, key: &KeyEvent) -> Turn {
        let ctrl = key.modifiers.contains(Modifiers::CONTROL);
        let leaving = std::mem::take(&mut self.leaving);
        match key.code {
            KeyCode::Escape => return self.escape(leaving),
            KeyCode::Char('s') if ctrl => return self.show(),
            KeyCode::Char('r') if ctrl && self.origin == Origin::New => {
                self.drafted = self.text.text().to_owned();
                return Turn::Draft(None);
            }
            KeyCode::Tab => self.focus_by(1),
            KeyCode::BackTab => self.focus_by(2),
            _ if self.focus == Focus::Text => match key.code {
                KeyCode::Enter => {
                    self.text.new_line();
                }
                KeyCode::Char('j') if ctrl => {
                    self.text.new_line();
                }
                _ => {
                    if self.text.key(key) == Took::Nothing && key.code == KeyCode::Up {
                        self.focus_by(2);
                    }
                }
            },
            KeyCode::Enter | KeyCode::Down | KeyCode::Char('j') => self.focus_by(1),
            KeyCode::Up | KeyCode::Char('k') => self.focus_by(2),
            KeyCode::Left | KeyCode::Char('h') => return self.turn_choice(-1),
            KeyCode::Right | KeyCode::Char('l' | ' ') => return self.turn_choice(1),
            _ => {}
        }
        self.wrong = None;
        Turn::Stay
    }

    fn escape(&mut self, leaving: bool) -> Turn {
        if leaving || !self.is_typed() || self.text.text().len() < MUCH {
            return Turn::Close;
        }
        self.leaving = true;
        Turn::Stay
    }

    fn focus_by(&mut self, by: usize) {
        const ALL: [Focus; 3] = [Focus::Audience, Focus::Occasion, Focus::Text];
        let at = ALL.iter().position(|focus| *focus == self.focus).unwrap_or(2);
        self.focus = ALL[(at + by) % ALL.len()];
        if self.origin != Origin::New {
            self.focus = Focus::Text;
        }
    }

    /// Another audience or moment has another draft.
    fn turn_choice(&mut self, by: isize) -> Turn {
        if self.origin != Origin::New {
            return Turn::Stay;
        }
        let turned = |at: usize, all: usize| (at + all).saturating_add_signed(by) % all.max(1);
        match self.focus {
            Focus::Audience => {
                self.audience = turned(self.audience, self.audiences.len());
                Turn::Draft(None)
            }
            Focus::Occasion => {
                let at = Occasion::ALL.iter().position(|one| *one == self.occasion).unwrap_or(0);
                self.occasion = Occasion::ALL[turned(at, Occasion::ALL.len())];
                Turn::Draft(Some(self.occasion))
            }
            Focus::Text => Turn::Stay,
        }
    }

    /// Goes on to how it will be shown.
    fn show(&mut self) -> Turn {
        self.wrong = None;
        if self.text.text().trim().is_empty() {
            self.focus = Focus::Text;
            return Turn::Stay;
        }
        self.side = Side::Read(Reading::default());
        Turn::Preview
    }

    /// What can be done with it now, the most likely first.
    fn buttons(&self) -> Vec<Button> {
        let asks = self.audience().is_some_and(|audience| audience.approval);
        match (self.origin, self.power) {
            (Origin::New, Power::Approves) if asks => vec![Button::Post, Button::Propose, Button::Edit],
            (Origin::New, Power::Proposes) if asks => vec![Button::Propose, Button::Edit],
            (Origin::New, _) => vec![Button::Post, Button::Edit],
            (Origin::Proposal(_), Power::Approves) => {
                vec![Button::Approve, Button::Edit, Button::Drop, Button::Later]
            }
            (Origin::Proposal(_), Power::Proposes) => vec![Button::Later, Button::Drop],
        }
    }

    fn read(&mut self, key: &KeyEvent) -> Turn {
        let count = self.buttons().len().max(1);
        let back = match self.origin {
            Origin::New => Button::Edit,
            Origin::Proposal(_) => Button::Later,
        };
        let Side::Read(reading) = &mut self.side else { return Turn::Stay };
        let page = isize::try_from(reading.drawn.get().1.max(2) - 1).unwrap_or(1);
        match key.code {
            KeyCode::Enter => {
                let pressed = reading.button;
                return self.press_at(pressed);
            }
            KeyCode::Escape => return self.press(back),
            KeyCode::Right | KeyCode::Tab | KeyCode::Char('l') => {
                reading.button = (reading.button + 1) % count;
            }
            KeyCode::Left | KeyCode::BackTab | KeyCode::Char('h') => {
                reading.button = (reading.button + count - 1) % count;
            }
            KeyCode::Up | KeyCode::Char('k') => reading.go(-1),
            KeyCode::Down | KeyCode::Char('j') => reading.go(1),
            KeyCode::PageUp => reading.go(-page),
            KeyCode::PageDown => reading.go(page),
            KeyCode::Home => reading.top = 0,
            KeyCode::End => reading.go(isize::MAX),
            _ => {}
        }
        Turn::Stay
    }

    fn press_at(&mut self, place: usize) -> Turn {
        match self.buttons().get(place) {
            Some(button) => self.press(*button),
            None => Turn::Stay,
        }
    }

    fn press(&mut self, button: Button) -> Turn {
        self.wrong = None;
        let Some(Written { audience, occasion, text }) = self.written() else { return Turn::Close };
        let proposal = match self.origin {
            Origin::New => Seq::ZERO,
            Origin::Proposal(seq) => seq,
        };
        let command = match button {
            Button::Edit => {
                self.side = Side::Write;
                self.focus = Focus::Text;
                return Turn::Stay;
            }
            Button::Later => return Turn::Close,
            Button::Post => Command::Update(UpdateCommand::Post { audience, occasion, text }),
            Button::Propose => Command::Update(UpdateCommand::Propose { audience, occasion, text }),
            Button::Approve => {
                Command::Update(UpdateCommand::Approve { proposal, text: self.is_typed().then_some(text) })
            }
            Button::Drop => Command::Update(UpdateCommand::Drop { proposal }),
        };
        Turn::Answer(Answer::Send(command))
    }

    pub fn paste(&mut self, text: &str) -> Turn {
        self.leaving = false;
        if matches!(self.side, Side::Write) {
            self.focus = Focus::Text;
            self.text.paste(text);
        }
        Turn::Stay
    }

    /// A click on a row of it: the choices and the text, or a button.
    pub fn click(&mut self, row: usize, column: u16, line: u16) -> Turn {
        if matches!(self.side, Side::Read(_)) {
            return self.press_at(row);
        }
        let had = self.focus;
        self.focus = match row {
            _ if self.origin != Origin::New => Focus::Text,
            0 => Focus::Audience,
            1 => Focus::Occasion,
            _ => Focus::Text,
        };
        match self.focus {
            Focus::Text => self.text.click(column, line),
            focus if focus == had => return self.turn_choice(1),
            _ => {}
        }
        Turn::Stay
    }

    pub fn scroll(&mut self, by: isize) {
        if let Side::Read(reading) = &mut self.side {
            reading.go(by);
        }
    }

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
        let width = roomy(area, 92);
        let foot = self.foot(stage, width.saturating_sub(4));
        let choices = if self.origin == Origin::New { 2 } else { 0 };
        let wanted = self.text.height(width.saturating_sub(4)).clamp(8, 40) + foot.len() + choices + 2;
        let height = u16::try_from(wanted).unwrap_or(u16::MAX).min(area.height);
        let keys = match (self.origin, self.focus) {
            (Origin::Proposal(_), _) => "ask-update-keys-proposal",
            (Origin::New, Focus::Text) => "ask-update-keys",
            (Origin::New, Focus::Audience | Focus::Occasion) => "ask-update-keys-choice",
        };
        let keys = lang.say(keys);
        let title = self.title(lang);
        let inside = window(area, buffer, stage.look, hits, Stand::Middle, (width, height), (&title, &keys));
        if inside.height < 3 {
            return;
        }
        let mut y = inside.y;
        if choices > 0 {
            let occasion = lang.occasion(self.occasion);
            let name = self.audience().map_or("", |audience| audience.name.as_str());
            let beside = match (stage.world, self.audience()) {
                (World::Room(view), Some(audience)) => updates::due_words(view, audience, lang),
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

    /// What stands below the text: what is wrong, else how long it is and what was left out.
    fn foot(&self, stage: &Stage<'_>, width: u16) -> Vec<(String, Meaning)> {
        let lang = stage.look.lang;
        let lines = |text: &str, meaning: Meaning| -> Vec<(String, Meaning)> {
            wrap(text, width).into_iter().take(3).map(|line| (line, meaning)).collect()
        };
        if self.leaving {
            return lines(&lang.say("ask-form-leaving"), Meaning::MessageBad);
        }
        if let Some(why) = &self.wrong {
            return lines(why, Meaning::FieldError);
        }
        if let Some(told) = self.revealed(stage) {
            return lines(&told, Meaning::ClockDue);
        }
        if let Some(told) = self.already(stage) {
            return lines(&told, Meaning::ClockDue);
        }
        if let Some(trouble) = &self.trouble {
            let told = lang.say("ask-update-own-template");
            return lines(&format!("{told} {trouble}"), Meaning::ClockDue);
        }
        let length = self.text.text().graphemes(true).count();
        let key = if length > GLANCE { "ask-update-length-long" } else { "ask-update-length" };
        let mut told = lang.say_with(key, &[("count", length.into())]);
        if !self.hidden.is_empty() {
            let hidden = [("words", FluentValue::from(self.hidden.join(", ")))];
            told = format!("{told} · {}", lang.say_with("ask-update-hidden", &hidden));
        }
        lines(&told, if length > GLANCE { Meaning::ClockDue } else { Meaning::TextMuted })
    }

    /// That a proposal for the same audience waits already.
    fn already(&self, stage: &Stage<'_>) -> Option<String> {
        let World::Room(view) = stage.world else { return None };
        let audience = self.audience().filter(|_| self.origin == Origin::New)?;
        updates::already(view, audience, stage.look.lang)
    }

    /// What of the inside the text names, where it goes outside.
    fn revealed(&self, stage: &Stage<'_>) -> Option<String> {
        let World::Room(view) = stage.world else { return None };
        let named = updates::revealed(view, self.audience()?, self.text.text());
        let told = |list: String| stage.look.lang.say_with("update-reveals", &[("list", list.into())]);
        (!named.is_empty()).then(|| told(named.join(", ")))
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
        let width = roomy(area, 92);
        let lines = self.preview_lines(reading, width.saturating_sub(4), stage);
        let wrong = self.wrong.as_ref().map_or_else(Vec::new, |why| wrap(why, width.saturating_sub(4)));
        let below = u16::try_from(wrong.len().min(3)).unwrap_or(0) + 2;
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(below + 2);
        let (title, keys) = (self.title(lang), lang.say("ask-card-keys"));
        let size = (width, height.min(area.height));
        let inside = window(area, buffer, stage.look, hits, Stand::Middle, size, (&title, &keys));
        if inside.height < 3 {
            return;
        }
        let style = theme.style(Meaning::Overlay);
        let shown = usize::from(inside.height.saturating_sub(below));
        reading.drawn.set((lines.len(), shown.max(1)));
        let top = reading.top.min(lines.len().saturating_sub(shown));
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
        let mut x = inside.x;
        let y = inside.bottom() - 1;
        for (row, button) in self.buttons().into_iter().enumerate() {
            let label = format!(" {} ", lang.say(button.key()));
            let wide = cells(&label).min(inside.right().saturating_sub(x));
            let look = if row == reading.button { Meaning::ChipActive } else { Meaning::Chip };
            hits.note(Rect { x, y, width: wide, height: 1 }, Hit::Row(row));
            x += put(buffer, x, y, wide, &label, style.patch(theme.style(look))) + 1;
        }
    }

    /// The text as each target will show it; where nothing is to be sent, as it will be kept.
    fn preview_lines(&self, reading: &Reading, width: u16, stage: &Stage<'_>) -> Vec<(String, Meaning)> {
        let lang = stage.look.lang;
        let mut lines = Vec::new();
        let mut tell = |indent: u16, text: &str, meaning: Meaning| {
            let space = " ".repeat(indent.into());
            let told = wrap(text, width.saturating_sub(indent)).into_iter();
            lines.extend(told.map(|line| (format!("{space}{line}"), meaning)));
        };
        if let (Origin::Proposal(seq), World::Room(view)) = (self.origin, stage.world)
            && let Some(told) = updates::proposed_by(view, seq, lang)
        {
            tell(0, &told, Meaning::TextMuted);
            if let Some(told) = updates::outdated_now(view, seq, self.text.text(), lang) {
                tell(0, &told, Meaning::ClockDue);
            }
            tell(0, "", Meaning::Overlay);
        }
        if let Some(told) = self.already(stage) {
            tell(0, &told, Meaning::ClockDue);
            tell(0, "", Meaning::Overlay);
        }
        if let Some(told) = self.revealed(stage) {
            tell(0, &told, Meaning::ClockDue);
            tell(0, "", Meaning::Overlay);
        }
        match reading.previews.as_deref() {
            None => tell(0, &lang.say("ask-update-preview-waits"), Meaning::TextMuted),
            Some([]) => {
                tell(0, &lang.say("ask-update-no-target"), Meaning::MessageBad);
                tell(0, "", Meaning::Overlay);
                tell(0, self.text.text(), Meaning::Overlay);
            }
            Some(previews) => {
                for (place, preview) in previews.iter().enumerate() {
                    if place > 0 {
                        tell(0, "", Meaning::Overlay);
                    }
                    let head = format!("{} · {} · {}", preview.target, preview.kind, preview.host);
                    tell(0, &head, Meaning::OverlayTitle);
                    for note in &preview.notes {
                        tell(2, note.as_str(), Meaning::ClockDue);
                    }
                    for (part, text) in preview.parts.iter().enumerate() {
                        if part > 0 {
                            tell(2, "┄┄┄┄", Meaning::TextMuted);
                        }
                        tell(2, text.as_str(), Meaning::Overlay);
                    }
                }
            }
        }
        lines
    }
}

impl Reading {
    fn go(&mut self, by: isize) {
        let (lines, shown) = self.drawn.get();
        self.top = self.top.saturating_add_signed(by).min(lines.saturating_sub(shown));
    }
}

/// A line with a name, one of several options, and what is to be known of it at the right.
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
