# The start screen.
start-title = War room
start-open = Open incidents
start-plans = Start an incident from a plan
start-closed = Closed incidents
start-nothing-open = No incident is open. Select a plan with the arrow keys and press Enter to open one; an exercise affects nothing and is a safe way to try things out.
start-damaged = DAMAGED
start-copy = COPY
start-opened = opened { $when } · { $id }
start-closed-at = closed { $when } · { $id }
start-follow-ups = { $late ->
    [0] { $open ->
        [one] one open action · { $closed }
       *[other] { $open } open actions · { $closed }
    }
   *[other] { $late ->
        [one] ▲ one overdue action · { $closed }
       *[other] ▲ { $late } overdue actions · { $closed }
    }
}
start-plan = { $phases ->
    [one] { $phases } phase
   *[other] { $phases } phases
} · { $planned }
