# Plan revision based on past incidents.
revise-remark-task = “{ $title }”: always skipped ({ $of } of { $of } incidents)
revise-remark-step = always skipped ({ $of } of { $of } incidents)
revise-remark-down = actual downtime { $times }; objective missed in { $missed } of { $of }

revise-title = { $count ->
    [one] “{ $title }” after 1 incident
   *[other] “{ $title }” after { $count } incidents
}
revise-ranges = Actual duration of phases and breaks, without holds and nights
revise-rule = With { $enough } incidents or more: from the shortest to the longest. With fewer, planned ranges are only widened. Rounded outwards to 5 minutes.
revise-tasks = Actual duration of tasks with their own planned time
revise-added = Added during incidents
revise-skipped = Skipped
revise-services = Actual downtime of services; objectives stay unchanged
revise-why = { $why ->
    [none] no data
    [enough] { $count } incidents
    [few] { $count ->
        [one] 1 incident: widened
       *[other] { $count } incidents: widened
    }
   *[same] { $count ->
        [one] 1 incident: as planned
       *[other] { $count } incidents: as planned
    }
}
revise-often = { $of ->
    [one] in 1 incident ({ $numbers })
   *[other] { $count ->
        [one] in 1 incident of { $of } ({ $numbers })
       *[other] in { $count } incidents of { $of } ({ $numbers })
    }
}
revise-taken = { $taken ->
    [yes] added to the plan
   *[no] too rare to be added
}
revise-behind = after { $step }
revise-first = at the start
revise-always = always: noted in the plan
revise-missed = objective missed in { $missed } of { $of }
revise-revised = { $name } (revised)
revise-no-newline = No line break at the end of the file

revise-hint = Nothing was written. To write the revised plan: --write FILE
revise-written = Wrote { $file }.
revise-nothing = The plan already matches these incidents: nothing to write.
revise-twice = { $id } is given more than once and counts once.
revise-bundled = “{ $name }” is a bundled plan and cannot be overwritten. Choose a file: --write { $name }.toml
revise-exists = { $file } already exists and is not this plan: choose another name. Nothing was written.
revise-changed-meanwhile = { $file } changed during the revision: nothing was written. Please try again.
revise-other-plan = { $id } follows another plan, “{ $own }”, and is not relevant to “{ $title }”.
revise-damaged = { $name }: record { $record } is damaged: { $why }. Only intact journals can be used.
revise-bad = The revised plan would be invalid; nothing was written.
revise-no-place = “{ $title }” was not found in the text of the plan: nothing was written.
revise-otherwise = The text of the plan cannot be revised in place: nothing was written.
column-proposed = proposed
column-why = why
column-step = step
