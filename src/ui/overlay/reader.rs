//! Something to read: the live keys, a task, an entry of the log, an update, a target.

use std::cell::Cell;

use fluent_bundle::FluentValue;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent};

use super::frame::{Stand, cells, clip, put, roomy, window, wrap};
use super::{Choice, Stage, Turn};
use crate::incident::{
    AudienceId, Comparison, Event, Finding, FollowUp, FollowUpState, Incident, LogEvent, MarkKind, Moment,
    Seq, TargetName, TaskId, TaskState,
};
use crate::lang::Lang;
use crate::theme::Meaning;
use crate::ui::action::{ACTIONS, Action, Group, Place, Row};
use crate::ui::keymap::{Key, Keymap};
use crate::ui::page::review::rows::{self as review, Reviewed};
use crate::ui::page::updates::rows as updates;
use crate::ui::replay::compared;
use crate::ui::replay::mark::Sort;
use crate::ui::scene::Hits;
use crate::ui::view::View;
use crate::ui::world::World;

/// A window of text that scrolls; what it tells is read from the state at each frame.
#[derive(Debug)]
pub struct Reader {
    what: Reading,
    top: usize,
    /// The lines there were, and how many of them showed.
    drawn: Cell<(usize, usize)>,
    /// The corrections of the entry, looked for once: the last of them, and all.
    history: Option<(Seq, Vec<Corrected>)>,
}

/// When an entry was corrected, by whom, and what it read from then on.
type Corrected = (Moment, String, String);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    Help,
    Task(TaskId),
    Entry(Seq),
    Update(Seq),
    Target(TargetName),
    Review(Reviewed),
    /// What changed between two moments of a session that is played again.
    Compared(Box<Comparison>),
}

impl Reading {
    /// Where the keys of what is read have their meaning.
    const fn place(&self) -> Place {
        match self {
            Self::Help | Self::Compared(_) => Place::Anywhere,
            Self::Task(_) => Place::Tasks,
            Self::Entry(_) => Place::Log,
            Self::Update(_) | Self::Target(_) => Place::Updates,
            Self::Review(_) => Place::Review,
        }
    }

    /// What can be done with it from here.
    const fn actions(&self) -> &'static [Action] {
        match self {
            Self::Help => &[Action::Palette],
            Self::Compared(_) => &[],
            Self::Task(_) => &[
                Action::TickTask,
                Action::StartTask,
                Action::BlockTask,
                Action::UnblockTask,
                Action::AssignTask,
                Action::TakeTask,
                Action::CommentTask,
                Action::SkipTask,
                Action::ReopenTask,
                Action::RetitleTask,
                Action::Copy,
            ],
            Self::Entry(_) => &[Action::Correct, Action::Copy],
            Self::Update(_) => &[Action::RetryDelivery, Action::Copy],
            Self::Target(_) => &[Action::RetryDelivery],
            Self::Review(Reviewed::Finding(_)) => {
                &[Action::AddAction, Action::ChangeReviewed, Action::DropReviewed, Action::Copy]
            }
            Self::Review(Reviewed::Action(_)) => &[
                Action::FinishAction,
                Action::TakeAction,
                Action::ChangeReviewed,
                Action::DropReviewed,
                Action::Copy,
            ],
        }
    }
}

/// One line of what is read.
pub enum Piece {
    Heading(String),
    /// A name and what it is.
    Pair(String, String, Meaning),
    Text(String, Meaning),
    /// A sign or a time, and what stands behind it.
    Item(String, String, Meaning),
}

impl Reader {
    pub const fn new(what: Reading) -> Self {
        Self { what, top: 0, drawn: Cell::new((0, 1)), history: None }
    }

