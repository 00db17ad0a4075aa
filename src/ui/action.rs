//! Everything that a person can do at the screen: one table, from which keys, palette, help and README derive.
//!
//! A row of the table holds all that is known of an action, its function as well. The functions are those of the pages
//! and of `act/`, which name actions in turn: so the table is a macro, which makes the enum here and, in `run.rs`, the
//! list of functions.

use crate::lang::Lang;
use strum::VariantArray as _;

/// The table: variant, name, default keys, place of the keys, heading in help, scope, function, and the command that is
/// asked for. The sentence is the message `action-NAME`, the word in the hint line `action-NAME-hint`.
macro_rules! table {
    ($with:ident) => {
        $with! {
            (TickTask, "tick-task", ["space"], Tasks, Tasks, Open, InRoom(tasks::tick), tasks::asks);
            (StartTask, "start-task", ["s"], Tasks, Tasks, Open, OnTask(|task| TaskCommand::Start { task }), tasks::asks);
            (BlockTask, "block-task", ["b"], Tasks, Tasks, Open, AskOpenTask(tasks::forms::block), tasks::asks);
            (UnblockTask, "unblock-task", ["B"], Tasks, Tasks, Open, OnTask(|task| TaskCommand::Unblock { task }), tasks::asks);
            (AssignTask, "assign-task", ["a"], Tasks, Tasks, Open, InRoom(tasks::assign), tasks::asks);
            (TakeTask, "take-task", ["t"], Tasks, Tasks, Open, InRoom(tasks::take), tasks::asks);
            (CommentTask, "comment-task", ["e"], Tasks, Tasks, Open, AskTask(tasks::forms::comment), tasks::asks);
            (SkipTask, "skip-task", ["x"], Tasks, Tasks, Open, AskOpenTask(tasks::forms::skip), tasks::asks);
            (ReopenTask, "reopen-task", ["r"], Tasks, Tasks, Open, OnTask(|task| TaskCommand::Reopen { task }), tasks::asks);
            (RetitleTask, "retitle-task", ["m"], Tasks, Tasks, Open, AskTask(tasks::forms::retitle), tasks::asks);
            (AddTask, "add-task", ["+"], Room, Tasks, Open, InRoom(tasks::add), tasks::asks_add);
            (NextStep, "next-step", ["N"], Room, Steps, Open, InRoom(steps::next), commander);
            (StartStep, "start-step", ["S"], Room, Steps, Open, InRoom(steps::start), commander);
            (FinishStep, "finish-step", ["F"], Room, Steps, Open, InRoom(steps::finish), commander);
            (SkipStep, "skip-step", ["X"], Room, Steps, Open, InRoom(steps::skip), commander);
            (ReopenStep, "reopen-step", ["R"], Room, Steps, Open, InRoom(steps::reopen), commander);
            (ExtendStep, "extend-step", ["E"], Room, Steps, Open, InRoom(steps::extend), commander);
            (AddPhase, "add-phase", ["A"], Room, Steps, Open, Ask(steps::forms::add_phase), commander);
            (AddBreak, "add-break", [], Room, Steps, Open, Ask(steps::forms::add_break), commander);
            (AddDayEnd, "add-day-end", [], Room, Steps, Open, Ask(steps::forms::add_day_end), commander);
            (MoveStep, "move-step", ["M"], Room, Steps, Open, InRoom(steps::relocate), commander);
            (Note, "note", ["n"], Room, Log, Always, Ask(log::forms::note), anyone);
            (Decide, "decide", ["d"], Room, Log, Always, Ask(log::forms::decide), deputy);
            (Fact, "fact", ["f"], Room, Log, Always, Ask(log::forms::fact), anyone);
            (Correct, "correct", ["c"], Log, Log, Always, InRoom(log::correct), log::asks_correct);
            (Copy, "copy", ["y"], Room, Log, Looks, InRoom(moving::copy), free);
            (Search, "search", ["/"], Room, Log, Looks, InRoom(log::search), free);
            (FilterKind, "filter-kind", ["t"], Log, Log, Looks, InRoom(log::filter_kind), free);
            (FilterPerson, "filter-person", ["w"], Log, Log, Looks, InRoom(log::filter_person), free);
            (ClearFilter, "clear-filter", ["x"], Log, Log, Looks, InRoom(log::clear_filter), free);
            (Hold, "hold", ["p"], Room, Incident, Open, InRoom(incident::hold), commander);
            (Resume, "resume", [], Room, Incident, Open, Send(|| Command::Header(HeaderCommand::Resume)), commander);
            (EndDay, "end-day", ["D"], Room, Incident, Open, InRoom(incident::end_day), commander);
            (StartDay, "start-day", [], Room, Incident, Open, Send(|| Command::Step(StepCommand::StartDay)), commander);
            (Describe, "describe", ["I"], Room, Incident, Open, Ask(incident::forms::describe), commander);
            (SetSeverity, "set-severity", ["V"], Room, Incident, Open, InRoom(incident::set_severity), commander);
            (Retitle, "retitle", ["T"], Room, Incident, Open, Ask(incident::forms::retitle), commander);
            (SetZone, "set-zone", [], Room, Incident, Open, InRoom(incident::set_zone), commander);
            (Close, "close", ["C"], Room, Incident, Open, Ask(incident::forms::close), commander);
            (Reopen, "reopen", ["ctrl-r"], Room, Incident, Always, InRoom(incident::reopen), commander);
            (SetService, "set-service", ["space"], Services, Services, Open, InRoom(services::set), deputy);
            (SetRestorePoint, "set-restore-point", ["r"], Services, Services, Always, InRoom(services::set_restore_point), restorer);
            (AddService, "add-service", ["W"], Room, Services, Open, Ask(services::forms::add), deputy);
            (Attend, "attend", ["v"], Room, People, Looks, InRoom(attend::next), free);
            (AskHelp, "ask-help", ["!"], Room, People, Always, InRoom(duty::ask_help), anyone);
            (AnswerHelp, "answer-help", ["H"], Room, People, Always, InRoom(duty::answer_help), duty::asks_answer);
            (OfferCommand, "offer-command", ["P"], Room, People, Always, InRoom(duty::offer_command), commander);
            (OfferRole, "offer-role", ["L"], Room, People, Always, InRoom(duty::offer_role), duty::asks_offer_role);
            (AcceptOffer, "accept-offer", ["Y"], Room, People, Always, InRoom(duty::accept_offer), free);
            (DropOffer, "drop-offer", [], Room, People, Always, InRoom(duty::drop_offer), free);
            (RevokeRole, "revoke-role", [], Room, People, Always, InRoom(duty::revoke_role), duty::asks_revoke);
            (TakeCommand, "take-command", ["K"], Room, People, Always, InRoom(duty::take_command), duty::asks_command);
            (Update, "update", ["u"], Room, Updates, Always, InRoom(updates::write), author);
            (RetryDelivery, "retry-delivery", ["r"], Updates, Updates, Always, InRoom(updates::retry), updates::asks_retry);
            (SetAudience, "set-audience", ["e"], Updates, Updates, Always, InRoom(updates::set_audience), editor);
            (AddFinding, "add-finding", ["f"], Review, Review, Always, InRoom(review::add_finding), anyone);
            (AddAction, "add-action", ["a"], Review, Review, Always, InRoom(review::add_action), anyone);
            (FinishAction, "finish-action", ["space"], Review, Review, Always, InRoom(review::finish), review::asks_about_action);
            (TakeAction, "take-action", ["t"], Review, Review, Always, InRoom(review::take), review::asks_about_action);
            (ChangeReviewed, "change-reviewed", ["e"], Review, Review, Always, InRoom(review::change), review::asks_about_any);
            (DropReviewed, "drop-reviewed", ["x"], Review, Review, Always, InRoom(review::drop), review::asks_about_any);
            (PlayPause, "play-pause", ["space"], Replay, Replay, Looks, Player(|_, _| Play::Toggle), free);
            (Faster, "faster", ["+", "=", ">"], Replay, Replay, Looks, Player(|_, playback| Play::Speed(playback::faster(playback.speed))), free);
            (Slower, "slower", ["-", "<"], Replay, Replay, Looks, Player(|_, playback| Play::Speed(playback::slower(playback.speed))), free);
            (NextEvent, "next-event", ["."], Replay, Replay, Looks, Player(|_, _| Play::NextEvent), free);
            (PreviousEvent, "previous-event", [","], Replay, Replay, Looks, Player(|_, _| Play::PreviousEvent), free);
            (NextPhase, "next-phase", ["]"], Replay, Replay, Looks, ToMark(Next, Some(MarkKind::Phase)), free);
            (PreviousPhase, "previous-phase", ["["], Replay, Replay, Looks, ToMark(Previous, Some(MarkKind::Phase)), free);
            (NextMark, "next-mark", ["n"], Replay, Replay, Looks, ToMark(Next, None), free);
            (PreviousMark, "previous-mark", ["N"], Replay, Replay, Looks, ToMark(Previous, None), free);
            (NextDecision, "next-decision", ["d"], Replay, Replay, Looks, ToMark(Next, Some(MarkKind::Decision)), free);
            (PreviousDecision, "previous-decision", ["D"], Replay, Replay, Looks, ToMark(Previous, Some(MarkKind::Decision)), free);
            (NextBlocker, "next-blocker", ["b"], Replay, Replay, Looks, ToMark(Next, Some(MarkKind::Blocker)), free);
            (PreviousBlocker, "previous-blocker", ["B"], Replay, Replay, Looks, ToMark(Previous, Some(MarkKind::Blocker)), free);
            (NextOverrun, "next-overrun", ["r"], Replay, Replay, Looks, ToMark(Next, Some(MarkKind::Overrun)), free);
            (PreviousOverrun, "previous-overrun", ["R"], Replay, Replay, Looks, ToMark(Previous, Some(MarkKind::Overrun)), free);
            (NextUpdate, "next-update", ["u"], Replay, Replay, Looks, ToMark(Next, Some(MarkKind::Update)), free);
            (PreviousUpdate, "previous-update", ["U"], Replay, Replay, Looks, ToMark(Previous, Some(MarkKind::Update)), free);
            (Forward, "forward", ["shift-right", ")"], Replay, Replay, Looks, Player(control::forward), free);
            (Rewind, "rewind", ["shift-left", "("], Replay, Replay, Looks, Player(control::rewind), free);
            (IncidentStart, "incident-start", ["home"], Replay, Replay, Looks, Player(|_, playback| Play::Seek(playback.from)), free);
            (IncidentEnd, "incident-end", ["end"], Replay, Replay, Looks, Player(|_, _| Play::End), free);
            (Jump, "jump", ["J"], Replay, Replay, Looks, InReplay(control::jump), free);
            (SkipSilence, "skip-silence", ["s"], Replay, Replay, Looks, Player(|_, playback| Play::Silence(playback.silence.other())), free);
            (Watch, "watch", ["w"], Replay, Replay, Looks, InReplay(control::watch), free);
            (MarkA, "mark-a", ["m"], Replay, Replay, Looks, Player(|view, playback| Play::MarkA(control::placed(playback.a, view.shown()))), free);
            (MarkB, "mark-b", ["M"], Replay, Replay, Looks, Player(|view, playback| Play::MarkB(control::placed(playback.b, view.shown()))), free);
            (Compare, "compare", ["c"], Replay, Replay, Looks, InReplay(control::compare), free);
            (NextChapter, "next-chapter", ["]", "tab"], Report, Report, Looks, InWindow, free);
            (PreviousChapter, "previous-chapter", ["[", "backtab"], Report, Report, Looks, InWindow, free);
            (Chapters, "chapters", ["c"], Report, Report, Looks, InWindow, free);
            (Find, "find", ["/"], Report, Report, Looks, InWindow, free);
            (NextFound, "next-found", ["n"], Report, Report, Looks, InWindow, free);
            (PreviousFound, "previous-found", ["N"], Report, Report, Looks, InWindow, free);
            (SwitchReaders, "switch-readers", ["e"], Report, Report, Looks, InWindow, free);
            (CopyCommand, "copy-command", ["y"], Report, Report, Looks, InWindow, free);
            (Undo, "undo", ["z"], Room, Screen, Always, Send(|| Command::Undo), undo);
            (ShowRoom, "show-room", ["1", "&"], Room, Screen, Looks, Show(Page::Room), free);
            (ShowTimeline, "show-timeline", ["2", "é"], Room, Screen, Looks, Show(Page::Timeline), free);
            (ShowBoard, "show-board", ["3", "\""], Room, Screen, Looks, Show(Page::Board), free);
            (ShowLog, "show-log", ["4", "'"], Room, Screen, Looks, Show(Page::Log), free);
            (ShowPeople, "show-people", ["5", "("], Room, Screen, Looks, Show(Page::People), free);
            (ShowServices, "show-services", ["6", "-"], Room, Screen, Looks, Show(Page::Services), free);
            (ShowMine, "show-mine", ["7", "è"], Room, Screen, Looks, Show(Page::Mine), free);
            (ShowUpdates, "show-updates", ["8", "_"], Room, Screen, Looks, Show(Page::Updates), free);
            (ShowReview, "show-review", ["9", "ç"], Room, Screen, Looks, Show(Page::Review), free);
            (Follow, "follow", ["0"], Room, Screen, Looks, InRoom(moving::follow), free);
            (NewIncident, "new-incident", ["n"], Start, Screen, Always, AtStart(start::new_incident), free);
            (Replay, "replay", ["Z"], Anywhere, Screen, Always, Anywhere(moving::replay), free);
            (Report, "report", ["i"], Anywhere, Screen, Looks, Anywhere(moving::report), free);
            (Palette, "palette", [":", "ctrl-p"], Anywhere, Screen, Looks, Anywhere(palette), free);
            (Help, "help", ["?", "f1"], Anywhere, Screen, Looks, Anywhere(moving::help), free);
            (Redraw, "redraw", ["ctrl-l"], Anywhere, Screen, Looks, Request(|| Effect::Redraw), free);
            (Leave, "leave", ["o"], Room, Screen, Looks, InRoom(moving::leave), free);
            (Quit, "quit", ["q", "ctrl-c"], Anywhere, Screen, Looks, Request(|| Effect::Quit), free);
            (Up, "up", ["up", "k"], Anywhere, Moving, Looks, Walk(Way::Lines(-1)), free);
            (Down, "down", ["down", "j"], Anywhere, Moving, Looks, Walk(Way::Lines(1)), free);
            (Left, "left", ["left", "h"], Anywhere, Moving, Looks, Walk(Way::Left), free);
            (Right, "right", ["right", "l"], Anywhere, Moving, Looks, Walk(Way::Right), free);
            (PageUp, "page-up", ["pageup", "ctrl-u"], Anywhere, Moving, Looks, Walk(Way::Pages(-1)), free);
            (PageDown, "page-down", ["pagedown", "ctrl-d"], Anywhere, Moving, Looks, Walk(Way::Pages(1)), free);
            (First, "first", ["home", "g"], Anywhere, Moving, Looks, Walk(Way::First), free);
            (Last, "last", ["end", "G"], Anywhere, Moving, Looks, Walk(Way::Last), free);
            (NextPane, "next-pane", ["tab"], Anywhere, Moving, Looks, Anywhere(moving::next_pane), free);
            (PreviousPane, "previous-pane", ["backtab"], Anywhere, Moving, Looks, InRoom(moving::previous_pane), free);
            (Open, "open", ["enter"], Anywhere, Moving, Looks, Anywhere(moving::open), free);
            (Back, "back", ["esc"], Anywhere, Moving, Looks, InRoom(moving::back), free);
        }
    };
}

