# Errors in notify.toml.
desk-file-expected-source = expected one source: { "{" } file = "…" { "}" }, { "{" } env = "…" { "}" } or { "{" } credential = "…" { "}" }
desk-file-name = “{ $name }” is not a valid channel name
desk-file-name-expected = 1 to 96 characters: a-z, 0-9, “-” and “_”
desk-file-same-name = the name “{ $name }” is taken
desk-file-same-name-expected = each channel needs its own name
desk-file-bare = “{ $field }” is a secret and must not be in this file
desk-file-bare-expected = put it in a separate file: { "{" } file = "secrets/…" { "}" }, or use “warroom notify add”
desk-file-credential = “{ $name }” is not a valid credential name
desk-file-credential-expected = the name only, without a folder
desk-file-audience = “{ $id }” is not a valid audience ID
desk-file-audience-expected = 1 to 96 characters: a-z, 0-9, “-” and “_”
desk-file-kind = unknown channel type “{ $text }”
desk-file-push = unknown event “{ $text }”
desk-file-gather = invalid batching delay: “{ $text }”
desk-file-gather-expected = from "1s" to "10m"
desk-trouble = { $file } was rejected; the previous channels stay in effect: { $why }
desk-trouble-line = line { $line }, { $what }
desk-trouble-gone = the file has been removed
desk-trouble-open = every account on this machine can write to it (chmod o-w)
# Secrets.
desk-secret-no-file = file not found: { $file }
desk-secret-unreadable = cannot read { $file }: { $why }
desk-secret-no-variable = the host's environment has no variable { $name }
desk-secret-no-credentials = the system passed no credential { $name } to the host
desk-secret-empty = it is empty
desk-no-address = cannot read its URL: { $why }
desk-no-key = cannot read its key: { $why }
# Automatic messages.
desk-news-opened = opened
desk-news-severity = severity
desk-news-phase-started = phase started
desk-news-phase-finished = phase finished
desk-news-phase-late = phase late
desk-news-blocked = blocked task
desk-news-decision = decision
desk-news-command = command
desk-news-closed = closed
# Outgoing messages.
desk-title = { $severity } · { $title }
desk-in-parts = { $count } messages: too long for one
desk-outside-opened = We are responding to the incident (severity { $severity }).
desk-outside-exercise = The exercise has started (severity { $severity }).
desk-outside-reopened = The incident has been reopened.
desk-outside-severity = The severity is now { $severity }.
desk-outside-closed = The incident is over.
desk-test-title = Test message from warroom
desk-test-text = This is a test message: incident updates will arrive here. Nothing has happened; no action is needed.
desk-test-audience = test
# Failed deliveries.
desk-target-gone = the channel is no longer configured: add it again, then retry
desk-too-slow = no response within a minute: the message may have been delivered
desk-failed = internal error: the message may have been delivered; see the host's log
# Setting up.
desk-none = This host does not send updates.
desk-empty = No channel is set up. Add one with: warroom notify add URL --audience management
desk-unknown = No such channel: “{ $name }”. Known: { $known }
desk-name-taken = A channel named “{ $name }” already exists. Choose another name, or remove it first: warroom notify remove { $name }
desk-entangled = “{ $name }” cannot be removed from notify.toml automatically: edit the file by hand.
desk-added = Added { $name }: { $kind } at { $host }, for { $audiences }. Test it: warroom notify test { $name }
desk-added-env = Added { $name }, for { $audiences }. The host reads its URL from its environment variable { $from }. Test it: warroom notify test { $name }
desk-added-credential = Added { $name }, for { $audiences }. The host reads its URL from the system credential { $from }. Test it: warroom notify test { $name }
desk-audience-unknown = No plan on this machine and no audience in notify.toml has the ID “{ $audience }”. This channel stays silent until an incident has that audience. Known: { $known }.
desk-removed = Removed { $name }. Its pending messages will not be sent.
desk-ready = ready
desk-waiting = { $count ->
    [one] 1 message pending
   *[other] { $count } messages pending
}
desk-delayed = { $count ->
    [one] 1 message to retry: { $reason }
   *[other] { $count } messages to retry: { $reason }
}
desk-failed-before = { $count ->
    [one] ready; 1 message was not delivered (warroom update retry)
   *[other] ready; { $count } messages were not delivered (warroom update retry)
}
desk-tells-nobody = { $state }; silent: no open incident has its audience
desk-to-fix = needs fixing: { $reason }
desk-test-not-yours = A test message reaches everyone on this channel: only deputies, commanders or the host account may send one.
desk-test-delivered = { $name }: delivered
desk-test-later = { $name }: not delivered, would be retried: { $reason }
desk-test-refused = { $name }: not delivered: { $reason }
desk-check-heading = { $name } ({ $kind }, { $host })
