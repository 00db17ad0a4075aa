# Replay: bar and windows.
playback-badge = REPLAY
playback-playing = ▶ playing
playback-paused = ❚❚ paused
playback-ended = ■ end
playback-live = { " " }● live{ " " }
playback-goes-on = { $key }: go live
playback-loading = loading { $percent }%
playback-damaged = ⚠ damaged from record { $record }
playback-damaged-short = ⚠ damaged
playback-too-long = ⚠ too large, read up to record { $last }
playback-too-long-short = ⚠ too large
playback-unread = ⚠ unreadable from record { $record }
playback-unread-short = ⚠ unreadable
playback-shortened = ⚠ journal truncated, shown up to record { $last }
playback-shortened-short = ⚠ journal truncated
playback-replaced = ⚠ journal replaced, shown up to record { $last }
playback-replaced-short = ⚠ replaced
playback-loading-short = loading { $percent }%
playback-silences-skipped = skipping quiet periods
playback-seen-by = viewing as { $name }
playback-seen-by-commander = viewing as { $name } (IC)
playback-seen-by-role = viewing as role { $name }
playback-next = next { $sign } { $kind } { $at }
playback-record = record { $record } of { $all }
playback-off = Replay: read-only.

playback-mark-phase = phase start
playback-mark-decision = decision
playback-mark-blocker = blocker
playback-mark-overrun = overrun
playback-mark-update = status update
playback-mark-command = change of command
playback-mark-hold = hold
playback-mark-night = night
playback-mark-severity = severity change
playback-mark-service = service
playback-mark-reopened = reopening
playback-mark-closed = closing
playback-mark-about = { $sign } { $kind }: { $about }
playback-no-mark-after = { $what }: none after this moment.
playback-no-mark-yet = { $what }: none in the part loaded so far; the journal is still loading.
playback-no-mark-before = { $what }: none before this moment.

playback-jump = Go to a time
playback-jump-about = The journal covers { $from } to { $to }.
playback-jump-moment = Time
playback-jump-hint = 14:32, D2 09:00, +30m, T+3h, 50%, #123
playback-when-unreadable = Not a valid time. Enter 14:32, D2 09:00, +30m, T+3h, 50% or #123.
playback-when-outside = Outside the journal, which covers { $from } to { $to }.
playback-when-no-record = No such entry: the last one is #{ $last }.

playback-eyes-commander = The commander at the time
playback-eyes-role = Role { $role }

playback-presence-title = who acted
playback-presence = The journal records neither who was connected nor contact details.

playback-help = Replay keys
playback-help-about = A replay is read-only. These keys move through it and show details.
playback-help-signs = Symbols on the bar
playback-help-activity = Log activity; clocks paused

playback-compare = What changed
playback-compare-no-mark = To compare, set mark A ({ $mark }), go to another time, then press { $compare }.
playback-compare-same = Both times are the same: go to another one, then press { $compare }.
playback-compare-between = From { $from } to { $to } · { $length } · { $records ->
    [0] no entries
    [one] { $records } entry
   *[other] { $records } entries
}
playback-compare-nothing = Nothing changed between these two times.
playback-compare-of = { $name }: { $text }
playback-compare-added = added, { $state }
playback-compare-blocked-by = { $task }: { $reason }
playback-compare-freed = { $task } is no longer blocked: { $state }
playback-compare-whole = Incident
playback-compare-status = State
playback-compare-severity = Severity
playback-compare-command = Commander
playback-compare-title = Title
playback-compare-end = Expected end
playback-compare-slip = Variance
playback-compare-done = Tasks done or skipped
playback-compare-blocked = Blocked tasks
playback-compare-services = Services
playback-compare-blockers = Blockers
playback-compare-calls = Open calls for help
playback-compare-decisions = Decisions
playback-compare-updates = Status updates
playback-compare-steps = Steps
playback-compare-tasks = Tasks
playback-compare-facts = Facts
playback-compare-entries = Other log entries
playback-compare-people = Authors
playback-status-open = open
playback-status-held = on hold
playback-status-closed = closed

# Actions on the screen.
action-play-pause = Play or pause
action-play-pause-hint = play/pause
action-faster = Play faster
action-faster-hint = speed
action-slower = Play slower
action-next-event = Go to the next entry
action-next-event-hint = entry
action-previous-event = Go to the previous entry
action-previous-phase = Go to the previous phase start
action-next-mark = Go to the next key event
action-next-mark-hint = key event
action-previous-mark = Go to the previous key event
action-next-decision = Go to the next decision
action-previous-decision = Go to the previous decision
action-next-blocker = Go to the next blocker
action-previous-blocker = Go to the previous blocker
action-next-overrun = Go to the next overrun
action-previous-overrun = Go to the previous overrun
action-next-update = Go to the next status update
action-previous-update = Go to the previous status update
action-forward = Skip forward ten seconds
action-rewind = Skip back ten seconds
action-incident-start = Go to the start of the incident
action-incident-end = Go to the end of the incident
action-jump = Go to a time: 14:32, D2 09:00, +30m, T+3h
action-jump-hint = go to
action-skip-silence = Skip quiet periods, or play them
action-skip-silence-hint = quiet periods
action-watch = View as a person or a role
action-watch-hint = view as
action-mark-a = Set or clear mark A here
action-mark-a-hint = mark A
action-mark-b = Set or clear mark B here
action-compare = Compare mark A with mark B or the current time
action-compare-hint = compare
