//! Everything that a person can do at the screen: one table, from which keys, palette, help and README derive.
//!
//! A row of the table holds all that is known of an action, its function as well. The functions are those of the pages
//! and of `act/`, which name actions in turn: so the table is a macro, which makes the enum here and, in `run.rs`, the
//! list of functions.

use crate::lang::Lang;

/// The table: variant, name, default keys, place of the keys, heading in help, scope, function, and the command that is
/// asked for. The sentence is the message `action-NAME`, the word in the hint line `action-NAME-hint`.
macro_rules! table {
    ($with:ident) => {
        $with! {
            (TickTask, "tick-task", ["space"], Tasks, Tasks, Open, InRoom(tasks::tick), tasks::asks_tick);
            (StartTask, "start-task", ["s"], Tasks, Tasks, Open, InRoom(tasks::start), tasks::asks_start);
            (BlockTask, "block-task", ["b"], Tasks, Tasks, Open, InRoom(tasks::block), tasks::asks_block);
            (UnblockTask, "unblock-task", ["B"], Tasks, Tasks, Open, InRoom(tasks::unblock), tasks::asks_unblock);
            (AssignTask, "assign-task", ["a"], Tasks, Tasks, Open, InRoom(tasks::assign), tasks::asks_assign);
            (TakeTask, "take-task", ["t"], Tasks, Tasks, Open, InRoom(tasks::take), tasks::asks_assign);
            (CommentTask, "comment-task", ["e"], Tasks, Tasks, Open, InRoom(tasks::comment), tasks::asks_comment);
            (SkipTask, "skip-task", ["x"], Tasks, Tasks, Open, InRoom(tasks::skip), tasks::asks_skip);
            (ReopenTask, "reopen-task", ["r"], Tasks, Tasks, Open, InRoom(tasks::reopen), tasks::asks_reopen);
            (RetitleTask, "retitle-task", ["m"], Tasks, Tasks, Open, InRoom(tasks::retitle), tasks::asks_retitle);
            (AddTask, "add-task", ["+"], Room, Tasks, Open, InRoom(tasks::add), tasks::asks_add);
            (NextStep, "next-step", ["N"], Room, Steps, Open, InRoom(steps::next), steps::asks);
            (StartStep, "start-step", ["S"], Room, Steps, Open, InRoom(steps::start), steps::asks);
            (FinishStep, "finish-step", ["F"], Room, Steps, Open, InRoom(steps::finish), steps::asks);
            (SkipStep, "skip-step", ["X"], Room, Steps, Open, InRoom(steps::skip), steps::asks);
            (ReopenStep, "reopen-step", ["R"], Room, Steps, Open, InRoom(steps::reopen), steps::asks);
            (ExtendStep, "extend-step", ["E"], Room, Steps, Open, InRoom(steps::extend), steps::asks);
            (AddPhase, "add-phase", ["A"], Room, Steps, Open, InRoom(steps::add_phase), steps::asks);
            (AddBreak, "add-break", [], Room, Steps, Open, InRoom(steps::add_break), steps::asks);
            (AddDayEnd, "add-day-end", [], Room, Steps, Open, InRoom(steps::add_day_end), steps::asks);
            (MoveStep, "move-step", ["M"], Room, Steps, Open, InRoom(steps::relocate), steps::asks);
            (Note, "note", ["n"], Room, Log, Always, InRoom(log::note), log::asks_note);
            (Decide, "decide", ["d"], Room, Log, Always, InRoom(log::decide), log::asks_decide);
            (Fact, "fact", ["f"], Room, Log, Always, InRoom(log::fact), log::asks_fact);
            (Correct, "correct", ["c"], Log, Log, Always, InRoom(log::correct), log::asks_correct);
            (Copy, "copy", ["y"], Room, Log, Looks, InRoom(moving::copy), free);
            (Search, "search", ["/"], Room, Log, Looks, InRoom(log::search), free);
            (FilterKind, "filter-kind", ["t"], Log, Log, Looks, InRoom(log::filter_kind), free);
            (FilterPerson, "filter-person", ["w"], Log, Log, Looks, InRoom(log::filter_person), free);
            (ClearFilter, "clear-filter", ["x"], Log, Log, Looks, InRoom(log::clear_filter), free);
            (Hold, "hold", ["p"], Room, Incident, Open, InRoom(incident::hold), incident::asks);
            (Resume, "resume", [], Room, Incident, Open, InRoom(incident::resume), incident::asks);
            (EndDay, "end-day", ["D"], Room, Incident, Open, InRoom(incident::end_day), incident::asks);
            (StartDay, "start-day", [], Room, Incident, Open, InRoom(incident::start_day), incident::asks);
            (Describe, "describe", ["I"], Room, Incident, Open, InRoom(incident::describe), incident::asks);
            (SetSeverity, "set-severity", ["V"], Room, Incident, Open, InRoom(incident::set_severity), incident::asks);
            (Retitle, "retitle", ["T"], Room, Incident, Open, InRoom(incident::retitle), incident::asks);
            (SetZone, "set-zone", [], Room, Incident, Open, InRoom(incident::set_zone), incident::asks);
            (Close, "close", ["C"], Room, Incident, Open, InRoom(incident::close), incident::asks);
            (Reopen, "reopen", ["ctrl-r"], Room, Incident, Always, InRoom(incident::reopen), incident::asks);
            (SetService, "set-service", ["space"], Services, Services, Open, InRoom(services::set), services::asks_add);
            (SetRestorePoint, "set-restore-point", ["r"], Services, Services, Always, InRoom(services::set_restore_point), services::asks_restore_point);
            (AddService, "add-service", ["W"], Room, Services, Open, InRoom(services::add), services::asks_add);
            (Attend, "attend", ["v"], Room, People, Looks, InRoom(attend::next), free);
            (AskHelp, "ask-help", ["!"], Room, People, Always, InRoom(duty::ask_help), duty::asks_help);
            (AnswerHelp, "answer-help", ["H"], Room, People, Always, InRoom(duty::answer_help), duty::asks_answer);
            (OfferCommand, "offer-command", ["P"], Room, People, Always, InRoom(duty::offer_command), duty::asks_offer_command);
            (OfferRole, "offer-role", ["L"], Room, People, Always, InRoom(duty::offer_role), duty::asks_offer_role);
            (AcceptOffer, "accept-offer", ["Y"], Room, People, Always, InRoom(duty::accept_offer), free);
            (DropOffer, "drop-offer", [], Room, People, Always, InRoom(duty::drop_offer), free);
            (RevokeRole, "revoke-role", [], Room, People, Always, InRoom(duty::revoke_role), duty::asks_revoke);
            (TakeCommand, "take-command", ["K"], Room, People, Always, InRoom(duty::take_command), duty::asks_command);
            (Update, "update", ["u"], Room, Updates, Always, InRoom(updates::write), updates::asks_write);
            (RetryDelivery, "retry-delivery", ["r"], Updates, Updates, Always, InRoom(updates::retry), updates::asks_retry);
            (SetAudience, "set-audience", ["e"], Updates, Updates, Always, InRoom(updates::set_audience), updates::asks_cadence);
            (AddFinding, "add-finding", ["f"], Review, Review, Always, InRoom(review::add_finding), review::asks_finding);
            (AddAction, "add-action", ["a"], Review, Review, Always, InRoom(review::add_action), review::asks_action);
            (FinishAction, "finish-action", ["space"], Review, Review, Always, InRoom(review::finish), review::asks_about_action);
            (TakeAction, "take-action", ["t"], Review, Review, Always, InRoom(review::take), review::asks_about_action);
            (ChangeReviewed, "change-reviewed", ["e"], Review, Review, Always, InRoom(review::change), review::asks_about_any);
            (DropReviewed, "drop-reviewed", ["x"], Review, Review, Always, InRoom(review::drop), review::asks_about_any);
            (PlayPause, "play-pause", ["space"], Replay, Replay, Looks, InReplay(control::play_pause), free);
            (Faster, "faster", ["+", "=", ">"], Replay, Replay, Looks, InReplay(control::faster), free);
            (Slower, "slower", ["-", "<"], Replay, Replay, Looks, InReplay(control::slower), free);
            (NextEvent, "next-event", ["."], Replay, Replay, Looks, InReplay(control::next_event), free);
            (PreviousEvent, "previous-event", [","], Replay, Replay, Looks, InReplay(control::previous_event), free);
            (NextPhase, "next-phase", ["]"], Replay, Replay, Looks, InReplay(control::next_phase), free);
            (PreviousPhase, "previous-phase", ["["], Replay, Replay, Looks, InReplay(control::previous_phase), free);
            (NextMark, "next-mark", ["n"], Replay, Replay, Looks, InReplay(control::next_mark), free);
            (PreviousMark, "previous-mark", ["N"], Replay, Replay, Looks, InReplay(control::previous_mark), free);
            (NextDecision, "next-decision", ["d"], Replay, Replay, Looks, InReplay(control::next_decision), free);
            (PreviousDecision, "previous-decision", ["D"], Replay, Replay, Looks, InReplay(control::previous_decision), free);
            (NextBlocker, "next-blocker", ["b"], Replay, Replay, Looks, InReplay(control::next_blocker), free);
            (PreviousBlocker, "previous-blocker", ["B"], Replay, Replay, Looks, InReplay(control::previous_blocker), free);
            (NextOverrun, "next-overrun", ["r"], Replay, Replay, Looks, InReplay(control::next_overrun), free);
            (PreviousOverrun, "previous-overrun", ["R"], Replay, Replay, Looks, InReplay(control::previous_overrun), free);
            (NextUpdate, "next-update", ["u"], Replay, Replay, Looks, InReplay(control::next_update), free);
            (PreviousUpdate, "previous-update", ["U"], Replay, Replay, Looks, InReplay(control::previous_update), free);
            (Forward, "forward", ["shift-right", ")"], Replay, Replay, Looks, InReplay(control::forward), free);
            (Rewind, "rewind", ["shift-left", "("], Replay, Replay, Looks, InReplay(control::rewind), free);
            (IncidentStart, "incident-start", ["home"], Replay, Replay, Looks, InReplay(control::incident_start), free);
            (IncidentEnd, "incident-end", ["end"], Replay, Replay, Looks, InReplay(control::incident_end), free);
            (Jump, "jump", ["J"], Replay, Replay, Looks, InReplay(control::jump), free);
            (SkipSilence, "skip-silence", ["s"], Replay, Replay, Looks, InReplay(control::skip_silence), free);
            (Watch, "watch", ["w"], Replay, Replay, Looks, InReplay(control::watch), free);
            (MarkA, "mark-a", ["m"], Replay, Replay, Looks, InReplay(control::mark_a), free);
            (MarkB, "mark-b", ["M"], Replay, Replay, Looks, InReplay(control::mark_b), free);
            (Compare, "compare", ["c"], Replay, Replay, Looks, InReplay(control::compare), free);
            (NextChapter, "next-chapter", ["]", "tab"], Report, Report, Looks, InWindow, free);
            (PreviousChapter, "previous-chapter", ["[", "backtab"], Report, Report, Looks, InWindow, free);
            (Chapters, "chapters", ["c"], Report, Report, Looks, InWindow, free);
            (Find, "find", ["/"], Report, Report, Looks, InWindow, free);
            (NextFound, "next-found", ["n"], Report, Report, Looks, InWindow, free);
            (PreviousFound, "previous-found", ["N"], Report, Report, Looks, InWindow, free);
            (SwitchReaders, "switch-readers", ["e"], Report, Report, Looks, InWindow, free);
            (CopyCommand, "copy-command", ["y"], Report, Report, Looks, InWindow, free);
            (Undo, "undo", ["z"], Room, Screen, Always, InRoom(moving::undo), moving::asks_undo);
            (ShowRoom, "show-room", ["1"], Room, Screen, Looks, InRoom(moving::show_room), free);
            (ShowTimeline, "show-timeline", ["2"], Room, Screen, Looks, InRoom(moving::show_timeline), free);
            (ShowBoard, "show-board", ["3"], Room, Screen, Looks, InRoom(moving::show_board), free);
            (ShowLog, "show-log", ["4"], Room, Screen, Looks, InRoom(moving::show_log), free);
            (ShowPeople, "show-people", ["5"], Room, Screen, Looks, InRoom(moving::show_people), free);
            (ShowServices, "show-services", ["6"], Room, Screen, Looks, InRoom(moving::show_services), free);
            (ShowMine, "show-mine", ["7"], Room, Screen, Looks, InRoom(moving::show_mine), free);
            (ShowUpdates, "show-updates", ["8"], Room, Screen, Looks, InRoom(moving::show_updates), free);
            (ShowReview, "show-review", ["9"], Room, Screen, Looks, InRoom(moving::show_review), free);
            (Follow, "follow", ["0"], Room, Screen, Looks, InRoom(moving::follow), free);
            (NewIncident, "new-incident", ["n"], Start, Screen, Always, AtStart(start::new_incident), free);
            (Replay, "replay", ["Z"], Anywhere, Screen, Always, Anywhere(moving::replay), free);
            (Report, "report", ["i"], Anywhere, Screen, Looks, Anywhere(moving::report), free);
            (Palette, "palette", [":", "ctrl-p"], Anywhere, Screen, Looks, Anywhere(palette), free);
            (Help, "help", ["?", "f1"], Anywhere, Screen, Looks, Anywhere(moving::help), free);
            (Redraw, "redraw", ["ctrl-l"], Anywhere, Screen, Looks, Anywhere(moving::redraw), free);
            (Leave, "leave", ["o"], Room, Screen, Looks, InRoom(moving::leave), free);
            (Quit, "quit", ["q", "ctrl-c"], Anywhere, Screen, Looks, Anywhere(moving::quit), free);
            (Up, "up", ["up", "k"], Anywhere, Moving, Looks, Anywhere(moving::up), free);
            (Down, "down", ["down", "j"], Anywhere, Moving, Looks, Anywhere(moving::down), free);
            (Left, "left", ["left", "h"], Anywhere, Moving, Looks, Anywhere(moving::left), free);
            (Right, "right", ["right", "l"], Anywhere, Moving, Looks, Anywhere(moving::right), free);
            (PageUp, "page-up", ["pageup", "ctrl-u"], Anywhere, Moving, Looks, Anywhere(moving::page_up), free);
            (PageDown, "page-down", ["pagedown", "ctrl-d"], Anywhere, Moving, Looks, Anywhere(moving::page_down), free);
            (First, "first", ["home", "g"], Anywhere, Moving, Looks, Anywhere(moving::first), free);
            (Last, "last", ["end", "G"], Anywhere, Moving, Looks, Anywhere(moving::last), free);
            (NextPane, "next-pane", ["tab"], Anywhere, Moving, Looks, Anywhere(moving::next_pane), free);
            (PreviousPane, "previous-pane", ["backtab"], Anywhere, Moving, Looks, InRoom(moving::previous_pane), free);
            (Open, "open", ["enter"], Anywhere, Moving, Looks, Anywhere(moving::open), free);
            (Back, "back", ["esc"], Anywhere, Moving, Looks, InRoom(moving::back), free);
        }
    };
}

