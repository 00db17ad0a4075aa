# Forms, choices, questions and details.
ask-quoted = “{ $text }”

# Forms.
ask-note = Note
ask-fact = Fact
ask-decide = Decision
ask-correct = Correct a record
ask-correct-about = The old text stays visible, struck through.
ask-comment = Comment on the task
ask-block = Task blocked
ask-skip-task = Skip the task
ask-retitle-task = Reword the task
ask-add-task = New task
ask-skip-step = Skip the step
ask-extend = Planned time
ask-add-phase = New phase
ask-add-break = New break
ask-add-day-end = New day end
ask-hold = Hold
ask-hold-about = The clocks of the phases stand still until you resume.
ask-end-day = End the day
ask-end-day-about = The clocks of the phases stand still until work goes on.
ask-retitle = Title of the incident
ask-describe = Situation
ask-close = Close the incident
ask-close-about = { $open ->
    [0] All tasks are over. The clocks stop; the log still takes notes.
    [one] One task is not over. The clocks stop; the log still takes notes.
   *[other] { $open } tasks are not over. The clocks stop; the log still takes notes.
}
ask-reopen = Reopen the incident
ask-add-service = New service
ask-new-incident = New incident

# Fields.
ask-text = Text
ask-decision = Decision
ask-why = Why
ask-objections = Objections
ask-reason = Reason
ask-missing = What is missing
ask-title = Title
ask-role = Role
ask-phase = Phase
ask-planned = Planned time
ask-planned-hint = 45m, 1h30, or 45m..1h30
ask-planned-hint-optional = optional: 45m, or 45m..1h30
ask-first = At the very start
ask-behind = Behind “{ $step }”
ask-place = Place
ask-at = Ends at
ask-resume = Work goes on at
ask-what = What is hit
ask-since = Since when
ask-impact = Impact
ask-name = Name
ask-priority = Priority
ask-health = State
ask-rto = RTO
ask-rpo = RPO
ask-rto-hint = optional: recovery time, 4h
ask-rpo-hint = optional: data loss allowed, 1h
ask-title-hint = e.g. Cyberattack, production encrypted
ask-severity = Severity
ask-plan = Plan
ask-kind = Kind
ask-speed = Speed
ask-speed-hint = 1, or 60 to make an hour pass in a minute

# Mistakes in a form.
ask-needed = This field is needed.
ask-number = Write a number from { $least } to { $most }.
ask-time-unreadable = Write a time of day, such as 08:30.
ask-form-keys = Enter submit · Esc cancel
ask-form-keys-prose = Enter submit · Alt+Enter line · Esc cancel
ask-form-keys-more = Enter next · Ctrl+S submit · Esc cancel
ask-form-keys-more-prose = Enter next · Alt+Enter line · Ctrl+S submit · Esc
ask-form-leaving = Your text will be lost. Esc once more to give it up.

# Choices and questions.
ask-yes = Enter  yes
ask-no = Esc  no
ask-picker-keys = ↑↓ choose · Enter · Esc
ask-reader-keys = ↑↓ scroll · Esc close
ask-search = Search
ask-search-keys = Enter keep · Esc cancel
ask-nothing-found = Nothing fits.
ask-typed = “{ $text }”
ask-palette = Commands
ask-assign = Assign “{ $task }”
ask-me = you
ask-nobody = nobody
ask-all = all
ask-finish-open = { $open ->
    [one] One task is not over in “{ $step }”. Finish the step all the same?
   *[other] { $open } tasks are not over in “{ $step }”. Finish the step all the same?
}
ask-next-open = { $open ->
    [one] One task is not over in what runs. Go on to “{ $next }” all the same?
   *[other] { $open } tasks are not over in what runs. Go on to “{ $next }” all the same?
}
ask-next-night = { $open ->
    [0] The day ends: { $next }. Go on to the night?
    [one] The day ends: { $next }. One task is not over. Go on to the night?
   *[other] The day ends: { $next }. { $open } tasks are not over. Go on to the night?
}
ask-next-none = { $open ->
    [one] One task is not over in what runs, and nothing follows. Finish all the same?
   *[other] { $open } tasks are not over in what runs, and nothing follows. Finish all the same?
}
ask-no-task = No task is selected.
ask-no-step = No step allows it.
ask-no-service = No service is followed; add one first.
ask-not-correctable = Only a note, a fact or a decision can be corrected; select one in the log.
ask-copied = Copied.

