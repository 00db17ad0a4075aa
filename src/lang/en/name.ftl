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
    [day_end] end of day
   *[phase] phase
}
name-lateness = { $lateness ->
    [calm] on time
    [due] within range
   *[late] late
}
name-follow-up-state = { $state ->
    [open] open
    [late] overdue
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
    [proposals] updates awaiting approval
    [targets] channels
    [findings] findings
    [actions] follow-up actions
   *[services] services
}
name-occasion = { $occasion ->
    [opening] opening
    [degraded] degraded mode
    [restored] restored
    [closing] closing
   *[progress] progress
}
