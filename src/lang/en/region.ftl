# The drawing of the room.
region-too-small = The window is too small: it takes at least { $width } × { $height } characters (here { $now_width } × { $now_height }).
region-day = D{ $day }
region-end = end { $end }
region-commander = { $name } (IC)
region-commander-me = { $name } (IC, you)
region-present = { $count ->
    [0] nobody here
   *[other] { $count } here
}
region-journal = ● journal
region-journal-damaged = JOURNAL DAMAGED
region-journal-cut = JOURNAL NOT COMPLETE
region-read-only = READ ONLY
region-exercise = EXERCISE
region-exercise-speed = EXERCISE ×{ $speed }
region-held = ON HOLD { $for }
region-night = NIGHT, back at { $at }
region-closed = CLOSED { $at }
region-timeline = Timeline
region-log = Log
region-log-back = ↑ { $count } newer
region-log-nothing = Nothing like it in the log.
region-log-undone = taken back by record { $entry }
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
region-not-begun = not begun
region-on-time = on time
region-was-late = ▲ +{ $over }
region-was-early = ▽ −{ $lead }
region-expected = from { $at }
region-resumes = back at { $at }
region-left = { $left } left
region-left-due = △ { $left } left
region-late = ▲ { $over } over
region-no-tasks = Nothing to do here.
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
region-mine-left-over = Left over · { $step }
region-mine-others-blocked = Blocked elsewhere · { $step }
region-mine-next = Next · { $step }
region-mine-task = Task
region-mine-planned = planned: { $planned }
region-mine-nothing-replay = No task for this person in what runs now.
region-mine-nothing = No task for you in what runs now. In the room (key 1), “t” takes the selected task.
region-planned = plan { $between }
region-log-count = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
region-log-count-of = { $count } of { $all }
region-log-search = search…
region-since = since { $at }
region-by-the-plan = by the plan alone
region-me = { $name } (you)
region-drives = commands
region-drives-short = IC
region-away = not in the room
region-no-contact = no contact known
region-alone = You alone can enter this room. To let others in, describe them in people.toml (“warroom people sample” prints a model), then run “warroom serve”.
region-nothing-assigned = nothing assigned
region-services-down = { $count ->
    [0] none down
   *[other] { $count } down
}
region-no-services = No service is followed.
region-rto-missed = RTO { $rto } ▲ +{ $over }
region-board-todo = To do
region-board-doing = Doing
region-board-blocked = Blocked
region-board-over = Done
region-banner-offered = ⇄ { $person } offers you { $duty } since { $at }: nothing changes hands until you answer
region-banner-offering = ⇄ Since { $at } you offer { $duty } to { $to }: nothing changes hands until it is accepted
region-banner-offers = ⇄ Since { $at } { $person } offers { $duty } to { $to }: nothing changes hands until it is accepted
region-banner-call = ⚑ CALL FOR HELP  { $at } { $person }: { $text }{ $task }
region-banner-elsewhere = ⚑ CALL FOR HELP in “{ $incident }”  { $at } { $person }: { $text }
region-banner-go = go there
region-banner-overdue = ▲ Late in “{ $incident }” – { $what }
region-overdue-updates = update: { $what }
region-overdue-phases = phase: { $what }
region-banner-own-call = ⚑ YOUR CALL FOR HELP is on everybody's screen since { $at }: { $text }{ $task }
region-banner-gone = ▲ { $person }, who is in command, is gone: you may take command
region-banner-mention = @ { $at } { $person } speaks to you: { $text }
region-banner-mentions = @ { $at } { $person } speaks to { $me }: { $text }
region-banner-missed = … { $count ->
    [one] { $count } record since you left at { $at }
   *[other] { $count } records since you left at { $at }
}
region-banner-read = read and answer
region-banner-answer = answer
region-banner-take = take
region-banner-look = look

# Status updates.
region-clock-update = Next update: { $audience }
region-clock-update-short = Update: { $audience }
region-clock-update-shortest = ✎ { $audience }
region-clock-update-soon = △ in
region-update-soon = △ in { $span }
region-update-late-now = ▲ late
region-update-late = ▲ late { $over }
region-updates = Status updates
region-updates-count = { $count ->
    [0] none sent
    [one] { $count } sent
   *[other] { $count } sent
}
region-updates-audiences = Audiences
region-updates-targets = Targets
region-updates-posted = Updates
region-updates-no-audience = The plan names no audience.
region-updates-no-target = No target: “warroom notify add URL --audience AUDIENCE” adds one; without a target, updates are kept in the log alone.
region-updates-none = No update yet. “u” writes one.
region-audience-every = every { $every }
region-audience-never = no cadence
region-audience-approval = needs approval
region-audience-outside = outside
region-audience-no-target = no target
region-proposal = △ to approve
region-target-to-fix = ✗ to fix: { $reason }
region-target-waiting = … { $count } waiting
region-target-delayed = ↻ { $count } to try again: { $reason }
region-target-delivered = ✔ arrived { $at }
region-target-ready = nothing sent
region-target-follows = nothing sent, tells what follows record { $entry }
region-target-gone = no longer in the settings
region-delivery-pending = waiting
region-delivery-delayed = will be tried again: { $reason }
region-delivery-delivered = arrived at { $at }
region-delivery-repeated = arrived at { $at }, perhaps twice
region-delivery-failed = refused at { $at }: { $reason }
region-delivery-kept = in the log alone
region-banner-proposal = ✎ UPDATE TO APPROVE  { $at } { $person } → { $audience }: { $text }
region-banner-proposing = ✎ { $at } your update for “{ $audience }” waits for the commander: { $text }
region-banner-proposes = ✎ { $at } the update of { $person } for “{ $audience }” waits for the commander: { $text }
region-banner-late = ▲ STATUS UPDATE LATE  { $audiences }
region-banner-to-fix = ✗ TARGET TO FIX  { $targets }
region-banner-unsettled = ✗ SETTINGS OF UPDATES TO FIX  { $why }
region-banner-read-only = read
region-banner-write = write
region-page-review = Review
region-rpo-lost = lost { $loss } (RPO { $rpo })
region-rpo-missed = ▲ lost { $loss } > RPO { $rpo }
region-lost = lost { $loss }
