# Forms, choices, questions and details.
ask-quoted = “{ $text }”

# Forms.
ask-note = Note
ask-fact = Fact
ask-decide = Decision
ask-correct = Correct an entry
ask-correct-about = The previous text stays visible, struck through.
ask-comment = Comment on the task
ask-block = Block the task
ask-skip-task = Skip the task
ask-retitle-task = Rename the task
ask-add-task = New task
ask-skip-step = Skip the step
ask-extend = Planned time
ask-add-phase = New phase
ask-add-break = New break
ask-add-day-end = New end of day
ask-hold = Put on hold
ask-hold-about = Phase clocks are paused until you resume.
ask-end-day = End the day
ask-end-day-about = Phase clocks are paused until work resumes.
ask-retitle = Incident title
ask-describe = Situation
ask-close = Close the incident
ask-close-about = { $open ->
    [0] All tasks are complete. Clocks stop; you can still add notes.
    [one] One task is still open. Clocks stop; you can still add notes.
   *[other] { $open } tasks are still open. Clocks stop; you can still add notes.
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
ask-missing = What is blocking it?
ask-help-what = What do you need?
ask-title = Title
ask-role = Role
ask-phase = Phase
ask-planned = Planned time
ask-planned-hint = 45m, 1h30 or 45m..1h30
ask-planned-hint-optional = optional: 45m, or 45m..1h30
ask-first = At the start
ask-behind = After “{ $step }”
ask-place = Place
ask-at = Ends at
ask-resume = Work resumes at
ask-what = What is affected
ask-since = Since when
ask-impact = Impact
ask-name = Name
ask-priority = Priority
ask-health = State
ask-rto = RTO
ask-rpo = RPO
ask-rto-hint = optional: recovery time, e.g. 4h
ask-rpo-hint = optional: allowed data loss, e.g. 1h
ask-title-hint = e.g. Cyberattack, production encrypted
ask-severity = Severity
ask-plan = Plan
ask-kind = Kind
ask-speed = Speed
ask-speed-hint = 1, or 60 for one hour per minute

# Errors in a form.
ask-needed = Required field.
ask-number = Enter a number from { $least } to { $most }.
ask-time-unreadable = Enter a time of day, e.g. 08:30.
ask-form-keys = Enter submit · Esc cancel
ask-form-keys-prose = Enter submit · Alt+Enter new line · Esc cancel
ask-form-keys-more = Enter next · Ctrl+S submit · Esc cancel
ask-form-keys-more-prose = Enter next · Alt+Enter new line · Ctrl+S submit · Esc
ask-form-leaving = Discard this text? Esc again to discard.

# Choices and questions.
ask-yes = Enter  yes
ask-no = Esc  no
ask-picker-keys = ↑↓ choose · Enter · Esc
ask-reader-keys = ↑↓ scroll · Esc close
ask-search = Search
ask-search-keys = Enter apply · Esc cancel
ask-nothing-found = No matches
ask-typed = “{ $text }”
ask-palette = Commands
ask-assign = Assign “{ $task }”
ask-me = you
ask-nobody = nobody
ask-all = all
ask-finish-open = { $open ->
    [one] One task is still open in “{ $step }”. Finish the step anyway?
   *[other] { $open } tasks are still open in “{ $step }”. Finish the step anyway?
}
ask-next-open = { $open ->
    [one] Finish all running steps, with one task still open, and start “{ $next }”?
   *[other] Finish all running steps, with { $open } tasks still open, and start “{ $next }”?
}
ask-next-night = { $open ->
    [0] End the day: { $next }?
    [one] End the day: { $next }? One task is still open.
   *[other] End the day: { $next }? { $open } tasks are still open.
}
ask-next-none = { $open ->
    [one] Finish all running steps, with one task still open? No step follows.
   *[other] Finish all running steps, with { $open } tasks still open? No step follows.
}
ask-no-task = No task selected.
ask-no-step = This action does not apply to any step right now.
ask-no-service = No services are tracked; add one first.
ask-not-correctable = Only notes, facts and decisions can be corrected; select one in the log.
ask-copied = Copied.

# Notices of what was done.
ask-done-note = Note added: { $text }
ask-done-fact = Fact recorded: { $text }
ask-done-decision = Decision recorded: { $text }
ask-done-comment = You { $text }
ask-done-call = Call for help shown to everyone: { $text }
ask-done-update = Update recorded, sending to: { $text }
ask-done-update-kept = Update recorded in the log only, since its audience has no channel: { $text }
ask-done-update-to-fix = Update recorded, but channels need fixing: { $targets } ({ $text })
ask-done-proposal = Update proposed, awaiting approval: { $text }

# Details.
ask-help = Help
ask-help-about = Every action can also be found by name in the command palette. Mouse: click to select, click the box to complete, double-click to open.
ask-help-signs = Symbols on the screen
ask-help-elapsed = time since opening, holds and nights included
ask-help-active = time without holds and nights, against the planned time
ask-help-late = over the planned maximum
ask-help-early = under the planned minimum
ask-help-extended = planned → agreed: running steps are measured against the agreed time, finished ones against the plan
ask-help-due = planned minimum reached
ask-help-range = planned minimum, then the margin to the maximum
ask-help-tasks = task to do, in progress, blocked, done, skipped
ask-help-services = service up, degraded, down
ask-help-updates = when the next status update is due
ask-more = ↓ { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}
ask-gone = This no longer exists.
ask-task = Task
ask-entry = Log entry
ask-state = State
ask-task-state = { $state }: { $reason }
ask-person = Person
ask-changed = Last change
ask-changed-by = { $at } by { $by }
ask-started = Started at
ask-planned-late = { $planned }, late
ask-id = ID
ask-comments = Comments
ask-task-keys = Available actions
ask-when = When
ask-number-of-record = Entry
ask-former = Previous text
ask-corrected-by = Corrected { $at } by { $by }
ask-undone-by = Undone { $at } by { $by }

# Alarms.
ask-alarm-step = “{ $step }” has exceeded its planned time.
ask-alarm-step-extended = “{ $step }” has exceeded its extended time ({ $planned }).
ask-alarm-task = The task “{ $task }” has exceeded its planned time.
ask-alarm-service = The service “{ $service }” has exceeded its recovery time objective.

# Calls for help and offers.
ask-call = Call for help
ask-call-about = Shown on every screen until resolved.
ask-help-about-task = About “{ $task }”. Shown on every screen until resolved.
ask-call-of = { $person } called for help ({ $at })
ask-call-answered = Mark resolved
ask-call-no-more = Help no longer needed
ask-show-task = Show the task
ask-later = Later
ask-no-call = No open calls for help.
ask-offer = Offer
ask-offer-about = To { $person }: { $duty }. The handover takes effect when { $person } accepts.
ask-offer-whom = Offer { $duty }
ask-briefing = Briefing
ask-no-briefing = No briefing.
ask-call-names = Tab: { $names }
ask-duty-command = command
ask-duty-role = the role “{ $role }”
ask-offered-by = { $person } has offered you { $duty }
ask-offered-to = You have offered { $duty } to { $person }
ask-offer-to-me = Offered at { $at }, { $span } ago. The offer does not expire, and nothing changes until you accept. It ends when you decline, when { $person } withdraws it, or when the incident closes.
ask-offer-by-me = Offered at { $at }, { $span } ago. The offer does not expire, and nothing changes until { $person } accepts. It ends when { $person } declines, when you withdraw it, or when the incident closes.
ask-accept = Accept
ask-decline = Decline
ask-withdraw = Withdraw
ask-no-offer = No open offers.
ask-none-taken-over = No role has been taken over in this incident.
ask-nobody-else = No other people are known here; the People page (key 5) explains how to let someone in.
ask-nothing-asks = Nothing needs attention.
ask-take = Take command
ask-take-about = { $person } is in command and will be notified; the log records the reason.
ask-in-command = You are already in command.
ask-card-keys = ←→ choose · Enter · ↑↓ read · Esc
ask-alarm-call = { $person } is calling for help: { $text }
ask-alarm-offer = { $person } has offered you { $duty }.
ask-alarm-declined = { $person } declined { $duty }.
ask-alarm-handed-over = { $person } accepted { $duty }.
ask-alarm-taken = { $person } took command from { $from }.
ask-alarm-revoked = { $person } has taken { $duty } away from you.
ask-alarm-assigned = { $person } assigned “{ $task }” to you.
ask-alarm-mention = { $person } mentioned you: { $text }

# Status updates.
ask-update-title = Status update
ask-update-audience = For
ask-update-occasion = Type
ask-update-keys = Tab field · Ctrl+R draft · Ctrl+S preview · Esc
ask-update-keys-choice = ←→ choose · Tab field · Ctrl+S preview · Esc
ask-update-keys-proposal = Ctrl+S preview · Esc cancel
ask-update-length = { $count ->
    [0] empty
    [one] { $count } character
   *[other] { $count } characters
}
ask-update-length-long = △ { $count } characters: over 1000, a message is too long to read at a glance
ask-update-hidden = masked: { $words }
ask-update-already = △ { $person }'s update for this audience has been awaiting approval since { $at } (page 8)
ask-update-own-template = Your template is invalid; the bundled one is used instead.
ask-update-post = Send
ask-update-propose = Request approval
ask-update-approve = Approve and send
ask-update-edit = Edit
ask-update-drop = Drop
ask-update-later = Later
ask-update-preview-waits = Loading preview…
ask-update-no-target = No channel is set up for this audience: the update is only recorded in the log.
ask-update-proposed-by = Proposed by { $person } at { $at }, { $minutes ->
    [0] just now
   *[other] { $age } ago
}
ask-update-deliveries = Deliveries
ask-no-audience = This incident has no audiences: neither its plan nor notify.toml defines any.
ask-target-audiences = Audiences
ask-target-push = Automatic messages
ask-target-no-push = none
ask-target-unknown = This channel is no longer configured on the host.
ask-target-since = Since { $at }
ask-cadence = Update cadence
ask-cadence-every = Cadence at { $severity }
ask-cadence-never = never; or 30m, 1h…
ask-cadence-approval-label = Approval
ask-cadence-approval = by the commander
ask-cadence-no-approval = not needed
ask-cadence-nights-label = At night
ask-cadence-nights = same as during the day
ask-cadence-morning = wait until morning
ask-alarm-update = The status update for “{ $audience }” is late.
ask-alarm-proposed = { $person } proposed a status update for “{ $audience }”.
ask-alarm-approved = { $person } approved your status update for “{ $audience }”.
ask-alarm-dropped = { $person } dropped your status update.
ask-alarm-to-fix = Channel “{ $target }” needs fixing: { $reason }

# The report.
ask-report = Report
ask-report-awaited = Generating the report…
ask-report-inside = Internal report
ask-report-outside = External report
ask-report-to-inside = internal
ask-report-to-outside = external
ask-report-percent = { $percent }%
ask-report-search = Search
ask-report-found = { $at } of { $of }
ask-report-not-found = no matches
ask-report-foot = Export: { $command }
ask-report-file = Export to a file
ask-report-file-about = Run this command in a terminal to export a page that any browser can show and print:
ask-report-file-name = report.html
ask-report-host = HOST
ask-report-copied = Command copied.
ask-report-shortened = Last { $shown } lines shown; the { $left } earlier ones are in the exported file and on the Log page.
