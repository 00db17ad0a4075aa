# Durations and dates.
span-day = d
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
    [house] the program itself
   *[owner] account of the host
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
    [doing] doing
    [blocked] blocked
    [done] done
   *[skipped] skipped
}
name-step-state = { $state ->
    [waiting] to come
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
   *[dropped] given up
}
name-milestone = { $milestone ->
    [engaged] crisis team engaged
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
    [title] the title
    [reason] the reason
    [text] the text
    [name] the name
    [situation] the situation
    [steps] steps
    [tasks] tasks
    [briefing] the briefing
    [calls] open calls for help
    [audiences] audiences
    [proposals] updates that wait for approval
    [targets] targets
    [findings] findings
    [actions] follow-up actions
   *[services] services
}

# Durations as typed.
planned-unreadable = “{ $text }” is no length of time: write 45m, 1h30, 2h or 45m..1h30
planned-no-unit = “{ $text }” lacks a unit: write { $text }m or { $text }h
planned-upside-down = the least is more than the most: write the shorter time first
planned-nothing = no time at all plans nothing: write at least 1s
planned-too-long = more than a year is planned: write a shorter time

# Refusals: why, and what to do instead.
refusal-closed = The incident is closed: reopen it first.
refusal-not-closed = The incident is not closed: there is nothing to reopen.
refusal-held = The clocks of the phases stand still: resume first.
refusal-not-held = Nothing is on hold: the clocks of the phases already run.
refusal-night = The day has ended (“{ $step }”): start the next day first.
refusal-not-night = No day end is running: the day has already begun.
refusal-no-such-step = No step is called “{ $step }”: look at the list of steps.
refusal-no-such-task = No task is called “{ $task }”: look at the list of tasks.
refusal-no-such-service = No service is called “{ $service }”: look at the list of services.
refusal-no-such-role = The plan has no role “{ $role }”: choose from { $known }.
refusal-no-such-entry = The log has no record { $entry }: look at the numbers.
refusal-step-is = { $state ->
    [waiting] “{ $step }” has not begun: start it first.
    [active] “{ $step }” is already running: finish it when it is over.
    [finished] “{ $step }” is finished: reopen it to go on with it.
   *[skipped] “{ $step }” is skipped: reopen it first.
}
refusal-not-a-phase = “{ $step }” is not a phase: only a phase has tasks.
refusal-no-range = “{ $step }” ends at a time of day: give the time to resume when ending the day.
refusal-task-is = { $state ->
    [todo] “{ $title }” is to do, neither blocked nor done: start it or tick it off.
    [doing] “{ $title }” is being done{ $by }: tick it off when it is done.
    [blocked] “{ $title }” is blocked{ $by }: unblock it first.
    [done] “{ $title }” is already done{ $by }: reopen it if work is left.
   *[skipped] “{ $title }” is skipped{ $by }: reopen it if it has to be done.
}
refusal-by = { " " }({ $person })
refusal-by-at = { " " }({ $person }, { $time })
refusal-nothing-next = No step waits any more: close the incident, or add a step.
refusal-empty = { $what } is missing: write a few words.
refusal-too-long = That is too long for { $what }: at most { $max } characters; keep what matters.
refusal-bad-range = That planned time cannot be used: write the least, then the most, between a second and a year.
refusal-cannot-move = “{ $step }” cannot go there: only a step that has not begun moves, and behind another than itself.
refusal-no-change = It is so already: there is nothing to change.
refusal-not-correctable = Record { $entry } cannot be corrected: only a note, a fact or a decision can.
refusal-nothing-to-undo = You have done nothing that can be taken back.
refusal-changed-since = Since then { $by } has changed the same thing (record { $entry }): make the change you want instead of undoing.
refusal-too-many = It is full: an incident has at most { $max } { $what }.
refusal-ask-commander = That is the commander's to decide: ask { $commander }.
refusal-ask-person = Only { $person } can do that: ask them.
refusal-ask-role = That is for the role “{ $role }” to do: ask whoever has it, or { $commander }, who is in command.
refusal-ask-holders = That is for the role “{ $role }” to do: ask { $holders }, or { $commander }, who is in command.
refusal-reads-only = You are here to observe and change nothing: ask { $commander }, who is in command.
refusal-may-not-open = Opening an incident takes the right “commander” or “deputy”: ask somebody who has it, or the account that started the host.
refusal-commander-there = Command is with { $commander }, who has not been away for long enough: ask them to hand it over.
refusal-no-such-call = No open call for help has the number { $call }: look at the list of calls.
refusal-no-offer = Command is offered to nobody: there is nothing to accept or to withdraw.
refusal-no-offer-of-role = The role “{ $role }” is offered to nobody: there is nothing to accept or to withdraw.
refusal-not-taken-over = The role “{ $role }” was not taken over by { $person } in this incident: choose from { $takers }.
refusal-taken-over-by-nobody = Nobody has taken the role “{ $role }” over in this incident, { $person } neither: whose it is otherwise, the people file says.
refusal-to-oneself = Nobody hands over to themselves: choose somebody else.
refusal-not-undoable = Record { $entry } is a hand-over, which is not undone: offer to hand it back.
refusal-no-audience = This incident has nobody to tell, nor an audience “{ $audience }”: set one first.
refusal-no-such-audience = There is no audience “{ $audience }”: choose one of { $known }.
refusal-no-such-proposal = No update number { $proposal } waits for approval: look at the list of updates.
refusal-nothing-to-retry = Nothing of that failed or waits for another try: there is nothing to send again.
refusal-sent = Record { $entry } was sent and cannot be taken back: post another update that puts it right.
refusal-no-such-language = Updates are not written in “{ $language }”: choose “fr” or “en”.
refusal-bad-interval = This cadence cannot be used: give at least one minute and at most a year.
refusal-house-only = The program alone reports what becomes of messages, and does nothing else.
refusal-not-on-its-way = Message { $message } is not on its way there: nothing was noted.
name-occasion = { $occasion ->
        [opening] opening
        [degraded] degraded mode
        [restored] restored
        [closing] closing
       *[progress] progress
    }
refusal-no-such-finding = The review has no finding { $finding }: look at the list of findings.
refusal-finding-dropped = Finding { $finding } was dropped{ $by }: add another one, or undo.
refusal-no-such-action = The review has no action { $action }: look at the list of actions.
refusal-action-is = { $state ->
    [open] Action { $action } is open: there is nothing to reopen.
    [done] Action { $action } is already done{ $by }: reopen it if work is left.
   *[dropped] Action { $action } was given up{ $by }: reopen it first.
}
refusal-bad-due = The due date { $due } cannot be used: give a day since the incident opened, and within a century.
refusal-in-the-future = It is not { $time } yet: give the moment that the restored data are of.
