notify-exercise = EXERCISE
notify-repeat = This message may have been sent before.

notify-later-busy = { $host } asks for fewer messages (answer { $status })
notify-later-broken = { $host } answered with an error ({ $status })
notify-refused-elsewhere = { $host } sends to another address (answer { $status }), which is not followed: enter the final address
notify-refused-key = { $host } does not accept the key of this address (answer { $status }): make a new address there
notify-refused-gone = this address does not exist at { $host }, or no longer ({ $status }): make a new one, then warroom notify add
notify-refused-size = { $host } finds the message too large (answer { $status })
notify-refused-page = { $host } answers with a page for browsers (answer { $status }): a proxy or a portal may stand in between
notify-refused-other = { $host } refuses the message (answer { $status })

notify-unreached-name = the name { $host } is not found
notify-unreached-connection = no connection to { $host }
notify-unreached-trust = the certificate of { $host } is not trusted, or is another's
notify-unreached-answer = { $host } did not answer in time: it may have taken the message
notify-unreached-local = { $host } is on the local network, which is not allowed (--allow-local allows it)
notify-unreached-plain = { $host } would be reached unencrypted, which is not allowed (--allow-local allows it)
notify-unreached-setup = the network cannot be used as it is set up: see whether certificate authorities are installed here, and proxy and ca of [network] in notify.toml

notify-address-unreadable = this is no address: enter the URL that the target gave, or one as Apprise writes it (slack://…)
notify-address-unknown = { $scheme }:// is no known kind of address
notify-address-connector = the connectors of Teams (webhook.office.com) no longer exist: in Teams, create a workflow “Post to a channel when a webhook request is received” and enter its address (…logic.azure.com or …environment.api.powerplatform.com)
notify-address-lacks = something is missing in this address of { $kind }, which looks like { $example }
notify-address-plain = { $host } would be reached unencrypted: enter an encrypted address, or allow this one with --allow-local
notify-address-local = { $host } is an address of the local network: allow it with --allow-local

notify-slack-prohibited = { $host } does not let this address write there: an administrator forbids it (answer { $status })
notify-slack-channel = { $host } no longer has the channel of this address: make a new address for another channel (answer { $status })
notify-refused-inside = { $host } answers that it did not take the message: see whether the integration is still on there

notify-matrix-encrypted = the room at { $host } is encrypted, which updates cannot be: enter a room that is not
notify-matrix-room = { $host } does not let the account into this room: invite it there, or check the room's address
notify-matrix-other = { $host } does not answer as a Matrix homeserver does: check the address

notify-mail-later = { $host } does not take mail just now (answer { $status })
notify-mail-login = { $host } does not accept the user and password (answer { $status })
notify-mail-nologin = { $host } offers no way to log in that is known
notify-mail-sender = { $host } does not accept the sender (answer { $status }): check from=
notify-mail-recipient = { $host } does not accept a recipient (answer { $status }): check to=
notify-mail-refused = { $host } refuses the message (answer { $status })
notify-mail-clear = { $host } offers no encryption: enter a server that does, or allow it with mode=insecure and --allow-local
notify-mail-gibberish = what { $host } answers is not understood
