# The drawing of the room.
region-too-small = The window is too small: it takes at least { $width } × { $height } characters (here { $now_width } × { $now_height }).
region-day = D{ $day }
region-end = end { $end }
region-commander = { $name } (IC)
region-present = { $count ->
    [0] nobody here
   *[other] { $count } here
}
region-journal = ● journal
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
region-log-undone = taken back by entry { $entry }
region-clocks = Clocks
region-clock-incident = Incident
region-nothing-runs = No step is running
region-more-running = { $count ->
    [one] … and { $count } more step running
   *[other] … and { $count } more steps running
}
region-in = in { $span }
region-skipped = skipped
region-on-time = on time
region-was-late = ▲ +{ $over }
region-expected = from { $at }
region-resumes = back at { $at }
region-left = { $left } left
region-left-due = △ { $left } left
region-late = ▲ { $over } late
region-no-tasks = Nothing to do here.
region-more-above = ↑ { $count } more
region-more-below = ↓ { $count } more
region-page-room = Room
region-page-timeline = Timeline
region-page-board = Board
region-page-log = Log
region-page-people = People
region-page-services = Services
