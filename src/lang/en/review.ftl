# The review after a crisis: findings and actions.
review-no-findings-yet = No finding. Add one: warroom finding add TEXT
review-no-actions = There is no action. Add one: warroom action add TITLE
review-no-such-actions = No such action.
review-dropped = { $text } (dropped: { $reason })
column-by = by
column-due = due
column-owner = owner
column-finding = finding
column-incident = incident
column-phase = phase

# The page of the review.
review-findings = { $count ->
    [0] no finding
    [one] one finding
   *[other] { $count } findings
}
review-open = { $count ->
    [0] no open action
    [one] one open action
   *[other] { $count } open actions
}
review-overdue = { $count ->
    [one] one late
   *[other] { $count } late
}
review-heading-findings = Findings
review-heading-actions = Actions
review-none-found = No finding yet: what went well, what was missing, what nobody had thought of.
review-none-to-do = No action yet: what somebody will do, and until when, so that the next crisis goes better.
review-late = late by { $days } d
review-due-in = { $days ->
    [0] today
    [1] tomorrow
   *[other] in { $days } d
}
review-nothing-selected = The review has nothing to choose here yet: open it (9), then add a finding or an action.
review-no-action-selected = Select an action first.
review-general = (in general)
review-no-finding = (none)
review-finding = Finding
review-owner = Owner
review-owner-hint = a name, or @; optional
review-due = Due
review-due-hint = 2026-12-01, 1/12, tomorrow, +7d; optional
review-due-unreadable = That is no day: write 2026-12-01, 1/12, tomorrow or +7d.
review-no-due = no due date
review-no-such-person = Nobody is called “{ $name }” here.
review-outcome = Outcome
review-outcome-hint = what came of it; optional
review-past = The data are of
review-past-hint = 02:00, yesterday 23:30, 2026-11-21 23:30, -4h
review-past-unreadable = That is no past moment: write 02:00, yesterday 23:30, 2026-11-21 23:30 or -4h.
review-add-finding = Add a finding
review-correct-finding = Reword the finding
review-drop-finding = Drop the finding
review-add-action = Add an action
review-change-action = Change the action
review-finish-action = Finish the action
review-drop-action = Give the action up
review-restore-point = Restored data
review-finding-title = Finding { $finding }
review-action-title = Action { $action }
review-added = Added
review-corrected = Reworded
review-was-done = Done
review-was-dropped = Given up
review-was-set-aside = Dropped
