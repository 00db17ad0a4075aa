# Durations and dates.
date-long = { $weekday } { $date }
date-full = { $day } { $month } { $year }
date-short = { $day } { $month }
date-short-year = { $day } { $month } { $year }
date-time = { $date } { $time }
date-day = { $day }
date-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
date-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date-month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}

# Names of states.
name-right = { $right ->
    [observer] observer
    [member] member
    [deputy] deputy
    [commander] commander
    [house] system
   *[owner] host account
}
name-kind = { $kind ->
    [exercise] exercise
   *[real] real
}
name-status = { $status ->
    [held] on hold
    [closed] closed
   *[open] open
}
name-health-presumed = { $health }?
name-health = { $health ->
    [up] up
    [degraded] degraded
   *[down] down
}
name-task-state = { $state ->
    [todo] to do
    [doing] in progress
    [blocked] blocked
    [done] done
   *[skipped] skipped
}
name-step-state = { $state ->
    [waiting] upcoming
    [active] running
    [finished] finished
   *[skipped] skipped
}
name-step-kind = { $kind ->
    [break] break
    [day_end] day end
   *[phase] phase
}
name-lateness = { $lateness ->
    [calm] on time
    [due] within range
   *[late] late
}
name-follow-up-state = { $state ->
    [open] open
    [late] late
    [done] done
   *[dropped] dropped
}
name-milestone = { $milestone ->
    [engaged] crisis team activated
    [degraded] degraded mode
   *[restored] services restored
}
name-entry-kind = { $kind ->
    [help] help
    [duty] handover
    [decision] decision
    [fact] fact
    [note] note
    [task] task
    [step] step
    [service] service
    [update] update
    [review] review
   *[incident] incident
}
name-field = { $field ->
    [title] title
    [reason] reason
    [text] text
    [name] name
    [situation] situation
    [steps] steps
    [tasks] tasks
    [briefing] briefing
    [calls] open calls for help
    [audiences] audiences
    [proposals] updates to approve
    [targets] channels
    [findings] findings
    [actions] follow-up actions
   *[services] services
}

# Durations as typed.
planned-unreadable = “{ $text }” is not a duration: write 45m, 1h30, 2h or 45m..1h30
planned-no-unit = “{ $text }” has no unit: write { $text }m or { $text }h
planned-upside-down = the minimum exceeds the maximum: write the shorter time first
planned-nothing = the duration is zero: write at least 1s
planned-too-long = the duration exceeds a year: write a shorter one

