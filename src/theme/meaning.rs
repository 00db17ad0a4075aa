//! Every meaning that a theme can give a style to.

use crate::incident::{RoleId, Severity};

macro_rules! meanings {
    ($($variant:ident $name:literal $about:literal,)+) => {
        /// The meaning of a part of the screen; a theme decides its style.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Meaning {
            $(#[doc = $about] $variant,)+
        }

        impl Meaning {
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The name in theme files: words joined by dots, general before special.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }
    };
}

meanings! {
    Text "text" "everything without a meaning of its own",
    TextStrong "text.strong" "what the eye should find first",
    TextMuted "text.muted" "what matters less: units, times, hints",
    Border "border" "lines between panes",
    BorderFocus "border.focus" "lines around the pane that has the keyboard",
    Title "title" "titles of panes",
    TitleFocus "title.focus" "the title of the pane that has the keyboard",
    Selection "selection" "the selected row of the pane that has the keyboard",
    SelectionAway "selection.away" "the selected row of any other pane",
    More "more" "how many lines there are above and below",
    Scrollbar "scrollbar" "the position in a list",
    Header "header" "the line at the top",
    HeaderProduct "header.product" "the product's name",
    HeaderTitle "header.title" "the incident's title",
    HeaderTime "header.time" "day and time",
    HeaderElapsed "header.elapsed" "time since the opening",
    HeaderEnd "header.end" "the forecast of the end",
    HeaderCommander "header.commander" "who is in command",
    HeaderHeld "header.held" "the whole header while the clocks are held",
    HeaderNight "header.night" "the whole header at night",
    HeaderClosed "header.closed" "the whole header of a closed incident",
    HeaderReadOnly "header.read-only" "the whole header while nothing can be written",
    Severity "severity" "how bad the incident is",
    SeveritySev1 "severity.sev1" "critical",
    SeveritySev2 "severity.sev2" "major",
    SeveritySev3 "severity.sev3" "moderate",
    SeveritySev4 "severity.sev4" "minor",
    Banner "banner" "a line below the header, until it is dealt with",
    BannerCall "banner.call" "a call for help, or the commander is gone",
    BannerOffer "banner.offer" "a duty is offered to the person at this screen",
    BannerMention "banner.mention" "an entry mentions the person at this screen",
    BannerQuiet "banner.quiet" "what others have to do, what happened meanwhile",
    Badge "badge" "a state that must not be missed",
    BadgeExercise "badge.exercise" "an exercise",
    BadgeHeld "badge.held" "the clocks are held",
    BadgeNight "badge.night" "the day has ended",
    BadgeClosed "badge.closed" "the incident is closed",
    BadgeReadOnly "badge.read-only" "nothing can be written",
    Journal "journal" "the journal",
    JournalWriting "journal.writing" "the journal is being written",
    Slip "slip" "the end against the plan",
    SlipEarly "slip.early" "earlier than planned",
    SlipLate "slip.late" "later than planned",
    Phase "phase" "a phase",
    PhaseWaiting "phase.waiting" "not started",
    PhaseCalm "phase.calm" "running, below its planned minimum",
    PhaseDue "phase.due" "running, between its planned minimum and maximum",
    PhaseLate "phase.late" "running or finished, over its planned maximum",
    PhaseDone "phase.done" "finished",
    PhaseSkipped "phase.skipped" "skipped",
    Break "break" "a planned break",
    Night "night" "an end of day",
    Bar "bar" "bars on the time axis",
    BarReal "bar.real" "real time of what is finished",
    BarCalm "bar.calm" "running, below the planned minimum",
    BarDue "bar.due" "running, between minimum and maximum",
    BarLate "bar.late" "the part over the planned maximum",
    BarPlanned "bar.planned" "what is forecast",
    BarRange "bar.range" "between the earliest and the latest end",
    BarBaseline "bar.baseline" "what was planned at the opening",
    BarEmpty "bar.empty" "the empty part of a bar",
    BarNight "bar.night" "nights on the time axis",
    BarNow "bar.now" "now",
    Axis "axis" "hours on the time axis",
    AxisDay "axis.day" "days on the time axis",
    Role "role" "a role",
    RoleClient "role.client" "the client",
    RoleDsi "role.dsi" "the head of IT",
    RoleDirection "role.direction" "the management",
    RoleSysadmin "role.sysadmin" "the system administrators",
    RoleDev "role.dev" "the developers",
    RoleOther1 "role.other-1" "the first role that has no style of its own",
    RoleOther2 "role.other-2" "the second such role",
    RoleOther3 "role.other-3" "the third such role",
    Person "person" "a person's name",
    PersonMe "person.me" "the name of the person at this screen",
    Task "task" "a task",
    TaskTodo "task.todo" "not started",
    TaskDoing "task.doing" "in progress",
    TaskBlocked "task.blocked" "blocked",
    TaskDone "task.done" "done",
    TaskSkipped "task.skipped" "skipped",
    TaskLate "task.late" "over its own planned time",
    Log "log" "the log",
    LogTime "log.time" "the time of an entry",
    LogPerson "log.person" "the author of an entry",
    LogDecision "log.decision" "a decision",
    LogFact "log.fact" "a fact",
    LogNote "log.note" "a note",
    LogTask "log.task" "an event of a task",
    LogStep "log.step" "an event of a step",
    LogService "log.service" "an event of a service",
    LogIncident "log.incident" "an event of the incident",
    LogStruck "log.struck" "corrected or undone",
    LogMatch "log.match" "what a search found",
    Service "service" "a service",
    ServiceUp "service.up" "up",
    ServiceDegraded "service.degraded" "degraded",
    ServiceDown "service.down" "down",
    Clock "clock" "clocks",
    ClockCalm "clock.calm" "below the planned minimum",
    ClockDue "clock.due" "between the planned minimum and maximum",
    ClockLate "clock.late" "over the planned maximum",
    Replay "replay" "the bar of a recording that is replayed",
    ReplayBadge "replay.badge" "the word that marks a replay",
    ReplayStrong "replay.strong" "moment, speed, playing or paused",
    ReplayMuted "replay.muted" "what matters less on the bar",
    ReplayAlarm "replay.alarm" "the journal is not whole",
    ReplayTrack "replay.track" "the ground of the scrubber",
    ReplayTrackOther "replay.track.other" "the ground of every other phase",
    ReplayLabel "replay.label" "both ends of the scrubber",
    ReplayPlayed "replay.played" "what was written before the moment shown",
    ReplayAhead "replay.ahead" "what was written after it",
    ReplayRest "replay.rest" "holds and nights",
    ReplayMark "replay.mark" "marks without a meaning of their own",
    ReplayLetter "replay.letter" "the moments to compare",
    ReplayCursor "replay.cursor" "the moment shown",
    Hint "hint" "keys at the bottom and what they do",
    HintKey "hint.key" "the key",
    HintText "hint.text" "what it does",
    Tab "tab" "tabs of roles and pages",
    TabActive "tab.active" "the active tab",
    Chip "chip" "filters",
    ChipActive "chip.active" "an active filter",
    Field "field" "a text field",
    FieldLabel "field.label" "its label",
    FieldFocus "field.focus" "the field that has the keyboard",
    FieldPlaceholder "field.placeholder" "the text of an empty field",
    FieldCursor "field.cursor" "the text cursor",
    FieldSelection "field.selection" "selected text",
    FieldError "field.error" "the error of a field",
    Overlay "overlay" "windows above the screen",
    OverlayBorder "overlay.border" "their borders",
    OverlayTitle "overlay.title" "their titles",
    OverlayKey "overlay.key" "keys in the help and the palette",
    OverlayMatch "overlay.match" "letters that a search found",
    Message "message" "what the screen answers",
    MessageGood "message.good" "done",
    MessageBad "message.bad" "refused or failed",
}

