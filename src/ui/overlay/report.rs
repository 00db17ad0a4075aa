//! The report of an incident on the screen: chapters, a search, and a switch of readers.

mod sheet;

use std::borrow::Cow;

use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent};

use super::turn::{Choice, Turn};
use crate::document::Document;
use crate::draft::Readers;
use crate::incident::IncidentId;
use crate::lang::{Lang, vars};
use crate::theme::Meaning;
use crate::ui::action::{Action, Place};
use crate::ui::canvas::{Canvas, Over, Rest};
use crate::ui::effect::Reported;
use crate::ui::keymap::{Key, Keymap};
use crate::ui::reading::scroll_by;
use crate::ui::scene::Look;
use crate::ui::stage::Stage;
use crate::ui::text::{width as cells, wrap_all};
use crate::ui::widget::field::{Field, Shape, Took};
use crate::ui::widget::picker::{Item, Picker};
use crate::ui::widget::plain;
use crate::ui::widget::scroll::Scroll;
use crate::ui::widget::window::{Line, Position, height, roomy, scrolled, window};
use sheet::Sheet;

/// The actions of its hint line.
pub const HINTS: &str = "back next-chapter switch-readers find chapters copy-command help";

/// A report on the screen, or under way.
#[derive(Debug)]
pub struct Report {
    of: IncidentId,
    reported: Option<Box<Reported>>,
    readers: Readers,
    scroll: Scroll,
    sheet: Sheet,
    laid: Option<Laid>,
    search: Option<Search>,
}

/// The input of a sheet, which is laid out again when it changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Laid {
    readers: Readers,
    width: u16,
    /// Whether a line below it always shows the export command.
    has_foot: bool,
}

#[derive(Debug)]
struct Search {
    field: Field,
    is_typed: bool,
    /// The position before the search.
    from: usize,
    /// The matching lines.
    found: Vec<usize>,
}

/// From this height on, the export command has a line.
const FOR_FOOT: u16 = 18;
const WIDEST: u16 = 140;

impl Report {
    pub fn of(incident: IncidentId) -> Self {
        Self {
            of: incident,
            reported: None,
            readers: Readers::Internal,
            scroll: Scroll::default(),
            sheet: Sheet::default(),
            laid: None,
            search: None,
        }
    }

    pub fn awaits(&self, incident: &IncidentId) -> bool {
        self.reported.is_none() && self.of == *incident
    }

    pub fn take(&mut self, reported: Box<Reported>) {
        self.reported = Some(reported);
    }

