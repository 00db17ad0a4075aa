notify-exercise = EXERCISE
notify-repeat = This message may have been sent before.

notify-later-busy = { $host } is rate-limiting (response { $status })
notify-later-broken = { $host } returned an error ({ $status })
notify-refused-elsewhere = { $host } redirects to another address (response { $status }), which is not followed: enter the final address
notify-refused-key = { $host } rejects this address's key (response { $status }): create a new address there
notify-refused-gone = this address does not exist on { $host }, or no longer does (response { $status }): create a new one, then warroom notify add
notify-refused-size = { $host } rejects the message as too large (response { $status })
notify-refused-page = { $host } returned a web page (response { $status }): a proxy or portal may be in between
notify-refused-other = { $host } rejects the message (response { $status })

notify-unreached-name = cannot resolve { $host }
notify-unreached-connection = no connection to { $host }
notify-unreached-trust = the certificate of { $host } is untrusted or belongs to another host
notify-unreached-answer = { $host } did not respond in time: the message may have been delivered
notify-unreached-local = { $host } is on the local network, which is not allowed (--allow-local allows it)
notify-unreached-plain = { $host } would be reached unencrypted, which is not allowed (--allow-local allows it)
notify-unreached-setup = the network configuration does not work: check that certificate authorities are installed, and proxy and ca under [network] in notify.toml

notify-address-unreadable = not an address: enter the URL provided by the service, or one in Apprise notation (slack://…)
notify-address-unknown = unknown address type { $scheme }://
notify-address-connector = the connectors of Teams (webhook.office.com) no longer exist: in Teams, create a workflow “Post to a channel when a webhook request is received” and enter its address (…logic.azure.com or …environment.api.powerplatform.com)
notify-address-lacks = incomplete { $kind } address; expected e.g. { $example }
notify-address-plain = { $host } would be reached unencrypted: enter an encrypted address, or allow this one with --allow-local
notify-address-local = { $host } is an address of the local network: allow it with --allow-local

notify-slack-prohibited = { $host } does not allow posting from this address: forbidden by an administrator (response { $status })
notify-slack-channel = the Slack channel of this address no longer exists on { $host }: create an address for another one (response { $status })
notify-refused-inside = { $host } replied that it did not accept the message: check that the integration is still active there

notify-matrix-encrypted = the room on { $host } is encrypted, which warroom cannot post to: use an unencrypted room
notify-matrix-room = { $host } does not admit the account to this room: invite it, or check the room's address
notify-matrix-other = { $host } does not respond like a Matrix homeserver: check the address

notify-mail-later = { $host } is not accepting mail at the moment (response { $status })
notify-mail-login = { $host } rejects the user or password (response { $status })
notify-mail-nologin = { $host } offers no supported login method
notify-mail-sender = { $host } rejects the sender (response { $status }): check from=
notify-mail-recipient = { $host } rejects a recipient (response { $status }): check to=
notify-mail-refused = { $host } rejects the message (response { $status })
notify-mail-clear = { $host } offers no encryption: use a server that does, or allow it with mode=insecure and --allow-local
notify-mail-gibberish = unexpected response from { $host }