    pub fn key(&mut self, keymap: &Keymap, key: &KeyEvent) -> Turn {
        let page = isize::try_from(self.drawn.get().1.max(2) - 1).unwrap_or(1);
        match key.code {
            KeyCode::Up => self.go(-1),
            KeyCode::Down => self.go(1),
            KeyCode::PageUp => self.go(-page),
            KeyCode::PageDown => self.go(page),
            KeyCode::Home => self.top = 0,
            KeyCode::End => self.go(isize::MAX),
            KeyCode::Escape | KeyCode::Enter => return Turn::Close,
            // The keys that belong to what is read do here what they do there.
            _ => match keymap.action(self.what.place(), Key::of(key)) {
                Some(action) if self.what.actions().contains(&action) => {
                    return Turn::Choose(Choice::Act(action));
                }
                Some(Action::Up) => self.go(-1),
                Some(Action::Down) => self.go(1),
                Some(Action::PageUp) => self.go(-page),
                Some(Action::PageDown) => self.go(page),
                Some(Action::First) => self.top = 0,
                Some(Action::Last) => self.go(isize::MAX),
                Some(Action::Quit | Action::Help | Action::Back | Action::Open) => return Turn::Close,
                _ => {}
            },
        }
        Turn::Stay
    }

    pub fn go(&mut self, by: isize) {
        let (lines, shown) = self.drawn.get();
        self.top = self.top.saturating_add_signed(by).min(lines.saturating_sub(shown));
    }

    pub fn render(&mut self, area: Rect, buffer: &mut Buffer, stage: &Stage<'_>, hits: &mut Hits) {
        let lang = stage.look.lang;
        let theme = &stage.look.theme;
        let width = roomy(area, 84);
        let (title, pieces) = match (&self.what, stage.world) {
            (Reading::Help, _) if stage.place == Place::Report => help_in_report(stage.keymap, lang),
            (Reading::Help, world) => match world.playback() {
                Some(_) => help_in_replay(stage.keymap, lang),
                None => help(stage.keymap, stage.place, lang),
            },
            (Reading::Compared(comparison), World::Room(view)) => compared::tell(comparison, view, lang),
            (Reading::Task(id), World::Room(view)) => task(view, id, stage.keymap, lang),
            (Reading::Entry(seq), World::Room(view)) => {
                let last =
                    view.incident.log.get(*seq).and_then(|entry| entry.correction.as_ref()).map(|it| it.seq);
                if self.history.as_ref().map(|(seq, _)| *seq) != last {
                    self.history = last.map(|last| (last, history(view.incident, *seq, last)));
                }
                let corrections = self.history.as_ref().map_or(&[][..], |(_, corrections)| corrections);
                entry(view.incident, *seq, corrections, lang)
            }
            (Reading::Update(seq), World::Room(view)) => update(view, *seq, stage.keymap, lang),
            (Reading::Target(name), World::Room(view)) => target(view, name, stage.keymap, lang),
            (Reading::Review(about), World::Room(view)) => reviewed(view, *about, stage.keymap, lang),
            (_, World::Start(_)) => (String::new(), Vec::new()),
        };
        let lines = lay_out(&pieces, width.saturating_sub(4));
        let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX).clamp(5, area.height.max(5));
        let hint = lang.say("ask-reader-keys");
        let inside = window(area, buffer, stage.look, hits, Stand::Middle, (width, height), (&title, &hint));
        self.drawn.set((lines.len(), usize::from(inside.height)));
        self.top = self.top.min(lines.len().saturating_sub(usize::from(inside.height)));
        let style = theme.style(Meaning::Overlay);
        for (y, line) in (inside.y..inside.bottom()).zip(lines.iter().skip(self.top)) {
            let mut x = inside.x;
            for (text, meaning) in line {
                let room = inside.right().saturating_sub(x);
                x += put(buffer, x, y, room, text, style.patch(theme.style(*meaning)));
            }
        }
        let below = lines.len().saturating_sub(self.top + usize::from(inside.height));
        if below > 0 && inside.height > 0 {
            let more = lang.say_with("ask-more", &[("lines", below.into())]);
            let style = theme.style(Meaning::Overlay).patch(theme.style(Meaning::More));
            put(buffer, inside.x, inside.bottom(), inside.width / 3, &more, style);
        }
    }
}

type Line = Vec<(String, Meaning)>;

