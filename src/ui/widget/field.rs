//! A text field that edits by grapheme, in one line or several.

use std::cell::Cell;
use std::ops::Range;

use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent, Modifiers};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::incident::Prose;
use crate::theme::Meaning;
use crate::ui::canvas::Canvas;

/// The maximum length, in bytes.
pub const MOST: usize = 64 * 1024;
/// The undo limits: steps, and bytes.
const PAST: usize = 200;
const PAST_BYTES: usize = 1024 * 1024;
/// More bytes than this in one cluster are not writing.
const CLUSTER_MOST: usize = 40;

/// Whether a field keeps line breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Line,
    Prose,
}

#[derive(Debug)]
pub struct Field {
    text: String,
    /// In bytes, between two clusters.
    cursor: usize,
    /// The other end of the selection.
    anchor: Option<usize>,
    shape: Shape,
    past: Vec<(String, usize)>,
    future: Vec<(String, usize)>,
    /// Whether the next letter belongs to the same undo step.
    typing: bool,
    /// Where it was last drawn: up, down and the mouse refer to that.
    drawn: Cell<Drawn>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Drawn {
    area: Rect,
    top: usize,
}

/// The effect of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Took {
    Changed,
    Moved,
    /// The field has no use for the key, or it leads out of the field.
    Nothing,
}