# What was done, where the log has only the words.
ask-done-note = Note added: { $text }
ask-done-fact = Fact recorded: { $text }
ask-done-decision = Decision recorded: { $text }
ask-done-comment = Comment added { $text }
ask-done-call = Everybody sees your call for help: { $text }
ask-done-update = Update recorded, on its way: { $text }
ask-done-update-kept = Update recorded, not sent for want of a target: { $text }
ask-done-update-to-fix = Update recorded, but to fix before it arrives: { $targets } ({ $text })
ask-done-proposal = Status update proposed, it waits for approval: { $text }

# Details.
ask-help = Help
ask-help-about = Every action is also found by its name among the commands. The mouse works: a click selects, a click on the box ticks, a double click opens.
ask-help-signs = Reading the screen
ask-help-elapsed = time since the opening, holds and nights included
ask-help-active = the same without holds and nights, against the planned time of the plan
ask-help-late = past the planned most
ask-help-early = before the planned least
ask-help-extended = planned, then agreed since: what runs is held against the second, what is over against the plan
ask-help-due = the planned least is past
ask-help-range = the planned least, then what may come on top of it
ask-help-tasks = a task to do, under way, blocked, done, skipped
ask-help-services = a service that is up, degraded, down
ask-help-updates = when the next status update is due
ask-more = ↓ { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}
ask-gone = This is gone.
ask-task = Task
ask-entry = Record of the log
ask-state = State
ask-task-state = { $state }: { $reason }
ask-person = Person
ask-changed = Last change
ask-changed-by = { $at } by { $by }
ask-started = Started at
ask-planned-late = { $planned }, late
ask-id = Id
ask-comments = Comments
ask-task-keys = What you can do
ask-when = When
ask-number-of-record = Record
ask-former = Former text
ask-corrected-by = Corrected { $at } by { $by }
ask-undone-by = Taken back { $at } by { $by }

# Alarms.
ask-alarm-step = “{ $step }” has passed its planned time.
ask-alarm-step-extended = “{ $step }” has passed its extended time ({ $planned }).
ask-alarm-task = The task “{ $task }” has passed its planned time.
ask-alarm-service = The service “{ $service }” has passed its recovery time.

# What people ask of each other.
ask-call = Call for help
ask-call-about = Everybody sees it until somebody answers.
ask-help-about-task = About “{ $task }”. Everybody sees it until somebody answers.
ask-call-of = { $person } calls for help ({ $at })
ask-call-answered = It is settled
ask-call-no-more = No help needed any more
ask-show-task = Show the task
ask-later = Later
ask-no-call = Nobody calls for help.
ask-offer = Offer
ask-offer-about = To { $person }: { $duty }. It changes hands when { $person } accepts.
ask-offer-whom = Offer { $duty }
ask-briefing = Briefing
ask-no-briefing = Without a briefing.
ask-call-names = Tab: { $names }
ask-duty-command = command
ask-duty-role = the role “{ $role }”
ask-offered-by = { $person } offers you { $duty }
ask-offered-to = You offer { $duty } to { $person }
ask-offer-to-me = Offered at { $at }, { $span } ago. It does not run out: until you accept, nothing changes hands. It ends where you decline, where { $person } withdraws it, or with the incident.
ask-offer-by-me = Offered at { $at }, { $span } ago. It does not run out: until { $person } accepts, nothing changes hands. It ends where { $person } declines, where you withdraw it, or with the incident.
ask-accept = Accept
ask-decline = Decline
ask-withdraw = Withdraw
ask-no-offer = Nothing is offered.
ask-none-taken-over = Nobody has taken a role over in this incident.
ask-nobody-else = Nobody else is known here; the page of people (key 5) says how to let somebody in.
ask-nothing-asks = Nothing calls you.
ask-take = Take command
ask-take-about = { $person } is in command and will be told; the log keeps the reason.
ask-in-command = You are in command already.
ask-card-keys = ←→ choose · Enter · ↑↓ read · Esc
ask-alarm-call = { $person } calls for help: { $text }
ask-alarm-offer = { $person } offers you { $duty }.
ask-alarm-declined = { $person } declined { $duty }.
ask-alarm-handed-over = { $person } accepted { $duty }.
ask-alarm-taken = { $person } has taken command in place of { $from }.
ask-alarm-revoked = { $person } took { $duty } back from you.
ask-alarm-assigned = { $person } gave you “{ $task }”.
ask-alarm-mention = { $person } speaks to you: { $text }