fn lay_out(pieces: &[Piece], width: u16) -> Vec<Line> {
    let names = pieces.iter().map(|piece| match piece {
        Piece::Pair(name, ..) => cells(name),
        _ => 0,
    });
    let column = (names.max().unwrap_or(0) + 2).min(width / 2);
    let mut lines: Vec<Line> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Heading(text) => {
                if !lines.is_empty() {
                    lines.push(Vec::new());
                }
                lines.push(vec![(text.clone(), Meaning::OverlayTitle)]);
            }
            Piece::Pair(name, text, meaning) => {
                for (place, part) in wrap(text, width.saturating_sub(column)).into_iter().enumerate() {
                    let name = if place == 0 { clip(name, column.saturating_sub(1)) } else { String::new() };
                    let space = " ".repeat(usize::from(column.saturating_sub(cells(&name))));
                    lines.push(vec![(name, *meaning), (space, Meaning::Overlay), (part, Meaning::Overlay)]);
                }
            }
            Piece::Item(sign, text, meaning) => {
                let indent = cells(sign) + 1;
                for (place, part) in wrap(text, width.saturating_sub(indent)).into_iter().enumerate() {
                    let sign = if place == 0 { format!("{sign} ") } else { " ".repeat(indent.into()) };
                    lines.push(vec![(sign, *meaning), (part, Meaning::Overlay)]);
                }
            }
            Piece::Text(text, meaning) => {
                lines.extend(wrap(text, width).into_iter().map(|line| vec![(line, *meaning)]));
            }
        }
    }
    lines
}

/// The clock of the clocks pane, under its own name.
const ACTIVE: &str = "";

/// What the screen shows without a word, and what it means.
const SIGNS: &[(&str, &str)] = &[
    ("T+", "ask-help-elapsed"),
    (ACTIVE, "ask-help-active"),
    ("▲ +20m", "ask-help-late"),
    ("▽ −20m", "ask-help-early"),
    ("30m → 45m", "ask-help-extended"),
    ("△", "ask-help-due"),
    ("░ ╌", "ask-help-range"),
    ("☐ ▶ ! ☑ –", "ask-help-tasks"),
    ("● ◐ ▼", "ask-help-services"),
    ("✎", "ask-help-updates"),
];

/// Every action with its live keys, those of the place first.
fn help(keymap: &Keymap, place: Place, lang: Lang) -> (String, Vec<Piece>) {
    let mut pieces = vec![Piece::Text(lang.say("ask-help-about"), Meaning::TextMuted)];
    let first = match place {
        Place::Timeline => Group::Steps,
        Place::Log => Group::Log,
        Place::People => Group::People,
        Place::Services => Group::Services,
        Place::Updates => Group::Updates,
        Place::Review => Group::Review,
        Place::Start => Group::Screen,
        Place::Replay => Group::Replay,
        Place::Tasks | Place::Mine | Place::Room | Place::Anywhere | Place::Report => Group::Tasks,
    };
    let rest = Group::ALL.into_iter().filter(|group| *group != first);
    for group in std::iter::once(first).chain(rest) {
        let rows = ACTIONS.iter().filter(|row| row.group == group);
        let rows = rows.filter(|row| {
            let is_here =
                (place == Place::Start) == (row.place == Place::Start) && row.place != Place::Replay;
            (is_here && row.place != Place::Report) || row.place == Place::Anywhere
        });
        let rows: Vec<_> = rows.collect();
        if rows.is_empty() {
            continue;
        }
        pieces.push(Piece::Heading(group.title(lang)));
        for row in rows {
            let keys = keymap.spelled(row.action, lang);
            let keys = if keys.is_empty() { "—".to_owned() } else { keys };
            pieces.push(Piece::Pair(keys, row.action.sentence(lang), Meaning::OverlayKey));
        }
    }
    if place != Place::Start {
        pieces.push(Piece::Heading(lang.say("ask-help-signs")));
        pieces.extend(signs(lang));
    }
    (lang.say("ask-help"), pieces)
}

/// The keys of whoever reads a report.
fn help_in_report(keymap: &Keymap, lang: Lang) -> (String, Vec<Piece>) {
    let mut pieces = vec![Piece::Heading(Group::Report.title(lang))];
    let live = |row: &&Row| {
        let moves = matches!(
            row.action,
            Action::Up
                | Action::Down
                | Action::PageUp
                | Action::PageDown
                | Action::First
                | Action::Last
                | Action::Back
        );
        row.group == Group::Report || moves
    };
    pieces.extend(ACTIONS.iter().filter(live).map(|row| {
        Piece::Pair(keymap.spelled(row.action, lang), row.action.sentence(lang), Meaning::OverlayKey)
    }));
    (lang.say("ask-help"), pieces)
}

