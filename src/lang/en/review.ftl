# The review after a crisis: findings and actions.
review-no-findings-yet = No findings. Add one: warroom finding add TEXT
review-no-actions = No actions. Add one: warroom action add TITLE
review-no-such-actions = No matching actions.
review-dropped = { $text } (dropped: { $reason })
column-by = by
column-due = due
column-owner = owner
column-finding = finding
column-incident = incident
column-phase = phase

# The page of the review.
review-findings = { $count ->
    [0] no findings
    [one] one finding
   *[other] { $count } findings
}
review-open = { $count ->
    [0] no open actions
    [one] one open action
   *[other] { $count } open actions
}
review-overdue = { $count ->
    [one] one overdue
   *[other] { $count } overdue
}
review-heading-findings = Findings
review-heading-actions = Actions
review-none-found = No findings yet. Note what went well, what was missing and what nobody expected.
review-none-to-do = No actions yet. Add one: what, who and by when.
review-late = { $days }d overdue
review-due-in = { $days ->
    [0] today
    [1] tomorrow
   *[other] in { $days }d
}
review-nothing-selected = There is nothing to select in the review yet: open it (9), then add a finding or an action.
review-no-action-selected = Select an action first.
review-general = (general)
review-no-finding = (none)
review-finding = Finding
review-owner = Owner
review-owner-hint = a name, or type @ to choose; optional
review-due = Due
review-due-hint = 2026-12-01, tomorrow, +7d; optional
review-due-unreadable = Not a valid date. Enter 2026-12-01, tomorrow or +7d.
review-no-due = no due date
review-no-such-person = No such person: “{ $name }”.
review-outcome = Outcome
review-outcome-hint = optional
review-past = Restore point
review-past-hint = 02:00, yesterday 23:30, 2026-11-21 23:30, -4h
review-past-unreadable = Not a time in the past. Enter 02:00, yesterday 23:30, 2026-11-21 23:30 or -4h.
review-add-finding = Add a finding
review-correct-finding = Correct the finding
review-drop-finding = Drop the finding
review-add-action = Add an action
review-change-action = Edit the action
review-finish-action = Complete the action
review-drop-action = Drop the action
review-restore-point = Restore point
review-finding-title = Finding { $finding }
review-action-title = Action { $action }
review-added = Added
review-corrected = Corrected
review-was-done = Done
review-was-dropped = Dropped
review-was-set-aside = Dropped

# Actions on the screen.
action-add-finding = Add a finding
action-add-finding-hint = finding
action-add-action = Add a follow-up action
action-add-action-hint = action
action-finish-action = Complete the action, or reopen it
action-finish-action-hint = complete
action-take-action = Assign the action to yourself
action-take-action-hint = assign to me
action-change-reviewed = Edit the finding or action
action-change-reviewed-hint = edit
action-drop-reviewed = Drop the finding or action
action-drop-reviewed-hint = drop

# In the log.
log-finding-added = { $finding }: { $text }
log-finding-added-about = { $finding }, about “{ $step }”: { $text }
log-finding-corrected = corrected finding { $finding }: { $text }
log-finding-dropped = dropped finding { $finding }
log-action-added = added action { $action } “{ $title }”
log-action-changed = changed action { $action }
log-action-finished = completed action { $action } “{ $title }”
log-action-reopened = reopened action { $action } “{ $title }”
log-action-dropped = dropped action { $action } “{ $title }”
log-action-with = { $what } ({ $details })
log-action-title = titled “{ $title }”
log-action-owner = assigned to { $person }
log-action-no-owner = unassigned
log-action-due = due { $date }
log-action-no-due = no due date
log-action-finding = for finding { $finding }
log-action-no-finding = not linked to a finding

# Help of the command line.
cli-finding = Manage the findings of the post-incident review
cli-finding-list = List findings
cli-finding-add = Add a finding
cli-finding-correct = Correct a finding
cli-finding-drop = Drop a finding, with a reason
cli-finding-list--all = Include dropped findings
cli-action = Manage follow-up actions
cli-action-list = List actions
cli-action-add = Add an action
cli-action-change = Edit the title, owner, due date or finding of an action
cli-action-done = Complete an action
cli-action-reopen = Reopen a completed or dropped action
cli-action-drop = Drop an action, with a reason
cli-action-list--all = Actions of every incident on this machine
cli-action-list--owner = Only this person's actions
cli-action-list--open = Only open actions
cli-action-list--late = Only overdue actions
cli-action-change--nobody = Unassign the action
