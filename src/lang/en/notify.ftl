notify-exercise = EXERCISE
notify-repeat = This message may have been sent before.

notify-later-busy = { $host } is rate-limiting (HTTP { $status })
notify-later-broken = { $host } returned an error ({ $status })
notify-refused-elsewhere = { $host } redirects to another URL (HTTP { $status }), which is not followed: enter the final URL
notify-refused-key = { $host } rejected this URL's key (HTTP { $status }): create a new URL there
notify-refused-gone = this URL does not exist on { $host }, or no longer does (HTTP { $status }): create a new one there, then replace this channel: warroom notify remove, then warroom notify add
notify-refused-size = { $host } rejected the message as too large (HTTP { $status })
notify-refused-page = { $host } returned a web page (HTTP { $status }): a proxy or captive portal may be in the way
notify-refused-other = { $host } rejected the message (HTTP { $status })

notify-unreached-name = cannot resolve { $host }
notify-unreached-connection = no connection to { $host }
notify-unreached-trust = the certificate of { $host } is untrusted or belongs to another host
notify-unreached-answer = { $host } did not respond in time: the message may have been delivered
notify-unreached-local = { $host } is on the local network, which is not allowed (--allow-local allows it)
notify-unreached-plain = the connection to { $host } would be unencrypted, which is not allowed (--allow-local allows it)
notify-unreached-setup = the network configuration does not work: check that CA certificates are installed, and check `proxy` and `ca` under [network] in notify.toml

