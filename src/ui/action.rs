//! Everything that a person can do at the screen: one table, from which keys, palette, help and hints derive.

use crate::lang::Lang;

/// A verb of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
    NextPane,
    PreviousPane,
    Open,
    Back,
    ShowRoom,
    ShowTimeline,
    ShowBoard,
    ShowLog,
    ShowPeople,
    ShowServices,
    ShowMine,
    ShowUpdates,
    ShowReview,
    Follow,

    TickTask,
    StartTask,
    BlockTask,
    UnblockTask,
    SkipTask,
    ReopenTask,
    AssignTask,
    TakeTask,
    CommentTask,
    RetitleTask,
    AddTask,

    NextStep,
    StartStep,
    FinishStep,
    SkipStep,
    ReopenStep,
    ExtendStep,
    AddPhase,
    AddBreak,
    AddDayEnd,
    MoveStep,

    Note,
    Fact,
    Decide,
    Correct,
    Copy,
    Search,
    FilterKind,
    FilterPerson,
    ClearFilter,

    Hold,
    Resume,
    EndDay,
    StartDay,
    Retitle,
    SetSeverity,
    Describe,
    SetZone,
    Close,
    Reopen,

    AddService,
    SetService,
    SetRestorePoint,

    AddFinding,
    AddAction,
    FinishAction,
    TakeAction,
    ChangeReviewed,
    DropReviewed,

    Attend,
    AskHelp,
    AnswerHelp,
    OfferCommand,
    OfferRole,
    AcceptOffer,
    DropOffer,
    RevokeRole,
    TakeCommand,

    Update,
    RetryDelivery,
    SetAudience,

    PlayPause,
    Faster,
    Slower,
    NextEvent,
    PreviousEvent,
    NextPhase,
    PreviousPhase,
    NextMark,
    PreviousMark,
    NextDecision,
    PreviousDecision,
    NextBlocker,
    PreviousBlocker,
    NextOverrun,
    PreviousOverrun,
    NextUpdate,
    PreviousUpdate,
    Forward,
    Rewind,
    IncidentStart,
    IncidentEnd,
    Jump,
    SkipSilence,
    Watch,
    MarkA,
    MarkB,
    Compare,

    NextChapter,
    PreviousChapter,
    Chapters,
    Find,
    NextFound,
    PreviousFound,
    SwitchReaders,
    CopyCommand,

    Undo,
    NewIncident,
    Replay,
    Report,
    Palette,
    Help,
    Redraw,
    Leave,
    Quit,
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
    /// A report that is read, wherever it was opened.
    Report,
    /// Any page of a session that is played again: its keys win over all others.
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

/// One line of the table.
#[derive(Debug)]
pub struct Row {
    pub action: Action,
    /// Its name in a configuration and in the palette's messages.
    pub name: &'static str,
    /// As a configuration writes them.
    pub keys: &'static [&'static str],
    pub place: Place,
    pub group: Group,
}

const fn row(
    action: Action,
    name: &'static str,
    keys: &'static [&'static str],
    place: Place,
    group: Group,
) -> Row {
    Row { action, name, keys, place, group }
}

