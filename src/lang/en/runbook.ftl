# Errors in plans.

runbook-format-type = “format” must be the number 1
runbook-expected-duration = expected a duration: "45m", "1h30" or "2d"
runbook-expected-interval = expected a duration of one minute or more, e.g. "30m", or one per severity: { "{" } sev1 = "30m", sev2 = "1h" { "}" }
runbook-expected-range = expected a duration, e.g. "1h30", or a range, e.g. "45m..1h30"
runbook-expected-roles = expected one list per role: `tasks.role = ["…"]`
runbook-expected-tasks = expected a list: ["first task", "second task"]
runbook-expected-task = expected a string or { "{" } title = "…", planned = "15m" { "}" }
runbook-misplaced = “{ $field }” does not belong in { $of }
runbook-misplaced-expected = one of: { $known }
runbook-unknown-role = unknown role “{ $role }”
runbook-unknown-step = unknown step “{ $step }”
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
runbook-milestone = “{ $text }” is not a milestone
runbook-milestone-twice = another phase already has the milestone “{ $text }”
runbook-milestone-twice-expected = a milestone belongs to one phase
runbook-language = unsupported language “{ $text }”
runbook-language-expected = expected "fr" or "en"
runbook-priority = not a valid priority
runbook-priority-expected = expected a number from 1 (restored first) to 9
runbook-no-kind = a step has no type
runbook-no-kind-expected = add `phase = "…"`, `break = "…"` or `day_end = "…"`
runbook-several-kinds = a step has more than one type
runbook-several-kinds-expected = keep one of `phase`, `break` and `day_end`
runbook-no-phase = the plan has no phases
runbook-no-phase-expected = add at least one [[step]] with `phase = "…"` and `planned = "1h"`
