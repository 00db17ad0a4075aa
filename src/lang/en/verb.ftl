# Output of commands.
verb-none-open = No incident is open: open one (warroom start), or choose a closed one (--incident ID). Most recently closed:
verb-last-closed = No incident is open: showing the most recently closed one, { $id }, “{ $title }”.
verb-none-open-try = Or choose the most recently closed one with --incident, e.g.: { $command }
verb-several-open = Several incidents are open: choose one (--incident ID).
verb-ambiguous = Several incidents match. Type more of the ID.
verb-no-such-incident = No such incident: “{ $id }”. See the list (warroom list).
verb-unreadable = The incident { $id } cannot be opened: { $why }. Verify its journal (warroom verify { $id }).
verb-unlisted = Cannot list the incidents: { $why }. Nothing was done; try again.
verb-try = Try: { $command }
verb-which = Ambiguous: choose from { $ids }.
verb-no-such-person = No such person: “{ $name }”. Known: { $known }. Add them to people.toml first.
verb-only-reads = { $name } is an observer, so they cannot accept an offer. Change their rights in people.toml first.
verb-no-such-plan = No such plan: “{ $name }”. Known: { $known }. You can also give the path of a plan file.
verb-no-incidents = No incidents. Open one: warroom start
verb-undone = { $text } (undone)
verb-list-copy = { $status }, copy
verb-list-damaged = damaged (record { $record })
verb-host-running = { $incidents ->
    [0] warroom { $version }, no open incident (process { $pid }, { $socket })
    [one] warroom { $version }, one open incident (process { $pid }, { $socket })
   *[other] warroom { $version }, { $incidents } open incidents (process { $pid }, { $socket })
}
verb-host-stopping = Host stopped. Nothing was lost.

verify-intact = { $records ->
    [one] chain intact, 1 record, head { $head }
   *[other] chain intact, { $records } records, head { $head }
}
verify-no-journal = Not a journal: its first record cannot be read ({ $why }).
verify-damaged-first = The very first record is damaged: { $why }. Keep the file as it is.
verify-damaged = Record { $record } is the first damaged one: { $why }. Everything before it is intact; keep the file as it is.

file-missing = { $file } does not exist.
file-forbidden = { $file }: you do not have permission to read or write this file.
file-folder = { $file } is a folder, not a file.
file-error = { $file }: { $why }

list-own = yours
list-builtin = bundled
list-theme-auto = By default, or with --theme auto, the theme is light or dark to match the terminal's background.
list-unreadable = unreadable: see warroom runbook check
plan-sums = { $phases ->
    [one] 1 phase
   *[other] { $phases } phases
}, { $tasks ->
    [one] 1 task
   *[other] { $tasks } tasks
}, { $planned }, breaks { $breaks }
plan-milestone = on completion: { $milestone }
plan-good = “{ $title }” is valid: { $sums }.
plan-audiences = Audiences for status updates (--audience takes the ID)
plan-truth = { $it ->
    [yes] yes
   *[no] no
}
plan-written = Wrote { $file }. Fill it in, then check it: warroom runbook check { $file }
plan-exists = { $file } already exists: choose another name. Nothing was written.
plan-no-folder = The folder of { $file } does not exist: create it first.
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
status-steps = Running and next steps
status-since = { $status } since { $since }
status-night = “{ $step }”, work resumes { $time }
status-opened-by = { $date }, { $time }, by { $person }
status-clock-text = { $elapsed } (active { $active }), planned { $planned }
status-end-text = { $end } ({ $slip })
status-on-plan = on time

column-id = id
column-title = title
column-severity = severity
column-kind = type
column-status = status
column-opened = opened
column-number = no.
column-state = state
column-elapsed = elapsed
column-planned = planned
column-taken_by = taken by
column-when = when
column-tasks = tasks
column-assignee = who
column-priority = prio.
column-downtime = downtime
column-rto = RTO
column-left = left
column-rpo = RPO
column-name = name
column-target = channel
column-outside = external
column-origin = origin
column-phases = phases
path-people = people
path-notify = updates
column-host = host
column-audiences = audiences
column-pushes = automatic
column-full-name = full name
column-right = rights
column-roles = roles
column-accounts = accounts
column-keys = keys
column-contact = contact
status-commander = Commander
status-attention = Needs attention now
column-open-tasks = open
column-task = task
column-text = text
verb-bad-past = “{ $text }” is not a time in the past: use e.g. 02:00, yesterday 23:30, 2026-11-21 23:30 or -4h.
column-loss = loss