fn signs(lang: Lang) -> impl Iterator<Item = Piece> {
    SIGNS.iter().map(move |(signs, told)| {
        let signs = if *signs == ACTIVE { lang.say("region-clock-incident") } else { (*signs).to_owned() };
        Piece::Pair(signs, lang.say(told), Meaning::OverlayKey)
    })
}

/// What only looks, with the keys that it has in a session that is played again, and the signs of its bar.
fn help_in_replay(keymap: &Keymap, lang: Lang) -> (String, Vec<Piece>) {
    let mut pieces = vec![Piece::Text(lang.say("playback-help-about"), Meaning::TextMuted)];
    for group in [Group::Replay, Group::Screen, Group::Log, Group::People, Group::Moving] {
        let rows = ACTIONS.iter().filter(|row| row.group == group && row.action.only_looks());
        let mut rows = rows.filter(|row| row.place != Place::Start).peekable();
        if rows.peek().is_some() {
            pieces.push(Piece::Heading(group.title(lang)));
        }
        for row in rows {
            let keys = keymap.spelled_in_replay(row.action, lang);
            let keys = if keys.is_empty() { "—".to_owned() } else { keys };
            pieces.push(Piece::Pair(keys, row.action.sentence(lang), Meaning::OverlayKey));
        }
        if group == Group::Replay {
            pieces.push(Piece::Heading(lang.say("playback-help-signs")));
            pieces.extend(MarkKind::ALL.into_iter().map(|kind| {
                let sort = Sort::of(kind);
                Piece::Pair(sort.sign.to_owned(), lang.say(sort.name), Meaning::OverlayKey)
            }));
            pieces.push(Piece::Pair(
                "▂ ░".to_owned(),
                lang.say("playback-help-activity"),
                Meaning::OverlayKey,
            ));
        }
    }
    pieces.push(Piece::Heading(lang.say("ask-help-signs")));
    pieces.extend(signs(lang));
    (lang.say("playback-help"), pieces)
}

fn task(view: &View<'_>, id: &TaskId, keymap: &Keymap, lang: Lang) -> (String, Vec<Piece>) {
    let incident = view.incident;
    let Some((step, task)) = incident.task(id) else {
        return (String::new(), vec![Piece::Text(lang.say("ask-gone"), Meaning::TextMuted)]);
    };
    let zone = incident.zone;
    let pair = |key: &str, text: String| Piece::Pair(lang.say(key), text, Meaning::FieldLabel);
    let mut pieces = vec![
        Piece::Text(task.title.to_string(), Meaning::TextStrong),
        Piece::Text(String::new(), Meaning::Overlay),
    ];
    let mut state = lang.task_state(&task.state);
    match &task.state {
        TaskState::Blocked { reason, .. } | TaskState::Skipped { reason } => {
            state = lang
                .say_with("ask-task-state", &[("state", state.into()), ("reason", reason.as_str().into())]);
        }
        _ => {}
    }
    pieces.push(pair("ask-state", state));
    let role = incident.role(&task.role).map_or_else(|| task.role.to_string(), |role| role.name.to_string());
    pieces.push(pair("ask-role", role));
    pieces.push(pair("ask-phase", step.title.to_string()));
    let person = task.assignee.as_ref().map_or_else(|| lang.say("ask-nobody"), ToString::to_string);
    pieces.push(pair("ask-person", person));
    if let Some((at, by)) = &task.changed {
        let since =
            [("at", FluentValue::from(lang.time(incident.wall(*at), zone))), ("by", by.as_str().into())];
        pieces.push(pair("ask-changed", lang.say_with("ask-changed-by", &since)));
    }
    if let Some(started) = task.started_at {
        pieces.push(pair("ask-started", lang.time(incident.wall(started), zone)));
    }
    if let Some(planned) = task.planned {
        let mut text = lang.planned(planned);
        if incident.is_task_late(task, view.now) {
            text = lang.say_with("ask-planned-late", &[("planned", text.into())]);
        }
        pieces.push(pair("ask-planned", text));
    }
    pieces.push(pair("ask-id", task.id.to_string()));
    if !task.comments.is_empty() {
        pieces.push(Piece::Heading(lang.say("ask-comments")));
        for comment in &task.comments {
            let who = format!("{} {}", lang.time(incident.wall(comment.at), zone), comment.by);
            pieces.push(Piece::Text(who, Meaning::TextMuted));
            pieces.push(Piece::Text(comment.text.to_string(), Meaning::Overlay));
        }
    }
    pieces.push(Piece::Heading(lang.say("ask-task-keys")));
    let fits = |action: &Action| match action {
        Action::UnblockTask => task.state.is_blocked(),
        Action::ReopenTask => false,
        _ if view.playback.is_some() => action.only_looks(),
        Action::StartTask => task.state == TaskState::Todo,
        Action::BlockTask | Action::SkipTask => !task.state.is_over(),
        _ => true,
    };
    for action in Reading::Task(id.clone()).actions().iter().filter(|action| fits(action)) {
        let keys = keymap.spelled(*action, lang);
        pieces.push(Piece::Pair(keys, action.sentence(lang), Meaning::OverlayKey));
    }
    (lang.say("ask-task"), pieces)
}