macro_rules! rows {
    ($(($action:ident, $name:literal, [$($key:literal),*], $place:ident, $group:ident, $scope:ident, $run:expr, $asks:expr);)*) => {
        /// A verb of the screen.
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

/// A row of the table, without its function.
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
    /// It changes nothing: in a replay as well.
    Looks,
    /// It changes something, in a closed incident as well.
    Always,
    /// It changes an open incident.
    Open,
}

/// A page of a room.
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

/// The pages in the order of their tabs: the name in messages and among those present, the action that shows the page,
/// and where its keys have their meaning.
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

    /// Where its keys have their meaning; the war room depends on its panes.
    pub const fn place(self) -> Place {
        PAGES[self as usize].3
    }
}

/// Where a key means an action: the innermost place of the cursor that binds the key wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    Anywhere,
    /// Any page of a room.
    Room,
    /// The task panes and the board.
    Tasks,
    /// One's own tasks.
    Mine,
    /// The timeline, as a pane and as a page.
    Timeline,
    /// The log, as a pane and as a page.
    Log,
    People,
    Services,
    /// The status updates.
    Updates,
    Review,
    /// The start screen.
    Start,
    /// A report, wherever it was opened.
    Report,
    /// Any page of a replay: its keys win over all others.
    Replay,
}