    pub fn command(&self) -> Option<&str> {
        Some(self.reported.as_ref()?.of(self.readers).1)
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
        match key.code {
            KeyCode::Escape => return Turn::Close,
            KeyCode::Enter if self.search.is_some() => self.go_to_found(1),
            _ => match keymap.action(Place::Report, Key::of(key)) {
                Some(Action::Left) => scroll_by(&mut self.scroll, Action::PageUp),
                Some(Action::Right) => scroll_by(&mut self.scroll, Action::PageDown),
                Some(Action::NextChapter) => self.go_to_chapter(1),
                Some(Action::PreviousChapter) => self.go_to_chapter(-1),
                Some(Action::Chapters) => return self.pick_chapter(look.lang),
                Some(Action::SwitchReaders) => self.switch(),
                Some(Action::Find) => {
                    let field = Field::new(Shape::Line, "");
                    self.search = Some(Search { field, is_typed: true, from: self.scroll.top(), found: Vec::new() });
                }
                Some(Action::NextFound) => self.go_to_found(1),
                Some(Action::PreviousFound) => self.go_to_found(-1),
                Some(Action::CopyCommand) => {
                    return self.command().map_or(Turn::Stay, |command| Turn::Copy(command.to_owned()));
                }
                Some(Action::Help) => return Turn::Help,
                Some(Action::Quit | Action::Back | Action::Open) => return Turn::Close,
                Some(action) => scroll_by(&mut self.scroll, action),
                None => {}
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
                self.scroll.show(search.from);
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

    /// Finds the matching lines, and shows the first after the reader's position.
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

    /// Goes to the next or previous matching line, around the ends.
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

    /// Shows a line with some context above.
    fn show_line(&mut self, line: usize) {
        if let Some(search) = &mut self.search
            && !search.found.is_empty()
        {
            search.from = line;
        }
        let (top, shown) = (self.scroll.top(), self.scroll.shown());
        if !(top..top + shown).contains(&line) {
            self.scroll.show(line.saturating_sub(shown / 3));
        }
    }

    pub fn go(&mut self, by: isize) {
        self.scroll.by(by);
    }

    /// The place of the chapter at the top.
    fn chapter(&self) -> Option<usize> {
        let top = self.scroll.top();
        // At the end it is the last chapter.
        if top > 0 && self.scroll.below() == 0 {
            return self.sheet.chapters.len().checked_sub(1);
        }
        self.sheet.chapters.iter().rposition(|(at, _)| *at <= top)
    }

    fn go_to_chapter(&mut self, by: isize) {
        let (chapters, top) = (&self.sheet.chapters, self.scroll.top());
        let at = if by > 0 {
            chapters.iter().find(|(at, _)| *at > top).map(|(at, _)| *at)
        } else {
            Some(chapters.iter().rfind(|(at, _)| *at < top).map_or(0, |(at, _)| *at))
        };
        if let Some(at) = at {
            self.scroll.show(at);
        }
    }

    pub fn show_chapter(&mut self, chapter: usize) {
        if let Some((at, _)) = self.sheet.chapters.get(chapter) {
            self.scroll.show(*at);
        }
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

    /// Switches readers, from the beginning: the chapters differ.
    fn switch(&mut self) {
        self.readers = match self.readers {
            Readers::Internal => Readers::External,
            Readers::External => Readers::Internal,
        };
        self.scroll.show(0);
        self.search = None;
    }

    pub fn render(&mut self, area: Rect, canvas: &Canvas<'_>, stage: &Stage<'_>) {
        let lang = stage.look.lang;
        let width = roomy(area, WIDEST);
        if self.reported.is_none() {
            let (title, text) = (lang.say("ask-report"), lang.say("ask-report-awaited"));
            let size = (width.min(cells(&text) + 6), 3);
            let inside = window(canvas, area, Position::Middle, size, (&title, ""));
            canvas.line(inside, &text, Meaning::Overlay);
            return;
        }
        let has_foot = area.height >= FOR_FOOT;
        let laid = Laid { readers: self.readers, width: width.saturating_sub(4), has_foot };
        self.lay_out(laid, lang);
        let foot = self.foot(laid, lang);
        let below = height(foot.len(), 0);
        let high = height(self.sheet.lines.len() + foot.len(), 2).clamp(5, area.height.max(5));
        self.scroll.fit(self.sheet.lines.len(), high.saturating_sub(2 + below).max(1).into());
        let (title, hint) = (self.title(lang), self.hint(stage, width.saturating_sub(6)));
        let inside = window(canvas, area, Position::Middle, (width, high), (&title, &hint));
        let body = Rect { height: inside.height.saturating_sub(below), ..inside };
        scrolled(canvas, body, &self.sheet.lines, &self.scroll, Rect::default());
        let wanted = self.search.as_ref().map(|search| plain::plain(search.field.text())).unwrap_or_default();
        if !wanted.trim().is_empty() {
            for (row, line) in body.rows().zip(self.sheet.lines.iter().skip(self.scroll.top())) {
                for (at, long) in places(line, &wanted) {
                    let found = Rect { x: row.x + at, width: long.min(row.width.saturating_sub(at)), ..row };
                    canvas.paint(found.intersection(row), Meaning::LogMatch);
                }
            }
        }
        let below = Rect { y: body.bottom(), height: inside.bottom() - body.bottom(), ..inside };
        canvas.lines(below, &foot, Over(Meaning::TextMuted));
        if let Some(search) = &self.search {
            search.render(Rect { y: inside.bottom().saturating_sub(1), height: 1, ..inside }, canvas);
        }
    }

    fn lay_out(&mut self, laid: Laid, lang: Lang) {
        let Some(reported) = self.reported.as_ref().filter(|_| self.laid != Some(laid)) else { return };
        let (document, command) = reported.of(self.readers);
        let mut sheet = Sheet::of(document, laid.width);
        if !laid.has_foot {
            let explained = lang.say("ask-report-file-about");
            let lines = [(explained.as_str(), Meaning::Overlay), (command, Meaning::OverlayKey)];
            sheet.add(&lang.say("ask-report-file"), &lines);
        }
        // Another width has other lines: the position is kept approximately.
        let top = self.scroll.top() * sheet.lines.len() / self.sheet.lines.len().max(1);
        self.scroll.fit(sheet.lines.len(), self.scroll.shown());
        self.scroll.show(top);
        self.sheet = sheet;
        self.laid = Some(laid);
        if self.search.is_some() {
            self.find();
        }
    }

    /// The lines below it: the export command, if there is room, and the search.
    fn foot(&self, laid: Laid, lang: Lang) -> Vec<String> {
        let sentence = |command: &str| lang.say_with("ask-report-foot", &vars![command = command.to_owned()]);
        let command = self.command().filter(|_| laid.has_foot);
        let mut foot = command.map_or_else(Vec::new, |command| {
            wrap_all(&sentence(command), laid.width).into_iter().map(Cow::into_owned).collect()
        });
        if self.search.is_some() {
            foot.push(String::new());
        }
        foot
    }

    fn title(&self, lang: Lang) -> String {
        let title = lang.say(match self.readers {
            Readers::Internal => "ask-report-internal",
            Readers::External => "ask-report-external",
        });
        let (top, below) = (self.scroll.top(), self.scroll.below());
        let percent = (top * 100).checked_div(top + below).unwrap_or(100);
        let chapter = self.chapter().and_then(|at| self.sheet.chapters.get(at));
        let percent = lang.say_with("ask-report-percent", &vars![percent]);
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
        let key = |action: Action| stage.keymap.first(action, lang);
        let hint = |action: Action| {
            let word = match (action, self.readers) {
                (Action::SwitchReaders, Readers::Internal) => lang.say("ask-report-to-external"),
                (Action::SwitchReaders, Readers::External) => lang.say("ask-report-to-internal"),
                _ => action.word(lang),
            };
            let keys = match action.back().and_then(key) {
                Some(back) => format!("{back} {}", key(action)?),
                None => key(action)?,
            };
            Some(format!("{keys} {word}"))
        };
        let mut hints = hint(Action::Back).unwrap_or_default();
        for action in Action::listed(HINTS).filter(|action| *action != Action::Back) {
            match hint(action) {
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
    fn render(&self, line: Rect, canvas: &Canvas<'_>) {
        canvas.blank(line, Meaning::Overlay);
        let mut rest = Rest::of(canvas, line, 1);
        rest.put(&format!("{} ", canvas.say("ask-report-search")), Over(Meaning::OverlayTitle));
        let at = self.found.iter().position(|at| *at == self.from).map_or(0, |at| at + 1);
        let count = match (self.found.len(), self.field.text().trim().is_empty()) {
            (_, true) => String::new(),
            (0, false) => canvas.say("ask-report-not-found"),
            (of, false) => canvas.say_with("ask-report-found", &vars![at, of]),
        };
        rest.put_right(rest.area.width, &count, Over(Meaning::TextMuted));
        self.field.render(rest.area, canvas, self.is_typed);
    }
}

impl Reported {
    /// The document of some readers, and its export command.
    fn of(&self, readers: Readers) -> (&Document, &str) {
        let [internal, external] = &self.commands;
        match readers {
            Readers::Internal => (&self.internal, internal),
            Readers::External => (&self.external, external),
        }
    }
}

/// Where a line contains a text, ignoring case and accents: first cell and width.
fn places(line: &Line, wanted: &str) -> Vec<(u16, u16)> {
    let mut folded = String::new();
    // The cell of each byte of the folded text.
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
        let line = vec![("Été 日本 ".to_owned(), Meaning::Overlay), ("rétabli, été".to_owned(), Meaning::TextStrong)];
        assert_eq!(places(&line, "ete"), [(0, 3), (18, 3)]);
        assert_eq!(places(&line, "本 re"), [(6, 5)]);
        assert_eq!(places(&line, "oeuvre"), []);
    }
}
