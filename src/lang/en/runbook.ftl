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

runbook-too-big = the file has { $mebibytes } MiB: too much for a plan
runbook-too-big-expected = a plan has { $max } MiB at most
runbook-not-text = the file is not text in UTF-8
runbook-not-text-expected = save the plan as text in UTF-8

runbook-format = this version does not know that format of plans
runbook-format-type = “format” must be the number 1
runbook-format-expected = `format = 1` is expected
runbook-missing = { $of } lacks “{ $field }”
runbook-missing-expected = add `{ $field } = …` here
runbook-type = “{ $field }” is { $found }
runbook-expected-text = a text between quotes is expected
runbook-expected-duration = a length of time is expected: "45m", "1h30" or "2d"
runbook-expected-interval = a length of time from one minute on is expected, "30m", or one for each severity: { "{" } sev1 = "30m", sev2 = "1h" { "}" }
runbook-expected-flag = true or false is expected, without quotes
runbook-expected-range = a length of time is expected, "1h30", or two: "45m..1h30"
runbook-expected-tables = a heading of its own, `[[{ $heading }]]`, is expected for each one
runbook-expected-roles = one list for each role is expected: `tasks.role = ["…"]`
runbook-expected-tasks = a list is expected: ["first task", "second task"]
runbook-expected-task = a text or { "{" } title = "…", planned = "15m" { "}" } is expected
runbook-empty = “{ $field }” is empty
runbook-empty-expected = a text is expected
runbook-too-long = “{ $field }” is too long
runbook-too-long-expected = { $max } characters at most
runbook-unknown-field = { $of } has no field “{ $field }”
runbook-unknown-field-expected = one of: { $known }
runbook-misplaced = “{ $field }” has no place in { $of }
runbook-misplaced-expected = one of: { $known }
runbook-unknown-role = no role has the id “{ $role }”
runbook-unknown-role-expected = one of: { $known }
runbook-no-role-expected = declare the role first, under [[role]]
runbook-id = “{ $id }” cannot be an id
runbook-id-expected = 1 to 96 of a-z, 0-9, “-” and “_”
runbook-duplicate = the id “{ $id }” is taken
runbook-duplicate-expected = each id is used once: choose another for { $of }
runbook-duration = “{ $text }” is no length of time
runbook-duration-unit = “{ $text }” lacks a unit, m or h
runbook-duration-upside-down = the least is more than the most
runbook-duration-nothing = no time at all is planned
runbook-duration-too-long = that is more than a year
runbook-duration-too-short = “{ $text }” is less than a minute
runbook-duration-range = a range has no place here
runbook-time-of-day = “{ $text }” is no time of day
runbook-time-of-day-expected = a time between quotes is expected: "08:00"
runbook-health = “{ $text }” is no state of a service
runbook-health-expected = "up", "degraded" or "down" is expected
runbook-milestone = “{ $text }” is no milestone
runbook-milestone-expected = "engaged", "degraded" or "restored" is expected
runbook-milestone-twice = another phase reaches the milestone “{ $text }” already
runbook-milestone-twice-expected = each milestone is reached by one phase
runbook-language = “{ $text }” is no code of a language
runbook-language-expected = "fr" or "en" is expected
runbook-priority = this is no priority
runbook-priority-expected = a number from 1 (restored first) to 9 is expected
runbook-no-kind = a step does not say what it is
runbook-no-kind-expected = add `phase = "…"`, `break = "…"` or `day_end = "…"`
runbook-several-kinds = a step is more than one thing
runbook-several-kinds-expected = keep one of `phase`, `break` and `day_end`
runbook-no-phase = the plan has no phase
runbook-no-phase-expected = add at least one [[step]] with `phase = "…"` and `planned = "1h"`
runbook-too-many = { $field ->
    [role] { $found } roles are too many
    [service] { $found } services are too many
    [audience] { $found } audiences are too many
    [step] { $found } steps are too many
   *[task] { $found } tasks are too many
}
runbook-too-many-expected = { $max } at most
runbook-more = { $count ->
    [one] there is one more problem
   *[other] there are { $count } more problems
}
runbook-more-expected = mend those above first, then check again
