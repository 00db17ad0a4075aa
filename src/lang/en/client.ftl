# What the local program says of the host and of the terminal.
client-lost = The host ended before it answered; `warroom status` shows what was recorded.
client-lost-again = The host ends again and again; its log tells why: host.log in the folder of `warroom host status`.
client-starts-again = The host has stopped; a new one is started, and the screen goes on where it was.
client-garbled = The host and this program do not understand each other; `warroom host stop`, then try again.
client-other-version = The host that runs speaks version { $theirs } and this program version { $ours }. End it with `warroom host stop` (nothing is lost), then try again.
client-host-full = The host can take no more clients; close a screen, then try again.
client-no-host = No host could be started: { $why } (see { $log })
client-no-host-silent = it said nothing
client-file-too-large = { $path } is too large: a file of at most { $max } kB can be sent.
client-no-terminal = A screen needs a terminal. Without one, the commands of `warroom help` do the same.
client-no-terminal-because = A screen needs a terminal, and this one cannot be used: { $why }
client-dumb-terminal = This terminal (TERM={ $term }) cannot show a screen. The commands of `warroom help` do the same without one.
client-none-runs = No host runs.
client-no-signal = The host cannot be ended: { $why }
client-terminated = The host has been asked to end.
client-stranger = This host does not know the account { $account }: ask whoever runs it to add `unix = ["{ $account }"]` to a person of its people.toml.
client-shared-none = No host is there at { $path }: whoever shares it starts it with `warroom serve --socket`.
client-shared-forbidden = Your account may not use { $path }: it is for a group of accounts; ask whoever shares it to add yours, then log in anew.
client-shared-failed = { $path } cannot be used: { $why }
client-shared-lost = The host is gone; the screen goes on where it was when it comes back.
