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
ask-morning = Work resumes at { $at }, in { $left }. Start the day now?
ask-morning-now = Start the day now
ask-end-open = { $open ->
    [0] “{ $step }”: no open tasks
    [one] “{ $step }”: 1 open task
   *[other] “{ $step }”: { $open } open tasks
}
ask-end-one = { $starts ->
    [nothing] Finish “{ $step }”
    [night] Finish “{ $step }” and end the day
   *[step] Finish “{ $step }” and start “{ $next }”
}
ask-end-only = { $starts ->
    [nothing] Finish only “{ $step }”
    [night] Finish only “{ $step }” and end the day
   *[step] Finish only “{ $step }” and start “{ $next }”
}
ask-end-all = { $starts ->
    [nothing] Finish all { $count } running steps
    [night] Finish all { $count } running steps and end the day
   *[step] Finish all { $count } running steps and start “{ $next }”
}
ask-end-none = { $starts ->
    [night] Finish none and end the day
   *[step] Finish none and start “{ $next }” as well
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
cli-phase-finish = Finish a running step, or several
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
cli-phase-finish--only = Finish these running steps, by ID or number
cli-phase-finish--all = Finish all running steps
cli-phase-next--only = Finish only these running steps, by ID or number
cli-phase-next--all = Finish all running steps
cli-phase-next--keep = Finish none: running steps continue alongside the next one

# Output of commands.
verb-nothing-runs = No step is running: choose one, or start the next one (warroom phase next).
verb-several-finish = Several steps are running: { $ids }. Name one, or choose which to finish: --only ID… or --all.
verb-several-next = Several steps are running: { $ids }. Choose which to finish: --only ID…, --all, or --keep for none.
verb-several-run = Several steps are running: choose from { $ids }.
phase-expected = expected { $when }
phase-until = until { $when }
phase-over = { $over } late
phase-left = { $left } left
phase-left-open = { $count ->
    [one] One task is left open in what was just finished.
   *[other] { $count } tasks are left open in what was just finished.
}
