# The review after a crisis: findings and actions.
review-no-findings-yet = No finding. Add one: warroom finding add TEXT
review-no-such-actions = No such action.
review-dropped = { $text } (dropped: { $reason })
column-by = by
column-due = due
column-owner = owner
column-finding = finding
column-incident = incident
column-phase = phase