fn entry(incident: &Incident, seq: Seq, corrections: &[Corrected], lang: Lang) -> (String, Vec<Piece>) {
    let Some(entry) = incident.log.get(seq) else {
        return (String::new(), vec![Piece::Text(lang.say("ask-gone"), Meaning::TextMuted)]);
    };
    let zone = incident.zone;
    let telling = lang.entry(incident, entry);
    let pair = |key: &str, text: String| Piece::Pair(lang.say(key), text, Meaning::FieldLabel);
    let when = format!("{} {}", lang.long_date(entry.wall, zone), lang.time_of_second(entry.wall, zone));
    let by = if entry.by.via.is_empty() {
        entry.by.person.to_string()
    } else {
        format!("{} ({})", entry.by.person, entry.by.via)
    };
    let mut pieces = vec![
        pair("ask-when", when),
        pair("ask-person", by),
        pair("ask-kind", lang.entry_kind(entry.kind())),
        pair("ask-number-of-record", entry.seq.to_string()),
        Piece::Heading(telling.what),
    ];
    match &entry.event {
        Event::Log(LogEvent::Decided { text, why, objections }) if entry.correction.is_none() => {
            pieces.push(Piece::Text(text.to_string(), Meaning::Overlay));
            for (key, text) in [("ask-why", why), ("ask-objections", objections)] {
                if !text.is_empty() {
                    pieces.push(Piece::Heading(lang.say(key)));
                    pieces.push(Piece::Text(text.to_string(), Meaning::Overlay));
                }
            }
        }
        _ => pieces.push(Piece::Text(telling.text, Meaning::Overlay)),
    }
    if let Some(struck) = telling.struck {
        pieces.push(Piece::Heading(lang.say("ask-former")));
        pieces.push(Piece::Text(struck, Meaning::LogStruck));
    }
    for (at, by, text) in corrections {
        let who = [("at", FluentValue::from(lang.date_time(*at, zone))), ("by", by.as_str().into())];
        pieces.push(Piece::Heading(lang.say_with("ask-corrected-by", &who)));
        pieces.push(Piece::Text(text.clone(), Meaning::Overlay));
    }
    if let Some(undone) = entry.undone.and_then(|seq| incident.log.get(seq)) {
        let who = [
            ("at", FluentValue::from(lang.date_time(undone.wall, zone))),
            ("by", undone.by.person.as_str().into()),
        ];
        pieces.push(Piece::Heading(lang.say_with("ask-undone-by", &who)));
    }
    (lang.say("ask-entry"), pieces)
}