macro_rules! rows {
    ($(($action:ident, $name:literal, [$($key:literal),*], $place:ident, $group:ident, $scope:ident, $run:expr, $asks:expr);)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action {
            $($action,)*
        }

        /// Every action, in the order of the enum.
        pub const ACTIONS: &[Row] = &[
            $(Row {
                action: Action::$action,
                name: $name,
                keys: &[$($key),*],
                place: Place::$place,
                group: Group::$group,
                scope: Scope::$scope,
            },)*
        ];
    };
}

pub(in crate::ui) use table;

table!(rows);

#[derive(Debug)]
pub struct Row {
    pub action: Action,
    /// The name in a configuration and in the palette's messages.
    pub name: &'static str,
    /// As a configuration writes them.
    pub keys: &'static [&'static str],
    pub place: Place,
    pub group: Group,
    pub scope: Scope,
}

/// When an action can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Changes nothing, so a replay has it too.
    Looks,
    Always,
    Open,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    #[default]
    Room,
    Timeline,
    Board,
    Log,
    People,
    Services,
    Mine,
    Updates,
    Review,
}

/// The pages in the order of their tabs: name, the action that shows the page, the place of its keys.
pub const PAGES: [(Page, &str, Action, Place); 9] = [
    (Page::Room, "room", Action::ShowRoom, Place::Tasks),
    (Page::Timeline, "timeline", Action::ShowTimeline, Place::Timeline),
    (Page::Board, "board", Action::ShowBoard, Place::Tasks),
    (Page::Log, "log", Action::ShowLog, Place::Log),
    (Page::People, "people", Action::ShowPeople, Place::People),
    (Page::Services, "services", Action::ShowServices, Place::Services),
    (Page::Mine, "mine", Action::ShowMine, Place::Mine),
    (Page::Updates, "updates", Action::ShowUpdates, Place::Updates),
    (Page::Review, "review", Action::ShowReview, Place::Review),
];

