# The report of an incident.
report-section = { $section ->
    [short] In short
    [figures] Key figures
    [services] Services
    [timeline] Timeline
    [roles] Roles
    [blockers] Blockers
    [decisions] Decisions
    [updates] Status updates
    [changes] Where the plan was not followed
    [review] Findings and actions
    [tasks] Tasks
    [log] Log
   *[proof] Proof
}
report-column = { $column ->
    [point] Point
    [planned] Planned
    [real] Real
    [after] Since opening
    [slip] Slip
    [basis] Read from
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
    [took] Real
    [span] From – to
    [tasks] Tasks
    [phases] Phases
    [blocked] Blocked
    [people] Who
    [who] Who
    [role] Role
    [task] Task
    [reason] Reason
    [lasted] Lasted
    [at] When
    [decision] Decision
    [why] Why
    [objections] Objections
    [audience] Audience
    [told] Sent
    [late] Late
    [worst] Latest by
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
    [slipped] Slipped most
    [outside] Updates outside
   *[open] Still open
}
report-card-lasted = { $span }; { $active } of work
report-card-plan = planned to end { $planned }; ended { $end }
report-card-forecast = planned to end { $planned }; expected { $end }
report-card-restored = { $at }; planned { $planned }
report-card-planned = planned { $planned }
report-in-plan = in plan
report-on-plan = on time
report-nothing-open = nothing
report-kept = { $kept } of { $known }
report-all-kept = every service that was hit
report-worst = worst: {""}
report-colon = : {""}
report-severity = { $worst } at its highest, { $last } at the end
report-damaged = The journal is damaged from record { $record } on: { $why }. This report ends just before it.
report-not-closed = The incident is not closed: this report says where it stood at its last record, { $at }.
report-open-kind = { $kind ->
    [incident] incident not closed
    [services] { $count ->
        [one] { $count } service not restored
       *[other] { $count } services not restored
    }
    [blockers] { $count ->
        [one] { $count } blocker not lifted
       *[other] { $count } blockers not lifted
    }
    [calls] { $count ->
        [one] { $count } call for help not answered
       *[other] { $count } calls for help not answered
    }
    [steps] { $count ->
        [one] { $count } step not finished
       *[other] { $count } steps not finished
    }
    [tasks] { $count ->
        [one] { $count } task not done
       *[other] { $count } tasks not done
    }
    [deliveries] { $count ->
        [one] { $count } target not reached
       *[other] { $count } targets not reached
    }
    [proposals] { $count ->
        [one] { $count } update to approve
       *[other] { $count } updates to approve
    }
    [updates] { $count ->
        [one] { $count } audience not told when it was due
       *[other] { $count } audiences not told when it was due
    }
   *[actions] { $count ->
        [one] { $count } follow-up action open
       *[other] { $count } follow-up actions open
    }
}
report-open-late = , { $count } of them late
report-opened = Opened on { $at }.
report-opened-by = Opened on { $at } by { $person }.
report-closed = Closed on { $at }.
report-at = at { $time }
report-on = on { $date } at { $time }
report-long-time = { $date } at { $time }
report-worked = { $active } of work, no hold and no night.
report-worked-holds = { $active } of work, { $holds ->
    [one] one hold
   *[other] { $holds } holds
} ({ $held }), no night.
report-worked-nights = { $active } of work, { $nights ->
    [one] one night
   *[other] { $nights } nights
} ({ $night }), no hold.
report-worked-both = { $active } of work, { $holds ->
    [one] one hold
   *[other] { $holds } holds
} ({ $held }), { $nights ->
    [one] one night
   *[other] { $nights } nights
} ({ $night }).
report-updates-told = { $count ->
    [one] One status update sent
   *[other] { $count } status updates sent
}, { $late ->
    [0] none of them late.
    [one] one of them late.
   *[other] { $late } of them late.
}
report-updates-sent = { $count ->
    [one] One status update sent.
   *[other] { $count } status updates sent.
}
report-told-outside = { $count } sent, { $late } late
report-never-told = { $count ->
    [one] one audience without the last one that was due
   *[other] { $count } audiences without the last one that was due
}
report-closing-words = Closing words: {""}
report-still-open = What is still open
report-to-do = What is to be done
report-nobody = nobody ▲
report-more = and { $count } more
report-point = { $point ->
    [began] Harm began
    [opened] Detected (opened)
    [engaged] Team engaged
    [degraded] Degraded mode
    [restored] Restored
   *[closed] Closed
}
report-basis = { $basis ->
    [told] the situation as written
    [record] the log
    [phase] end of phase
    [work] first act of work
   *[services] state of the services
}
report-not-reached = not reached ▲
report-after-began = { $span } after it began
report-note-figures = “Planned” is the plan as it was at the opening, counted from there. A slip above zero is past the end of the range, one below zero before its beginning.
report-note-services = Downtime is real time, holds and nights included; a degraded service is usable and does not count against its RTO.
report-note-services-data = Downtime is real time, holds and nights included; a degraded service is usable and does not count against its RTO. Data lost are those from the restore point to the beginning of the outage.
report-note-timeline = Real lengths leave out holds and nights; slips are measured against the range planned at the opening.
report-note-extended = A → B: planned, then agreed during the crisis; the slip is against the plan, whatever was agreed.
report-note-roles = Planned and real lengths are of the phases in which the role has tasks.
report-not-hit = not hit
report-unknown = unknown
report-still-left = down, { $left } left
report-cut-short = cut short
report-phase-cut-short = cut short by the closing
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
   *[day_end] day end
}
report-reaches = { $point ->
    [engaged] team engaged
    [degraded] degraded mode
   *[restored] restored
}
report-added = added
report-runs = { $count } times
report-skipped = skipped
report-running = { $span }, running
report-not-begun = not begun
report-held = Hold { $span } ({ $lasted })
report-night = Night { $span } ({ $lasted })
report-still = since { $from }
report-no-decision = No decision was written down.
report-taken-back = taken back
report-command = Command
report-took-command = {" "}takes command
report-in-command = {" "}in command
report-outside = {" "}(outside)
report-owed = an update was due { $due }
report-told-late = { $late } late, due { $due }
report-in-time = in time, due { $due }
report-delivery = { $state ->
    [pending] pending
    [delayed] delayed
    [delivered] arrived
   *[failed] refused
}
report-were-added = Added on the way
report-were-skipped = Skipped
report-task-of = task of “{ $step }”
report-step = step
report-action-state = { $state ->
    [open] open
    [late] late
    [done] done
   *[dropped] dropped
}
report-set-aside = {" "}(dropped)
report-as-of = Lateness of actions is judged as of { $day }.
report-technical = { $count ->
    [one] One record that only tells of a delivery is left out here; the journal has it.
   *[other] { $count } records that only tell of deliveries are left out here; the journal has them.
}
report-older = The { $count } older records are left out here; the journal has them.
report-records = { $records ->
    [one] One record; head hash, SHA-256:
   *[other] { $records } records; head hash, SHA-256:
}
report-verify = Every record of the journal is bound to the one before it by its hash. To verify: “warroom verify journal.jsonl”, or the script verify.py of the documentation; the hash that they tell must be this one.
report-verify-outside = Every record of the journal is bound to the one before it by its hash: whoever keeps the journal can show that nothing of it was changed since, for its head hash has to stay this one.
report-foot = Internal report, written by warroom from the incident's journal. Times: { $zone }.
report-foot-external = Report for those outside: names of people and machines, the log, decisions and internal follow-up are not in it. Times: { $zone }.
report-gantt = Planned and real, step by step
report-gantt-bar-planned = Planned: { $span }
report-gantt-bar-real = Real: { $span }
report-gantt-bar-over = Beyond the plan: { $span }
report-gantt-closed = closed
report-gantt-last = last record
report-legend-planned = planned
report-legend-real = real
report-legend-over = ▲ beyond the plan
report-legend-held = hold
report-legend-night = night
report-follow-up = Follow-up action
report-follow-up-owner = Owner: { $owner }
report-tasks-internal = Tasks and follow-up actions are internal: with --audience external there are only the headings.
report-for-csv = --for goes with --format csv, which it stands for by itself.