/// An update in full, and what became of it at each target.
fn update(view: &View<'_>, seq: Seq, keymap: &Keymap, lang: Lang) -> (String, Vec<Piece>) {
    let incident = view.incident;
    let Some(update) = incident.update(seq) else {
        return (String::new(), vec![Piece::Text(lang.say("ask-gone"), Meaning::TextMuted)]);
    };
    let pair = |key: &str, text: String| Piece::Pair(lang.say(key), text, Meaning::FieldLabel);
    let mut pieces = vec![
        pair("ask-when", lang.date_time(incident.wall(update.at), incident.zone)),
        pair("ask-person", update.by.to_string()),
        pair("ask-update-audience", updates::audience_name(incident, &update.audience).to_owned()),
        pair("ask-update-occasion", lang.occasion(update.occasion)),
        Piece::Heading(lang.say("ask-update-deliveries")),
    ];
    for delivery in &update.deliveries {
        let (sign, meaning) = updates::sign(delivery);
        let told = updates::describe_delivery(incident, delivery, lang);
        pieces.push(Piece::Pair(format!("{sign} {}", delivery.target), told, meaning));
    }
    if update.deliveries.is_empty() {
        let key = if update.addressed { "ask-update-no-target" } else { "region-delivery-pending" };
        pieces.push(Piece::Text(lang.say(key), Meaning::TextMuted));
    }
    pieces.push(Piece::Heading(lang.say("ask-text")));
    pieces.push(Piece::Text(update.text.to_string(), Meaning::Overlay));
    pieces.push(Piece::Heading(lang.say("ask-task-keys")));
    let sends_again = |action: &&Action| {
        **action != Action::RetryDelivery || (view.playback.is_none() && incident.can_retry(Some(seq), None))
    };
    for action in Reading::Update(seq).actions().iter().filter(sends_again) {
        let keys = keymap.spelled(*action, lang);
        pieces.push(Piece::Pair(keys, action.sentence(lang), Meaning::OverlayKey));
    }
    (lang.say("ask-update-title"), pieces)
}

/// A finding or an action in full, and what belongs to it.
fn reviewed(view: &View<'_>, about: Reviewed, keymap: &Keymap, lang: Lang) -> (String, Vec<Piece>) {
    let told = match about {
        Reviewed::Finding(id) => view.incident.finding(id).map(|it| finding(view, it, lang)),
        Reviewed::Action(id) => view.incident.action(id).map(|it| action(view, it, lang)),
    };
    let Some(mut pieces) = told else {
        return (String::new(), vec![Piece::Text(lang.say("ask-gone"), Meaning::TextMuted)]);
    };
    pieces.push(Piece::Heading(lang.say("ask-task-keys")));
    let is_open = |action: &&Action| view.playback.is_none() || action.only_looks();
    for action in Reading::Review(about).actions().iter().filter(is_open) {
        pieces.push(Piece::Pair(keymap.spelled(*action, lang), action.sentence(lang), Meaning::OverlayKey));
    }
    let title = match about {
        Reviewed::Finding(id) => lang.say_with("review-finding-title", &[("finding", id.to_string().into())]),
        Reviewed::Action(id) => lang.say_with("review-action-title", &[("action", id.to_string().into())]),
    };
    (title, pieces)
}

fn finding(view: &View<'_>, it: &Finding, lang: Lang) -> Vec<Piece> {
    let incident = view.incident;
    let pair = |key: &str, text: String| Piece::Pair(lang.say(key), text, Meaning::FieldLabel);
    let when = |at: Moment, by: &str| {
        let at = lang.date_time(incident.wall(at), incident.zone);
        lang.say_with("ask-changed-by", &[("at", at.into()), ("by", by.into())])
    };
    let mut pieces = vec![
        Piece::Text(it.text.to_string(), Meaning::TextStrong),
        Piece::Text(String::new(), Meaning::Overlay),
    ];
    if let Some(step) = it.about.as_ref().and_then(|id| incident.step(id)) {
        pieces.push(pair("ask-phase", step.title.to_string()));
    }
    pieces.push(pair("review-added", when(it.at, it.by.as_str())));
    if let Some((at, by)) = &it.corrected {
        pieces.push(pair("review-corrected", when(*at, by.as_str())));
    }
    if let Some(dropped) = &it.dropped {
        pieces.push(pair("review-was-set-aside", when(dropped.at, dropped.by.as_str())));
        pieces.push(pair("ask-reason", dropped.reason.to_string()));
    }
    let actions: Vec<_> = incident.actions.iter().filter(|action| action.finding == Some(it.id)).collect();
    if !actions.is_empty() {
        pieces.push(Piece::Heading(lang.say("review-heading-actions")));
        for action in actions {
            let (sign, meaning, words) = review::standing(action, incident.today(view.now), lang);
            let told = format!("{} ({words})", action.title);
            pieces.push(Piece::Pair(format!("{sign} {}", action.id), told, meaning));
        }
    }
    pieces
}