notify-address-unreadable = not a URL: enter the one provided by the service, or one in Apprise notation (slack://…)
notify-address-unknown = unknown URL type { $scheme }://
notify-address-connector = Teams connectors (webhook.office.com) have been retired: in Teams, create a workflow “Post to a channel when a webhook request is received” and enter its URL (…logic.azure.com or …environment.api.powerplatform.com)
notify-address-lacks = incomplete { $kind } URL; expected e.g. { $example }
notify-address-plain = the connection to { $host } would be unencrypted: enter an encrypted URL, or allow this one with --allow-local
notify-address-local = { $host } is an address of the local network: allow it with --allow-local

notify-slack-prohibited = { $host } does not allow posting through this URL: an administrator has disabled it (HTTP { $status })
notify-slack-channel = the Slack channel of this URL no longer exists on { $host }: create a URL for another one (HTTP { $status })
notify-refused-inside = { $host } replied that it did not accept the message: check that the integration is still active there

notify-matrix-encrypted = the room on { $host } is encrypted, and warroom cannot post to encrypted rooms: use an unencrypted one
notify-matrix-room = { $host } does not let this account into the room: invite it, or check the room's address
notify-matrix-other = { $host } does not respond like a Matrix homeserver: check the address

notify-mail-later = { $host } is not accepting mail at the moment (SMTP { $status })
notify-mail-login = { $host } rejected the username or password (SMTP { $status })
notify-mail-nologin = { $host } offers no supported login method
notify-mail-sender = { $host } rejected the sender (SMTP { $status }): check from=
notify-mail-recipient = { $host } rejected a recipient (SMTP { $status }): check to=
notify-mail-refused = { $host } rejected the message (SMTP { $status })
notify-mail-clear = { $host } offers no encryption: use a server that does, or allow it with mode=insecure and --allow-local
notify-mail-gibberish = unexpected response from { $host }

# Errors in notify.toml.
notify-file-expected-source = expected one source: { "{" } file = "…" { "}" }, { "{" } env = "…" { "}" } or { "{" } credential = "…" { "}" }
notify-file-name = “{ $name }” is not a valid channel name
notify-file-name-expected = 1 to 96 characters: a-z, 0-9, “-” and “_”
notify-file-same-name = the name “{ $name }” is taken
notify-file-same-name-expected = each channel needs its own name
notify-file-bare = “{ $field }” is a secret and must not be in this file
notify-file-bare-expected = put it in a separate file: { "{" } file = "secrets/…" { "}" }, or use “warroom notify add”
notify-file-credential = “{ $name }” is not a valid credential name
notify-file-credential-expected = the name only, without a folder
notify-file-audience = “{ $id }” is not a valid audience ID
notify-file-audience-expected = 1 to 96 characters: a-z, 0-9, “-” and “_”
notify-file-kind = unknown channel type “{ $text }”
notify-file-push = unknown event “{ $text }”
notify-file-gather = invalid batching delay: “{ $text }”
notify-file-gather-expected = from "1s" to "10m"
notify-trouble = { $file } was rejected: { $why }. The previous channels stay in effect.
notify-trouble-line = line { $line }, { $what }
notify-trouble-gone = the file has been removed
notify-trouble-open = every account on this machine can write to it (chmod o-w)
# Secrets.
notify-secret-no-file = file not found: { $file }
notify-secret-unreadable = cannot read { $file }: { $why }
notify-secret-no-variable = the host's environment has no variable { $name }
notify-secret-no-credentials = systemd passed no credential { $name } to the host: check LoadCredential= in its unit
notify-secret-empty = it is empty
notify-no-address = cannot read its URL: { $why }
notify-no-key = cannot read its key: { $why }
# Automatic messages.
notify-news-opened = opened
notify-news-severity = severity change
notify-news-phase-started = phase started
notify-news-phase-finished = phase finished
notify-news-phase-late = phase late
notify-news-blocked = blocked task
notify-news-decision = decision
notify-news-command = change of command
notify-news-closed = closed
# Outgoing messages.
notify-title = { $severity } · { $title }
notify-in-parts = { $count } messages: too long for one
notify-external-opened = We are responding to an incident (severity { $severity }).
notify-external-exercise = The exercise has started (severity { $severity }).
notify-external-reopened = The incident has been reopened.
notify-external-severity = The severity is now { $severity }.
notify-external-closed = The incident is over.
notify-test-title = Test message from warroom
notify-test-text = This is a test message: incident updates will arrive here. Nothing has happened; no action is needed.
notify-test-audience = test
# Failed deliveries.
notify-target-gone = the channel is no longer configured: add it again, then retry
notify-too-slow = no response within a minute: the message may have been delivered
notify-failed = internal error: the message may have been delivered; see the host's log
# Setting up.
notify-none = This host does not send updates.
notify-empty = No channel is set up. Add one with: warroom notify add URL --audience management
notify-unknown = No such channel: “{ $name }”. Known: { $known }
notify-name-taken = A channel named “{ $name }” already exists. Choose another name, or remove it first: warroom notify remove { $name }
notify-entangled = “{ $name }” cannot be removed from notify.toml automatically: edit the file by hand.
notify-added = Added { $name }: { $kind } at { $host }, for { $audiences }. Test it: warroom notify test { $name }
notify-added-env = Added { $name }, for { $audiences }. The host reads its URL from its environment variable { $from }. Test it: warroom notify test { $name }
notify-added-credential = Added { $name }, for { $audiences }. The host reads its URL from the systemd credential { $from }. Test it: warroom notify test { $name }
notify-audience-unknown = No plan on this machine and no audience in notify.toml has the ID “{ $audience }”. This channel stays silent until an incident has that audience. Known: { $known }.
notify-removed = Removed { $name }. Its pending messages will not be sent.
notify-ready = ready
notify-waiting = { $count ->
    [one] 1 message pending
   *[other] { $count } messages pending
}
notify-delayed = { $count ->
    [one] 1 message to retry: { $reason }
   *[other] { $count } messages to retry: { $reason }
}
notify-failed-before = { $count ->
    [one] ready; 1 message was not delivered (warroom update retry)
   *[other] ready; { $count } messages were not delivered (warroom update retry)
}
notify-reaches-nobody = { $state }; silent: no open incident has its audience
notify-to-fix = needs fixing: { $reason }
notify-test-not-yours = A test message reaches everyone on this channel: only deputies, commanders or the host account may send one.
notify-test-delivered = { $name }: delivered
notify-test-later = { $name }: not delivered, would be retried: { $reason }
notify-test-refused = { $name }: not delivered: { $reason }
notify-check-heading = { $name } ({ $kind }, { $host })
