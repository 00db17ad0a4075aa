# The log: the sentence after a person's name.
log-label = { $kind ->
    [help] CALL FOR HELP
    [command] COMMAND
    [update] UPDATE
    [proposal] PROPOSED
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
log-zone-set = changed the time zone to { $zone }
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
log-step-extended = changed the planned time of “{ $step }” to { $planned }
log-day-end-set = planned “{ $step }” at { $at }, work resuming at { $resume }
log-step-added = { $kind ->
    [break] added the break “{ $step }”
    [day_end] added the end of day “{ $step }”
   *[phase] added the phase “{ $step }”
}
log-step-moved = moved “{ $step }” after “{ $after }”
log-step-moved-first = moved “{ $step }” to the start

log-task-added = added the task “{ $task }” ({ $role })
log-task-started = started “{ $task }”
log-task-done = completed “{ $task }”
log-task-blocked = blocked “{ $task }”
log-task-unblocked = unblocked “{ $task }”
log-task-skipped = skipped “{ $task }”
log-task-reopened = reopened “{ $task }”
log-task-assigned = assigned “{ $task }” to { $person }
log-task-taken = took “{ $task }”
log-task-unassigned = unassigned “{ $task }”
log-task-retitled = renamed a task to “{ $title }”
log-task-commented = commented on “{ $task }”: { $text }

log-corrected = corrected entry { $entry }: { $text }
log-service-added = added the service “{ $service }” ({ $health })
log-service-set = { $health ->
    [up] marked “{ $service }” as up
    [degraded] marked “{ $service }” as degraded
   *[down] marked “{ $service }” as down
}
log-undone = undid: { $what }
log-undone-bare = undid entry { $act }
log-clock-jumped = the machine's clock jumped by { $by }; the incident's clock was not affected
log-tail-set-aside = { $bytes ->
    [one] set aside one byte of an interrupted write
   *[other] set aside { $bytes } bytes of an interrupted write
}
log-moved = continued another machine's log here; messages pending there will not be sent from here ({ $reason })
log-unknown = event from a newer version: { $type }
log-unknown-nameless = event from a newer version, unnamed
log-help-asked = { $text }
log-help-asked-for = for “{ $task }”: { $text }
log-help-answered = resolved { $person }'s call for help (entry { $call })
log-help-no-more = no longer needs help (entry { $call })
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
   *[role] took over the role “{ $role }” from { $person }
}
log-role-revoked = revoked the role “{ $role }” from { $person }
log-command-taken = took command from { $from }

# Updates.
cadence-always = every { $every }
cadence-at = { $every } at { $severity }
cadence-never = no cadence
log-audience-set = set the update cadence for “{ $audience }”: { $every }
log-update-proposed = update for “{ $audience }”: { $text }
log-update-dropped = dropped the update proposed in entry { $entry }
log-update-posted = for “{ $audience }”: { $text }
log-update-approved = for “{ $audience }”, proposed by { $person }: { $text }
log-update-addressed = queued update { $message } for { $targets }
log-update-unaddressed = kept update { $message } in the log only: its audience has no channel
log-pushed = queued an automatic message for { $target }: { $text }
log-push-begins = will notify { $target } of events after entry { $entry }
log-send-begun = { $kind ->
    [update] started sending update { $message } to { $target }
   *[push] started sending message { $message } to { $target }
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
    [update] delivered update { $message } to { $target }, possibly twice
   *[push] delivered message { $message } to { $target }, possibly twice
}
log-delivery-delayed = { $kind ->
    [update] could not deliver update { $message } to { $target } (will retry): { $reason }
   *[push] could not deliver message { $message } to { $target } (will retry): { $reason }
}
log-delivery-failed = { $kind ->
    [update] update { $message } did not reach { $target }: { $reason }
   *[push] message { $message } did not reach { $target }: { $reason }
}
log-delivery-retried = { $kind ->
    [update] requested another attempt to send update { $message } to { $target }
   *[push] requested another attempt to send message { $message } to { $target }
}
log-step-late = { $kind ->
    [break] the break “{ $step }” is over its planned time
   *[phase] the phase “{ $step }” is over its planned time
}

# Restored services, and the review that follows.
log-restore-point = recorded the restore point of “{ $service }”: { $time }
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