fn action(view: &View<'_>, it: &FollowUp, lang: Lang) -> Vec<Piece> {
    let incident = view.incident;
    let pair = |key: &str, text: String| Piece::Pair(lang.say(key), text, Meaning::FieldLabel);
    let when = |at: Moment, by: &str| {
        let at = lang.date_time(incident.wall(at), incident.zone);
        lang.say_with("ask-changed-by", &[("at", at.into()), ("by", by.into())])
    };
    let (sign, meaning, words) = review::standing(it, incident.today(view.now), lang);
    let mut pieces = vec![
        Piece::Text(it.title.to_string(), Meaning::TextStrong),
        Piece::Text(String::new(), Meaning::Overlay),
        Piece::Text(format!("{sign} {words}"), meaning),
        pair("review-owner", it.owner.as_ref().map_or_else(|| lang.say("ask-nobody"), ToString::to_string)),
        pair("review-due", it.due.map_or_else(|| lang.say("review-no-due"), |due| lang.calendar_day(due))),
    ];
    if let Some(finding) = it.finding.and_then(|id| incident.finding(id)) {
        pieces.push(pair("review-finding", format!("{} {}", finding.id, finding.text)));
    }
    pieces.push(pair("review-added", when(it.at, it.by.as_str())));
    match &it.state {
        FollowUpState::Open => {}
        FollowUpState::Done { done_at, done_by, outcome } => {
            pieces.push(pair("review-was-done", when(*done_at, done_by.as_str())));
            if !outcome.is_empty() {
                pieces.push(pair("review-outcome", outcome.to_string()));
            }
        }
        FollowUpState::Dropped(dropped) => {
            pieces.push(pair("review-was-dropped", when(dropped.at, dropped.by.as_str())));
            pieces.push(pair("ask-reason", dropped.reason.to_string()));
        }
    }
    pieces
}

/// Where messages go, and how that stands.
fn target(view: &View<'_>, name: &TargetName, keymap: &Keymap, lang: Lang) -> (String, Vec<Piece>) {
    let incident = view.incident;
    let fact = view.targets.iter().find(|fact| fact.name == *name);
    let pair = |key: &str, text: String| Piece::Pair(lang.say(key), text, Meaning::FieldLabel);
    let mut pieces = Vec::new();
    if let Some(fact) = fact {
        let names = |ids: &[AudienceId]| -> String {
            ids.iter().map(|id| updates::audience_name(incident, id)).collect::<Vec<_>>().join(", ")
        };
        let push: Vec<&str> = fact.push.iter().map(crate::incident::Line::as_str).collect();
        let none = || lang.say("ask-target-no-push");
        pieces.extend([
            pair("ask-kind", format!("{} · {}", fact.kind, fact.host)),
            pair("ask-target-audiences", names(&fact.audiences)),
            pair("ask-target-push", if push.is_empty() { none() } else { push.join(", ") }),
        ]);
    } else {
        pieces.push(Piece::Text(lang.say("ask-target-unknown"), Meaning::TextMuted));
    }
    let (words, meaning) = updates::standing(view, &updates::Target { name, fact }, lang);
    pieces.push(Piece::Text(String::new(), Meaning::Overlay));
    pieces.push(Piece::Text(words, meaning));
    if let Some(fault) = incident.faults.get(name) {
        let at = lang.time(incident.wall(fault.at), incident.zone);
        pieces.push(Piece::Text(lang.say_with("ask-target-since", &[("at", at.into())]), Meaning::TextMuted));
    }
    if view.playback.is_none() && incident.can_retry(None, Some(name)) {
        pieces.push(Piece::Heading(lang.say("ask-task-keys")));
        for action in Reading::Target(name.clone()).actions() {
            let keys = keymap.spelled(*action, lang);
            pieces.push(Piece::Pair(keys, action.sentence(lang), Meaning::OverlayKey));
        }
    }
    (name.to_string(), pieces)
}

/// The corrections of an entry, oldest first, up to the last one.
fn history(incident: &Incident, of: Seq, last: Seq) -> Vec<Corrected> {
    let mut found = Vec::new();
    let mut seq = of.next();
    while seq <= last {
        if let Some(entry) = incident.log.get(seq)
            && let Event::Log(LogEvent::Corrected { entry: corrected, text }) = &entry.event
            && *corrected == of
            && entry.undone.is_none()
        {
            found.push((entry.wall, entry.by.person.to_string(), text.to_string()));
        }
        seq = seq.next();
    }
    found
}
