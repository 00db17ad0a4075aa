# What commands answer.
verb-none-open = No incident is open: open one (warroom start), or name a closed one (--incident ID). The last closed:
verb-last-closed = None is open: this is the last closed one, { $id }, “{ $title }”.
verb-none-open-try = Or name the last closed one with --incident, as in: { $command }
close-left = Not finished: { $what }.
close-tasks = { $count ->
    [one] 1 task
   *[other] { $count } tasks
}
close-phases = { $count ->
    [one] 1 phase
   *[other] { $count } phases
}
close-services = { $count ->
    [one] 1 service not up
   *[other] { $count } services not up
}
close-back = To take it back: { $command }
verb-several-open = Several incidents are open: name the one that you mean (--incident ID).
verb-ambiguous = Several incidents begin so: write a little more.
verb-no-such-incident = No incident is called “{ $id }”: look at the list (warroom list).
verb-unreadable = The incident { $id } cannot be opened: { $why }. Verify its journal (warroom verify { $id }).
verb-unlisted = The incidents cannot be listed: { $why }. Nothing was done; try again.
verb-try = Try: { $command }
verb-nothing-runs = No step is running: name one, or start the next (warroom phase next).
verb-several-run = Several steps are running: name one of { $ids }.
verb-which = Several could be meant: choose from { $ids }.
verb-no-such-service = No service is called “{ $name }”: look at the list (warroom service list).
verb-no-such-person = Nobody is called “{ $name }” here: there are { $known }. Whom you mean has to be in the people file first.
verb-only-reads = { $name } is an observer, who only reads, and could not accept: another right in the people file comes first.
verb-no-such-plan = No plan is called “{ $name }”: there are { $known }. One of your own can also be named by its path.
verb-no-incidents = No incident. Open one: warroom start
verb-no-tasks = No such task.
verb-no-services = No service. Add one: warroom service add NAME
verb-no-entries = No such record.
verb-no-situation = The situation is not described. Describe it: warroom situation TEXT --since SINCE --impact IMPACT
verb-corrected = { $text } (corrected; it said: { $struck })
verb-undone = { $text } (taken back)
verb-list-copy = { $status }, copy
verb-list-damaged = damaged (record { $record })
verb-host-running = { $incidents ->
    [0] warroom { $version } holds no open incident (process { $pid }, { $socket })
    [one] warroom { $version } holds one open incident (process { $pid }, { $socket })
   *[other] warroom { $version } holds { $incidents } open incidents (process { $pid }, { $socket })
}
verb-host-stopping = The host is ending; nothing is lost.

verify-intact = { $records ->
    [one] chain intact, 1 record, head { $head }
   *[other] chain intact, { $records } records, head { $head }
}
verify-no-journal = This is no journal: its first record cannot be read ({ $why }).
verify-damaged-first = Already the first record is bad: { $why }. Keep the file as it is.
verify-damaged = Record { $record } is the first bad one: { $why }. What is before it is intact; keep the file as it is.

file-missing = { $file } does not exist.
file-forbidden = { $file }: you may not read or write this file.
file-folder = { $file } is a folder: a file is expected.
file-error = { $file }: { $why }

list-own = yours
list-builtin = built in
list-theme-auto = Without a choice, or with --theme auto, it is light or dark as the terminal's background is.
list-unreadable = unreadable: see warroom runbook check
plan-sums = { $phases ->
    [one] 1 phase, { $tasks } tasks, { $planned }, breaks { $breaks }
   *[other] { $phases } phases, { $tasks } tasks, { $planned }, breaks { $breaks }
}
plan-milestone = once it is finished: { $milestone }
plan-good = “{ $title }” is a good plan: { $sums }.
plan-audiences = Who is told of an incident (the id is what --audience takes)
plan-truth = { $it ->
    [yes] yes
   *[no] no
}
plan-written = { $file } is written. Fill it in, then check it: warroom runbook check { $file }
plan-exists = { $file } is there already: choose another name, nothing was written.
plan-no-folder = The folder of { $file } does not exist: make it first.
path-config = configuration
path-runbooks = plans
path-themes = themes
path-incidents = incidents
path-socket = host socket

status-state = State
status-day = Night
status-opened = Opened
status-clock = Clock
status-end = Expected end
status-ended = Ended
status-tasks = Tasks
status-situation = Situation
status-steps = Steps running and next
status-blocked = Blocked tasks
status-since = { $status } since { $since }
status-night = “{ $step }”, work goes on { $time }
status-opened-by = { $date }, { $time }, by { $person }
status-clock-text = { $elapsed } (active { $active }), planned { $planned }
status-end-text = { $end } ({ $slip })
status-on-plan = on time
count-done = { $count } done
count-doing = { $count } doing
count-blocked = { $count } blocked
count-todo = { $count } to do
count-skipped = { $count } skipped
phase-expected = expected { $when }
phase-until = until { $when }
phase-over = over by { $over }
phase-left = { $left } left
phase-left-open = { $count ->
    [one] One task of the finished phase stays open.
   *[other] { $count } tasks of the finished phase stay open.
}
situation-what = Hit: { $text }
situation-since = Since: { $text }
situation-impact = Impact: { $text }

column-id = id
column-title = title
column-severity = severity
column-kind = kind
column-status = status
column-opened = opened
column-number = no.
column-state = state
column-elapsed = elapsed
column-planned = planned
column-when = when
column-tasks = tasks
column-assignee = who
column-priority = prio.
column-downtime = downtime
column-rto = RTO
column-left = left
column-rpo = RPO
column-name = name
column-target = target
column-outside = outside
column-origin = origin
column-phases = phases
path-people = people
path-notify = updates
column-host = host
column-audiences = audiences
column-pushes = told at once
column-full-name = full name
column-right = right
column-roles = roles
column-accounts = accounts
column-keys = keys
column-contact = contact
verb-no-calls = No call for help is open.
command-shown = { $presence ->
    [here] { $person } is in command, and here.
    [gone] { $person } is in command, and gone: a deputy may take command.
   *[away] { $person } is in command, and at no screen.
}
duty-offered = Offered by { $from } to { $to }, { $at }, { $span } ago. It does not run out, and nothing changes hands before it is accepted.
status-commander = Commander
status-calls = Calls for help
column-open-tasks = open
column-task = task
column-text = text
verb-bad-past = “{ $text }” is no past moment: write 02:00, yesterday 23:30, 2026-11-21 23:30 or -4h.
column-loss = loss
