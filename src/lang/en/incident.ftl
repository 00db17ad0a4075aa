# The incident as a whole.

# Actions on the screen.
action-hold = Put on hold, or resume
action-hold-hint = hold
action-resume = Resume after a hold
action-end-day = End the day
action-start-day = Start the day
action-retitle = Rename the incident
action-set-severity = Change the severity
action-describe = Describe the situation
action-set-zone = Change the time zone
action-close = Close the incident
action-reopen = Reopen the incident
action-reopen-hint = reopen

# Forms and questions.
ask-hold = Put on hold
ask-hold-about = Phase clocks are paused until you resume.
ask-end-day = End the day
ask-end-day-about = Phase clocks are paused until work resumes.
ask-retitle = Incident title
ask-describe = Situation
ask-close = Close the incident
ask-close-nothing = Nothing is left open.
ask-close-about = { $left } Clocks stop; you can still add notes.
ask-reopen = Reopen the incident
ask-new-incident = New incident
ask-what = What is affected
ask-since = Since
ask-impact = Impact
ask-title-hint = e.g. Cyberattack, production encrypted
ask-severity = Severity
ask-plan = Plan
ask-kind = Type
ask-speed = Speed
ask-speed-hint = 1, or 60 for one hour per minute

# In the log.
log-opened = opened the incident “{ $title }” ({ $severity }, plan “{ $plan }”)
log-opened-exercise = opened the exercise “{ $title }” ({ $severity }, plan “{ $plan }”, speed ×{ $speed })
log-retitled = renamed the incident to “{ $title }”
log-severity-set = set the severity to { $severity }
log-situation-set = described the situation: { $what }
log-zone-set = changed the time zone to { $zone }
log-held = put the incident on hold
log-resumed = resumed the incident
log-closed = closed the incident
log-reopened = reopened the incident
log-clock-jumped = the machine's clock jumped by { $by }; the incident's clock was not affected
log-tail-set-aside = { $bytes ->
    [one] set aside one byte of an interrupted write
   *[other] set aside { $bytes } bytes of an interrupted write
}
log-moved = continued the incident on this machine; messages pending on the other one will not be sent ({ $reason })

# Help of the command line.
cli-hold = Put the incident on hold: phase clocks are paused
cli-resume = Resume after a hold
cli-retitle = Rename the incident
cli-severity = Change the severity
cli-situation = Describe the situation; without text, show it
cli-zone = Change the incident's time zone
cli-close = Close the incident
cli-close--dry-run = Only list what would be left open
cli-reopen = Reopen a closed incident

# Output of commands.
close-left = Left open: { $what }.
close-tasks = { $count ->
    [one] 1 task
   *[other] { $count } tasks
}
close-steps = { $count ->
    [one] 1 step
   *[other] { $count } steps
}
close-services = { $count ->
    [one] 1 service not up
   *[other] { $count } services not up
}
close-audiences = { $count ->
    [one] 1 audience still owed an update
   *[other] { $count } audiences still owed an update
}
close-calls = { $count ->
    [one] 1 call for help
   *[other] { $count } calls for help
}
close-actions = { $count ->
    [one] 1 follow-up action
   *[other] { $count } follow-up actions
}
close-nothing = Nothing would be left open.
close-back = To reopen it: { $command }
verb-no-situation = The situation has not been described yet. Describe it: warroom situation TEXT --since SINCE --impact IMPACT
situation-what = Affected: { $text }
situation-since = Since: { $text }
situation-impact = Impact: { $text }
