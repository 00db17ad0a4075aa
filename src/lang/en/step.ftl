# Steps: phases, breaks and ends of days.

# Actions on the screen.
action-next-step = Finish the running steps and start the next one
action-next-step-hint = next step
action-start-step = Start another step
action-start-step-hint = start
action-finish-step = Finish a running step
action-finish-step-hint = finish
action-skip-step = Skip a step, with a reason
action-skip-step-hint = skip
action-reopen-step = Reopen a step
action-extend-step = Change a step's planned time
action-extend-step-hint = planned time
action-add-phase = Add a phase
action-add-break = Add a break
action-add-day-end = Add an end of day
action-move-step = Move an upcoming step

# Forms and questions.
ask-skip-step = Skip the step
ask-extend = Planned time
ask-add-phase = New phase
ask-add-break = New break
ask-add-day-end = New end of day
ask-planned-hint = 45m, 1h30 or 45m..1h30
ask-planned-hint-optional = optional: 45m, or 45m..1h30
ask-first = At the start
ask-behind = After “{ $step }”
ask-place = Position
ask-at = Ends at
ask-finish-open = { $open ->
    [one] One task is still open in “{ $step }”. Finish the step anyway?
   *[other] { $open } tasks are still open in “{ $step }”. Finish the step anyway?
}
ask-next-open = { $open ->
    [one] Finish all running steps, with one task still open, and start “{ $next }”?
   *[other] Finish all running steps, with { $open } tasks still open, and start “{ $next }”?
}
ask-next-night = { $open ->
    [0] End the day: { $next }?
    [one] End the day: { $next }? One task is still open.
   *[other] End the day: { $next }? { $open } tasks are still open.
}
ask-next-none = { $open ->
    [one] Finish all running steps, with one task still open? No step follows.
   *[other] Finish all running steps, with { $open } tasks still open? No step follows.
}
ask-no-step = This action does not apply to any step right now.
ask-alarm-step = “{ $step }” has exceeded its planned time.
ask-alarm-step-extended = “{ $step }” has exceeded its agreed time ({ $planned }).

# In the log.
log-step-started = { $kind ->
    [break] started the break “{ $step }”
    [day_end] ended the day (“{ $step }”)
   *[phase] started the phase “{ $step }”
}
log-step-finished = { $kind ->
    [break] finished the break “{ $step }”
    [day_end] started the day (after “{ $step }”)
   *[phase] finished the phase “{ $step }”
}
log-step-skipped = skipped “{ $step }”
log-step-reopened = reopened “{ $step }”
log-step-extended = changed the planned time of “{ $step }” to { $planned }
log-day-end-set = scheduled “{ $step }” for { $at }, work resuming at { $resume }
log-step-added = { $kind ->
    [break] added the break “{ $step }”
    [day_end] added the end of day “{ $step }”
   *[phase] added the phase “{ $step }”
}
log-step-moved = moved “{ $step }” after “{ $after }”
log-step-moved-first = moved “{ $step }” to the start
log-step-late = { $kind ->
    [break] the break “{ $step }” is over its planned time
   *[phase] the phase “{ $step }” is over its planned time
}

# Help of the command line.
cli-phase = Manage steps: phases, breaks and ends of day
cli-phase-list = List steps
cli-phase-start = Start a step
cli-phase-finish = Finish a step
cli-phase-skip = Skip a step, with a reason
cli-phase-reopen = Reopen a finished or skipped step
cli-phase-extend = Change a step's planned time
cli-phase-add = Add a step
cli-phase-move = Move an upcoming step
cli-phase-next = Finish the running steps and start the next one
cli-day = End or start the day
cli-day-end = End the day
cli-day-start = Start the day
cli-phase-start--phase = Step ID or number; by default the next step
cli-phase-finish--phase = Step ID or number; by default the running step

# Output of commands.
verb-nothing-runs = No step is running: choose one, or start the next one (warroom phase next).
verb-several-run = Several steps are running: choose from { $ids }.
phase-expected = expected { $when }
phase-until = until { $when }
phase-over = { $over } late
phase-left = { $left } left
phase-left-open = { $count ->
    [one] One task of the finished phase is still open.
   *[other] { $count } tasks of the finished phase are still open.
}