# Refusals: why, and what to do instead.
refusal-closed = The incident is closed: reopen it first.
refusal-not-closed = The incident is not closed: there is nothing to reopen.
refusal-held = The incident is on hold: resume it first.
refusal-not-held = The incident is not on hold: phase clocks are running.
refusal-night = The day has ended (“{ $step }”): start the next day first.
refusal-not-night = The day has already started: there is no night to end.
refusal-no-such-step = No such step: “{ $step }”. See the list of steps.
refusal-no-such-task = No such task: “{ $task }”. See the list of tasks.
refusal-no-such-service = No such service: “{ $service }”. See the list of services.
refusal-no-such-role = The plan has no role “{ $role }”. Choose from { $known }.
refusal-no-such-entry = The log has no entry { $entry }. See the log for entry numbers.
refusal-step-is = { $state ->
    [waiting] “{ $step }” has not started: start it first.
    [active] “{ $step }” is already running: finish it first.
    [finished] “{ $step }” is finished: reopen it to continue.
   *[skipped] “{ $step }” is skipped: reopen it first.
}
refusal-not-a-phase = “{ $step }” is not a phase: only phases have tasks.
refusal-no-range = “{ $step }” ends at a fixed time: to change when work resumes, end the day.
refusal-task-is = { $state ->
    [todo] “{ $title }” is open: there is nothing to unblock or reopen.
    [doing] “{ $title }” is in progress{ $by }: complete it first.
    [blocked] “{ $title }” is blocked{ $by }: unblock it first.
    [done] “{ $title }” is already done{ $by }: reopen it if work remains.
   *[skipped] “{ $title }” is skipped{ $by }: reopen it if it is needed.
}
refusal-by = { " " }({ $person })
refusal-by-at = { " " }({ $person }, { $time })
refusal-nothing-next = No step is left: close the incident or add a step.
refusal-empty = The { $what } is missing: enter a few words.
refusal-too-long = The { $what } is too long: at most { $max } characters.
refusal-bad-range = Invalid planned time: write the minimum, then the maximum, between one second and one year.
refusal-cannot-move = “{ $step }” cannot move there: only upcoming steps can move, and not after themselves.
refusal-no-change = No change: that is already the case.
refusal-not-correctable = Entry { $entry } cannot be corrected: only notes, facts and decisions can.
refusal-nothing-to-undo = You have nothing to undo.
refusal-changed-since = This was changed since by { $by } (entry { $entry }): make the change you want instead of undoing.
refusal-too-many = Limit reached: an incident can have { $max } { $what }.
refusal-ask-commander = Only the commander can do this. Ask { $commander }.
refusal-ask-person = Only { $person } can do this. Ask them.
refusal-ask-role = Only the role “{ $role }” can do this. Ask someone with that role, or the commander, { $commander }.
refusal-ask-holders = Only the role “{ $role }” can do this. Ask { $holders }, or the commander, { $commander }.
refusal-reads-only = You are an observer and cannot make changes. Ask the commander, { $commander }.
refusal-may-not-open = Opening an incident requires the right “commander” or “deputy”. Ask someone who has it, or the account that started the host.
refusal-commander-there = Command is with { $commander }, who has not been absent long enough. Ask them to hand over.
refusal-no-such-call = No open call for help has the number { $call }. See the list of calls.
refusal-no-offer = Command is not on offer: there is nothing to accept, decline or withdraw.
refusal-no-offer-of-role = The role “{ $role }” is not on offer: there is nothing to accept, decline or withdraw.
refusal-not-taken-over = The role “{ $role }” was not taken over by { $person } in this incident. Choose from { $takers }.
refusal-taken-over-by-nobody = Nobody took over the role “{ $role }” in this incident, so it cannot be reclaimed from { $person }. See people.toml for its usual holder.
refusal-to-oneself = You cannot hand over to yourself: choose someone else.
refusal-not-undoable = Entry { $entry } is a handover and cannot be undone: offer to hand back.
refusal-no-audience = This incident has no audience “{ $audience }”, nor any other: set one first.
refusal-no-such-audience = No such audience: “{ $audience }”. Choose from { $known }.
refusal-no-such-proposal = No update to approve has the number { $proposal }. See the list of updates.
refusal-nothing-to-retry = Nothing to resend: no delivery failed or is waiting to be retried.
refusal-sent = Entry { $entry } was sent and cannot be undone: send another update to correct it.
refusal-no-such-language = Updates cannot be written in “{ $language }”: choose “fr” or “en”.
refusal-bad-interval = Invalid cadence: choose between one minute and one year.
refusal-house-only = Only the system may report delivery results.
refusal-not-on-its-way = Message { $message } is not being sent to this channel: nothing was recorded.
name-occasion = { $occasion ->
        [opening] opening
        [degraded] degraded mode
        [restored] restored
        [closing] closing
       *[progress] progress
    }
refusal-no-such-finding = No such finding: { $finding }. See the list of findings.
refusal-finding-dropped = Finding { $finding } was dropped{ $by }: add another one, or undo.
refusal-no-such-action = No such action: { $action }. See the list of actions.
refusal-action-is = { $state ->
    [open] Action { $action } is open: there is nothing to reopen.
    [done] Action { $action } is already done{ $by }: reopen it if work remains.
   *[dropped] Action { $action } was dropped{ $by }: reopen it first.
}
refusal-bad-due = Invalid due date: { $due }. Choose a day after the opening of the incident, within a century.
refusal-in-the-future = That time is in the future ({ $time }): enter the time of the restored data.
