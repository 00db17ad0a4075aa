# The panes of the room.
region-too-small = The window is too small: { $width } × { $height } characters needed (now { $now_width } × { $now_height }).
region-day = D{ $day }
region-end = end { $end }
region-commander = { $name } (IC)
region-commander-me = { $name } (IC, you)
region-present = { $count ->
    [0] nobody here
   *[other] { $count } here
}
region-journal = ● saved
region-journal-damaged = JOURNAL DAMAGED
region-journal-cut = JOURNAL INCOMPLETE
region-read-only = READ ONLY
region-exercise = EXERCISE
region-exercise-speed = EXERCISE ×{ $speed }
region-held = ON HOLD { $for }
region-night = NIGHT, resumes { $at }
region-closed = CLOSED { $at }
region-column-elapsed = spent
region-column-planned = planned
region-column-state = status
region-timeline = Timeline
region-log = Log
region-log-back = ↑ { $count } newer
region-log-nothing = No matching entries.
region-log-undone = undone by entry { $entry }
region-clocks = Clocks
region-clock-incident = Active time
region-clock-incident-short = Active
region-nothing-runs = No step is running
region-more-running = { $count ->
    [one] … and { $count } more step running
   *[other] … and { $count } more steps running
}
region-in = in { $span }
region-skipped = skipped
region-not-begun = not started
region-on-time = on time
region-was-late = ▲ +{ $over }
region-was-early = ▽ −{ $lead }
region-expected = start ~{ $at }
region-resumes = resumes { $at }
region-left = { $left } left
region-left-due = △ { $left } left
region-late = ▲ { $over } late
region-no-tasks = No tasks
region-more-above = ↑ { $count } more
region-more-below = ↓ { $count } more
region-page-room = Room
region-page-timeline = Timeline
region-page-board = Board
region-page-log = Log
region-page-people = People
region-page-services = Services
region-page-mine = My tasks
region-page-updates = Updates
region-mine-open = { $count ->
    [0] nothing to do
   *[other] { $count } to do
}
region-mine-blocked = { $count } blocked
region-mine-now = Now · { $step }
region-mine-left-over = Still open · { $step }
region-mine-others-blocked = Others' blocked tasks · { $step }
region-mine-next = Next · { $step }
region-mine-task = Task
region-mine-planned = planned: { $planned }
region-mine-nothing-replay = This person has no task in the running steps.
region-mine-nothing = You have no task in the running steps. In the room (key 1), “t” takes the selected task.
region-planned = plan { $between }
region-log-count = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
region-log-count-of = { $count } of { $all }
region-log-search = search…
region-since = since { $at }
region-by-the-plan = from the plan
region-me = { $name } (you)
region-drives = in command
region-drives-short = IC
region-away = not in the room
region-no-contact = no contact
region-alone = Only you can enter this room. To let others in, add them to people.toml (see “warroom people sample” and “warroom config path”), then “warroom host stop” (nothing is lost) and “warroom serve --ssh ADDRESS”.
region-nothing-assigned = no tasks assigned
region-services-down = { $count ->
    [0] none down
   *[other] { $count } down
}
region-no-services = No services are tracked.
region-rto-missed = RTO { $rto } ▲ +{ $over }
region-board-todo = To do
region-board-doing = In progress
region-board-blocked = Blocked
region-board-over = Done
region-banner-offered = ⇄ { $person } offered you { $duty } at { $at }; nothing changes until you answer
region-banner-offering = ⇄ You offered { $duty } to { $to } at { $at }; nothing changes until they accept
region-banner-offers = ⇄ { $person } offered { $duty } to { $to } at { $at }; nothing changes until they accept
region-banner-call = ⚑ CALL FOR HELP  { $at } { $person }{ $taken }: { $text }{ $task }{ $reply }
region-call-taken = { " " }({ $person } is on it)
region-call-reply = { " " }· { $person }: { $text }
region-banner-elsewhere = ⚑ CALL FOR HELP in “{ $incident }”  { $at } { $person }: { $text }
region-banner-go = go there
region-banner-overdue = ▲ Late in “{ $incident }” – { $what }
region-overdue-updates = update: { $what }
region-overdue-phases = phase: { $what }
region-banner-own-call = ⚑ YOUR CALL FOR HELP has been on every screen since { $at }{ $taken }: { $text }{ $task }{ $reply }
region-banner-gone = ▲ { $person }, who is in command, has left: you may take command
region-banner-mention = @ { $at } { $person } mentioned you: { $text }
region-banner-mentions = @ { $at } { $person } mentioned { $me }: { $text }
region-banner-missed = … { $count ->
    [one] { $count } entry since you left at { $at }
   *[other] { $count } entries since you left at { $at }
}
region-banner-read = read
region-banner-answer = answer
region-banner-take = take command
region-banner-look = view

# Status updates.
region-clock-update = Next update: { $audience }
region-clock-update-short = Update: { $audience }
region-clock-update-shortest = ✎ { $audience }
region-clock-update-soon = △ in
region-update-soon = △ in { $span }
region-update-late-now = ▲ late
region-update-late = ▲ { $over } late
region-updates = Status updates
region-updates-count = { $count ->
    [0] none sent
    [one] { $count } sent
   *[other] { $count } sent
}
region-updates-audiences = Audiences
region-updates-targets = Channels
region-updates-posted = Updates
region-updates-no-audience = No audiences: neither the plan nor notify.toml defines any.
region-updates-no-target = No channels. Add one: “warroom notify add URL --audience AUDIENCE”. Without a channel, updates are only recorded in the log.
region-updates-none = No updates yet. “u” writes one.
region-audience-every = every { $every }
region-audience-never = never
region-audience-approval = needs approval
region-audience-external = external
region-audience-no-target = no channel
region-proposal = △ awaiting approval
region-target-to-fix = ✗ needs fixing: { $reason }
region-target-waiting = … { $count } pending
region-target-delayed = ↻ { $count } will be retried: { $reason }
region-target-delivered = ✔ delivered { $at }
region-target-ready = nothing sent yet
region-target-follows = nothing sent yet; will report events after entry { $entry }
region-target-gone = no longer configured
region-delivery-pending = pending
region-delivery-delayed = will be retried: { $reason }
region-delivery-delivered = delivered at { $at }
region-delivery-repeated = delivered at { $at }, possibly twice
region-delivery-failed = failed at { $at }: { $reason }
region-banner-proposal = ✎ UPDATE AWAITING APPROVAL  { $at } { $person } → { $audience }: { $text }
region-banner-proposing = ✎ { $at } your update for “{ $audience }” awaits the commander's approval: { $text }
region-banner-proposes = ✎ { $at } { $person }'s update for “{ $audience }” awaits the commander's approval: { $text }
region-banner-to-fix = ✗ CHANNEL NEEDS FIXING  { $targets }
region-banner-unsettled = ✗ STATUS UPDATE SETTINGS INVALID  { $why }
region-banner-read-only = view
region-banner-write = write
region-page-review = Review
region-rpo-lost = lost { $loss } (RPO { $rpo })
region-rpo-missed = ▲ lost { $loss } > RPO { $rpo }
region-lost = lost { $loss }