/// Under which heading help lists an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    Tasks,
    Steps,
    Log,
    Incident,
    Services,
    People,
    Updates,
    Review,
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

    /// Whether it changes nothing, so that a replay can do it.
    pub fn only_looks(self) -> bool {
        self.row().scope == Scope::Looks
    }

    /// The opposite action, which a hint names together with this one.
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
    pub const ALL: [Self; 12] = [
        Self::Tasks,
        Self::People,
        Self::Steps,
        Self::Log,
        Self::Updates,
        Self::Review,
        Self::Incident,
        Self::Services,
        Self::Replay,
        Self::Report,
        Self::Screen,
        Self::Moving,
    ];

    pub fn title(self, lang: Lang) -> String {
        lang.say(match self {
            Self::Tasks => "action-group-tasks",
            Self::Steps => "action-group-steps",
            Self::Log => "action-group-log",
            Self::Incident => "action-group-incident",
            Self::Services => "action-group-services",
            Self::People => "action-group-people",
            Self::Updates => "action-group-updates",
            Self::Review => "action-group-review",
            Self::Replay => "action-group-replay",
            Self::Report => "action-group-report",
            Self::Screen => "action-group-screen",
            Self::Moving => "action-group-moving",
        })
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
                let others =
                    ACTIONS.iter().filter(|other| other.place == row.place && other.keys.contains(key));
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
