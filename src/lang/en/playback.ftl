# An incident that is played again: its bar, its windows.
playback-badge = REPLAY
playback-playing = ▶ playing
playback-paused = ❚❚ paused
playback-ended = ■ end
playback-live = { " " }● live{ " " }
playback-goes-on = { $key }: follow live
playback-loading = loading { $percent }%
playback-damaged = ⚠ damaged from no. { $record } on
playback-damaged-short = ⚠ damaged
playback-too-long = ⚠ too long, read up to no. { $last }
playback-too-long-short = ⚠ too long
playback-unread = ⚠ unreadable from no. { $record } on
playback-unread-short = ⚠ unreadable
playback-shortened = ⚠ journal cut, followed up to no. { $last }
playback-shortened-short = ⚠ journal cut
playback-replaced = ⚠ journal replaced, followed up to no. { $last }
playback-replaced-short = ⚠ replaced
playback-loading-short = read { $percent }%
playback-silences-skipped = silences skipped
playback-seen-by = seen by { $name }
playback-seen-by-commander = seen by { $name } (IC)
playback-seen-by-role = seen by the role { $name }
playback-next = next { $sign } { $kind } { $at }
playback-record = no. { $record } of { $all }
playback-off = This is a replay: all is written already, and nothing can be done or changed in it.

playback-mark-phase = step
playback-mark-decision = decision
playback-mark-blocker = blocker
playback-mark-overrun = overrun
playback-mark-update = status update
playback-mark-command = command
playback-mark-hold = hold
playback-mark-night = night
playback-mark-severity = severity
playback-mark-service = service
playback-mark-reopened = reopening
playback-mark-closed = closing
playback-mark-about = { $sign } { $kind }: { $about }
playback-no-mark-after = { $what }: there is none from here to the end of the incident.
playback-no-mark-yet = { $what }: there is none in what is loaded; the rest of the journal is still loading.
playback-no-mark-before = { $what }: there is none before this moment.

playback-jump = Go to a moment
playback-jump-about = The incident goes from { $from } to { $to }.
playback-jump-moment = Moment
playback-jump-hint = 14:32, D2 09:00, +30m, T+3h, 50%, #123
playback-when-unreadable = This is no moment: write 14:32, D2 09:00, +30m, T+3h, 50% or #123.
playback-when-outside = The incident has no such moment: it goes from { $from } to { $to }.
playback-when-no-record = The journal has no such record: the last is no. { $last }.

playback-eyes-commander = Whoever was in command
playback-eyes-role = The role { $role }

playback-presence-title = who acted
playback-presence = The journal does not say who was at a screen, nor how to reach anybody.

playback-help = Replay: the keys
playback-help-about = Nothing that acts is possible in a replay. This is what can be read and gone through.
playback-help-signs = Signs of the bar
playback-help-activity = What was written at that time; the clocks stood still

playback-compare = What changed
playback-compare-no-mark = To compare, set mark A ({ $mark }), go to another moment, then { $compare }.
playback-compare-same = Both moments are the same: go to another moment, then { $compare }.
playback-compare-between = From { $from } to { $to } · { $length } · { $records ->
    [0] no record
    [one] { $records } record
   *[other] { $records } records
}
playback-compare-nothing = Nothing changed between these two moments.
playback-compare-of = { $name }: { $text }
playback-compare-added = added, { $state }
playback-compare-blocked-by = { $task }: { $reason }
playback-compare-freed = { $task } is blocked no longer: { $state }
playback-compare-whole = The incident
playback-compare-status = State
playback-compare-severity = Severity
playback-compare-command = In command
playback-compare-title = Title
playback-compare-end = Expected end
playback-compare-slip = Against the plan
playback-compare-done = Tasks over
playback-compare-blocked = Blocked tasks
playback-compare-services = Services
playback-compare-blockers = Blockers
playback-compare-calls = Calls for help without an answer
playback-compare-decisions = Decisions
playback-compare-updates = Status updates
playback-compare-steps = Steps
playback-compare-tasks = Tasks
playback-compare-facts = Facts
playback-compare-entries = Other records of the log
playback-compare-people = Who wrote
playback-status-open = open
playback-status-held = on hold
playback-status-closed = closed