# Status updates.
ask-update-title = Status update
ask-update-audience = For
ask-update-occasion = Occasion
ask-update-keys = Tab field · Ctrl+R draft · Ctrl+S preview · Esc
ask-update-keys-choice = ←→ choose · Tab field · Ctrl+S preview · Esc
ask-update-keys-proposal = Ctrl+S preview · Esc cancel
ask-update-length = { $count ->
    [0] empty
    [one] { $count } character
   *[other] { $count } characters
}
ask-update-length-long = △ { $count } characters: beyond 1000 a message is no longer read at a glance
ask-update-hidden = hidden: { $words }
ask-update-already = △ An update by { $person } for this audience already waits for approval, since { $at } (page 8)
ask-update-own-template = Your own template cannot be used, the program's takes its place.
ask-update-post = Send
ask-update-propose = Ask for approval
ask-update-approve = Approve and send
ask-update-edit = Edit
ask-update-drop = Drop
ask-update-later = Later
ask-update-preview-waits = The preview is on its way…
ask-update-no-target = No target serves this audience: the update will be kept in the log alone.
ask-update-proposed-by = Proposed by { $person } at { $at }, { $minutes ->
    [0] just now
   *[other] { $age } ago
}
ask-update-deliveries = Deliveries
ask-no-audience = This incident has no audience: its plan names none.
ask-target-audiences = Audiences
ask-target-push = Automatic pushes
ask-target-no-push = none
ask-target-unknown = This target is no longer in the host's settings.
ask-target-since = Since { $at }
ask-cadence = Cadence of status updates
ask-cadence-every = Cadence at { $severity }
ask-cadence-never = no cadence; else 30m, 1h…
ask-cadence-approval-label = Approval
ask-cadence-approval = by the commander
ask-cadence-no-approval = not needed
ask-cadence-nights-label = At night
ask-cadence-nights = as by day
ask-cadence-morning = wait for the morning
ask-alarm-update = The status update for “{ $audience }” is late.
ask-alarm-proposed = { $person } proposes a status update for “{ $audience }”.
ask-alarm-approved = { $person } approved your status update for “{ $audience }”.
ask-alarm-dropped = { $person } dropped your status update.
ask-alarm-to-fix = The target “{ $target }” is to be fixed: { $reason }

# The report.
ask-report = Report
ask-report-awaited = The report is being made…
ask-report-inside = Report for those inside
ask-report-outside = Report for those outside
ask-report-to-inside = inside
ask-report-to-outside = outside
ask-report-percent = { $percent }%
ask-report-search = Search
ask-report-found = { $at } of { $of }
ask-report-not-found = nothing found
ask-report-foot = As a file: { $command }
ask-report-file = As a file
ask-report-file-about = This command, typed in a terminal, makes one page of it that any browser reads and prints:
ask-report-file-name = report.html
ask-report-host = HOST
ask-report-copied = The command is copied.
ask-report-shortened = The last { $shown } lines; the { $left } before them are in the file, and the whole log on its page.