impl Meaning {
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|meaning| meaning.name() == name)
    }

    pub const fn of_severity(severity: Severity) -> Self {
        match severity {
            Severity::Sev1 => Self::SeveritySev1,
            Severity::Sev2 => Self::SeveritySev2,
            Severity::Sev3 => Self::SeveritySev3,
            Severity::Sev4 => Self::SeveritySev4,
        }
    }

    /// The general meanings that a special one falls back to, nearest first; `text` is the last.
    pub fn fallbacks(self) -> impl Iterator<Item = Self> {
        let name = self.name();
        let heads = name.rmatch_indices('.').filter_map(|(dot, _)| Self::named(&name[..dot]));
        heads.chain(std::iter::once(Self::Text))
    }
}

/// Whether it is `role.<id>` for any role that a plan may name.
pub fn is_role(name: &str) -> bool {
    name.strip_prefix("role.").is_some_and(|role| role.parse::<RoleId>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_special_meaning_falls_back_along_its_dots_and_in_the_end_to_text() {
        let names = |meaning: Meaning| meaning.fallbacks().map(Meaning::name).collect::<Vec<_>>();
        assert_eq!(names(Meaning::ReplayTrackOther), ["replay.track", "replay", "text"]);
        assert_eq!(names(Meaning::PhaseLate), ["phase", "text"]);
        assert_eq!(names(Meaning::Border), ["text"]);
    }

    #[test]
    fn every_name_is_unique_and_names_its_meaning() {
        for meaning in Meaning::ALL {
            assert_eq!(Meaning::named(meaning.name()), Some(*meaning));
        }
        assert_eq!(Meaning::named("phase.lat"), None);
    }

    #[test]
    fn only_ids_are_roles() {
        for (name, expected) in [("role.night-shift", true), ("role.", false), ("role.Été", false), ("rolex", false)]
        {
            assert_eq!(is_role(name), expected, "{name}");
        }
    }

    #[test]
    fn every_severity_has_a_style_of_its_name() {
        for severity in Severity::ALL {
            let name = format!("severity.{}", severity.name());
            assert_eq!(Meaning::of_severity(severity).name(), name);
        }
    }
}