impl Field {
    pub fn new(shape: Shape, text: &str) -> Self {
        let mut field = Self {
            text: String::new(),
            cursor: 0,
            anchor: None,
            shape,
            past: Vec::new(),
            future: Vec::new(),
            typing: false,
            drawn: Cell::default(),
        };
        field.insert(text);
        field.past.clear();
        field.typing = false;
        field
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub const fn shape(&self) -> Shape {
        self.shape
    }

    pub fn select_all(&mut self) {
        self.anchor = Some(0);
        self.cursor = self.text.len();
    }

    /// Puts the cursor before the first letter.
    #[must_use]
    pub const fn at_start(mut self) -> Self {
        self.cursor = 0;
        self
    }

    /// The text between an `@` and the cursor: the start of a name.
    pub fn called(&self) -> Option<&str> {
        let before = self.text.get(..self.cursor)?;
        let (head, called) = before.rsplit_once('@')?;
        let is_call = !head.chars().next_back().is_some_and(char::is_alphanumeric);
        (is_call && called.len() <= 64 && !called.contains('\n')).then_some(called)
    }

    /// Completes the name being typed.
    pub fn call(&mut self, name: &str) {
        if let Some(called) = self.called().map(str::len) {
            self.cut(self.cursor - called..self.cursor);
            self.insert(name);
            self.type_char(' ');
        }
    }

    /// Handles a key as an editor would; Enter, Escape and Tab are the form's.
    pub fn key(&mut self, key: &KeyEvent) -> Took {
        let ctrl = key.modifiers.contains(Modifiers::CONTROL);
        let alt = key.modifiers.contains(Modifiers::ALT);
        let shift = key.modifiers.contains(Modifiers::SHIFT);
        let by_word = ctrl || alt;
        let selected = self.selection().filter(|_| !shift);
        let to = match key.code {
            KeyCode::Char(c) if !by_word => return self.type_char(c),
            KeyCode::Up | KeyCode::Down | KeyCode::PageUp | KeyCode::PageDown => {
                return self.vertical(key.code, shift);
            }
            KeyCode::Left if by_word => self.word_left(),
            KeyCode::Right if by_word => self.word_right(),
            KeyCode::Left => selected.map_or_else(|| self.left(), |selected| selected.start),
            KeyCode::Right => selected.map_or_else(|| self.right(), |selected| selected.end),
            KeyCode::Home if ctrl => 0,
            KeyCode::End if ctrl => self.text.len(),
            KeyCode::Home => self.line_start(),
            KeyCode::End => self.line_end(),
            KeyCode::Backspace if by_word => return self.cut(self.word_left()..self.cursor),
            KeyCode::Delete if by_word => return self.cut(self.cursor..self.word_right()),
            KeyCode::Backspace => return self.cut(self.left()..self.cursor),
            KeyCode::Delete => return self.cut(self.cursor..self.right()),
            KeyCode::Char(c) => match (ctrl, alt, c.to_ascii_lowercase()) {
                (true, false, 'a') => self.line_start(),
                (true, false, 'e') => self.line_end(),
                (true, false, 'b') => self.left(),
                (true, false, 'f') => self.right(),
                (false, true, 'b') => self.word_left(),
                (false, true, 'f') => self.word_right(),
                (true, false, 'h') => return self.cut(self.left()..self.cursor),
                (true, false, 'd') => return self.cut(self.cursor..self.right()),
                (true, false, 'w') => return self.cut(self.word_left()..self.cursor),
                (false, true, 'd') => return self.cut(self.cursor..self.word_right()),
                (true, false, 'u') => return self.cut(self.line_start()..self.cursor),
                (true, false, 'k') => return self.cut(self.cursor..self.line_end()),
                (true, false, 'z') => return self.undo(),
                (true, false, 'y') => return self.redo(),
                (false, true, 'a') => {
                    self.select_all();
                    return Took::Moved;
                }
                _ => return Took::Nothing,
            },
            _ => return Took::Nothing,
        };
        self.go(to, shift);
        Took::Moved
    }

    /// Breaks the line, if the field keeps lines.
    pub fn new_line(&mut self) -> Took {
        if self.shape == Shape::Line {
            return Took::Nothing;
        }
        self.remember(false);
        self.delete_selection();
        self.insert_clean("\n");
        Took::Changed
    }

    /// Inserts pasted text: a field of one line joins its lines.
    pub fn paste(&mut self, text: &str) -> Took {
        self.remember(false);
        self.delete_selection();
        self.insert(text);
        Took::Changed
    }

    /// Puts the cursor where the mouse points.
    pub fn click(&mut self, column: u16, row: u16) {
        let Drawn { area, top } = self.drawn.get();
        if area.width < 2 {
            return;
        }
        let rows = self.rows(area.width);
        let place = (top + usize::from(row.saturating_sub(area.y))).min(rows.len().saturating_sub(1));
        if let Some(row) = rows.get(place) {
            self.go(self.at_column(row, usize::from(column.saturating_sub(area.x))), false);
        }
    }

    /// How many rows the text takes at a width.
    pub fn height(&self, width: u16) -> usize {
        self.rows(width).len()
    }

    pub fn render(&self, area: Rect, canvas: &Canvas<'_>, has_keys: bool) {
        let area = area.intersection(canvas.area());
        if area.is_empty() {
            return;
        }
        let style = canvas.style(if has_keys { Meaning::FieldFocus } else { Meaning::Field });
        canvas.paint(area, style);
        let rows = self.rows(area.width);
        let at = row_of(&rows, self.cursor);
        let height = usize::from(area.height);
        let mut top = self.drawn.get().top.min(rows.len().saturating_sub(height));
        top = top.clamp(at.saturating_sub(height - 1), at);
        self.drawn.set(Drawn { area, top });
        let selected = self.selection().unwrap_or(0..0);
        for (y, row) in (area.y..area.bottom()).zip(rows.iter().skip(top)) {
            let mut x = area.x;
            for (offset, cluster) in self.text[row.clone()].grapheme_indices(true) {
                let at = row.start + offset;
                let width = cell_width(cluster);
                if x + width > area.right() {
                    break;
                }
                let mut style = style;
                if selected.contains(&at) {
                    style = style.patch(canvas.style(Meaning::FieldSelection));
                }
                if has_keys && at == self.cursor {
                    style = style.patch(canvas.style(Meaning::FieldCursor));
                }
                canvas.put(x, y, width, shown(cluster), style);
                x += width;
            }
            let at_end = self.cursor == row.end
                && rows.get(top + usize::from(y - area.y) + 1).is_none_or(|next| next.start > self.cursor);
            if has_keys && at_end && x < area.right() {
                canvas.cell(x, y, " ", style.patch(canvas.style(Meaning::FieldCursor)));
            }
        }
    }

    fn type_char(&mut self, c: char) -> Took {
        if c.is_control() {
            return Took::Nothing;
        }
        let is_word = c.is_alphanumeric();
        self.remember(self.typing && (is_word || c != ' '));
        self.delete_selection();
        let mut bytes = [0; 4];
        let typed: &str = c.encode_utf8(&mut bytes);
        self.insert_clean(typed);
        self.typing = true;
        Took::Changed
    }

    /// Inserts a text as the log would keep it.
    fn insert(&mut self, text: &str) {
        let text = &text[..boundary(text, 2 * MOST)];
        let clean = Prose::new(text);
        match self.shape {
            Shape::Prose => self.insert_clean(clean.as_str()),
            Shape::Line => {
                let parts: Vec<_> = clean.as_str().split('\n').map(str::trim).filter(|part| !part.is_empty()).collect();
                self.insert_clean(&parts.join(" "));
            }
        }
    }

    fn insert_clean(&mut self, text: &str) {
        let room = MOST.saturating_sub(self.text.len());
        let text = &text[..boundary(text, room)];
        let letter = self.text[..self.cursor].graphemes(true).next_back().map_or(0, str::len);
        if letter + text.len() > CLUSTER_MOST && text.chars().count() == 1 && text.width() == 0 {
            return;
        }
        self.text.insert_str(self.cursor, text);
        // A mark may have joined the letter before it: the cursor goes after both.
        let typed = self.cursor + text.len();
        self.cursor = self.snapped(typed);
        self.anchor = None;
    }

    fn snapped(&self, at: usize) -> usize {
        let line = self.text[..at].rfind('\n').map_or(0, |line| line + 1);
        let mut end = line;
        for cluster in self.text[line..].graphemes(true) {
            if end >= at {
                break;
            }
            end += cluster.len();
        }
        end.max(at.min(end)).min(self.text.len())
    }

    fn selection(&self) -> Option<Range<usize>> {
        let anchor = self.anchor?;
        (anchor != self.cursor).then(|| anchor.min(self.cursor)..anchor.max(self.cursor))
    }

    fn delete_selection(&mut self) -> bool {
        let Some(selected) = self.selection() else {
            self.anchor = None;
            return false;
        };
        self.text.replace_range(selected.clone(), "");
        self.cursor = self.snapped(selected.start);
        self.anchor = None;
        true
    }

    fn cut(&mut self, range: Range<usize>) -> Took {
        if self.selection().is_none() && range.is_empty() {
            return Took::Moved;
        }
        self.remember(false);
        if !self.delete_selection() {
            self.text.replace_range(range.clone(), "");
            self.cursor = self.snapped(range.start);
        }
        Took::Changed
    }

    fn go(&mut self, to: usize, select: bool) {
        self.typing = false;
        self.anchor = if select { self.anchor.or(Some(self.cursor)) } else { None };
        self.cursor = to;
    }

    fn left(&self) -> usize {
        let before = &self.text[..self.cursor];
        self.cursor - before.graphemes(true).next_back().map_or(0, str::len)
    }

    fn right(&self) -> usize {
        self.cursor + self.text[self.cursor..].graphemes(true).next().map_or(0, str::len)
    }

    fn word_left(&self) -> usize {
        let before = &self.text[..self.cursor];
        before.unicode_word_indices().next_back().map_or(0, |(at, _)| at)
    }

    fn word_right(&self) -> usize {
        let after = &self.text[self.cursor..];
        after.unicode_word_indices().next().map_or(self.text.len(), |(at, word)| self.cursor + at + word.len())
    }

    fn line_start(&self) -> usize {
        self.text[..self.cursor].rfind('\n').map_or(0, |at| at + 1)
    }

    fn line_end(&self) -> usize {
        self.text[self.cursor..].find('\n').map_or(self.text.len(), |at| self.cursor + at)
    }

    fn vertical(&mut self, code: KeyCode, select: bool) -> Took {
        if self.shape == Shape::Line {
            return Took::Nothing;
        }
        let area = self.drawn.get().area;
        let rows = self.rows(area.width.max(2));
        let at = row_of(&rows, self.cursor);
        let page = usize::from(area.height.max(1));
        let to = match code {
            KeyCode::Up if at == 0 => return Took::Nothing,
            KeyCode::Down if at + 1 >= rows.len() => return Took::Nothing,
            KeyCode::Up => at - 1,
            KeyCode::Down => at + 1,
            KeyCode::PageUp => at.saturating_sub(page),
            _ => (at + page).min(rows.len() - 1),
        };
        let column = self.text[rows[at].start..self.cursor].width();
        self.go(self.at_column(&rows[to], column), select);
        Took::Moved
    }

    fn at_column(&self, row: &Range<usize>, column: usize) -> usize {
        let mut x = 0;
        for (at, cluster) in self.text[row.clone()].grapheme_indices(true) {
            let width = usize::from(cell_width(cluster));
            if x + width > column {
                return row.start + at;
            }
            x += width;
        }
        row.end
    }

    /// The text wrapped to a width; one cell is kept free for the cursor.
    fn rows(&self, width: u16) -> Vec<Range<usize>> {
        let width = usize::from(width.max(2)) - 1;
        let mut rows = Vec::new();
        let mut start = 0;
        for line in self.text.split('\n') {
            wrap(line, start, width, &mut rows);
            start += line.len() + 1;
        }
        rows
    }

    /// Saves an undo step, unless the change continues the last.
    fn remember(&mut self, goes_on: bool) {
        self.future.clear();
        self.typing = false;
        if goes_on && !self.past.is_empty() {
            return;
        }
        self.past.push((self.text.clone(), self.cursor));
        let mut bytes: usize = self.past.iter().map(|(text, _)| text.len()).sum();
        while self.past.len() > PAST || (bytes > PAST_BYTES && self.past.len() > 1) {
            bytes -= self.past.remove(0).0.len();
        }
    }

    fn undo(&mut self) -> Took {
        let Some(then) = self.past.pop() else { return Took::Moved };
        let now = self.restore(then);
        self.future.push(now);
        Took::Changed
    }

    fn redo(&mut self) -> Took {
        let Some(then) = self.future.pop() else { return Took::Moved };
        let now = self.restore(then);
        self.past.push(now);
        Took::Changed
    }

    /// Restores a text with its cursor; returns the previous ones.
    fn restore(&mut self, (text, cursor): (String, usize)) -> (String, usize) {
        (self.anchor, self.typing) = (None, false);
        (std::mem::replace(&mut self.text, text), std::mem::replace(&mut self.cursor, cursor))
    }
}

/// Which row a place is in.
fn row_of(rows: &[Range<usize>], at: usize) -> usize {
    rows.partition_point(|row| row.start <= at).saturating_sub(1)
}

/// Wraps one line, at spaces where possible.
fn wrap(line: &str, offset: usize, width: usize, rows: &mut Vec<Range<usize>>) {
    let mut start = 0;
    let mut used = 0;
    let mut space = None;
    for (at, cluster) in line.grapheme_indices(true) {
        let wide = usize::from(cell_width(cluster));
        if used + wide > width && at > start {
            let cut = space.filter(|space| *space > start).unwrap_or(at);
            rows.push(offset + start..offset + cut);
            start = cut;
            used = line[start..at].graphemes(true).map(|cluster| usize::from(cell_width(cluster))).sum();
            space = None;
        }
        used += wide;
        if cluster == " " {
            space = Some(at + 1);
        }
    }
    rows.push(offset + start..offset + line.len());
}

/// The last place at or before `most` where a text can be cut.
fn boundary(text: &str, most: usize) -> usize {
    if text.len() <= most {
        return text.len();
    }
    (0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The width of a cluster, at least one, so that it can be seen.
fn cell_width(cluster: &str) -> u16 {
    u16::try_from(cluster.width().max(1)).unwrap_or(2)
}

fn shown(cluster: &str) -> &str {
    if cluster.width() == 0 { "·" } else { cluster }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::theme::Theme;
    use crate::ui::canvas::drawn;
    use crate::ui::scene::Look;
    use proptest::prelude::*;

    /// Keys as a test writes them: letters, and names in angle brackets.
    fn press(field: &mut Field, keys: &str) {
        let mut rest = keys;
        while let Some(c) = rest.chars().next() {
            let (name, tail) = match rest.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
                Some(named) => named,
                None => rest.split_at(c.len_utf8()),
            };
            rest = tail;
            field.key(&event(name));
        }
    }

    fn event(name: &str) -> KeyEvent {
        let (held, name) = name.rsplit_once('-').filter(|(held, _)| !held.is_empty()).unwrap_or(("", name));
        let mut modifiers = Modifiers::NONE;
        for (word, modifier) in [("ctrl", Modifiers::CONTROL), ("alt", Modifiers::ALT), ("shift", Modifiers::SHIFT)] {
            if held.contains(word) {
                modifiers |= modifier;
            }
        }
        let code = match name {
            "left" => KeyCode::Left,
            "right" => KeyCode::Right,
            "up" => KeyCode::Up,
            "down" => KeyCode::Down,
            "home" => KeyCode::Home,
            "end" => KeyCode::End,
            "back" => KeyCode::Backspace,
            "del" => KeyCode::Delete,
            name => KeyCode::Char(name.chars().next().unwrap()),
        };
        KeyEvent::new(code, modifiers)
    }

    /// The text with `|` at the cursor.
    fn seen(field: &Field) -> String {
        format!("{}|{}", &field.text[..field.cursor], &field.text[field.cursor..])
    }

    #[test]
    fn a_field_edits_as_people_expect() {
        let cases = [
            ("", "été", "été|"),
            ("couper le VPN", "<ctrl-left><ctrl-left>tout ", "couper tout |le VPN"),
            ("couper le VPN", "<home><ctrl-right>!", "couper!| le VPN"),
            ("couper le VPN", "<ctrl-back><ctrl-back>", "couper |"),
            ("couper le VPN", "<ctrl-shift-left>SSH", "couper le SSH|"),
            ("couper le VPN", "<home><shift-end>x", "x|"),
            ("couper le VPN", "<ctrl-a><ctrl-k>", "|"),
            ("abc", "<left><back><del>", "a|"),
            ("abc", "d<ctrl-z>", "abc|"),
            ("abc", "d<ctrl-z><ctrl-y>", "abcd|"),
            ("", "deux mots<ctrl-z>", "deux|"),
            ("日本", "<left>x", "日x|本"),
            ("a👩‍💻b", "<left><back>", "a|b"),
            ("e\u{301}t", "<left><left>x", "x|e\u{301}t"),
            ("🇫🇷🇬🇧", "<back>", "🇫🇷|"),
            ("abc", "<shift-left><shift-left><left>", "a|bc"),
        ];
        for (text, keys, expected) in cases {
            let mut field = Field::new(Shape::Line, text);
            press(&mut field, keys);
            assert_eq!(seen(&field), expected, "{text:?} {keys:?}");
        }
    }

    #[test]
    fn a_paste_is_joined_or_kept_by_the_shape_and_loses_its_teeth() {
        let pasted = "un\r\ndeux\r\x1b[31mtrois\n";
        let mut line = Field::new(Shape::Line, "");
        line.paste(pasted);
        assert_eq!(line.text(), "un deux trois");
        let mut prose = Field::new(Shape::Prose, "");
        prose.paste(pasted);
        assert_eq!(prose.text(), "un\ndeux\ntrois");
    }

    #[test]
    fn a_field_is_bounded() {
        let mut field = Field::new(Shape::Prose, "");
        field.paste(&"é".repeat(10 * 1024 * 1024));
        assert_eq!(field.text().len(), MOST);
        press(&mut field, "x");
        assert_eq!(field.text().len(), MOST);
        let mut marks = Field::new(Shape::Line, "a");
        for _ in 0..1000 {
            press(&mut marks, "\u{301}");
        }
        assert!(marks.text().len() <= CLUSTER_MOST + 1);
    }

    #[test]
    fn lines_wrap_at_words_and_up_and_down_follow_what_is_seen() {
        let mut field = Field::new(Shape::Prose, "un deux trois quatre\ncinq");
        let look = Look { lang: Lang::En, theme: Theme::default() };
        let (rows, _) = drawn(&look, 9, 4, |canvas| field.render(canvas.area(), canvas, true));
        assert_eq!(rows, "un deux\ntrois\nquatre\ncinq");
        press(&mut field, "<up><up>");
        assert_eq!(seen(&field), "un deux troi|s quatre\ncinq");
        field.click(3, 0);
        assert_eq!(seen(&field), "un |deux trois quatre\ncinq");
    }

    fn any_key() -> impl Strategy<Value = KeyEvent> {
        let code = prop_oneof![
            4 => any::<char>().prop_map(KeyCode::Char),
            4 => prop::sample::select(vec!['a', ' ', '\u{301}', '\u{200d}', '👩', '🇫', '本', '\n'])
                .prop_map(KeyCode::Char),
            4 => prop::sample::select(vec![
                KeyCode::Left, KeyCode::Right, KeyCode::Up, KeyCode::Down, KeyCode::Home, KeyCode::End,
                KeyCode::PageUp, KeyCode::PageDown, KeyCode::Backspace, KeyCode::Delete, KeyCode::Null,
            ]),
        ];
        (code, 0..16_u8).prop_map(|(code, held)| KeyEvent::new(code, Modifiers::from_bits_truncate(held)))
    }

    proptest! {
        #[test]
        fn no_key_at_any_width_breaks_a_field(
            keys in prop::collection::vec(any_key(), 0..80),
            paste in ".{0,40}",
            width in 0..20_u16,
            height in 0..4_u16,
            shape in prop::sample::select(vec![Shape::Line, Shape::Prose]),
        ) {
            let look = Look { lang: Lang::En, theme: Theme::default() };
            let mut field = Field::new(shape, "");
            for (turn, key) in keys.iter().enumerate() {
                field.key(key);
                if turn % 7 == 0 {
                    field.paste(&paste);
                    field.click(u16::try_from(turn).unwrap_or(0), 1);
                }
                drawn(&look, width, height, |canvas| field.render(canvas.area(), canvas, true));
                prop_assert!(field.text.is_char_boundary(field.cursor));
            }
        }
    }
}
