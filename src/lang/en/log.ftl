# The log: what everyone did, the sentence that follows their name.
log-label = { $kind ->
    [help] CALL FOR HELP
    [command] COMMAND
    [update] UPDATE
    [proposal] TO APPROVE
    [failed] NOT DELIVERED
    [late] LATE
    [finding] FINDING
    [decision] DECISION
   *[fact] FACT
}
log-decided = { $text }: { $why }
log-objections = { $text } (objections: { $objections })

log-opened = opened the incident “{ $title }” ({ $severity }, plan “{ $plan }”)
log-opened-exercise = opened the exercise “{ $title }” ({ $severity }, plan “{ $plan }”, speed ×{ $speed })
log-because = { $what }: { $reason }
log-retitled = renamed the incident to “{ $title }”
log-severity-set = set the severity to { $severity }
log-situation-set = described the situation: { $what }
log-zone-set = moved the incident to the time zone { $zone }
log-held = put the incident on hold
log-resumed = resumed the incident
log-closed = closed the incident
log-reopened = reopened the incident

log-step-started = { $kind ->
    [break] started the break “{ $step }”
    [day_end] ended the day (“{ $step }”)
   *[phase] started the phase “{ $step }”
}
log-step-finished = { $kind ->
    [break] finished the break “{ $step }”
    [day_end] started the day (after “{ $step }”)
   *[phase] finished the phase “{ $step }”
}
log-step-skipped = skipped “{ $step }”
log-step-reopened = reopened “{ $step }”
log-step-extended = agreed on { $planned } for “{ $step }”
log-day-end-set = planned “{ $step }” at { $at }, work going on at { $resume }
log-step-added = { $kind ->
    [break] added the break “{ $step }”
    [day_end] added the day end “{ $step }”
   *[phase] added the phase “{ $step }”
}
log-step-moved = moved “{ $step }” behind “{ $after }”
log-step-moved-first = moved “{ $step }” to the front

log-task-added = added the task “{ $task }” ({ $role })
log-task-started = started “{ $task }”
log-task-done = did “{ $task }”
log-task-blocked = reported “{ $task }” blocked
log-task-unblocked = unblocked “{ $task }”
log-task-skipped = skipped “{ $task }”
log-task-reopened = reopened “{ $task }”
log-task-assigned = assigned “{ $task }” to { $person }
log-task-taken = took “{ $task }”
log-task-unassigned = took “{ $task }” off its assignee
log-task-retitled = reworded a task to “{ $title }”
log-task-commented = about “{ $task }”: { $text }

log-corrected = corrected record { $entry }: { $text }
log-service-added = added the service “{ $service }” ({ $health })
log-service-set = { $health ->
    [up] declared “{ $service }” up
    [degraded] declared “{ $service }” degraded
   *[down] declared “{ $service }” down
}
log-undone = took back: { $what }
log-undone-bare = took record { $act } back
log-clock-jumped = the machine's clock jumped by { $by }; the incident's went on evenly
log-tail-set-aside = { $bytes ->
    [one] one byte of a write that was cut short was set aside
   *[other] { $bytes } bytes of a write that was cut short were set aside
}
log-moved = continues the log of another machine here; nothing that waited is sent from here ({ $reason })
log-unknown = event of a newer version: { $type }
log-unknown-nameless = event of a newer version, without a name
log-help-asked = { $text }
log-help-asked-for = with “{ $task }”: { $text }
log-help-answered = answered { $person }'s call for help (record { $call })
log-help-no-more = needs no more help (record { $call })
log-offered = { $duty ->
    [command] offered command to { $person }
   *[role] offered the role “{ $role }” to { $person }
}
log-offer-withdrawn = { $duty ->
    [command] withdrew the offer of command
   *[role] withdrew the offer of the role “{ $role }”
}
log-offer-declined = { $duty ->
    [command] declined command
   *[role] declined the role “{ $role }”
}
log-handed-over = { $duty ->
    [command] took command, handed over by { $person }
   *[role] relieved { $person } of the role “{ $role }”
}
log-role-revoked = took the role “{ $role }” back from { $person }
log-command-taken = took command in place of { $from }

# Updates.
cadence-always = every { $every }
cadence-at = { $every } at { $severity }
cadence-never = no cadence
log-audience-set = set how “{ $audience }” is told: { $every }
log-update-proposed = update for “{ $audience }”: { $text }
log-update-dropped = dropped the update that record { $entry } proposed
log-update-posted = for “{ $audience }”: { $text }
log-update-approved = for “{ $audience }”, as proposed by { $person }: { $text }
log-update-addressed = sends update { $message } to { $targets }
log-update-unaddressed = keeps update { $message } in the log alone: no target is set for its audience
log-pushed = tells { $target }: { $text }
log-push-begins = tells { $target } what happens after record { $entry }
log-send-begun = { $kind ->
    [update] is handing update { $message } to { $target }
   *[push] is handing message { $message } to { $target }
}
log-part-sent = { $kind ->
    [update] delivered part { $part } of update { $message } to { $target }
   *[push] delivered part { $part } of message { $message } to { $target }
}
log-delivered = { $kind ->
    [update] delivered update { $message } to { $target }
   *[push] delivered message { $message } to { $target }
}
log-delivered-repeat = { $kind ->
    [update] delivered update { $message } to { $target }, perhaps twice
   *[push] delivered message { $message } to { $target }, perhaps twice
}
log-delivery-delayed = { $kind ->
    [update] could not deliver update { $message } to { $target } yet, and tries again: { $reason }
   *[push] could not deliver message { $message } to { $target } yet, and tries again: { $reason }
}
log-delivery-failed = { $kind ->
    [update] update { $message } did not reach { $target }: { $reason }
   *[push] message { $message } did not reach { $target }: { $reason }
}
log-delivery-retried = { $kind ->
    [update] has update { $message } sent to { $target } again
   *[push] has message { $message } sent to { $target } again
}
log-step-late = { $kind ->
    [break] the break “{ $step }” is past its planned time
   *[phase] the phase “{ $step }” is past its planned time
}

# Restored services, and the review that follows.
log-restore-point = restored “{ $service }” as of { $time }
log-finding-added = { $finding }: { $text }
log-finding-added-about = { $finding }, about “{ $step }”: { $text }
log-finding-corrected = reworded finding { $finding }: { $text }
log-finding-dropped = dropped finding { $finding }
log-action-added = added action { $action } “{ $title }”
log-action-changed = changed action { $action }
log-action-finished = finished action { $action } “{ $title }”
log-action-reopened = reopened action { $action } “{ $title }”
log-action-dropped = gave action { $action } up, “{ $title }”
log-action-with = { $what } ({ $details })
log-action-title = titled “{ $title }”
log-action-owner = given to { $person }
log-action-no-owner = given to nobody
log-action-due = due { $date }
log-action-no-due = without a due date
log-action-finding = for finding { $finding }
log-action-no-finding = for no finding