/// Every action. Its sentence is the message `action-NAME`, its word in the hint line `action-NAME-hint`.
pub const ACTIONS: &[Row] = &[
    row(Action::TickTask, "tick-task", &["space"], Place::Tasks, Group::Tasks),
    row(Action::StartTask, "start-task", &["s"], Place::Tasks, Group::Tasks),
    row(Action::BlockTask, "block-task", &["b"], Place::Tasks, Group::Tasks),
    row(Action::UnblockTask, "unblock-task", &["B"], Place::Tasks, Group::Tasks),
    row(Action::AssignTask, "assign-task", &["a"], Place::Tasks, Group::Tasks),
    row(Action::TakeTask, "take-task", &["t"], Place::Tasks, Group::Tasks),
    row(Action::CommentTask, "comment-task", &["e"], Place::Tasks, Group::Tasks),
    row(Action::SkipTask, "skip-task", &["x"], Place::Tasks, Group::Tasks),
    row(Action::ReopenTask, "reopen-task", &["r"], Place::Tasks, Group::Tasks),
    row(Action::RetitleTask, "retitle-task", &["m"], Place::Tasks, Group::Tasks),
    row(Action::AddTask, "add-task", &["+"], Place::Room, Group::Tasks),
    row(Action::NextStep, "next-step", &["N"], Place::Room, Group::Steps),
    row(Action::StartStep, "start-step", &["S"], Place::Room, Group::Steps),
    row(Action::FinishStep, "finish-step", &["F"], Place::Room, Group::Steps),
    row(Action::SkipStep, "skip-step", &["X"], Place::Room, Group::Steps),
    row(Action::ReopenStep, "reopen-step", &["R"], Place::Room, Group::Steps),
    row(Action::ExtendStep, "extend-step", &["E"], Place::Room, Group::Steps),
    row(Action::AddPhase, "add-phase", &["A"], Place::Room, Group::Steps),
    row(Action::AddBreak, "add-break", &[], Place::Room, Group::Steps),
    row(Action::AddDayEnd, "add-day-end", &[], Place::Room, Group::Steps),
    row(Action::MoveStep, "move-step", &["M"], Place::Room, Group::Steps),
    row(Action::Note, "note", &["n"], Place::Room, Group::Log),
    row(Action::Decide, "decide", &["d"], Place::Room, Group::Log),
    row(Action::Fact, "fact", &["f"], Place::Room, Group::Log),
    row(Action::Correct, "correct", &["c"], Place::Log, Group::Log),
    row(Action::Copy, "copy", &["y"], Place::Room, Group::Log),
    row(Action::Search, "search", &["/"], Place::Room, Group::Log),
    row(Action::FilterKind, "filter-kind", &["t"], Place::Log, Group::Log),
    row(Action::FilterPerson, "filter-person", &["w"], Place::Log, Group::Log),
    row(Action::ClearFilter, "clear-filter", &["x"], Place::Log, Group::Log),
    row(Action::Hold, "hold", &["p"], Place::Room, Group::Incident),
    row(Action::Resume, "resume", &[], Place::Room, Group::Incident),
    row(Action::EndDay, "end-day", &["D"], Place::Room, Group::Incident),
    row(Action::StartDay, "start-day", &[], Place::Room, Group::Incident),
    row(Action::Describe, "describe", &["I"], Place::Room, Group::Incident),
    row(Action::SetSeverity, "set-severity", &["V"], Place::Room, Group::Incident),
    row(Action::Retitle, "retitle", &["T"], Place::Room, Group::Incident),
    row(Action::SetZone, "set-zone", &[], Place::Room, Group::Incident),
    row(Action::Close, "close", &["C"], Place::Room, Group::Incident),
    row(Action::Reopen, "reopen", &["ctrl-r"], Place::Room, Group::Incident),
    row(Action::SetService, "set-service", &["space"], Place::Services, Group::Services),
    row(Action::SetRestorePoint, "set-restore-point", &["r"], Place::Services, Group::Services),
    row(Action::AddService, "add-service", &["W"], Place::Room, Group::Services),
    row(Action::Attend, "attend", &["v"], Place::Room, Group::People),
    row(Action::AskHelp, "ask-help", &["!"], Place::Room, Group::People),
    row(Action::AnswerHelp, "answer-help", &["H"], Place::Room, Group::People),
    row(Action::OfferCommand, "offer-command", &["P"], Place::Room, Group::People),
    row(Action::OfferRole, "offer-role", &["L"], Place::Room, Group::People),
    row(Action::AcceptOffer, "accept-offer", &["Y"], Place::Room, Group::People),
    row(Action::DropOffer, "drop-offer", &[], Place::Room, Group::People),
    row(Action::RevokeRole, "revoke-role", &[], Place::Room, Group::People),
    row(Action::TakeCommand, "take-command", &["K"], Place::Room, Group::People),
    row(Action::Update, "update", &["u"], Place::Room, Group::Updates),
    row(Action::RetryDelivery, "retry-delivery", &["r"], Place::Updates, Group::Updates),
    row(Action::SetAudience, "set-audience", &["e"], Place::Updates, Group::Updates),
    row(Action::AddFinding, "add-finding", &["f"], Place::Review, Group::Review),
    row(Action::AddAction, "add-action", &["a"], Place::Review, Group::Review),
    row(Action::FinishAction, "finish-action", &["space"], Place::Review, Group::Review),
    row(Action::TakeAction, "take-action", &["t"], Place::Review, Group::Review),
    row(Action::ChangeReviewed, "change-reviewed", &["e"], Place::Review, Group::Review),
    row(Action::DropReviewed, "drop-reviewed", &["x"], Place::Review, Group::Review),
    row(Action::PlayPause, "play-pause", &["space"], Place::Replay, Group::Replay),
    row(Action::Faster, "faster", &["+", "=", ">"], Place::Replay, Group::Replay),
    row(Action::Slower, "slower", &["-", "<"], Place::Replay, Group::Replay),
    row(Action::NextEvent, "next-event", &["."], Place::Replay, Group::Replay),
    row(Action::PreviousEvent, "previous-event", &[","], Place::Replay, Group::Replay),
    row(Action::NextPhase, "next-phase", &["]"], Place::Replay, Group::Replay),
    row(Action::PreviousPhase, "previous-phase", &["["], Place::Replay, Group::Replay),
    row(Action::NextMark, "next-mark", &["n"], Place::Replay, Group::Replay),
    row(Action::PreviousMark, "previous-mark", &["N"], Place::Replay, Group::Replay),
    row(Action::NextDecision, "next-decision", &["d"], Place::Replay, Group::Replay),
    row(Action::PreviousDecision, "previous-decision", &["D"], Place::Replay, Group::Replay),
    row(Action::NextBlocker, "next-blocker", &["b"], Place::Replay, Group::Replay),
    row(Action::PreviousBlocker, "previous-blocker", &["B"], Place::Replay, Group::Replay),
    row(Action::NextOverrun, "next-overrun", &["r"], Place::Replay, Group::Replay),
    row(Action::PreviousOverrun, "previous-overrun", &["R"], Place::Replay, Group::Replay),
    row(Action::NextUpdate, "next-update", &["u"], Place::Replay, Group::Replay),
    row(Action::PreviousUpdate, "previous-update", &["U"], Place::Replay, Group::Replay),
    row(Action::Forward, "forward", &["shift-right", ")"], Place::Replay, Group::Replay),
    row(Action::Rewind, "rewind", &["shift-left", "("], Place::Replay, Group::Replay),
    row(Action::IncidentStart, "incident-start", &["home"], Place::Replay, Group::Replay),
    row(Action::IncidentEnd, "incident-end", &["end"], Place::Replay, Group::Replay),
    row(Action::Jump, "jump", &["J"], Place::Replay, Group::Replay),
    row(Action::SkipSilence, "skip-silence", &["s"], Place::Replay, Group::Replay),
    row(Action::Watch, "watch", &["w"], Place::Replay, Group::Replay),
    row(Action::MarkA, "mark-a", &["m"], Place::Replay, Group::Replay),
    row(Action::MarkB, "mark-b", &["M"], Place::Replay, Group::Replay),
    row(Action::Compare, "compare", &["c"], Place::Replay, Group::Replay),
    row(Action::NextChapter, "next-chapter", &["]", "tab"], Place::Report, Group::Report),
    row(Action::PreviousChapter, "previous-chapter", &["[", "backtab"], Place::Report, Group::Report),
    row(Action::Chapters, "chapters", &["c"], Place::Report, Group::Report),
    row(Action::Find, "find", &["/"], Place::Report, Group::Report),
    row(Action::NextFound, "next-found", &["n"], Place::Report, Group::Report),
    row(Action::PreviousFound, "previous-found", &["N"], Place::Report, Group::Report),
    row(Action::SwitchReaders, "switch-readers", &["e"], Place::Report, Group::Report),
    row(Action::CopyCommand, "copy-command", &["y"], Place::Report, Group::Report),
    row(Action::Undo, "undo", &["z"], Place::Room, Group::Screen),
    row(Action::ShowRoom, "show-room", &["1"], Place::Room, Group::Screen),
    row(Action::ShowTimeline, "show-timeline", &["2"], Place::Room, Group::Screen),
    row(Action::ShowBoard, "show-board", &["3"], Place::Room, Group::Screen),
    row(Action::ShowLog, "show-log", &["4"], Place::Room, Group::Screen),
    row(Action::ShowPeople, "show-people", &["5"], Place::Room, Group::Screen),
    row(Action::ShowServices, "show-services", &["6"], Place::Room, Group::Screen),
    row(Action::ShowMine, "show-mine", &["7"], Place::Room, Group::Screen),
    row(Action::ShowUpdates, "show-updates", &["8"], Place::Room, Group::Screen),
    row(Action::ShowReview, "show-review", &["9"], Place::Room, Group::Screen),
    row(Action::Follow, "follow", &["0"], Place::Room, Group::Screen),
    row(Action::NewIncident, "new-incident", &["n"], Place::Start, Group::Screen),
    row(Action::Replay, "replay", &["Z"], Place::Anywhere, Group::Screen),
    row(Action::Report, "report", &["i"], Place::Anywhere, Group::Screen),
    row(Action::Palette, "palette", &[":", "ctrl-p"], Place::Anywhere, Group::Screen),
    row(Action::Help, "help", &["?", "f1"], Place::Anywhere, Group::Screen),
    row(Action::Redraw, "redraw", &["ctrl-l"], Place::Anywhere, Group::Screen),
    row(Action::Leave, "leave", &["o"], Place::Room, Group::Screen),
    row(Action::Quit, "quit", &["q", "ctrl-c"], Place::Anywhere, Group::Screen),
    row(Action::Up, "up", &["up", "k"], Place::Anywhere, Group::Moving),
    row(Action::Down, "down", &["down", "j"], Place::Anywhere, Group::Moving),
    row(Action::Left, "left", &["left", "h"], Place::Anywhere, Group::Moving),
    row(Action::Right, "right", &["right", "l"], Place::Anywhere, Group::Moving),
    row(Action::PageUp, "page-up", &["pageup", "ctrl-u"], Place::Anywhere, Group::Moving),
    row(Action::PageDown, "page-down", &["pagedown", "ctrl-d"], Place::Anywhere, Group::Moving),
    row(Action::First, "first", &["home", "g"], Place::Anywhere, Group::Moving),
    row(Action::Last, "last", &["end", "G"], Place::Anywhere, Group::Moving),
    row(Action::NextPane, "next-pane", &["tab"], Place::Anywhere, Group::Moving),
    row(Action::PreviousPane, "previous-pane", &["backtab"], Place::Anywhere, Group::Moving),
    row(Action::Open, "open", &["enter"], Place::Anywhere, Group::Moving),
    row(Action::Back, "back", &["esc"], Place::Anywhere, Group::Moving),
];