impl Page {
    pub const fn name(self) -> &'static str {
        PAGES[self as usize].1
    }

    pub fn named(name: &str) -> Option<Self> {
        PAGES.iter().find(|(_, other, ..)| *other == name).map(|(page, ..)| *page)
    }

    /// The place of its keys; the war room's depends on its panes.
    pub const fn place(self) -> Place {
        PAGES[self as usize].3
    }
}

/// Where a key has its meaning: the innermost place of the cursor that binds the key wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    Anywhere,
    Room,
    Tasks,
    Mine,
    Timeline,
    Log,
    People,
    Services,
    Updates,
    Review,
    Start,
    Report,
    /// Any page of a replay: its keys win over all others.
    Replay,
}

/// The heading of an action in help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum Group {
    Tasks,
    People,
    Steps,
    Log,
    Updates,
    Review,
    Incident,
    Services,
    Replay,
    Report,
    Screen,
    Moving,
}

impl Action {
    pub const fn row(self) -> &'static Row {
        &ACTIONS[self as usize]
    }

    pub fn find(name: &str) -> Option<Self> {
        ACTIONS.iter().find(|row| row.name == name).map(|row| row.action)
    }

    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// The actions named in a list.
    pub fn listed(names: &str) -> impl Iterator<Item = Self> {
        names.split_whitespace().filter_map(Self::find)
    }

    /// Whether it changes nothing, so that a replay can do it.
    pub fn only_looks(self) -> bool {
        self.row().scope == Scope::Looks
    }

    /// The opposite action, named in the same hint.
    pub const fn back(self) -> Option<Self> {
        match self {
            Self::NextEvent => Some(Self::PreviousEvent),
            Self::NextChapter => Some(Self::PreviousChapter),
            Self::NextMark => Some(Self::PreviousMark),
            Self::NextPhase => Some(Self::PreviousPhase),
            Self::Faster => Some(Self::Slower),
            _ => None,
        }
    }

    /// What it does, in a few words: `Cocher la tâche`.
    pub fn sentence(self, lang: Lang) -> String {
        lang.say(&format!("action-{}", self.name()))
    }

    /// What else the palette finds it by: its sentence and other words for it, in both languages.
    pub fn synonyms(self) -> String {
        let key = format!("action-{}-words", self.name());
        let words = |lang: Lang| if lang.knows(&key) { lang.say(&key) } else { String::new() };
        Lang::ALL.map(|lang| format!("{} {}", self.sentence(lang), words(lang))).join(" ")
    }

    /// A word or two for the hint line.
    pub fn word(self, lang: Lang) -> String {
        lang.say(&format!("action-{}-hint", self.name()))
    }
}

