# The handover briefing.
briefing-head = { $title } – { $severity }, opened { $opened }, { $elapsed } ago
briefing-since = Since: { $text }
briefing-impact = Impact: { $text }
briefing-held = ON HOLD since { $since }: { $reason }
briefing-attention = Needs attention now:
briefing-running = Running:
briefing-night = { $step }: work resumes at { $resume }
briefing-step = { $step }: { $elapsed } elapsed, { $state ->
    [late] planned { $planned }, { $left } late
    [left] planned { $planned }, { $left } left
   *[open] no planned time
}; tasks { $over }/{ $all }
briefing-decisions = Latest decisions:
briefing-decision = { $at } { $person }: { $text }
briefing-deadlines = Next deadlines:
briefing-due-step = { $at } expected end of “{ $what }”
briefing-due-service = { $at } recovery time objective (RTO): { $what }
briefing-due-update = { $at } next update for “{ $what }”
briefing-due-end = { $at } expected end of the incident
briefing-more = … and { $count } more
