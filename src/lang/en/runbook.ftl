# Reading plans: what is wrong with one, and what to write instead.

runbook-of-plan = a plan
runbook-of-role = a role
runbook-of-service = a service
runbook-of-audience = an audience
runbook-of-cadence = “every”
runbook-of-step = a step
runbook-of-phase = a phase
runbook-of-break = a break
runbook-of-day-end = a day end
runbook-of-task = a task

runbook-too-big = the file is too large for a plan ({ $mebibytes } MiB)
runbook-too-big-expected = at most { $max } MiB
runbook-not-text = the file is not UTF-8 text
runbook-not-text-expected = save the plan as UTF-8 text

runbook-format = unknown plan format for this version
runbook-format-type = “format” must be the number 1
runbook-format-expected = expected `format = 1`
runbook-missing = missing “{ $field }” in { $of }
runbook-missing-expected = add `{ $field } = …` here
runbook-type = “{ $field }” is { $found }
runbook-expected-text = expected a quoted string
runbook-expected-duration = expected a duration: "45m", "1h30" or "2d"
runbook-expected-interval = expected a duration of one minute or more, "30m", or one per severity: { "{" } sev1 = "30m", sev2 = "1h" { "}" }
runbook-expected-flag = expected true or false, without quotes
runbook-expected-range = expected a duration, "1h30", or two: "45m..1h30"
runbook-expected-tables = expected one `[[{ $heading }]]` heading per item
runbook-expected-roles = expected one list per role: `tasks.role = ["…"]`
runbook-expected-tasks = expected a list: ["first task", "second task"]
runbook-expected-task = expected a string or { "{" } title = "…", planned = "15m" { "}" }
runbook-empty = “{ $field }” is empty
runbook-empty-expected = expected text
runbook-too-long = “{ $field }” is too long
runbook-too-long-expected = at most { $max } characters
runbook-unknown-field = unknown field “{ $field }” in { $of }
runbook-unknown-field-expected = one of: { $known }
runbook-misplaced = “{ $field }” does not belong in { $of }
runbook-misplaced-expected = one of: { $known }
runbook-unknown-role = unknown role “{ $role }”
runbook-unknown-role-expected = one of: { $known }
runbook-no-role-expected = declare the role first, with [[role]]
runbook-id = “{ $id }” is not a valid ID
runbook-id-expected = 1 to 96 characters: a-z, 0-9, “-” and “_”
runbook-duplicate = the ID “{ $id }” is taken
runbook-duplicate-expected = IDs must be unique: choose another for { $of }
runbook-duration = “{ $text }” is not a duration
runbook-duration-unit = “{ $text }” has no unit (m or h)
runbook-duration-upside-down = the minimum exceeds the maximum
runbook-duration-nothing = the duration is zero
runbook-duration-too-long = the duration exceeds a year
runbook-duration-too-short = “{ $text }” is less than a minute
runbook-duration-range = a range is not allowed here
runbook-time-of-day = “{ $text }” is not a time of day
runbook-time-of-day-expected = expected a quoted time: "08:00"
runbook-health = “{ $text }” is not a service state
runbook-health-expected = expected "up", "degraded" or "down"
runbook-milestone = “{ $text }” is not a milestone
runbook-milestone-expected = expected "engaged", "degraded" or "restored"
runbook-milestone-twice = another phase already has the milestone “{ $text }”
runbook-milestone-twice-expected = a milestone belongs to one phase
runbook-language = “{ $text }” is not a language code
runbook-language-expected = expected "fr" or "en"
runbook-priority = not a valid priority
runbook-priority-expected = expected a number from 1 (restored first) to 9
runbook-no-kind = a step has no type
runbook-no-kind-expected = add `phase = "…"`, `break = "…"` or `day_end = "…"`
runbook-several-kinds = a step has more than one type
runbook-several-kinds-expected = keep one of `phase`, `break` and `day_end`
runbook-no-phase = the plan has no phases
runbook-no-phase-expected = add at least one [[step]] with `phase = "…"` and `planned = "1h"`
runbook-too-many = { $field ->
    [role] too many roles: { $found }
    [service] too many services: { $found }
    [audience] too many audiences: { $found }
    [step] too many steps: { $found }
   *[task] too many tasks: { $found }
}
runbook-too-many-expected = at most { $max }
runbook-more = { $count ->
    [one] one more error
   *[other] { $count } more errors
}
runbook-more-expected = fix the errors above first, then check again