impl Place {
    /// Whether a key of this place is live in `inner`.
    pub fn holds(self, inner: Self) -> bool {
        self == inner
            || self == Self::Anywhere
            || (self == Self::Room && !matches!(inner, Self::Start | Self::Report | Self::Replay))
            || (self == Self::Tasks && inner == Self::Mine)
    }
}

impl Group {
    pub const ALL: [Self; 12] = *Self::VARIANTS.as_array().expect("every variant");

    pub fn title(self, lang: Lang) -> String {
        lang.say(&format!("action-group-{self:?}").to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_every_action_has_its_sentence() {
        for (place, row) in ACTIONS.iter().enumerate() {
            assert_eq!(row.action as usize, place, "{}", row.name);
            assert_eq!(ACTIONS.iter().filter(|other| other.name == row.name).count(), 1, "{}", row.name);
            assert_eq!(Action::find(row.name), Some(row.action));
            for lang in Lang::ALL {
                assert!(!row.action.sentence(lang).is_empty());
            }
        }
        assert_eq!(Action::find("no-such-action"), None);
    }

    #[test]
    fn no_place_gives_a_key_to_two_actions() {
        for row in ACTIONS {
            for key in row.keys {
                let others = ACTIONS.iter().filter(|other| other.place == row.place && other.keys.contains(key));
                let names: Vec<_> = others.map(|other| other.name).collect();
                assert_eq!(names, [row.name], "{key}");
            }
        }
    }

    #[test]
    fn pages_are_listed_in_the_order_of_the_enum() {
        for (place, (page, name, show, _)) in PAGES.iter().enumerate() {
            assert_eq!(*page as usize, place);
            assert_eq!(Page::named(name), Some(*page));
            assert_eq!(show.name(), format!("show-{name}"));
        }
        assert_eq!(Page::named("cellar"), None);
    }

    #[test]
    fn keys_reach_inwards_only() {
        use Place::{Anywhere, Log, Mine, Replay, Report, Room, Start, Tasks};
        let cases = [
            (Anywhere, Start, true),
            (Anywhere, Replay, true),
            (Room, Log, true),
            (Room, Start, false),
            (Room, Report, false),
            (Tasks, Mine, true),
            (Mine, Tasks, false),
            (Log, Room, false),
        ];
        for (outer, inner, expected) in cases {
            assert_eq!(outer.holds(inner), expected, "{outer:?} {inner:?}");
        }
    }
}