impl Action {
    /// Its line of the table.
    pub fn row(self) -> &'static Row {
        ACTIONS.iter().find(|row| row.action == self).expect("a test finds every action in the table")
    }

    pub fn find(name: &str) -> Option<Self> {
        ACTIONS.iter().find(|row| row.name == name).map(|row| row.action)
    }

    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// Whether it only looks, so that it can be done where nothing can be changed.
    pub fn only_looks(self) -> bool {
        match self.row().group {
            Group::Replay | Group::Report | Group::Moving => true,
            Group::Screen => !matches!(self, Self::Undo | Self::NewIncident | Self::Replay),
            Group::Log => matches!(
                self,
                Self::Copy | Self::Search | Self::FilterKind | Self::FilterPerson | Self::ClearFilter
            ),
            Group::Tasks
            | Group::Steps
            | Group::Incident
            | Group::Services
            | Group::Updates
            | Group::Review => false,
            // What asks for somebody can be read.
            Group::People => matches!(self, Self::Attend),
        }
    }

    /// What leads back where a hint tells of both in one.
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

    /// What the hint line tells of in a room that is closed.
    pub const AFTER: [Self; 8] = [
        Self::Report,
        Self::Replay,
        Self::ShowReview,
        Self::Reopen,
        Self::Palette,
        Self::Help,
        Self::Note,
        Self::Search,
    ];

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

    /// What the hint line tells of, most useful first.
    #[expect(clippy::too_many_lines, reason = "a table: one list a place")]
    pub const fn hints(self) -> &'static [Action] {
        match self {
            Self::Replay => &[
                Action::PlayPause,
                Action::NextEvent,
                Action::NextMark,
                Action::Faster,
                Action::Jump,
                Action::NextPhase,
                Action::Palette,
                Action::Help,
                Action::Watch,
                Action::MarkA,
                Action::Compare,
                Action::SkipSilence,
                Action::Quit,
            ],
            Self::Report => &[
                Action::Back,
                Action::NextChapter,
                Action::SwitchReaders,
                Action::Find,
                Action::Chapters,
                Action::CopyCommand,
                Action::Help,
            ],
            Self::Start => &[
                Action::Open,
                Action::Report,
                Action::Replay,
                Action::NewIncident,
                Action::Palette,
                Action::Help,
                Action::Quit,
            ],
            Self::Timeline => &[
                Action::Open,
                Action::NextStep,
                Action::StartStep,
                Action::FinishStep,
                Action::ExtendStep,
                Action::SkipStep,
                Action::Palette,
                Action::Help,
                Action::Hold,
                Action::Note,
                Action::Undo,
            ],
            Self::Log => &[
                Action::Search,
                Action::Note,
                Action::Decide,
                Action::Open,
                Action::Correct,
                Action::FilterKind,
                Action::FilterPerson,
                Action::Palette,
                Action::Help,
                Action::ClearFilter,
                Action::Copy,
            ],
            Self::Services => &[
                Action::SetService,
                Action::SetRestorePoint,
                Action::AddService,
                Action::Note,
                Action::Decide,
                Action::Palette,
                Action::Help,
            ],
            Self::People => &[
                Action::Open,
                Action::OfferCommand,
                Action::OfferRole,
                Action::AskHelp,
                Action::Note,
                Action::Palette,
                Action::Help,
                Action::Decide,
            ],
            Self::Updates => &[
                Action::Update,
                Action::Open,
                Action::RetryDelivery,
                Action::SetAudience,
                Action::Note,
                Action::Palette,
                Action::Help,
            ],
            Self::Review => &[
                Action::AddFinding,
                Action::AddAction,
                Action::FinishAction,
                Action::ChangeReviewed,
                Action::Open,
                Action::TakeAction,
                Action::DropReviewed,
                Action::Report,
                Action::Palette,
                Action::Help,
                Action::Undo,
            ],
            Self::Mine => &[
                Action::TickTask,
                Action::StartTask,
                Action::BlockTask,
                Action::AskHelp,
                Action::Note,
                Action::Palette,
                Action::Help,
                Action::TakeTask,
                Action::CommentTask,
                Action::Undo,
            ],
            Self::Tasks | Self::Room | Self::Anywhere => &[
                Action::TickTask,
                Action::Note,
                Action::Decide,
                Action::Update,
                Action::BlockTask,
                Action::NextStep,
                Action::Palette,
                Action::Help,
                Action::Hold,
                Action::AskHelp,
                Action::AssignTask,
                Action::CommentTask,
                Action::Undo,
            ],
        }
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
    fn every_action_has_one_row_and_its_sentence() {
        for row in ACTIONS {
            assert_eq!(ACTIONS.iter().filter(|other| other.action == row.action).count(), 1, "{}", row.name);
            assert_eq!(ACTIONS.iter().filter(|other| other.name == row.name).count(), 1, "{}", row.name);
            for lang in Lang::ALL {
                assert!(!row.action.sentence(lang).is_empty());
            }
        }
        // The enum ends with Quit: a variant that the table lacks would leave a gap in the count.
        assert_eq!(ACTIONS.len(), Action::Quit as usize + 1);
    }

    #[test]
    fn what_is_hinted_has_its_word() {
        use Place::{
            Anywhere, Log, Mine, People, Replay, Report, Review, Room, Services, Start, Tasks, Timeline,
            Updates,
        };
        let after = Action::AFTER.iter().map(|action| Lang::ALL.map(|lang| action.word(lang)));
        assert!(after.flatten().all(|word| word.chars().count() <= 16));
        for place in [
            Anywhere, Room, Tasks, Mine, Timeline, Log, People, Services, Updates, Review, Start, Report,
            Replay,
        ] {
            for action in place.hints() {
                for lang in Lang::ALL {
                    assert!(action.word(lang).chars().count() <= 16, "{}", action.name());
                }
            }
        }
    }
}
