# The plan as past incidents correct it.
revise-remark-task = “{ $title }”: skipped every time, in { $of } incidents of { $of }
revise-remark-step = skipped every time, in { $of } incidents of { $of }
revise-remark-down = really down for { $times }; objective missed in { $missed } of { $of }

revise-title = { $count ->
    [one] “{ $title }” after 1 incident
   *[other] “{ $title }” after { $count } incidents
}
revise-ranges = How long phases and breaks took, holds and nights left out
revise-rule = From { $enough } incidents on: the shortest to the longest. Fewer only widen what is planned. Rounded outwards to 5 minutes.
revise-tasks = How long tasks took that have a planned time of their own
revise-added = Added live
revise-skipped = Skipped
revise-services = How long services were really down; the objectives stay as they are
revise-why = { $why ->
    [none] no incident tells
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
    [yes] taken into the plan
   *[no] too rare to be taken into the plan
}
revise-behind = behind { $step }
revise-first = at the front
revise-always = always: remarked in the plan
revise-missed = objective missed in { $missed } of { $of }
revise-revised = { $name } (revised)
revise-no-newline = No line break at the end of the file

revise-hint = Nothing was written. To write the revised plan: --write FILE
revise-written = { $file } is written.
revise-nothing = The plan is what these incidents say already: nothing to write.
revise-twice = { $id } is named more than once, and counts once.
revise-bundled = “{ $name }” is a bundled plan, which is not written over. Give a file: --write { $name }.toml
revise-exists = { $file } is there already, and is not this plan: choose another name, nothing was written.
revise-changed-meanwhile = { $file } was changed while it was being revised: nothing was written. Once more, please.
revise-other-plan = { $id } is of another plan, “{ $own }”: it says nothing of “{ $title }”.
revise-damaged = { $name }: record { $record } is damaged: { $why }. What a plan learns from has to be whole.
revise-bad = As these incidents revise it, the plan would not be a good one any more; nothing was written.
revise-no-place = The place of “{ $title }” was not found in the text of the plan: nothing was written.
revise-otherwise = The text of the plan is written in a way that cannot be revised in place: nothing was written.
column-proposed = proposed
column-why = why
column-step = step
