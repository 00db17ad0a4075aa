//! The report of an incident, to be read on the screen: chapters, a search, and a switch of whom it is for.
//!
//! ```text
//! ╭ Rapport interne · Services · 23 % ─────────────────────────────────────────────────╮
//! │ ── Services ────────────────────────────────────────────────────────────────────── │
//! │ Service                     Priorité  État à la fin  En panne  RTO  Tenu ?         │
//! │ Annuaire et authentification       1  en service         5h50   4h  non, +1h50 ▲   │
//! │ En fichier : warroom report 2026… --format html > rapport.html                     │
//! ╰──────────── [ ] chapitre  c chapitres  / chercher  e externe  y copier  Échap fermer ╯
//! ```

mod sheet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent};

use super::turn::{Choice, Turn};
use crate::incident::IncidentId;
use crate::lang::Lang;
use crate::theme::Meaning;
use crate::ui::action::{Action, Place};
use crate::ui::effect::Reported;
use crate::ui::keymap::{Key, Keymap};
use crate::ui::scene::{Hits, Look};
use crate::ui::stage::Stage;
use crate::ui::widget::field::{Field, Shape, Took};
use crate::ui::widget::picker::{Item, Picker};
use crate::ui::widget::plain;
use crate::ui::widget::window::{Position, blank, cells, put, roomy, window, wrap};
use sheet::{Line, Sheet};

/// What its hint line offers.
pub const HINTS: &[Action] = &[
    Action::Back,
    Action::NextChapter,
    Action::SwitchReaders,
    Action::Find,
    Action::Chapters,
    Action::CopyCommand,
    Action::Help,
];

/// Who reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Readers {
    Internal,
    External,
}

/// A report that is read, or still being made.
#[derive(Debug)]
pub struct Report {
    of: IncidentId,
    reported: Option<Box<Reported>>,
    readers: Readers,
    top: usize,
    /// How many lines of it showed.
    shown: usize,
    sheet: Sheet,
    /// What the sheet was made of.
    laid: Option<Laid>,
    search: Option<Search>,
}

/// What a sheet is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Laid {
    readers: Readers,
    width: u16,
    /// Whether a line below it says at all times how it is had as a file.
    has_foot: bool,
}

#[derive(Debug)]
struct Search {
    field: Field,
    is_typed: bool,
    /// Where the reader was before.
    from: usize,
    /// The lines that hold it.
    found: Vec<usize>,
}

/// From so many rows on, some are left to how it is had as a file.
const FOR_FOOT: u16 = 18;
const WIDEST: u16 = 140;

impl Report {
    /// One that is still being made.
    pub fn of(incident: IncidentId) -> Self {
        Self {
            of: incident,
            reported: None,
            readers: Readers::Internal,
            top: 0,
            shown: 1,
            sheet: Sheet::default(),
            laid: None,
            search: None,
        }
    }

    /// Whether it waits for the report of that incident.
    pub fn awaits(&self, incident: &IncidentId) -> bool {
        self.reported.is_none() && self.of == *incident
    }

    pub fn take(&mut self, reported: Box<Reported>) {
        self.reported = Some(reported);
    }

    /// The command that prints what is read into a file.
    pub fn command(&self) -> Option<&str> {
        let [internal, external] = &self.reported.as_ref()?.commands;
        Some(match self.readers {
            Readers::Internal => internal,
            Readers::External => external,
        })
    }

    pub fn key(&mut self, look: &Look, keymap: &Keymap, key: &KeyEvent) -> Turn {
        if self.search.as_ref().is_some_and(|search| search.is_typed) {
            self.search_key(key);
            return Turn::Stay;
        }
        if self.reported.is_none() {
            let action = keymap.action(Place::Report, Key::of(key));
            let leaves = key.code == KeyCode::Escape || matches!(action, Some(Action::Quit | Action::Back));
            return if leaves { Turn::Close } else { Turn::Stay };
        }
        let page = isize::try_from(self.shown.max(2) - 1).unwrap_or(1);
        match key.code {
            KeyCode::Escape => return Turn::Close,
            KeyCode::Enter if self.search.is_some() => self.go_to_found(1),
            _ => match keymap.action(Place::Report, Key::of(key)) {
                Some(Action::Up) => self.go(-1),
                Some(Action::Down) => self.go(1),
                Some(Action::PageUp | Action::Left) => self.go(-page),
                Some(Action::PageDown | Action::Right) => self.go(page),
                Some(Action::First) => self.top = 0,
                Some(Action::Last) => self.go(isize::MAX),
                Some(Action::NextChapter) => self.go_to_chapter(1),
                Some(Action::PreviousChapter) => self.go_to_chapter(-1),
                Some(Action::Chapters) => return self.pick_chapter(look.lang),
                Some(Action::SwitchReaders) => self.switch(),
                Some(Action::Find) => {
                    let field = Field::new(Shape::Line, "");
                    self.search = Some(Search { field, is_typed: true, from: self.top, found: Vec::new() });
                }
                Some(Action::NextFound) => self.go_to_found(1),
                Some(Action::PreviousFound) => self.go_to_found(-1),
                Some(Action::CopyCommand) => {
                    return self.command().map_or(Turn::Stay, |command| Turn::Copy(command.to_owned()));
                }
                Some(Action::Help) => {
                    return Turn::Help;
                }
                Some(Action::Quit | Action::Back | Action::Open) => return Turn::Close,
                _ => {}
            },
        }
        Turn::Stay
    }

