# The report of an incident.
report-section = { $section ->
    [short] Summary
    [figures] Key figures
    [services] Services
    [timeline] Timeline
    [roles] Roles
    [blockers] Blockers
    [decisions] Decisions
    [updates] Status updates
    [changes] Changes to the plan
    [review] Findings and actions
    [tasks] Tasks
    [log] Log
   *[proof] Log integrity
}
report-column = { $column ->
    [point] Milestone
    [planned] Planned
    [real] Actual
    [after] Since opening
    [slip] Variance
    [basis] Source
    [service] Service
    [priority] Priority
    [health] At the end
    [down] Down
    [degraded] Degraded
    [rto] RTO
    [rpo] RPO
    [kept] Met?
    [data-loss] Data lost
    [step] Step
    [planned-length] Planned
    [took] Actual
    [span] From – to
    [tasks] Tasks
    [phases] Phases
    [blocked] Blocked
    [people] Who
    [who] Who
    [role] Role
    [task] Task
    [reason] Reason
    [lasted] Duration
    [at] When
    [decision] Decision
    [why] Reason
    [objections] Objections
    [audience] Audience
    [sent] Sent
    [late] Late
    [worst] Worst delay
    [owed] At the end
    [action] Action
    [owner] Owner
    [due] Due
    [state] State
    [outcome] Outcome
    [ended] Ended
    [seq] No.
   *[entry] What happened
}
report-card = { $card ->
    [lasted] Duration
    [plan] End
    [restored] Restored after
    [rto] RTO met
    [rpo] RPO met
    [slipped] Largest variances
    [outside] External updates
   *[open] Still open
}
report-card-lasted = { $span }; { $active } active
report-card-plan = planned to end { $planned }; ended { $end }
report-card-forecast = planned to end { $planned }; expected { $end }
report-card-restored = { $at }; planned { $planned }
report-card-planned = planned { $planned }
report-in-plan = within the plan
report-on-plan = on time
report-nothing-open = nothing
report-kept = { $kept } of { $known }
report-all-kept = every affected service
report-worst = worst: {""}
report-colon = : {""}
report-severity = peak { $worst }, { $last } at the end
report-damaged = The journal is damaged from record { $record }: { $why }. This report ends just before it.
report-not-closed = The incident is not closed: this report shows its state at the last entry, { $at }.
report-open-kind = { $kind ->
    [incident] incident not closed
    [services] { $count ->
        [one] { $count } service not restored
       *[other] { $count } services not restored
    }
    [blockers] { $count ->
        [one] { $count } unresolved blocker
       *[other] { $count } unresolved blockers
    }
    [calls] { $count ->
        [one] { $count } unresolved call for help
       *[other] { $count } unresolved calls for help
    }
    [steps] { $count ->
        [one] { $count } unfinished step
       *[other] { $count } unfinished steps
    }
    [tasks] { $count ->
        [one] { $count } open task
       *[other] { $count } open tasks
    }
    [deliveries] { $count ->
        [one] { $count } failed delivery
       *[other] { $count } failed deliveries
    }
    [proposals] { $count ->
        [one] { $count } update awaiting approval
       *[other] { $count } updates awaiting approval
    }
    [updates] { $count ->
        [one] { $count } audience still owed an update
       *[other] { $count } audiences still owed an update
    }
   *[actions] { $count ->
        [one] { $count } follow-up action open
       *[other] { $count } follow-up actions open
    }
}
report-open-late = , { $count } overdue
report-opened = Opened on { $at }.
report-opened-by = Opened on { $at } by { $person }.
report-closed = Closed on { $at }.
report-at = at { $time }
report-on = on { $date } at { $time }
report-long-time = { $date } at { $time }
report-worked = { $active } of active time, no holds or nights.
report-worked-holds = { $active } of active time, { $holds ->
    [one] one hold
   *[other] { $holds } holds
} ({ $held }), no nights.
report-worked-nights = { $active } of active time, { $nights ->
    [one] one night
   *[other] { $nights } nights
} ({ $night }), no holds.
report-worked-both = { $active } of active time, { $holds ->
    [one] one hold
   *[other] { $holds } holds
} ({ $held }), { $nights ->
    [one] one night
   *[other] { $nights } nights
} ({ $night }).
report-updates-punctual = { $count ->
    [one] One status update sent
   *[other] { $count } status updates sent
}, { $late ->
    [0] none late.
    [one] one late.
   *[other] { $late } late.
}
report-updates-sent = { $count ->
    [one] One status update sent.
   *[other] { $count } status updates sent.
}
report-sent-external = { $count } sent, { $late } late
report-never-sent = { $count ->
    [one] one audience never received its final update
   *[other] { $count } audiences never received their final update
}
report-closing-words = Reason for closing: {""}
report-still-open = Still open
report-to-do = Follow-up
report-nobody = nobody ▲
report-more = and { $count } more
report-point = { $point ->
    [began] Impact began
    [opened] Detected (opened)
    [engaged] Team activated
    [degraded] Degraded mode
    [restored] Restored
   *[closed] Closed
}
report-basis = { $basis ->
    [told] situation as described
    [record] log
    [phase] end of phase
    [work] first activity
   *[services] state of services
}
report-not-reached = not reached ▲
report-after-began = { $span } after the impact began
report-note-figures = “Planned” times are those of the plan at opening, counted from the opening time. A positive variance is time after the end of the planned range; a negative one is time before its start.
report-note-services = Downtime is wall-clock time, holds and nights included; a degraded service is usable and does not count against its RTO.
report-note-services-data = Downtime is wall-clock time, holds and nights included; a degraded service is usable and does not count against its RTO. Data loss runs from the restore point to the start of the outage.
report-note-timeline = Actual durations exclude holds and nights; variances are measured against the range planned at opening.
report-note-extended = A → B: planned, then agreed during the crisis; the variance is always against the plan.
report-note-roles = Planned and actual durations cover the phases in which the role has tasks.
report-not-hit = not affected
report-unknown = unknown
report-still-left = down, { $left } left
report-cut-short = cut short
report-phase-cut-short = cut short when the incident was closed
report-still-down = { $count ->
    [one] { $count } service still down
   *[other] { $count } services still down
}
report-unknown-of = { $count ->
    [one] restore point unknown for { $count } service
   *[other] restore point unknown for { $count } services
}
report-yes = yes
report-no = no,
report-sort = { $sort ->
    [break] break
   *[day_end] end of day
}
report-reaches = { $point ->
    [engaged] team activated
    [degraded] degraded mode
   *[restored] restored
}
report-added = added
report-runs = { $count } times
report-skipped = skipped
report-running = { $span }, running
report-not-begun = not started
report-held = Hold { $span } ({ $lasted })
report-night = Night { $span } ({ $lasted })
report-still = since { $from }
report-no-decision = No decisions were recorded.
report-taken-back = undone
report-command = Command
report-took-command = {" "}took command
report-in-command = {" "}in command
report-external = {" "}(external)
report-owed = update due { $due }
report-sent-late = { $late } late, due { $due }
report-in-time = on time, due { $due }
report-delivery = { $state ->
    [pending] pending
    [delayed] will be retried
    [delivered] delivered
   *[failed] failed
}
report-were-added = Added during the incident
report-were-skipped = Skipped
report-task-of = task of “{ $step }”
report-step = step
report-action-state = { $state ->
    [open] open
    [late] overdue
    [done] done
   *[dropped] dropped
}
report-set-aside = {" "}(dropped)
report-as-of = Overdue actions as of { $day }.
report-technical = { $count ->
    [one] One entry that only records a delivery is left out here; it is in the journal.
   *[other] { $count } entries that only record deliveries are left out here; they are in the journal.
}
report-older = { $count ->
    [one] One older entry is left out here; it is in the journal.
   *[other] The { $count } older entries are left out here; they are in the journal.
}
report-records = { $records ->
    [one] One record; head (SHA-256 hash of the last record):
   *[other] { $records } records; head (SHA-256 hash of the last record):
}
report-verify = Each record in the journal is linked to the previous one by its hash. To verify: “warroom verify journal.jsonl”, or the script verify.py from the documentation; the hash it prints must match the one above.
report-verify-external = Each record in the journal is linked to the previous one by its hash: anyone with the journal can show that nothing has been changed since, provided that the hash of its last record matches the one above.
report-foot = Internal report, generated by warroom from the incident's journal. Times: { $zone }.
report-foot-external = External report: names of people and machines, the log, decisions and internal follow-up are left out. Times: { $zone }.
report-gantt = Planned and actual, step by step
report-gantt-bar-planned = Planned: { $span }
report-gantt-bar-real = Actual: { $span }
report-gantt-bar-over = Over plan: { $span }
report-gantt-closed = closed
report-gantt-last = last entry
report-legend-planned = planned
report-legend-real = actual
report-legend-over = ▲ over plan
report-legend-held = hold
report-legend-night = night
report-follow-up = Follow-up action
report-follow-up-owner = Owner: { $owner }
report-tasks-internal = Tasks and follow-up actions are internal: with --audience external, only the header row is exported.
report-for-csv = --for implies --format csv and cannot be combined with another format.

# Actions on the screen.
action-previous-chapter = Go to the previous section
action-chapters = Choose a section
action-chapters-hint = sections
action-find = Search the report
action-find-hint = search
action-next-found = Go to the next match
action-previous-found = Go to the previous match
action-switch-readers = Switch between internal and external versions
action-switch-readers-hint = switch version
action-copy-command = Copy the command that exports the report
action-copy-command-hint = copy command

# Forms and questions.
ask-report = Report
ask-report-awaited = Generating the report…
ask-report-internal = Internal report
ask-report-external = External report
ask-report-to-internal = internal
ask-report-to-external = external
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
