# The settings of updates: what is wrong with notify.toml, and what to write instead.
desk-file-too-big = the file is too large for settings
desk-file-too-big-expected = 256 KiB at most
desk-file-not-text = the file is not text in UTF-8
desk-file-not-text-expected = save the file as text in UTF-8
desk-file-format = this version does not know that format of settings
desk-file-format-expected = `format = 1` is expected
desk-file-missing = “{ $field }” is missing
desk-file-missing-expected = add `{ $field } = …` here
desk-file-type = “{ $field }” is not what is expected
desk-file-expected-text = a text between quotes is expected, on one line
desk-file-expected-texts = a list of texts is expected, ["one", "two"]
desk-file-expected-truth = true or false is expected
desk-file-expected-tables = a heading of its own, `[[target]]` or `[[audience]]`, is expected for each
desk-file-expected-network = a heading `[network]` is expected, with proxy, no_proxy, ca and gather below it
desk-file-expected-source = one place is expected: { "{" } file = "…" { "}" }, { "{" } env = "…" { "}" } or { "{" } credential = "…" { "}" }
desk-file-empty = “{ $field }” is empty
desk-file-empty-expected = a text is expected
desk-file-too-long = “{ $field }” is too long
desk-file-too-long-expected = { $max } characters at most
desk-file-unknown-field = there is no field “{ $field }” here
desk-file-unknown-field-expected = one of: { $known }
desk-file-name = “{ $name }” cannot be the name of a target
desk-file-name-expected = 1 to 96 of a-z, 0-9, “-” and “_”
desk-file-same-name = the name “{ $name }” is taken
desk-file-same-name-expected = each target has a name of its own: choose another
desk-file-bare = “{ $field }” is a secret, and stands in the file itself
desk-file-bare-expected = write it into a file of its own: { "{" } file = "secrets/…" { "}" }, or let “warroom notify add” do so
desk-file-credential = “{ $name }” cannot be the name of a credential
desk-file-credential-expected = the name alone, without a folder
desk-file-audience = “{ $id }” cannot be the id of an audience
desk-file-audience-expected = 1 to 96 of a-z, 0-9, “-” and “_”
desk-file-kind = there is no kind of target “{ $kind }”
desk-file-kind-expected = one of: { $known }
desk-file-push = nothing is told as “{ $push }”
desk-file-push-expected = one of: { $known }
desk-file-gather = “{ $text }” cannot be how long news is gathered
desk-file-gather-expected = from "1s" to "10m"
desk-file-too-many = too many of “{ $field }”
desk-file-too-many-expected = { $max } at most
desk-file-more = { $count ->
    [one] there is one more problem
   *[other] there are { $count } more problems
}
desk-file-more-expected = mend those above first, then check again
desk-trouble = { $file } is not followed, the former targets hold: { $why }
desk-trouble-line = line { $line }, { $what }
desk-trouble-gone = it is no longer there
desk-trouble-open = every account of the machine can write to it
# Secrets.
desk-secret-no-file = the file { $file } is not there
desk-secret-unreadable = the file { $file } cannot be read: { $why }
desk-secret-no-variable = the variable { $name } is not set where the host runs
desk-secret-no-credentials = the system has handed no credential { $name } to the host
desk-secret-empty = nothing is in it
desk-no-address = its address cannot be read: { $why }
desk-no-key = its key cannot be read: { $why }
# What is told without anybody writing an update.
desk-news-opened = opened
desk-news-severity = severity
desk-news-phase-started = phase started
desk-news-phase-finished = phase finished
desk-news-phase-late = phase late
desk-news-blocked = blocked task
desk-news-decision = decision
desk-news-command = command
desk-news-closed = closed
# What goes out.
desk-title = { $severity } · { $title }
desk-in-parts = { $count } messages: it is too long for one
desk-outside-opened = The incident is being dealt with (severity { $severity }).
desk-outside-exercise = The exercise has begun (severity { $severity }).
desk-outside-reopened = The incident is open again.
desk-outside-severity = The severity is now { $severity }.
desk-outside-closed = The incident is over.
desk-test-title = A test of warroom
desk-test-text = This is a test message: updates of incidents will arrive here. Nothing has happened, and nothing needs to be done.
desk-test-audience = test
# What kept something from going out.
desk-target-gone = the target is no longer set up: add it again, then retry
desk-too-slow = no answer within a minute: it may have taken the message
desk-failed = an internal fault: it may have taken the message; the host's log says more
# Setting up.
desk-none = This host sends nothing.
desk-empty = No target is set up. Add one with: warroom notify add URL --audience management
desk-unknown = There is no target “{ $name }”. There are: { $known }
desk-name-taken = There is a target “{ $name }” already. Choose another name, or remove that one first: warroom notify remove { $name }
desk-entangled = “{ $name }” is written in a way that only a person can take out of notify.toml: edit the file.
desk-added = Added { $name }: { $kind } at { $host }, for { $audiences }. Try it: warroom notify test { $name }
desk-added-env = Added { $name }, for { $audiences }. The host reads its address from the variable { $from } of its own environment. Try it: warroom notify test { $name }
desk-added-credential = Added { $name }, for { $audiences }. The host reads its address from the system's credential { $from }. Try it: warroom notify test { $name }
desk-audience-unknown = No plan here and no audience in notify.toml has the id “{ $audience }”: nobody is told through this target until an incident has it. Known are: { $known }.
desk-removed = Removed { $name }. What still waits for it is not sent any more.
desk-ready = ready
desk-waiting = { $count ->
    [one] 1 message waits
   *[other] { $count } messages wait
}
desk-delayed = { $count ->
    [one] 1 message waits, tried again: { $reason }
   *[other] { $count } messages wait, tried again: { $reason }
}
desk-failed-before = { $count ->
    [one] ready; 1 message did not arrive (warroom update retry)
   *[other] ready; { $count } messages did not arrive (warroom update retry)
}
desk-tells-nobody = { $state }; tells nobody: no open incident has its audience
desk-to-fix = to fix: { $reason }
desk-test-not-yours = A test message reaches everybody who reads there: only a deputy, a commander or the host's own account may send one.
desk-test-delivered = { $name }: delivered
desk-test-later = { $name }: not delivered, would be tried again: { $reason }
desk-test-refused = { $name }: not delivered: { $reason }
desk-check-heading = { $name } ({ $kind }, { $host })
