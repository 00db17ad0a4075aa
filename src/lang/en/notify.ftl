notify-exercise = EXERCISE
notify-repeat = This message may have been sent before.

notify-later-busy = { $host } asks for fewer messages (answer { $status })
notify-later-broken = { $host } has a fault of its own (answer { $status })
notify-refused-elsewhere = { $host } sends to another address (answer { $status }), which is not followed: enter the final address
notify-refused-key = { $host } does not accept the key of this address (answer { $status }): make a new address there
notify-refused-gone = { $host } does not know this address (any more) (answer { $status }): make a new address there
notify-refused-size = { $host } finds the message too large (answer { $status })
notify-refused-other = { $host } refuses the message (answer { $status })

notify-unreached-name = the name { $host } is not found
notify-unreached-connection = no connection to { $host }
notify-unreached-trust = the certificate of { $host } is not trusted, or is another's
notify-unreached-answer = { $host } did not answer in time: it may have taken the message
notify-unreached-local = { $host } is on the local network, which is not allowed (--allow-local allows it)
notify-unreached-plain = { $host } would be reached unencrypted, which is not allowed (--allow-local allows it)
notify-unreached-setup = the network is set up in a way that cannot work: see [network] in notify.toml