    fn search_key(&mut self, key: &KeyEvent) {
        let Some(search) = &mut self.search else { return };
        match key.code {
            KeyCode::Enter if search.found.is_empty() => self.search = None,
            KeyCode::Enter => search.is_typed = false,
            KeyCode::Escape => {
                self.top = search.from;
                self.search = None;
            }
            _ if search.field.key(key) == Took::Changed => self.find(),
            _ => {}
        }
    }

    pub fn paste(&mut self, text: &str) {
        if let Some(search) = self.search.as_mut().filter(|search| search.is_typed) {
            search.field.paste(text);
            self.find();
        }
    }

    /// Finds the lines that hold what is searched, and shows the first of them from where the reader was.
    fn find(&mut self) {
        let Some(search) = &mut self.search else { return };
        let wanted = plain::plain(search.field.text());
        let holds = |line: &Line| !wanted.trim().is_empty() && !places(line, &wanted).is_empty();
        let lines = self.sheet.lines.iter().enumerate();
        search.found = lines.filter(|(_, line)| holds(line)).map(|(at, _)| at).collect();
        let from = search.from;
        let first = search.found.iter().find(|at| **at >= from).or_else(|| search.found.first()).copied();
        self.show_line(first.unwrap_or(from));
    }

    /// To the next line that holds what is searched, or to the one before; around the ends.
    fn go_to_found(&mut self, by: isize) {
        let Some(search) = &mut self.search else { return };
        let at = search.from;
        let found = &search.found;
        let next = if by > 0 {
            found.iter().find(|it| **it > at).or_else(|| found.first())
        } else {
            found.iter().rfind(|it| **it < at).or_else(|| found.last())
        };
        if let Some(next) = next.copied() {
            self.show_line(next);
        }
    }

    /// Shows a line that was found, with some of the lines before it.
    fn show_line(&mut self, line: usize) {
        if let Some(search) = &mut self.search
            && !search.found.is_empty()
        {
            search.from = line;
        }
        let is_shown = (self.top..self.top + self.shown).contains(&line);
        if !is_shown {
            self.top = 0;
            self.go(isize::try_from(line.saturating_sub(self.shown / 3)).unwrap_or(0));
        }
    }

    pub fn go(&mut self, by: isize) {
        self.top = self.top.saturating_add_signed(by).min(self.sheet.lines.len().saturating_sub(self.shown));
    }

    /// The chapter that is read, by its place.
    fn chapter(&self) -> Option<usize> {
        // At the end the last one is read, wherever the lines above it belong.
        let is_end = self.top > 0 && self.top + self.shown >= self.sheet.lines.len();
        if is_end {
            return self.sheet.chapters.len().checked_sub(1);
        }
        self.sheet.chapters.iter().rposition(|(at, _)| *at <= self.top)
    }

    fn go_to_chapter(&mut self, by: isize) {
        let chapters = &self.sheet.chapters;
        let at = if by > 0 {
            chapters.iter().find(|(at, _)| *at > self.top).map(|(at, _)| *at)
        } else {
            Some(chapters.iter().rfind(|(at, _)| *at < self.top).map_or(0, |(at, _)| *at))
        };
        if let Some(at) = at {
            self.show_from(at);
        }
    }

    pub fn show_chapter(&mut self, chapter: usize) {
        if let Some((at, _)) = self.sheet.chapters.get(chapter) {
            self.show_from(*at);
        }
    }

    fn show_from(&mut self, line: usize) {
        self.top = 0;
        self.go(isize::try_from(line).unwrap_or(0));
    }

    fn pick_chapter(&self, lang: Lang) -> Turn {
        if self.sheet.chapters.is_empty() {
            return Turn::Stay;
        }
        let chapters = self.sheet.chapters.iter().enumerate();
        let items = chapters.map(|(place, (_, title))| Item::new(title, Choice::ShowChapter(place)));
        let picker = Picker::new(Action::Chapters.sentence(lang), items.collect());
        Turn::Pick(Box::new(picker.at(self.chapter().unwrap_or(0))))
    }

