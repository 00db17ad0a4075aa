# Plan revision based on past incidents.
revise-remark-task = “{ $title }”: always skipped ({ $of } of { $of } incidents)
revise-remark-step = always skipped ({ $of } of { $of } incidents)
revise-remark-down = actual downtime { $times }; objective missed in { $missed } of { $of }

revise-title = { $count ->
    [one] “{ $title }” after 1 incident
   *[other] “{ $title }” after { $count } incidents
}
revise-ranges = Actual duration of phases and breaks, without holds and nights
revise-rule = With { $enough } or more incidents, the range runs from the shortest to the longest actual time. With fewer, planned ranges are only widened. Ranges are rounded outwards to 5 minutes.
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
        [one] in 1 of { $of } incidents ({ $numbers })
       *[other] in { $count } of { $of } incidents ({ $numbers })
    }
}
revise-taken = { $taken ->
    [yes] added to the plan
   *[no] too rare to be added
}
revise-behind = after { $step }
revise-first = at the start
revise-always = always skipped: comment added to the plan
revise-missed = objective missed in { $missed } of { $of }
revise-revised = { $name } (revised)
revise-no-newline = No newline at the end of the file

revise-hint = Nothing was written. To write the revised plan: --write FILE
revise-written = Wrote { $file }.
revise-nothing = The plan already matches these incidents: nothing to write.
revise-twice = { $id } was given more than once and is counted once.
revise-bundled = “{ $name }” is a bundled plan and cannot be overwritten. Choose a file: --write { $name }.toml
revise-exists = { $file } already exists and is not this plan: choose another name. Nothing was written.
revise-changed-meanwhile = { $file } changed during the revision: nothing was written. Please try again.
revise-other-plan = { $id } used another plan, “{ $own }”, so it cannot be used to revise “{ $title }”.
revise-damaged = { $name }: record { $record } is damaged: { $why }. Only intact journals can be used.
revise-bad = The revised plan would not pass its check, so nothing was written. Check the plan first: warroom runbook check
revise-no-place = “{ $title }” was not found in the text of the plan: nothing was written.
revise-otherwise = These changes cannot be made to this plan file automatically, so nothing was written. Edit the file by hand.
column-proposed = proposed
column-why = why
column-step = step
