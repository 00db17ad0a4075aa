# Refusals: why, and what to do instead.
refusal-closed = The incident is closed: reopen it first.
refusal-not-closed = The incident is not closed: there is nothing to reopen.
refusal-held = The incident is on hold: resume it first.
refusal-not-held = The incident is not on hold: phase clocks are running.
refusal-night = The day has ended (“{ $step }”): start the next day first.
refusal-not-night = The day has already started: there is no night to end.
refusal-no-such-step = No such step: “{ $step }”.
refusal-no-such-task = No such task: “{ $task }”.
refusal-no-such-service = No such service: “{ $service }”.
refusal-no-such-role = The plan has no role “{ $role }”. Choose from { $known }.
refusal-no-such-entry = The log has no entry { $entry }. See the log for entry numbers.
refusal-step-is = { $state ->
    [waiting] “{ $step }” has not started: start it first.
    [active] “{ $step }” is already running.
    [finished] “{ $step }” is finished: reopen it to continue.
   *[skipped] “{ $step }” was skipped. Reopen it first.
}
refusal-not-a-phase = “{ $step }” is not a phase: only phases have tasks.
refusal-no-range = “{ $step }” is an end of day and has no planned duration. To set when work resumes, end the day (warroom day end --resume 08:00).
refusal-task-is = { $state ->
    [todo] “{ $title }” is open: there is nothing to unblock or reopen.
    [doing] “{ $title }” is already in progress{ $by }.
    [blocked] “{ $title }” is blocked{ $by }: unblock it first.
    [done] “{ $title }” is already done{ $by }: reopen it if work remains.
   *[skipped] “{ $title }” was skipped{ $by }. Reopen it if it is needed.
}
refusal-by = { " " }({ $person })
refusal-by-at = { " " }({ $person }, { $time })
refusal-nothing-next = No steps are left. Close the incident or add a step.
refusal-only-earlier = No later step is left. “{ $step }” has not been started, but it comes earlier in the plan: start it with “Start another step” (S) or warroom phase start ID.
refusal-empty = The { $what } is missing: enter a few words.
refusal-too-long = The { $what } is too long: at most { $max } characters.
refusal-bad-range = Invalid planned time. Enter the minimum, then the maximum, between one second and one year.
refusal-cannot-move = “{ $step }” cannot be moved there: only upcoming steps can be moved, and a step cannot follow itself.
refusal-no-change = Nothing to change: that is already the case.
refusal-not-correctable = Entry { $entry } cannot be corrected: only notes, facts and decisions can.
refusal-nothing-to-undo = You have nothing to undo.
refusal-changed-since = Since then, { $by } has changed this (entry { $entry }). Make a new change instead of undoing.
refusal-too-many = Limit reached: an incident can have at most { $max } { $what }.
refusal-ask-commander = Only the commander can do this. Ask { $commander }.
refusal-ask-person = Only { $person } can do this. Ask them.
refusal-ask-role = Only people with the role “{ $role }” can do this. Ask someone with that role, or the commander, { $commander }.
refusal-ask-holders = Only people with the role “{ $role }” can do this. Ask { $holders }, or the commander, { $commander }.
refusal-reads-only = You are an observer and cannot make changes. Ask the commander, { $commander }.
refusal-may-not-open = Opening an incident requires “commander” or “deputy” rights. Ask someone who has them, or the host's operator.
refusal-commander-there = You cannot take command yet: { $commander } is in command and has not been absent long enough. Ask them to hand over.
refusal-no-such-call = There is no open call for help with the number { $call }.
refusal-no-offer = There is no open offer of command to accept, decline or withdraw.
refusal-no-offer-of-role = There is no open offer of the role “{ $role }” to accept, decline or withdraw.
refusal-not-taken-over = The role “{ $role }” was not taken over by { $person } in this incident. Choose from { $takers }.
refusal-taken-over-by-nobody = Nobody took over the role “{ $role }” in this incident, so it cannot be revoked from { $person }. See people.toml for its usual holder.
refusal-to-oneself = You cannot hand over to yourself: choose someone else.
refusal-not-undoable = Entry { $entry } is a handover and cannot be undone. Offer the command or role back instead.
refusal-no-audience = This incident has no audiences. Add “{ $audience }” to the plan or to notify.toml first.
refusal-no-such-audience = No such audience: “{ $audience }”. Choose from { $known }.
refusal-no-such-proposal = There is no update { $proposal } awaiting approval.
refusal-nothing-to-retry = Nothing to resend: no delivery failed or is waiting to be retried.
refusal-sent = Entry { $entry } was sent and cannot be undone: send another update to correct it.
refusal-no-such-language = Updates cannot be written in “{ $language }”: choose “fr” or “en”.
refusal-bad-interval = Invalid cadence: enter a duration from one minute to one year.
refusal-system-only = Only the system may report delivery results.
refusal-not-on-its-way = Message { $message } is not being sent to this channel: nothing was recorded.
refusal-no-such-finding = No such finding: { $finding }. See the list of findings.
refusal-finding-dropped = Finding { $finding } was dropped{ $by }: add another one, or undo.
refusal-no-such-action = No such action: { $action }. See the list of actions.
refusal-action-is = { $state ->
    [open] Action { $action } is open: there is nothing to reopen.
    [done] Action { $action } is already done{ $by }: reopen it if work remains.
   *[dropped] Action { $action } was dropped{ $by }: reopen it first.
}
refusal-bad-due = Invalid due date: { $due }. Choose a date no earlier than the day the incident was opened and no more than 100 years after it.
refusal-in-the-future = That time is in the future ({ $time }): enter the time the restored data dates from.