    /// The same for the other readers, from its beginning: it has other chapters.
    fn switch(&mut self) {
        self.readers = match self.readers {
            Readers::Internal => Readers::External,
            Readers::External => Readers::Internal,
        };
        self.top = 0;
        self.search = None;
    }

    pub fn render(&mut self, area: Rect, buffer: &mut Buffer, stage: &Stage<'_>, hits: &mut Hits) {
        let (look, lang) = (stage.look, stage.look.lang);
        let width = roomy(area, WIDEST);
        if self.reported.is_none() {
            let (title, text) = (lang.say("ask-report"), lang.say("ask-report-awaited"));
            let size = (width.min(cells(&text) + 6), 3);
            let inside = window(area, buffer, look, hits, Position::Middle, size, (&title, ""));
            put(buffer, inside.x, inside.y, inside.width, &text, look.theme.style(Meaning::Overlay));
            return;
        }
        let has_foot = area.height >= FOR_FOOT;
        let laid = Laid { readers: self.readers, width: width.saturating_sub(4), has_foot };
        self.lay_out(laid, lang);
        let foot = self.foot(laid, lang);
        let rows = u16::try_from(self.sheet.lines.len() + foot.len() + 2).unwrap_or(u16::MAX);
        let high = rows.clamp(5, area.height.max(5));
        self.shown = usize::from(high.saturating_sub(2)).saturating_sub(foot.len()).max(1);
        self.top = self.top.min(self.sheet.lines.len().saturating_sub(self.shown));
        let (title, hint) = (self.title(lang), self.hint(stage, width.saturating_sub(6)));
        let inside = window(area, buffer, look, hits, Position::Middle, (width, high), (&title, &hint));
        let wanted = self.search.as_ref().map(|search| plain::plain(search.field.text()));
        let style = look.theme.style(Meaning::Overlay);
        let lines = self.sheet.lines.iter().skip(self.top).take(self.shown);
        for (y, line) in (inside.y..inside.bottom()).zip(lines) {
            let mut x = inside.x;
            for (text, meaning) in line {
                let room = inside.right().saturating_sub(x);
                x += put(buffer, x, y, room, text, style.patch(look.theme.style(*meaning)));
            }
            let found = wanted.as_ref().filter(|wanted| !wanted.trim().is_empty());
            for (at, long) in found.map(|wanted| places(line, wanted)).unwrap_or_default() {
                let room = inside.width.saturating_sub(at);
                let found = Rect { x: inside.x + at, y, width: long.min(room), height: 1 };
                buffer.set_style(found.intersection(inside), look.theme.style(Meaning::LogMatch));
            }
        }
        let below = inside.bottom().saturating_sub(u16::try_from(foot.len()).unwrap_or(0));
        for (y, line) in (below..inside.bottom()).zip(&foot) {
            put(buffer, inside.x, y, inside.width, line, style.patch(look.theme.style(Meaning::TextMuted)));
        }
        if let Some(search) = &self.search {
            search.render(Rect { y: inside.bottom().saturating_sub(1), height: 1, ..inside }, buffer, look);
        }
    }

    fn lay_out(&mut self, laid: Laid, lang: Lang) {
        let Some(reported) = self.reported.as_ref().filter(|_| self.laid != Some(laid)) else { return };
        let document = match self.readers {
            Readers::Internal => &reported.internal,
            Readers::External => &reported.external,
        };
        let mut sheet = Sheet::of(document, laid.width);
        if let Some(command) = self.command().filter(|_| !laid.has_foot) {
            let explained = lang.say("ask-report-file-about");
            sheet.add(
                &lang.say("ask-report-file"),
                &[(&explained, Meaning::Overlay), (command, Meaning::OverlayKey)],
            );
        }
        // Another width has other lines: the reader stays where they were, as near as may be.
        let before = self.sheet.lines.len().max(1);
        self.top = self.top * sheet.lines.len() / before;
        self.sheet = sheet;
        self.laid = Some(laid);
        if self.search.is_some() {
            self.find();
        }
    }

    /// The lines below it: the command that exports it, if there is room, and the search.
    fn foot(&self, laid: Laid, lang: Lang) -> Vec<String> {
        let sentence =
            |command: &str| lang.say_with("ask-report-foot", &[("command", command.to_owned().into())]);
        let command = self.command().filter(|_| laid.has_foot);
        let mut foot = command.map_or_else(Vec::new, |command| wrap(&sentence(command), laid.width));
        if self.search.is_some() {
            foot.push(String::new());
        }
        foot
    }

