notify-exercise = EXERCISE
notify-repeat = This message may have been sent before.

notify-later-busy = { $host } is rate-limiting (HTTP { $status })
notify-later-broken = { $host } returned an error ({ $status })
notify-refused-elsewhere = { $host } redirects to another URL (HTTP { $status }), which is not followed: enter the final URL
notify-refused-key = { $host } rejected this URL's key (HTTP { $status }): create a new URL there
notify-refused-gone = this URL does not exist on { $host }, or no longer does (HTTP { $status }): create a new one, then warroom notify add
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

notify-matrix-encrypted = the room on { $host } is encrypted, which warroom cannot post to: use an unencrypted room
notify-matrix-room = { $host } does not let this account into the room: invite it, or check the room's address
notify-matrix-other = { $host } does not respond like a Matrix homeserver: check the address

notify-mail-later = { $host } is not accepting mail at the moment (SMTP { $status })
notify-mail-login = { $host } rejected the username or password (SMTP { $status })
notify-mail-nologin = { $host } offers no supported login method
notify-mail-sender = { $host } rejects the sender (SMTP { $status }): check from=
notify-mail-recipient = { $host } rejects a recipient (SMTP { $status }): check to=
notify-mail-refused = { $host } rejected the message (SMTP { $status })
notify-mail-clear = { $host } offers no encryption: use a server that does, or allow it with mode=insecure and --allow-local
notify-mail-gibberish = unexpected response from { $host }
