//! The window of a status update: its audience, its occasion and its text, then the preview of each target.

mod draw;

use std::sync::Arc;

use termina::event::{KeyCode, KeyEvent, Modifiers};

use super::rows::Power;
use crate::draft::Draft;
use crate::incident::{Audience, Command, Occasion, Preview, Prose, Seq, UpdateCommand};
use crate::lang::Lang;
use crate::ui::asking::Answer;
use crate::ui::effect::Written;
use crate::ui::overlay::turn::Turn;
use crate::ui::widget::card::Card;
use crate::ui::widget::field::{Field, Shape, Took};

/// More typed bytes than this are not lost by one Escape.
const MUCH: usize = 20;

#[derive(Debug)]
pub struct Composer {
    audiences: Vec<Arc<Audience>>,
    audience: usize,
    occasion: Occasion,
    text: Field,
    /// The text as drafted or proposed; any difference was typed.
    drafted: String,
    /// What the draft masks for this audience.
    hidden: Vec<String>,
    /// The error of the organisation's own template, if the bundled one replaced it.
    trouble: Option<String>,
    origin: Origin,
    power: Power,
    focus: Focus,
    side: Side,
    wrong: Option<String>,
    /// Escape was pressed once, and much would be lost.
    leaving: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    New,
    /// It awaits approval.
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
    /// The text is edited.
    Write,
    /// It is shown as targets will show it.
    Read(Reading),
}

#[derive(Debug, Default)]
struct Reading {
    /// `None` until they arrive.
    previews: Option<Vec<Preview>>,
    card: Card,
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

impl Composer {
    /// A new update; its draft follows.
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
        // Whoever only proposes has nothing to do but to withdraw it: the first Enter leaves it.
        let focus = usize::from(power == Power::Proposes);
        composer.side = Side::Read(Reading { card: Card { focus, ..Card::default() }, ..Reading::default() });
        composer
    }

    pub fn audience(&self) -> Option<&Arc<Audience>> {
        self.audiences.get(self.audience)
    }

    /// Accepts a draft, unless something else was typed meanwhile.
    pub fn take_draft(&mut self, occasion: Occasion, draft: Draft, lang: Lang) {
        self.occasion = occasion;
        if self.is_typed() {
            return;
        }
        self.hidden = draft.hidden;
        self.trouble = draft.trouble.map(|problem| problem.what(lang));
        self.text = Field::new(Shape::Prose, &draft.text).at_start();
        // A field may truncate.
        self.text.text().clone_into(&mut self.drafted);
    }

    pub fn take_previews(&mut self, previews: Vec<Preview>) {
        if let Side::Read(reading) = &mut self.side {
            reading.previews = Some(previews);
        }
    }

    pub fn written(&self) -> Option<Written> {
        Some(Written {
            audience: self.audience()?.id.clone(),
            occasion: self.occasion,
            text: Prose::new(self.text.text()),
        })
    }

    /// The same window with why its answer was refused.
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
            _ if self.focus == Focus::Text => {
                let took = match key.code {
                    KeyCode::Enter => self.text.new_line(),
                    KeyCode::Char('j') if ctrl => self.text.new_line(),
                    _ => self.text.key(key),
                };
                if took == Took::Nothing && key.code == KeyCode::Up {
                    self.focus_by(2);
                }
            }
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

    /// Another audience or occasion has another draft.
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

    /// Shows the previews.
    fn show(&mut self) -> Turn {
        self.wrong = None;
        if self.text.text().trim().is_empty() {
            self.focus = Focus::Text;
            return Turn::Stay;
        }
        self.side = Side::Read(Reading::default());
        Turn::Preview
    }

    /// The available buttons, the most likely first.
    fn buttons(&self) -> Vec<Button> {
        let asks = self.audience().is_some_and(|audience| audience.approval);
        match (self.origin, self.power) {
            (Origin::New, Power::Approves) if asks => vec![Button::Post, Button::Propose, Button::Edit],
            (Origin::New, Power::Proposes) if asks => vec![Button::Propose, Button::Edit],
            (Origin::New, _) => vec![Button::Post, Button::Edit],
            (Origin::Proposal(_), Power::Approves) => {
                vec![Button::Approve, Button::Edit, Button::Drop, Button::Later]
            }
            (Origin::Proposal(_), Power::Proposes) => vec![Button::Drop, Button::Later],
        }
    }

    fn read(&mut self, key: &KeyEvent) -> Turn {
        if key.code == KeyCode::Escape {
            return self.press(match self.origin {
                Origin::New => Button::Edit,
                Origin::Proposal(_) => Button::Later,
            });
        }
        let count = self.buttons().len();
        let Side::Read(reading) = &mut self.side else { return Turn::Stay };
        match reading.card.key(key, count) {
            Some(pressed) => self.press_at(pressed),
            None => Turn::Stay,
        }
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
            Button::Post => UpdateCommand::Post { audience, occasion, text },
            Button::Propose => UpdateCommand::Propose { audience, occasion, text },
            Button::Approve => UpdateCommand::Approve { proposal, text: self.is_typed().then_some(text) },
            Button::Drop => UpdateCommand::Drop { proposal },
        };
        Turn::Answer(Answer::Send(Command::Update(command)))
    }

    pub fn paste(&mut self, text: &str) {
        self.leaving = false;
        if matches!(self.side, Side::Write) {
            self.focus = Focus::Text;
            self.text.paste(text);
        }
    }

    /// A click on a row: a choice, the text, or a button.
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
            reading.card.scroll.by(by);
        }
    }
}