    fn title(&self, lang: Lang) -> String {
        let title = lang.say(match self.readers {
            Readers::Internal => "ask-report-inside",
            Readers::External => "ask-report-outside",
        });
        let (most, lines) = (self.sheet.lines.len().saturating_sub(self.shown), self.sheet.lines.len());
        let percent = if lines <= self.shown { 100 } else { self.top * 100 / most.max(1) };
        let chapter = self.chapter().and_then(|at| self.sheet.chapters.get(at));
        let percent = lang.say_with("ask-report-percent", &[("percent", percent.into())]);
        match chapter {
            Some((_, chapter)) => format!("{title} · {chapter} · {percent}"),
            None => format!("{title} · {percent}"),
        }
    }

    /// As many of its keys as fit.
    fn hint(&self, stage: &Stage<'_>, width: u16) -> String {
        let lang = stage.look.lang;
        if self.search.as_ref().is_some_and(|search| search.is_typed) {
            return lang.say("ask-search-keys");
        }
        let key = |action: Action| stage.keymap.keys(action).next().map(|key| key.spelled(lang));
        let hint = |action: Action| {
            let word = match (action, self.readers) {
                (Action::SwitchReaders, Readers::Internal) => lang.say("ask-report-to-outside"),
                (Action::SwitchReaders, Readers::External) => lang.say("ask-report-to-inside"),
                _ => action.word(lang),
            };
            let keys = match action.back().and_then(key) {
                Some(back) => format!("{back} {}", key(action)?),
                None => key(action)?,
            };
            Some(format!("{keys} {word}"))
        };
        let mut hints = hint(Action::Back).unwrap_or_default();
        for action in HINTS.iter().filter(|action| **action != Action::Back) {
            match hint(*action) {
                Some(hint) if cells(&hint) + 3 + cells(&hints) <= width => hints = join(&hints, &hint),
                _ => {}
            }
        }
        hints
    }
}

/// The way out stays last.
fn join(hints: &str, hint: &str) -> String {
    match hints.rsplit_once(" · ") {
        Some((before, out)) => format!("{before} · {hint} · {out}"),
        None => format!("{hint} · {hints}"),
    }
}

impl Search {
    fn render(&self, line: Rect, buffer: &mut Buffer, look: &Look) {
        let (theme, lang) = (&look.theme, look.lang);
        let style = theme.style(Meaning::Overlay);
        blank(line, buffer, style);
        let label = format!("{} ", lang.say("ask-report-search"));
        let used =
            put(buffer, line.x, line.y, line.width, &label, style.patch(theme.style(Meaning::OverlayTitle)));
        let at = self.found.iter().position(|at| *at == self.from).map_or(0, |at| at + 1);
        let count = match (self.found.len(), self.field.text().trim().is_empty()) {
            (_, true) => String::new(),
            (0, false) => lang.say("ask-report-not-found"),
            (of, false) => lang.say_with("ask-report-found", &[("at", at.into()), ("of", of.into())]),
        };
        let rest = line.width.saturating_sub(used + cells(&count) + 1);
        let field = Rect { x: line.x + used, width: rest, ..line };
        self.field.render(field, buffer, theme, self.is_typed);
        let style = style.patch(theme.style(Meaning::TextMuted));
        put(buffer, field.right() + 1, line.y, cells(&count), &count, style);
    }
}

/// Where a line holds a text without capitals and accents, in cells: from which on, and how many.
fn places(line: &Line, wanted: &str) -> Vec<(u16, u16)> {
    let mut folded = String::new();
    // Of every byte of the folded text, the cell that its letter begins at.
    let mut begins = Vec::new();
    let mut x = 0;
    for c in line.iter().flat_map(|(text, _)| text.chars()) {
        plain::push(&mut folded, c.encode_utf8(&mut [0; 4]));
        begins.resize(folded.len(), x);
        x += cells(c.encode_utf8(&mut [0; 4]));
    }
    begins.push(x);
    let found = folded.match_indices(wanted.trim_end());
    found.map(|(at, text)| (begins[at], begins[at + text.len()] - begins[at])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_searched_is_found_whatever_its_accents() {
        let line = vec![
            ("Été 日本 ".to_owned(), Meaning::Overlay),
            ("rétabli, été".to_owned(), Meaning::TextStrong),
        ];
        assert_eq!(places(&line, "ete"), [(0, 3), (18, 3)]);
        assert_eq!(places(&line, "本 re"), [(6, 5)]);
        assert_eq!(places(&line, "oeuvre"), []);
    }
}
